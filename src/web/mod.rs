//! THE PAGE: a browser on this machine → the same calls that the command line makes → pages and events.
//!
//! The server listens on 127.0.0.1 alone. Whoever asks must have come by the address that the program printed, and what
//! changes anything must come from the page itself. No path that a browser sends reaches the file system, no name of a
//! pupil reaches a log. Solves run on threads of their own, a few at once, and end when nobody looks any more.
//!
//! Nothing is decided here about timetables, and what other renderings say too is worded in [`report`](crate::report).

mod asked;
mod asking;
mod changing;
pub(crate) mod cupboard;
mod desk;
mod download;
mod downloads;
mod edit;
mod enrolment;
mod guard;
mod history;
mod key;
mod meanwhile;
mod office;
mod pages;
pub(crate) mod private;
mod queue;
mod refused;
mod relief;
mod seat;
mod server;
mod shelf;
mod situation;
mod source;
mod words;
mod work;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

pub use office::Office;
pub use server::{listen, serve};

use crate::input::LARGEST;

/// The page: every address that it has, behind its guard.
pub fn app(office: Arc<Office>) -> Router {
    let whole = usize::try_from(LARGEST).unwrap_or(usize::MAX);
    Router::new()
        .route("/", get(asking::start))
        .route("/guide", get(asking::guide))
        .route("/guide/{page}", get(asking::guide_page))
        .route("/style.css", get(asking::style))
        .route("/script.js", get(asking::script))
        .route("/icon.svg", get(asking::icon))
        .route("/language", post(asking::language))
        .route("/load", post(asking::load).layer(DefaultBodyLimit::max(whole)))
        .route("/stop", post(asking::stop))
        .route("/plans/{plan}/open", post(asking::reopen))
        .merge(desk())
        .fallback(async || refused::Refused::Missing)
        .method_not_allowed_fallback(async || refused::Refused::Method)
        .layer(from_fn_with_state(Arc::clone(&office), guard::guard))
        .with_state(office)
}

/// The addresses about a desk.
fn desk() -> Router<Arc<Office>> {
    Router::new()
        .route("/desk/{desk}", get(asking::school))
        .route("/desk/{desk}/accept", post(changing::accept))
        .route("/desk/{desk}/mend", post(changing::mend))
        .route("/desk/{desk}/core", post(changing::decide))
        .route("/desk/{desk}/timetable", get(asking::timetable))
        .route("/desk/{desk}/pupils", get(asking::pupils).post(changing::change_pupil))
        .route("/desk/{desk}/pupils/list", post(changing::add_list))
        .route("/desk/{desk}/days", get(asking::days).post(asking::price_days))
        .route("/desk/{desk}/days/together", post(asking::together))
        .route("/desk/{desk}/days/choose", post(changing::choose_day))
        .route("/desk/{desk}/whatif", get(asking::whatif))
        .route("/desk/{desk}/more", post(asking::more))
        .route("/desk/{desk}/front", post(asking::front))
        .route("/desk/{desk}/lessons/{lesson}", post(asking::places))
        .route("/desk/{desk}/solve", post(asking::solve))
        .route("/desk/{desk}/why", post(asking::why))
        .route("/desk/{desk}/seats", post(asking::seats))
        .route("/desk/{desk}/wish", post(changing::wish))
        .route("/desk/{desk}/effort", post(changing::effort))
        .route("/desk/{desk}/relieve", post(changing::relieve))
        .route("/desk/{desk}/undo", post(changing::undo))
        .route("/desk/{desk}/redo", post(changing::redo))
        .route("/desk/{desk}/plans", get(asking::plans).post(changing::keep))
        .route("/desk/{desk}/plans/delete", post(changing::delete))
        .route("/desk/{desk}/download/{name}", get(asking::take_along))
}
