//! Weekdays as other programs' files write them: as in a school folder, and in German, since Untis and FET are at home there.

use crate::domain::{Country, Day};
use crate::input::{day, fold};

/// What Monday to Sunday are called in German.
const GERMAN: [[&str; 2]; 7] = [
    ["montag", "mo"],
    ["dienstag", "di"],
    ["mittwoch", "mi"],
    ["donnerstag", "do"],
    ["freitag", "fr"],
    ["samstag", "sa"],
    ["sonntag", "so"],
];

/// The day that a text means.
pub(super) fn weekday(written: &str) -> Option<Day> {
    let folded = fold(written);
    let bare = folded.trim_end_matches('.');
    let german = || GERMAN.iter().position(|names| names.contains(&bare));
    day(written).ok().or_else(|| german().map(|position| Day::ALL[position]))
}

/// The day that a text names, and does not number.
pub(crate) fn named_weekday(written: &str) -> Option<Day> {
    weekday(written).filter(|_| written.contains(char::is_alphabetic))
}

/// Whose weekdays words are: Monday and Tuesday tell Danish and Swedish apart.
pub(super) fn country_of<'w>(mut words: impl Iterator<Item = &'w str>) -> Option<Country> {
    words.find_map(|word| match fold(word) {
        word if word == "ma" || word.starts_with("man") || word.starts_with("tir") => {
            Some(Country::Denmark)
        }
        word if word.starts_with("må") || word.starts_with("tis") => Some(Country::Sweden),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_four_languages() {
        for written in ["Dienstag", "Di.", "tirsdag", "tis", "Tue", "2"] {
            assert_eq!(weekday(written), Some(Day::Tue), "{written}");
        }
        assert_eq!([weekday("T"), weekday("0"), weekday("")], [None; 3]);
    }
}
