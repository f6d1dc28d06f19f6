//! The relaxation of a scope: the program is solved, priced and separated in turn until nothing more is wanted or broken.

use std::ops::ControlFlow;

use super::cutting::Cutting;
use super::pricing::{Priced, ReducedCosts};
use super::{Master, SolveStatus};
use crate::domain::Stop;
use crate::model::Bound;
use crate::solve::record::Multipliers;
use crate::solve::separate::Solution;

/// If the objective rises by this, in units, the program may lose old rows; as long as it does not, it could ask for the
/// same ones again and again.
const WORTH_ITS_ROWS: f64 = 1e-2;

/// What is known after the relaxation of a scope was solved.
pub(in crate::solve) struct Relaxed {
    /// The proven bound of the scope.
    pub(in crate::solve) bound: Bound,
    /// The solution, if the program was solved to its end, and what starts cost there.
    pub(in crate::solve) solution: Option<(Solution, ReducedCosts)>,
    /// Whether more rounds of cutting would be worth their while.
    pub(in crate::solve) can_rise: bool,
    /// What proves the bound, where account is kept.
    pub(in crate::solve) multipliers: Option<Multipliers>,
}

impl Relaxed {
    const fn unsolved(bound: Bound, multipliers: Option<Multipliers>) -> Self {
        Self { bound, solution: None, can_rise: false, multipliers }
    }
}

/// How far a relaxation has come.
struct Course {
    cutoff: i64,
    /// The objective beyond which the program need not be solved to its end.
    limit: f64,
    /// The best bound that was proven.
    bound: Bound,
    /// The objective that the program had when rows were last added.
    risen_to: f64,
    /// Whether the program has been solved from the start again because its numbers went bad: once is enough.
    was_restarted: bool,
    /// What proves the bound, where account is kept.
    multipliers: Option<Multipliers>,
}

impl Course {
    const fn new(cutoff: i64, limit: f64) -> Self {
        let (bound, risen_to) = (Bound::AtLeast(i128::MIN), f64::NEG_INFINITY);
        Self { cutoff, limit, bound, risen_to, was_restarted: false, multipliers: None }
    }

    /// By how much the objective has risen, now that it is so much.
    const fn rise_to(&mut self, objective: f64) -> f64 {
        let rise = objective - self.risen_to;
        self.risen_to = objective;
        rise
    }

    /// The points between the bound and the cutoff.
    fn gap(&self) -> i64 {
        self.cutoff.saturating_sub(self.bound.points())
    }

    const fn end(&mut self) -> ControlFlow<Relaxed> {
        ControlFlow::Break(self.unsolved())
    }

    const fn unsolved(&mut self) -> Relaxed {
        Relaxed::unsolved(self.bound, self.multipliers.take())
    }

    /// Takes over a bound, if it is better.
    fn raise(&mut self, priced: &mut Priced) {
        if priced.bound > self.bound {
            self.bound = priced.bound;
            self.multipliers = priced.multipliers.take();
        }
    }
}

impl Master<'_> {
    /// Solves the relaxation of the present scope, as far as needed to know whether its bound reaches `cutoff`.
    pub(in crate::solve) fn relax(
        &mut self,
        cutoff: i64,
        cutting: &mut Cutting,
        stop: &Stop,
    ) -> Relaxed {
        let mut course = Course::new(cutoff, self.in_units(cutoff));
        self.choose_penalty(course.limit);
        loop {
            let status = self.solve_program(course.limit, stop);
            let mut priced = self.price();
            course.raise(&mut priced);
            if course.bound.points() >= cutoff || stop.is_asked() {
                return course.unsolved();
            }
            if let ControlFlow::Break(relaxed) =
                self.go_on(&mut course, cutting, status, priced.entered)
            {
                return relaxed;
            }
        }
    }

    /// The bound of the present scope after so many `rounds` at most of solving the program, pricing and separating: soon known,
    /// and not much below that of the whole relaxation.
    pub(in crate::solve) fn quick_bound(&mut self, rounds: u32, stop: &Stop) -> Bound {
        let mut bound = Bound::AtLeast(i128::MIN);
        for _ in 0..rounds {
            let status = self.solve_program(f64::INFINITY, stop);
            let priced = self.price();
            bound = bound.max(priced.bound);
            if status != SolveStatus::Optimal || stop.is_asked() {
                break;
            }
            if priced.entered == 0 {
                let solution = self.solution();
                let new = self.separate(&solution);
                if new.is_empty() {
                    break;
                }
                self.add_rows(new);
            }
        }
        bound
    }

    /// What follows when the program was solved with this `status`, and pricing `entered` so many bookings.
    fn go_on(
        &mut self,
        course: &mut Course,
        cutting: &mut Cutting,
        status: SolveStatus,
        entered: usize,
    ) -> ControlFlow<Relaxed> {
        match status {
            SolveStatus::Stuck | SolveStatus::Infeasible if course.was_restarted => course.end(),
            SolveStatus::Stuck | SolveStatus::Infeasible => {
                course.was_restarted = true;
                self.start_afresh();
                ControlFlow::Continue(())
            }
            _ if entered > 0 => ControlFlow::Continue(()),
            // The multipliers, as whole numbers, prove less than the program says: on to its end.
            SolveStatus::ObjectiveLimit if course.limit.is_finite() => {
                course.limit = f64::INFINITY;
                ControlFlow::Continue(())
            }
            SolveStatus::ObjectiveLimit => course.end(),
            SolveStatus::Optimal if self.pays_penalty() && self.raise_penalty() => {
                ControlFlow::Continue(())
            }
            SolveStatus::Optimal => self.cut_off(course, cutting),
        }
    }

    /// Adds the rows that the solution breaks, and zero-half cuts where they pay; the end where there is neither.
    fn cut_off(&mut self, course: &mut Course, cutting: &mut Cutting) -> ControlFlow<Relaxed> {
        let solution = self.solution();
        let objective = self.program.lp.objective();
        let rise = course.rise_to(objective);
        let left = self.in_units(course.cutoff - 1) - objective;
        let mut new = self.separate(&solution);
        if new.is_empty() || Cutting::is_due(rise, left) {
            let pays = cutting.pays(objective, left);
            let may_cut = pays && cutting.take_round();
            if may_cut {
                new.extend(self.zero_half_cuts(&solution));
            }
            if new.is_empty() {
                let relaxed = self.relaxed(course, solution, pays && !may_cut);
                return ControlFlow::Break(relaxed);
            }
        }
        self.add_rows(new);
        if rise > WORTH_ITS_ROWS {
            self.remove_aged(course.gap());
        }
        ControlFlow::Continue(())
    }

    /// The end, at a solution that breaks no row.
    fn relaxed(&mut self, course: &mut Course, solution: Solution, can_rise: bool) -> Relaxed {
        let solution = Some((solution, self.reduced_costs()));
        self.remove_aged(course.gap());
        Relaxed { bound: course.bound, solution, can_rise, multipliers: course.multipliers.take() }
    }
}
