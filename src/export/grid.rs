//! Grids with their lessons where a proposal has them: the workbook as it came, the cells that changed marked.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools as _;

use super::Exported;
use super::marked::{Edit, marked};
use crate::diagnostic::{Fault, Foreign, Lack, Location};
use crate::domain::Slot;
use crate::import::grid::{Layout, SheetPlace, Texts, Told, layout};
use crate::import::lines::delimiter;
use crate::import::names::{Kind, Names};
use crate::import::page::Page;
use crate::import::rebooked::Rebooked;
use crate::import::{Choices, Ledger, Original};

/// New texts by row and column, from 0.
type Cells = BTreeMap<(usize, usize), String>;

/// What stands in a seat, lesson by lesson, each with the label of its week.
type Contents = BTreeMap<(usize, Slot), Vec<(Option<String>, Texts)>>;

/// The files that change: the first alone, the others beside it.
pub(super) fn export(
    originals: &[Original],
    choices: &Choices,
    rebooked: &[Rebooked],
    names: &Names,
    ledger: &mut Ledger,
) -> Option<Exported> {
    let told = match &choices.map {
        Some(map) => Told::read(map, ledger)?,
        None => Told::default(),
    };
    let Some(layout) = layout(originals, &told, &mut Ledger::default()) else {
        ledger.note(
            Foreign::Unwritable { reason: Lack::Columns },
            Location::file(&originals.first()?.name),
        );
        return None;
    };
    let edits = edits(&layout, rebooked, names, ledger)?;
    let changed: BTreeSet<&str> = edits.keys().map(|place| place.file.as_str()).collect();
    let mut written = originals
        .iter()
        .filter(|original| changed.is_empty() || changed.contains(original.name.as_str()));
    let own = |original: &Original| -> BTreeMap<&str, &Cells> {
        let of_file = edits.iter().filter(|(place, _)| place.file == original.name);
        of_file.map(|(place, cells)| (place.sheet.as_deref().unwrap_or(""), cells)).collect()
    };
    let first = written.next()?;
    if written.next().is_some() {
        // One file is what an export writes; which of several is meant nobody said.
        ledger.note(Foreign::Unwritable { reason: Lack::OneFile }, Location::file(&first.name));
        return None;
    }
    let file = if first.is_workbook() {
        workbook(first, &own(first), ledger)?
    } else {
        text(first, own(first).into_values().next(), ledger)?
    };
    Some(Exported { file, beside: Vec::new() })
}

/// The new text of each cell that is not as it was, sheet by sheet.
fn edits(
    layout: &Layout,
    rebooked: &[Rebooked],
    names: &Names,
    ledger: &mut Ledger,
) -> Option<BTreeMap<SheetPlace, Cells>> {
    let (mut before, mut after) = (Contents::new(), Contents::new());
    let together = together(layout, rebooked);
    for (row, booked) in layout.rows.iter().zip(rebooked) {
        for said in row {
            let (week, texts) = match together.get(&said.cell) {
                Some(week) => (week, &said.all),
                None => (&booked.week, &said.own),
            };
            let moved = exchanged(texts, booked, names);
            let old = before.entry((said.grid, booked.from)).or_default();
            old.push((week.clone(), texts.clone()));
            after.entry((said.grid, booked.to)).or_default().push((week.clone(), moved));
        }
    }
    let seats: BTreeSet<(usize, Slot)> = before.keys().chain(after.keys()).copied().collect();
    let mut edits: BTreeMap<SheetPlace, Cells> = BTreeMap::new();
    for seat in seats {
        let (old, new) = (sorted(before.get(&seat)), sorted(after.get(&seat)));
        if old == new {
            continue;
        }
        let places =
            layout.seats.iter().filter(|((grid, slot, _), _)| (*grid, *slot) == seat).collect_vec();
        if places.is_empty() {
            ledger.note(Foreign::Unwritable { reason: Lack::Slot }, Location::default());
            return None;
        }
        for ((_, _, week), (place, cells)) in places {
            let own = after.get(&seat).into_iter().flatten();
            let own = own.filter(|(label, _)| week.is_none() || label.is_none() || label == week);
            let own = own.flat_map(|(_, texts)| texts).collect_vec();
            let sheet = edits.entry(place.clone()).or_default();
            for (position, cell) in cells.iter().enumerate() {
                let texts = own.iter().filter(|(at, _)| *at == position);
                let text = texts.map(|(_, text)| text.as_str()).unique().join(layout.between);
                sheet.insert(*cell, text);
            }
        }
    }
    Some(edits)
}

/// The cells whose lessons still stand together, in the rooms that they had, each with the week of all of them.
fn together(layout: &Layout, rebooked: &[Rebooked]) -> BTreeMap<usize, Option<String>> {
    let rows = layout.rows.iter().zip(rebooked);
    let all = rows.flat_map(|(row, booked)| row.iter().map(move |said| (said.cell, booked)));
    let by_cell = all.into_group_map();
    let are_together = |rows: &[&Rebooked]| {
        rows.iter().map(|booked| booked.to).all_equal()
            && rows.iter().all(|booked| booked.rooms.iter().all(|(old, new)| old == new))
    };
    let week = |rows: &[&Rebooked]| {
        let mut weeks = rows.iter().map(|booked| &booked.week);
        weeks.all_equal_value().ok()?.clone()
    };
    let kept = by_cell.into_iter().filter(|(_, rows)| are_together(rows));
    kept.map(|(cell, rows)| (cell, week(&rows))).collect()
}

fn sorted(contents: Option<&Vec<(Option<String>, Texts)>>) -> Vec<&(Option<String>, Texts)> {
    contents.into_iter().flatten().sorted().collect()
}

/// A lesson's texts with its rooms as they are now.
fn exchanged(texts: &Texts, booked: &Rebooked, names: &Names) -> Texts {
    let mut texts = texts.clone();
    for (old, new) in booked.rooms.iter().filter(|(old, new)| old != new) {
        let [old, new] = [old, new].map(|room| names.original(Kind::Room, room.as_str()));
        if let Some((_, text)) = texts.iter_mut().rev().find(|(_, text)| text.contains(old)) {
            *text = text.replacen(old, new, 1);
        }
    }
    texts
}

fn workbook(
    original: &Original,
    sheets: &BTreeMap<&str, &Cells>,
    ledger: &mut Ledger,
) -> Option<Vec<u8>> {
    let edits: BTreeMap<&str, Vec<Edit<'_>>> = sheets
        .iter()
        .map(|(sheet, cells)| {
            (*sheet, cells.iter().map(|(at, text)| Edit { at: *at, text }).collect())
        })
        .collect();
    if edits.is_empty() {
        return Some(original.bytes.clone());
    }
    let written = marked(&original.bytes, &edits, ledger);
    if written.is_none() && !ledger.has_errors() {
        ledger.report(Fault::Foreign(Foreign::WorkbookBroken), Location::file(&original.name));
    }
    written
}

/// A text with its cells as they are now.
fn text(original: &Original, edits: Option<&Cells>, ledger: &mut Ledger) -> Option<Vec<u8>> {
    let Some(edits) = edits else { return Some(original.bytes.clone()) };
    let page = Page::plain(original, ledger)?;
    let sign = u8::try_from(delimiter(&page.text)).unwrap_or(b';');
    let mut rows =
        crate::import::grid::rows(&page, sign).into_iter().map(|(_, cells)| cells).collect_vec();
    for ((row, column), text) in edits {
        let cells = rows.get_mut(*row)?;
        cells.resize(cells.len().max(column + 1), String::new());
        cells[*column].clone_from(text);
    }
    let ending = if page.text.contains("\r\n") { "\r\n" } else { "\n" };
    let mark = char::from(sign);
    let quoted = |cell: &String| {
        if cell.contains([mark, '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let lines = rows.iter().map(|cells| cells.iter().map(quoted).join(&mark.to_string()) + ending);
    Some(page.form.encode(&lines.collect::<String>()))
}
