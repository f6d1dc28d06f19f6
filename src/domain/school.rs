//! A school as its files describe it: who, where, which lessons, which apprentices. All by name.

use std::collections::{BTreeMap, BTreeSet};

use super::apprentice::Apprentice;
use super::calendar::{Grid, Period, Slot, Weeks};
use super::language::Language;
use super::lesson::{Lesson, Piece};
use super::name::{
    ClassName, PlaceName, RoomKind, RoomName, SiteName, SubjectCode, TeacherName, WeekLabel,
};
use super::place::Place;
use super::rule::Weights;
use super::timetable::{Booking, Timetable};
use super::travel::Travel;

/// Everything that is known of a school. Whoever builds one keeps these promises:
///
/// - every class, teacher, room and subject that a lesson names has an entry;
/// - `weeks` has at least one label and at most [`Weeks::MOST`];
/// - every lesson has a piece at offset 0, and fits in the grid where it starts;
/// - the rooms of a piece are at one site at most;
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
    /// The places that `places.csv` has.
    pub places: BTreeMap<PlaceName, Place>,
    /// The ways between sites, and when periods are.
    pub travel: Travel,
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
    /// Slots in which no lesson may be put on it.
    pub unavailable: BTreeSet<Slot>,
    /// Where it is, if its rooms do not say.
    pub site: Option<SiteName>,
    /// Whether its lessons keep their bookings.
    pub locked: bool,
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
    /// Where it is.
    pub site: Option<SiteName>,
}

impl Default for Room {
    fn default() -> Self {
        Self { kind: None, unavailable: BTreeSet::new(), parallel: 1, site: None }
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

impl School {
    /// The timetable as it was read.
    #[must_use]
    pub fn baseline(&self) -> Timetable {
        let at_start = |lesson: &Lesson| lesson.start.map(Booking::at);
        Timetable { bookings: self.lessons.iter().map(at_start).collect() }
    }

    /// Whether a lesson keeps its booking: it has a place, and one of its rows or classes is locked.
    #[must_use]
    pub fn is_locked(&self, lesson: &Lesson) -> bool {
        let locked = |class: &&ClassName| self.classes.get(*class).is_some_and(|one| one.locked);
        lesson.start.is_some() && (lesson.locked || lesson.classes().iter().any(locked))
    }

    /// Where a piece is, whatever rooms of their kind and site it has: at the site of its rooms, else, where none of them
    /// has one, at the site that all its classes have.
    #[must_use]
    pub fn site_of<'a>(&'a self, piece: &'a Piece) -> Option<&'a SiteName> {
        let of_room = |room: &RoomName| self.rooms.get(room)?.site.as_ref();
        let of_class = |class: &ClassName| self.classes.get(class)?.site.as_ref();
        let rooms = piece.rooms.iter().find_map(of_room);
        rooms.or_else(|| {
            let first = of_class(piece.classes.first()?)?;
            piece.classes.iter().all(|class| of_class(class) == Some(first)).then_some(first)
        })
    }

    /// The site of a placement.
    #[must_use]
    pub fn site_of_place(&self, place: Option<&PlaceName>) -> Option<&SiteName> {
        self.places.get(place?)?.site.as_ref()
    }

    /// The classes that have a lesson with a place.
    #[must_use]
    pub fn settled_classes(&self) -> BTreeSet<&ClassName> {
        let settled = self.lessons.iter().filter(|lesson| lesson.start.is_some());
        settled.flat_map(Lesson::classes).collect()
    }

    /// The classes that are an apprentice's home.
    #[must_use]
    pub fn home_classes(&self) -> BTreeSet<&ClassName> {
        self.apprentices.iter().map(|apprentice| &apprentice.class).collect()
    }

    /// The classes that an apprentice attends, at home or as a guest.
    #[must_use]
    pub fn apprentice_classes(&self) -> BTreeSet<&ClassName> {
        self.apprentices.iter().flat_map(Apprentice::classes).collect()
    }

    /// The lessons that each class has, in order, by their places in [`School::lessons`]: whoever asks class by class need
    /// not go through all of them each time.
    #[must_use]
    pub fn lessons_of_classes(&self) -> BTreeMap<&ClassName, Vec<usize>> {
        let mut lessons: BTreeMap<&ClassName, Vec<usize>> = BTreeMap::new();
        for (index, lesson) in self.lessons.iter().enumerate() {
            for class in lesson.classes() {
                lessons.entry(class).or_default().push(index);
            }
        }
        lessons
    }

    /// The apprentices of each class that has any, in order, by their places in [`School::apprentices`].
    #[must_use]
    pub fn apprentices_of_classes(&self) -> BTreeMap<&ClassName, Vec<usize>> {
        let mut apprentices: BTreeMap<&ClassName, Vec<usize>> = BTreeMap::new();
        for (index, apprentice) in self.apprentices.iter().enumerate() {
            apprentices.entry(&apprentice.class).or_default().push(index);
        }
        apprentices
    }

    /// Every week of the cycle, in order.
    pub fn cycle(&self) -> impl Iterator<Item = super::calendar::Week> + use<> {
        Weeks::all(self.weeks.len()).iter()
    }
}
