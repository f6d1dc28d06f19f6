//! Activities: a row for each that has a place.

use std::collections::{BTreeMap, BTreeSet};

use super::placed::{Booked, Placed};
use super::students::Students;
use super::{Element, Week, is_active, is_hard};
use crate::diagnostic::Foreign;
use crate::domain::{Group, WeekLabel};
use crate::exchange::draft::{Draft, Row};
use crate::exchange::ledger::Ledger;
use crate::exchange::names::Kind;

/// What is known besides the activities.
type Known<'k> = (&'k Week, &'k Students, &'k Placed);

/// Writes the rows, and rejects activities without a place.
pub(super) fn read(root: Element<'_>, known: Known<'_>, draft: &mut Draft, ledger: &mut Ledger) {
    let coupled = coupled(root, known.2);
    let subjects = names(root, "Subjects_List", "Subject", ledger);
    let teachers = names(root, "Teachers_List", "Teacher", ledger);
    let rooms = names(root, "Rooms_List", "Room", ledger);
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for activity in root.within("Activities_List", "Activity") {
        let Some(id) = activity.text_of("Id") else {
            ledger.note(Foreign::PartMissing { part: "Id".to_owned() }, activity.place());
            continue;
        };
        if let Some(line) = seen.insert(id, activity.line()) {
            ledger.note(Foreign::IdRepeated { name: id.to_owned(), line }, activity.place());
        }
        for (part, known) in [("Subject", &subjects), ("Teacher", &teachers)] {
            for one in activity.all(part).filter(|one| !known.contains(one.text())) {
                ledger.note(
                    Foreign::ReferenceUnknown { part, name: one.text().to_owned() },
                    one.place(),
                );
            }
        }
        let Some(booked) = usable(activity, id, known.2, ledger) else { continue };
        if let Some(room) = booked.room.as_deref().filter(|room| !rooms.contains(room)) {
            let fault = Foreign::ReferenceUnknown { part: "Room", name: room.to_owned() };
            ledger.note(fault, activity.place());
        }
        let lesson = coupled.get(id).map_or(id, String::as_str);
        if let Some(row) = row(activity, (id, lesson), &booked, known, draft, ledger) {
            draft.rows.push(row);
        }
    }
}

fn usable(activity: Element<'_>, id: &str, placed: &Placed, ledger: &mut Ledger) -> Option<Booked> {
    let booked = placed.of(id);
    let reason = match &booked {
        _ if !is_active(activity) => Foreign::RowIgnored,
        None => Foreign::RowUnplaced,
        Some(_) if activity.text_of("Subject").is_none() => {
            Foreign::RowIncomplete { column: "Subject" }
        }
        Some(_) => return booked,
    };
    ledger.reject(reason, activity.place());
    None
}

fn names<'x>(root: Element<'x>, list: &str, name: &str, ledger: &mut Ledger) -> BTreeSet<&'x str> {
    let mut lines: BTreeMap<&str, u32> = BTreeMap::new();
    for element in root.within(list, name) {
        let Some(own) = element.text_of("Name") else { continue };
        if let Some(line) = lines.insert(own, element.line()) {
            ledger.note(Foreign::IdRepeated { name: own.to_owned(), line }, element.place());
        }
    }
    lines.into_keys().collect()
}

fn row(
    activity: Element<'_>,
    (id, lesson): (&str, &str),
    booked: &Booked,
    (week, students, placed): Known<'_>,
    draft: &mut Draft,
    ledger: &mut Ledger,
) -> Option<Row> {
    let mut classes: BTreeSet<String> = BTreeSet::new();
    let mut parts: BTreeSet<(String, String)> = BTreeSet::new();
    for set in activity.all("Students") {
        let Some(known) = students.get(set.text()) else {
            ledger.note(
                Foreign::ReferenceUnknown { part: "Students", name: set.text().to_owned() },
                set.place(),
            );
            return None;
        };
        classes.extend(known.classes.iter().cloned());
        parts.extend(known.part.clone());
    }
    let duration = activity.text_of("Duration").unwrap_or("1");
    let Some(length) = duration.parse().ok().filter(|length| (1..=99).contains(length)) else {
        let fault =
            Foreign::ValueWrong { written: duration.to_owned(), part: "Duration".to_owned() };
        ledger.note(fault, activity.place());
        return None;
    };
    let mut write =
        |kind: Kind, name: &str| draft.names.write(kind, name, || activity.place(), ledger);
    let is_invented = classes.is_empty();
    if is_invented {
        classes.insert(format!("x{id}"));
    }
    // Several groups at once are no one part: the class as a whole is busy.
    let part = parts.into_iter().next().filter(|_| activity.all("Students").count() == 1);
    let group = part.map(|(division, part)| Group {
        division: if division.is_empty() {
            "".into()
        } else {
            write(Kind::Division, &division).as_str().into()
        },
        part: write(Kind::Part, &part).as_str().into(),
    });
    let label = (week.weeks() > 1)
        .then(|| char::from(b'A' + u8::try_from(booked.week).unwrap_or(25).min(25)));
    Some(Row {
        classes: classes.iter().map(|name| write(Kind::Class, name).as_str().into()).collect(),
        group,
        subject: write(Kind::Subject, activity.text_of("Subject")?).as_str().into(),
        teachers: activity
            .all("Teacher")
            .map(|one| write(Kind::Teacher, one.text()).as_str().into())
            .collect(),
        rooms: booked.room.iter().map(|room| write(Kind::Room, room).as_str().into()).collect(),
        start: booked.slot,
        length,
        week: label.map(|label| WeekLabel::from(label.to_string().as_str())),
        lesson: Some(write(Kind::Lesson, lesson)),
        locked: is_invented || placed.is_locked(id, booked),
        source: id.to_owned(),
    })
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
    coupled
}
