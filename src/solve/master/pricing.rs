//! Pricing: which bookings of the school the present multipliers want, and what bound they prove.

use super::{Entered, Master, to_float};
use crate::model::{Booking, Bound, Charges, SCALE, lower_bound};
use crate::problem::{IndexedLesson, LessonId, RoomId};
use crate::solve::branch::Decision;

/// A booking enters if its reduced cost is below that of its lesson's bookings by so many points; or, where points are many,
/// by so many of the program's units of cost, a few of its tolerances.
const WORTH_ENTERING: f64 = 1e-4;
const WORTH_ENTERING_IN_UNITS: f64 = 1e-5;
/// At most so many bookings of a lesson enter at once.
const ENTER_AT_ONCE: usize = 4;
/// What any booking can be charged stays below this, 2⁵⁹: four bits short of what 64 bits hold.
const LARGEST_CHARGE: f64 = 576_460_752_303_423_488.0;

/// How pricing went.
pub(super) struct Priced {
    /// The proven bound.
    pub(super) bound: Bound,
    /// So many bookings entered.
    pub(super) entered: usize,
}

/// What every start costs under some multipliers, and the bound that they prove.
pub(in crate::solve) struct ReducedCosts {
    /// By lesson and start, in points × `scale`; `None` where it may not start.
    costs: Vec<Vec<Option<i64>>>,
    scale: i64,
    bound: Bound,
}

impl ReducedCosts {
    /// The starts that no proposal below `cutoff` has: a proposal with a booking that costs more than its lesson's
    /// cheapest costs at least so much more than the bound.
    ///
    /// # Source
    /// G. B. Dantzig, D. R. Fulkerson, S. M. Johnson: Solution of a large-scale traveling-salesman problem (1954).
    pub(in crate::solve) fn fixed_by_reduced_cost(&self, cutoff: i64) -> Vec<Decision> {
        let Bound::AtLeast(bound) = self.bound else { return Vec::new() };
        let slack = i128::from(cutoff - 1) * i128::from(SCALE) - bound;
        let close = |(place, costs): (usize, &Vec<Option<i64>>)| {
            let least = least(costs)?;
            let parts = i128::from(SCALE / self.scale);
            let exceeds_gap = |&start: &usize| {
                let more = |cost| (i128::from(cost) - i128::from(least)) * parts;
                costs[start].is_some_and(|cost| more(cost) > slack)
            };
            let fixed: Vec<usize> = (0..costs.len()).filter(exceeds_gap).collect();
            (!fixed.is_empty()).then(|| Decision::Close(LessonId::new(place), fixed))
        };
        self.costs.iter().enumerate().filter_map(close).collect()
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
        let bound =
            lower_bound(self.problem, &self.program.auxiliaries, &charges, cheapest.into_iter());
        let entered = wanted.into_iter().filter(|booking| self.enter(booking.clone())).count();
        Priced { bound, entered }
    }

    /// What every start costs under the present multipliers.
    pub(super) fn reduced_costs(&mut self) -> ReducedCosts {
        let duals = self.duals();
        let charges = self.charges(&duals);
        let costs: Vec<Vec<Option<i64>>> =
            self.problem.lessons.iter().map(|lesson| self.costs(lesson, &charges)).collect();
        let least = costs.iter().map(|costs| least(costs));
        ReducedCosts {
            bound: lower_bound(self.problem, &self.program.auxiliaries, &charges, least),
            scale: charges.scale(),
            costs,
        }
    }

    /// The multipliers of the program's rows, in points.
    fn duals(&mut self) -> Vec<f64> {
        // Any multipliers are valid; those of numbers that went bad are left out.
        let in_points = |dual: f64| if dual.is_finite() { dual * self.unit } else { 0.0 };
        self.program.lp.duals().into_iter().map(in_points).collect()
    }

    fn charges(&self, duals: &[f64]) -> Charges<'_> {
        let scale = self.scale(duals);
        let multiplier = |entered: &Entered| to_multiplier(charge(duals, entered), scale);
        let rows = self.program.rows.iter().map(|entered| (&*entered.row, multiplier(entered)));
        let charges = Charges::of(self.problem, &self.program.auxiliaries, rows);
        self.charge_missed(charges.counted_in(scale), duals)
    }

    /// In how many parts of a point the charges are counted: [`SCALE`], unless sums of them might not fit into 64 bits.
    ///
    /// No use of a class, a teacher or a room can be charged more than all rows charge together, their multipliers times
    /// what they count at most; a booking has so many uses, and its own points are no more than those of the worst
    /// proposal. All sums of charges are sums of some of these.
    #[expect(clippy::cast_possible_truncation, reason = "a cast from float saturates")]
    fn scale(&self, duals: &[f64]) -> i64 {
        let rows = self.program.rows.iter();
        let charged: f64 = rows
            .map(|entered| charge(duals, entered).max(0.0) * to_float(entered.row.weight()))
            .sum();
        let most = (charged + self.charge_of_all_missed(duals) + self.worst) * self.most_uses;
        let parts = (LARGEST_CHARGE / most) as i64;
        if parts >= SCALE { SCALE } else { 1 << parts.max(1).ilog2() }
    }

    /// What each start of `lesson` costs at least, where it may start.
    fn costs(&self, lesson: &IndexedLesson, charges: &Charges<'_>) -> Vec<Option<i64>> {
        let cost = |start| {
            let found = self.scope.cheapest(self.problem, charges, lesson, start, i64::MAX);
            found.map(|(cost, _)| cost)
        };
        (0..lesson.starts.len()).map(cost).collect()
    }

    /// Below which reduced cost a booking of `lesson` is wanted.
    fn threshold(&self, lesson: &IndexedLesson, charges: &Charges<'_>, duals: &[f64]) -> i64 {
        let worth = WORTH_ENTERING.max(WORTH_ENTERING_IN_UNITS * self.unit);
        let worth = to_multiplier(worth, charges.scale());
        match self.program.lesson_rows[lesson.id.index()] {
            Some(row) => to_signed_multiplier(duals[row.0], charges.scale()).saturating_sub(worth),
            None => self.cost_of_staying(lesson, charges).map_or(i64::MAX, |cost| cost - worth),
        }
    }

    fn cost_of_staying(&self, lesson: &IndexedLesson, charges: &Charges<'_>) -> Option<i64> {
        let home = &self.homes[lesson.id.index()];
        let points = self.scope.points(self.problem, home)?;
        let day = self.problem.frame.day(lesson.home);
        let rooms = lesson.rooms.iter();
        let rooms: i64 =
            rooms.map(|used| charges.room(used.room, &used.periods, lesson.home)).sum();
        Some(points * charges.scale() + charges.start(lesson, lesson.home, day) + rooms)
    }

    /// The cheapest booking of `lesson`; those below `threshold` are wanted.
    ///
    /// Most starts cost so many points that no charges could make them cheap; they are passed over at once.
    fn sweep(
        &self,
        lesson: &IndexedLesson,
        charges: &Charges<'_>,
        threshold: i64,
        wanted: &mut Vec<Booking>,
    ) -> Option<i64> {
        let floor = charges.floor(lesson);
        let mut least = None;
        let mut below: Vec<(i64, usize, Vec<RoomId>)> = Vec::new();
        for start in self.home_first(lesson) {
            let Some(points) = self.scope.start_points(lesson.id, start) else { continue };
            let enough = least.map_or(i64::MAX, |least: i64| least.max(threshold));
            if points * charges.scale() + floor >= enough {
                continue;
            }
            let found = self.scope.cheapest(self.problem, charges, lesson, start, enough);
            let Some((cost, rooms)) = found else { continue };
            least = Some(least.map_or(cost, |least: i64| least.min(cost)));
            if cost < threshold {
                below.push((cost, start, rooms));
            }
        }
        below.sort();
        below.truncate(ENTER_AT_ONCE);
        let booking = |(_, start, rooms)| Booking { lesson: lesson.id, start, rooms };
        wanted.extend(below.into_iter().map(booking));
        least
    }

    /// The starts of `lesson`, its home first: nothing is as cheap if nothing is charged.
    fn home_first(&self, lesson: &IndexedLesson) -> impl Iterator<Item = usize> {
        let home = self.homes[lesson.id.index()].start;
        let others = (0..lesson.starts.len()).filter(move |&start| start != home);
        std::iter::once(home).chain(others)
    }
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
