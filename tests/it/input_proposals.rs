//! A proposal is understood however it was saved, sorted or written.

use mesterskema::diagnostic::Diagnostic;
use mesterskema::domain::{Day, Period, Proposal, Slot};
use mesterskema::input::{Need, load, load_proposal};

use crate::input_folder::{codes, folder};

const SCHOOL: &str = "class;subject;day;period;teacher;room\n\
    8A;DAN;mon;1;T1;R1\n8A;DAN;mon;2;T1;R1\n8A;DAN;wed;3;T1;R1\n8A+8B;MAT;tue;1-2;T2+T3;R1+R2\n8B;DAN;wed;1;T2;R2\n";
const PUPILS: &str = "pupil;class;away\n8A-01;8A;tue|wed 1-2\n8B-01;8B;any\n8B-02;8B;mon\n";
const SOLUTION: &str =
    r#"{"away": [{"pupil": "8a-01", "away": "wed 1-2"}, {"pupil": "8B-01", "away": "tue"}]}"#;

fn propose(files: &[(&str, &[u8])]) -> (Option<Proposal>, Vec<Diagnostic>) {
    let rooms = b"room;kind\nR1;lab\nR2;lab\nR3;lab\n";
    let school = folder(&[
        ("timetable.csv", SCHOOL.as_bytes()),
        ("apprentices.csv", PUPILS.as_bytes()),
        ("rooms.csv", rooms),
    ]);
    let loaded = load(school.path(), Need::Apprentices);
    assert!(loaded.school.is_some(), "{:#?}", loaded.diagnostics);
    load_proposal(&loaded.school.unwrap(), &loaded.sheet.unwrap(), folder(files).path())
}

fn starts(timetable: &[u8]) -> Vec<(Day, u8)> {
    let (proposal, diagnostics) =
        propose(&[("timetable.csv", timetable), ("solution.json", SOLUTION.as_bytes())]);
    assert!(proposal.is_some(), "{diagnostics:#?}");
    let bookings = proposal.unwrap().timetable.bookings.into_iter().flatten();
    let starts = bookings.map(|booking| booking.start);
    starts.map(|Slot { day, period: Period(period) }| (day, period)).collect()
}

const BASELINE: [(Day, u8); 4] = [(Day::Mon, 1), (Day::Wed, 3), (Day::Tue, 1), (Day::Wed, 1)];

#[test]
fn an_unchanged_file_is_the_baseline() {
    assert_eq!(starts(SCHOOL.as_bytes()), BASELINE);
}

#[test]
fn a_file_saved_by_another_program_is_the_same_timetable() {
    let saved = SCHOOL.replace("class;subject;day", "Klasse;Fag;Dag").replace(';', "\t");
    let saved = saved.replace("mon", "Mandag").replace("8A+8B", "8b + 8a").replace('\n', "\r\n");
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(saved.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    assert_eq!(starts(&utf16), BASELINE);
}

#[test]
fn rows_sorted_anew_are_found_by_what_they_say() {
    let mut rows: Vec<&str> = SCHOOL.lines().collect();
    rows[1..].reverse();
    assert_eq!(starts(rows.join("\n").as_bytes()), BASELINE);
}

#[test]
fn a_double_lesson_moved_by_one_period_in_a_sorted_file_stays_whole() {
    let moved = "class;subject;day;period;teacher;room\n8B;DAN;wed;1;T2;R2\n8A;DAN;wed;3;T1;R1\n\
        8A;DAN;mon;3;T1;R1\n8A;DAN;mon;2;T1;R1\n8A+8B;MAT;fri;1-2;T2+T3;R1+R2\n";
    let expected = [(Day::Mon, 2), (Day::Wed, 3), (Day::Fri, 1), (Day::Wed, 1)];
    assert_eq!(starts(moved.as_bytes()), expected);
}

#[test]
fn an_exchanged_room_is_found_in_its_place() {
    let exchanged = SCHOOL.replace("R1+R2", "R3+R2");
    let (proposal, _) =
        propose(&[("timetable.csv", exchanged.as_bytes()), ("solution.json", SOLUTION.as_bytes())]);
    let exchanged = &proposal.unwrap().timetable.bookings[2].clone().unwrap().exchanged;
    let exchanged: Vec<String> =
        exchanged.iter().map(|(old, new)| format!("{old} → {new}")).collect();
    assert_eq!(exchanged, ["R1 → R3"]);
}

#[test]
fn the_chosen_alternatives_are_those_of_the_solution_or_the_only_ones() {
    let (proposal, _) =
        propose(&[("timetable.csv", SCHOOL.as_bytes()), ("solution.json", SOLUTION.as_bytes())]);
    assert_eq!(proposal.unwrap().away, [1, 1, 0]);
}

#[test]
fn a_pupil_with_a_choice_and_no_solution_is_named() {
    let (proposal, diagnostics) = propose(&[("timetable.csv", SCHOOL.as_bytes())]);
    assert_eq!(proposal, None);
    assert_eq!(codes(&diagnostics), ["away-unchosen", "away-unchosen"]);
}
