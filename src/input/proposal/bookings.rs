//! Rows found again → bookings: every lesson in one piece, every room in its place.

use std::collections::{BTreeMap, BTreeSet};

use super::matching::{Found, ProposedRow, Time, When};
use crate::diagnostic::Fault;
use crate::domain::{Booking, Lesson, Period, RoomName, School, Slot, Timetable};
use crate::input::cells::columns::Column;
use crate::input::cells::findings::Findings;
use crate::input::cells::table::Table;
use crate::input::cells::text::fold;
use crate::input::sheet::first_offsets;

/// The bookings of all lessons; `None` if a lesson cannot be booked as a whole.
pub(super) fn read(
    school: &School,
    table: &Table,
    rows: &[ProposedRow],
    found: &Found,
    findings: &mut Findings,
) -> Option<Timetable> {
    let rooms = school.rooms.keys().map(|room| (fold(room.as_str()), room)).collect();
    let mut reader = Reader { table, rows, found, rooms, findings };
    let bookings: Vec<Result<Option<Booking>, NotWhole>> =
        school.lessons.iter().map(|lesson| reader.booking(lesson)).collect();
    let whole: Result<Vec<Option<Booking>>, NotWhole> = bookings.into_iter().collect();
    Some(Timetable { bookings: whole.ok()? })
}

/// A lesson that cannot be booked as a whole.
struct NotWhole;

struct Reader<'a> {
    table: &'a Table,
    rows: &'a [ProposedRow],
    found: &'a Found,
    /// The school's rooms by folded name.
    rooms: BTreeMap<String, &'a RoomName>,
    findings: &'a mut Findings,
}

impl Reader<'_> {
    /// The lesson's booking; `None` if no row of it has a place.
    fn booking(&mut self, lesson: &Lesson) -> Result<Option<Booking>, NotWhole> {
        if self.is_nowhere(lesson) {
            return Ok(None);
        }
        let (start, exchanged) = (self.start(lesson), self.exchanged(lesson));
        let whole = start.zip(exchanged);
        whole.map(|(start, exchanged)| Some(Booking { start, exchanged })).ok_or(NotWhole)
    }

    fn is_nowhere(&self, lesson: &Lesson) -> bool {
        let mut rows = lesson.pieces.iter().map(|piece| self.found.get(&piece.row));
        rows.all(|row| row.is_some_and(|&proposed| self.rows[proposed].when == When::Nowhere))
    }

    fn start(&mut self, lesson: &Lesson) -> Option<Slot> {
        let mut starts = Vec::new();
        for (row, offset) in first_offsets(lesson) {
            let proposed = *self.found.get(&row)?;
            starts.push((proposed, self.start_of(lesson, proposed, (row, offset)).ok()?));
        }
        let (_, start) = *starts.first()?;
        let torn = starts.iter().find(|&&(_, other)| other != start || other.is_none());
        if let Some(&(torn, _)) = torn {
            let lines = starts.iter().map(|&(proposed, _)| self.rows[proposed].line).collect();
            let fault = Fault::LessonTorn { lesson: lesson.name.to_string(), lines };
            self.report(fault, torn, Column::Period);
        }
        start
    }

    /// Where the lesson starts if a row of it is where it is; `None` if it is nowhere or starts nowhere then.
    fn start_of(
        &mut self,
        lesson: &Lesson,
        proposed: usize,
        (row, offset): (usize, u8),
    ) -> Result<Option<Slot>, NotWhole> {
        let time = match self.rows[proposed].when {
            When::At(time) => time,
            When::Nowhere => return Ok(None),
            When::Unreadable => return Err(NotWhole),
        };
        self.report_length(lesson, row, proposed, time);
        let first = time.first.0.checked_sub(offset);
        Ok(first.map(|first| Slot::new(time.day, Period(first))))
    }

    fn report_length(&mut self, lesson: &Lesson, row: usize, proposed: usize, time: Time) {
        let from = lesson.pieces.iter().filter(|piece| piece.row == row).count();
        let from = u8::try_from(from).unwrap_or(u8::MAX);
        let to = time.last.0 - time.first.0 + 1;
        if from != to {
            self.report(Fault::LengthChanged { from, to }, proposed, Column::Period);
        }
    }

    /// Old room → new room, one mapping for the whole lesson.
    fn exchanged(&mut self, lesson: &Lesson) -> Option<BTreeMap<RoomName, RoomName>> {
        let mut mapping: BTreeMap<RoomName, RoomName> = BTreeMap::new();
        let mut known_rows = BTreeSet::new();
        for piece in lesson.pieces.iter().filter(|piece| known_rows.insert(piece.row)) {
            let proposed = *self.found.get(&piece.row)?;
            for (old, new) in self.pairs(&piece.rooms, proposed)? {
                let known = mapping.entry(old.clone()).or_insert_with(|| new.clone());
                if *known != new {
                    let (room, one) = (old.to_string(), known.to_string());
                    let fault = Fault::RoomTorn { room, one, other: new.to_string() };
                    self.report(fault, proposed, Column::Room);
                }
            }
        }
        self.report_merged(lesson, &mapping);
        mapping.retain(|old, new| old != new);
        Some(mapping)
    }

    fn pairs(&mut self, old: &[RoomName], proposed: usize) -> Option<Vec<(RoomName, RoomName)>> {
        let row = &self.rows[proposed];
        if row.rooms.len() != old.len() {
            let fault = Fault::RoomsChanged { from: old.len(), to: row.rooms.len() };
            self.report(fault, proposed, Column::Room);
            return None;
        }
        let new: Vec<Option<RoomName>> =
            row.rooms.iter().map(|room| self.room(room, proposed)).collect();
        Some(old.iter().cloned().zip(new.into_iter().collect::<Option<Vec<_>>>()?).collect())
    }

    fn room(&mut self, written: &str, proposed: usize) -> Option<RoomName> {
        if let Some(&room) = self.rooms.get(&fold(written)) {
            return Some(room.clone());
        }
        let nearest = self.findings.nearest(&fold(written), self.rooms.keys().map(String::as_str));
        let nearest = nearest.and_then(|nearest| self.rooms.get(nearest)).map(ToString::to_string);
        self.report(
            Fault::RoomUnknown { room: written.to_owned(), nearest },
            proposed,
            Column::Room,
        );
        None
    }

    fn report_merged(&mut self, lesson: &Lesson, mapping: &BTreeMap<RoomName, RoomName>) {
        let mut seen = BTreeSet::new();
        let Some(room) = mapping.values().find(|&room| !seen.insert(room)) else { return };
        let proposed = lesson.pieces.first().and_then(|piece| self.found.get(&piece.row).copied());
        if let Some(proposed) = proposed {
            self.report(Fault::RoomsMerged { room: room.to_string() }, proposed, Column::Room);
        }
    }

    fn report(&mut self, fault: Fault, row: usize, column: Column) {
        let Some(row) = self.table.row(row) else { return };
        let location = row.cell(column).map_or_else(|| row.location(), |cell| cell.location());
        self.findings.report(fault, location);
    }
}
