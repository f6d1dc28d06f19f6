//! The ends of the days: how long a class's days are, and its free time after the shorter ones.

use crate::generate::chance::Chance;
use crate::generate::draft::{DAYS, Draft};

/// The most periods by which a day of a class is shorter than its longest.
const MOST: usize = 3;

/// Gives every class a longest day, and free time at the ends of the shorter ones, so that every slot up to the end of
/// the longest is either taught or free. Gaps cannot be, then.
pub(in crate::generate) fn add_free_time(draft: &mut Draft, chance: &mut Chance) {
    for class in 0..draft.classes.len() {
        let periods = draft.periods(class);
        let longest = longest(draft, periods);
        draft.classes[class].longest = u8::try_from(longest).unwrap_or(u8::MAX);
        for length in shares(DAYS * longest - periods, chance) {
            let length = u8::try_from(length).unwrap_or(u8::MAX);
            draft.add_free_unit(class, length);
        }
    }
}

/// The periods of the longest day of a class with so many periods a week: if its days had to be all alike, its timetable
/// would be too stiff, so it is one more then.
fn longest(draft: &Draft, periods: usize) -> usize {
    let longest = periods.div_ceil(DAYS).max(usize::from(draft.day.longest_at_least));
    let stiff = DAYS * longest - periods < 2 && longest < usize::from(draft.day.periods);
    longest + usize::from(stiff)
}

/// Free periods in shares for the days, nearly alike.
fn shares(free: usize, chance: &mut Chance) -> impl Iterator<Item = usize> {
    let mut shares: Vec<usize> =
        (0..DAYS).map(|day| free / DAYS + usize::from(day < free % DAYS)).collect();
    let (from, to) = (chance.below(DAYS), chance.below(DAYS));
    if shares[from] > 0 && shares[to] < MOST {
        shares[from] -= 1;
        shares[to] += 1;
    }
    shares.into_iter().filter(|&share| share > 0)
}
