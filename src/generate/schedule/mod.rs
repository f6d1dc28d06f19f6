//! WHEN: a draft → a start for every unit, such that nothing clashes and no class has a gap.

mod board;
mod free_time;
mod help;
mod insert;
mod needs;
mod polish;

use super::chance::Chance;
use super::draft::Draft;
use board::{Board, Size};
pub(super) use free_time::add_free_time;

/// How many units are placed, for each that there is, before it is taken that they do not fit.
const PATIENCE: usize = 40;
/// How often the school is helped before its timetable is given up.
const HELPS: usize = 60;
/// Exchanges that are tried for each unit, once all are placed.
const EXCHANGES: usize = 400;

/// The slot in which each unit starts. Where units do not fit, the school is helped; `None` if that is in vain.
pub(super) fn schedule(draft: &mut Draft, chance: &mut Chance) -> Option<Vec<usize>> {
    let mut weight = vec![1; draft.units.len()];
    let mut board = empty(draft);
    for _ in 0..HELPS {
        let patience = PATIENCE * draft.units.len();
        let left = insert::insert_all(&mut board, &mut weight, chance, patience);
        let Some(&hardest) = left.first() else {
            polish::polish(&mut board, chance, EXCHANGES * draft.units.len());
            return (0..draft.units.len()).map(|unit| board.start(unit)).collect();
        };
        help::help(draft, hardest, chance);
        weight.resize(draft.units.len(), 1);
        board = moved_to(&board, empty(draft));
    }
    None
}

fn empty(draft: &Draft) -> Board {
    let size = Size {
        periods: usize::from(draft.day.periods),
        classes: draft.classes.len(),
        teachers: draft.teachers.len(),
        courses: draft.courses,
        rooms: draft.stocks.iter().map(|stock| stock.rooms).collect(),
    };
    Board::new(needs::needs(draft), size)
}

/// The new board with all that was on the old one, where it still fits.
fn moved_to(old: &Board, mut new: Board) -> Board {
    let weight = vec![1; new.needs.len()];
    let mut rivals = Vec::new();
    for unit in 0..old.needs.len() {
        if let Some(start) = old.start(unit).filter(|start| new.needs[unit].starts.contains(start))
        {
            new.find_rivals(unit, start, &weight, &mut rivals);
            if rivals.is_empty() {
                new.put(unit, start);
            }
        }
    }
    new
}
