//! Two lessons that get in each other's way: of H14, and of H7 and its prices what guests would miss for another lesson.
//!
//! Where the starts `S` of one lesson are those that meet each of the starts `T` of another, `Σ S + Σ T ≤ 1`.

use std::collections::BTreeSet;

use super::{BROKEN, View};
use crate::model::{Auxiliary, Origin, Row, Term};
use crate::problem::{LessonId, Pair};

/// For each start that the solution has of a pair's first lesson: the starts of the second that meet it, and every start of
/// the first that meets all of them.
pub(super) fn rows_of(
    view: &View<'_>,
    pair: &Pair,
    meets: &dyn Fn(usize, usize) -> bool,
    price: Paid,
    rows: &mut Vec<Row>,
) {
    let [first, second] = pair.lessons;
    let starts = |lesson: LessonId| 0..view.problem.lesson(lesson).starts.len();
    let met = |one: usize| starts(second).filter(|&other| meets(one, other)).collect();
    let values = view.solution.values(first);
    let present: BTreeSet<Vec<usize>> =
        values.iter().map(|(booking, _)| met(booking.start)).collect();
    for others in present.into_iter().filter(|others| !others.is_empty()) {
        let there = Side::of(view, second, |other| others.contains(&other));
        if there.sum <= 0.0 {
            continue;
        }
        let here = Side::of(view, first, |one| others.iter().all(|&other| meets(one, other)));
        let sum = here.sum + there.sum;
        rows.extend(price.row(view, [here.terms, there.terms].concat(), sum));
    }
}

/// Where a row comes from, and what allows to break it.
#[derive(Clone, Copy)]
pub(super) struct Paid {
    pub(super) origin: Origin,
    pub(super) by: Option<Auxiliary>,
}

impl Paid {
    /// The row that these terms add up to one at most, if their values do not.
    pub(super) fn row(self, view: &View<'_>, terms: Vec<Term>, sum: f64) -> Option<Row> {
        let units = self.by.map_or(0.0, view.units);
        (sum > 1.0 + units + BROKEN).then(|| Row {
            origin: self.origin,
            terms: terms.into_iter().map(|term| (term, 1)).collect(),
            reliefs: self.by.into_iter().map(|auxiliary| (auxiliary, 1)).collect(),
            right_side: 1,
        })
    }
}

/// Some starts of a lesson, and their value.
pub(super) struct Side {
    pub(super) terms: Vec<Term>,
    pub(super) sum: f64,
}

impl Side {
    /// The starts of `lesson` that are in it.
    pub(super) fn of(view: &View<'_>, lesson: LessonId, is_in: impl Fn(usize) -> bool) -> Self {
        let starts = view.problem.lesson(lesson).starts.iter().enumerate();
        let within = starts.filter(|&(start, _)| is_in(start));
        let terms = within.map(|(_, start)| Term::Start(lesson, start.cell)).collect();
        let values = view.solution.values(lesson).iter();
        let sum = values.filter(|(booking, _)| is_in(booking.start)).map(|one| one.1).sum();
        Self { terms, sum }
    }
}
