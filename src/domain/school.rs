//! A school as its files describe it: who, where, which lessons, which apprentices. All by name.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::{Day, Grid, Period, Slot, Weeks};
use super::language::Language;
use super::name::{
    ClassName, DivisionName, LessonName, PartName, PlaceName, PupilKey, RoomKind, RoomName,
    SubjectCode, TeacherName, TogetherLabel, WeekLabel,
};
use super::rule::Weights;
use super::timetable::{Booking, Timetable};

/// Everything that is known of a school. Whoever builds one keeps these promises:
///
/// - every class, teacher, room and subject that a lesson names has an entry;
/// - `weeks` has at least one label and at most [`Weeks::MOST`];
/// - every lesson has a piece at offset 0, and fits in the grid where it starts;
/// - every apprentice has an alternative, and no subject both required and desired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// The school's name, for headlines.
    pub name: Option<String>,
    /// The language of what is printed for people.
    pub language: Language,
    /// The slots of the week and the breaks between them.
    pub grid: Grid,
    /// The weeks of the cycle, in order; one with an empty label where lessons have no week.
    pub weeks: Vec<WeekLabel>,
    /// The classes.
    pub classes: BTreeMap<ClassName, Class>,
    /// The teachers.
    pub teachers: BTreeMap<TeacherName, Teacher>,
    /// The rooms.
    pub rooms: BTreeMap<RoomName, Room>,
    /// The subjects.
    pub subjects: BTreeMap<SubjectCode, Subject>,
    /// How many apprentices a place takes at once on a day. No entry: no limit.
    pub places: BTreeMap<(PlaceName, Day), u32>,
    /// The lessons, by their first row.
    pub lessons: Vec<Lesson>,
    /// The apprentices, in the order of `apprentices.csv`.
    pub apprentices: Vec<Apprentice>,
    /// What each kind of change costs.
    pub weights: Weights,
}

/// A class's own limits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Class {
    /// The first period in which it may have a lesson.
    pub earliest: Option<Period>,
    /// The last period in which it may have a lesson.
    pub latest: Option<Period>,
}

/// A teacher's limits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Teacher {
    /// Slots in which no lesson may be put on the teacher.
    pub unavailable: BTreeSet<Slot>,
    /// The most periods on a day.
    pub max_per_day: Option<u32>,
}

/// What is known of a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Rooms of one kind stand in for one another; a room without a kind for none.
    pub kind: Option<RoomKind>,
    /// Slots in which no lesson may be put in the room.
    pub unavailable: BTreeSet<Slot>,
    /// How many lessons it holds at once.
    pub parallel: u32,
}

impl Default for Room {
    fn default() -> Self {
        Self { kind: None, unavailable: BTreeSet::new(), parallel: 1 }
    }
}

/// A subject's limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The most periods of it that a class has on a day, where the baseline has not more.
    pub max_per_day: u32,
}

impl Default for Subject {
    fn default() -> Self {
        Self { max_per_day: 2 }
    }
}

/// A part of a class: a division and which part of it, e.g. `lang:TYS`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group {
    /// The division; the empty one where the cell names only a part.
    pub division: DivisionName,
    /// The part.
    pub part: PartName,
}

/// What moves as one piece: rows with fixed offsets between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its id, else the line number of its first row.
    pub name: LessonName,
    /// One for each row and period, by row and then offset.
    pub pieces: Vec<Piece>,
    /// Where it starts in the baseline.
    pub start: Slot,
    /// Whether it keeps its booking.
    pub locked: bool,
}

/// What one row says of one period of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The row's place among the data rows of `timetable.csv`, from 0.
    pub row: usize,
    /// The row's line in the file, from 1.
    pub line: u32,
    /// Periods after the lesson's start.
    pub offset: u8,
    /// The classes, at least one.
    pub classes: Vec<ClassName>,
    /// The part of those classes that attends; `None`: all of them.
    pub group: Option<Group>,
    /// The subject.
    pub subject: SubjectCode,
    /// The teachers.
    pub teachers: Vec<TeacherName>,
    /// The rooms in the baseline.
    pub rooms: Vec<RoomName>,
    /// The weeks in which it happens.
    pub weeks: Weeks,
}

impl Lesson {
    /// Its length in periods, counting what lies between its first and its last.
    #[must_use]
    pub fn length(&self) -> u8 {
        self.pieces.iter().map(|piece| piece.offset + 1).max().unwrap_or(1)
    }

    /// Its classes.
    #[must_use]
    pub fn classes(&self) -> BTreeSet<&ClassName> {
        self.pieces.iter().flat_map(|piece| &piece.classes).collect()
    }

    /// Its teachers.
    #[must_use]
    pub fn teachers(&self) -> BTreeSet<&TeacherName> {
        self.pieces.iter().flat_map(|piece| &piece.teachers).collect()
    }

    /// Its rooms in the baseline.
    #[must_use]
    pub fn rooms(&self) -> BTreeSet<&RoomName> {
        self.pieces.iter().flat_map(|piece| &piece.rooms).collect()
    }

    /// Its class-periods: the distinct pairs of class and offset.
    #[must_use]
    pub fn class_periods(&self) -> BTreeSet<(&ClassName, u8)> {
        self.pieces
            .iter()
            .flat_map(|piece| piece.classes.iter().map(|class| (class, piece.offset)))
            .collect()
    }
}

/// How badly a core subject is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// No apprentice may miss a lesson of it.
    Required,
    /// Missing a lesson of it costs points.
    Desired,
}

impl Level {
    /// Both levels, the harder first.
    pub const ALL: [Self; 2] = [Self::Required, Self::Desired];

    /// The level as it stands in files and JSON answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Desired => "desired",
        }
    }
}

/// A pupil who is away on a placement in some slots of the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apprentice {
    /// The pupil's key.
    pub pupil: PupilKey,
    /// The home class.
    pub class: ClassName,
    /// When the pupil may be away: exactly one of these is chosen. Never empty.
    pub alternatives: Vec<Alternative>,
    /// The parts of divisions to which the pupil belongs.
    pub groups: BTreeSet<Group>,
    /// Subjects of which no lesson may be missed.
    pub required: BTreeSet<SubjectCode>,
    /// Subjects of which a missed lesson costs points.
    pub desired: BTreeSet<SubjectCode>,
    /// Pupils with the same label are given the same alternative.
    pub together: Option<TogetherLabel>,
    /// The placement.
    pub place: Option<PlaceName>,
    /// The pupil's line in `apprentices.csv`, from 1.
    pub line: u32,
}

impl Apprentice {
    /// How badly the pupil needs `subject`, if it is a core subject at all.
    #[must_use]
    pub fn level(&self, subject: &SubjectCode) -> Option<Level> {
        if self.required.contains(subject) {
            Some(Level::Required)
        } else {
            self.desired.contains(subject).then_some(Level::Desired)
        }
    }

    /// Whether the pupil attends a piece. In a division where no part is named, the pupil counts as attending every part.
    #[must_use]
    pub fn attends(&self, piece: &Piece) -> bool {
        piece.classes.contains(&self.class)
            && piece.group.as_ref().is_none_or(|group| {
                let mut own =
                    self.groups.iter().filter(|own| own.division == group.division).peekable();
                own.peek().is_none() || own.any(|own| own == group)
            })
    }
}

/// One of the ways in which an apprentice may be away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// As written in the file, trimmed; for `any` the day's code.
    pub written: String,
    /// The stretches of time away. Never empty.
    pub spans: Vec<Span>,
}

impl Alternative {
    /// Whether the apprentice is away in `slot`.
    #[must_use]
    pub fn covers(&self, slot: Slot) -> bool {
        self.spans.iter().any(|span| span.covers(slot))
    }

    /// The days on which the apprentice is away for any time.
    #[must_use]
    pub fn days(&self) -> BTreeSet<Day> {
        self.spans.iter().map(|span| span.day).collect()
    }
}

/// A day, or some consecutive periods of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The day.
    pub day: Day,
    /// First and last period; `None`: the whole day.
    pub periods: Option<(Period, Period)>,
}

impl Span {
    /// Whether `slot` lies in it.
    #[must_use]
    pub fn covers(self, slot: Slot) -> bool {
        self.day == slot.day
            && self.periods.is_none_or(|(first, last)| (first..=last).contains(&slot.period))
    }
}

impl School {
    /// The timetable as it was read.
    #[must_use]
    pub fn baseline(&self) -> Timetable {
        let at_start =
            |lesson: &Lesson| Booking { start: lesson.start, exchanged: BTreeMap::new() };
        Timetable { bookings: self.lessons.iter().map(at_start).collect() }
    }

    /// The classes that have an apprentice.
    #[must_use]
    pub fn apprentice_classes(&self) -> BTreeSet<&ClassName> {
        self.apprentices.iter().map(|apprentice| &apprentice.class).collect()
    }

    /// The lessons that each class has, in order, by their places in [`School::lessons`]: whoever asks class by class need
    /// not go through all of them each time.
    #[must_use]
    pub fn lessons_of_classes(&self) -> BTreeMap<&ClassName, Vec<usize>> {
        let mut lessons: BTreeMap<&ClassName, Vec<usize>> = BTreeMap::new();
        for (place, lesson) in self.lessons.iter().enumerate() {
            for class in lesson.classes() {
                lessons.entry(class).or_default().push(place);
            }
        }
        lessons
    }

    /// The apprentices of each class that has any, in order, by their places in [`School::apprentices`].
    #[must_use]
    pub fn apprentices_of_classes(&self) -> BTreeMap<&ClassName, Vec<usize>> {
        let mut apprentices: BTreeMap<&ClassName, Vec<usize>> = BTreeMap::new();
        for (place, apprentice) in self.apprentices.iter().enumerate() {
            apprentices.entry(&apprentice.class).or_default().push(place);
        }
        apprentices
    }

    /// Every week of the cycle, in order.
    pub fn cycle(&self) -> impl Iterator<Item = super::calendar::Week> + use<> {
        Weeks::all(self.weeks.len()).iter()
    }
}
