//! The answer for a district: each school's timetable, the seats taken, and what each set of days would cost.

use std::collections::BTreeMap;
use std::time::Duration;

use super::member::{DaySet, Member, Shared, Task};
use super::oracle::Oracle;
use super::search::{Combination, Found, Search};
use super::{Standing, judge};
use crate::domain::{Place, PlaceName, Seat, Terms};
use crate::pipeline::{self, Answer, Refusal, Status};
use crate::scenario::Asking;

/// The answer for a district.
#[derive(Clone, Debug)]
pub struct Settled {
    /// What is known of the whole.
    pub status: Status,
    /// What all schools cost together.
    pub points: Option<i64>,
    /// They cost no less; `None` where there is nothing.
    pub bound: Option<i64>,
    /// The answer of each school, in order: its part of the whole, or, where there is none, what it says by itself.
    pub answers: Vec<Answer>,
    /// How many pupils are at shared places, on which days.
    pub seats: BTreeMap<Seat, u32>,
    /// What each set of days would cost, for places at which all are on the same.
    pub days: Vec<DaysRow>,
    /// How many searches of single schools it took.
    pub searches: usize,
}

/// A set of days for a place, and what the whole would cost.
#[derive(Clone, Debug)]
pub struct DaysRow {
    /// The place.
    pub place: PlaceName,
    /// The days.
    pub days: DaySet,
    /// What is known.
    pub status: Status,
    /// What all schools would cost together.
    pub points: Option<i64>,
    /// They would cost no less; `None` where there is nothing.
    pub bound: Option<i64>,
    /// What each school would cost.
    pub schools: Vec<Option<i64>>,
    /// Schools without a timetable then, with the answers that say why; none where only the seats do not suffice.
    pub stuck: Vec<(usize, Answer)>,
}

/// The places that schools share.
pub type Places = BTreeMap<PlaceName, Place>;

/// Solves all schools as one problem, until the proof or until it is asked to stop.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn settle(
    members: &[Member],
    places: &Places,
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Standing),
) -> Result<Settled, Refusal> {
    let shared = Shared::of(members, places);
    let worst = members.iter().map(|one| pipeline::most_points(&one.school, asking.effort));
    let worst = worst.sum::<i64>().saturating_add(1);
    let mut oracle = Oracle::new(members, &shared, asking);
    prepare(&mut oracle, &shared, tell)?;
    let mut search = |days| Search::new(&mut oracle, days, worst, tell).run();
    let mut rows: Vec<(PlaceName, DaySet, Found)> = Vec::new();
    for (place, sets) in &shared.sets {
        for days in sets {
            let found = search([(place.clone(), days.clone())].into())?;
            rows.push((place.clone(), days.clone(), found));
        }
    }
    let whole = match shared.sets.keys().next() {
        // Whoever goes to the place goes on one of these sets.
        Some(first) => {
            let of_first = rows.iter().filter(|row| row.0 == *first).map(|row| &row.2);
            cheapest(&of_first.collect::<Vec<_>>())
        }
        None => search(BTreeMap::new())?,
    };
    let searches = oracle.searches;
    let answers = answers(members, &whole);
    let (status, best) = (status(&whole), whole.best.as_ref());
    let offered = answers.iter().find_map(|answer| answer.offered.as_ref());
    if let Some(((counted, _), (_, verdict))) = best.zip(offered)
        && !judge::is_kept(members, places, &answers, *counted)
    {
        let verdict = Box::new(verdict.clone());
        return Err(Refusal::JudgedWrong { verdict, counted: *counted });
    }
    let mut seats = judge::taken(members, &answers);
    seats.retain(|seat, _| places.contains_key(&seat.place));
    Ok(Settled {
        status,
        points: whole.best.as_ref().map(|(points, _)| *points),
        bound: whole.bound,
        answers,
        seats,
        days: rows.into_iter().map(row).collect(),
        searches,
    })
}

/// Asks every school about every set of days, all at once: so no thread waits for the last school of each.
fn prepare(
    oracle: &mut Oracle<'_>,
    shared: &Shared,
    tell: &mut dyn FnMut(Standing),
) -> Result<(), Refusal> {
    let sets =
        shared.sets.iter().flat_map(|(place, sets)| sets.iter().map(move |days| (place, days)));
    let terms = sets.map(|(place, days)| Terms {
        days: [(place.clone(), days.clone())].into(),
        ..Terms::default()
    });
    let schools = 0..shared.most.len();
    let tasks: Vec<Task> = terms
        .flat_map(|terms| {
            schools
                .clone()
                .map(|school| oracle.task(school, &terms, &shared.seats))
                .collect::<Vec<_>>()
        })
        .collect();
    let mut told = |searches| tell(Standing { best: None, bound: 0, searches });
    oracle.solve(&tasks, &mut told).map(|_| ())
}

/// The cheapest of several parts of the whole, and what is known of all of them together.
fn cheapest(parts: &[&Found]) -> Found {
    let parts = parts.iter().copied();
    let points = |found: &&Found| found.best.as_ref().map(|(points, _)| *points);
    let best = parts.clone().filter(|part| part.best.is_some()).min_by_key(points);
    let bound = parts.clone().filter_map(|part| part.bound).min();
    let first = parts.clone().next().map(|part| part.stuck.clone()).unwrap_or_default();
    let is_stuck = |school: usize| {
        parts.clone().all(|part| part.stuck.iter().any(|(stuck, _)| *stuck == school))
    };
    let stuck = first.into_iter().filter(|(school, _)| is_stuck(*school)).collect();
    Found { best: best.and_then(|part| part.best.clone()), bound, stuck }
}

fn status(found: &Found) -> Status {
    match (&found.best, found.bound) {
        (Some((points, _)), Some(bound)) if bound >= *points => Status::Optimal,
        (Some(_), _) => Status::Feasible,
        (None, None) => Status::Infeasible,
        (None, Some(_)) => Status::Undecided,
    }
}

/// The answer of each school: its part of the best combination. Without one, why it has none, or nothing.
fn answers(members: &[Member], found: &Found) -> Vec<Answer> {
    let status = status(found);
    let nothing = Answer {
        status: Status::Undecided,
        bound: 0,
        offered: None,
        reasons: Vec::new(),
        elapsed: Duration::ZERO,
    };
    if let Some((_, combination)) = &found.best {
        return combination.iter().map(|one| part(&one.answer, status)).collect();
    }
    let mut answers = vec![nothing; members.len()];
    for (school, answer) in &found.stuck {
        answers[*school] = Answer::clone(answer);
    }
    answers
}

/// A school's part of a combination. Where the whole is proven so is each part: with the days and seats that the others leave
/// there is none cheaper. Else nothing is proven of it by itself.
fn part(answer: &Answer, whole: Status) -> Answer {
    let points = answer.points().unwrap_or(0);
    match whole {
        Status::Optimal => Answer { status: whole, bound: points, ..answer.clone() },
        _ => Answer { status: Status::Feasible, bound: 0, ..answer.clone() },
    }
}

fn row((place, days, found): (PlaceName, DaySet, Found)) -> DaysRow {
    let combination = |best: &(i64, Combination)| -> Vec<Option<i64>> {
        best.1.iter().map(|column| Some(column.points)).collect()
    };
    DaysRow {
        place,
        days,
        status: status(&found),
        points: found.best.as_ref().map(|(points, _)| *points),
        bound: found.bound,
        schools: found.best.as_ref().map(combination).unwrap_or_default(),
        stuck: found.stuck.iter().map(|(one, answer)| (*one, Answer::clone(answer))).collect(),
    }
}
