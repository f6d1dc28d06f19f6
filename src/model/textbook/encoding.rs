//! How the textbook model keeps each rule, and how it counts each price. Whoever adds one is led here by the compiler.

use super::draft::Draft;
use super::tables::Tables;
use crate::domain::{Price, Rule};

impl Draft<'_> {
    /// Writes the rows of `rule`, if bookings and choices alone do not keep it.
    pub(super) fn keep(&mut self, tables: &Tables<'_>, rule: Rule) {
        match rule {
            // No lesson has a start that breaks them: see `problem/starts.rs`.
            Rule::Grid
            | Rule::Locked
            | Rule::TeacherUnavailable
            | Rule::Break
            | Rule::ClassHours
            | Rule::ClassUnavailable
            | Rule::Allowed
            // Each lesson has a booking.
            | Rule::Unplaced
            // No booking has rooms that break them: see `bookings.rs`.
            | Rule::Exchange
            | Rule::RoomUnavailable => (),
            Rule::ClassClash => self.class_clash(tables),
            Rule::TeacherClash => self.teacher_clash(tables),
            Rule::RoomClash => self.room_clash(),
            Rule::RequiredMissed => self.required_missed(),
            Rule::ClassGaps => self.class_gaps(tables),
            Rule::SubjectPerDay | Rule::Apart => self.per_day(rule),
            Rule::TooFar => self.too_far(),
            Rule::OneDay => self.one_day(),
            Rule::TeacherPerDay => self.teacher_per_day(),
            Rule::PlaceFull => self.place_full(),
            Rule::Away => self.away(),
        }
    }

    /// Writes the columns and rows of `price`, if the points of bookings do not count it.
    pub(super) fn count(&mut self, tables: &Tables<'_>, price: Price) {
        match price {
            Price::OtherDay
            | Price::SameDay
            | Price::Bystander
            | Price::Room
            // By the points of choices.
            | Price::Wish
            | Price::Unplaced
            // Counted with what is missed of desired lessons, by the same column.
            | Price::Required => (),
            Price::NewSlot => self.new_slot(tables),
            Price::TeacherDay => self.teacher_day(),
            Price::TeacherGap => self.teacher_gap(tables),
            Price::Desired => self.missed(),
        }
    }
}
