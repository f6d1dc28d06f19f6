//! The inequalities that the law implies, each worked out from the names that a line gives.

use std::collections::{BTreeMap, BTreeSet};

use super::Reason;
use super::conflict::Law;
use super::days::SharedDays;
use super::facts::{ClassUse, Facts, class_use, taught};
use super::gaps::{Shape, gaps, most};
use super::inequality::{Inequality, Paid};
use super::line::{Given, Line, Part, Starts};
use super::pupils::{Pupils, Shared, price_of_missing};
use crate::domain::{ClassName, Day, Lesson, Level, Period, Slot, TeacherName, Week};

/// What the law is read for: the school, and what the file has declared.
pub(super) struct Reader<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    pub(super) pupils: &'f Pupils<'a>,
    pub(super) periods: &'f [Shared],
    pub(super) days: &'f [SharedDays],
}

pub(super) type Made<'a> = Result<Inequality<'a>, Reason>;

/// Which lessons of a class count.
#[derive(Clone, Copy)]
enum Count<'p> {
    All,
    /// Those with these parts, and those with the whole class: any two of them clash.
    Clique(&'p [Part]),
    /// Those of them that do not pay for a new slot alone.
    Sharing(&'p [Part]),
}

impl<'a> Reader<'_, 'a> {
    /// The inequality that a line names.
    pub(super) fn read(&self, line: &Line) -> Made<'a> {
        match line {
            Line::ClassClash(class, week, slot, parts) => {
                let at = (self.facts.class(class)?, self.facts.week(week)?, self.facts.slot(slot)?);
                let mut row = Inequality::at_most(1);
                self.class_term(&mut row, at, Count::Clique(parts), 1)?;
                Ok(row)
            }
            Line::TeacherClash(teacher, week, slot) => self.teacher_clash(teacher, week, slot),
            Line::RoomClash(room, week, slot) => self.room_clash(room, week, slot),
            Line::RequiredMissed(starts, given) => self.packing(None, starts, given.as_ref()),
            Line::TooFar(starts) => self.packing(None, starts, None),
            Line::Missed(period, starts, given) => {
                self.packing(Some(*period), starts, given.as_ref())
            }
            Line::ClassGaps(class, week, day, weights) => {
                self.class_gaps(class, week, day, weights)
            }
            Line::SubjectPerDay(limited, day, lessons, once) => {
                self.load(&self.subject_lengths(limited)?, day, lessons, *once)
            }
            Line::Apart(limited, day, lessons) => {
                self.load(&self.apart_lengths(limited)?, day, lessons, true)
            }
            Line::TeacherPerDay(teacher, week, day) => self.teacher_per_day(teacher, week, day),
            Line::PlaceFull(place, day) => self.place_full(place, day.as_deref()),
            Line::OneDay(place, one, other) => self.one_day(place, one, other),
            Line::NewSlot(class, week, slot, parts) => self.new_slot(class, week, slot, parts),
            Line::TeacherDay(teacher, day, lesson) => self.teacher_day(teacher, day, *lesson),
            Line::TeacherSlot(teacher, week, slot) => self.teacher_slot(teacher, week, slot),
            Line::TeacherGap(teacher, week, day, weights, units) => {
                self.teacher_gap((teacher, week, day), weights, *units)
            }
            Line::Held(days, given) => self.held(*days, given),
            Line::Free(days, day, lesson) => {
                let lengths = ([(self.facts.lesson_at(*lesson)?, 1)].into(), 1);
                self.free(*days, &lengths, day, &[*lesson])
            }
            Line::FreeSubject(days, limited, day, lessons) => {
                self.free(*days, &self.subject_lengths(limited)?, day, lessons)
            }
            Line::FreeApart(days, limited, day, lessons) => {
                self.free(*days, &self.apart_lengths(limited)?, day, lessons)
            }
            _ => Err(Reason::OutOfPlace),
        }
    }

    /// H1: of lessons with a class in a slot any two of which clash, one at most; elsewhere what such lessons count.
    fn class_term(
        &self,
        row: &mut Inequality<'a>,
        (class, week, slot): (&ClassName, Week, Slot),
        count: Count<'_>,
        weight: i128,
    ) -> Result<(), Reason> {
        for &lesson in self.facts.lessons_of_class(class) {
            let own = self.facts.lessons[lesson].lesson;
            for offset in own.pieces.iter().map(|piece| piece.offset).collect::<BTreeSet<u8>>() {
                let Some(used) = class_use(own, class, offset, week) else { continue };
                let counts = match count {
                    Count::All => true,
                    Count::Clique(parts) => is_in(&used, parts),
                    Count::Sharing(parts) => {
                        is_in(&used, parts) && !self.facts.is_alone(own, class, offset)
                    }
                };
                let start = self.facts.start_before(lesson, slot, offset).filter(|_| counts);
                start.map_or(Ok(()), |start| row.start(lesson, start, weight))?;
            }
        }
        Ok(())
    }

    /// H2.
    fn teacher_clash(&self, teacher: &str, week: &str, slot: &str) -> Made<'a> {
        let mut row = Inequality::at_most(1);
        let slot = self.facts.slot(slot)?;
        self.teacher_term(
            &mut row,
            (self.facts.teacher(teacher)?, self.facts.week(week)?, slot),
            1,
        )?;
        Ok(row)
    }

    fn teacher_term(
        &self,
        row: &mut Inequality<'a>,
        (teacher, week, slot): (&TeacherName, Week, Slot),
        weight: i128,
    ) -> Result<(), Reason> {
        for &lesson in self.facts.lessons_of_teacher(teacher) {
            for offset in taught(self.facts.lessons[lesson].lesson, teacher, week) {
                if let Some(start) = self.facts.start_before(lesson, slot, offset) {
                    row.start(lesson, start, weight)?;
                }
            }
        }
        Ok(())
    }

    /// H3.
    fn room_clash(&self, room: &str, week: &str, slot: &str) -> Made<'a> {
        let room = self.facts.room_named(room)?;
        let mut row = Inequality::at_most(i128::from(self.facts.room(room).parallel));
        row.rooms.insert((room, self.facts.week(week)?, self.facts.slot(slot)?), 1);
        Ok(row)
    }

    /// H7, H14 and the price of what is missed: of some starts of lessons and some alternatives of a party, any two of
    /// different ones of which go against each other, one at most; or the period that is then missed is paid for.
    fn packing(&self, period: Option<usize>, starts: &Starts, given: Option<&Given>) -> Made<'a> {
        let law = Law { facts: self.facts, pupils: self.pupils };
        let shared = period.map(|one| self.periods.get(one).ok_or(Reason::NoSuchPeriod));
        let shared = shared.transpose()?;
        let mut row = Inequality::at_most(1);
        let mut bookings: BTreeSet<(usize, usize)> = BTreeSet::new();
        for (line, slots) in starts {
            let lesson = self.facts.lesson_at(*line)?;
            for slot in slots {
                bookings.insert((lesson, self.facts.start_of(lesson, slot)?));
            }
        }
        let go_against = |one, other| match shared {
            Some(period) => {
                law.is_missed_for(period, one, other) || law.is_missed_for(period, other, one)
            }
            None => law.exclude(one, other),
        };
        for &one in &bookings {
            let others = bookings.iter().filter(|other| other.0 < one.0);
            if !others.into_iter().all(|&other| go_against(one, other)) {
                return Err(Reason::NotImplied);
            }
            row.start(one.0, one.1, 1)?;
        }
        if let Some((pupil, choices)) = given {
            let party = self.pupils.party(self.facts, pupil)?;
            for &choice in choices.iter().collect::<BTreeSet<_>>() {
                let is_missed = |&at: &(usize, usize)| match shared {
                    Some(period) => {
                        self.pupils.party_of(period.pupils[0]) == Some(party)
                            && law.is_missed_under(period, at, choice)
                    }
                    None => self.must_not(party, at, choice),
                };
                if !bookings.iter().all(is_missed) {
                    return Err(Reason::NotImplied);
                }
                row.choice(party, choice, 1)?;
            }
        }
        row.paid.extend(period.map(|period| (Paid::Missed(period), 1)));
        Ok(row)
    }

    /// Whether one of the party misses what is required of a lesson under an alternative, if it starts there.
    fn must_not(&self, party: usize, (lesson, start): (usize, usize), choice: usize) -> bool {
        let is_of = |&(pupil, of, _, level): &(usize, usize, u8, Level)| {
            of == lesson && level == Level::Required && self.pupils.party_of(pupil) == Some(party)
        };
        let mut own = self.pupils.away.iter().filter(|(key, _)| is_of(key));
        price_of_missing(self.facts, Level::Required).is_none()
            && own.any(|(_, starts)| starts[start].get(choice) == Some(&true))
    }

    /// H8: `Σ weight × taken`, where a positive weight counts lessons any two of which clash, so that they are never more
    /// than the period is taken, and a negative one all, never fewer, is at most what a day with no more gaps can have.
    fn class_gaps(
        &self,
        class: &str,
        week: &str,
        day: &str,
        weights: &[(u8, i64, Vec<Part>)],
    ) -> Made<'a> {
        let (class, week) = (self.facts.class(class)?, self.facts.week(week)?);
        let day = self.facts.day(day)?;
        let own = |lesson: &Lesson| {
            let offsets = lesson.pieces.iter().map(|piece| piece.offset);
            offsets.filter(|&offset| class_use(lesson, class, offset, week).is_some()).collect()
        };
        if !self.facts.is_settled(class) {
            return Err(Reason::NotImplied);
        }
        let shape =
            Shape { facts: self.facts, day, free: gaps(&self.taken(day, own)), beyond: None };
        let by_period = self.weights(weights.iter().map(|one| (one.0, one.1)))?;
        let mut row = Inequality::at_most(most(&shape, &by_period)?);
        for (period, weight, parts) in weights {
            let count = if *weight > 0 { Count::Clique(parts) } else { Count::All };
            let at = (class, week, Slot::new(day, Period(*period)));
            self.class_term(&mut row, at, count, i128::from(*weight))?;
        }
        Ok(row)
    }

    /// The price of gaps: `Σ weight × taken − units × gaps beyond the free` is at most what any day can have.
    fn teacher_gap(
        &self,
        (teacher, week, day): (&str, &str, &str),
        weights: &[(u8, i64)],
        units: i64,
    ) -> Made<'a> {
        let (teacher, week) = (self.facts.teacher(teacher)?, self.facts.week(week)?);
        let day = self.facts.day(day)?;
        if units < 0 {
            return Err(Reason::Negative);
        }
        let free = gaps(&self.taken(day, |lesson| taught(lesson, teacher, week)));
        let shape = Shape { facts: self.facts, day, free, beyond: Some(i128::from(units)) };
        let by_period = self.weights(weights.iter().copied())?;
        let mut row = Inequality::at_most(most(&shape, &by_period)?);
        for (period, weight) in by_period {
            self.teacher_term(&mut row, (teacher, week, Slot::new(day, Period(period))), weight)?;
        }
        row.paid.insert(Paid::TeacherGap(teacher, day), i128::from(units));
        Ok(row)
    }

    fn weights(
        &self,
        given: impl Iterator<Item = (u8, i64)>,
    ) -> Result<BTreeMap<u8, i128>, Reason> {
        let mut weights = BTreeMap::new();
        for (period, weight) in given {
            let is_new = weights.insert(period, i128::from(weight)).is_none();
            if !is_new || !self.facts.numbers().contains(&period) {
                return Err(Reason::unknown("period", &period.to_string()));
            }
        }
        Ok(weights)
    }

    /// The periods that are taken on a day of the baseline, by lessons that take these of their own.
    fn taken(&self, day: Day, own: impl Fn(&Lesson) -> BTreeSet<u8>) -> BTreeSet<u8> {
        let lessons = self.facts.school.lessons.iter();
        let placed = lessons.filter_map(|lesson| Some((lesson, lesson.start?)));
        let on_day = placed.filter(|(_, start)| start.day == day);
        let periods = |(lesson, start): (&Lesson, Slot)| {
            own(lesson).into_iter().map(|offset| start.period.0 + offset).collect::<Vec<u8>>()
        };
        on_day.flat_map(periods).collect()
    }

    /// H11.
    fn teacher_per_day(&self, teacher: &str, week: &str, day: &str) -> Made<'a> {
        let (teacher, week) = (self.facts.teacher(teacher)?, self.facts.week(week)?);
        let day = self.facts.day(day)?;
        let limit = self.facts.school.teachers[teacher].max_per_day.ok_or(Reason::NotImplied)?;
        let had = self.taken(day, |lesson| taught(lesson, teacher, week)).len() as i128;
        let mut row = Inequality::at_most(i128::from(limit).max(had));
        for period in self.facts.numbers() {
            self.teacher_term(&mut row, (teacher, week, Slot::new(day, Period(period))), 1)?;
        }
        Ok(row)
    }

    /// The price of a slot that is new for a class, by lessons of which any two clash and that do not pay for it alone.
    fn new_slot(&self, class: &str, week: &str, slot: &str, parts: &[Part]) -> Made<'a> {
        let (class, slot) = (self.facts.class(class)?, self.facts.slot(slot)?);
        if !self.facts.is_new(class, slot) {
            return Err(Reason::NotImplied);
        }
        let mut row = Inequality::at_most(0);
        let at = (class, self.facts.week(week)?, slot);
        self.class_term(&mut row, at, Count::Sharing(parts), 1)?;
        row.paid.insert(Paid::NewSlot(class, slot), 1);
        Ok(row)
    }

    /// The price of a day on which a teacher newly comes, for a lesson that is then.
    fn teacher_day(&self, teacher: &str, day: &str, line: u32) -> Made<'a> {
        let (teacher, day) = (self.facts.teacher(teacher)?, self.facts.day(day)?);
        let lesson = self.facts.lesson_at(line)?;
        if !self.facts.lessons_of_teacher(teacher).contains(&lesson) {
            return Err(Reason::NotImplied);
        }
        let mut row = self.new_day(teacher, day)?;
        self.day_term(&mut row, lesson, day, 1)?;
        Ok(row)
    }

    /// The same for all lessons of a slot, of which H2 allows one.
    fn teacher_slot(&self, teacher: &str, week: &str, slot: &str) -> Made<'a> {
        let (teacher, slot) = (self.facts.teacher(teacher)?, self.facts.slot(slot)?);
        let mut row = self.new_day(teacher, slot.day)?;
        self.teacher_term(&mut row, (teacher, self.facts.week(week)?, slot), 1)?;
        Ok(row)
    }

    fn new_day(&self, teacher: &'a TeacherName, day: Day) -> Made<'a> {
        let comes = |week| !self.taken(day, |lesson| taught(lesson, teacher, week)).is_empty();
        if self.facts.weeks().any(comes) {
            return Err(Reason::NotImplied);
        }
        let mut row = Inequality::at_most(0);
        row.paid.insert(Paid::TeacherDay(teacher, day), 1);
        Ok(row)
    }

    pub(super) fn day_term(
        &self,
        row: &mut Inequality<'a>,
        lesson: usize,
        day: Day,
        weight: i128,
    ) -> Result<(), Reason> {
        let starts = self.facts.lessons[lesson].starts.iter().enumerate();
        let mut on_day = starts.filter(|(_, slot)| slot.day == day);
        on_day.try_for_each(|(start, _)| row.start(lesson, start, weight))
    }
}

fn is_in(used: &ClassUse<'_>, parts: &[Part]) -> bool {
    match used {
        ClassUse::Whole => true,
        ClassUse::Parts(division, own) => {
            let chosen = parts.iter().find(|(name, _)| name == division);
            chosen.is_some_and(|(_, part)| own.contains(part.as_str()))
        }
    }
}
