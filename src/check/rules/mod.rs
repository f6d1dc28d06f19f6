//! The hard rules, one file each; this page only knows which file judges which rule.

mod allowed;
mod apart;
mod away;
mod r#break;
mod class_clash;
mod class_gaps;
mod class_hours;
mod class_unavailable;
mod exchange;
mod grid;
mod locked;
mod one_day;
mod place_full;
mod required_missed;
mod room_clash;
mod room_unavailable;
mod subject_per_day;
mod teacher_clash;
mod teacher_per_day;
mod teacher_unavailable;
mod too_far;
mod unplaced;

pub(crate) use class_clash::side_by_side;

use super::Breach;
use super::case::Case;
use crate::domain::Rule;

/// How a rule is judged.
pub(super) struct Judge {
    /// What breaks it in a proposal.
    pub(super) breaches: Find,
    /// What is at fault with it in a baseline; `None` for rules that know an "unless it was so before", and for those about
    /// what a proposal alone says.
    pub(super) faults: Option<Find>,
}

/// Finds everything that breaks a rule.
pub(super) type Find = fn(&Case<'_>) -> Vec<Breach>;

impl Judge {
    /// The judge of `rule`: whoever adds a rule is led here by the compiler.
    pub(super) const fn of(rule: Rule) -> Self {
        match rule {
            Rule::Grid => Self::of_proposals(grid::breaches),
            Rule::Exchange => Self::of_proposals(exchange::breaches),
            Rule::ClassClash => Self::of_both(class_clash::breaches),
            Rule::TeacherClash => Self::of_both(teacher_clash::breaches),
            Rule::RoomClash => Self::of_both(room_clash::breaches),
            Rule::TeacherUnavailable => Self {
                breaches: teacher_unavailable::breaches,
                faults: Some(teacher_unavailable::faults),
            },
            Rule::RoomUnavailable => Self {
                breaches: room_unavailable::breaches,
                faults: Some(room_unavailable::faults),
            },
            Rule::Locked => Self::of_proposals(locked::breaches),
            Rule::RequiredMissed => Self::of_proposals(required_missed::breaches),
            Rule::ClassGaps => Self::of_proposals(class_gaps::breaches),
            Rule::SubjectPerDay => Self::of_proposals(subject_per_day::breaches),
            Rule::Break => Self::of_proposals(r#break::breaches),
            Rule::TeacherPerDay => Self::of_proposals(teacher_per_day::breaches),
            Rule::ClassHours => Self::of_proposals(class_hours::breaches),
            Rule::PlaceFull => Self::of_proposals(place_full::breaches),
            Rule::TooFar => Self::of_proposals(too_far::breaches),
            Rule::OneDay => Self::of_proposals(one_day::breaches),
            Rule::ClassUnavailable => Self::of_proposals(class_unavailable::breaches),
            Rule::Allowed => Self::of_proposals(allowed::breaches),
            Rule::Apart => Self::of_proposals(apart::breaches),
            Rule::Unplaced => Self::of_proposals(unplaced::breaches),
            Rule::Away => Self::of_proposals(away::breaches),
        }
    }

    const fn of_proposals(breaches: Find) -> Self {
        Self { breaches, faults: None }
    }

    /// The judge of a rule that is broken in a baseline by what breaks it in a proposal.
    const fn of_both(breaches: Find) -> Self {
        Self { breaches, faults: Some(breaches) }
    }
}
