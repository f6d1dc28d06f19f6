//! Who is free when, and who is not and why.

use std::collections::{BTreeMap, BTreeSet};

use super::{Beside, DESIRED, LESSON, MeetingTime};
use crate::diff::{Sitting, sittings};
use crate::domain::{
    Apprentice, ClassName, Level, Meeting, MeetingName, Participant, PupilKey, RoomName, Slot,
    SubjectCode, TeacherName, Timetable, Week, Weeks,
};

/// How things stand with a participant in a slot, in the worst of a meeting's weeks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing is in the way, and nothing missed.
    Free,
    /// A lesson would be missed, at the price of any.
    Misses(SubjectCode),
    /// A desired lesson would be missed.
    MissesDesired(SubjectCode),
    /// A required lesson would be missed.
    Core(SubjectCode),
    /// A teacher or a room has a lesson.
    Busy(SubjectCode),
    /// A teacher or a room is not available.
    Unavailable,
    /// This pupil, who is a class's or meets, is away, or may be.
    Away(PupilKey),
    /// Another meeting that is held then.
    Meeting(MeetingName),
}

impl State {
    /// Whether no meeting can be then.
    #[must_use]
    pub const fn is_in_the_way(&self) -> bool {
        !matches!(self, Self::Free | Self::Misses(_) | Self::MissesDesired(_))
    }
}

/// A lesson that is missed for a meeting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MeetingMiss {
    /// Who misses it: a pupil, or a class.
    pub who: Participant,
    /// When.
    pub slot: Slot,
    /// The subject.
    pub subject: SubjectCode,
    /// Whether it is a desired one of the pupil's.
    pub level: Option<Level>,
}

/// What a meeting takes: somebody, or a room, in a slot of a week.
pub(super) type Cell = (Participant, Slot, Week);
/// Which meeting takes what.
pub(super) type Taken = BTreeMap<Cell, MeetingName>;

/// A timetable, by slots.
pub(super) struct Standing<'a> {
    beside: Beside<'a>,
    sittings: BTreeMap<Slot, Vec<Sitting<'a>>>,
}

impl<'a> Standing<'a> {
    pub(super) fn new(beside: Beside<'a>, timetable: &'a Timetable) -> Self {
        let mut by_slot: BTreeMap<Slot, Vec<Sitting<'a>>> = BTreeMap::new();
        for sitting in sittings(beside.school, timetable) {
            by_slot.entry(sitting.slot).or_default().push(sitting);
        }
        Self { beside, sittings: by_slot }
    }

    /// Every start from which a meeting is in the grid, in the slots that it may have and across no break, the earliest first.
    pub(super) fn starts<'m>(&'m self, meeting: &'m Meeting) -> impl Iterator<Item = Slot> + 'm {
        let grid = &self.beside.school.grid;
        let may = |slot: Slot| meeting.when.as_ref().is_none_or(|when| when.contains(&slot));
        let fits = move |start: &Slot| {
            grid.fits(*start, meeting.length)
                && !grid.crosses_break(*start, meeting.length)
                && meeting.slots(*start).all(may)
        };
        grid.slots().filter(fits)
    }

    /// Whether nobody whom a meeting needs stands in the way of a start, other meetings aside.
    pub(super) fn is_possible(&self, meeting: &Meeting, start: Slot) -> bool {
        let stands = |who: &Participant, slot| self.state(who, slot, meeting.weeks).is_in_the_way();
        !meeting.needs().any(|who| meeting.slots(start).any(|slot| stands(&who, slot)))
    }

    /// What a meeting takes that starts in a slot: everybody who is there, in every week that it must suit. A class takes all
    /// its pupils.
    pub(super) fn cells(&self, meeting: &Meeting, start: Slot) -> BTreeSet<Cell> {
        let who: BTreeSet<Participant> =
            meeting.needs().flat_map(|who| self.people(&who)).collect();
        let moments = |slot: Slot| meeting.weeks.iter().map(move |week| (slot, week));
        let cells = meeting.slots(start).flat_map(moments);
        cells
            .flat_map(|(slot, week)| who.iter().map(move |one| (one.clone(), slot, week)))
            .collect()
    }

    fn people(&self, who: &Participant) -> Vec<Participant> {
        let mut people = vec![who.clone()];
        if let Participant::Class(class) = who {
            people.extend(self.pupils(class).map(|(_, one)| Participant::Pupil(one.pupil.clone())));
        }
        people
    }

    fn pupils<'s>(&'s self, class: &'s ClassName) -> impl Iterator<Item = (usize, &'a Apprentice)> {
        let all = self.beside.school.apprentices.iter().enumerate();
        all.filter(move |(_, one)| one.class == *class)
    }

    fn pupil(&self, pupil: &PupilKey) -> Option<(usize, &'a Apprentice)> {
        let mut all = self.beside.school.apprentices.iter().enumerate();
        all.find(|(_, one)| one.pupil == *pupil)
    }

    /// What all meetings take that are held, but for one.
    pub(super) fn held(&self, meetings: &[Meeting], starts: &[Option<Slot>], but: usize) -> Taken {
        let held = meetings.iter().zip(starts).enumerate().filter(|&(index, _)| index != but);
        let taken = held.filter_map(|(_, (meeting, start))| Some((meeting, (*start)?)));
        let cells = |(meeting, start): (&Meeting, Slot)| {
            let named = |cell| (cell, meeting.name.clone());
            self.cells(meeting, start).into_iter().map(named).collect::<Vec<_>>()
        };
        taken.flat_map(cells).collect()
    }

    /// How things stand with a participant in every slot that a meeting may have, beside other meetings.
    pub(super) fn states(
        &self,
        meeting: &Meeting,
        who: &Participant,
        others: &Taken,
    ) -> BTreeMap<Slot, State> {
        let people = self.people(who);
        let taken = |slot: Slot| {
            let mut cells = people
                .iter()
                .flat_map(|one| meeting.weeks.iter().map(move |week| (one.clone(), slot, week)));
            cells.find_map(|cell| others.get(&cell))
        };
        let state = |slot: Slot| match self.state(who, slot, meeting.weeks) {
            state if state.is_in_the_way() => state,
            state => taken(slot).map_or(state, |name| State::Meeting(name.clone())),
        };
        let may = |slot: &Slot| meeting.when.as_ref().is_none_or(|when| when.contains(slot));
        self.beside.school.grid.slots().filter(may).map(|slot| (slot, state(slot))).collect()
    }

    /// How things stand with a participant in a slot, other meetings aside.
    fn state(&self, who: &Participant, slot: Slot, weeks: Weeks) -> State {
        match who {
            Participant::Pupil(pupil) => self.of_pupil(pupil, slot, weeks),
            Participant::Class(class) => self.of_class(class, slot, weeks),
            Participant::Teacher(teacher) => self.of_teacher(teacher, slot, weeks),
            Participant::Room(room) => self.of_room(room, slot, weeks),
        }
    }

    fn of_pupil(&self, pupil: &PupilKey, slot: Slot, weeks: Weeks) -> State {
        let Some((index, apprentice)) = self.pupil(pupil) else { return State::Free };
        if self.is_away(index, slot) {
            return State::Away(pupil.clone());
        }
        let attended = self.during(slot, weeks).filter(|one| apprentice.attends(one.piece));
        let state = |one: &Sitting<'_>| {
            let subject = one.piece.subject.clone();
            match apprentice.level(&subject) {
                Some(Level::Required) => State::Core(subject),
                Some(Level::Desired) => State::MissesDesired(subject),
                None => State::Misses(subject),
            }
        };
        attended.map(state).max().unwrap_or(State::Free)
    }

    fn of_class(&self, class: &ClassName, slot: Slot, weeks: Weeks) -> State {
        if let Some((_, away)) = self.pupils(class).find(|&(index, _)| self.is_away(index, slot)) {
            return State::Away(away.pupil.clone());
        }
        let mut own = self.during(slot, weeks).filter(|one| one.classes().any(|one| one == class));
        own.next().map_or(State::Free, |one| State::Misses(one.piece.subject.clone()))
    }

    fn of_teacher(&self, teacher: &TeacherName, slot: Slot, weeks: Weeks) -> State {
        let known = self.beside.school.teachers.get(teacher);
        if known.is_some_and(|known| known.unavailable.contains(&slot)) {
            return State::Unavailable;
        }
        let mut own =
            self.during(slot, weeks).filter(|one| one.teachers().any(|one| one == teacher));
        own.next().map_or(State::Free, |one| State::Busy(one.piece.subject.clone()))
    }

    fn of_room(&self, room: &RoomName, slot: Slot, weeks: Weeks) -> State {
        let known = self.beside.school.rooms.get(room);
        if known.is_some_and(|known| known.unavailable.contains(&slot)) {
            return State::Unavailable;
        }
        let mut own = self.during(slot, weeks).filter(|one| one.rooms().any(|one| one == room));
        own.next().map_or(State::Free, |one| State::Busy(one.piece.subject.clone()))
    }

    fn is_away(&self, apprentice: usize, slot: Slot) -> bool {
        self.beside.away(apprentice).iter().any(|away| away.covers(slot))
    }

    fn during(&self, slot: Slot, weeks: Weeks) -> impl Iterator<Item = &Sitting<'a>> {
        let all = self.sittings.get(&slot).into_iter().flatten();
        all.filter(move |one| one.piece.weeks.meets(weeks))
    }

    /// A meeting that starts in a slot: what it costs and what is missed.
    pub(super) fn time(&self, meeting: &Meeting, start: Slot) -> MeetingTime {
        let week = |week: Week| {
            let misses = self.misses(meeting, start, Weeks::only(week));
            let price = |miss: &MeetingMiss| if miss.level.is_some() { DESIRED } else { LESSON };
            (misses.iter().map(price).sum::<i64>(), misses)
        };
        let weeks: Vec<(i64, BTreeSet<MeetingMiss>)> = meeting.weeks.iter().map(week).collect();
        let points = weeks.iter().map(|&(points, _)| points).max().unwrap_or(0);
        let misses: BTreeSet<MeetingMiss> =
            weeks.into_iter().flat_map(|(_, misses)| misses).collect();
        let order = |miss: &MeetingMiss| {
            let place = meeting.who.iter().position(|who| *who == miss.who);
            (place, miss.slot)
        };
        let mut misses: Vec<MeetingMiss> = misses.into_iter().collect();
        misses.sort_by_key(order);
        MeetingTime { start, points, misses }
    }

    /// What is missed in one week, once for each pupil or class and slot.
    fn misses(&self, meeting: &Meeting, start: Slot, week: Weeks) -> BTreeSet<MeetingMiss> {
        let mut misses = BTreeSet::new();
        for (who, slot) in
            meeting.who.iter().flat_map(|who| meeting.slots(start).map(move |slot| (who, slot)))
        {
            if !matches!(who, Participant::Pupil(_) | Participant::Class(_)) {
                continue;
            }
            let (subject, level) = match self.state(who, slot, week) {
                State::Misses(subject) => (subject, None),
                State::MissesDesired(subject) => (subject, Some(Level::Desired)),
                _ => continue,
            };
            misses.insert(MeetingMiss { who: who.clone(), slot, subject, level });
        }
        misses
    }
}
