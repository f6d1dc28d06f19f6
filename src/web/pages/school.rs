//! The first page about a school: what apprentices miss, what a plan changes, what to take along.

use std::collections::BTreeMap;

use axum::response::Html;
use maud::{Markup, html};

use super::faults::{clashes, faults};
use super::matching::matching;
use super::moved::moved;
use super::solving::solving;
use super::unplaced::unplaced;
use super::week_of::week_of;
use super::{Tab, headings, page};
use crate::account::arrival;
use crate::diff::{Difference, Offer};
use crate::domain::{Level, School};
use crate::report::html::missed_besides;
use crate::report::words::words as report_words;
use crate::web::desk::Bench;
use crate::web::downloads::DOWNLOADS;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::web::words::download;

/// The page.
pub(in crate::web) fn school(seat: &Seat) -> Html<String> {
    let work = match (&seat.desk.bench, &seat.desk.clashing) {
        (Some(bench), _) => {
            let now = bench.now();
            html! {
                (solving(seat, bench, &now))
                (contents(seat, bench, &now))
                (faults(seat))
            }
        }
        (None, Some((school, breaches))) => {
            html! { (clashes(seat, school, breaches)) (faults(seat)) }
        }
        (None, None) => faults(seat),
    };
    let body = html! { (taken(seat)) (work) };
    page(seat, Tab::School, &body)
}

/// What another program's files were taken for.
fn taken(seat: &Seat) -> Markup {
    let Some((format, reading)) = &seat.desk.source.taken else { return html! {} };
    let text = arrival::taken(*format, reading.as_ref(), seat.language);
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let is_unsure = reading.as_ref().is_some_and(|reading| reading.unsure > 0);
    html! {
        details.taken open[is_unsure || seat.desk.bench.is_none()] {
            summary { (capital(first)) }
            pre tabindex="0" { (rest.trim()) }
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn contents(seat: &Seat, bench: &Bench, now: &Situation) -> Markup {
    let (words, school) = (seat.words(), &*now.school);
    let proposal = now.proposal();
    let judged = crate::check::check(school, &proposal, now.effort);
    let offer = Offer { school, proposal: &proposal, difference: &judged.difference };
    html! {
        @if now.answer.as_ref().is_some_and(|answer| answer.offered.is_some()) {
            (moved(seat, offer))
            (matching(seat, bench, now))
            (missed(seat, offer, words.still_missed))
            (downloads(seat))
        } @else {
            (unplaced(seat, now, |_| true))
            (missed(seat, offer, words.missed_now))
        }
        (numbers(seat, school))
    }
}

/// The lessons that apprentices miss, a line for each pupil, and what guests miss besides.
fn missed(seat: &Seat, offer: Offer<'_>, title: &str) -> Markup {
    let Offer { school, difference: Difference { missed, .. }, .. } = offer;
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
                            @for ((position, level), told) in &pupils {
                                @let pupil = &school.apprentices[*position];
                                tr {
                                    th scope="row" {
                                        a href=(seat.address(&week_of("pupil", pupil.pupil.as_str(), None))) {
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
            (missed_besides(offer, names))
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
