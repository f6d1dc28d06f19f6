//! What a plan changes: each lesson that moves, takes another room or gets a place.

use itertools::Itertools;
use maud::{Markup, html};

use super::week_of::link;
use crate::diff::{Changed, Offer};
use crate::domain::{School, Slot};
use crate::report::words::{Naming, words as report_words};
use crate::web::seat::Seat;
use crate::words::listed;

/// The section.
pub(super) fn moved(seat: &Seat, offer: Offer<'_>) -> Markup {
    let words = seat.words();
    let changed = offer.rebooked().collect_vec();
    html! {
        section aria-labelledby="moved" {
            h2 id="moved" { (words.what_changes) " (" (changed.len()) ")" }
            div.scroll tabindex="0" role="group" aria-labelledby="moved" {
                table {
                    thead {
                        tr {
                            th scope="col" { (words.lesson) }
                            th scope="col" { (words.teachers) }
                            th scope="col" { (words.from) }
                            th scope="col" { (words.to) }
                            th.number scope="col" { (words.points) }
                        }
                    }
                    tbody { @for one in &changed { (line(seat, offer.school, *one)) } }
                }
            }
        }
    }
}

fn line(seat: &Seat, school: &School, Changed { lesson, to, change }: Changed<'_>) -> Markup {
    let subjects = lesson.pieces.iter().map(|piece| &piece.subject).unique().join("+");
    let rooms = lesson.rooms();
    let from = lesson.start.map(|_| rooms.iter().join("+")).unwrap_or_default();
    let there = rooms.iter().map(|&room| to.room(room)).join("+");
    html! {
        tr {
            th scope="row" {
                a href=(seat.address(&link(lesson, change.lesson))) {
                    (listed(lesson.classes().into_iter(), "+")) " " (subjects)
                }
            }
            td { (listed(lesson.teachers().into_iter(), "+")) }
            td { (at(seat, school, lesson.start, &from)) }
            td { (at(seat, school, Some(to.start), &there)) }
            td.number { (change.points) }
        }
    }
}

/// When, and in which rooms.
fn at(seat: &Seat, school: &School, start: Option<Slot>, rooms: &str) -> Markup {
    let naming = Naming { school, words: report_words(seat.language) };
    html! { (naming.slot(start)) @if !rooms.is_empty() { ", " (rooms) } }
}
