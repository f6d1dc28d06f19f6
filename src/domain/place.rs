//! Placements: how many apprentices they take, and where they are.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::Day;
use super::name::{PlaceName, SiteName, TradeName};

/// What `places.csv` says of a placement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The days that its rows name, in their order; none: every day.
    pub days: Vec<Day>,
    /// How many apprentices it takes at once on a day. No entry: no limit.
    pub pupils: BTreeMap<Day, u32>,
    /// How many it takes in all; `None`: no limit.
    pub total: Option<u32>,
    /// Its trade.
    pub trade: Option<TradeName>,
    /// Where it is.
    pub site: Option<SiteName>,
    /// Whether all who go there go on the same days.
    pub one_day: bool,
}

impl Place {
    /// How many it takes on a day, or (`None`) in all; `None`: no limit.
    #[must_use]
    pub fn limit(&self, day: Option<Day>) -> Option<u32> {
        day.map_or(self.total, |day| self.pupils.get(&day).copied())
    }
}

/// A seat at a place, on a day or (`None`) in all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seat {
    /// The place.
    pub place: PlaceName,
    /// The day.
    pub day: Option<Day>,
}

/// What holds of places for one question, besides what `places.csv` says.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Terms {
    /// What each pupil in a seat costs, in points, at least 0. Only seats that are limited have a price.
    pub prices: BTreeMap<Seat, i64>,
    /// Whoever goes to the place goes on exactly these days.
    pub days: BTreeMap<PlaceName, BTreeSet<Day>>,
}
