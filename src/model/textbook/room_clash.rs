//! H3: so many lessons in a room at once.

use super::draft::{Booked, Draft, sum};
use super::{ColumnId, Origin};
use crate::domain::{Rule, Weeks};
use crate::problem::{Cell, IndexedLesson, RoomId, Table};

impl Draft<'_> {
    pub(super) fn room_clash(&mut self) {
        let problem = self.problem;
        let mut there = Table::filled(&(problem.rooms(), problem.frame.cells()), Vec::new());
        for (lesson, booked) in problem.lessons.iter().zip(&self.booked) {
            for one in booked {
                enter(lesson, one, &mut there);
            }
        }
        for (room, &most) in problem.room_capacity.pairs() {
            for cell in problem.frame.cells() {
                self.share_room(&there[(room, cell)], most);
            }
        }
    }

    fn share_room(&mut self, columns: &[(ColumnId, Weeks)], most: u32) {
        for week in self.distinct_weeks(columns.iter().map(|&(_, weeks)| weeks)) {
            let there = columns.iter().filter(|(_, weeks)| weeks.contains(week));
            let terms = sum(there.map(|&(column, _)| column));
            if !terms.is_empty() {
                self.at_most(Origin::Rule(Rule::RoomClash), terms, i64::from(most));
            }
        }
    }
}

/// The bookings that have a room in a cell, and in which weeks.
type InRooms = Table<(RoomId, Cell), Vec<(ColumnId, Weeks)>>;

fn enter(lesson: &IndexedLesson, booked: &Booked, there: &mut InRooms) {
    for (used, &room) in lesson.rooms.iter().zip(&booked.booking.rooms) {
        for &(offset, weeks) in &used.periods {
            there[(room, booked.cell.later(offset))].push((booked.column, weeks));
        }
    }
}
