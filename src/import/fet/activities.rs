//! Activities: a row for each that has a place.

use std::collections::{BTreeMap, BTreeSet};

use super::limits::Limits;
use super::placed::{Booked, Placed};
use super::students::Students;
use super::{Element, Week, is_active, is_hard};
use crate::diagnostic::{Field, Foreign};
use crate::domain::{ApartLabel, LessonName, WeekLabel};
use crate::import::cycle::label;
use crate::import::draft::{Draft, DraftRow};
use crate::import::ledger::Ledger;
use crate::import::names::{Kind, Scribe};

/// What is known besides the activities.
type Known<'k, 'x> = (&'k Week, &'k Students<'x>, &'k Placed, &'k Limits);

/// Writes the rows, and rejects activities without a place.
pub(super) fn read(
    root: Element<'_>,
    known: Known<'_, '_>,
    draft: &mut Draft,
    ledger: &mut Ledger,
) {
    let coupled = coupled(root, known.2);
    let lists = Lists {
        subjects: names(root, "Subjects_List", "Subject", ledger),
        teachers: names(root, "Teachers_List", "Teacher", ledger),
        rooms: names(root, "Rooms_List", "Room", ledger),
    };
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut invented, mut used) = (Vec::new(), 0);
    for activity in root.within("Activities_List", "Activity") {
        let Some(id) = activity.text_of("Id") else {
            ledger.note(Foreign::PartMissing { part: "Id".to_owned() }, activity.location());
            continue;
        };
        if let Some(line) = seen.insert(id, activity.line()) {
            ledger.note(Foreign::IdRepeated { name: id.to_owned(), line }, activity.location());
        }
        let Some(booked) = usable(activity, id, known.2, ledger) else { continue };
        lists.report_unknown(activity, &booked, ledger);
        let lesson = coupled.get(id).map_or(id, String::as_str);
        let rows = rows(activity, (id, lesson), &booked, known, draft, ledger);
        used += usize::from(rows.is_some());
        draft.rows.extend(rows.into_iter().flatten());
        invented.extend(activity.first("Students").is_none().then_some(activity));
    }
    draft.used = Some(used);
    if let Some(first) = invented.first() {
        ledger.note(Foreign::ClassesInvented { count: invented.len() }, first.location());
    }
}

/// The names that activities may use.
struct Lists<'x> {
    subjects: BTreeSet<&'x str>,
    teachers: BTreeSet<&'x str>,
    rooms: BTreeSet<&'x str>,
}

impl Lists<'_> {
    fn report_unknown(&self, activity: Element<'_>, booked: &Booked, ledger: &mut Ledger) {
        for (part, element, known) in [
            (Field::Subject, "Subject", &self.subjects),
            (Field::Teacher, "Teacher", &self.teachers),
        ] {
            for one in activity.all(element).filter(|one| !known.contains(one.text())) {
                let name = one.text().to_owned();
                let part = part.clone();
                ledger.note(Foreign::ReferenceUnknown { part, name }, one.location());
            }
        }
        if let Some(room) = booked.room.as_deref().filter(|room| !self.rooms.contains(room)) {
            let fault = Foreign::ReferenceUnknown { part: Field::Room, name: room.to_owned() };
            ledger.note(fault, activity.location());
        }
    }
}

fn usable(activity: Element<'_>, id: &str, placed: &Placed, ledger: &mut Ledger) -> Option<Booked> {
    let booked = placed.of(id);
    let reason = match &booked {
        _ if !is_active(activity) => Foreign::RowIgnored,
        None => Foreign::RowUnplaced,
        Some(_) if activity.text_of("Subject").is_none() => {
            Foreign::RowIncomplete { column: Field::Subject }
        }
        Some(_) => return booked,
    };
    ledger.reject(reason, activity.location());
    None
}

fn names<'x>(root: Element<'x>, list: &str, name: &str, ledger: &mut Ledger) -> BTreeSet<&'x str> {
    let mut lines: BTreeMap<&str, u32> = BTreeMap::new();
    for element in root.within(list, name) {
        let Some(own) = element.text_of("Name") else { continue };
        if let Some(line) = lines.insert(own, element.line()) {
            ledger.note(Foreign::IdRepeated { name: own.to_owned(), line }, element.location());
        }
    }
    lines.into_keys().collect()
}
fn rows(
    activity: Element<'_>,
    (id, lesson): (&str, &str),
    booked: &Booked,
    (week, students, placed, limits): Known<'_, '_>,
    draft: &mut Draft,
    ledger: &mut Ledger,
) -> Option<Vec<DraftRow>> {
    if let Some(set) = activity.all("Students").find(|set| !students.has(set.text())) {
        let name = set.text().to_owned();
        ledger.note(Foreign::ReferenceUnknown { part: Field::Pupils, name }, set.location());
        return None;
    }
    let length = duration(activity, ledger)?;
    let attending = students.attending(activity);
    let mut classes: BTreeSet<String> =
        attending.classes.iter().map(|&class| class.to_owned()).collect();
    let is_invented = classes.is_empty() && attending.parts.is_empty();
    if is_invented {
        classes.insert(format!("x{id}"));
    }
    let location = || activity.location();
    let mut scribe = Scribe { names: &mut draft.names, ledger, location: &location };
    let whole = DraftRow {
        classes: scribe.all(Kind::Class, &classes),
        group: None,
        subject: scribe.one(Kind::Subject, activity.text_of("Subject")?),
        teachers: scribe.all(Kind::Teacher, activity.all("Teacher").map(Element::text)),
        rooms: scribe.all(Kind::Room, &booked.room),
        start: booked.slot,
        length,
        week: (week.weeks() > 1).then(|| WeekLabel::from(label(booked.week).as_str())),
        lesson: Some(scribe.one::<LessonName>(Kind::Lesson, lesson).to_string()),
        locked: is_invented || placed.is_locked(id, booked) || limits.is_locked(id),
        allowed: limits.allowed(id).cloned(),
        apart: limits.apart(id).map(ApartLabel::from),
        source: id.to_owned(),
    };
    // Parts of classes are rows of their own, of one lesson.
    let parts = attending.parts.iter().map(|(class, part)| DraftRow {
        classes: scribe.all(Kind::Class, [*class]),
        group: Some(scribe.group(&part.division, &part.name)),
        ..whole.clone()
    });
    let parts: Vec<DraftRow> = parts.collect();
    let whole = Some(whole).filter(|whole| !whole.classes.is_empty());
    Some(whole.into_iter().chain(parts).collect())
}

fn duration(activity: Element<'_>, ledger: &mut Ledger) -> Option<u8> {
    let written = activity.text_of("Duration").unwrap_or("1");
    let length = written.parse().ok().filter(|length| (1..=99).contains(length));
    if length.is_none() {
        let (written, part) = (written.to_owned(), "Duration".to_owned());
        ledger.note(Foreign::ValueWrong { written, part }, activity.location());
    }
    length
}

/// What couples the activities that must start together and do.
fn coupled(root: Element<'_>, placed: &Placed) -> BTreeMap<String, String> {
    let mut coupled = BTreeMap::new();
    let rules = root.within("Time_Constraints_List", "ConstraintActivitiesSameStartingTime");
    for rule in rules.filter(|rule| is_active(*rule) && is_hard(*rule)) {
        let mut at: BTreeMap<_, Vec<&str>> = BTreeMap::new();
        for id in rule.all("Activity_Id").map(Element::text) {
            if let Some(booked) = placed.of(id) {
                at.entry((booked.week, booked.slot)).or_default().push(id);
            }
        }
        for ids in at.into_values().filter(|ids| ids.len() > 1) {
            let known = ids.iter().find_map(|id| coupled.get(*id)).cloned();
            let name = known.unwrap_or_else(|| format!("{}*", ids[0]));
            coupled.extend(ids.into_iter().map(|id| (id.to_owned(), name.clone())));
        }
    }
    // One right after the other is a lesson of several periods.
    let rules = root.within("Time_Constraints_List", "ConstraintTwoActivitiesConsecutive");
    for rule in rules.filter(|rule| is_active(*rule) && is_hard(*rule)) {
        let ids = ["First_Activity_Id", "Second_Activity_Id"].map(|part| rule.text_of(part));
        let [Some(first), Some(second)] = ids else { continue };
        let name = coupled.get(first).cloned().unwrap_or_else(|| format!("{first}*"));
        for id in [first, second] {
            coupled.insert(id.to_owned(), name.clone());
        }
    }
    coupled
}
