//! Pricing: which bookings of the school the present multipliers want, and what bound they prove.

use std::sync::Arc;

use super::{Entered, Master, to_float};
use crate::model::{Booking, Bound, Charges, OpenChoices, SCALE, lower_bound};
use crate::problem::{Choice, ChooserId, IndexedLesson, LessonId, RoomId, Table};
use crate::solve::branch::Decision;
use crate::solve::record::Multipliers;

/// A booking enters if its reduced cost is below that of its lesson's bookings by so many points: a ten-thousandth of the
/// least that proposals can differ by; or, where points are many, by so many of the program's units of cost, which is ten of
/// its tolerances, for below them what enters would not be pivoted on.
const WORTH_ENTERING: f64 = 1e-4;
const WORTH_ENTERING_IN_UNITS: f64 = 1e-5;
/// At most so many bookings of a lesson enter at once: more make the program larger, and few of those that are cheap at the
/// present multipliers are cheap at the next.
pub(super) const ENTER_AT_ONCE: usize = 4;
/// What any booking can be charged stays below this, 2⁵⁹: four bits short of what 64 bits hold, for sums of a few.
const LARGEST_CHARGE: f64 = 576_460_752_303_423_488.0;

/// How pricing went.
pub(super) struct Priced {
    /// The proven bound.
    pub(super) bound: Bound,
    /// So many bookings entered.
    pub(super) entered: usize,
    /// What proves it, where account is kept.
    pub(super) multipliers: Option<Multipliers>,
}

/// What every start and every choice costs under some multipliers, and the bound that they prove.
pub(in crate::solve) struct ReducedCosts {
    /// By lesson and start, in points × `scale`; `None` where it may not start.
    costs: Vec<Vec<Option<i64>>>,
    /// By chooser and choice; `None` where it is closed.
    choices: Table<ChooserId, Vec<Option<i64>>>,
    scale: i64,
    bound: Bound,
    /// The multipliers, where account is kept.
    multipliers: Option<Multipliers>,
}

impl ReducedCosts {
    /// The bound that they prove.
    pub(in crate::solve) const fn bound(&self) -> Bound {
        self.bound
    }

    /// The multipliers under which they are what they are, where account is kept.
    pub(in crate::solve) const fn multipliers(&self) -> Option<&Multipliers> {
        self.multipliers.as_ref()
    }

    /// The starts that no proposal below `cutoff` has: a proposal with a booking that costs more than its lesson's
    /// cheapest costs at least so much more than the bound.
    ///
    /// # Source
    /// G. B. Dantzig, D. R. Fulkerson, S. M. Johnson: Solution of a large-scale traveling-salesman problem (1954).
    pub(in crate::solve) fn fixed_by_reduced_cost(&self, cutoff: i64) -> Vec<Decision> {
        let Some(gap) = self.gap(cutoff) else { return Vec::new() };
        let lessons = (0..self.costs.len()).map(LessonId::new);
        let fixed = lessons.map(|lesson| (lesson, self.beyond(gap, &self.costs[lesson.index()])));
        fixed
            .filter(|(_, starts)| !starts.is_empty())
            .map(|(lesson, starts)| Decision::Close(lesson, starts))
            .collect()
    }

    /// The choices among those that are `open` that a proposal below `cutoff` can have.
    pub(in crate::solve) fn choices_left(&self, open: &OpenChoices, cutoff: i64) -> OpenChoices {
        let mut left = open.clone();
        let Some(gap) = self.gap(cutoff) else { return left };
        for (open, costs) in left.iter_mut().zip(&self.choices) {
            for choice in self.beyond(gap, costs) {
                open[choice] = false;
            }
        }
        left
    }

    /// No proposal in which `lesson` starts at its start number `start` has fewer points than this says.
    pub(in crate::solve) fn least_at(&self, lesson: LessonId, start: usize) -> Bound {
        let costs = &self.costs[lesson.index()];
        match (self.bound, costs[start], least(costs)) {
            (Bound::AtLeast(bound), Some(cost), Some(least)) => {
                let dearer = (i128::from(cost) - i128::from(least)) * self.finer();
                Bound::AtLeast(bound + dearer)
            }
            _ => Bound::Impossible,
        }
    }

    /// What a proposal below `cutoff` may cost more than the bound, in points × [`SCALE`]; `None` where there is none.
    fn gap(&self, cutoff: i64) -> Option<i128> {
        let Bound::AtLeast(bound) = self.bound else { return None };
        Some(i128::from(cutoff - 1) * i128::from(SCALE) - bound)
    }

    /// What turns points × `scale` into points × [`SCALE`].
    fn finer(&self) -> i128 {
        i128::from(SCALE / self.scale)
    }

    /// Which of some `costs` exceed the least by more than `gap`, in points × [`SCALE`].
    fn beyond(&self, gap: i128, costs: &[Option<i64>]) -> Vec<usize> {
        let Some(least) = least(costs) else { return Vec::new() };
        let finer = self.finer();
        let exceeds = |cost: i64| (i128::from(cost) - i128::from(least)) * finer > gap;
        (0..costs.len()).filter(|&start| costs[start].is_some_and(exceeds)).collect()
    }
}

fn least(costs: &[Option<i64>]) -> Option<i64> {
    costs.iter().copied().flatten().min()
}

impl Master<'_> {
    /// Prices every booking of the school with the present multipliers: enters those that are wanted, proves a bound.
    pub(super) fn price(&mut self) -> Priced {
        let duals = self.duals();
        let charges = self.charges(&duals);
        let mut cheapest = Vec::with_capacity(self.problem.lessons.len());
        let mut wanted = Vec::new();
        for lesson in &self.problem.lessons {
            let threshold = self.threshold(lesson, &charges, &duals);
            cheapest.push(self.sweep(lesson, &charges, threshold, &mut wanted));
        }
        let bound = self.bound(&charges, cheapest.into_iter());
        let multipliers = self.accounted(&duals, charges.scale());
        let entered = wanted.into_iter().filter(|booking| self.enter(booking.clone())).count();
        Priced { bound, entered, multipliers }
    }

    /// What every start costs under the present multipliers.
    pub(super) fn reduced_costs(&mut self) -> ReducedCosts {
        let duals = self.duals();
        let charges = self.charges(&duals);
        let costs: Vec<Vec<Option<i64>>> =
            self.problem.lessons.iter().map(|lesson| self.costs(lesson, &charges)).collect();
        let least = costs.iter().map(|costs| least(costs));
        ReducedCosts {
            bound: self.bound(&charges, least),
            choices: self.choice_costs(&charges),
            scale: charges.scale(),
            multipliers: self.accounted(&duals, charges.scale()),
            costs,
        }
    }

    /// The multipliers that these dual values are as whole numbers of that `scale`, where account is kept.
    fn accounted(&self, duals: &[f64], scale: i64) -> Option<Multipliers> {
        self.derived.as_ref()?;
        let rows = self.program.rows.iter();
        let charged = rows.map(|entered| {
            (Arc::clone(&entered.row), to_multiplier(charge(duals, entered), scale))
        });
        Some(Multipliers { scale, rows: charged.filter(|one| one.1 > 0).collect() })
    }

    /// The bound that `charges` prove, given the cheapest booking of each lesson.
    fn bound(&self, charges: &Charges<'_>, cheapest: impl Iterator<Item = Option<i64>>) -> Bound {
        let open = self.scope.open_choices();
        lower_bound(self.problem, &self.program.auxiliaries, charges, open, cheapest)
    }

    /// What every open choice costs.
    fn choice_costs(&self, charges: &Charges<'_>) -> Table<ChooserId, Vec<Option<i64>>> {
        let of_chooser = |(chooser, open): (ChooserId, &Vec<bool>)| {
            let choices = self.problem.choosers[chooser].choices.iter().enumerate();
            let cost = |(choice, own): (usize, &Choice)| {
                open[choice].then(|| own.points * charges.scale() + charges.choice(chooser, choice))
            };
            choices.map(cost).collect()
        };
        self.scope.open_choices().pairs().map(of_chooser).collect()
    }

    /// The multipliers of the program's rows, in points.
    pub(super) fn duals(&mut self) -> Vec<f64> {
        // Any multipliers are valid; those of numbers that went bad are left out.
        let in_points = |dual: f64| if dual.is_finite() { dual * self.unit } else { 0.0 };
        self.program.lp.duals().into_iter().map(in_points).collect()
    }

    pub(super) fn charges(&self, duals: &[f64]) -> Charges<'_> {
        let scale = self.scale(duals);
        let multiplier = |entered: &Entered| to_multiplier(charge(duals, entered), scale);
        let rows = self.program.rows.iter().map(|entered| (&*entered.row, multiplier(entered)));
        let charges = Charges::of(self.problem, &self.program.auxiliaries, rows);
        self.charge_missed(charges.counted_in(scale), duals)
    }

    /// By how much of a point the charges are counted, one over so much: [`SCALE`], unless sums of them might not fit into 64 bits.
    ///
    /// No use of a class, a teacher or a room can be charged more than all rows charge together, their multipliers times
    /// what they count at most; a booking has so many uses, and its own points are no more than those of the worst
    /// proposal. All sums of charges are sums of some of these.
    #[expect(clippy::cast_possible_truncation, reason = "a cast from float saturates")]
    pub(super) fn scale(&self, duals: &[f64]) -> i64 {
        let rows = self.program.rows.iter();
        let charged: f64 = rows
            .map(|entered| charge(duals, entered).max(0.0) * to_float(entered.row.weight()))
            .sum();
        let most = (charged + self.charge_of_all_missed(duals) + self.worst) * self.most_uses;
        let finest = (LARGEST_CHARGE / most) as i64;
        if finest >= SCALE { SCALE } else { 1 << finest.max(1).ilog2() }
    }

    /// What each start of `lesson` costs at least, where it may start.
    pub(super) fn costs(&self, lesson: &IndexedLesson, charges: &Charges<'_>) -> Vec<Option<i64>> {
        let starts = 0..lesson.starts.len();
        starts
            .map(|start| self.scope.cheapest(self.problem, charges, lesson, start, i64::MAX))
            .map(|found| found.map(|(cost, _)| cost))
            .collect()
    }

    /// Below which reduced cost a booking of `lesson` is wanted.
    fn threshold(&self, lesson: &IndexedLesson, charges: &Charges<'_>, duals: &[f64]) -> i64 {
        let worth =
            to_multiplier(WORTH_ENTERING.max(WORTH_ENTERING_IN_UNITS * self.unit), charges.scale());
        match self.program.lesson_rows[lesson.id.index()] {
            Some(row) => to_signed_multiplier(duals[row.0], charges.scale()).saturating_sub(worth),
            None => self.cost_of_staying(lesson, charges).map_or(i64::MAX, |cost| cost - worth),
        }
    }

    fn cost_of_staying(&self, lesson: &IndexedLesson, charges: &Charges<'_>) -> Option<i64> {
        let home = self.homes[lesson.id.index()].as_ref()?;
        let cell = home.cell(self.problem);
        let points = self.scope.points(self.problem, home)?;
        let day = self.problem.frame.day(cell);
        let in_rooms: i64 =
            lesson.rooms.iter().map(|used| charges.room(used.room, &used.periods, cell)).sum();
        Some(points * charges.scale() + charges.start(lesson, cell, day) + in_rooms)
    }

    /// What the cheapest booking of `lesson` costs; those below `threshold` are wanted, at most [`ENTER_AT_ONCE`].
    ///
    /// Most starts cost so many points that no charges could make them cheap; they are passed over at once.
    pub(super) fn sweep(
        &self,
        lesson: &IndexedLesson,
        charges: &Charges<'_>,
        threshold: i64,
        wanted: &mut Vec<Booking>,
    ) -> Option<i64> {
        let floor = charges.floor(lesson);
        let mut cheapest: Option<i64> = None;
        let mut below: Vec<(i64, usize, Vec<RoomId>)> = Vec::new();
        for start in self.home_first(lesson) {
            let Some(points) = self.scope.start_points(lesson.id, start) else { continue };
            let enough = cheapest.map_or(i64::MAX, |least| least.max(threshold));
            if points * charges.scale() + floor >= enough {
                continue;
            }
            let found = self.scope.cheapest(self.problem, charges, lesson, start, enough);
            let Some((cost, rooms)) = found else { continue };
            cheapest = Some(cheapest.map_or(cost, |least| least.min(cost)));
            if cost < threshold {
                below.push((cost, start, rooms));
            }
        }
        wanted.extend(first_of(below, lesson.id));
        cheapest
    }

    /// The starts of `lesson`, its home first if it has one: nothing is as cheap if nothing is charged.
    fn home_first(&self, lesson: &IndexedLesson) -> impl Iterator<Item = usize> {
        let home = self.homes[lesson.id.index()].as_ref().map(|home| home.start);
        let others = (0..lesson.starts.len()).filter(move |&start| Some(start) != home);
        home.into_iter().chain(others)
    }
}

/// The cheapest of some bookings of `lesson`: each with its cost, start and rooms.
fn first_of(
    mut bookings: Vec<(i64, usize, Vec<RoomId>)>,
    lesson: LessonId,
) -> impl Iterator<Item = Booking> {
    bookings.sort();
    let cheapest = bookings.into_iter().take(ENTER_AT_ONCE);
    cheapest.map(move |(_, start, rooms)| Booking { lesson, start, rooms })
}

/// What a period that `entered` counts once is charged, in points.
fn charge(duals: &[f64], entered: &Entered) -> f64 {
    -duals[entered.lp_row.0] * entered.scale
}

/// A multiplier (≥ 0) in points × `scale`.
pub(super) fn to_multiplier(points: f64, scale: i64) -> i64 {
    to_signed_multiplier(points, scale).max(0)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from float saturates; any multiplier is valid"
)]
fn to_signed_multiplier(points: f64, scale: i64) -> i64 {
    (points * to_float(scale)).round() as i64
}
