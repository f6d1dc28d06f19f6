//! Who is free when: a line for everybody, a sign for each period of the week.

use std::collections::BTreeMap;

use itertools::Itertools;
use unicode_width::UnicodeWidthStr as _;

use super::super::text::Side;
use super::words;
use crate::domain::{Grid, Language, Meeting, Slot};
use crate::scenario::{Appointment, State};
use crate::words::day;

/// What shows that the meeting is then.
const HERE: char = '^';
/// Between two days.
const GAP: &str = "  ";

/// A meeting's grid under its name: days and periods across, everybody down.
pub(super) fn drawn(
    grid: &Grid,
    meeting: &Meeting,
    one: &Appointment,
    language: Language,
) -> String {
    let own = words::meeting(language);
    let names = one.states.iter().map(|(who, _)| who.name()).chain([own]);
    let width = names.map(str::width).max().unwrap_or(0);
    let line = |name: &str, signs: String| {
        format!("  {}  {signs}", Side::Left.pad(name, width)).trim_end().to_owned() + "\n"
    };
    let mut days = grid.days().map(|of| Side::Left.pad(day(of, language), width_of(grid, of)));
    let numbers = by_day(grid, last_figure);
    let mut text = format!("{}\n", meeting.name);
    text += &line("", days.join(GAP));
    text += &line("", numbers);
    for (who, states) in &one.states {
        text += &line(who.name(), by_day(grid, |slot| sign(states, slot, language)));
    }
    if let Some(time) = &one.time {
        let slots = meeting.slots(time.start).collect_vec();
        let here = by_day(grid, |slot| if slots.contains(&slot) { HERE } else { ' ' });
        text += &line(own, here);
    }
    text
}

/// What the signs of some grids mean, each that is there.
pub(super) fn legend(shown: &[(&Meeting, &Appointment)], language: Language) -> String {
    let states =
        shown.iter().flat_map(|(_, one)| &one.states).flat_map(|(_, states)| states.values());
    let signs = states.sorted().map(|state| words::sign(state, language)).unique();
    let told = signs.map(|(sign, meaning)| format!("{sign} {meaning}")).join("\n  ");
    if told.is_empty() { told } else { format!("  {told}\n") }
}

fn sign(states: &BTreeMap<Slot, State>, slot: Slot, language: Language) -> char {
    states.get(&slot).map_or(' ', |state| words::sign(state, language).0)
}

/// A sign for each slot, the days apart.
fn by_day(grid: &Grid, sign: impl Fn(Slot) -> char) -> String {
    let of_day = |day| {
        let signs: String =
            grid.periods_on(day).map(|period| sign(Slot::new(day, period))).collect();
        Side::Left.pad(&signs, width_of(grid, day))
    };
    grid.days().map(of_day).join(GAP)
}

/// How wide a day is: a column for each period, and room for its name.
fn width_of(grid: &Grid, day: crate::domain::Day) -> usize {
    const NAME: usize = 4;
    grid.periods_on(day).count().max(NAME)
}

/// Of a period with two figures the last: there is room for one.
fn last_figure(slot: Slot) -> char {
    char::from(b'0' + slot.period.0 % 10)
}
