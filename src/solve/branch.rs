//! How a part of the search is divided, so that every timetable in it is in exactly one of its parts.

use std::collections::BTreeMap;

use super::separate::Solution;
use crate::model::{Booking, Scope};
use crate::problem::{LessonId, Problem, RoomId};

/// A part of a lesson less than this, or more than one less this, is whole.
const WHOLE: f64 = 1e-5;

/// What holds below a branch.
#[derive(Clone, Debug)]
pub(super) enum Decision {
    /// The lesson starts at none of these of its starts.
    Close(LessonId, Vec<usize>),
    /// This room of the lesson becomes one of these.
    KeepRooms(LessonId, usize, Vec<RoomId>),
}

impl Decision {
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
pub(super) fn whole(solution: &Solution) -> Option<Vec<Booking>> {
    let only = |parts: &Vec<(Booking, f64)>| {
        let (booking, part) = parts.iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
        (*part > 1.0 - WHOLE).then(|| booking.clone())
    };
    solution.iter().map(only).collect()
}

/// The two decisions between which `solution` cannot choose, the likelier first.
pub(super) fn divide(
    problem: &Problem,
    scope: &Scope,
    solution: &Solution,
) -> Option<[Decision; 2]> {
    let split = solution
        .iter()
        .filter_map(|parts| Split::of_starts(problem, parts))
        .max_by(|one, other| one.merit.total_cmp(&other.merit));
    if let Some(split) = split {
        return Some(split.decide(scope, problem));
    }
    solution
        .iter()
        .find_map(|parts| divide_rooms(problem, scope, parts))
        .or_else(|| divide_any(problem, scope))
}

/// Some starts of a lesson, and how undecided the solution is about them.
struct Split {
    lesson: LessonId,
    inside: Vec<usize>,
    part: f64,
    merit: f64,
}

impl Split {
    /// The best question to ask of a lesson: does it stay, on which day is it, where does it start?
    fn of_starts(problem: &Problem, parts: &[(Booking, f64)]) -> Option<Self> {
        let (first, _) = parts.first()?;
        let lesson = problem.lesson(first.lesson);
        let cell = |start: usize| lesson.starts[start].cell;
        let mut by_start: BTreeMap<usize, f64> = BTreeMap::new();
        for (booking, part) in parts {
            *by_start.entry(booking.start).or_default() += part;
        }
        if by_start.values().all(|part| !is_split(*part)) {
            return None;
        }
        let all = 0..lesson.starts.len();
        let stays: Vec<usize> = all.clone().filter(|&start| cell(start) == lesson.home).collect();
        let days = problem.frame.days().map(|day| {
            all.clone().filter(|&start| problem.frame.day(cell(start)) == day).collect()
        });
        let single = by_start.keys().map(|&start| vec![start]);
        let part = |inside: &Vec<usize>| {
            inside.iter().filter_map(|start| by_start.get(start)).sum::<f64>()
        };
        let rank = |weight: f64, inside: Vec<usize>| {
            let part = part(&inside);
            let merit = weight * part.min(1.0 - part);
            is_split(part).then_some(Self { lesson: lesson.id, inside, part, merit })
        };
        [stays]
            .into_iter()
            .map(|stays| (4.0, stays))
            .chain(days.map(|day| (2.0, day)))
            .chain(single.map(|start| (1.0, start)))
            .filter_map(|(weight, inside)| rank(weight, inside))
            .max_by(|one, other| one.merit.total_cmp(&other.merit))
    }

    fn decide(self, scope: &Scope, problem: &Problem) -> [Decision; 2] {
        let starts = 0..problem.lesson(self.lesson).starts.len();
        let open = starts.filter(|&start| scope.start_points(self.lesson, start).is_some());
        let outside = open.filter(|start| !self.inside.contains(start)).collect();
        let within = Decision::Close(self.lesson, outside);
        let without = Decision::Close(self.lesson, self.inside);
        if self.part >= 0.5 { [within, without] } else { [without, within] }
    }
}

fn is_split(part: f64) -> bool {
    part > WHOLE && part < 1.0 - WHOLE
}

fn divide_rooms(
    problem: &Problem,
    scope: &Scope,
    parts: &[(Booking, f64)],
) -> Option<[Decision; 2]> {
    let (likeliest, part) = parts.iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
    if *part > 1.0 - WHOLE {
        return None;
    }
    let lesson = problem.lesson(likeliest.lesson);
    let differs = |place: &usize| {
        parts.iter().any(|(other, _)| other.rooms[*place] != likeliest.rooms[*place])
    };
    let place = (0..lesson.rooms.len()).find(differs)?;
    let chosen = likeliest.rooms[place];
    let open = scope.rooms(lesson.id, place, &lesson.rooms[place]);
    let others = open.iter().copied().filter(|&room| room != chosen).collect();
    Some([
        Decision::KeepRooms(lesson.id, place, vec![chosen]),
        Decision::KeepRooms(lesson.id, place, others),
    ])
}

/// A division that needs no solution, for programs whose numbers went bad.
pub(super) fn divide_any(problem: &Problem, scope: &Scope) -> Option<[Decision; 2]> {
    for lesson in &problem.lessons {
        let starts = 0..lesson.starts.len();
        let open: Vec<usize> =
            starts.filter(|&start| scope.start_points(lesson.id, start).is_some()).collect();
        if let [first, others @ ..] = open.as_slice()
            && !others.is_empty()
        {
            return Some([
                Decision::Close(lesson.id, others.to_vec()),
                Decision::Close(lesson.id, vec![*first]),
            ]);
        }
        for (place, used) in lesson.rooms.iter().enumerate() {
            if let [first, others @ ..] = scope.rooms(lesson.id, place, used)
                && !others.is_empty()
            {
                return Some([
                    Decision::KeepRooms(lesson.id, place, vec![*first]),
                    Decision::KeepRooms(lesson.id, place, others.to_vec()),
                ]);
            }
        }
    }
    None
}
