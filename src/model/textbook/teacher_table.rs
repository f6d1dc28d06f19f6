//! Who can be where of one teacher.

use super::ColumnId;
use super::draft::Draft;
use super::gaps::Taken;
use crate::domain::{Week, Weeks};
use crate::problem::{Cell, Table, TeacherId};

/// Who can be where of one teacher.
pub(super) struct TeacherTable {
    pub(super) teacher: TeacherId,
    /// The bookings that have the teacher in a cell, and in which weeks.
    cells: Table<Cell, Vec<(ColumnId, Weeks)>>,
    /// Weeks that stand for all.
    pub(super) weeks: Vec<Week>,
}

impl TeacherTable {
    pub(super) fn of(draft: &Draft<'_>, teacher: TeacherId) -> Self {
        let mut cells = Table::filled(&draft.problem.frame.cells(), Vec::new());
        let mut all = Vec::new();
        for &lesson in &draft.problem.lessons_of_teacher[teacher] {
            let uses = draft.problem.lesson(lesson).teachers.iter();
            for used in uses.filter(|used| used.teacher == teacher) {
                all.push(used.weeks);
                for booked in &draft.booked[lesson] {
                    cells[booked.cell.later(used.offset)].push((booked.column, used.weeks));
                }
            }
        }
        Self { teacher, cells, weeks: draft.distinct_weeks(all.into_iter()) }
    }

    /// Whether no booking has the teacher in a cell.
    pub(super) fn is_free(&self, cell: Cell) -> bool {
        self.cells[cell].is_empty()
    }

    /// The bookings that have the teacher in a cell of a week.
    pub(super) fn present(&self, cell: Cell, week: Week) -> Vec<ColumnId> {
        let here = self.cells[cell].iter();
        here.filter(|(_, weeks)| weeks.contains(week)).map(|&(column, _)| column).collect()
    }

    /// What tells whether a period is taken.
    pub(super) fn taken(&self, cell: Cell, week: Week) -> Taken {
        let present = self.present(cell, week);
        Taken { any_of: vec![present.clone()], all: present }
    }
}
