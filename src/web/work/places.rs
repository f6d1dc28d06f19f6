//! What it would cost to have a lesson at each other time, or why it cannot be there.

use axum::response::Response;
use maud::html;

use super::{Teller, begin};
use crate::domain::Slot;
use crate::explain::{Fit, Known, Reach, placings};
use crate::pipeline::{Demands, Held};
use crate::scenario::Asking;
use crate::web::pages::board::{chip, reached, slot_id};
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
        let asking = Asking { effort: now.effort, threads: seat.office.threads, stop: &stop };
        // Who puts it where it must not be takes that back.
        let is_other = |bar: &Held| bar.lesson != lesson;
        let (held, barred) = (now.held(), now.barred());
        let barred: Vec<Held> = barred.into_iter().filter(is_other).collect();
        let demands = Demands { held: &held, barred: &barred, ..Demands::default() };
        let known = now.answer.as_deref().filter(|_| now.is_solved);
        let reaches = reaches(&now, lesson);
        let starts: Vec<Slot> = reaches.iter().map(|reach| reach.start).collect();
        let mut tell = |start: Slot, known: Known<'_>| {
            let held = Held { lesson, start };
            let seen = reaches.iter().find(|reach| reach.start == start);
            match (known, seen) {
                (Known::Placed(placing), _) => {
                    teller.show(&slot_id(start), chip(&seat, &now, (held, placing), &back));
                }
                (Known::AtLeast(points), Some(seen)) => {
                    let reach = Reach { least: seen.least.max(points), ..seen.clone() };
                    teller.show(&slot_id(start), reached(&seat, &now, (lesson, &back), &reach));
                }
                (Known::AtLeast(_), None) => (),
            }
        };
        if placings(&now.school, (lesson, &starts), (demands, known), asking, &mut tell).is_err() {
            let words = Words::of(seat.language);
            teller.show("progress", html! { p.missed { (words.judged_wrong) } });
        }
    };
    Ok(begin(&office, ticket, work))
}

/// The slots of which a price is to be found, as they are seen without one.
fn reaches(now: &Situation, lesson: usize) -> Vec<Reach> {
    let (here, mut all) = now.reaches(lesson);
    all.retain(|reach| reach.fit != Fit::Never && Some(reach.start) != here);
    all
}
