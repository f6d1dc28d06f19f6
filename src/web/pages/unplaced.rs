//! Lessons that have no place yet: how many, and each to be clicked.

use maud::{Markup, html};

use super::week_of::link;
use crate::domain::Piece;
use crate::report::words::{Finding, Naming, words as report_words};
use crate::web::seat::Seat;
use crate::web::situation::Situation;

/// Those with a row that `concerns` somebody; nothing if there are none.
pub(super) fn unplaced(seat: &Seat, now: &Situation, concerns: impl Fn(&Piece) -> bool) -> Markup {
    let (school, names) = (&*now.school, report_words(seat.language));
    let naming = Naming { school, words: names };
    let is_theirs = |&lesson: &usize| school.lessons[lesson].pieces.iter().any(&concerns);
    let lessons: Vec<usize> = now.proposal().timetable.unplaced().filter(is_theirs).collect();
    html! {
        @if !lessons.is_empty() {
            section aria-labelledby="unplaced" {
                h2 id="unplaced" { (names.finding(Finding::Unplaced(lessons.len()))) }
                ul.lessons {
                    @for &lesson in &lessons {
                        li { a href=(seat.address(&link(&school.lessons[lesson], lesson))) { (naming.lesson(lesson)) } }
                    }
                }
            }
        }
    }
}
