//! Which bookings a part of the search may use, and what each start costs there.

use std::collections::BTreeMap;

use super::assignment::{Offer, assign};
use super::booking::Booking;
use super::charges::Charges;
use crate::domain::{Level, Price};
use crate::problem::{
    Cell, Chooser, ChooserId, CorePeriod, IndexedLesson, LessonId, PeriodId, Problem, RoomId,
    RoomUse, Start, Table,
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
    /// A start costs what is missed there under every choice that there is, whether open or not; what is missed under some
    /// of them only is counted by [`Auxiliary::Missed`](super::Auxiliary::Missed).
    #[must_use]
    pub fn new(problem: &Problem, open_choices: OpenChoices) -> Self {
        Self::counting(problem, open_choices, Counting::Certain)
    }

    /// The scope in which each chooser has one choice, whose misses the points of starts count in full; only what is missed
    /// for another lesson is counted apart.
    #[must_use]
    pub fn decided(problem: &Problem, choices: &[usize]) -> Self {
        let only = |(chooser, &choice): (&Chooser, &usize)| {
            (0..chooser.choices.len()).map(|number| number == choice).collect()
        };
        let open_choices = problem.choosers.iter().zip(choices).map(only).collect();
        Self::counting(problem, open_choices, Counting::Chosen)
    }

    fn counting(problem: &Problem, open_choices: OpenChoices, counting: Counting) -> Self {
        let count = Count { problem, open_choices: &open_choices, counting };
        let points = |lesson: &IndexedLesson| {
            (0..lesson.starts.len()).map(|start| count.points(lesson, start)).collect()
        };
        let missed = |lesson: &IndexedLesson| {
            (0..lesson.starts.len()).map(|start| count.desired_missed(lesson, start)).collect()
        };
        let points = problem.lessons.iter().map(points).collect();
        let missed = problem.allowance.map(|_| problem.lessons.iter().map(missed).collect());
        Self { open_choices, points, missed, rooms: BTreeMap::new() }
    }

    /// The first open choice of each chooser: in a decided scope the only one.
    #[must_use]
    pub fn choices(&self) -> Vec<usize> {
        let first = |open: &Vec<bool>| open.iter().position(|&open| open).unwrap_or(0);
        self.open_choices.iter().map(first).collect()
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
    /// `start`, of those that the points of starts count; 0 where the problem has no allowance for them.
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

/// What it costs to exchange any room of `lesson`, in points; nothing where it has no place yet.
fn exchange_points(problem: &Problem, lesson: &IndexedLesson) -> i64 {
    if lesson.home.is_none() {
        return 0;
    }
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

/// Which misses the points of a start count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counting {
    /// Those of periods that are missed under every choice there is: what else is missed, [`Auxiliary::Missed`] counts.
    ///
    /// [`Auxiliary::Missed`]: super::Auxiliary::Missed
    Certain,
    /// Those under the one choice of each chooser that is open.
    Chosen,
}

/// What makes starts possible, and what is missed there.
struct Count<'a> {
    problem: &'a Problem,
    open_choices: &'a OpenChoices,
    counting: Counting,
}

impl Count<'_> {
    /// What it costs by itself to start `lesson` there, with what is missed; `None` where it may not start.
    fn points(&self, lesson: &IndexedLesson, start: usize) -> Option<i64> {
        let Start { cell, points } = lesson.starts[start];
        if !lesson.wants(cell) || self.clashes_with_fixed(lesson, start) {
            return None;
        }
        let mut sum = points;
        for &period in &lesson.periods {
            let CorePeriod { level, pupils, .. } = self.problem.periods[period];
            match self.problem.price_of_missing(level) {
                Some(price) if self.is_missed(period, cell) => sum += price * pupils,
                None if self.must_miss(period, cell) => return None,
                _ => (),
            }
        }
        Some(sum)
    }

    /// How many periods of desired lessons are missed there, of those that count.
    fn desired_missed(&self, lesson: &IndexedLesson, start: usize) -> i64 {
        let cell = lesson.starts[start].cell;
        let periods = lesson.periods.iter().filter(|&&period| self.is_missed(period, cell));
        let periods = periods.map(|&period| &self.problem.periods[period]);
        periods.filter(|period| period.level == Level::Desired).map(|period| period.pupils).sum()
    }

    fn is_missed(&self, period: PeriodId, start: Cell) -> bool {
        match self.counting {
            Counting::Certain => self.problem.is_always_away(period, start),
            Counting::Chosen => self.must_miss(period, start),
        }
    }

    /// Whether a period is missed under every choice that is open.
    fn must_miss(&self, period: PeriodId, start: Cell) -> bool {
        let open = &self.open_choices[self.problem.periods[period].chooser];
        let mut open = (0..open.len()).filter(|&choice| open[choice]);
        open.all(|choice| self.problem.is_away(period, choice, start))
    }

    /// Whether a lesson that can start in one cell alone keeps this one from starting there.
    fn clashes_with_fixed(&self, lesson: &IndexedLesson, start: usize) -> bool {
        lesson.pairs.iter().map(|&pair| &self.problem.pairs[pair]).any(|pair| {
            let [first, second] = pair.lessons;
            let is_fixed = |other| self.problem.lesson(other).starts.len() == 1;
            if first == lesson.id {
                is_fixed(second) && pair.clash(start, 0)
            } else {
                is_fixed(first) && pair.clash(0, start)
            }
        })
    }
}
