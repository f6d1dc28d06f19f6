//! Real schools of the public archive, where they are beside the project.

use std::fs;
use std::path::Path;
use std::time::Instant;

use mesterskema::import::{Choices, Format, collect, import};

use super::{decide, exported, imported, loaded, rows, solved};
use crate::input_schools::shared;
use crate::passed_over::pass_over;

/// Imports an archive, makes a pupil of `class` who is away on `away` and needs `required`, solves, asks the judge, and lets
/// the proposal go back and come again.
fn import_solve_judge(name: &str, required: &[&str], class: &str, away: &str) {
    let Some(file) = shared(&format!("real/xhstt/{name}.xml")) else {
        pass_over(name);
        return;
    };
    let (made, school, told) = imported("xhstt", &[&file], &[]);
    assert_eq!(
        told["rows"]["read"].as_u64(),
        told["rows"]["used"].as_u64().map(|used| used + told["rows"]["rejected"].as_u64().unwrap())
    );
    decide(&school, &told, required, class, away);
    let same = made.path().join("same.xml");
    exported("xhstt", &school, &school, &same);
    assert!(fs::read(same).unwrap() == fs::read(&file).unwrap(), "{name} is not as it was");
    let (answer, solution) = solved(&school);
    assert_eq!(solution["status"], "optimal", "{name}");
    assert!(solution["points"].as_i64().unwrap() > 0, "{name} has nothing to move");
    let back = made.path().join("back.xml");
    let run = exported("xhstt", &answer, &school, &back);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    let (_again, again, told) = imported("xhstt", &[&back], &[]);
    decide(&again, &told, required, class, away);
    fs::copy(answer.join("timetable.csv"), school.join("timetable.csv")).unwrap();
    let sorted = |school: &Path| {
        let mut rows = rows(&loaded(school).school.unwrap());
        rows.sort();
        rows
    };
    assert!(sorted(&again) == sorted(&school), "{name} came back as another school");
}

#[test]
fn a_finnish_school_is_imported_and_solved() {
    import_solve_judge("FI-MP-06", &["C001"], "S7A", "fri");
}

#[test]
fn a_south_african_school_of_six_days_is_imported_and_solved() {
    import_solve_judge("ZA-WD-09", &["Course104"], "9E", "mon");
}

#[test]
fn a_danish_gymnasium_of_two_weeks_and_students_is_imported_and_solved() {
    import_solve_judge("DK-VG-09", &["Course0"], "Student46", "wed");
}

#[test]
fn four_megabytes_are_read_in_well_under_a_second_a_file_of_twice_the_size_in_twice_the_time() {
    let Some(file) = shared("real/xhstt/DK-VG-09.xml") else {
        pass_over("DK-VG-09");
        return;
    };
    let originals = collect(&[file]).unwrap();
    assert!(fs::metadata(Path::new(env!("CARGO_MANIFEST_DIR"))).is_ok());
    let begun = Instant::now();
    assert!(import(Format::Xhstt, &originals, &Choices::default()).school.is_some());
    // Unoptimised and on a busy machine; an optimised program needs a tenth.
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}
