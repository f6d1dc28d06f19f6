//! The board: the list of all weeks, the week that is looked at, one beside it, and the lesson that is chosen.

mod chips;
mod keys;
mod picked;
mod roster;
mod since;
mod view;
mod words;

pub(in crate::web) use chips::{chip, reached, slot_id};
pub(super) use keys::{keys, label as keys_label};
pub(super) use since::{figures, since};
pub(in crate::web) use view::{Kind, Look};

use axum::response::Html;
use maud::{Markup, html};

use super::solving::solving;
use super::unplaced::unplaced;
use super::{Tab, page};
use crate::diff::Offer;
use crate::domain::{Piece, School, Slot};
use crate::explain::tasks;
use crate::report::html::numbers;
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::week::{Board, Entry, Weeks, Whose};
use picked::picked;
use roster::{beside, roster};
use view::View;
use words::Words;

/// The page.
pub(in crate::web) fn board(seat: &Seat, look: &Look) -> Result<Html<String>, Refused> {
    let bench = seat.bench()?;
    let now = bench.now();
    let school = &*now.school;
    let view = View::new(school, look);
    let judged = now.judged();
    let (proposal, verdict) = &*judged;
    let offer = Offer { school, proposal, difference: &verdict.difference };
    let baseline = school.baseline();
    let numbers = numbers(&tasks(school, proposal));
    let weeks = Weeks::new(offer, &baseline, &numbers, seat.language);
    let chips = view.lesson.map(|lesson| chips::chips(seat, &view, &now, lesson));
    let chips = chips.unwrap_or_default();
    let body = html! {
        (solving(seat, bench, &now))
        div.board {
            (roster(seat, &view, offer))
            div.middle {
                (tools(seat, &view))
                (picked(seat, &view, &now))
                div.panes {
                    @if let Some(whose) = view.whose {
                        (pane((seat, &view, &now), &weeks, whose, &|slot| html! { @if let Some(chip) = chips.get(&slot) { (chip) } }))
                    }
                    @if let Some(whose) = view.beside { (pane((seat, &view, &now), &weeks, whose, &|_| html! {})) }
                }
                @if let Some(whose) = view.whose { (unplaced(seat, &now, |piece| concerns(school, whose, piece))) }
            }
        }
    };
    Ok(page(seat, Tab::Timetable, &body))
}

/// The ways to the neighbours in the list, and to a week beside.
fn tools(seat: &Seat, view: &View<'_>) -> Markup {
    let words = Words::of(seat.language);
    let way = |whose| seat.address(&view.to(whose).address());
    html! {
        div.tools {
            @if let Some([before, after]) = view.neighbours() {
                a.button.quiet rel="prev" href=(way(before)) {
                    span aria-hidden="true" { "‹ " } span.unseen { (words.previous) ": " } (before.name(view.school))
                }
                a.button.quiet rel="next" href=(way(after)) {
                    span.unseen { (words.next) ": " } (after.name(view.school)) span aria-hidden="true" { " ›" }
                }
            }
            (beside(seat, view))
        }
    }
}

fn pane(
    (seat, view, now): (&Seat, &View<'_>, &Situation),
    weeks: &Weeks<'_>,
    whose: Whose<'_>,
    slot: &dyn Fn(Slot) -> Markup,
) -> Markup {
    let words = Words::of(seat.language);
    let fresh = since::moved(now);
    let lesson = |entry: &Entry, drawn: Markup| {
        let is_chosen = view.lesson == Some(entry.lesson);
        let address = seat.address(&view.choosing(Some(entry.lesson)).address());
        let is_held = now.held.contains_key(&entry.lesson) && !entry.leaves();
        let is_fresh = fresh.contains(&entry.lesson);
        html! {
            a.click href=(address) data-lesson=(entry.lesson) draggable=[(!entry.is_locked).then_some("true")]
                aria-current=[is_chosen.then_some("true")] .fresh[is_fresh] {
                (drawn)
                @if is_held { (pin(words)) }
                @if is_fresh { span.unseen { (words.fresh) } }
            }
        }
    };
    html! { div.pane { (weeks.board(whose, &Board { lesson: &lesson, slot })) } }
}

/// The sign of a lesson that stays where somebody put it.
fn pin(words: &Words) -> Markup {
    html! {
        span.pin title=(words.pinned) {
            svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" {
                path fill="currentColor" d="M4 0h4v1L7.4 4.6 9.5 7H6.6L6 12 5.4 7H2.5l2.1-2.4L4 1z" {}
            }
            span.unseen { (words.pinned) }
        }
    }
}

/// Whether a row of a lesson is theirs.
fn concerns(school: &School, whose: Whose<'_>, piece: &Piece) -> bool {
    match whose {
        Whose::Class(name) => piece.classes.contains(name),
        Whose::Teacher(name) => piece.teachers.contains(name),
        Whose::Room(name) => piece.rooms.contains(name),
        Whose::Pupil(index) => {
            school.apprentices.get(index).is_some_and(|pupil| pupil.attends(piece))
        }
    }
}
