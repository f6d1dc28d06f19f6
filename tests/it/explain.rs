//! What counting alone says of schools without a timetable.

use mesterskema::domain::{Day, Effort, School, Week};
use mesterskema::explain::{Reason, count};

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
    let too_few = Reason::TooFewSlots { class: "8A".into(), week: Week(0), required: 3, left: 2 };
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
        week: Week(0),
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
    for apprentice in &mut school.apprentices {
        apprentice.place = Some("Forge".into());
    }
    school.places.insert(("Forge".into(), Day::Mon), 2);
    assert_eq!(reasons(&school), []);
    school.places.insert(("Forge".into(), Day::Mon), 1);
    let place = "Forge".into();
    let too_small = Reason::PlaceTooSmall { place, day: Day::Mon, pupils: 2, allowed: 1 };
    assert_eq!(reasons(&school), [too_small]);
}
