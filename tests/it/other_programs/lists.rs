//! Lists of lessons as other programs write them, without a map; and files that nobody says what they are.

use std::fs;
use std::path::Path;

use itertools::Itertools as _;
use mesterskema::diagnostic::{Fault, Foreign};
use mesterskema::domain::{Country, School, Slot};
use mesterskema::import::{Choices, Format, Import, Original, import, recognise};
use mesterskema::input::{Need, load};
use rust_xlsxwriter::Workbook;

use super::{exported, fixture, imported, loaded, original, rows, run, said, solved};

/// A Danish list: names of subjects, times, weeks, two teachers in a cell, lessons side by side.
fn danish() -> String {
    let bytes = fs::read(fixture("list/udtraek.csv")).unwrap();
    encoding_rs::WINDOWS_1252.decode(&bytes).0.into_owned()
}

fn listed(name: &str, bytes: &[u8]) -> Import {
    let originals = [original(name, bytes)];
    assert_eq!(recognise(&originals), Ok(Format::Table));
    import(Format::Table, &originals, &Choices::default())
}

fn slots(school: &School, subject: &str) -> Vec<(Slot, u8)> {
    let of = school.lessons.iter().filter(|lesson| lesson.pieces[0].subject.as_str() == subject);
    of.map(|lesson| (lesson.start.unwrap(), u8::try_from(lesson.pieces.len()).unwrap())).collect()
}

#[test]
fn a_danish_list_is_read_without_a_map() {
    let import = listed("udtraek.csv", danish().as_bytes());
    let told = [("row-seldom", Some(16)), ("columns-unused", Some(1)), ("parts-made", Some(9))];
    assert_eq!(said(&import), told);
    assert_eq!((import.ledger.used, import.country), (14, Some(Country::Denmark)));
    let school = import.school.unwrap();
    assert_eq!(slots(&school, "Idræt"), [("wed 1".parse_slot(), 2)]);
    let idraet =
        school.lessons.iter().find(|lesson| lesson.pieces[0].subject.as_str() == "Idræt").unwrap();
    assert_eq!((idraet.teachers().len(), idraet.pieces[0].classes.len()), (2, 2));
    let weeks: Vec<String> = school.weeks.iter().map(ToString::to_string).collect();
    assert_eq!(weeks, ["lige", "ulige"]);
    let division = |subject: &str| {
        let lesson =
            school.lessons.iter().find(|lesson| lesson.pieces[0].subject.as_str() == subject);
        lesson.unwrap().pieces[0].group.clone().map(|group| group.division.to_string())
    };
    assert_eq!([division("Tysk"), division("Biologi")], [Some("Fransk/Tysk".to_owned()), None]);
    // The first lesson of some weeks only has no bell.
    assert_eq!(import.bells.get(&"mon 1".parse_slot()), Some(&(480, 525)));
}

trait Written {
    fn parse_slot(&self) -> Slot;
}

impl Written for str {
    fn parse_slot(&self) -> Slot {
        mesterskema::input::slot(self).unwrap()
    }
}

/// A Swedish list in a workbook: a title above, beginnings and ends, a period that is half a year.
fn swedish() -> Vec<u8> {
    let lines = [
        "Schema exporterat 2026-08-10",
        "",
        "Veckodag;Start;Slut;Kurs/Ämne;Grupper;Lärare;Salar;Period",
        "Måndag;08:10;09:10;Svenska nivå 1;TE24A;ANBE;A101;v 34-24",
        "Måndag;09:20;10:20;Matematik nivå 1a;TE24A, TE24B;BOLU;A102;v 34-24",
        "Tisdag;08:10;10:20;Idrott och hälsa;TE24A;CAHO;idrottshall;v 34-24",
        "Onsdag;08:10;09:10;Svenska nivå 1;TE24B;ANBE;A101;v 34-24",
        "Torsdag;08:15;09:10;Engelska nivå 5;TE24A;DIDA;A103;v 34-24",
        "Fredag;09:20;10:20;Engelska nivå 5;TE24B;DIDA;A103;jämna veckor",
    ];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(lines) {
        for (column, cell) in (0..).zip(line.split(';')) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_swedish_list_in_a_workbook_is_read_without_a_map() {
    let import = listed("Schemaposter.xlsx", &swedish());
    assert_eq!(said(&import), [("times-rounded", Some(8))]);
    assert_eq!((import.ledger.used, import.country), (6, Some(Country::Sweden)));
    let school = import.school.unwrap();
    assert_eq!(slots(&school, "Idrott och hälsa"), [("tue 1".parse_slot(), 2)]);
    assert_eq!(
        slots(&school, "Engelska nivå 5"),
        [("thu 1".parse_slot(), 1), ("fri 2".parse_slot(), 1)]
    );
    let maths = school.lessons.iter().find(|lesson| lesson.pieces[0].classes.len() == 2).unwrap();
    assert_eq!(maths.pieces[0].subject.as_str(), "Matematik nivå 1a");
}

#[test]
fn a_list_of_which_a_column_cannot_be_told_is_refused_with_a_way_out() {
    let file = original("x.csv", b"Fag;Dag;Lektion;Bem\nXX;man;1;q\nYY;tir;2;q\n");
    let import = import(Format::Table, &[file], &Choices::default());
    assert_eq!(said(&import), [("columns-unknown", None)]);
    assert!(import.school.is_none());
}

#[test]
fn beginnings_and_ends_go_back_into_the_list() {
    let made = tempfile::tempdir().unwrap();
    let file = made.path().join("liste.csv");
    fs::write(&file, danish()).unwrap();
    let more = ["--core", "Dansk,Matematik", "--desired", "Engelsk"];
    let (_kept, school, told) = imported("", &[&file], &more);
    assert_eq!(
        (&told["format"], &told["undecided_subjects"]),
        (&"table".into(), &serde_json::json!([]))
    );
    fs::write(school.join("apprentices.csv"), "pupil;class;away\n1;8.A;fri\n").unwrap();
    let (answer, solution) = solved(&school);
    assert_eq!(solution["status"], "optimal", "{solution}");
    let out = made.path().join("ny.csv");
    assert_eq!(exported("table", &answer, &school, &out).status.code(), Some(0));
    let text = fs::read_to_string(&out).unwrap();
    assert_eq!(text.lines().count(), danish().lines().count());
    assert!(text.lines().all(|line| line.split(';').count() == 9), "{text}");
    let (_again, again, _) = imported("", &[&out], &more);
    fs::write(again.join("apprentices.csv"), "pupil;class;away\n1;8.A;fri\n").unwrap();
    fs::copy(answer.join("timetable.csv"), school.join("timetable.csv")).unwrap();
    assert_eq!(rows(&loaded(&again).school.unwrap()), rows(&loaded(&school).school.unwrap()));
}

#[test]
fn files_are_known_by_what_stands_in_them_whatever_they_are_called() {
    let renamed = |name: &str, beside: &[&str]| {
        let file = |name: &&str| fs::read(fixture(name)).unwrap();
        let mut originals = vec![original("fil.txt", &file(&name))];
        originals.extend(
            beside.iter().map(|name| original(name.rsplit('/').next().unwrap(), &file(name))),
        );
        recognise(&originals)
    };
    assert_eq!(
        renamed("untis/GPU001.TXT", &["untis/GPU002.TXT", "untis/time.txt"]),
        Ok(Format::Untis)
    );
    assert_eq!(renamed("fet/lille.fet", &["fet/lille_activities.xml"]), Ok(Format::Fet));
    assert_eq!(renamed("fet/lille.fet", &["fet/lille_timetable.csv"]), Ok(Format::Fet));
    assert_eq!(renamed("asc/lille.xml", &[]), Ok(Format::Asc));
    assert_eq!(renamed("xhstt/lille.xml", &[]), Ok(Format::Xhstt));
    assert_eq!(renamed("grid/skema.csv", &[]), Ok(Format::Grid));
    assert_eq!(renamed("grid/skema.xlsx", &[]), Ok(Format::Grid));
    assert_eq!(renamed("oneroster/users.csv", &["oneroster/classes.csv"]), Ok(Format::OneRoster));
    let unclear = Foreign::FormatUnclear { formats: vec!["untis", "fet"] };
    assert_eq!(renamed("untis/GPU001.TXT", &["fet/lille.fet"]), Err(unclear));
    assert_eq!(
        recognise(&[original("brev.txt", b"Hej alle\nVi ses")]),
        Err(Foreign::FormatUnknown)
    );
}

#[test]
fn untis_timetable_alone_has_no_clash_that_groups_or_weeks_explain() {
    let plan = "1,\"8A\",\"AB\",\"DAN\",\"L1\",1,1,,\n2,\"8A\",\"CD\",\"TYS\",\"L1\",1,2,,\n3,\"8A\",\"EF\",\"FRA\",\"L2\",1,2,,\n\
                4,\"8A\",\"GH\",\"BIO\",\"N1\",2,1,,\n5,\"8A\",\"GH\",\"GEO\",\"N1\",2,1,,\n6,\"8A\",\"AB\",\"MAT\",\"L1\",2,2,,\n";
    let import =
        import(Format::Untis, &[original("GPU001.TXT", plan.as_bytes())], &Choices::default());
    assert_eq!(said(&import), [("turns-made", Some(4)), ("parts-made", Some(2))]);
    let school = import.school.unwrap();
    assert_eq!(school.weeks.len(), 2);
    assert_eq!(mesterskema::check::faults(&school), []);
    // With the file that would name them, nothing is made up.
    let lessons =
        "1,1,,,\"8A\",\"AB\",\"DAN\"\n2,1,,,\"8A\",\"CD\",\"TYS\"\n3,1,,,\"8A\",\"EF\",\"FRA\"\n";
    let both =
        [original("GPU001.TXT", plan.as_bytes()), original("GPU002.TXT", lessons.as_bytes())];
    let said = said(&mesterskema::import::import(Format::Untis, &both, &Choices::default()));
    assert!(said.iter().all(|(code, _)| !code.ends_with("-made")), "{said:?}");
}

#[test]
fn questions_are_answered_about_files_that_are_no_school_folder() {
    let made = tempfile::tempdir().unwrap();
    let file = fixture("grid/skema.xlsx");
    let out = made.path().join("answer");
    let [file, out] = [&file, &out].map(|path| path.to_str().unwrap());
    let answer = run(&["solve", file, "--apprentice", "8.A thu", "--out", out, "--json"]);
    let told: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert_eq!(told["status"], "optimal");
    assert!(String::from_utf8(answer.stderr).unwrap().contains("læst som: skemaer"));
    let timetable = load(Path::new(out), Need::TimetableOnly);
    assert_eq!(timetable.outline.unwrap().classes.len(), 2);
    let checked = run(&["check", fixture("untis/GPU001.TXT").to_str().unwrap(), "--json"]);
    let told: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert!(
        told["faults"].as_array().unwrap().iter().any(|fault| fault["code"] == "subjects-unknown")
    );
}

#[test]
fn a_folder_with_one_workbook_is_a_school_and_lists_may_have_danish_names() {
    let made = tempfile::tempdir().unwrap();
    let rows = [
        ["klasse", "fag", "dag", "lektion"],
        ["8.A", "DAN", "man", "1"],
        ["8.A", "MAT", "tir", "1"],
    ];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Skema").unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    book.save(made.path().join("Vores skole 2026.xlsx")).unwrap();
    let missed = |school: &Path| {
        let answer = run(&["check", school.to_str().unwrap(), "--apprentice", "8.A tue", "--json"]);
        serde_json::from_slice::<serde_json::Value>(&answer.stdout).unwrap()["missed"][0]["subject"]
            .clone()
    };
    assert_eq!(missed(made.path()), "MAT");
    let lists = tempfile::tempdir().unwrap();
    fs::write(lists.path().join("Skema.csv"), rows.map(|row| row.join(";")).join("\n")).unwrap();
    fs::write(lists.path().join("elever.csv"), "elev;klasse;praktikdag\n1;8.A;tir\n").unwrap();
    let found = load(lists.path(), Need::Apprentices);
    assert_eq!(found.diagnostics, []);
    assert_eq!(found.school.unwrap().apprentices.len(), 1);
}

#[test]
fn a_workbook_with_lists_of_each_class_is_one_list() {
    let mut book = Workbook::new();
    for class in ["8.A", "8.B"] {
        let sheet = book.add_worksheet().set_name(class).unwrap();
        let rows = [
            ["Fag", "Dag", "Lektion", "Lærer"],
            ["DAN", "man", "1", "AB"],
            ["MAT", "tir", "2", "CD"],
        ];
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                sheet.write(row, column, cell).unwrap();
            }
        }
    }
    let import = listed("klasser.xlsx", &book.save_to_buffer().unwrap());
    assert_eq!(import.ledger.used, 4);
    assert_eq!(import.school.unwrap().classes.len(), 2);
}

/// Reads files that nobody names.
#[test]
fn every_fixture_is_read_without_being_named() {
    for name in ["untis", "fet", "asc", "xhstt", "grid"] {
        let mut originals: Vec<Original> = Vec::new();
        for entry in fs::read_dir(fixture(name)).unwrap().map(Result::unwrap) {
            if entry.file_name() == "skema.xlsx" || entry.file_name() == "lille_timetable.csv" {
                continue;
            }
            let bytes = fs::read(entry.path()).unwrap();
            originals.push(original(&entry.file_name().to_string_lossy(), &bytes));
        }
        originals.sort_by(|one, other| one.name.cmp(&other.name));
        let format = recognise(&originals).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        assert_eq!(format.name(), name);
        assert!(import(format, &originals, &Choices::default()).school.is_some(), "{name}");
    }
}

#[test]
fn a_core_subject_is_named_by_its_code_or_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("skema.csv");
    fs::write(
        &file,
        "Klasse;Fagnavn;Ugedag;Lektion;Lærer\n8A;Dansk;mandag;1;AB\n8A;Matematik;tirsdag;1;CD\n8A;KOR;onsdag;1;AB\n",
    )
    .unwrap();
    for core in ["DAN,MAT", "dansk,Matematik", "Dan*,MAT*"] {
        let (_made, school, _) = imported("", &[&file], &["--core", core]);
        let subjects = fs::read_to_string(school.join("subjects.csv")).unwrap();
        assert!(subjects.contains("Dansk;required") && subjects.contains("KOR;no"), "{subjects}");
    }
    let out = folder.path().join("school");
    let [file, out] = [&file, &out].map(|path| path.to_str().unwrap());
    let refused = run(&["import", file, "--out", out, "--core", "FYS"]);
    assert_eq!(refused.status.code(), Some(2));
}

/// Four weeks of dated lessons, in which weekdays stand too: one lesson every other week, another once.
fn dated() -> String {
    let mut text = "Ugedag;Dato;Start;Slut;Hold;Fag;Lærer;Lokale;Bemærkning\n".to_owned();
    for week in 0..4 {
        let line = |day: usize, time: &str, subject: &str, teacher: &str, remark: &str| {
            let name = ["Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag"][day];
            let date = 3 + 7 * week + day;
            format!("{name};{date:02}-08-2026;{time};8.A;{subject};{teacher};L8;{remark}\n")
        };
        let (first, second) = ("08:00;08:45", "08:50;09:35");
        let turn = if week % 2 == 0 { "Historie" } else { "Geografi" };
        text += &line(0, first, "Dansk", "AB", "");
        text += &line(0, second, "Idræt", "CD", "");
        text += &line(1, first, turn, "EF", "");
        text += &line(2, first, "Engelsk", "EF", "");
        text += &line(3, first, "Matematik og projekt", "CD og AB", "");
        if week == 1 {
            text += &line(2, second, "Biologi", "EF", "kun i dag");
        }
    }
    text
}

#[test]
fn lessons_with_dates_are_weekly_or_every_other_week_and_those_of_few_weeks_are_told() {
    let import = listed("kalender.csv", dated().as_bytes());
    let told = [("row-seldom", Some(12)), ("columns-unused", Some(1))];
    assert_eq!(said(&import), told);
    let names = vec!["Ugedag".to_owned(), "Bemærkning".to_owned()];
    let unused = Fault::Foreign(Foreign::ColumnsUnused { names });
    assert!(import.ledger.notes.iter().any(|note| note.fault == unused));
    assert_eq!(import.ledger.used, 20);
    let school = import.school.unwrap();
    let found: Vec<String> = rows(&school).into_iter().sorted().collect();
    insta::assert_debug_snapshot!(found);
}

#[test]
fn a_proposal_goes_back_into_a_list_with_dates_week_by_week() {
    let made = tempfile::tempdir().unwrap();
    let file = made.path().join("kalender.csv");
    fs::write(&file, dated()).unwrap();
    let more = ["--core", "Dansk"];
    let (_school, school, _) = imported("", &[&file], &more);
    fs::write(school.join("apprentices.csv"), "pupil;class;away\n1;8.A;mon\n").unwrap();
    let (answer, solution) = solved(&school);
    assert_eq!(solution["changed_lessons"], 1);
    let back = made.path().join("ny.csv");
    assert_eq!(exported("table", &answer, &school, &back).status.code(), Some(0));
    let (_again, again, _) = imported("", &[&back], &more);
    let proposal = load(&answer, Need::TimetableOnly).outline.unwrap();
    let found = load(&again, Need::TimetableOnly).outline.unwrap();
    let sorted = |school: &School| rows(school).into_iter().sorted().collect::<Vec<_>>();
    assert_eq!(sorted(&found), sorted(&proposal));
    // The weekday beside the date goes along.
    let text = fs::read_to_string(&back).unwrap();
    let day = |line: &&str| line.contains("Dansk") && !line.starts_with("Mandag;");
    assert_eq!(text.lines().filter(day).count(), 4, "{text}");
}

#[test]
fn headings_may_be_cut_short_and_people_may_be_called_otherwise() {
    for headings in [
        "Dag nr.;Kl.;Klassetrin;Fag/aktivitet;Voksne;Lok.",
        "Ugedag nr.;Tid;Klasse;Fag;Pædagog;Lokation",
    ] {
        let text =
            format!("{headings}\n1;8.00-8.45;8.A;Dansk;AB;12\n2;8.50-9.35;8.A;Dansk;AB;12\n");
        let import = listed("liste.csv", text.as_bytes());
        assert_eq!(said(&import), [], "{headings}");
        let found = rows(&import.school.unwrap());
        assert!(found.iter().all(|row| row.contains("\"AB\"") && row.contains("\"12\"")));
    }
}

#[test]
fn periods_may_have_letters_and_what_stands_between_teachers_may_be_a_word() {
    let text = "Day,Period,Class,Course,Teacher,Location\nMon,P1,8A,Dansk,Ann Berg and Bo Lund,12\n\
                Tue,P2,8A,Dansk,Cam Dahl,14\nWed,P3,8B,Matematik,Cam Dahl,12\n";
    let import = listed("plan.csv", text.as_bytes());
    assert_eq!(said(&import), []);
    let found: Vec<String> = rows(&import.school.unwrap()).into_iter().sorted().collect();
    insta::assert_debug_snapshot!(found);
}
