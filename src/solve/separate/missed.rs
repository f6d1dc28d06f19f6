//! The prices of H7, and H7 where choices decide: starts of a lesson at which a period of it is missed, under choices or for another lesson.
//!
//! Where starts `S` are those at which a period is missed under each of the choices `C`, or while another lesson starts at one
//! of `T`, `Σ S + Σ C ≤ 1`, or the period is paid for.

use std::collections::BTreeSet;

use super::View;
use super::beside::{self, Paid, Side};
use crate::domain::Price;
use crate::model::{Auxiliary, Origin, Row, Term};
use crate::problem::{CorePeriod, LessonId, PeriodId};

/// Periods that may be missed at a price, where that is not paid.
pub(super) fn priced(view: &View<'_>, rows: &mut Vec<Row>) {
    let origin = Origin::Price(Price::Desired);
    for (id, period) in view.problem.periods.pairs() {
        if view.problem.price_of_missing(period.level).is_some() {
            let by = Some(Auxiliary::Missed(id));
            under_choices(view, (id, period), Paid { origin, by }, rows);
            for_others(view, id, period.lesson, Paid { origin, by }, rows);
        }
    }
}

/// For each start that the solution has, the choices under which the period is missed there, and every start at which it is
/// missed under all of them.
pub(super) fn under_choices(
    view: &View<'_>,
    (id, period): (PeriodId, &CorePeriod),
    paid: Paid,
    rows: &mut Vec<Row>,
) {
    if view.problem.choosers[period.chooser].choices.len() < 2 {
        return;
    }
    let lesson = view.problem.lesson(period.lesson);
    let choices = |start: usize| missing_choices(view, id, period, start);
    let by_start: Vec<Vec<usize>> = (0..lesson.starts.len()).map(choices).collect();
    let values = view.solution.values(period.lesson);
    let present: BTreeSet<&Vec<usize>> =
        values.iter().map(|(booking, _)| &by_start[booking.start]).collect();
    for missing in present.into_iter().filter(|missing| !missing.is_empty()) {
        let misses = |start: usize| missing.iter().all(|choice| by_start[start].contains(choice));
        let side = Side::of(view, period.lesson, misses);
        let chosen = view.solution.choices(period.chooser);
        let sum = side.sum + missing.iter().map(|&choice| chosen[choice]).sum::<f64>();
        let mut terms = side.terms;
        terms.extend(missing.iter().map(|&choice| Term::Choice(period.chooser, choice)));
        rows.extend(paid.row(view, terms, sum));
    }
}

/// The choices under which a period is missed if its lesson has that start; none where every choice misses it, which the
/// start itself pays for, or forbids.
fn missing_choices(view: &View<'_>, id: PeriodId, period: &CorePeriod, start: usize) -> Vec<usize> {
    let cell = view.problem.lesson(period.lesson).starts[start].cell;
    let count = view.problem.choosers[period.chooser].choices.len();
    let missing = (0..count).filter(|&choice| view.problem.is_away(id, choice, cell));
    let missing: Vec<usize> = missing.collect();
    if missing.len() == count { Vec::new() } else { missing }
}

/// What guests miss of a lesson for another.
fn for_others(view: &View<'_>, id: PeriodId, lesson: LessonId, paid: Paid, rows: &mut Vec<Row>) {
    let problem = view.problem;
    let is_paid =
        |start: usize| problem.is_always_away(id, problem.lesson(lesson).starts[start].cell);
    for pair in problem.lesson(lesson).pairs.iter().map(|&pair| &problem.pairs[pair]) {
        for miss in pair.misses.iter().filter(|miss| miss.period == id) {
            let own_first = pair.lessons[0] == lesson;
            let meets = |one: usize, other: usize| {
                let own = if own_first { one } else { other };
                pair.is_missed(miss, one, other) && !is_paid(own)
            };
            beside::rows_of(view, pair, &meets, paid, rows);
        }
    }
}
