//! `map.toml`: which column of a table is what, and what its words for days and periods mean.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::{Day, Period};
use crate::import::bells::times;
use crate::import::ledger::Ledger;
use crate::import::original::Original;
use crate::import::toml;
use crate::import::weekday::weekday;
use crate::input::{fold, periods};

/// The columns that a timetable has.
pub(crate) const COLUMNS: [&str; 12] = [
    "class", "subject", "day", "period", "start", "end", "teacher", "room", "group", "lesson",
    "week", "locked",
];
/// Those that a list must have; in the place of periods it may have their beginning and end.
pub(super) const NEEDED: [&str; 4] = ["class", "subject", "day", "period"];
/// What a map says of weeks that are no part of an ordinary week.
pub(super) const NEVER: &str = "-";

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
    /// The same for single columns.
    #[serde(default)]
    lists: BTreeMap<String, String>,
    /// Which of the table's columns is each of [`COLUMNS`].
    pub(crate) columns: BTreeMap<String, Named>,
    /// What days are called in the table.
    #[serde(default)]
    days: BTreeMap<String, String>,
    /// What periods are called in the table.
    #[serde(default)]
    periods: BTreeMap<String, Named>,
    /// What weeks are called in the table: empty means every week, a dash none that counts.
    #[serde(default)]
    weeks: BTreeMap<String, String>,
    /// Whether the list itself told it, and no person.
    #[serde(skip)]
    pub(crate) is_proposed: bool,
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

    /// The needed columns that it says nothing of.
    pub(super) fn unknown(&self) -> Vec<&'static str> {
        let is_unknown = |column: &&str| match self.columns.get(*column) {
            Some(Named::Heading(heading)) => heading == "?",
            Some(Named::Number(_)) => false,
            None => *column != "period" || !self.columns.contains_key("start"),
        };
        NEEDED.into_iter().filter(is_unknown).collect()
    }

    /// What separates several names in a column.
    pub(crate) fn separator(&self, column: &str) -> &str {
        self.lists.get(column).map_or(&self.list, String::as_str)
    }

    /// The label of the weeks that a cell means, `None` for every week.
    ///
    /// # Errors
    /// It means weeks that are no part of an ordinary week.
    pub(crate) fn week(&self, cell: &str) -> Result<Option<String>, ()> {
        let mapped = self.weeks.iter().find(|(written, _)| fold(written) == fold(cell));
        match mapped.map_or(cell, |(_, meant)| meant.trim()) {
            "" => Ok(None),
            NEVER => Err(()),
            label => Ok(Some(label.to_owned())),
        }
    }

    /// The times of single periods, as far as the table's words for them are times.
    pub(crate) fn bells(&self) -> impl Iterator<Item = (Period, (u32, u32))> {
        self.periods.iter().filter_map(|(written, meant)| {
            let (first, last) = periods(&meant.to_string()).ok()?;
            Some((first, times(written).filter(|_| first == last)?))
        })
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
