//! What a change costs, kind by kind.

use mesterskema::check::check;
use mesterskema::diff::diff;
use mesterskema::domain::{Effort, Price, School};

use crate::school_builder::{Changed, Jotted, points, school, unchanged, verdict};

/// A class with an apprentice who misses nothing.
fn with_an_apprentice(school: School, class: &str) -> School {
    school.apprentice(class, "sun", "", "")
}

#[test]
fn a_lesson_that_moves_to_another_day_costs_ten_points_per_class_period() {
    let school = with_an_apprentice(school(2, 2).lesson("8A MAT mon 1-2"), "8A");
    let moved = unchanged(&school).start(0, "tue 1");
    assert_eq!(points(&school, &moved, Price::OtherDay), 20);
    assert_eq!(points(&school, &moved, Price::SameDay), 0);
}

#[test]
fn a_lesson_that_moves_on_its_day_costs_six_points_per_class_period() {
    let school = with_an_apprentice(school(1, 3).lesson("8A+8B MAT mon 1-2"), "8A");
    let moved = unchanged(&school).start(0, "mon 2");
    assert_eq!(points(&school, &moved, Price::SameDay), 24);
}

#[test]
fn rows_of_one_class_at_one_offset_are_one_class_period() {
    let school = school(1, 2).lesson("8A TYS mon 1 g=GER").row("8A FRA mon 1 g=FRE");
    let moved = unchanged(&with_an_apprentice(school.clone(), "8A")).start(0, "mon 2");
    assert_eq!(points(&with_an_apprentice(school, "8A"), &moved, Price::SameDay), 6);
}

#[test]
fn a_moved_class_without_apprentices_costs_five_points_more_per_class_period() {
    let school = with_an_apprentice(school(1, 3).lesson("8A+8B MAT mon 1-2"), "8A");
    let moved = unchanged(&school).start(0, "mon 2");
    assert_eq!(points(&school, &moved, Price::Bystander), 10);
}

#[test]
fn a_slot_is_new_to_a_class_that_had_no_lesson_there_in_any_week() {
    let school = school(1, 3)
        .two_weeks()
        .lesson("8A MAT mon 1 w=A")
        .lesson("8A DAN mon 1 w=B")
        .lesson("8A ENG mon 2 w=A");
    let known = unchanged(&school).start(1, "mon 2");
    assert_eq!(points(&school, &known, Price::NewSlot), 0);
    let new = known.start(1, "mon 3").start(2, "mon 3");
    assert_eq!(points(&school, &new, Price::NewSlot), 5);
}

#[test]
fn an_exchanged_room_costs_three_points_per_period_that_has_a_room() {
    let school = school(1, 3)
        .room("R1", "lab", "", 1)
        .room("R2", "lab", "", 1)
        .lesson("8A FYS mon 1-2 r=R1")
        .row("8A FYS mon 2 r=R3")
        .row("8A FYS mon 3");
    let exchanged = unchanged(&school).exchange(0, "R1", "R2");
    assert_eq!(points(&school, &exchanged, Price::Room), 6);
    let changes = verdict(&school, &exchanged).difference.changes;
    assert_eq!((changes[0].class_periods, changes[0].points), (0, 6));
}

#[test]
fn a_room_given_for_itself_is_no_change() {
    let school = school(1, 1).lesson("8A FYS mon 1 r=R1");
    let same = unchanged(&school).exchange(0, "R1", "R1");
    assert_eq!(verdict(&school, &same).difference.changes, []);
}

#[test]
fn a_new_day_of_a_teacher_costs_twenty_points_however_many_lessons() {
    let school = school(2, 2)
        .two_weeks()
        .lesson("8A MAT mon 1 t=T1 w=A")
        .lesson("8A MAT mon 2 t=T1 w=B")
        .lesson("8B MAT tue 1 t=T2 w=B");
    let moved = unchanged(&school).start(0, "tue 1").start(1, "tue 2");
    assert_eq!(points(&school, &moved, Price::TeacherDay), 20);
    let known = unchanged(&school).start(2, "mon 1").start(0, "mon 2");
    assert_eq!(points(&school, &known, Price::TeacherDay), 20);
}

#[test]
fn a_new_gap_of_a_teacher_costs_two_points_in_the_worst_week() {
    let school = school(1, 4)
        .two_weeks()
        .lesson("8A MAT mon 1 t=T1")
        .lesson("8B MAT mon 2 t=T1 w=A")
        .lesson("9A MAT mon 2 t=T1 w=B");
    let both_weeks = unchanged(&school).start(1, "mon 3").start(2, "mon 4");
    assert_eq!(points(&school, &both_weeks, Price::TeacherGap), 4);
}

#[test]
fn a_gap_lost_in_one_week_pays_for_none_in_another() {
    let school = school(1, 3)
        .two_weeks()
        .lesson("8A MAT mon 1 t=T1")
        .lesson("8B MAT mon 3 t=T1 w=A")
        .lesson("9A MAT mon 2 t=T1 w=B");
    let traded = unchanged(&school).start(1, "mon 2").start(2, "mon 3");
    assert_eq!(points(&school, &traded, Price::TeacherGap), 2);
}

#[test]
fn each_missed_period_of_a_desired_lesson_costs_twenty_five_points_per_apprentice() {
    let school = school(1, 2)
        .lesson("8A ENG mon 1-2")
        .apprentice("8A", "mon", "", "ENG")
        .apprentice("8A", "mon 2", "", "ENG");
    assert_eq!(points(&school, &unchanged(&school), Price::Desired), 75);
    assert_eq!(verdict(&school, &unchanged(&school)).difference.missed.len(), 3);
}

#[test]
fn rows_of_a_lesson_that_are_missed_together_cost_once_and_lessons_of_two_weeks_twice() {
    let school = school(1, 2)
        .two_weeks()
        .lesson("8A ENG mon 1 g=1 w=A")
        .row("8A ENG mon 1 g=2 w=A")
        .lesson("8A ENG mon 1 w=B")
        .apprentice("8A", "mon", "", "ENG");
    assert_eq!(points(&school, &unchanged(&school), Price::Desired), 50);
}

#[test]
fn a_missed_required_period_has_a_price_only_with_best_effort() {
    let school = school(1, 1).lesson("8A MAT mon 1").apprentice("8A", "mon", "MAT", "");
    let price =
        |effort| check(&school, &unchanged(&school), effort).difference.breakdown[Price::Required];
    assert_eq!((price(Effort::Strict), price(Effort::Best)), (0, 1000));
}

#[test]
fn a_published_proposal_is_the_start_of_the_next_difference() {
    let school = school(2, 2).lesson("8A MAT mon 1 t=T1");
    let published = unchanged(&school).start(0, "tue 1");
    let difference = diff(&school, &published.timetable, &published, Effort::Strict);
    assert_eq!((difference.breakdown.total(), difference.changes), (0, vec![]));
    let back = diff(&school, &published.timetable, &unchanged(&school), Effort::Strict);
    assert_eq!(back.breakdown.total(), 10 + 5 + 5 + 20);
}
