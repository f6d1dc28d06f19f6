//! A solution of the program, with only the lessons written down that are not wholly at home.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::model::Booking;
use crate::problem::{LessonId, Problem};

/// A booking, and its value: how much of its lesson has it.
pub(in crate::solve) type Value = (Booking, f64);

/// A solution: for each lesson its bookings with their values, which add up to one.
#[derive(Clone, Debug)]
pub(in crate::solve) struct Solution {
    homes: Rc<[Value]>,
    moved: BTreeMap<LessonId, Vec<Value>>,
}

impl Solution {
    /// Every lesson at home.
    pub(in crate::solve) fn at_home(problem: &Problem) -> Self {
        let home = |(lesson, _)| (Booking::home(problem, lesson), 1.0);
        Self { homes: problem.lessons().map(home).collect(), moved: BTreeMap::new() }
    }

    /// The lesson's bookings become these; left at home if they are its home alone.
    pub(in crate::solve) fn put(&mut self, lesson: LessonId, values: Vec<Value>) {
        if !matches!(values.as_slice(), [(booking, _)] if *booking == self.homes[lesson.index()].0)
        {
            self.moved.insert(lesson, values);
        }
    }

    /// The bookings of `lesson` with their values.
    pub(in crate::solve) fn values(&self, lesson: LessonId) -> &[Value] {
        let home = || std::slice::from_ref(&self.homes[lesson.index()]);
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
