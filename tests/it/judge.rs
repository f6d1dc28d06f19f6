//! The judge, rule by rule: a proposal that breaks it and one that just does not.

use mesterskema::check::{Breach, check, faults};
use mesterskema::domain::{Day, Effort, Grid, Group, Level, Rule};

use crate::school_builder::{Changed, Jotted, broken, school, slot, unchanged};

#[test]
fn a_lesson_that_moves_must_fit_in_the_grid() {
    let school = school(2, 3).lesson("8A MAT mon 1-2");
    assert_eq!(broken(&school, &unchanged(&school).start(0, "tue 3")), [Rule::Grid]);
    assert_eq!(broken(&school, &unchanged(&school).start(0, "tue 2")), []);
}

#[test]
fn a_lesson_that_runs_past_the_last_number_of_a_period_is_refused_without_a_panic() {
    let school = school(2, 3).lesson("8A MAT mon 1-2 t=T1 r=R1").apprentice("8A", "tue", "MAT", "");
    assert_eq!(broken(&school, &unchanged(&school).start(0, "mon 255")), [Rule::Grid]);
}

#[test]
fn a_room_is_exchanged_for_one_of_its_kind() {
    let school = school(1, 1)
        .room("Lab1", "lab", "", 1)
        .room("Lab2", "lab", "", 1)
        .room("Gym", "hall", "", 1)
        .lesson("8A FYS mon 1 r=Lab1")
        .lesson("9A MAT mon 1 r=Room9A")
        .lesson("9B MAT mon 1 r=Room9B");
    assert_eq!(broken(&school, &unchanged(&school).exchange(0, "Lab1", "Lab2")), []);
    assert_eq!(broken(&school, &unchanged(&school).exchange(0, "Lab1", "Gym")), [Rule::Exchange]);
    let without_a_kind = unchanged(&school).exchange(1, "Room9A", "Room9B");
    assert_eq!(broken(&school, &without_a_kind), [Rule::Exchange, Rule::RoomClash]);
}

#[test]
fn a_room_is_exchanged_for_no_unknown_room_and_only_if_the_lesson_has_it() {
    let school = school(1, 1)
        .room("R1", "lab", "", 1)
        .room("R2", "lab", "", 1)
        .room("R3", "lab", "", 1)
        .lesson("8A FYS mon 1 r=R1");
    assert_eq!(broken(&school, &unchanged(&school).exchange(0, "R1", "R9")), [Rule::Exchange]);
    assert_eq!(broken(&school, &unchanged(&school).exchange(0, "R2", "R3")), [Rule::Exchange]);
    assert_eq!(broken(&school, &unchanged(&school).exchange(0, "R1", "R1")), []);
}

#[test]
fn two_rooms_of_a_lesson_may_swap_but_not_become_one() {
    let school = school(1, 1)
        .room("R1", "lab", "", 1)
        .room("R2", "lab", "", 1)
        .lesson("8A FYS mon 1 r=R1+R2");
    let one = unchanged(&school).exchange(0, "R1", "R2");
    assert_eq!(broken(&school, &one), [Rule::Exchange]);
    assert_eq!(broken(&school, &one.exchange(0, "R2", "R1")), []);
}

#[test]
fn lessons_of_a_class_do_not_overlap() {
    let school = school(1, 2).lesson("8A MAT mon 1").lesson("8A DAN mon 2");
    assert_eq!(broken(&school, &unchanged(&school).start(1, "mon 1")), [Rule::ClassClash]);
    let swapped = unchanged(&school).start(1, "mon 1").start(0, "mon 2");
    assert_eq!(broken(&school, &swapped), []);
}

#[test]
fn different_parts_of_one_division_are_side_by_side() {
    let beside = |group: &str| {
        let school = school(1, 2).lesson("8A TYS mon 1 g=lang:GER");
        let school = school.lesson(&format!("8A FRA mon 2 {group}"));
        broken(&school, &unchanged(&school).start(1, "mon 1"))
    };
    assert_eq!(beside("g=lang:FRE"), []);
    assert_eq!(beside("g=music:FRE"), [Rule::ClassClash]);
    assert_eq!(beside("g=lang:GER"), [Rule::ClassClash]);
    assert_eq!(beside(""), [Rule::ClassClash]);
}

fn group(division: &str, part: &str) -> Group {
    Group { division: division.into(), part: part.into() }
}

#[test]
fn lessons_of_different_weeks_are_in_one_slot() {
    let school = school(1, 2)
        .two_weeks()
        .lesson("8A MAT mon 1 t=T1 r=R1 w=A")
        .lesson("8A DAN mon 1 t=T1 r=R1 w=B")
        .lesson("8A ENG mon 2 t=T1 r=R1");
    assert_eq!(broken(&school, &unchanged(&school)), []);
    let clash = broken(&school, &unchanged(&school).start(0, "mon 2"));
    assert_eq!(clash, [Rule::ClassClash, Rule::TeacherClash, Rule::RoomClash]);
}

#[test]
fn a_teacher_has_one_lesson_at_a_time() {
    let school = school(1, 2).lesson("8A MAT mon 1 t=T1").lesson("8B MAT mon 2 t=T2+T1");
    assert_eq!(broken(&school, &unchanged(&school).start(1, "mon 1")), [Rule::TeacherClash]);
    assert_eq!(broken(&school, &unchanged(&school)), []);
}

#[test]
fn a_room_holds_as_many_lessons_as_it_has_place_for() {
    let school = school(1, 2)
        .room("Hall", "", "", 2)
        .lesson("8A IDR mon 1 r=Hall")
        .lesson("8B IDR mon 1 r=Hall")
        .row("8B IDR mon 1 r=Hall")
        .lesson("9A IDR mon 2 r=Hall");
    assert_eq!(broken(&school, &unchanged(&school)), []);
    assert_eq!(broken(&school, &unchanged(&school).start(2, "mon 1")), [Rule::RoomClash]);
}

#[test]
fn no_lesson_moves_to_where_its_teacher_is_unavailable() {
    let school = school(1, 3).teacher("T1", "mon 2", None).lesson("8A MAT mon 1 t=T1");
    let refused = broken(&school, &unchanged(&school).start(0, "mon 2"));
    assert_eq!(refused, [Rule::TeacherUnavailable]);
    assert_eq!(broken(&school, &unchanged(&school).start(0, "mon 3")), []);
}

#[test]
fn a_lesson_that_stays_is_not_accused_of_an_unavailable_slot() {
    let school = school(1, 3)
        .teacher("T1", "mon 1+mon 2", None)
        .room("R1", "lab", "mon 1+mon 2", 1)
        .room("R2", "lab", "mon 1", 1)
        .lesson("8A MAT mon 1-2 t=T1 r=R1");
    assert_eq!(broken(&school, &unchanged(&school)), []);
    let moved = broken(&school, &unchanged(&school).start(0, "mon 2"));
    assert_eq!(moved, [Rule::TeacherUnavailable, Rule::RoomUnavailable]);
    let exchanged = broken(&school, &unchanged(&school).exchange(0, "R1", "R2"));
    assert_eq!(exchanged, [Rule::RoomUnavailable]);
}

#[test]
fn no_lesson_moves_to_where_its_room_is_unavailable() {
    let school = school(1, 2)
        .room("R1", "lab", "mon 2", 1)
        .room("R2", "lab", "", 1)
        .lesson("8A FYS mon 1 r=R1");
    let moved = unchanged(&school).start(0, "mon 2");
    assert_eq!(broken(&school, &moved), [Rule::RoomUnavailable]);
    assert_eq!(broken(&school, &moved.exchange(0, "R1", "R2")), []);
}

#[test]
fn a_locked_lesson_keeps_its_start_and_its_rooms() {
    let school = school(1, 2)
        .room("R1", "lab", "", 1)
        .room("R2", "lab", "", 1)
        .lesson("8A FYS mon 1 r=R1")
        .locked();
    assert_eq!(broken(&school, &unchanged(&school)), []);
    assert_eq!(broken(&school, &unchanged(&school).start(0, "mon 2")), [Rule::Locked]);
    assert_eq!(broken(&school, &unchanged(&school).exchange(0, "R1", "R2")), [Rule::Locked]);
}

#[test]
fn no_apprentice_misses_a_required_lesson() {
    let school = school(2, 2).lesson("8A MAT mon 1").apprentice("8A", "mon 1|tue", "MAT", "");
    let refused = broken(&school, &unchanged(&school));
    assert_eq!(refused, [Rule::RequiredMissed]);
    assert_eq!(broken(&school, &unchanged(&school).start(0, "mon 2")), []);
    assert_eq!(broken(&school, &unchanged(&school).away(0, 1)), []);
}

#[test]
fn with_best_effort_a_required_lesson_may_be_missed() {
    let school = school(1, 1).lesson("8A MAT mon 1").apprentice("8A", "mon", "MAT", "");
    let verdict = check(&school, &unchanged(&school), Effort::Best);
    assert_eq!(verdict.breaches, []);
    assert_eq!(verdict.difference.missed[0].level, Level::Required);
}

#[test]
fn an_apprentice_misses_only_lessons_of_the_own_groups() {
    let mut school =
        school(1, 1).lesson("8A TYS mon 1 g=lang:GER").apprentice("8A", "mon", "TYS", "");
    assert_eq!(broken(&school, &unchanged(&school)), [Rule::RequiredMissed]);
    school.apprentices[0].groups = [group("lang", "FRE")].into();
    assert_eq!(broken(&school, &unchanged(&school)), []);
}

#[test]
fn a_class_gets_no_new_gap_on_a_day_of_a_week() {
    let school = school(1, 4).lesson("8A MAT mon 1").lesson("8A DAN mon 2").lesson("8A ENG mon 3");
    assert_eq!(broken(&school, &unchanged(&school).start(2, "mon 4")), [Rule::ClassGaps]);
    assert_eq!(broken(&school, &unchanged(&school).start(0, "mon 4")), []);
}

#[test]
fn a_gap_in_one_week_does_not_allow_one_in_the_other() {
    let school = school(1, 3)
        .two_weeks()
        .lesson("8A MAT mon 1")
        .lesson("8A DAN mon 2 w=B")
        .lesson("8A ENG mon 3 w=A");
    assert_eq!(broken(&school, &unchanged(&school)), []);
    assert_eq!(broken(&school, &unchanged(&school).start(1, "mon 3")), [Rule::ClassGaps]);
}

#[test]
fn a_period_that_the_grid_lacks_is_a_gap() {
    let mut school = school(2, 3).lesson("8A MAT mon 1").lesson("8A DAN mon 2");
    let slots = school.grid.slots().filter(|&at| at != slot("tue 2")).collect();
    school.grid = Grid::new(slots, [].into());
    let around_the_hole = unchanged(&school).start(0, "tue 1").start(1, "tue 3");
    assert_eq!(broken(&school, &around_the_hole), [Rule::ClassGaps]);
    assert_eq!(broken(&school, &unchanged(&school).start(1, "tue 3")), []);
}

#[test]
fn a_class_has_no_more_of_a_subject_on_a_day_than_its_limit() {
    let school = school(2, 3).lesson("8A MAT mon 1-2").lesson("8A MAT tue 1");
    assert_eq!(broken(&school, &unchanged(&school).start(1, "mon 3")), [Rule::SubjectPerDay]);
    let school = school.limit("MAT", 3);
    assert_eq!(broken(&school, &unchanged(&school).start(1, "mon 3")), []);
}

#[test]
fn the_fullest_day_of_the_baseline_allows_as_much_on_any_day_of_that_week() {
    let school = school(2, 4).lesson("8A MAT mon 1-3").lesson("8A MAT tue 1");
    assert_eq!(broken(&school, &unchanged(&school).start(0, "tue 2")), [Rule::SubjectPerDay]);
    let other_day = unchanged(&school).start(0, "tue 1").start(1, "mon 1");
    assert_eq!(broken(&school, &other_day), []);
}

#[test]
fn parts_of_a_lesson_count_once_for_a_subject_and_lessons_side_by_side_twice() {
    let one_lesson = school(2, 2)
        .limit("MAT", 1)
        .lesson("8A MAT mon 1 g=1")
        .row("8A MAT mon 1 g=2")
        .lesson("8A DAN tue 1");
    assert_eq!(broken(&one_lesson, &unchanged(&one_lesson).start(0, "tue 2")), []);
    let two_lessons =
        school(2, 2).limit("MAT", 1).lesson("8A MAT mon 1 g=1").lesson("8A MAT tue 1 g=2");
    let side_by_side = unchanged(&two_lessons).start(1, "mon 1");
    assert_eq!(broken(&two_lessons, &side_by_side), [Rule::SubjectPerDay]);
}

#[test]
fn a_lesson_moves_across_no_break_but_stays_across_one() {
    let school = school(2, 3).break_after("mon 2").lesson("8A MAT mon 2-3");
    assert_eq!(broken(&school, &unchanged(&school)), []);
    let school = school.lesson("8B MAT tue 1-2");
    assert_eq!(broken(&school, &unchanged(&school).start(1, "mon 2")), [Rule::Break]);
    assert_eq!(broken(&school, &unchanged(&school).start(1, "mon 1")), []);
}

#[test]
fn a_teacher_has_no_more_periods_on_a_day_than_the_limit_or_than_before() {
    let school = school(2, 3)
        .teacher("T1", "", Some(1))
        .lesson("8A MAT mon 1 t=T1")
        .lesson("8B MAT mon 2 t=T1")
        .lesson("9A MAT tue 1 t=T1");
    assert_eq!(broken(&school, &unchanged(&school)), []);
    assert_eq!(broken(&school, &unchanged(&school).start(0, "tue 2")), [Rule::TeacherPerDay]);
    let traded = unchanged(&school).start(0, "tue 1").start(2, "mon 1");
    assert_eq!(broken(&school, &traded), []);
}

#[test]
fn a_class_keeps_its_hours_except_in_slots_of_its_baseline() {
    let school = school(2, 4).hours("8A", 2, 3).lesson("8A MAT mon 4").lesson("8A DAN tue 3");
    assert_eq!(broken(&school, &unchanged(&school).start(0, "mon 1")), [Rule::ClassHours]);
    assert_eq!(broken(&school, &unchanged(&school).start(0, "tue 4")), [Rule::ClassHours]);
    assert_eq!(broken(&school, &unchanged(&school).start(0, "mon 3")), []);
    let traded = unchanged(&school).start(1, "mon 4").start(0, "tue 3");
    assert_eq!(broken(&school, &traded), []);
}

#[test]
fn a_place_takes_so_many_apprentices_on_a_day_and_half_a_day_counts() {
    let mut school =
        school(2, 2).apprentice("8A", "mon|tue", "", "").apprentice("8A", "mon 1", "", "");
    for alternative in school.apprentices.iter_mut().flat_map(|one| &mut one.alternatives) {
        alternative.place = Some("Forge".into());
    }
    let school = school.seats("Forge", Day::Mon, 1);
    assert_eq!(broken(&school, &unchanged(&school)), [Rule::PlaceFull]);
    assert_eq!(broken(&school, &unchanged(&school).away(0, 1)), []);
}

#[test]
fn pupils_with_one_label_are_given_one_alternative_of_their_own() {
    let mut school =
        school(2, 2).apprentice("8A", "mon|tue", "", "").apprentice("8B", "mon|tue", "", "");
    assert_eq!(broken(&school, &unchanged(&school).away(1, 1)), []);
    assert_eq!(broken(&school, &unchanged(&school).away(1, 2)), [Rule::Away]);
    for apprentice in &mut school.apprentices {
        apprentice.together = Some("course".into());
    }
    assert_eq!(broken(&school, &unchanged(&school).away(1, 1)), [Rule::Away]);
    assert_eq!(broken(&school, &unchanged(&school).away(0, 1).away(1, 1)), []);
}

#[test]
fn a_baseline_is_at_fault_where_lessons_clash_or_somebody_is_unavailable() {
    let school = school(1, 2)
        .teacher("T1", "mon 2", None)
        .room("R1", "", "mon 2", 1)
        .lesson("8A MAT mon 1-2 t=T1 r=R1")
        .lesson("8A DAN mon 1");
    let found: Vec<Rule> = faults(&school).iter().map(Breach::rule).collect();
    assert_eq!(found, [Rule::ClassClash, Rule::TeacherUnavailable, Rule::RoomUnavailable]);
}

#[test]
fn clashing_lessons_are_coupled_with_their_offsets_even_through_a_third() {
    let school = school(1, 4)
        .lesson("8A MAT mon 3 t=T1")
        .lesson("8A DAN mon 2-3")
        .lesson("8A ENG mon 1-2")
        .locked()
        .lesson("8A IDR mon 4");
    let clashes = faults(&school);
    let coupled = school.coupled(clashes.iter().filter_map(Breach::clashing));
    let [one, other] = &coupled.lessons[..] else { unreachable!("{coupled:?}") };
    let offsets: Vec<u8> = one.pieces.iter().map(|piece| piece.offset).collect();
    assert_eq!((one.start, one.locked, one.name.as_str()), (Some(slot("mon 1")), true, "1"));
    assert_eq!((offsets, other.locked), (vec![2, 1, 2, 0, 1], false));
    assert_eq!(faults(&coupled), []);
}

#[test]
fn a_slot_with_all_lessons_of_a_school_tells_no_more_clashes_than_lessons_and_couples_them_all() {
    // Parts of a division do not clash with each other, but each does with the whole class.
    let parts = (0..40).flat_map(|number| {
        [format!("8A DAN mon 1 g=team:{number}"), format!("8A MAT mon 1 g=team:{number}")]
    });
    let crowded = parts.fold(school(1, 2), |school, row| school.lesson(&row));
    assert_eq!(faults(&crowded).len(), 40, "only the two lessons of each part clash");
    let joined = crowded.lesson("8A ENG mon 1");
    let clashes = faults(&joined);
    assert_eq!(clashes.len(), 80);
    let coupled = joined.coupled(clashes.iter().filter_map(Breach::clashing));
    assert_eq!((coupled.lessons.len(), faults(&coupled)), (1, vec![]));
}
