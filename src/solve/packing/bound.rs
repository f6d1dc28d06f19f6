//! Bounds in whole numbers, from multipliers that are not.

/// The parts of a unit that multipliers are rounded to: so fine that thousands of items together lose less than one.
const FINE: i64 = 1 << 20;
/// The largest multiplier that is believed, in units.
const LARGEST: f64 = 1e12;

/// The multipliers of the rows of a program in whole numbers: each in parts of a unit.
pub(super) struct Multipliers(Vec<i64>);

impl Multipliers {
    /// Rounds `duals`; of a row that is no equation only those count that say it is full.
    pub(super) fn rounded(duals: &[f64], is_equation: impl Fn(usize) -> bool) -> Self {
        let signed = |(row, &dual): (usize, &f64)| {
            let whole = fine(dual);
            if is_equation(row) { whole } else { whole.min(0) }
        };
        Self(duals.iter().enumerate().map(signed).collect())
    }

    /// What every choice costs at least, where each item of `costs` comes with the rows that it is in, and every row has
    /// room for one: the sum of the multipliers, and of what each item would still gain. In parts of a unit.
    ///
    /// # Source
    /// A. M. Geoffrion: Lagrangean relaxation for integer programming (1974).
    fn bound<'r, Rows: Iterator<Item = &'r usize>>(
        &self,
        costs: impl Iterator<Item = (i64, Rows)>,
    ) -> i128 {
        let sum = |rows: Rows| rows.map(|&row| i128::from(self.0[row])).sum::<i128>();
        let left =
            |(cost, rows): (i64, Rows)| (i128::from(cost) * i128::from(FINE) - sum(rows)).min(0);
        self.0.iter().map(|&one| i128::from(one)).sum::<i128>() + costs.map(left).sum::<i128>()
    }

    /// The same in whole units: costs are whole, so that a part of one counts as one.
    pub(super) fn whole_bound<'r, Rows: Iterator<Item = &'r usize>>(
        &self,
        costs: impl Iterator<Item = (i64, Rows)>,
    ) -> i64 {
        let bound = self.bound(costs);
        let fine = i128::from(FINE);
        i64::try_from(-(-bound).div_euclid(fine)).unwrap_or(i64::MIN)
    }

    /// Whether they show that there is no choice at all: even if nothing cost anything, all would cost something.
    pub(super) fn refute<'r, Rows: Iterator<Item = &'r usize>>(
        &self,
        items: impl Iterator<Item = Rows>,
    ) -> bool {
        self.bound(items.map(|rows| (0, rows))) > 0
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "what is cast is within LARGEST × FINE"
)]
fn fine(dual: f64) -> i64 {
    let believed = if dual.is_finite() { dual.clamp(-LARGEST, LARGEST) } else { 0.0 };
    (believed * FINE as f64).round() as i64
}
