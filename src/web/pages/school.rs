//! The first page about a school: what apprentices miss, what a plan changes, what to take along.

use std::collections::BTreeMap;

use axum::response::Html;
use itertools::Itertools;
use maud::{Markup, html};

use super::faults::{clashes, faults};
use super::solving::solving;
use super::{Tab, headings, page};
use crate::diff::{Difference, Missed};
use crate::domain::{Level, Proposal, School};
use crate::report::words::words as report_words;
use crate::web::download::DOWNLOADS;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::web::words::download;
use crate::words::listed;

/// The page.
pub(in crate::web) fn school(seat: &Seat) -> Html<String> {
    let body = match (&seat.desk.bench, &seat.desk.clashing) {
        (Some(bench), _) => {
            let now = bench.now();
            html! {
                (solving(seat, bench, &now))
                (contents(seat, &now))
                (faults(seat))
            }
        }
        (None, Some((school, breaches))) => {
            html! { (clashes(seat, school, breaches)) (faults(seat)) }
        }
        (None, None) => faults(seat),
    };
    page(seat, Tab::School, &body)
}

fn contents(seat: &Seat, now: &Situation) -> Markup {
    let (words, school) = (seat.words(), &*now.school);
    let proposal = now.proposal();
    let judged = crate::check::check(school, &proposal, now.effort);
    html! {
        @if now.answer.as_ref().is_some_and(|answer| answer.offered.is_some()) {
            (moved(seat, school, &proposal, &judged.difference))
            (missed(seat, school, words.still_missed, &judged.difference.missed))
            (downloads(seat))
        } @else {
            (missed(seat, school, words.missed_now, &judged.difference.missed))
        }
        (numbers(seat, school))
    }
}

/// The lessons that apprentices miss, a line for each pupil.
fn missed(seat: &Seat, school: &School, title: &str, missed: &[Missed]) -> Markup {
    let (words, names) = (seat.words(), report_words(seat.language));
    let mut pupils: BTreeMap<(usize, Level), Vec<String>> = BTreeMap::new();
    for one in missed {
        let told = format!("{} {}", one.subject, names.slot(one.slot));
        pupils.entry((one.apprentice, one.level)).or_default().push(told);
    }
    let required = missed.iter().filter(|one| one.level == Level::Required).count();
    html! {
        section aria-labelledby="missed" {
            h2 id="missed" { (title) }
            @if school.apprentices.is_empty() {
                p { (words.no_apprentices) " " a href=(seat.address("/pupils")) { (words.add_one) } }
            } @else if missed.is_empty() {
                p { "✓ " (words.nothing_missed) }
            } @else {
                p {
                    (words.required_missed) ": " strong { (required) } " · "
                    (words.desired_missed) ": " strong { (missed.len() - required) }
                }
                div.scroll tabindex="0" role="group" aria-labelledby="missed" {
                    table {
                        (headings([words.pupil, words.class, words.level, words.lessons]))
                        tbody {
                            @for ((place, level), told) in &pupils {
                                @let pupil = &school.apprentices[*place];
                                tr {
                                    th scope="row" {
                                        a href=(seat.address(&format!("/timetable?whose=pupil&name={}", super::encoded(pupil.pupil.as_str())))) {
                                            (pupil.pupil)
                                        }
                                    }
                                    td { (pupil.class) }
                                    td { (names.level(*level)) }
                                    td { (told.join(", ")) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The lessons that change.
fn moved(seat: &Seat, school: &School, proposal: &Proposal, found: &Difference) -> Markup {
    let (words, names) = (seat.words(), report_words(seat.language));
    html! {
        section aria-labelledby="moved" {
            h2 id="moved" { (words.what_changes) " (" (found.changes.len()) ")" }
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
                    tbody {
                        @for change in &found.changes {
                            @let lesson = &school.lessons[change.lesson];
                            @let booking = proposal.timetable.booking(change.lesson);
                            @let subjects = lesson.pieces.iter().map(|piece| &piece.subject).unique().join("+");
                            @let rooms = lesson.rooms().into_iter().map(|room| booking.map_or(room, |to| to.room(room))).join("+");
                            tr {
                                th scope="row" {
                                    a href=(seat.address(&super::timetable::link(lesson, change.lesson))) {
                                        (listed(lesson.classes().into_iter(), "+")) " " (subjects)
                                    }
                                }
                                td { (listed(lesson.teachers().into_iter(), "+")) }
                                td { (lesson.start.map_or_else(String::new, |start| names.slot(start))) @if !lesson.rooms().is_empty() { ", " (lesson.rooms().iter().join("+")) } }
                                td { (booking.map_or_else(String::new, |to| names.slot(to.start))) @if !rooms.is_empty() { ", " (rooms) } }
                                td.number { (change.points) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn downloads(seat: &Seat) -> Markup {
    let words = seat.words();
    html! {
        section aria-labelledby="downloads" {
            h2 id="downloads" { (words.downloads) }
            ul {
                @for (name, file) in DOWNLOADS {
                    li { a href=(seat.address(&format!("/download/{name}"))) download=(name) { (name) } " – " (download(file, seat.language)) }
                }
            }
        }
    }
}

fn numbers(seat: &Seat, school: &School) -> Markup {
    let words = seat.words();
    html! {
        p.soft.numbers {
            (words.classes) ": " (school.classes.len()) " · "
            (words.teachers) ": " (school.teachers.len()) " · "
            (words.rooms) ": " (school.rooms.len()) " · "
            (words.lessons) ": " (school.lessons.len()) " · "
            (words.apprentices) ": " (school.apprentices.len())
        }
    }
}
