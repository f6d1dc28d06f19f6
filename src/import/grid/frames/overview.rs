//! Overviews: all classes (or teachers, or rooms) in one grid, each with a row of its own, or a column within each day.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use itertools::Itertools as _;

use super::body::{Owned, body};
use super::frame::{Band, Frame, Square};
use super::heading::{DayColumns, Heading, heading_day};
use crate::domain::Day;
use crate::import::grid::page::{At, Page};
use crate::import::label::{Label, is_break};
use crate::import::looks::looks_like_class;
use crate::import::weekday::weekday;
use crate::import::weeks::turn;
use crate::input::{fold, timetable_column};

/// How far down the names of a day's classes may stand, in rows.
const FIRST_ROWS: usize = 8;
/// Of how many days in a hundred what stands beneath them must be alike.
const ALIKE: usize = 60;

/// Days beneath each of which the same names stand: a column for each class.
pub(super) struct Named {
    pub(super) owners: Vec<Owned>,
    /// The first row beneath the names.
    pub(super) top: usize,
    /// Where the periods of the rows are named, if it is beneath the days themselves.
    pub(super) labels: Option<Range<usize>>,
}

/// A column of lessons: its day and what its period is called.
struct Column {
    day: Day,
    at: usize,
    label: Label,
}

/// The grids of a sheet that is of one day, as its tab, its file or its title says: a column for each class.
pub(super) fn of_one_day(page: &Page) -> Vec<Frame> {
    let Some((day, is_named)) = day(page) else { return Vec::new() };
    let grids = (0..page.height().min(FIRST_ROWS)).find_map(|row| {
        let heading = Heading::of_one(row, day, page.width());
        let Named { owners, top, labels } = columns_of_owners(page, &heading)?;
        let is_any = owners.iter().any(|owned| looks_like_class(&owned.owner));
        let labels = labels.filter(|_| is_named || is_any)?;
        body(page, top..page.height(), Some(&labels), owners)
    });
    grids.unwrap_or_default()
}

/// The day of a whole sheet, and whether it is named by it.
fn day(page: &Page) -> Option<(Day, bool)> {
    let shown = page.shown();
    let names = shown.split(|sign: char| !sign.is_alphabetic());
    let names = names.filter(|name| name.chars().count() > 2);
    let of_file = names.filter_map(weekday).at_most_one().ok().flatten();
    let corner = (0..FIRST_ROWS).cartesian_product(0..FIRST_ROWS);
    let written = corner.filter_map(|at| heading_day(page.text(at)));
    let written = || written.map(|(day, _)| day).at_most_one().ok().flatten();
    of_file.map(|day| (day, true)).or_else(|| Some((written()?, false)))
}

/// Where what belongs to days is named: in the row of the days, or in the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    OfDays,
    Beneath,
}

impl Row {
    const fn of(self, heading: &Heading) -> usize {
        match self {
            Self::OfDays => heading.row,
            Self::Beneath => heading.row + 1,
        }
    }

    /// The columns of a day in which something may be named: the day's own name takes one in its row.
    fn columns(self, day: &DayColumns) -> Range<usize> {
        match self {
            Self::OfDays => day.columns.start + 1..day.columns.end,
            Self::Beneath => day.columns.clone(),
        }
    }
}

/// Rows with an owner each, and the periods of each day across.
struct Table<'t> {
    page: &'t Page,
    heading: &'t Heading,
    /// The columns of the periods, day by day.
    columns: Vec<Column>,
    bands: Vec<Band>,
    rows: Range<usize>,
    /// The column in which owners are named.
    names: usize,
}

/// The grids of rows with an owner each, and the periods of each day across.
pub(super) fn rows_of_owners(page: &Page, heading: &Heading, end: usize) -> Option<Vec<Frame>> {
    let table = Table::of(page, heading, end)?;
    let mut frames: Vec<Frame> = Vec::new();
    let mut strays: BTreeSet<At> = BTreeSet::new();
    let mut is_open = false;
    for row in table.rows.clone() {
        let name = page.text((row, table.names));
        let is_named = !name.is_empty() && page.origin((row, table.names)) == (row, table.names);
        if is_named && !is_break(name) {
            frames.push(table.frame(name));
        }
        let filled = table.filled(row);
        is_open =
            !is_break(name) && (is_named || is_open && !(name.is_empty() && filled.is_empty()));
        let owner = frames.last_mut().filter(|_| is_open);
        let is_stray = |at: &At| owner.is_none() || !table.is_lesson(at.1);
        strays.extend(filled.into_iter().filter(is_stray));
        if let Some(frame) = owner {
            table.take(row, frame);
        }
    }
    frames.first_mut()?.strays = strays.into_iter().collect();
    Some(frames)
}

impl<'t> Table<'t> {
    fn of(page: &'t Page, heading: &'t Heading, end: usize) -> Option<Self> {
        let days = heading.stretches(heading.limit);
        let (columns, top) = periods(page, heading, Row::Beneath, &days)
            .or_else(|| periods(page, heading, Row::OfDays, &days))?;
        let (day, first) = (heading.days.first()?.1, columns.first()?.at);
        let within = |columns: Range<usize>| names(page, columns, top..end);
        let names = within(heading.left..day).or_else(|| within(day..first))?;
        let bands = bands(&columns, heading.row);
        Some(Self { page, heading, columns, bands, rows: top..end, names })
    }

    fn frame(&self, owner: &str) -> Frame {
        Frame {
            titles: vec![owner.to_owned()],
            bands: self.bands.clone(),
            squares: Vec::new(),
            strays: Vec::new(),
            country: None,
            are_kinds: false,
            bottom: self.rows.start,
        }
    }

    fn is_lesson(&self, column: usize) -> bool {
        self.columns.iter().any(|own| own.at == column)
    }

    /// The cells of a row that say something, but for breaks and the owner's name, which each day may have anew.
    fn filled(&self, row: usize) -> Vec<At> {
        let first = self.columns.first().map_or(0, |column| column.at);
        let name = self.page.text((row, self.names));
        let is_said = |at: &At| {
            let text = self.page.text(*at);
            let is_name = text == name && !self.is_lesson(at.1);
            self.page.origin(*at) == *at && !text.is_empty() && !is_break(text) && !is_name
        };
        (first..self.heading.limit).map(|column| (row, column)).filter(is_said).collect()
    }

    /// Gives a row of lessons to its owner: the first, or one more beneath it.
    fn take(&self, row: usize, frame: &mut Frame) {
        frame.bottom = row + 1;
        for column in &self.columns {
            let band = self.bands.iter().position(|band| is_same(&band.label, &column.label));
            let Some(band) = band else { continue };
            let (day, at) = (column.day, (row, column.at));
            let mut known = frame.squares.iter_mut();
            match known.find(|square| square.day == day && square.band == band) {
                Some(square) => square.cells.push(at),
                None => frame.squares.push(Square { band, day, week: None, cells: vec![at] }),
            }
        }
    }
}

/// The columns of periods that a row names, and the first row beneath them; numbers and times may stand in two rows.
fn periods(
    page: &Page,
    heading: &Heading,
    row: Row,
    days: &[DayColumns],
) -> Option<(Vec<Column>, usize)> {
    let at = row.of(heading);
    let next = match row {
        Row::OfDays => None,
        Row::Beneath => labels(page, at + 1, days),
    };
    let next = next.unwrap_or_default();
    let label = |column: usize| {
        let below = next.get(&column).copied().unwrap_or("");
        Label::of([page.text((at, column)), below].join(" ").trim())
    };
    let own = |day: &DayColumns| {
        let columns = row.columns(day).map(|at| Column { day: day.day, at, label: label(at) });
        // Nothing else stands among periods; what does ends them.
        let from_first = columns.skip_while(|column| !column.label.is_period());
        let is_any = |column: &Column| {
            column.label.is_period() || column.label.is_break || column.label.text.is_empty()
        };
        from_first.take_while(is_any).filter(|column| column.label.is_period()).collect()
    };
    let columns: Vec<Vec<Column>> = days.iter().map(own).collect();
    let is_ordered = |own: &&Vec<Column>| {
        own.len() > 1 && own.windows(2).all(|pair| is_before(&pair[0].label, &pair[1].label))
    };
    let alike = columns.iter().filter(is_ordered).count();
    let top = at + 1 + usize::from(!next.is_empty());
    let columns = columns.into_iter().flatten().collect();
    (alike * 100 >= days.len() * ALIKE && alike > 1).then_some((columns, top))
}

/// A row of labels beneath another: the texts of its columns, if they are labels.
fn labels<'p>(page: &'p Page, row: usize, days: &[DayColumns]) -> Option<BTreeMap<usize, &'p str>> {
    let columns = days.iter().flat_map(|day| day.columns.clone());
    let filled: BTreeMap<usize, &str> = columns
        .map(|column| (column, page.text((row, column))))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let labels = filled.values().filter(|text| Label::of(text).is_period()).count();
    (labels > 2 && labels * 100 > filled.len() * ALIKE).then_some(filled)
}

fn is_before(one: &Label, other: &Label) -> bool {
    match (one.number, other.number) {
        (Some(one), Some(other)) => one < other,
        _ => one.times < other.times,
    }
}

fn is_same(one: &Label, other: &Label) -> bool {
    match (one.number, other.number) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one.times == other.times,
        _ => false,
    }
}

fn bands(columns: &[Column], row: usize) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for column in columns {
        if !bands.iter().any(|band| is_same(&band.label, &column.label)) {
            bands.push(Band { label: column.label.clone(), at: (row, column.at) });
        }
    }
    bands
}

/// The column in which the owners of rows are named: that with the most classes, else with the most names.
fn names(page: &Page, columns: Range<usize>, rows: Range<usize>) -> Option<usize> {
    let distinct = |column: usize| {
        let own = rows.clone().map(|row| (row, column)).filter(|&at| page.origin(at) == at);
        own.map(|at| page.text(at)).filter(|text| !text.is_empty()).collect::<BTreeSet<_>>()
    };
    let told = columns.filter_map(|column| {
        let names = distinct(column);
        let is_period = |text: &&&str| Label::of(text).is_period();
        let is_column = |text: &&str| timetable_column(text).is_some();
        let is_none = names.len() < 2
            || names.iter().filter(is_period).count() * 2 > names.len()
            || names.iter().any(is_column);
        let classes = names.iter().filter(|text| looks_like_class(text)).count();
        (!is_none).then_some((classes, names.len(), Reverse(column)))
    });
    told.max().map(|(.., column)| column.0)
}

/// Days with the same names beneath each.
pub(super) fn columns_of_owners(page: &Page, heading: &Heading) -> Option<Named> {
    let named = |row: Row| Some((row, owners(page, heading, row)?));
    let (row, owners) = named(Row::Beneath).or_else(|| named(Row::OfDays))?;
    let first = owners.iter().filter_map(|owned| owned.days.first()).map(|day| day.columns.start);
    let labels = match row {
        Row::Beneath => None,
        Row::OfDays => Some(heading.days.first()?.1..first.min()?),
    };
    Some(Named { owners, top: row.of(heading) + 1, labels })
}

fn owners(page: &Page, heading: &Heading, row: Row) -> Option<Vec<Owned>> {
    let mut owners: Vec<Owned> = Vec::new();
    let days = heading.stretches(heading.limit);
    for day in &days {
        let cells = row.columns(day).map(|column| (column, page.text((row.of(heading), column))));
        // Where periods are named in the days' own column, more of them may stand in the next.
        let is_label = |&(_, text): &(usize, &str)| {
            text.is_empty() || row == Row::OfDays && timetable_column(text).is_some()
        };
        for (column, text) in cells.skip_while(is_label).filter(|(_, text)| !text.is_empty()) {
            if !is_name(text) {
                return None;
            }
            let own = DayColumns { day: day.day, columns: column..column + 1, week: None };
            match owners.iter_mut().find(|owned| fold(&owned.owner) == fold(text)) {
                Some(owned) => owned.days.push(own),
                None => owners.push(Owned { owner: text.to_owned(), days: vec![own] }),
            }
        }
    }
    owners.retain(|owned| owned.days.len() * 2 > days.len());
    let is_once = |owned: &Owned| owned.days.windows(2).all(|pair| pair[0].day != pair[1].day);
    (owners.len() > 1 && owners.iter().all(is_once)).then_some(owners)
}

/// Whether a text is neither what a column holds, nor a week, a period or a break.
fn is_name(text: &str) -> bool {
    timetable_column(text).is_none()
        && turn(text).is_none()
        && !Label::of(text).is_period()
        && !is_break(text)
}
