//! GRIDS: timetables as schools keep them in Excel, a grid of days and periods for each class, teacher or room.
//!
//! Nothing says where the grids stand ([`frames`]), which row is which period ([`periods`]) or which word of a cell is the
//! subject, the teacher and the room ([`reading`]): all of it is told from the whole of the files, shown with how sure it
//! is, and corrected by a map ([`Told`]). Classes' grids count; those of teachers and rooms make them whole.

mod beside;
mod evidence;
mod frames;
mod habits;
mod layout;
mod lessons;
mod page;
mod periods;
mod proposal;
mod reading;
mod sheets;
mod shown;
mod slashes;
mod spoken;
mod told;
mod words;

use super::draft::{Draft, DraftRow};
use super::label::is_break;
use super::ledger::Ledger;
use super::names::{Kind, Scribe};
use super::original::Original;
use super::tell_apart;
use crate::diagnostic::{Field, Foreign, Location};
use crate::domain::{Period, Slot};
pub(crate) use layout::{Layout, SheetPlace, Texts, layout};
use lessons::{Lessons, Taught};
pub(crate) use page::rows;
use periods::Periods;
pub(crate) use proposal::map;
use reading::{Entry, Reader};
use sheets::Sheets;
pub use shown::{ReadCell, ReadWord, Reading};
use spoken::Whose;
pub(crate) use told::Told;
use words::{Manner, Word};

/// Whether files have any grid.
pub(crate) fn is_any(originals: &[Original]) -> bool {
    !Sheets::found(originals, &mut Ledger::default()).grids.is_empty()
}

/// The names of the sheets of a workbook that have grids.
pub(crate) fn sheets(original: &Original) -> Vec<String> {
    let sheets = Sheets::found(std::slice::from_ref(original), &mut Ledger::default());
    let pages = sheets.grids.iter().filter_map(|grid| sheets.pages[grid.page].sheet.clone());
    pages.collect()
}

/// Files with grids, understood.
struct Understood {
    sheets: Sheets,
    entries: Vec<Vec<Entry>>,
    periods: Periods,
    /// In the order of the rows that they become.
    lessons: Vec<Taught>,
}

/// Reads files with grids; says how they were read.
pub(super) fn read(
    originals: &[Original],
    told: &Told,
    ledger: &mut Ledger,
) -> Option<(Draft, Reading)> {
    let understood = understand(originals, told, ledger)?;
    let Understood { sheets, entries, periods, lessons } = understood;
    let mut draft = Draft { bells: periods.bells, country: sheets.country, ..Draft::default() };
    enter(&sheets, &lessons, &mut draft, ledger);
    Some((draft, Reading::of(&sheets, &entries)))
}

fn understand(originals: &[Original], told: &Told, ledger: &mut Ledger) -> Option<Understood> {
    let mut sheets = Sheets::of(originals, ledger);
    sheets.cells.retain(|cell| !is_break(&cell.text));
    for grid in &mut sheets.grids {
        if let Some(whose) = told.whose(&grid.name) {
            (grid.whose, grid.is_guessed) = (whose, false);
        }
    }
    if sheets.cells.is_empty() {
        return None;
    }
    let manner = Manner::of(sheets.cells.iter().map(|cell| cell.text.as_str()), sheets.country);
    let words: Vec<Vec<Word>> = sheets.cells.iter().map(|cell| manner.words(&cell.text)).collect();
    let roles = told.roles();
    let reader = Reader::of(&sheets, &words, &roles);
    let whose = |cell: usize| sheets.grids[sheets.cells[cell].grid].whose;
    let entries: Vec<Vec<Entry>> =
        words.iter().enumerate().map(|(cell, words)| reader.read(words, whose(cell))).collect();
    let periods = Periods::of(&sheets);
    let taught = taught(&sheets, &entries, &periods, ledger);
    let Lessons { all: mut lessons, contradicted } = Lessons::of(taught);
    report(&sheets, &contradicted, &periods, ledger);
    lessons.sort_by(|one, other| {
        (one.classes.first(), one.slot).cmp(&(other.classes.first(), other.slot))
    });
    Some(Understood { sheets, entries, periods, lessons })
}

/// The lessons of the cells: of classes', teachers' and rooms' grids.
fn taught(
    sheets: &Sheets,
    entries: &[Vec<Entry>],
    periods: &Periods,
    ledger: &mut Ledger,
) -> [Vec<Taught>; 3] {
    let mut taught = [Vec::new(), Vec::new(), Vec::new()];
    for (position, (cell, entries)) in sheets.cells.iter().zip(entries).enumerate() {
        let grid = &sheets.grids[cell.grid];
        let Some((first, last)) = periods.get(cell.grid, cell.band) else { continue };
        let own = match grid.whose {
            Whose::Class | Whose::Untold => 0,
            Whose::Teacher => 1,
            Whose::Room => 2,
        };
        for ((number, entry), period) in entries
            .iter()
            .enumerate()
            .flat_map(|entry| (first..=last).map(move |period| (entry, period)))
        {
            let lesson = Taught::of(
                entry,
                (position, number),
                cell,
                grid,
                Slot::new(cell.day, Period(period)),
            );
            let lacking = match () {
                () if lesson.subject.is_none() => Some(Field::Subject),
                () if lesson.classes.is_empty() => Some(Field::Class),
                () => None,
            };
            match lacking {
                Some(column) => {
                    let location = sheets.pages[grid.page].location(cell.at);
                    ledger.reject(Foreign::RowIncomplete { column }, location);
                }
                None => taught[own].push(lesson),
            }
        }
    }
    taught
}

fn report(sheets: &Sheets, contradicted: &[usize], periods: &Periods, ledger: &mut Ledger) {
    let guessed: Vec<_> = sheets.grids.iter().filter(|grid| grid.is_guessed).collect();
    if let Some(first) = guessed.first() {
        let names = guessed.iter().map(|grid| grid.name.clone()).collect();
        let page = &sheets.pages[first.page];
        ledger.note(Foreign::GridsGuessed { names }, Location::file(&page.shown()));
    }
    for grid in &sheets.grids {
        let page = &sheets.pages[grid.page];
        for &at in &grid.frame.strays {
            ledger.reject(Foreign::CellBesidePeriods, page.location(at));
        }
    }
    let place = |cell: usize| {
        let cell = &sheets.cells[cell];
        sheets.pages[sheets.grids[cell.grid].page].location(cell.at)
    };
    if let Some(&first) = contradicted.first() {
        ledger.note(Foreign::GridsDisagree { count: contradicted.len() }, place(first));
    }
    if let (false, Some(grid)) = (periods.renumbered.is_empty(), sheets.grids.first()) {
        let labels = periods
            .renumbered
            .iter()
            .map(|(label, number)| format!("{label} = {number}"))
            .collect();
        let first = grid.frame.bands.first().map_or((0, 0), |band| band.at);
        ledger.note(Foreign::PeriodsRenumbered { labels }, sheets.pages[grid.page].location(first));
    }
}

/// Writes a row for each lesson.
fn enter(sheets: &Sheets, lessons: &[Taught], draft: &mut Draft, ledger: &mut Ledger) {
    let location = |lesson: &Taught| {
        let cell = &sheets.cells[lesson.cells[0].0];
        sheets.pages[sheets.grids[cell.grid].page].location(cell.at)
    };
    for lesson in lessons {
        let location = || location(lesson);
        let mut scribe = Scribe { names: &mut draft.names, ledger, location: &location };
        draft.rows.push(DraftRow {
            classes: scribe.all(Kind::Class, &lesson.classes),
            group: lesson.part.as_ref().map(|part| scribe.group("", part)),
            subject: scribe.one(Kind::Subject, lesson.subject.as_deref().unwrap_or_default()),
            teachers: scribe.all(Kind::Teacher, &lesson.teachers),
            rooms: scribe.all(Kind::Room, &lesson.rooms),
            start: lesson.slot,
            length: 1,
            week: lesson.week.as_ref().map(|week| scribe.one(Kind::Week, week)),
            lesson: None,
            locked: false,
            allowed: None,
            apart: None,
            source: String::new(),
        });
    }
    tell_apart(&mut draft.rows, |at| location(&lessons[at]), ledger);
}
