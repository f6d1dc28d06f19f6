//! A rebooked sheet keeps the file's own way of writing.

use mesterskema::domain::{Booking, Day, Period, RoomName, Slot};
use mesterskema::input::{Loaded, Sheet};

use crate::input_folder::{APPRENTICES, loaded};

fn read(timetable: &str) -> Loaded {
    let apprentices = APPRENTICES.as_bytes();
    let rooms = b"room;kind\nR1;lab\nR2;lab\nR3;lab\n";
    let files = [
        ("timetable.csv", timetable.as_bytes()),
        ("apprentices.csv", apprentices),
        ("rooms.csv", rooms),
    ];
    let loaded = loaded(&files);
    assert!(loaded.school.is_some(), "{:#?}", loaded.diagnostics);
    loaded
}

/// The sheet after the lesson of the first row moved.
fn moved(timetable: &str, day: Day, period: u8, rooms: &[(&str, &str)]) -> Sheet {
    let loaded = read(timetable);
    let school = loaded.school.unwrap();
    let mut timetable = school.baseline();
    let exchanged = rooms.iter().map(|&(old, new)| (RoomName::from(old), RoomName::from(new)));
    let (start, exchanged) = (Slot::new(day, Period(period)), exchanged.collect());
    timetable.bookings[0] = Some(Booking { start, exchanged });
    loaded.sheet.unwrap().rebook(&school, &timetable)
}

/// The day that stands in the first row after its lesson moved to `day` in a file with these days.
fn day_in_a_file_with(days: [&str; 3], day: Day) -> String {
    let row = |day: &str| format!("8A;DAN;{day};1\n");
    let timetable = "class;subject;day;period\n".to_owned() + &days.map(row).concat();
    moved(&timetable, day, 1, &[]).rows[0][2].clone()
}

#[test]
fn a_day_that_the_file_has_is_written_as_there() {
    assert_eq!(day_in_a_file_with(["Mandag", "tirs.", "ONS"], Day::Wed), "ONS");
    assert_eq!(day_in_a_file_with(["Mandag", "tirs.", "ONS"], Day::Tue), "tirs.");
}

#[test]
fn a_day_that_the_file_lacks_is_written_like_its_other_days() {
    let cases = [
        (["mon", "tue", "wed"], Day::Thu, "thu"),
        (["Monday", "Tuesday", "Friday"], Day::Thu, "Thursday"),
        (["man", "tirs", "fre"], Day::Thu, "tors"),
        (["man", "tir", "fre"], Day::Thu, "tor"),
        (["MANDAG", "ONSDAG", "FREDAG"], Day::Sat, "LØRDAG"),
        (["mån", "tis", "fre"], Day::Thu, "tor"),
        (["mån", "tis", "tors"], Day::Sun, "sön"),
        (["Måndag", "Tisdag", "Fredag"], Day::Sat, "Lördag"),
        (["mandag", "tisdag", "fredag"], Day::Sat, "lordag"),
        (["ma.", "ti.", "fr."], Day::Thu, "to."),
        (["1", "2", "5"], Day::Thu, "4"),
        (["01", "02", "05"], Day::Thu, "04"),
    ];
    for (days, day, written) in cases {
        assert_eq!(day_in_a_file_with(days, day), written, "{days:?}");
    }
}

#[test]
fn only_the_cells_of_the_moved_lesson_are_written_anew() {
    let timetable = "sep=,\nnote,class,subject,day,period,room\n\
        \" =1+1 \",8A,DAN,Mon,03 - 04,\" R1 + R2 \"\nx,8A,MAT,tue,3–4,R1\n\n,8B,DAN,wed,1,\n";
    let sheet = moved(timetable, Day::Wed, 5, &[("R1", "R3")]);
    assert_eq!(sheet.delimiter, ',');
    assert_eq!(sheet.headings, ["note", "class", "subject", "day", "period", "room"]);
    assert_eq!(sheet.rows[0], [" =1+1 ", "8A", "DAN", "wed", "05 - 06", " R3 + R2 "]);
    assert_eq!(sheet.rows[1], ["x", "8A", "MAT", "tue", "3–4", "R1"]);
    assert_eq!(sheet.rows[2], ["", "8B", "DAN", "wed", "1", ""]);
}

#[test]
fn every_row_of_a_lesson_moves_by_as_much() {
    let timetable = "class;subject;day;period;lesson;teacher\n\
        8A;DAN;mon;1;x;T1\n8B;DAN;mon;2-3;x;T1\n8B;MAT;mon;1;x;T2\n";
    let sheet = moved(timetable, Day::Mon, 4, &[]);
    let periods: Vec<&str> = sheet.rows.iter().map(|row| row[3].as_str()).collect();
    assert_eq!(periods, ["4", "5-6", "4"]);
}

#[test]
fn an_unchanged_timetable_gives_the_sheet_back() {
    let loaded =
        read("class;subject;day;period\n8A;DAN;Mon;1\n8A;MAT; mandag ;02-02\n8B;ENG;2;3\n");
    let (school, sheet) = (loaded.school.unwrap(), loaded.sheet.unwrap());
    assert_eq!(sheet.rebook(&school, &school.baseline()), sheet);
}
