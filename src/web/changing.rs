//! What browsers change, one change at a time and on what their page showed: two windows never undo each other's work.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use itertools::Itertools as _;
use serde::Deserialize;

use super::asked::Filled;
use super::asking::{aside, home};
use super::desk::{Bench, Desk};
use super::edit::{Change, Edit};
use super::enrolment::Enrolment;
use super::history::History;
use super::meanwhile::{About, Unchanged};
use super::pages;
use super::refused::Refused;
use super::relief::{Kind, Relief};
use super::seat::Seat;
use super::situation::Situation;
use super::source::Source;
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
    anew(seat, |source| Ok(Desk::open(source, Faults::Accept))).await
}

/// Opens the desk anew, where nobody works at it already.
async fn anew(
    seat: Seat,
    open: impl FnOnce(Arc<Source>) -> Result<Desk, Refused> + Send + 'static,
) -> Result<Redirect, Refused> {
    if seat.desk.bench.is_none() {
        let source = Arc::clone(&seat.desk.source);
        let desk = aside(move || open(source)).await?;
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
    if !seat.desk.source.can_decide() {
        return Ok(Redirect::to(&seat.address("")));
    }
    anew(seat, move |source| {
        source.decide(&subjects).map_err(|_| Refused::Full)?;
        Ok(Desk::open(source, Faults::Refuse))
    })
    .await
}

/// A fault by its place among those of a desk, and what is to stand in its cell.
#[derive(Deserialize)]
pub(super) struct Mended {
    fault: usize,
    value: String,
}

/// Writes something else into the cell of a fault, and reads the school again; nothing is begun anew where somebody works
/// already.
pub(super) async fn mend(seat: Seat, Filled(asked): Filled<Mended>) -> Result<Redirect, Refused> {
    let place = seat.desk.found.get(asked.fault).map(|found| found.location.clone());
    let place = place.ok_or(Refused::Missing)?;
    anew(seat, move |source| {
        source.mend(&place, &asked.value).map_err(|_| Refused::Full)?;
        Ok(Desk::open(source, Faults::Refuse))
    })
    .await
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
            let page = pages::pupils::wrong(seat, (&Enrolment::default(), ""), &found);
            page.map(IntoResponse::into_response)
        }
        Unchanged::Overtaken(changed) => {
            let page = pages::overtaken::overtaken(seat, back, &changed)?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Unchanged::CopyGone => Err(Refused::Full),
    }
}

/// Adds, changes or takes away an apprentice; where that is wrong, what was filled in is shown again with the faults at
/// their fields.
pub(super) async fn change_pupil(
    seat: Seat,
    Filled(fields): Filled<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let filled = Enrolment::read(&fields);
    let is_leaving = field(&fields, "change") == Some("leave");
    let about = About::Pupil(filled.pupil.clone());
    let said = filled.clone();
    let steps = move |now: &Situation| {
        if is_leaving {
            return vec![vec![Edit::of(Change::Leave, &said.pupil)]];
        }
        said.steps(now)
    };
    enrol(seat, (seen_in(&fields), about), (filled, String::new()), steps).await
}

/// Adds or changes the pupils of a list that was pasted.
pub(super) async fn add_list(
    seat: Seat,
    Filled(fields): Filled<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let filled = Enrolment { is_new: true, ..Enrolment::read(&fields) };
    let list = field(&fields, "list").unwrap_or_default();
    if list.trim().is_empty() {
        return Ok(Redirect::to(&seat.address("/pupils")).into_response());
    }
    let (said, listed) = (filled.clone(), list.to_owned());
    let steps = move |now: &Situation| vec![said.list(&listed, now)];
    enrol(seat, (seen_in(&fields), About::Everything), (filled, list.to_owned()), steps).await
}

fn field<'f>(fields: &'f [(String, String)], name: &str) -> Option<&'f str> {
    fields.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
}

fn seen_in(fields: &[(String, String)]) -> Option<u64> {
    field(fields, "seen")?.parse().ok()
}

async fn enrol(
    seat: Seat,
    (seen, about): (Option<u64>, About),
    (filled, list): (Enrolment, String),
    steps: impl FnOnce(&Situation) -> Vec<Vec<Edit>> + Send + 'static,
) -> Result<Response, Refused> {
    aside(move || {
        let back = seat.address("/pupils");
        match seat.bench()?.recast(seen, &about, steps) {
            Ok(()) => Ok(home(&back).into_response()),
            Err(Unchanged::Wrong(found)) => {
                let page = pages::pupils::wrong(&seat, (&filled, &list), &found);
                page.map(IntoResponse::into_response)
            }
            Err(unchanged) => unmade(&seat, &back, unchanged),
        }
    })
    .await
}

/// Sends the apprentices of classes away at other times: each class followed by when.
pub(super) async fn choose_day(
    seat: Seat,
    Filled(fields): Filled<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let seen = seen_in(&fields);
    let asked = fields.into_iter().filter(|(name, _)| name != "seen").collect::<Vec<_>>();
    let said = |pair: &[(String, String)]| match pair {
        [(one, class), (other, away)] if one == "class" && other == "away" => {
            Some([class.clone(), away.clone()])
        }
        _ => None,
    };
    let asked: Option<Vec<[String; 2]>> = asked.chunks(2).map(said).collect();
    let asked = asked.filter(|asked| !asked.is_empty()).ok_or(Refused::Garbled)?;
    let back = seat.address("/days");
    let work = move |bench: &Bench| {
        let about = match &asked[..] {
            [[class, _]] => About::Class(class.clone()),
            _ => About::Everything,
        };
        let edits =
            |now: &Situation| asked.iter().flat_map(|one| away_together(now, one)).collect_vec();
        bench.recast(seen, &about, |now| vec![edits(now)])
    };
    change(seat, back, work).await
}

fn away_together(now: &Situation, [class, away]: &[String; 2]) -> Vec<Edit> {
    let own = now.school.apprentices.iter().filter(|one| one.class.as_str() == class);
    // A label of their own, so that whoever was sent together with others is no longer bound to them.
    let together = format!("{class}: {away}");
    own.map(|one| Edit {
        away: away.clone(),
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
    back: Option<String>,
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
    let back = asked.back.unwrap_or_else(|| seat.address(&pages::week_of::link(named, lesson)));
    let work = move |bench: &Bench| {
        bench
            .wish(asked.seen, &About::Lesson(lesson), |situation| asked.kind.apply(held, situation))
    };
    change(seat, back, work).await
}

impl Wish {
    fn apply(self, held: Held, situation: &mut Situation) {
        match self {
            Self::Hold => situation.hold(held),
            Self::Unhold => drop(situation.held.remove(&held.lesson)),
            Self::Bar => situation.bar(held),
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

#[derive(Deserialize)]
pub(super) struct Relieved {
    seen: Option<u64>,
    kind: Kind,
    fact: String,
    back: Option<String>,
    /// Whether it is taken back.
    #[serde(default)]
    is_back: bool,
}

/// Goes a way out, or takes it back.
pub(super) async fn relieve(
    seat: Seat,
    Filled(asked): Filled<Relieved>,
) -> Result<Response, Refused> {
    let Relieved { seen, kind, fact, back, is_back } = asked;
    let back = back.unwrap_or_else(|| seat.address(""));
    let relief = Relief { kind, fact };
    change(seat, back, move |bench| bench.relieve(seen, relief, is_back)).await
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
                let page = pages::plans::plans(&seat, &pages::plans::Look::default(), Some(unkept));
                page.map(IntoResponse::into_response)
            }
        }
    })
    .await
}

#[derive(Deserialize)]
pub(super) struct Doomed {
    name: String,
}

/// Deletes a plan, on the disk too.
pub(super) async fn delete(
    seat: Seat,
    Filled(doomed): Filled<Doomed>,
) -> Result<Redirect, Refused> {
    aside(move || {
        seat.office.shelf.delete(&doomed.name).map_err(|_| Refused::Full)?;
        Ok(Redirect::to(&seat.address("/plans")))
    })
    .await
}
