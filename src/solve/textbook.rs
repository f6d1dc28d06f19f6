//! A second opinion: the textbook model handed to a solver that others wrote, by way of `good_lp`.
//!
//! An opinion is never a proof here: those solvers reckon with floats and tolerances, and what they call optimal is
//! taken at their word. Tests compare it with what [`solve`](super::solve) proves, and benches with how long that
//! takes; no answer of the program rests on it. It may take very long where [`solve`](super::solve) is quick.

use std::time::Duration;

use good_lp::solvers::SolutionStatus;
use good_lp::variable::{ProblemVariables, UnsolvedProblem};
use good_lp::{
    Expression, ResolutionError, Solution, SolverModel, Variable, WithTimeLimit, variable,
};

use super::Found;
use crate::model::textbook::{Constraint, Formulation, Sense, TooLarge};
use crate::model::{Limits, Scope, points};
use crate::problem::Problem;

/// A solver that others wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    /// Written in Rust alone; for tiny schools.
    Microlp,
    /// Among the fastest that are free; needs a C++ compiler to build.
    #[cfg(feature = "highs")]
    Highs,
}

/// What a solver thinks of a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opinion {
    /// No timetable costs less than this one.
    Optimal(Found),
    /// This one was found before the time was up.
    Feasible(Found),
    /// There is no timetable.
    Infeasible,
}

/// Why there is no opinion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoOpinion {
    /// The problem is too large to be written out.
    TooLarge(TooLarge),
    /// The solver gave up, in its own words: the time was up, or it failed.
    GaveUp(String),
    /// What the solver calls a solution is no timetable.
    NoTimetable,
    /// The solver's timetable costs other points than the solver says: the textbook model is wrong, or its solver.
    Miscounted {
        /// Its points.
        counted: i64,
        /// What the solver says.
        said: i64,
    },
}

/// Asks `backend` for the cheapest timetable of `problem`.
///
/// # Errors
/// [`NoOpinion`] where the solver has none, or one that contradicts itself.
pub fn solve_textbook(
    problem: &Problem,
    backend: Backend,
    time_limit: Option<Duration>,
) -> Result<Opinion, NoOpinion> {
    let formulation = Formulation::of(problem).map_err(NoOpinion::TooLarge)?;
    let solved = match backend {
        Backend::Microlp => ask(&formulation, good_lp::microlp, time_limit),
        #[cfg(feature = "highs")]
        Backend::Highs => ask(&formulation, highs, time_limit),
    };
    match solved {
        Ok(solved) => read(problem, &formulation, &solved),
        Err(ResolutionError::Infeasible) => Ok(Opinion::Infeasible),
        Err(error) => Err(NoOpinion::GaveUp(error.to_string())),
    }
}

/// `HiGHS`, exact to the point: its own relative gap would leave the last point open where points are many.
#[cfg(feature = "highs")]
fn highs(unsolved: UnsolvedProblem) -> good_lp::solvers::highs::HighsProblem {
    good_lp::highs(unsolved)
        .set_option("mip_rel_gap", 0.0)
        .set_option("mip_abs_gap", LESS_THAN_A_POINT)
        .set_threads(1)
}

/// Timetables cost whole points: what is this close to a bound is at it.
#[cfg(feature = "highs")]
const LESS_THAN_A_POINT: f64 = 0.9;

/// A column of 0 and 1 with more than this is 1: solvers keep to whole numbers but for a tolerance.
const TAKEN: f64 = 0.5;

/// The value of every column.
struct Solved {
    values: Vec<f64>,
    finished: bool,
}

fn ask<M>(
    formulation: &Formulation,
    solver: impl FnOnce(UnsolvedProblem) -> M,
    time_limit: Option<Duration>,
) -> Result<Solved, ResolutionError>
where
    M: SolverModel<Error = ResolutionError> + WithTimeLimit,
{
    let mut variables = ProblemVariables::new();
    let columns = add_columns(formulation, &mut variables);
    let points = formulation.columns.iter().map(|column| column.points);
    let mut model = solver(variables.minimise(weigh(points.zip(columns.iter().copied()))));
    for row in &formulation.rows {
        model.add_constraint(constraint(row, &columns));
    }
    let limited = time_limit
        .into_iter()
        .fold(model, |model, limit| model.with_time_limit(limit.as_secs_f64()));
    let solution = limited.solve()?;
    Ok(Solved {
        values: columns.iter().map(|&column| solution.value(column)).collect(),
        finished: !matches!(solution.status(), SolutionStatus::TimeLimit),
    })
}

fn add_columns(formulation: &Formulation, variables: &mut ProblemVariables) -> Vec<Variable> {
    let columns = formulation.columns.iter().map(|column| {
        let bounded = variable().min(0.0).max(to_float(column.upper));
        variables.add(if column.kind.is_decision() { bounded.integer() } else { bounded })
    });
    columns.collect()
}

fn constraint(row: &Constraint, columns: &[Variable]) -> good_lp::Constraint {
    let terms = row.terms.iter().map(|&(column, times)| (times, columns[column.0]));
    let right_side = to_float(row.right_side);
    match row.sense {
        Sense::Equal => weigh(terms).eq(right_side),
        Sense::AtMost => weigh(terms).leq(right_side),
    }
}

fn weigh(terms: impl Iterator<Item = (i64, Variable)>) -> Expression {
    let mut expression = Expression::with_capacity(terms.size_hint().0);
    for (times, column) in terms {
        expression.add_mul(to_float(times), column);
    }
    expression
}

/// The timetable that the solver means, its points counted anew.
fn read(
    problem: &Problem,
    formulation: &Formulation,
    solved: &Solved,
) -> Result<Opinion, NoOpinion> {
    let (bookings, mut choices) = formulation.read(|column| solved.values[column.0] > TAKEN);
    // The days of several come after all of theirs.
    for days in problem.choosers.iter().filter_map(|chooser| chooser.days.as_ref()) {
        let all = days.of_choices(problem, &choices);
        choices.extend(days.sets.iter().position(|&set| set == all));
    }
    if bookings.len() != problem.lessons.len() || choices.len() != problem.choosers.len() {
        return Err(NoOpinion::NoTimetable);
    }
    let scope = Scope::decided(problem, &choices);
    let counted = points(problem, &Limits::of(problem), &scope, &bookings);
    let counted = counted.ok_or(NoOpinion::NoTimetable)?;
    let said = nearest(objective(formulation, solved));
    let found = Found { bookings, choices, points: counted }.in_points(problem);
    if !solved.finished {
        Ok(Opinion::Feasible(found))
    } else if counted == said {
        Ok(Opinion::Optimal(found))
    } else {
        Err(NoOpinion::Miscounted { counted, said })
    }
}

fn objective(formulation: &Formulation, solved: &Solved) -> f64 {
    let columns = formulation.columns.iter().zip(&solved.values);
    columns.map(|(column, value)| to_float(column.points) * value).sum()
}

#[expect(clippy::cast_precision_loss, reason = "points and coefficients stay far below 2⁵²")]
const fn to_float(whole: i64) -> f64 {
    whole as f64
}

#[expect(clippy::cast_possible_truncation, reason = "sums of points stay far below 2⁵²")]
fn nearest(value: f64) -> i64 {
    value.round() as i64
}
