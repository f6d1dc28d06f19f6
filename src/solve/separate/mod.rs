//! Finds rows that the present solution breaks. Rules and prices between lessons enter the program only so.

mod clashes;
mod disturbed;
mod envelope;
mod gaps;
mod loads;
mod solution;
#[cfg(test)]
mod tests;
mod usage;

pub(super) use solution::{Solution, Value};

use disturbed::Disturbed;
use usage::Usage;

use crate::domain::Week;
use crate::model::{Auxiliary, Limits, Row};
use crate::problem::{ClassId, Problem};

/// A row is broken if its left side exceeds its right by more than this, in bookings: less is hardly worth a row, and what is
/// left of it branching decides. Of a solution whose values are whole every row that is broken exceeds it.
const BROKEN: f64 = 2e-2;

/// What a separator sees.
struct View<'a> {
    problem: &'a Problem,
    limits: &'a Limits,
    disturbed: Disturbed,
    usage: Usage<'a>,
    solution: &'a Solution,
    units: &'a dyn Fn(Auxiliary) -> f64,
    /// By class: a part for each division, any that the class has.
    default_parts: &'a [Vec<u16>],
}

/// Finds broken rows; none if the solution, where it is whole, is a timetable with the points that it claims.
pub(super) struct Separator {
    default_parts: Vec<Vec<u16>>,
    /// Whether no row is broken where every lesson is at home, so that only whom a solution disturbs is looked at.
    is_sound_at_home: bool,
}

impl Separator {
    /// A separator for `problem`.
    pub(super) fn new(problem: &Problem, limits: &Limits) -> Self {
        let mut separator = Self { default_parts: default_parts(problem), is_sound_at_home: false };
        let at_home = Solution::at_home(problem);
        separator.is_sound_at_home =
            separator.broken(problem, limits, &at_home, &|_| 0.0).is_empty();
        separator
    }

    /// The rows that `solution` breaks, where auxiliary columns have `units`.
    pub(super) fn broken(
        &self,
        problem: &Problem,
        limits: &Limits,
        solution: &Solution,
        units: &dyn Fn(Auxiliary) -> f64,
    ) -> Vec<Row> {
        let disturbed = self.disturbed(problem, solution);
        let view = View {
            problem,
            limits,
            usage: Usage::of(problem, solution, &disturbed),
            disturbed,
            solution,
            units,
            default_parts: &self.default_parts,
        };
        let mut rows = Vec::new();
        view.clashes(&mut rows);
        view.new_slots(&mut rows);
        view.loads(&mut rows);
        view.teacher_days(&mut rows);
        view.gaps(&mut rows);
        rows.into_iter().map(Row::reduced).collect()
    }

    fn disturbed(&self, problem: &Problem, solution: &Solution) -> Disturbed {
        if self.is_sound_at_home {
            Disturbed::by(problem, solution)
        } else {
            Disturbed::all(problem)
        }
    }
}

impl View<'_> {
    fn weeks(&self) -> impl Iterator<Item = Week> + use<> {
        self.problem.cycle().iter()
    }
}

/// By class and division: a part that the class has, or a number that is none.
fn default_parts(problem: &Problem) -> Vec<Vec<u16>> {
    let uses = problem.lessons.iter().flat_map(|lesson| &lesson.classes);
    let in_parts: Vec<(ClassId, usize, &[u16])> = uses
        .filter_map(|used| Some((used.class, used.parts.as_ref()?)))
        .map(|(class, (division, parts))| (class, usize::from(*division), parts.as_slice()))
        .collect();
    let count = in_parts.iter().map(|one| one.1 + 1).max().unwrap_or(0);
    let mut defaults = vec![vec![u16::MAX; count]; problem.lessons_of_class.len()];
    for (class, division, parts) in in_parts {
        if let Some(&first) = parts.first() {
            defaults[class.index()][division] = first;
        }
    }
    defaults
}
