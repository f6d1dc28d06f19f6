//! A sparse LU factorisation of a basis matrix, kept current by product-form updates.
//!
//! Bases of timetable problems are almost triangular: slacks, and lessons whose only basic booking stands alone in
//! some row. Columns and rows with one entry are peeled off first; what is left, the nucleus, is small.
//!
//! # Source
//! U. H. Suhl, L. M. Suhl: Computing sparse LU factorizations for large-scale linear programming bases (1990), for
//! singletons first; G. B. Dantzig, W. Orchard-Hays: The product form for the inverse in the simplex method (1954).

/// Entries smaller than this are taken for zero.
const TINY: f64 = 1e-13;
/// A pivot must be at least this.
const SMALLEST_PIVOT: f64 = 1e-9;
/// A pivot must be at least this part of the largest entry of its column.
const THRESHOLD: f64 = 0.1;

/// One elimination step. Rows are the matrix's rows, positions are columns of the basis.
#[derive(Clone, Debug)]
struct Step {
    row: usize,
    position: usize,
    pivot: f64,
    /// Multipliers for rows that are eliminated later.
    lower: Vec<(usize, f64)>,
    /// Entries of this column in rows that were eliminated earlier.
    upper: Vec<(usize, f64)>,
}

/// A column of the basis that has been exchanged since the last factorisation.
#[derive(Clone, Debug)]
struct Update {
    position: usize,
    pivot: f64,
    entries: Vec<(usize, f64)>,
}

/// The factors of a square matrix.
#[derive(Clone, Debug, Default)]
pub(super) struct Factor {
    steps: Vec<Step>,
    updates: Vec<Update>,
    work: Vec<f64>,
}

/// A column that depends on the others: its position, and a row that no column covers.
pub(super) type Deficiency = (usize, usize);

impl Factor {
    /// Factorises the matrix with these columns, each a list of rows and entries.
    ///
    /// # Errors
    /// If the matrix is singular: which positions to fill with which unit columns instead.
    pub(super) fn compute(columns: &[&[(usize, f64)]]) -> Result<Self, Vec<Deficiency>> {
        let mut peeling = Peeling::new(columns);
        peeling.peel();
        let nucleus = peeling.nucleus();
        let mut elimination = Elimination::new(columns.len(), &peeling);
        let mut dependent = Vec::new();
        for position in nucleus {
            if !elimination.eliminate(position, columns[position], &peeling.row_counts) {
                dependent.push(position);
            }
        }
        if dependent.is_empty() {
            let mut steps = peeling.steps;
            steps.append(&mut elimination.steps);
            return Ok(Self { steps, updates: Vec::new(), work: vec![0.0; columns.len()] });
        }
        let uncovered = (0..columns.len()).filter(|&row| !elimination.covered[row]);
        Err(dependent.into_iter().zip(uncovered).collect())
    }

    /// How many columns were exchanged since the factorisation.
    pub(super) fn age(&self) -> usize {
        self.updates.len()
    }

    /// Solves `B x = a`: `vector` holds `a` by row before, `x` by position after.
    pub(super) fn solve_columns(&mut self, vector: &mut [f64]) {
        for step in &self.steps {
            let value = vector[step.row];
            if value != 0.0 {
                for &(row, multiplier) in &step.lower {
                    vector[row] -= multiplier * value;
                }
            }
        }
        self.work.fill(0.0);
        for step in self.steps.iter().rev() {
            let value = vector[step.row];
            if value.abs() > TINY {
                let value = value / step.pivot;
                self.work[step.position] = value;
                for &(row, entry) in &step.upper {
                    vector[row] -= entry * value;
                }
            }
        }
        vector.copy_from_slice(&self.work);
        for update in &self.updates {
            let value = vector[update.position];
            if value != 0.0 {
                let value = value / update.pivot;
                vector[update.position] = value;
                for &(position, entry) in &update.entries {
                    vector[position] -= entry * value;
                }
            }
        }
    }

    /// Solves `y B = c`: `vector` holds `c` by position before, `y` by row after.
    pub(super) fn solve_rows(&mut self, vector: &mut [f64]) {
        for update in self.updates.iter().rev() {
            let mut value = vector[update.position];
            for &(position, entry) in &update.entries {
                value -= entry * vector[position];
            }
            vector[update.position] = value / update.pivot;
        }
        self.work.fill(0.0);
        for step in &self.steps {
            let mut value = vector[step.position];
            for &(row, entry) in &step.upper {
                value -= entry * self.work[row];
            }
            self.work[step.row] = if value.abs() > TINY { value / step.pivot } else { 0.0 };
        }
        for step in self.steps.iter().rev() {
            let mut value = self.work[step.row];
            for &(row, multiplier) in &step.lower {
                value -= multiplier * self.work[row];
            }
            self.work[step.row] = value;
        }
        vector.copy_from_slice(&self.work);
    }

    /// Exchanges the column at `position` for one whose [`Factor::solve_columns`] is `column`.
    pub(super) fn update(&mut self, position: usize, column: &[f64]) {
        let entries = column
            .iter()
            .enumerate()
            .filter(|&(other, entry)| other != position && entry.abs() > TINY)
            .map(|(other, &entry)| (other, entry))
            .collect();
        self.updates.push(Update { position, pivot: column[position], entries });
    }
}

/// Takes off columns and rows that have one entry left.
struct Peeling<'a> {
    columns: &'a [&'a [(usize, f64)]],
    rows: Vec<Vec<usize>>,
    column_counts: Vec<usize>,
    row_counts: Vec<usize>,
    column_done: Vec<bool>,
    row_done: Vec<bool>,
    steps: Vec<Step>,
    single_columns: Vec<usize>,
    single_rows: Vec<usize>,
}

impl<'a> Peeling<'a> {
    fn new(columns: &'a [&'a [(usize, f64)]]) -> Self {
        let size = columns.len();
        let mut rows = vec![Vec::new(); size];
        for (position, column) in columns.iter().enumerate() {
            for &(row, _) in *column {
                rows[row].push(position);
            }
        }
        let column_counts: Vec<usize> = columns.iter().map(|column| column.len()).collect();
        let row_counts: Vec<usize> = rows.iter().map(Vec::len).collect();
        let ones = |counts: &[usize]| (0..size).rev().filter(|&at| counts[at] == 1).collect();
        Self {
            single_columns: ones(&column_counts),
            single_rows: ones(&row_counts),
            columns,
            rows,
            column_counts,
            row_counts,
            column_done: vec![false; size],
            row_done: vec![false; size],
            steps: Vec::with_capacity(size),
        }
    }

    fn peel(&mut self) {
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
            self.take(row, position, pivot, Vec::new());
        }
    }

    fn peel_row(&mut self, row: usize) {
        if self.row_done[row] || self.row_counts[row] != 1 {
            return;
        }
        let found = self.rows[row].iter().find(|&&position| !self.column_done[position]);
        let Some(&position) = found else { return };
        let open = self.columns[position].iter().filter(|&&(other, _)| !self.row_done[other]);
        let largest = open.clone().map(|(_, entry)| entry.abs()).fold(0.0, f64::max);
        let pivot = open.clone().find(|&&(other, _)| other == row).map_or(0.0, |&(_, entry)| entry);
        if pivot.abs() < THRESHOLD * largest || pivot.abs() <= SMALLEST_PIVOT {
            return;
        }
        let others = open.filter(|&&(other, _)| other != row);
        let lower = others.map(|&(other, entry)| (other, entry / pivot)).collect();
        self.take(row, position, pivot, lower);
    }

    fn take(&mut self, row: usize, position: usize, pivot: f64, lower: Vec<(usize, f64)>) {
        let eliminated = self.columns[position].iter().filter(|&&(other, _)| self.row_done[other]);
        let upper = eliminated.copied().collect();
        self.steps.push(Step { row, position, pivot, lower, upper });
        self.row_done[row] = true;
        self.column_done[position] = true;
        for &other in &self.rows[row] {
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
    fn nucleus(&self) -> Vec<usize> {
        let mut left: Vec<usize> =
            (0..self.columns.len()).filter(|&position| !self.column_done[position]).collect();
        left.sort_by_key(|&position| (self.column_counts[position], position));
        left
    }
}

/// Left-looking elimination of the nucleus, column by column.
struct Elimination {
    steps: Vec<Step>,
    covered: Vec<bool>,
    in_peeling: Vec<bool>,
    work: Vec<f64>,
}

impl Elimination {
    fn new(size: usize, peeling: &Peeling<'_>) -> Self {
        Self {
            steps: Vec::new(),
            covered: peeling.row_done.clone(),
            in_peeling: peeling.row_done.clone(),
            work: vec![0.0; size],
        }
    }

    /// Whether a pivot was found in the column.
    fn eliminate(
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

#[cfg(test)]
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
    fn solving_undoes_multiplying_before_and_after_exchanges() {
        let mut solved = 0;
        for seed in 0..200 {
            let size = 30;
            let mut columns = random_columns(size, seed);
            let slices: Vec<&[(usize, f64)]> = columns.iter().map(Vec::as_slice).collect();
            let Ok(mut factor) = Factor::compute(&slices) else { continue };
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
        let deficient = Factor::compute(&columns).err().unwrap_or_default();
        assert_eq!(deficient.len(), 1);
        assert!(deficient[0].0 < 2 && deficient[0].1 < 2);
    }
}
