//! A change of the apprentices, as a row of a file of scenarios: what reads and checks that file reads it.

use std::fmt::Write as _;

use itertools::Itertools;
use serde::{Deserialize, Serialize};

/// What is changed.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Change {
    /// A pupil becomes an apprentice.
    Join,
    /// An apprentice stays at school from now on.
    Leave,
    /// An apprentice is away at other times, or somewhere else.
    Move,
}

/// A row: what is empty stays as it is.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub(super) struct Edit {
    pub(super) change: Change,
    pub(super) pupil: String,
    pub(super) class: String,
    pub(super) away: String,
    pub(super) group: String,
    pub(super) together: String,
    pub(super) place: String,
    #[serde(default)]
    pub(super) required: String,
    #[serde(default)]
    pub(super) desired: String,
    #[serde(default)]
    pub(super) also: String,
    #[serde(default)]
    pub(super) skips: String,
}

const HEADINGS: [&str; 13] = [
    "scenario", "after", "change", "pupil", "class", "away", "group", "together", "place",
    "required", "desired", "also", "skips",
];

impl Edit {
    /// A change of one pupil that says nothing else yet.
    pub(super) fn of(change: Change, pupil: &str) -> Self {
        let none = String::new;
        Self {
            change,
            pupil: pupil.to_owned(),
            class: none(),
            away: none(),
            group: none(),
            together: none(),
            place: none(),
            required: none(),
            desired: none(),
            also: none(),
            skips: none(),
        }
    }

    fn cells(&self) -> [&str; 11] {
        let change = match self.change {
            Change::Join => "join",
            Change::Leave => "leave",
            Change::Move => "move",
        };
        let Self { pupil, class, away, group, together, place, .. } = self;
        let Self { required, desired, also, skips, .. } = self;
        [change, pupil, class, away, group, together, place, required, desired, also, skips]
    }
}

/// A file of scenarios, one for each step, each continuing the one before.
pub(super) fn scenarios(steps: &[Vec<Edit>]) -> String {
    let mut text = HEADINGS.join(";") + "\r\n";
    for (place, step) in steps.iter().enumerate() {
        let after = if place == 0 { String::new() } else { place.to_string() };
        for edit in step {
            let cells = edit.cells().map(quoted);
            let _ = write!(text, "{};{after};{}\r\n", place + 1, cells.iter().join(";"));
        }
    }
    text
}

/// A cell in quotes, in one line whatever somebody typed.
fn quoted(cell: &str) -> String {
    let line: String =
        cell.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    format!("\"{}\"", line.trim().replace('"', "\"\""))
}
