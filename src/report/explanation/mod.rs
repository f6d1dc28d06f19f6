//! What `explain` found, as text: conflicts and ways out, chains of moves, or what a lesson at another time would cost.

mod chains;
mod json;
mod words;

pub(super) use chains::{heading as chain_told, journey, name as named};
pub use json::{explained as explained_json, placed as placed_json};

use itertools::Itertools as _;

use super::text::table::{Side, Table};
use super::text::{list, paragraphs, reasons, section};
use super::words::{Naming, no_timetable};
use crate::domain::{Language, School};
use crate::explain::{Conflict, Explanation, Fact, Placing, Remedy, Repair};
use crate::pipeline::{Answer, Held, Status};
use crate::words::weekday;
pub(super) use words::role;

/// What `explain --lesson` found.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    /// The school.
    pub school: &'a School,
    /// What was asked for.
    pub held: Held,
    /// What is known of it.
    pub placing: &'a Placing,
}

/// Why the school's timetable changes as it does, or why there is none, in words.
#[must_use]
pub fn explained(school: &School, explained: &Explanation, language: Language) -> String {
    let naming = Naming::new(school, language);
    let Answer { offered, status, .. } = &explained.answer;
    let headline = match (offered, status) {
        (Some((_, verdict)), status) => {
            let (lessons, points) =
                (verdict.difference.changes.len(), verdict.difference.breakdown.total());
            words::offered(lessons, points, *status, language)
        }
        (None, Status::Infeasible) => no_timetable(language),
        (None, _) => words::unknown(language),
    };
    let mut sections = vec![format!("{headline}\n")];
    if *status == Status::Infeasible {
        sections.push(reasons(&explained.answer.reasons, &naming));
        sections.extend(conflicts(&explained.conflicts, &naming));
        sections.push(repairs(explained, &naming));
    }
    sections.extend(chains::told(explained, &naming));
    paragraphs(&sections)
}

/// What it costs to have a lesson where somebody wants it, in words.
#[must_use]
pub fn placed(placed: Placed<'_>, language: Language) -> String {
    let Placed { school, held, placing } = placed;
    let naming = Naming::new(school, language);
    let (lesson, slot) = (naming.lesson(held.lesson), naming.slot(held.start));
    let (held, free) = (&placing.held, &placing.free);
    let is_forbidden = free.status != Status::Infeasible && held.status == Status::Infeasible;
    let headline = match (held.points(), free.points(), held.status) {
        _ if free.status == Status::Infeasible => words::forbidden_anyway(&lesson, language),
        (_, _, Status::Infeasible) => words::forbidden(&lesson, &slot, language),
        (Some(held), Some(free), Status::Optimal) if held == free => {
            words::no_dearer(&lesson, &slot, language)
        }
        (Some(held), Some(free), _) if are_proven(placing) => {
            words::dearer(&lesson, &slot, held, free, language)
        }
        (Some(points), _, _) => words::dearer_so_far(&lesson, &slot, points, held.bound, language),
        _ => words::unknown(language),
    };
    let is_unexplained = is_forbidden && placing.conflicts.is_empty();
    let why = is_unexplained.then(|| nobodys(placing.is_cut_short, language));
    let conflicts = conflicts(&placing.conflicts, &naming);
    paragraphs(&[vec![headline + "\n"], why.into_iter().collect(), conflicts].concat())
}

const fn are_proven(placing: &Placing) -> bool {
    matches!((placing.held.status, placing.free.status), (Status::Optimal, Status::Optimal))
}

/// Why no fact is told.
fn nobodys(is_cut_short: bool, language: Language) -> String {
    let told =
        if is_cut_short { words::cut_short(language) } else { words::no_fact_to_blame(language) };
    told + "\n"
}

fn conflicts(conflicts: &[Conflict], naming: &Naming<'_>) -> Vec<String> {
    let told = conflicts.iter().zip(1..).map(|(conflict, number)| {
        let facts: Vec<String> =
            conflict.facts.iter().map(|fact| words::fact(fact, naming)).collect();
        section(&words::conflict(number, conflict, naming.words.language), &list(&facts))
    });
    told.collect()
}

fn repairs(explained: &Explanation, naming: &Naming<'_>) -> String {
    let language = naming.words.language;
    let mut table = Table::new([Side::Right, Side::Left]);
    for repair in &explained.repairs {
        let bound = repair.answer.bound;
        let points = match (repair.points(), repair.answer.status) {
            (Some(points), Status::Optimal) => points.to_string(),
            (Some(points), _) => format!("{points} (≥ {bound})"),
            (None, _) => format!("? (≥ {bound})"),
        };
        table.push([&points, &way_out(repair, naming)]);
    }
    if table.is_empty() && (explained.conflicts.is_empty() || explained.is_cut_short) {
        return nobodys(explained.is_cut_short, language);
    }
    if table.is_empty() {
        return words::no_repair(language) + "\n";
    }
    let is_twice = |repair: &Repair| matches!(repair.remedy, Remedy::Twice(_));
    let note =
        explained.repairs.iter().any(is_twice).then(|| words::teachers_time(language) + "\n");
    section(&words::repairs(language), &table) + &note.unwrap_or_default()
}

/// A fact, as a part of a sentence.
pub(crate) fn fact_told(fact: &Fact, naming: &Naming<'_>) -> String {
    words::fact(fact, naming)
}

/// The heading above the facts of a conflict.
pub(crate) fn conflict_heading(number: usize, conflict: &Conflict, language: Language) -> String {
    words::conflict(number, conflict, language)
}

/// What is to be done, and when lessons that are held twice are held again.
pub(crate) fn way_out(repair: &Repair, naming: &Naming<'_>) -> String {
    let told = remedy(&repair.remedy, naming);
    let again = repair.second_times();
    if again.is_empty() { told } else { format!("{told} ({})", naming.slots(&again)) }
}

/// What names a fact among those of a school, in whatever language it is looked at.
pub(crate) fn fact_key(fact: &Fact, school: &School) -> String {
    let naming = Naming::new(school, Language::English);
    format!("{}: {}", json::code(fact), words::fact(fact, &naming))
}

/// What is to be done, as the end of a sentence that begins with `as`.
pub(crate) fn remedy(remedy: &Remedy, naming: &Naming<'_>) -> String {
    let language = naming.words.language;
    match remedy {
        Remedy::Lift(fact) => words::lift(&words::fact(fact, naming), language),
        Remedy::Seat { place, day } => day.map_or_else(
            || words::seat(place.as_str(), language),
            |day| words::seat_on(place.as_str(), weekday(day, language), language),
        ),
        Remedy::Send { class, away } => {
            words::send(class.as_str(), &naming.spans(&away.spans), language)
        }
        Remedy::Twice(twice) => {
            let pupils = twice.second.iter().map(|&pupil| naming.pupil(pupil)).join(", ");
            words::twice(&naming.lessons(&twice.lessons), &pupils, language)
        }
    }
}
