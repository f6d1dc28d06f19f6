//! Two plans lesson by lesson: what moves in one alone, in the other alone, in both.

use itertools::Itertools;
use maud::{Markup, html};

use super::week_of::link;
use crate::domain::{Proposal, School, Slot};
use crate::report::words::{Naming, words as report_words};
use crate::web::seat::Seat;
use crate::web::shelf::Plan;
use crate::words::{labels, say, sentences, stretch};

labels! {
    /// What two plans beside each other say besides names and times.
    pub(super) struct Words {
        compare: "Sammenlign lektion for lektion", "Jämför lektion för lektion", "Compare lesson by lesson";
        with: "med", "med", "with";
        before: "før", "före", "before";
        alike: "Flyttes ens i begge", "Flyttas lika i båda", "Move alike in both";
        otherwise: "Flyttes forskelligt", "Flyttas olika", "Move differently";
        no_difference: "Ingen lektion er anderledes.", "Ingen lektion skiljer sig.", "No lesson differs.";
        other_schools:
            "De to planer er for forskellige skoler.",
            "De två planerna gäller olika skolor.",
            "The two plans are for different schools.";
        delete: "Slet", "Ta bort", "Delete";
        delete_really: "Slet planen for altid", "Ta bort planen för alltid", "Delete the plan for good";
    }
}

sentences! {
    /// A heading: what one plan alone moves.
    fn only_in(plan: &str) in language:
        "Flyttes kun i {plan}",
        "Flyttas bara i {plan}",
        "Move in {plan} only";
}

/// The two plans, lesson by lesson.
pub(super) fn contrast(seat: &Seat, [one, other]: [&Plan; 2]) -> Markup {
    let words = Words::of(seat.language);
    let school = &*one.situation.school;
    let is_same = school.lessons == other.situation.school.lessons;
    let (Some(first), Some(second)) = (offered(one), offered(other)) else { return html! {} };
    let heading = say!(
        seat.language,
        "{a} og {b}",
        "{a} och {b}",
        "{a} and {b}",
        a = one.name,
        b = other.name
    );
    let start = |proposal: &Proposal, lesson: usize| {
        proposal.timetable.booking(lesson).map(|booking| booking.start)
    };
    let moved = |proposal: &Proposal, lesson: usize| {
        start(proposal, lesson) != school.lessons[lesson].start
    };
    let lessons = 0..school.lessons.len();
    let kinds = lessons.filter(|_| is_same).into_group_map_by(|&lesson| {
        match (moved(first, lesson), moved(second, lesson)) {
            (false, false) => None,
            (true, false) => Some(0),
            (false, true) => Some(1),
            _ if start(first, lesson) == start(second, lesson) => Some(3),
            _ => Some(2),
        }
    });
    let titles = [
        only_in(&one.name, seat.language),
        only_in(&other.name, seat.language),
        words.otherwise.to_owned(),
        words.alike.to_owned(),
    ];
    html! {
        section aria-labelledby="contrast" {
            h2 id="contrast" { (heading) }
            @if !is_same { p { (words.other_schools) } }
            @else if kinds.keys().all(|kind| kind.is_none_or(|kind| kind == 3)) { p { (words.no_difference) } }
            @for (kind, title) in titles.iter().enumerate() {
                @if let Some(lessons) = kinds.get(&Some(kind)) {
                    @let rows = lessons.iter().map(|&lesson| [school.lessons[lesson].start, start(first, lesson), start(second, lesson)]);
                    h3 { (title) " (" (lessons.len()) ")" }
                    (table(seat, school, [one, other], lessons.iter().copied().zip(rows)))
                }
            }
        }
    }
}

fn offered(plan: &Plan) -> Option<&Proposal> {
    plan.situation.answer.as_ref()?.proposal()
}

fn table(
    seat: &Seat,
    school: &School,
    [one, other]: [&Plan; 2],
    rows: impl Iterator<Item = (usize, [Option<Slot>; 3])>,
) -> Markup {
    let naming = Naming { school, words: report_words(seat.language) };
    let at = |lesson: usize, start| stretch(start, school.lessons[lesson].length(), seat.language);
    html! {
        div.scroll tabindex="0" role="group" aria-labelledby="contrast" {
            table {
                thead {
                    tr {
                        th scope="col" { (seat.words().lesson) }
                        th scope="col" { (Words::of(seat.language).before) }
                        th scope="col" { (one.name) }
                        th scope="col" { (other.name) }
                    }
                }
                tbody {
                    @for (lesson, starts) in rows {
                        tr {
                            th scope="row" { a href=(seat.address(&link(&school.lessons[lesson], lesson))) { (naming.lesson(lesson)) } }
                            @for start in starts { td { (at(lesson, start)) } }
                        }
                    }
                }
            }
        }
    }
}
