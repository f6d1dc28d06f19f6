//! The week as a table of cells: days down, period numbers across.

use super::id::{Cell, DayId};
use super::table::{Ids, Table};
use crate::domain::{Day, Grid, Period, Slot, Week, Weeks};

/// Days × period numbers. A cell that the grid lacks is there too, so that gaps can be counted by number.
#[derive(Clone, Debug)]
pub struct Frame {
    days: Table<DayId, Day>,
    first: u8,
    /// Period numbers from the grid's first to its last.
    pub periods: usize,
    weeks: usize,
    in_grid: Table<Cell, bool>,
}

impl Frame {
    /// The frame around `grid`.
    #[must_use]
    pub fn around(grid: &Grid, weeks: usize) -> Self {
        let numbers = || grid.slots().map(|slot| slot.period.0);
        let (first, last) = (numbers().min().unwrap_or(1), numbers().max().unwrap_or(1));
        let days = grid.days().collect();
        let periods = usize::from(last - first) + 1;
        let weeks = weeks.min(Weeks::MOST);
        let mut frame = Self { days, first, periods, weeks, in_grid: Table::default() };
        frame.in_grid = frame.cells().map(|cell| grid.contains(frame.slot(cell))).collect();
        frame
    }

    /// Every cell, by day and period.
    #[must_use]
    pub fn cells(&self) -> Ids<Cell> {
        Ids::of(self.days().len() * self.periods)
    }

    /// Every day.
    #[must_use]
    pub const fn days(&self) -> Ids<DayId> {
        self.days.ids()
    }

    /// Every week of the cycle.
    #[must_use]
    pub const fn weeks(&self) -> Ids<Week> {
        Ids::of(self.weeks)
    }

    /// The cells of `day`, by period.
    pub fn cells_of(&self, day: DayId) -> impl Iterator<Item = Cell> + use<> {
        let first = day.index() * self.periods;
        (first..first + self.periods).map(Cell::new)
    }

    /// Whether the grid has `cell`.
    #[must_use]
    pub fn in_grid(&self, cell: Cell) -> bool {
        self.in_grid[cell]
    }

    /// The day of `cell`.
    #[must_use]
    pub const fn day(&self, cell: Cell) -> DayId {
        DayId::new(cell.index() / self.periods)
    }

    /// Which period of its day `cell` is, from 0.
    #[must_use]
    pub const fn position_in_day(&self, cell: Cell) -> usize {
        cell.index() % self.periods
    }

    /// The slot of `cell`.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a day has at most 256 period numbers")]
    pub fn slot(&self, cell: Cell) -> Slot {
        let period = Period(self.first + self.position_in_day(cell) as u8);
        Slot::new(self.days[self.day(cell)], period)
    }

    /// The cell of `slot`; `None` outside the frame.
    #[must_use]
    pub fn cell(&self, slot: Slot) -> Option<Cell> {
        let day = self.days.iter().position(|&day| day == slot.day)?;
        let position = usize::from(slot.period.0.checked_sub(self.first)?);
        (position < self.periods).then(|| Cell::new(day * self.periods + position))
    }
}

impl Cell {
    /// The cell `offset` periods later.
    #[must_use]
    pub const fn later(self, offset: u8) -> Self {
        Self::new(self.index() + offset as usize)
    }
}
