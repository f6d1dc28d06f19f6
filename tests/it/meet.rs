//! When to meet: beside trying every choice of starts, on tiny random schools; and what is told of it.

use std::collections::{BTreeMap, BTreeSet};
use std::slice::from_ref;

use mesterskema::diff::as_things_stand;
use mesterskema::domain::{
    Level, Meeting, Participant, Proposal, School, Slot, Stop, Timetable, Week, Weeks,
};
use mesterskema::scenario::{Agenda, Beside, meet};
use proptest::prelude::*;

use crate::cases::cases;
use crate::chance::Chance;
use crate::random_school;
use crate::school_builder::{Jotted, school, slot};

/// What a choice of starts is worth: the best is the smallest. How many meetings are not held, for each whether it is not, the
/// points, and the starts.
type Worth = (usize, Vec<bool>, i64, Vec<Option<Slot>>);

/// The law read slowly: one slot, one week, one person at a time.
struct Slow<'a> {
    school: &'a School,
    proposal: Option<&'a Proposal>,
    timetable: Timetable,
}

impl Slow<'_> {
    /// Every row that is in a slot in a week.
    fn rows(&self, slot: Slot, week: Week) -> Vec<(usize, usize)> {
        let mut rows = Vec::new();
        for (index, lesson) in self.school.lessons.iter().enumerate() {
            let Some(booking) = &self.timetable.bookings[index] else { continue };
            for (place, piece) in lesson.pieces.iter().enumerate() {
                let is_then = booking.start.later(piece.offset) == Some(slot);
                if is_then && piece.weeks.contains(week) {
                    rows.push((index, place));
                }
            }
        }
        rows
    }

    fn is_away(&self, pupil: usize, slot: Slot) -> bool {
        let own = &self.school.apprentices[pupil].alternatives;
        match self.proposal {
            Some(proposal) => own[proposal.away[pupil]].covers(slot),
            None => own.iter().any(|one| one.covers(slot)),
        }
    }

    /// The points of a participant in a slot of a week; `None`: not then.
    fn price(&self, who: &Participant, slot: Slot, week: Week) -> Option<i64> {
        let rows = self.rows(slot, week);
        let piece = |(lesson, place): (usize, usize)| &self.school.lessons[lesson].pieces[place];
        match who {
            Participant::Teacher(name) => {
                let unavailable = self.school.teachers[name].unavailable.contains(&slot);
                let teaches = rows.iter().any(|&row| piece(row).teachers.contains(name));
                (!unavailable && !teaches).then_some(0)
            }
            Participant::Room(name) => {
                let unavailable = self.school.rooms[name].unavailable.contains(&slot);
                let is_full = rows.iter().any(|&row| {
                    let booking = self.timetable.bookings[row.0].as_ref().unwrap();
                    piece(row).rooms.iter().any(|room| booking.room(room) == name)
                });
                (!unavailable && !is_full).then_some(0)
            }
            Participant::Class(class) => {
                let pupils = self.school.apprentices.iter().enumerate();
                let mut own = pupils.filter(|(_, one)| one.class == *class);
                let is_away = own.any(|(pupil, _)| self.is_away(pupil, slot));
                let has_lesson = rows.iter().any(|&row| piece(row).classes.contains(class));
                (!is_away).then_some(if has_lesson { 5 } else { 0 })
            }
            Participant::Pupil(key) => {
                let pupils = &self.school.apprentices;
                let pupil = pupils.iter().position(|one| one.pupil == *key).unwrap();
                let own = &pupils[pupil];
                let attended: Vec<Option<Level>> = rows
                    .iter()
                    .filter(|&&row| own.attends(piece(row)))
                    .map(|&row| own.level(&piece(row).subject))
                    .collect();
                let required = attended.contains(&Some(Level::Required));
                let desired = attended.contains(&Some(Level::Desired));
                let price = if desired { 25 } else { 5 * i64::from(!attended.is_empty()) };
                (!self.is_away(pupil, slot) && !required).then_some(price)
            }
        }
    }

    /// What a meeting costs from a start; `None`: it cannot be then.
    fn points(&self, meeting: &Meeting, start: Slot) -> Option<i64> {
        let mut slots = Vec::new();
        for offset in 0..meeting.length {
            let slot = start.later(offset).filter(|&slot| self.school.grid.contains(slot))?;
            if meeting.when.as_ref().is_some_and(|when| !when.contains(&slot)) {
                return None;
            }
            let before = slots.last().copied();
            if before.is_some_and(|before| self.school.grid.breaks_after(before)) {
                return None;
            }
            slots.push(slot);
        }
        let mut most = 0;
        for week in meeting.weeks.iter() {
            let mut points = 0;
            for &slot in &slots {
                for who in meeting.needs() {
                    points += self.price(&who, slot, week)?;
                }
            }
            most = most.max(points);
        }
        Some(most)
    }

    /// Everybody, and the room, who cannot be at two meetings at once.
    fn crowd(&self, meeting: &Meeting) -> BTreeSet<Participant> {
        let mut crowd: BTreeSet<Participant> = meeting.needs().collect();
        for who in &meeting.who {
            if let Participant::Class(class) = who {
                let own = self.school.apprentices.iter().filter(|one| one.class == *class);
                crowd.extend(own.map(|one| Participant::Pupil(one.pupil.clone())));
            }
        }
        crowd
    }

    fn clash(&self, one: (&Meeting, Slot), other: (&Meeting, Slot)) -> bool {
        let slots: BTreeSet<Slot> = one.0.slots(one.1).collect();
        let at_once = other.0.slots(other.1).any(|slot| slots.contains(&slot));
        let shared = !self.crowd(one.0).is_disjoint(&self.crowd(other.0));
        at_once && shared && one.0.weeks.meets(other.0.weeks)
    }

    /// Tries every start of every meeting, and none.
    fn best(&self, meetings: &[Meeting]) -> Worth {
        let mut best = None;
        self.go_on(meetings, &mut Vec::new(), 0, &mut best);
        best.unwrap()
    }

    fn go_on(
        &self,
        meetings: &[Meeting],
        starts: &mut Vec<Option<Slot>>,
        points: i64,
        best: &mut Option<Worth>,
    ) {
        let Some(meeting) = meetings.get(starts.len()) else {
            let missing: Vec<bool> = starts.iter().map(Option::is_none).collect();
            let count = missing.iter().filter(|&&missing| missing).count();
            let worth = (count, missing, points, starts.clone());
            if best.as_ref().is_none_or(|best| worth < *best) {
                *best = Some(worth);
            }
            return;
        };
        for start in self.school.grid.slots() {
            let Some(own) = self.points(meeting, start) else { continue };
            let held = meetings.iter().zip(starts.iter());
            let mut held = held.filter_map(|(other, start)| Some((other, (*start)?)));
            if held.any(|other| self.clash((meeting, start), other)) {
                continue;
            }
            starts.push(Some(start));
            self.go_on(meetings, starts, points + own, best);
            starts.pop();
        }
        starts.push(None);
        self.go_on(meetings, starts, points, best);
        starts.pop();
    }
}

/// Up to four meetings of whoever the school has.
fn meetings(school: &School, chance: &mut Chance) -> Vec<Meeting> {
    let mut everybody: Vec<Participant> = Vec::new();
    everybody.extend(school.apprentices.iter().map(|one| Participant::Pupil(one.pupil.clone())));
    everybody.extend(school.classes.keys().cloned().map(Participant::Class));
    everybody.extend(school.teachers.keys().cloned().map(Participant::Teacher));
    let slots: Vec<Slot> = school.grid.slots().collect();
    let rooms: Vec<_> = school.rooms.keys().cloned().collect();
    let count = 1 + chance.below(4);
    let mut meetings: Vec<Meeting> = Vec::new();
    for number in 0..count {
        let mut who = chance.some(&everybody, 20);
        if who.is_empty() {
            who.push(chance.pick(&everybody));
        }
        let weeks = match chance.below(3) {
            0 => Weeks::only(Week(u8::try_from(chance.below(school.weeks.len())).unwrap())),
            _ => Weeks::all(school.weeks.len()),
        };
        meetings.push(Meeting {
            name: format!("m{number}").as_str().into(),
            who,
            length: chance.pick(&[1, 1, 1, 2]),
            when: chance.percent(30).then(|| chance.some(&slots, 60).into_iter().collect()),
            weeks,
            room: chance.percent(25).then(|| chance.pick(&rooms)),
        });
    }
    meetings
}

fn worth(agenda: &Agenda) -> Worth {
    let starts: Vec<Option<Slot>> =
        agenda.meetings.iter().map(|one| one.time.as_ref().map(|time| time.start)).collect();
    let missing: Vec<bool> = starts.iter().map(Option::is_none).collect();
    let count = missing.iter().filter(|&&missing| missing).count();
    (count, missing, agenda.points(), starts)
}

fn found(school: &School, proposal: Option<&Proposal>, meetings: &[Meeting]) -> Agenda {
    meet(Beside { school, proposal }, meetings, &Stop::never())
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn no_choice_of_starts_is_better_than_the_one_that_is_found(seed in 0_u64..1_000_000) {
        let school = random_school::school(seed);
        let mut chance = Chance::new(seed);
        let proposal = chance.percent(60).then(|| as_things_stand(&school));
        let meetings = meetings(&school, &mut chance);
        let timetable = school.baseline();
        let slow = Slow { school: &school, proposal: proposal.as_ref(), timetable };
        let agenda = found(&school, proposal.as_ref(), &meetings);
        prop_assert!(agenda.is_proven);
        prop_assert_eq!(worth(&agenda), slow.best(&meetings));
    }

    #[test]
    fn whoever_is_said_to_stand_in_the_way_does_so_alone(seed in 0_u64..1_000_000) {
        let school = random_school::school(seed);
        let mut chance = Chance::new(seed);
        let meetings = meetings(&school, &mut chance);
        let slow = Slow { school: &school, proposal: None, timetable: school.baseline() };
        let agenda = found(&school, None, &meetings);
        let held: Vec<(&Meeting, Slot)> = meetings
            .iter()
            .zip(&agenda.meetings)
            .filter_map(|(meeting, one)| Some((meeting, one.time.as_ref()?.start)))
            .collect();
        let is_free = |meeting: &Meeting, start: Slot| {
            let is_clear = !held.iter().any(|&other| slow.clash((meeting, start), other));
            slow.points(meeting, start).filter(|_| is_clear)
        };
        for (meeting, one) in meetings.iter().zip(&agenda.meetings) {
            if one.time.is_some() {
                prop_assert!(one.in_the_way.is_empty() && one.without.is_none());
                continue;
            }
            let mut best: Option<(i64, usize, Slot)> = None;
            for (place, who) in meeting.needs().enumerate() {
                let mut rest = meeting.clone();
                rest.who.retain(|other| *other != who);
                rest.room = rest.room.filter(|room| Participant::Room(room.clone()) != who);
                let nobody = Meeting { who: Vec::new(), room: None, ..meeting.clone() };
                let starts: Vec<(Slot, i64)> = school
                    .grid
                    .slots()
                    .filter(|&start| slow.points(&nobody, start).is_some())
                    .filter_map(|start| Some((start, is_free(&rest, start)?)))
                    .collect();
                let said = one.in_the_way.iter().find(|(name, _)| *name == who).unwrap().1;
                prop_assert_eq!(said, starts.len(), "{} of {:?}", who, meeting);
                if !rest.who.is_empty() {
                    let own = starts.iter().map(|&(start, points)| (points, place, start)).min();
                    best = best.into_iter().chain(own).min();
                }
            }
            let said = one.without.as_ref().map(|(who, time)| {
                let place = meeting.needs().position(|one| one == *who).unwrap();
                (time.points, place, time.start)
            });
            prop_assert_eq!(said, best);
        }
    }
}

fn talk(name: &str, who: &[Participant]) -> Meeting {
    Meeting {
        name: name.into(),
        who: who.to_vec(),
        length: 1,
        when: None,
        weeks: Weeks::all(1),
        room: None,
    }
}

#[test]
fn forty_talks_of_one_counsellor_fill_her_week_with_the_first_of_them() {
    let mut one = school(5, 7).teacher("C", "mon 1+mon 2+tue 1", None);
    for number in 0..40 {
        one = one.apprentice("8A", if number % 2 == 0 { "thu" } else { "fri" }, "", "");
    }
    let counsellor = Participant::Teacher("C".into());
    let pupils = one.apprentices.iter().map(|one| Participant::Pupil(one.pupil.clone()));
    let talks: Vec<Meeting> =
        pupils.map(|pupil| talk(pupil.name(), &[counsellor.clone(), pupil.clone()])).collect();
    let agenda = found(&one, None, &talks);
    let held: Vec<bool> = agenda.meetings.iter().map(|one| one.time.is_some()).collect();
    assert!(agenda.is_proven);
    assert_eq!(held.iter().filter(|&&held| held).count(), 32);
    assert!(held[..32].iter().all(|&held| held), "{held:?}");
    let first = agenda.meetings[0].time.as_ref().unwrap();
    assert_eq!(first.start, slot("mon 3"));
}

#[test]
fn doubles_and_singles_of_several_teachers_are_packed_to_the_end() {
    let school = school(2, 5).teacher("C", "mon 3", None).teacher("D", "", None);
    let (c, d) = (Participant::Teacher("C".into()), Participant::Teacher("D".into()));
    let double = |name: &str, who: &[Participant]| Meeting { length: 2, ..talk(name, who) };
    let meetings = [
        double("a", from_ref(&c)),
        double("b", &[c.clone(), d.clone()]),
        double("c", &[c.clone(), d.clone()]),
        double("d", from_ref(&c)),
        double("e", from_ref(&d)),
        double("f", from_ref(&d)),
    ];
    let agenda = found(&school, None, &meetings);
    let slow = Slow { school: &school, proposal: None, timetable: school.baseline() };
    assert_eq!(worth(&agenda).0, 0);
    assert_eq!(worth(&agenda), slow.best(&meetings));
}

#[test]
fn the_states_of_a_week_say_why_not() {
    let school = school(2, 3)
        .lesson("8A MAT mon 1 t=T1")
        .lesson("8A ENG mon 2 t=T2")
        .lesson("8A HIS mon 3 t=T2")
        .teacher("T2", "tue 1", None)
        .apprentice("8A", "tue 2-3", "MAT", "ENG");
    let who = [Participant::Pupil("p0".into()), Participant::Teacher("T2".into())];
    let agenda = found(&school, None, &[talk("talk", &who)]);
    let states: BTreeMap<_, _> = agenda.meetings[0].states.iter().cloned().collect();
    let signs = |who: &Participant| -> Vec<String> {
        states[who].values().map(|state| format!("{state:?}")).collect()
    };
    assert_eq!(
        signs(&who[0])[..5],
        [
            r#"Core(SubjectCode("MAT"))"#,
            r#"MissesDesired(SubjectCode("ENG"))"#,
            r#"Misses(SubjectCode("HIS"))"#,
            "Free",
            r#"Away(PupilKey("p0"))"#
        ]
    );
    assert_eq!(
        signs(&who[1])[..4],
        ["Free", r#"Busy(SubjectCode("ENG"))"#, r#"Busy(SubjectCode("HIS"))"#, "Unavailable"]
    );
    assert!(!agenda.is_complete());
}
