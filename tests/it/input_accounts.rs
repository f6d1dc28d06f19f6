//! Every line of a school's files is used, refused or told of; none is swallowed.

use mesterskema::input::{Account, Loaded, Need, load, load_with_scenarios};

use crate::input_folder::{APPRENTICES, TIMETABLE, codes, folder, loaded};
use crate::input_schools::shared;
use crate::passed_over::pass_over;

fn account<'l>(loaded: &'l Loaded, file: &str) -> &'l Account {
    loaded.accounts.iter().find(|account| account.file.ends_with(file)).unwrap()
}

/// What became of the lines of a list of pupils beneath its headings: used, refused, untold.
fn pupils(apprentices: &str) -> (Loaded, [usize; 3]) {
    let loaded = loaded(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("apprentices.csv", apprentices.as_bytes()),
    ]);
    let Account { used, refused, untold, .. } = *account(&loaded, "apprentices.csv");
    (loaded, [used, refused, untold])
}

#[test]
fn schools_whose_quotation_marks_swallowed_rows_have_every_row_and_an_error() {
    for (school, file, lines) in [
        ("faults/quote-swallows-rows", "timetable.csv", 7),
        ("faults/quote-swallows-apprentice", "apprentices.csv", 5),
    ] {
        let Some(folder) = shared(school) else {
            pass_over(school);
            continue;
        };
        let loaded = load(&folder, Need::Apprentices);
        assert!(
            codes(&loaded.diagnostics).contains(&"quote-over-lines"),
            "{:#?}",
            loaded.diagnostics
        );
        assert!(loaded.school.is_none());
        let account = account(&loaded, file);
        assert_eq!((account.lines(), account.untold), (lines, 0), "{account:?}");
    }
}

#[test]
fn rows_after_a_stray_quotation_mark_are_read_and_their_faults_told() {
    let (loaded, lines) = pupils(
        "pupil;class;away;contact\n8A-1;8A;mon;\"Bo tlf 1\n8A-2;8A;nix;Per\n8A-3;8A;tue;\"Ann\" tlf 2\n",
    );
    assert_eq!(codes(&loaded.diagnostics), ["quote-over-lines", "day-unknown"]);
    assert_eq!(lines, [2, 1, 0]);
}

#[test]
fn a_cell_with_the_lines_of_excel_is_one_cell() {
    let (loaded, lines) =
        pupils("pupil;class;away;contact\r\n8A-1;8A;tue;\"Bo\ntlf 1\"\r\n8A-2;8A;tue;\"Per\"\r\n");
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    assert_eq!((loaded.school.unwrap().apprentices.len(), lines), (2, [3, 0, 0]));
}

#[test]
fn text_after_a_closing_quotation_mark_is_text() {
    let (loaded, lines) = pupils("pupil;class;away;contact\n8A-1;8A;tue;\"Ida\" 20 30 40 50\n");
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    assert_eq!(lines, [1, 0, 0]);
}

#[test]
fn cells_that_quotation_marks_took_in_are_told_whatever_separates_them() {
    for delimiter in [";", ",", "\t"] {
        let row = ["8A-2", "\"8A", "tue", "x\""].join(delimiter);
        let heads = ["pupil", "class", "away", "contact"].join(delimiter);
        let (loaded, lines) = pupils(&format!("{heads}\n{row}\n"));
        assert!(codes(&loaded.diagnostics).contains(&"cells-quoted"), "{:#?}", loaded.diagnostics);
        assert_eq!(lines, [0, 1, 0]);
    }
}

#[test]
fn lines_that_are_left_out_are_told_of() {
    let (loaded, lines) = pupils(
        "sep=;\n\n;;\npupil;class;away\n8A-1;8A;tue\n\npupil;class;away\n8A-2,8A,tue\n8A-3;8A\n",
    );
    assert_eq!(codes(&loaded.diagnostics), ["headings-again", "delimiter-mixed", "cell-empty"]);
    assert_eq!(lines, [1, 3, 0]);
}

#[test]
fn a_file_that_cannot_be_read_is_refused_with_all_its_lines() {
    for (text, lines) in [("x;y\n1;2\n3;4\n", 3), ("sep=;\n", 1), ("period\n1\n2;x\n", 3)] {
        let loaded = loaded(&[
            ("timetable.csv", text.as_bytes()),
            ("apprentices.csv", APPRENTICES.as_bytes()),
        ]);
        let account = account(&loaded, "timetable.csv");
        assert_eq!((account.refused, account.untold), (lines, 0), "{account:?}");
    }
}

#[test]
fn scenarios_are_accounted_for_too() {
    let folder = folder(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("apprentices.csv", APPRENTICES.as_bytes()),
        ("wishes.csv", b"scenario;change;pupil;class;away\na;join;8B-1;8B;mon\na;move;\"8A-01;;tue\n;leave;8A-01;;\nb;leave;\"8A-01\";;\n"),
    ]);
    let (loaded, _) = load_with_scenarios(folder.path(), &folder.path().join("wishes.csv"));
    assert!(codes(&loaded.diagnostics).contains(&"quote-over-lines"), "{:#?}", loaded.diagnostics);
    let account = account(&loaded, "wishes.csv");
    assert_eq!((account.lines(), account.untold), (5, 0), "{account:?}");
}
