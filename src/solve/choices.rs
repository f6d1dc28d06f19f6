//! Choices that are still open, what one chooser's leave to others, and how the search divides by them.

use std::collections::BTreeSet;

use super::branch::INTEGRALITY;
use super::separate::{Solution, Value};
use crate::domain::{Day, Price};
pub(super) use crate::model::OpenChoices;
use crate::problem::{
    Chooser, ChooserId, DaySet, LessonId, PeriodId, Problem, SeatId, SharedDays, Table,
};

/// A chooser with more than one choice open.
pub(super) fn undecided(choices: &OpenChoices) -> Option<ChooserId> {
    let is_undecided = |open: &[bool]| open.iter().filter(|&&open| open).count() > 1;
    choices.pairs().find(|(_, open)| is_undecided(open)).map(|(chooser, _)| chooser)
}

/// A chooser with more than one choice open between which a solution does not choose.
pub(super) fn fractional(
    problem: &Problem,
    choices: &OpenChoices,
    solution: &Solution,
) -> Option<ChooserId> {
    let is_fractional =
        |&(chooser, _): &(ChooserId, &Vec<bool>)| integral(solution.choices(chooser)).is_none();
    let mut fractional = choices.pairs().filter(is_fractional).map(|(chooser, _)| chooser);
    let first = fractional.next()?;
    // What days are away settles more than who is.
    Some(fractional.find(|&one| problem.choosers[one].days.is_some()).unwrap_or(first))
}

/// The choices that a solution makes, if it makes all of them; the days away are those of who is.
pub(super) fn chosen(problem: &Problem, solution: &Solution) -> Option<Vec<usize>> {
    let mut chosen: Vec<usize> = Vec::new();
    for (id, chooser) in problem.choosers.pairs() {
        chosen.push(match &chooser.days {
            None => integral(solution.choices(id))?,
            Some(days) => {
                let all = days.of_choices(problem, &chosen);
                days.sets.iter().position(|&set| set == all)?
            }
        });
    }
    Some(chosen)
}

/// The choice that has all of the value.
fn integral(values: &[f64]) -> Option<usize> {
    values.iter().position(|&value| value > 1.0 - INTEGRALITY)
}

/// The only open choice of each chooser, if each has one alone.
pub(super) fn decided(choices: &OpenChoices) -> Option<Vec<usize>> {
    choices.iter().map(|open| only(open)).collect()
}

/// Closes choices that what is decided leaves nobody: places without room, days on which a place has nobody, and for who is
/// alike in everything the choices before an earlier one's. `None` if a chooser has none left.
pub(super) fn propagated(problem: &Problem, mut choices: OpenChoices) -> Option<OpenChoices> {
    loop {
        let (taken, days) = (seats_taken(problem, &choices), days_taken(problem, &choices));
        let decided: Vec<Option<usize>> = choices.iter().map(|open| only(open)).collect();
        let mut closed = keep_in_order(problem, &mut choices);
        closed |= share_days(problem, &mut choices);
        for ((chooser, open), decided) in problem.choosers.iter().zip(&mut choices).zip(decided) {
            let own = decided.map_or(&[][..], |own| &chooser.choices[own].seats);
            closed |= close_full(problem, chooser, open, (&taken, own));
            closed |= close_other_days(chooser, open, &days);
        }
        if choices.iter().any(|open| open.iter().all(|&open| !open)) {
            return None;
        }
        if !closed {
            return Some(choices);
        }
    }
}

/// Of two choosers who are alike in everything, the later has no earlier choice: whether anything was closed for that.
fn keep_in_order(problem: &Problem, choices: &mut OpenChoices) -> bool {
    let mut closed = false;
    for (later, chooser) in problem.choosers.pairs() {
        let Some(earlier) = chooser.alike else { continue };
        let first = choices[earlier].iter().position(|&open| open);
        let last = choices[later].iter().rposition(|&open| open);
        let (Some(first), Some(last)) = (first, last) else { continue };
        closed |= close(&mut choices[later][..first]);
        closed |= close(&mut choices[earlier][last + 1..]);
    }
    closed
}

/// Closes choices whose days no set that is open holds, and sets that do not hold the days of who is decided: whether there
/// were any.
fn share_days(problem: &Problem, choices: &mut OpenChoices) -> bool {
    let mut closed = false;
    for (id, chooser) in problem.choosers.pairs() {
        let Some(days) = &chooser.days else { continue };
        for &member in &days.members {
            let sets = days.sets.iter().zip(&choices[id]).filter(|(_, open)| **open);
            let sets: Vec<DaySet> = sets.map(|(&set, _)| set).collect();
            let own = problem.choosers[member].choices.iter();
            for (open, choice) in choices[member].iter_mut().zip(own) {
                if *open && !sets.iter().any(|set| choice.whole_days & !set == 0) {
                    *open = false;
                    closed = true;
                }
            }
        }
        closed |= close_sets(problem, days, id, choices);
    }
    closed
}

/// Closes the sets that do not hold the days of members who are decided; those that hold more, once all are.
fn close_sets(
    problem: &Problem,
    days: &SharedDays,
    id: ChooserId,
    choices: &mut OpenChoices,
) -> bool {
    let of_member = |&member: &ChooserId| {
        let choice = only(&choices[member])?;
        Some(problem.choosers[member].choices[choice].whole_days)
    };
    let decided: Vec<DaySet> = days.members.iter().filter_map(of_member).collect();
    let all: DaySet = decided.iter().fold(0, |all, own| all | own);
    let are_all = decided.len() == days.members.len();
    let mut closed = false;
    for (open, &set) in choices[id].iter_mut().zip(&days.sets) {
        if *open && (all & !set != 0 || (are_all && set != all)) {
            *open = false;
            closed = true;
        }
    }
    closed
}

/// Closes these choices; whether any was open.
fn close(open: &mut [bool]) -> bool {
    let was_open = open.contains(&true);
    open.fill(false);
    was_open
}

/// Closes those of a chooser's choices for which a place has no room, where so many seats are taken, some of them the
/// chooser's own; whether there were any.
fn close_full(
    problem: &Problem,
    chooser: &Chooser,
    open: &mut [bool],
    (taken, own): (&Table<SeatId, u32>, &[(SeatId, u32)]),
) -> bool {
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

/// Closes those of a chooser's choices that are at a place on other days than somebody is; whether there were any.
fn close_other_days(chooser: &Chooser, open: &mut [bool], taken: &DaysTaken<'_>) -> bool {
    let mut closed = false;
    for (choice, is_open) in open.iter_mut().enumerate().filter(|(_, is_open)| **is_open) {
        let mut days = chooser.choices[choice].days.iter();
        if days
            .any(|(place, own)| taken.iter().any(|&(there, days)| there == *place && days != own))
        {
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

/// The days on which somebody is decided to be at a place where all are on the same.
type DaysTaken<'a> = Vec<(usize, &'a BTreeSet<Day>)>;

fn days_taken<'a>(problem: &'a Problem, choices: &OpenChoices) -> DaysTaken<'a> {
    let decided = problem.choosers.iter().zip(choices);
    let decided = decided.filter_map(|(chooser, open)| Some(&chooser.choices[only(open)?]));
    decided.flat_map(|choice| &choice.days).map(|(place, days)| (*place, days)).collect()
}

/// The nodes in which `chooser` has one choice: those first that the solution has most of, then those that disturb it least.
pub(super) fn divide(
    problem: &Problem,
    open: &OpenChoices,
    chooser: ChooserId,
    solution: Option<&Solution>,
) -> Vec<OpenChoices> {
    let alternatives = 0..problem.choosers[chooser].choices.len();
    let mut choices: Vec<([f64; 2], usize)> = alternatives
        .filter(|&choice| open[chooser][choice])
        .map(|choice| {
            let merit = solution.map(|solution| {
                let cost = cost(problem, chooser, choice, solution);
                [-solution.choices(chooser)[choice], cost]
            });
            (merit.unwrap_or_default(), choice)
        })
        .collect();
    let by_merit = |one: &[f64; 2], other: &[f64; 2]| {
        one[0].total_cmp(&other[0]).then(one[1].total_cmp(&other[1]))
    };
    choices.sort_by(|one, other| by_merit(&one.0, &other.0).then(one.1.cmp(&other.1)));
    let nodes = choices.into_iter().map(|(_, choice)| with_only(open, chooser, choice));
    nodes.filter_map(|choices| propagated(problem, choices)).collect()
}

/// The same, but with one choice alone open to a chooser.
fn with_only(open: &OpenChoices, chooser: ChooserId, choice: usize) -> OpenChoices {
    let mut choices = open.clone();
    choices[chooser].fill(false);
    choices[chooser][choice] = true;
    choices
}

/// One choice for each chooser, one after the other those that `solution` has most of, or that disturb it least; `None` if
/// seats run out.
pub(super) fn nearest(
    problem: &Problem,
    open: &OpenChoices,
    solution: &Solution,
) -> Option<OpenChoices> {
    let mut decided = open.clone();
    while let Some(chooser) = undecided(&decided) {
        decided = divide(problem, &decided, chooser, Some(solution)).into_iter().next()?;
    }
    Some(decided)
}

/// About what a choice costs where lessons are as in a solution: its own points, and moving what is missed to another day.
fn cost(problem: &Problem, chooser: ChooserId, choice: usize, solution: &Solution) -> f64 {
    let lessons = solution.lessons();
    let missed: f64 =
        lessons.map(|(lesson, values)| missed(problem, (lesson, chooser), choice, values)).sum();
    let move_away = to_float(problem.weights[Price::OtherDay].max(1));
    missed * move_away + to_float(problem.choosers[chooser].choices[choice].points)
}

/// How many periods of a lesson that a chooser attends are missed under a choice, where it has these values.
fn missed(
    problem: &Problem,
    (lesson, chooser): (LessonId, ChooserId),
    choice: usize,
    values: &[Value],
) -> f64 {
    let periods = problem.lesson(lesson).periods.iter().copied();
    let own = periods.filter(|&period| problem.periods[period].chooser == chooser);
    let own: Vec<PeriodId> = own.collect();
    let of_booking = |(booking, value): &Value| {
        let cell = booking.cell(problem);
        let away = own.iter().filter(|&&period| problem.is_away(period, choice, cell));
        value * u32::try_from(away.count()).map_or(f64::INFINITY, f64::from)
    };
    values.iter().map(of_booking).sum()
}

#[expect(clippy::cast_precision_loss, reason = "which choice comes first need not be exact")]
const fn to_float(points: i64) -> f64 {
    points as f64
}
