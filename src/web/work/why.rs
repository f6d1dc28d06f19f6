//! Why there is no timetable, and what would be a way out.

use axum::response::Response;
use maud::html;

use super::{Teller, begin};
use crate::explain::explain;
use crate::report::steps::step;
use crate::scenario::Asking;
use crate::web::pages::why::why as cards;
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::words::Words;

/// Explains what is on the desk now.
pub(in crate::web) fn why(seat: Seat, ticket: Option<u64>) -> Result<Response, Refused> {
    let now = seat.bench()?.now();
    let office = seat.office.clone();
    let language = seat.language;
    let work = move |teller: &Teller| {
        let stop = teller.stop();
        let asking = Asking { effort: now.effort, threads: seat.office.threads, stop: &stop };
        let mut tell = |one| teller.show_now("progress", html! { p { (step(one, language)) } });
        let found = explain(&now.school, asking, &mut tell);
        let markup = found.map_or_else(
            |_| html! { p.missed { (Words::of(language).judged_wrong) } },
            |found| cards(&seat, &now, &found),
        );
        teller.show("progress", html! {});
        teller.show("why", markup);
    };
    Ok(begin(&office, ticket, work))
}
