//! FET itself takes back what was made of its examples: it makes a timetable, an apprentice needs a subject on another day,
//! and FET accepts the proposal with every time fixed. Needs `fet-cl` and FET's examples (Debian: `fet`, `fet-data`).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use mesterskema::domain::School;
use mesterskema::import::{Format, collect};
use serde_json::Value;

use super::{exported, imported, loaded, read, run};
use crate::passed_over::pass_over;

const EXAMPLES: &str = "/usr/share/doc/fet-data/examples/FET-5-official";
/// The same timetable each time.
const SEEDS: [&str; 6] = [
    "--randomseeds10=1",
    "--randomseeds11=2",
    "--randomseeds12=3",
    "--randomseeds20=4",
    "--randomseeds21=5",
    "--randomseeds22=6",
];
/// How many apprentices are tried until one makes something move, but not half of the school: FET needs long for that.
const TRIES: usize = 24;
const MOST: u64 = 5;

/// Has FET make a timetable, or check one whose times are all fixed; whether it could, in the time that it has.
fn fet(task: &Path, out: &Path, seconds: &str) -> bool {
    let mut command = Command::new("timeout");
    command.args([seconds, "fet-cl", "--htmllevel=0"]).args(SEEDS);
    command.arg(format!("--inputfile={}", task.display()));
    command.arg(format!("--outputdir={}", out.display()));
    let output = command.output().unwrap();
    [&output.stdout, &output.stderr]
        .iter()
        .any(|text| String::from_utf8_lossy(text).contains("Simulation successful"))
}

fn is_there(example: &Path) -> bool {
    let has_program = Command::new("fet-cl").arg("--version").output().is_ok();
    has_program && example.exists()
}

/// Classes with a subject of two to five lessons a week, and the day that has the fewest of them.
fn apprentices(school: &School) -> Vec<(String, String, String)> {
    let mut days: BTreeMap<(String, String), BTreeMap<String, usize>> = BTreeMap::new();
    for lesson in school.lessons.iter().filter(|lesson| !school.is_locked(lesson)) {
        let classes: BTreeSet<_> = lesson.pieces.iter().flat_map(|piece| &piece.classes).collect();
        let subject = lesson.pieces[0].subject.to_string();
        let day = lesson.start.unwrap().day.code().to_owned();
        for class in classes {
            let known = days.entry((class.to_string(), subject.clone())).or_default();
            *known.entry(day.clone()).or_default() += 1;
        }
    }
    let usual =
        days.into_iter().filter(|(_, days)| (2..=5).contains(&days.values().sum::<usize>()));
    let rarest = |days: BTreeMap<String, usize>| days.into_iter().min_by_key(|(_, count)| *count);
    let found =
        usual.filter_map(|((class, subject), days)| Some((class, subject, rarest(days)?.0)));
    found.collect()
}

/// The first of some apprentices for whom something must move, and for whom FET's constraints can be kept: the school, and
/// the answer.
fn moved(files: &[&Path]) -> (tempfile::TempDir, PathBuf, PathBuf) {
    let (made, school, told) = imported("", files, &[]);
    let paths: Vec<PathBuf> = files.iter().map(|file| file.to_path_buf()).collect();
    let apprentices = apprentices(&read(Format::Fet, &collect(&paths).unwrap()).school.unwrap());
    let subjects = told["undecided_subjects"].as_array().unwrap();
    // Not one class after the other: what is tried is spread over the school.
    let step = (apprentices.len() / TRIES).max(1);
    for (class, subject, day) in apprentices.iter().step_by(step).take(TRIES) {
        let level = |code: &str| if code == subject { "required" } else { "no" };
        let line = |code: &Value| {
            let code = code.as_str().unwrap();
            format!("\"{}\";{}\n", code.replace('"', "\"\""), level(code))
        };
        let lines: String = subjects.iter().map(line).collect();
        fs::write(school.join("subjects.csv"), format!("subject;core\n{lines}")).unwrap();
        fs::write(
            school.join("apprentices.csv"),
            format!("pupil;class;away\n1;\"{class}\";{day}\n"),
        )
        .unwrap();
        let out = made.path().join("answer");
        let arguments =
            ["solve", "--json", "--time-limit", "40s", school.to_str().unwrap(), "--out"];
        let output = run(&[&arguments[..], &[out.to_str().unwrap()]].concat());
        let solution: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        let changed = solution["changed_lessons"].as_u64();
        let is_kept = !String::from_utf8_lossy(&output.stderr).contains("the proposal breaks");
        if is_kept && changed.is_some_and(|changed| (1..=MOST).contains(&changed)) {
            assert!(loaded(&school).school.is_some());
            return (made, school, out);
        }
    }
    panic!("nothing had to move, or nothing could");
}

fn taken_back(example: &str) {
    let example = Path::new(EXAMPLES).join(example);
    if !is_there(&example) {
        pass_over("fet-cl");
        return;
    }
    let made = tempfile::tempdir().unwrap();
    let first = made.path().join("first");
    if !fet(&example, &first, "200") {
        pass_over("a timetable by fet-cl within its time");
        return;
    }
    let name = example.file_stem().unwrap().to_string_lossy().into_owned();
    let of = |end: &str| first.join("timetables").join(&name).join(format!("{name}{end}"));
    let solved = of("_data_and_timetable.fet");
    let (_kept, school, answer) = moved(&[&solved]);
    let back = made.path().join("back.fet");
    let told = exported("fet", &answer, &school, &back);
    let told = String::from_utf8(told.stderr).unwrap();
    assert!(!told.contains("the proposal breaks"), "{told}");
    assert!(fet(&back, &made.path().join("second"), "60"), "FET does not take it back");
}

#[test]
fn fet_takes_back_argentina() {
    taken_back("Argentina/Horario_ISJ.fet");
}

#[test]
fn fet_takes_back_brazil() {
    taken_back("Brazil/2/EEBLJ-Noturno.fet");
}

#[test]
fn fet_takes_back_brazil_too() {
    taken_back("Brazil/1/Brazil.fet");
}

#[test]
fn fet_takes_back_bulgaria() {
    taken_back("Bulgaria/Lom_high_school_2007-2008.fet");
}

#[test]
fn fet_takes_back_germany() {
    taken_back(
        "Germany/secondary-school-1/using_subactivities_constraints/German_subact_constr.fet",
    );
}

#[test]
fn fet_takes_back_greece() {
    taken_back("Greece/Vartholomio/2008-2009.fet");
}

#[test]
fn fet_takes_back_italy() {
    taken_back("Italy/2007/simple/simpler-Italian.fet");
}

#[test]
fn fet_takes_back_romania() {
    taken_back("Romania/Oradea/School-10-Oradea-2007-2008.fet");
}

#[test]
fn fet_takes_back_saudi_arabia() {
    taken_back("Saudi-Arabia/Arabic_Saudi_1.fet");
}

#[test]
fn fet_takes_back_south_africa() {
    taken_back("South-Africa/2021/SIBUKOSETFU/SIBUKOSETFU.fet");
}

#[test]
fn fet_takes_back_spain() {
    taken_back("Spain/1-school/school.fet");
}

#[test]
fn fet_takes_back_spain_too() {
    taken_back("Spain/3-school/primaria.fet");
}
