//! H10: a lesson of several periods does not run across a break, unless it does so in the baseline and stays.

use crate::check::{Breach, case::Case};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let crosses = |lesson: usize| {
        case.school.grid.crosses_break(case.start(lesson), case.school.lessons[lesson].length())
    };
    let across = case.moved_lessons().filter(|&lesson| crosses(lesson));
    across.map(|lesson| Breach::Break { lesson, start: case.start(lesson) }).collect()
}
