//! What came of an import: every row accounted for, and what the school looks like that was made.
//!
//! A wrong import that looks right is the danger, so the school is described as the program reads it back.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use itertools::Itertools;
use serde::Serialize;
use serde_json::{Value, json};

use super::json::{Note, written};
use super::text::table::{Side, Table};
use super::words::Naming;
use crate::check::Breach;
use crate::diagnostic::{Diagnostic, Fault};
use crate::domain::{ClassName, Language, Lesson, School, Slot, Week, Weeks};
use crate::import::{Bells, Ledger};
use crate::input::Loaded;
use crate::words::labels;

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
                let slot = lesson.start.and_then(|start| start.later(piece.offset));
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
    let said = Account::of(language);
    let mut text =
        format!("{}: {}\n{}\n", said.made, arrival.folder, account(arrival.ledger, said));
    let Some(school) = &arrival.loaded.outline else { return text + said.unreadable + "\n" };
    let look = Look::of(school);
    let mut numbers = Table::new([Side::Right, Side::Left]);
    numbers.push([&look.classes, &said.classes]);
    numbers.push([&look.teachers, &said.teachers]);
    numbers.push([&look.rooms, &said.rooms]);
    numbers.push([&look.lessons, &said.lessons]);
    numbers.push([&look.doubles, &said.doubles]);
    numbers.push([&look.bands, &said.bands]);
    numbers.push([&look.locked, &said.locked]);
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

fn account(ledger: &Ledger, said: &Account) -> String {
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

/// The rows in numbers, for programs.
fn rows(ledger: &Ledger) -> Value {
    let rejected = ledger.rejected.len();
    json!({ "read": ledger.rows(), "used": ledger.used, "rejected": rejected })
}

/// The same, for programs.
#[must_use]
pub fn json(arrival: Arrival<'_>, language: Language) -> String {
    let Arrival { folder, ledger, bells, loaded, faults } = arrival;
    let look = loaded.outline.as_ref().map(Look::of);
    let names = look.iter().flat_map(|look| &look.names);
    let periods: BTreeMap<String, &Vec<usize>> =
        names.map(|(class, weeks)| (class.to_string(), weeks)).collect();
    written(&json!({
        "folder": folder,
        "rows": rows(ledger),
        "rejected": notes(&ledger.rejected, language),
        "notes": notes(&ledger.notes, language),
        "school": look,
        "periods_a_week": periods,
        "has_times": !bells.is_empty(),
        "undecided_subjects": undecided(loaded),
        "diagnostics": notes(&loaded.diagnostics, language),
        "faults": breaches(loaded, faults, language),
        "fault_count": faults.len(),
    }))
}

/// Class lists that were made, for a person or for programs.
#[must_use]
pub fn class_lists(file: &str, ledger: &Ledger, language: Language) -> [String; 2] {
    let said = Account::of(language);
    let text = format!("{}: {file}\n{}\n", said.lists, account(ledger, said));
    let json = json!({
        "file": file,
        "rows": rows(ledger),
        "rejected": notes(&ledger.rejected, language),
        "notes": notes(&ledger.notes, language),
    });
    [text, written(&json)]
}

/// An import of which nothing came.
#[must_use]
pub fn refused(ledger: &Ledger, language: Language) -> String {
    written(&json!({ "folder": null, "notes": notes(&ledger.notes, language) }))
}

fn notes(found: &[Diagnostic], language: Language) -> Vec<Note> {
    found.iter().map(|diagnostic| Note::of(diagnostic, language)).collect()
}

fn breaches(loaded: &Loaded, faults: &[Breach], language: Language) -> Vec<Note> {
    let Some(school) = &loaded.outline else { return Vec::new() };
    let naming = Naming::new(school, language);
    faults.iter().take(MOST_FAULTS).map(|breach| Note::new(breach, &naming)).collect()
}

labels! {
    /// The words of the account.
    struct Account {
        made: "ny skolemappe", "ny skolmapp", "new school folder";
        lists:
            "klasselister; kopiér eleverne i praktik til apprentices.csv og skriv hvornår de er væk",
            "klasslistor; kopiera eleverna på praktik till apprentices.csv och skriv när de är borta",
            "class lists; copy the apprentices into apprentices.csv and say when they are away";
        rows: "rækker", "rader", "rows";
        used: "brugt", "använda", "used";
        rejected: "afvist", "avvisade", "rejected";
        unreadable:
            "mappen kan ikke læses endnu; se fejlene",
            "mappen kan inte läsas än; se felen",
            "the folder cannot be read yet; see the errors";
        classes: "klasser", "klasser", "classes";
        teachers: "lærere", "lärare", "teachers";
        rooms: "lokaler", "salar", "rooms";
        lessons: "lektioner", "lektioner", "lessons";
        doubles:
            "heraf over flere lektioner i træk",
            "varav över flera lektioner i rad",
            "of them over several periods";
        bands:
            "heraf bånd med flere rækker på én gang",
            "varav block med flera rader på en gång",
            "of them bands of several rows at once";
        locked: "heraf låste", "varav låsta", "of them locked";
        periods: "Lektioner om ugen", "Lektioner i veckan", "Periods a week";
        undecided:
            "Er det kernefag? Skriv dem i subjects.csv",
            "Är det kärnämnen? Skriv dem i subjects.csv",
            "Core subjects or not? Say so in subjects.csv";
        silent:
            "Filerne har ingen ringetider; planer og kalendere skal have start og slut i periods.csv",
            "Filerna har inga ringtider; planer och kalendrar behöver start och slut i periods.csv",
            "The files have no bells; plans and calendars need start and end in periods.csv";
        faults:
            "Fejl i skemaet (check viser dem)",
            "Fel i schemat (check visar dem)",
            "Faults of the timetable (check shows them)";
    }
}
