//! Every fault has a folder in `fixtures/broken-input` that has it, or is made here on the spot.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf, is_separator};

use mesterskema::diagnostic::{Diagnostic, Fault, Gathering, Placing, Severity, Undated, Wording};
use mesterskema::domain::Language;
use mesterskema::input::{
    Need, load, load_proposal, load_with_meetings, load_with_scenarios, load_year,
};

use crate::input_folder::{APPRENTICES, TIMETABLE, codes, folder, loaded, write};
use crate::passed_over::pass_over;

/// Faults that no folder under version control can have everywhere.
const MADE_ON_THE_SPOT: [&str; 11] = [
    // Of districts: see `district::command`.
    "place-shared",
    "place-in-two",
    "folder-missing",
    "folder-is-file",
    "folder-unreadable",
    "file-irregular",
    "file-twice",
    "file-unreadable",
    "file-too-large",
    "too-many-rows",
    "more-faults",
];

fn fixtures() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/broken-input");
    let mut folders: Vec<PathBuf> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

/// The faults of a folder, and those of the proposal in it if there is one.
fn diagnose(folder: &Path) -> Vec<Diagnostic> {
    let scenarios = folder.join("scenarios.csv");
    if scenarios.exists() {
        return load_with_scenarios(folder, &scenarios).0.diagnostics;
    }
    let meetings = folder.join("meetings.csv");
    if meetings.exists() {
        return load_with_meetings(folder, &meetings).0.diagnostics;
    }
    if name(folder).starts_with("year-") {
        return load_year(folder).0.diagnostics;
    }
    let loaded = load(folder, Need::Apprentices);
    let proposal = folder.join("proposal");
    if !proposal.exists() {
        return loaded.diagnostics;
    }
    assert!(loaded.school.is_some(), "{}: {:#?}", folder.display(), loaded.diagnostics);
    load_proposal(&loaded.school.unwrap(), &loaded.sheet.unwrap(), &proposal).1
}

/// The faults, with the files of a proposal by their path within the folder.
fn list(folder: &Path, diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for Diagnostic { fault, severity, location } in diagnostics {
        let line = location.line.map(|line| format!(":{line}")).unwrap_or_default();
        let column =
            location.column.as_ref().map(|column| format!(" {column}")).unwrap_or_default();
        let file = location.file.strip_prefix(&*folder.to_string_lossy());
        let file =
            file.map_or(location.file.as_str(), |within| within.trim_start_matches(is_separator));
        writeln!(text, "{} {} {file}{line}{column}", severity.code(), fault.code()).unwrap();
    }
    text
}

#[test]
fn every_broken_folder_has_exactly_the_faults_that_it_says() {
    let mut wrong = String::new();
    for folder in fixtures() {
        let expected = fs::read_to_string(folder.join("expected.txt")).unwrap_or_default();
        let found = list(&folder, &diagnose(&folder));
        if found != expected {
            writeln!(wrong, "{}\nexpected\n{expected}found\n{found}", folder.display()).unwrap();
            if std::env::var_os("UPDATE_EXPECTED").is_some() {
                write(&folder, "expected.txt", found.as_bytes());
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_fault_is_shown_by_a_folder_of_its_name() {
    let named: BTreeSet<String> = fixtures()
        .iter()
        .filter(|folder| codes(&diagnose(folder)).contains(&name(folder).as_str()))
        .map(|folder| name(folder))
        .chain(MADE_ON_THE_SPOT.map(ToOwned::to_owned))
        .collect();
    let codes = Fault::CODES.iter().chain(Undated::CODES).chain(Placing::CODES);
    let codes = codes.chain(Gathering::CODES);
    let codes: BTreeSet<String> = codes.map(|&code| code.to_owned()).collect();
    assert_eq!(named, codes);
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap().to_string_lossy().into_owned()
}

#[test]
fn every_fault_has_words_in_every_language() {
    for diagnostic in fixtures().iter().flat_map(|folder| diagnose(folder)) {
        let said: BTreeSet<String> =
            Language::ALL.iter().map(|&language| diagnostic.wording(language).message).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        for language in Language::ALL {
            let Wording { message, help } = diagnostic.wording(language);
            assert!(!message.contains('{'), "{said:?}");
            assert_eq!(help.is_some(), diagnostic.wording(Language::English).help.is_some());
            assert_ne!(help.as_deref(), Some(""));
        }
    }
}

#[test]
fn an_excerpt_points_into_its_line() {
    for diagnostic in fixtures().iter().flat_map(|folder| diagnose(folder)) {
        if let Some(excerpt) = &diagnostic.location.excerpt {
            assert!(excerpt.text.get(excerpt.span.clone()).is_some(), "{diagnostic:?}");
        }
    }
}

#[test]
fn no_digit_of_a_personal_number_is_ever_shown() {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/broken-input/personal-number");
    let loaded = load(&folder, Need::Apprentices);
    let mut shown = format!("{loaded:?}");
    for diagnostic in &loaded.diagnostics {
        for language in Language::ALL {
            let Wording { message, help } = diagnostic.wording(language);
            shown += &message;
            shown += &help.unwrap_or_default();
        }
    }
    for number in ["311299", "991231", "4512345678", "0001", "0002", "0008"] {
        assert!(!shown.contains(number), "{number} is shown");
    }
    assert!(loaded.school.is_none());
}

#[test]
fn a_school_is_there_unless_there_is_an_error() {
    for folder in fixtures() {
        let loaded = load(&folder, Need::Apprentices);
        let errors = loaded.diagnostics.iter().any(|found| found.severity == Severity::Error);
        assert_eq!(loaded.school.is_none(), errors, "{}", folder.display());
    }
}

#[test]
fn a_folder_that_is_not_there_is_said_to_be_missing() {
    let loaded = load(Path::new("/no/such/school"), Need::TimetableOnly);
    assert_eq!(codes(&loaded.diagnostics), ["folder-missing"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_listed_is_said_to_be_unreadable() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = folder(&[("timetable.csv", TIMETABLE.as_bytes())]);
    let round = folder.path().join("round");
    symlink(&round, &round).unwrap();
    assert_eq!(codes(&load(&round, Need::TimetableOnly).diagnostics), ["folder-unreadable"]);
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read_dir(&closed).is_ok() {
        pass_over("a folder that nobody may read");
        return;
    }
    assert_eq!(codes(&load(&closed, Need::TimetableOnly).diagnostics), ["folder-unreadable"]);
}

#[test]
fn a_file_given_as_a_school_is_said_to_be_a_file() {
    let folder = folder(&[("timetable.csv", TIMETABLE.as_bytes())]);
    let loaded = load(&folder.path().join("timetable.csv"), Need::TimetableOnly);
    assert_eq!(codes(&loaded.diagnostics), ["folder-is-file"]);
}

#[cfg(unix)]
#[test]
fn what_is_neither_file_nor_folder_is_not_read() {
    let folder = folder(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("apprentices.csv", APPRENTICES.as_bytes()),
    ]);
    let _open = std::os::unix::net::UnixListener::bind(folder.path().join("rooms.csv")).unwrap();
    let loaded = load(folder.path(), Need::Apprentices);
    assert_eq!(codes(&loaded.diagnostics), ["file-irregular"]);
}

#[cfg(target_os = "linux")]
#[test]
fn two_files_that_differ_by_case_are_refused() {
    let files = [("timetable.csv", TIMETABLE), ("Timetable.CSV", TIMETABLE)];
    let loaded = loaded(&files.map(|(name, text)| (name, text.as_bytes())));
    assert_eq!(codes(&loaded.diagnostics), ["file-twice", "file-missing"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_nowhere_cannot_be_read() {
    let folder = folder(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("apprentices.csv", APPRENTICES.as_bytes()),
    ]);
    std::os::unix::fs::symlink("nowhere", folder.path().join("rooms.csv")).unwrap();
    let loaded = load(folder.path(), Need::Apprentices);
    assert_eq!(codes(&loaded.diagnostics), ["file-unreadable"]);
}

#[test]
fn a_file_larger_than_any_school_is_refused_unread() {
    let folder = folder(&[("apprentices.csv", APPRENTICES.as_bytes())]);
    let file = fs::File::create(folder.path().join("timetable.csv")).unwrap();
    file.set_len(100 << 20).unwrap();
    let loaded = load(folder.path(), Need::Apprentices);
    assert_eq!(codes(&loaded.diagnostics), ["file-too-large"]);
}

#[test]
fn a_file_with_more_rows_than_any_school_is_refused() {
    let timetable = TIMETABLE.to_owned() + &"8A;DAN;mon;1\n".repeat(200_000);
    let loaded = loaded(&[
        ("timetable.csv", timetable.as_bytes()),
        ("apprentices.csv", APPRENTICES.as_bytes()),
    ]);
    assert_eq!(codes(&loaded.diagnostics), ["too-many-rows"]);
}

#[test]
fn faults_beyond_the_fiftieth_of_a_kind_are_counted_so_that_others_are_seen() {
    let mut timetable = TIMETABLE.to_owned();
    for room in 0..1500 {
        writeln!(timetable, "8A;DAN;never;1;T1;R{room}").unwrap();
    }
    timetable += "8A;DAN;mon;x;T1;R1\n";
    let loaded = loaded(&[
        ("timetable.csv", timetable.as_bytes()),
        ("apprentices.csv", APPRENTICES.as_bytes()),
    ]);
    assert_eq!(loaded.diagnostics.len(), 52);
    assert_eq!(loaded.diagnostics[50].fault.code(), "period-unreadable");
    let more = Fault::MoreFaults { like: "day-unknown", count: 1450 };
    assert_eq!(loaded.diagnostics[51].fault, more);
}

#[test]
fn a_row_that_is_too_short_is_shown_where_its_cells_are_missing() {
    let timetable = TIMETABLE.to_owned() + "8A;DAN;tue\n";
    let loaded = loaded(&[
        ("timetable.csv", timetable.as_bytes()),
        ("apprentices.csv", APPRENTICES.as_bytes()),
    ]);
    let found: Vec<_> = loaded.diagnostics.iter().map(|found| &found.location).collect();
    let columns: Vec<_> = found.iter().map(|place| place.column.as_deref()).collect();
    assert_eq!(columns, [Some("period")]);
    for place in found {
        let excerpt = place.excerpt.as_ref().unwrap();
        assert_eq!((excerpt.text.as_str(), excerpt.span.start), ("8A;DAN;tue", 10));
    }
}

#[test]
fn apprentices_are_asked_for_only_where_they_are_needed() {
    let folder = folder(&[("timetable.csv", TIMETABLE.as_bytes())]);
    assert_eq!(codes(&load(folder.path(), Need::Apprentices).diagnostics), ["file-missing"]);
    assert!(load(folder.path(), Need::TimetableOnly).school.is_some());
}
