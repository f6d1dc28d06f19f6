//! OTHER PROGRAMS' FILES: read into a school. [`export`](crate::export) writes them back.
//!
//! One file or folder for each format. What is read becomes a [`School`] whose lessons are the rows of the
//! `timetable.csv` to come, none of them joined: whoever writes it as a folder and reads that folder has the school.
//! Whether the school is any good is not asked here, and nothing is printed.

pub(crate) mod asc;
pub(crate) mod bells;
pub(crate) mod cycle;
pub(crate) mod draft;
pub(crate) mod encoding;
pub(crate) mod fet;
pub(crate) mod grid;
pub(crate) mod joined;
pub(crate) mod kept;
mod kinds;
mod label;
pub(crate) mod ledger;
pub(crate) mod lines;
pub(crate) mod look;
mod looks;
pub(crate) mod names;
mod oneroster;
pub(crate) mod original;
pub(crate) mod page;
mod parts;
pub(crate) mod rebooked;
mod recognise;
pub(crate) mod table;
mod toml;
mod turns;
pub(crate) mod untis;
pub(crate) mod weekday;
pub(crate) mod weeks;
pub(crate) mod xhstt;
pub(crate) mod xml;

pub use bells::Bells;
pub use fet::constraints::{BrokenConstraint, Constraints};
pub use kept::kept;
pub use ledger::Ledger;
pub use oneroster::class_lists;
pub use original::{Original, collect};
pub use recognise::recognise;

use std::collections::BTreeSet;

use crate::diagnostic::{Foreign, Location};
use crate::domain::{Country, Language, School};
use crate::input::Recognised;
use draft::Draft;
use grid::Told;
pub use grid::{ReadCell, ReadWord, Reading};

/// A format of another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Untis: GPU001 and its companions.
    Untis,
    /// FET.
    Fet,
    /// aSc Timetables.
    Asc,
    /// Grids of days and periods, as schools keep them in Excel.
    Grid,
    /// Any table, with a map.
    Table,
    /// `OneRoster`'s CSV: class lists only, see [`class_lists`].
    OneRoster,
    /// The archive of high school timetabling problems.
    Xhstt,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 7] =
        [Self::Untis, Self::Fet, Self::Asc, Self::Grid, Self::Table, Self::OneRoster, Self::Xhstt];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Untis => "untis",
            Self::Fet => "fet",
            Self::Asc => "asc",
            Self::Grid => "grid",
            Self::Table => "table",
            Self::OneRoster => "oneroster",
            Self::Xhstt => "xhstt",
        }
    }
}

/// What a person may choose beside the files.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Which of several timetables in one file.
    pub solution: Option<String>,
    /// The map of a table.
    pub map: Option<Original>,
}

/// What came of another program's files.
#[derive(Clone, Debug)]
pub struct Import {
    /// The school, each lesson one row; `None` if there is an error or nothing to take over.
    pub school: Option<School>,
    /// The rows whose lesson has an id of its own, which may be the number of a line by chance.
    pub named: BTreeSet<usize>,
    /// When its periods begin and end, as far as the files say.
    pub bells: Bells,
    /// How grids were read, where the files have any.
    pub reading: Option<Reading>,
    /// Whose subjects they speak of, where that can be told.
    pub country: Option<Country>,
    /// What became of each row, and what is wrong.
    pub ledger: Ledger,
}

impl Import {
    /// The language that is asked for, else that of the country that the files speak of.
    #[must_use]
    pub fn language(&self, asked: Option<Language>) -> Option<Language> {
        asked.or_else(|| self.country.map(Country::language))
    }
}

/// The country of whose subjects the rows speak the most, else that of the weekdays.
fn country(draft: &Draft) -> Option<Country> {
    let subjects = draft.rows.iter().map(|row| row.subject.as_str()).collect();
    Recognised::country(&subjects).or(draft.country)
}

/// Tells what a file leaves open that its own rows tell: which lessons take turns, and which are for parts of classes.
fn tell_apart(
    rows: &mut [draft::DraftRow],
    location: impl Fn(usize) -> Location,
    ledger: &mut Ledger,
) {
    let turns = turns::tell(rows);
    if let Some(&first) = turns.first() {
        ledger.note(Foreign::TurnsMade { count: turns.len() }, location(first));
    }
    let made = parts::tell(rows);
    if let Some(&first) = made.first() {
        ledger.note(Foreign::PartsMade { count: made.len() }, location(first));
    }
}

/// Reads another program's files.
#[must_use]
pub fn import(format: Format, originals: &[Original], choices: &Choices) -> Import {
    let mut ledger = Ledger::default();
    let mut draft = draft(format, originals, choices, &mut ledger);
    let bells = draft.as_mut().map(|draft| std::mem::take(&mut draft.bells)).unwrap_or_default();
    let reading = draft.as_mut().and_then(|draft| draft.reading.take());
    let country = draft.as_ref().and_then(country);
    let rows = draft.iter().flat_map(|draft| draft.rows.iter().enumerate());
    let named = rows.filter(|(_, row)| row.lesson.is_some()).map(|(row, _)| row).collect();
    let school = draft.map(|draft| draft.finish(&mut ledger)).filter(|_| !ledger.has_errors());
    Import { school, named, bells, reading, country, ledger }
}

/// What the program of the files demands of a timetable besides a school's rules: of those that an import kept beside a
/// school, or of files as they are. `None` where that program is not FET, or they cannot be read.
#[must_use]
pub fn constraints(originals: &[Original]) -> Option<Constraints> {
    if kept::is_kept(originals) {
        return fet::constraints(&kept::open(Format::Fet, originals)?.1);
    }
    let is_fet = recognise(originals) == Ok(Format::Fet);
    is_fet.then(|| fet::constraints(originals)).flatten()
}

/// The text of a map for a list or for grids, for a person to correct; `None` where there is nothing to map.
#[must_use]
pub fn propose(
    format: Format,
    originals: &[Original],
    choices: &Choices,
    language: Language,
) -> (Option<String>, Ledger) {
    let mut ledger = Ledger::default();
    let map = match format {
        Format::Table => {
            originals.first().and_then(|table| table::propose(table, language, &mut ledger))
        }
        Format::Grid => draft(format, originals, choices, &mut ledger)
            .and_then(|draft| draft.reading)
            .map(|reading| grid::map(&reading, language)),
        _ => None,
    };
    (map, ledger)
}

/// The files as rows; `None` where nothing can be taken over.
pub(crate) fn draft(
    format: Format,
    originals: &[Original],
    choices: &Choices,
    ledger: &mut Ledger,
) -> Option<Draft> {
    match format {
        Format::Untis => untis::read(originals, ledger),
        Format::Fet => fet::read(originals, ledger),
        Format::Asc => asc::read(originals, ledger),
        Format::Grid => {
            let told = choices
                .map
                .as_ref()
                .map_or_else(|| Some(Told::default()), |map| Told::read(map, ledger))?;
            let read = grid::read(originals, &told, ledger);
            if read.is_none() {
                ledger.note(Foreign::NothingPlaced, Location::default());
            }
            let (draft, reading) = read?;
            Some(Draft { reading: Some(reading), ..draft })
        }
        Format::Table => {
            let map = table::map(originals, choices, ledger)?;
            table::read(originals, &map, ledger)
        }
        Format::OneRoster => {
            ledger.note(Foreign::NothingPlaced, Location::default());
            None
        }
        Format::Xhstt => xhstt::read(originals, choices, ledger),
    }
}
