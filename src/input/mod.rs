//! READ + VALIDATE: a school folder → the school, its timetable as read, and every diagnostic.
//!
//! Reading never stops at the first fault and never prints. Whether lessons clash is not asked here: that is for
//! the judge in `check`.

mod alias_table;
mod almanac;
mod apprentices;
mod away;
mod cells;
mod day_form;
mod district;
mod forms;
mod futures;
mod grid;
mod groups;
mod guests;
mod joining;
mod keyed;
mod lessons;
mod meetings;
mod moment;
mod names;
mod places;
mod proposal;
mod quoted;
mod raw;
mod received;
mod rows;
mod scenarios;
mod settings;
mod sheet;
mod side;
mod slips;
mod source;
mod spoken;
mod subjects;
mod timetable;
mod travel;
mod turns;
mod value;

pub use alias_table::alias_table;
pub(crate) use almanac::date;
pub use cells::account::Account;
pub(crate) use cells::fence::fenced;
pub(crate) use cells::folder::{
    LARGEST, MEGABYTE, about, bytes_of, files_of, without_personal_number,
};
pub(crate) use cells::heading::{apprentices_column, periods_column, timetable_column};
pub(crate) use cells::personal_number::strike;
pub(crate) use cells::split::{Splitter, cells};
pub(crate) use cells::text::fold;
pub use cells::workbook::RawSheet;
pub(crate) use cells::workbook::{LaidOut, laid_out, one_line, parts as workbook_parts};
pub use district::{DistrictFiles, SharedPlaces, load_member, shared_places};
pub use forms::{Form, FormColumn, forms, spoken as spoken_heading};
pub(crate) use futures::{CHANGES, load_with_changes};
pub use futures::{load_with_joining, load_with_meetings, load_with_scenarios, load_year};
pub use joining::Joining;
pub use moment::slot;
pub(crate) use moment::{day, periods};
pub use proposal::{UNFINISHED, load_proposal};
pub(crate) use quoted::mended;
pub use quoted::{QuotedRow, quoted_rows};
pub use raw::raw_sheets;
pub use received::{SCHOOL_WORKBOOK, received};
pub use rows::{YearRow, stretches_of, together_in};
pub use sheet::Sheet;
pub(crate) use sheet::first_offsets;
pub use source::{Need, Source};
pub(crate) use subjects::{Recognised, is_same_subject, subject_name};
pub(crate) use value::{is_yes, minutes};

use std::collections::BTreeMap;
use std::path::Path;

use apprentices::Reader;
use cells::columns::{Column, File};
use cells::findings::Findings;
use cells::folder::Folder;
use cells::table::Table;
use futures::Asked;
use grid::Bells;
use names::Vocabulary;
use places::Listed;
use settings::Settings;
use source::{Beside, Futures};
use subjects::CoreSubjects;
use timetable::Entry;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Fault;
use crate::domain::{
    Almanac, Apprentice, Grid, Language, Scenario, School, Subject, SubjectCode, WeekLabel,
};

/// What a school folder holds.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The school; `None` if there is any error.
    pub school: Option<School>,
    /// The school with every unknown subject code taken for no core subject, if there is no other error: to look at, not
    /// to work with.
    pub outline: Option<School>,
    /// The timetable's file as read; `None` if it cannot be read at all.
    pub sheet: Option<Sheet>,
    /// The language that the school asks for, also where there is no school for its errors; `None` if `school.toml`
    /// sets neither language, country nor programme, and the headings are English.
    pub language: Option<Language>,
    /// What plans and calendars need beyond the school; empty where the folder has none of it.
    pub almanac: Almanac,
    /// What became of the lines of each file with columns that was read.
    pub accounts: Vec<Account>,
    /// Every fault, by file and line.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a school folder, or a workbook with the files as its sheets.
#[must_use]
pub fn load(folder: &Path, need: Need) -> Loaded {
    read_all(folder.into(), need, Futures::Unasked).0
}

/// Whether a folder or a workbook has any of a school's files.
#[must_use]
pub fn is_school(path: &Path) -> bool {
    let opened = Folder::open(path, &mut Findings::default());
    opened.is_some_and(|folder| File::ALL.into_iter().any(|file| folder.has(file.name())))
}

fn read_all<'b>(source: Source<'_>, need: Need, beside: impl Into<Beside<'b>>) -> (Loaded, Asked) {
    let Beside { futures, places } = beside.into();
    let mut findings = Findings::default();
    let opened = match source {
        Source::Folder(folder) => Folder::open(folder, &mut findings),
        Source::Files(files) => Some(Folder::of_files(files)),
    };
    let Some(folder) = opened else {
        let diagnostics = findings.sorted();
        let nothing = Loaded {
            school: None,
            outline: None,
            sheet: None,
            language: None,
            almanac: Almanac::default(),
            accounts: Vec::new(),
            diagnostics,
        };
        return (nothing, Asked::default());
    };
    folder.report_unread(&mut findings);
    let mut tables = Tables::read(&folder, need, &mut findings);
    let asked = futures.read(tables.get(File::Apprentices), &mut findings);
    tables.own.extend(asked);
    let places = match (places, source) {
        (None, Source::Folder(school)) => district::places_beside(school),
        (places, _) => places.map(Path::to_owned),
    };
    tables.shared = places.and_then(|path| Table::read_file(&path, File::Places, &mut findings));
    let settings = settings::read(&folder, &mut findings);
    let (school, almanac, asked) = understand(&tables, &settings, futures, &mut findings);
    let errors = findings.errors();
    let accounts = std::mem::take(&mut findings.accounts);
    let diagnostics = findings.sorted();
    let is_undecided = |found: &Diagnostic| matches!(found.fault, Fault::SubjectsUnknown { .. });
    let undecided = diagnostics.iter().filter(|found| is_undecided(found)).count();
    let outline = (errors == undecided).then_some(school);
    let loaded = Loaded {
        school: outline.clone().filter(|_| errors == 0),
        outline,
        sheet: tables.get(File::Timetable).map(Sheet::of),
        language: tables.language(&settings),
        almanac,
        accounts,
        diagnostics,
    };
    (loaded, asked)
}

/// The files that are there and have usable headings.
struct Tables {
    own: BTreeMap<File, Table>,
    /// The places that the school shares with others.
    shared: Option<Table>,
}

impl Tables {
    fn read(folder: &Folder, need: Need, findings: &mut Findings) -> Self {
        let mut tables = BTreeMap::new();
        for file in File::ALL {
            let needed = match file {
                File::Timetable => true,
                File::Apprentices => need == Need::Apprentices,
                _ => false,
            };
            if needed {
                folder.report_missing(file.name(), findings);
            }
            tables.extend(Table::read(folder, file, findings).map(|table| (file, table)));
        }
        Self { own: tables, shared: None }
    }

    fn get(&self, file: File) -> Option<&Table> {
        self.own.get(&file)
    }

    /// The language that the school sets, else that of its headings.
    fn language(&self, settings: &Settings) -> Option<Language> {
        settings.language().or_else(|| spoken::language(self.own.values()))
    }
}

/// Understands the files in the order in which they need one another.
fn understand(
    tables: &Tables,
    settings: &Settings,
    futures: Futures<'_>,
    findings: &mut Findings,
) -> (School, Almanac, Asked) {
    let mut names = Vocabulary::default();
    let timetable = tables.get(File::Timetable);
    let entries = timetable.map(|table| timetable::read(table, &mut names, findings));
    let entries = entries.unwrap_or_default();
    if let Some(table) = timetable {
        slips::report_cut_ranges(table, &entries, findings);
        lessons::report_unplaced(table, &entries, findings);
    }
    let (grid, bells) = understand_grid(tables, &entries, findings);
    let weeks = weeks(&names);
    let lessons = lessons::build(&entries, &grid, &weeks);
    let most = settings.teacher_max_per_day;
    let teachers = side::teachers(tables.get(File::Teachers), &names, &grid, most, findings);
    let rooms = side::rooms(tables.get(File::Rooms), &mut names, &grid, findings);
    let mut classes = side::classes(tables.get(File::Classes), &mut names, &grid, findings);
    let mut listed = places::read(tables.get(File::Places), &mut names, &grid, findings);
    if let Some(shared) = &tables.shared {
        listed.share(shared, &mut names, &grid, findings);
    }
    if let Some(table) = tables.get(File::Places) {
        places::report_idle(table, tables.get(File::Apprentices), findings);
    }
    let ways = tables.get(File::Travel);
    let travel = travel::read(ways, bells.clone(), &mut names, findings);
    let Pupils { subjects, rows, scenarios } =
        understand_pupils(tables, settings, &mut names, (&entries, &grid, &listed), findings);
    let pupils = tables.get(File::Apprentices);
    let apprentices = rows::united(&rows, pupils, futures, findings);
    let almanac =
        almanac::read(tables, settings.country(), bells, (&names, &weeks, &apprentices), findings);
    let cast = scenarios.iter().flat_map(|scenario| &scenario.apprentices);
    for home in apprentices.iter().chain(cast).map(|one| &one.class) {
        classes.entry(home.clone()).or_default();
    }
    let school = School {
        name: settings.name.clone(),
        language: tables.language(settings).unwrap_or_default(),
        grid,
        weeks,
        classes,
        teachers,
        rooms,
        subjects,
        places: listed.places,
        travel,
        lessons,
        apprentices,
        weights: settings.weights.clone(),
    };
    if let Some(table) = timetable {
        travel::report_torn(&school, table, findings);
    }
    travel::report_missing(&school, timetable, findings);
    let meetings = tables.get(File::Meetings);
    let meetings = meetings.map(|table| meetings::read(table, &school, findings));
    let year = match (futures, pupils) {
        (Futures::Year, Some(table)) => rows::of_year(&rows, table, (&school, &almanac), findings),
        _ => Vec::new(),
    };
    (school, almanac, Asked { scenarios, meetings: meetings.unwrap_or_default(), year })
}

/// The grid; empty, and so unknown, while a fault in the timetable or in `periods.csv` may hide part of it.
fn understand_grid(tables: &Tables, entries: &[Entry], findings: &mut Findings) -> (Grid, Bells) {
    let timetable = tables.get(File::Timetable);
    let periods = tables.get(File::Periods);
    if let (Some(timetable), None) = (timetable, periods) {
        slips::report_lonely_periods(timetable, entries, findings);
    }
    let (grid, bells) = grid::read(periods, entries, findings);
    if tables.get(File::Travel).is_some() {
        grid::require_times(&bells, findings);
    }
    if let Some(table) = timetable {
        timetable::report_allowed(table, entries, &grid, findings);
    }
    if findings.errors() > 0 {
        return (Grid::default(), Bells::new());
    }
    let fits = |entry: &Entry| entry.slots().find(|&slot| !grid.contains(slot));
    for (entry, slot) in entries.iter().filter_map(|entry| Some((entry, fits(entry)?))) {
        let row = timetable.and_then(|table| table.row(entry.row));
        let cell = row.and_then(|row| row.cell(Column::Period));
        if let Some(cell) = cell {
            findings.report(Fault::LessonOutsideGrid { slot }, cell.location());
        }
    }
    (grid, bells)
}

/// The labels found, in order; one empty label where there is none.
fn weeks(names: &Vocabulary) -> Vec<WeekLabel> {
    let mut weeks: Vec<WeekLabel> = names.weeks.all().cloned().collect();
    weeks.sort();
    if weeks.is_empty() { vec![WeekLabel::from("")] } else { weeks }
}

/// What the files say of pupils and subjects.
struct Pupils {
    subjects: BTreeMap<SubjectCode, Subject>,
    /// One for each row of the apprentices.
    rows: Vec<Apprentice>,
    scenarios: Vec<Scenario>,
}

fn understand_pupils(
    tables: &Tables,
    settings: &Settings,
    names: &mut Vocabulary,
    (entries, grid, listed): (&[Entry], &Grid, &Listed),
    findings: &mut Findings,
) -> Pupils {
    let table = tables.get(File::Subjects);
    let lines = subjects::read_lines(table, names, findings);
    let mut core = CoreSubjects::new(settings, &names.subjects, &lines, findings);
    let context = apprentices::Context {
        classes: &names.classes,
        groups: &mut names.groups,
        places: &mut names.places,
        listed,
        trades: &names.trades,
        weights: &settings.weights,
        core: &mut core,
        grid,
        entries,
    };
    let mut reader = Reader::new(context);
    let pupils = tables.get(File::Apprentices);
    let rows = pupils.map(|table| reader.read_all(table, findings)).unwrap_or_default();
    let scenarios = tables
        .get(File::Scenarios)
        .map(|table| {
            // Of pupils who cannot be united it is told where the school is.
            let apprentices = rows::united(&rows, None, Futures::Unasked, &mut Findings::default());
            scenarios::read(table, &mut reader, &apprentices, findings)
        })
        .unwrap_or_default();
    if let Some(timetable) = tables.get(File::Timetable) {
        core.report_unknown(timetable, table, findings);
    }
    let default_most = settings.subject_max_per_day.unwrap_or(Subject::default().max_per_day);
    let subject = |code: &SubjectCode| {
        let own = lines.get(code).and_then(|line| line.max_per_day);
        (code.clone(), Subject { max_per_day: own.unwrap_or(default_most) })
    };
    let subjects = names.subjects.all().chain(lines.keys()).map(subject).collect();
    Pupils { subjects, rows, scenarios }
}
