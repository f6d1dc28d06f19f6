//! Which period each row of each grid is: as the school numbers them, else by their times, else in their order.

use std::collections::{BTreeMap, BTreeSet};

use super::sheets::Sheets;
use crate::domain::Period;
use crate::import::bells::{Bells, daily};
use crate::import::label::{Label, is_break};

/// The periods of each grid's rows, and what is known of their times.
pub(super) struct Periods {
    /// The first and last period of each row, by grid and by the row's position in it.
    of: BTreeMap<(usize, usize), (u8, u8)>,
    pub(super) bells: Bells,
    /// Labels that the school writes otherwise than their periods are numbered here, each once.
    pub(super) renumbered: Vec<(String, u8)>,
}

/// A row of a grid.
type Row<'s> = ((usize, usize), &'s Label);

impl Periods {
    /// Numbers the rows of all grids.
    pub(super) fn of(sheets: &Sheets) -> Self {
        let taught: BTreeSet<(usize, usize)> = sheets
            .cells
            .iter()
            .filter(|cell| !is_break(&cell.text))
            .map(|cell| (cell.grid, cell.band))
            .collect();
        let rows = sheets.grids.iter().enumerate().flat_map(|(grid, owned)| {
            let bands = owned.frame.bands.iter().enumerate();
            bands.map(move |(band, rows)| ((grid, band), &rows.label))
        });
        let (rows, empty): (Vec<Row<'_>>, Vec<Row<'_>>) =
            rows.partition(|(row, _)| taught.contains(row));
        let of = numbered(&rows).or_else(|| timed(&rows)).unwrap_or_else(|| ordered(&rows));
        let mut periods = Self { of, bells: Bells::new(), renumbered: Vec::new() };
        periods.learn(&rows);
        periods.extend(&rows, &empty);
        periods
    }

    /// The first and last period of a row; `None` where it is none.
    pub(super) fn get(&self, grid: usize, band: usize) -> Option<(u8, u8)> {
        self.of.get(&(grid, band)).copied()
    }

    /// Rows in which nothing is taught are the periods of those that are called alike.
    fn extend(&mut self, rows: &[Row<'_>], empty: &[Row<'_>]) {
        let called = |label: &Label| (label.number, label.times.map(|times| times.0));
        let known: BTreeMap<_, (u8, u8)> = rows
            .iter()
            .filter_map(|(row, label)| Some((called(label), *self.of.get(row)?)))
            .filter(|(called, _)| *called != (None, None))
            .collect();
        let found =
            empty.iter().filter_map(|(row, label)| Some((*row, *known.get(&called(label))?)));
        self.of.extend(found);
    }

    fn learn(&mut self, rows: &[Row<'_>]) {
        let mut told: BTreeSet<(&str, u8)> = BTreeSet::new();
        for (row, label) in rows {
            let Some(&(first, last)) = self.of.get(row) else { continue };
            if let (Some((start, Some(end))), true) = (label.times, first == last) {
                for (slot, times) in daily(Period(first), (start, end)) {
                    self.bells.entry(slot).or_insert(times);
                }
            }
            let is_other =
                label.number.map_or(label.times.is_some(), |number| number != (first, last));
            if is_other && label.number.is_some() && told.insert((&label.text, first)) {
                self.renumbered.push((label.text.clone(), first));
            }
        }
    }
}

type Numbers = BTreeMap<(usize, usize), (u8, u8)>;

/// By the numbers that every row has; they begin with 1.
fn numbered(rows: &[Row<'_>]) -> Option<Numbers> {
    let numbers: Option<Vec<(u8, u8)>> = rows.iter().map(|(_, label)| label.number).collect();
    let numbers = numbers?;
    let shift = u8::from(numbers.iter().any(|(first, _)| *first == 0));
    let shifted = numbers.iter().map(|&(first, last)| (first + shift, last + shift));
    let mut seen = BTreeSet::new();
    let all: Numbers = rows.iter().map(|(row, _)| *row).zip(shifted).collect();
    let is_once = all.iter().all(|(row, number)| seen.insert((row.0, number.0)));
    is_once.then_some(all)
}

/// By the times that every row has, where no two of them overlap.
fn timed(rows: &[Row<'_>]) -> Option<Numbers> {
    let times: Option<Vec<(u32, Option<u32>)>> =
        rows.iter().map(|(_, label)| label.times).collect();
    let times = times?;
    let distinct: BTreeSet<(u32, Option<u32>)> = times.iter().copied().collect();
    let starts: Vec<u32> =
        distinct.iter().map(|time| time.0).collect::<BTreeSet<_>>().into_iter().collect();
    let overlap = |(start, end): &(u32, Option<u32>)| {
        end.is_some_and(|end| starts.iter().any(|other| other > start && *other < end))
    };
    if distinct.iter().any(overlap) {
        return None;
    }
    let number = |time: (u32, Option<u32>)| {
        let position = starts.binary_search(&time.0).ok()?;
        u8::try_from(position + 1).ok().map(|number| (number, number))
    };
    rows.iter().zip(times).map(|((row, _), time)| Some((*row, number(time)?))).collect()
}

/// By the order of the rows, those left out in which no grid has anything.
fn ordered(rows: &[Row<'_>]) -> Numbers {
    let positions: BTreeSet<usize> = rows.iter().map(|((_, band), _)| *band).collect();
    let positions: Vec<usize> = positions.into_iter().collect();
    let number = |band: usize| {
        let position = positions.binary_search(&band).unwrap_or(0);
        u8::try_from(position + 1).unwrap_or(u8::MAX)
    };
    rows.iter().map(|((grid, band), _)| ((*grid, *band), (number(*band), number(*band)))).collect()
}
