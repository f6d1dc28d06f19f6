//! What it would cost to have a lesson at each other time, or why it cannot be there.

use axum::response::Response;
use maud::html;

use super::{Teller, begin};
use crate::domain::Slot;
use crate::explain::{Fit, Placing, placings};
use crate::pipeline::{Demands, Held};
use crate::scenario::Asking;
use crate::web::pages::board::{chip, slot_id};
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::web::words::Words;

/// Asks for each slot in which the lesson fits and of which the judge alone does not say already that it cannot be there.
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
        let demands = Demands { held: &held, barred: &barred, ..Demands::default() };
        let known = now.answer.as_deref().filter(|_| now.is_solved);
        let mut tell = |start: Slot, placing: &Placing| {
            let held = Held { lesson, start };
            teller.show(&slot_id(start), chip(&seat, &now, (held, placing), &back));
        };
        let starts = starts(&now, lesson);
        if placings(&now.school, (lesson, &starts), (demands, known), asking, &mut tell).is_err() {
            let words = Words::of(seat.language);
            teller.show("progress", html! { p.missed { (words.judged_wrong) } });
        }
    };
    Ok(begin(&office, ticket, work))
}

/// The slots of which a price is to be found, those first in which nobody has to move, the cheapest before the others.
fn starts(now: &Situation, lesson: usize) -> Vec<Slot> {
    let (here, mut all) = now.reaches(lesson);
    all.retain(|reach| reach.fit != Fit::Never && Some(reach.start) != here);
    all.sort_by_key(|reach| (reach.fit == Fit::OthersMove, reach.breaches.len(), reach.more));
    all.into_iter().map(|reach| reach.start).collect()
}
