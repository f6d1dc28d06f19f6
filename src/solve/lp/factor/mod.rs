//! A sparse LU factorisation of a basis matrix, kept current by product-form updates.
//!
//! Bases of timetable problems are almost triangular: slacks, and lessons whose only basic booking stands alone in
//! some row. Columns and rows with one entry are peeled off first; what is left, the nucleus, is small.
//!
//! # Source
//! U. H. Suhl, L. M. Suhl: Computing sparse LU factorizations for large-scale linear programming bases (1990), for
//! singletons first; G. B. Dantzig, W. Orchard-Hays: The product form for the inverse in the simplex method (1954).

mod elimination;
mod peeling;

use elimination::Elimination;
use peeling::Peeling;

/// Entries smaller than this are taken for zero: beside entries of about 1 nothing but errors of rounding is so small.
const TINY: f64 = 1e-13;
/// A pivot must be at least this, or the matrix is taken for singular: errors are divided by it.
const SMALLEST_PIVOT: f64 = 1e-6;
/// A pivot must be at least this part of the largest entry of its column: threshold pivoting, a compromise between small
/// errors (1) and few new entries (0). 0.1 is the usual one (Suhl and Suhl 1990).
const THRESHOLD: f64 = 0.1;

/// Short lists one after another in one piece of memory.
#[derive(Clone, Debug, Default)]
struct Lists {
    ends: Vec<usize>,
    entries: Vec<(usize, f64)>,
}

impl Lists {
    fn push(&mut self, list: impl Iterator<Item = (usize, f64)>) {
        self.entries.extend(list);
        self.ends.push(self.entries.len());
    }

    /// The lists turned around: what was entry `(b, x)` of list `a` is entry `(name(a), x)` of list `list_of(b)`, of so many.
    fn turned(
        &self,
        count: usize,
        list_of: impl Fn(usize) -> usize,
        name: impl Fn(usize) -> usize,
    ) -> Self {
        // Each number is where its list begins, and moves to where it ends as the list is filled.
        let mut ends = self.starts_of_turned(count, &list_of);
        let mut entries = vec![(0, 0.0); self.entries.len()];
        for list in 0..self.len() {
            for &(entry, value) in self.get(list) {
                let end = &mut ends[list_of(entry)];
                entries[*end] = (name(list), value);
                *end += 1;
            }
        }
        Self { ends, entries }
    }

    fn starts_of_turned(&self, count: usize, list_of: impl Fn(usize) -> usize) -> Vec<usize> {
        let mut counts = vec![0; count];
        for &(entry, _) in &self.entries {
            counts[list_of(entry)] += 1;
        }
        starts(&counts)
    }

    fn get(&self, list: usize) -> &[(usize, f64)] {
        let start = if list == 0 { 0 } else { self.ends[list - 1] };
        &self.entries[start..self.ends[list]]
    }

    const fn len(&self) -> usize {
        self.ends.len()
    }
}

/// The factors of a square matrix.
#[derive(Clone, Debug, Default)]
pub(super) struct Factor {
    /// By step: the row and the position that it eliminates, and its pivot.
    pivots: Vec<(usize, usize, f64)>,
    /// Rows of steps with multipliers, in the order of the steps, and those multipliers by row.
    lower_rows: Vec<usize>,
    lower: Lists,
    /// By step: entries of its column, by row; and of its row, by position.
    upper_columns: Lists,
    upper_rows: Lists,
    /// Columns replaced since: positions with pivots, and the other entries by position.
    replaced: Vec<(usize, f64)>,
    updates: Lists,
    work: Vec<f64>,
}

/// Why columns are no basis.
#[derive(Debug)]
pub(super) struct Deficiency {
    /// Positions of columns that depend on the others.
    pub(super) dependent: Vec<usize>,
    /// Rows that the others do not cover.
    pub(super) uncovered: Vec<usize>,
}

impl Factor {
    /// Factorises the matrix with these columns, each a list of rows (below `row_count`) and entries.
    ///
    /// # Errors
    /// If the matrix is singular, or not square: which columns to leave out, and which unit columns to take in.
    pub(super) fn compute(
        row_count: usize,
        columns: &[&[(usize, f64)]],
    ) -> Result<Self, Deficiency> {
        let mut factor = Self { work: vec![0.0; row_count], ..Self::default() };
        factor.pivots.reserve(row_count);
        let mut peeling = Peeling::new(row_count, columns, &mut factor);
        peeling.peel();
        let nucleus = peeling.nucleus();
        let Peeling { row_counts, row_done, .. } = peeling;
        let mut elimination = Elimination::new(row_done, row_counts, &mut factor);
        let mut dependent = Vec::new();
        for position in nucleus {
            if !elimination.eliminate(position, columns[position]) {
                dependent.push(position);
            }
        }
        let covered = elimination.covered;
        if dependent.is_empty() && columns.len() == row_count {
            factor.turn_upper();
            return Ok(factor);
        }
        let uncovered = (0..row_count).filter(|&row| !covered[row]).collect();
        Err(Deficiency { dependent, uncovered })
    }

    /// Records an elimination step: its row and position, the pivot, multipliers for rows that are eliminated later, and
    /// entries of its column in rows that were eliminated earlier.
    fn record(
        &mut self,
        row: usize,
        position: usize,
        pivot: f64,
        lower: impl Iterator<Item = (usize, f64)>,
        upper: impl Iterator<Item = (usize, f64)>,
    ) {
        self.pivots.push((row, position, pivot));
        let before = self.lower.entries.len();
        self.lower.entries.extend(lower);
        if self.lower.entries.len() > before {
            self.lower.ends.push(self.lower.entries.len());
            self.lower_rows.push(row);
        }
        self.upper_columns.push(upper);
    }

    fn turn_upper(&mut self) {
        let mut step_of = vec![0; self.pivots.len()];
        for (number, &(row, ..)) in self.pivots.iter().enumerate() {
            step_of[row] = number;
        }
        self.upper_rows = self.upper_columns.turned(
            self.pivots.len(),
            |row| step_of[row],
            |step| self.pivots[step].1,
        );
    }

    /// How many columns were replaced since the factorisation.
    pub(super) const fn age(&self) -> usize {
        self.updates.len()
    }

    /// Solves `B x = a`: `vector` holds `a` by row before, `x` by position after.
    pub(super) fn solve_columns(&mut self, vector: &mut [f64]) {
        for (number, &row) in self.lower_rows.iter().enumerate() {
            let value = vector[row];
            subtract(vector, self.lower.get(number), value);
        }
        self.solve_upper_columns(vector);
        vector.copy_from_slice(&self.work);
        for (number, &(position, pivot)) in self.replaced.iter().enumerate() {
            if vector[position] != 0.0 {
                let value = vector[position] / pivot;
                vector[position] = value;
                subtract(vector, self.updates.get(number), value);
            }
        }
    }

    /// Solves with the upper factor, from `vector` by row into `work` by position.
    fn solve_upper_columns(&mut self, vector: &mut [f64]) {
        self.work.fill(0.0);
        for (number, &(row, position, pivot)) in self.pivots.iter().enumerate().rev() {
            if vector[row].abs() > TINY {
                let value = vector[row] / pivot;
                self.work[position] = value;
                subtract(vector, self.upper_columns.get(number), value);
            }
        }
    }

    /// Solves `y B = c`: `vector` holds `c` by position before, `y` by row after.
    pub(super) fn solve_rows(&mut self, vector: &mut [f64]) {
        for (number, &(position, pivot)) in self.replaced.iter().enumerate().rev() {
            let left = left_of(vector[position], self.updates.get(number), vector);
            vector[position] = left / pivot;
        }
        self.solve_upper_rows(vector);
        for (number, &row) in self.lower_rows.iter().enumerate().rev() {
            self.work[row] = left_of(self.work[row], self.lower.get(number), &self.work);
        }
        vector.copy_from_slice(&self.work);
    }

    /// Solves with the upper factor, from `vector` by position into `work` by row.
    fn solve_upper_rows(&mut self, vector: &mut [f64]) {
        self.work.fill(0.0);
        for (number, &(row, position, pivot)) in self.pivots.iter().enumerate() {
            if vector[position].abs() > TINY {
                let value = vector[position] / pivot;
                self.work[row] = value;
                subtract(vector, self.upper_rows.get(number), value);
            }
        }
    }

    /// Pivots the column at `position` for one whose [`Factor::solve_columns`] is `column`.
    pub(super) fn update(&mut self, position: usize, column: &[f64]) {
        let entries = column.iter().copied().enumerate();
        self.updates
            .push(entries.filter(|&(other, entry)| other != position && entry.abs() > TINY));
        self.replaced.push((position, column[position]));
    }
}

/// Where lists of these lengths begin, one after another.
fn starts(counts: &[usize]) -> Vec<usize> {
    let mut next = 0;
    let mut starts = Vec::with_capacity(counts.len() + 1);
    for count in counts {
        starts.push(next);
        next += count;
    }
    starts
}

/// Takes `times` the `entries` from `vector`.
fn subtract(vector: &mut [f64], entries: &[(usize, f64)], times: f64) {
    if times != 0.0 {
        for &(other, entry) in entries {
            vector[other] -= entry * times;
        }
    }
}

/// What is left of `value` less the product of `entries` and `vector`.
fn left_of(value: f64, entries: &[(usize, f64)], vector: &[f64]) -> f64 {
    entries.iter().fold(value, |left, &(other, entry)| left - entry * vector[other])
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::Factor;

    fn product(columns: &[Vec<(usize, f64)>], x: &[f64]) -> Vec<f64> {
        let mut out = vec![0.0; x.len()];
        for (column, value) in columns.iter().zip(x) {
            for &(row, entry) in column {
                out[row] += entry * value;
            }
        }
        out
    }

    fn random_columns(size: usize, seed: u64) -> Vec<Vec<(usize, f64)>> {
        let mut state = seed;
        let mut next = |bound: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(state >> 33).unwrap_or(0) % bound
        };
        (0..size)
            .map(|at| {
                let mut column = vec![(at, 1.0 + f64::from(u8::try_from(next(3)).unwrap_or(0)))];
                for _ in 0..next(4) {
                    let row = next(size);
                    if column.iter().all(|&(other, _)| other != row) {
                        column.push((row, if next(2) == 0 { 1.0 } else { -1.0 }));
                    }
                }
                column
            })
            .collect()
    }

    fn close(one: &[f64], other: &[f64]) -> bool {
        one.iter().zip(other).all(|(a, b)| (a - b).abs() < 1e-6)
    }

    #[test]
    fn solving_undoes_multiplying_before_and_after_columns_are_replaced() {
        let mut solved = 0;
        for seed in 0..200 {
            let size = 30;
            let mut columns = random_columns(size, seed);
            let slices: Vec<&[(usize, f64)]> = columns.iter().map(Vec::as_slice).collect();
            let Ok(mut factor) = Factor::compute(size, &slices) else { continue };
            let x: Vec<f64> =
                (0..size).map(|at| f64::from(u8::try_from(at % 7).unwrap_or(0)) - 3.0).collect();
            for (position, column) in random_columns(size, seed + 1000).into_iter().enumerate() {
                let mut image = vec![0.0; size];
                for &(row, entry) in &column {
                    image[row] += entry;
                }
                factor.solve_columns(&mut image);
                if image[position].abs() > 0.1 && position % 3 == 0 {
                    factor.update(position, &image);
                    columns[position] = column;
                }
                let mut vector = product(&columns, &x);
                factor.solve_columns(&mut vector);
                assert!(close(&vector, &x), "seed {seed}");
                let mut duals = x.clone();
                factor.solve_rows(&mut duals);
                let back: Vec<f64> = columns
                    .iter()
                    .map(|column| column.iter().map(|&(row, entry)| entry * duals[row]).sum())
                    .collect();
                assert!(close(&back, &x), "seed {seed}");
                solved += 1;
            }
        }
        assert!(solved > 3000, "most random matrices are regular: {solved}");
    }

    #[test]
    fn a_singular_matrix_names_what_to_replace() {
        let columns: [&[(usize, f64)]; 3] =
            [&[(0, 1.0), (1, 1.0)], &[(0, 1.0), (1, 1.0)], &[(2, 1.0)]];
        let deficiency = Factor::compute(3, &columns).err().unwrap();
        assert_eq!(deficiency.dependent.len(), 1);
        assert!(deficiency.dependent[0] < 2 && deficiency.uncovered[0] < 2);
    }

    #[test]
    fn too_many_or_too_few_columns_name_what_to_change() {
        let columns: [&[(usize, f64)]; 3] = [&[(0, 1.0), (1, 1.0)], &[(0, 1.0)], &[(1, 1.0)]];
        let deficiency = Factor::compute(2, &columns).err().unwrap();
        assert_eq!((deficiency.dependent.len(), deficiency.uncovered.len()), (1, 0));
        let deficiency = Factor::compute(3, &columns[1..]).err().unwrap();
        assert_eq!((deficiency.dependent.len(), deficiency.uncovered), (0, vec![2]));
    }
}
