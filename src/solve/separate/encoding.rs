//! How the search keeps each rule, and how it counts each price. Whoever adds one is led here by the compiler.

use super::order::{Group, put_in_order};
use super::{
    View, class_clash, class_gaps, new_slot, room_clash, subject_per_day, teacher_clash,
    teacher_day, teacher_gap, teacher_per_day,
};
use crate::domain::{Price, Rule};
use crate::model::Row;

/// How the search keeps a rule, or counts a price.
pub(super) enum Encoding {
    /// By each lesson alone: a [`Scope`](crate::model::Scope) has no booking that breaks it, and the points of each.
    Bookings,
    /// By the choices of those who choose: [`choices`](crate::solve::choices) leaves none that breaks it.
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
            | Rule::ClassHours => Self::Bookings,
            Rule::RequiredMissed | Rule::PlaceFull | Rule::Away => Self::Choices,
            Rule::ClassClash => Self::Rows(Group::Clashes, class_clash::rows),
            Rule::TeacherClash => Self::Rows(Group::Clashes, teacher_clash::rows),
            Rule::RoomClash => Self::Rows(Group::Clashes, room_clash::rows),
            Rule::ClassGaps => Self::Rows(Group::Gaps, class_gaps::rows),
            Rule::SubjectPerDay => Self::Rows(Group::Loads, subject_per_day::rows),
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
            | Price::Desired
            | Price::Required => Self::Bookings,
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
