//! What each day does: lessons, classes, teachers, desired lessons missed, and how full special rooms become.

use super::super::text::section;
use super::super::text::table::{Side, Table};
use super::{short, words};
use crate::domain::Language;
use crate::scenario::{Cell, Effect, RoomLoad};
use crate::words::day;

/// The heading and the table.
pub(super) fn told(who: &str, cells: &[Cell], language: Language) -> String {
    section(&words::daily(who, language), &table(cells, language))
}

/// One line for each day that is possible, after the headings.
pub(super) fn table(cells: &[Cell], language: Language) -> Table<7> {
    use Side::{Left, Right};
    let mut table = Table::new([Left, Right, Right, Right, Right, Right, Left]);
    let possible = cells.iter().filter_map(|cell| Some((cell, cell.effect.as_ref()?)));
    for (cell, effect) in possible {
        table.head(words::headings(language));
        table.push([
            &short(&cell.away, language),
            &effect.points,
            &effect.changed_lessons,
            &effect.classes,
            &effect.teachers,
            &effect.desired_missed,
            &fullest(effect, language),
        ]);
    }
    table
}

/// Of the special rooms that have more lessons on a day than before, those that are then fullest.
fn fullest(effect: &Effect, language: Language) -> String {
    let fuller = effect.rooms.iter().filter(|load| load.load > load.before);
    let fullness =
        |load: &&RoomLoad| (u64::from(load.load) << 32) / u64::from(load.capacity.max(1));
    let told = |load: &RoomLoad| {
        let RoomLoad { kind, day: of, load, capacity, .. } = load;
        format!("{kind} {} {load}/{capacity}", day(*of, language))
    };
    fuller.rev().max_by_key(fullness).map(told).unwrap_or_default()
}
