//! What came of an import: every row accounted for, and what the school looks like that was made.
//!
//! A wrong import that looks right is the danger, so the school is described as the program reads it back.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use itertools::Itertools;
use serde::Serialize;
use serde_json::Value;

use super::diagnostics::place;
use super::text::table::{Side, Table};
use super::words::{Naming, words};
use crate::check::Breach;
use crate::diagnostic::{Diagnostic, Fault};
use crate::domain::{ClassName, Language, Lesson, School, Slot, Week, Weeks};
use crate::import::{Bells, Ledger};
use crate::input::Loaded;

/// The most classes that are listed.
const MOST_CLASSES: usize = 60;
/// The most faults that are listed for programs: rows of a wrong column can clash a million times.
const MOST_FAULTS: usize = 1000;

/// A school that was imported.
#[derive(Clone, Copy, Debug)]
pub struct Arrival<'a> {
    /// The folder that was made, as it is to be shown.
    pub folder: &'a str,
    /// What became of the rows.
    pub ledger: &'a Ledger,
    /// When periods begin and end.
    pub bells: &'a Bells,
    /// The folder as it is read.
    pub loaded: &'a Loaded,
    /// The faults of its baseline.
    pub faults: &'a [Breach],
}

/// What a school has, in numbers.
#[derive(Serialize)]
struct Look {
    classes: usize,
    teachers: usize,
    rooms: usize,
    lessons: usize,
    doubles: usize,
    bands: usize,
    locked: usize,
    #[serde(skip)]
    names: Vec<(ClassName, Vec<usize>)>,
}

impl Look {
    fn of(school: &School) -> Self {
        let names = periods(school);
        let count =
            |is: fn(&Lesson) -> bool| school.lessons.iter().filter(|&lesson| is(lesson)).count();
        Self {
            classes: names.len(),
            teachers: school.teachers.len(),
            rooms: school.rooms.len(),
            lessons: school.lessons.len(),
            doubles: count(|lesson| lesson.length() > 1),
            bands: count(is_band),
            locked: count(|lesson| lesson.locked),
            names,
        }
    }
}

/// Whether several rows happen at once.
fn is_band(lesson: &Lesson) -> bool {
    !lesson.pieces.iter().map(|piece| piece.offset).all_unique()
}

/// Each class's periods with a lesson, week by week. Classes with nothing but one locked lesson are none of a school's.
fn periods(school: &School) -> Vec<(ClassName, Vec<usize>)> {
    let mut slots: BTreeMap<&ClassName, BTreeSet<(Week, Option<Slot>)>> = BTreeMap::new();
    let mut lessons: BTreeMap<&ClassName, (usize, bool)> = BTreeMap::new();
    for lesson in &school.lessons {
        for class in lesson.classes() {
            let known = lessons.entry(class).or_insert((0, true));
            *known = (known.0 + 1, known.1 && lesson.locked);
        }
        for piece in &lesson.pieces {
            for class in &piece.classes {
                let slot = lesson.start.later(piece.offset);
                let weeks = piece.weeks.iter().map(|week| (week, slot));
                slots.entry(class).or_default().extend(weeks);
            }
        }
    }
    let is_real = |class: &ClassName| lessons.get(class).is_some_and(|&known| known != (1, true));
    let count = |slots: &BTreeSet<(Week, Option<Slot>)>, week: Week| {
        slots.iter().filter(|(own, _)| *own == week).count()
    };
    let weeks: Vec<Week> = Weeks::all(school.weeks.len()).iter().collect();
    let real = slots.into_iter().filter(|(class, _)| is_real(class));
    real.map(|(class, slots)| {
        (class.clone(), weeks.iter().map(|&week| count(&slots, week)).collect())
    })
    .collect()
}

/// The codes of which nobody said whether they are core subjects.
fn undecided(loaded: &Loaded) -> Vec<String> {
    let codes = loaded.diagnostics.iter().filter_map(|found| match &found.fault {
        Fault::SubjectsUnknown { codes, .. } => Some(codes.clone()),
        _ => None,
    });
    codes.flatten().collect()
}

/// The account and the school, for a person.
#[must_use]
pub fn text(arrival: Arrival<'_>, language: Language) -> String {
    let said = Said::in_language(language);
    let mut text =
        format!("{}: {}\n{}\n", said.made, arrival.folder, account(arrival.ledger, said));
    let Some(school) = &arrival.loaded.outline else { return text + said.unreadable + "\n" };
    let look = Look::of(school);
    let mut numbers = Table::new([Side::Right, Side::Left]);
    let rows = [
        (look.classes, said.classes),
        (look.teachers, said.teachers),
        (look.rooms, said.rooms),
        (look.lessons, said.lessons),
        (look.doubles, said.doubles),
        (look.bands, said.bands),
        (look.locked, said.locked),
    ];
    for (number, noun) in rows {
        numbers.push([&number, &noun]);
    }
    let _ = write!(
        text,
        "\n{}\n{}\n{}",
        numbers.render("  "),
        said.periods,
        class_table(&look).render("  ")
    );
    let codes = undecided(arrival.loaded);
    if !codes.is_empty() {
        let _ = write!(text, "\n{}: {}\n", said.undecided, codes.join(" "));
    }
    if arrival.bells.is_empty() {
        let _ = write!(text, "\n{}\n", said.silent);
    }
    if !arrival.faults.is_empty() {
        let _ = write!(text, "\n{}: {}\n", said.faults, arrival.faults.len());
    }
    text
}

fn account(ledger: &Ledger, said: &Said) -> String {
    let rejected = ledger.rejected.len();
    format!(
        "{} {} = {} {} + {rejected} {}",
        ledger.rows(),
        said.rows,
        ledger.used,
        said.used,
        said.rejected
    )
}

fn class_table(look: &Look) -> Table<2> {
    let mut table = Table::new([Side::Left, Side::Right]);
    for (class, weeks) in look.names.iter().take(MOST_CLASSES) {
        table.push([class, &weeks.iter().join(" / ")]);
    }
    if look.names.len() > MOST_CLASSES {
        table.push([&"…", &format!("+{}", look.names.len() - MOST_CLASSES)]);
    }
    table
}

#[derive(Serialize)]
struct Told {
    folder: String,
    rows: Rows,
    rejected: Vec<Note>,
    notes: Vec<Note>,
    school: Option<Look>,
    periods_a_week: BTreeMap<String, Vec<usize>>,
    has_times: bool,
    undecided_subjects: Vec<String>,
    diagnostics: Vec<Note>,
    faults: Vec<Note>,
    fault_count: usize,
}

#[derive(Serialize)]
struct Rows {
    read: usize,
    used: usize,
    rejected: usize,
}

#[derive(Serialize)]
struct Note {
    code: &'static str,
    message: String,
    file: String,
    line: Option<u32>,
}

impl Note {
    fn of(diagnostic: &Diagnostic, language: Language) -> Self {
        Self {
            code: diagnostic.fault.code(),
            message: diagnostic.message(language),
            file: diagnostic.place.file.clone(),
            line: diagnostic.place.line,
        }
    }
}

/// The same, for programs.
#[must_use]
pub fn json(arrival: Arrival<'_>, language: Language) -> String {
    let Arrival { folder, ledger, bells, loaded, faults } = arrival;
    let notes = |found: &[Diagnostic]| found.iter().map(|one| Note::of(one, language)).collect();
    let look = loaded.outline.as_ref().map(Look::of);
    let names = look.iter().flat_map(|look| &look.names);
    let told = Told {
        folder: folder.to_owned(),
        rows: Rows { read: ledger.rows(), used: ledger.used, rejected: ledger.rejected.len() },
        rejected: notes(&ledger.rejected),
        notes: notes(&ledger.notes),
        has_times: !bells.is_empty(),
        periods_a_week: names.map(|(class, weeks)| (class.to_string(), weeks.clone())).collect(),
        school: look,
        undecided_subjects: undecided(loaded),
        diagnostics: notes(&loaded.diagnostics),
        faults: breaches(loaded, faults, language),
        fault_count: faults.len(),
    };
    written(&told)
}

/// Class lists that were made, for a person or for programs.
#[must_use]
pub fn class_lists(file: &str, ledger: &Ledger, language: Language) -> [String; 2] {
    let said = Said::in_language(language);
    let text = format!("{}: {file}\n{}\n", said.lists, account(ledger, said));
    let notes = |found: &[Diagnostic]| -> Vec<Note> {
        found.iter().map(|one| Note::of(one, language)).collect()
    };
    let json = serde_json::json!({
        "file": file,
        "rows": Rows { read: ledger.rows(), used: ledger.used, rejected: ledger.rejected.len() },
        "rejected": notes(&ledger.rejected),
        "notes": notes(&ledger.notes),
    });
    [text, written(&json)]
}

/// An import of which nothing came.
#[must_use]
pub fn refused(ledger: &Ledger, language: Language) -> String {
    let notes: Vec<Note> = ledger.notes.iter().map(|one| Note::of(one, language)).collect();
    written(&serde_json::json!({ "folder": Value::Null, "notes": notes }))
}

fn written(told: &impl Serialize) -> String {
    serde_json::to_string_pretty(told).unwrap_or_default() + "\n"
}

fn breaches(loaded: &Loaded, faults: &[Breach], language: Language) -> Vec<Note> {
    let Some(school) = &loaded.outline else { return Vec::new() };
    let naming = Naming { school, words: words(language) };
    let note = |breach: &Breach| {
        let (file, line) = place(breach, school);
        let message = naming.words.breach(breach, &naming);
        Note { code: breach.rule().code(), message, file: file.to_owned(), line }
    };
    faults.iter().take(MOST_FAULTS).map(note).collect()
}

/// The words of a language.
struct Said {
    made: &'static str,
    lists: &'static str,
    rows: &'static str,
    used: &'static str,
    rejected: &'static str,
    unreadable: &'static str,
    classes: &'static str,
    teachers: &'static str,
    rooms: &'static str,
    lessons: &'static str,
    doubles: &'static str,
    bands: &'static str,
    locked: &'static str,
    periods: &'static str,
    undecided: &'static str,
    silent: &'static str,
    faults: &'static str,
}

impl Said {
    const fn in_language(language: Language) -> &'static Self {
        match language {
            Language::Danish => &DANISH,
            Language::Swedish => &SWEDISH,
            Language::English => &ENGLISH,
        }
    }
}

static DANISH: Said = Said {
    made: "ny skolemappe",
    lists: "klasselister; kopiér eleverne i praktik til apprentices.csv og skriv hvornår de er væk",
    rows: "rækker",
    used: "brugt",
    rejected: "afvist",
    unreadable: "mappen kan ikke læses endnu; se fejlene",
    classes: "klasser",
    teachers: "lærere",
    rooms: "lokaler",
    lessons: "lektioner",
    doubles: "heraf over flere lektioner i træk",
    bands: "heraf bånd med flere rækker på én gang",
    locked: "heraf låste",
    periods: "Lektioner om ugen",
    undecided: "Er det kernefag? Skriv dem i subjects.csv",
    silent: "Filerne har ingen ringetider; planer og kalendere skal have start og slut i periods.csv",
    faults: "Fejl i skemaet (check viser dem)",
};
static SWEDISH: Said = Said {
    made: "ny skolmapp",
    lists: "klasslistor; kopiera eleverna på praktik till apprentices.csv och skriv när de är borta",
    rows: "rader",
    used: "använda",
    rejected: "avvisade",
    unreadable: "mappen kan inte läsas än; se felen",
    classes: "klasser",
    teachers: "lärare",
    rooms: "salar",
    lessons: "lektioner",
    doubles: "varav över flera lektioner i rad",
    bands: "varav block med flera rader på en gång",
    locked: "varav låsta",
    periods: "Lektioner i veckan",
    undecided: "Är det kärnämnen? Skriv dem i subjects.csv",
    silent: "Filerna har inga ringtider; planer och kalendrar behöver start och slut i periods.csv",
    faults: "Fel i schemat (check visar dem)",
};
static ENGLISH: Said = Said {
    made: "new school folder",
    lists: "class lists; copy the apprentices into apprentices.csv and say when they are away",
    rows: "rows",
    used: "used",
    rejected: "rejected",
    unreadable: "the folder cannot be read yet; see the errors",
    classes: "classes",
    teachers: "teachers",
    rooms: "rooms",
    lessons: "lessons",
    doubles: "of them over several periods",
    bands: "of them bands of several rows at once",
    locked: "of them locked",
    periods: "Periods a week",
    undecided: "Core subjects or not? Say so in subjects.csv",
    silent: "The files have no bells; plans and calendars need start and end in periods.csv",
    faults: "Faults of the timetable (check shows them)",
};
