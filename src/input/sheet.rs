//! `timetable.csv` as read.

use super::columns::Column;
use super::table::{Row, Table};

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
    /// Where among the headings the cells stand that can change.
    pub(super) day: usize,
    pub(super) period: usize,
    pub(super) room: Option<usize>,
}

impl Sheet {
    /// The file's rows; `None` without a day and a period.
    pub(super) fn of(table: &Table) -> Option<Self> {
        Some(Self {
            delimiter: table.delimiter,
            headings: table.headings.clone(),
            rows: table.rows().map(|row: Row<'_>| row.written()).collect(),
            day: table.position(Column::Day)?,
            period: table.position(Column::Period)?,
            room: table.position(Column::Room),
        })
    }
}
