//! Cards: rows for each, one for each part of classes that attends.

use std::collections::{BTreeMap, BTreeSet};

use super::tables::Tables;
use super::{Element, list, masks};
use crate::diagnostic::Foreign;
use crate::domain::{LessonName, Period, Slot, WeekLabel};
use crate::import::cycle::label;
use crate::import::draft::{Draft, DraftRow};
use crate::import::kinds;
use crate::import::ledger::Ledger;
use crate::import::names::{Kind, Scribe};

/// Which classes attend as which part: a division and a part of it, or as a whole.
type Parts<'x> = BTreeMap<Option<(String, String)>, BTreeSet<&'x str>>;

/// Writes the rows of cards that have a time, and rejects the others.
pub(super) fn read(root: Element<'_>, tables: &Tables<'_>, draft: &mut Draft, ledger: &mut Ledger) {
    let mut used = 0;
    let mut invented = Vec::new();
    for (number, card) in root.within("cards", "card").enumerate() {
        let id = card.attribute("lessonid").unwrap_or_default();
        let Some(lesson) = tables.lessons.get(id) else {
            ledger.note(
                Foreign::ReferenceUnknown { part: "lessonid".into(), name: id.to_owned() },
                card.location(),
            );
            continue;
        };
        match time(card, *lesson) {
            Ok(time) => {
                rows(number, (card, *lesson), &time, tables, draft, ledger);
                used += 1;
                let has_class = list(*lesson, "classids").chain(list(*lesson, "groupids")).next();
                invented.extend(has_class.is_none().then_some(card));
            }
            Err(reason) => ledger.reject(reason, card.location()),
        }
    }
    draft.used = Some(used);
    report_terms(root, ledger);
    if let Some(first) = invented.first() {
        ledger.note(Foreign::ClassesInvented { count: invented.len() }, first.location());
    }
    let may: Vec<BTreeSet<&str>> =
        tables.lessons.values().map(|lesson| rooms_of(*lesson, tables)).collect();
    kinds::enter(&may.into_iter().filter(|set| set.len() > 1).collect::<Vec<_>>(), draft);
}

/// Tells of cards of some terms only: a school has the same week all the year.
fn report_terms(root: Element<'_>, ledger: &mut Ledger) {
    let is_some =
        |card: &Element<'_>| !masks::is_every(card.attribute("terms").unwrap_or_default());
    let cards: Vec<Element<'_>> = root.within("cards", "card").filter(is_some).collect();
    if let Some(first) = cards.first() {
        let id = |card: &Element<'_>| card.attribute("lessonid").unwrap_or_default().to_owned();
        let (kind, names) = ("terms".to_owned(), cards.iter().map(id).collect());
        ledger.note(Foreign::RuleUnmapped { kind, names, hard: true }, first.location());
    }
}

fn rooms_of<'t>(element: Element<'_>, tables: &'t Tables<'_>) -> BTreeSet<&'t str> {
    list(element, "classroomids")
        .filter_map(|id| tables.rooms.get(id).map(String::as_str))
        .collect()
}

/// When a card is.
pub(super) struct Time {
    pub(super) week: Option<usize>,
    pub(super) start: Slot,
    pub(super) length: u8,
}

/// When a card is, or why it is not used.
pub(super) fn time(card: Element<'_>, lesson: Element<'_>) -> Result<Time, Foreign> {
    let text = |name: &str| card.attribute(name).unwrap_or_default();
    let (days, period) = (text("days"), text("period"));
    if period.is_empty() || !days.contains('1') {
        return Err(Foreign::RowUnplaced);
    }
    let wrong = |written: &str, column: &str| Foreign::RowWrong {
        written: written.to_owned(),
        column: column.into(),
    };
    let day = masks::single(days).and_then(|place| masks::weekday(place, days.len()));
    let (week, day) = day.ok_or_else(|| wrong(days, "days"))?;
    let period = period
        .parse()
        .ok()
        .filter(|&period| period <= 99)
        .ok_or_else(|| wrong(period, "period"))?;
    let length = lesson.attribute("periodspercard").unwrap_or("1");
    let length: u8 = length
        .parse()
        .ok()
        .filter(|length| (1..=99).contains(length))
        .ok_or_else(|| wrong(length, "periodspercard"))?;
    let weeks = text("weeks");
    let own_week = match masks::single(weeks) {
        _ if masks::is_every(weeks) => None,
        Some(week) => Some(week),
        None => return Err(wrong(weeks, "weeks")),
    };
    // Either the days are those of several weeks, or the weeks have a mask of their own.
    let is_long = days.len() > crate::domain::Day::ALL.len();
    let week = if is_long { Some(week) } else { own_week };
    Ok(Time { week, start: Slot::new(day, Period(period)), length })
}
fn rows(
    number: usize,
    (card, lesson): (Element<'_>, Element<'_>),
    time: &Time,
    tables: &Tables<'_>,
    draft: &mut Draft,
    ledger: &mut Ledger,
) {
    let id = lesson.attribute("id").unwrap_or_default();
    let mut parts = parts(lesson, tables);
    let invented = format!("x{id}");
    let is_invented = parts.is_empty();
    if is_invented {
        parts.insert(None, [invented.as_str()].into());
    }
    let location = || card.location();
    let mut scribe = Scribe { names: &mut draft.names, ledger, location: &location };
    let subject = lesson.attribute("subjectid").and_then(|id| tables.subjects.get(id));
    let whole = DraftRow {
        classes: Vec::new(),
        group: None,
        subject: scribe.one(Kind::Subject, subject.map_or("?", String::as_str)),
        teachers: scribe.all(Kind::Teacher, named(lesson, "teacherids", &tables.teachers)),
        rooms: scribe.all(Kind::Room, named(card, "classroomids", &tables.rooms)),
        start: time.start,
        length: time.length,
        week: time.week.map(|week| WeekLabel::from(label(week).as_str())),
        lesson: Some(scribe.one::<LessonName>(Kind::Lesson, id).to_string()),
        locked: is_invented,
        allowed: None,
        apart: None,
        source: number.to_string(),
    };
    for (part, classes) in parts {
        let classes = scribe.all(Kind::Class, classes);
        let group = part.map(|(division, part)| scribe.group(&division, &part));
        draft.rows.push(DraftRow { classes, group, ..whole.clone() });
    }
}

/// What the things in a list are called.
fn named<'t>(
    element: Element<'_>,
    attribute: &str,
    names: &'t BTreeMap<&str, String>,
) -> Vec<&'t String> {
    list(element, attribute).filter_map(|id| names.get(id)).collect()
}

/// The classes of a lesson by the part of them that attends.
fn parts<'t>(lesson: Element<'_>, tables: &'t Tables<'_>) -> Parts<'t> {
    let mut parts: Parts<'t> = BTreeMap::new();
    let mut grouped: BTreeSet<&str> = BTreeSet::new();
    for group in list(lesson, "groupids").filter_map(|id| tables.groups.get(id)) {
        let Some((&class, name)) =
            group.attribute("classid").and_then(|id| tables.classes.get_key_value(id))
        else {
            continue;
        };
        let is_whole = group.attribute("entireclass") == Some("1");
        let division = group.attribute("divisiontag").unwrap_or_default().to_owned();
        let part = group.attribute("name").unwrap_or_default().to_owned();
        parts.entry((!is_whole).then_some((division, part))).or_default().insert(name.as_str());
        grouped.insert(class);
    }
    for (class, name) in list(lesson, "classids").filter_map(|id| tables.classes.get_key_value(id))
    {
        if !grouped.contains(class) {
            parts.entry(None).or_default().insert(name.as_str());
        }
    }
    parts
}
