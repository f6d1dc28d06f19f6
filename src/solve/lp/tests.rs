//! The simplex beside another solver's, warm beside afresh, and its proofs of infeasibility in whole numbers.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use good_lp::{Expression, ProblemVariables, ResolutionError, Solution, SolverModel, variable};
use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

use super::{Lp, LpRow, SolveLimits, SolveStatus, Variable};
use crate::domain::Stop;

/// What perturbations of costs and right-hand sides can move an objective of these programs by.
const TOLERANCE: f64 = 2e-3;

/// A program in whole numbers: minimise `costs · x` with `0 ≤ x ≤ uppers`, and rows.
#[derive(Clone, Debug, Default)]
struct Drawn {
    costs: Vec<i64>,
    uppers: Vec<i64>,
    rows: Vec<DrawnRow>,
}

/// `Σ entries + slack = right_side`, `0 ≤ slack ≤ slack_upper`, at no cost.
#[derive(Clone, Debug)]
struct DrawnRow {
    entries: Vec<(usize, i64)>,
    right_side: i64,
    slack_upper: Option<i64>,
}

struct Chance(Pcg32);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(Pcg32::seed_from_u64(seed))
    }

    fn between(&mut self, first: i64, last: i64) -> i64 {
        let count = u64::try_from(last - first + 1).unwrap();
        first + i64::try_from(self.0.next_u64() % count).unwrap()
    }

    /// A row that the middle of the bounds keeps, but for one in five.
    fn row(&mut self, uppers: &[i64]) -> DrawnRow {
        let mut entries = Vec::new();
        let mut right_side = if self.between(0, 4) == 0 { -self.between(1, 5) } else { 0 };
        for (column, upper) in uppers.iter().enumerate() {
            let (is_in, entry) = (self.between(0, 2) == 0, self.between(-2, 3));
            if is_in && entry != 0 {
                entries.push((column, entry));
                right_side += entry * (upper / 2);
            }
        }
        let slack_upper = match self.between(0, 3) {
            0 => Some(0),
            1 => Some(2),
            _ => None,
        };
        right_side += self.between(0, slack_upper.unwrap_or(3));
        DrawnRow { entries, right_side, slack_upper }
    }

    fn program(&mut self) -> Drawn {
        let columns = self.between(1, 8);
        let uppers: Vec<i64> = (0..columns).map(|_| self.between(0, 4)).collect();
        Drawn {
            costs: (0..columns).map(|_| self.between(-5, 9)).collect(),
            rows: (0..self.between(1, 7)).map(|_| self.row(&uppers)).collect(),
            uppers,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
const fn float(whole: i64) -> f64 {
    whole as f64
}

impl Drawn {
    fn build(&self) -> (Lp, Vec<Variable>, Vec<LpRow>) {
        let mut lp = Lp::default();
        let columns = self.costs.iter().zip(&self.uppers);
        let columns: Vec<Variable> = columns
            .map(|(&cost, &upper)| lp.add_column(float(cost), float(upper), std::iter::empty()))
            .collect();
        let rows = self.rows.iter().map(|row| row.enter(&mut lp, &columns)).collect();
        (lp, columns, rows)
    }

    /// The least objective by another solver; `None` if there is no solution.
    fn by_another(&self) -> Option<f64> {
        let mut variables = ProblemVariables::new();
        let columns: Vec<_> = self
            .uppers
            .iter()
            .map(|&upper| variables.add(variable().min(0.0).max(float(upper))))
            .collect();
        let weigh = |terms: &mut dyn Iterator<Item = (usize, i64)>| {
            terms.fold(Expression::from(0.0), |sum, (column, times)| {
                sum + float(times) * columns[column]
            })
        };
        let objective = weigh(&mut self.costs.iter().copied().enumerate());
        let mut model = variables.minimise(objective.clone()).using(good_lp::microlp);
        for row in &self.rows {
            let left = weigh(&mut row.entries.iter().copied());
            model.add_constraint(left.clone().leq(float(row.right_side)));
            if let Some(most) = row.slack_upper {
                model.add_constraint(left.geq(float(row.right_side - most)));
            }
        }
        match model.solve() {
            Ok(solution) => Some(solution.eval(&objective)),
            Err(ResolutionError::Infeasible) => None,
            Err(error) => panic!("{error}: {self:?}"),
        }
    }
}

impl DrawnRow {
    fn enter(&self, lp: &mut Lp, columns: &[Variable]) -> LpRow {
        let entries: Vec<(Variable, f64)> =
            self.entries.iter().map(|&(column, entry)| (columns[column], float(entry))).collect();
        let upper = self.slack_upper.map_or(f64::INFINITY, float);
        lp.add_row(&entries, float(self.right_side), 0.0, upper)
    }
}

/// The least objective; `None` if there is no solution.
fn solved(lp: &mut Lp) -> Option<f64> {
    let limits = SolveLimits { pivots: 10_000, objective: f64::INFINITY, stop: &Stop::never() };
    match lp.solve(&limits) {
        SolveStatus::Optimal => Some(lp.objective()),
        SolveStatus::Infeasible => None,
        status => panic!("{status:?}"),
    }
}

fn agree(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < TOLERANCE,
        (None, None) => true,
        _ => false,
    }
}

#[test]
fn the_optimum_is_that_of_another_solver() {
    let (mut optimal, mut infeasible) = (0, 0);
    for seed in 0..3000 {
        let drawn = Chance::new(seed).program();
        let (ours, others) = (solved(&mut drawn.build().0), drawn.by_another());
        assert!(agree(ours, others), "seed {seed}: {ours:?} and {others:?} of {drawn:?}");
        *if ours.is_some() { &mut optimal } else { &mut infeasible } += 1;
    }
    assert!(optimal > 800 && infeasible > 300, "{optimal} optimal, {infeasible} infeasible");
}

#[test]
fn a_program_that_changed_is_solved_as_one_that_is_new() {
    let mut compared = 0;
    after_changes(|at, lp, drawn| {
        let (warm, afresh) = (solved(lp), solved(&mut drawn.build().0));
        assert!(agree(warm, afresh), "{at}: {warm:?}, {afresh:?}, {drawn:?}");
        compared += usize::from(warm.is_some());
    });
    assert!(compared > 800, "{compared} optima");
}

#[test]
fn the_weights_of_the_dual_are_the_squared_lengths_of_the_rows_of_the_inverse() {
    let (mut compared, mut long) = (0, 0);
    after_changes(|at, lp, _| {
        if solved(lp).is_none() {
            return;
        }
        for position in 0..lp.head.len() {
            lp.compute_multipliers(position);
            let length: f64 = lp.work.multipliers.iter().map(|entry| entry * entry).sum();
            let weight = lp.dual_weights[position];
            assert!((weight - length).abs() < 1e-6 * length, "{at}");
            compared += 1;
            long += usize::from(length > 1.5);
        }
    });
    assert!(
        compared > 3000 && long > 500,
        "{compared} weights, {long} of rows that are not of units"
    );
}

/// Looks at many programs after each of some changes, of which each goes on where the one before ended.
fn after_changes(mut look: impl FnMut(&str, &mut Lp, &Drawn)) {
    for seed in 0..400 {
        let mut chance = Chance::new(seed);
        let mut drawn = chance.program();
        let (mut lp, mut columns, mut rows) = drawn.build();
        for step in 0..12 {
            change(&mut chance, &mut drawn, (&mut lp, &mut columns, &mut rows));
            look(&format!("seed {seed}, step {step}"), &mut lp, &drawn);
        }
    }
}

/// Adds, fixes or removes something, in the program and in what was drawn.
fn change(
    chance: &mut Chance,
    drawn: &mut Drawn,
    (lp, columns, rows): (&mut Lp, &mut Vec<Variable>, &mut Vec<LpRow>),
) {
    let mut any = |count: usize| {
        usize::try_from(chance.between(0, i64::try_from(count).unwrap() - 1)).unwrap()
    };
    let (column, row) = (any(drawn.costs.len()), any(drawn.rows.len()));
    match any(6) {
        0 => {
            let new = chance.row(&drawn.uppers);
            rows.push(new.enter(lp, columns));
            drawn.rows.push(new);
        }
        1 => {
            let (cost, upper) = (chance.between(-5, 9), chance.between(0, 4));
            let entry = chance.between(1, 3);
            let entries = [(rows[row], float(entry))].into_iter();
            columns.push(lp.add_column(float(cost), float(upper), entries));
            drawn.rows[row].entries.push((drawn.costs.len(), entry));
            drawn.costs.push(cost);
            drawn.uppers.push(upper);
        }
        2 | 3 => {
            drawn.uppers[column] = chance.between(0, 4);
            lp.set_upper(columns[column], float(drawn.uppers[column]));
        }
        4 => {
            drawn.costs[column] = chance.between(-5, 9);
            lp.set_cost(columns[column], float(drawn.costs[column]));
        }
        _ if drawn.rows.len() > 1 && drawn.costs.len() > 1 => {
            let gone = (BTreeSet::from([rows[row]]), BTreeSet::from([columns[column]]));
            let renumbering = lp.remove(&gone.0, &gone.1);
            *columns = columns.iter().filter_map(|&one| renumbering.variable(one)).collect();
            *rows = rows.iter().filter_map(|&one| renumbering.row(one)).collect();
            drawn.remove(row, column);
        }
        _ => {}
    }
}

impl Drawn {
    fn remove(&mut self, row: usize, column: usize) {
        self.rows.remove(row);
        self.costs.remove(column);
        self.uppers.remove(column);
        for row in &mut self.rows {
            row.entries.retain(|one| one.0 != column);
            for (other, _) in row.entries.iter_mut().filter(|one| one.0 > column) {
                *other -= 1;
            }
        }
    }

    /// Whether whole multipliers of the rows show that there is no solution: what they add up to is never their right side.
    fn is_refuted(&self, multipliers: &[i128]) -> bool {
        let mut sums = vec![0_i128; self.costs.len()];
        let (mut least, mut most, mut right_side) = (0_i128, 0_i128, 0_i128);
        let mut bounded = [true, true];
        for (row, &multiplier) in self.rows.iter().zip(multipliers) {
            right_side += multiplier * i128::from(row.right_side);
            for &(column, entry) in &row.entries {
                sums[column] += multiplier * i128::from(entry);
            }
            if let Some(upper) = row.slack_upper.map(i128::from) {
                least += (multiplier * upper).min(0);
                most += (multiplier * upper).max(0);
            } else {
                bounded[0] &= multiplier >= 0;
                bounded[1] &= multiplier <= 0;
            }
        }
        for (sum, &upper) in sums.into_iter().zip(&self.uppers) {
            least += (sum * i128::from(upper)).min(0);
            most += (sum * i128::from(upper)).max(0);
        }
        (bounded[0] && least > right_side) || (bounded[1] && most < right_side)
    }
}

#[test]
fn infeasibility_is_shown_in_whole_numbers() {
    let mut shown = 0;
    for seed in 0..3000 {
        let drawn = Chance::new(seed).program();
        let (mut lp, _, rows) = drawn.build();
        if solved(&mut lp).is_none() {
            let mut multipliers = vec![0; rows.len()];
            for (LpRow(row), multiplier) in lp.dual_ray() {
                multipliers[row] = whole(multiplier);
            }
            assert!(drawn.is_refuted(&multipliers), "seed {seed}: {multipliers:?} of {drawn:?}");
            shown += 1;
        }
    }
    assert!(shown > 300, "{shown} infeasible programs");
}

#[expect(clippy::cast_possible_truncation, reason = "a cast from float saturates")]
fn whole(multiplier: f64) -> i128 {
    i128::from((multiplier * f64::from(1_u32 << 30)).round() as i64)
}
