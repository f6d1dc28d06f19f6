//! The program as a person or a script meets it: arguments in, streams, files and an exit code out.

use crate::command::program;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Output, Stdio};

use insta::assert_snapshot;
use tempfile::TempDir;

const TIMETABLE: &str = "\
class;subject;teacher;day;period
8.A;MAT;T1;thu;1
8.A;DAN;T2;thu;2
8.A;ENG;T3;wed;1
8.A;IDR;T4;tue;1
8.A;IDR;T4;tue;2
";

fn school(apprentices: &str) -> TempDir {
    school_with(TIMETABLE, apprentices)
}

fn school_with(timetable: &str, apprentices: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("timetable.csv"), timetable).unwrap();
    fs::write(folder.path().join("apprentices.csv"), apprentices).unwrap();
    fs::write(folder.path().join("subjects.csv"), "subject;core\nIDR;no\n").unwrap();
    folder
}

fn away_on(day: &str) -> String {
    format!("pupil;class;away\n8A-03;8.A;{day}\n")
}

fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

fn path(folder: &Path) -> &str {
    folder.to_str().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn help_names_every_command_and_option() {
    let help =
        ["", "solve", "check", "compare", "whatif", "explain", "generate", "aliases", "rules"].map(
            |command| {
                let arguments: Vec<&str> = command.split_whitespace().chain(["--help"]).collect();
                let output = run(&arguments);
                assert_eq!(code(&output), 0);
                out(&output).to_owned()
            },
        );
    assert_snapshot!(help.join("\n----\n"));
}

#[test]
fn a_command_that_cannot_be_understood_ends_with_2() {
    let school = school(&away_on("fri"));
    let folder = path(school.path());
    for arguments in [
        &[][..],
        &["solv"],
        &["check"],
        &["check", folder, "--language", "fr"],
        &["solve"],
        &["solve", folder, "--out"],
        &["solve", folder, "--out", "x", "--threads", "0"],
        &["solve", folder, "--out", "x", "--time-limit", "soon"],
        &["solve", folder, "--out", "x", "--time-limit", "99999999999999999h"],
    ] {
        let output = run(arguments);
        assert_eq!((code(&output), out(&output)), (2, ""), "{arguments:?}");
        assert!(!err(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let output = run(&["--version"]);
    assert_eq!(out(&output), format!("mesterskema {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_check_in_which_nothing_required_is_missed_ends_with_0() {
    let school = school(&away_on("wed"));
    let output = run(&["check", path(school.path())]);
    assert_eq!((code(&output), err(&output)), (0, ""));
    assert_snapshot!(out(&output), @r"
    The timetable has no faults.

    Apprentices miss 0 required and 1 desired period of core lessons.
      8A-03  8.A  ENG  wed 1  desired
    ");
}

#[test]
fn a_check_that_finds_a_required_lesson_missed_ends_with_1_whatever_the_effort() {
    let school = school(&away_on("thu"));
    for effort in [&[][..], &["--best-effort"], &["--best-effort", "--json"]] {
        let arguments = [&["check", path(school.path())], effort].concat();
        assert_eq!(code(&run(&arguments)), 1, "{effort:?}");
    }
}

#[test]
fn a_check_that_finds_a_fault_ends_with_1_unless_faults_are_accepted() {
    let clash = format!("{TIMETABLE}8.B;DAN;T1;thu;1\n");
    let school = school_with(&clash, &away_on("fri"));
    let output = run(&["check", path(school.path())]);
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("H2"), "{}", out(&output));
    assert_eq!(code(&run(&["check", path(school.path()), "--accept-faults"])), 0);
}

#[test]
fn a_check_in_json_prints_json_and_nothing_else() {
    let school = school(&away_on("thu"));
    let output = run(&["check", path(school.path()), "--json"]);
    let answer: serde_json::Value = serde_json::from_str(out(&output)).unwrap();
    let keys: Vec<&String> = answer.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["faults", "breaches", "missed", "points"]);
    assert_eq!(answer["missed"].as_array().unwrap().len(), 2);
}

#[test]
fn a_check_needs_no_apprentices() {
    let school = school(&away_on("thu"));
    fs::remove_file(school.path().join("apprentices.csv")).unwrap();
    assert_eq!(code(&run(&["check", path(school.path())])), 0);
}

#[test]
fn bad_input_is_told_on_the_error_stream_in_the_language_asked_for_and_ends_with_2() {
    let school = school_with("class;subject;day;period\n8.A;MAT;t;1\n", &away_on("thu"));
    let output = run(&["check", path(school.path()), "--language", "sv"]);
    assert_eq!((code(&output), out(&output)), (2, ""));
    assert!(
        err(&output).contains("Fel i timetable.csv, rad 2, kolumn C (day): "),
        "{}",
        err(&output)
    );
    assert!(!err(&output).contains('\u{1b}'), "no colours where nobody sees them");
}

#[test]
fn the_school_decides_the_language_unless_another_is_asked_for() {
    let school = school(&away_on("fri"));
    fs::write(school.path().join("school.toml"), "language = \"da\"\n").unwrap();
    let folder = path(school.path());
    assert!(out(&run(&["check", folder])).starts_with("Skemaet"));
    assert!(out(&run(&["check", folder, "--language", "sv"])).starts_with("Schemat"));
}

#[test]
fn the_faults_of_a_school_are_told_in_its_own_language() {
    let school = school_with("class;subject;day;period\n8.A;MAT;t;1\n", &away_on("thu"));
    fs::write(school.path().join("school.toml"), "language = \"da\"\n").unwrap();
    let folder = path(school.path());
    assert!(err(&run(&["check", folder])).contains("Fejl i timetable.csv, række 2, "));
    assert!(err(&run(&["check", folder, "--language", "sv"])).contains("Fel i "));
}

#[test]
fn the_schools_own_folder_is_refused_for_the_answer_by_whatever_path() {
    let school = school(&away_on("fri"));
    fs::create_dir(school.path().join("sub")).unwrap();
    let folder = path(school.path());
    for spelling in [folder.to_owned(), format!("{folder}/"), format!("{folder}/sub/..")] {
        let output = run(&["solve", folder, "--out", &spelling]);
        assert_eq!((code(&output), out(&output)), (2, ""), "{spelling}");
        assert!(err(&output).contains("the school's own folder"), "{}", err(&output));
    }
    assert_eq!(fs::read_to_string(school.path().join("timetable.csv")).unwrap(), TIMETABLE);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_schools_own_folder_is_refused_for_the_answer() {
    let school = school(&away_on("fri"));
    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("link");
    std::os::unix::fs::symlink(school.path(), &link).unwrap();
    let output = run(&["solve", path(school.path()), "--out", path(&link)]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("the school's own folder"), "{}", err(&output));
}

#[test]
fn another_schools_folder_is_refused_for_the_answer() {
    let (school, other) = (school(&away_on("fri")), school(&away_on("mon")));
    let output = run(&["solve", path(school.path()), "--out", path(other.path())]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("a school's folder"), "{}", err(&output));
}

#[test]
fn a_folder_that_cannot_be_written_to_is_refused_before_the_search() {
    let school = school(&away_on("fri"));
    let file = school.path().join("subjects.csv");
    for target in [file.clone(), file.join("answer")] {
        let output = run(&["solve", path(school.path()), "--out", path(&target)]);
        assert_eq!((code(&output), out(&output)), (2, ""));
        assert!(err(&output).contains("cannot write to"), "{}", err(&output));
    }
}

#[test]
fn solving_a_timetable_with_faults_ends_with_2_and_says_what_can_be_done() {
    let clash = format!("{TIMETABLE}8.B;DAN;T1;thu;1\n");
    let school = school_with(&clash, &away_on("fri"));
    let answer = tempfile::tempdir().unwrap();
    let output = run(&["solve", path(school.path()), "--out", path(answer.path())]);
    assert_eq!((code(&output), out(&output)), (2, ""));
    assert!(err(&output).contains("Error in timetable.csv, row "), "{}", err(&output));
    assert!(err(&output).contains("--accept-faults"), "{}", err(&output));
    assert_eq!(fs::read_dir(answer.path()).unwrap().count(), 0);
}

#[test]
fn a_run_that_ends_with_2_makes_no_folder() {
    let clash = format!("{TIMETABLE}8.B;DAN;T1;thu;1\n");
    let school = school_with(&clash, &away_on("fri"));
    let parent = tempfile::tempdir().unwrap();
    let answer = parent.path().join("a").join("b");
    let output = run(&["solve", path(school.path()), "--out", path(&answer)]);
    assert_eq!(code(&output), 2);
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
}

#[test]
fn a_number_of_threads_must_be_at_least_one() {
    let output = run(&["solve", "school", "--out", "x", "--threads", "0"]);
    assert!(err(&output).contains("write a whole number, 1 or more"), "{}", err(&output));
}

#[test]
fn a_check_in_json_tells_what_is_wrong_with_the_input_and_ends_with_2() {
    let school = school_with("class;subject;day;period\n8.A;MAT;t;1\n", &away_on("thu"));
    let output = run(&["check", path(school.path()), "--json"]);
    let answer: serde_json::Value = serde_json::from_str(out(&output)).unwrap();
    let fault = &answer["faults"][0];
    assert_eq!((code(&output), &fault["file"]), (2, &"timetable.csv".into()));
    assert_eq!((fault["line"].as_u64(), &answer["points"]), (Some(2), &serde_json::Value::Null));
    assert!(fault["message"].as_str().is_some_and(|message| message.contains("\"t\"")));
    assert!(err(&output).contains("Error in timetable.csv, row 2, "), "{}", err(&output));
}

#[test]
fn solving_bad_input_in_json_prints_no_json() {
    let school = school_with("class;subject;day;period\n8.A;MAT;t;1\n", &away_on("thu"));
    let (output, answer) = solve(&school, &["--json"]);
    assert_eq!((code(&output), out(&output)), (2, ""));
    assert_eq!(names_in(&answer), [""; 0]);
}

#[test]
fn names_of_any_length_can_be_told() {
    let long = "å".repeat(70_000);
    let pupil = format!("pupil;class;away\n{long};8.A;thu\n");
    let school = school(&pupil);
    assert_eq!(code(&run(&["check", path(school.path())])), 1);
    let (output, _) = solve(&school, &[]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).contains("åå…  8.A"), "{}", out(&output));
}

#[test]
fn a_reader_who_closes_the_stream_early_is_no_trouble() {
    let mut child =
        program().arg("rules").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert_eq!((child.wait().unwrap().code(), told.as_str()), (Some(0), ""));
}

#[test]
fn the_aliases_and_the_rules_are_printed() {
    for command in ["aliases", "rules"] {
        let output = run(&[command]);
        assert_eq!((code(&output), err(&output)), (0, ""));
        assert!(!out(&output).is_empty());
    }
    assert!(out(&run(&["rules", "--language", "da"])).starts_with("Regler"));
}

/// Runs `solve` on the school into a new folder.
fn solve(school: &TempDir, options: &[&str]) -> (Output, TempDir) {
    let answer = tempfile::tempdir().unwrap();
    let output = solve_into(school, &answer, options);
    (output, answer)
}

fn solve_into(school: &TempDir, answer: &TempDir, options: &[&str]) -> Output {
    let folders = ["solve", path(school.path()), "--out", path(answer.path())];
    run(&[&folders[..], options].concat())
}

fn names_in(folder: &TempDir) -> Vec<String> {
    let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

/// No lesson can move, and the pupil is away during one that is required.
fn stuck_school() -> TempDir {
    let locked = "class;subject;day;period;locked\n8.A;MAT;thu;1;yes\n8.A;IDR;fri;1;\n";
    school_with(locked, &away_on("thu"))
}

#[test]
fn a_proven_answer_ends_with_0_and_is_in_five_files() {
    let (output, answer) = solve(&school(&away_on("thu")), &["--require-proof"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).contains("proven"), "{}", out(&output));
    let files = ["changes.csv", "pupils.csv", "report.html", "solution.json", "timetable.csv"];
    assert_eq!(names_in(&answer), files);
}

#[test]
fn without_a_folder_for_it_the_answer_is_printed_alone_and_that_is_said() {
    let school = school(&away_on("thu"));
    let before = names_in(&school);
    let printed = run(&["solve", path(school.path()), "--language", "da"]);
    assert_eq!(code(&printed), 0);
    assert!(err(&printed).contains("Intet er skrevet"), "{}", err(&printed));
    assert_eq!(names_in(&school), before);
    let (written, _answer) = solve(&school, &["--language", "da"]);
    assert_eq!(out(&printed), out(&written));
}

#[test]
fn solving_in_json_prints_exactly_what_is_in_solution_json() {
    let (output, answer) = solve(&school(&away_on("thu")), &["--json"]);
    let written = fs::read_to_string(answer.path().join("solution.json")).unwrap();
    assert_eq!(out(&output), written);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap()["status"], "optimal");
}

#[test]
fn the_judge_agrees_with_an_answer_that_it_is_shown_again() {
    let school = school(&away_on("thu"));
    let (solved, answer) = solve(&school, &["--json"]);
    let proposal = path(answer.path());
    let checked = run(&["check", path(school.path()), "--proposal", proposal, "--json"]);
    assert_eq!(code(&checked), 0, "{}", err(&checked));
    let solved: serde_json::Value = serde_json::from_str(out(&solved)).unwrap();
    let checked: serde_json::Value = serde_json::from_str(out(&checked)).unwrap();
    assert_eq!(checked["points"], solved["points"]);
    assert_eq!(checked["breaches"].as_array().unwrap().len(), 0);
}

#[test]
fn a_school_without_a_timetable_ends_with_1_and_leaves_no_table_of_an_earlier_answer() {
    let (_, answer) = solve(&school(&away_on("thu")), &[]);
    let output = solve_into(&stuck_school(), &answer, &[]);
    assert_eq!(code(&output), 1, "{}", err(&output));
    assert_eq!(names_in(&answer), ["report.html", "solution.json"]);
    let written = fs::read_to_string(answer.path().join("solution.json")).unwrap();
    let solution: serde_json::Value = serde_json::from_str(&written).unwrap();
    let keys: Vec<&String> = solution.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["status", "reasons", "seconds"]);
    assert_eq!(solution["reasons"].as_array().unwrap().len(), 1);
}

#[test]
fn best_effort_answers_where_a_required_lesson_must_be_missed() {
    let (output, _) = solve(&stuck_school(), &["--best-effort", "--json"]);
    let solution: serde_json::Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!((code(&output), &solution["points"]), (0, &1000.into()));
}

#[test]
fn a_fault_is_told_with_its_code_and_its_line_for_whoever_asks() {
    let school = school_with("class;subject;day;period\n8.A;MAT;t;1\n", &away_on("thu"));
    let output = run(&["check", path(school.path()), "--verbose"]);
    assert!(err(&output).contains("error[day-too-short]"), "{}", err(&output));
    assert!(err(&output).contains("^ column day"), "{}", err(&output));
}

#[test]
fn who_says_no_language_is_spoken_to_in_that_of_the_headings_or_the_system() {
    let headings = "klasse;fag;dag;lektion\n8.A;MAT;t;1\n";
    let danish = school_with(headings, &away_on("thu"));
    let english = school_with(
        &headings.replace("klasse;fag;dag;lektion", "class;subject;day;period"),
        &away_on("thu"),
    );
    let told = |school: &tempfile::TempDir, locale: &str| {
        let output = program().env("LC_ALL", locale).args(["check", path(school.path())]).output();
        err(&output.unwrap()).to_owned()
    };
    assert!(told(&danish, "sv_SE.UTF-8").contains("\nFejl i "));
    assert!(told(&english, "sv_SE.UTF-8").contains("\nFel i "));
    assert!(told(&english, "C.UTF-8").contains("\nError in "));
}

#[test]
fn many_clashes_of_a_class_are_counted_and_its_division_is_asked_for() {
    let times =
        ["mon", "tue", "wed", "thu", "fri"].into_iter().flat_map(|day| [(day, 1), (day, 3)]);
    let both =
        times.map(|(day, period)| format!("8.A;TYS;{day};{period}\n8.A;FRA;{day};{period}\n"));
    let rows = format!("class;subject;day;period\n{}", both.collect::<Vec<_>>().concat());
    let school = school_with(&rows, &away_on("thu"));
    let told = out(&run(&["check", path(school.path())])).to_owned();
    assert_eq!(told.matches("two lessons at once").count(), 8, "{told}");
    assert!(
        told.contains("and 2 more of the same kind") && told.contains("is the class divided"),
        "{told}"
    );
    let told = err(&run(&["solve", path(school.path()), "--out", path(&school.path().join("x"))]))
        .to_owned();
    assert_eq!(told.matches("two lessons at once").count(), 3, "{told}");
    assert!(told.contains("and 7 more of the same kind, row "), "{told}");
}

#[test]
fn a_workbook_to_fill_in_has_everything_but_the_rows_and_is_never_replaced() {
    let made = tempfile::tempdir().unwrap();
    for (language, missing) in [
        ("da", "skemaet har ingen rækker"),
        ("sv", "schemat har inga rader"),
        ("en", "the timetable has no rows"),
    ] {
        let book = made.path().join(format!("{language}.xlsx"));
        let arguments = ["template", path(&book), "--language", language];
        assert_eq!(code(&run(&arguments)), 0);
        let told = err(&run(&["check", path(&book), "--language", language])).to_owned();
        assert!(
            told.contains(missing) && told.lines().filter(|line| line.contains(": ")).count() == 2,
            "{told}"
        );
        assert_eq!(code(&run(&arguments)), 2);
    }
}

#[test]
fn accepted_faults_are_warnings() {
    let clash = format!("{TIMETABLE}8.B;DAN;T1;thu;1\n");
    let (output, _) = solve(&school_with(&clash, &away_on("fri")), &["--accept-faults"]);
    assert_eq!(code(&output), 0);
    assert!(err(&output).contains("Warning in timetable.csv, row "), "{}", err(&output));
}

#[test]
fn a_limit_that_stops_the_search_before_a_proposal_ends_with_3() {
    let (output, answer) = solve(&school(&away_on("thu")), &["--time-limit", "0s"]);
    assert_eq!(code(&output), 3, "{}", out(&output));
    assert_eq!(names_in(&answer), ["report.html", "solution.json"]);
}

#[test]
fn an_export_replaces_no_file_of_the_school() {
    let school = school(&away_on("thu"));
    let timetable = school.path().join("timetable.csv");
    let output = run(&["export", "--to", "xlsx", path(school.path()), "--out", path(&timetable)]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&timetable).unwrap(), TIMETABLE);
    let beside = school.path().join("new.xlsx");
    let exported = [(); 2]
        .map(|()| run(&["export", "--to", "xlsx", path(school.path()), "--out", path(&beside)]));
    assert_eq!(exported.map(|output| output.status.code()), [Some(0), Some(2)]);
}

#[test]
fn names_in_options_are_found_whatever_their_case() {
    let school = school(&away_on("thu"));
    let asked = [
        vec!["compare", path(school.path()), "--pupil", " 8a-03"],
        vec!["whatif", path(school.path()), "--grow", "0", "--classes", "8.a"],
    ];
    assert_eq!(asked.map(|asked| run(&asked).status.code()), [Some(0); 2]);
}

#[test]
fn a_named_file_that_is_not_there_is_said_to_be_missing() {
    let school = school(&away_on("thu"));
    let nowhere = school.path().join("nowhere.csv");
    let import = ["import", "--from", "untis", path(&nowhere), "--out", path(&nowhere)];
    for asked in [&["whatif", path(school.path()), path(&nowhere)][..], &import] {
        let output = run(asked);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(told.starts_with("Error in ") && told.contains("nowhere.csv: "), "{told}");
    }
}

#[test]
fn a_file_without_xml_is_told_with_its_beginning() {
    let folder = tempfile::tempdir().unwrap();
    let told = |text: &str| {
        let file = folder.path().join("school.xml");
        fs::write(&file, text).unwrap();
        let out = folder.path().join("out");
        let output = run(&["import", "--from", "asc", path(&file), "--out", path(&out)]);
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(told(" \n").starts_with("Error in school.xml: "));
    assert!(told("1;8A;MAT").contains("1;8A;MAT …"));
}

#[test]
fn what_has_no_place_is_told_without_an_arrow_to_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("users.csv");
    fs::write(&file, "sourcedId\n").unwrap();
    let out = folder.path().join("out");
    let output = run(&["import", "--from", "oneroster", path(&file), "--out", path(&out)]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("classes.csv") && !told.contains("-->"), "{told}");
}
