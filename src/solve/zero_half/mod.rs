//! Zero-half cuts: cuts off a fractional solution with halves of sums of rows that the program has already.
//!
//! The rows of the law say what one class, one teacher, one room or one day allows. What only several of them together
//! forbid, say three lessons of which any two share a class or a teacher, a fractional solution can break at will;
//! halves ([`Combination`]) forbid it.
//!
//! # Source
//! A. Caprara, M. Fischetti: {0, 1/2}-Chvátal-Gomory cuts (1996); A. M. Koster, A. Zymolka, M. Kutschka: Algorithms to
//! separate {0, 1/2}-Chvátal-Gomory cuts (2009); T. Achterberg: Constraint Integer Programming (2007), for choosing cuts by
//! depth and angle.

mod candidate;
mod parity;

use std::ops::Range;
use std::sync::Arc;

use candidate::{Candidate, CandidateFinder};
use fixedbitset::FixedBitSet;
use parity::Equation;

use super::separate::Solution;
use crate::model::{Auxiliary, Combination, Row, Term};
use crate::problem::{LessonId, Problem};

/// A row is worth adding if it cuts off at least this much, in units of the row: as for rows of the law.
const WORTH: f64 = 2e-2;
/// At most so many combinations are looked at, the most promising ones.
const MOST_CANDIDATES: usize = 1000;
/// At most so many rows are added at once: each makes every later solve dearer, and the next round starts from another
/// solution.
const AT_ONCE: usize = 30;
/// Of a lesson of which more than this is odd, the other bookings are made odd instead, which are less.
const MOSTLY: f64 = 0.5;
/// A row has no larger coefficients than this: large ones cut little, and spoil the numbers.
const LARGEST_COEFFICIENT: i64 = 60;

/// The program as its present solution sees it: only columns that are not 0.
pub(super) struct System<'a> {
    /// The value of each column.
    pub(super) values: Vec<f64>,
    /// The columns of each lesson; those of auxiliaries come after them all.
    pub(super) lessons: Vec<Range<usize>>,
    /// The rows.
    pub(super) sources: Vec<Source<'a>>,
}

/// A cut, and what it was made of.
pub(super) struct Cut {
    pub(super) row: Row,
    /// The sources, by their numbers.
    pub(super) from: Vec<usize>,
    /// The lessons that were raised.
    pub(super) raised: Vec<LessonId>,
}

/// A row of the program.
pub(super) struct Source<'a> {
    /// The row.
    pub(super) row: &'a Arc<Row>,
    /// How far its left side is below its right.
    pub(super) slack: f64,
    /// Its right side, less what lessons take that are not in the program.
    pub(super) right_side: i64,
    /// Columns with their coefficients.
    pub(super) entries: Vec<(usize, i64)>,
}

impl System<'_> {
    /// Zero-half cuts of the rows that `solution` breaks, in which an auxiliary column has as many `units` as it says.
    pub(super) fn cuts(
        &self,
        problem: &Problem,
        solution: &Solution,
        units: &dyn Fn(Auxiliary) -> f64,
    ) -> Vec<Cut> {
        let found = parity::odd_combinations(self.equations(), &self.values);
        let mut finder = CandidateFinder::new(self);
        let candidates: Vec<Candidate> = found
            .into_iter()
            .take(MOST_CANDIDATES)
            .filter_map(|from| finder.candidate(from))
            .collect();
        candidate::choose(candidates, AT_ONCE, self.values.len())
            .iter()
            .filter_map(|candidate| self.cut(problem, candidate, solution))
            .filter(|cut| cut.row.terms.iter().all(|one| one.1.abs() <= LARGEST_COEFFICIENT))
            .filter(|cut| excess(problem, &cut.row, solution, units) > WORTH)
            .collect()
    }

    /// The row that a candidate stands for.
    fn cut(&self, problem: &Problem, candidate: &Candidate, solution: &Solution) -> Option<Cut> {
        let from: Vec<usize> = candidate.from.ones().collect();
        let rows: Vec<&Row> = from.iter().map(|&at| &**self.sources[at].row).collect();
        let (row, raised) = best_cut(problem, &Combination::of(problem, &rows), solution)?;
        Some(Cut { row, from, raised })
    }

    /// The rows, and that each lesson has one booking, modulo 2. Columns that are whole are taken out.
    fn equations(&self) -> Vec<Equation> {
        let lessons = self.lessons.iter().filter(|columns| columns.len() != 1);
        let mut equations: Vec<Equation> =
            lessons.map(|columns| self.one_booking(columns.clone())).collect();
        let is_whole = self.whole_columns();
        let sources = self.sources.iter().enumerate();
        equations.extend(sources.map(|(number, source)| self.equation(number, source, &is_whole)));
        equations
    }

    /// The columns that are 1, for their lesson has no other.
    fn whole_columns(&self) -> Vec<bool> {
        let mut is_whole = vec![false; self.values.len()];
        for columns in self.lessons.iter().filter(|columns| columns.len() == 1) {
            is_whole[columns.start] = true;
        }
        is_whole
    }

    /// That the lesson of these columns has one booking.
    fn one_booking(&self, columns: Range<usize>) -> Equation {
        let mut odd = FixedBitSet::with_capacity(self.values.len());
        for column in columns {
            odd.toggle(column);
        }
        Equation {
            odd,
            is_odd: true,
            slack: 0.0,
            from: FixedBitSet::with_capacity(self.sources.len()),
        }
    }

    /// A source, modulo 2.
    fn equation(&self, number: usize, source: &Source<'_>, is_whole: &[bool]) -> Equation {
        let mut odd = FixedBitSet::with_capacity(self.values.len());
        let mut is_odd = source.right_side % 2 != 0;
        for &(column, _) in source.entries.iter().filter(|one| one.1 % 2 != 0) {
            if is_whole[column] {
                is_odd ^= true;
            } else {
                odd.toggle(column);
            }
        }
        let mut from = FixedBitSet::with_capacity(self.sources.len());
        from.toggle(number);
        Equation { odd, is_odd, slack: source.slack, from }
    }
}

/// The zero-half cut of `combination` that cuts off most of `solution`, and the lessons raised for it; `None` if any would be
/// no better than the combination.
fn best_cut(
    problem: &Problem,
    combination: &Combination,
    solution: &Solution,
) -> Option<(Row, Vec<LessonId>)> {
    // What is odd is lost in rounding down; raising a lesson makes its other bookings odd instead.
    let lessons = combination.lessons().iter();
    let odd: Vec<f64> =
        lessons.map(|(lesson, coefficients)| odd_value(solution, *lesson, coefficients)).collect();
    let raised = raise(&odd, combination.right_side())?;
    let lessons = combination.lessons().iter().zip(&raised).filter(|(_, raised)| **raised);
    let lessons = lessons.map(|((lesson, _), _)| *lesson).collect();
    Some((combination.zero_half_cut(problem, |lesson| raised[lesson]), lessons))
}

/// How much of a lesson is where it has an odd coefficient.
fn odd_value(solution: &Solution, lesson: LessonId, coefficients: &[i64]) -> f64 {
    let values = solution.values(lesson).iter();
    let odd = values.filter(|(booking, _)| coefficients[booking.start] % 2 != 0);
    odd.map(|value| value.1).sum()
}

/// Which lessons are raised, by how much of each is odd: so that little is lost, and that the right side is odd. `None` if
/// it cannot be.
fn raise(odd: &[f64], right_side: i64) -> Option<Vec<bool>> {
    let mut raised: Vec<bool> = odd.iter().map(|&value| value > MOSTLY).collect();
    let count = raised.iter().filter(|&&raised| raised).count();
    if (right_side % 2 != 0) == (count % 2 != 0) {
        let loss = |lesson: &usize| (odd[*lesson] - MOSTLY).abs();
        let least = (0..odd.len()).min_by(|one, other| loss(one).total_cmp(&loss(other)));
        raised[least?] ^= true;
    }
    Some(raised)
}

/// By how much `solution` breaks `row`, a zero-half cut.
fn excess(
    problem: &Problem,
    row: &Row,
    solution: &Solution,
    units: &dyn Fn(Auxiliary) -> f64,
) -> f64 {
    let of_term = |(term, coefficient): &(Term, i64)| {
        let Term::Start(lesson, cell) = *term else { return 0.0 };
        let values = solution.values(lesson).iter();
        let here = values.filter(|(booking, _)| booking.cell(problem) == cell);
        to_float(*coefficient) * here.map(|value| value.1).sum::<f64>()
    };
    let relieved = row.reliefs.iter().map(|&(one, count)| to_float(count) * units(one));
    let left = row.terms.iter().map(of_term).sum::<f64>() - relieved.sum::<f64>();
    left - to_float(row.right_side)
}

#[expect(clippy::cast_precision_loss, reason = "coefficients are small whole numbers")]
const fn to_float(whole: i64) -> f64 {
    whole as f64
}
