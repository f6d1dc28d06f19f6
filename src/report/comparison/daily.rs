//! What each day does: lessons, classes, teachers, desired lessons missed, and how full special rooms become.

use super::super::text::section;
use super::super::text::table::{Side, Table};
use super::words::Comparing;
use super::{Said, short};
use crate::scenario::{Cell, Effect, RoomLoad};

/// The heading and the table.
pub(super) fn told(who: &str, cells: &[Cell], comparing: Comparing) -> String {
    section(&comparing.tell(Said::Daily { who }), &table(cells, comparing))
}

/// One line for each day that is possible, after the headings.
pub(super) fn table(cells: &[Cell], comparing: Comparing) -> Table<7> {
    use Side::{Left, Right};
    let mut table = Table::new([Left, Right, Right, Right, Right, Right, Left]);
    let possible = cells.iter().filter_map(|cell| Some((cell, cell.effect.as_ref()?)));
    for (cell, effect) in possible {
        if table.is_empty() {
            let headings = comparing.headings();
            table.push([
                &"",
                &headings.points,
                &headings.lessons,
                &headings.classes,
                &headings.teachers,
                &headings.desired_missed,
                &headings.rooms,
            ]);
        }
        table.push([
            &short(&cell.away, comparing),
            &effect.points,
            &effect.changed_lessons,
            &effect.classes,
            &effect.teachers,
            &effect.desired_missed,
            &fullest(effect, comparing),
        ]);
    }
    table
}

/// Of the special rooms that have more lessons on a day than before, those that are then fullest.
fn fullest(effect: &Effect, comparing: Comparing) -> String {
    let fuller = effect.rooms.iter().filter(|load| load.load > load.before);
    let fullness =
        |load: &&RoomLoad| (u64::from(load.load) << 32) / u64::from(load.capacity.max(1));
    let told = |load: &RoomLoad| {
        let RoomLoad { kind, day, load, capacity, .. } = load;
        format!("{kind} {} {load}/{capacity}", comparing.words.day(*day))
    };
    fuller.rev().max_by_key(fullness).map(told).unwrap_or_default()
}
