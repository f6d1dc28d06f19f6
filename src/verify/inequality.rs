//! Inequalities `Σ coefficients of bookings and alternatives − units of what is paid for ≤ right side`, in whole numbers.

use std::collections::BTreeMap;

use super::Reason;
use super::facts::Facts;
use crate::domain::{ClassName, Day, Slot, TeacherName, Week};

/// What several lessons cost together, once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Paid<'a> {
    /// Gaps of a teacher on a day beyond the baseline's, in the week where they are most.
    TeacherGap(&'a TeacherName, Day),
    /// Whether a teacher comes on a day that is free in the baseline.
    TeacherDay(&'a TeacherName, Day),
    /// Whether a slot is new for a class, by lessons that may share it.
    NewSlot(&'a ClassName, Slot),
    /// Whether a period that was declared, of this number, is missed where its start does not pay for it.
    Missed(usize),
}

/// An inequality that every allowed timetable satisfies; none but its coefficients that are not 0 are there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inequality<'a> {
    /// By lesson and start.
    pub(super) starts: BTreeMap<(usize, usize), i128>,
    /// By room, week and slot: for each lesson that has the room then.
    pub(super) rooms: BTreeMap<(usize, Week, Slot), i128>,
    /// By chooser and alternative.
    pub(super) choices: BTreeMap<(usize, usize), i128>,
    pub(super) paid: BTreeMap<Paid<'a>, i128>,
    pub(super) right: i128,
}

/// No number gets further from 0 than this, so that sums of a hundred need no further look.
const LARGEST: i128 = 1 << 120;

pub(super) fn times(one: i128, other: i128) -> Result<i128, Reason> {
    within(one.checked_mul(other))
}

pub(super) fn plus(one: i128, other: i128) -> Result<i128, Reason> {
    within(one.checked_add(other))
}

fn within(number: Option<i128>) -> Result<i128, Reason> {
    number.filter(|number| number.abs() <= LARGEST).ok_or(Reason::TooLarge)
}

fn enter<K: Ord>(sums: &mut BTreeMap<K, i128>, key: K, more: i128) -> Result<(), Reason> {
    let sum = sums.entry(key).or_default();
    *sum = plus(*sum, more)?;
    Ok(())
}

/// By how much each lesson's coefficients are raised, and what the sum is divided by.
pub(super) struct Rounding {
    pub(super) raised: Vec<(usize, i128)>,
    pub(super) divisor: i128,
}

impl Inequality<'_> {
    pub(super) fn at_most(right: i128) -> Self {
        Self { right, ..Self::default() }
    }

    pub(super) fn start(&mut self, lesson: usize, start: usize, more: i128) -> Result<(), Reason> {
        enter(&mut self.starts, (lesson, start), more)
    }

    pub(super) fn choice(
        &mut self,
        chooser: usize,
        choice: usize,
        more: i128,
    ) -> Result<(), Reason> {
        enter(&mut self.choices, (chooser, choice), more)
    }

    /// Adds `multiplier` (at least 0) times another.
    fn add(&mut self, other: &Self, multiplier: i128) -> Result<(), Reason> {
        for (&key, &one) in &other.starts {
            enter(&mut self.starts, key, times(one, multiplier)?)?;
        }
        for (&key, &one) in &other.rooms {
            enter(&mut self.rooms, key, times(one, multiplier)?)?;
        }
        for (&key, &one) in &other.choices {
            enter(&mut self.choices, key, times(one, multiplier)?)?;
        }
        for (key, &one) in &other.paid {
            enter(&mut self.paid, key.clone(), times(one, multiplier)?)?;
        }
        self.right = plus(self.right, times(other.right, multiplier)?)?;
        Ok(())
    }

    /// What follows from whole multiples of others by rounding.
    ///
    /// A lesson has one booking: whatever is added to the coefficients of all its bookings may be added to the right side.
    /// What is bought is never less than nothing, so that a coefficient may be lowered, and all that is left is whole:
    /// divided, every coefficient is rounded down, and then the right side too.
    ///
    /// # Source
    /// V. Chvátal: Edmonds polytopes and a hierarchy of combinatorial problems (1973).
    pub(super) fn rounded(
        facts: &Facts<'_>,
        from: &[(&Self, i128)],
        rounding: &Rounding,
    ) -> Result<Self, Reason> {
        let mut sum = Self::default();
        for &(one, multiplier) in from {
            if multiplier < 0 {
                return Err(Reason::Negative);
            }
            sum.add(one, multiplier)?;
        }
        if rounding.divisor < 1 {
            return Err(Reason::Negative);
        }
        sum.lower_rooms(facts)?;
        for &(lesson, more) in &rounding.raised {
            for start in 0..facts.lessons[lesson].starts.len() {
                sum.start(lesson, start, more)?;
            }
            sum.right = plus(sum.right, more)?;
        }
        sum.divide(rounding.divisor);
        sum.shift(facts)?;
        Ok(sum.reduced())
    }

    /// Puts in place of what rooms count the least that any rooms of a lesson count at each start.
    fn lower_rooms(&mut self, facts: &Facts<'_>) -> Result<(), Reason> {
        let rooms = std::mem::take(&mut self.rooms);
        if rooms.is_empty() {
            return Ok(());
        }
        for (index, movable) in facts.lessons.iter().enumerate() {
            for used in &movable.rooms {
                if !rooms.keys().any(|(room, ..)| used.choices.contains(room)) {
                    continue;
                }
                for (number, &start) in movable.starts.iter().enumerate() {
                    let count = |room: &usize| {
                        let uses = used.when.iter().flat_map(|&(offset, weeks)| {
                            weeks
                                .iter()
                                .filter_map(move |week| Some((*room, week, start.later(offset)?)))
                        });
                        uses.filter_map(|key| rooms.get(&key)).sum::<i128>()
                    };
                    let least = used.choices.iter().map(count).min().unwrap_or(0);
                    self.start(index, number, least)?;
                }
            }
        }
        Ok(())
    }

    fn divide(&mut self, divisor: i128) {
        for one in self.starts.values_mut().chain(self.choices.values_mut()) {
            *one = one.div_euclid(divisor);
        }
        for units in self.paid.values_mut() {
            *units = -(-*units).div_euclid(divisor);
        }
        self.right = self.right.div_euclid(divisor);
    }

    /// Moves what most bookings of a lesson have in common (the least of several such numbers) to the right side: the same
    /// inequality with fewer coefficients, in the one form in which it is known again.
    fn shift(&mut self, facts: &Facts<'_>) -> Result<(), Reason> {
        let mut lessons: Vec<usize> = self.starts.keys().map(|key| key.0).collect();
        lessons.dedup();
        for lesson in lessons {
            let starts = 0..facts.lessons[lesson].starts.len();
            let of = |start| self.starts.get(&(lesson, start)).copied().unwrap_or(0);
            let mut counts: BTreeMap<i128, usize> = BTreeMap::new();
            for start in starts.clone() {
                *counts.entry(of(start)).or_default() += 1;
            }
            let most = counts.values().copied().max();
            let common = counts.into_iter().find(|one| Some(one.1) == most).map_or(0, |one| one.0);
            for start in starts {
                self.start(lesson, start, -common)?;
            }
            self.right = plus(self.right, -common)?;
        }
        Ok(())
    }

    /// The same with coefficients that have no divisor in common, the right side rounded down.
    pub(super) fn reduced(mut self) -> Self {
        self.starts.retain(|_, one| *one != 0);
        self.rooms.retain(|_, one| *one != 0);
        self.choices.retain(|_, one| *one != 0);
        self.paid.retain(|_, one| *one != 0);
        let counted = self.starts.values().chain(self.rooms.values()).chain(self.choices.values());
        let divisor = divisor_of(counted.chain(self.paid.values()).copied());
        if divisor > 1 {
            let values = self.starts.values_mut().chain(self.rooms.values_mut());
            for one in values.chain(self.choices.values_mut()).chain(self.paid.values_mut()) {
                *one /= divisor;
            }
            self.right = self.right.div_euclid(divisor);
        }
        self
    }
}

/// The greatest number that divides all of these; 1 if there are none but zeros.
pub(super) fn divisor_of(numbers: impl Iterator<Item = i128>) -> i128 {
    let of_both = |mut one: i128, mut other: i128| {
        while other != 0 {
            (one, other) = (other, one % other);
        }
        one.abs()
    };
    numbers.fold(0, of_both).max(1)
}
