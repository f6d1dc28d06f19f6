//! Choices of days that are still open, and how the search divides by them.

use super::separate::{Solution, Value};
pub(super) use crate::model::OpenChoices;
use crate::problem::{Choice, Chooser, ChooserId, LessonId, Problem, SeatId, Table};

/// A chooser with more than one choice open.
pub(super) fn undecided(choices: &OpenChoices) -> Option<ChooserId> {
    let is_undecided = |open: &[bool]| open.iter().filter(|&&open| open).count() > 1;
    choices.pairs().find(|(_, open)| is_undecided(open)).map(|(chooser, _)| chooser)
}

/// Closes choices for which a place has no room beside what is decided; `None` if a chooser has none left.
pub(super) fn respect_seats(problem: &Problem, mut choices: OpenChoices) -> Option<OpenChoices> {
    loop {
        let taken = seats_taken(problem, &choices);
        let mut closed = false;
        for (chooser, open) in problem.choosers.iter().zip(&mut choices) {
            let decided = open.iter().filter(|&&open| open).count() == 1;
            for (choice, open) in open.iter_mut().enumerate().filter(|(_, open)| **open) {
                if !fits(problem, chooser, choice, &taken, decided) {
                    *open = false;
                    closed = true;
                }
            }
            if open.iter().all(|&open| !open) {
                return None;
            }
        }
        if !closed {
            return Some(choices);
        }
    }
}

fn seats_taken(problem: &Problem, choices: &OpenChoices) -> Table<SeatId, u32> {
    let mut taken = Table::filled(&problem.seats.ids(), 0);
    for (chooser, open) in problem.choosers.iter().zip(choices) {
        let mut left = (0..open.len()).filter(|&choice| open[choice]);
        if let (Some(only), None) = (left.next(), left.next()) {
            for &(seat, pupils) in &chooser.choices[only].seats {
                taken[seat] += pupils;
            }
        }
    }
    taken
}

fn fits(
    problem: &Problem,
    chooser: &Chooser,
    choice: usize,
    taken: &Table<SeatId, u32>,
    decided: bool,
) -> bool {
    chooser.choices[choice].seats.iter().all(|&(seat, pupils)| {
        let others = if decided { taken[seat] - pupils } else { taken[seat] };
        others + pupils <= problem.seats[seat]
    })
}

/// The nodes in which `chooser` has one choice, those first that disturb the solution least.
pub(super) fn divide(
    problem: &Problem,
    open: &OpenChoices,
    chooser: ChooserId,
    solution: Option<&Solution>,
) -> Vec<OpenChoices> {
    let disturbance = |choice: usize| {
        let away = &problem.choosers[chooser].choices[choice];
        solution.map_or(0.0, |solution| disturbance(problem, chooser, away, solution))
    };
    let mut choices: Vec<(f64, usize)> = (0..open[chooser].len())
        .filter(|&choice| open[chooser][choice])
        .map(|choice| (disturbance(choice), choice))
        .collect();
    choices.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let only = |(_, choice): (f64, usize)| {
        let mut only = open.clone();
        only[chooser].fill(false);
        only[chooser][choice] = true;
        respect_seats(problem, only)
    };
    choices.into_iter().filter_map(only).collect()
}

/// One choice for each chooser, one after the other those that disturb the baseline least; `None` if places run out.
pub(super) fn least_disturbing(problem: &Problem, open: &OpenChoices) -> Option<OpenChoices> {
    let at_home = Solution::at_home(problem);
    let mut open = open.clone();
    while let Some(chooser) = undecided(&open) {
        open = divide(problem, &open, chooser, Some(&at_home)).into_iter().next()?;
    }
    Some(open)
}

/// How many periods that the chooser attends are on days away, in a solution.
fn disturbance(problem: &Problem, chooser: ChooserId, choice: &Choice, solution: &Solution) -> f64 {
    let missed = |(lesson, values): (LessonId, &[Value])| {
        let lesson = problem.lesson(lesson);
        let attended = lesson.attendance.iter().filter(|one| one.chooser == chooser);
        let offsets = || attended.clone().flat_map(|one| &one.periods);
        let of_booking = |(booking, value): &Value| {
            let cell = booking.cell(problem);
            let away = offsets().filter(|one| choice.away[cell.later(one.0)]).count();
            value * u32::try_from(away).map_or(f64::INFINITY, f64::from)
        };
        values.iter().map(of_booking).sum::<f64>()
    };
    solution.lessons().map(missed).sum()
}
