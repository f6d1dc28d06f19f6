//! When things happen: days, periods, slots, the weeks of the cycle and the grid.

use std::collections::BTreeSet;
use std::fmt;

/// A day of the week. Monday is the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Day {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

impl Day {
    /// The seven days, Monday first.
    pub const ALL: [Self; 7] =
        [Self::Mon, Self::Tue, Self::Wed, Self::Thu, Self::Fri, Self::Sat, Self::Sun];

    /// The day as it stands in JSON answers: `mon` … `sun`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mon => "mon",
            Self::Tue => "tue",
            Self::Wed => "wed",
            Self::Thu => "thu",
            Self::Fri => "fri",
            Self::Sat => "sat",
            Self::Sun => "sun",
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.code())
    }
}

/// The number of a period, as the school numbers them (0 … 99).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period(pub u8);

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// A day and a period, e.g. `tue 3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The day.
    pub day: Day,
    /// The period on that day.
    pub period: Period,
}

impl Slot {
    /// The slot of `period` on `day`.
    #[must_use]
    pub const fn new(day: Day, period: Period) -> Self {
        Self { day, period }
    }

    /// The slot `offset` periods later on the same day; `None` past the last number that a period can have.
    #[must_use]
    pub fn later(self, offset: u8) -> Option<Self> {
        let period = Period(self.period.0.checked_add(offset)?);
        Some(Self { period, ..self })
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.day, self.period)
    }
}

/// A week of the cycle: its place among [`School::weeks`](super::School::weeks), from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week(pub u8);

/// The weeks of the cycle in which something happens, at most [`Weeks::MOST`] in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weeks(u32);

impl Weeks {
    /// The longest cycle that can be told apart, in weeks.
    pub const MOST: usize = 32;

    /// Every week of a cycle of `length` weeks.
    ///
    /// # Panics
    /// Never: a length above [`Weeks::MOST`] counts as that.
    #[must_use]
    pub const fn all(length: usize) -> Self {
        if length >= Self::MOST { Self(u32::MAX) } else { Self((1 << length) - 1) }
    }

    /// One week alone.
    #[must_use]
    pub const fn only(week: Week) -> Self {
        Self(1 << (week.0 as u32 % u32::BITS))
    }

    /// Whether `week` is one of them.
    #[must_use]
    pub const fn contains(self, week: Week) -> bool {
        self.meets(Self::only(week))
    }

    /// Whether the two share a week.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The weeks of either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The weeks, in the cycle's order.
    pub fn iter(self) -> impl Iterator<Item = Week> {
        // The search goes through weeks all the time, mostly through one: only those that are there are visited.
        std::iter::successors(Some(self.0), |left| Some(left & left.wrapping_sub(1)))
            .take_while(|&left| left != 0)
            .filter_map(|left| u8::try_from(left.trailing_zeros()).ok().map(Week))
    }
}

/// The slots in which lessons can be, and the breaks between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    slots: BTreeSet<Slot>,
    breaks: BTreeSet<Slot>,
}

impl Grid {
    /// A grid of `slots`; each of `breaks` is a slot after which no lesson of several periods runs on.
    #[must_use]
    pub const fn new(slots: BTreeSet<Slot>, breaks: BTreeSet<Slot>) -> Self {
        Self { slots, breaks }
    }

    /// Every slot, by day and period.
    pub fn slots(&self) -> impl Iterator<Item = Slot> {
        self.slots.iter().copied()
    }

    /// Whether a lesson can be in `slot`.
    #[must_use]
    pub fn contains(&self, slot: Slot) -> bool {
        self.slots.contains(&slot)
    }

    /// Whether a break follows `slot` that no lesson of several periods may run across.
    #[must_use]
    pub fn breaks_after(&self, slot: Slot) -> bool {
        self.breaks.contains(&slot)
    }

    /// Whether all `length` periods from `start` are in the grid.
    #[must_use]
    pub fn fits(&self, start: Slot, length: u8) -> bool {
        (0..length).all(|offset| start.later(offset).is_some_and(|slot| self.contains(slot)))
    }

    /// Whether a lesson of `length` periods from `start` would run across a break.
    #[must_use]
    pub fn crosses_break(&self, start: Slot, length: u8) -> bool {
        (1..length)
            .any(|offset| start.later(offset - 1).is_some_and(|slot| self.breaks_after(slot)))
    }

    /// The days that have a slot, Monday first.
    pub fn days(&self) -> impl Iterator<Item = Day> {
        Day::ALL.into_iter().filter(|&day| self.periods_on(day).next().is_some())
    }

    /// The periods of `day`, in order.
    pub fn periods_on(&self, day: Day) -> impl Iterator<Item = Period> {
        let first = Slot::new(day, Period(0));
        let last = Slot::new(day, Period(u8::MAX));
        self.slots.range(first..=last).map(|slot| slot.period)
    }
}
