//! Which column of a list is what: by its heading if that is known, else by what its cells hold.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::dates::date;
use super::headings::meanings;
use crate::import::label::Label;
use crate::import::lines::{Cells, Lines};
use crate::import::looks::{is_initials, looks_like_class, looks_like_programme};
use crate::import::weekday::named_weekday;
use crate::input::{Recognised, fold, minutes, periods};

/// Lines among which the headings are looked for.
const FIRST_LINES: usize = 20;
/// Rows that are looked at.
const SAMPLE: usize = 400;
/// The last period that a column of numbers may name if it is to be taken for periods.
const LAST_PERIOD: u8 = 15;
/// Words for days or periods that are listed.
pub(super) const MOST_WORDS: usize = 100;
/// What may stand between names of one cell, the likeliest first.
const SEPARATORS: [&str; 10] = ["+", ", ", ",", ";", " & ", "&", "/", " och ", " og ", " and "];

/// A list, and where the columns of a timetable are in it, numbered from 1.
pub(super) struct Columns<'l> {
    /// The headings, if it has any.
    pub(super) headings: Option<Cells<'l>>,
    /// The rows beneath.
    pub(super) body: Vec<Cells<'l>>,
    pub(super) found: BTreeMap<&'static str, usize>,
    pub(super) width: usize,
}

impl<'l> Columns<'l> {
    /// Looks at a list.
    pub(super) fn of(lines: &'l Lines) -> Self {
        let headings = headings(lines);
        let first = headings.map_or(0, Cells::number);
        let body: Vec<Cells<'_>> = lines.all().filter(|line| line.number() > first).collect();
        let width =
            body.iter().take(SAMPLE).chain(&headings).map(|line| line.len()).max().unwrap_or(0);
        let mut columns = Self { headings, body, found: BTreeMap::new(), width };
        columns.read_headings();
        columns.guess();
        columns
    }

    /// The heading of a column; `None` where there is none.
    pub(super) fn heading(&self, at: usize) -> Option<String> {
        let heading = self.headings.map(|line| line.cell(at).into_owned());
        heading.filter(|heading| !heading.is_empty())
    }

    /// What a column says, each text once, in the order of rows.
    pub(super) fn words(&self, at: usize) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let cells = self.body.iter().map(|line| line.cell(at).into_owned());
        cells
            .filter(|cell| !cell.is_empty() && seen.insert(cell.clone()))
            .take(MOST_WORDS)
            .collect()
    }

    fn sample(&self, at: usize) -> Vec<String> {
        let cells = self.body.iter().take(SAMPLE).map(|line| line.cell(at).into_owned());
        cells.filter(|cell| !cell.is_empty()).collect()
    }

    /// Gives each column of a timetable the heading that means it most likely, if the cells agree.
    fn read_headings(&mut self) {
        let mut meant: Vec<(usize, &'static str, usize)> = Vec::new();
        for at in 1..=self.width {
            let heading = self.heading(at).unwrap_or_default();
            meant.extend(meanings(&heading).into_iter().map(|(column, rank)| (rank, column, at)));
        }
        meant.sort_by_key(|&(rank, column, at)| (rank, at, column));
        for (_, column, at) in meant {
            let is_free = !self.found.contains_key(column) && !self.is_taken(at);
            if is_free && self.fits(column, at) {
                self.found.insert(column, at);
            }
        }
        // Where pupils are only in groups, groups are what classes are elsewhere.
        if let (None, Some(&group)) = (self.found.get("class"), self.found.get("group")) {
            self.found.remove("group");
            self.found.insert("class", group);
        }
    }

    fn is_taken(&self, at: usize) -> bool {
        self.found.values().any(|taken| *taken == at)
    }

    /// Whether the cells of a column may be what its heading says.
    fn fits(&self, column: &str, at: usize) -> bool {
        let cells = self.sample(at);
        let share = |is: &dyn Fn(&str) -> bool| share(&cells, is);
        match column {
            "start" | "end" => cells.is_empty() || share(&|cell| minutes(cell).is_some()) > 79,
            // A school's `Period` may be half a year.
            "period" => {
                cells.is_empty() || share(&|cell| !is_period(cell) && has_large_number(cell)) < 50
            }
            "week" => share(&|cell| minutes(cell).is_some()) < 50,
            // Where dates are given, they tell more than weekdays.
            "day" => are_dates(&cells) || !self.has_dates(),
            _ => true,
        }
    }

    /// Whether any column is of dates.
    fn has_dates(&self) -> bool {
        (1..=self.width).any(|at| are_dates(&self.sample(at)))
    }

    /// Finds columns that no heading names by what they hold.
    fn guess(&mut self) {
        let is_day = |cell: &str| named_weekday(cell).is_some() || date(cell).is_some();
        self.find("day", 90, &is_day);
        if !self.found.contains_key("period") && !self.found.contains_key("start") {
            self.find("start", 90, &|cell| minutes(cell).is_some());
            if self.found.contains_key("start") {
                self.find("end", 90, &|cell| minutes(cell).is_some());
            } else {
                self.find("period", 90, &|cell| is_period(cell));
            }
        }
        self.find("class", 60, &|cell| {
            let first = cell.split(['+', ',', '/']).next().unwrap_or("").trim();
            looks_like_class(first) || looks_like_programme(first)
        });
        self.find("subject", 60, &|cell| Recognised::of(cell, None).is_some());
        if self.headings.is_none() {
            self.find("teacher", 70, &is_initials);
            self.find("room", 60, &|cell| cell.contains(|sign: char| sign.is_ascii_digit()));
        }
    }

    fn find(&mut self, column: &'static str, least: usize, is: &dyn Fn(&str) -> bool) {
        if self.found.contains_key(column) {
            return;
        }
        let free = (1..=self.width).filter(|&at| !self.is_taken(at));
        let shares = free.map(|at| (self.sample(at), at)).filter(|(cells, _)| cells.len() > 1);
        let best = shares.map(|(cells, at)| (share(&cells, is), Reverse(at))).max();
        if let Some((found, Reverse(at))) = best.filter(|(found, _)| *found >= least) {
            let _ = found;
            self.found.insert(column, at);
        }
    }

    /// What stands between several names in the cells of a column, if anything does: what leaves names that also stand
    /// alone, or that look like each other.
    pub(super) fn separator(&self, column: &str) -> Option<&'static str> {
        let cells = self.sample(*self.found.get(column)?);
        let known: BTreeSet<String> = cells.iter().map(|cell| fold(cell)).collect();
        let is_name =
            |part: &str| known.contains(&fold(part)) || is_initials(part) || looks_like_class(part);
        // Between people and between classes, words say it; rooms may be called `Håndværk og design`.
        let is_said = |separator: &str| {
            column != "room"
                && separator.starts_with(' ')
                && separator.contains(char::is_alphabetic)
        };
        let score = |separator: &&str| {
            let divided = cells.iter().filter(|cell| cell.contains(*separator));
            let divided: Vec<Vec<&str>> = divided
                .map(|cell| {
                    cell.split(*separator).map(str::trim).filter(|part| !part.is_empty()).collect()
                })
                .collect();
            let good = divided
                .iter()
                .filter(|parts| parts.len() > 1)
                .filter(|parts| is_said(separator) || parts.iter().all(|part| is_name(part)));
            (good.count(), divided.len())
        };
        let scores = SEPARATORS.into_iter().rev().map(|separator| (score(&separator), separator));
        let good = scores.filter(|((good, all), _)| *good > 0 && good * 2 >= *all);
        good.max_by_key(|((good, _), _)| *good).map(|(_, separator)| separator)
    }
}

/// How many cells of a hundred are something.
fn share(cells: &[String], is: &dyn Fn(&str) -> bool) -> usize {
    cells.iter().filter(|cell| is(cell)).count() * 100 / cells.len().max(1)
}

/// Whether cells are dates, nearly all of them.
fn are_dates(cells: &[String]) -> bool {
    share(cells, &|cell| date(cell).is_some()) > 79
}

/// Whether a cell names periods, or when they are.
fn is_period(cell: &str) -> bool {
    periods(cell).is_ok_and(|(_, last)| last.0 <= LAST_PERIOD)
        || begins(cell).is_some()
        || Label::of(cell).number.is_some()
}

fn has_large_number(cell: &str) -> bool {
    let numbers =
        cell.split(|sign: char| !sign.is_ascii_digit()).filter_map(|part| part.parse::<u32>().ok());
    numbers.max().is_some_and(|most| most > u32::from(LAST_PERIOD))
        || cell.chars().all(char::is_alphabetic)
}

/// When something like `8:00-8:45` begins, in minutes after midnight.
pub(super) fn begins(word: &str) -> Option<u32> {
    minutes(word.split(['-', '–', ' ']).next()?)
}

/// The line with the most known headings, if it has two.
fn headings(lines: &Lines) -> Option<Cells<'_>> {
    let known = |line: &Cells<'_>| {
        (1..=line.len()).filter(|&at| !meanings(&line.cell(at)).is_empty()).count()
    };
    let most =
        lines.all().take(FIRST_LINES).max_by_key(|line| (known(line), Reverse(line.number())));
    most.filter(|line| known(line) > 1)
}
