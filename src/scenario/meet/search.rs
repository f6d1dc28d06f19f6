//! The search for the best starts: as many meetings as possible, then the first, then the cheapest, then the earliest.
//!
//! Meetings that have nobody in common, by way of others neither, are searched apart: what is best for each is best for all.

use std::collections::{BTreeMap, BTreeSet};

use super::standing::{Cell, Standing};
use crate::domain::{Meeting, Slot, Stop};
use crate::solve::packing::{Item, Packing, pack};

/// A start that a meeting can have.
struct Start {
    slot: Slot,
    points: i64,
    /// What it takes, each by its number.
    cells: Vec<usize>,
}

/// Every start of every meeting.
pub(super) struct Table {
    meetings: Vec<Vec<Start>>,
}

/// What is taken of some starts: a start for each meeting, by its place among the meeting's.
type Chosen = BTreeMap<usize, usize>;

impl Table {
    /// The starts in which nobody stands in the way, other meetings aside.
    pub(super) fn new(standing: &Standing<'_>, meetings: &[Meeting]) -> Self {
        let mut numbers: BTreeMap<Cell, usize> = BTreeMap::new();
        let mut number = |cell: Cell| {
            let next = numbers.len();
            *numbers.entry(cell).or_insert(next)
        };
        let mut start = |meeting: &Meeting, slot: Slot| Start {
            slot,
            points: standing.time(meeting, slot).points,
            cells: standing.cells(meeting, slot).into_iter().map(&mut number).collect(),
        };
        let starts = |meeting: &Meeting| {
            let possible =
                standing.starts(meeting).filter(|&slot| standing.is_possible(meeting, slot));
            possible.map(|slot| start(meeting, slot)).collect()
        };
        Self { meetings: meetings.iter().map(starts).collect() }
    }

    /// The best start of each meeting, and whether it is proven that none are better.
    pub(super) fn search(&self, stop: &Stop) -> (Vec<Option<Slot>>, bool) {
        let mut starts = vec![None; self.meetings.len()];
        let mut is_proven = true;
        for group in self.groups() {
            let mut stage = Stage::new(self, &group, stop);
            stage.hold_most();
            stage.hold_the_first();
            stage.hold_cheaply_and_early();
            is_proven &= stage.is_proven;
            for (meeting, start) in stage.chosen {
                starts[meeting] = Some(self.meetings[meeting][start].slot);
            }
        }
        (starts, is_proven)
    }

    /// The meetings that have cells in common, by way of others too, in order.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<(BTreeSet<usize>, Vec<usize>)> = Vec::new();
        for (meeting, starts) in self.meetings.iter().enumerate() {
            let mut cells: BTreeSet<usize> =
                starts.iter().flat_map(|start| &start.cells).copied().collect();
            let mut members = vec![meeting];
            let (joined, apart): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|(own, _)| !own.is_disjoint(&cells));
            for (own, others) in joined {
                cells.extend(own);
                members.extend(others);
            }
            members.sort_unstable();
            groups = apart;
            groups.push((cells, members));
        }
        groups.into_iter().map(|(_, members)| members).collect()
    }
}

/// How far the search of a group is.
struct Stage<'a> {
    table: &'a Table,
    stop: &'a Stop,
    group: &'a [usize],
    /// The starts that each meeting of the group may still have.
    open: BTreeMap<usize, Vec<usize>>,
    /// The meetings that are held in any case.
    needed: BTreeSet<usize>,
    chosen: Chosen,
    is_proven: bool,
}

impl<'a> Stage<'a> {
    /// Whatever fits in, one meeting after the other.
    fn new(table: &'a Table, group: &'a [usize], stop: &'a Stop) -> Self {
        let open = group.iter().map(|&one| (one, (0..table.meetings[one].len()).collect()));
        let (mut taken, mut chosen) = (BTreeSet::<usize>::new(), Chosen::new());
        for &meeting in group {
            let starts = &table.meetings[meeting];
            let is_free = |start: &Start| start.cells.iter().all(|cell| !taken.contains(cell));
            if let Some(start) = starts.iter().position(is_free) {
                taken.extend(&starts[start].cells);
                chosen.insert(meeting, start);
            }
        }
        let needed = BTreeSet::new();
        Self { table, stop, group, open: open.collect(), needed, chosen, is_proven: true }
    }

    /// As many meetings as possible.
    fn hold_most(&mut self) {
        if self.chosen.len() < self.group.len() {
            self.improve(&|_, _| -1);
        }
    }

    /// Of the choices with so many meetings, that with the first of them.
    fn hold_the_first(&mut self) {
        for &meeting in self.group {
            if !self.chosen.contains_key(&meeting) {
                self.improve(&|one, _| if one == meeting { -3 } else { -2 });
            }
            if self.chosen.contains_key(&meeting) {
                self.needed.insert(meeting);
            } else {
                self.open.remove(&meeting);
            }
        }
    }

    /// Of the choices with those meetings the cheapest, and of these that in which the first is earliest, then the second …
    fn hold_cheaply_and_early(&mut self) {
        let meetings = &self.table.meetings;
        let last = meetings.iter().map(Vec::len).max().unwrap_or(0);
        let unit = i64::try_from(last).unwrap_or(i64::MAX).saturating_add(1);
        self.improve(&|one, start| meetings[one][start].points);
        for meeting in self.chosen.keys().copied().collect::<Vec<_>>() {
            let is_first = self.open[&meeting].first() == self.chosen.get(&meeting);
            if !is_first {
                let rank = |start: usize| i64::try_from(start).unwrap_or(i64::MAX);
                self.improve(&|one, start| {
                    let early = if one == meeting { rank(start) } else { 0 };
                    meetings[one][start].points * unit + early
                });
            }
            self.open.insert(meeting, vec![self.chosen[&meeting]]);
        }
    }

    /// The cheapest choice by the cost of a meeting's start; the present one, if none is cheaper.
    fn improve(&mut self, cost: &dyn Fn(usize, usize) -> i64) {
        let places: Vec<(usize, usize)> = self
            .open
            .iter()
            .flat_map(|(&meeting, starts)| starts.iter().map(move |&start| (meeting, start)))
            .collect();
        let shared = self.shared_cells();
        let cells = |start: &Start| {
            start.cells.iter().filter_map(|cell| shared.get(cell)).copied().collect()
        };
        let item = |&(meeting, start): &(usize, usize)| Item {
            group: meeting,
            cells: cells(&self.table.meetings[meeting][start]),
            cost: cost(meeting, start),
        };
        let items = places.iter().map(item).collect();
        let packing = Packing { items, needed: self.needed.clone() };
        let is_chosen = |(meeting, start): &(usize, usize)| self.chosen.get(meeting) == Some(start);
        let known: Vec<usize> = (0..places.len()).filter(|&at| is_chosen(&places[at])).collect();
        let packed = pack(&packing, &known, self.stop);
        self.is_proven &= packed.is_proven;
        self.chosen = packed.chosen.into_iter().map(|at| places[at]).collect();
    }

    /// The cells that several meetings may want, each with a number of its own: the others decide nothing.
    fn shared_cells(&self) -> BTreeMap<usize, usize> {
        let mut wanted: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (&meeting, starts) in &self.open {
            let cells = starts.iter().flat_map(|&start| &self.table.meetings[meeting][start].cells);
            cells.for_each(|&cell| {
                wanted.entry(cell).or_default().insert(meeting);
            });
        }
        let shared = wanted.into_iter().filter(|(_, meetings)| meetings.len() > 1);
        shared.map(|(cell, _)| cell).zip(0..).collect()
    }
}
