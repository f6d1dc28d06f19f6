//! The order in which changes are carried out by hand.

use std::collections::{BTreeMap, BTreeSet};

use mesterskema::check::{Breach, faults};
use mesterskema::domain::{Booking, Effort, Proposal, School, Slot, Timetable};
use mesterskema::explain::{Task, tasks};

use crate::chance::Chance;
use crate::optimum::answer;
use crate::random_school;
use crate::school_builder::{Changed, Jotted, school, unchanged};

/// The school part of the way: lessons where they are booked, those that are nowhere left out.
fn on_the_way(school: &School, bookings: &BTreeMap<usize, Booking>) -> School {
    let mut now = school.clone();
    now.lessons = bookings
        .iter()
        .map(|(&place, booking)| {
            let mut lesson = school.lessons[place].clone();
            lesson.start = Some(booking.start);
            for room in lesson.pieces.iter_mut().flat_map(|piece| &mut piece.rooms) {
                *room = booking.room(room).clone();
            }
            lesson
        })
        .collect();
    now
}

/// Where the lessons are that have a place.
fn booked(timetable: &Timetable) -> BTreeMap<usize, Booking> {
    let all = timetable.bookings.iter().cloned().enumerate();
    all.filter_map(|(lesson, booking)| Some((lesson, booking?))).collect()
}

fn clashes(school: &School) -> usize {
    faults(school).iter().filter_map(Breach::clashing).count()
}

/// Carries the tasks out, and finds no clash after any of them and the proposal in the end; how many were set aside.
fn carry_out(school: &School, proposal: &Proposal) -> usize {
    let mut bookings = booked(&school.baseline());
    let (mut aside, mut booked) = (BTreeSet::new(), BTreeSet::new());
    for task in tasks(school, proposal) {
        match task {
            Task::SetAside(lesson) => {
                bookings.remove(&lesson).unwrap();
                assert!(aside.insert(lesson) && !booked.contains(&lesson));
            }
            Task::Book(lesson) => {
                bookings.insert(lesson, proposal.timetable.booking(lesson).unwrap().clone());
                assert!(booked.insert(lesson));
            }
        }
        assert_eq!(clashes(&on_the_way(school, &bookings)), 0, "after {task:?}");
    }
    assert_eq!(bookings, self::booked(&proposal.timetable));
    aside.len()
}

#[test]
fn a_lesson_waits_until_its_place_is_free() {
    let school = school(2, 3).lesson("8A MAT mon 1").lesson("8A DAN mon 2").lesson("8A ENG mon 3");
    let proposal = unchanged(&school).start(0, "mon 2").start(1, "mon 3").start(2, "tue 1");
    assert_eq!(tasks(&school, &proposal), [Task::Book(2), Task::Book(1), Task::Book(0)]);
    assert_eq!(carry_out(&school, &proposal), 0);
}

#[test]
fn of_lessons_in_a_circle_one_is_set_aside() {
    let school = school(2, 4).lesson("8A MAT mon 1-2 t=T1").lesson("8B DAN mon 3 t=T1");
    let proposal = unchanged(&school).start(0, "mon 2").start(1, "mon 1");
    assert_eq!(tasks(&school, &proposal)[0], Task::SetAside(1));
    let school =
        school.lesson("8C ENG tue 3 t=T2").lesson("8B BIO tue 1 t=T1").lesson("8C GEO tue 2 t=T1");
    let proposal = unchanged(&school).start(3, "tue 2").start(4, "tue 1");
    assert_eq!(tasks(&school, &proposal), [Task::SetAside(3), Task::Book(4), Task::Book(3)]);
    assert_eq!(carry_out(&school, &proposal), 1);
}

#[test]
fn the_lesson_for_which_most_others_wait_is_set_aside() {
    let school = school(2, 1).two_weeks();
    let school =
        school.lesson("8A BIO mon 1 w=A").lesson("8A GEO mon 1 w=B").lesson("8A MAT tue 1");
    let proposal = unchanged(&school).start(0, "tue 1").start(1, "tue 1").start(2, "mon 1");
    assert_eq!(tasks(&school, &proposal)[0], Task::SetAside(2));
    assert_eq!(carry_out(&school, &proposal), 1);
}

#[test]
fn lessons_of_other_weeks_or_groups_are_not_in_the_way() {
    let school = school(1, 2)
        .two_weeks()
        .lesson("8A BIO mon 1 w=A t=T1")
        .lesson("8A GEO mon 2 w=B t=T1")
        .lesson("8B TYS mon 1 g=lang:TYS")
        .lesson("8B FRA mon 2 g=lang:FRA");
    let proposal = unchanged(&school).start(0, "mon 2").start(1, "mon 1").start(2, "mon 2");
    let proposal = proposal.start(3, "mon 1");
    assert_eq!(tasks(&school, &proposal), [0, 1, 2, 3].map(Task::Book));
}

#[test]
fn a_room_for_two_is_in_the_way_only_when_it_is_full() {
    let school = school(1, 2)
        .lesson("8A IDR mon 1 r=hal")
        .lesson("8B IDR mon 2 r=hal")
        .lesson("8C IDR mon 2 r=hal");
    let swapped = unchanged(&school).start(0, "mon 2").start(1, "mon 1");
    let wide = |parallel| school.clone().room("hal", "", "", parallel);
    assert_eq!(tasks(&wide(3), &swapped), [0, 1].map(Task::Book));
    assert_eq!(tasks(&wide(2), &swapped), [1, 0].map(Task::Book));
    assert_eq!((carry_out(&wide(3), &swapped), carry_out(&wide(2), &swapped)), (0, 0));
}

#[test]
fn carrying_out_the_optimum_of_any_school_never_has_two_lessons_clash() {
    let mut changed = 0;
    for seed in 0..400 {
        let school = random_school::school(seed);
        let Some((proposal, verdict)) = answer(&school, Effort::Best).offered else { continue };
        carry_out(&school, &proposal);
        changed += verdict.difference.changes.len();
    }
    assert!(changed > 200, "only {changed}");
}

fn start_of(proposal: &Proposal, lesson: usize) -> Option<Slot> {
    proposal.timetable.booking(lesson).map(|booking| booking.start)
}

fn start_at(mut proposal: Proposal, lesson: usize, start: Slot) -> Proposal {
    let booking = &mut proposal.timetable.bookings[lesson];
    let kept = booking.take().unwrap_or_else(|| Booking::at(start));
    *booking = Some(Booking { start, ..kept });
    proposal
}

/// Another timetable of a school without clashes, as far from its own as chance leads: lessons and pairs of lessons go
/// where they clash with nothing.
fn shuffled(school: &School, seed: u64) -> Proposal {
    let mut chance = Chance::new(seed);
    let mut proposal = unchanged(school);
    let lessons: Vec<usize> = (0..school.lessons.len()).collect();
    for _ in 0..30 {
        let (one, other) = (chance.pick(&lessons), chance.pick(&lessons));
        let mut tried = proposal.clone();
        if chance.percent(60) {
            let starts = [one, other].map(|lesson| start_of(&proposal, lesson));
            let [Some(first), Some(second)] = starts else { continue };
            tried = start_at(start_at(tried, one, second), other, first);
        } else {
            let slots: Vec<_> = school.grid.slots().collect();
            tried = start_at(tried, one, chance.pick(&slots));
        }
        if clashes(&on_the_way(school, &booked(&tried.timetable))) == 0 {
            proposal = tried;
        }
    }
    proposal
}

#[test]
fn carrying_out_any_timetable_never_has_two_lessons_clash() {
    let mut set_aside = 0;
    for seed in 0..400 {
        let school = random_school::school(seed);
        set_aside += carry_out(&school, &shuffled(&school, seed));
    }
    assert!(set_aside > 20, "only {set_aside}");
}
