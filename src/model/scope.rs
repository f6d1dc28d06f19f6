//! Which bookings a part of the search may use, and what each start costs there.

use std::collections::BTreeMap;

use super::assignment::{Offer, assign};
use super::booking::Booking;
use super::charges::Charges;
use crate::domain::{Effort, Level, Price};
use crate::problem::{
    Attendance, Cell, Choice, ChooserId, IndexedLesson, LessonId, Problem, RoomId, RoomUse, Start,
    Table,
};

/// For each choice of each chooser, whether it may still be chosen.
pub type OpenChoices = Table<ChooserId, Vec<bool>>;

/// The bookings in play: by alternatives still open, starts still open, rooms still open.
#[derive(Clone, Debug)]
pub struct Scope {
    open_choices: OpenChoices,
    /// For each start of a lesson: the points of starting there, `None` where it may not.
    points: Table<LessonId, Vec<Option<i64>>>,
    /// For each start of a lesson: periods of desired lessons that are missed there; `None` where any number may be.
    missed: Option<Table<LessonId, Vec<i64>>>,
    /// Rooms that a lesson's room may still be exchanged for, where fewer than the lesson's own choices.
    rooms: BTreeMap<(LessonId, usize), Vec<RoomId>>,
}

impl Scope {
    /// The scope with these choices open, and every start and room that they leave.
    ///
    /// While several choices of a chooser are open, a start costs what the cheapest of them makes it cost: a bound
    /// for each of them.
    #[must_use]
    pub fn new(problem: &Problem, open_choices: OpenChoices) -> Self {
        let points = |lesson: &IndexedLesson| {
            let at = |start| points_of_start(problem, &open_choices, lesson, start);
            lesson.starts.iter().map(at).collect()
        };
        let points = problem.lessons.iter().map(points).collect();
        let missed = problem.allowance.map(|_| desired_missed(problem, &open_choices));
        Self { open_choices, points, missed, rooms: BTreeMap::new() }
    }

    /// The choices that are open.
    #[must_use]
    pub const fn open_choices(&self) -> &OpenChoices {
        &self.open_choices
    }

    /// The points of starting `lesson` at its start number `start`; `None` where it may not.
    #[must_use]
    pub fn start_points(&self, lesson: LessonId, start: usize) -> Option<i64> {
        self.points[lesson][start]
    }

    /// How many periods of desired lessons apprentices miss, all together, if `lesson` starts at its start number
    /// `start`; 0 where the problem has no allowance for them. While choices are open: at least so many.
    #[must_use]
    pub fn desired_missed(&self, lesson: LessonId, start: usize) -> i64 {
        self.missed.as_ref().map_or(0, |missed| missed[lesson][start])
    }

    /// Takes a start from `lesson`.
    pub fn close_start(&mut self, lesson: LessonId, start: usize) {
        self.points[lesson][start] = None;
    }

    /// Leaves only some rooms for room number `used` of `lesson`.
    pub fn keep_rooms(&mut self, lesson: LessonId, used: usize, rooms: Vec<RoomId>) {
        self.rooms.insert((lesson, used), rooms);
    }

    /// The rooms that may still stand in for room number `position` of `lesson`.
    #[must_use]
    pub fn rooms<'a>(
        &'a self,
        lesson: LessonId,
        position: usize,
        used: &'a RoomUse,
    ) -> &'a [RoomId] {
        self.rooms.get(&(lesson, position)).unwrap_or(&used.choices)
    }

    /// The points of `booking`, `None` where it may not be.
    #[must_use]
    pub fn points(&self, problem: &Problem, booking: &Booking) -> Option<i64> {
        let lesson = problem.lesson(booking.lesson);
        let own = self.start_points(booking.lesson, booking.start)?;
        let open = booking.rooms.iter().enumerate().all(|(position, room)| {
            self.rooms(booking.lesson, position, &lesson.rooms[position]).contains(room)
        });
        open.then(|| {
            own + if booking.exchanges(problem) { exchange_points(problem, lesson) } else { 0 }
        })
    }

    /// The cheapest booking of `lesson` at its start number `start`: its points × [`Charges::scale`] plus charges, and its rooms.
    /// `None` where it may not start there; also, where that is soon seen, if it costs `enough` or more.
    #[must_use]
    pub fn cheapest(
        &self,
        problem: &Problem,
        charges: &Charges<'_>,
        lesson: &IndexedLesson,
        start: usize,
        enough: i64,
    ) -> Option<(i64, Vec<RoomId>)> {
        let points = self.start_points(lesson.id, start)?;
        let cell = lesson.starts[start].cell;
        let missed = charges.missed(self.desired_missed(lesson.id, start));
        let own = points * charges.scale()
            + missed
            + charges.start(lesson, cell, problem.frame.day(cell));
        if own.saturating_add(charges.rooms_floor(lesson)) >= enough {
            return None;
        }
        let (rooms_cost, rooms) = self.cheapest_rooms(problem, charges, lesson, cell)?;
        Some((own + rooms_cost, rooms))
    }

    fn cheapest_rooms(
        &self,
        problem: &Problem,
        charges: &Charges<'_>,
        lesson: &IndexedLesson,
        cell: Cell,
    ) -> Option<(i64, Vec<RoomId>)> {
        if lesson.rooms.is_empty() {
            return Some((0, Vec::new()));
        }
        let offers = self.offers(problem, charges, lesson, cell);
        let kept = keep(lesson, &offers);
        if kept.is_some() && offers.iter().all(|offers| offers.len() == 1) {
            return kept;
        }
        let exchanged = assign(&offers).map(|(charge, rooms)| {
            (charge + exchange_points(problem, lesson) * charges.scale(), rooms)
        });
        kept.into_iter().chain(exchanged).min_by_key(|&(charge, _)| charge)
    }

    /// For each room of `lesson`, the rooms that it could have from `cell` on, with what is charged for them.
    fn offers(
        &self,
        problem: &Problem,
        charges: &Charges<'_>,
        lesson: &IndexedLesson,
        cell: Cell,
    ) -> Vec<Vec<Offer>> {
        let offers = |(position, used): (usize, &RoomUse)| {
            let fits = |&&room: &&RoomId| lesson.room_fits(problem, used, room, cell);
            let charge = |room| charges.room(room, &used.periods, cell);
            let offer = |&room: &RoomId| Offer { room, charge: charge(room) };
            self.rooms(lesson.id, position, used).iter().filter(fits).map(offer).collect()
        };
        lesson.rooms.iter().enumerate().map(offers).collect()
    }
}

/// What it costs to exchange any room of `lesson`, in points.
fn exchange_points(problem: &Problem, lesson: &IndexedLesson) -> i64 {
    problem.weights[Price::Room] * lesson.room_periods
}

/// The charge for keeping all rooms, if all may be kept.
fn keep(lesson: &IndexedLesson, offers: &[Vec<Offer>]) -> Option<(i64, Vec<RoomId>)> {
    let mut charge = 0;
    for (used, offers) in lesson.rooms.iter().zip(offers) {
        charge += offers.iter().find(|offer| offer.room == used.room)?.charge;
    }
    Some((charge, lesson.rooms.iter().map(|used| used.room).collect()))
}

/// What it costs if an apprentice misses a period of this level, in points; `None` where none may.
fn price_of_missing(problem: &Problem, level: Level) -> Option<i64> {
    match (level, problem.effort) {
        (Level::Required, Effort::Strict) => None,
        (Level::Required, Effort::Best) => Some(problem.weights[Price::Required]),
        (Level::Desired, _) => Some(problem.weights[Price::Desired]),
    }
}

/// What it costs by itself to start `lesson` there, with what is missed; `None` where it may not start.
fn points_of_start(
    problem: &Problem,
    open_choices: &OpenChoices,
    lesson: &IndexedLesson,
    start: &Start,
) -> Option<i64> {
    if !lesson.wants(start.cell) {
        return None;
    }
    let price = |level| price_of_missing(problem, level);
    Some(start.points + missed(problem, open_choices, lesson, start.cell, &price)?)
}

/// For each start of a lesson, how many periods of desired lessons are missed.
fn desired_missed(problem: &Problem, open_choices: &OpenChoices) -> Table<LessonId, Vec<i64>> {
    let worth =
        |level| price_of_missing(problem, level).map(|_| i64::from(level == Level::Desired));
    let at = |lesson: &IndexedLesson, cell| {
        // Where it may not start at all, nothing is missed either.
        missed(problem, open_choices, lesson, cell, &worth).unwrap_or(0)
    };
    let of_lesson =
        |lesson: &IndexedLesson| lesson.starts.iter().map(|start| at(lesson, start.cell)).collect();
    problem.lessons.iter().map(of_lesson).collect()
}

/// What a missed period of a level counts; `None` where none may be missed.
type Worth<'a> = &'a dyn Fn(Level) -> Option<i64>;

/// What apprentices miss at least if `lesson` starts in `cell`; `None` where they would miss what none may.
fn missed(
    problem: &Problem,
    open_choices: &OpenChoices,
    lesson: &IndexedLesson,
    cell: Cell,
    worth: Worth<'_>,
) -> Option<i64> {
    let mut sum = 0;
    for attendance in &lesson.attendance {
        let choices = problem.choosers[attendance.chooser].choices.iter();
        let open = choices.zip(&open_choices[attendance.chooser]).filter(|(_, open)| **open);
        sum +=
            open.filter_map(|(choice, _)| missed_under(attendance, choice, cell, worth)).min()?;
    }
    Some(sum)
}

fn missed_under(
    attendance: &Attendance,
    choice: &Choice,
    cell: Cell,
    worth: Worth<'_>,
) -> Option<i64> {
    let missed = attendance.periods.iter().filter(|one| choice.away[cell.later(one.0)]);
    missed.map(|&(_, level, pupils)| Some(worth(level)? * pupils)).sum()
}
