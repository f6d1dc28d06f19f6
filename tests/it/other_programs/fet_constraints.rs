//! What FET demands beyond a school's rules: seen when a proposal breaks it, and kept by solving again.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use mesterskema::domain::{Day, Period, Slot};
use mesterskema::import::{Format, constraints};

use serde_json::Value;
use tempfile::TempDir;

use super::{exported, imported, original, read, run};

const DAYS: [&str; 5] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag"];
const HOURS: u8 = 6;

/// Who teaches an activity, of which tag, and when: its day and hour, both from 1.
const ACTIVITIES: [(&str, &str, u8, u8); 5] =
    [("T", "X", 1, 1), ("T", "Y", 1, 2), ("T", "X", 2, 1), ("U", "Y", 2, 2), ("U", "Y", 1, 3)];

/// A task of one class with those activities, and a constraint.
fn task(constraint: &str) -> String {
    let named = |list: &str, one: &str, names: &[&str]| {
        let names: Vec<String> =
            names.iter().map(|name| format!("<{one}><Name>{name}</Name></{one}>")).collect();
        format!("<{list}>{}</{list}>", names.concat())
    };
    let (mut activities, mut times) = (String::new(), String::new());
    for (id, (teacher, tag, day, hour)) in (1..).zip(ACTIVITIES) {
        write!(activities, "<Activity><Teacher>{teacher}</Teacher><Subject>S{id}</Subject><Activity_Tag>{tag}</Activity_Tag><Students>8A</Students><Duration>1</Duration><Id>{id}</Id><Active>true</Active></Activity>").unwrap();
        let day = DAYS[usize::from(day - 1)];
        write!(times, "<ConstraintActivityPreferredStartingTime><Weight_Percentage>100</Weight_Percentage><Activity_Id>{id}</Activity_Id><Preferred_Day>{day}</Preferred_Day><Preferred_Hour>{hour}</Preferred_Hour><Permanently_Locked>false</Permanently_Locked><Active>true</Active></ConstraintActivityPreferredStartingTime>").unwrap();
    }
    let hours: Vec<String> = (1..=HOURS).map(|hour| hour.to_string()).collect();
    let hours: Vec<&str> = hours.iter().map(String::as_str).collect();
    let subjects = named("Subjects_List", "Subject", &["S1", "S2", "S3", "S4", "S5"]);
    format!(
        "<fet version=\"6.8.5\">{}{}{subjects}{}{}<Activities_List>{activities}</Activities_List><Time_Constraints_List>{times}{constraint}</Time_Constraints_List></fet>",
        named("Days_List", "Day", &DAYS),
        named("Hours_List", "Hour", &hours),
        named("Teachers_List", "Teacher", &["T", "U"]),
        named("Students_List", "Year", &["8A"]),
    )
}

/// A constraint that must hold: `Kind part=text part=text`; `slots=` and `starts=` list times as day and hour.
fn hard(said: &str) -> String {
    let (kind, parts) = said.split_once(' ').unwrap_or((said, ""));
    let mut inner = String::new();
    for (part, text) in parts.split_whitespace().filter_map(|part| part.split_once('=')) {
        let element = match part {
            "slots" => "Preferred_Time_Slot",
            "starts" => "Preferred_Starting_Time",
            "selected" => "Selected_Time_Slot",
            _ => {
                write!(inner, "<{part}>{text}</{part}>").unwrap();
                continue;
            }
        };
        for time in text.split(',') {
            let (day, hour) = time.split_at(1);
            let day = DAYS[day.parse::<usize>().unwrap() - 1];
            let prefix = if part == "starts" {
                "Preferred_Starting"
            } else if part == "slots" {
                "Preferred"
            } else {
                "Selected"
            };
            write!(inner, "<{element}><{prefix}_Day>{day}</{prefix}_Day><{prefix}_Hour>{hour}</{prefix}_Hour></{element}>").unwrap();
        }
    }
    format!(
        "<Constraint{kind}><Weight_Percentage>100</Weight_Percentage>{inner}<Active>true</Active></Constraint{kind}>"
    )
}

/// How often a timetable with one activity elsewhere breaks a constraint; the activity, and the day and hour, all from 1.
fn broken(constraint: &str, (id, day, hour): (u8, u8, u8)) -> usize {
    let files = [original("x.fet", task(&hard(constraint)).as_bytes())];
    let school = read(Format::Fet, &files).school.unwrap();
    let mut timetable = school.baseline();
    let moved = school.lessons.iter().position(|one| one.pieces[0].row == usize::from(id - 1));
    let booking = timetable.bookings[moved.unwrap()].as_mut().unwrap();
    booking.start = Slot::new(Day::ALL[usize::from(day - 1)], Period(hour));
    let constraints = constraints(&files).unwrap();
    assert_eq!(constraints.broken(&school, &school.baseline()), [], "{constraint}");
    let found = constraints.broken(&school, &timetable);
    for one in &found {
        assert_eq!(one.lessons, [moved.unwrap()], "{constraint}");
        let refused = constraints.refused((&school, &timetable), one, moved.unwrap());
        assert!(refused.contains(&Slot::new(Day::ALL[usize::from(day - 1)], Period(hour))));
        assert!(!refused.contains(&school.lessons[moved.unwrap()].start.unwrap()));
    }
    found.len()
}

/// A constraint, a move that keeps it, and one that breaks it.
type Case = (&'static str, (u8, u8, u8), (u8, u8, u8));

/// Of somebody's week: T has Monday 1 and 2 and Tuesday 1, the class also Monday 3 and Tuesday 2.
const WEEKS: [Case; 17] = [
    ("TeacherMaxGapsPerWeek Teacher_Name=T Max_Gaps=0", (2, 2, 2), (2, 1, 4)),
    ("TeachersMaxGapsPerDay Max_Gaps=1", (2, 1, 3), (2, 1, 4)),
    ("StudentsSetMaxGapsPerWeek Students=8A Max_Gaps=0", (5, 1, 3), (5, 1, 4)),
    ("StudentsMaxGapsPerDay Max_Gaps=0", (4, 1, 4), (4, 2, 3)),
    ("TeacherMaxDaysPerWeek Teacher_Name=T Max_Days_Per_Week=2", (2, 2, 2), (2, 3, 1)),
    ("TeacherMinDaysPerWeek Teacher_Name=T Minimum_Days_Per_Week=2", (2, 2, 2), (3, 1, 3)),
    ("TeacherMaxHoursDaily Teacher_Name=T Maximum_Hours_Daily=2", (3, 3, 1), (3, 1, 3)),
    ("TeachersMinHoursDaily Minimum_Hours_Daily=1 Allow_Empty_Days=true", (2, 3, 1), (2, 3, 1)),
    ("StudentsMinHoursDaily Minimum_Hours_Daily=2 Allow_Empty_Days=true", (5, 2, 3), (4, 3, 1)),
    (
        "TeacherMaxHoursContinuously Teacher_Name=T Maximum_Hours_Continuously=2",
        (3, 1, 4),
        (3, 1, 3),
    ),
    ("TeacherMaxSpanPerDay Teacher_Name=T Max_Span=3", (2, 1, 3), (2, 1, 4)),
    ("TeacherMinRestingHours Teacher_Name=T Minimum_Resting_Hours=4", (2, 2, 6), (2, 1, 3)),
    (
        "TeacherIntervalMaxDaysPerWeek Teacher_Name=T Interval_Start_Hour=5 Max_Days_Per_Week=0",
        (2, 1, 4),
        (2, 1, 5),
    ),
    (
        "StudentsEarlyMaxBeginningsAtSecondHour Max_Beginnings_At_Second_Hour=0",
        (2, 1, 6),
        (1, 2, 3),
    ),
    (
        "StudentsSetEarlyMaxBeginningsAtSecondHour Students=8A Max_Beginnings_At_Second_Hour=1",
        (1, 2, 3),
        (4, 3, 3),
    ),
    ("StudentsActivityTagMaxHoursDaily Activity_Tag=X Maximum_Hours_Daily=1", (3, 3, 1), (3, 1, 4)),
    (
        "TeacherActivityTagMaxHoursDaily Teacher_Name=T Activity_Tag_Name=X Maximum_Hours_Daily=1",
        (2, 2, 2),
        (1, 2, 2),
    ),
];

/// Of activities among themselves, and of the times of one.
const AMONG: [Case; 22] = [
    ("MinDaysBetweenActivities Activity_Id=1 Activity_Id=3 MinDays=1", (3, 3, 1), (3, 1, 4)),
    ("MaxDaysBetweenActivities Activity_Id=1 Activity_Id=3 MaxDays=1", (3, 1, 4), (3, 3, 1)),
    ("ActivitiesSameStartingDay Activity_Id=1 Activity_Id=2", (2, 1, 5), (2, 2, 2)),
    ("ActivitiesSameStartingHour Activity_Id=1 Activity_Id=3", (3, 4, 1), (3, 4, 2)),
    ("MinGapsBetweenActivities Activity_Id=1 Activity_Id=5 MinGaps=1", (5, 2, 2), (5, 1, 2)),
    ("ActivitiesNotOverlapping Activity_Id=1 Activity_Id=3", (3, 1, 2), (3, 1, 1)),
    ("ActivityTagsNotOverlapping Activity_Tag=X Activity_Tag=Y", (3, 4, 1), (3, 1, 3)),
    (
        "ActivitiesOccupyMaxTimeSlotsFromSelection Activity_Id=1 Activity_Id=2 selected=15,16 Max_Number_of_Occupied_Time_Slots=0",
        (2, 1, 4),
        (2, 1, 5),
    ),
    (
        "ActivitiesOccupyMinTimeSlotsFromSelection Activity_Id=1 Activity_Id=2 selected=11,12,13 Min_Number_of_Occupied_Time_Slots=2",
        (2, 1, 3),
        (2, 1, 4),
    ),
    (
        "ActivitiesMaxSimultaneousInSelectedTimeSlots Activity_Id=1 Activity_Id=2 Activity_Id=3 selected=11 Max_Number_of_Simultaneous_Activities=1",
        (3, 1, 2),
        (3, 1, 1),
    ),
    (
        "MaxTotalActivitiesFromSetInSelectedTimeSlots Activity_Id=1 Activity_Id=2 Activity_Id=3 selected=11,12 Max_Total_Number_of_Activities=2",
        (3, 1, 3),
        (3, 1, 2),
    ),
    ("ActivityEndsStudentsDay Activity_Id=5", (4, 3, 1), (4, 1, 4)),
    ("ActivitiesEndStudentsDay Subject_Name=S5", (4, 3, 1), (4, 1, 4)),
    ("TwoActivitiesConsecutive First_Activity_Id=1 Second_Activity_Id=2", (3, 1, 6), (2, 1, 3)),
    ("TwoActivitiesGrouped First_Activity_Id=2 Second_Activity_Id=1", (1, 1, 3), (1, 1, 4)),
    ("TwoActivitiesOrdered First_Activity_Id=1 Second_Activity_Id=3", (3, 1, 2), (1, 2, 1)),
    (
        "TwoActivitiesOrderedIfSameDay First_Activity_Id=1 Second_Activity_Id=2",
        (1, 2, 5),
        (1, 1, 5),
    ),
    (
        "ThreeActivitiesGrouped First_Activity_Id=1 Second_Activity_Id=5 Third_Activity_Id=2",
        (1, 1, 4),
        (1, 1, 5),
    ),
    ("ActivityPreferredTimeSlots Activity_Id=2 slots=12,13", (2, 1, 3), (2, 1, 4)),
    ("ActivityPreferredStartingTimes Activity_Id=2 starts=12,13", (2, 1, 3), (2, 1, 4)),
    (
        "ActivitiesPreferredTimeSlots Teacher_Name=T Students_Name=8A Subject_Name=S2 slots=12,13",
        (1, 3, 3),
        (2, 1, 4),
    ),
    ("ActivityPreferredDay Activity_Id=3 Preferred_Day=tirsdag", (3, 2, 6), (3, 3, 1)),
];

#[test]
fn each_constraint_is_kept_by_one_move_and_broken_by_another() {
    for (constraint, kept, breaks) in WEEKS.into_iter().chain(AMONG) {
        assert_eq!(broken(constraint, kept), 0, "{constraint}");
        let expected = usize::from(kept != breaks);
        assert_eq!(broken(constraint, breaks), expected, "{constraint}");
    }
}

#[test]
fn activities_that_a_wish_parts_follow_each_other_where_they_share_a_day() {
    let wish =
        "MinDaysBetweenActivities Activity_Id=1 Activity_Id=3 MinDays=1 Consecutive_If_Same_Day=";
    for (consecutive, hour, expected) in [(true, 2, 0), (true, 5, 1), (false, 5, 0)] {
        let wish = hard(&format!("{wish}{consecutive}")).replace(">100<", ">95<");
        let files = [original("x.fet", task(&wish).as_bytes())];
        let school = read(Format::Fet, &files).school.unwrap();
        let mut timetable = school.baseline();
        timetable.bookings[2].as_mut().unwrap().start = Slot::new(Day::Mon, Period(hour));
        let found = constraints(&files).unwrap().broken(&school, &timetable);
        assert_eq!(found.len(), expected, "{consecutive} {hour}");
    }
}

#[test]
fn wishes_and_what_is_switched_off_break_nothing() {
    let gaps = "TeacherMaxGapsPerWeek Teacher_Name=T Max_Gaps=0";
    let wish = hard(gaps).replace(">100<", ">95<");
    let off = hard(gaps).replace(">true<", ">false<");
    for constraint in [wish, off] {
        let files = [original("x.fet", task(&constraint).as_bytes())];
        let school = read(Format::Fet, &files).school.unwrap();
        let mut timetable = school.baseline();
        timetable.bookings[1].as_mut().unwrap().start = Slot::new(Day::Mon, Period(4));
        assert_eq!(constraints(&files).unwrap().broken(&school, &timetable), []);
    }
}

/// The school of such a task on disk, whose pupil is away on Mondays and needs S2.
fn school(constraint: &str) -> (TempDir, PathBuf) {
    let made = tempfile::tempdir().unwrap();
    let file = made.path().join("x.fet");
    std::fs::write(&file, task(&hard(constraint))).unwrap();
    let (kept, school, _) = imported("", &[&file], &["--core", "S2"]);
    std::fs::write(school.join("apprentices.csv"), "pupil;class;away\n1;8A;mon\n").unwrap();
    (kept, school)
}

/// The answer to a school, and what was said beside it.
fn answered(school: &Path) -> (PathBuf, Value, String) {
    let out = school.parent().unwrap().join("answer");
    let arguments = ["solve", "--json", "--language", "en", school.to_str().unwrap(), "--out"];
    let output = run(&[&arguments[..], &[out.to_str().unwrap()]].concat());
    let told = String::from_utf8(output.stderr).unwrap();
    (out, serde_json::from_slice(&output.stdout).unwrap(), told)
}

/// What is said of an answer that goes back to FET.
fn said_of_export(answer: &Path, school: &Path) -> String {
    let back = exported("fet", answer, school, &school.parent().unwrap().join("back.fet"));
    assert_eq!(back.status.code(), Some(0));
    String::from_utf8(back.stderr).unwrap()
}

#[test]
fn a_proposal_that_breaks_what_no_rule_says_is_solved_again() {
    // S2 and S3 trade places: the cheapest that there is.
    let (_made, free) = school("BasicCompulsoryTime");
    let (cheapest, solution, told) = answered(&free);
    assert_eq!((&solution["status"], &solution["points"]), (&"optimal".into(), &20.into()));
    assert!(!told.contains("breaks"), "{told}");
    for (constraint, status, points) in [
        // S2 and S4 cost as much.
        ("MinGapsBetweenActivities Activity_Id=1 Activity_Id=3 MinGaps=1", "optimal", 20),
        // S2 may trade places with nobody: the class has a lesson at a new time.
        (
            "ActivitiesOccupyMaxTimeSlotsFromSelection Activity_Id=2 selected=21,22 Max_Number_of_Occupied_Time_Slots=0",
            "feasible",
            23,
        ),
    ] {
        let (_made, bound) = school(constraint);
        let (answer, solution, told) = answered(&bound);
        assert_eq!((&solution["status"], &solution["points"]), (&status.into(), &points.into()));
        assert_eq!(solution["bound"], 20);
        assert!(told.contains("this one keeps them all"), "{told}");
        assert!(!said_of_export(&answer, &bound).contains("breaks"));
        // The cheapest of all is not taken back, and that is said.
        let refused = said_of_export(&cheapest, &bound);
        assert!(refused.contains("the proposal breaks Constraint"), "{refused}");
    }
}
