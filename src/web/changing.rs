//! What browsers change, one change at a time and on what their page showed: two windows never undo each other's work.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::asked::Filled;
use super::asking::{ClassAway, aside, home};
use super::desk::{Bench, Desk};
use super::edit::{Change, Edit};
use super::history::History;
use super::meanwhile::{About, Unchanged};
use super::pages;
use super::refused::Refused;
use super::seat::Seat;
use super::situation::Situation;
use crate::domain::Effort;
use crate::input::slot;
use crate::pipeline::{Faults, Held};

/// Where somebody came from, and what was seen there.
#[derive(Deserialize)]
pub(super) struct From {
    back: String,
    seen: Option<u64>,
}

/// The situation that a page showed, by its number.
#[derive(Deserialize)]
pub(super) struct Seen {
    seen: Option<u64>,
}

/// Goes on although lessons clash. Where somebody does that already, nothing is begun anew.
pub(super) async fn accept(seat: Seat) -> Result<Redirect, Refused> {
    if seat.desk.bench.is_none() {
        let source = Arc::clone(&seat.desk.source);
        let desk = aside(move || Ok(Desk::open(source, Faults::Accept))).await?;
        seat.office.replace(seat.number, &seat.desk, desk);
    }
    Ok(Redirect::to(&seat.address("")))
}

/// Says of subjects whether they are core subjects; nothing is begun anew where somebody works already.
pub(super) async fn decide(
    seat: Seat,
    Filled(fields): Filled<Vec<(String, String)>>,
) -> Result<Redirect, Refused> {
    let levels = ["required", "desired", "no"];
    let said = |pair: &[(String, String)]| match pair {
        [(one, subject), (other, level)] if one == "subject" && other == "level" => {
            levels.contains(&level.as_str()).then(|| [subject.clone(), level.clone()])
        }
        _ => None,
    };
    let subjects: Option<Vec<[String; 2]>> = fields.chunks(2).map(said).collect();
    let subjects = subjects.ok_or(Refused::Garbled)?;
    if seat.desk.bench.is_none() && seat.desk.source.can_decide() {
        let source = Arc::clone(&seat.desk.source);
        let desk = aside(move || {
            source.decide(&subjects).map_err(|_| Refused::Full)?;
            Ok(Desk::open(source, Faults::Refuse))
        });
        seat.office.replace(seat.number, &seat.desk, desk.await?);
    }
    Ok(Redirect::to(&seat.address("")))
}

/// Makes a change, and then shows what it was made on, or why it was not made.
async fn change(
    seat: Seat,
    back: String,
    work: impl FnOnce(&Bench) -> Result<(), Unchanged> + Send + 'static,
) -> Result<Response, Refused> {
    aside(move || match work(seat.bench()?) {
        Ok(()) => Ok(home(&back).into_response()),
        Err(unchanged) => unmade(&seat, &back, unchanged),
    })
    .await
}

/// Why a change was not made.
fn unmade(seat: &Seat, back: &str, unchanged: Unchanged) -> Result<Response, Refused> {
    match unchanged {
        Unchanged::Wrong(found) => {
            pages::pupils::pupils(seat, &found).map(IntoResponse::into_response)
        }
        Unchanged::Overtaken(changed) => {
            let page = pages::overtaken::overtaken(seat, back, &changed)?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Unchanged::CopyGone => Err(Refused::Full),
    }
}

#[derive(Deserialize)]
pub(super) struct PupilChange {
    seen: Option<u64>,
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
    Filled(asked): Filled<PupilChange>,
) -> Result<Response, Refused> {
    let PupilChange { seen, change: kind, pupil, class, away, group, place } = asked;
    let edit = Edit { class, away, group, place, ..Edit::of(kind, &pupil) };
    let back = seat.address("/pupils");
    let work = move |bench: &Bench| bench.recast(seen, &About::Pupil(pupil), |_| vec![edit]);
    change(seat, back, work).await
}

/// Sends the apprentices of a class away at other times.
pub(super) async fn choose_day(
    seat: Seat,
    Filled(asked): Filled<ClassAway>,
) -> Result<Response, Refused> {
    let back = seat.address("/days");
    let work = move |bench: &Bench| {
        let about = About::Class(asked.class.clone());
        bench.recast(asked.seen, &about, |now| away_together(now, &asked))
    };
    change(seat, back, work).await
}

fn away_together(now: &Situation, asked: &ClassAway) -> Vec<Edit> {
    let own = now.school.apprentices.iter().filter(|one| one.class.as_str() == asked.class);
    // A label of their own, so that whoever was sent together with others is no longer bound to them.
    let together = format!("{}: {}", asked.class, asked.away);
    own.map(|one| Edit {
        away: asked.away.clone(),
        together: together.clone(),
        ..Edit::of(Change::Move, one.pupil.as_str())
    })
    .collect()
}

#[derive(Deserialize)]
pub(super) struct Wished {
    seen: Option<u64>,
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
pub(super) async fn wish(seat: Seat, Filled(asked): Filled<Wished>) -> Result<Response, Refused> {
    let lesson = asked.lesson;
    let school = Arc::clone(&seat.bench()?.now().school);
    let start = slot(&asked.slot).filter(|&slot| school.grid.contains(slot));
    let held = Held { lesson, start: start.ok_or(Refused::Garbled)? };
    let named = school.lessons.get(lesson).ok_or(Refused::Garbled)?;
    let back = seat.address(&pages::week_of::link(named, lesson));
    let work = move |bench: &Bench| {
        bench
            .wish(asked.seen, &About::Lesson(lesson), |situation| asked.kind.apply(held, situation))
    };
    change(seat, back, work).await
}

impl Wish {
    fn apply(self, held: Held, situation: &mut Situation) {
        let Held { lesson, start } = held;
        match self {
            Self::Hold => {
                situation.barred.remove(&held);
                situation.held.insert(lesson, start);
            }
            Self::Unhold => drop(situation.held.remove(&lesson)),
            Self::Bar => {
                situation.held.retain(|&own, &mut at| own != lesson || at != start);
                situation.barred.insert(held);
            }
            Self::Unbar => drop(situation.barred.remove(&held)),
        }
    }
}

/// Lets required lessons be missed where nothing else works.
pub(super) async fn effort(
    seat: Seat,
    Filled(Seen { seen }): Filled<Seen>,
) -> Result<Response, Refused> {
    let back = seat.address("");
    let work = move |bench: &Bench| {
        bench.wish(seen, &About::Effort, |situation| situation.effort = Effort::Best)
    };
    change(seat, back, work).await
}

/// Takes the last change back.
pub(super) async fn undo(seat: Seat, Filled(from): Filled<From>) -> Result<Response, Refused> {
    change(seat, from.back, move |bench| bench.step(from.seen, History::undo)).await
}

/// Does again what was taken back.
pub(super) async fn redo(seat: Seat, Filled(from): Filled<From>) -> Result<Response, Refused> {
    change(seat, from.back, move |bench| bench.step(from.seen, History::redo)).await
}

#[derive(Deserialize)]
pub(super) struct Called {
    seen: Option<u64>,
    name: String,
}

/// Keeps a plan.
pub(super) async fn keep(seat: Seat, Filled(called): Filled<Called>) -> Result<Response, Refused> {
    aside(move || {
        let back = seat.address("/plans");
        let shown = match seat.bench()?.shown(called.seen) {
            Ok(shown) => shown,
            Err(unchanged) => return unmade(&seat, &back, unchanged),
        };
        match seat.office.shelf.keep(&called.name, &seat.desk, &shown) {
            Ok(()) => Ok(Redirect::to(&back).into_response()),
            Err(unkept) => {
                pages::plans::plans(&seat, Some(unkept)).map(IntoResponse::into_response)
            }
        }
    })
    .await
}
