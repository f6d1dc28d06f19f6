//! Workbooks: a school as one, and a proposal as one.

use std::fs;
use std::path::{Path, PathBuf};

use mesterskema::diff::as_things_stand;
use mesterskema::domain::School;
use mesterskema::export::csv::Lines;
use mesterskema::export::{Request, Target, export};
use mesterskema::input::{Need, load, raw_sheets};
use proptest::prelude::*;
use tempfile::TempDir;

use super::{exported, rows, run};
use crate::cases::cases;
use crate::input_folder::codes;

fn lille() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools/lille")
}

/// The shipped school as a workbook.
fn workbook() -> (TempDir, PathBuf) {
    let made = tempfile::tempdir().unwrap();
    let file = made.path().join("lille.xlsx");
    let run = run(&[
        "export",
        "--to",
        "xlsx",
        lille().to_str().unwrap(),
        "--out",
        file.to_str().unwrap(),
    ]);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    (made, file)
}

fn school(path: &Path) -> School {
    let loaded = load(path, Need::Apprentices);
    loaded.school.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

#[test]
fn a_workbook_is_the_school_that_its_sheets_are() {
    let (_made, file) = workbook();
    assert_eq!(school(&file), school(&lille()));
}

#[test]
fn a_workbook_with_references_that_no_sheet_has_is_broken() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus/workbook");
    let loaded = load(&corpus.join("references-reversed.xlsx"), Need::Apprentices);
    assert_eq!(codes(&loaded.diagnostics), ["workbook-broken"]);
}

#[test]
fn every_command_takes_a_workbook_for_a_school() {
    let (made, file) = workbook();
    let out = made.path().join("answer");
    let run = run(&["solve", "--json", file.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    let told: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!((&told["status"], &told["points"]), (&"optimal".into(), &35.into()));
    assert!(out.join("timetable.csv").exists());
}

#[test]
fn a_proposal_as_a_workbook_has_its_changes_and_is_a_school_of_its_own() {
    let (made, file) = workbook();
    let out = made.path().join("answer");
    run(&["solve", file.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    let proposal = made.path().join("proposal.xlsx");
    assert_eq!(exported("xlsx", &out, &file, &proposal).status.code(), Some(0));
    let copy = made.path().join("copy");
    fs::create_dir(&copy).unwrap();
    for name in ["apprentices.csv", "timetable.csv"] {
        fs::copy(lille().join(name), copy.join(name)).unwrap();
    }
    fs::copy(out.join("timetable.csv"), copy.join("timetable.csv")).unwrap();
    assert_eq!(rows(&school(&proposal)), rows(&school(&copy)));
    let again = made.path().join("again.xlsx");
    exported("xlsx", &out, &file, &again);
    assert_eq!(fs::read(&proposal).unwrap(), fs::read(&again).unwrap(), "the same bytes");
}

#[test]
fn a_file_of_a_folder_may_be_a_workbook_and_its_faults_are_in_the_row_of_their_line() {
    let (made, file) = workbook();
    let folder = made.path().join("school");
    fs::create_dir(&folder).unwrap();
    fs::copy(&file, folder.join("timetable.xlsx")).unwrap();
    fs::copy(lille().join("apprentices.csv"), folder.join("apprentices.csv")).unwrap();
    let read = school(&folder);
    assert_eq!(rows(&read), rows(&school(&lille())));
    assert_eq!(read.lessons[0].pieces[0].line, 2);
}

#[test]
fn sheets_are_found_by_danish_and_swedish_names_and_unknown_ones_are_told() {
    let made = tempfile::tempdir().unwrap();
    let file = made.path().join("skole.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let tables: [(&str, &[&[&str]]); 3] = [
        ("Skema", &[&["klasse", "fag", "dag", "lektion"], &["8A", "DAN", "man", "1"]]),
        ("Elever", &[&["elev", "klasse", "praktikdag"], &["8A-1", "8A", "man"]]),
        ("Noter", &[&["x"]]),
    ];
    for (name, rows) in tables {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    }
    book.save(&file).unwrap();
    let loaded = load(&file, Need::Apprentices);
    assert_eq!(codes(&loaded.diagnostics), ["file-unread"]);
    assert_eq!(loaded.school.unwrap().lessons.len(), 1);
}

#[test]
fn a_cell_far_away_or_a_file_that_is_no_workbook_is_refused() {
    let made = tempfile::tempdir().unwrap();
    let file = made.path().join("skole.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("timetable").unwrap();
    sheet.write_string(1_048_575, 16_383, "x").unwrap();
    book.save(&file).unwrap();
    assert_eq!(codes(&load(&file, Need::Apprentices).diagnostics), ["too-many-rows"]);
    fs::write(&file, b"PK\x03\x04 no workbook").unwrap();
    assert_eq!(codes(&load(&file, Need::Apprentices).diagnostics), ["workbook-broken"]);
    assert!(raw_sheets(&file).is_empty());
}

#[test]
fn a_proposal_as_a_workbook_shows_which_day_was_chosen() {
    let (made, file) = workbook();
    let out = made.path().join("answer");
    run(&["solve", file.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    let proposal = made.path().join("proposal.xlsx");
    exported("xlsx", &out, &file, &proposal);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&proposal).unwrap();
    let away = calamine::Reader::worksheet_range(&mut book, "praktikdage").unwrap();
    let rows: Vec<Vec<String>> =
        away.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(rows[0], ["elev", "klasse", "praktikdag", "valgt"]);
    assert_eq!(rows[2], ["8A-11", "8.A", "mon|thu", "thu"]);
    let read = load(&proposal, Need::Apprentices);
    assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
}

#[test]
fn scenarios_may_be_a_sheet_of_a_workbook_or_its_only_one() {
    let text = "scenario;change;pupil;class;away\none more;join;8A-17;8.A;thu\n";
    let made = tempfile::tempdir().unwrap();
    let csv = made.path().join("futures.csv");
    fs::write(&csv, text).unwrap();
    let school = lille();
    let told = |scenarios: &Path| {
        let output =
            run(&["whatif", "--json", school.to_str().unwrap(), scenarios.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let expected = told(&csv);
    for sheets in [vec!["Ark1"], vec!["Noter", "Scenarier"]] {
        let mut book = rust_xlsxwriter::Workbook::new();
        for name in &sheets {
            let sheet = book.add_worksheet().set_name(*name).unwrap();
            let lines = text.lines().filter(|_| *name != "Noter");
            for (row, line) in (0..).zip(lines) {
                for (column, cell) in (0..).zip(line.split(';')) {
                    sheet.write_string(row, column, cell).unwrap();
                }
            }
        }
        let file = made.path().join("futures.xlsx");
        book.save(&file).unwrap();
        assert_eq!(told(&file), expected, "{sheets:?}");
    }
}

#[test]
fn a_broken_workbook_says_what_to_do_and_nothing_of_archives() {
    let made = tempfile::tempdir().unwrap();
    let (_whole, file) = workbook();
    let whole = fs::read(file).unwrap();
    for (name, bytes) in [
        ("cut", &whole[..whole.len() / 2]),
        ("none", &b"PK\x03\x04 none"[..]),
        ("old", &b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..]),
    ] {
        let path = made.path().join(format!("{name}.xlsx"));
        fs::write(&path, bytes).unwrap();
        let loaded = load(&path, Need::Apprentices);
        assert_eq!(codes(&loaded.diagnostics), ["workbook-broken"], "{name}");
        for language in mesterskema::domain::Language::ALL {
            let message = loaded.diagnostics[0].wording(language).message;
            assert!(
                message.contains("Excel") && !message.to_lowercase().contains("zip"),
                "{message}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20, ..cases(24) })]

    #[test]
    fn a_damaged_workbook_is_answered(at in any::<prop::sample::Index>(), with in prop::collection::vec(any::<u8>(), 1..40)) {
        let (made, file) = workbook();
        let mut bytes = fs::read(&file).unwrap();
        let at = at.index(bytes.len());
        let end = (at + with.len()).min(bytes.len());
        bytes.splice(at..end, with);
        let damaged = made.path().join("damaged.xlsx");
        fs::write(&damaged, bytes).unwrap();
        let loaded = load(&damaged, Need::Apprentices);
        prop_assert!(loaded.school.is_some() || !loaded.diagnostics.is_empty());
    }
}

#[test]
fn a_timetable_that_somebody_moved_by_hand_is_written_with_a_word_about_the_rules_that_it_breaks() {
    let made = tempfile::tempdir().unwrap();
    let answer = made.path().join("answer");
    run(&["solve", lille().to_str().unwrap(), "--out", answer.to_str().unwrap()]);
    let file = answer.join("timetable.csv");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen(";mon;3", ";mon;1", 1)).unwrap();
    let out = made.path().join("moved.xlsx");
    let run = exported("xlsx", &answer, &lille(), &out);
    assert_eq!(run.status.code(), Some(0));
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(said.contains("klasse 8.A har to lektioner samtidig"), "{said}");
    assert!(out.exists());
}

#[test]
fn a_workbook_has_the_apprentices_as_they_are_now() {
    let loaded = load(&lille(), Need::Apprentices);
    let (mut school, sheet) = (loaded.school.unwrap(), loaded.sheet.unwrap());
    let gone = school.apprentices.remove(0).pupil.to_string();
    let mut come = school.apprentices[0].clone();
    come.pupil = "NY-1".into();
    come.alternatives.truncate(1);
    come.alternatives[0].written = "fri".to_owned();
    let moved = school.apprentices[0].pupil.to_string();
    school.apprentices[0].alternatives.truncate(1);
    school.apprentices[0].alternatives[0].written = "wed".to_owned();
    school.apprentices.push(come);
    let proposal = as_things_stand(&school);
    let request = Request {
        school: &school,
        sheet: &sheet,
        proposal: &proposal,
        originals: &[],
        sheets: &raw_sheets(&lille()),
        changes: &Lines::default(),
        away: None,
        weeks: &[],
    };
    let book = export(Target::Workbook, &request).unwrap().file;
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(book)).unwrap();
    let rows = calamine::Reader::worksheet_range(&mut book, "apprentices").unwrap();
    let rows: Vec<Vec<String>> =
        rows.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let of = |pupil: &str| rows.iter().find(|row| row[0] == pupil);
    assert_eq!(of(&gone), None);
    assert_eq!(of(&moved).unwrap()[2], "wed");
    assert_eq!(rows.last().unwrap()[..3], ["NY-1", "8.A", "fri"]);
}
