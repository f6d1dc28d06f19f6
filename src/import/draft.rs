//! A school in the making: rows and what is known of teachers, rooms and classes, until all is read.

use std::collections::{BTreeMap, BTreeSet};

use super::bells::Bells;
use super::grid::Reading;
use super::ledger::Ledger;
use super::names::Names;
use crate::diagnostic::{Fault, Foreign, Location};
use crate::domain::{
    ApartLabel, Class, ClassName, Country, Day, Grid, Group, Language, Lesson, Period, Piece, Room,
    RoomKind, RoomName, School, Slot, Subject, SubjectCode, Teacher, TeacherName, Travel, Week,
    WeekLabel, Weeks, Weights,
};

/// What a row of `timetable.csv` will say, in names that it can write.
#[derive(Clone, Debug)]
pub(crate) struct DraftRow {
    pub(crate) classes: Vec<ClassName>,
    pub(crate) group: Option<Group>,
    pub(crate) subject: SubjectCode,
    pub(crate) teachers: Vec<TeacherName>,
    pub(crate) rooms: Vec<RoomName>,
    pub(crate) start: Slot,
    /// In periods, at least 1.
    pub(crate) length: u8,
    /// `None`: every week.
    pub(crate) week: Option<WeekLabel>,
    /// What couples it to others.
    pub(crate) lesson: Option<String>,
    pub(crate) locked: bool,
    /// The slots in which it may be if it moves; `None`: any.
    pub(crate) allowed: Option<BTreeSet<Slot>>,
    /// What it has in common with lessons that belong on other days.
    pub(crate) apart: Option<ApartLabel>,
    /// What the row is called in the file that it came from, where that is written back by names.
    pub(crate) source: String,
}

/// A school in the making.
#[derive(Default)]
pub(crate) struct Draft {
    pub(crate) name: Option<String>,
    pub(crate) rows: Vec<DraftRow>,
    /// How many of the file's rows these are, where one can make several.
    pub(crate) used: Option<usize>,
    pub(crate) teachers: BTreeMap<TeacherName, Teacher>,
    pub(crate) rooms: BTreeMap<RoomName, Room>,
    pub(crate) classes: BTreeMap<ClassName, Class>,
    pub(crate) subjects: BTreeMap<SubjectCode, Subject>,
    pub(crate) names: Names,
    /// Empty: what the rows make it.
    pub(crate) slots: BTreeSet<Slot>,
    pub(crate) breaks: BTreeSet<Slot>,
    pub(crate) bells: Bells,
    /// How grids were read.
    pub(crate) reading: Option<Reading>,
    /// Whose weekdays the files name, where they name any.
    pub(crate) country: Option<Country>,
}

impl Draft {
    /// The school, each row a lesson of its own. All weeks that rows name are its cycle.
    pub(crate) fn finish(mut self, ledger: &mut Ledger) -> School {
        ledger.used = self.used.unwrap_or(self.rows.len());
        let weeks = self.weeks();
        self.report_unusable(&weeks, ledger);
        self.enter_names();
        self.enter_slots();
        self.leave_out_unused();
        let lessons = (0..).zip(&self.rows).map(|(row, told)| lesson(row, told, &weeks)).collect();
        School {
            name: self.name,
            language: Language::default(),
            grid: Grid::new(self.slots, self.breaks),
            weeks,
            classes: self.classes,
            teachers: self.teachers,
            rooms: self.rooms,
            subjects: self.subjects,
            places: BTreeMap::new(),
            travel: Travel::default(),
            lessons,
            apprentices: Vec::new(),
            weights: Weights::default_weights(),
        }
    }

    fn weeks(&self) -> Vec<WeekLabel> {
        let labels: BTreeSet<&WeekLabel> =
            self.rows.iter().filter_map(|row| row.week.as_ref()).collect();
        let labels: Vec<WeekLabel> = labels.into_iter().cloned().collect();
        if labels.is_empty() { vec![WeekLabel::from("")] } else { labels }
    }

    fn report_unusable(&self, weeks: &[WeekLabel], ledger: &mut Ledger) {
        if self.rows.is_empty() && !ledger.has_errors() {
            ledger.note(Foreign::NothingPlaced, Location::default());
        }
        if weeks.len() > Weeks::MOST {
            let fault = Fault::TooManyWeeks { count: weeks.len(), most: Weeks::MOST };
            ledger.report(fault, Location::default());
        }
    }

    /// Who has no lesson is no part of a timetable; a room may stand in for one of its kind.
    fn leave_out_unused(&mut self) {
        let rows = || self.rows.iter();
        let teachers: BTreeSet<&TeacherName> = rows().flat_map(|row| &row.teachers).collect();
        self.teachers.retain(|name, _| teachers.contains(name));
        let classes: BTreeSet<&ClassName> = rows().flat_map(|row| &row.classes).collect();
        self.classes.retain(|name, _| classes.contains(name));
        let used: BTreeSet<&RoomName> = rows().flat_map(|row| &row.rooms).collect();
        let kinds: BTreeSet<RoomKind> =
            used.iter().filter_map(|name| self.rooms.get(*name)?.kind.clone()).collect();
        self.rooms.retain(|name, room| {
            used.contains(name) || room.kind.as_ref().is_some_and(|kind| kinds.contains(kind))
        });
    }

    /// Every name in a row has an entry, every slot is in the grid where one is known.
    fn enter_names(&mut self) {
        for row in &self.rows {
            for class in &row.classes {
                self.classes.entry(class.clone()).or_default();
            }
            for teacher in &row.teachers {
                self.teachers.entry(teacher.clone()).or_default();
            }
            for room in &row.rooms {
                self.rooms.entry(room.clone()).or_default();
            }
            self.subjects.entry(row.subject.clone()).or_default();
        }
    }

    /// The slots of the rows, and where nothing else is known the usual grid around them: every day seen, every period
    /// from 1 to the largest.
    fn enter_slots(&mut self) {
        let slots = |row: &DraftRow| {
            (0..row.length).filter_map(|offset| row.start.later(offset)).collect::<Vec<_>>()
        };
        let booked: Vec<Slot> = self.rows.iter().flat_map(slots).collect();
        if self.slots.is_empty() {
            let days: BTreeSet<Day> = booked.iter().map(|slot| slot.day).collect();
            let last = booked.iter().map(|slot| slot.period.0).max().unwrap_or(0);
            let of_day = |day: Day| (1..=last).map(move |period| Slot::new(day, Period(period)));
            self.slots.extend(days.into_iter().flat_map(of_day));
        }
        self.slots.extend(booked);
    }
}

fn lesson(row: usize, told: &DraftRow, weeks: &[WeekLabel]) -> Lesson {
    let line = u32::try_from(row + 2).unwrap_or(u32::MAX);
    let own = told.week.as_ref().and_then(|label| weeks.iter().position(|week| week == label));
    let own = own.and_then(|week| u8::try_from(week).ok());
    let piece = |offset: u8| Piece {
        row,
        line,
        offset,
        classes: told.classes.clone(),
        group: told.group.clone(),
        subject: told.subject.clone(),
        teachers: told.teachers.clone(),
        rooms: told.rooms.clone(),
        weeks: own.map_or(Weeks::all(weeks.len()), |week| Weeks::only(Week(week))),
        allowed: told.allowed.clone(),
        apart: told.apart.clone(),
    };
    let name = told.lesson.clone().unwrap_or_else(|| line.to_string());
    Lesson {
        name: name.as_str().into(),
        pieces: (0..told.length.max(1)).map(piece).collect(),
        start: Some(told.start),
        locked: told.locked,
    }
}
