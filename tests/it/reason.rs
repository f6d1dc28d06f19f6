//! What counting alone says of schools without a timetable.

use mesterskema::domain::{Day, Effort, Period, School, Slot, Span, Week, Weeks};
use mesterskema::reason::{Absence, Reason, Shared, Tightest, count, searched_all};

use crate::brute_force::optimum;
use crate::random_school;
use crate::school_builder::{Jotted, school};

fn reasons(school: &School) -> Vec<Reason> {
    count(school, Effort::Strict)
}

#[test]
fn three_required_periods_do_not_fit_into_two_slots() {
    let full = school(2, 2)
        .lesson("8A MAT mon 1-2")
        .lesson("8A DAN tue 1")
        .apprentice("8A", "tue", "MAT+DAN", "");
    let too_few =
        Reason::TooFewSlots { class: "8A".into(), weeks: Weeks::all(1), required: 3, left: 2 };
    assert_eq!(reasons(&full), [too_few]);
    let longer = school(2, 3)
        .lesson("8A MAT mon 1-2")
        .lesson("8A DAN tue 1")
        .apprentice("8A", "tue", "MAT+DAN", "");
    assert_eq!(reasons(&longer), []);
}

#[test]
fn the_best_alternative_counts() {
    let school = school(2, 2).lesson("8A MAT mon 1-2").lesson("8A DAN tue 1");
    let one_free = school.clone().apprentice("8A", "tue|tue 1", "MAT+DAN", "");
    assert_eq!(reasons(&one_free), []);
    assert_eq!(reasons(&school.apprentice("8A", "tue|mon", "MAT+DAN", "")).len(), 1);
}

#[test]
fn parts_side_by_side_need_one_slot_and_divisions_two() {
    let school = |other: &str| {
        school(2, 2)
            .lesson("8A MAT mon 1")
            .lesson("8A TYS mon 2 g=lang:GER")
            .lesson(&format!("8A FRA tue 1 g={other}"))
            .apprentice("8A", "tue", "MAT+TYS+FRA", "")
    };
    assert_eq!(reasons(&school("lang:FRE")), []);
    assert_eq!(reasons(&school("half:1")).len(), 1);
}

#[test]
fn lessons_of_different_weeks_share_a_slot() {
    let school = school(2, 1)
        .two_weeks()
        .lesson("8A MAT mon 1 w=A")
        .lesson("8A DAN tue 1 w=B")
        .apprentice("8A", "tue", "MAT+DAN", "");
    assert_eq!(reasons(&school), []);
}

#[test]
fn a_subject_may_need_more_days_than_are_left() {
    let school = school(3, 4)
        .lesson("8A MAT mon 1-2")
        .lesson("8A MAT tue 1-2")
        .lesson("8A MAT wed 1")
        .apprentice("8A", "wed", "MAT", "");
    let too_few = Reason::TooFewDays {
        class: "8A".into(),
        subject: "MAT".into(),
        weeks: Weeks::all(1),
        required: 5,
        per_day: 2,
        days: 2,
    };
    assert_eq!(reasons(&school), [too_few]);
    assert_eq!(reasons(&school.limit("MAT", 3)), []);
}

#[test]
fn a_locked_lesson_on_the_placement_day_has_nowhere_to_go() {
    let school = school(2, 2).lesson("8A MAT mon 1").locked().apprentice("8A", "mon", "MAT", "");
    assert_eq!(reasons(&school), [Reason::NowhereToGo { lesson: 0, pupil: "p0".into() }]);
    assert_eq!(count(&school, Effort::Best), []);
}

#[test]
fn a_lesson_may_have_nowhere_to_go_for_its_teacher_or_its_room() {
    let teacher = school(2, 1)
        .teacher("T1", "tue 1", None)
        .lesson("8A MAT mon 1 t=T1")
        .apprentice("8A", "mon", "MAT", "");
    assert_eq!(reasons(&teacher).len(), 1);
    let room = school(2, 1)
        .room("R1", "lab", "tue 1", 1)
        .lesson("8A FYS mon 1 r=R1")
        .apprentice("8A", "mon", "FYS", "");
    assert_eq!(reasons(&room).len(), 1);
    assert_eq!(reasons(&room.room("R2", "lab", "", 1)), []);
}

#[test]
fn the_pupil_who_takes_the_last_start_away_is_named() {
    let school = school(2, 1)
        .lesson("8A+8B MAT mon 1")
        .apprentice("8A", "mon", "MAT", "")
        .apprentice("8B", "tue", "MAT", "");
    assert_eq!(reasons(&school), [Reason::NowhereToGo { lesson: 0, pupil: "p1".into() }]);
}

#[test]
fn a_place_is_too_small_for_those_who_have_no_other_day() {
    let mut school = school(2, 1)
        .apprentice("8A", "mon|mon+tue", "", "")
        .apprentice("8A", "mon 1", "", "")
        .apprentice("8A", "mon|tue", "", "");
    for alternative in school.apprentices.iter_mut().flat_map(|one| &mut one.alternatives) {
        alternative.place = Some("Forge".into());
    }
    let school = school.seats("Forge", Day::Mon, 2);
    assert_eq!(reasons(&school), []);
    let school = school.seats("Forge", Day::Mon, 1);
    let place = "Forge".into();
    let too_small = Reason::PlaceTooSmall { place, day: Some(Day::Mon), pupils: 2, allowed: 1 };
    assert_eq!(reasons(&school), [too_small]);
}

#[test]
fn what_is_so_in_both_weeks_is_said_once() {
    let both = school(2, 1).two_weeks().lesson("8A MAT mon 1");
    let both = both.lesson("8A DAN tue 1").apprentice("8A", "tue", "MAT+DAN", "");
    let too_few = |weeks| Reason::TooFewSlots { class: "8A".into(), weeks, required: 2, left: 1 };
    assert!(reasons(&both).contains(&too_few(Weeks::all(2))));
    let one = school(2, 1).two_weeks().lesson("8A MAT mon 1");
    let one = one.lesson("8A DAN tue 1 w=B").apprentice("8A", "tue", "MAT+DAN", "");
    assert!(reasons(&one).contains(&too_few(Weeks::only(Week(1)))));
}

#[test]
fn a_teacher_may_have_more_required_lessons_than_slots_for_them() {
    let school = school(3, 2)
        .teacher("T1", "wed 1+wed 2+tue 2", None)
        .lesson("8A MAT mon 1 t=T1")
        .lesson("8B DAN mon 2 t=T1")
        .apprentice("8A", "mon", "MAT", "")
        .apprentice("8B", "mon", "DAN", "");
    let crowded = Reason::Crowded {
        need: Shared::Teacher("T1".into()),
        weeks: Weeks::all(1),
        lessons: vec![0, 1],
        periods: 2,
        slots: vec![Slot::new(Day::Tue, Period(1))],
        allowed: 1,
    };
    assert_eq!(reasons(&school), [crowded]);
    assert_eq!(reasons(&school.teacher("T1", "wed 1", None)), []);
}

#[test]
fn a_locked_lesson_keeps_its_teachers_slot() {
    let school = |locked: bool| {
        let school = school(2, 1).lesson("9A ENG tue 1 t=T1");
        let school = if locked { school.locked() } else { school };
        school.lesson("8A MAT mon 1 t=T1").apprentice("8A", "mon", "MAT", "")
    };
    assert_eq!(reasons(&school(true)).len(), 1);
    assert_eq!(reasons(&school(false)), []);
}

#[test]
fn the_rooms_of_a_kind_may_be_full() {
    let full = school(2, 1)
        .room("R1", "lab", "", 1)
        .room("R2", "lab", "tue 1", 1)
        .lesson("8A FYS mon 1 r=R1")
        .lesson("8B FYS mon 1 r=R2")
        .apprentice("8A", "mon", "FYS", "")
        .apprentice("8B", "mon", "FYS", "");
    assert!(matches!(
        &reasons(&full)[..],
        [Reason::Crowded { need: Shared::Rooms(kind), periods: 2, allowed: 1, .. }]
            if kind.as_str() == "lab"
    ));
    assert_eq!(reasons(&full.room("R2", "lab", "", 1)), []);
}

#[test]
fn a_school_with_a_crowd_has_no_timetable_in_truth() {
    let mut crowded = 0;
    for seed in 0..1500 {
        let school = random_school::school(seed);
        let reasons = reasons(&school);
        if reasons.iter().any(|reason| matches!(reason, Reason::Crowded { .. }))
            && let Ok(optimum) = optimum(&school, Effort::Strict)
        {
            assert_eq!(optimum, None, "seed {seed}: {reasons:?}");
            // Only these show that the crowd by itself is a proof: elsewhere another reason may be the true one.
            let alone = reasons.iter().all(|reason| matches!(reason, Reason::Crowded { .. }));
            crowded += u32::from(alone);
        }
    }
    assert!(crowded > 20, "only {crowded} schools had nothing but a crowd");
}

#[test]
fn a_search_without_a_count_names_the_classes_and_their_days() {
    let school = school(2, 2)
        .lesson("8A MAT mon 1")
        .lesson("8A DAN tue 1")
        .apprentice("8A", "tue|tue 1", "MAT+DAN", "")
        .apprentice("8A", "tue", "MAT", "");
    let span = |periods| vec![Span { day: Day::Tue, periods }];
    let alternatives = vec![span(None), span(Some((Period(1), Period(1))))];
    let away = vec![Absence { class: "8A".into(), alternatives }];
    let tightest = Some(Tightest { class: "8A".into(), required: 2, left: 3 });
    assert_eq!(searched_all(&school), Reason::SearchedAll { away, tightest });
}
