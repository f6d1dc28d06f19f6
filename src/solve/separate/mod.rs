//! Finds rows that the present solution breaks. Rules and prices between lessons enter the program only so.

mod beside;
mod class_clash;
mod class_gaps;
mod day_limits;
mod disturbed;
mod encoding;
mod envelope;
mod missed;
mod new_slot;
mod one_day;
mod order;
mod place_full;
mod required_missed;
mod room_clash;
mod solution;
mod teacher_clash;
mod teacher_day;
mod teacher_gap;
mod teacher_per_day;
#[cfg(test)]
mod tests;
mod too_far;
mod usage;

pub(super) use solution::{Solution, Value};

use disturbed::Disturbed;
use encoding::Encoding;
use usage::Usage;

use crate::domain::Week;
use crate::model::{Auxiliary, DayShape, Excess, Limits, Row};
use crate::problem::{ClassId, DayId, LessonId, Problem, Table};

/// A row is broken if its left side exceeds its right by more than this, in bookings: less is hardly worth a row, and what is
/// left of it branching decides. Of a solution whose values are whole every row that is broken exceeds it.
const BROKEN: f64 = 2e-2;
/// Uses, in bookings, are alike that differ by less than this: sums of the same values in another order.
const ALIKE: f64 = 1e-9;

/// What a separator sees.
struct View<'a> {
    problem: &'a Problem,
    limits: &'a Limits,
    disturbed: Disturbed,
    usage: Usage<'a>,
    solution: &'a Solution,
    /// The value of a lesson's bookings on a day.
    day_values: Table<(LessonId, DayId), f64>,
    units: &'a dyn Fn(Auxiliary) -> f64,
    /// For each class a part of each division, any that the class has.
    default_parts: &'a Table<ClassId, Vec<u16>>,
}

/// Finds broken rows; none if the solution, where it is whole, is a timetable with the points that it claims.
pub(super) struct Separator {
    default_parts: Table<ClassId, Vec<u16>>,
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
            day_values: day_values(problem, solution),
            units,
            default_parts: &self.default_parts,
        };
        Encoding::broken(&view).into_iter().map(Row::reduced).collect()
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
    /// Every day of every week.
    fn days(&self) -> impl Iterator<Item = (Week, DayId)> + use<> {
        let days = self.problem.frame.days();
        self.problem.frame.weeks().flat_map(move |week| days.clone().map(move |day| (week, day)))
    }

    /// What a day may look like.
    fn day_shape(&self, day: DayId, free_gaps: u32, excess: Excess) -> DayShape {
        let cells = self.problem.frame.cells_of(day);
        let in_grid = cells.map(|cell| self.problem.frame.in_grid(cell)).collect();
        DayShape { in_grid, free_gaps, excess }
    }
}

fn day_values(problem: &Problem, solution: &Solution) -> Table<(LessonId, DayId), f64> {
    let mut on_days = Table::filled(&(problem.lessons.ids(), problem.frame.days()), 0.0);
    for (booking, value) in solution.lessons().flat_map(|(_, values)| values) {
        on_days[(booking.lesson, problem.frame.day(booking.cell(problem)))] += value;
    }
    on_days
}

/// By class and division: a part that the class has, or a number that is none.
fn default_parts(problem: &Problem) -> Table<ClassId, Vec<u16>> {
    let uses = problem.lessons.iter().flat_map(|lesson| &lesson.classes);
    let in_parts: Vec<(ClassId, usize, &[u16])> = uses
        .filter_map(|used| Some((used.class, used.parts.as_ref()?)))
        .map(|(class, (division, parts))| (class, usize::from(*division), parts.as_slice()))
        .collect();
    let count = in_parts.iter().map(|one| one.1 + 1).max().unwrap_or(0);
    let mut defaults = Table::filled(&problem.classes(), vec![u16::MAX; count]);
    for (class, division, parts) in in_parts {
        if let Some(&first) = parts.first() {
            defaults[class][division] = first;
        }
    }
    defaults
}

#[expect(clippy::cast_precision_loss, reason = "limits and periods are small whole numbers")]
const fn to_float(whole: i64) -> f64 {
    whole as f64
}
