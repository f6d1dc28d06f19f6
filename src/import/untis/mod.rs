//! Untis: the text files GPU001 (timetable), joined with GPU002 (lessons), GPU003 to GPU006 (classes, teachers, rooms,
//! subjects), GPU016 (time requests) and `time.txt` (bells); GPU001 written back.
//!
//! Of teachers only short names and times are read: no names of persons, no birth dates, no addresses.
//!
//! # Source
//! Untis, *DIF files* (import and export in the Untis format), <https://help.untis.at>.

mod bells;
mod groups;
pub(crate) mod lessons;
mod masters;
pub(crate) mod rows;
mod slot;

use super::draft::Draft;
use super::ledger::Ledger;
use super::lines::{Cells, Lines};
use super::original::Original;
use super::tell_apart;
use crate::diagnostic::{Foreign, Location};

/// The columns of GPU001.
pub(crate) mod column {
    pub(crate) const LESSON: usize = 1;
    pub(crate) const CLASS: usize = 2;
    pub(crate) const TEACHER: usize = 3;
    pub(crate) const SUBJECT: usize = 4;
    pub(crate) const ROOM: usize = 5;
    pub(crate) const DAY: usize = 6;
    pub(crate) const PERIOD: usize = 7;
    pub(crate) const MINUTES: usize = 8;
    pub(crate) const TEXT: usize = 9;
}

/// Reads a school's files.
pub(super) fn read(originals: &[Original], ledger: &mut Ledger) -> Option<Draft> {
    let plan = Lines::read(needed(originals, ledger)?, ledger)?;
    report_unused(originals, ledger);
    let lessons = file(originals, 2).and_then(|original| Lines::read(original, ledger));
    let is_alone = lessons.is_none();
    if is_alone {
        report_texts(&plan, ledger);
    }
    let mut lessons = lessons.map(|lines| lessons::read(&lines)).unwrap_or_default();
    rows::learn_divisions(&plan, &mut lessons);
    let masters = masters::read(originals, ledger);
    let mut draft = Draft::default();
    rows::read(&plan, &lessons, &masters, &mut draft, ledger);
    if is_alone {
        // GPU002 would name groups and weeks.
        let used: Vec<Cells<'_>> =
            plan.all().filter(|line| rows::usable(*line, &lessons).is_ok()).collect();
        tell_apart(&mut draft.rows, |at| used[at].location(column::CLASS), ledger);
    }
    masters.enter(&mut draft, ledger);
    if let Some(lines) = times(originals).and_then(|original| Lines::read(original, ledger)) {
        draft.bells = bells::read(&lines, ledger);
    }
    Some(draft)
}

/// Tells of texts beside lessons: some schools keep the week of a lesson there, which otherwise GPU002 says.
fn report_texts(plan: &Lines, ledger: &mut Ledger) {
    let texts: Vec<_> = plan.all().filter(|line| !line.cell(column::TEXT).is_empty()).collect();
    if let Some(first) = texts.first() {
        let names = texts.iter().map(|line| line.cell(column::TEXT).into_owned()).collect();
        let kind = format!("GPU001:{}", column::TEXT);
        let location = first.location(column::TEXT);
        ledger.note(Foreign::RuleUnmapped { kind, names, hard: false }, location);
    }
}

/// The file of a number: `GPU001.TXT`, also with something before or after, as `school_gpu001 (2).csv`.
pub(crate) fn file(originals: &[Original], number: u8) -> Option<&Original> {
    originals.iter().find(|original| number_of(&original.name) == Some(number))
}

/// The list of periods, by the name that Untis gives it.
fn times(originals: &[Original]) -> Option<&Original> {
    originals.iter().find(|original| is_times(&original.name))
}

fn is_times(name: &str) -> bool {
    name.to_lowercase() == bells::FILE
}

fn number_of(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let (_, rest) = name.split_once("gpu")?;
    rest.get(..3)?.parse().ok()
}

/// GPU001, or the one file that there is; reported where it is missing.
pub(crate) fn needed<'o>(originals: &'o [Original], ledger: &mut Ledger) -> Option<&'o Original> {
    let plan = file(originals, 1).or_else(|| originals.first().filter(|_| originals.len() == 1));
    if plan.is_none() {
        ledger.note(Foreign::FileNeeded { name: "GPU001.TXT" }, Location::default());
    }
    plan
}

/// Whether a file is one of those beside GPU001, by the number in its name.
pub(super) fn is_companion(name: &str) -> bool {
    is_times(name) || number_of(name).is_some_and(|number| number != 1)
}

/// Whether the cells of a line are those of a placed lesson in GPU001: a number, a day and a period in their columns.
pub(super) fn is_placed(cells: &[String]) -> bool {
    let cell = |number: usize| cells.get(number - 1).map_or("", |cell| cell.trim());
    let is_number = |text: &str, most: u32| text.parse::<u32>().is_ok_and(|number| number <= most);
    (cell(column::LESSON).is_empty() || is_number(cell(column::LESSON), u32::MAX))
        && !cell(column::SUBJECT).is_empty()
        && is_number(cell(column::DAY), 7)
        && is_number(cell(column::PERIOD), 30)
}

fn report_unused(originals: &[Original], ledger: &mut Ledger) {
    let mut seen: std::collections::BTreeMap<Option<u8>, &str> = std::collections::BTreeMap::new();
    for original in originals {
        let number = number_of(&original.name);
        if is_times(&original.name) {
            continue;
        }
        let is_read = matches!(number, Some(1..=6 | 16)) || originals.len() == 1;
        if !is_read {
            ledger.note(Foreign::FileUnused, Location::file(&original.name));
        } else if let Some(other) = seen.insert(number, &original.name) {
            let fault = Foreign::FileRepeated { other: other.to_owned() };
            ledger.note(fault, Location::file(&original.name));
        }
    }
}

/// Whether a file is needed to write the plan back; the others may hold particulars of persons.
pub(super) fn is_kept(name: &str) -> bool {
    !matches!(number_of(name), Some(number) if !matches!(number, 1 | 2 | 3 | 5 | 6 | 16))
}
