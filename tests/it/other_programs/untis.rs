//! Untis.

use std::fs;
use std::path::PathBuf;

use mesterskema::import::{Format, Import, Original, collect};

use super::{decide, exported, fixture, imported, loaded, original, read, rows, run, said, solved};

fn files() -> Vec<Original> {
    collect(&[fixture("untis")]).unwrap()
}

fn of(files: &[Original]) -> Import {
    read(Format::Untis, files)
}

fn school_of_files() -> (tempfile::TempDir, PathBuf) {
    let (made, school, told) = imported("untis", &[&fixture("untis")], &[]);
    decide(&school, &told, &[], "8A", "thu");
    (made, school)
}

#[test]
fn every_line_is_used_or_rejected_with_its_reason_and_place() {
    let import = of(&files());
    let lines =
        fs::read(fixture("untis/GPU001.TXT")).unwrap().split(|&byte| byte == b'\n').count() - 1;
    assert_eq!(import.ledger.rows(), lines);
    let rejected: Vec<_> =
        import.ledger.rejected.iter().map(|one| (one.fault.code(), one.location.line)).collect();
    let last = u32::try_from(lines).unwrap();
    let expected = [("row-unplaced", last - 3), ("row-ignored", last - 2), ("row-wrong", last)];
    assert_eq!(rejected, expected.map(|(code, line)| (code, Some(line))));
}

#[test]
fn lines_are_joined_with_lessons_names_rooms_and_requests() {
    let import = of(&files());
    let school = import.school.unwrap();
    let band =
        school.lessons.iter().find(|lesson| lesson.pieces[0].subject.as_str() == "FRA").unwrap();
    let group = band.pieces[0].group.as_ref().unwrap();
    assert_eq!((group.division.as_str(), group.part.as_str()), ("FRA/TYS", "FRA_8"));
    assert_eq!(school.weeks.iter().map(ToString::to_string).collect::<Vec<_>>(), ["A", "B"]);
    let kinds: Vec<_> =
        ["L1", "L2", "L3"].iter().map(|&room| school.rooms[&room.into()].kind.clone()).collect();
    assert!(kinds[0].is_some() && kinds.iter().all(|kind| *kind == kinds[0]));
    assert_eq!(school.teachers[&"CD".into()].unavailable.len(), 2);
    let locked = school.lessons.iter().filter(|lesson| lesson.locked);
    assert_eq!(
        locked.map(|lesson| lesson.pieces[0].subject.as_str()).collect::<Vec<_>>(),
        ["IDR", "IDR", "VAG"]
    );
}

#[test]
fn names_that_a_cell_cannot_hold_are_rewritten_and_told() {
    let import = of(&files());
    let codes: Vec<_> = said(&import).into_iter().map(|(code, _)| code).collect();
    assert!(codes.contains(&"name-rewritten"));
    assert!(import.school.unwrap().classes.contains_key(&"8B & L".into()));
}

#[test]
fn particulars_of_persons_are_neither_read_nor_kept() {
    let (_made, school) = school_of_files();
    assert!(said(&of(&files())).iter().any(|(code, _)| *code == "personal-dropped"));
    assert!(school.join("original/GPU001.TXT").exists());
    assert!(!school.join("original/GPU004.TXT").exists());
}

#[test]
fn a_name_that_no_list_has_is_an_error_at_its_line() {
    let mut files = files();
    let plan = files.iter_mut().find(|file| file.name == "GPU001.TXT").unwrap();
    plan.bytes = String::from_utf8_lossy(&plan.bytes).replacen("\"CD\"", "\"XY\"", 1).into_bytes();
    let import = of(&files);
    assert!(import.school.is_none());
    assert!(said(&import).contains(&("reference-unknown", Some(4))), "{:?}", said(&import));
}

#[test]
fn semicolons_tabs_and_short_lines_are_read_alike() {
    for delimiter in [';', '\t'] {
        let line = "4063;\"12ZU4A\";\"HOO\";\"ENG\";\"3035\";2;13\r\n"
            .replace(';', &delimiter.to_string());
        let import = of(&[original("gpu001.txt", line.as_bytes())]);
        assert_eq!(import.ledger.used, 1, "{:?}", import.ledger);
    }
}

#[test]
fn an_unchanged_timetable_goes_back_byte_by_byte() {
    let (made, school) = school_of_files();
    let out = made.path().join("GPU001.TXT");
    let run =
        run(&["export", "--to", "untis", school.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(fs::read(out).unwrap(), fs::read(fixture("untis/GPU001.TXT")).unwrap());
}

#[test]
fn a_proposal_goes_back_and_is_the_same_school_when_it_is_imported_again() {
    let (made, school) = school_of_files();
    let (answer, solution) = solved(&school);
    assert_eq!(solution["status"], "optimal", "{solution}");
    assert!(solution["changed_lessons"].as_i64().unwrap() > 0);
    let back = made.path().join("back");
    fs::create_dir(&back).unwrap();
    for file in ["GPU002.TXT", "GPU003.TXT", "GPU004.TXT", "GPU005.TXT", "GPU006.TXT", "GPU016.TXT"]
    {
        fs::copy(fixture("untis").join(file), back.join(file)).unwrap();
    }
    let out = back.join("GPU001.TXT");
    let run = exported("untis", &answer, &school, &out);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    fs::rename(back.join("GPU001-moves.csv"), made.path().join("moves.csv")).unwrap();
    let (_again, again, told) = imported("untis", &[&back], &[]);
    decide(&again, &told, &[], "8A", "thu");
    fs::copy(answer.join("timetable.csv"), school.join("timetable.csv")).unwrap();
    assert_eq!(rows(&loaded(&again).school.unwrap()), rows(&loaded(&school).school.unwrap()));
}

#[test]
fn a_timetable_that_was_edited_since_does_not_go_back() {
    let (made, school) = school_of_files();
    let text = fs::read_to_string(school.join("timetable.csv")).unwrap();
    fs::write(school.join("timetable.csv"), text.replacen(";mon;1;", ";mon;4;", 1)).unwrap();
    let out = made.path().join("GPU001.TXT");
    let run =
        run(&["export", "--to", "untis", school.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(run.status.code(), Some(2));
    assert!(!out.exists());
}

#[test]
fn two_spellings_that_are_nearly_one_name_are_told_of() {
    let made = tempfile::tempdir().unwrap();
    let file = made.path().join("GPU001.TXT");
    fs::write(
        &file,
        "1,\"8A\",\"AB\",\"DAN\",\"Hal 1\",1,1,,\r\n2,\"8A\",\"AB\",\"DAN\",\"Hal1 \",2,1,,\r\n",
    )
    .unwrap();
    let (_made, _, told) = imported("untis", &[&file], &[]);
    let codes =
        told["diagnostics"].as_array().unwrap().iter().map(|found| found["code"].as_str().unwrap());
    assert!(codes.collect::<Vec<_>>().contains(&"names-alike"), "{told}");
}

#[test]
fn a_personal_number_stops_the_import_and_is_never_repeated() {
    let mut files = files();
    let plan = files.iter_mut().find(|file| file.name == "GPU001.TXT").unwrap();
    plan.bytes =
        String::from_utf8_lossy(&plan.bytes).replace("\"CD\"", "\"311299-0001\"").into_bytes();
    let import = of(&files);
    assert!(import.school.is_none());
    assert!(said(&import).iter().any(|(code, _)| *code == "personal-number"));
    let mut shown = format!("{:?}", import.ledger);
    for language in mesterskema::domain::Language::ALL {
        shown.extend(import.ledger.diagnostics().map(|found| found.wording(language).message));
    }
    assert!(!shown.contains("311299") && !shown.contains("0001"), "{shown}");
}

#[test]
fn a_file_that_breaks_off_within_quotation_marks_or_is_no_text_is_an_error() {
    let cut =
        of(&[original("GPU001.TXT", b"1,\"8A\",\"AB\",\"DAN\",\"L1\",1,1,,\r\n2,\"8A\",\"A")]);
    assert_eq!(said(&cut), [("quote-unclosed", Some(2))]);
    assert_eq!(said(&of(&[original("GPU001.TXT", b"1,\0\0,2")])), [("file-binary", None)]);
}

#[test]
fn more_lines_than_any_school_has_are_refused_and_none_is_lost_silently() {
    let line = b"1,\"8A\",\"AB\",\"DAN\",\"L1\",1,1,,\r\n";
    let import = of(&[original("GPU001.TXT", &line.repeat(200_001))]);
    assert_eq!(said(&import), [("too-many-rows", None)]);
}

#[test]
fn what_a_school_looks_like_is_told_in_its_readers_language() {
    for language in ["da", "sv", "en"] {
        let made = tempfile::tempdir().unwrap();
        let out = made.path().join("school");
        let files = fixture("untis");
        let arguments = [
            "import",
            "--from",
            "untis",
            "--language",
            language,
            files.to_str().unwrap(),
            "--out",
            out.to_str().unwrap(),
        ];
        let output = run(&arguments);
        let text = String::from_utf8(output.stdout).unwrap();
        let text = text.replace(&out.display().to_string(), "SCHOOL");
        insta::assert_snapshot!(format!("look_{language}"), text);
    }
}

#[test]
fn groups_of_a_class_that_are_at_once_in_different_lessons_divide_it() {
    let plan = "1,\"8A\",\"AB\",\"TYS\",\"L1\",1,1,,\r\n2,\"8A\",\"CD\",\"FRA\",\"L2\",1,1,,\r\n";
    let line = |number: u8, teacher: &str, subject: &str| {
        let mut cells = vec![String::new(); 46];
        (cells[0], cells[4]) = (number.to_string(), "\"8A\"".to_owned());
        (cells[5], cells[6], cells[41]) =
            (teacher.to_owned(), subject.to_owned(), format!("{subject}_8"));
        cells.join(",") + "\r\n"
    };
    let lessons = line(1, "AB", "TYS") + &line(2, "CD", "FRA");
    let files =
        [original("GPU001.TXT", plan.as_bytes()), original("GPU002.TXT", lessons.as_bytes())];
    let school = of(&files).school.unwrap();
    let groups: Vec<_> =
        school.lessons.iter().map(|lesson| lesson.pieces[0].group.clone().unwrap()).collect();
    assert_eq!(groups[0].division, groups[1].division);
    assert!(mesterskema::check::faults(&school).is_empty());
}

#[test]
fn bells_come_from_the_list_of_periods_and_lessons_by_minutes_are_told_of() {
    let times = "1\t1\t1\t0800\t0845\r\n4\t1\t2\t900\t945\r\n4\t1\t3\t1000\t0945\r\n";
    let plan = "1,\"8A\",\"AB\",\"DAN\",\"L1\",1,1,,\r\n2,\"8A\",\"AB\",\"DAN\",\"L1\",4,2,45,\r\n3,\"8A\",\"AB\",\"DAN\",\"L1\",4,2,,\r\n";
    let made = tempfile::tempdir().unwrap();
    for (name, text) in [("GPU001.TXT", plan), ("time.txt", times)] {
        fs::write(made.path().join(name), text).unwrap();
    }
    let (_made, school, told) = imported("untis", &[made.path()], &[]);
    let periods = fs::read_to_string(school.join("periods.csv")).unwrap();
    assert!(periods.contains("mon;1;;08:00;08:45") && periods.contains("thu;2;;09:00;09:45"));
    assert!(periods.contains("thu;1;;;"), "{periods}");
    let codes = |list: &str| {
        told[list].as_array().unwrap().iter().map(|one| one["code"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(codes("rejected"), ["row-in-minutes"]);
    assert!(codes("notes").contains(&"row-wrong".into()), "{told}");
}

#[test]
fn an_export_of_what_did_not_move_says_so_in_a_sentence() {
    let (made, school) = school_of_files();
    for (language, sentence) in
        [("da", "Intet er flyttet"), ("sv", "Inget har flyttats"), ("en", "Nothing has moved")]
    {
        let out = made.path().join(format!("{language}.TXT"));
        let [school, out] = [&school, &out].map(|path| path.to_str().unwrap());
        let run = run(&["export", "--to", "untis", school, "--out", out, "--language", language]);
        let said = String::from_utf8(run.stdout).unwrap();
        assert!(said.starts_with(sentence) && said.contains(out), "{said}");
    }
}

#[test]
fn what_is_said_of_persons_and_of_names_is_in_the_readers_language() {
    use mesterskema::domain::Language;
    let mut files = files();
    let plan = files.iter_mut().find(|file| file.name == "GPU001.TXT").unwrap();
    plan.bytes = String::from_utf8_lossy(&plan.bytes).replacen("\"CD\"", "\"XY\"", 1).into_bytes();
    let import = of(&files);
    let all = |language| {
        import
            .ledger
            .diagnostics()
            .map(|one| one.wording(language).message)
            .collect::<Vec<_>>()
            .join("\n")
    };
    let (danish, swedish) = (all(Language::Danish), all(Language::Swedish));
    assert!(danish.contains("efternavn") && danish.contains("lærer \"XY\""), "{danish}");
    assert!(swedish.contains("efternamn") && swedish.contains("lärare \"XY\""), "{swedish}");
    assert!(!danish.contains("surname") && !danish.contains("teacher"), "{danish}");
}

#[test]
fn texts_that_may_be_weeks_are_told_of_where_no_file_of_lessons_says_more() {
    let import = of(&[original("GPU001.TXT", b"1,\"8A\",\"AB\",\"DAN\",\"L1\",1,1,,\"A\"\r\n")]);
    assert_eq!(said(&import), [("rule-unmapped", Some(1))]);
}
