//! How a part of the search is divided, so that every timetable in it is in exactly one of its parts.

use std::collections::BTreeMap;

use super::separate::{Part, Solution};
use crate::model::{Auxiliaries, Booking, Charges, Scope};
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
pub(super) fn whole(solution: &Solution) -> Option<Vec<Booking>> {
    let only = |(_, parts): (LessonId, &[Part])| {
        let (booking, part) = parts.iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
        (*part > 1.0 - WHOLE).then(|| booking.clone())
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
        let parts = solution.map_or(&[][..], |solution| solution.parts(lesson));
        let most = parts.iter().max_by(|one, other| one.1.total_cmp(&other.1));
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
    let is_away = |booking: &Booking| booking.cell(problem) != indexed.home;
    costs.min_by_key(|(cost, booking)| (*cost, is_away(booking))).map(|(_, booking)| booking)
}

/// What can be asked of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Question {
    /// Does it stay where it is in the baseline?
    Stays,
    /// Is it on this day?
    Day,
    /// Does it start here?
    Start,
}

/// Some starts of a lesson, and how undecided a solution is about them.
#[derive(Clone, Debug)]
pub(super) struct Split {
    /// The lesson.
    pub(super) lesson: LessonId,
    /// What is asked.
    pub(super) question: Question,
    /// The starts that mean yes.
    inside: Vec<usize>,
    /// How much of the solution says yes.
    pub(super) part: f64,
    /// The more, the earlier it should be asked.
    merit: f64,
}

/// The questions that `solution` leaves open, the most promising first.
pub(super) fn questions(problem: &Problem, solution: &Solution) -> Vec<Split> {
    let mut splits: Vec<Split> =
        solution.away().flat_map(|(_, parts)| Split::of_starts(problem, parts)).collect();
    splits.sort_by(|one, other| other.merit.total_cmp(&one.merit));
    splits
}

/// The two decisions between which a solution without open questions about starts cannot choose.
pub(super) fn divide_rest(
    problem: &Problem,
    scope: &Scope,
    solution: &Solution,
) -> Option<[Decision; 2]> {
    let rooms = solution.away().find_map(|(_, parts)| divide_rooms(problem, scope, parts));
    rooms.or_else(|| divide_any(problem, scope))
}

impl Split {
    /// The questions about one lesson.
    fn of_starts(problem: &Problem, parts: &[(Booking, f64)]) -> Vec<Self> {
        let Some((first, _)) = parts.first() else { return Vec::new() };
        let lesson = problem.lesson(first.lesson);
        let cell = |start: usize| lesson.starts[start].cell;
        let mut by_start: BTreeMap<usize, f64> = BTreeMap::new();
        for (booking, part) in parts {
            *by_start.entry(booking.start).or_default() += part;
        }
        if by_start.values().all(|part| !is_split(*part)) {
            return Vec::new();
        }
        let all = 0..lesson.starts.len();
        let stays: Vec<usize> = all.clone().filter(|&start| cell(start) == lesson.home).collect();
        let on = |day| all.clone().filter(|&start| problem.frame.day(cell(start)) == day).collect();
        let days = problem.frame.days().map(|day| (Question::Day, on(day)));
        let single = by_start.keys().map(|&start| (Question::Start, vec![start]));
        let split = |(question, inside): (Question, Vec<usize>)| {
            let part = inside.iter().filter_map(|start| by_start.get(start)).sum::<f64>();
            let merit = question.weight() * part.min(1.0 - part);
            is_split(part).then_some(Self { lesson: lesson.id, question, inside, part, merit })
        };
        [(Question::Stays, stays)].into_iter().chain(days).chain(single).filter_map(split).collect()
    }

    /// Yes and no.
    pub(super) fn decisions(&self, problem: &Problem, scope: &Scope) -> [Decision; 2] {
        let starts = 0..problem.lesson(self.lesson).starts.len();
        let open = starts.filter(|&start| scope.start_points(self.lesson, start).is_some());
        let outside = open.filter(|start| !self.inside.contains(start)).collect();
        [Decision::Close(self.lesson, outside), Decision::Close(self.lesson, self.inside.clone())]
    }
}

impl Question {
    /// How much more an answer settles than one about a single start.
    const fn weight(self) -> f64 {
        match self {
            Self::Stays => 4.0,
            Self::Day => 2.0,
            Self::Start => 1.0,
        }
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
