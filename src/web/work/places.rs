//! What it would cost to have a lesson at each other time, or why it cannot be there.

use axum::response::Response;
use maud::{Markup, html};

use super::{Teller, begin};
use crate::domain::Slot;
use crate::explain::{Placing, placings};
use crate::pipeline::{Answer, Demands, Held, Status};
use crate::report::explanation::{Placed, placed};
use crate::scenario::Asking;
use crate::web::pages::lesson::{hold, slot_id};
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::web::words::Words;

/// Asks for each slot in which the lesson fits.
pub(in crate::web) fn places(
    seat: Seat,
    lesson: usize,
    ticket: Option<u64>,
) -> Result<Response, Refused> {
    let now = seat.bench()?.now();
    if lesson >= now.school.lessons.len() {
        return Err(Refused::Missing);
    }
    let office = seat.office.clone();
    let work = move |teller: &Teller| {
        let stop = teller.stop();
        let asking = Asking { effort: now.effort, threads: 1, stop: &stop };
        let (held, barred) = (now.held(), now.barred());
        let demands = Demands { held: &held, barred: &barred, most_missed: None, below: None };
        let known = now.answer.as_deref().filter(|_| now.is_solved);
        let mut tell = |start: Slot, placing: &Placing| {
            let held = Held { lesson, start };
            teller.show(&slot_id(start), told(&seat, &now, held, placing));
        };
        if placings(&now.school, lesson, (demands, known), asking, &mut tell).is_err() {
            let words = Words::of(seat.language);
            teller.show("progress", html! { p.missed { (words.judged_wrong) } });
        }
    };
    Ok(begin(&office, ticket, work))
}

fn points(answer: &Answer) -> Option<i64> {
    answer.offered.as_ref().map(|(_, verdict)| verdict.difference.breakdown.total())
}

fn told(seat: &Seat, now: &Situation, held: Held, placing: &Placing) -> Markup {
    let (words, school) = (Words::of(seat.language), &*now.school);
    let more = points(&placing.held).zip(points(&placing.free)).map(|(held, free)| held - free);
    match (placing.held.status, more) {
        (Status::Infeasible, _) => html! {
            div.price.none {
                p { strong { "✕ " (words.impossible) } }
                @if placing.is_cut_short { p.soft { (words.why_follows) } } @else {
                    details {
                        summary { (words.why) }
                        pre.told { (placed(Placed { school, held, placing }, seat.language)) }
                    }
                }
            }
        },
        (_, Some(more)) if more <= 0 => html! {
            div.price.free { p { strong { "✓ +0" } } (hold(seat, now, held)) }
        },
        (_, Some(more)) => html! {
            div.price.dear { p { strong { "▲ +" (more) } " " (words.points) } (hold(seat, now, held)) }
        },
        (_, None) => html! { div.price { p { "?" } } },
    }
}
