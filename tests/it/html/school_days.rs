//! What becomes of the classes' days at school: every sentence is true, and nothing that is true is left out.

use std::collections::BTreeMap;

use mesterskema::domain::{Day, Effort, Language, Period, School, Slot, Timetable, Week};
use mesterskema::report::Report;
use mesterskema::report::html::solution;

use super::{read, texts};
use crate::fixtures::folders;
use crate::optimum::answer;
use crate::random_school;
use mesterskema::input::{Need, load};
use mesterskema::pipeline::Answer;

const DAYS: [&str; 7] =
    ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];

/// The first and the last period of a class on a day of a week, looked for lesson by lesson.
fn frame(
    school: &School,
    timetable: &Timetable,
    of: (&str, Day, Week),
) -> Option<(Period, Period)> {
    let (class, day, week) = of;
    let mut periods = Vec::new();
    for (lesson, booking) in school.lessons.iter().zip(&timetable.bookings) {
        let Some(booking) = booking else { continue };
        for piece in &lesson.pieces {
            let is_theirs = piece.classes.iter().any(|one| one.as_str() == class);
            if is_theirs && piece.weeks.contains(week) && booking.start.day == day {
                periods.push(Period(booking.start.period.0 + piece.offset));
            }
        }
    }
    Some((*periods.iter().min()?, *periods.iter().max()?))
}

fn begin(school: &School, slot: Slot) -> String {
    school.travel.bells.get(&slot).map_or_else(
        || format!("with period {}", slot.period),
        |hours| format!("at {}.{:02}", hours.start.0 / 60, hours.start.0 % 60),
    )
}

fn end(school: &School, slot: Slot) -> String {
    school.travel.bells.get(&slot).map_or_else(
        || format!("with period {}", slot.period),
        |hours| format!("at {}.{:02}", hours.end.0 / 60, hours.end.0 % 60),
    )
}

/// What there is to say of a class, on each day: what, and in which weeks.
fn facts(school: &School, after: &Timetable, class: &str) -> BTreeMap<(Day, String), Vec<Week>> {
    let before = school.baseline();
    let mut facts: BTreeMap<(Day, String), Vec<Week>> = BTreeMap::new();
    for day in school.grid.days() {
        for week in school.cycle() {
            let old = frame(school, &before, (class, day, week));
            let new = frame(school, after, (class, day, week));
            let slot = |period| Slot::new(day, period);
            let told = match (old, new) {
                (Some(old), Some(new)) => {
                    let begins = format!(
                        "begins {} on DAYS (before: {})",
                        begin(school, slot(new.0)),
                        begin(school, slot(old.0))
                    );
                    let ends = format!(
                        "ends {} on DAYS (before: {})",
                        end(school, slot(new.1)),
                        end(school, slot(old.1))
                    );
                    let begins = (old.0 != new.0).then_some(begins);
                    begins.into_iter().chain((old.1 != new.1).then_some(ends)).collect()
                }
                (Some(_), None) => vec!["has no lessons on DAYS any more".to_owned()],
                (None, Some(new)) => vec![format!(
                    "now has lessons on DAYS too: begins {}, ends {}",
                    begin(school, slot(new.0)),
                    end(school, slot(new.1))
                )],
                (None, None) => Vec::new(),
            };
            for fact in told {
                facts.entry((day, fact)).or_default().push(week);
            }
        }
    }
    facts
}

/// Takes every fact out of the sentence of a class; what is left says nothing.
fn verify(school: &School, after: &Timetable, class: &str, sentence: Option<&str>) -> usize {
    let facts = facts(school, after, class);
    let Some(sentence) = sentence else {
        assert!(facts.is_empty(), "nothing is said of {class}: {facts:?}");
        return 0;
    };
    let (mut parts, mut known) = (Vec::new(), 0);
    for ((day, fact), weeks) in &facts {
        let (head, tail) = fact.split_once("DAYS").unwrap();
        let all = weeks.len() == school.weeks.len();
        let labels = weeks.iter().map(|week| school.weeks[usize::from(week.0)].as_str());
        let labels = labels.collect::<Vec<_>>().join("+");
        let day = DAYS[*day as usize];
        let is_said = sentence.match_indices(head).any(|(at, _)| {
            let rest = &sentence[at + head.len()..];
            let Some((when, _)) = rest.split_once(tail) else { return false };
            let is_pure = !when.contains('(') && !when.contains(':') && !when.contains("any more");
            let is_week = if all { !when.contains("week") } else { when.contains(&labels) };
            is_pure && is_week && when.contains(day)
        });
        assert!(is_said, "{fact}, {day}, {labels} is missing: {sentence}");
        parts.push((head.to_owned(), tail.to_owned()));
        known += 1;
    }
    let named: usize = DAYS.iter().map(|day| sentence.matches(day).count()).sum();
    assert!(named <= known, "more is said than is true: {sentence} {facts:?}");
    known
}

fn verify_all(school: &School, answer: &Answer) -> usize {
    let Some((proposal, _)) = &answer.offered else { return 0 };
    let sheet = load(&folders("schools")[0], Need::Apprentices).sheet.unwrap();
    let report = Report { school, sheet: &sheet, answer, printed: None };
    let page = read(&solution(report, Language::English));
    let told = texts(&page, ".school-days li");
    let named = |class: &str| {
        let begins = |line: &&String| {
            line.strip_prefix(class).is_some_and(|rest| rest.starts_with(' '))
                && !line.ends_with("begin and end as before.")
        };
        told.iter().find(begins).map(String::as_str)
    };
    let classes = school.classes.keys();
    classes
        .map(|class| verify(school, &proposal.timetable, class.as_str(), named(class.as_str())))
        .sum()
}

#[test]
fn the_sentences_of_shipped_schools_are_true_and_say_everything() {
    let mut known = 0;
    for folder in folders("schools") {
        let school = load(&folder, Need::Apprentices).school.unwrap();
        known += verify_all(&school, &answer(&school, Effort::Strict));
    }
    assert!(known > 20, "only {known}");
}

#[test]
fn the_sentences_of_any_school_are_true_and_say_everything() {
    let mut known = 0;
    for seed in 0..120 {
        let school = random_school::school(seed);
        known += verify_all(&school, &answer(&school, Effort::Best));
    }
    assert!(known > 40, "only {known}");
}
