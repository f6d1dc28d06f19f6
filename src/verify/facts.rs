//! What the law says of each lesson alone: where it may start, in which rooms, and what that costs by itself.

use std::collections::{BTreeMap, BTreeSet};

use super::Reason;
use crate::domain::{
    ClassName, Day, Effort, Lesson, Period, Piece, Price, Room, RoomName, School, Slot,
    TeacherName, Week, Weeks, Weights,
};

/// The school, with what follows from it for each lesson.
pub(super) struct Facts<'a> {
    pub(super) school: &'a School,
    pub(super) effort: Effort,
    /// In units of the points that all prices have in common.
    pub(super) weights: Weights,
    pub(super) unit: i64,
    pub(super) lessons: Vec<Movable<'a>>,
    pub(super) rooms: Vec<&'a RoomName>,
    /// The first and the last period number of the grid.
    pub(super) periods: (u8, u8),
    by_line: BTreeMap<u32, usize>,
    of_class: BTreeMap<&'a ClassName, Vec<usize>>,
    of_teacher: BTreeMap<&'a TeacherName, Vec<usize>>,
    occupied: BTreeMap<(&'a ClassName, Slot), Weeks>,
    settled: BTreeSet<&'a ClassName>,
    with_apprentice: BTreeSet<&'a ClassName>,
}

/// A lesson, where it may start and in which rooms.
pub(super) struct Movable<'a> {
    pub(super) lesson: &'a Lesson,
    /// In the order of slots.
    pub(super) starts: Vec<Slot>,
    /// What each start costs by itself, in units, missed lessons apart.
    pub(super) points: Vec<i128>,
    pub(super) rooms: Vec<RoomUse>,
    /// What it costs if any room is exchanged.
    pub(super) exchange: i128,
}

/// A room of a lesson, when it uses it, and what may stand in for it: places among [`Facts::rooms`].
pub(super) struct RoomUse {
    pub(super) own: usize,
    pub(super) choices: Vec<usize>,
    pub(super) when: Vec<(u8, Weeks)>,
}

/// How a lesson has a class in a period: wholly, or only some parts of one division.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ClassUse<'a> {
    Whole,
    Parts(&'a str, BTreeSet<&'a str>),
}

impl<'a> Facts<'a> {
    pub(super) fn of(school: &'a School, effort: Effort) -> Self {
        let unit = school.weights.in_common(effort);
        let numbers = || school.grid.slots().map(|slot| slot.period.0);
        let rooms: Vec<&RoomName> = school.rooms.keys().collect();
        let mut facts = Self {
            school,
            effort,
            weights: school.weights.in_units_of(unit),
            unit,
            lessons: Vec::new(),
            rooms,
            periods: (numbers().min().unwrap_or(1), numbers().max().unwrap_or(1)),
            by_line: BTreeMap::new(),
            of_class: school.lessons_of_classes(),
            of_teacher: BTreeMap::new(),
            occupied: BTreeMap::new(),
            settled: school.settled_classes(),
            with_apprentice: school.apprentice_classes(),
        };
        for (index, lesson) in school.lessons.iter().enumerate() {
            facts.enter(index, lesson);
        }
        let movable = school.lessons.iter().map(|lesson| facts.movable(lesson)).collect();
        facts.lessons = movable;
        facts
    }

    fn enter(&mut self, index: usize, lesson: &'a Lesson) {
        if let Some(first) = lesson.pieces.first() {
            self.by_line.insert(first.line, index);
        }
        for teacher in lesson.teachers() {
            self.of_teacher.entry(teacher).or_default().push(index);
        }
        for (piece, slot) in
            lesson.pieces.iter().filter_map(|piece| Some((piece, home(lesson, piece)?)))
        {
            for class in &piece.classes {
                let weeks = self.occupied.entry((class, slot)).or_insert(piece.weeks);
                *weeks = weeks.union(piece.weeks);
            }
        }
    }

    fn movable(&self, lesson: &'a Lesson) -> Movable<'a> {
        let rooms = self.room_uses(lesson);
        let may =
            |slot: &Slot| lesson.start == Some(*slot) || self.can_move_to(lesson, &rooms, *slot);
        let starts: Vec<Slot> = self.school.grid.slots().filter(may).collect();
        let points = starts.iter().map(|&start| self.points(lesson, start)).collect();
        let with_room = lesson.pieces.iter().filter(|piece| !piece.rooms.is_empty());
        let offsets: BTreeSet<u8> = with_room.map(|piece| piece.offset).collect();
        let price = if lesson.start.is_some() { self.price(Price::Room) } else { 0 };
        Movable { lesson, starts, points, rooms, exchange: price * offsets.len() as i128 }
    }

    /// H4 to H6, H10, H12, H16, H17 and the grid.
    fn can_move_to(&self, lesson: &Lesson, rooms: &[RoomUse], start: Slot) -> bool {
        let grid = &self.school.grid;
        !self.school.is_locked(lesson)
            && grid.fits(start, lesson.length())
            && !grid.crosses_break(start, lesson.length())
            && lesson.pieces.iter().all(|piece| self.may_be(piece, start))
            && rooms
                .iter()
                .all(|used| used.choices.iter().any(|&room| self.is_free(room, used, start)))
    }

    fn may_be(&self, piece: &Piece, start: Slot) -> bool {
        let Some(slot) = start.later(piece.offset) else { return false };
        let teacher = |name: &TeacherName| !self.school.teachers[name].unavailable.contains(&slot);
        piece.teachers.iter().all(teacher)
            && piece.allowed.as_ref().is_none_or(|allowed| allowed.contains(&slot))
            && piece.classes.iter().all(|class| self.is_open(class, slot))
    }

    fn is_open(&self, name: &ClassName, slot: Slot) -> bool {
        let class = &self.school.classes[name];
        let within = class.earliest.is_none_or(|earliest| earliest <= slot.period)
            && class.latest.is_none_or(|latest| slot.period <= latest);
        !class.unavailable.contains(&slot) && (within || self.occupied.contains_key(&(name, slot)))
    }

    /// Whether a room is available for all that a lesson needs it for.
    fn is_free(&self, room: usize, used: &RoomUse, start: Slot) -> bool {
        let unavailable = &self.room(room).unavailable;
        used.when.iter().all(|&(offset, _)| {
            start.later(offset).is_some_and(|slot| !unavailable.contains(&slot))
        })
    }

    /// Whether a lesson may have a room in place of its own, if it starts there; at home it always has its own.
    pub(super) fn room_fits(
        &self,
        lesson: usize,
        used: &RoomUse,
        room: usize,
        start: Slot,
    ) -> bool {
        let stays = self.lessons[lesson].lesson.start == Some(start) && room == used.own;
        stays || self.is_free(room, used, start)
    }

    pub(super) fn room(&self, room: usize) -> &'a Room {
        &self.school.rooms[self.rooms[room]]
    }

    fn room_uses(&self, lesson: &Lesson) -> Vec<RoomUse> {
        let mut uses: BTreeMap<usize, BTreeMap<u8, Weeks>> = BTreeMap::new();
        for piece in &lesson.pieces {
            for room in
                piece.rooms.iter().filter_map(|name| self.rooms.iter().position(|one| *one == name))
            {
                let weeks =
                    uses.entry(room).or_default().entry(piece.offset).or_insert(piece.weeks);
                *weeks = weeks.union(piece.weeks);
            }
        }
        let use_of = |(own, when): (usize, BTreeMap<u8, Weeks>)| RoomUse {
            own,
            choices: if self.school.is_locked(lesson) { vec![own] } else { self.alike(own) },
            when: when.into_iter().collect(),
        };
        uses.into_iter().map(use_of).collect()
    }

    fn alike(&self, own: usize) -> Vec<usize> {
        let room = self.room(own);
        let is_alike = |&other: &usize| {
            let other_room = self.room(other);
            other == own
                || (room.kind.is_some()
                    && room.kind == other_room.kind
                    && room.site == other_room.site)
        };
        (0..self.rooms.len()).filter(is_alike).collect()
    }

    fn points(&self, lesson: &Lesson, start: Slot) -> i128 {
        if lesson.start == Some(start) {
            return 0;
        }
        let mut points = 0;
        for (class, offset) in lesson.class_periods() {
            if let Some(home) = lesson.start {
                points += self.price(if home.day == start.day {
                    Price::SameDay
                } else {
                    Price::OtherDay
                });
                points += if self.with_apprentice.contains(class) {
                    0
                } else {
                    self.price(Price::Bystander)
                };
            }
            let opens = start.later(offset).is_some_and(|slot| self.is_new(class, slot));
            if opens && self.is_alone(lesson, class, offset) {
                points += self.price(Price::NewSlot);
            }
        }
        points
    }

    pub(super) fn price(&self, price: Price) -> i128 {
        i128::from(self.weights[price])
    }

    /// Whether a lesson of the class in the slot costs [`Price::NewSlot`].
    pub(super) fn is_new(&self, class: &ClassName, slot: Slot) -> bool {
        self.is_settled(class) && !self.occupied.contains_key(&(class, slot))
    }

    /// Whether the class has any lesson in the baseline.
    pub(super) fn is_settled(&self, class: &ClassName) -> bool {
        self.settled.contains(class)
    }

    /// Whether the lesson has the class wholly and in every week: then no other lesson can be in its slot (H1), and it pays
    /// for a new one alone.
    pub(super) fn is_alone(&self, lesson: &Lesson, class: &ClassName, offset: u8) -> bool {
        let whole = |week| class_use(lesson, class, offset, week) == Some(ClassUse::Whole);
        self.weeks().all(whole)
    }

    pub(super) fn lessons_of_class(&self, class: &ClassName) -> &[usize] {
        self.of_class.get(class).map_or(&[], Vec::as_slice)
    }

    pub(super) fn lessons_of_teacher(&self, teacher: &TeacherName) -> &[usize] {
        self.of_teacher.get(teacher).map_or(&[], Vec::as_slice)
    }

    /// The number of the start at which a lesson's period `offset` is in `slot`.
    pub(super) fn start_before(&self, lesson: usize, slot: Slot, offset: u8) -> Option<usize> {
        let first = Period(slot.period.0.checked_sub(offset)?);
        self.lessons[lesson].starts.binary_search(&Slot::new(slot.day, first)).ok()
    }

    pub(super) fn lesson_at(&self, line: u32) -> Result<usize, Reason> {
        self.by_line.get(&line).copied().ok_or_else(|| Reason::unknown("lesson", &line.to_string()))
    }

    pub(super) fn start_of(&self, lesson: usize, slot: &str) -> Result<usize, Reason> {
        let slot = self.slot(slot)?;
        self.start_before(lesson, slot, 0)
            .ok_or_else(|| Reason::unknown("start", &slot.to_string()))
    }

    pub(super) fn slot(&self, written: &str) -> Result<Slot, Reason> {
        let found = self.school.grid.slots().find(|slot| slot.to_string() == written);
        found.ok_or_else(|| Reason::unknown("slot", written))
    }

    pub(super) fn day(&self, written: &str) -> Result<Day, Reason> {
        let found = self.school.grid.days().find(|day| day.code() == written);
        found.ok_or_else(|| Reason::unknown("day", written))
    }

    pub(super) fn week(&self, written: &str) -> Result<Week, Reason> {
        let found = self.school.weeks.iter().position(|label| label.as_str() == written);
        let found = found.and_then(|week| self.weeks().nth(week));
        found.ok_or_else(|| Reason::unknown("week", written))
    }

    /// Every week of the cycle.
    pub(super) fn weeks(&self) -> impl Iterator<Item = Week> + use<> {
        Weeks::all(self.school.weeks.len()).iter().take(Weeks::MOST)
    }

    pub(super) fn class(&self, written: &str) -> Result<&'a ClassName, Reason> {
        let found = self.school.classes.get_key_value(&ClassName::from(written));
        found.map(|one| one.0).ok_or_else(|| Reason::unknown("class", written))
    }

    pub(super) fn teacher(&self, written: &str) -> Result<&'a TeacherName, Reason> {
        let found = self.school.teachers.get_key_value(&TeacherName::from(written));
        found.map(|one| one.0).ok_or_else(|| Reason::unknown("teacher", written))
    }

    pub(super) fn room_named(&self, written: &str) -> Result<usize, Reason> {
        let found = self.rooms.iter().position(|name| name.as_str() == written);
        found.ok_or_else(|| Reason::unknown("room", written))
    }

    /// The periods of a day, by number, whether the grid has them or not.
    pub(super) fn numbers(&self) -> std::ops::RangeInclusive<u8> {
        self.periods.0..=self.periods.1
    }
}

/// The slot that a piece has in the baseline.
pub(super) fn home(lesson: &Lesson, piece: &Piece) -> Option<Slot> {
    lesson.start?.later(piece.offset)
}

/// How a lesson has a class in one of its periods in a week, if at all.
pub(super) fn class_use<'l>(
    lesson: &'l Lesson,
    class: &ClassName,
    offset: u8,
    week: Week,
) -> Option<ClassUse<'l>> {
    let has = |piece: &&Piece| {
        piece.offset == offset && piece.weeks.contains(week) && piece.classes.contains(class)
    };
    let pieces: Vec<&Piece> = lesson.pieces.iter().filter(has).collect();
    let division = &pieces.first()?.group.as_ref().map(|group| &group.division);
    let Some(division) = division else { return Some(ClassUse::Whole) };
    let part = |piece: &&'l Piece| {
        let group = piece.group.as_ref().filter(|group| group.division == **division)?;
        Some(group.part.as_str())
    };
    let parts: Option<BTreeSet<&str>> = pieces.iter().map(part).collect();
    Some(parts.map_or(ClassUse::Whole, |parts| ClassUse::Parts(division.as_str(), parts)))
}

/// The periods of a lesson that a teacher has in a week.
pub(super) fn taught(lesson: &Lesson, teacher: &TeacherName, week: Week) -> BTreeSet<u8> {
    let has = |piece: &&Piece| piece.weeks.contains(week) && piece.teachers.contains(teacher);
    lesson.pieces.iter().filter(has).map(|piece| piece.offset).collect()
}
