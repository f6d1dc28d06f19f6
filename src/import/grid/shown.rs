//! How grids were read, for a person to look at: a sample of cells, and every word with what it was taken for.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::Role;
use super::reading::Entry;
use super::sheets::Sheets;
use super::spoken::Whose;
use crate::diagnostic::Location;
use crate::input::{fold, without_personal_number};

/// The most cells that are shown.
const SAMPLE: usize = 8;

/// How grids were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The grids with what they are grids of: `class`, `teacher` or `room`.
    pub grids: Vec<(String, &'static str)>,
    /// Cells in which something was read.
    pub cells: usize,
    /// Those of them with a word that might be something else.
    pub unsure: usize,
    /// Cells of different shapes.
    pub sample: Vec<ReadCell>,
    /// The words, those first that might be something else.
    pub words: Vec<ReadWord>,
}

/// A cell and the lessons in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadCell {
    /// Where it is.
    pub location: Location,
    /// The words of each of its lessons, each with what it is.
    pub lessons: Vec<Vec<(&'static str, String)>>,
}

/// A word, and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadWord {
    /// The word as it is written.
    pub text: String,
    /// What it mostly is: `subject`, `teacher`, `room` …
    pub role: &'static str,
    /// What else it might be, if that is nearly as likely.
    pub perhaps: Option<&'static str>,
    /// In how many lessons it stands.
    pub count: usize,
}

impl Reading {
    pub(super) fn of(sheets: &Sheets, entries: &[Vec<Entry>]) -> Self {
        let grids = sheets
            .grids
            .iter()
            .map(|grid| (without_personal_number(&grid.name), owner(grid.whose)))
            .collect();
        let is_unsure =
            |entries: &&Vec<Entry>| entries.iter().any(|entry| !entry.doubts.is_empty());
        Self {
            grids,
            cells: entries.len(),
            unsure: entries.iter().filter(is_unsure).count(),
            sample: sample(sheets, entries),
            words: words(entries),
        }
    }
}

const fn owner(whose: Whose) -> &'static str {
    match whose {
        Whose::Class | Whose::Untold => "class",
        Whose::Teacher => "teacher",
        Whose::Room => "room",
    }
}

/// The words of a lesson with what they are.
fn roles(entry: &Entry) -> Vec<(&'static str, String)> {
    let all = |role: Role, words: &[String]| -> Vec<(&'static str, String)> {
        words.iter().map(|word| (role.name(), without_personal_number(word))).collect()
    };
    [
        all(Role::Subject, entry.subject.as_slice()),
        all(Role::Class, &entry.classes),
        all(Role::Teacher, &entry.teachers),
        all(Role::Room, &entry.rooms),
        all(Role::Group, entry.group.as_slice()),
        all(Role::Week, entry.week.as_slice()),
    ]
    .concat()
}

/// The first cell of each shape: so many lessons, of these roles.
fn sample(sheets: &Sheets, entries: &[Vec<Entry>]) -> Vec<ReadCell> {
    let mut shapes: BTreeSet<Vec<Vec<&'static str>>> = BTreeSet::new();
    let mut cells = Vec::new();
    for (cell, entries) in sheets.cells.iter().zip(entries) {
        let lessons: Vec<Vec<(&'static str, String)>> = entries.iter().map(roles).collect();
        let shape = lessons.iter().map(|words| words.iter().map(|word| word.0).collect()).collect();
        if cells.len() < SAMPLE && shapes.insert(shape) {
            let page = &sheets.pages[sheets.grids[cell.grid].page];
            cells.push(ReadCell { location: page.location(cell.at), lessons });
        }
    }
    cells
}

/// A word as written, how often it was what, and what else it might be.
type Known = (String, BTreeMap<&'static str, usize>, Option<Role>);

fn words(entries: &[Vec<Entry>]) -> Vec<ReadWord> {
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    for entry in entries.iter().flatten() {
        for (role, word) in roles(entry) {
            let one =
                known.entry(fold(&word)).or_insert_with(|| (word.clone(), BTreeMap::new(), None));
            *one.1.entry(role).or_default() += 1;
        }
        for (word, role) in &entry.doubts {
            if let Some(one) = known.get_mut(&fold(word)) {
                one.2 = Some(*role);
            }
        }
    }
    let word = |(text, counts, perhaps): Known| {
        let role = counts.iter().max_by_key(|(_, count)| **count).map_or("", |(role, _)| *role);
        let perhaps = perhaps.map(Role::name).filter(|other| *other != role);
        ReadWord { text, role, perhaps, count: counts.values().sum() }
    };
    let mut words: Vec<ReadWord> = known.into_values().map(word).collect();
    words.sort_by_key(|word| (word.perhaps.is_none(), word.role, std::cmp::Reverse(word.count)));
    words
}
