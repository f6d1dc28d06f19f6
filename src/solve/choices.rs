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
            closed |= close_full(problem, chooser, open, &taken);
            if open.iter().all(|&open| !open) {
                return None;
            }
        }
        if !closed {
            return Some(choices);
        }
    }
}

/// Closes those of a chooser's choices for which a place has no room, where so many seats are taken; whether there were any.
fn close_full(
    problem: &Problem,
    chooser: &Chooser,
    open: &mut [bool],
    taken: &Table<SeatId, u32>,
) -> bool {
    // The seats of the only choice are among those that are taken.
    let own: &[(SeatId, u32)] = only(open).map_or(&[], |only| &chooser.choices[only].seats);
    let mut closed = false;
    for (choice, is_open) in open.iter_mut().enumerate().filter(|(_, is_open)| **is_open) {
        let fits = chooser.choices[choice].seats.iter().all(|&(seat, pupils)| {
            taken[seat] - pupils_in(own, seat) + pupils <= problem.seats[seat]
        });
        if !fits {
            *is_open = false;
            closed = true;
        }
    }
    closed
}

/// How many of these `seats` are seats of this number.
fn pupils_in(seats: &[(SeatId, u32)], seat: SeatId) -> u32 {
    seats.iter().filter(|one| one.0 == seat).map(|one| one.1).sum()
}

/// The choice that is open, if it is the only one.
fn only(open: &[bool]) -> Option<usize> {
    let mut left = (0..open.len()).filter(|&choice| open[choice]);
    left.next().filter(|_| left.next().is_none())
}

fn seats_taken(problem: &Problem, choices: &OpenChoices) -> Table<SeatId, u32> {
    let mut taken = Table::filled(&problem.seats.ids(), 0);
    for (chooser, open) in problem.choosers.iter().zip(choices) {
        for &(seat, pupils) in only(open).iter().flat_map(|&only| &chooser.choices[only].seats) {
            taken[seat] += pupils;
        }
    }
    taken
}

/// The nodes in which `chooser` has one choice, those first that disturb the solution least.
pub(super) fn divide(
    problem: &Problem,
    open: &OpenChoices,
    chooser: ChooserId,
    solution: Option<&Solution>,
) -> Vec<OpenChoices> {
    let alternatives = problem.choosers[chooser].choices.iter().enumerate();
    let mut choices: Vec<(f64, usize)> = alternatives
        .filter(|&(choice, _)| open[chooser][choice])
        .map(|(choice, away)| {
            let disturbed = solution.map(|solution| disturbance(problem, chooser, away, solution));
            (disturbed.unwrap_or(0.0), choice)
        })
        .collect();
    choices.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let nodes = choices.into_iter().map(|(_, choice)| with_only(open, chooser, choice));
    nodes.filter_map(|choices| respect_seats(problem, choices)).collect()
}

/// The same, but with one choice alone open to a chooser.
fn with_only(open: &OpenChoices, chooser: ChooserId, choice: usize) -> OpenChoices {
    let mut choices = open.clone();
    choices[chooser].fill(false);
    choices[chooser][choice] = true;
    choices
}

/// One choice for each chooser, one after the other those that disturb the baseline least; `None` if seats run out.
pub(super) fn least_disturbing(problem: &Problem, open: &OpenChoices) -> Option<OpenChoices> {
    let at_home = Solution::at_home(problem);
    let mut decided = open.clone();
    while let Some(chooser) = undecided(&decided) {
        decided = divide(problem, &decided, chooser, Some(&at_home)).into_iter().next()?;
    }
    Some(decided)
}

/// How many periods that the chooser attends are on days away, in a solution.
fn disturbance(problem: &Problem, chooser: ChooserId, choice: &Choice, solution: &Solution) -> f64 {
    let lessons = solution.lessons();
    lessons.map(|(lesson, values)| missed(problem, (lesson, chooser), choice, values)).sum()
}

/// How many periods of a lesson that a chooser attends are on days away, where it has these values.
fn missed(
    problem: &Problem,
    (lesson, chooser): (LessonId, ChooserId),
    choice: &Choice,
    values: &[Value],
) -> f64 {
    let attendance = problem.lesson(lesson).attendance.iter();
    let attended = attendance.filter(|one| one.chooser == chooser);
    let offsets: Vec<u8> = attended.flat_map(|one| &one.periods).map(|period| period.0).collect();
    let of_booking = |(booking, value): &Value| {
        let cell = booking.cell(problem);
        let away = offsets.iter().filter(|&&offset| choice.away[cell.later(offset)]);
        value * u32::try_from(away.count()).map_or(f64::INFINITY, f64::from)
    };
    values.iter().map(of_booking).sum()
}
