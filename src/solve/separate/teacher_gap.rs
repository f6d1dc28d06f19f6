//! The price of gaps that a teacher had not.

use super::View;
use super::envelope::{self, DayUse};
use crate::domain::{Price, Week};
use crate::model::{Auxiliary, Excess, Origin, Row, Term};
use crate::problem::{Cell, DayId, TeacherId};

/// For each teacher and day, a row that cuts the present use off at what is paid for, if one can.
///
/// A day that is used as in an earlier week is looked at again only where the baseline allows other gaps.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    for (week, day) in view.days() {
        for teacher in view.disturbed.teachers() {
            let free = |week| view.limits.teacher_gaps(teacher, week, day);
            let mut repeats = view.usage.teacher_repeats(teacher, week, day);
            if !repeats.any(|earlier| free(earlier) == free(week)) {
                rows.extend(row(view, teacher, week, day));
            }
        }
    }
}

fn row(view: &View<'_>, teacher: TeacherId, week: Week, day: DayId) -> Option<Row> {
    let cells: Vec<Cell> = view.problem.frame.cells_of(day).collect();
    let value = |&cell: &Cell| view.usage.teacher(teacher, week, cell).min(1.0);
    let values: Vec<f64> = cells.iter().map(value).collect();
    let used = DayUse { least: values.clone(), most: values };
    let auxiliary = Auxiliary::TeacherGap(teacher, day);
    let free = view.limits.teacher_gaps(teacher, week, day);
    let shape = view.day_shape(day, free, Excess::Counted);
    let cut = envelope::separate(&shape, &used, (view.units)(auxiliary))?;
    let term = |(position, weight)| (Term::Teacher(teacher, week, cells[position]), weight);
    Some(Row {
        origin: Origin::Price(Price::TeacherGap),
        terms: cut.weighty().map(term).collect(),
        reliefs: vec![(auxiliary, cut.scale)],
        right_side: -cut.constant,
    })
}
