//! What `compare` found, as text for a terminal: the answer in sentences, then a map of all days, then, for who asks for it,
//! what each day does.

mod daily;
mod heat;
mod html;
mod json;
mod sentence;
mod words;

pub use html::html;
pub use json::json;

use itertools::Itertools;

use super::text::table::{Side, Table};
use super::text::{paragraphs, section};
use super::words::Naming;
use crate::domain::{Alternative, Language, School};
use crate::pipeline::Status;
use crate::scenario::{Cell, Comparison, Row};
use crate::words::day;
use heat::Heat;

/// What `compare` found.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The school.
    pub school: &'a School,
    /// The answer.
    pub comparison: &'a Comparison,
}

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The answer and the map of all days.
    Answer,
    /// And a table for each line of the map: what each day does.
    EachDay,
}

/// The answer in words. It carries ANSI colours; whoever prints it takes them out where they are not wanted.
#[must_use]
pub fn text(compared: Compared<'_>, detail: Detail, language: Language) -> String {
    let comparison = &told_once(compared.comparison);
    let mut sections = vec![answers(comparison, language)];
    let mut reasons = Reasons::new(compared.school, language);
    sections.push(heat_map(comparison, &mut reasons, language));
    sections.push(reasons.told());
    if detail == Detail::EachDay {
        sections.extend(rows(comparison).map(|row| daily::told(&who(row), &row.cells, language)));
        let common = comparison.common.as_ref();
        sections.extend(common.map(|cells| daily::told(&words::all(language), cells, language)));
    }
    paragraphs(&sections)
}

/// The comparison, for a school where one class is all classes without the day for all: it is the class's.
fn told_once(comparison: &Comparison) -> Comparison {
    let mut told = comparison.clone();
    let is_alone = |rows: &Vec<Row>| matches!(&rows[..], [only] if only.pupil.is_none());
    if told.rows.as_ref().is_some_and(is_alone) {
        told.common = None;
    }
    told
}

fn rows(comparison: &Comparison) -> impl Iterator<Item = &Row> {
    comparison.rows.iter().flatten()
}

/// The class, or the pupil and the class.
fn who(row: &Row) -> String {
    row.pupil
        .as_ref()
        .map_or_else(|| row.class.to_string(), |pupil| format!("{pupil} ({})", row.class))
}

fn answers(comparison: &Comparison, language: Language) -> String {
    let rows = rows(comparison).map(|row| sentence::of_row(row, language));
    let common = comparison.common.iter();
    let common = common.map(|cells| sentence::of_all(cells, language));
    let joint = comparison.joint.iter().map(|joint| sentence::of_joint(joint, language));
    let mut told = rows.chain(joint).chain(common).flatten().join("");
    if told.is_empty() {
        told = format!("{}\n", words::nobody(language));
    }
    if cells(comparison).any(|cell| !is_settled(cell.answer.status)) {
        told.extend([&words::unproven(language), "\n"]);
    }
    told
}

fn cells(comparison: &Comparison) -> impl Iterator<Item = &Cell> {
    let rows = rows(comparison).flat_map(|row| &row.cells);
    rows.chain(comparison.common.iter().flatten())
}

const fn is_settled(status: Status) -> bool {
    matches!(status, Status::Optimal | Status::Infeasible)
}

fn heat_map(comparison: &Comparison, reasons: &mut Reasons<'_>, language: Language) -> String {
    let heat = map(comparison, reasons, language);
    heat.render(&words::heat(language), language)
}

fn map<'a>(comparison: &'a Comparison, reasons: &mut Reasons<'_>, language: Language) -> Heat<'a> {
    let mut heat =
        Heat::new(cells(comparison).map(|cell| &cell.away).unique_by(|away| &away.written));
    for row in rows(comparison) {
        heat.push(&who(row), &row.cells, reasons);
    }
    if let Some(common) = &comparison.common {
        heat.push(&words::all(language), common, reasons);
    }
    heat
}

/// Why days are impossible, each reason told once under its number.
struct Reasons<'a> {
    naming: Naming<'a>,
    told: Vec<String>,
}

impl<'a> Reasons<'a> {
    fn new(school: &'a School, language: Language) -> Self {
        Self { naming: Naming::new(school, language), told: Vec::new() }
    }

    /// The number of what is said of an impossible day, from 1.
    fn number(&mut self, cell: &Cell) -> usize {
        let told = self.naming.reasons(&cell.answer.reasons).join("; ");
        let known = self.told.iter().position(|one| *one == told);
        let index = known.unwrap_or(self.told.len());
        if known.is_none() {
            self.told.push(told);
        }
        index + 1
    }

    fn told(&self) -> String {
        let mut table = Table::new([Side::Right, Side::Left]);
        for (index, reason) in self.told.iter().enumerate() {
            table.push([&format!("{})", index + 1), reason]);
        }
        section(&words::impossible(self.naming.words.language), &table)
    }
}

/// The days of a way to be away, short: `thu`, `mon+tue`.
fn short(away: &Alternative, language: Language) -> String {
    away.spans.iter().map(|span| day(span.day, language)).join("+")
}
