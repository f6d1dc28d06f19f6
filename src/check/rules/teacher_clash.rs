//! H2: lessons that share a teacher do not overlap.

use crate::check::{
    Breach,
    case::{Case, by_moment, lessons_of},
};
use crate::diff::Sitting;

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let moments = by_moment(&case.after, Sitting::teachers).into_iter();
    moments
        .map(|(moment, here)| (moment, lessons_of(&here)))
        .filter(|(_, lessons)| lessons.len() > 1)
        .map(|((teacher, slot, week), lessons)| Breach::TeacherClash {
            teacher: teacher.clone(),
            slot,
            week,
            lessons,
        })
        .collect()
}
