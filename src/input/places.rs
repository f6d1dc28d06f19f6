//! `places.csv`: how many apprentices the placements take, on which days, and where they are.

use std::collections::BTreeMap;

use itertools::Itertools as _;

use super::cells::columns::Column;
use super::cells::findings::Findings;
use super::cells::row::{Cell, Row, shortened};
use super::cells::table::Table;
use super::keyed::Merge as _;
use super::names::{Names, Vocabulary};
use super::side::{MOST, site};
use super::{moment, value};
use crate::diagnostic::{self, Fault, Location};
use crate::domain::{Day, Grid, Place, PlaceName, SiteName, TradeName};

/// What `places.csv` says of each place.
pub(super) fn read(
    table: Option<&Table>,
    names: &mut Vocabulary,
    grid: &Grid,
    findings: &mut Findings,
) -> Listed {
    let mut listed = Listed::default();
    if let Some(table) = table {
        table.understand_rows(findings, |row, findings| {
            let line = Line::read(&row, names, grid, findings)?;
            listed.own.push((line.name.clone(), row.location()));
            listed.enter(line, &row, findings);
            Some(())
        });
    }
    listed
}

/// The places, with their names in the order of their first rows.
#[derive(Default)]
pub(super) struct Listed {
    pub(super) places: BTreeMap<PlaceName, Place>,
    pub(super) order: Vec<PlaceName>,
    /// The lines with the places of the school's own.
    own: Vec<(PlaceName, Location)>,
    sources: BTreeMap<PlaceName, Sources>,
}

/// What rows said of a place, and where.
#[derive(Default)]
struct Sources {
    first: u32,
    days: BTreeMap<Day, u32>,
    one_day: Option<bool>,
}

/// What one row says.
struct Line {
    name: PlaceName,
    day: Option<Day>,
    pupils: Option<u32>,
    trade: Option<TradeName>,
    site: Option<SiteName>,
    one_day: Option<bool>,
}

impl Line {
    fn read(
        row: &Row<'_>,
        names: &mut Vocabulary,
        grid: &Grid,
        findings: &mut Findings,
    ) -> Option<Self> {
        let cell = row.needed(Column::Place, findings)?;
        let name = names.places.learn(&cell.text, &cell, findings);
        let day = row.cell(Column::Day).map(|cell| place_day(&cell, grid, findings)).transpose();
        let pupils = value::number(row.cell(Column::Pupils).as_ref(), 0, MOST, findings);
        let trade = row.cell(Column::Trade);
        let trade = trade.map(|cell| names.trades.learn(&cell.text, &cell, findings));
        let site = site(row, names, findings);
        let one_day = row.cell(Column::OneDay).map(|cell| value::yes(Some(&cell), findings));
        Some(Self { name, day: day.ok()?, pupils, trade, site, one_day })
    }
}

impl Listed {
    /// Adds the places that the school shares with others; reports those that are among its own.
    pub(super) fn share(
        &mut self,
        shared: &Table,
        names: &mut Vocabulary,
        grid: &Grid,
        findings: &mut Findings,
    ) {
        let own = std::mem::take(&mut self.own);
        shared.understand_rows(findings, |row, findings| {
            let line = Line::read(&row, names, grid, findings)?;
            if !own.iter().any(|(name, _)| *name == line.name) {
                self.enter(line, &row, findings);
            } else if !self.own.iter().any(|(name, _)| *name == line.name) {
                self.own.push((line.name, row.location()));
            }
            Some(())
        });
        for (name, location) in own {
            if self.own.iter().any(|(shared, _)| *shared == name) {
                findings.report(Fault::PlaceShared { name: name.to_string() }, location);
            }
        }
    }

    /// Adds what a row says; reports it if an earlier one says otherwise, or if it is the second of a day.
    fn enter(&mut self, line: Line, row: &Row<'_>, findings: &mut Findings) {
        if !self.places.contains_key(&line.name) {
            self.order.push(line.name.clone());
        }
        let place = self.places.entry(line.name.clone()).or_default();
        let sources = self.sources.entry(line.name.clone()).or_default();
        if sources.first == 0 {
            sources.first = row.line;
        }
        let mut agrees = place.trade.merge(line.trade)
            & place.site.merge(line.site)
            & sources.one_day.merge(line.one_day);
        place.one_day = sources.one_day.unwrap_or(false);
        let mut earlier = sources.first;
        match line.day {
            None => agrees &= place.total.merge(line.pupils),
            Some(day) => {
                if let Some(before) = sources.days.insert(day, row.line) {
                    (agrees, earlier) = (false, before);
                } else {
                    place.days.push(day);
                    place.pupils.extend(line.pupils.map(|pupils| (day, pupils)));
                }
            }
        }
        if !agrees {
            let fault = Fault::LinesDisagree { name: line.name.to_string(), line: earlier };
            findings.report(fault, row.location());
        }
    }

    /// The name of a place: one of the list, where there is a list.
    pub(super) fn name(
        &self,
        written: &str,
        names: &mut Names<PlaceName>,
        cell: &Cell<'_>,
        findings: &mut Findings,
    ) -> PlaceName {
        if self.order.is_empty() {
            names.learn(written, cell, findings)
        } else {
            names.expect(written, cell, findings)
        }
    }

    /// The places with a trade, in the order of the file.
    pub(super) fn of_trade<'a>(
        &'a self,
        trade: &'a TradeName,
    ) -> impl Iterator<Item = &'a PlaceName> {
        self.order.iter().filter(move |name| self.places[*name].trade.as_ref() == Some(trade))
    }
}

/// The day in a cell, or that it is none; reports one on which there are no lessons.
fn place_day(cell: &Cell<'_>, grid: &Grid, findings: &mut Findings) -> Result<Day, ()> {
    let day = moment::day(&cell.text).map_err(|fault| findings.report(fault, cell.location()))?;
    if grid.slots().next().is_some() && !grid.days().contains(&day) {
        let written = shortened(&cell.text);
        findings.report(Fault::TimeOutsideGrid { written }, cell.location());
    }
    Ok(day)
}

/// Reports a list of places that changes nothing: because it says nothing that counts, or because no pupil is at a place.
pub(super) fn report_idle(places: &Table, apprentices: Option<&Table>, findings: &mut Findings) {
    let is_filled = |table: &Table, column| table.rows().any(|row| row.cell(column).is_some());
    let chooses = |table: &Table| {
        table.rows().any(|row| row.cell(Column::Away).is_some_and(|cell| cell.text.contains('@')))
    };
    let file = || diagnostic::Location::file(places.file());
    let is_at_none =
        |pupils: &Table| !pupils.is_bare() && !is_filled(pupils, Column::Place) && !chooses(pupils);
    if !places.is_bare() && apprentices.is_some_and(is_at_none) {
        findings.report(Fault::PlacesUnused, file());
    }
    let counts = [Column::Pupils, Column::Trade, Column::Site, Column::OneDay];
    let for_plans = [Column::Address, Column::Start, Column::End];
    if !counts.iter().any(|&column| is_filled(places, column))
        && !for_plans.iter().any(|&column| places.position(column).is_some())
        && !apprentices.is_some_and(chooses)
    {
        findings.report(Fault::PlacesUnlimited, file());
    }
}
