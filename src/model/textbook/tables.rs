//! Who can be where, once all bookings are written out.

use super::TooLarge;
use super::class_table::ClassTable;
use super::draft::Draft;
use super::teacher_table::TeacherTable;

/// Where the bookings of each class and of each teacher can be.
pub(super) struct Tables<'a> {
    pub(super) classes: Vec<ClassTable<'a>>,
    pub(super) teachers: Vec<TeacherTable>,
}

impl<'a> Tables<'a> {
    pub(super) fn of(draft: &Draft<'a>) -> Result<Self, TooLarge> {
        let classes = draft.problem.classes().map(|class| ClassTable::of(draft, class));
        let teachers = draft.problem.teachers().map(|teacher| TeacherTable::of(draft, teacher));
        Ok(Self { classes: classes.collect::<Result<_, _>>()?, teachers: teachers.collect() })
    }
}
