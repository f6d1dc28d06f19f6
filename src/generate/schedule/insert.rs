//! Every unit onto the board: where nothing is free, what is there leaves and is placed again.
//!
//! # Source
//! The weights that steer who leaves are those of Yuichi Nagata and Olli Bräysy, *A powerful route minimization
//! heuristic for the vehicle routing problem with time windows*, Operations Research Letters 37 (2009): whoever could
//! not be placed weighs more from then on, and those who leave shall weigh little.

use super::board::Board;
use crate::generate::chance::Chance;

/// Places units until all are on the board or `patience` is at its end; the units that are not on the board then, the one
/// that is hardest to schedule first.
pub(super) fn insert_all(
    board: &mut Board,
    weight: &mut [u64],
    chance: &mut Chance,
    patience: usize,
) -> Vec<usize> {
    let mut waiting = in_order(board, weight);
    for _ in 0..patience {
        let Some(unit) = waiting.pop() else { return waiting };
        let Some((start, rivals)) = best_start(board, unit, weight, chance) else {
            waiting.push(unit);
            return vec![unit];
        };
        if !rivals.is_empty() {
            weight[unit] += 1;
        }
        for &rival in &rivals {
            board.lift(rival);
        }
        board.put(unit, start);
        waiting.extend(rivals);
    }
    waiting.sort_by_key(|&unit| (u64::MAX - weight[unit], unit));
    waiting
}

/// The units that are not on the board, the most constrained last.
fn in_order(board: &Board, weight: &[u64]) -> Vec<usize> {
    let is_waiting = |unit: &usize| board.start(*unit).is_none();
    let mut waiting: Vec<usize> = (0..board.needs.len()).filter(is_waiting).collect();
    waiting.sort_by_key(|&unit| {
        let needs = &board.needs[unit];
        let is_taught = !needs.teachers.is_empty();
        let bound = needs.classes.len() * needs.length * (1 + needs.rooms.len());
        (is_taught, weight[unit], bound, usize::MAX - needs.starts.len(), unit)
    });
    waiting
}

/// The start for which the units that have to leave weigh least, and these; any of several.
fn best_start(
    board: &Board,
    unit: usize,
    weight: &[u64],
    chance: &mut Chance,
) -> Option<(usize, Vec<usize>)> {
    let (mut best, mut least, mut alike) = (None, u64::MAX, 0);
    let (mut rivals, mut leaving) = (Vec::new(), Vec::new());
    for &start in &board.needs[unit].starts {
        board.find_rivals(unit, start, weight, &mut rivals);
        let cost = rivals.iter().map(|&rival| weight[rival] * cost_of(board, rival)).sum();
        if cost > least {
            continue;
        }
        alike = if cost < least { 1 } else { alike + 1 };
        if chance.below(alike) == 0 {
            (best, least) = (Some(start), cost);
            std::mem::swap(&mut rivals, &mut leaving);
        }
    }
    best.map(|start| (start, leaving))
}

/// How much harder than another a unit is to schedule again: more classes, more periods.
fn cost_of(board: &Board, unit: usize) -> u64 {
    let needs = &board.needs[unit];
    (needs.classes.len() * needs.length) as u64
}
