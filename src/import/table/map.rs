//! `map.toml`: which column of a table is what, and what its words for days and periods mean.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::{Day, Period};
use crate::import::ledger::Ledger;
use crate::import::original::Original;
use crate::import::toml;
use crate::import::weekday::weekday;
use crate::input::{fold, periods};

/// The columns that a timetable has.
pub(crate) const COLUMNS: [&str; 10] =
    ["class", "subject", "day", "period", "teacher", "room", "group", "lesson", "week", "locked"];

/// A map as it is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Map {
    /// The line of the headings, from 1; 0 where there are none and columns are numbers.
    #[serde(default = "first")]
    pub(crate) headings: u32,
    /// What separates several names in a cell.
    #[serde(default = "plus")]
    pub(crate) list: String,
    /// Which of the table's columns is each of [`COLUMNS`].
    pub(crate) columns: BTreeMap<String, Named>,
    /// What days are called in the table.
    #[serde(default)]
    days: BTreeMap<String, String>,
    /// What periods are called in the table.
    #[serde(default)]
    periods: BTreeMap<String, Named>,
}

/// A heading, or a number from 1.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Named {
    Number(u32),
    Heading(String),
}

fn first() -> u32 {
    1
}

fn plus() -> String {
    "+".to_owned()
}

impl Map {
    /// Reads a map; reports what is none.
    pub(crate) fn read(original: &Original, ledger: &mut Ledger) -> Option<Self> {
        let map: Self = toml::read(original, ledger)?;
        let unknown = map.columns.keys().find(|key| !COLUMNS.contains(&key.as_str()));
        if let Some(key) = unknown {
            let at = toml::text(original).find(key.as_str()).unwrap_or(0);
            toml::report(original, format!("{key} ∉ {}", COLUMNS.join(", ")), at, ledger);
            return None;
        }
        Some(map)
    }

    /// Whether the map says what a cell of the day means.
    pub(crate) fn has_day(&self, cell: &str) -> bool {
        self.days.keys().any(|written| fold(written) == fold(cell))
    }

    /// The day that a cell means.
    pub(crate) fn day(&self, cell: &str) -> Option<Day> {
        let mapped = self.days.iter().find(|(written, _)| fold(written) == fold(cell));
        weekday(mapped.map_or(cell, |(_, meant)| meant))
    }

    /// What a day is called in the table, where the map says so.
    pub(crate) fn day_name(&self, wanted: Day) -> Option<&str> {
        let mut days = self.days.iter();
        let found = days.find(|(_, meant)| weekday(meant) == Some(wanted));
        found.map(|(written, _)| written.as_str())
    }

    /// The first and last period that a cell means.
    pub(crate) fn periods(&self, cell: &str) -> Option<(Period, Period)> {
        let mapped = self.periods.iter().find(|(written, _)| fold(written) == fold(cell));
        match mapped {
            Some((_, meant)) => periods(&meant.to_string()).ok(),
            None => periods(cell).ok(),
        }
    }

    /// What a stretch of periods is called in the table, where the map says so.
    pub(crate) fn period_name(&self, first: Period, last: Period) -> Option<&str> {
        let mut known = self.periods.iter();
        let found = known.find(|(_, meant)| periods(&meant.to_string()) == Ok((first, last)));
        found.map(|(written, _)| written.as_str())
    }
}

impl std::fmt::Display for Named {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(out),
            Self::Heading(heading) => out.write_str(heading),
        }
    }
}
