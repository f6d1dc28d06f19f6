//! Classes, teachers and rooms used more than they can be, and slots that are new.

use super::{BROKEN, View};
use crate::domain::{Price, Rule, Week};
use crate::model::{Auxiliary, Members, Origin, Row, Term};
use crate::problem::{Cell, ClassId, DayId, RoomId, TeacherId};

impl View<'_> {
    /// Rules H1, H2 and H3.
    pub(super) fn clashes(&self, rows: &mut Vec<Row>) {
        for week in self.weeks() {
            for day in self.problem.frame.days() {
                self.class_clashes(week, day, rows);
                self.teacher_clashes(week, day, rows);
            }
            self.room_clashes(week, rows);
        }
    }

    fn class_clashes(&self, week: Week, day: DayId, rows: &mut Vec<Row>) {
        for class in self.disturbed.classes() {
            if self.usage.class_repeats(class, week, day).next().is_none() {
                let cells = self.problem.frame.cells_of(day);
                rows.extend(cells.filter_map(|cell| self.class_clash(class, week, cell)));
            }
        }
    }

    fn teacher_clashes(&self, week: Week, day: DayId, rows: &mut Vec<Row>) {
        for teacher in self.disturbed.teachers() {
            if self.usage.teacher_repeats(teacher, week, day).next().is_none() {
                let cells = self.problem.frame.cells_of(day);
                rows.extend(cells.filter_map(|cell| self.teacher_clash(teacher, week, cell)));
            }
        }
    }

    fn class_clash(&self, class: usize, week: Week, cell: Cell) -> Option<Row> {
        if self.usage.class(class, week, cell) <= 1.0 + BROKEN {
            return None;
        }
        let heaviest = self.usage.heaviest(class, week, cell, &self.default_parts[class]);
        let members = Members::Clique(heaviest.chosen);
        (heaviest.value > 1.0 + BROKEN).then(|| Row {
            origin: Origin::Rule(Rule::ClassClash),
            terms: vec![(Term::Class(ClassId::new(class), week, cell, members), 1)],
            reliefs: Vec::new(),
            right_side: 1,
        })
    }

    fn teacher_clash(&self, teacher: usize, week: Week, cell: Cell) -> Option<Row> {
        (self.usage.teacher(teacher, week, cell) > 1.0 + BROKEN).then(|| Row {
            origin: Origin::Rule(Rule::TeacherClash),
            terms: vec![(Term::Teacher(TeacherId::new(teacher), week, cell), 1)],
            reliefs: Vec::new(),
            right_side: 1,
        })
    }

    fn room_clashes(&self, week: Week, rows: &mut Vec<Row>) {
        for room in self.disturbed.rooms() {
            let cells = self.problem.frame.cells();
            rows.extend(cells.filter_map(|cell| self.room_clash(room, week, cell)));
        }
    }

    fn room_clash(&self, room: usize, week: Week, cell: Cell) -> Option<Row> {
        let capacity = self.problem.room_capacity[room];
        let used = self.usage.room(room, week, cell);
        let is_broken = used > f64::from(capacity) + BROKEN;
        (is_broken && !self.usage.room_repeats(room, week, cell)).then(|| Row {
            origin: Origin::Rule(Rule::RoomClash),
            terms: vec![(Term::Room(RoomId::new(room), week, cell), 1)],
            reliefs: Vec::new(),
            right_side: i64::from(capacity),
        })
    }

    /// New slots by lessons that may share them.
    pub(super) fn new_slots(&self, rows: &mut Vec<Row>) {
        for class in self.disturbed.classes() {
            for cell in self.problem.frame.cells() {
                if self.problem.class_occupied[class][cell.index()] {
                    continue;
                }
                for week in self.weeks() {
                    rows.extend(self.new_slot(ClassId::new(class), week, cell));
                }
            }
        }
    }

    fn new_slot(&self, class: ClassId, week: Week, cell: Cell) -> Option<Row> {
        let auxiliary = Auxiliary::NewSlot(class, cell);
        let default = &self.default_parts[class.index()];
        let heaviest = self.usage.heaviest_sharing(class.index(), week, cell, default);
        (heaviest.value > (self.units)(auxiliary) + BROKEN).then(|| Row {
            origin: Origin::Price(Price::NewSlot),
            terms: vec![(Term::Class(class, week, cell, Members::Sharing(heaviest.chosen)), 1)],
            reliefs: vec![(auxiliary, 1)],
            right_side: 0,
        })
    }
}
