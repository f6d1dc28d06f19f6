//! From a booking to the rows it is in.

use super::booking::Booking;
use super::row::{Members, Row, Term};
use crate::domain::{Week, Weeks};
use crate::problem::{Cell, Problem};

/// Rows, numbered in the order in which they were entered, found by the bookings in them.
#[derive(Clone, Debug)]
pub struct RowIndex {
    cells: usize,
    weeks: usize,
    days: usize,
    cycle: Weeks,
    classes: Vec<Vec<(usize, Members, i64)>>,
    teachers: Vec<Vec<(usize, i64)>>,
    rooms: Vec<Vec<(usize, i64)>>,
    lesson_days: Vec<Vec<(usize, i64)>>,
    lesson_starts: Vec<Vec<(usize, i64)>>,
    count: usize,
}

impl RowIndex {
    /// An index without rows.
    #[must_use]
    pub fn new(problem: &Problem) -> Self {
        let frame = &problem.frame;
        let (cells, weeks, days) = (frame.cell_count(), frame.weeks, frame.day_count());
        Self {
            cells,
            weeks,
            days,
            cycle: problem.cycle(),
            classes: vec![Vec::new(); problem.lessons_of_class.len() * weeks * cells],
            teachers: vec![Vec::new(); problem.lessons_of_teacher.len() * weeks * cells],
            rooms: vec![Vec::new(); problem.room_capacity.len() * weeks * cells],
            lesson_days: vec![Vec::new(); problem.lessons.len() * days],
            lesson_starts: vec![Vec::new(); problem.lessons.len() * cells],
            count: 0,
        }
    }

    /// Enters the next row.
    pub fn enter(&mut self, row: &Row) {
        for (term, coefficient) in &row.terms {
            match term {
                Term::Class(class, week, cell, members) => {
                    let at = self.at(class.index(), *week, *cell);
                    self.classes[at].push((self.count, members.clone(), *coefficient));
                }
                Term::Teacher(teacher, week, cell) => {
                    let at = self.at(teacher.index(), *week, *cell);
                    self.teachers[at].push((self.count, *coefficient));
                }
                Term::Room(room, week, cell) => {
                    let at = self.at(room.index(), *week, *cell);
                    self.rooms[at].push((self.count, *coefficient));
                }
                Term::Day(lesson, day) => {
                    let at = lesson.index() * self.days + day.index();
                    self.lesson_days[at].push((self.count, *coefficient));
                }
                Term::Start(lesson, cell) => {
                    let at = lesson.index() * self.cells + cell.index();
                    self.lesson_starts[at].push((self.count, *coefficient));
                }
            }
        }
        self.count += 1;
    }

    const fn at(&self, resource: usize, week: Week, cell: Cell) -> usize {
        (resource * self.weeks + week.0 as usize) * self.cells + cell.index()
    }

    fn weeks_of(&self, weeks: Weeks) -> impl Iterator<Item = Week> {
        (0..=u8::MAX).map(Week).take(self.weeks).filter(move |&week| weeks.contains(week))
    }

    /// The rows that `booking` is in, with its coefficient in each, by row.
    #[must_use]
    pub fn coefficients(&self, problem: &Problem, booking: &Booking) -> Vec<(usize, i64)> {
        let lesson = problem.lesson(booking.lesson);
        let cell = booking.cell(problem);
        let mut found = Vec::new();
        for used in &lesson.classes {
            for week in self.weeks_of(used.weeks) {
                let at = self.at(used.class.index(), week, cell.later(used.offset));
                let counted = |one: &&(usize, Members, i64)| one.1.count(used, self.cycle);
                found.extend(self.classes[at].iter().filter(counted).map(|one| (one.0, one.2)));
            }
        }
        for used in &lesson.teachers {
            for week in self.weeks_of(used.weeks) {
                let at = self.at(used.teacher.index(), week, cell.later(used.offset));
                found.extend(&self.teachers[at]);
            }
        }
        for (used, room) in lesson.rooms.iter().zip(&booking.rooms) {
            for &(offset, weeks) in &used.periods {
                for week in self.weeks_of(weeks) {
                    found.extend(&self.rooms[self.at(room.index(), week, cell.later(offset))]);
                }
            }
        }
        let day = problem.frame.day(cell);
        found.extend(&self.lesson_days[booking.lesson.index() * self.days + day.index()]);
        found.extend(&self.lesson_starts[booking.lesson.index() * self.cells + cell.index()]);
        add_up(found)
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
