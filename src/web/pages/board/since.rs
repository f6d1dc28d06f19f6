//! Where a plan stands, in numbers, and what differs from the plan before it.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::words::{DESIRED, MOVED, POINT, REQUIRED, Words, gap};
use crate::domain::{Level, Proposal};
use crate::pipeline::{Answer, Status};
use crate::report::words::{Naming, words as report_words};
use crate::web::pages::week_of::link;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::words::{count, stretch};

/// The points, the lessons that change, and the proof; before there is a plan, what is missed.
pub(in crate::web::pages) fn figures(seat: &Seat, now: &Situation) -> Markup {
    let (words, language) = (Words::of(seat.language), seat.language);
    let judged = now.judged();
    let difference = &judged.1.difference;
    let missed = [(Level::Required, REQUIRED), (Level::Desired, DESIRED)];
    let answer = now.answer.as_deref();
    html! {
        p.figures {
            @match answer.filter(|answer| answer.offered.is_some()) {
                Some(answer) => {
                    b { (count(difference.breakdown.total(), POINT, language)) }
                    span { (count(difference.changes.len(), MOVED, language)) }
                    @let desired = difference.missed_of(Level::Desired);
                    @if desired > 0 { span { (count(desired, DESIRED, language)) } }
                    @if now.is_solved { (proof(answer, words, seat)) }
                }
                None => {
                    @for (level, noun) in missed {
                        @let number = difference.missed_of(level);
                        @if number > 0 || level == Level::Required {
                            span .bad[number > 0 && level == Level::Required] { (count(number, noun, language)) }
                        }
                    }
                    @if let Some(answer) = answer.filter(|_| now.is_solved) { (proof(answer, words, seat)) }
                }
            }
        }
    }
}

fn proof(answer: &Answer, words: &Words, seat: &Seat) -> Markup {
    html! {
        @match answer.status {
            Status::Optimal => { span.good { "✓ " (words.proof) } }
            Status::Feasible => { span { (gap(answer.bound, seat.language)) } }
            Status::Infeasible => { span.bad { "✕ " (words.no_timetable) } }
            Status::Undecided => { span { (words.undecided) } }
        }
    }
}

/// The lessons that the plan has elsewhere than the one before it.
pub(super) fn moved(now: &Situation) -> BTreeSet<usize> {
    let (Some(before), Some(after)) = (before(now), after(now)) else {
        return BTreeSet::new();
    };
    let pairs = before.timetable.bookings.iter().zip(&after.timetable.bookings).enumerate();
    pairs.filter(|(_, (before, after))| before != after).map(|(lesson, _)| lesson).collect()
}

/// The plan before this one, where wishes alone lie between them.
fn before(now: &Situation) -> Option<&Proposal> {
    now.before.as_deref().filter(|_| now.is_solved)?.proposal()
}

fn after(now: &Situation) -> Option<&Proposal> {
    now.answer.as_deref()?.proposal()
}

/// What became of the plan since the one before it.
pub(in crate::web::pages) fn since(seat: &Seat, now: &Situation) -> Markup {
    let (words, school) = (Words::of(seat.language), &*now.school);
    let (Some(before), Some(after)) = (before(now), after(now)) else {
        return html! {};
    };
    let points = |answer: Option<&Answer>| answer.and_then(Answer::points).unwrap_or(0);
    let more = points(now.answer.as_deref()) - points(now.before.as_deref());
    let naming = Naming { school, words: report_words(seat.language) };
    let at = |proposal: &Proposal, lesson: usize| {
        let start = proposal.timetable.booking(lesson).map(|booking| booking.start);
        stretch(start, school.lessons[lesson].length(), seat.language)
    };
    let moved = moved(now);
    html! {
        details.since open[moved.len() < 7] {
            summary {
                (words.since) ": " strong { (signed(more)) " " (seat.words().points) } " · "
                @if moved.is_empty() { (words.nothing_moved) } @else { (count(moved.len(), MOVED, seat.language)) }
            }
            @if !moved.is_empty() {
                ul {
                    @for &lesson in &moved {
                        li {
                            a href=(seat.address(&link(&school.lessons[lesson], lesson))) { (naming.lesson(lesson)) }
                            " " (at(before, lesson)) " → " (at(after, lesson))
                        }
                    }
                }
            }
        }
    }
}

/// A number of points more, `+4`, or fewer, `−34`.
pub(super) fn signed(more: i64) -> String {
    if more < 0 { format!("−{}", more.unsigned_abs()) } else { format!("+{more}") }
}
