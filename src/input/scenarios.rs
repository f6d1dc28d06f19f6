//! A file of scenarios: pupils who join, leave or change, each scenario continuing the school or another one.

use std::collections::{BTreeMap, BTreeSet};

use super::apprentices::Reader;
use super::away;
use super::cells::columns::Column;
use super::cells::findings::Findings;
use super::cells::row::{Cell, Row, shortened};
use super::cells::table::Table;
use super::cells::text::{fold, plain};
use super::names::nearest_pupil;
use super::value;
use crate::diagnostic::Fault;
use crate::domain::{Apprentice, PupilKey, Scenario, ScenarioName};

const JOIN: [&str; 7] = ["join", "joins", "ny", "kommer", "begynder", "borjar", "tilmeldt"];
const LEAVE: [&str; 6] = ["leave", "leaves", "stopper", "slutter", "slutar", "udmeldt"];
/// The largest weight of a scenario.
const MOST_WEIGHT: u32 = 1000;
const MOVE: [&str; 7] = ["move", "moves", "skifter", "flytter", "byter", "flyttar", "flyt"];

#[derive(Clone, Copy)]
enum Change {
    Join,
    Leave,
    Move,
}

/// The rows about one scenario.
struct Draft<'t> {
    name: ScenarioName,
    line: u32,
    after: Option<Cell<'t>>,
    weight: Option<u32>,
    rows: Vec<Row<'t>>,
}

/// Reads the scenarios, in the order in which they are first named.
pub(super) fn read(
    table: &Table,
    reader: &mut Reader<'_, '_>,
    school: &[Apprentice],
    findings: &mut Findings,
) -> Vec<Scenario> {
    let drafts = drafts(table, findings);
    let order = order(&drafts, findings);
    let mut casts: BTreeMap<usize, Vec<Apprentice>> = BTreeMap::new();
    for position in order {
        let before = drafts[position].after.as_ref().and_then(|after| find(&drafts, after));
        let cast = before.and_then(|before| casts.get(&before)).map_or(school, Vec::as_slice);
        let mut cast = cast.to_vec();
        for row in &drafts[position].rows {
            change(&mut cast, row, reader, findings);
        }
        report_apart(&cast, &drafts[position], findings);
        casts.insert(position, cast);
    }
    let named = |(position, apprentices): (usize, Vec<Apprentice>)| Scenario {
        name: drafts[position].name.clone(),
        after: drafts[position]
            .after
            .as_ref()
            .and_then(|after| find(&drafts, after))
            .map(|before| drafts[before].name.clone()),
        apprentices,
        weight: drafts[position].weight.unwrap_or(1),
    };
    casts.into_iter().map(named).collect()
}

fn drafts<'t>(table: &'t Table, findings: &mut Findings) -> Vec<Draft<'t>> {
    let mut drafts: Vec<Draft<'t>> = Vec::new();
    table.understand_rows(findings, |row, findings| {
        let cell = row.needed(Column::Scenario, findings)?;
        let (name, line, after) = (cell.text.as_ref(), row.line, row.cell(Column::After));
        let written = row.cell(Column::Weight);
        let weight = value::number(written.as_ref(), 1, MOST_WEIGHT, findings);
        let known = drafts.iter_mut().find(|draft| fold(draft.name.as_str()) == fold(name));
        let Some(draft) = known else {
            let name = ScenarioName::from(name);
            drafts.push(Draft { name, line, after, weight, rows: vec![row] });
            return Some(());
        };
        let disagree = || Fault::LinesDisagree { name: draft.name.to_string(), line: draft.line };
        match (&draft.after, after) {
            (Some(before), Some(after)) if fold(&before.text) != fold(&after.text) => {
                findings.report(disagree(), after.location());
            }
            (None, Some(after)) => draft.after = Some(after),
            _ => {}
        }
        if draft.weight.is_some_and(|before| weight.is_some_and(|weight| weight != before)) {
            findings.report(disagree(), row.location());
        }
        draft.weight = draft.weight.or(weight);
        draft.rows.push(row);
        Some(())
    });
    drafts
}

fn find(drafts: &[Draft<'_>], after: &Cell<'_>) -> Option<usize> {
    drafts.iter().position(|draft| fold(draft.name.as_str()) == fold(&after.text))
}

/// The places of the scenarios, each after the one that it continues; reports those that continue nothing, or themselves.
fn order(drafts: &[Draft<'_>], findings: &mut Findings) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    for (position, draft) in drafts.iter().enumerate() {
        let (mut path, mut next) = (Vec::new(), Some(position));
        while let Some(here) = next.filter(|here| !order.contains(here)) {
            if path.contains(&here) {
                let scenario = draft.name.to_string();
                if let Some(after) = &draft.after {
                    findings.report(Fault::ScenarioCircular { scenario }, after.location());
                }
                break;
            }
            path.push(here);
            next = drafts[here].after.as_ref().and_then(|after| find(drafts, after));
        }
        order.extend(path.into_iter().rev());
        if let Some(after) = draft.after.as_ref().filter(|after| find(drafts, after).is_none()) {
            report_unknown(drafts, after, findings);
        }
    }
    order
}

fn report_unknown(drafts: &[Draft<'_>], after: &Cell<'_>, findings: &mut Findings) {
    let folded: Vec<String> = drafts.iter().map(|draft| fold(draft.name.as_str())).collect();
    let nearest = findings.nearest(&fold(&after.text), folded.iter().map(String::as_str));
    let nearest = nearest.map(ToOwned::to_owned);
    let scenario = shortened(&after.text);
    findings.report(Fault::ScenarioUnknown { scenario, nearest }, after.location());
}

/// Does to `cast` what a row says.
fn change(
    cast: &mut Vec<Apprentice>,
    row: &Row<'_>,
    reader: &mut Reader<'_, '_>,
    findings: &mut Findings,
) {
    let change = row.needed(Column::Change, findings).and_then(|cell| kind(&cell, findings));
    let pupil = row.needed(Column::Pupil, findings);
    let (Some(change), Some(cell)) = (change, pupil) else { return };
    let wanted = fold(&cell.text);
    let known = cast.iter().position(|one| fold(one.pupil.as_str()) == wanted);
    match (change, known) {
        (Change::Join, Some(_)) => {
            let pupil = cell.text.to_string();
            findings.report(Fault::PupilPresent { pupil }, cell.location());
        }
        (Change::Join, None) => {
            let pupil = PupilKey::from(cell.text.as_ref());
            cast.extend(reader.read_change(row, pupil, None, findings));
        }
        (Change::Leave, Some(position)) => {
            cast.remove(position);
        }
        (Change::Move, Some(position)) => {
            let known = cast[position].clone();
            let pupil = known.pupil.clone();
            if let Some(changed) = reader.read_change(row, pupil, Some(&known), findings) {
                cast[position] = changed;
            }
        }
        (Change::Leave | Change::Move, None) => {
            let nearest = nearest_pupil(&cell.text, cast, findings);
            let pupil = cell.text.to_string();
            findings.report(Fault::PupilUnknown { pupil, nearest }, cell.location());
        }
    }
}

fn kind(cell: &Cell<'_>, findings: &mut Findings) -> Option<Change> {
    let word = plain(&cell.text);
    let word = word.as_str();
    let kinds = [(&JOIN[..], Change::Join), (&LEAVE, Change::Leave), (&MOVE, Change::Move)];
    let kind = kinds.into_iter().find(|(words, _)| words.contains(&word)).map(|(_, kind)| kind);
    if kind.is_none() {
        let written = shortened(&cell.text);
        findings.report(Fault::ChangeUnknown { written }, cell.location());
    }
    kind
}

/// Reports pupils with one label and different alternatives, on the scenario's first row.
fn report_apart(cast: &[Apprentice], draft: &Draft<'_>, findings: &mut Findings) {
    let mut told = BTreeSet::new();
    for (position, pupil) in cast.iter().enumerate() {
        let label = pupil.together.as_ref();
        let earlier =
            cast[..position].iter().find(|one| label.is_some() && one.together == pupil.together);
        let (Some(first), Some(label), Some(row)) = (earlier, label, draft.rows.first()) else {
            continue;
        };
        let differ = !away::are_same(&first.alternatives, &pupil.alternatives);
        if differ && told.insert(label) {
            let (label, other) = (label.to_string(), first.pupil.to_string());
            let fault = Fault::TogetherDiffers { label, pupil: other, line: first.line };
            findings.report(fault, row.location());
        }
    }
}
