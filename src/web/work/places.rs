//! What it would cost to have a lesson at each other time, or why it cannot be there.

use axum::response::Response;
use maud::html;

use super::{Teller, begin};
use crate::domain::Slot;
use crate::explain::{Placing, placings};
use crate::pipeline::{Demands, Held};
use crate::scenario::Asking;
use crate::web::pages::board::{chip, slot_id};
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::words::Words;

/// Asks for each slot in which the lesson fits.
pub(in crate::web) fn places(
    seat: Seat,
    (lesson, back): (usize, String),
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
        // Who puts it where it must not be takes that back.
        let is_other = |bar: &Held| bar.lesson != lesson;
        let (held, barred) = (now.held(), now.barred());
        let barred: Vec<Held> = barred.into_iter().filter(is_other).collect();
        let demands = Demands { held: &held, barred: &barred, most_missed: None, below: None };
        let known = now.answer.as_deref().filter(|_| now.is_solved);
        let mut tell = |start: Slot, placing: &Placing| {
            let held = Held { lesson, start };
            teller.show(&slot_id(start), chip(&seat, &now, (held, placing), &back));
        };
        if placings(&now.school, lesson, (demands, known), asking, &mut tell).is_err() {
            let words = Words::of(seat.language);
            teller.show("progress", html! { p.missed { (words.judged_wrong) } });
        }
    };
    Ok(begin(&office, ticket, work))
}
