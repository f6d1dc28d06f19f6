//! Which one seat more would save most.

use axum::response::Response;
use maud::html;

use super::{Teller, begin};
use crate::pipeline::Demands;
use crate::report::steps::step;
use crate::scenario::{Asking, one_more_seat};
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::words::Words;

/// Asks for every seat that is taken, and puts what was found beside the answer.
pub(in crate::web) fn seats(seat: Seat, ticket: Option<u64>) -> Result<Response, Refused> {
    let now = seat.bench()?.now();
    let answer = now.answer.clone().filter(|_| now.is_offered()).ok_or(Refused::Missing)?;
    let (office, language) = (seat.office.clone(), seat.language);
    let work = move |teller: &Teller| {
        let stop = teller.stop();
        let asking = Asking { effort: now.effort, threads: seat.office.threads, stop: &stop };
        let (held, barred) = (now.held(), now.barred());
        let demands = Demands { held: &held, barred: &barred, ..Demands::default() };
        let mut tell = |one| teller.show_now("progress", html! { p { (step(one, language)) } });
        let found = one_more_seat(&now.school, (&*answer, demands), asking, &mut tell);
        if let (Ok(found), Some(bench)) = (found, &seat.desk.bench) {
            bench.with(|history| history.answer(now.seated(found.more)));
            teller.go(&seat.address(""));
        } else {
            let words = Words::of(language);
            teller.show("progress", html! { p.missed { (words.judged_wrong) } });
        }
    };
    Ok(begin(&office, ticket, work))
}
