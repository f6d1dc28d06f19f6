//! Rules of teachers: H2, H11, and the prices of their gaps and of days on which they come.

use super::draft::{Draft, sum};
use super::gaps::Taken;
use super::{ColumnId, Origin};
use crate::domain::{Price, Rule, Week, Weeks};
use crate::problem::{Cell, DayId, LessonId, Table, TeacherId};

/// Who can be where of one teacher.
struct TeacherTable {
    teacher: TeacherId,
    /// The bookings that have the teacher in a cell, and in which weeks.
    cells: Table<Cell, Vec<(ColumnId, Weeks)>>,
    /// Weeks that stand for all.
    weeks: Vec<Week>,
}

impl Draft<'_> {
    /// Every rule and price of teachers.
    pub(super) fn occupy_teachers(&mut self) {
        for teacher in self.problem.teachers() {
            let table = self.teacher_table(teacher);
            self.teach_once(&table);
            for day in self.problem.frame.days() {
                self.price_gaps(&table, day);
                self.price_coming(table.teacher, day);
            }
        }
        self.limit_periods();
    }

    fn teacher_table(&self, teacher: TeacherId) -> TeacherTable {
        let mut cells = Table::filled(&self.problem.frame.cells(), Vec::new());
        let mut all = Vec::new();
        for &lesson in &self.problem.lessons_of_teacher[teacher] {
            let uses = self.problem.lesson(lesson).teachers.iter();
            for used in uses.filter(|used| used.teacher == teacher) {
                all.push(used.weeks);
                for booked in &self.booked[lesson] {
                    let cell = booked.cell.later(used.offset);
                    cells[cell].push((booked.column, used.weeks));
                }
            }
        }
        TeacherTable { teacher, cells, weeks: self.distinct_weeks(all.into_iter()) }
    }

    /// H2: one lesson at once.
    fn teach_once(&mut self, table: &TeacherTable) {
        for cell in self.problem.frame.cells() {
            for &week in &table.weeks {
                let present = table.present(cell, week);
                if !present.is_empty() {
                    self.at_most(Origin::Rule(Rule::TeacherClash), sum(present), 1);
                }
            }
        }
    }

    /// Gaps on `day` beyond the baseline's, in the week where they are most.
    fn price_gaps(&mut self, table: &TeacherTable, day: DayId) {
        let points = self.problem.weights[Price::TeacherGap];
        let origin = Origin::Price(Price::TeacherGap);
        let cells: Vec<Cell> = self.problem.frame.cells_of(day).collect();
        let upper = i64::try_from(cells.len()).unwrap_or(i64::MAX);
        if points == 0 || cells.iter().all(|cell| table.cells[*cell].is_empty()) {
            return;
        }
        let beyond = self.consequence(points, upper);
        for &week in &table.weeks {
            let taken: Vec<Taken> = cells.iter().map(|&cell| table.taken(cell, week)).collect();
            let mut terms = sum(self.gaps(&taken, origin));
            terms.push((beyond, -1));
            let free = self.limits.teacher_gaps(table.teacher, week, day);
            self.at_most(origin, terms, i64::from(free));
        }
    }

    /// A day that is free in the baseline in every week.
    fn price_coming(&mut self, teacher: TeacherId, day: DayId) {
        let problem = self.problem;
        if self.limits.teacher_comes(teacher, day) {
            return;
        }
        let comes = self.consequence(problem.weights[Price::TeacherDay], 1);
        for &lesson in &problem.lessons_of_teacher[teacher] {
            let mut terms = self.on_day(lesson, day, 1);
            terms.push((comes, -1));
            self.at_most(Origin::Price(Price::TeacherDay), terms, 0);
        }
    }

    /// H11: so many periods on a day of a week.
    fn limit_periods(&mut self) {
        for (teacher, week, day, most) in self.limits.teacher_days.clone() {
            let mut terms = Vec::new();
            for &lesson in &self.problem.lessons_of_teacher[teacher] {
                let uses = self.problem.lesson(lesson).teachers.iter();
                let own = uses.filter(|used| used.teacher == teacher && used.weeks.contains(week));
                let periods = i64::try_from(own.count()).unwrap_or(i64::MAX);
                if periods > 0 {
                    terms.extend(self.on_day(lesson, day, periods));
                }
            }
            self.at_most(Origin::Rule(Rule::TeacherPerDay), terms, most);
        }
    }

    /// The bookings of `lesson` on `day`, each `times`.
    pub(super) fn on_day(&self, lesson: LessonId, day: DayId, times: i64) -> Vec<(ColumnId, i64)> {
        let booked = self.booked[lesson].iter();
        let there = booked.filter(|one| self.problem.frame.day(one.cell) == day);
        there.map(|one| (one.column, times)).collect()
    }
}

impl TeacherTable {
    fn present(&self, cell: Cell, week: Week) -> Vec<ColumnId> {
        let here = self.cells[cell].iter();
        here.filter(|(_, weeks)| weeks.contains(week)).map(|&(column, _)| column).collect()
    }

    fn taken(&self, cell: Cell, week: Week) -> Taken {
        let present = self.present(cell, week);
        Taken { any_of: vec![present.clone()], all: present }
    }
}
