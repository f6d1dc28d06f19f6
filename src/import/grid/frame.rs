//! Where the grids of a sheet stand: a row of days, rows of periods beneath it, and what is written above.

use std::ops::Range;

use super::label::{Label, is_break};
use super::page::{At, Page};
use crate::domain::{Country, Day};
use crate::import::weekday::weekday;
use crate::import::weeks::turn;
use crate::input::{fold, timetable_column};

/// How far above its days a grid's title may stand, in rows.
const TITLE_ROWS: usize = 5;

/// One grid of a sheet.
pub(super) struct Frame {
    /// What stands where its name may be, the likeliest place first.
    pub(super) titles: Vec<String>,
    /// The columns of each day, one after the other.
    pub(super) days: Vec<DayColumns>,
    /// The rows of each period.
    pub(super) bands: Vec<Band>,
    /// Cells with something in them that stand beside no period.
    pub(super) strays: Vec<At>,
    /// The country of which the days' names are, where that can be told.
    pub(super) country: Option<Country>,
}

/// The columns of a day, or of a week of the cycle on that day.
#[derive(Clone)]
pub(super) struct DayColumns {
    pub(super) day: Day,
    pub(super) columns: Range<usize>,
    pub(super) week: Option<String>,
}

/// The rows of a period.
pub(super) struct Band {
    pub(super) label: Label,
    pub(super) rows: Range<usize>,
}

/// A row's days, each with its column.
struct Heading {
    row: usize,
    days: Vec<(Day, usize)>,
    /// The first column that may belong to it.
    left: usize,
    /// The column after its last.
    right: usize,
}

/// The grids of a sheet; it is turned where days stand beneath one another.
pub(super) fn find(page: &mut Page) -> Vec<Frame> {
    let across = frames(page);
    page.turn();
    let down = frames(page);
    if down.len() > across.len() {
        return down;
    }
    page.turn();
    across
}

fn frames(page: &Page) -> Vec<Frame> {
    let headings: Vec<Heading> = (0..page.height()).flat_map(|row| headings(page, row)).collect();
    let mut frames: Vec<(Frame, &Heading)> = Vec::new();
    for heading in &headings {
        let beneath =
            headings.iter().filter(|other| other.row > heading.row && is_above(heading, other));
        let end = beneath.map(|other| other.row).min().unwrap_or(page.height());
        let Some(mut frame) = body(page, heading, &headings, end) else { continue };
        let before =
            frames.iter().filter(|(_, other)| other.row < heading.row && is_above(other, heading));
        let top =
            before.filter_map(|(frame, _)| frame.bands.last()).map(|band| band.rows.end).max();
        frame.titles = titles(page, heading, top.unwrap_or(0));
        frames.push((frame, heading));
    }
    frames.into_iter().map(|(frame, _)| frame).collect()
}

/// Whether two headings share columns.
fn is_above(one: &Heading, other: &Heading) -> bool {
    one.left < other.right && other.left < one.right
}

/// The days of a row: each stretch in which they follow one another.
fn headings(page: &Page, row: usize) -> Vec<Heading> {
    let is_own = |&column: &usize| page.origin((row, column)) == (row, column);
    let cells = (0..page.width()).filter(is_own).map(|column| (column, page.text((row, column))));
    let cells: Vec<(usize, &str)> = cells.filter(|(_, text)| !text.is_empty()).collect();
    let mut runs: Vec<Vec<(Day, usize, usize)>> = Vec::new();
    for (column, day, letters) in lettered(&cells).unwrap_or_else(|| named(&cells)) {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| last.0 < day) => {
                run.push((day, column, letters));
            }
            _ => runs.push(vec![(day, column, letters)]),
        }
    }
    runs.retain(|run| run.len() > 2 || run.len() == 2 && run.iter().all(|day| day.2 > 4));
    let mut left = 0;
    let mut headings = Vec::new();
    for run in runs {
        let days: Vec<(Day, usize)> = run.iter().map(|&(day, column, _)| (day, column)).collect();
        let step = days.windows(2).map(|pair| pair[1].1 - pair[0].1).min().unwrap_or(1);
        let right = days.last().map_or(left, |last| last.1 + step).min(page.width());
        headings.push(Heading { row, days, left, right });
        left = right;
    }
    headings
}

/// The cells that name days, with how many letters each is written.
fn named(cells: &[(usize, &str)]) -> Vec<(usize, Day, usize)> {
    let day = |&(column, text): &(usize, &str)| {
        let (day, letters) = heading_day(text)?;
        Some((column, day, letters))
    };
    cells.iter().filter_map(day).collect()
}

/// Five single letters that only together name days.
fn lettered(cells: &[(usize, &str)]) -> Option<Vec<(usize, Day, usize)>> {
    const WEEKS: [&str; 2] = ["mtotf", "mtwtf"];
    let letters =
        |window: &[(usize, &str)]| fold(&window.iter().map(|cell| cell.1).collect::<String>());
    let window = cells.windows(5).find(|window| WEEKS.contains(&letters(window).as_str()))?;
    Some(window.iter().zip(Day::ALL).map(|(cell, day)| (cell.0, day, 5)).collect())
}

/// The day that a heading names, perhaps with a date: `Mandag`, `Man.`, `Tirsdag d. 17/8`.
fn heading_day(text: &str) -> Option<(Day, usize)> {
    let bare = text.trim_start();
    let end = bare.find(|sign: char| !sign.is_alphabetic()).unwrap_or(bare.len());
    let (word, rest) = bare.split_at(end);
    let letters = word.chars().count();
    let others = rest.chars().filter(|sign| sign.is_alphabetic()).count();
    let is_date = others == 0 || rest.contains(|sign: char| sign.is_ascii_digit()) && others < 12;
    (letters > 1 && is_date).then(|| weekday(word)).flatten().map(|day| (day, letters))
}

/// The days and periods beneath a heading.
fn body(page: &Page, heading: &Heading, all: &[Heading], end: usize) -> Option<Frame> {
    let mut days = day_columns(heading);
    let mut top = heading.row + 1;
    match sub_headings(page, top, &days) {
        Some(SubHeadings::Weeks(divided)) => (days, top) = (divided, top + 1),
        Some(SubHeadings::Columns) => top += 1,
        None => {}
    }
    let labels = label_columns(page, heading, all, top..end);
    let country = country(page, heading);
    let mut frame =
        Frame { titles: Vec::new(), days, bands: Vec::new(), strays: Vec::new(), country };
    let mut is_open = false;
    for row in top..end {
        let label = labels.clone().map(|columns| label(page, row, columns)).unwrap_or_default();
        let filled: Vec<At> = frame.filled(page, row);
        let goes_on = labels.clone().is_some_and(|columns| is_covered(page, row, columns));
        if goes_on || label.text.is_empty() && is_open && !filled.is_empty() && labels.is_some() {
            if let Some(band) = frame.bands.last_mut() {
                band.rows.end = row + 1;
            }
        } else if label.is_period() || labels.is_none() && !filled.is_empty() {
            frame.bands.push(Band { label, rows: row..row + 1 });
            is_open = true;
        } else {
            is_open = false;
            let said =
                filled.into_iter().filter(|&at| !is_break(page.text(at)) && page.origin(at) == at);
            frame.strays.extend(said);
        }
    }
    (!frame.bands.is_empty()).then_some(frame)
}

impl Frame {
    /// The cells of a row in which something stands, one for each day.
    fn filled(&self, page: &Page, row: usize) -> Vec<At> {
        let columns = self.days.iter().flat_map(|day| day.columns.clone());
        columns.map(|column| (row, column)).filter(|&at| !page.text(at).is_empty()).collect()
    }
}

fn day_columns(heading: &Heading) -> Vec<DayColumns> {
    let ends = heading.days.iter().skip(1).map(|day| day.1).chain([heading.right]);
    let day = |(&(day, start), end): (&(Day, usize), usize)| DayColumns {
        day,
        columns: start..end,
        week: None,
    };
    heading.days.iter().zip(ends).map(day).collect()
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

fn label(page: &Page, row: usize, columns: Range<usize>) -> Label {
    let texts: Vec<&str> =
        columns.map(|column| page.text((row, column))).filter(|text| !text.is_empty()).collect();
    Label::of(&texts.join(" "))
}

/// Whether a label of a row above reaches down to this one.
fn is_covered(page: &Page, row: usize, mut columns: Range<usize>) -> bool {
    columns.any(|column| page.origin((row, column)).0 < row && !page.text((row, column)).is_empty())
}

/// Monday and Tuesday tell Danish and Swedish apart.
fn country(page: &Page, heading: &Heading) -> Option<Country> {
    let words = heading.days.iter().map(|day| fold(page.text((heading.row, day.1))));
    words.into_iter().find_map(|word| match word {
        word if word.starts_with("man") || word.starts_with("tir") => Some(Country::Denmark),
        word if word.starts_with("må") || word.starts_with("tis") => Some(Country::Sweden),
        _ => None,
    })
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
