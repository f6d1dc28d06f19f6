//! H14 and the minutes that lie between two periods, by the rule of thumb and by the times of `periods.csv`.

use crate::hand_made::judged;

const ROOMS: (&str, &str) = ("rooms.csv", "room;site\nR1;here\nR2;there\n");

/// Five minutes after the first period, twenty-five after the second; on Tuesday the other way round.
const TIMES: &str = "period;start;end;day\n1;08:00;08:45;\n2;08:50;09:35;\n3;10:00;10:45;\n\
    2;09:10;09:55;tue\n";
/// The same, but nothing is said of the second period.
const NO_SECOND: &str = "period;start;end;day\n1;08:00;08:45;\n2;;;\n3;10:00;10:45;\n";

/// The rules that a timetable of rows breaks if it was another, the way taking so long.
fn broken(minutes: u32, periods: &str, before: &str, after: &str) -> Vec<&'static str> {
    let table =
        |rows: &str| format!("class;subject;day;period;teacher;room;group;week;lesson\n{rows}");
    let (before, after) = (table(before), table(after));
    let travel = format!("from;to;minutes\nhere;there;{minutes}\n");
    let mut files = vec![
        ("timetable.csv", &*before),
        ("apprentices.csv", "pupil;class;away\na;8A;fri\n"),
        ROOMS,
        ("travel.csv", &travel),
    ];
    if !periods.is_empty() {
        files.push(("periods.csv", periods));
    }
    judged(&files, &after, "").rules()
}

/// Two lessons that share a teacher or a class, the second of which was elsewhere before.
fn pairs(from: &str, to: &str) -> [(String, String); 2] {
    let (day, period) = to.split_once(' ').unwrap();
    let place = format!("{day};{period}");
    let rows = |second: &str| {
        let of_teacher = format!(
            "8A;MAT;{day};{from};T;R1;;\n8B;MAT;{second};T;R2;;\n8C;HIS;tue;3;X;;;\n8C;HIS;mon;3;Y;;;\n"
        );
        let of_class = format!(
            "8A;MAT;{day};{from};T;R1;;\n8A;GEO;{second};U;R2;;\n8C;HIS;tue;3;X;;;\n8C;HIS;mon;3;Y;;;\n"
        );
        [of_teacher, of_class]
    };
    let ([one, other], [moved, shifted]) = (rows("wed;1"), rows(&place));
    [(one, moved), (other, shifted)]
}

#[test]
fn without_times_a_period_between_counts_for_forty_five_minutes() {
    for (minutes, to, expected) in
        [(1, "mon 2", &["H14"][..]), (0, "mon 2", &[]), (45, "mon 3", &[]), (46, "mon 3", &["H14"])]
    {
        let [of_teacher, _] = pairs("1", to);
        assert_eq!(broken(minutes, "", &of_teacher.0, &of_teacher.1), expected, "{minutes} {to}");
    }
}

#[test]
fn with_the_times_of_both_periods_the_minutes_are_those_of_the_day() {
    for (from, to, minutes) in
        [("1", "mon 2", 5), ("2", "mon 3", 25), ("1", "tue 2", 25), ("2", "tue 3", 5)]
    {
        for (before, after) in pairs(from, to) {
            assert_eq!(broken(minutes, TIMES, &before, &after), [""; 0], "{from} to {to}");
            assert_eq!(broken(minutes + 1, TIMES, &before, &after), ["H14"], "{from} to {to}");
        }
    }
}

#[test]
fn with_the_times_of_one_period_only_the_rule_of_thumb_holds() {
    let [(before, after), _] = pairs("2", "mon 3");
    assert_eq!(broken(1, NO_SECOND, &before, &after), ["H14"]);
    assert_eq!(broken(0, NO_SECOND, &before, &after), [""; 0]);
    let [(before, after), _] = pairs("1", "mon 3");
    assert_eq!(broken(75, NO_SECOND, &before, &after), [""; 0]);
    assert_eq!(broken(76, NO_SECOND, &before, &after), ["H14"]);
}

#[test]
fn a_pupils_way_is_counted_by_the_same_times() {
    let timetable =
        "class;subject;day;period;room\n8A;MAT;mon;1;R1\n8A;DAN;tue;1;R1\n8A;HIS;tue;3;R1\n";
    let missed = |away: &str, minutes: u32| {
        let travel = format!("from;to;minutes\nhere;there;{minutes}\n");
        let pupils = format!("pupil;class;away\na;8A;{away}@Mill\n");
        let files = [
            ("timetable.csv", timetable),
            ("apprentices.csv", &pupils),
            ROOMS,
            ("places.csv", "place;site\nMill;there\n"),
            ("travel.csv", &travel),
            ("periods.csv", TIMES),
        ];
        judged(&files, timetable, "").missed()
    };
    assert_eq!(missed("mon 2+tue 2", 5), [""; 0]);
    assert_eq!(missed("mon 2+tue 2", 6), ["MAT mon 1: way"]);
    assert_eq!(missed("mon 2+tue 2", 26), ["MAT mon 1: way", "DAN tue 1: way"]);
    assert_eq!(missed("tue 3", 75), [""; 0]);
    assert_eq!(missed("tue 3", 76), ["DAN tue 1: way"]);
}

#[test]
fn parts_of_a_class_that_are_side_by_side_share_nobody_on_the_way() {
    let rows = |groups: [&str; 2], slot: &str| {
        format!(
            "8A;MAT;mon;1;T;R1;{};\n8A;GEO;{slot};U;R2;{};\n8A;HIS;mon;3;V;;;\n",
            groups[0], groups[1]
        )
    };
    let broken = |groups| broken(10, "", &rows(groups, "wed;1"), &rows(groups, "mon;2"));
    assert_eq!(broken(["g:a", "g:b"]), [""; 0]);
    assert_eq!(broken(["g:a", "g:a"]), ["H14"]);
    assert_eq!(broken(["g:a", "h:b"]), ["H14"]);
    assert_eq!(broken(["g:a", ""]), ["H14"]);
}

#[test]
fn lessons_of_different_weeks_have_no_way_between_them() {
    let rows = |week: &str, slot: &str| {
        format!("8A;MAT;mon;1;T;R1;;A\n8B;GEO;{slot};T;R2;;{week}\n8C;HIS;tue;3;V;;;B\n")
    };
    let broken = |week| broken(10, "", &rows(week, "tue;1"), &rows(week, "mon;2"));
    assert_eq!(broken("B"), [""; 0]);
    assert_eq!(broken("A"), ["H14"]);
    assert_eq!(broken(""), ["H14"]);
}

#[test]
fn rows_of_one_lesson_have_no_way_between_them() {
    let rows = |at: &str, ids: [&str; 2]| {
        let [one, other] = at.split_once(' ').map(|(one, other)| [one, other]).unwrap();
        format!(
            "8A;MAT;mon;{one};T;R1;;;{}\n8B;MAT;mon;{other};T;R2;;;{}\n8C;HIS;tue;4;V;;;\n",
            ids[0], ids[1]
        )
    };
    let broken = |ids| broken(10, "", &rows("1 2", ids), &rows("2 3", ids));
    assert_eq!(broken(["x", "x"]), [""; 0]);
    assert_eq!(broken(["x", "y"]), ["H14"]);
}

#[test]
fn a_lesson_that_gets_a_place_has_a_way_like_one_that_moves() {
    let rows =
        |second: &str| format!("8A;MAT;mon;1;T;R1;;\n8B;GEO;{second};T;R2;;\n8C;HIS;tue;3;V;;;\n");
    assert_eq!(broken(10, "", &rows(";"), &rows("mon;2")), ["H14"]);
    assert_eq!(broken(10, "", &rows(";"), &rows("mon;3")), [""; 0]);
    assert_eq!(broken(10, "", &rows("mon;2"), &rows("mon;2")), [""; 0]);
}
