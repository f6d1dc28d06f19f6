//! GPU003 to GPU006 and GPU016: which names there are, which rooms stand in for one another, who is when away.

use std::collections::{BTreeMap, BTreeSet};

use super::file;
use super::slot::slot;
use crate::diagnostic::{Field, Foreign, Location};
use crate::domain::{RoomKind, RoomName, Slot, TeacherName};
use crate::import::draft::Draft;
use crate::import::joined::Joined;
use crate::import::ledger::Ledger;
use crate::import::lines::Lines;
use crate::import::names::Kind;
use crate::import::original::Original;

/// The columns of GPU004 that are about persons, and what they hold.
const PERSONAL: [(usize, Field); 9] = [
    (2, Field::Surname),
    (4, Field::PersonnelNumber),
    (29, Field::FirstName),
    (31, Field::Gender),
    (33, Field::Email),
    (37, Field::PersonnelNumber),
    (39, Field::Phone),
    (40, Field::Mobile),
    (41, Field::BirthDate),
];
/// The column of GPU005 with the room that stands in for another.
const ALTERNATIVE: usize = 3;
/// The time request that nothing overrides.
const NEVER: &str = "-3";

/// What the files besides the plan say.
#[derive(Default)]
pub(super) struct Masters {
    /// The names of each kind; none where there is no such file.
    names: BTreeMap<Kind, BTreeSet<String>>,
    /// Pairs of rooms.
    alternatives: Vec<(String, String)>,
    away: BTreeMap<(Kind, String), BTreeSet<Slot>>,
}

/// Reads the files that are there.
pub(super) fn read(originals: &[Original], ledger: &mut Ledger) -> Masters {
    let mut masters = Masters::default();
    for (number, kind) in
        [(3, Kind::Class), (4, Kind::Teacher), (5, Kind::Room), (6, Kind::Subject)]
    {
        let Some(original) = file(originals, number) else { continue };
        let Some(lines) = Lines::read(original, ledger) else { continue };
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        for line in lines.all() {
            let name = line.cell(1).into_owned();
            if let Some(&first) = seen.get(&name) {
                ledger.note(
                    Foreign::IdRepeated { name: name.clone(), line: first },
                    line.location(1),
                );
            }
            let alternative = line.cell(ALTERNATIVE);
            if kind == Kind::Room && !alternative.is_empty() {
                masters.alternatives.push((name.clone(), alternative.into_owned()));
            }
            seen.entry(name).or_insert(line.number());
        }
        masters.names.insert(kind, seen.into_keys().collect());
        if kind == Kind::Teacher {
            report_personal(&lines, original, ledger);
        }
    }
    if let Some(lines) = file(originals, 16).and_then(|original| Lines::read(original, ledger)) {
        masters.read_requests(&lines, ledger);
    }
    masters
}

fn report_personal(lines: &Lines, original: &Original, ledger: &mut Ledger) {
    let is_filled =
        |(column, _): &&(usize, Field)| lines.all().any(|line| !line.cell(*column).is_empty());
    let mut columns: Vec<Field> =
        PERSONAL.iter().filter(is_filled).map(|(_, field)| field.clone()).collect();
    columns.dedup();
    if !columns.is_empty() {
        let location = Location::file(&original.name);
        ledger.note(Foreign::PersonalDropped { columns }, location.clone());
        ledger.note(Foreign::OriginalNotKept, location);
    }
}

impl Masters {
    fn read_requests(&mut self, lines: &Lines, ledger: &mut Ledger) {
        let mut wishes: BTreeMap<bool, (Location, Vec<String>)> = BTreeMap::new();
        for line in lines.all() {
            let kind = match &*line.cell(1) {
                "L" => Some(Kind::Teacher),
                "R" => Some(Kind::Room),
                _ => None,
            };
            let (name, is_hard) = (line.cell(2).into_owned(), line.cell(5) == NEVER);
            match (kind.filter(|_| is_hard), slot(&line.cell(3), &line.cell(4))) {
                (_, None) => {
                    let written = format!("{} {}", line.cell(3), line.cell(4));
                    ledger
                        .note(Foreign::RowWrong { written, column: Field::Slot }, line.location(3));
                }
                (Some(kind), Some(slot)) => {
                    self.away.entry((kind, name)).or_default().insert(slot);
                }
                (None, Some(slot)) => {
                    let wish =
                        wishes.entry(is_hard).or_insert_with(|| (line.location(5), Vec::new()));
                    wish.1.push(format!("{} {name} {slot} {}", line.cell(1), line.cell(5)));
                }
            }
        }
        for (hard, (location, names)) in wishes {
            ledger.note(Foreign::RuleUnmapped { kind: "GPU016".to_owned(), names, hard }, location);
        }
    }

    /// Whether there is a list of a kind and a name is not on it.
    pub(super) fn lack(&self, kind: Kind, name: &str) -> bool {
        self.names.get(&kind).is_some_and(|names| !names.contains(name))
    }

    /// Enters what is known of teachers and rooms.
    pub(super) fn enter(&self, draft: &mut Draft, ledger: &mut Ledger) {
        for (room, kind) in self.kinds() {
            let name = draft.names.write(Kind::Room, &room, Location::default, ledger);
            draft.rooms.entry(RoomName::from(name.as_str())).or_default().kind =
                Some(RoomKind::from(kind.as_str()));
        }
        for ((kind, name), slots) in &self.away {
            let name = draft.names.write(*kind, name, Location::default, ledger);
            if *kind == Kind::Teacher {
                draft
                    .teachers
                    .entry(TeacherName::from(name.as_str()))
                    .or_default()
                    .unavailable
                    .extend(slots);
            } else {
                draft
                    .rooms
                    .entry(RoomName::from(name.as_str()))
                    .or_default()
                    .unavailable
                    .extend(slots);
            }
        }
    }

    /// The kind of each room that is an alternative or has one: the first of all the rooms that are linked so.
    fn kinds(&self) -> BTreeMap<String, String> {
        let mut joined = Joined::default();
        for (one, other) in &self.alternatives {
            joined.join([one.clone(), other.clone()]);
        }
        let kind =
            |set: Vec<String>| set.clone().into_iter().map(move |room| (room, set[0].clone()));
        joined.sets().into_iter().flat_map(kind).collect()
    }
}
