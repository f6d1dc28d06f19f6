//! The judge on lessons that get a place, on classes that had none, and on the wishes of pupils.

use mesterskema::domain::Price;

use crate::command::{printed, run};
use crate::hand_made::{Judged, judged};
use crate::input_folder::folder;

/// A file of a school: its name and its text.
type File = (&'static str, &'static str);

const PUPILS: File = ("apprentices.csv", "pupil;class;away\na;8A;fri\n");

/// The judge on a timetable of rows that was another, with more files of the school.
fn placed(before: &str, after: &str, more: &[(&str, &str)]) -> Judged {
    let table =
        |rows: &str| format!("class;subject;day;period;teacher;week;lesson;allowed;apart\n{rows}");
    let before = table(before);
    let mut files = vec![("timetable.csv", &*before), PUPILS];
    files.extend(more);
    judged(&files, &table(after), "")
}

/// The rules that HIS breaks if it is put in a slot, being longer than one period if `periods` says so.
fn broken_by_his(periods: &str, to: &str, rest: &str, more: &[(&str, &str)]) -> Vec<&'static str> {
    let others =
        "8A;MAT;mon;1;T1\n8A;DAN;mon;2;T2\n8A;GEO;tue;1;T1\n8A;BIO;tue;2;T3\n8B;MAT;wed;4;T4\n";
    let his = |place: &str| format!("{others}8A;HIS;{place};T1;;;{rest}\n");
    placed(&his(&format!(";{periods}")), &his(to), more).rules()
}

#[test]
fn a_lesson_that_gets_a_place_keeps_to_the_rules_of_one_that_moves() {
    let hours: File = ("classes.csv", "class;latest;unavailable\n8A;3;tue 3\n");
    let teacher: File = ("teachers.csv", "teacher;unavailable;max_per_day\nT1;wed 1;1\n");
    let pause: File = ("periods.csv", "period;break_after\n1;\n2;yes\n3;\n4;\n");
    let table: [(&str, &str, &str, &[File], &str); 11] = [
        ("", "mon;3", "", &[], ""),
        ("", "mon;2", "", &[], "H1"),
        ("", "wed;1", "", &[teacher], "H4"),
        ("", "mon;4", "", &[], "H8"),
        ("", "mon;3", "", &[teacher], "H11"),
        ("", "wed;4", "", &[hours], "H12"),
        ("", "tue;3", "", &[hours], "H16"),
        ("", "tue;3", "mon+wed;", &[], "H17"),
        ("", "mon;3", "mon+wed;", &[], ""),
        ("1-2", "wed;2-3", "", &[pause], "H10"),
        ("1-2", "wed;3-4", "", &[pause], ""),
    ];
    for (periods, to, rest, more, rule) in table {
        let expected: Vec<&str> = [rule].into_iter().filter(|rule| !rule.is_empty()).collect();
        assert_eq!(broken_by_his(periods, to, rest, more), expected, "{to} {more:?}");
    }
}

#[test]
fn a_lesson_that_gets_a_place_costs_by_what_it_makes_new_and_not_by_itself() {
    let others = "8A;MAT;mon;1;T1\n8A;DAN;mon;3;T1\n8A;GEO;mon;2;T2\n8A;BIO;tue;1;T2\n\
        8B;MAT;tue;2;T3\n8B;DAN;tue;1;T4\n8C;MAT;wed;5;T5\n";
    let his = |place: &str| format!("{others}8A+8B;HIS;{place};T1\n");
    let cost = |to: &str| placed(&his(";1-2"), &his(to), &[]);
    let same_day = cost("mon;4-5");
    assert_eq!((same_day.rules(), same_day.placed()), (vec![], vec!["HIS"]));
    assert_eq!(same_day.charges(), [("new_slot", 20)]);
    assert_eq!(cost("tue;3-4").charges(), [("new_slot", 20), ("teacher_day", 20)]);
    let beside_a_gap = others.replace("mon;3;T1", "mon;3;T2");
    let his = |place: &str| format!("{beside_a_gap}8B;HIS;{place};T1\n");
    assert_eq!(
        placed(&his(";"), &his("mon;3"), &[]).charges(),
        [("new_slot", 5), ("teacher_gap", 2)]
    );
}

#[test]
fn a_slot_that_a_class_had_in_any_week_is_new_to_nobody() {
    let rows =
        |double: &str| format!("8A;MAT;mon;{double};T1\n8A;DAN;mon;4;T2;A\n8B;GEO;tue;4;T3;B\n");
    let cost = |after: &str| placed(&rows("1-2"), &rows(after), &[]).points(Price::NewSlot);
    assert_eq!(cost("1-2"), 0);
    assert_eq!(cost("2-3"), 5, "only the third period is new");
    let moved = placed(&rows("1-2"), &rows("2-3").replace("mon;4;T2;A", "mon;1;T2;A"), &[]);
    assert_eq!(moved.points(Price::NewSlot), 5);
    let known = "8A;MAT;mon;1;T1;A\n8A;DAN;mon;2;T2;B\n";
    let swapped = "8A;MAT;mon;2;T1;A\n8A;DAN;mon;1;T2;B\n";
    assert_eq!(placed(known, swapped, &[]).charges(), [("same_day", 12)]);
}

#[test]
fn a_class_without_a_lesson_before_may_have_gaps_and_new_slots() {
    let rows = |class: &str, places: [&str; 2]| {
        format!(
            "8A;MAT;mon;1;T1\n8A;DAN;tue;4;T2\n{class};HIS;{};T3\n{class};GEO;{};T4\n",
            places[0], places[1]
        )
    };
    let judge =
        |class: &str| placed(&rows(class, [";", ";"]), &rows(class, ["tue;1", "tue;3"]), &[]);
    let new = judge("NA");
    assert_eq!((new.rules(), new.points(Price::NewSlot)), (vec![], 0));
    assert_eq!(new.charges(), [("teacher_day", 40)]);
    let settled = judge("8A");
    assert_eq!((settled.rules(), settled.points(Price::NewSlot)), (vec!["H8"], 10));
}

#[test]
fn a_class_that_has_lessons_in_the_other_week_only_is_not_without_lessons() {
    let rows = |places: [&str; 2]| {
        format!(
            "8A;MAT;mon;4;T1\nNA;DAN;mon;1;T2;A\nNA;HIS;{};T3;B\nNA;GEO;{};T4;B\n",
            places[0], places[1]
        )
    };
    let judged = placed(&rows([";", ";"]), &rows(["mon;1", "mon;3"]), &[]);
    assert_eq!(judged.rules(), ["H8"]);
    assert_eq!(judged.points(Price::NewSlot), 5, "the first period is known of week A");
}

#[test]
fn as_many_periods_of_a_subject_are_on_a_day_as_its_longest_lesson_without_a_place_has() {
    let rows = |triple: &str, singles: [&str; 3]| {
        let singles = singles.map(|place| format!("8A;MAT;{place};T2\n")).concat();
        format!("8A;MAT;{triple};T1\n{singles}8A;GEO;tue;4;T3\n8B;MAT;mon;4;T4\n")
    };
    let judge = |triple: [&str; 2], singles: [&str; 3]| {
        placed(&rows(triple[0], [";"; 3]), &rows(triple[1], singles), &[]).rules()
    };
    let long = [";1-3", "mon;1-3"];
    assert_eq!(judge(long, ["tue;1", "tue;2", "tue;3"]), [""; 0], "three are the longest lesson");
    assert_eq!(judge(long, ["mon;4", "tue;2", "tue;3"]), ["H9"]);
    let short = [";", "mon;1"];
    assert_eq!(judge(short, ["mon;2", "tue;2", "tue;3"]), [""; 0]);
    assert_eq!(judge(short, ["mon;2", "mon;3", "tue;3"]), ["H9"]);
}

#[test]
fn lessons_apart_may_not_be_put_on_the_same_day_by_getting_a_place() {
    let rows = |places: [&str; 2]| {
        format!(
            "8A;MAT;mon;1;T1;;;;hard\n8A;DAN;tue;2;T2\n8A;HIS;{};T3;;;;hard\n8A;GEO;{};T4;;;;hard\n8B;GEO;wed;1;T5\n",
            places[0], places[1]
        )
    };
    let judge = |places| placed(&rows([";", ";"]), &rows(places), &[]).rules();
    assert_eq!(judge(["tue;1", "wed;1"]), [""; 0]);
    assert_eq!(judge(["mon;2", "wed;1"]), ["H18"]);
    assert_eq!(judge(["wed;1", "wed;2"]), ["H18"]);
}

/// What pupils cost who are given these alternatives: a price for wishes, their cells of `away`.
fn wishes(price: u32, cells: [&str; 2], given: &str) -> Vec<(&'static str, i64)> {
    let timetable = "class;subject;day;period\n8A;HIS;mon;1\n8A;GEO;tue;1\n8A;BIO;wed;1\n";
    let pupils = format!("pupil;class;away\na;8A;{}\nb;8A;{}\n", cells[0], cells[1]);
    let files = [
        ("timetable.csv", timetable),
        ("apprentices.csv", &*pupils),
        ("places.csv", "place;day;trade\nMill;tue;wood\nYard;wed;wood\nForge;mon;iron\n"),
        ("school.toml", &format!("[points]\nwish = {price}\n")),
    ];
    judged(&files, timetable, given).charges()
}

#[test]
fn a_wish_costs_its_rank_for_each_pupil_and_those_of_one_trade_the_same() {
    let cells = ["any@wood|any@iron|wed", "mon|any@wood|-"];
    assert_eq!(wishes(4, cells, "a tue@Mill|b mon"), []);
    assert_eq!(wishes(4, cells, "a wed@Yard|b mon"), []);
    assert_eq!(wishes(4, cells, "a mon@Forge|b tue@Mill"), [("wish", 8)]);
    assert_eq!(wishes(4, cells, "a wed|b wed@Yard"), [("wish", 12)]);
    assert_eq!(wishes(0, cells, "a wed|b wed@Yard"), []);
    assert_eq!(wishes(4, cells, "a mon@Forge|b -"), [("wish", 4), ("unplaced", 500)]);
}

#[test]
fn who_can_only_be_without_a_placement_costs_nothing_though_it_is_written_twice() {
    assert_eq!(wishes(4, ["-", "- | -"], "a -|b -"), []);
    assert_eq!(wishes(4, ["-|mon", "mon|-"], "a -|b -"), [("unplaced", 1000)]);
    assert_eq!(wishes(4, ["-|mon", "mon|-"], "a mon|b mon"), [("wish", 4)]);
}

#[test]
fn full_places_and_lessons_without_a_place_are_no_reason_to_answer_no() {
    let check = |subject: &str| {
        let timetable =
            format!("class;subject;day;period\n8A;{subject};mon;1\n8A;GEO;tue;1\n8A;DAN;;\n");
        let school = folder(&[
            ("timetable.csv", timetable.as_bytes()),
            ("apprentices.csv", b"pupil;class;away\na;8A;mon@Mill\nb;8A;mon@Mill\n"),
            ("places.csv", b"place;pupils\nMill;1\n"),
        ]);
        let output = run(&["check", school.path().to_str().unwrap(), "--language", "en"]);
        (output.status.code(), printed(&output).contains("Mill"))
    };
    assert_eq!(check("HIS"), (Some(0), true));
    assert_eq!(check("MAT"), (Some(1), true));
}
