//! The days that a row names.

use std::ops::Range;

use crate::domain::{Country, Day};
use crate::import::grid::page::Page;
use crate::import::weekday::{country_of, weekday};
use crate::input::fold;

/// The columns of a day, or of a week of the cycle on that day.
#[derive(Clone)]
pub(super) struct DayColumns {
    pub(super) day: Day,
    pub(super) columns: Range<usize>,
    pub(super) week: Option<String>,
}

/// A row's days, each with its column.
pub(super) struct Heading {
    pub(super) row: usize,
    pub(super) days: Vec<(Day, usize)>,
    /// The first column that may belong to it.
    pub(super) left: usize,
    /// The column after its last, if its days are alike.
    pub(super) right: usize,
    /// The column after its last, if its last day is longer than others.
    pub(super) limit: usize,
    /// Whether days stand in each of their columns, as in lists.
    pub(super) is_repeated: bool,
}

impl Heading {
    /// The columns of each day, those of the last as far as a column.
    pub(super) fn stretches(&self, end: usize) -> Vec<DayColumns> {
        let ends = self.days.iter().skip(1).map(|day| day.1).chain([end]);
        let day = |(&(day, start), end): (&(Day, usize), usize)| DayColumns {
            day,
            columns: start..end,
            week: None,
        };
        self.days.iter().zip(ends).map(day).collect()
    }

    /// A row of a sheet that is of one day.
    pub(super) fn of_one(row: usize, day: Day, width: usize) -> Self {
        Self { row, days: vec![(day, 0)], left: 0, right: width, limit: width, is_repeated: false }
    }
}

/// The days of a row: each stretch in which they follow one another.
pub(super) fn headings(page: &Page, row: usize) -> Vec<Heading> {
    let is_own = |&column: &usize| page.origin((row, column)) == (row, column);
    let cells = (0..page.width()).filter(is_own).map(|column| (column, page.text((row, column))));
    let cells: Vec<(usize, &str)> = cells.filter(|(_, text)| !text.is_empty()).collect();
    let mut runs: Vec<Vec<(Day, usize, usize)>> = Vec::new();
    let mut is_repeated = false;
    for (column, day, letters) in lettered(&cells).unwrap_or_else(|| named(&cells)) {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| last.0 < day) => {
                run.push((day, column, letters));
            }
            Some(run) if run.last().is_some_and(|last| last.0 == day) => is_repeated = true,
            _ => runs.push(vec![(day, column, letters)]),
        }
    }
    runs.retain(|run| run.len() > 2 || run.len() == 2 && run.iter().all(|day| day.2 > 4));
    let mut left = 0;
    let mut headings = Vec::new();
    let starts: Vec<usize> = runs.iter().map(|run| run[0].1).collect();
    for (position, run) in runs.into_iter().enumerate() {
        let days: Vec<(Day, usize)> = run.iter().map(|&(day, column, _)| (day, column)).collect();
        let step = days.windows(2).map(|pair| pair[1].1 - pair[0].1).min().unwrap_or(1);
        let right = days.last().map_or(left, |last| last.1 + step).min(page.width());
        let limit = starts.get(position + 1).map_or(page.width(), |_| right);
        headings.push(Heading { row, days, left, right, limit, is_repeated });
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
pub(super) fn heading_day(text: &str) -> Option<(Day, usize)> {
    let bare = text.trim_start();
    let end = bare.find(|sign: char| !sign.is_alphabetic()).unwrap_or(bare.len());
    let (word, rest) = bare.split_at(end);
    let letters = word.chars().count();
    let others = rest.chars().filter(|sign| sign.is_alphabetic()).count();
    let is_date = others == 0 || rest.contains(|sign: char| sign.is_ascii_digit()) && others < 12;
    (letters > 1 && is_date).then(|| weekday(word)).flatten().map(|day| (day, letters))
}

/// Whose weekdays a heading names.
pub(super) fn country(page: &Page, heading: &Heading) -> Option<Country> {
    country_of(heading.days.iter().map(|day| page.text((heading.row, day.1))))
}
