//! Pupils with several rows whose dates do not overlap: one apprentice for most questions, one after the other for the year.

use std::collections::BTreeSet;

use itertools::Itertools;

use super::Futures;
use super::almanac::{agreement, date};
use super::away;
use super::cells::columns::Column;
use super::cells::findings::Findings;
use super::cells::row::Row;
use super::cells::table::Table;
use crate::diagnostic::{Fault, Location, Placing};
use crate::domain::{
    Agreement, Almanac, Alternative, Apprentice, Date, Day, PlaceName, PupilKey, School, Span,
    Stretch, Term, stretches,
};

/// The first and the last date of a row, where they are said.
pub(super) type Dates = (Option<Date>, Option<Date>);

/// So many alternatives of one apprentice are made of several rows at most.
const MOST_ALTERNATIVES: usize = 1000;

/// An apprentice as one row has it, with the dates of that row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearRow {
    /// The row's place among all, from 0.
    pub index: usize,
    /// What it says.
    pub apprentice: Apprentice,
    /// The first date, or that of the school year.
    pub from: Date,
    /// The last date, or that of the school year.
    pub until: Date,
    /// What is agreed about it.
    pub agreement: Agreement,
}

/// The dates in a row; one that cannot be read counts as not said, which is told elsewhere.
pub(super) fn dates(row: &Row<'_>) -> Dates {
    let read = |column| row.cell(column).and_then(|cell| date(&cell.text));
    (read(Column::From), read(Column::Until))
}

/// Whether two rows have a date in common; a date that is not said is any.
pub(super) fn overlap((from, until): Dates, (other_from, other_until): Dates) -> bool {
    let begins = |from: Option<Date>, until: Option<Date>| {
        from.zip(until).is_none_or(|(from, until)| from <= until)
    };
    begins(from, other_until) && begins(other_from, until)
}

/// The apprentices of some rows, those of one pupil as one, who is away whenever any of them says so. Rows that cannot be
/// one are reported, but where the year is asked about, which takes them one by one.
pub(super) fn united(
    rows: &[Apprentice],
    table: Option<&Table>,
    futures: Futures<'_>,
    findings: &mut Findings,
) -> Vec<Apprentice> {
    let mut all: Vec<Apprentice> = Vec::new();
    for pupil in rows.iter().map(|row| &row.pupil).unique() {
        let own: Vec<&Apprentice> = rows.iter().filter(|row| row.pupil == *pupil).collect();
        let alike = own.iter().all(|row| is_alike(own[0], row));
        if let Some(apprentice) = one(&own).filter(|_| alike) {
            all.push(apprentice);
            continue;
        }
        if !matches!(futures, Futures::Year) {
            report_different(&own, table, findings);
        }
        all.extend(own.into_iter().cloned());
    }
    if !matches!(futures, Futures::Year) {
        report_apart(&all, table, findings);
    }
    all
}

/// Whether two rows of a pupil differ in when and where the pupil is away alone.
fn is_alike(one: &Apprentice, other: &Apprentice) -> bool {
    let placed = |row: &Apprentice| Apprentice {
        alternatives: Vec::new(),
        place: None,
        line: 0,
        ..row.clone()
    };
    placed(one) == placed(other)
}

fn report_different(own: &[&Apprentice], table: Option<&Table>, findings: &mut Findings) {
    let [first, others @ ..] = own else { return };
    for other in others {
        let fault = Placing::PupilRowsDiffer { pupil: other.pupil.to_string(), line: first.line };
        let place = place(table, other.line, Column::Pupil);
        findings.report(Fault::Placing(fault), place);
    }
}

/// Where a line of the file, or a cell of it, stands.
fn place(table: Option<&Table>, line: u32, column: Column) -> Location {
    let row = table.and_then(|table| table.rows().find(|row| row.line == line));
    let cell = row.and_then(|row| row.cell(column).map(|cell| cell.location()));
    cell.unwrap_or_else(|| Location::line("apprentices.csv", line))
}

/// Several rows as one apprentice: every choice of an alternative of each; `None` if these are too many.
fn one(rows: &[&Apprentice]) -> Option<Apprentice> {
    let [first, others @ ..] = rows else { return None };
    if others.is_empty() {
        return Some((*first).clone());
    }
    let count = rows.iter().map(|row| row.alternatives.len()).product::<usize>();
    let choices = rows.iter().map(|row| &row.alternatives).multi_cartesian_product();
    let alternatives = choices.map(|choice| at_all_times(&choice));
    let alternatives = alternatives.unique_by(|one| one.written.clone());
    (count <= MOST_ALTERNATIVES)
        .then(|| Apprentice { alternatives: alternatives.collect(), ..(*first).clone() })
}

/// Away whenever any of some alternatives says so, at their place if they have one in common.
fn at_all_times(choice: &[&Alternative]) -> Alternative {
    let away: Vec<&&Alternative> = choice.iter().filter(|one| !one.is_none()).collect();
    if away.is_empty() {
        return Alternative::none();
    }
    let places: BTreeSet<Option<&PlaceName>> = away.iter().map(|one| one.place.as_ref()).collect();
    let place = places.first().copied().flatten().filter(|_| places.len() == 1);
    let spans: Vec<Span> = away.iter().flat_map(|one| &one.spans).copied().unique().collect();
    Alternative {
        written: away.iter().map(|one| &one.written).unique().join("+"),
        spans,
        place: place.cloned(),
        rank: Some(away.iter().filter_map(|one| one.rank).sum()),
    }
}

/// Reports pupils with one label and different alternatives.
fn report_apart(apprentices: &[Apprentice], table: Option<&Table>, findings: &mut Findings) {
    for (position, pupil) in apprentices.iter().enumerate() {
        let mut earlier = apprentices[..position].iter();
        let first = earlier.find(|one| one.together.is_some() && one.together == pupil.together);
        let (Some(first), Some(label)) = (first, &pupil.together) else { continue };
        if !away::are_same(&first.alternatives, &pupil.alternatives) {
            let (label, other) = (label.to_string(), first.pupil.to_string());
            let fault = Fault::TogetherDiffers { label, pupil: other, line: first.line };
            findings.report(fault, place(table, pupil.line, Column::Together));
        }
    }
}

/// The rows with their dates, those that are not said being the school year's.
pub(super) fn of_year(
    rows: &[Apprentice],
    table: &Table,
    (school, almanac): (&School, &Almanac),
    findings: &mut Findings,
) -> Vec<YearRow> {
    let terms = &almanac.year.terms;
    let first = terms.first().map(|&(first, _)| first);
    let last = terms.last().map(|&(_, last)| last);
    let mut dated = Vec::new();
    for row in table.rows() {
        let Some(apprentice) = rows.iter().find(|one| one.line == row.line) else { continue };
        let (from, until) = dates(&row);
        if let Some((from, until)) = from.or(first).zip(until.or(last)) {
            // What is wrong with its dates and times was told when the almanac was read.
            let agreement = agreement(&row, &mut Findings::default());
            let (index, apprentice) = (row.index, apprentice.clone());
            dated.push(YearRow { index, apprentice, from, until, agreement });
        } else {
            let fault = Placing::YearDatesMissing { pupil: apprentice.pupil.to_string() };
            findings.report(Fault::Placing(fault), row.location());
        }
    }
    for stretch in stretches_of(&dated, (school, almanac)) {
        let own: Vec<Apprentice> = together_in(&dated, &stretch);
        report_apart(&own, Some(table), findings);
    }
    dated
}

/// The apprentices of a stretch, the rows of a pupil that meet in it as one.
#[must_use]
pub fn together_in(rows: &[YearRow], stretch: &Stretch) -> Vec<Apprentice> {
    let own: Vec<&Apprentice> =
        stretch.placements.iter().map(|&row| &rows[row].apprentice).collect();
    let pupils: Vec<&PupilKey> = own.iter().map(|one| &one.pupil).unique().collect();
    let of = |pupil: &PupilKey| {
        let rows: Vec<&Apprentice> =
            own.iter().copied().filter(|one| one.pupil == *pupil).collect();
        // Of rows that cannot be one the first holds, as it does in the week in which it ends.
        one(&rows)
            .filter(|_| rows.iter().all(|row| is_alike(rows[0], row)))
            .or_else(|| rows.first().map(|first| (*first).clone()))
    };
    pupils.into_iter().filter_map(of).collect()
}

/// The stretches of the year of some rows.
#[must_use]
pub fn stretches_of(rows: &[YearRow], (school, almanac): (&School, &Almanac)) -> Vec<Stretch> {
    let content = |row: &YearRow| Apprentice { line: 0, ..row.apprentice.clone() };
    let contents: Vec<Apprentice> = rows.iter().map(content).collect();
    let kind = |one: &Apprentice| contents.iter().position(|other| other == one).unwrap_or(0);
    let terms = rows.iter().zip(&contents);
    let terms: Vec<Term> = terms
        .map(|(row, content)| Term { from: row.from, until: row.until, kind: kind(content) })
        .collect();
    let days: BTreeSet<Day> = school.grid.days().collect();
    stretches(&almanac.year, &days, &terms)
}
