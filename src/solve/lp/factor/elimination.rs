//! The hard part of a factorisation: what is left when nothing can be peeled off.

use super::{Factor, SMALLEST_PIVOT, THRESHOLD, TINY};

/// Left-looking elimination of the nucleus, column by column.
pub(super) struct Elimination<'a> {
    pub(super) covered: Vec<bool>,
    in_peeling: Vec<bool>,
    row_counts: Vec<usize>,
    factor: &'a mut Factor,
    /// The first of the factor's lists of multipliers that is of the nucleus.
    first: usize,
    /// By row; all 0 between columns.
    work: Vec<f64>,
    touched: Vec<usize>,
    upper: Vec<(usize, f64)>,
}

impl<'a> Elimination<'a> {
    /// After the rows `in_peeling` were taken off.
    pub(super) fn new(
        in_peeling: Vec<bool>,
        row_counts: Vec<usize>,
        factor: &'a mut Factor,
    ) -> Self {
        Self {
            covered: in_peeling.clone(),
            work: vec![0.0; in_peeling.len()],
            in_peeling,
            row_counts,
            first: factor.lower.len(),
            factor,
            touched: Vec::new(),
            upper: Vec::new(),
        }
    }

    /// Whether a pivot was found in the column.
    pub(super) fn eliminate(&mut self, position: usize, column: &[(usize, f64)]) -> bool {
        self.scatter(column);
        self.apply_earlier_steps();
        self.touched.sort_unstable();
        self.touched.dedup();
        let pivot_row = self.choose();
        if let Some(pivot_row) = pivot_row {
            self.record(pivot_row, position);
        }
        for &row in &self.touched {
            self.work[row] = 0.0;
        }
        pivot_row.is_some()
    }

    /// Writes `column` out by row, but for what stands in rows that were peeled off.
    fn scatter(&mut self, column: &[(usize, f64)]) {
        self.upper.clear();
        self.touched.clear();
        for &(row, entry) in column {
            if self.in_peeling[row] {
                self.upper.push((row, entry));
            } else {
                self.work[row] = entry;
                self.touched.push(row);
            }
        }
    }

    fn apply_earlier_steps(&mut self) {
        for number in self.first..self.factor.lower.len() {
            let value = self.work[self.factor.lower_rows[number]];
            if value != 0.0 {
                self.subtract(number, value);
            }
        }
    }

    fn subtract(&mut self, number: usize, value: f64) {
        for &(row, multiplier) in self.factor.lower.get(number) {
            if self.work[row] == 0.0 {
                self.touched.push(row);
            }
            self.work[row] -= multiplier * value;
        }
    }

    /// The row to pivot on: of those whose entry is large enough the one with the fewest entries, which makes the fewest new
    /// ones.
    ///
    /// # Source
    /// H. M. Markowitz: The elimination form of the inverse and its application to linear programming (1957).
    fn choose(&self) -> Option<usize> {
        let open = || self.touched.iter().copied().filter(|&row| !self.covered[row]);
        let largest = open().map(|row| self.work[row].abs()).fold(0.0, f64::max);
        if largest < SMALLEST_PIVOT {
            return None;
        }
        open()
            .filter(|&row| self.work[row].abs() >= THRESHOLD * largest)
            .min_by_key(|&row| (self.row_counts[row], row))
    }

    fn record(&mut self, row: usize, position: usize) {
        let Self { work, covered, touched, upper, factor, .. } = self;
        let pivot = work[row];
        let others = || {
            let all = touched.iter().map(|&other| (other, work[other]));
            all.filter(|&(other, entry)| other != row && entry.abs() > TINY)
        };
        let lower = others().filter(|one| !covered[one.0]);
        let lower = lower.map(|(other, entry)| (other, entry / pivot));
        let within = others().filter(|one| covered[one.0]);
        factor.record(row, position, pivot, lower, upper.iter().copied().chain(within));
        covered[row] = true;
    }
}
