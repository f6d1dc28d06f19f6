//! A solution of the program, with only the lessons written down that are not wholly at home.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::Booking;
use crate::problem::{ChooserId, LessonId, Problem, Table};

/// A booking, and its value: how much of its lesson has it.
pub(in crate::solve) type Value = (Booking, f64);

/// A solution: for each lesson its bookings with their values, which add up to one, and for each chooser the values of the
/// choices.
#[derive(Clone, Debug)]
pub(in crate::solve) struct Solution {
    /// `None` for a lesson without a place.
    homes: Arc<[Option<Value>]>,
    moved: BTreeMap<LessonId, Vec<Value>>,
    choices: Table<ChooserId, Vec<f64>>,
}

impl Solution {
    /// Every lesson at home that has one, and no choices made but those that are none.
    pub(in crate::solve) fn at_home(problem: &Problem) -> Self {
        let home = |(lesson, _)| Some((Booking::home(problem, lesson)?, 1.0));
        let only = |count: usize| vec![if count == 1 { 1.0 } else { 0.0 }; count];
        Self {
            homes: problem.lessons().map(home).collect(),
            moved: BTreeMap::new(),
            choices: problem.choosers.iter().map(|chooser| only(chooser.choices.len())).collect(),
        }
    }

    /// A timetable: a booking for each lesson, a choice for each chooser.
    pub(in crate::solve) fn whole(
        problem: &Problem,
        bookings: &[Booking],
        choices: &[usize],
    ) -> Self {
        let mut whole = Self::at_home(problem);
        whole.choose_all(choices);
        for booking in bookings {
            whole.put(booking.lesson, vec![(booking.clone(), 1.0)]);
        }
        whole
    }

    /// The lesson's bookings become these; left at home if they are its home alone.
    pub(in crate::solve) fn put(&mut self, lesson: LessonId, values: Vec<Value>) {
        let home = self.homes[lesson.index()].as_ref().map(|home| &home.0);
        let stays = matches!(values.as_slice(), [(booking, _)] if Some(booking) == home);
        if !stays {
            self.moved.insert(lesson, values);
        }
    }

    /// The values of a chooser's choices become these.
    pub(in crate::solve) fn choose(&mut self, chooser: ChooserId, values: Vec<f64>) {
        self.choices[chooser] = values;
    }

    /// The choice of each chooser becomes this.
    pub(in crate::solve) fn choose_all(&mut self, choices: &[usize]) {
        for (values, &choice) in self.choices.iter_mut().zip(choices) {
            values.fill(0.0);
            values[choice] = 1.0;
        }
    }

    /// The values of a chooser's choices.
    pub(in crate::solve) fn choices(&self, chooser: ChooserId) -> &[f64] {
        &self.choices[chooser]
    }

    /// The bookings of `lesson` with their values.
    pub(in crate::solve) fn values(&self, lesson: LessonId) -> &[Value] {
        let home = || self.homes[lesson.index()].as_slice();
        self.moved.get(&lesson).map_or_else(home, Vec::as_slice)
    }

    /// The lessons with their bookings, in order.
    pub(in crate::solve) fn lessons(&self) -> impl Iterator<Item = (LessonId, &[Value])> {
        (0..self.homes.len()).map(LessonId::new).map(|lesson| (lesson, self.values(lesson)))
    }

    /// The lessons that are not wholly at home, with their bookings.
    pub(in crate::solve) fn moved(&self) -> impl Iterator<Item = (LessonId, &[Value])> {
        self.moved.iter().map(|(&lesson, values)| (lesson, values.as_slice()))
    }
}
