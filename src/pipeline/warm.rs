//! The same school again and again, a lesson being held now here, now there.

use std::collections::BTreeMap;

use super::posed::Posed;
use super::{Answer, Demands, Held, Refusal};
use crate::domain::{Effort, Proposal, School, Slot, Stop};
use crate::model::proposed;
use crate::solve::{self, WarmRoot};

/// A school with the root of its search solved, where every question begins that holds one lesson more.
pub struct Warm<'a> {
    posed: Posed<'a>,
    /// `None` where it has no solution: then each question is searched from nothing.
    root: Option<WarmRoot>,
}

impl<'a> Warm<'a> {
    /// Solves the root of `school` with what is demanded; a proposal that keeps it may be `known`.
    #[must_use]
    pub fn of(
        school: &'a School,
        demands: Demands<'_>,
        effort: Effort,
        known: Option<&Proposal>,
        stop: &Stop,
    ) -> Self {
        let posed = Posed::of(school, demands, effort);
        let root = posed.to_search().and_then(|problem| {
            let known = known.and_then(|known| proposed(school, problem, known));
            WarmRoot::of(problem, known.as_ref(), stop)
        });
        Self { posed, root }
    }

    /// For each slot in which the lesson of this index in [`School::lessons`] may start, the least that a timetable costs in
    /// which it starts there, in points; `None` where there is none. Soon known, and seldom all that it costs.
    #[must_use]
    pub fn least_at_each(&self, lesson: usize, stop: &Stop) -> BTreeMap<Slot, Option<i64>> {
        let Some(root) = &self.root else { return BTreeMap::new() };
        self.posed.each_start(lesson, |problem, lesson| root.least_at_each(problem, lesson, stop))
    }

    /// The answer with one lesson more held.
    ///
    /// # Errors
    /// [`Refusal::JudgedWrong`] if the program's own judge does not agree with it.
    pub fn solve_held(&self, held: Held, stop: &Stop) -> Result<Answer, Refusal> {
        self.posed.holding(held).answer(&mut |problem| match &self.root {
            Some(root) => root.solve(problem, stop),
            None => solve::solve(problem, stop, &mut |_| ()),
        })
    }
}
