//! The easy part of a factorisation: columns and rows with one entry left, taken off one by one.

use super::lists::starts;
use super::{Factor, SMALLEST_PIVOT, THRESHOLD};

/// Takes off columns and rows that have one entry left.
pub(super) struct Peeling<'a> {
    columns: &'a [&'a [(usize, f64)]],
    /// Where the positions of each row begin in `positions`; one more for the end.
    row_starts: Vec<usize>,
    positions: Vec<usize>,
    column_counts: Vec<usize>,
    pub(super) row_counts: Vec<usize>,
    column_done: Vec<bool>,
    pub(super) row_done: Vec<bool>,
    single_columns: Vec<usize>,
    single_rows: Vec<usize>,
    factor: &'a mut Factor,
}

impl<'a> Peeling<'a> {
    pub(super) fn new(
        row_count: usize,
        columns: &'a [&'a [(usize, f64)]],
        factor: &'a mut Factor,
    ) -> Self {
        let row_counts = count_entries(row_count, columns);
        let column_counts: Vec<usize> = columns.iter().map(|column| column.len()).collect();
        let mut row_starts = starts(&row_counts);
        let positions = list_positions(columns, row_starts.clone());
        row_starts.push(positions.len());
        Self {
            single_columns: singles(&column_counts),
            single_rows: singles(&row_counts),
            columns,
            row_starts,
            positions,
            column_counts,
            row_counts,
            column_done: vec![false; columns.len()],
            row_done: vec![false; row_count],
            factor,
        }
    }

    pub(super) fn peel(&mut self) {
        loop {
            if let Some(position) = self.single_columns.pop() {
                self.peel_column(position);
            } else if let Some(row) = self.single_rows.pop() {
                self.peel_row(row);
            } else {
                return;
            }
        }
    }

    fn peel_column(&mut self, position: usize) {
        if self.column_done[position] || self.column_counts[position] != 1 {
            return;
        }
        let found = self.columns[position].iter().find(|&&(row, _)| !self.row_done[row]);
        if let Some(&(row, pivot)) = found.filter(|(_, pivot)| pivot.abs() > SMALLEST_PIVOT) {
            self.take(row, position, pivot);
        }
    }

    fn peel_row(&mut self, row: usize) {
        if self.row_done[row] || self.row_counts[row] != 1 {
            return;
        }
        let positions = &self.positions[self.row_starts[row]..self.row_starts[row + 1]];
        let found = positions.iter().find(|&&position| !self.column_done[position]);
        let Some(&position) = found else { return };
        let open = self.columns[position].iter().filter(|&&(other, _)| !self.row_done[other]);
        let largest = open.clone().map(|(_, entry)| entry.abs()).fold(0.0, f64::max);
        let pivot = open.clone().find(|&&(other, _)| other == row).map_or(0.0, |&(_, entry)| entry);
        if pivot.abs() >= THRESHOLD * largest && pivot.abs() > SMALLEST_PIVOT {
            self.take(row, position, pivot);
        }
    }

    fn take(&mut self, row: usize, position: usize, pivot: f64) {
        let Self { columns, row_done, factor, .. } = self;
        let others = || columns[position].iter().copied().filter(|one| one.0 != row);
        let lower = others().filter(|one| !row_done[one.0]);
        let lower = lower.map(|(other, entry)| (other, entry / pivot));
        factor.record(row, position, pivot, lower, others().filter(|one| row_done[one.0]));
        self.row_done[row] = true;
        self.column_done[position] = true;
        for &other in &self.positions[self.row_starts[row]..self.row_starts[row + 1]] {
            self.column_counts[other] -= 1;
            if self.column_counts[other] == 1 && !self.column_done[other] {
                self.single_columns.push(other);
            }
        }
        for &(other, _) in self.columns[position] {
            self.row_counts[other] -= 1;
            if self.row_counts[other] == 1 && !self.row_done[other] {
                self.single_rows.push(other);
            }
        }
    }

    /// The positions that are left, those with the fewest entries first.
    pub(super) fn nucleus(&self) -> Vec<usize> {
        let mut left: Vec<usize> =
            (0..self.columns.len()).filter(|&position| !self.column_done[position]).collect();
        left.sort_by_key(|&position| (self.column_counts[position], position));
        left
    }
}

/// By row: how many entries it has in `columns`.
fn count_entries(row_count: usize, columns: &[&[(usize, f64)]]) -> Vec<usize> {
    let mut counts = vec![0; row_count];
    for &(row, _) in columns.iter().copied().flatten() {
        counts[row] += 1;
    }
    counts
}

/// The positions of the columns that have an entry in each row, row by row, where those of a row begin at `next`.
fn list_positions(columns: &[&[(usize, f64)]], mut next: Vec<usize>) -> Vec<usize> {
    let mut positions = vec![0; columns.iter().map(|column| column.len()).sum()];
    for (position, column) in columns.iter().enumerate() {
        for &(row, _) in *column {
            positions[next[row]] = position;
            next[row] += 1;
        }
    }
    positions
}

/// Those with one entry, the first at the end.
fn singles(counts: &[usize]) -> Vec<usize> {
    (0..counts.len()).rev().filter(|&at| counts[at] == 1).collect()
}
