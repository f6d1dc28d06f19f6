//! What each day away costs a class, day by day as it is known.

use axum::response::Response;
use maud::{Markup, html};

use super::{Teller, begin};
use crate::domain::ClassName;
use crate::pipeline::Status;
use crate::scenario::{Asking, Cell, Others, compare_class};
use crate::web::pages::days::{cell_id, choose};
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::web::words::Words;

/// Asks for each way in which the apprentices of a class could be away.
pub(in crate::web) fn days(
    seat: Seat,
    class: ClassName,
    others: Others,
    ticket: Option<u64>,
) -> Result<Response, Refused> {
    let now = seat.bench()?.now();
    let office = seat.office.clone();
    let work = move |teller: &Teller| {
        let stop = teller.stop();
        let asking = Asking { effort: now.effort, threads: 1, stop: &stop };
        let mut tell = |position: usize, cell: &Cell| {
            teller.show(&cell_id(position), told(&seat, &now, &class, cell));
        };
        if compare_class(&now.school, &class, others, asking, &mut tell).is_err() {
            let words = Words::of(seat.language);
            teller.show("progress", html! { p.missed { (words.judged_wrong) } });
        }
    };
    Ok(begin(&office, ticket, work))
}

fn told(seat: &Seat, now: &Situation, class: &ClassName, cell: &Cell) -> Markup {
    let words = Words::of(seat.language);
    let points = cell.effect.as_ref().map(|effect| effect.points);
    let heat = match (points, cell.answer.status) {
        (_, Status::Infeasible) => "price none",
        (None, _) => "price",
        (Some(points), _) => match points {
            0 => "price heat-0",
            1..=40 => "price heat-1",
            41..=100 => "price heat-2",
            101..=200 => "price heat-3",
            _ => "price heat-4",
        },
    };
    html! {
        div class=(heat) {
            @match (&cell.effect, cell.answer.status) {
                (_, Status::Infeasible) => { p { strong { (words.impossible) } } }
                (None, _) => { p { "?" } }
                (Some(effect), status) => {
                    p {
                        strong { (effect.points) } " " (words.points)
                        @if status != Status::Optimal { " (≥ " (cell.answer.bound) ")" }
                    }
                    p.soft { (words.lessons_changed) ": " (effect.changed_lessons) }
                    @if effect.desired_missed > 0 {
                        p.soft { (words.desired_missed) ": " (effect.desired_missed) }
                    }
                    (choose(seat, now, class, &cell.away.written))
                }
            }
        }
    }
}
