//! What if: how long it goes well when more join, and what a desired lesson is worth, each drawn as it is computed.

use axum::response::Response;
use maud::{Markup, html};

use super::{Teller, begin};
use crate::domain::{Effort, Language};
use crate::report::steps::step;
use crate::report::tradeoff::{Traded, found};
use crate::report::{growth, tradeoff};
use crate::scenario::{Asking, Growing, Step, Tradeoff, grow, trade_off};
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::words::Words;

/// Lets more and more pupils join, and draws the curve after each.
pub(in crate::web) fn more(
    seat: Seat,
    growing: Growing,
    ticket: Option<u64>,
) -> Result<Response, Refused> {
    let now = seat.bench()?.now();
    let is_known = |class| now.school.classes.contains_key(class);
    if now.school.apprentices.is_empty() || !growing.classes.iter().all(is_known) {
        return Err(Refused::Garbled);
    }
    let (office, language) = (seat.office.clone(), seat.language);
    let work = move |teller: &Teller| {
        let stop = teller.stop();
        let asking = Asking { effort: now.effort, threads: seat.office.threads, stop: &stop };
        let found = grow(&now.school, &growing, asking, &mut |done, so_far| {
            teller.show_now("progress", progress(done, language));
            teller.show_now("growth", growth::drawn(so_far, language));
        });
        end(teller, "growth", found.ok().map(|found| growth::drawn(&found, language)), language);
    };
    Ok(begin(&office, ticket, work))
}

/// Finds every sensible compromise between change and missed desired lessons, one after the other.
pub(in crate::web) fn front(seat: Seat, ticket: Option<u64>) -> Result<Response, Refused> {
    let now = seat.bench()?.now();
    let (office, language) = (seat.office.clone(), seat.language);
    let work = move |teller: &Teller| {
        let stop = teller.stop();
        let threads = seat.office.threads;
        let asking = Asking { effort: Effort::Strict, threads, stop: &stop };
        let school = &*now.school;
        let answer = trade_off(school, asking, &mut |done, front| {
            let so_far = Tradeoff { front: front.to_vec(), last: None };
            teller.show_now("progress", progress(done, language));
            teller.show_now("front", found(Traded { school, tradeoff: &so_far }, language));
        });
        let told =
            answer.ok().map(|found| tradeoff::drawn(Traded { school, tradeoff: &found }, language));
        end(teller, "front", told, language);
    };
    Ok(begin(&office, ticket, work))
}

fn progress(done: Step, language: Language) -> Markup {
    html! {
        p { (step(done, language)) }
        progress max=(done.of) value=(done.done) aria-hidden="true" {}
    }
}

/// Shows what was found in the end, or that the judge did not agree.
fn end(teller: &Teller, id: &str, told: Option<Markup>, language: Language) {
    match told {
        Some(told) => {
            teller.show("progress", html! {});
            teller.show(id, told);
        }
        None => teller.show("progress", html! { p.missed { (Words::of(language).judged_wrong) } }),
    }
}
