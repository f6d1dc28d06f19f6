//! From a booking to the rows it is in.

use super::booking::Booking;
use super::row::{Members, Row, Term};
use crate::domain::{Week, Weeks};
use crate::problem::{
    Cell, ClassId, ClassUse, DayId, LessonId, Problem, RoomId, RoomUse, Table, TeacherId,
    TeacherUse,
};

/// The number of a row, and a coefficient in it.
type Entry = (usize, i64);

/// Rows, numbered in the order in which they were entered, found by the bookings in them.
#[derive(Clone, Debug)]
pub struct RowIndex {
    cycle: Weeks,
    classes: Table<(ClassId, Week, Cell), Vec<(Members, Entry)>>,
    teachers: Table<(TeacherId, Week, Cell), Vec<Entry>>,
    rooms: Table<(RoomId, Week, Cell), Vec<Entry>>,
    lesson_days: Table<(LessonId, DayId), Vec<Entry>>,
    lesson_starts: Table<(LessonId, Cell), Vec<Entry>>,
    count: usize,
}

impl RowIndex {
    /// An index without rows.
    #[must_use]
    pub fn new(problem: &Problem) -> Self {
        let frame = &problem.frame;
        let (weeks, cells, lessons) = (frame.weeks(), frame.cells(), problem.lessons.ids());
        Self {
            cycle: problem.cycle(),
            classes: Table::filled(&(problem.classes(), weeks.clone(), cells.clone()), Vec::new()),
            teachers: Table::filled(
                &(problem.teachers(), weeks.clone(), cells.clone()),
                Vec::new(),
            ),
            rooms: Table::filled(&(problem.rooms(), weeks, cells.clone()), Vec::new()),
            lesson_days: Table::filled(&(lessons.clone(), frame.days()), Vec::new()),
            lesson_starts: Table::filled(&(lessons, cells), Vec::new()),
            count: 0,
        }
    }

    /// Enters the next row.
    pub fn enter(&mut self, row: &Row) {
        for (term, coefficient) in &row.terms {
            self.enter_term(term, (self.count, *coefficient));
        }
        self.count += 1;
    }

    fn enter_term(&mut self, term: &Term, entry: Entry) {
        match term {
            Term::Class(class, week, cell, members) => {
                self.classes[(*class, *week, *cell)].push((members.clone(), entry));
            }
            Term::Teacher(teacher, week, cell) => {
                self.teachers[(*teacher, *week, *cell)].push(entry);
            }
            Term::Room(room, week, cell) => self.rooms[(*room, *week, *cell)].push(entry),
            Term::Day(lesson, day) => self.lesson_days[(*lesson, *day)].push(entry),
            Term::Start(lesson, cell) => self.lesson_starts[(*lesson, *cell)].push(entry),
            // No booking has it.
            Term::Choice(..) => (),
        }
    }

    /// The rows that `booking` is in, with its coefficient in each, by row.
    #[must_use]
    pub fn coefficients(&self, problem: &Problem, booking: &Booking) -> Vec<Entry> {
        let lesson = problem.lesson(booking.lesson);
        let cell = booking.cell(problem);
        let mut found = Vec::new();
        found.extend(&self.lesson_days[(booking.lesson, problem.frame.day(cell))]);
        found.extend(&self.lesson_starts[(booking.lesson, cell)]);
        lesson.classes.iter().for_each(|used| self.find_class(used, cell, &mut found));
        lesson.teachers.iter().for_each(|used| self.find_teacher(used, cell, &mut found));
        for (used, &room) in lesson.rooms.iter().zip(&booking.rooms) {
            self.find_room(used, room, cell, &mut found);
        }
        add_up(found)
    }

    fn find_class(&self, used: &ClassUse, start: Cell, found: &mut Vec<Entry>) {
        for week in used.weeks.iter() {
            let there = &self.classes[(used.class, week, start.later(used.offset))];
            let counted = there.iter().filter(|(members, _)| members.count(used, self.cycle));
            found.extend(counted.map(|(_, entry)| entry));
        }
    }

    fn find_teacher(&self, used: &TeacherUse, start: Cell, found: &mut Vec<Entry>) {
        for week in used.weeks.iter() {
            found.extend(&self.teachers[(used.teacher, week, start.later(used.offset))]);
        }
    }

    fn find_room(&self, used: &RoomUse, room: RoomId, start: Cell, found: &mut Vec<Entry>) {
        for &(offset, weeks) in &used.periods {
            for week in weeks.iter() {
                found.extend(&self.rooms[(room, week, start.later(offset))]);
            }
        }
    }
}

fn add_up(mut found: Vec<(usize, i64)>) -> Vec<(usize, i64)> {
    found.sort_unstable();
    let mut sums: Vec<(usize, i64)> = Vec::with_capacity(found.len());
    for (row, coefficient) in found {
        match sums.last_mut().filter(|last| last.0 == row) {
            Some(last) => last.1 += coefficient,
            None => sums.push((row, coefficient)),
        }
    }
    sums.retain(|&(_, coefficient)| coefficient != 0);
    sums
}
