//! An export with its cards where a proposal has them: only the days, periods and rooms of cards that changed are new.

use std::collections::BTreeMap;
use std::ops::Range;

use super::tag::with_attribute;
use crate::diagnostic::{Foreign, Lack};
use crate::import::asc::{ROOT, Tables, masks};
use crate::import::draft::Draft;
use crate::import::names::Kind;
use crate::import::original::only;
use crate::import::rebooked::Rebooked;
use crate::import::xml::{Element, Tree};
use crate::import::{Ledger, Original};

/// The file's bytes.
pub(super) fn export(
    originals: &[Original],
    draft: &Draft,
    rebooked: &[Rebooked],
    ledger: &mut Ledger,
) -> Option<Vec<u8>> {
    let tree = Tree::read(only(originals, ledger)?, ledger)?;
    let root = tree.root(ROOT, ledger)?;
    let tables = Tables::read(root, ledger);
    let cards: Vec<Element<'_>> = root.within("cards", "card").collect();
    // A card of several rows moves with any of them.
    let mut moved: BTreeMap<usize, &Rebooked> = BTreeMap::new();
    for (row, booked) in draft.rows.iter().zip(rebooked) {
        moved.insert(row.source.parse().ok()?, booked);
    }
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (number, booked) in moved {
        let card = *cards.get(number)?;
        match edit(card, booked, draft, &tables) {
            Some(new) if new.is_empty() => {}
            Some(new) => edits.push((card.tag(), new.join("\n"))),
            None => ledger.note(Foreign::Unwritable { reason: Lack::Slot }, card.location()),
        }
    }
    Some(tree.page.edited(edits, set_all))
}

/// The new attributes of a card, each a name, a blank and a value; `None` if its mask has no such day.
fn edit(
    card: Element<'_>,
    booked: &Rebooked,
    draft: &Draft,
    tables: &Tables<'_>,
) -> Option<Vec<String>> {
    let mut new = Vec::new();
    if booked.from.day != booked.to.day {
        let days = card.attribute("days")?;
        let week = masks::single(days).and_then(|position| masks::weekday(position, days.len()))?.0;
        let position = masks::position(week, booked.to.day, days.len())?;
        new.push(format!("days {}", masks::with_one(days.len(), position)));
    }
    if booked.from.period != booked.to.period {
        new.push(format!("period {}", booked.to.period));
    }
    if booked.rooms.iter().any(|(old, new)| old != new) {
        let ids = booked.rooms.iter().filter_map(|(_, room)| {
            let named = draft.names.original(Kind::Room, room.as_str());
            tables.rooms.iter().find(|(_, name)| *name == named).map(|(id, _)| *id)
        });
        new.push(format!("classroomids {}", ids.collect::<Vec<_>>().join(",")));
    }
    Some(new)
}

fn set_all(tag: &str, new: &str) -> String {
    new.lines()
        .filter_map(|line| line.split_once(' '))
        .fold(tag.to_owned(), |tag, (name, value)| with_attribute(&tag, name, value))
}
