//! A timetable that holds, made into one that teachers like: fewer gaps between their lessons.

use super::board::Board;
use crate::generate::chance::Chance;

/// Tries `moves` exchanges of lessons, and keeps those after which teachers have no more gaps than before.
pub(super) fn polish(board: &mut Board, chance: &mut Chance, moves: usize) {
    let weight = vec![1; board.needs.len()];
    for _ in 0..moves {
        let unit = chance.below(board.needs.len());
        let to = chance.pick(&board.needs[unit].starts);
        if let Some((from, to)) = board.start(unit).zip(to).filter(|(from, to)| from != to) {
            exchange(board, unit, (from, to), &weight);
        }
    }
}

/// A unit, where it is and where it would be.
type Move = (usize, usize, usize);

/// Moves a unit, and what its classes have there into the time that it leaves.
fn exchange(board: &mut Board, unit: usize, (from, to): (usize, usize), weight: &[u64]) {
    let Some(moves) = moved(board, unit, from, to) else { return };
    let before = gaps(board, &moves);
    for &(unit, _, _) in &moves {
        board.lift(unit);
    }
    let mut rivals = Vec::new();
    let mut fits = true;
    for &(unit, _, to) in &moves {
        fits = fits && board.needs[unit].starts.contains(&to);
        if fits {
            board.find_rivals(unit, to, weight, &mut rivals);
            fits = rivals.is_empty();
        }
        if fits {
            board.put(unit, to);
        }
    }
    if !fits || gaps(board, &moves) > before {
        for &(unit, _, _) in &moves {
            board.lift(unit);
        }
        for &(unit, from, _) in &moves {
            board.put(unit, from);
        }
    }
}

/// What moves when `unit` goes from one slot to another: all that its classes have in the time that it takes, if that
/// fits into the time that it leaves and concerns no other class.
fn moved(board: &Board, unit: usize, from: usize, to: usize) -> Option<Vec<Move>> {
    let needs = &board.needs[unit];
    let window = to..to + needs.length;
    let mut moves = vec![(unit, from, to)];
    for &class in &needs.classes {
        for other in window.clone().filter_map(|slot| board.of_class(class, slot)) {
            if moves.iter().any(|&(known, _, _)| known == other) {
                continue;
            }
            let start = board.start(other)?;
            let inside = window.contains(&start) && start + board.needs[other].length <= window.end;
            let own = board.needs[other].classes.iter().all(|class| needs.classes.contains(class));
            if !inside || !own {
                return None;
            }
            moves.push((other, start, from + start - to));
        }
    }
    Some(moves)
}

/// The gaps of all teachers concerned, on the days concerned.
fn gaps(board: &Board, moves: &[Move]) -> usize {
    let mut concerned: Vec<(usize, usize)> = Vec::new();
    for &(unit, from, to) in moves {
        for &(teacher, _) in &board.needs[unit].teachers {
            concerned.extend([from, to].map(|slot| (teacher, board.day(slot))));
        }
    }
    concerned.sort_unstable();
    concerned.dedup();
    concerned.into_iter().map(|(teacher, day)| board.gaps(teacher, day)).sum()
}
