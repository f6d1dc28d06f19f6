//! The hard rules, one file each; this page only knows which file judges which rule.

mod away;
mod breaks;
mod class_clash;
mod class_gaps;
mod class_hours;
mod exchange;
mod grid;
mod locked;
mod place_full;
mod required_missed;
mod room_clash;
mod subject_per_day;
mod teacher_clash;
mod teacher_per_day;
mod unavailable;

pub(crate) use class_clash::side_by_side;

use super::Breach;
use super::case::Case;
use crate::domain::Rule;

/// Every breach of one rule.
pub(super) fn breaches(rule: Rule, case: &Case<'_>) -> Vec<Breach> {
    match rule {
        Rule::Grid => grid::breaches(case),
        Rule::Exchange => exchange::breaches(case),
        Rule::ClassClash => class_clash::breaches(case),
        Rule::TeacherClash => teacher_clash::breaches(case),
        Rule::RoomClash => room_clash::breaches(case),
        Rule::TeacherUnavailable => unavailable::teacher_breaches(case),
        Rule::RoomUnavailable => unavailable::room_breaches(case),
        Rule::Locked => locked::breaches(case),
        Rule::RequiredMissed => required_missed::breaches(case),
        Rule::ClassGaps => class_gaps::breaches(case),
        Rule::SubjectPerDay => subject_per_day::breaches(case),
        Rule::Break => breaks::breaches(case),
        Rule::TeacherPerDay => teacher_per_day::breaches(case),
        Rule::ClassHours => class_hours::breaches(case),
        Rule::PlaceFull => place_full::breaches(case),
        Rule::Away => away::breaches(case),
    }
}

/// What a baseline can be at fault in: the rules that know no "unless it was so before".
pub(super) fn faults(baseline: &Case<'_>) -> Vec<Breach> {
    let mut faults = class_clash::breaches(baseline);
    faults.extend(teacher_clash::breaches(baseline));
    faults.extend(room_clash::breaches(baseline));
    faults.extend(unavailable::teacher_faults(baseline));
    faults.extend(unavailable::room_faults(baseline));
    faults
}
