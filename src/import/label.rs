//! What stands at the side of a grid's rows: a period's number, its times, a break, or nothing of the kind.

use crate::input::{Recognised, fold, minutes};

/// A row's label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Label {
    /// The first and last period, as numbered by the school; may be 0.
    pub(crate) number: Option<(u8, u8)>,
    /// When it begins, and when it ends if that is told; in minutes after midnight.
    pub(crate) times: Option<(u32, Option<u32>)>,
    /// Whether it is time between lessons.
    pub(crate) is_break: bool,
    /// What it says.
    pub(crate) text: String,
}

/// The last period that a label may name: a larger number is something else.
const LAST_PERIOD: u8 = 20;

impl Label {
    /// Reads a label: `1`, `1. lektion`, `08.00-08.45`, `2. 8:00–8:45`, `3-4`, `Frokost`.
    pub(crate) fn of(text: &str) -> Self {
        let mut label = Self { text: text.to_owned(), ..Self::default() };
        let spaced = text.replace(['–', '—', '\u{2010}', '\u{2011}'], "-");
        let mut times = Vec::new();
        let mut rest: Vec<String> = Vec::new();
        for word in
            spaced.split(|sign: char| sign.is_whitespace() || matches!(sign, '(' | ')' | '|'))
        {
            let parts: Vec<&str> =
                word.split('-').map(|part| part.trim_matches(['.', ','])).collect();
            let read: Vec<u32> = parts.iter().filter_map(|part| minutes(part)).collect();
            if !read.is_empty()
                && read.len() == parts.iter().filter(|part| !part.is_empty()).count()
            {
                times.extend(read);
            } else {
                rest.push(word.to_owned());
            }
        }
        let end = times.get(1).copied().filter(|&end| end > times[0]);
        label.times = times.first().map(|&start| (start, end));
        // What stands between times is no word.
        rest.retain(|word| word.contains(char::is_alphanumeric) || times.is_empty());
        let rest = rest.join(" ");
        label.is_break = is_break(&rest);
        label.number = if label.is_break { None } else { numbers(&rest) };
        label
    }

    /// Whether the row is a period.
    pub(crate) const fn is_period(&self) -> bool {
        !self.is_break && (self.number.is_some() || self.times.is_some())
    }
}

/// Whether a text says that nothing is taught.
pub(crate) fn is_break(text: &str) -> bool {
    let bare = fold(text);
    let bare = bare.trim_matches(|sign: char| !sign.is_alphanumeric());
    let words = || bare.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    let is = |word: &str| Recognised::of(word, None) == Some(Recognised::Break);
    let is_kind_of = |word: &str| {
        ["frikvarter", "pause", "paus", "rast"].iter().any(|kind| word.ends_with(kind))
    };
    !bare.is_empty()
        && (is(bare)
            || words().next().is_some_and(|word| is(word) || is_kind_of(word))
                && words().count() <= 2)
        || bare.is_empty() && !text.trim().is_empty()
}

/// The periods that a label names, among words such as `lektion` and `modul` only.
fn numbers(text: &str) -> Option<(u8, u8)> {
    const WORDS: [&str; 17] = [
        "lektion",
        "lektioner",
        "lekt",
        "lek",
        "time",
        "modul",
        "pass",
        "period",
        "lesson",
        "l",
        "m",
        "p",
        "og",
        "och",
        "and",
        "timme",
        "block",
    ];
    let folded = fold(text);
    let mut found: Vec<u8> = Vec::new();
    for part in folded.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty()) {
        let digits = part.trim_matches(char::is_alphabetic);
        let word: String = part.chars().filter(|sign| sign.is_alphabetic()).collect();
        if !word.is_empty() && !WORDS.contains(&word.as_str()) {
            return None;
        }
        if !digits.is_empty() {
            found.push(digits.parse().ok().filter(|&number| number <= LAST_PERIOD)?);
        }
    }
    let (first, last) = (*found.first()?, *found.last()?);
    (found.is_sorted() && found.len() <= 4).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_numbers_times_both_or_breaks() {
        for (text, (number, times, is_break)) in [
            ("1", (Some((1, 1)), None, false)),
            ("1. lektion", (Some((1, 1)), None, false)),
            ("Lektion 3", (Some((3, 3)), None, false)),
            ("3-4", (Some((3, 4)), None, false)),
            ("1. og 2. lektion", (Some((1, 2)), None, false)),
            ("08.00-08.45", (None, Some((480, Some(525))), false)),
            ("2. 8:00 – 8:45", (Some((2, 2)), Some((480, Some(525))), false)),
            ("8.00 - 8.45", (None, Some((480, Some(525))), false)),
            ("Spisefrikvarter", (None, None, true)),
            ("1\n08.00 - 08.45", (Some((1, 1)), Some((480, Some(525))), false)),
            ("8:00", (None, Some((480, None)), false)),
            ("Frokost 11.30-12.00", (None, Some((690, Some(720))), true)),
            ("Lunch", (None, None, true)),
            ("Læsebånd 8.00-8.20", (None, Some((480, Some(500))), false)),
            ("8.A", (None, None, false)),
            ("", (None, None, false)),
        ] {
            let text = text.to_owned();
            assert_eq!(Label::of(&text), Label { number, times, is_break, text });
        }
    }
}
