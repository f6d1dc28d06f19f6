//! H10: a lesson of several periods does not run across a break, unless it does so in the baseline and stays.

use crate::check::{Breach, case::Case};
use crate::domain::Slot;

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let crosses = |lesson: usize, start: Slot| {
        case.school.grid.crosses_break(start, case.school.lessons[lesson].length())
    };
    let across = case.moved_lessons().filter(|&(lesson, start)| crosses(lesson, start));
    across.map(|(lesson, start)| Breach::Break { lesson, start }).collect()
}
