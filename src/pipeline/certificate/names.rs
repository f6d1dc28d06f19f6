//! The names of what the search knows by numbers.

use std::collections::BTreeSet;

use crate::domain::{
    ClassName, DivisionName, Group, PartName, RoomName, School, Slot, TeacherName, Week,
};
use crate::problem::{Cell, ClassId, DayId, DaySet, Id, LessonId, Problem, RoomId, TeacherId};

/// The names of a school's things, by their ids.
pub(super) struct Names<'a> {
    pub(super) school: &'a School,
    problem: &'a Problem,
    classes: Vec<&'a str>,
    teachers: Vec<&'a str>,
    rooms: Vec<&'a str>,
    divisions: Vec<&'a str>,
    parts: Vec<&'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn of(school: &'a School, problem: &'a Problem) -> Self {
        let pieces = school.lessons.iter().flat_map(|lesson| &lesson.pieces);
        let groups: BTreeSet<&Group> = pieces.filter_map(|piece| piece.group.as_ref()).collect();
        let divisions: BTreeSet<_> = groups.iter().map(|group| &group.division).collect();
        let parts: BTreeSet<_> = groups.iter().map(|group| &group.part).collect();
        Self {
            school,
            problem,
            classes: school.classes.keys().map(ClassName::as_str).collect(),
            teachers: school.teachers.keys().map(TeacherName::as_str).collect(),
            rooms: school.rooms.keys().map(RoomName::as_str).collect(),
            divisions: divisions.into_iter().map(DivisionName::as_str).collect(),
            parts: parts.into_iter().map(PartName::as_str).collect(),
        }
    }

    /// The line of its first row.
    pub(super) fn lesson(&self, lesson: LessonId) -> u32 {
        self.school.lessons[lesson.index()].pieces.first().map_or(0, |piece| piece.line)
    }

    pub(super) fn pupil(&self, apprentice: usize) -> &'a str {
        self.school.apprentices[apprentice].pupil.as_str()
    }

    pub(super) fn class(&self, class: ClassId) -> &'a str {
        self.classes[class.index()]
    }

    pub(super) fn teacher(&self, teacher: TeacherId) -> &'a str {
        self.teachers[teacher.index()]
    }

    pub(super) fn room(&self, room: RoomId) -> &'a str {
        self.rooms[room.index()]
    }

    pub(super) fn week(&self, week: Week) -> &'a str {
        self.school.weeks.get(week.to_index()).map_or("", |label| label.as_str())
    }

    pub(super) fn slot(&self, cell: Cell) -> String {
        self.problem.frame.slot(cell).to_string()
    }

    pub(super) fn at(&self, cell: Cell) -> Slot {
        self.problem.frame.slot(cell)
    }

    pub(super) fn day(&self, day: DayId) -> &'static str {
        let first = self.problem.frame.cells_of(day).next();
        first.map_or("", |cell| self.at(cell).day.code())
    }

    pub(super) fn days(&self, set: DaySet) -> Vec<&'static str> {
        let days = self.problem.frame.days().filter(|day| set >> day.index() & 1 == 1);
        days.map(|day| self.day(day)).collect()
    }

    /// The parts that are chosen, each with its division, where there are such.
    pub(super) fn parts(&self, chosen: &[u16]) -> Vec<(&'a str, &'a str)> {
        let named = self.divisions.iter().zip(chosen);
        named
            .filter_map(|(division, part)| Some((*division, *self.parts.get(usize::from(*part))?)))
            .collect()
    }
}
