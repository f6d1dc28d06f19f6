//! H2: a teacher who is used more than once in a cell.

use super::{BROKEN, View};
use crate::domain::{Rule, Week};
use crate::model::{Origin, Row, Term};
use crate::problem::{Cell, TeacherId};

/// For each teacher and cell, all lessons there, if they are too many.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    for (week, day) in view.days() {
        for teacher in view.disturbed.teachers() {
            if view.usage.teacher_repeats(teacher, week, day).next().is_none() {
                let cells = view.problem.frame.cells_of(day);
                rows.extend(cells.filter_map(|cell| row(view, teacher, week, cell)));
            }
        }
    }
}

fn row(view: &View<'_>, teacher: TeacherId, week: Week, cell: Cell) -> Option<Row> {
    (view.usage.teacher(teacher, week, cell) > 1.0 + BROKEN).then(|| Row {
        origin: Origin::Rule(Rule::TeacherClash),
        terms: vec![(Term::Teacher(teacher, week, cell), 1)],
        reliefs: Vec::new(),
        right_side: 1,
    })
}
