//! The cheapest timetable, with the best so far on the way.

use maud::{Markup, html};

use super::{Teller, begin};
use crate::domain::Language;
use crate::pipeline::{Demands, Event, Request, solve_with};
use crate::report::progress;
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::words::Words;
use axum::response::Response;

/// Solves what is on the desk now, and puts the answer there.
pub(in crate::web) fn solve(seat: Seat, ticket: Option<u64>) -> Result<Response, Refused> {
    let now = seat.bench()?.now();
    let request = Request { effort: now.effort, threads: seat.office.threads };
    let office = seat.office.clone();
    let work = move |teller: &Teller| {
        let (held, barred) = (now.held(), now.barred());
        let demands = Demands { held: &held, barred: &barred, ..Demands::default() };
        let mut told = None;
        let mut tell = |event: Event| {
            if let Event::Progress { best, bound, .. } = event
                && told.replace((best, bound)) != Some((best, bound))
            {
                teller.show_now("progress", stand(&event, best, bound, seat.language));
            }
        };
        let answer = solve_with(&now.school, demands, &request, &teller.stop(), &mut tell);
        match (answer, &seat.desk.bench) {
            (Ok(answer), Some(bench)) => {
                bench.with(|history| history.answer(now.answered(answer)));
                teller.go(&seat.address(""));
            }
            _ => {
                teller.show(
                    "progress",
                    html! { p.missed { (Words::of(seat.language).judged_wrong) } },
                );
            }
        }
    };
    Ok(begin(&office, ticket, work))
}

/// Where the search stands, as a sentence and as a bar that fills as the proof comes closer.
fn stand(event: &Event, best: Option<i64>, bound: i64, language: Language) -> Markup {
    let words = Words::of(language);
    html! {
        p { (progress(event, language).unwrap_or_default()) }
        @if let Some(best) = best.filter(|best| *best > 0) {
            meter min="0" max=(best) value=(bound) aria-label=(words.proven_share) {}
        }
    }
}
