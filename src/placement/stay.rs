//! When an apprentice is at the placement: day by day, with the times as far as they are known.

use std::collections::BTreeSet;

use itertools::Itertools;

use crate::domain::{Almanac, Alternative, Apprentice, Day, Grid, Hours, Period, Slot};

/// A day of the week on which an apprentice is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The day.
    pub day: Day,
    /// The periods away, first and last of each stretch; none: the whole day.
    pub periods: Vec<(Period, Period)>,
    /// From when to when; `None` if nobody said.
    pub hours: Option<Hours>,
    /// Where the times are from.
    pub source: Source,
}

/// Where the times of a stay are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// They were said of the pupil or the place.
    Agreed,
    /// They are those of the periods away.
    Periods,
    /// Nowhere.
    Unknown,
}

/// The days away, Monday first.
pub(super) fn stays(
    almanac: &Almanac,
    grid: &Grid,
    apprentice: &Apprentice,
    away: &Alternative,
) -> Vec<Stay> {
    let days = away.days().into_iter();
    days.map(|day| stay(almanac, grid, apprentice, (away, day))).collect()
}

fn stay(
    almanac: &Almanac,
    grid: &Grid,
    apprentice: &Apprentice,
    (away, day): (&Alternative, Day),
) -> Stay {
    let spans = away.spans.iter().filter(|span| span.day == day).collect_vec();
    let is_whole = spans.iter().any(|span| span.periods.is_none());
    let periods = spans.iter().filter_map(|span| span.periods).sorted().collect_vec();
    let agreed = almanac.placement_hours(apprentice, away.place.as_ref(), day);
    let slots: BTreeSet<Slot> =
        grid.slots().filter(|&slot| slot.day == day && away.covers(slot)).collect();
    let ends = slots.first().zip(slots.last()).filter(|_| !is_whole);
    let of_periods = ends.and_then(|(&first, &last)| almanac.hours_of(first, last));
    let source = match (agreed, of_periods) {
        (Some(_), _) => Source::Agreed,
        (None, Some(_)) => Source::Periods,
        (None, None) => Source::Unknown,
    };
    let periods = if is_whole { Vec::new() } else { periods };
    Stay { day, periods, hours: agreed.or(of_periods), source }
}
