//! How the search keeps each rule, and how it counts each price. Whoever adds one is led here by the compiler.

use super::order::{Group, put_in_order};
use super::{
    View, class_clash, class_gaps, day_limits, missed, new_slot, one_day, place_full,
    required_missed, room_clash, teacher_clash, teacher_day, teacher_gap, teacher_per_day, too_far,
};
use crate::domain::{Price, Rule};
use crate::model::Row;

/// How the search keeps a rule, or counts a price.
pub(super) enum Encoding {
    /// By each lesson alone: a [`Scope`](crate::model::Scope) has no booking that breaks it, and the points of each.
    Bookings,
    /// By the choices of those who choose, of which each has one, and the points of each.
    Choices,
    /// By rows about several lessons, which enter the program where a solution breaks them.
    Rows(Group, Separate),
}

/// Adds the rows of a rule or a price that the solution in view breaks. Every timetable that keeps the rule, or pays the
/// price, must satisfy each of them; and none may be missing where a whole solution does not.
pub(super) type Separate = fn(&View<'_>, &mut Vec<Row>);

impl Encoding {
    /// How the search keeps `rule`.
    const fn of_rule(rule: Rule) -> Self {
        match rule {
            Rule::Grid
            | Rule::Exchange
            | Rule::TeacherUnavailable
            | Rule::RoomUnavailable
            | Rule::Locked
            | Rule::Break
            | Rule::ClassHours
            | Rule::ClassUnavailable
            | Rule::Allowed
            | Rule::Unplaced => Self::Bookings,
            Rule::Away => Self::Choices,
            Rule::RequiredMissed => Self::Rows(Group::Choices, required_missed::rows),
            Rule::PlaceFull => Self::Rows(Group::Choices, place_full::rows),
            Rule::OneDay => Self::Rows(Group::Choices, one_day::rows),
            Rule::TooFar => Self::Rows(Group::Choices, too_far::rows),
            Rule::ClassClash => Self::Rows(Group::Clashes, class_clash::rows),
            Rule::TeacherClash => Self::Rows(Group::Clashes, teacher_clash::rows),
            Rule::RoomClash => Self::Rows(Group::Clashes, room_clash::rows),
            Rule::ClassGaps => Self::Rows(Group::Gaps, class_gaps::rows),
            Rule::SubjectPerDay => Self::Rows(Group::Loads, day_limits::subjects),
            Rule::Apart => Self::Rows(Group::Loads, day_limits::apart),
            Rule::TeacherPerDay => Self::Rows(Group::Loads, teacher_per_day::rows),
        }
    }

    /// How the search counts `price`.
    const fn of_price(price: Price) -> Self {
        match price {
            Price::OtherDay
            | Price::SameDay
            | Price::Bystander
            | Price::Room
            // With what is missed of desired lessons.
            | Price::Required => Self::Bookings,
            Price::Wish | Price::Unplaced => Self::Choices,
            Price::Desired => Self::Rows(Group::Choices, missed::priced),
            Price::NewSlot => Self::Rows(Group::NewSlots, new_slot::rows),
            Price::TeacherDay => Self::Rows(Group::TeacherDays, teacher_day::rows),
            Price::TeacherGap => Self::Rows(Group::Gaps, teacher_gap::rows),
        }
    }

    /// The rows of every rule and price that the solution in view breaks, in the order in which they enter the program.
    pub(super) fn broken(view: &View<'_>) -> Vec<Row> {
        let rules = Rule::ALL.into_iter().map(Self::of_rule);
        let encodings = rules.chain(Price::ALL.into_iter().map(Self::of_price));
        let mut found: Vec<(Group, Row)> = encodings.flat_map(|one| one.separate(view)).collect();
        put_in_order(view.problem, &mut found);
        found.into_iter().map(|(_, row)| row).collect()
    }

    fn separate(self, view: &View<'_>) -> Vec<(Group, Row)> {
        let Self::Rows(group, separate) = self else { return Vec::new() };
        let mut rows = Vec::new();
        separate(view, &mut rows);
        rows.into_iter().map(|row| (group, row)).collect()
    }
}
