//! A draft and its times → the school.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{self, DAYS, Draft, EVERY, Strand, Venue};
use super::rooms::Keys;
use crate::domain::{
    Class, ClassName, Day, Grid, Group, Language, Lesson, LessonName, Period, Piece, Room,
    RoomName, School, Slot, Subject, SubjectCode, Teacher, TeacherName, Travel, WeekLabel, Weeks,
    Weights,
};

/// A row of the timetable to be: a strand and its room.
struct RoomedStrand<'a> {
    strand: &'a Strand,
    room: RoomName,
}

/// A lesson to be: the rows of a unit that move as one.
struct Drawn<'a> {
    unit: usize,
    rows: Vec<RoomedStrand<'a>>,
}

/// The school of a draft whose units start in `starts`, without apprentices.
pub(super) fn assemble(draft: &Draft, starts: &[usize], language: Language) -> School {
    let has_cycle = strands(draft).any(|strand| strand.weeks != EVERY);
    let labels: &[&str] = if has_cycle { &["A", "B"] } else { &[""] };
    let mut school = School {
        name: None,
        language,
        grid: grid(draft),
        weeks: labels.iter().copied().map(WeekLabel::from).collect(),
        classes: classes(draft),
        teachers: BTreeMap::new(),
        rooms: BTreeMap::new(),
        subjects: subjects(draft),
        places: BTreeMap::new(),
        travel: Travel::default(),
        lessons: lessons(draft, starts, labels.len()),
        apprentices: Vec::new(),
        weights: Weights::default_weights(),
    };
    school.rooms = rooms(draft, &school.lessons);
    school.teachers = teachers(draft, &school.lessons);
    school
}

fn strands(draft: &Draft) -> impl Iterator<Item = &Strand> {
    draft.units.iter().flat_map(|unit| &unit.strands)
}

fn slot(draft: &Draft, index: usize) -> Slot {
    let periods = usize::from(draft.day.periods);
    let period = u8::try_from(index % periods + 1).unwrap_or(u8::MAX);
    Slot::new(Day::ALL[index / periods], Period(period))
}

fn grid(draft: &Draft) -> Grid {
    let slots = (0..draft.slots()).map(|index| slot(draft, index)).collect();
    let noon = |&day: &Day| Slot::new(day, Period(draft.day.break_after));
    Grid::new(slots, Day::ALL[..DAYS].iter().map(noon).collect())
}

/// The classes: from the first period on, and to one later than their longest day has.
fn classes(draft: &Draft) -> BTreeMap<ClassName, Class> {
    let class = |class: &draft::Class| {
        let latest = Period(draft.day.periods.min(class.longest + 1));
        let limits = Class { earliest: Some(Period(1)), latest: Some(latest), ..Class::default() };
        (ClassName::from(class.name.as_str()), limits)
    };
    draft.classes.iter().map(class).collect()
}

/// The subjects: two periods a day, or as many as the longest lesson has.
fn subjects(draft: &Draft) -> BTreeMap<SubjectCode, Subject> {
    let mut subjects: BTreeMap<SubjectCode, Subject> = BTreeMap::new();
    for job in &draft.jobs {
        let lengths = job.units.iter().map(|&unit| u32::from(draft.units[unit].length));
        let own = subjects.entry(job.subject.code.into()).or_default();
        own.max_per_day = own.max_per_day.max(lengths.max().unwrap_or(0));
    }
    subjects
}

/// The rooms in which there are lessons, and spare ones of a kind.
fn rooms(draft: &Draft, lessons: &[Lesson]) -> BTreeMap<RoomName, Room> {
    let used = lessons.iter().flat_map(Lesson::rooms).cloned();
    let mut rooms: BTreeMap<RoomName, Room> = used.map(|room| (room, Room::default())).collect();
    for stock in &draft.stocks {
        for number in 0..stock.rooms {
            let room = Room { kind: Some(stock.kind.into()), ..Room::default() };
            rooms.insert(special_room(stock.kind, number), room);
        }
    }
    rooms
}

fn special_room(kind: &str, number: usize) -> RoomName {
    RoomName::from(format!("{kind} {}", number + 1).as_str())
}

/// The teachers who have a lesson; of those who are not always there, what they have on a day at most.
fn teachers(draft: &Draft, lessons: &[Lesson]) -> BTreeMap<TeacherName, Teacher> {
    let busy: BTreeSet<&TeacherName> = lessons.iter().flat_map(Lesson::teachers).collect();
    let limits = |(index, teacher): (usize, &draft::Teacher)| {
        let name = teacher_name(index);
        let absent = |&slot: &usize| teacher.absent[slot];
        let unavailable: BTreeSet<Slot> =
            (0..draft.slots()).filter(absent).map(|index| slot(draft, index)).collect();
        let most = most_on_a_day(lessons, &name).max(u32::from(draft.day.periods) * 3 / 4);
        let max_per_day = (!unavailable.is_empty()).then_some(most);
        busy.contains(&name).then_some((name, Teacher { unavailable, max_per_day }))
    };
    draft.teachers.iter().enumerate().filter_map(limits).collect()
}

fn teacher_name(index: usize) -> TeacherName {
    TeacherName::from(format!("T{:03}", index + 1).as_str())
}

/// The most periods that a teacher has on a day.
fn most_on_a_day(lessons: &[Lesson], teacher: &TeacherName) -> u32 {
    let mut slots: BTreeSet<(Day, u8)> = BTreeSet::new();
    for lesson in lessons {
        let own = lesson.pieces.iter().filter(|piece| piece.teachers.contains(teacher));
        let slots_of = own.filter_map(|piece| lesson.start?.later(piece.offset));
        slots.extend(slots_of.map(|slot| (slot.day, slot.period.0)));
    }
    let on = |day| slots.iter().filter(|(other, _)| *other == day).count();
    let most = Day::ALL.into_iter().map(on).max().unwrap_or(0);
    u32::try_from(most).unwrap_or(u32::MAX)
}

/// The lessons, class by class and in the order of the week, numbered as the rows of a file will be.
fn lessons(draft: &Draft, starts: &[usize], weeks: usize) -> Vec<Lesson> {
    let mut drawn = drawn(draft, starts);
    drawn.sort_by_key(|lesson| (draft.units[lesson.unit].classes.first(), starts[lesson.unit]));
    let (mut row, mut bands) = (0, 0);
    let lesson = |Drawn { unit, rows }: Drawn<'_>| {
        let first = row;
        row += rows.len();
        bands += usize::from(rows.len() > 1);
        let name = if rows.len() > 1 { format!("b{bands}") } else { (first + 2).to_string() };
        let length = draft.units[unit].length;
        let pieces = rows.iter().enumerate().flat_map(|(index, row)| {
            (0..length).map(move |offset| piece(draft, row, first + index, offset, weeks))
        });
        Lesson {
            name: LessonName::from(name.as_str()),
            pieces: pieces.collect(),
            start: Some(slot(draft, starts[unit])),
            locked: draft.units[unit].locked,
        }
    };
    drawn.into_iter().map(lesson).collect()
}

/// The lessons of every unit, with their rooms.
fn drawn<'a>(draft: &'a Draft, starts: &[usize]) -> Vec<Drawn<'a>> {
    let mut drawn = Vec::new();
    let empty = |stock: &draft::Stock| Keys::new(stock.rooms, draft.slots());
    let mut keys: Vec<Keys> = draft.stocks.iter().map(empty).collect();
    for unit in in_order(draft, starts) {
        let mut lessons: BTreeMap<usize, Vec<RoomedStrand<'_>>> = BTreeMap::new();
        for strand in &draft.units[unit].strands {
            let room = room(draft, strand, starts[unit], draft.units[unit].length, &mut keys);
            lessons.entry(strand.lesson).or_default().push(RoomedStrand { strand, room });
        }
        drawn.extend(lessons.into_values().map(|rows| Drawn { unit, rows }));
    }
    drawn
}

/// The units that are taught, by their starts; those of every week first, so that rooms are given away well.
fn in_order(draft: &Draft, starts: &[usize]) -> Vec<usize> {
    let is_taught = |&unit: &usize| !draft.units[unit].strands.is_empty();
    let mut order: Vec<usize> = (0..draft.units.len()).filter(is_taught).collect();
    let alternates =
        |unit: usize| draft.units[unit].strands.iter().any(|strand| strand.weeks != EVERY);
    order.sort_by_key(|&unit| (starts[unit], alternates(unit), unit));
    order
}

fn room(draft: &Draft, strand: &Strand, start: usize, length: u8, keys: &mut [Keys]) -> RoomName {
    match strand.room {
        Venue::ClassRoom(class) => RoomName::from(draft.classes[class].room.as_str()),
        Venue::Special(kind) => {
            let number = keys[kind].take(start, length, strand.weeks);
            special_room(draft.stocks[kind].kind, number)
        }
    }
}

fn piece(draft: &Draft, row: &RoomedStrand<'_>, number: usize, offset: u8, weeks: usize) -> Piece {
    let strand = row.strand;
    let class = |&class: &usize| ClassName::from(draft.classes[class].name.as_str());
    let group = |(division, part): &draft::Part| Group {
        division: (*division).into(),
        part: part.as_str().into(),
    };
    Piece {
        row: number,
        line: u32::try_from(number + 2).unwrap_or(u32::MAX),
        offset,
        classes: strand.classes.iter().map(class).collect(),
        group: strand.part.as_ref().map(group),
        subject: draft.jobs[strand.job].subject.code.into(),
        teachers: vec![teacher_name(draft.taught_by[strand.job])],
        rooms: vec![row.room.clone()],
        weeks: if weeks == 1 { Weeks::all(1) } else { strand.weeks },
        allowed: None,
        apart: None,
    }
}
