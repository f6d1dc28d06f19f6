//! H11: a teacher has on no day more periods than the own limit, or than in the baseline on that day of that week.

use std::collections::BTreeSet;

use crate::check::{
    Breach,
    case::{Case, by_day},
};
use crate::diff::Sitting;
use crate::domain::Period;

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let before = by_day(&case.before, Sitting::teachers);
    let mut breaches = Vec::new();
    for (key, periods) in by_day(&case.after, Sitting::teachers) {
        let (teacher, day, week) = key;
        let limit = case.school.teachers.get(teacher).and_then(|teacher| teacher.max_per_day);
        let Some(limit) = limit else { continue };
        let allowed = limit.max(before.get(&key).map_or(0, count));
        let periods = count(&periods);
        if periods > allowed {
            let teacher = teacher.clone();
            breaches.push(Breach::TeacherPerDay { teacher, day, week, periods, allowed });
        }
    }
    breaches
}

fn count(periods: &BTreeSet<Period>) -> u32 {
    u32::try_from(periods.len()).unwrap_or(u32::MAX)
}
