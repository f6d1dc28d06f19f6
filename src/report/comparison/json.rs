//! JSON, for programs: the answer of `compare`. Keys in the order of the format's description.

use itertools::Itertools as _;
use serde_json::{Value, json};

use super::super::json::{found, joined, known, written};
use super::super::words::Naming;
use super::Compared;
use crate::domain::{ClassName, Language};
use crate::scenario::{Cell, Comparison, Effect, Joint, RoomLoad, Row};

/// The answer.
#[must_use]
pub fn json(compared: Compared<'_>, language: Language) -> String {
    let Compared { school, comparison } = compared;
    let naming = &Naming::new(school, language);
    let rows = comparison.rows.as_ref();
    let common = comparison.common.as_ref();
    written(&known(json!({
        "rows": rows.map(|rows| rows.iter().flat_map(|row| of_row(row, naming)).collect_vec()),
        "joint": comparison.joint.as_ref().map(|joint| together(joint, naming)),
        "common": common.map(|cells| cells.iter().map(|cell| asked(cell, naming)).collect_vec()),
        "rooms": rooms(comparison),
    })))
}

/// What is known of each day of a class or a pupil.
fn of_row(row: &Row, naming: &Naming<'_>) -> Vec<Value> {
    let who = known(json!({
        "pupil": row.pupil.as_ref().map(ToString::to_string),
        "class": row.class.as_str(),
    }));
    row.cells.iter().map(|cell| joined([who.clone(), asked(cell, naming)])).collect()
}

fn asked(cell: &Cell, naming: &Naming<'_>) -> Value {
    joined([
        json!({ "away": cell.away.written }),
        found(&cell.answer, naming),
        cell.effect.as_ref().map_or(Value::Null, done),
    ])
}

fn done(effect: &Effect) -> Value {
    json!({
        "changed_lessons": effect.changed_lessons,
        "classes_touched": effect.classes,
        "teachers_touched": effect.teachers,
        "desired_missed": effect.desired_missed,
    })
}

fn together(joint: &Joint, naming: &Naming<'_>) -> Value {
    let given = joint
        .away
        .iter()
        .map(|(class, away)| json!({ "class": class.as_str(), "away": away.written }));
    let away = joint.effect.is_some().then(|| given.collect_vec());
    joined([found(&joint.answer, naming), known(json!({ "away": away }))])
}

/// Special rooms on a day, where a cell's proposal changes how full they are.
fn rooms(comparison: &Comparison) -> Vec<Value> {
    let rows = comparison.rows.iter().flatten();
    let of_rows = rows.flat_map(|row| row.cells.iter().map(|cell| (Some(&row.class), cell)));
    let common = comparison.common.iter().flatten().map(|cell| (None, cell));
    let loads = of_rows.chain(common).flat_map(|(class, cell)| {
        let loads = cell.effect.iter().flat_map(|effect| &effect.rooms);
        loads.map(move |load| room(class, cell, load))
    });
    loads.collect()
}

fn room(class: Option<&ClassName>, cell: &Cell, load: &RoomLoad) -> Value {
    known(json!({
        "class": class.map(ClassName::as_str),
        "away": cell.away.written,
        "kind": load.kind.as_str(),
        "day": load.day.code(),
        "before": load.before,
        "load": load.load,
        "capacity": load.capacity,
    }))
}
