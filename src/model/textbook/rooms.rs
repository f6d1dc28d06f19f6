//! Rule of rooms: H3.

use super::draft::{Draft, sum};
use super::{ColumnId, Origin};
use crate::domain::{Rule, Weeks};

impl Draft<'_> {
    /// H3: so many lessons at once.
    pub(super) fn occupy_rooms(&mut self) {
        let cells = self.problem.frame.cell_count();
        let mut used = vec![vec![Vec::new(); cells]; self.problem.room_capacity.len()];
        for (lesson, booked) in self.problem.lessons.iter().zip(&self.booked) {
            for one in booked {
                for (room_use, room) in lesson.rooms.iter().zip(&one.booking.rooms) {
                    for &(offset, weeks) in &room_use.periods {
                        let cell = one.cell.later(offset);
                        used[room.index()][cell.index()].push((one.column, weeks));
                    }
                }
            }
        }
        for (by_cell, &most) in used.into_iter().zip(&self.problem.room_capacity) {
            for columns in by_cell {
                self.share_room(&columns, most);
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
