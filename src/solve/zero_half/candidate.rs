//! A zero-half cut as the present solution sees it: enough to choose among many, before any is written out.

use fixedbitset::FixedBitSet;

use super::{System, WORTH, raise, to_float};

/// Rows that are more alike than this (the cosine of their angle) say much the same, and only the deeper is added.
///
/// # Source
/// T. Achterberg: Constraint Integer Programming (2007), on the orthogonality of cuts.
const ALIKE: f64 = 0.6;

/// A zero-half cut, by its coefficients in the columns that are not 0.
pub(super) struct Candidate {
    /// The rows that it is half of.
    pub(super) from: FixedBitSet,
    coefficients: Vec<(usize, f64)>,
    length: f64,
    /// How far it is from the solution.
    depth: f64,
}

/// Makes candidates of the rows of a system, one after another.
pub(super) struct CandidateFinder<'a> {
    system: &'a System<'a>,
    /// By column: the number of its lesson.
    lesson_of: Vec<Option<usize>>,
    /// By column; all 0 between looks.
    sums: Vec<i64>,
    touched: Vec<usize>,
}

impl<'a> CandidateFinder<'a> {
    pub(super) fn new(system: &'a System<'a>) -> Self {
        let mut lesson_of = vec![None; system.values.len()];
        for (lesson, columns) in system.lessons.iter().enumerate() {
            lesson_of[columns.clone()].fill(Some(lesson));
        }
        let sums = vec![0; system.values.len()];
        Self { system, lesson_of, sums, touched: Vec::new() }
    }

    /// The best zero-half cut of the rows `from`; `None` if it does not cut the solution off.
    pub(super) fn candidate(&mut self, from: FixedBitSet) -> Option<Candidate> {
        let right_side = self.add_up(&from);
        let raised = self.raise(right_side);
        let coefficients = self.take_halves();
        let values = &self.system.values;
        let left = coefficients.iter().map(|&(column, half)| half * values[column]);
        let excess = left.sum::<f64>() - to_float((right_side + raised).div_euclid(2));
        let length = coefficients.iter().map(|one| one.1 * one.1).sum::<f64>().sqrt();
        let depth = excess / length.max(1.0);
        (excess > WORTH).then_some(Candidate { from, coefficients, length, depth })
    }

    /// Adds up the rows `from`; the sum of their right sides.
    fn add_up(&mut self, from: &FixedBitSet) -> i64 {
        let system = self.system;
        let mut right_side = 0;
        for source in from.ones().map(|number| &system.sources[number]) {
            right_side += source.right_side;
            for &(column, entry) in &source.entries {
                self.add(column, entry);
            }
        }
        right_side
    }

    /// Raises the lessons of which most is odd by 1; how many.
    fn raise(&mut self, right_side: i64) -> i64 {
        let system = self.system;
        let (lessons, odd) = self.odd_values();
        let raised = raise(&odd, right_side).unwrap_or_default();
        let mut count = 0;
        for (&lesson, _) in lessons.iter().zip(&raised).filter(|one| *one.1) {
            count += 1;
            for column in system.lessons[lesson].clone() {
                self.add(column, 1);
            }
        }
        count
    }

    fn add(&mut self, column: usize, entry: i64) {
        if self.sums[column] == 0 {
            self.touched.push(column);
        }
        self.sums[column] += entry;
    }

    /// The lessons of which anything is touched, and how much of each has an odd sum.
    fn odd_values(&self) -> (Vec<usize>, Vec<f64>) {
        let mut columns = self.touched.clone();
        columns.sort_unstable();
        columns.dedup();
        let mut odd: Vec<(usize, f64)> = Vec::with_capacity(columns.len());
        for column in columns {
            let Some(lesson) = self.lesson_of[column] else { continue };
            let value = if self.sums[column] % 2 == 0 { 0.0 } else { self.system.values[column] };
            match odd.last_mut().filter(|last| last.0 == lesson) {
                Some(last) => last.1 += value,
                None => odd.push((lesson, value)),
            }
        }
        odd.into_iter().unzip()
    }

    /// Halves of the sums, by column, where they are not 0; the sums are 0 afterwards.
    fn take_halves(&mut self) -> Vec<(usize, f64)> {
        let mut halves = Vec::with_capacity(self.touched.len());
        for column in self.touched.drain(..) {
            // A column touched twice because its sum was 0 in between is taken once: taking clears the sum.
            let half = std::mem::take(&mut self.sums[column]).div_euclid(2);
            if half != 0 {
                halves.push((column, to_float(half)));
            }
        }
        halves
    }
}

impl Candidate {
    /// Whether this candidate, its coefficients written out as `dense`, is like `other`.
    fn is_like(&self, dense: &[f64], other: &Self) -> bool {
        let product = other.coefficients.iter().map(|one| one.1 * dense[one.0]).sum::<f64>();
        product > ALIKE * self.length * other.length
    }
}

/// The deepest, at most `most`, none like another, in a program of so many `columns`.
pub(super) fn choose(
    mut candidates: Vec<Candidate>,
    most: usize,
    columns: usize,
) -> Vec<Candidate> {
    candidates.sort_by(|one, other| other.depth.total_cmp(&one.depth));
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut dense = vec![0.0; columns];
    for candidate in candidates {
        if chosen.len() == most {
            break;
        }
        for &(column, coefficient) in &candidate.coefficients {
            dense[column] = coefficient;
        }
        let is_new = !chosen.iter().any(|other| candidate.is_like(&dense, other));
        for &(column, _) in &candidate.coefficients {
            dense[column] = 0.0;
        }
        if is_new {
            chosen.push(candidate);
        }
    }
    chosen
}
