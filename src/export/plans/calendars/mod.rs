//! Calendars to subscribe to or to open: one for each apprentice, class and teacher.
//!
//! Only lessons whose periods have times, only dates that `calendar.csv` knows as school days. An event keeps its identity
//! when its lesson moves, so that a calendar that is read again changes and does not double.

mod sessions;
mod weeks;

use std::collections::BTreeSet;

use itertools::Itertools;

use super::Plans;
use super::words::Titles;
use crate::diff::{Sitting, sittings};
use crate::domain::{
    Agreement, Alternative, Apprentice, ClassName, Date, Lesson, PlaceName, Slot, TeacherName,
};
use crate::export::calendar::{Busy, Calendar, Event};
use crate::placement::Stay;
use sessions::{Session, sessions};

/// Everything that calendars are made of.
pub(super) struct Calendars<'a> {
    plans: Plans<'a>,
    said: &'static Titles,
    sittings: Vec<Sitting<'a>>,
    stamp: Date,
}

impl<'a> Calendars<'a> {
    /// `None` if no date of the school year is known.
    pub(super) fn new(plans: Plans<'a>, said: &'static Titles) -> Option<Self> {
        let year = &plans.almanac.year;
        let stamp = year.school_days().next().filter(|_| year.is_known())?;
        let offer = plans.offer;
        Some(Self {
            plans,
            said,
            sittings: sittings(offer.school, &offer.proposal.timetable),
            stamp,
        })
    }

    /// That of the apprentice at an index of the school's list: the lessons that are attended, and the placement.
    pub(super) fn pupil(
        &self,
        index: usize,
        apprentice: &Apprentice,
        away: &Alternative,
    ) -> Vec<Event> {
        let besides = self.missed_besides(index);
        let attends = |sitting: &Sitting<'_>| {
            apprentice.attends(sitting.piece) && !besides.contains(&(sitting.lesson, sitting.slot))
        };
        let own = self.sittings.iter().copied().filter(attends);
        let agreement = self.agreement(apprentice);
        let mut events = self.lessons(sessions(own, Some(away)), &agreement);
        for event in &mut events {
            event.dates.retain(|&date| !self.is_away_for_weeks(apprentice, date));
        }
        let stays = self.plans.placement(apprentice, away).stays();
        events.extend(stays.iter().map(|stay| self.stay(apprentice, away, stay)));
        events.extend(self.own_weeks(apprentice));
        events
    }

    /// The events of the apprentice at an index, by what the proposal gives.
    pub(super) fn pupil_at(&self, index: usize) -> Vec<Event> {
        let absence = self.plans.offer.absence(index);
        absence.map_or_else(Vec::new, |(apprentice, away)| self.pupil(index, apprentice, away))
    }

    /// The lessons and slots in which a guest is at a core lesson instead, or on the way.
    fn missed_besides(&self, index: usize) -> BTreeSet<(usize, Slot)> {
        let missed = self.plans.offer.difference.missed_besides.iter();
        let own = missed.filter(|missed| missed.apprentice == index);
        own.map(|missed| (missed.lesson, missed.slot)).collect()
    }

    /// A class's: its lessons, and who is away.
    pub(super) fn class(&self, class: &ClassName) -> Vec<Event> {
        let own = self.sittings.iter().copied();
        let own = own.filter(|sitting| sitting.classes().any(|one| one == class));
        let mut events = self.lessons(sessions(own, None), &Agreement::default());
        let pupils = self.plans.offer.away().filter(|(apprentice, _)| apprentice.class == *class);
        for (apprentice, away) in pupils {
            let stays = self.plans.placement(apprentice, away).stays();
            events.extend(stays.iter().map(|stay| self.absence(apprentice, away, stay)));
            events.extend(self.weeks_of_pupil(apprentice));
        }
        events.extend(self.weeks_of_class(class));
        events
    }

    /// A teacher's: the lessons.
    pub(super) fn teacher(&self, teacher: &TeacherName) -> Vec<Event> {
        let own = self.sittings.iter().copied();
        let own = own.filter(|sitting| sitting.teachers().any(|one| one == teacher));
        self.lessons(sessions(own, None), &Agreement::default())
    }

    /// A calendar with those of the events that ever happen; none if there is none, for a calendar must have one.
    pub(super) fn write(&self, kind: &str, name: &str, events: Vec<Event>) -> Option<String> {
        let school = self.plans.offer.school.name.as_deref();
        let title = [Some(name), school].into_iter().flatten().join(" · ");
        let owner = format!("{}\0{kind}\0{name}", school.unwrap_or_default());
        let events = events.into_iter().filter(|event| !event.dates.is_empty()).collect_vec();
        let country = self.plans.almanac.country;
        let calendar = Calendar { name: &title, owner, country, stamp: self.stamp, events };
        (!calendar.events.is_empty()).then(|| calendar.write())
    }

    /// The events of sessions; those while the pupil is away only on dates on which the placement is not under way, and none
    /// in weeks in which all their classes are away.
    fn lessons(&self, sessions: Vec<Session<'_>>, agreement: &Agreement) -> Vec<Event> {
        let event = |session: Session<'_>| {
            let almanac = self.plans.almanac;
            let hours = almanac.hours_of(session.first, session.last)?;
            let mut dates = almanac.year.dates(session.first.day, session.weeks);
            dates.retain(|&date| !(session.is_away && agreement.holds_on(date)));
            dates.retain(|&date| !self.are_away(&session.classes, date));
            Some(Event {
                identity: self.identity(&session),
                summary: summary(&session),
                location: session.rooms.iter().join(", "),
                description: session.teachers.iter().join(", "),
                hours: Some(hours),
                days: 1,
                dates,
                busy: Busy::Yes,
            })
        };
        sessions.into_iter().filter_map(event).collect()
    }

    /// A session by its lesson and not by its time.
    fn identity(&self, session: &Session<'_>) -> String {
        let school = self.plans.offer.school;
        let lesson: &Lesson = &school.lessons[session.lesson];
        let weeks = session.weeks.iter();
        let weeks = weeks.filter_map(|week| school.weeks.get(usize::from(week.0))).join("+");
        format!("{}\0{}\0{}\0{weeks}", lesson.name, session.offset, session.subject)
    }

    fn agreement(&self, apprentice: &Apprentice) -> Agreement {
        self.plans.almanac.agreements.get(&apprentice.pupil).cloned().unwrap_or_default()
    }

    /// The placement in the apprentice's own calendar.
    fn stay(&self, apprentice: &Apprentice, away: &Alternative, stay: &Stay) -> Event {
        let notes = away.place.as_ref().and_then(|place| self.plans.almanac.places.get(place));
        let place = away.place.as_ref().map(PlaceName::as_str);
        let address = notes.and_then(|notes| notes.address.as_deref());
        let contact = self.agreement(apprentice).contact;
        Event {
            summary: [Some(self.said.placement), place].into_iter().flatten().join(": "),
            location: [place, address].into_iter().flatten().join(", "),
            description: contact
                .map_or_else(String::new, |contact| format!("{}: {contact}", self.said.contact)),
            busy: Busy::Yes,
            ..self.absence(apprentice, away, stay)
        }
    }

    /// The placement in the calendar of the class: who is away when, and not where.
    fn absence(&self, apprentice: &Apprentice, away: &Alternative, stay: &Stay) -> Event {
        Event {
            identity: format!("away\0{}\0{}", apprentice.pupil, stay.day),
            summary: format!("{}: {}", apprentice.pupil, self.said.away),
            location: String::new(),
            description: String::new(),
            hours: stay.hours,
            days: 1,
            dates: self.plans.placement(apprentice, away).dates(stay.day),
            busy: Busy::No,
        }
    }
}

fn summary(session: &Session<'_>) -> String {
    let group = session.group.map(|group| group.part.to_string());
    let classes = session.classes.iter().join("+");
    [Some(session.subject.to_string()), group, Some(classes)].into_iter().flatten().join(" ")
}
