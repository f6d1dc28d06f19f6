//! On which days apprentices are away.

use super::chance::Chance;
use super::{AwayDays, DaysEach};
use crate::domain::Day;

const DAYS: [Day; 5] = [Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri];
/// The most days on which pupils of one class are away: with three, hardly more slots are left than core lessons.
const MOST_DAYS: usize = 2;
/// Where each is away on two days, and those are spread: how many of a hundred are, but for the first of a class.
const ON_BOTH: usize = 75;

/// The days on which the apprentices of a school are away.
pub(super) struct Away {
    days: AwayDays,
    each: DaysEach,
    /// Those of the whole school, if it has the same.
    shared: Vec<Day>,
}

impl Away {
    /// As a prospectus has it.
    pub(super) fn new(days: AwayDays, each: DaysEach, chance: &mut Chance) -> Self {
        let shared = match each {
            DaysEach::One => vec![any_day(chance)],
            DaysEach::Two => any_two(chance),
        };
        Self { days, each, shared }
    }

    /// Whether they are all at the same place at the same time.
    pub(super) fn is_shared(&self) -> bool {
        self.days == AwayDays::Shared
    }

    /// Whether two days of the week are without core lessons in all of the classes that have apprentices.
    pub(super) fn is_shared_and_two(&self) -> bool {
        self.is_shared() && self.each == DaysEach::Two
    }

    /// The days of the next pupil of a class, in the order of the week. `known` are those of the class, as far as they
    /// are known.
    pub(super) fn next(&self, known: &mut Vec<Day>, chance: &mut Chance) -> Vec<Day> {
        let days = match self.each {
            DaysEach::One => self.one(known, chance),
            DaysEach::Two => self.two(known, chance),
        };
        let new: Vec<Day> = days.iter().copied().filter(|day| !known.contains(day)).collect();
        known.extend(new);
        days
    }

    /// The day of a pupil who is away on one. What is drawn here is drawn in this order for ever, even where nothing
    /// depends on it, or the schools that have been measured would not be found again.
    fn one(&self, known: &[Day], chance: &mut Chance) -> Vec<Day> {
        match self.days {
            AwayDays::Shared => self.shared.clone(),
            AwayDays::PerClass => vec![*known.first().unwrap_or(&any_day(chance))],
            AwayDays::Spread if known.len() == MOST_DAYS => {
                chance.pick(known).into_iter().collect()
            }
            AwayDays::Spread => vec![any_day(chance)],
        }
    }

    /// The days of a pupil who is away on two, as the first of each class is; the others have no third to choose from.
    fn two(&self, known: &[Day], chance: &mut Chance) -> Vec<Day> {
        match self.days {
            AwayDays::Shared => self.shared.clone(),
            AwayDays::PerClass | AwayDays::Spread if known.is_empty() => any_two(chance),
            AwayDays::Spread if !chance.percent(ON_BOTH) => {
                chance.pick(known).into_iter().collect()
            }
            AwayDays::PerClass | AwayDays::Spread => known.to_vec(),
        }
    }
}

fn any_day(chance: &mut Chance) -> Day {
    DAYS[chance.below(DAYS.len())]
}

/// Any two days, neighbours or not.
fn any_two(chance: &mut Chance) -> Vec<Day> {
    let mut days = DAYS;
    chance.shuffle(&mut days);
    let mut two = days[..MOST_DAYS].to_vec();
    two.sort_unstable();
    two
}
