//! The price of a day on which a teacher newly comes.

use super::{BROKEN, View};
use crate::domain::Price;
use crate::model::{Auxiliary, Origin, Row, Term};
use crate::problem::{DayId, TeacherId};

/// For each teacher and each day that he or she has free in the baseline, whatever brings him or her and is not paid for.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    for teacher in view.disturbed.teachers() {
        for day in view.problem.frame.days() {
            if !view.limits.teacher_comes(teacher, day) {
                let terms = unpaid(view, teacher, day);
                rows.extend(terms.into_iter().map(|term| row(teacher, day, term)));
            }
        }
    }
}

/// Lessons that are on the day, and cells in which the teacher is used, by more than is paid for.
fn unpaid(view: &View<'_>, teacher: TeacherId, day: DayId) -> Vec<Term> {
    let paid = (view.units)(Auxiliary::TeacherDay(teacher, day)) + BROKEN;
    let lessons = view.problem.lessons_of_teacher[teacher].iter();
    let on_day = lessons.filter(|&&lesson| view.day_values[(lesson, day)] > paid);
    let mut terms: Vec<Term> = on_day.map(|&lesson| Term::Day(lesson, day)).collect();
    for week in view.problem.frame.weeks() {
        let cells = view.problem.frame.cells_of(day);
        let used = cells.filter(|&cell| view.usage.teacher(teacher, week, cell) > paid);
        terms.extend(used.map(|cell| Term::Teacher(teacher, week, cell)));
    }
    terms
}

fn row(teacher: TeacherId, day: DayId, term: Term) -> Row {
    Row {
        origin: Origin::Price(Price::TeacherDay),
        terms: vec![(term, 1)],
        reliefs: vec![(Auxiliary::TeacherDay(teacher, day), 1)],
        right_side: 0,
    }
}
