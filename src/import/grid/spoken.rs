//! What words of a timetable say beside subjects and names: groups, times, and whose it is.

use serde::Deserialize;

use crate::import::looks::looks_like_class;
use crate::import::weeks::turn;
use crate::input::{fold, minutes};

/// The part of a class that a text speaks of with the word for it: `hold 1`, `gr. A`, `grupp 2`.
pub(super) fn group(text: &str) -> Option<String> {
    const GROUPS: [&str; 8] =
        ["hold", "gr", "grp", "gruppe", "grupp", "group", "halvklass", "halvhold"];
    let mut words = text.split_whitespace();
    let word = fold(words.next()?);
    let name: Vec<&str> = words.collect();
    let is_group = GROUPS.contains(&word.trim_end_matches('.'));
    (is_group && !name.is_empty() && name.len() < 3).then(|| name.join(" "))
}

/// Whether a text is a time, or a stretch of time.
pub(super) fn is_time(text: &str) -> bool {
    let mut parts =
        text.split(['-', '–']).map(str::trim).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some() && parts.all(|part| part.len() > 3 && minutes(part).is_some())
}

/// What a grid is a grid of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Whose {
    Class,
    Teacher,
    Room,
    /// Not known yet.
    #[serde(skip)]
    Untold,
}

/// A grid's name as its title says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Title {
    pub(super) name: String,
    /// Where the title has a word for it.
    pub(super) whose: Option<Whose>,
}

/// Words that stand in titles and are no names.
const TITLE_WORDS: [&str; 36] = [
    "skema",
    "skemaet",
    "skemaer",
    "schema",
    "schemat",
    "timetable",
    "schedule",
    "timeplan",
    "for",
    "för",
    "of",
    "the",
    "skoleåret",
    "skoleår",
    "skolåret",
    "läsåret",
    "läsår",
    "school",
    "year",
    "fra",
    "från",
    "from",
    "gælder",
    "gäller",
    "gældende",
    "valid",
    "tid",
    "tider",
    "time",
    "lektion",
    "lektioner",
    "periode",
    "kl",
    "modul",
    "dag",
    "day",
];
const CLASS_WORDS: [&str; 5] = ["klasse", "klassen", "klass", "class", "stamklasse"];
const TEACHER_WORDS: [&str; 7] =
    ["lærer", "lærerskema", "lærerskemaer", "lärare", "lärarschema", "teacher", "underviser"];
const ROOM_WORDS: [&str; 7] =
    ["lokale", "lokaleskema", "sal", "salsschema", "rum", "room", "lokal"];

/// The week of the cycle that a title speaks of: `8.A uge B` → `B`.
pub(super) fn week(text: &str) -> Option<String> {
    let divided = divided(text);
    let mut words = divided.split_whitespace().collect();
    take_week(&mut words)
}

/// A title with blanks in place of what divides its words.
fn divided(text: &str) -> String {
    text.replace(['–', '—', ':', ',', ';', '(', ')', '[', ']', '|', '_'], " ")
}

/// Reads a title: `Skema for 8.A – skoleåret 2026/27` → `8.A`. `None` where it names nothing.
pub(super) fn title(text: &str) -> Option<Title> {
    let folded = |word: &str| fold(word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    let divided = divided(text);
    let words: Vec<&str> = divided.split_whitespace().collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&folded(word).as_str()));
    let whose = if has(&TEACHER_WORDS) {
        Some(Whose::Teacher)
    } else if has(&ROOM_WORDS) {
        Some(Whose::Room)
    } else {
        has(&CLASS_WORDS).then_some(Whose::Class)
    };
    let is_noise = |word: &&str| {
        let word = folded(word);
        let known = [&TITLE_WORDS[..], &CLASS_WORDS, &TEACHER_WORDS, &ROOM_WORDS].concat();
        word.is_empty()
            || known.contains(&word.as_str())
            || is_year(&word)
            || is_time(&word)
            || is_numbered_sheet(&word)
    };
    let mut left: Vec<&str> = words.iter().copied().filter(|word| !is_noise(word)).collect();
    let _ = take_week(&mut left);
    let name = match left.iter().find(|word| looks_like_class(word)) {
        Some(class) if whose.is_none_or(|whose| whose == Whose::Class) => (*class).to_owned(),
        _ => spaced_class(&left).unwrap_or_else(|| left.join(" ")),
    };
    let name = name
        .trim_matches(|sign: char| matches!(sign, '.' | '-' | '/') || sign.is_whitespace())
        .to_owned();
    let is_name = !name.is_empty()
        && name.chars().count() < 40
        && !name.chars().all(|sign| sign.is_ascii_digit());
    is_name.then_some(Title { name, whose })
}

/// What spreadsheets call a sheet that nobody named.
fn is_numbered_sheet(word: &str) -> bool {
    let bare = word.trim_end_matches(|sign: char| sign.is_ascii_digit());
    bare != word && matches!(bare, "ark" | "sheet" | "blad" | "tabelle" | "table")
}

/// `8. a`: a grade and a letter apart.
fn spaced_class(words: &[&str]) -> Option<String> {
    let pair = words.windows(2).find(|pair| {
        let grade = pair[0].trim_end_matches('.');
        let is_grade = grade.parse::<u8>().is_ok_and(|grade| grade < 14);
        is_grade && pair[1].chars().count() == 1 && pair[1].chars().all(char::is_alphabetic)
    })?;
    Some(pair.join(" "))
}

fn take_week(words: &mut Vec<&str>) -> Option<String> {
    let at = (0..words.len())
        .find(|&at| turn(words[at]).is_some() || spoken_pair(words, at).is_some())?;
    if let Some(found) = spoken_pair(words, at) {
        words.drain(at..at + 2);
        return Some(found);
    }
    turn(words.remove(at))
}

fn spoken_pair(words: &[&str], at: usize) -> Option<String> {
    turn(&words.get(at..at + 2)?.join(" "))
}

fn is_year(word: &str) -> bool {
    let numbers = word.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty());
    let all_digits =
        word.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '/' | '-' | '.'));
    all_digits && (numbers.clone().count() > 1 || numbers.clone().any(|part| part.len() == 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_a_class_a_teacher_or_a_room() {
        let read = |text| title(text).map(|title| (title.name, title.whose));
        let named = |name: &str, whose| Some((name.to_owned(), whose));
        assert_eq!(read("Skema for 8.A – skoleåret 2026/27"), named("8.A", None));
        assert_eq!(read("8. a"), named("8. a", None));
        assert_eq!(read("Klasse 8B"), named("8B", Some(Whose::Class)));
        assert_eq!(read("Lærer: KLP"), named("KLP", Some(Whose::Teacher)));
        assert_eq!(read("Lokale 12b"), named("12b", Some(Whose::Room)));
        assert_eq!(read("VO1"), named("VO1", None));
        assert_eq!(
            (read("8.A uge B"), week("8.A uge B")),
            (named("8.A", None), Some("B".to_owned()))
        );
        assert_eq!((read("Uge A"), week("Uge A")), (None, Some("A".to_owned())));
        assert_eq!(
            [read("Tid"), read("Lektion"), read("Ark1"), read("2026/27")],
            [None, None, None, None]
        );
    }
}
