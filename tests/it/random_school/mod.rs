//! Tiny random schools that use every feature of the law together; the same seed gives the same school.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use mesterskema::check::{Breach, faults};
use mesterskema::domain::{
    Alternative, Apprentice, Class, ClassName, Day, Grid, Group, Language, Lesson, LessonName,
    Period, Piece, Place, PlaceName, Price, Room, RoomName, School, Slot, Span, Subject,
    SubjectCode, Teacher, TeacherName, TogetherLabel, Travel, Week, WeekLabel, Weeks, Weights,
};

use crate::chance::Chance;

mod grown;

const CLASSES: [&str; 3] = ["8A", "8B", "9A"];
const SUBJECTS: [&str; 5] = ["DAN", "MAT", "ENG", "GEO", "IDR"];
const TEACHERS: [&str; 4] = ["T1", "T2", "T3", "T4"];
const ROOMS: [(&str, Option<&str>); 5] =
    [("R1", Some("lab")), ("R2", Some("lab")), ("R3", Some("lab")), ("R4", None), ("R5", None)];
const GROUPS: [(&str, &str); 5] =
    [("lang", "GER"), ("lang", "FRE"), ("half", "1"), ("half", "2"), ("", "x")];
const PLACES: [&str; 2] = ["Forge", "Bakery"];

/// The school of a seed: two to four days of two to four periods, up to three classes and seven lessons. One in five has
/// accepted faults: coupled lessons and lessons in unavailable slots. No lessons clash.
pub(crate) fn school(seed: u64) -> School {
    let mut chance = Chance::new(seed);
    let mut school = without_lessons(&mut chance);
    let accepts_faults = chance.percent(20);
    let wanted = 3 + chance.below(5);
    for number in 0..wanted * 4 {
        if school.lessons.len() < wanted {
            add_lesson(&mut school, &mut chance, number, accepts_faults);
        }
    }
    forget_unused_weeks(&mut school);
    number_rows(&mut school, &mut chance);
    add_apprentices(&mut school, &mut chance);
    grown::grow(&mut school, &mut chance);
    let clashes = faults(&school);
    school.coupled(clashes.iter().filter_map(Breach::clashing))
}

/// The school of a seed without the lessons that have no place: so its baseline breaks no rule about lessons.
pub(crate) fn settled(seed: u64) -> School {
    let mut school = school(seed);
    school.lessons.retain(|lesson| lesson.start.is_some());
    school
}

fn without_lessons(chance: &mut Chance) -> School {
    let grid = grid(chance);
    let slots: Vec<Slot> = grid.slots().collect();
    let weeks = if chance.percent(40) { vec!["A", "B"] } else { vec![""] };
    School {
        name: None,
        language: Language::English,
        weeks: weeks.into_iter().map(WeekLabel::from).collect(),
        classes: classes(chance),
        teachers: TEACHERS.map(|name| (TeacherName::from(name), teacher(chance, &slots))).into(),
        rooms: ROOMS.map(|(name, kind)| (RoomName::from(name), room(chance, kind, &slots))).into(),
        subjects: SUBJECTS.map(|code| (SubjectCode::from(code), subject(chance))).into(),
        places: places(chance, &grid),
        grid,
        travel: Travel::default(),
        lessons: Vec::new(),
        apprentices: Vec::new(),
        weights: weights(chance),
    }
}

/// Some days of some periods, here and there one missing, with breaks.
fn grid(chance: &mut Chance) -> Grid {
    let days = 2 + chance.below(3);
    let first = chance.pick(&[0, 1, 1, 1]);
    let last = first + chance.between(1, 3);
    let full = chance.percent(60);
    let slots: BTreeSet<Slot> = Day::ALL[..days]
        .iter()
        .flat_map(|&day| (first..=last).map(move |period| Slot::new(day, Period(period))))
        .filter(|_| full || chance.percent(88))
        .collect();
    let breaks = slots.iter().copied().filter(|_| chance.percent(20)).collect();
    Grid::new(slots, breaks)
}

fn classes(chance: &mut Chance) -> BTreeMap<ClassName, Class> {
    let number = 1 + chance.below(CLASSES.len());
    let mut class = || Class {
        earliest: chance.percent(20).then_some(Period(2)),
        latest: chance.percent(25).then(|| Period(chance.between(2, 3))),
        ..Class::default()
    };
    CLASSES[..number].iter().map(|&name| (ClassName::from(name), class())).collect()
}

fn teacher(chance: &mut Chance, slots: &[Slot]) -> Teacher {
    let unavailable = if chance.percent(50) { chance.some(slots, 15) } else { Vec::new() };
    let max_per_day = chance.percent(35).then(|| u32::from(chance.between(1, 3)));
    Teacher { unavailable: unavailable.into_iter().collect(), max_per_day }
}

fn room(chance: &mut Chance, kind: Option<&str>, slots: &[Slot]) -> Room {
    let unavailable = if chance.percent(30) { chance.some(slots, 20) } else { Vec::new() };
    Room {
        kind: kind.map(Into::into),
        unavailable: unavailable.into_iter().collect(),
        parallel: if chance.percent(20) { 2 } else { 1 },
        site: None,
    }
}

fn subject(chance: &mut Chance) -> Subject {
    Subject { max_per_day: chance.pick(&[1, 1, 2, 2, 2, 3]) }
}

fn places(chance: &mut Chance, grid: &Grid) -> BTreeMap<PlaceName, Place> {
    let all = PLACES.into_iter().flat_map(|place| grid.days().map(move |day| (place, day)));
    let limited: Vec<_> = all.filter(|_| chance.percent(40)).collect();
    let mut places: BTreeMap<PlaceName, Place> = BTreeMap::new();
    for (place, day) in limited {
        let place = places.entry(place.into()).or_default();
        place.pupils.insert(day, chance.pick(&[0, 1, 1, 2]));
    }
    places
}

/// The defaults, or small numbers of which some are 0 and most are different.
fn weights(chance: &mut Chance) -> Weights {
    let mut weights = Weights::default_weights();
    if chance.percent(40) {
        for price in Price::ALL {
            weights[price] = i64::from(chance.between(0, 12));
        }
        weights[Price::Required] = i64::from(chance.between(20, 60));
    }
    weights
}

/// Adds a lesson where it is free of faults, if such a place is soon found; any place will do where faults are accepted.
fn add_lesson(school: &mut School, chance: &mut Chance, number: usize, accepts_faults: bool) {
    let mut lesson = lesson(school, chance, number);
    let starts: Vec<Slot> =
        school.grid.slots().filter(|&slot| school.grid.fits(slot, lesson.length())).collect();
    for _ in 0..6 {
        if starts.is_empty() {
            return;
        }
        lesson.start = Some(chance.pick(&starts));
        school.lessons.push(lesson.clone());
        if faults(school).is_empty() || (accepts_faults && chance.percent(60)) {
            return;
        }
        school.lessons.pop();
    }
}

/// A lesson of one or two periods: for one class, for several, in groups, or with another row in each period.
fn lesson(school: &School, chance: &mut Chance, number: usize) -> Lesson {
    let length = if chance.percent(30) { 2 } else { 1 };
    let names: Vec<ClassName> = school.classes.keys().cloned().collect();
    let classes = if chance.percent(15) { names } else { vec![chance.pick(&names)] };
    let weeks = Weeks::all(school.weeks.len());
    let weeks = match school.weeks.len() {
        2 if chance.percent(60) => Weeks::only(Week(chance.between(0, 1))),
        _ => weeks,
    };
    let mut pieces = Vec::new();
    for offsets in rows(length, chance) {
        let classes = if pieces.is_empty() { classes.clone() } else { chance.some(&classes, 75) };
        if !classes.is_empty() {
            pieces.extend(row(&classes, weeks, offsets, chance));
        }
    }
    let name = LessonName::from(format!("L{number}").as_str());
    Lesson { name, pieces, start: None, locked: chance.percent(12) }
}

/// The periods of each row of a lesson: one row, two side by side, one more for the end, or a row for each period.
fn rows(length: u8, chance: &mut Chance) -> Vec<Range<u8>> {
    let mut rows = vec![(0, length)];
    match chance.below(10) {
        0 | 1 => rows.push((0, length)),
        2 => rows.push((length - 1, length)),
        3 | 4 => rows = (0..length).map(|offset| (offset, offset + 1)).collect(),
        _ => (),
    }
    rows.into_iter().map(|(first, end)| first..end).collect()
}

/// The pieces of one row, which has no number yet: see [`number_rows`].
fn row(classes: &[ClassName], weeks: Weeks, offsets: Range<u8>, chance: &mut Chance) -> Vec<Piece> {
    let (division, part) = chance.pick(&GROUPS);
    let group = Group { division: division.into(), part: part.into() };
    let teachers = chance.pick(&[0, 1, 1, 1, 2]);
    let rooms = chance.pick(&[0, 1, 1, 2]);
    let piece = Piece {
        row: 0,
        line: 0,
        offset: offsets.start,
        classes: classes.to_vec(),
        group: chance.percent(35).then_some(group),
        subject: SubjectCode::from(chance.pick(&SUBJECTS)),
        teachers: distinct(chance, &TEACHERS, teachers),
        rooms: distinct(chance, &ROOMS.map(|(name, _)| name), rooms),
        weeks,
        allowed: None,
        apart: None,
    };
    offsets.map(|offset| Piece { offset, ..piece.clone() }).collect()
}

fn distinct<Name: for<'a> From<&'a str>>(
    chance: &mut Chance,
    names: &[&str],
    number: usize,
) -> Vec<Name> {
    let mut names = names.to_vec();
    chance.shuffle(&mut names);
    names.into_iter().take(number).map(Name::from).collect()
}

/// A file in which not both labels are seen has a cycle of one week.
fn forget_unused_weeks(school: &mut School) {
    let pieces = || school.lessons.iter().flat_map(|lesson| &lesson.pieces);
    let used = |week| pieces().any(|piece| piece.weeks == Weeks::only(Week(week)));
    if school.weeks.len() < 2 || (used(0) && used(1)) {
        return;
    }
    school.weeks = vec![WeekLabel::from("")];
    for lesson in &mut school.lessons {
        lesson.pieces.iter_mut().for_each(|piece| piece.weeks = Weeks::all(1));
    }
}

/// Numbers the rows of all lessons in any order, as a person's file has them. Pieces at consecutive offsets are one row
/// if they are otherwise the same.
fn number_rows(school: &mut School, chance: &mut Chance) {
    let pieces = school.lessons.iter().map(|lesson| lesson.pieces.len()).sum();
    let mut numbers: Vec<usize> = (0..pieces).collect();
    chance.shuffle(&mut numbers);
    for lesson in &mut school.lessons {
        let mut before: Option<Piece> = None;
        for piece in &mut lesson.pieces {
            let continued = before.take().filter(|before| continues(before, piece));
            piece.row = continued.map_or_else(|| numbers.pop().unwrap(), |before| before.row);
            piece.line = u32::try_from(piece.row).unwrap() + 2;
            before = Some(piece.clone());
        }
        lesson.pieces.sort_by_key(|piece| (piece.row, piece.offset));
    }
    school.lessons.sort_by_key(|lesson| lesson.pieces[0].row);
}

fn continues(before: &Piece, after: &Piece) -> bool {
    let shifted = Piece { row: 0, line: 0, offset: after.offset, ..before.clone() };
    before.offset + 1 == after.offset && shifted == *after
}

fn add_apprentices(school: &mut School, chance: &mut Chance) {
    let number = 1 + chance.below(3);
    for index in 0..number {
        let mut apprentice = troubled_apprentice(school, chance, index);
        if let Some(friend) = school.apprentices.last_mut().filter(|_| chance.percent(25)) {
            friend.together = Some(TogetherLabel::from("course"));
            apprentice.together.clone_from(&friend.together);
            apprentice.alternatives.clone_from(&friend.alternatives);
            apprentice.place.clone_from(&friend.place);
        }
        school.apprentices.push(apprentice);
    }
}

/// An apprentice who, if one is soon found, misses something in the baseline whatever is chosen.
fn troubled_apprentice(school: &School, chance: &mut Chance, index: usize) -> Apprentice {
    let mut found = apprentice(school, chance, index);
    for _ in 0..chance.below(8) {
        if !misses_something(school, &found) {
            found = apprentice(school, chance, index);
        }
    }
    found
}

fn misses_something(school: &School, apprentice: &Apprentice) -> bool {
    let core = |lesson: &Lesson, away: &Alternative| {
        let mut pieces = lesson.pieces.iter();
        pieces.any(|piece| {
            let slot = lesson.start.unwrap().later(piece.offset).unwrap();
            apprentice.level(&piece.subject).is_some()
                && apprentice.attends(piece)
                && away.covers(slot)
        })
    };
    let mut alternatives = apprentice.alternatives.iter();
    alternatives.all(|away| school.lessons.iter().any(|lesson| core(lesson, away)))
}

fn apprentice(school: &School, chance: &mut Chance, index: usize) -> Apprentice {
    let classes: Vec<ClassName> = school.classes.keys().cloned().collect();
    let codes: Vec<SubjectCode> = school.subjects.keys().cloned().collect();
    let required: BTreeSet<SubjectCode> = chance.some(&codes, 45).into_iter().collect();
    let desired = chance.some(&codes, 35).into_iter();
    let groups: Vec<_> = GROUPS.into_iter().filter(|_| chance.percent(35)).collect();
    let place = chance.percent(60).then(|| PlaceName::from(chance.pick(&PLACES)));
    let mut alternatives = alternatives(&school.grid, chance);
    for alternative in &mut alternatives {
        alternative.place.clone_from(&place);
    }
    Apprentice {
        groups: groups
            .into_iter()
            .map(|(division, part)| Group { division: division.into(), part: part.into() })
            .collect(),
        pupil: format!("p{index}").as_str().into(),
        class: chance.pick(&classes),
        alternatives,
        desired: desired.filter(|subject| !required.contains(subject)).collect(),
        required,
        together: None,
        place,
        also: Vec::new(),
        skips: BTreeSet::new(),
        line: u32::try_from(index).unwrap() + 2,
    }
}

/// One time away, two or three to choose from, or any day.
fn alternatives(grid: &Grid, chance: &mut Chance) -> Vec<Alternative> {
    let whole = |day: &Day| Span { day: *day, periods: None };
    let days: Vec<Day> = grid.days().collect();
    let spans: Vec<Vec<Span>> = match chance.below(6) {
        0 => days.iter().map(|day| vec![whole(day)]).collect(),
        1 | 2 => (0..2 + chance.below(2)).map(|_| spans(&days, chance)).collect(),
        3 => vec![vec![whole(&chance.pick(&days))]],
        _ => vec![spans(&days, chance)],
    };
    let mut alternatives: Vec<Alternative> = Vec::new();
    for spans in spans {
        let written = spans.iter().copied().map(written).collect::<Vec<_>>().join("+");
        if alternatives.iter().all(|other| other.written != written) {
            let rank = u32::try_from(alternatives.len()).ok();
            alternatives.push(Alternative { written, spans, place: None, rank });
        }
    }
    alternatives
}

fn spans(days: &[Day], chance: &mut Chance) -> Vec<Span> {
    let number = if chance.percent(25) { 2 } else { 1 };
    let mut span = || {
        let first = chance.between(1, 3);
        let last = chance.between(first, 4);
        let periods = chance.percent(50).then_some((Period(first), Period(last)));
        Span { day: chance.pick(days), periods }
    };
    (0..number).map(|_| span()).collect()
}

fn written(span: Span) -> String {
    match span.periods {
        None => span.day.code().to_owned(),
        Some((first, last)) => format!("{} {first}-{last}", span.day),
    }
}
