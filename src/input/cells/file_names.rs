//! What the files of a school folder are called, and which one is meant by a file with another name.

use super::columns::File;
use super::findings::Findings;
use super::text::{fold, plain};

/// Files that are not read here, but belong in a folder: for questions, of answers.
const ELSEWHERE: [&str; 7] = [
    "scenarios.csv",
    "meetings.csv",
    "solution.json",
    "changes.csv",
    "expected.json",
    "expected.txt",
    "thumbs.db",
];
/// What an answer's file of pupils is called.
const OF_ANSWERS: &str = "pupils";
/// Sheets that the program itself writes, and that are no files.
const OWN_SHEETS: [&str; 8] = [
    "away",
    "guide",
    "vejledning",
    "vägledning",
    "ændringer",
    "ändringar",
    "praktikdage",
    "praktikdagar",
];
/// What a sheet of scenarios is called, as [`plain`] writes it.
const SCENARIOS: [&str; 5] = ["scenarios", "scenarier", "scenarie", "scenario", "fremtider"];
const SETTINGS: &str = "school.toml";
const WORKBOOKS: [&str; 5] = ["xlsx", "xls", "xlsm", "ods", "numbers"];
const ENDINGS: [&str; 4] = ["csv", "txt", "tsv", "toml"];
/// What a copy has before or after its name, as [`plain`] writes it.
const COPIES: [&str; 7] = ["kopiaf", "kopiav", "copyof", "kopia", "kopi", "copy", "ny"];

/// What each file is called in Danish and Swedish, as [`plain`] writes it.
const NAMES: [(&str, &[&str]); 12] = [
    (
        "timetable.csv",
        &[
            "timetable",
            "skema",
            "schema",
            "lektioner",
            "lektion",
            "lessons",
            "schedule",
            "timeplan",
        ],
    ),
    (
        "apprentices.csv",
        &[
            "apprentices",
            "elever",
            "elev",
            "pupils",
            "students",
            "juniormestre",
            "juniormester",
            "praktikanter",
            "praktikelever",
            "praktik",
        ],
    ),
    ("teachers.csv", &["teachers", "laerere", "laerer", "larere", "larer", "larare"]),
    ("rooms.csv", &["rooms", "lokaler", "lokale", "salar", "sal", "lokal", "rum"]),
    ("classes.csv", &["classes", "klasser", "klasse", "klass"]),
    ("subjects.csv", &["subjects", "fag", "amnen", "amne", "kurser"]),
    ("periods.csv", &["periods", "perioder", "lektionstider", "ringetider", "tider", "moduler"]),
    (
        "places.csv",
        &[
            "places",
            "steder",
            "praktiksteder",
            "praktikpladser",
            "praktikplatser",
            "platser",
            "virksomheder",
            "foretag",
        ],
    ),
    (
        "calendar.csv",
        &[
            "calendar",
            "kalender",
            "ferieplan",
            "skolekalender",
            "lasar",
            "lasarstider",
            "laesarstider",
        ],
    ),
    ("travel.csv", &["travel", "veje", "transport", "rejsetider", "vagar", "resor", "restider"]),
    (
        "absences.csv",
        &[
            "absences",
            "fravaer",
            "fravar",
            "franvaro",
            "aplveckor",
            "praktikuger",
            "ugervaek",
            "lejrskole",
        ],
    ),
    (SETTINGS, &["school", "skole", "skola", "settings", "indstillinger", "installningar"]),
];

/// Whether a file is read, or is none of the reader's business.
pub(in crate::input) fn is_known(name: &str) -> bool {
    let folded = fold(name);
    let is_read = NAMES.iter().any(|(known, _)| *known == folded);
    let is_own = ELSEWHERE.contains(&folded.as_str());
    is_read || is_own || folded.starts_with("readme") || folded.starts_with('.')
}

/// Whether a file is a workbook by its name.
pub(in crate::input) fn is_workbook(name: &str) -> bool {
    fold(name).rsplit_once('.').is_some_and(|(_, ending)| WORKBOOKS.contains(&ending))
}

/// Whether a workbook by that name is read.
pub(in crate::input) fn is_readable_workbook(name: &str) -> bool {
    in_place_of(name).is_some()
}

/// The file in whose place a workbook is read: `timetable.xlsx` → `timetable.csv`.
pub(in crate::input) fn in_place_of(name: &str) -> Option<String> {
    fold(name).strip_suffix(".xlsx").map(|stem| format!("{stem}.csv"))
}

/// Whether a file has columns.
pub(in crate::input) fn is_table(name: &str) -> bool {
    File::ALL.into_iter().any(|file| file.name() == name)
}

/// The file that a workbook's sheet is read as, by its name in English, Danish or Swedish.
pub(in crate::input) fn of_sheet(name: &str) -> Option<&'static str> {
    let plain = plain(name);
    NAMES.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(file, _)| *file)
}

/// The file that a file with columns is read as, by its name in Danish or Swedish: `Skema.csv` → `timetable.csv`.
pub(in crate::input) fn of_file(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let stem = folded.strip_suffix(".csv").filter(|stem| *stem != OF_ANSWERS)?;
    of_sheet(stem).filter(|file| is_table(file))
}

/// Whether a sheet holds scenarios by its name.
pub(in crate::input) fn is_of_scenarios(name: &str) -> bool {
    SCENARIOS.contains(&plain(name).as_str())
}

/// Whether a sheet is one that the program itself writes, or that belongs in a folder but is read elsewhere.
pub(in crate::input) fn is_own_sheet(name: &str) -> bool {
    OWN_SHEETS.contains(&fold(name).as_str())
        || is_of_scenarios(name)
        || ELSEWHERE.contains(&format!("{}.csv", fold(name)).as_str())
}

/// The file that is most likely meant by one of another name.
pub(in crate::input) fn meant(name: &str, findings: &mut Findings) -> Option<&'static str> {
    let known = || File::ALL.into_iter().map(File::name).chain([SETTINGS]);
    let stem = stem(name);
    let named =
        |(file, names): &(&'static str, &[&str])| names.contains(&stem.as_str()).then_some(*file);
    let exact = NAMES.iter().find_map(named);
    let exact = exact.or_else(|| findings.nearest(&fold(name), known()));
    exact.or_else(|| {
        let all = NAMES.iter().flat_map(|(_, names)| names.iter().copied());
        let nearest = findings.nearest(&stem, all)?;
        NAMES.iter().find(|(_, names)| names.contains(&nearest)).map(|(file, _)| *file)
    })
}

/// A name without endings, marks of copies and numbers: `Kopi af Lærere (2).csv.txt` → `laerere`.
fn stem(name: &str) -> String {
    let mut rest = fold(name);
    while let Some((before, ending)) = rest.rsplit_once('.')
        && (ENDINGS.contains(&ending) || WORKBOOKS.contains(&ending))
    {
        rest = before.to_owned();
    }
    let mut stem: String = plain(&rest).chars().filter(|sign| !sign.is_numeric()).collect();
    for copy in COPIES {
        let bare = stem.strip_prefix(copy).or_else(|| stem.strip_suffix(copy));
        stem = bare.filter(|bare| !bare.is_empty()).map(ToOwned::to_owned).unwrap_or(stem);
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_that_is_meant_is_found_in_three_languages_and_through_copies() {
        for (name, expected) in [
            ("lærere.csv", "teachers.csv"),
            ("la\u{308}rare.csv", "teachers.csv"),
            ("Lokaler.csv", "rooms.csv"),
            ("skema.csv", "timetable.csv"),
            ("schema 2025.csv", "timetable.csv"),
            ("fag.csv", "subjects.csv"),
            ("ämnen.csv", "subjects.csv"),
            ("elever.csv", "apprentices.csv"),
            ("steder.csv", "places.csv"),
            ("periods (1).csv", "periods.csv"),
            ("teachers.csv.csv", "teachers.csv"),
            ("teachers.xlsx", "teachers.csv"),
            ("rooms.txt", "rooms.csv"),
            ("school.toml.txt", "school.toml"),
            ("Kopi af teachers.csv", "teachers.csv"),
            ("teachers - kopi.csv", "teachers.csv"),
            ("teacher.csv", "teachers.csv"),
            ("timetabel.csv", "timetable.csv"),
        ] {
            assert_eq!(meant(name, &mut Findings::default()), Some(expected), "{name}");
        }
        assert_eq!(meant("referat af moede.docx", &mut Findings::default()), None);
    }
}
