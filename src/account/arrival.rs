//! What came of an import: every row accounted for, and what the school looks like that was made.
//!
//! A wrong import that looks right is the danger, so the school is described as the program reads it back.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use itertools::Itertools;
use serde_json::{Value, json};

use super::reading;
use crate::check::Breach;
use crate::diagnostic::Diagnostic;
use crate::domain::Language;
use crate::import::look::{Look, undecided};
use crate::import::{Bells, Format, Ledger, Reading};
use crate::input::Loaded;
use crate::report::json::{broken, fault, written};
use crate::report::text::table::{Side, Table};
use crate::report::words::Naming;
use crate::words::{labels, say};

/// The most classes that are listed.
const MOST_CLASSES: usize = 60;
/// The most faults that are listed for programs: rows of a wrong column can clash a million times.
const MOST_FAULTS: usize = 1000;

/// A school that was imported.
#[derive(Clone, Copy, Debug)]
pub struct Arrival<'a> {
    /// The folder that was made, as it is to be shown.
    pub folder: &'a str,
    /// What the files were taken for.
    pub format: Format,
    /// How grids were read, if the files have any.
    pub reading: Option<&'a Reading>,
    /// What became of the rows.
    pub ledger: &'a Ledger,
    /// When periods begin and end.
    pub bells: &'a Bells,
    /// The folder as it is read.
    pub loaded: &'a Loaded,
    /// The faults of its baseline.
    pub faults: &'a [Breach],
}

/// The account and the school, for a person.
#[must_use]
pub fn text(arrival: Arrival<'_>, language: Language) -> String {
    let said = Account::of(language);
    let mut text = format!(
        "{}: {}\n{}: {}\n{}\n",
        said.made,
        arrival.folder,
        said.taken,
        reading::taken_for(arrival.format, language),
        account(arrival.ledger, said)
    );
    text += &arrival.reading.map_or_else(String::new, |read| reading::text(read, language));
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
        let _ = write!(text, "\n{}: {}\n", said.undecided, kinds(&codes).join(" "));
    }
    if arrival.bells.is_empty() {
        let _ = write!(text, "\n{}\n", said.silent);
    }
    if !arrival.faults.is_empty() {
        let _ = write!(text, "\n{}: {}\n", said.faults, arrival.faults.len());
    }
    text
}

/// What files were taken for that are asked about without being imported; a line each for what is known.
#[must_use]
pub fn taken(format: Format, read: Option<&Reading>, language: Language) -> String {
    let said = Account::of(language);
    let reading = read.map_or_else(String::new, |read| reading::text(read, language));
    format!("{}: {}\n{reading}\n", said.taken, reading::taken_for(format, language))
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
    for (class, weeks) in look.periods.iter().take(MOST_CLASSES) {
        table.push([class, &weeks.iter().join(" / ")]);
    }
    if look.periods.len() > MOST_CLASSES {
        table.push([&"…", &format!("+{}", look.periods.len() - MOST_CLASSES)]);
    }
    table
}

/// The rows in numbers, for programs.
fn rows(ledger: &Ledger) -> Value {
    let rejected = ledger.rejected.len();
    json!({ "read": ledger.rows(), "used": ledger.used, "rejected": rejected })
}

/// What the school has in numbers, for programs.
fn numbers(look: &Look) -> Value {
    json!({
        "classes": look.classes,
        "teachers": look.teachers,
        "rooms": look.rooms,
        "lessons": look.lessons,
        "doubles": look.doubles,
        "bands": look.bands,
        "locked": look.locked,
    })
}

/// The same, for programs.
#[must_use]
pub fn json(arrival: Arrival<'_>, language: Language) -> String {
    let Arrival { folder, format, reading, ledger, bells, loaded, faults } = arrival;
    let look = loaded.outline.as_ref().map(Look::of);
    let names = look.iter().flat_map(|look| &look.periods);
    let periods: BTreeMap<String, &Vec<usize>> =
        names.map(|(class, weeks)| (class.to_string(), weeks)).collect();
    written(&json!({
        "folder": folder,
        "format": format.name(),
        "reading": reading.map(reading::json),
        "rows": rows(ledger),
        "rejected": notes(&ledger.rejected, language),
        "notes": notes(&ledger.notes, language),
        "school": look.as_ref().map(numbers),
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

fn notes(found: &[Diagnostic], language: Language) -> Vec<Value> {
    found.iter().map(|diagnostic| fault(diagnostic, language)).collect()
}

fn breaches(loaded: &Loaded, faults: &[Breach], language: Language) -> Vec<Value> {
    let Some(school) = &loaded.outline else { return Vec::new() };
    let naming = Naming::new(school, language);
    faults.iter().take(MOST_FAULTS).map(|breach| broken(breach, &naming)).collect()
}

labels! {
    /// The words of the account.
    struct Account {
        made: "ny skolemappe", "ny skolmapp", "new school folder";
        taken: "læst som", "läst som", "read as";
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

/// So many courses that are told apart by a number alone are asked about at once.
const ALIKE: usize = 4;

/// Subjects, those of one kind at once: of `MA1`, `MA2`, `MA3`, `MA4` there is `MA* (4)`, which `--core` understands.
#[must_use]
pub fn kinds<'s>(subjects: impl IntoIterator<Item = &'s (impl AsRef<str> + 's)>) -> Vec<String> {
    let stem = |subject: &'s str| subject.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let mut kinds: Vec<(&str, Vec<&str>)> = Vec::new();
    for subject in subjects.into_iter().map(AsRef::as_ref) {
        match kinds.iter_mut().find(|(known, _)| *known == stem(subject)) {
            Some((_, alike)) => alike.push(subject),
            None => kinds.push((stem(subject), vec![subject])),
        }
    }
    let told = kinds.into_iter().flat_map(|(stem, alike)| match alike.len() {
        ALIKE.. if !stem.is_empty() => vec![format!("{stem}* ({})", alike.len())],
        _ => alike.into_iter().map(ToOwned::to_owned).collect(),
    });
    told.collect()
}

/// Asks of which subjects no lesson may be missed; whoever answers with nothing leaves it at the usual ones.
#[must_use]
pub fn ask_for_required(subjects: &str, language: Language) -> String {
    say!(
        language,
        "Fag i skemaet: {subjects}\nI hvilke må en elev i praktik ikke miste en lektion? (f.eks. DAN,MAT; Enter: dansk og matematik) ",
        "Ämnen i schemat: {subjects}\nI vilka får en elev på praktik inte missa någon lektion? (t.ex. SV,MA; Enter: svenska och matematik) ",
        "Subjects of the timetable: {subjects}\nIn which may an apprentice miss no lesson? (e.g. DAN,MAT; Enter: the usual ones) "
    )
}

/// Asks of which subjects lessons should rather not be missed.
#[must_use]
pub fn ask_for_desired(language: Language) -> String {
    say!(
        language,
        "I hvilke helst ikke? (f.eks. ENG; Enter: ingen) ",
        "I vilka helst inte? (t.ex. EN; Enter: inga) ",
        "In which rather not? (e.g. ENG; Enter: none) "
    )
}

#[cfg(test)]
mod tests {
    use super::kinds;

    #[test]
    fn courses_that_differ_by_a_number_are_asked_about_at_once() {
        let subjects = ["DAN", "MA1", "MA2", "FY1", "MA3", "MA10", "1", "2", "3", "4"];
        assert_eq!(kinds(&subjects), ["DAN", "MA* (4)", "FY1", "1", "2", "3", "4"]);
    }
}
