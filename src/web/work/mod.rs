//! Solves for the page: each on a thread of its own, told event by event, ended when nobody listens.

mod days;
mod places;
mod solve;
mod why;

pub(super) use days::days;
pub(super) use places::places;
pub(super) use solve::solve;
pub(super) use why::why;

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::poll_fn;
use maud::Markup;
use serde_json::json;
use tokio::sync::mpsc::{Sender, channel};

use super::office::Office;
use super::queue::{Leave, Ticket};

/// Events that wait for a slow browser; of more, those that are soon out of date are left out.
const MOST_WAITING: usize = 32;
/// So often something is sent although there is nothing to tell: so it is seen that a page is closed.
const PULSE: Duration = Duration::from_secs(2);

/// Tells a page what becomes of its solve.
pub(super) struct Teller {
    sender: Sender<Event>,
    office: Arc<Office>,
    stop: Arc<AtomicBool>,
}

impl Teller {
    /// Whether to end: somebody pressed the button, the page is closed, or the program is about to end.
    pub(super) fn stop(&self) -> bool {
        self.stop.load(Ordering::Relaxed) || self.sender.is_closed() || self.office.is_closing()
    }

    /// Puts something into the place of an element of the page; waits for a slow browser.
    pub(super) fn show(&self, id: &str, markup: Markup) {
        let _ = self.sender.blocking_send(shown(id, markup));
    }

    /// The same for what will soon be out of date; a slow browser does not get it.
    pub(super) fn show_now(&self, id: &str, markup: Markup) {
        let _ = self.sender.try_send(shown(id, markup));
    }

    /// Sends the page somewhere else: the work is done.
    pub(super) fn go(&self, address: &str) {
        let _ = self.sender.blocking_send(Event::default().event("go").data(address));
    }
}

fn shown(id: &str, markup: Markup) -> Event {
    let data = json!({ "id": id, "html": markup.into_string() });
    Event::default().event("show").data(data.to_string())
}

/// Begins `work` on a thread of its own, or tells how many are before it.
pub(super) fn begin(
    office: &Arc<Office>,
    ticket: Option<u64>,
    work: impl FnOnce(&Teller) + Send + 'static,
) -> Response {
    match office.queue.enter(ticket) {
        Ok(leave) => started(office, leave, work),
        Err(ticket) => waiting(ticket),
    }
}

fn waiting(Ticket { number, ahead }: Ticket) -> Response {
    let told = json!({ "ticket": number, "ahead": ahead }).to_string();
    (StatusCode::ACCEPTED, told).into_response()
}

fn started(
    office: &Arc<Office>,
    leave: Leave,
    work: impl FnOnce(&Teller) + Send + 'static,
) -> Response {
    let (sender, mut receiver) = channel(MOST_WAITING);
    let (number, stop) = office.begin_run();
    let _ = sender.try_send(Event::default().event("run").data(number.to_string()));
    let teller = Teller { sender, office: Arc::clone(office), stop };
    let run = move || {
        work(&teller);
        teller.office.end_run(number);
        drop(leave);
    };
    if thread::Builder::new().name("solve".to_owned()).spawn(run).is_err() {
        office.end_run(number);
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let events = poll_fn(move |context| {
        receiver.poll_recv(context).map(|event| event.map(Ok::<_, Infallible>))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(PULSE)).into_response()
}
