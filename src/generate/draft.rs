//! A school on the drawing board: what has to be taught to whom, before it is known when, where and by whom.

use super::curriculum::Subject;
use crate::domain::{Week, Weeks};

/// The days of the school week.
pub(super) const DAYS: usize = 5;
/// Every week of the cycle; a school none of whose lessons is for one week only has no cycle after all.
pub(super) const EVERY: Weeks = Weeks::all(2);
/// The first week of the cycle.
pub(super) const FIRST: Weeks = Weeks::only(Week(0));
/// The second week of the cycle.
pub(super) const SECOND: Weeks = Weeks::only(Week(1));

/// The school day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day {
    /// Its periods.
    pub(super) periods: u8,
    /// The period after which there is the long break.
    pub(super) break_after: u8,
    /// The periods that the longest day of a class has at least.
    pub(super) longest_at_least: u8,
    /// The periods a week for which a special room is meant to be used: somewhat fewer than it is there.
    pub(super) room_load: usize,
    /// The periods a week that a teacher has who works full time.
    pub(super) teacher_load: usize,
}

/// A class.
#[derive(Clone, Debug)]
pub(super) struct Class {
    /// Its name.
    pub(super) name: String,
    /// Its own room.
    pub(super) room: String,
    /// Its grade or year.
    pub(super) grade: u8,
    /// Whether its pupils may be apprentices.
    pub(super) has_apprentices: bool,
    /// The periods of its longest day; 0 while that is not known.
    pub(super) longest: u8,
}

/// What one teacher teaches to the same pupils, all week.
#[derive(Clone, Debug)]
pub(super) struct Job {
    /// The subject.
    pub(super) subject: Subject,
    /// The classes.
    pub(super) classes: Vec<usize>,
    /// The units in which it is taught.
    pub(super) units: Vec<usize>,
    /// Whether it is a required core subject of apprentices.
    pub(super) is_core: bool,
}

/// A part of a class: division and part.
pub(super) type Part = (&'static str, String);

/// What will be a row of the timetable.
#[derive(Clone, Debug)]
pub(super) struct Strand {
    /// Strands of a unit with the same number are one lesson; the others move on their own.
    pub(super) lesson: usize,
    /// The classes.
    pub(super) classes: Vec<usize>,
    /// The part of them that attends; `None`: all of them.
    pub(super) part: Option<Part>,
    /// What is taught, and so who teaches.
    pub(super) job: usize,
    /// Where.
    pub(super) room: Venue,
    /// In which weeks.
    pub(super) weeks: Weeks,
}

/// Where something is taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Venue {
    /// In the own room of a class that attends.
    ClassRoom(usize),
    /// In a room of a kind.
    Special(usize),
}

/// What starts together and is equally long: a lesson, several side by side, or those that take turns week by week. Its
/// classes have nothing else meanwhile.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Its length in periods.
    pub(super) length: u8,
    /// Its classes.
    pub(super) classes: Vec<usize>,
    /// What is taught. Empty: the class is free, at the end of a day.
    pub(super) strands: Vec<Strand>,
    /// The courses to which it belongs; no course has two units on a day.
    pub(super) courses: Vec<usize>,
    /// Whether it is locked once it is placed.
    pub(super) locked: bool,
}

/// A kind of rooms, and how many there are.
#[derive(Clone, Debug)]
pub(super) struct Stock {
    /// The kind.
    pub(super) kind: &'static str,
    /// The number of rooms.
    pub(super) rooms: usize,
}

/// A teacher.
#[derive(Clone, Debug, Default)]
pub(super) struct Teacher {
    /// For each day and period, day by day: whether the teacher is not there.
    pub(super) absent: Vec<bool>,
}

/// The whole school, but for the times.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) day: Day,
    pub(super) classes: Vec<Class>,
    pub(super) jobs: Vec<Job>,
    pub(super) units: Vec<Unit>,
    pub(super) courses: usize,
    pub(super) stocks: Vec<Stock>,
    pub(super) teachers: Vec<Teacher>,
    /// The teacher of each job.
    pub(super) taught_by: Vec<usize>,
}

impl Draft {
    /// A school without classes.
    pub(super) const fn new(day: Day) -> Self {
        Self {
            day,
            classes: Vec::new(),
            jobs: Vec::new(),
            units: Vec::new(),
            courses: 0,
            stocks: Vec::new(),
            teachers: Vec::new(),
            taught_by: Vec::new(),
        }
    }

    /// The slots of the week.
    pub(super) fn slots(&self) -> usize {
        DAYS * usize::from(self.day.periods)
    }

    /// Adds a course: what must not be twice on a day.
    pub(super) const fn add_course(&mut self) -> usize {
        self.courses += 1;
        self.courses - 1
    }

    /// Adds a job.
    pub(super) fn add_job(&mut self, subject: Subject, classes: &[usize]) -> usize {
        self.jobs.push(Job {
            subject,
            classes: classes.to_vec(),
            units: Vec::new(),
            is_core: false,
        });
        self.jobs.len() - 1
    }

    /// Adds a unit in which `strands` are taught.
    pub(super) fn add_unit(&mut self, length: u8, courses: &[usize], strands: Vec<Strand>) {
        let mut classes: Vec<usize> =
            strands.iter().flat_map(|strand| &strand.classes).copied().collect();
        classes.sort_unstable();
        classes.dedup();
        let index = self.units.len();
        for strand in &strands {
            self.jobs[strand.job].units.push(index);
        }
        let courses = courses.to_vec();
        self.units.push(Unit { length, classes, strands, courses, locked: false });
    }

    /// Adds time in which a class is free, at the end of a day.
    pub(super) fn add_free_unit(&mut self, class: usize, length: u8) {
        let (strands, courses) = (Vec::new(), Vec::new());
        self.units.push(Unit { length, classes: vec![class], strands, courses, locked: false });
    }

    /// The room for a job's strand: one of the subject's kind, else the own room of `class`.
    pub(super) fn room(&mut self, job: usize, class: usize) -> Venue {
        let Some(kind) = self.jobs[job].subject.kind else { return Venue::ClassRoom(class) };
        self.special(kind)
    }

    /// A room of `kind`.
    pub(super) fn special(&mut self, kind: &'static str) -> Venue {
        let known = self.stocks.iter().position(|stock| stock.kind == kind);
        Venue::Special(known.unwrap_or_else(|| {
            self.stocks.push(Stock { kind, rooms: 0 });
            self.stocks.len() - 1
        }))
    }

    /// The periods that a class has, in the fuller week if they differ; free ones do not count.
    pub(super) fn periods(&self, class: usize) -> usize {
        let own = self.units.iter().filter(|unit| unit.classes.contains(&class));
        own.filter(|unit| !unit.strands.is_empty()).map(|unit| usize::from(unit.length)).sum()
    }
}
