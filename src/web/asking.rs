//! What browsers ask, each answered in a few lines by what the command line calls too.

use std::sync::Arc;

use axum::extract::{Form, Multipart, Path, Query};
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;
use tokio::task::spawn_blocking;

use super::desk::Desk;
use super::edit::{Change, Edit};
use super::history::History;
use super::pages;
use super::refused::Refused;
use super::seat::{LANGUAGE, Seat, Visitor};
use super::source::{Came, Source};
use super::{download, work};
use crate::domain::{ClassName, Effort, Language};
use crate::input::slot;
use crate::pipeline::{Faults, Held};
use crate::report::html::STYLE;
use crate::scenario::Others;

/// The first page.
pub(super) async fn start(visitor: Visitor) -> Html<String> {
    pages::start::start(&visitor)
}

/// The style sheet: the report's, and what only the page needs.
pub(super) async fn style() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], [STYLE, include_str!("style.css")].concat())
}

/// The script.
pub(super) async fn script() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("script.js"))
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
pub(super) async fn language(Form(spoken): Form<Spoken>) -> Result<Response, Refused> {
    let known = Language::ALL.into_iter().find(|one| one.code() == spoken.language);
    let code = known.ok_or(Refused::Garbled)?.code();
    let cookie = format!("{LANGUAGE}={code}; Path=/; HttpOnly; SameSite=Strict");
    Ok(([(SET_COOKIE, cookie)], home(&spoken.back)).into_response())
}

/// Back to an address of this page; to no other, whatever is asked for.
fn home(back: &str) -> Redirect {
    let is_own = back.starts_with('/') && !back.starts_with("//") && !back.contains('\\');
    Redirect::to(if is_own { back } else { "/" })
}

#[derive(Deserialize)]
pub(super) struct From {
    back: String,
}

/// Takes a school's files and puts them on a desk.
pub(super) async fn load(visitor: Visitor, mut parts: Multipart) -> Result<Redirect, Refused> {
    let mut came: Vec<Came> = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(|_| Refused::Large)? {
        let name = part.file_name().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.map_err(|_| Refused::Large)?;
        if !name.is_empty() {
            came.push((name, bytes.to_vec()));
        }
    }
    if came.is_empty() {
        return Ok(Redirect::to("/"));
    }
    let desk = aside(move || {
        let source = Source::keep(&came).map_err(|_| Refused::Garbled)?;
        Ok(Desk::open(Arc::new(source), Faults::Refuse))
    });
    let number = visitor.office.take_in(desk.await?);
    Ok(Redirect::to(&format!("/desk/{number}")))
}

/// Work that takes a moment, beside the threads that wait for browsers.
async fn aside<Made: Send + 'static>(
    work: impl FnOnce() -> Result<Made, Refused> + Send + 'static,
) -> Result<Made, Refused> {
    spawn_blocking(work).await.unwrap_or(Err(Refused::Garbled))
}

/// Goes on although lessons clash.
pub(super) async fn accept(seat: Seat) -> Result<Redirect, Refused> {
    let source = Arc::clone(&seat.desk.source);
    let desk = aside(move || Ok(Desk::open(source, Faults::Accept)));
    seat.office.replace(seat.number, desk.await?);
    Ok(Redirect::to(&seat.address("")))
}

/// A page about a desk.
pub(super) async fn school(seat: Seat) -> Result<Html<String>, Refused> {
    aside(move || Ok(pages::school::school(&seat))).await
}

/// The week of somebody.
pub(super) async fn timetable(
    seat: Seat,
    Query(look): Query<pages::timetable::Look>,
) -> Result<Html<String>, Refused> {
    aside(move || pages::timetable::timetable(&seat, &look)).await
}

/// Who is away when.
pub(super) async fn pupils(seat: Seat) -> Result<Html<String>, Refused> {
    pages::pupils::pupils(&seat, &[])
}

#[derive(Deserialize)]
pub(super) struct PupilChange {
    change: Change,
    pupil: String,
    #[serde(default)]
    class: String,
    #[serde(default)]
    away: String,
    #[serde(default)]
    group: String,
    #[serde(default)]
    place: String,
}

/// Adds, moves or takes away an apprentice.
pub(super) async fn change_pupil(
    seat: Seat,
    Form(asked): Form<PupilChange>,
) -> Result<Response, Refused> {
    let PupilChange { change, pupil, class, away, group, place } = asked;
    let edit = Edit { class, away, group, place, ..Edit::of(change, &pupil) };
    recast(seat, vec![edit], "/pupils").await
}

/// Changes the apprentices, or shows why not.
async fn recast(seat: Seat, step: Vec<Edit>, back: &'static str) -> Result<Response, Refused> {
    aside(move || match seat.bench()?.recast(step) {
        Ok(()) => Ok(Redirect::to(&seat.address(back)).into_response()),
        Err(found) => pages::pupils::pupils(&seat, &found).map(IntoResponse::into_response),
    })
    .await
}

/// The days of a class.
pub(super) async fn days(
    seat: Seat,
    Query(look): Query<pages::days::Look>,
) -> Result<Html<String>, Refused> {
    pages::days::days(&seat, &look)
}

#[derive(Deserialize)]
pub(super) struct ClassAway {
    class: String,
    #[serde(default)]
    away: String,
}

/// What each day costs a class, while all others are away as they are.
pub(super) async fn price_days(
    seat: Seat,
    Query(queued): Query<Queued>,
    Form(asked): Form<ClassAway>,
) -> Result<Response, Refused> {
    let class = ClassName::from(asked.class.as_str());
    work::days(seat, class, Others::AsInFile, queued.ticket)
}

/// Sends the apprentices of a class away at other times.
pub(super) async fn choose_day(
    seat: Seat,
    Form(asked): Form<ClassAway>,
) -> Result<Response, Refused> {
    let now = seat.bench()?.now();
    let own = now.school.apprentices.iter().filter(|one| one.class.as_str() == asked.class);
    // A label of their own, so that whoever was sent together with others is no longer bound to them.
    let together = format!("{}: {}", asked.class, asked.away);
    let step = own.map(|one| Edit {
        away: asked.away.clone(),
        together: together.clone(),
        ..Edit::of(Change::Move, one.pupil.as_str())
    });
    recast(seat, step.collect(), "/days").await
}

/// The place in the line that somebody has already.
#[derive(Deserialize)]
pub(super) struct Queued {
    ticket: Option<u64>,
}

/// Searches the cheapest timetable.
pub(super) async fn solve(seat: Seat, Query(queued): Query<Queued>) -> Result<Response, Refused> {
    work::solve(seat, queued.ticket)
}

/// Why there is no timetable.
pub(super) async fn why(seat: Seat, Query(queued): Query<Queued>) -> Result<Response, Refused> {
    work::why(&seat, queued.ticket)
}

/// What another time would cost a lesson.
pub(super) async fn places(
    seat: Seat,
    Path((_, lesson)): Path<(u32, usize)>,
    Query(queued): Query<Queued>,
) -> Result<Response, Refused> {
    work::places(seat, lesson, queued.ticket)
}

#[derive(Deserialize)]
pub(super) struct Running {
    run: u64,
}

/// Ends a run with what it has.
pub(super) async fn stop(visitor: Visitor, Form(asked): Form<Running>) {
    visitor.office.stop_run(asked.run);
}

#[derive(Deserialize)]
pub(super) struct Wished {
    kind: Wish,
    lesson: usize,
    slot: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Wish {
    Hold,
    Unhold,
    Bar,
    Unbar,
}

/// Holds a lesson, or keeps it from a slot, or takes that back.
pub(super) async fn wish(seat: Seat, Form(asked): Form<Wished>) -> Result<Redirect, Refused> {
    let (bench, lesson) = (seat.bench()?, asked.lesson);
    let school = &bench.now().school;
    let start = slot(&asked.slot).filter(|&slot| school.grid.contains(slot));
    let start = start.ok_or(Refused::Garbled)?;
    let named = school.lessons.get(lesson).ok_or(Refused::Garbled)?;
    let held = Held { lesson, start };
    bench.wish(|situation| match asked.kind {
        Wish::Hold => {
            situation.barred.remove(&held);
            situation.held.insert(lesson, start);
        }
        Wish::Unhold => drop(situation.held.remove(&lesson)),
        Wish::Bar => {
            situation.held.retain(|&own, &mut at| own != lesson || at != start);
            situation.barred.insert(held);
        }
        Wish::Unbar => drop(situation.barred.remove(&held)),
    });
    Ok(Redirect::to(&seat.address(&pages::timetable::link(named, lesson))))
}

/// Lets required lessons be missed where nothing else works.
pub(super) async fn effort(seat: Seat) -> Result<Redirect, Refused> {
    seat.bench()?.wish(|situation| situation.effort = Effort::Best);
    Ok(Redirect::to(&seat.address("")))
}

/// Takes the last change back.
pub(super) async fn undo(seat: Seat, Form(from): Form<From>) -> Result<Redirect, Refused> {
    seat.bench()?.with(History::undo);
    Ok(home(&from.back))
}

/// Does again what was taken back.
pub(super) async fn redo(seat: Seat, Form(from): Form<From>) -> Result<Redirect, Refused> {
    seat.bench()?.with(History::redo);
    Ok(home(&from.back))
}

/// The plans side by side.
pub(super) async fn plans(seat: Seat) -> Result<Html<String>, Refused> {
    pages::plans::plans(&seat, None)
}

#[derive(Deserialize)]
pub(super) struct Named {
    name: String,
}

/// Keeps a plan.
pub(super) async fn keep(seat: Seat, Form(named): Form<Named>) -> Result<Response, Refused> {
    aside(move || {
        let now = seat.bench()?.now();
        match seat.office.shelf.keep(&named.name, &seat.desk, &now) {
            Ok(()) => Ok(Redirect::to(&seat.address("/plans")).into_response()),
            Err(unkept) => {
                pages::plans::plans(&seat, Some(unkept)).map(IntoResponse::into_response)
            }
        }
    })
    .await
}

/// Puts a plan on a desk of its own.
pub(super) async fn reopen(
    visitor: Visitor,
    Path(place): Path<usize>,
) -> Result<Redirect, Refused> {
    let plan = visitor.office.shelf.plans().get(place).cloned().ok_or(Refused::Missing)?;
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
    Path((_, name)): Path<(u32, String)>,
) -> Result<Response, Refused> {
    aside(move || download::download(&seat, &name)).await
}
