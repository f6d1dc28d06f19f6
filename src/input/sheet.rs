//! `timetable.csv` as read, and as it is with lessons at other bookings.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::cells::columns::Column;
use super::cells::table::Table;
use super::cells::text::fold;
use super::day_form::DayForms;
use crate::domain::{Booking, Day, Language, Lesson, Period, School, Timetable};

/// The timetable's file as it was read: its rows and columns in their order, cells as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What separates cells: `;`, `,`, tab or `|`.
    pub delimiter: char,
    /// The headings, as written.
    pub headings: Vec<String>,
    /// The rows without blank ones, in the order of [`Piece::row`](crate::domain::Piece::row). A row may be
    /// shorter than the headings.
    pub rows: Vec<Vec<String>>,
    /// What each heading means, where it is known.
    pub(super) columns: BTreeMap<Column, usize>,
}

impl Sheet {
    /// The file's rows.
    pub(super) fn of(table: &Table) -> Self {
        Self {
            delimiter: table.delimiter(),
            headings: table.written_headings.clone(),
            rows: table.rows().map(|row| row.written()).collect(),
            columns: table.columns().clone(),
        }
    }

    /// The sheet with the lessons of `school` where `timetable` books them.
    ///
    /// Only the day, period and room cells of changed lessons are written anew: a day in the form that the file uses
    /// for that day, else for its other days; a range stays a range; rooms keep their place in the cell.
    #[must_use]
    pub fn rebook(&self, school: &School, timetable: &Timetable) -> Self {
        let days = self.day_forms(school.language);
        let mut sheet = self.clone();
        let booked = school.lessons.iter().zip(&timetable.bookings);
        for (lesson, booking) in booked.filter_map(|(lesson, to)| Some((lesson, to.as_ref()?))) {
            for (row, offset) in first_offsets(lesson) {
                sheet.rebook_row(row, offset, lesson, booking, &days);
            }
        }
        sheet
    }

    /// The sheet with these ids of lessons, each by its row; with a column for them, if there is none.
    pub(crate) fn with_ids(&self, ids: &BTreeMap<usize, String>) -> Self {
        let mut sheet = self.clone();
        if !sheet.columns.contains_key(&Column::Lesson) {
            sheet.columns.insert(Column::Lesson, sheet.headings.len());
            sheet.headings.push(Column::Lesson.english().to_owned());
        }
        for (&row, id) in ids {
            sheet.write(row, Column::Lesson, |_| id.clone());
        }
        sheet
    }

    /// `day` as the file writes it, or would.
    #[must_use]
    pub fn day(&self, day: Day, language: Language) -> String {
        self.day_forms(language).write(day)
    }

    fn day_forms(&self, language: Language) -> DayForms {
        let days = self.rows.iter().filter_map(|row| self.cell(row, Column::Day));
        DayForms::learn(days, language)
    }

    fn rebook_row(
        &mut self,
        row: usize,
        offset: u8,
        lesson: &Lesson,
        booking: &Booking,
        days: &DayForms,
    ) {
        if lesson.start.is_none_or(|start| start.day != booking.start.day) {
            self.write(row, Column::Day, |_| days.write(booking.start.day));
        }
        if lesson.start.is_none_or(|start| start.period != booking.start.period) {
            let first = Period(booking.start.period.0.saturating_add(offset));
            self.write(row, Column::Period, |written| renumber(written, first));
        }
        if !booking.exchanged.is_empty() {
            self.write(row, Column::Room, |written| exchange(written, booking));
        }
    }

    fn write(&mut self, row: usize, column: Column, rewrite: impl FnOnce(&str) -> String) {
        let at = self.columns.get(&column);
        let Some((&at, cells)) = at.zip(self.rows.get_mut(row)) else { return };
        if cells.len() <= at {
            cells.resize(at + 1, String::new());
        }
        cells[at] = rewrite(&cells[at]);
    }

    /// The cell of a row in a column; `None` where the row or the file is too short for it.
    pub(super) fn cell<'r>(&self, row: &'r [String], column: Column) -> Option<&'r str> {
        row.get(*self.columns.get(&column)?).map(String::as_str)
    }
}

/// The rows of a lesson, each with its own first offset.
pub(crate) fn first_offsets(lesson: &Lesson) -> BTreeMap<usize, u8> {
    let mut offsets = BTreeMap::new();
    for piece in &lesson.pieces {
        let offset = offsets.entry(piece.row).or_insert(piece.offset);
        *offset = piece.offset.min(*offset);
    }
    offsets
}

/// `3-4` → `5-6`, with everything but the numbers as it was.
fn renumber(written: &str, first: Period) -> String {
    let numbers: Vec<&str> = numbers(written).collect();
    if numbers.is_empty() {
        return first.to_string();
    }
    let start: Option<u8> = numbers.first().and_then(|number| number.parse().ok());
    let mut renumbered = String::new();
    let mut rest = written;
    for number in numbers {
        let Some(at) = rest.find(number) else { break };
        let later =
            number.parse::<u8>().ok().zip(start).map_or(0, |(own, start)| own - start.min(own));
        let width = if number.starts_with('0') { number.len() } else { 1 };
        renumbered += &rest[..at];
        let _ = write!(renumbered, "{:0width$}", first.0.saturating_add(later));
        rest = &rest[at + number.len()..];
    }
    renumbered + rest
}

fn numbers(written: &str) -> impl Iterator<Item = &str> {
    written.split(|sign: char| !sign.is_ascii_digit()).filter(|number| !number.is_empty())
}

/// The rooms' cell with each exchanged room in its old one's place.
fn exchange(written: &str, booking: &Booking) -> String {
    let new = |room: &str| {
        let mut exchanged = booking.exchanged.iter();
        exchanged.find(|(old, _)| fold(old.as_str()) == fold(room)).map(|(_, new)| new.as_str())
    };
    let item = |item: &str| {
        let room = item.trim();
        new(room).map_or_else(|| item.to_owned(), |new| item.replacen(room, new, 1))
    };
    written.split('+').map(item).collect::<Vec<_>>().join("+")
}
