//! The hard part of a factorisation: what is left when nothing can be peeled off.

use super::peeling::Peeling;
use super::{SMALLEST_PIVOT, Step, THRESHOLD, TINY};

/// Left-looking elimination of the nucleus, column by column.
pub(super) struct Elimination {
    pub(super) steps: Vec<Step>,
    pub(super) covered: Vec<bool>,
    in_peeling: Vec<bool>,
    work: Vec<f64>,
}

impl Elimination {
    pub(super) fn new(size: usize, peeling: &Peeling<'_>) -> Self {
        Self {
            steps: Vec::new(),
            covered: peeling.row_done.clone(),
            in_peeling: peeling.row_done.clone(),
            work: vec![0.0; size],
        }
    }

    /// Whether a pivot was found in the column.
    pub(super) fn eliminate(
        &mut self,
        position: usize,
        column: &[(usize, f64)],
        row_counts: &[usize],
    ) -> bool {
        let mut upper: Vec<(usize, f64)> = Vec::new();
        let mut touched: Vec<usize> = Vec::new();
        for &(row, entry) in column {
            if self.in_peeling[row] {
                upper.push((row, entry));
            } else {
                self.work[row] = entry;
                touched.push(row);
            }
        }
        for step in &self.steps {
            let value = self.work[step.row];
            if value == 0.0 {
                continue;
            }
            for &(row, multiplier) in &step.lower {
                if self.work[row] == 0.0 {
                    touched.push(row);
                }
                self.work[row] -= multiplier * value;
            }
        }
        touched.sort_unstable();
        touched.dedup();
        let pivot_row = self.choose(&touched, row_counts);
        let found = pivot_row.is_some();
        if let Some(pivot_row) = pivot_row {
            self.record(pivot_row, position, upper, &touched);
        }
        for row in touched {
            self.work[row] = 0.0;
        }
        found
    }

    fn choose(&self, touched: &[usize], row_counts: &[usize]) -> Option<usize> {
        let open = || touched.iter().copied().filter(|&row| !self.covered[row]);
        let largest = open().map(|row| self.work[row].abs()).fold(0.0, f64::max);
        if largest < SMALLEST_PIVOT {
            return None;
        }
        open()
            .filter(|&row| self.work[row].abs() >= THRESHOLD * largest)
            .min_by_key(|&row| (row_counts[row], row))
    }

    fn record(
        &mut self,
        row: usize,
        position: usize,
        mut upper: Vec<(usize, f64)>,
        touched: &[usize],
    ) {
        let pivot = self.work[row];
        let mut lower = Vec::new();
        for &other in touched {
            let entry = self.work[other];
            if other == row || entry.abs() <= TINY {
                continue;
            }
            if self.covered[other] {
                upper.push((other, entry));
            } else {
                lower.push((other, entry / pivot));
            }
        }
        self.covered[row] = true;
        self.steps.push(Step { row, position, pivot, lower, upper });
    }
}
