//! Grid: a lesson that moves fits in the grid, on one day.

use crate::check::{Breach, case::Case};
use crate::domain::Slot;

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let fits = |lesson: usize, start: Slot| {
        case.school.grid.fits(start, case.school.lessons[lesson].length())
    };
    let outside = case.moved_lessons().filter(|&(lesson, start)| !fits(lesson, start));
    outside.map(|(lesson, start)| Breach::Grid { lesson, start }).collect()
}
