//! Who goes where: places and seats, who has no placement, and which one seat more would save most.

use maud::{Markup, html};

use super::seen;
use crate::report::Report;
use crate::report::matching::{Matching, heading, section_body};
use crate::scenario::Seats;
use crate::web::desk::Bench;
use crate::web::seat::Seat;
use crate::web::situation::Situation;

/// The section; nothing where there is nothing to choose, or nothing is offered.
pub(super) fn matching(seat: &Seat, bench: &Bench, now: &Situation) -> Markup {
    let (Some(seats), Some(answer)) = (now.seats(), &now.answer) else { return html! {} };
    let report = Report { school: &now.school, sheet: &bench.sheet, answer, printed: None };
    html! {
        section aria-labelledby="matching" {
            h2 id="matching" { (heading(seat.language)) }
            (section_body(Matching { report, seats: &seats }, seat.language))
            p { a href=(seat.address("/pupils")) { (seat.words().apprentices_title) } }
            @if is_worth_asking(now, &seats) {
                form data-stream="seats" method="post" action=(seat.address("/seats")) {
                    (seen(now))
                    button { (seat.words().which_seat) }
                }
            }
        }
    }
}

/// Whether a seat is full, and it was not asked yet what one more would save.
fn is_worth_asking(now: &Situation, seats: &Seats) -> bool {
    now.is_solved && seats.more.is_none() && !seats.full.is_empty()
}
