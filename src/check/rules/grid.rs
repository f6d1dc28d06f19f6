//! Grid: a lesson that moves fits in the grid, on one day.

use crate::check::{Breach, case::Case};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let fits = |lesson: usize| {
        case.school.grid.fits(case.start(lesson), case.school.lessons[lesson].length())
    };
    let outside = case.moved_lessons().filter(|&lesson| !fits(lesson));
    outside.map(|lesson| Breach::Grid { lesson, start: case.start(lesson) }).collect()
}
