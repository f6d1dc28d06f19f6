//! Pricing beside a slow recomputation: every booking by itself, every row term by term.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use itertools::Itertools;

use super::{Cutting, Master};
use crate::domain::{Effort, Stop};
use crate::model::{Auxiliary, Booking, Bound, Row, SCALE, Scope, Term, most_points, points};
use crate::problem::{ChooserId, IndexedLesson};
use crate::solve::branch::Decision;
use crate::solve::separate::Value;
use crate::solve::tests::{Chance, Tiny, all_open, bookings_in, coefficient, decided, mixed};

/// A school in which rows have entered the program: those that its relaxation needs, and those that some solutions break.
fn master<'a>(tiny: &'a Tiny, scope: &Scope, chance: &mut Chance) -> Master<'a> {
    let worst = most_points(&tiny.problem);
    let mut master = Master::new(&tiny.problem, &tiny.limits, scope.clone(), worst);
    let _ = master.relax(worst + 1, &mut Cutting::at_root(), &Stop::never());
    for _ in 0..3 {
        if let Some(solution) = mixed(&tiny.problem, scope, chance) {
            let rows = master.separate(&solution);
            master.add_rows(rows);
        }
    }
    master
}

/// Duals of no particular merit, most of them of the sign that counts.
fn any_duals(master: &Master<'_>, chance: &mut Chance) -> Vec<f64> {
    let rows = 0..master.program.lp.row_count();
    rows.map(|_| if chance.percent(70) { 8.0 - 40.0 * chance.fraction() } else { 0.0 }).collect()
}

/// Prices of bookings by their definition.
struct Slow<'m> {
    master: &'m Master<'m>,
    duals: &'m [f64],
    scale: i64,
}

impl Slow<'_> {
    /// What a row is charged for each time that it counts a booking, in points × the scale.
    fn multiplier(&self, dual: f64) -> i64 {
        whole(-dual * float(self.scale)).max(0)
    }

    fn multipliers(&self) -> Vec<i64> {
        let rows = self.master.program.rows.iter();
        rows.map(|row| self.multiplier(self.duals[row.lp_row.0] * row.scale)).collect()
    }

    fn of_missed(&self) -> (i64, i64) {
        let allowance = self.master.program.allowance.as_ref();
        let multiplier = allowance.map(|one| self.multiplier(self.duals[one.lp_row.0]));
        (multiplier.unwrap_or(0), self.master.problem.allowance.unwrap_or(0))
    }

    /// The points of a booking, and what the rows charge for it.
    fn cost(&self, booking: &Booking) -> i64 {
        let Master { problem, scope, program, .. } = self.master;
        let rows = program.rows.iter().zip(self.multipliers());
        let charged = rows.map(|(row, times)| times * coefficient(problem, &row.row, booking));
        let missed = scope.desired_missed(booking.lesson, booking.start);
        scope.points(problem, booking).unwrap() * self.scale
            + charged.sum::<i64>()
            + self.of_missed().0 * missed
    }

    /// By start: what the cheapest booking costs.
    fn costs(&self, lesson: &IndexedLesson) -> Vec<Option<i64>> {
        let open = bookings_in(self.master.problem, &self.master.scope, lesson.id);
        let at = |start| {
            let here = open.iter().filter(|booking| booking.start == start);
            here.map(|booking| self.cost(booking)).min()
        };
        (0..lesson.starts.len()).map(at).collect()
    }

    /// The Lagrangean bound, in points × the scale; `None` if a lesson has no booking.
    fn bound(&self) -> Option<i128> {
        let Master { problem, program, scope, .. } = self.master;
        let cheapest =
            problem.lessons.iter().map(|lesson| self.costs(lesson).into_iter().flatten().min());
        let mut bound: i128 = cheapest.sum::<Option<i64>>()?.into();
        let multipliers = self.multipliers();
        for (row, &times) in program.rows.iter().zip(&multipliers) {
            bound -= i128::from(times) * i128::from(row.row.right_side);
        }
        let (missed, allowance) = self.of_missed();
        bound -= i128::from(missed) * i128::from(allowance);
        for &auxiliary in program.auxiliaries.list() {
            let relieved: i64 = program
                .rows
                .iter()
                .zip(&multipliers)
                .map(|(row, times)| times * relief(&row.row.reliefs, auxiliary))
                .sum();
            let counted = missed * auxiliary.desired_missed(problem);
            let unit = auxiliary.points(problem) * self.scale + counted - relieved;
            bound += i128::from(unit.min(0)) * i128::from(auxiliary.most(problem));
        }
        for (chooser, open) in scope.open_choices().pairs() {
            let open = (0..open.len()).filter(|&choice| open[choice]);
            bound += i128::from(open.map(|choice| self.choice_cost(chooser, choice)).min()?);
        }
        Some(bound)
    }

    /// The points of a choice, and what the rows charge for it.
    fn choice_cost(&self, chooser: ChooserId, choice: usize) -> i64 {
        let Master { problem, program, .. } = self.master;
        let counted = |row: &Row| -> i64 {
            let terms = row.terms.iter();
            terms.filter(|one| one.0 == Term::Choice(chooser, choice)).map(|one| one.1).sum()
        };
        let rows = program.rows.iter().zip(self.multipliers());
        let charged: i64 = rows.map(|(row, times)| times * counted(&row.row)).sum();
        problem.choosers[chooser].choices[choice].points * self.scale + charged
    }
}

fn relief(reliefs: &[(Auxiliary, i64)], auxiliary: Auxiliary) -> i64 {
    reliefs.iter().filter(|one| one.0 == auxiliary).map(|one| one.1).sum()
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
const fn float(number: i64) -> f64 {
    number as f64
}

#[expect(clippy::cast_possible_truncation, reason = "small numbers")]
fn whole(number: f64) -> i64 {
    number.round() as i64
}

/// A school with a scope: strict or not, with an allowance or not, with choices open or not.
fn drawn(seed: u64, chance: &mut Chance) -> (Tiny, Scope) {
    let mut tiny = Tiny::new(seed, chance.pick(&[Effort::Strict, Effort::Best]));
    tiny.problem.allowance = chance.percent(30).then_some(1);
    let decided = decided(&tiny.problem, chance);
    let choices = if chance.percent(30) { all_open(&tiny.problem) } else { decided };
    let scope = Scope::new(&tiny.problem, choices);
    (tiny, scope)
}

#[test]
fn what_starts_cost_is_what_their_cheapest_bookings_cost() {
    let (mut compared, mut dearer) = (0, 0);
    for seed in 0..150 {
        let mut chance = Chance::new(seed);
        let (tiny, scope) = drawn(seed, &mut chance);
        let master = master(&tiny, &scope, &mut chance);
        for _ in 0..5 {
            let duals = any_duals(&master, &mut chance);
            let charges = master.charges(&duals);
            let slow = Slow { master: &master, duals: &duals, scale: charges.scale() };
            for lesson in &tiny.problem.lessons {
                let costs = slow.costs(lesson);
                assert_eq!(master.costs(lesson, &charges), costs, "seed {seed}");
                compared += 1;
                let points = |start| scope.start_points(lesson.id, start);
                let is_dearer = |(start, cost): (usize, &Option<i64>)| {
                    cost.is_some_and(|cost| Some(cost) != points(start).map(|one| one * SCALE))
                };
                dearer += usize::from(costs.iter().enumerate().any(is_dearer));
            }
        }
    }
    assert!(compared > 2000 && dearer > 1000, "{compared} lessons, {dearer} of them charged");
}

#[test]
fn the_cheapest_bookings_below_the_threshold_are_wanted() {
    let (mut some, mut many) = (0, 0);
    for seed in 0..150 {
        let mut chance = Chance::new(seed);
        let (tiny, scope) = drawn(seed, &mut chance);
        let master = master(&tiny, &scope, &mut chance);
        for _ in 0..5 {
            let duals = any_duals(&master, &mut chance);
            let charges = master.charges(&duals);
            let slow = Slow { master: &master, duals: &duals, scale: charges.scale() };
            for lesson in &tiny.problem.lessons {
                let mut costs: Vec<i64> = slow.costs(lesson).into_iter().flatten().collect();
                costs.sort_unstable();
                let threshold = i64::try_from(chance.below(60)).unwrap() * charges.scale();
                let mut wanted = Vec::new();
                let cheapest = master.sweep(lesson, &charges, threshold, &mut wanted);
                assert_eq!(cheapest, costs.first().copied(), "seed {seed}");
                costs.retain(|&cost| cost < threshold);
                costs.truncate(super::pricing::ENTER_AT_ONCE);
                let entering: Vec<i64> = wanted.iter().map(|booking| slow.cost(booking)).collect();
                assert_eq!(entering, costs, "seed {seed}");
                some += usize::from(!costs.is_empty());
                many += usize::from(costs.len() > 1);
            }
        }
    }
    assert!(some > 1000 && many > 500, "{some} with wanted bookings, {many} with several");
}

#[test]
fn the_bound_is_what_its_formula_says_and_no_more_than_any_timetable_costs() {
    let (mut compared, mut tight) = (0, 0);
    for seed in 0..150 {
        let mut chance = Chance::new(seed);
        let (tiny, scope) = drawn(seed, &mut chance);
        let mut master = master(&tiny, &scope, &mut chance);
        let cheapest = all_points(&tiny, &scope).map(|all| all.into_iter().map(|one| one.1).min());
        let worst = most_points(&tiny.problem);
        let relaxed = master.relax(worst + 1, &mut Cutting::at_root(), &Stop::never());
        master.solve_program(f64::INFINITY, &Stop::never());
        let duals = master.duals();
        let scale = master.scale(&duals);
        let slow = Slow { master: &master, duals: &duals, scale }.bound();
        let expected = slow.map(|bound| Bound::AtLeast(bound * i128::from(SCALE / scale)));
        assert_eq!(master.price().bound, expected.unwrap_or(Bound::Impossible), "seed {seed}");
        compared += 1;
        if let Some(Some(cheapest)) = cheapest {
            assert!(relaxed.bound.points() <= cheapest, "seed {seed}");
            tight += usize::from(relaxed.bound.points() == cheapest && cheapest > 0);
        }
    }
    assert!(compared > 100 && tight > 15, "{compared} bounds, {tight} of them tight");
}

/// Every allowed timetable of a scope, with its points under the cheapest choices; `None` if there are too many to try.
fn all_points(tiny: &Tiny, scope: &Scope) -> Option<Vec<(Vec<Booking>, i64)>> {
    let all = tiny.timetables()?.into_iter();
    let open = scope
        .open_choices()
        .iter()
        .map(|open| (0..open.len()).filter(|&choice| open[choice]).collect::<Vec<usize>>());
    let ways = open.multi_cartesian_product();
    let ways: Vec<Scope> = ways.map(|choices| Scope::decided(&tiny.problem, &choices)).collect();
    let priced = all.filter_map(|bookings| {
        let points = |way| points(&tiny.problem, &tiny.limits, way, &bookings);
        let points = ways.iter().filter_map(points).min()?;
        tiny.is_allowed(&bookings).then_some((bookings, points))
    });
    Some(priced.collect())
}

#[test]
fn no_timetable_below_the_cutoff_has_a_start_that_is_fixed_by_reduced_cost() {
    let (mut fixed, mut tried) = (0, 0);
    for seed in 0..150 {
        let mut chance = Chance::new(seed);
        let (tiny, scope) = drawn(seed, &mut chance);
        let Some(all) = all_points(&tiny, &scope) else { continue };
        let Some(cheapest) = all.iter().map(|one| one.1).min() else { continue };
        let worst = most_points(&tiny.problem);
        let mut master = Master::new(&tiny.problem, &tiny.limits, scope.clone(), worst);
        let relaxed = master.relax(worst + 1, &mut Cutting::at_root(), &Stop::never());
        let Some((_, reduced_costs)) = relaxed.solution else { continue };
        for more in [1, 3, 10] {
            let cutoff = cheapest + more;
            let decisions = reduced_costs.fixed_by_reduced_cost(cutoff);
            fixed += decisions.len();
            for (bookings, _) in all.iter().filter(|one| one.1 < cutoff) {
                let excludes = |one: &Decision| {
                    bookings
                        .iter()
                        .any(|booking| booking.lesson == one.lesson() && one.excludes(booking))
                };
                assert!(!decisions.iter().any(excludes), "seed {seed}: {bookings:?}");
                tried += 1;
            }
        }
    }
    assert!(fixed > 200 && tried > 300, "{fixed} decisions, {tried} timetables");
}

#[test]
fn what_is_closed_keeps_its_cost_so_that_the_duals_are_those_of_the_parent() {
    let mut closed = 0;
    for seed in 0..150 {
        let mut chance = Chance::new(seed);
        let (tiny, scope) = drawn(seed, &mut chance);
        let mut master = master(&tiny, &scope, &mut chance);
        master.solve_program(f64::INFINITY, &Stop::never());
        let (before, program) = (master.duals(), master.program());
        let dear = |values: &[Value]| {
            values.iter().find(|(one, _)| scope.points(&tiny.problem, one) > Some(0)).cloned()
        };
        let solution = master.solution();
        let Some((booking, _)) = solution.lessons().find_map(|(_, values)| dear(values)) else {
            continue;
        };
        let mut below = scope.clone();
        below.close_start(booking.lesson, booking.start);
        master.return_to(below, program);
        assert_eq!(master.duals(), before, "seed {seed}");
        closed += 1;
    }
    assert!(closed > 40, "{closed} bookings closed");
}
