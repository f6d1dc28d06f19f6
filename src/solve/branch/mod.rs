//! Branching: how a node is divided, so that every timetable in it is in exactly one of its children.
//!
//! Never on a single booking, for hardly anything is lost by forbidding one of many: on whether a lesson stays, on its day,
//! on its start, on a room, each of which divides its bookings in two.
//!
//! # Source
//! D. M. Ryan, B. A. Foster: An integer programming approach to scheduling (1981); C. Barnhart and others: Branch-and-price,
//! column generation for solving huge integer programs (1998).

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::separate::{Solution, Value};
use crate::model::{Auxiliaries, Booking, Charges, Scope};
use crate::problem::{Cell, IndexedLesson, LessonId, Problem, RoomId};

/// A value less than this, or more than one less this, in bookings, is integral: ten times what the simplex accepts outside
/// the bounds.
pub(super) const INTEGRALITY: f64 = 1e-5;

/// What holds below a branch.
#[derive(Clone, Debug)]
pub(super) enum Decision {
    /// The lesson starts at none of these of its starts.
    Close(LessonId, Vec<usize>),
    /// This room of the lesson becomes one of these.
    KeepRooms(LessonId, usize, Vec<RoomId>),
}

impl Decision {
    /// The lesson that it is about.
    pub(super) const fn lesson(&self) -> LessonId {
        match self {
            Self::Close(lesson, _) | Self::KeepRooms(lesson, ..) => *lesson,
        }
    }

    /// Whether a booking of the lesson is no longer possible.
    pub(super) fn excludes(&self, booking: &Booking) -> bool {
        match self {
            Self::Close(_, starts) => starts.contains(&booking.start),
            Self::KeepRooms(_, used, rooms) => !rooms.contains(&booking.rooms[*used]),
        }
    }

    /// Applies the decision to `scope`.
    pub(super) fn apply(&self, scope: &mut Scope) {
        match self {
            Self::Close(lesson, starts) => {
                for &start in starts {
                    scope.close_start(*lesson, start);
                }
            }
            Self::KeepRooms(lesson, used, rooms) => {
                scope.keep_rooms(*lesson, *used, rooms.clone());
            }
        }
    }
}

/// The bookings of a solution that is whole.
pub(super) fn integral(solution: &Solution) -> Option<Vec<Booking>> {
    let only = |(_, values): (LessonId, &[Value])| {
        let (booking, value) = values.iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
        (*value > 1.0 - INTEGRALITY).then(|| booking.clone())
    };
    solution.lessons().map(only).collect()
}

/// For each lesson the booking that has most of it, or else one that it may have; `None` if one may have none.
pub(super) fn rounded(
    problem: &Problem,
    scope: &Scope,
    solution: Option<&Solution>,
) -> Option<Vec<Booking>> {
    let nothing = Charges::of(problem, &Auxiliaries::default(), std::iter::empty());
    let likeliest = |lesson: LessonId| {
        let values = solution.map_or(&[][..], |solution| solution.values(lesson));
        let most = values.iter().max_by(|one, other| one.1.total_cmp(&other.1));
        most.map(|(booking, _)| booking.clone())
            .filter(|booking| scope.points(problem, booking).is_some())
    };
    let bookings = problem.lessons().map(|(lesson, _)| {
        likeliest(lesson).or_else(|| cheapest(problem, scope, &nothing, lesson))
    });
    bookings.collect()
}

/// The booking of `lesson` with the fewest points, where `charges` charge nothing; of several the one at home.
fn cheapest(
    problem: &Problem,
    scope: &Scope,
    charges: &Charges<'_>,
    lesson: LessonId,
) -> Option<Booking> {
    let indexed = problem.lesson(lesson);
    let costs = (0..indexed.starts.len()).filter_map(|start| {
        let (cost, rooms) = scope.cheapest(problem, charges, indexed, start, i64::MAX)?;
        Some((cost, Booking { lesson, start, rooms }))
    });
    let is_away = |booking: &Booking| Some(booking.cell(problem)) != indexed.home;
    costs.min_by_key(|(cost, booking)| (*cost, is_away(booking))).map(|(_, booking)| booking)
}

/// What can be asked of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Branching {
    /// Does it stay where it is in the baseline?
    Stays,
    /// Is it on this day?
    Day,
    /// Does it start here?
    Start,
}

/// Some starts of a lesson, and how undecided a solution is about them.
#[derive(Clone, Debug)]
pub(super) struct BranchingCandidate {
    /// The lesson.
    pub(super) lesson: LessonId,
    /// What is asked.
    pub(super) branching: Branching,
    /// The starts that mean yes.
    inside: Vec<usize>,
    /// The value of the solution for yes.
    pub(super) value: f64,
    /// The more, the earlier it should be asked.
    merit: f64,
}

/// The candidates that `solution` leaves open, the most promising first.
pub(super) fn branching_candidates(
    problem: &Problem,
    solution: &Solution,
) -> Vec<BranchingCandidate> {
    let mut candidates: Vec<BranchingCandidate> = solution
        .moved()
        .flat_map(|(_, values)| BranchingCandidate::of_starts(problem, values))
        .collect();
    candidates.sort_by(|one, other| other.merit.total_cmp(&one.merit));
    candidates
}

/// The two decisions between which a solution without open candidates about starts cannot choose.
pub(super) fn divide_rest(
    problem: &Problem,
    scope: &Scope,
    solution: &Solution,
) -> Option<[Decision; 2]> {
    let rooms = solution.moved().find_map(|(_, values)| divide_rooms(problem, scope, values));
    rooms.or_else(|| divide_any(problem, scope))
}

impl BranchingCandidate {
    /// The candidates about one lesson.
    fn of_starts(problem: &Problem, values: &[Value]) -> Vec<Self> {
        let Some((first, _)) = values.first() else { return Vec::new() };
        let lesson = problem.lesson(first.lesson);
        let by_start = by_start(values);
        if by_start.values().all(|&value| !is_fractional(value)) {
            return Vec::new();
        }
        let single = by_start.keys().map(|&start| (Branching::Start, vec![start]));
        about_days(problem, lesson)
            .chain(single)
            .map(|(branching, inside)| Self::new(lesson.id, branching, inside, &by_start))
            .filter(|candidate| is_fractional(candidate.value))
            .collect()
    }

    fn new(
        lesson: LessonId,
        branching: Branching,
        inside: Vec<usize>,
        by_start: &BTreeMap<usize, f64>,
    ) -> Self {
        let value = inside.iter().filter_map(|start| by_start.get(start)).sum::<f64>();
        let merit = branching.weight() * value.min(1.0 - value);
        Self { lesson, branching, inside, value, merit }
    }

    /// Yes and no.
    pub(super) fn decisions(&self, problem: &Problem, scope: &Scope) -> [Decision; 2] {
        let starts = 0..problem.lesson(self.lesson).starts.len();
        let open = starts.filter(|&start| scope.start_points(self.lesson, start).is_some());
        let outside = open.filter(|start| !self.inside.contains(start)).collect();
        [Decision::Close(self.lesson, outside), Decision::Close(self.lesson, self.inside.clone())]
    }
}

/// Does `lesson` stay, and is it on this day or that: each with the starts that mean yes.
fn about_days<'a>(
    problem: &'a Problem,
    lesson: &'a IndexedLesson,
) -> impl Iterator<Item = (Branching, Vec<usize>)> + 'a {
    let at_home = move |cell: Cell| Some(cell) == lesson.home;
    let stays = (Branching::Stays, starts_in(lesson, at_home));
    let days = problem
        .frame
        .days()
        .map(move |day| (Branching::Day, starts_in(lesson, |cell| problem.frame.day(cell) == day)));
    std::iter::once(stays).chain(days)
}

/// The starts of `lesson` in some cells.
fn starts_in(lesson: &IndexedLesson, is_wanted: impl Fn(Cell) -> bool) -> Vec<usize> {
    let starts = lesson.starts.iter().enumerate();
    starts.filter(|(_, start)| is_wanted(start.cell)).map(|(number, _)| number).collect()
}

/// How much of a lesson is at each start, whatever its rooms.
fn by_start(values: &[Value]) -> BTreeMap<usize, f64> {
    let mut by_start = BTreeMap::new();
    for (booking, value) in values {
        *by_start.entry(booking.start).or_default() += value;
    }
    by_start
}

impl Branching {
    /// How much more an answer settles than one about a single start: a question is the better, the more evenly it divides
    /// what is left, and a lesson has many starts, on a few days.
    const fn weight(self) -> f64 {
        match self {
            Self::Stays => 4.0,
            Self::Day => 2.0,
            Self::Start => 1.0,
        }
    }
}

fn is_fractional(value: f64) -> bool {
    value > INTEGRALITY && value < 1.0 - INTEGRALITY
}

/// Divides by the room that most of a lesson is in, where it has several.
fn divide_rooms(problem: &Problem, scope: &Scope, values: &[Value]) -> Option<[Decision; 2]> {
    let (likeliest, value) = values.iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
    if *value > 1.0 - INTEGRALITY {
        return None;
    }
    let lesson = problem.lesson(likeliest.lesson);
    let differs =
        |used: &usize| values.iter().any(|(other, _)| other.rooms[*used] != likeliest.rooms[*used]);
    let used = (0..lesson.rooms.len()).find(differs)?;
    let chosen = likeliest.rooms[used];
    let open = scope.rooms(lesson.id, used, &lesson.rooms[used]);
    let others = open.iter().copied().filter(|&room| room != chosen).collect();
    Some([
        Decision::KeepRooms(lesson.id, used, vec![chosen]),
        Decision::KeepRooms(lesson.id, used, others),
    ])
}

/// A division that needs no solution, for programs whose numbers went bad.
pub(super) fn divide_any(problem: &Problem, scope: &Scope) -> Option<[Decision; 2]> {
    problem.lessons.iter().find_map(|lesson| {
        divide_any_starts(scope, lesson).or_else(|| divide_any_rooms(scope, lesson))
    })
}

fn divide_any_starts(scope: &Scope, lesson: &IndexedLesson) -> Option<[Decision; 2]> {
    let starts = 0..lesson.starts.len();
    let mut open = starts.filter(|&start| scope.start_points(lesson.id, start).is_some());
    let first = open.next()?;
    let others: Vec<usize> = open.collect();
    (!others.is_empty())
        .then(|| [Decision::Close(lesson.id, others), Decision::Close(lesson.id, vec![first])])
}

fn divide_any_rooms(scope: &Scope, lesson: &IndexedLesson) -> Option<[Decision; 2]> {
    lesson.rooms.iter().enumerate().find_map(|(number, used)| {
        let (&first, others) = scope.rooms(lesson.id, number, used).split_first()?;
        (!others.is_empty()).then(|| {
            [
                Decision::KeepRooms(lesson.id, number, vec![first]),
                Decision::KeepRooms(lesson.id, number, others.to_vec()),
            ]
        })
    })
}
