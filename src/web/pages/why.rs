//! Why there is no timetable: each conflict a card of facts, each fact a way to what it is about, each way out with its
//! price and, where this page can do it, a button that does.

use maud::{Markup, html};

use super::days::choose;
use super::seen;
use super::week_of::{link, week_of};
use crate::explain::{Conflict, Explanation, Fact, Remedy, Repair};
use crate::pipeline::Status;
use crate::report::explanation::{conflict_heading, explained, fact_told, way_out};
use crate::report::words::{Naming, words as report_words};
use crate::web::relief::Relief;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::words::labels;

labels! {
    /// What the cards say besides facts and prices.
    struct Words {
        ways_out: "Veje ud", "Vägar ut", "Ways out";
        do_it: "Gør det", "Gör det", "Do it";
        in_timetable:
            "Det gøres i skemaprogrammet eller i filen med skemaet.",
            "Det görs i schemaprogrammet eller i filen med schemat.",
            "That is done in the timetabling program, or in the timetable’s file.";
    }
}

/// What was found; where there is a timetable after all, in words alone.
pub(in crate::web) fn why(seat: &Seat, now: &Situation, found: &Explanation) -> Markup {
    let is_told = found.answer.status == Status::Infeasible && !found.conflicts.is_empty();
    if !is_told {
        return html! { pre.told { (explained(&now.school, found, seat.language)) } };
    }
    let words = Words::of(seat.language);
    html! {
        div.cards {
            @for (number, conflict) in (1..).zip(&found.conflicts) { (card(seat, now, number, conflict)) }
        }
        @if !found.repairs.is_empty() {
            h3 { (words.ways_out) }
            ul.cards { @for repair in &found.repairs { li.card { (out(seat, now, repair)) } } }
        }
    }
}

fn card(seat: &Seat, now: &Situation, number: usize, conflict: &Conflict) -> Markup {
    let naming = naming(seat, now);
    html! {
        section.card aria-labelledby={ "conflict-" (number) } {
            h3 id={ "conflict-" (number) } { (conflict_heading(number, conflict, seat.language)) }
            ul {
                @for fact in &conflict.facts {
                    li {
                        @match address(now, fact) {
                            Some(address) => { a href=(seat.address(&address)) { (fact_told(fact, &naming)) } }
                            None => { (fact_told(fact, &naming)) }
                        }
                    }
                }
            }
        }
    }
}

fn out(seat: &Seat, now: &Situation, repair: &Repair) -> Markup {
    let bound = repair.answer.bound;
    html! {
        p {
            strong {
                @match (repair.points(), repair.answer.status) {
                    (Some(points), Status::Optimal) => { (points) }
                    (Some(points), _) => { (points) " (≥ " (bound) ")" }
                    (None, _) => { "? (≥ " (bound) ")" }
                }
                " " (seat.words().points)
            }
            " – " (way_out(repair, &naming(seat, now)))
        }
        @match &repair.remedy {
            Remedy::Send { class, away } => {
                (choose(seat, now, &[(class.as_str(), away.written.as_str())], Words::of(seat.language).do_it))
            }
            Remedy::Twice(twice) => {
                p.soft { (Words::of(seat.language).in_timetable) }
                @for &lesson in &twice.lessons { (show(seat, now, &Fact::Unplaced { lesson })) " " }
            }
            Remedy::Lift(Fact::Unplaced { lesson }) => {
                p.soft { (Words::of(seat.language).in_timetable) }
                (show(seat, now, &Fact::Unplaced { lesson: *lesson }))
            }
            Remedy::Lift(fact) => { div.buttons { (go(seat, now, repair)) (show(seat, now, fact)) } }
            Remedy::Seat { .. } => { (go(seat, now, repair)) }
        }
    }
}

/// The button that goes a way out.
fn go(seat: &Seat, now: &Situation, repair: &Repair) -> Markup {
    let name = Words::of(seat.language).do_it;
    html! {
        @if let Some(Relief { kind, fact }) = Relief::of(&repair.remedy, &now.school) {
            form method="post" action=(seat.address("/relieve")) {
                (seen(now))
                input type="hidden" name="kind" value=(kind.name());
                input type="hidden" name="fact" value=(fact);
                button.quiet aria-label={ (name) ": " (way_out(repair, &naming(seat, now))) } { (name) }
            }
        }
    }
}

/// The way to what a fact is about.
fn show(seat: &Seat, now: &Situation, fact: &Fact) -> Markup {
    let told = fact_told(fact, &naming(seat, now));
    html! {
        @if let Some(address) = address(now, fact) {
            a href=(seat.address(&address)) aria-label={ (seat.words().show) ": " (told) } { (seat.words().show) }
        }
    }
}

/// The week, or the lesson in it, that a fact is about.
fn address(now: &Situation, fact: &Fact) -> Option<String> {
    let class = |name: &str| week_of("class", name, None);
    Some(match fact {
        Fact::Away { class: name, .. }
        | Fact::Required { class: name, .. }
        | Fact::Guest { class: name, .. }
        | Fact::ClassLocked { class: name }
        | Fact::ClassAway { class: name, .. }
        | Fact::Apart { class: name, .. } => class(name.as_str()),
        Fact::TeacherAway { teacher, .. } | Fact::TeacherLimit { teacher } => {
            week_of("teacher", teacher.as_str(), None)
        }
        Fact::RoomAway { room, .. } => week_of("room", room.as_str(), None),
        Fact::Locked { lesson } | Fact::Unplaced { lesson } | Fact::Allowed { lesson } => {
            link(now.school.lessons.get(*lesson)?, *lesson)
        }
        _ => return None,
    })
}

fn naming<'a>(seat: &Seat, now: &'a Situation) -> Naming<'a> {
    Naming { school: &now.school, words: report_words(seat.language) }
}
