//! The judge on guests, ways, places and lessons without a place: what breaks a rule and what just does not.

use mesterskema::diff::as_things_stand;
use mesterskema::domain::{Also, Day, Price, Room, Rule, School};

use crate::school_builder::{Changed, Jotted, broken, points, school, slot, unchanged};

/// Makes the first apprentice a guest of a class.
fn guest(mut school: School, class: &str) -> School {
    school.apprentices[0].also.push(Also { class: class.into(), subject: None });
    school
}

/// Puts a room at a site.
fn room_at(mut school: School, room: &str, site: &str) -> School {
    school.rooms.insert(room.into(), Room { site: Some(site.into()), ..Room::default() });
    school
}

/// Puts a placement at a site.
fn place_at(mut school: School, place: &str, site: &str) -> School {
    school.places.entry(place.into()).or_default().site = Some(site.into());
    school
}

/// The way between two sites, both ways.
fn way(mut school: School, from: &str, to: &str, minutes: u32) -> School {
    school.travel.minutes.insert((from.into(), to.into()), minutes);
    school.travel.minutes.insert((to.into(), from.into()), minutes);
    school
}

#[test]
fn beside_a_required_lesson_only_the_desired_one_is_missed() {
    let beside = school(2, 2)
        .lesson("8A MAT mon 1")
        .lesson("9A ENG mon 1")
        .apprentice("8A", "tue", "MAT", "ENG");
    let beside = guest(beside, "9A");
    assert_eq!(broken(&beside, &unchanged(&beside)), []);
    assert_eq!(points(&beside, &unchanged(&beside), Price::Desired), 25);
    let after = unchanged(&beside).start(1, "mon 2");
    assert_eq!(points(&beside, &after, Price::Desired), 0);
}

#[test]
fn of_two_required_lessons_that_overlap_both_are_missed() {
    let both = school(2, 2)
        .lesson("8A MAT mon 1")
        .lesson("9A DAN mon 1")
        .apprentice("8A", "tue", "MAT+DAN", "");
    let both = guest(both, "9A");
    assert_eq!(broken(&both, &unchanged(&both)), [Rule::RequiredMissed, Rule::RequiredMissed]);
    assert_eq!(broken(&both, &unchanged(&both).start(1, "mon 2")), []);
}

#[test]
fn a_lesson_that_is_not_core_makes_nothing_be_missed() {
    let beside = school(2, 1)
        .lesson("8A MAT mon 1")
        .lesson("9A IDR mon 1")
        .apprentice("8A", "tue", "MAT", "");
    let beside = guest(beside, "9A");
    assert_eq!(broken(&beside, &unchanged(&beside)), []);
}

#[test]
fn lessons_of_one_class_side_by_side_make_each_other_not_be_missed() {
    let parts = school(2, 1)
        .lesson("8A MAT mon 1 g=x:A")
        .lesson("8A DAN mon 1 g=x:B")
        .apprentice("8A", "tue", "MAT+DAN", "");
    assert_eq!(broken(&parts, &unchanged(&parts)), []);
}

#[test]
fn a_required_lesson_too_near_to_the_placement_is_missed_on_the_way() {
    let base = school(2, 3).lesson("8A MAT mon 2 r=R1").apprentice("8A", "mon 1@Far", "MAT", "");
    let base = way(place_at(room_at(base, "R1", "here"), "Far", "there"), "there", "here", 45);
    assert_eq!(broken(&base, &unchanged(&base)), [Rule::RequiredMissed]);
    assert_eq!(broken(&base, &unchanged(&base).start(0, "mon 3")), []);
}

#[test]
fn a_place_takes_no_more_pupils_in_all_than_its_total() {
    let mut full = school(2, 1).apprentice("8A", "mon@P", "", "").apprentice("8A", "tue@P", "", "");
    full.places.entry("P".into()).or_default().total = Some(1);
    assert_eq!(broken(&full, &unchanged(&full)), [Rule::PlaceFull]);
    full.places.entry("P".into()).or_default().total = Some(2);
    assert_eq!(broken(&full, &unchanged(&full)), []);
}

#[test]
fn all_who_go_to_a_place_with_one_day_go_on_the_same_days() {
    let mut one_day =
        school(2, 1).apprentice("8A", "mon@P", "", "").apprentice("8A", "tue@P|mon@P", "", "");
    one_day.places.entry("P".into()).or_default().one_day = true;
    assert_eq!(broken(&one_day, &unchanged(&one_day)), [Rule::OneDay]);
    assert_eq!(broken(&one_day, &unchanged(&one_day).away(1, 1)), []);
}

#[test]
fn a_teacher_needs_time_for_the_way_unless_both_lessons_stay() {
    let base = school(1, 3).lesson("8A MAT mon 1 t=T r=R1").lesson("9A MAT mon 3 t=T r=R2");
    let base = room_at(room_at(base, "R1", "here"), "R2", "there");
    let far = way(base, "here", "there", 46);
    assert_eq!(broken(&far, &unchanged(&far)), []);
    assert_eq!(broken(&far, &unchanged(&far).start(1, "mon 2")), [Rule::TooFar]);
    let near = way(far, "here", "there", 0);
    assert_eq!(broken(&near, &unchanged(&near).start(1, "mon 2")), []);
}

#[test]
fn only_a_lesson_that_moves_is_kept_from_where_its_class_is_unavailable() {
    let mut away = school(2, 1).lesson("8A MAT mon 1");
    let class = away.classes.entry("8A".into()).or_default();
    class.unavailable = [slot("mon 1"), slot("tue 1")].into();
    assert_eq!(broken(&away, &unchanged(&away)), []);
    assert_eq!(broken(&away, &unchanged(&away).start(0, "tue 1")), [Rule::ClassUnavailable]);
}

#[test]
fn only_a_lesson_that_moves_is_kept_within_its_allowed_slots() {
    let mut allowed = school(3, 1).lesson("8A MAT mon 1");
    allowed.lessons[0].pieces[0].allowed = Some([slot("tue 1")].into());
    assert_eq!(broken(&allowed, &unchanged(&allowed)), []);
    assert_eq!(broken(&allowed, &unchanged(&allowed).start(0, "tue 1")), []);
    assert_eq!(broken(&allowed, &unchanged(&allowed).start(0, "wed 1")), [Rule::Allowed]);
}

#[test]
fn lessons_with_one_apart_label_are_on_different_days() {
    let mut apart = school(2, 2).lesson("8A MAT mon 1").lesson("8A DAN tue 1");
    for lesson in &mut apart.lessons {
        lesson.pieces[0].apart = Some("hard".into());
    }
    assert_eq!(broken(&apart, &unchanged(&apart)), []);
    assert_eq!(broken(&apart, &unchanged(&apart).start(1, "mon 2")), [Rule::Apart]);
    let together = {
        let mut both = school(2, 2).lesson("8A MAT mon 1").lesson("8A DAN mon 2");
        for lesson in &mut both.lessons {
            lesson.pieces[0].apart = Some("hard".into());
        }
        both
    };
    assert_eq!(broken(&together, &unchanged(&together)), []);
}

#[test]
fn no_placement_costs_only_where_there_was_another_choice() {
    let mut either = school(2, 1).apprentice("8A", "mon|tue|-", "", "");
    (either.weights[Price::Wish], either.weights[Price::Unplaced]) = (3, 500);
    let given = |chosen| unchanged(&either).away(0, chosen);
    assert_eq!(points(&either, &given(1), Price::Wish), 3);
    assert_eq!(points(&either, &given(2), Price::Wish), 0);
    assert_eq!(points(&either, &given(2), Price::Unplaced), 500);
    let only = school(2, 1).apprentice("8A", "-", "", "");
    assert_eq!(points(&only, &unchanged(&only), Price::Unplaced), 0);
}

#[test]
fn a_lesson_of_a_locked_class_keeps_its_place() {
    let mut locked = school(2, 1).lesson("8A MAT mon 1");
    locked.classes.entry("8A".into()).or_default().locked = true;
    assert_eq!(broken(&locked, &unchanged(&locked).start(0, "tue 1")), [Rule::Locked]);
    locked.classes.entry("8A".into()).or_default().locked = false;
    assert_eq!(broken(&locked, &unchanged(&locked).start(0, "tue 1")), []);
}

#[test]
fn a_lesson_without_a_place_must_get_one_and_costs_nothing_itself() {
    let mut placeless = school(1, 1).lesson("8A MAT mon 1");
    placeless.lessons[0].start = None;
    assert_eq!(broken(&placeless, &unchanged(&placeless)), [Rule::Unplaced]);
    let placed = unchanged(&placeless).start(0, "mon 1");
    assert_eq!(broken(&placeless, &placed), []);
    for price in [Price::OtherDay, Price::SameDay, Price::Bystander, Price::NewSlot] {
        assert_eq!(points(&placeless, &placed, price), 0);
    }
}

#[test]
fn a_room_is_exchanged_only_within_its_site() {
    let base = school(1, 1)
        .lesson("8A FYS mon 1 r=R1")
        .lesson("8B FYS mon 1 r=R2")
        .lesson("8C FYS mon 1 r=R5")
        .room("R1", "lab", "", 2)
        .room("R2", "lab", "", 2)
        .room("R3", "lab", "", 2)
        .room("R4", "lab", "", 2)
        .room("R5", "lab", "", 2);
    let at = |mut school: School, room: &str, site: &str| {
        school.rooms.get_mut(&room.into()).unwrap().site = Some(site.into());
        school
    };
    let sites = at(at(at(base, "R1", "here"), "R2", "there"), "R3", "here");
    let exchanged =
        |lesson, from, to| broken(&sites, &unchanged(&sites).exchange(lesson, from, to));
    assert_eq!(exchanged(0, "R1", "R3"), []);
    assert_eq!(exchanged(0, "R1", "R2"), [Rule::Exchange]);
    assert_eq!(exchanged(0, "R1", "R4"), [Rule::Exchange]);
    assert_eq!(exchanged(2, "R5", "R4"), []);
    assert_eq!(exchanged(2, "R5", "R3"), [Rule::Exchange]);
}

#[test]
fn a_pupil_of_several_days_is_one_in_all_and_who_has_no_placement_is_none() {
    let mut seats = school(3, 2)
        .apprentice("8A", "mon+tue@P|-", "", "")
        .apprentice("8A", "wed 2@P|mon 1@P|mon@Q", "", "")
        .seats("P", Day::Mon, 1);
    seats.places.entry("P".into()).or_default().total = Some(2);
    assert_eq!(broken(&seats, &unchanged(&seats)), []);
    assert_eq!(broken(&seats, &unchanged(&seats).away(1, 1)), [Rule::PlaceFull]);
    assert_eq!(broken(&seats, &unchanged(&seats).away(1, 2)), []);
    assert_eq!(broken(&seats, &unchanged(&seats).away(1, 1).away(0, 1)), []);
    seats.places.entry("P".into()).or_default().total = Some(1);
    assert_eq!(broken(&seats, &unchanged(&seats)), [Rule::PlaceFull]);
    assert_eq!(broken(&seats, &unchanged(&seats).away(0, 1)), []);
}

#[test]
fn the_same_set_of_days_is_the_same_in_any_order_and_for_any_part_of_them() {
    let mut one_day = school(3, 2).apprentice("8A", "mon+tue@P", "", "").apprentice(
        "8A",
        "tue 2+mon 1@P|mon@P|mon+tue+wed@P|-|mon@Q",
        "",
        "",
    );
    one_day.places.entry("P".into()).or_default().one_day = true;
    let given = |chosen| broken(&one_day, &unchanged(&one_day).away(1, chosen));
    assert_eq!([given(0), given(3), given(4)], [vec![], vec![], vec![]]);
    assert_eq!([given(1), given(2)], [vec![Rule::OneDay], vec![Rule::OneDay]]);
}

#[test]
fn as_things_stand_nobody_is_without_a_placement_who_may_have_one() {
    let pupils = school(2, 1)
        .lesson("8A MAT mon 1")
        .apprentice("8A", "-|mon|tue", "MAT", "")
        .apprentice("8A", "-|mon", "MAT", "")
        .apprentice("8A", "-", "MAT", "");
    assert_eq!(as_things_stand(&pupils).away, [2, 1, 0]);
}
