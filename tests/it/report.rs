//! What people and programs read, on a school small enough to be followed by hand.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use insta::assert_snapshot;
use mesterskema::check::{Breach, Traveller, check};
use mesterskema::diagnostic::Severity;
use mesterskema::diff::{Because, as_things_stand};
use mesterskema::domain::{
    Booking, Day, Effort, Language, Period, Proposal, RoomName, School, Slot, Week, Weeks,
};
use mesterskema::export::csv;
use mesterskema::input::{Loaded, Need, Sheet, load};
use mesterskema::pipeline::{Answer, Status};
use mesterskema::reason::{Reason, Shared, count, searched_all};
use mesterskema::report::diagnostics::Form;
use mesterskema::report::{Asked, Inspection, Report, diagnostics, html, json, rules, text};

const TIMETABLE: &str = "\
class;group;subject;teacher;room;day;period;lesson;week;locked
8.A;;MAT;T1;L1;thu;2;;;
8.A;;DAN;T2;L1;wed;1-2;;;
8.A;;ENG;T3;L1;thu;1;;;
8.A+8.B;;IDR;T4;hal;mon;3-4;;;
8.A;;FYS;T5;lab1;fri;1;;;
8.B;;MAT;T1;L2;tue;2;;;
8.B;;DAN;T2;L2;thu;1;;A;
8.A;sprog:TYS;TYS;=T6;;tue;1;band;;
8.B;sprog:FRA;FRA;T7;;tue;1;band;;
1.A+1.B+2.A+2.B+3.A+3.B+8.A;;MAT;;aula;fri;2;;;yes
8.B;;ENG;T3;L2;mon;1;;B;
";

const APPRENTICES: &str = "\
pupil;class;away;group
8A-03;8.A;thu;sprog:TYS
8B-07;8.B;tue|thu;sprog:FRA
";

const ROOMS: &str = "room;kind\nlab1;lab\nlab2;lab\n";

const SUBJECTS: &str = "\
subject;core
DAN;required
MAT;required
ENG;desired
IDR;no
FYS;no
TYS;no
FRA;no
";

fn read(files: &[(&str, &str)]) -> Loaded {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    load(folder.path(), Need::Apprentices)
}

fn small_school() -> (School, Sheet) {
    let loaded = read(&[
        ("timetable.csv", TIMETABLE),
        ("apprentices.csv", APPRENTICES),
        ("rooms.csv", ROOMS),
        ("subjects.csv", SUBJECTS),
    ]);
    (loaded.school.unwrap(), loaded.sheet.unwrap())
}

const fn slot(day: Day, period: u8) -> Slot {
    Slot::new(day, Period(period))
}

/// 8.A's maths leaves Thursday, the band and the joint lesson move, physics takes the other lab.
fn proposal(school: &School) -> Proposal {
    let mut timetable = school.baseline();
    let mut book = |place: usize, start| {
        timetable.bookings[place] = Some(Booking::at(start));
    };
    book(0, slot(Day::Tue, 3));
    book(3, slot(Day::Mon, 2));
    book(7, slot(Day::Mon, 4));
    let other_lab = (RoomName::from("lab1"), RoomName::from("lab2"));
    timetable.bookings[4].as_mut().unwrap().exchanged = BTreeMap::from([other_lab]);
    Proposal { timetable, away: vec![0, 1] }
}

fn answer(school: &School, status: Status) -> Answer {
    let proposal = proposal(school);
    let verdict = check(school, &proposal, Effort::Strict);
    Answer {
        status,
        bound: verdict.difference.breakdown.total(),
        offered: Some((proposal, verdict)),
        reasons: Vec::new(),
        elapsed: Duration::from_micros(210_999),
    }
}

fn without_offer(status: Status, reasons: Vec<Reason>) -> Answer {
    Answer { status, bound: 30, offered: None, reasons, elapsed: Duration::from_secs(2) }
}

fn in_every_language(render: impl Fn(Language) -> String) -> String {
    let rendered =
        Language::ALL.map(|language| format!("[{}]\n{}", language.code(), render(language)));
    anstream::adapter::strip_str(&rendered.join("\n")).to_string()
}

#[test]
fn a_terminal_shows_the_answer_in_a_sentence_and_then_what_stands_behind_it() {
    let (school, sheet) = small_school();
    let answer = answer(&school, Status::Optimal);
    let report = Report { school: &school, sheet: &sheet, answer: &answer, printed: None };
    assert_snapshot!(in_every_language(|language| text::solution(report, language)));
}

#[test]
fn a_school_in_which_nothing_is_missed_is_told_that_nothing_has_to_change() {
    let loaded = read(&[
        (
            "timetable.csv",
            "class;subject;day;period\n8.A;MAT;mon;1\n8.A;DAN;tue;1\n8.A;MAT;wed;1\n",
        ),
        ("apprentices.csv", "pupil;class;away\n8A-03;8.A;wed|fri\n"),
        ("subjects.csv", "subject;core\nMAT;no\nDAN;required\n"),
    ]);
    let (school, sheet) = (loaded.school.unwrap(), loaded.sheet.unwrap());
    let proposal = as_things_stand(&school);
    let verdict = check(&school, &proposal, Effort::Strict);
    let answer = Answer {
        bound: 0,
        offered: Some((proposal, verdict)),
        ..without_offer(Status::Optimal, Vec::new())
    };
    let report = Report { school: &school, sheet: &sheet, answer: &answer, printed: None };
    assert_snapshot!(in_every_language(|language| text::solution(report, language)));
}

#[test]
fn a_proposal_without_a_proof_is_told_with_its_bound() {
    let (school, sheet) = small_school();
    let answer = Answer { bound: 17, ..answer(&school, Status::Feasible) };
    let report = Report { school: &school, sheet: &sheet, answer: &answer, printed: None };
    let first =
        |language| text::solution(report, language).lines().next().unwrap().to_owned() + "\n";
    assert_snapshot!(in_every_language(first));
}

#[test]
fn every_reason_for_an_infeasible_school_is_a_sentence() {
    let (school, sheet) = small_school();
    let reasons = vec![
        Reason::TooFewSlots { class: "8.B".into(), weeks: Weeks::all(2), required: 12, left: 11 },
        Reason::TooFewDays {
            class: "8.B".into(),
            subject: "DAN".into(),
            weeks: Weeks::only(Week(1)),
            required: 7,
            per_day: 2,
            days: 3,
        },
        Reason::NowhereToGo { lesson: 0, pupil: "8A-03".into() },
        Reason::PlaceTooSmall {
            place: "Værkstedet".into(),
            day: Some(Day::Thu),
            pupils: 3,
            allowed: 2,
        },
        Reason::Crowded {
            need: Shared::Teacher("T1".into()),
            weeks: Weeks::only(Week(0)),
            lessons: vec![0, 5],
            periods: 2,
            slots: vec![slot(Day::Tue, 2)],
            allowed: 1,
        },
        searched_all(&school),
    ];
    let answer = without_offer(Status::Infeasible, reasons);
    let report = Report { school: &school, sheet: &sheet, answer: &answer, printed: None };
    assert_snapshot!(in_every_language(|language| text::solution(report, language)));
}

#[test]
fn a_search_that_ends_with_nothing_says_so() {
    let (school, sheet) = small_school();
    let answer = without_offer(Status::Undecided, Vec::new());
    let report = Report { school: &school, sheet: &sheet, answer: &answer, printed: None };
    assert_snapshot!(in_every_language(|language| text::solution(report, language)));
}

#[test]
fn solution_json_has_its_keys_in_the_order_of_the_format() {
    let (school, sheet) = small_school();
    let answer = answer(&school, Status::Optimal);
    let report = Report { school: &school, sheet: &sheet, answer: &answer, printed: None };
    assert_snapshot!(json::solution(report, Language::English));
}

#[test]
fn solution_json_without_a_proposal_has_no_fields_of_one() {
    let (school, sheet) = small_school();
    let reasons = vec![Reason::NowhereToGo { lesson: 0, pupil: "8A-03".into() }];
    let render = |answer: &Answer| {
        let report = Report { school: &school, sheet: &sheet, answer, printed: None };
        json::solution(report, Language::Danish)
    };
    let infeasible = render(&without_offer(Status::Infeasible, reasons));
    let undecided = render(&without_offer(Status::Undecided, Vec::new()));
    assert_snapshot!(infeasible + &undecided);
}

#[test]
fn changes_csv_has_a_line_for_each_changed_lesson_and_no_cell_that_a_spreadsheet_runs() {
    let (school, sheet) = small_school();
    let answer = answer(&school, Status::Optimal);
    let report = Report { school: &school, sheet: &sheet, answer: &answer, printed: None };
    let changes = csv::changes(report.offer().unwrap(), &sheet).written(&sheet);
    assert!(changes.starts_with('\u{feff}') && changes.ends_with("\r\n"));
    assert!(changes.contains(";'=T6+T7;"));
    assert_snapshot!(changes.replace('\r', ""));
}

#[test]
fn changes_csv_writes_days_as_the_school_does() {
    let loaded = read(&[
        ("timetable.csv", "klasse;fag;dag;lektion\n8.A;MAT;Mandag;1\n8.A;DAN;Torsdag;1\n"),
        ("apprentices.csv", "elev;klasse;praktikdag\n8A-03;8.A;Torsdag\n"),
    ]);
    let (school, sheet) = (loaded.school.unwrap(), loaded.sheet.unwrap());
    let mut timetable = school.baseline();
    timetable.bookings[1] = Some(Booking::at(slot(Day::Mon, 2)));
    let proposal = Proposal { timetable, away: vec![0] };
    let verdict = check(&school, &proposal, Effort::Strict);
    let offered = Some((proposal, verdict));
    let answer = Answer { offered, ..without_offer(Status::Feasible, Vec::new()) };
    let report = Report { school: &school, sheet: &sheet, answer: &answer, printed: None };
    let changes = csv::changes(report.offer().unwrap(), &sheet).written(&sheet);
    assert!(changes.ends_with("3;8.A;;DAN;;Torsdag;1;;Mandag;2;;10\r\n"), "{changes}");
}

#[test]
fn pupils_csv_has_a_line_for_each_pupil_and_core_subject() {
    let (school, sheet) = small_school();
    let answer = answer(&school, Status::Optimal);
    let report = Report { school: &school, sheet: &sheet, answer: &answer, printed: None };
    let pupils = csv::pupils(report.offer().unwrap()).written(&sheet);
    assert!(pupils.starts_with('\u{feff}') && pupils.ends_with("\r\n"));
    assert_snapshot!(pupils.replace('\r', ""));
}

#[test]
fn timetable_csv_keeps_its_cells_as_they_were_and_quotes_only_what_needs_it() {
    let (school, _) = small_school();
    let loaded = read(&[
        ("timetable.csv", "class,subject,day,period,teacher\n8.A,MAT,mon,1,\"=T,\"\"1\"\"\"\n"),
        ("apprentices.csv", "pupil,class,away\np1,8.A,tue\n"),
    ]);
    let (own, sheet) = (loaded.school.unwrap_or(school), loaded.sheet.unwrap());
    let proposal = Proposal { timetable: own.baseline(), away: vec![0] };
    let verdict = check(&own, &proposal, Effort::Strict);
    let offered = Some((proposal, verdict));
    let answer = Answer { offered, ..without_offer(Status::Optimal, Vec::new()) };
    let report = Report { school: &own, sheet: &sheet, answer: &answer, printed: None };
    assert_eq!(
        csv::timetable(report.offer().unwrap(), &sheet),
        "\u{feff}class,subject,day,period,teacher\r\n8.A,MAT,mon,1,\"=T,\"\"1\"\"\"\r\n"
    );
}

#[test]
fn a_check_lists_what_is_missed_under_the_alternative_that_misses_least() {
    let (school, _) = small_school();
    let proposal = as_things_stand(&school);
    let verdict = check(&school, &proposal, Effort::Strict);
    let inspection = Inspection {
        read: &school,
        faults: &[],
        school: &school,
        asked: Asked::Baseline,
        proposal: &proposal,
        verdict: &verdict,
    };
    assert_snapshot!(in_every_language(|language| text::inspection(inspection, language)));
}

#[test]
fn pupils_who_belong_together_are_checked_with_the_same_alternative() {
    let loaded = read(&[
        ("timetable.csv", TIMETABLE),
        (
            "apprentices.csv",
            "pupil;class;away;together\na;8.A;thu|tue;x\nb;8.B;thu|tue;x\nc;8.B;thu|tue;\n",
        ),
        ("subjects.csv", SUBJECTS),
    ]);
    let school = loaded.school.unwrap();
    assert_eq!(as_things_stand(&school).away, [1, 1, 0]);
}

#[test]
fn a_check_of_a_proposal_tells_its_breaches_and_what_it_costs() {
    let (school, _) = small_school();
    let proposal = proposal(&school);
    let verdict = check(&school, &proposal, Effort::Strict);
    let faults = [Breach::Locked { lesson: 9 }];
    let inspection = Inspection {
        read: &school,
        faults: &faults,
        school: &school,
        asked: Asked::Proposal,
        proposal: &proposal,
        verdict: &verdict,
    };
    assert_snapshot!(in_every_language(|language| text::inspection(inspection, language)));
    assert_snapshot!("a_check_in_json", json::inspection(inspection, Language::English));
}

#[test]
fn every_breach_is_a_sentence_with_its_line() {
    let (school, _) = small_school();
    let breaches = one_of_each_breach();
    let told = |form| {
        in_every_language(|language| {
            diagnostics::breaches(&school, &breaches, Severity::Error, (language, form))
        })
    };
    assert_snapshot!(told(Form::Snippets));
    assert_snapshot!("every_breach_as_a_person_says_it", told(Form::Sentences));
}

#[test]
fn a_fault_is_told_as_a_person_says_it_and_many_of_one_kind_once() {
    let rows = "8.A;Blæs;onsdagg;3\n".repeat(9);
    let loaded = read(&[
        ("timetable.csv", &format!("class;subject;day;period\n8.A;DAN;mon;1\n{rows}")),
        ("apprentices.csv", "pupil;class;away\n8A-03;8.B;tue\n"),
    ]);
    let render =
        |language| diagnostics::diagnostics(&loaded.diagnostics, language, Form::Sentences);
    assert_snapshot!(in_every_language(render));
}

fn one_of_each_breach() -> [Breach; 23] {
    let (start, week, day) = (slot(Day::Tue, 3), Week(0), Day::Tue);
    let (class, teacher, room) = (|| "8.A".into(), || "T1".into(), || "L1".into());
    [
        Breach::Grid { lesson: 3, start },
        Breach::Exchange { lesson: 4, from: "lab1".into(), to: room() },
        Breach::ClassClash { class: class(), slot: start, week, lessons: [0, 9] },
        Breach::TeacherClash { teacher: teacher(), slot: start, week, lessons: vec![0, 5] },
        Breach::RoomClash { room: room(), slot: start, week, lessons: vec![0, 1], allowed: 1 },
        Breach::TeacherUnavailable { teacher: teacher(), slot: start, lesson: 0 },
        Breach::RoomUnavailable { room: room(), slot: start, lesson: 0 },
        Breach::Locked { lesson: 9 },
        Breach::RequiredMissed {
            apprentice: 0,
            lesson: 0,
            slot: start,
            subject: "MAT".into(),
            because: Because::Away,
        },
        Breach::ClassGaps { class: class(), day, week, gaps: 1, allowed: 0 },
        Breach::SubjectPerDay {
            class: class(),
            subject: "MAT".into(),
            day,
            week,
            periods: 3,
            allowed: 2,
        },
        Breach::Break { lesson: 1, start },
        Breach::TeacherPerDay { teacher: teacher(), day, week, periods: 7, allowed: 6 },
        Breach::ClassHours { class: class(), slot: start, lesson: 0 },
        Breach::PlaceFull { place: "Værkstedet".into(), day: Some(day), pupils: 3, allowed: 2 },
        Breach::PlaceFull { place: "Værkstedet".into(), day: None, pupils: 3, allowed: 2 },
        Breach::TooFar {
            who: Traveller::Teacher(teacher()),
            week,
            lessons: [0, 5],
            slots: [start, slot(Day::Tue, 4)],
        },
        Breach::OneDay { place: "Værkstedet".into(), apprentices: [0, 1] },
        Breach::ClassUnavailable { class: class(), slot: start, lesson: 0 },
        Breach::Allowed { lesson: 0, slot: start },
        Breach::Apart {
            class: class(),
            label: "lab".into(),
            day,
            week,
            lessons: vec![0, 1],
            allowed: 1,
        },
        Breach::Unplaced { lesson: 0 },
        Breach::Away { apprentice: 1 },
    ]
}

#[test]
fn a_caret_stands_under_the_cell_that_is_wrong() {
    let loaded = read(&[
        ("timetable.csv", "class;subject;day;period\n8.A;Blæs;onsdagg;3\n"),
        ("apprentices.csv", "pupil;class;away\n8A-03;8.A;tue\n"),
    ]);
    let render = |language| diagnostics::diagnostics(&loaded.diagnostics, language, Form::Snippets);
    let told = in_every_language(render);
    for column in ["column day", "kolonne day", "kolumn day"] {
        let line = told.lines().find(|line| line.ends_with(column)).unwrap();
        assert_eq!(line.find('^').map(|place| &line[..place]), Some("  |          "));
        assert!(line.contains(&format!(" {} {column}", "^".repeat("onsdagg".len()))));
    }
}

#[test]
fn every_rule_and_every_price_has_a_help_text() {
    assert_snapshot!(in_every_language(rules::rules));
}

/// Classes in threes, each of which has its teachers and rooms to itself; of the first of three, some are apprentices.
fn large_school(classes: usize) -> (School, Sheet) {
    let mut timetable = "class;subject;teacher;room;day;period\n".to_owned();
    let mut apprentices = "pupil;class;away\n".to_owned();
    for class in 0..classes {
        for (number, subject) in ["MAT", "DAN", "ENG", "IDR", "HIS", "GEO"].into_iter().enumerate()
        {
            let (day, period) = (Day::ALL[number / 2].code(), number % 2 + 1);
            writeln!(timetable, "K{class};{subject};T{class};R{class};{day};{period}").unwrap();
        }
        writeln!(apprentices, "P{class};K{class};mon").unwrap();
    }
    let loaded = read(&[
        ("timetable.csv", &timetable),
        ("apprentices.csv", &apprentices),
        ("periods.csv", "period\n1\n2\n3\n4\n"),
        ("subjects.csv", "subject;core\nIDR;no\nHIS;no\nGEO;no\n"),
    ]);
    (loaded.school.unwrap(), loaded.sheet.unwrap())
}

/// Every class's lessons of Monday change places with those of Tuesday.
fn all_change(school: &School) -> Proposal {
    let mut timetable = school.baseline();
    for booking in timetable.bookings.iter_mut().flatten() {
        booking.start.day = match booking.start.day {
            Day::Mon => Day::Tue,
            Day::Tue => Day::Mon,
            other => other,
        };
    }
    Proposal { timetable, away: vec![0; school.apprentices.len()] }
}

#[test]
fn a_report_takes_time_as_the_school_has_lessons_and_no_more() {
    // With time as its square this takes many minutes.
    let (school, sheet) = large_school(4000);
    let proposal = all_change(&school);
    let begun = Instant::now();
    let verdict = check(&school, &proposal, Effort::Strict);
    let answer = Answer {
        status: Status::Feasible,
        bound: 0,
        offered: Some((proposal, verdict)),
        reasons: count(&school, Effort::Strict),
        elapsed: Duration::ZERO,
    };
    let report = Report { school: &school, sheet: &sheet, answer: &answer, printed: None };
    let offer = report.offer().unwrap();
    let told = [
        html::solution(report, Language::English),
        text::solution(report, Language::English),
        json::solution(report, Language::English),
        csv::timetable(offer, &sheet)
            + &csv::changes(offer, &sheet).written(&sheet)
            + &csv::pupils(offer).written(&sheet),
    ];
    for told in told {
        assert!(told.contains("K3999"));
    }
    assert!(begun.elapsed() < Duration::from_secs(120), "{:?}", begun.elapsed());
}
