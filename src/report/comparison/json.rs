//! JSON, for programs: the answer of `compare`. Keys in the order of the format's description.

use serde::Serialize;

use super::super::json::{Known, written};
use super::super::words::Naming;
use super::Compared;
use crate::domain::Language;
use crate::scenario::{Cell, Comparison, Effect, Joint, RoomLoad, Row};

/// The answer.
#[must_use]
pub fn json(compared: Compared<'_>, language: Language) -> String {
    let Compared { school, comparison } = compared;
    let naming = Naming::new(school, language);
    let rows = comparison.rows.as_ref();
    let of_row = |row: &Row| -> Vec<Asked> {
        row.cells.iter().map(|cell| Asked::of_row(row, cell, &naming)).collect()
    };
    let common = comparison.common.as_ref();
    written(&Answers {
        rows: rows.map(|rows| rows.iter().flat_map(of_row).collect()),
        joint: comparison.joint.as_ref().map(|joint| Together::new(joint, &naming)),
        common: common.map(|cells| cells.iter().map(|cell| Asked::new(cell, &naming)).collect()),
        rooms: rooms(comparison),
    })
}

#[derive(Serialize)]
struct Answers {
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<Vec<Asked>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    joint: Option<Together>,
    #[serde(skip_serializing_if = "Option::is_none")]
    common: Option<Vec<Asked>>,
    rooms: Vec<Room>,
}

#[derive(Serialize)]
struct Asked {
    #[serde(skip_serializing_if = "Option::is_none")]
    pupil: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<String>,
    away: String,
    #[serde(flatten)]
    known: Known,
    #[serde(flatten)]
    done: Option<Done>,
}

#[derive(Serialize)]
struct Together {
    #[serde(flatten)]
    known: Known,
    #[serde(skip_serializing_if = "Option::is_none")]
    away: Option<Vec<Given>>,
}

#[derive(Serialize)]
struct Done {
    changed_lessons: usize,
    classes_touched: usize,
    teachers_touched: usize,
    desired_missed: usize,
}

#[derive(Serialize)]
struct Given {
    class: String,
    away: String,
}

/// Special rooms on a day, where a cell's proposal changes how full they are.
#[derive(Serialize)]
struct Room {
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<String>,
    away: String,
    kind: String,
    day: &'static str,
    before: u32,
    load: u32,
    capacity: u32,
}

impl Asked {
    fn new(cell: &Cell, naming: &Naming<'_>) -> Self {
        Self {
            pupil: None,
            class: None,
            away: cell.away.written.clone(),
            known: Known::new(&cell.answer, naming),
            done: cell.effect.as_ref().map(Done::new),
        }
    }

    fn of_row(row: &Row, cell: &Cell, naming: &Naming<'_>) -> Self {
        let pupil = row.pupil.as_ref().map(ToString::to_string);
        Self { pupil, class: Some(row.class.to_string()), ..Self::new(cell, naming) }
    }
}

impl Done {
    const fn new(effect: &Effect) -> Self {
        Self {
            changed_lessons: effect.changed_lessons,
            classes_touched: effect.classes,
            teachers_touched: effect.teachers,
            desired_missed: effect.desired_missed,
        }
    }
}

impl Together {
    fn new(joint: &Joint, naming: &Naming<'_>) -> Self {
        let given = joint
            .away
            .iter()
            .map(|(class, away)| Given { class: class.to_string(), away: away.written.clone() });
        Self {
            known: Known::new(&joint.answer, naming),
            away: joint.effect.is_some().then(|| given.collect()),
        }
    }
}

fn rooms(comparison: &Comparison) -> Vec<Room> {
    let rows = comparison.rows.iter().flatten();
    let of_rows = rows.flat_map(|row| row.cells.iter().map(|cell| (Some(&row.class), cell)));
    let common = comparison.common.iter().flatten().map(|cell| (None, cell));
    let of_cell = |(class, cell): (Option<&crate::domain::ClassName>, &Cell)| -> Vec<Room> {
        let loads = cell.effect.iter().flat_map(|effect| &effect.rooms);
        let room = |load: &RoomLoad| Room {
            class: class.map(ToString::to_string),
            away: cell.away.written.clone(),
            kind: load.kind.to_string(),
            day: load.day.code(),
            before: load.before,
            load: load.load,
            capacity: load.capacity,
        };
        loads.map(room).collect()
    };
    of_rows.chain(common).flat_map(of_cell).collect()
}
