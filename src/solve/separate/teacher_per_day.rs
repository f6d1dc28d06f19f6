//! H11: a teacher with more periods on a day than the limit.

use super::{BROKEN, View, to_float};
use crate::domain::{Rule, Week};
use crate::model::{Origin, Row, Term};
use crate::problem::{DayId, TeacherId};

/// For each teacher with a limit, each day on which it is exceeded.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    let limits = view.limits.teacher_days.iter();
    let disturbed = limits.filter(|one| view.disturbed.has_teacher(one.0));
    rows.extend(disturbed.filter_map(|&limit| row(view, limit)));
}

fn row(view: &View<'_>, (teacher, week, day, limit): (TeacherId, Week, DayId, i64)) -> Option<Row> {
    let cells = || view.problem.frame.cells_of(day);
    let used: f64 = cells().map(|cell| view.usage.teacher(teacher, week, cell)).sum();
    (used > to_float(limit) + BROKEN).then(|| Row {
        origin: Origin::Rule(Rule::TeacherPerDay),
        terms: cells().map(|cell| (Term::Teacher(teacher, week, cell), 1)).collect(),
        reliefs: Vec::new(),
        right_side: limit,
    })
}
