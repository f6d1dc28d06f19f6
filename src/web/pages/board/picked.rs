//! The lesson that is chosen: what it is, where it is, and what can be wished of it.

use maud::{Markup, html};

use super::view::View;
use super::words::Words;
use crate::pipeline::Held;
use crate::web::pages::seen;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::words::{listed, stretch};

/// The strip above the week; without a chosen lesson it says how one is chosen.
pub(super) fn picked(seat: &Seat, view: &View<'_>, now: &Situation) -> Markup {
    let words = Words::of(seat.language);
    html! {
        @if let Some(lesson) = view.lesson {
            section.picked id="lesson" aria-labelledby="lesson-name" { (chosen(seat, view, now, lesson)) }
        } @else {
            p.picked.soft { (words.hint) }
        }
    }
}

fn chosen(seat: &Seat, view: &View<'_>, now: &Situation, lesson: usize) -> Markup {
    let (words, school) = (Words::of(seat.language), &*now.school);
    let own = &school.lessons[lesson];
    let subjects = listed(own.pieces.iter().map(|piece| &piece.subject), "+");
    let name = format!("{} {subjects}", listed(own.classes().into_iter(), "+"));
    let start = now.judged().0.timetable.booking(lesson).map(|booking| booking.start);
    let is_locked = school.is_locked(own);
    let held = start.map(|start| Held { lesson, start });
    let away = view.choosing(None).address();
    let is_piece = own.length() > 1 || own.classes().len() > 1;
    html! {
        div.named {
            h2 id="lesson-name" { (name) }
            p {
                strong { (stretch(start, own.length(), seat.language)) }
                " " span.soft { (listed(own.teachers().into_iter(), "+")) }
                @if is_piece { " · " span.soft { (words.one_piece) ": " (listed(own.classes().into_iter(), "+")) } }
                @if is_locked { " · " (seat.words().is_locked) }
            }
        }
        div.buttons {
            @if !is_locked {
                @if let Some(held) = held {
                    @if now.held.contains_key(&lesson) { (wish((seat, now), "unhold", held, seat.words().release)) }
                    @else { (wish((seat, now), "hold", held, seat.words().hold_here)) }
                    (wish((seat, now), "bar", held, seat.words().not_here))
                }
                form data-stream="lesson" data-auto method="post" action=(seat.address(&format!("/lessons/{lesson}"))) {
                    (seen(now))
                    input type="hidden" name="back" value=(seat.address(&away));
                    button.quiet { (seat.words().what_elsewhere) }
                }
            }
            a.button.quiet data-let-go href=(seat.address(&away)) { (words.let_go) }
        }
        @if !is_locked {
            p.legend.soft {
                span.key.free { "✓ " (words.free) } span.key.others { "⇄ " (words.others_move) }
                span.key.dear { "▲ " (seat.words().dear_slot) } span.key.never { "✕ " (words.never) }
            }
        }
    }
}

/// A wish as a button.
fn wish((seat, now): (&Seat, &Situation), kind: &str, held: Held, name: &str) -> Markup {
    html! {
        form method="post" action=(seat.address("/wish")) {
            (seen(now))
            input type="hidden" name="kind" value=(kind);
            input type="hidden" name="lesson" value=(held.lesson);
            input type="hidden" name="slot" value=(held.start);
            input type="hidden" name="back" value=(seat.here);
            button.quiet { (name) }
        }
    }
}
