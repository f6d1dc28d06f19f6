//! Cards: rows for each, one for each part of classes that attends.

use std::collections::{BTreeMap, BTreeSet};

use super::tables::Tables;
use super::{Element, list, masks};
use crate::diagnostic::Foreign;
use crate::domain::{Group, Period, Slot, WeekLabel};
use crate::exchange::draft::{Draft, Row};
use crate::exchange::kinds;
use crate::exchange::ledger::Ledger;
use crate::exchange::names::Kind;

/// Which classes attend as which part: a division and a part of it, or as a whole.
type Parts<'x> = BTreeMap<Option<(String, String)>, BTreeSet<&'x str>>;

/// Writes the rows of cards that have a time, and rejects the others.
pub(super) fn read(root: Element<'_>, tables: &Tables<'_>, draft: &mut Draft, ledger: &mut Ledger) {
    let mut used = 0;
    for (number, card) in root.within("cards", "card").enumerate() {
        let id = card.attribute("lessonid").unwrap_or_default();
        let Some(lesson) = tables.lessons.get(id) else {
            ledger.note(
                Foreign::ReferenceUnknown { part: "lessonid", name: id.to_owned() },
                card.place(),
            );
            continue;
        };
        match time(card, *lesson) {
            Ok(time) => {
                rows(number, (card, *lesson), &time, tables, draft, ledger);
                used += 1;
            }
            Err(reason) => ledger.reject(reason, card.place()),
        }
    }
    draft.used = Some(used);
    let may: Vec<BTreeSet<&str>> =
        tables.lessons.values().map(|lesson| rooms_of(*lesson, tables)).collect();
    kinds::enter(&may.into_iter().filter(|set| set.len() > 1).collect::<Vec<_>>(), draft);
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
    let wrong = |written: &str, column| Foreign::RowWrong { written: written.to_owned(), column };
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
    let mut write = |kind: Kind, name: &str| draft.names.write(kind, name, || card.place(), ledger);
    let subject = lesson.attribute("subjectid").and_then(|id| tables.subjects.get(id));
    let subject = write(Kind::Subject, subject.map_or("?", String::as_str));
    let teachers: Vec<String> = list(lesson, "teacherids")
        .filter_map(|id| tables.teachers.get(id))
        .map(|name| write(Kind::Teacher, name))
        .collect();
    let rooms: Vec<String> = list(card, "classroomids")
        .filter_map(|id| tables.rooms.get(id))
        .map(|name| write(Kind::Room, name))
        .collect();
    let lesson = write(Kind::Lesson, id);
    let week =
        time.week.and_then(|week| char::from_u32(u32::from('A') + u32::try_from(week).ok()?));
    for (part, classes) in parts {
        let group = part.map(|(division, part)| Group {
            division: if division.is_empty() {
                "".into()
            } else {
                write(Kind::Division, &division).as_str().into()
            },
            part: write(Kind::Part, &part).as_str().into(),
        });
        draft.rows.push(Row {
            classes: classes
                .into_iter()
                .map(|name| write(Kind::Class, name).as_str().into())
                .collect(),
            group,
            subject: subject.as_str().into(),
            teachers: teachers.iter().map(|name| name.as_str().into()).collect(),
            rooms: rooms.iter().map(|name| name.as_str().into()).collect(),
            start: time.start,
            length: time.length,
            week: week.map(|week| WeekLabel::from(week.to_string().as_str())),
            lesson: Some(lesson.clone()),
            locked: is_invented,
            source: number.to_string(),
        });
    }
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
