//! Where the grids of a sheet stand: a row of days ([`heading`]), rows of periods beneath it ([`mod@body`]), and what is written
//! above; [`overview`] has those in which several stand in one.

mod body;
mod frame;
mod heading;
mod overview;

use std::ops::Range;

use body::{Owned, body, label};
pub(super) use frame::{Found, Frame, Square};
use heading::{DayColumns, Heading, country, headings};

use super::page::Page;
use crate::domain::Day;
use crate::import::weeks::turn;
use crate::input::timetable_column;

/// How far above its days a grid's title may stand, in rows.
const TITLE_ROWS: usize = 5;

/// The grids of a sheet; it is turned where days stand beneath one another.
pub(super) fn find(page: &mut Page) -> Vec<Frame> {
    for frames in [frames, overview::of_one_day] {
        let across = frames(page);
        page.turn();
        let down = frames(page);
        if down.len() > across.len() {
            return down;
        }
        page.turn();
        if !across.is_empty() {
            return across;
        }
    }
    Vec::new()
}

fn frames(page: &Page) -> Vec<Frame> {
    let headings: Vec<Heading> = (0..page.height()).flat_map(|row| headings(page, row)).collect();
    let mut frames: Vec<(Frame, &Heading)> = Vec::new();
    for heading in &headings {
        let beneath =
            headings.iter().filter(|other| other.row > heading.row && is_above(heading, other));
        let end = beneath.map(|other| other.row).min().unwrap_or(page.height());
        let before =
            frames.iter().filter(|(_, other)| other.row < heading.row && is_above(other, heading));
        let top = before.map(|(frame, _)| frame.bottom).max().unwrap_or(0);
        let overview = overview::rows_of_owners(page, heading, end);
        let mut found = overview.unwrap_or_else(|| bodies(page, heading, &headings, end));
        let titles = titles(page, heading, top);
        for frame in &mut found {
            frame.titles.extend(titles.iter().cloned());
            frame.country = country(page, heading);
        }
        frames.extend(found.into_iter().map(|frame| (frame, heading)));
    }
    frames.into_iter().map(|(frame, _)| frame).collect()
}

/// Whether two headings share columns.
fn is_above(one: &Heading, other: &Heading) -> bool {
    one.left < other.right && other.left < one.right
}

/// The grids beneath a heading: one, or one for each of those whom its days name.
fn bodies(page: &Page, heading: &Heading, all: &[Heading], end: usize) -> Vec<Frame> {
    if let Some(named) = overview::columns_of_owners(page, heading) {
        let labels = named.labels.or_else(|| label_columns(page, heading, all, named.top..end));
        let body = body(page, named.top..end, labels.as_ref(), named.owners);
        if let Some(frames) = labels.and(body) {
            return frames;
        }
    }
    if heading.is_repeated {
        return Vec::new();
    }
    let mut days = heading.stretches(heading.right);
    let mut top = heading.row + 1;
    let beneath = sub_headings(page, top, &days);
    let are_kinds = matches!(beneath, Some(SubHeadings::Columns));
    match beneath {
        Some(SubHeadings::Weeks(divided)) => (days, top) = (divided, top + 1),
        Some(SubHeadings::Columns) => top += 1,
        None => {}
    }
    let labels = label_columns(page, heading, all, top..end);
    let owned = vec![Owned { owner: String::new(), days }];
    let frames = body(page, top..end, labels.as_ref(), owned).unwrap_or_default();
    frames.into_iter().map(|frame| Frame { are_kinds, ..frame }).collect()
}

/// What stands beneath days that take several columns each.
enum SubHeadings {
    Weeks(Vec<DayColumns>),
    Columns,
}

fn sub_headings(page: &Page, row: usize, days: &[DayColumns]) -> Option<SubHeadings> {
    let columns =
        || days.iter().flat_map(|day| day.columns.clone().map(move |column| (day.day, column)));
    let said: Vec<(Day, usize, &str)> = columns()
        .map(|(day, column)| (day, column, page.text((row, column))))
        .filter(|(.., text)| !text.is_empty())
        .collect();
    if said.len() < days.len() {
        return None;
    }
    if said.iter().all(|(.., text)| timetable_column(text).is_some()) {
        return Some(SubHeadings::Columns);
    }
    let weeks = said.iter().map(|&(day, column, text)| {
        let columns = column..column + 1;
        Some(DayColumns { day, columns, week: Some(turn(text)?) })
    });
    weeks.collect::<Option<Vec<_>>>().map(SubHeadings::Weeks)
}

/// The columns in which periods are named: before the days, else after them, else those of another grid of the row.
fn label_columns(
    page: &Page,
    heading: &Heading,
    all: &[Heading],
    rows: Range<usize>,
) -> Option<Range<usize>> {
    let first = heading.days.first().map_or(0, |day| day.1);
    let beside = all.iter().filter(|other| other.row == heading.row);
    let others = beside.map(|other| other.left..other.days.first().map_or(other.left, |day| day.1));
    let own = [heading.left..first, heading.right..(heading.right + 1).min(page.width())];
    let counts = |columns: &Range<usize>| {
        let periods = rows.clone().filter(|&row| label(page, row, columns.clone()).is_period());
        !columns.is_empty() && periods.count() > 1
    };
    own.into_iter().chain(others).find(counts)
}

/// What stands in the corner, then above, the nearest row first.
fn titles(page: &Page, heading: &Heading, top: usize) -> Vec<String> {
    let first = heading.days.first().map_or(0, |day| day.1);
    let corner = (heading.left..first).map(|column| (heading.row, column));
    let above = (top.max(heading.row.saturating_sub(TITLE_ROWS))..heading.row).rev();
    let above =
        above.flat_map(|row| (heading.left..heading.right).map(move |column| (row, column)));
    let cells = corner.chain(above).filter(|&at| page.origin(at) == at);
    cells.map(|at| page.text(at).to_owned()).filter(|text| !text.is_empty()).collect()
}
