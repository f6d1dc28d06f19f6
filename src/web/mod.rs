//! THE PAGE: a browser on this machine → the same calls that the command line makes → pages and events.
//!
//! The server listens on 127.0.0.1 alone. Whoever asks must have come by the address that the program printed, and what
//! changes anything must come from the page itself. No path that a browser sends reaches the file system, no name of a
//! pupil reaches a log. Solves run on threads of their own, a few at once, and end when nobody looks any more.
//!
//! Nothing is decided here about timetables, and what other renderings say too is worded in [`report`](crate::report).

mod asking;
mod desk;
mod download;
mod edit;
mod guard;
mod history;
mod key;
mod office;
mod pages;
mod queue;
mod refused;
mod seat;
mod shelf;
mod situation;
mod source;
mod words;
mod work;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tokio::runtime::Builder;
use tokio::time::{sleep, timeout};

pub use office::Office;

use crate::input::LARGEST;

/// Threads that wait for browsers.
const THREADS: usize = 2;
/// How often it is asked whether the program is to end, and how long pages are then waited for.
const GLANCE: Duration = Duration::from_millis(100);
const FAREWELL: Duration = Duration::from_secs(3);

/// The page: every address that it has, behind its guard.
pub fn app(office: Arc<Office>) -> Router {
    let whole = usize::try_from(LARGEST).unwrap_or(usize::MAX);
    Router::new()
        .route("/", get(asking::start))
        .route("/style.css", get(asking::style))
        .route("/script.js", get(asking::script))
        .route("/icon.svg", get(asking::icon))
        .route("/language", post(asking::language))
        .route("/load", post(asking::load).layer(DefaultBodyLimit::max(whole)))
        .route("/stop", post(asking::stop))
        .route("/plans/{plan}/open", post(asking::reopen))
        .merge(desk())
        .fallback(async || refused::Refused::Missing)
        .layer(from_fn_with_state(Arc::clone(&office), guard::guard))
        .with_state(office)
}

/// The addresses about a desk.
fn desk() -> Router<Arc<Office>> {
    Router::new()
        .route("/desk/{desk}", get(asking::school))
        .route("/desk/{desk}/accept", post(asking::accept))
        .route("/desk/{desk}/timetable", get(asking::timetable))
        .route("/desk/{desk}/pupils", get(asking::pupils).post(asking::change_pupil))
        .route("/desk/{desk}/days", get(asking::days).post(asking::price_days))
        .route("/desk/{desk}/days/choose", post(asking::choose_day))
        .route("/desk/{desk}/lessons/{lesson}", post(asking::places))
        .route("/desk/{desk}/solve", post(asking::solve))
        .route("/desk/{desk}/why", post(asking::why))
        .route("/desk/{desk}/wish", post(asking::wish))
        .route("/desk/{desk}/effort", post(asking::effort))
        .route("/desk/{desk}/undo", post(asking::undo))
        .route("/desk/{desk}/redo", post(asking::redo))
        .route("/desk/{desk}/plans", get(asking::plans).post(asking::keep))
        .route("/desk/{desk}/download/{name}", get(asking::take_along))
}

/// A port of this machine on which only this machine is heard; 0 takes a free one.
///
/// # Errors
/// The port is taken, or may not be taken.
pub fn listen(port: u16) -> io::Result<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Answers until `stop` says so; what runs then is stopped, and pages that are being sent are finished.
///
/// # Errors
/// The system gives no threads, or the port is lost.
pub fn serve(
    listener: TcpListener,
    office: &Arc<Office>,
    stop: impl Fn() -> bool + Send + 'static,
) -> io::Result<()> {
    let runtime = Builder::new_multi_thread().worker_threads(THREADS).enable_all().build()?;
    let ended = async move |stop: Box<dyn Fn() -> bool + Send>, office: Arc<Office>| {
        while !stop() {
            sleep(GLANCE).await;
        }
        office.close();
    };
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let (closing, closed) = tokio::sync::oneshot::channel::<()>();
        let server = axum::serve(listener, app(Arc::clone(office)));
        let server = server.with_graceful_shutdown(async { drop(closed.await) });
        let server = tokio::spawn(server.into_future());
        ended(Box::new(stop), Arc::clone(office)).await;
        drop(closing);
        let _ = timeout(FAREWELL, server).await;
        Ok(())
    })
}
