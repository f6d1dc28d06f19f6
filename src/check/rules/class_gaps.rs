//! H8: a class has on no day, in no week of the cycle, more gaps than in the baseline on that day of that week. A class
//! without any lesson in the baseline is free of this.

use crate::check::{
    Breach,
    case::{Case, by_day},
};
use crate::diff::{Sitting, gaps};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let before = by_day(&case.before, Sitting::classes);
    let settled = case.school.settled_classes();
    let mut breaches = Vec::new();
    for (key, periods) in by_day(&case.after, Sitting::classes) {
        let (class, day, week) = key;
        if !settled.contains(class) {
            continue;
        }
        let (gaps, allowed) = (gaps(&periods), before.get(&key).map_or(0, gaps));
        if gaps > allowed {
            breaches.push(Breach::ClassGaps { class: class.clone(), day, week, gaps, allowed });
        }
    }
    breaches
}
