//! `travel.csv`: the ways between sites.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::columns::{Column, File};
use super::cells::findings::Findings;
use super::cells::row::Row;
use super::cells::table::Table;
use super::grid::Bells;
use super::names::Vocabulary;
use super::value;
use crate::diagnostic::{Fault, Location, Placing};
use crate::domain::{RoomName, School, SiteName, Travel};

/// The longest way, in minutes.
const LONGEST: u32 = 24 * 60;

/// The ways that the file tells of, both ways unless the other way has its own row.
pub(super) fn read(
    table: Option<&Table>,
    bells: Bells,
    names: &mut Vocabulary,
    findings: &mut Findings,
) -> Travel {
    let mut told: BTreeMap<(SiteName, SiteName), (u32, u32)> = BTreeMap::new();
    if let Some(table) = table {
        table.understand_rows(findings, |row, findings| {
            let ((from, to), minutes) = way(&row, names, findings)?;
            let (line, before) = *told.entry((from.clone(), to)).or_insert((row.line, minutes));
            if before != minutes {
                let name = from.to_string();
                findings.report(Fault::LinesDisagree { name, line }, row.location());
            }
            Some(())
        });
    }
    let mut minutes = BTreeMap::new();
    for ((from, to), (_, own)) in &told {
        minutes.insert((from.clone(), to.clone()), *own);
        minutes.entry((to.clone(), from.clone())).or_insert(*own);
    }
    minutes.extend(told.into_iter().map(|(way, (_, own))| (way, own)));
    Travel { minutes, bells }
}

fn way(
    row: &Row<'_>,
    names: &mut Vocabulary,
    findings: &mut Findings,
) -> Option<((SiteName, SiteName), u32)> {
    let mut site = |column| {
        let cell = row.needed(column, findings)?;
        Some(names.sites.expect(&cell.text, &cell, findings))
    };
    let (from, to) = (site(Column::From), site(Column::To));
    let minutes = row.needed(Column::Minutes, findings);
    let minutes = value::number(minutes.as_ref(), 0, LONGEST, findings);
    let (from, to) = (from?, to?);
    if from == to {
        let nowhere = Placing::TravelNowhere { site: from.to_string() };
        findings.report(Fault::Placing(nowhere), row.location());
    }
    Some(((from, to), minutes?))
}

/// Reports ways that are not told of between two sites, of which a row of the timetable is at one at least.
pub(super) fn report_missing(school: &School, timetable: Option<&Table>, findings: &mut Findings) {
    let pieces = school.lessons.iter().flat_map(|lesson| &lesson.pieces);
    let of_rows: BTreeSet<&SiteName> = pieces.filter_map(|piece| school.site_of(piece)).collect();
    let of_rooms = school.rooms.values().filter_map(|room| room.site.as_ref());
    let of_classes = school.classes.values().filter_map(|class| class.site.as_ref());
    let of_places = school.places.values().filter_map(|place| place.site.as_ref());
    let all: BTreeSet<&SiteName> = of_rooms.chain(of_classes).chain(of_places).collect();
    let mut missing = Vec::new();
    for (index, &from) in all.iter().enumerate() {
        for &to in all.iter().skip(index + 1) {
            let is_told = school.travel.minutes.contains_key(&(from.clone(), to.clone()));
            if !is_told && (of_rows.contains(from) || of_rows.contains(to)) {
                missing.push((from, to));
            }
        }
    }
    if missing.is_empty() {
        return;
    }
    let delimiter = timetable.map_or(';', Table::delimiter);
    let ways = missing.iter().map(|(from, to)| format!("{from} – {to}")).collect();
    let line = |(from, to): &(&SiteName, &SiteName)| format!("{from}{delimiter}{to}{delimiter}?");
    let heading = format!("from{delimiter}to{delimiter}minutes");
    let lines = std::iter::once(heading).chain(missing.iter().map(line)).collect();
    let fault = Fault::Placing(Placing::TravelMissing { ways, lines });
    findings.report(fault, Location::file(File::Travel.name()));
}

/// Reports rows of the timetable whose rooms are at two sites.
pub(super) fn report_torn(school: &School, timetable: &Table, findings: &mut Findings) {
    let site = |room: &RoomName| school.rooms.get(room)?.site.as_ref();
    let mut told = BTreeSet::new();
    for piece in school.lessons.iter().flat_map(|lesson| &lesson.pieces) {
        let sites: BTreeSet<&SiteName> = piece.rooms.iter().filter_map(site).collect();
        let mut sites = sites.into_iter();
        let (Some(one), Some(other)) = (sites.next(), sites.next()) else { continue };
        let row = timetable.row(piece.row).filter(|_| told.insert(piece.row));
        if let Some(cell) = row.and_then(|row| row.cell(Column::Room)) {
            let torn = Placing::RowOnTwoSites { one: one.to_string(), other: other.to_string() };
            findings.report(Fault::Placing(torn), cell.location());
        }
    }
}
