//! In which weeks something happens, as people write it.

use std::collections::BTreeSet;

use crate::input::fold;

/// What a text says of weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Every week of a school year, or nearly.
    Every,
    /// The weeks of the cycle that have this label.
    Label(String),
    /// Some weeks only: no part of an ordinary week.
    Some,
}

/// The words for weeks.
const WEEKS: [&str; 10] =
    ["uge", "uger", "ugen", "vecka", "veckor", "v", "week", "weeks", "u", "veckorna"];
/// Words for every other week, each with the label that it is given.
const TURNS: [(&str, &str); 12] = [
    ("lige", "lige"),
    ("lig", "lige"),
    ("ulige", "ulige"),
    ("ulig", "ulige"),
    ("jämn", "jämn"),
    ("jämna", "jämn"),
    ("udda", "udda"),
    ("ojämn", "udda"),
    ("ojämna", "udda"),
    ("even", "even"),
    ("odd", "odd"),
    ("jämnt", "jämn"),
];
/// Words for all weeks.
const ALWAYS: [&str; 9] =
    ["alle", "alla", "all", "hele", "hela", "every", "läsåret", "skoleåret", "ht"];

/// The word for every other week that a text speaks of, if it speaks of weeks: `uge A` → `A`, `ulige uger` → `ulige`.
pub(crate) fn turn(text: &str) -> Option<String> {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let rest: Vec<&str> = words.iter().copied().filter(|word| !WEEKS.contains(word)).collect();
    let [rest] = rest[..] else { return None };
    let turn = TURNS.iter().find(|(word, _)| *word == rest);
    let letter =
        || (words.len() > 1 && matches!(rest, "a" | "b" | "c" | "d")).then(|| rest.to_uppercase());
    turn.map(|(_, turn)| (*turn).to_owned()).or_else(letter)
}

/// What a cell of a column of weeks says: `lige uger`, `A`, `33-26`, `v 47-49`.
pub(crate) fn meaning(text: &str) -> Turn {
    if let Some(label) = turn(text) {
        return Turn::Label(label);
    }
    let folded = fold(text);
    let spaced = folded.replace(['–', '—'], "-");
    let is_word = |word: &&str| ALWAYS.contains(word);
    if spaced.is_empty() || spaced.split([' ', '-', '/']).any(|word| is_word(&word)) {
        return Turn::Every;
    }
    numbers(&spaced)
        .map_or_else(|| Turn::Label(text.trim().to_owned()), |weeks| of_numbers(&weeks, &spaced))
}

/// The weeks that a list of numbers and ranges names; ranges run over New Year.
fn numbers(text: &str) -> Option<BTreeSet<u8>> {
    let mut weeks = BTreeSet::new();
    let mut is_any = false;
    for item in text.split([',', '+', ';', ' ', '/']) {
        let bare = item.trim_start_matches(char::is_alphabetic).trim_matches('.');
        let word = item.get(..item.len() - bare.len()).unwrap_or("").trim_end_matches('.');
        if !word.is_empty() && !WEEKS.contains(&word) {
            return None;
        }
        if bare.is_empty() {
            continue;
        }
        let number = |text: &str| -> Option<u8> {
            let digits = text.trim_start_matches(|sign: char| !sign.is_ascii_digit());
            digits.parse().ok().filter(|week| (1..54).contains(week))
        };
        let (first, last) = bare.split_once('-').unwrap_or((bare, bare));
        let (first, last) = (number(first)?, number(last)?);
        let range = if first <= last { first..=last } else { first..=53 };
        weeks.extend(range);
        weeks.extend((first > last).then_some(1..=last).into_iter().flatten());
        is_any = true;
    }
    is_any.then_some(weeks)
}

/// A school year has some forty weeks; half of them or more are an ordinary week, every other one is a turn.
fn of_numbers(weeks: &BTreeSet<u8>, text: &str) -> Turn {
    const YEAR: usize = 40;
    let even = weeks.iter().filter(|week| week.is_multiple_of(2)).count();
    let odd = weeks.len() - even;
    let is_swedish = text.contains('v');
    let label = |danish: &str, swedish: &str| {
        Turn::Label(if is_swedish { swedish } else { danish }.to_owned())
    };
    match () {
        () if odd == 0 && even * 3 > YEAR => label("lige", "jämn"),
        () if even == 0 && odd * 3 > YEAR => label("ulige", "udda"),
        () if weeks.len() * 2 >= YEAR => Turn::Every,
        () => Turn::Some,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_spoken_of_in_three_languages() {
        for (text, label) in [
            ("uge A", Some("A")),
            ("A-uge", Some("A")),
            ("(uge B)", Some("B")),
            ("ulige uger", Some("ulige")),
            ("lige", Some("lige")),
            ("jämna veckor", Some("jämn")),
            ("v. B", Some("B")),
            ("udda", Some("udda")),
            ("A", None),
            ("uge", None),
            ("MAT A", None),
        ] {
            assert_eq!(turn(text).as_deref(), label, "{text}");
        }
    }

    #[test]
    fn numbers_of_weeks_are_all_every_other_or_some() {
        let label = |text: &str| Turn::Label(text.to_owned());
        let even: Vec<String> =
            (34..52).chain(2..26).step_by(2).map(|week| week.to_string()).collect();
        for (text, expected) in [
            ("33-26", Turn::Every),
            ("v 34-24", Turn::Every),
            ("v33–v24", Turn::Every),
            ("Hela läsåret", Turn::Every),
            ("", Turn::Every),
            ("v 47-49", Turn::Some),
            ("uge 47", Turn::Some),
            ("A", label("A")),
            ("lige uger", label("lige")),
            (&even.join(","), label("lige")),
        ] {
            assert_eq!(meaning(text), expected, "{text}");
        }
    }
}
