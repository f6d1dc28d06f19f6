//! What only those see who work on a week: times, colours of subjects, when apprentices are away, and what they miss.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use maud::{Markup, html};

use super::cells::Cell;
use super::entries::Entry;
use super::words::Signs;
use super::{Weeks, Whose};
use crate::domain::{Level, Period, School, Slot};

/// How many colours there are for subjects, and how many patterns of each.
const HUES: usize = 12;
const WEAVES: usize = 3;

/// What is done with the cells of a week that people work on.
pub struct Board<'b> {
    /// Draws what stands in a cell, given how it is drawn usually.
    pub lesson: &'b dyn Fn(&Entry, Markup) -> Markup,
    /// Draws what else stands in a slot.
    pub slot: &'b dyn Fn(Slot) -> Markup,
}

/// What a week has besides where people work on it.
pub(super) struct Extras<'b, 'a> {
    weeks: &'b Weeks<'a>,
    said: &'static Signs,
    slot: &'b dyn Fn(Slot) -> Markup,
    /// Which colour and pattern each subject has, the most frequent subjects first.
    ranks: BTreeMap<&'a str, usize>,
    /// When apprentices of the class are away.
    band: BTreeSet<Slot>,
    /// Who misses which lesson when; an apprentice's own week says that itself.
    lost: BTreeMap<(Slot, usize), BTreeMap<Level, BTreeSet<&'a str>>>,
}

impl<'b, 'a> Extras<'b, 'a> {
    pub(super) fn new(weeks: &'b Weeks<'a>, whose: Whose<'_>, board: &Board<'b>) -> Self {
        Self {
            weeks,
            said: Signs::of(weeks.language),
            slot: board.slot,
            ranks: ranks(weeks.offer.school),
            band: band(weeks, whose),
            lost: lost(weeks, whose),
        }
    }

    /// When a period begins and ends, where that is the same on every day.
    pub(super) fn time(&self, period: Period) -> Markup {
        let bells = &self.weeks.offer.school.travel.bells;
        let own = bells.iter().filter(|(slot, _)| slot.period == period).map(|(_, hours)| hours);
        let hours = own.dedup().at_most_one().ok().flatten();
        html! { @if let Some(hours) = hours { span.time { (hours) } } }
    }

    /// The classes that give a lesson the colour and the pattern of its subject.
    pub(super) fn hue(&self, entry: &Entry) -> String {
        let subject = entry.parts.first().map(|part| part.subject.as_str());
        let rank = subject.and_then(|subject| self.ranks.get(subject)).copied();
        let told = |rank| format!(" hue-{} weave-{}", rank % HUES, rank / HUES % WEAVES);
        rank.map(told).unwrap_or_default()
    }

    /// Whether apprentices of the class are away in a cell.
    pub(super) fn is_band(&self, cell: &Cell) -> bool {
        slots(cell).any(|slot| self.band.contains(&slot))
    }

    /// Who misses a lesson of a cell.
    pub(super) fn lost(&self, cell: &Cell, entry: &Entry) -> Markup {
        if entry.leaves() {
            return html! {};
        }
        let mut pupils: BTreeMap<Level, BTreeSet<&str>> = BTreeMap::new();
        for slot in slots(cell) {
            for (level, own) in self.lost.get(&(slot, entry.lesson)).into_iter().flatten() {
                pupils.entry(*level).or_default().extend(own);
            }
        }
        html! {
            @for (level, own) in &pupils {
                @let names = own.iter().join(", ");
                span class={ "lost " (level.code()) } title=(names) {
                    "✗ " (self.said.missed_by) " " @if own.len() > 1 { (own.len()) } @else { (names) }
                    @if *level == Level::Desired { " (" (self.said.desired) ")" }
                }
            }
        }
    }

    /// What else stands in the slots of a cell.
    pub(super) fn slots(&self, cell: &Cell) -> Markup {
        html! { @for slot in slots(cell) { ((self.slot)(slot)) } }
    }
}

/// The slots of a cell, downwards.
fn slots(cell: &Cell) -> impl Iterator<Item = Slot> {
    let periods = (0_u8..).take(cell.height);
    periods.filter_map(|later| cell.slot.later(later))
}

/// The rank of each subject, by how many periods it has.
fn ranks(school: &School) -> BTreeMap<&str, usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for piece in school.lessons.iter().flat_map(|lesson| &lesson.pieces) {
        *counts.entry(piece.subject.as_str()).or_default() += 1;
    }
    let sorted = counts.into_iter().sorted_by_key(|&(subject, count)| (Reverse(count), subject));
    sorted.map(|(subject, _)| subject).zip(0..).collect()
}

fn band(weeks: &Weeks<'_>, whose: Whose<'_>) -> BTreeSet<Slot> {
    let Whose::Class(class) = whose else { return BTreeSet::new() };
    let own = weeks.pupils.get(class).into_iter().flatten();
    let away = own.filter_map(|&index| weeks.offer.absence(index)).map(|(_, away)| away);
    let away: Vec<_> = away.collect();
    let grid = &weeks.offer.school.grid;
    grid.slots().filter(|&slot| away.iter().any(|away| away.covers(slot))).collect()
}

fn lost<'a>(
    weeks: &Weeks<'a>,
    whose: Whose<'_>,
) -> BTreeMap<(Slot, usize), BTreeMap<Level, BTreeSet<&'a str>>> {
    let mut lost: BTreeMap<_, BTreeMap<Level, BTreeSet<&str>>> = BTreeMap::new();
    if matches!(whose, Whose::Pupil(_)) {
        return lost;
    }
    for one in &weeks.offer.difference.missed {
        let pupil = &weeks.offer.school.apprentices[one.apprentice];
        let is_theirs = match whose {
            Whose::Class(class) => pupil.classes().contains(class),
            _ => true,
        };
        if is_theirs {
            let levels = lost.entry((one.slot, one.lesson)).or_default();
            levels.entry(one.level).or_default().insert(pupil.pupil.as_str());
        }
    }
    lost
}
