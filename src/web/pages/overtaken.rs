//! A change that was not made, because another window changed what it is about.

use axum::response::Html;
use maud::{Markup, html};

use super::{Tab, page};
use crate::domain::School;
use crate::report::words::{Naming, words as report_words};
use crate::web::meanwhile::Changed;
use crate::web::refused::Refused;
use crate::web::seat::Seat;

/// The page: what was `changed` meanwhile, and the way `back` to what is now.
pub(in crate::web) fn overtaken(
    seat: &Seat,
    back: &str,
    changed: &[Changed],
) -> Result<Html<String>, Refused> {
    let (words, now) = (seat.words(), seat.bench()?.now());
    let body = html! {
        section.panel.refused role="alert" {
            p { strong { "✕ " (words.overtaken) } }
            ul { @for one in changed { li { (told(seat, &now.school, one)) } } }
            p { a.button href=(back) { (words.see_now) } }
        }
    };
    Ok(page(seat, Tab::School, &body))
}

fn told(seat: &Seat, school: &School, changed: &Changed) -> Markup {
    let words = seat.words();
    match changed {
        Changed::Pupil { pupil, before, after } => {
            let said = match (before, after) {
                (None, _) => words.has_joined,
                (_, None) => words.has_left,
                _ => words.is_away_otherwise,
            };
            html! { (pupil) " " (said) }
        }
        Changed::Lesson(lesson) => {
            let naming = Naming { school, words: report_words(seat.language) };
            html! { (naming.lesson(*lesson)) ": " (words.wished_otherwise) }
        }
        Changed::Effort => html! { (words.effort_changed) },
        Changed::Reliefs => html! { (words.reliefs_changed) },
    }
}
