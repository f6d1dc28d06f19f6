//! What browsers ask, each answered in a few lines by what the command line calls too.

use std::sync::Arc;

use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;
use tokio::task::spawn_blocking;

use super::asked::{Asked, Filled, Handed, Named};
use super::desk::Desk;
use super::pages;
use super::refused::Refused;
use super::seat::{LANGUAGE, Seat, Visitor};
use super::source::Source;
use super::{download, work};
use crate::domain::{ClassName, Language};
use crate::guide::{Topic, named};
use crate::pipeline::Faults;
use crate::report::html::STYLE;
use crate::scenario::{Growing, JoinerDays, Others};

/// The first page.
pub(super) async fn start(visitor: Visitor) -> Html<String> {
    pages::start::start(&visitor)
}

/// The first page of the guide.
pub(super) async fn guide(visitor: Visitor) -> Html<String> {
    pages::guide::guide(&visitor, Topic::Start, None)
}

/// A page of the guide.
pub(super) async fn guide_page(
    visitor: Visitor,
    Named(name): Named<String>,
) -> Result<Html<String>, Refused> {
    let (topic, language) = named(&name).ok_or(Refused::Missing)?;
    Ok(pages::guide::guide(&visitor, topic, language))
}

/// The style sheet: the report's, and what only the page needs.
pub(super) async fn style() -> impl IntoResponse {
    (
        [(CONTENT_TYPE, "text/css; charset=utf-8")],
        [STYLE, include_str!("hues.css"), include_str!("style.css")].concat(),
    )
}

/// The script.
pub(super) async fn script() -> impl IntoResponse {
    let script = [include_str!("script.js"), include_str!("board.js")].concat();
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], script)
}

/// The sign on the browser's tab.
pub(super) async fn icon() -> impl IntoResponse {
    ([(CONTENT_TYPE, "image/svg+xml")], include_str!("icon.svg"))
}

#[derive(Deserialize)]
pub(super) struct Spoken {
    language: String,
    back: String,
}

/// Remembers a language.
pub(super) async fn language(Filled(spoken): Filled<Spoken>) -> Result<Response, Refused> {
    let known = Language::ALL.into_iter().find(|one| one.code() == spoken.language);
    let code = known.ok_or(Refused::Garbled)?.code();
    let cookie = format!("{LANGUAGE}={code}; Path=/; HttpOnly; SameSite=Strict");
    Ok(([(SET_COOKIE, cookie)], home(&spoken.back)).into_response())
}

/// Back to an address of this page; to no other, whatever is asked for.
pub(super) fn home(back: &str) -> Redirect {
    // Browsers leave line breaks and tabs out of an address, and then it may be another.
    let is_address = back.bytes().all(|sign| sign.is_ascii_graphic() && sign != b'\\');
    let is_own = is_address && back.starts_with('/') && !back.starts_with("//");
    Redirect::to(if is_own { back } else { "/" })
}

/// Takes a school's files and puts them on a desk.
pub(super) async fn load(visitor: Visitor, handed: Handed) -> Result<Redirect, Refused> {
    let came = handed.files().await?;
    if came.is_empty() {
        return Ok(Redirect::to("/"));
    }
    let office = Arc::clone(&visitor.office);
    let desk = aside(move || {
        let source = Source::keep(&came, &office.cupboard).map_err(|_| Refused::Full)?;
        // They are read from the copy.
        drop(came);
        Ok(Desk::open(Arc::new(source), Faults::Refuse))
    });
    let number = visitor.office.take_in(desk.await?);
    Ok(Redirect::to(&format!("/desk/{number}")))
}

/// Work that takes a moment, beside the threads that wait for browsers.
pub(super) async fn aside<Made: Send + 'static>(
    work: impl FnOnce() -> Result<Made, Refused> + Send + 'static,
) -> Result<Made, Refused> {
    spawn_blocking(work).await.unwrap_or(Err(Refused::Defect))
}

/// A page about a desk.
pub(super) async fn school(seat: Seat) -> Result<Html<String>, Refused> {
    aside(move || Ok(pages::school::school(&seat))).await
}

/// The week of somebody.
pub(super) async fn timetable(
    seat: Seat,
    Asked(look): Asked<pages::board::Look>,
) -> Result<Html<String>, Refused> {
    aside(move || pages::board::board(&seat, &look)).await
}

/// Who is away when.
pub(super) async fn pupils(
    seat: Seat,
    Asked(look): Asked<pages::pupils::Look>,
) -> Result<Html<String>, Refused> {
    pages::pupils::pupils(&seat, &look)
}

/// The days of a class.
pub(super) async fn days(
    seat: Seat,
    Asked(look): Asked<pages::days::Look>,
) -> Result<Html<String>, Refused> {
    pages::days::days(&seat, &look)
}

/// Whose days are to be priced, and how.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct DaysAsked {
    class: String,
    others: String,
    days: Option<usize>,
}

/// What each day costs a class, or each class that has apprentices.
pub(super) async fn price_days(
    seat: Seat,
    Asked(queued): Asked<Queued>,
    Filled(asked): Filled<DaysAsked>,
) -> Result<Response, Refused> {
    let class = Some(asked.class.as_str()).filter(|class| !class.is_empty());
    let others = if asked.others == "beside" { Others::AsInFile } else { Others::Absent };
    let days = asked.days.map(|days| days.clamp(1, pages::days::MOST_DAYS));
    work::days(
        seat,
        work::Prices { class: class.map(ClassName::from), others, days },
        queued.ticket,
    )
}

/// Which days suit all classes together.
pub(super) async fn together(
    seat: Seat,
    Asked(queued): Asked<Queued>,
) -> Result<Response, Refused> {
    work::together(seat, queued.ticket)
}

/// What would be if.
pub(super) async fn whatif(seat: Seat) -> Result<Html<String>, Refused> {
    pages::whatif::whatif(&seat)
}

/// Who is thought of as joining.
#[derive(Deserialize)]
pub(super) struct Joining {
    joiners: usize,
    futures: usize,
    away: String,
    class: String,
}

/// How long it goes well when more and more pupils join.
pub(super) async fn more(
    seat: Seat,
    Asked(queued): Asked<Queued>,
    Filled(asked): Filled<Joining>,
) -> Result<Response, Refused> {
    let days = match asked.away.as_str() {
        "spread" => JoinerDays::Spread,
        "common" => JoinerDays::Common,
        day => JoinerDays::On(crate::input::day(day).map_err(|_| Refused::Garbled)?),
    };
    let class = Some(asked.class.as_str()).filter(|class| !class.is_empty());
    let growing = Growing {
        joiners: asked.joiners.min(pages::whatif::MOST_JOINERS),
        samples: asked.futures.clamp(1, pages::whatif::MOST_FUTURES),
        seed: 1,
        classes: class.into_iter().map(ClassName::from).collect(),
        days,
    };
    work::more(seat, growing, queued.ticket)
}

/// Every sensible choice between change and desired lessons that are missed.
pub(super) async fn front(seat: Seat, Asked(queued): Asked<Queued>) -> Result<Response, Refused> {
    work::front(seat, queued.ticket)
}

/// The place in the line that somebody has already.
#[derive(Deserialize)]
pub(super) struct Queued {
    ticket: Option<u64>,
}

/// Searches the cheapest timetable.
pub(super) async fn solve(seat: Seat, Asked(queued): Asked<Queued>) -> Result<Response, Refused> {
    work::solve(seat, queued.ticket)
}

/// Why there is no timetable.
pub(super) async fn why(seat: Seat, Asked(queued): Asked<Queued>) -> Result<Response, Refused> {
    work::why(seat, queued.ticket)
}

/// Which one seat more would save most.
pub(super) async fn seats(seat: Seat, Asked(queued): Asked<Queued>) -> Result<Response, Refused> {
    work::seats(seat, queued.ticket)
}

/// The page to which whoever puts a lesson somewhere comes back.
#[derive(Deserialize)]
pub(super) struct Back {
    back: Option<String>,
}

/// What another time would cost a lesson.
pub(super) async fn places(
    seat: Seat,
    Named((_, lesson)): Named<(u32, usize)>,
    Asked(queued): Asked<Queued>,
    Filled(from): Filled<Back>,
) -> Result<Response, Refused> {
    let back = from.back.unwrap_or_else(|| seat.address("/timetable"));
    work::places(seat, (lesson, back), queued.ticket)
}

#[derive(Deserialize)]
pub(super) struct Running {
    run: u64,
}

/// Ends a run with what it has.
pub(super) async fn stop(visitor: Visitor, Filled(asked): Filled<Running>) {
    visitor.office.stop_run(asked.run);
}

/// The plans side by side, and two of them lesson by lesson.
pub(super) async fn plans(
    seat: Seat,
    Asked(look): Asked<pages::plans::Look>,
) -> Result<Html<String>, Refused> {
    aside(move || pages::plans::plans(&seat, &look, None)).await
}

/// Puts a plan on a desk of its own.
pub(super) async fn reopen(
    visitor: Visitor,
    Named(position): Named<usize>,
) -> Result<Redirect, Refused> {
    let plan = visitor.office.shelf.plans().get(position).cloned().ok_or(Refused::Missing)?;
    let (source, faults) = (Arc::clone(&plan.desk.source), plan.desk.faults);
    let desk = aside(move || Ok(Desk::open(source, faults))).await?;
    if let Some(bench) = &desk.bench {
        bench.begin((*plan.situation).clone());
    }
    let number = visitor.office.take_in(desk);
    Ok(Redirect::to(&format!("/desk/{number}")))
}

/// A file to take along.
pub(super) async fn take_along(
    seat: Seat,
    Named((_, name)): Named<(u32, String)>,
) -> Result<Response, Refused> {
    aside(move || download::download(&seat, &name)).await
}
