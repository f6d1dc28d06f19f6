//! `district` as a person or a script meets it.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::command::{printed, program};

/// Maths on every day but the last two, each in the first period; nothing else.
const TIMETABLE: &str = "\
class;subject;teacher;day;period
8.A;MAT;T1;mon;1
8.A;DAN;T2;tue;1
8.A;IDR;T3;wed;1
8.A;IDR;T3;thu;1
8.A;IDR;T3;thu;2
";
const SUBJECTS: &str = "subject;core\nIDR;no\n";
/// One common day, any of three.
const COMMON: &str = "place;day;one_day\nKursus;mon;yes\nKursus;tue;yes\nKursus;wed;yes\n";
/// One seat on a day.
const SEATS: &str = "place;day;pupils\nKursus;tue;1\nKursus;wed;1\n";

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A district of such schools, each with one pupil who is away so.
fn district(places: &str, schools: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "places.csv", places);
    for (name, away) in schools {
        let pupils = format!("pupil;class;away\n{name}-1;8.A;{away}\n");
        write(folder.path(), &format!("{name}/timetable.csv"), TIMETABLE);
        write(folder.path(), &format!("{name}/subjects.csv"), SUBJECTS);
        write(folder.path(), &format!("{name}/apprentices.csv"), &pupils);
    }
    folder
}

fn run(folder: &Path, options: &[&str]) -> Output {
    let mut command = program();
    command.current_dir(folder).args(["district", "."]).args(options);
    command.output().unwrap()
}

fn told(output: &Output) -> Value {
    serde_json::from_str(printed(output))
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_common_day_is_the_first_thing_that_is_told() {
    let folder = district(COMMON, &[("nord", "any@Kursus"), ("syd", "tue@Kursus|wed@Kursus")]);
    let output = run(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    insta::assert_snapshot!(printed(&output), @r"
    Wednesday is the cheapest common day for Kursus: 0 points in 2 schools; Tuesday costs 70 more.

    Kursus Monday: syd: syd-1 has no alternative then

    Points if Kursus is on
            mon  tue  wed
      nord        35    0
      syd     ✗   35    0
      all     ✗   70    0

    The schools in the cheapest answer
            points  lessons changed  pupils
      nord       0                0       1
      syd        0                0       1

    Pupils at the shared places
              day        pupils  seats
      Kursus  Wednesday       2
    ");
}

#[test]
fn the_answer_in_json_has_the_keys_of_the_format() {
    let folder = district(COMMON, &[("nord", "any@Kursus"), ("syd", "tue@Kursus|wed@Kursus")]);
    let output = run(folder.path(), &["--json"]);
    let told_of = |school: &str| {
        json!({ "school": school, "status": "optimal", "points": 0, "changed_lessons": 0,
            "away": [{ "pupil": format!("{school}-1"), "away": "wed@Kursus" }] })
    };
    let on = |day: &str, points: i64, each: i64| {
        json!({ "place": "Kursus", "days": day, "status": "optimal", "points": points, "bound": points,
            "schools": [{ "school": "nord", "points": each }, { "school": "syd", "points": each }] })
    };
    let expected = json!({
        "status": "optimal", "points": 0, "bound": 0,
        "schools": [told_of("nord"), told_of("syd")],
        "places": [{ "place": "Kursus", "day": "wed", "pupils": 2, "capacity": null }],
        "days": [
            { "place": "Kursus", "days": "mon", "status": "infeasible",
              "reasons": ["syd: syd-1 has no alternative then"] },
            on("tue", 70, 35), on("wed", 0, 0),
        ],
    });
    assert_eq!(printed(&output), serde_json::to_string_pretty(&expected).unwrap() + "\n");
    let again = run(folder.path(), &["--json", "--threads", "1"]);
    assert_eq!(printed(&output), printed(&again));
}

#[test]
fn who_loses_least_by_it_has_the_other_day_where_seats_are_few() {
    let folder = district(SEATS, &[("nord", "any@Kursus"), ("syd", "any@Kursus")]);
    let output = told(&run(folder.path(), &["--json"]));
    let away = |school: usize| output["schools"][school]["away"][0]["away"].clone();
    assert_ne!(away(0), away(1));
    assert_eq!((&output["status"], &output["points"]), (&json!("optimal"), &output["bound"]));
    let places: Vec<&Value> = output["places"].as_array().unwrap().iter().collect();
    assert_eq!(places.len(), 2);
    assert!(
        places.iter().all(|place| place["pupils"] == json!(1) && place["capacity"] == json!(1))
    );
    assert_eq!(output["days"], json!([]));
}

#[test]
fn where_seats_do_not_suffice_it_is_said_and_the_end_is_1() {
    let schools = ["nord", "syd", "vest"].map(|name| (name, "any@Kursus"));
    let folder = district(SEATS, &schools);
    let output = run(folder.path(), &["--json"]);
    assert_eq!(output.status.code(), Some(1));
    let output = told(&output);
    assert_eq!(output["status"], "infeasible");
    assert!(output["reasons"][0].as_str().unwrap().contains("seats"), "{output}");
    let output = run(folder.path(), &[]);
    insta::assert_snapshot!(printed(&output), @r"
    There is no timetable for all schools at once.

    each school by itself has a timetable, but the seats at the shared places do not suffice for all
    ");
    // With a way out that has its price one of them takes it.
    let schools = ["nord", "syd", "vest"].map(|name| (name, "any@Kursus|-"));
    let output = told(&run(district(SEATS, &schools).path(), &["--json"]));
    assert_eq!(output["status"], "optimal");
    assert!(output["points"].as_i64().unwrap() >= 500, "{output}");
}

#[test]
fn a_school_with_faults_is_told_by_its_name_and_left_out_where_that_is_asked_for() {
    let folder = district(COMMON, &[("nord", "any@Kursus"), ("syd", "tue@Kursus")]);
    write(folder.path(), "syd/timetable.csv", "class;subject;day;period\n8.A;MAT;xyz;1\n");
    write(
        folder.path(),
        "vest/timetable.csv",
        "class;subject;teacher;day;period\n1;MAT;A;mon;1\n1;DAN;A;mon;1\n",
    );
    let output = run(folder.path(), &["--language", "en"]);
    assert_eq!((output.status.code(), printed(&output)), (Some(2), ""));
    assert!(err(&output).contains("syd/timetable.csv"), "{}", err(&output));
    assert!(err(&output).contains("vest:"), "{}", err(&output));
    assert!(err(&output).contains("--without-bad"), "{}", err(&output));
    let output = run(folder.path(), &["--without-bad", "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let output = told(&output);
    assert_eq!(output["status"], "optimal");
    let statuses = |school: usize| output["schools"][school]["status"].clone();
    assert_eq!([0, 1, 2].map(statuses), ["optimal", "bad_input", "bad_input"].map(Value::from));
}

#[test]
fn a_school_without_a_timetable_is_named_with_its_reasons_and_the_others_are_answered_if_asked_for()
{
    let folder = district(COMMON, &[("nord", "any@Kursus"), ("syd", "tue@Kursus")]);
    let locked = TIMETABLE.replace("period\n", "period;locked\n").replace("tue;1", "tue;1;yes");
    write(folder.path(), "syd/timetable.csv", &locked);
    let output = run(folder.path(), &["--json"]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    let output = told(&output);
    assert_eq!(output["status"], "infeasible");
    assert_eq!(output["schools"][1]["status"], "infeasible");
    assert!(!output["schools"][1]["reasons"].as_array().unwrap().is_empty());
    let output = run(folder.path(), &["--json", "--without-bad"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let output = told(&output);
    assert_eq!(
        (&output["status"], &output["schools"][0]["status"]),
        (&json!("optimal"), &json!("optimal"))
    );
    assert_eq!(output["schools"][1]["status"], "infeasible");
}

#[test]
fn each_school_is_answered_in_its_own_folder_ready_for_plans() {
    let folder = district(COMMON, &[("nord", "any@Kursus"), ("syd", "tue@Kursus|wed@Kursus")]);
    // A school without apprentices has none.
    write(folder.path(), "vest/timetable.csv", TIMETABLE);
    write(folder.path(), "vest/subjects.csv", SUBJECTS);
    let output = run(folder.path(), &["--out", "answer"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let answer = folder.path().join("answer");
    for school in ["nord", "syd", "vest"] {
        for file in ["timetable.csv", "changes.csv", "pupils.csv", "solution.json", "report.html"] {
            assert!(answer.join(school).join(file).is_file(), "{school}/{file}");
        }
    }
    let page = fs::read_to_string(answer.join("report.html")).unwrap();
    assert!(page.contains("Kursus") && page.contains("nord") && !page.contains("<script"));
    let whole: Value =
        serde_json::from_str(&fs::read_to_string(answer.join("solution.json")).unwrap()).unwrap();
    assert_eq!(whole["status"], "optimal");
    let mut check = program();
    let judged = check
        .current_dir(folder.path())
        .args(["check", "nord", "--proposal", "answer/nord", "--json"])
        .output()
        .unwrap();
    let judged: Value = serde_json::from_slice(&judged.stdout).unwrap();
    assert_eq!(
        (&judged["breaches"], &judged["points"]),
        (&json!([]), &whole["schools"][0]["points"])
    );
    // The answer's folders are no schools.
    let again = told(&run(folder.path(), &["--json"]));
    assert_eq!(again["schools"].as_array().unwrap().len(), 3);
}

#[test]
fn shared_places_stand_in_no_school_and_names_of_two_schools_are_warned_of() {
    let folder = district(COMMON, &[("nord", "any@Kursus"), ("syd", "tue@Kursus|mon@Mill")]);
    write(folder.path(), "syd/places.csv", "place;day;pupils\nMill;mon;1\n");
    write(folder.path(), "nord/places.csv", "place;day;pupils\nMill;mon;1\n");
    let output = run(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(err(&output).contains("Mill") && err(&output).contains("nord"), "{}", err(&output));
    write(folder.path(), "nord/places.csv", "place;day;pupils\nkursus;mon;1\n");
    let output = run(folder.path(), &["--verbose"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("place-shared"), "{}", err(&output));
    assert!(err(&output).contains("nord/places.csv:2"), "{}", err(&output));
}

#[test]
fn what_is_no_district_is_said_to_be_none() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&["."][..], &["nowhere"]] {
        let mut command = program();
        let output =
            command.current_dir(folder.path()).arg("district").args(arguments).output().unwrap();
        assert_eq!((output.status.code(), printed(&output)), (Some(2), ""));
        assert!(!err(&output).is_empty());
    }
    let folder = district(COMMON, &[("nord", "any@Kursus")]);
    write(folder.path(), "places.csv", "place;day;pupils\nKursus;xyz;1\n");
    let output = run(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(err(&output).matches("places.csv").count(), 1, "{}", err(&output));
}

#[test]
fn a_limit_of_no_time_is_undecided() {
    let folder = district(COMMON, &[("nord", "any@Kursus"), ("syd", "any@Kursus")]);
    let output = run(folder.path(), &["--time-limit", "0s", "--json"]);
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(told(&output)["status"], "undecided");
}

#[test]
fn a_generated_district_is_the_same_for_the_same_seed_and_can_be_solved() {
    let folder = tempfile::tempdir().unwrap();
    let generate = |out: &str| {
        let mut command = program();
        let options = ["generate", out, "--district", "2", "--parallel", "1", "--seed", "4"];
        let output = command.current_dir(folder.path()).args(options).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    };
    generate("one");
    generate("two");
    for file in ["places.csv", "skole-1/timetable.csv", "skole-2/apprentices.csv"] {
        let [one, two] =
            ["one", "two"].map(|out| fs::read(folder.path().join(out).join(file)).unwrap());
        assert_eq!(one, two, "{file}");
    }
    let output = told(&run(&folder.path().join("one"), &["--json"]));
    assert_eq!(output["days"].as_array().unwrap().len(), 5);
    assert_eq!(output["points"], output["bound"]);
}
