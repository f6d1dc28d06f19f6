//! Any table, with a map.

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use mesterskema::domain::{Day, Language};
use mesterskema::import::{Choices, Format, Import, Ledger, import, propose};

use super::{decide, exported, fixture, imported, loaded, original, rows, run, said, solved};
use crate::command::program;

fn of(table: &str, map: &str) -> Import {
    let choices = Choices { map: Some(original("map.toml", map.as_bytes())), ..Choices::default() };
    import(Format::Table, &[original("skema.csv", table.as_bytes())], &choices)
}

fn proposed(table: &str) -> (Option<String>, Ledger) {
    told(table, Language::English)
}

fn told(table: &str, language: Language) -> (Option<String>, Ledger) {
    let table = [original("skema.csv", table.as_bytes())];
    propose(Format::Table, &table, &Choices::default(), language)
}

fn files() -> [String; 2] {
    ["table/skema.csv", "table/map.toml"].map(|name| fs::read_to_string(fixture(name)).unwrap())
}

#[test]
fn a_mapped_table_is_read_and_every_row_accounted_for() {
    let [table, map] = files();
    let import = of(&table, &map);
    assert_eq!((import.ledger.rows(), import.ledger.used), (11, 9));
    assert_eq!(said(&import), [("row-wrong", Some(11)), ("row-incomplete", Some(13))]);
    let school = import.school.unwrap();
    assert_eq!(school.lessons[0].teachers().len(), 2);
    let group = school.lessons[6].pieces[0].group.clone().unwrap();
    assert_eq!((group.division.as_str(), group.part.as_str()), ("sprog", "tysk"));
}

#[test]
fn a_map_that_names_no_column_of_the_table_or_is_no_map_is_an_error() {
    let [table, map] = files();
    assert_eq!(
        said(&of(&table, &map.replace("\"Emne\"", "\"Fach\"")))[0],
        ("part-missing", Some(2))
    );
    assert_eq!(said(&of(&table, "headings = 1\n[columns\n"))[0], ("toml-unreadable", Some(2)));
    assert_eq!(said(&of(&table, &map.replace("subject =", "fach ="))).len(), 1);
    assert_eq!(said(&of(&table, &map.replace("subject = \"Emne\"", "")))[0].0, "part-missing");
}

#[test]
fn a_map_is_proposed_from_headings_and_rows_and_works_where_they_are_telling() {
    let table = "Klasse;Fag;Foo;Lektion;Lærer\n8A;DAN;man;1;AB\n8A;MAT;tirs;2;CD\n";
    let (map, _) = proposed(table);
    let map = map.unwrap();
    assert!(map.contains("day = \"Foo\""), "{map}");
    assert_eq!(of(table, &map).ledger.used, 2, "{map}");
}

#[test]
fn times_are_numbered_through_the_day_and_unknown_days_asked_about() {
    let [table, _] = files();
    let (map, _) = proposed(&table);
    let map = map.unwrap();
    let lines = [
        "period = \"Tid\"",
        "teacher = \",\"",
        "\"Dag1\" = \"?\"",
        "\"8:00-8:45\" = 1",
        "\"9:50-10:35\" = 3",
    ];
    for line in lines {
        assert!(map.contains(line), "{line}: {map}");
    }
}

#[test]
fn a_proposed_map_shows_no_personal_number() {
    let table = "Klasse;Fag;CPR\n8A;DAN;311299-0001\n";
    let (map, _) = proposed(table);
    assert!(!map.unwrap().contains("311299"));
}

#[test]
fn without_a_map_the_program_prints_one_and_writes_nothing() {
    let file = fixture("table/skema.csv");
    let printed = run(&["import", "--from", "table", file.to_str().unwrap()]);
    assert_eq!(printed.status.code(), Some(0));
    let map = String::from_utf8(printed.stdout).unwrap();
    assert!(map.contains("[columns]") && map.contains("Ugedag"), "{map}");
}

#[test]
fn a_proposal_goes_back_into_the_table_and_is_the_same_school_again() {
    let map = fixture("table/map.toml");
    let more = ["--map", map.to_str().unwrap()];
    let (made, school, told) = imported("table", &[&fixture("table/skema.csv")], &more);
    decide(&school, &told, &[], "8A", "tue");
    let (answer, solution) = solved(&school);
    assert_eq!(solution["status"], "optimal", "{solution}");
    let out = made.path().join("skema.csv");
    assert_eq!(exported("table", &answer, &school, &out).status.code(), Some(0));
    let text = fs::read_to_string(&out).unwrap();
    assert!(text.contains("\"to lærere; hele klassen\"") && text.starts_with("Skemaudtræk;"));
    let (_again, again, told) = imported("table", &[&out], &more);
    decide(&again, &told, &[], "8A", "tue");
    fs::copy(answer.join("timetable.csv"), school.join("timetable.csv")).unwrap();
    assert_eq!(rows(&loaded(&again).school.unwrap()), rows(&loaded(&school).school.unwrap()));
}

#[test]
fn a_table_in_a_workbook_is_read_like_its_csv() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let [table, map] = files();
    for (row, line) in (0..).zip(table.lines()) {
        for (column, cell) in (0..).zip(line.split(';').map(|cell| cell.trim_matches('"'))) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    let choices = Choices { map: Some(original("map.toml", map.as_bytes())), ..Choices::default() };
    let bytes = book.save_to_buffer().unwrap();
    let of_book = import(Format::Table, &[original("skema.xlsx", &bytes)], &choices);
    assert_eq!(rows(&of_book.school.unwrap()), rows(&of(&table, &map).school.unwrap()));
}

#[test]
fn a_table_may_be_piped_in_as_from_a_clipboard() {
    let made = tempfile::tempdir().unwrap();
    let (out, map) = (made.path().join("school"), fixture("table/map.toml"));
    let mut program = program()
        .args([
            "import",
            "--from",
            "table",
            "-",
            "--map",
            map.to_str().unwrap(),
            "--language",
            "da",
            "--out",
        ])
        .arg(&out)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let tabbed = files()[0].replace(';', "\t");
    program.stdin.take().unwrap().write_all(tabbed.as_bytes()).unwrap();
    program.wait().unwrap();
    assert!(out.join("original/piped.txt").exists());
    assert_eq!(fs::read_to_string(out.join("school.toml")).unwrap(), "language = \"da\"\n");
}

#[test]
fn a_proposed_map_speaks_its_readers_language_and_names_a_file_as_a_command_line_does() {
    let table = original("mit skema.csv", files()[0].as_bytes());
    let told = Language::ALL.map(|language| {
        propose(Format::Table, std::slice::from_ref(&table), &Choices::default(), language)
            .0
            .unwrap()
    });
    let comments = |map: &str| {
        map.lines().filter(|line| line.starts_with("# ")).map(ToOwned::to_owned).collect::<Vec<_>>()
    };
    assert!(told.iter().all(|map| map.contains("import --from table \"mit skema.csv\"")));
    assert!(told.iter().all(|map| map.parse::<toml::Table>().is_ok()));
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        assert_ne!(comments(&told[one])[0], comments(&told[other])[0]);
    }
    let printed = run(&[
        "import",
        "--from",
        "table",
        "--language",
        "da",
        fixture("table/skema.csv").to_str().unwrap(),
    ]);
    assert!(String::from_utf8(printed.stdout).unwrap().starts_with("# Her står"));
}

#[test]
fn times_in_the_place_of_periods_become_bells_and_where_there_are_none_it_is_said() {
    let map = fixture("table/map.toml");
    let (_made, school, _) =
        imported("table", &[&fixture("table/skema.csv")], &["--map", map.to_str().unwrap()]);
    let periods = fs::read_to_string(school.join("periods.csv")).unwrap();
    assert!(periods.contains("mon;1;;08:00;08:45"), "{periods}");
    let made = tempfile::tempdir().unwrap();
    let [table, out] = ["skema.csv", "school"].map(|name| made.path().join(name));
    fs::write(&table, "class;subject;day;period\n8A;DAN;mon;1\n").unwrap();
    let map = made.path().join("map.toml");
    let [table, out] = [&table, &out].map(|path| path.to_str().unwrap());
    fs::write(&map, run(&["import", "--from", "table", table]).stdout).unwrap();
    let map = map.to_str().unwrap();
    let run =
        run(&["import", "--from", "table", table, "--map", map, "--out", out, "--language", "en"]);
    let said = String::from_utf8(run.stdout).unwrap();
    assert!(said.contains("The files have no bells"), "{said}");
}

#[test]
fn periods_that_are_listed_are_proposed_as_a_stretch_and_words_are_asked_about() {
    let table = "Klasse;Fag;Dag;Lektion;Lærer\n8A;DAN;man;1,2;AB\n8A;MAT;tirs;4+5;CD\n8A;ENG;tirs;3;CD\n8A;TYS;ons;morgen;CD\n8A;TYS;ons;1,3;CD\n";
    let (map, _) = told(table, Language::Swedish);
    let map = map.unwrap();
    for line in ["\"1,2\" = \"1-2\"", "\"4+5\" = \"4-5\"", "\"morgen\" = \"?\"", "\"1,3\" = \"?\""]
    {
        assert!(map.contains(line), "{line}: {map}");
    }
    let import = of(table, &map);
    assert_eq!((import.ledger.used, import.ledger.rejected.len()), (3, 2));
    assert_eq!(import.school.unwrap().lessons[0].length(), 2);
}

#[test]
fn days_in_german_and_days_from_zero_are_what_they_are_and_go_back_so() {
    let map = "[columns]\nclass = 1\nsubject = 2\nday = 3\nperiod = 4\n";
    let days = |table: &str| -> Vec<Day> {
        of(table, map)
            .school
            .unwrap()
            .lessons
            .iter()
            .map(|lesson| lesson.start.unwrap().day)
            .collect()
    };
    let heading = "Klasse;Fach;Tag;Stunde\n";
    let german = format!("{heading}8A;DEU;Di;1\n8A;MAT;Donnerstag;1\n");
    assert_eq!(days(&german), [Day::Tue, Day::Thu]);
    let from_zero = format!("{heading}8A;DEU;0;1\n8A;MAT;3;1\n");
    assert_eq!(days(&from_zero), [Day::Mon, Day::Thu]);
    let from_one = format!("{heading}8A;DEU;1;1\n8A;MAT;3;1\n");
    assert_eq!(days(&from_one), [Day::Mon, Day::Wed]);
    let said_otherwise = of(&from_zero, &format!("{map}[days]\n\"0\" = \"sun\"\n"));
    assert_eq!(said_otherwise.school.unwrap().lessons[1].start.unwrap().day, Day::Wed);
    let (proposed, _) = proposed(&from_zero);
    assert!(!proposed.unwrap().contains("\"3\" = \"?\""));
}
