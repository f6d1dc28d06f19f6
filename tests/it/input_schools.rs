//! Whole schools, with what the law makes of them. Those outside the project are looked for beside it, or where
//! `MESTERSKEMA_SHARED` says, and passed over where they are not.

use std::path::PathBuf;

use mesterskema::domain::{Day, Period, School, Slot};
use mesterskema::input::{Need, load, load_proposal};

use crate::input_folder::folder as folder_of;
use crate::passed_over::pass_over;

pub(crate) fn shared(school: &str) -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let shared = std::env::var_os("MESTERSKEMA_SHARED").map_or_else(beside, PathBuf::from);
    Some(shared.join(school)).filter(|folder| folder.exists())
}

fn load_shared(name: &str) -> Option<School> {
    let folder = shared(name)?;
    let loaded = load(&folder, Need::Apprentices);
    assert!(loaded.school.is_some(), "{:#?}", loaded.diagnostics);
    loaded.school
}

#[test]
fn rows_of_a_generated_school_make_as_many_lessons_as_the_law_says() {
    for (name, lessons) in [("reference/g10", 195), ("reference/g18mon", 380)] {
        match load_shared(name) {
            Some(school) => assert_eq!(school.lessons.len(), lessons, "{name}"),
            None => pass_over(name),
        }
    }
}

#[test]
fn a_real_school_keeps_every_row() {
    let Some(school) = load_shared("real/nl03") else {
        pass_over("real/nl03");
        return;
    };
    let mut rows: Vec<usize> =
        school.lessons.iter().flat_map(|lesson| &lesson.pieces).map(|piece| piece.row).collect();
    rows.sort_unstable();
    rows.dedup();
    assert_eq!(rows.len(), 1156);
}

#[test]
fn a_rebooked_sheet_is_read_back_as_the_timetable_that_it_shows() {
    for name in ["reference/g10", "reference/g18any", "real/it4", "reference/tiny/1"] {
        let Some(folder) = shared(name) else {
            pass_over(name);
            continue;
        };
        let loaded = load(&folder, Need::Apprentices);
        let (school, sheet) = (loaded.school.unwrap(), loaded.sheet.unwrap());
        let mut timetable = school.baseline();
        for (place, booking) in timetable.bookings.iter_mut().flatten().enumerate().step_by(3) {
            booking.start = Slot::new(Day::ALL[place % 5], Period([1, 2, 3, 4][place % 4]));
        }
        let delimiter = sheet.delimiter.to_string();
        let rebooked = sheet.rebook(&school, &timetable);
        let rows = std::iter::once(&rebooked.headings).chain(&rebooked.rows);
        let text = rows.map(|row| row.join(&delimiter)).collect::<Vec<_>>().join("\r\n");
        let given = school.apprentices.iter().map(|apprentice| {
            let away = &apprentice.alternatives[0].written;
            format!(r#"{{"pupil": "{}", "away": "{away}"}}"#, apprentice.pupil)
        });
        let solution = format!(r#"{{"away": [{}]}}"#, given.collect::<Vec<_>>().join(","));
        let answer = folder_of(&[
            ("timetable.csv", text.as_bytes()),
            ("solution.json", solution.as_bytes()),
        ]);
        let (proposal, diagnostics) = load_proposal(&school, &sheet, answer.path());
        assert_eq!(
            proposal.map(|proposal| proposal.timetable),
            Some(timetable),
            "{diagnostics:#?}"
        );
    }
}
