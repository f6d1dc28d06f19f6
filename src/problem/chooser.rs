//! Who chooses among alternatives: apprentices who are given the same one, as one chooser.

use std::collections::{BTreeMap, BTreeSet};

use super::Problem;
use super::id::{Cell, ChooserId, LessonId, SeatId, SiteId};
use super::table::Table;
use crate::domain::Day;

/// Apprentices who are given the same alternative.
#[derive(Clone, Debug)]
pub struct Chooser {
    /// Their indices in [`School::apprentices`](crate::domain::School::apprentices).
    pub apprentices: Vec<usize>,
    /// The alternatives, in the file's order.
    pub choices: Vec<Choice>,
    /// Where this is no apprentices' choice, but that of the days on which any of several is away.
    pub days: Option<SharedDays>,
    /// An earlier chooser who is alike in everything: of the two the later never needs an earlier choice.
    pub alike: Option<ChooserId>,
}

/// What one alternative means.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Whether an apprentice misses what is at a site in a cell: away then, or on the way from or to the place. One for each
    /// site at which the chooser's apprentices are then.
    pub(super) missed: Vec<Table<(SiteId, Cell), bool>>,
    /// The [seats](super::Problem::seats) that it uses, and how many of each.
    pub seats: Vec<(SeatId, u32)>,
    /// The days on which it is at each place at which all are on the same days.
    pub days: Vec<(usize, BTreeSet<Day>)>,
    /// The days on which nothing is left of the day.
    pub whole_days: DaySet,
    /// What it costs, in [units](super::Problem::weights): wishes passed over, pupils without a placement, priced seats.
    pub points: i64,
    /// Whether nobody may take it.
    pub is_closed: bool,
}

impl Chooser {
    /// Which choices may be taken.
    #[must_use]
    pub fn open(&self) -> Vec<bool> {
        self.choices.iter().map(|choice| !choice.is_closed).collect()
    }
}

impl Choice {
    /// A choice by which nobody is away.
    pub(super) const fn of_nobody() -> Self {
        Self {
            missed: Vec::new(),
            seats: Vec::new(),
            days: Vec::new(),
            whole_days: 0,
            points: 0,
            is_closed: false,
        }
    }

    /// Whether an apprentice whose [`CorePeriod::whereabouts`](super::CorePeriod::whereabouts) are these misses what is at
    /// a site in a cell.
    #[must_use]
    pub fn misses(&self, whereabouts: usize, site: SiteId, cell: Cell) -> bool {
        self.missed[whereabouts][(site, cell)]
    }

    /// Whether the two are at one place on different days, though all there are on the same.
    #[must_use]
    pub fn is_on_other_days(&self, other: &Self) -> bool {
        self.days.iter().any(|(place, days)| {
            other.days.iter().any(|(there, others)| place == there && days != others)
        })
    }
}

/// A set of days of the grid: a bit for each, by its id.
pub type DaySet = u8;

/// Choosers of a class who must attend the same lessons, and the sets of days that may hold all their days away.
#[derive(Clone, Debug)]
pub struct SharedDays {
    /// The choosers.
    pub members: Vec<ChooserId>,
    /// Lessons that each of them must attend.
    pub lessons: Vec<LessonId>,
    /// One for each choice: see [`Chooser::choices`].
    pub sets: Vec<DaySet>,
}

impl SharedDays {
    /// The days on which members are away who have made these choices.
    #[must_use]
    pub fn of_choices(&self, problem: &Problem, choices: &[usize]) -> DaySet {
        let days = |&member: &ChooserId| {
            problem.choosers[member].choices[choices[member.index()]].whole_days
        };
        self.members.iter().map(days).fold(0, |all, days| all | days)
    }
}

/// The chooser of each apprentice, by index in [`School::apprentices`](crate::domain::School::apprentices).
pub(super) fn chooser_of(choosers: &Table<ChooserId, Chooser>) -> BTreeMap<usize, ChooserId> {
    let with_id = |(id, chooser): (ChooserId, &Chooser)| {
        chooser.apprentices.iter().map(move |&apprentice| (apprentice, id)).collect::<Vec<_>>()
    };
    choosers.pairs().flat_map(with_id).collect()
}
