//! Even and odd weeks in words.

use super::cells::text::{fold, plain};
use crate::domain::WeekLabel;

/// Weeks that the calendar's own numbers tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Even,
    Odd,
}

const EVEN: [&str; 4] = ["even", "lige", "jämn", "jämna"];
const ODD: [&str; 5] = ["odd", "ulige", "udda", "ojämn", "ojämna"];
/// What may follow.
const WEEKS: [&str; 6] = ["uge", "uger", "vecka", "veckor", "week", "weeks"];

impl Turn {
    /// The weeks that a word or two stand for: `lige`, `udda veckor`.
    pub(super) fn named(written: &str) -> Option<Self> {
        let mut words = written.split_whitespace();
        let first = words.next().map(plain)?;
        let is_weeks = words.next().is_none_or(|word| WEEKS.contains(&plain(word).as_str()));
        let is = |known: &[&str]| known.iter().any(|one| plain(one) == first);
        if !is_weeks || words.next().is_some() {
            None
        } else if is(&EVEN) {
            Some(Self::Even)
        } else {
            is(&ODD).then_some(Self::Odd)
        }
    }

    /// Whether a week of a number is one of them.
    pub(super) const fn has(self, number: u8) -> bool {
        match self {
            Self::Even => number.is_multiple_of(2),
            Self::Odd => !number.is_multiple_of(2),
        }
    }
}

/// The place of a week's label among those of the cycle: the same name, or another word for the same even or odd weeks.
pub(super) fn label(written: &str, labels: &[WeekLabel]) -> Option<usize> {
    let same = labels.iter().position(|label| fold(label.as_str()) == fold(written));
    let turn = Turn::named(written);
    let is_turn = |label: &WeekLabel| turn.is_some() && Turn::named(label.as_str()) == turn;
    same.or_else(|| labels.iter().position(is_turn))
}
