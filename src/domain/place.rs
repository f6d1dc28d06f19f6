//! Placements: how many apprentices they take, and where they are.

use std::collections::BTreeMap;

use super::calendar::Day;
use super::name::{SiteName, TradeName};

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
