//! Solves for the page: each on a thread of its own, told event by event, ended when nobody listens.

mod days;
mod places;
mod seats;
mod solve;
mod whatif;
mod why;

pub(super) use days::{Prices, days, together};
pub(super) use places::places;
pub(super) use seats::seats;
pub(super) use solve::solve;
pub(super) use whatif::{front, more};
pub(super) use why::why;

use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::poll_fn;
use maud::{Markup, html};
use serde_json::json;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::mpsc::{Sender, channel};

use super::office::Office;
use super::queue::{Leave, Ticket};
use super::refused::Refused;
use crate::domain::{Signal, Stop};
use crate::pipeline::Deadline;

/// Events that wait for a slow browser; of more, those that are soon out of date are left out.
const MOST_WAITING: usize = 32;
/// So often something is sent although there is nothing to tell: so it is seen that a page is closed.
const PULSE: Duration = Duration::from_secs(2);
/// How long a browser may leave unread what it was told, and how often it is looked whether it reads.
const PATIENCE: Duration = Duration::from_secs(20);
const GLANCE: Duration = Duration::from_millis(20);

/// Tells a page what becomes of its solve.
pub(super) struct Teller {
    listener: Arc<Listener>,
}

/// The page that is told, and what it may have asked meanwhile.
struct Listener {
    sender: Sender<Event>,
    run: Run,
    /// Whether the browser left unread for too long what it was told.
    is_deaf: AtomicBool,
}

/// A run that is noted in the office until it is dropped, however it ends.
struct Run {
    office: Arc<Office>,
    number: u64,
    stop: Arc<AtomicBool>,
}

impl Run {
    fn begin(office: &Arc<Office>) -> Self {
        let (number, stop) = office.begin_run();
        Self { office: Arc::clone(office), number, stop }
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        self.office.end_run(self.number);
    }
}

impl Signal for Listener {
    fn is_given(&self) -> bool {
        self.run.stop.is_given() || self.is_unheard()
    }
}

impl Teller {
    /// What ends the solve: somebody presses the button, the page is closed, or the program is about to end.
    pub(super) fn stop(&self) -> Stop {
        Stop::when(self.listener.clone())
    }

    /// Puts something into the place of an element of the page; waits for a slow browser.
    pub(super) fn show(&self, id: &str, markup: Markup) {
        self.listener.send(shown(id, markup));
    }

    /// The same for what will soon be out of date; a slow browser does not get it.
    pub(super) fn show_now(&self, id: &str, markup: Markup) {
        let _ = self.listener.sender.try_send(shown(id, markup));
    }

    /// Sends the page somewhere else: the work is done.
    pub(super) fn go(&self, address: &str) {
        self.listener.send(Event::default().event("go").data(address));
    }
}

impl Listener {
    /// Waits for a slow browser, but not for one that hears nothing any more: its run ends, and others may begin.
    fn send(&self, mut event: Event) {
        let until = Deadline::after(PATIENCE);
        while let Err(TrySendError::Full(unsent)) = self.sender.try_send(event) {
            if until.is_over() {
                self.is_deaf.store(true, Ordering::Relaxed);
            }
            if self.is_unheard() {
                return;
            }
            event = unsent;
            thread::sleep(GLANCE);
        }
    }

    /// Whether there is nobody any more who hears.
    fn is_unheard(&self) -> bool {
        let is_deaf = self.is_deaf.load(Ordering::Relaxed);
        is_deaf || self.sender.is_closed() || self.run.office.is_closing()
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
    let run = Run::begin(office);
    let _ = sender.try_send(Event::default().event("run").data(run.number.to_string()));
    let listener = Listener { sender, run, is_deaf: AtomicBool::new(false) };
    let teller = Teller { listener: Arc::new(listener) };
    let work = move || {
        let _leave = leave;
        if catch_unwind(AssertUnwindSafe(|| work(&teller))).is_err() {
            teller.show("progress", broken());
        }
    };
    if thread::Builder::new().name("solve".to_owned()).spawn(work).is_err() {
        return Refused::Busy.into_response();
    }
    let events = poll_fn(move |context| {
        receiver.poll_recv(context).map(|event| event.map(Ok::<_, Infallible>))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(PULSE)).into_response()
}

/// What is shown where the work panicked.
fn broken() -> Markup {
    html! {
        @for (language, sentence) in Refused::Defect.sentences() { p.missed lang=(language.code()) { (sentence) } }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]
mod tests {
    use axum::body::to_bytes;
    use tokio::runtime::Builder;

    use super::*;

    /// More than a page that does not read has room for.
    const MANY: usize = 10 * MOST_WAITING;

    fn office() -> Arc<Office> {
        Arc::new(Office::new(1, None, None).unwrap())
    }

    #[test]
    fn work_that_panics_gives_its_place_back_and_tells_the_page() {
        let office = office();
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            for _ in 0..10 {
                let answer = begin(&office, None, |_| panic!("on purpose"));
                assert_eq!(answer.status(), StatusCode::OK, "there is a place");
                let told = to_bytes(answer.into_body(), 1 << 16).await.unwrap();
                let told = String::from_utf8_lossy(&told);
                assert!(told.contains("Something went wrong in the program itself"), "{told}");
            }
        });
    }

    #[test]
    fn a_page_that_does_not_read_loses_its_place() {
        let office = office();
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let _unread = runtime.block_on(async {
            let show = |teller: &Teller| (0..MANY).for_each(|_| teller.show("progress", html! {}));
            begin(&office, None, show)
        });
        let until = Deadline::after(Duration::from_mins(2));
        let mut own = Vec::new();
        while office.has_runs() {
            assert!(!until.is_over(), "nobody reads, and still it runs");
            thread::sleep(GLANCE);
        }
        while let Ok(leave) = office.queue.enter(None) {
            own.push(leave);
        }
        assert!(!own.is_empty());
    }
}
