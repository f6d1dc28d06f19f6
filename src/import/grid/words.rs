//! The text of a cell as words, each with what stands before it.

use std::collections::{BTreeMap, BTreeSet};

use super::slashes::{spaced, tell_slashes};
use super::spoken::{group, is_time};
use crate::domain::Country;
use crate::import::looks::looks_like_class;
use crate::import::weeks::turn;
use crate::input::{Recognised, fold};

/// What stands before a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// Nothing but a blank.
    Blank,
    /// A sign without blanks, as in `KLP+JNP`.
    Tight,
    /// A dot, a dash, or a bracket.
    Dot,
    Comma,
    Line,
    Slash,
    Plus,
    Semicolon,
    BlankLine,
}

impl Mark {
    /// Those that may stand between lessons, the strongest first.
    pub(super) const DIVIDING: [Self; 6] =
        [Self::BlankLine, Self::Semicolon, Self::Plus, Self::Slash, Self::Line, Self::Comma];
}

/// A word or a phrase of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) before: Mark,
    pub(super) is_bracketed: bool,
}

/// A stretch between signs stronger than a blank.
struct Field {
    text: String,
    before: Mark,
    is_bracketed: bool,
}

/// How a file writes its cells.
pub(super) struct Manner {
    /// Whether a slash stands between subject, teacher and room: `DAN/KLP/12`.
    do_slashes_divide: bool,
    /// Whether a blank stands between subject, teacher and room.
    do_blanks_divide: bool,
    /// Whether a number is a word of its own, as rooms may be.
    are_numbers_words: bool,
    /// Pairs of words that only occur together, such as a first name and a surname.
    pairs: BTreeSet<(String, String)>,
    country: Option<Country>,
}

/// Words within a name, before others that belong to it.
const CONNECTORS: [&str; 12] =
    ["og", "och", "and", "i", "med", "for", "för", "som", "av", "nivå", "niveau", "tid"];
/// Words before the number or name of a room.
const ROOM_WORDS: [&str; 10] =
    ["lokale", "lok", "sal", "rum", "room", "lokal", "hal", "hall", "lab", "værksted"];
/// Of a hundred, from which on something is a file's way of writing.
const USUAL: usize = 50;

impl Manner {
    /// How a file's cells are written, told from all of them.
    pub(super) fn of<'t>(
        texts: impl Iterator<Item = &'t str> + Clone,
        country: Option<Country>,
    ) -> Self {
        let do_slashes_divide = tell_slashes(texts.clone());
        let texts: Vec<String> = texts.map(|text| spaced(text, do_slashes_divide)).collect();
        let texts = texts.iter().map(String::as_str);
        let mut manner = Self {
            do_slashes_divide,
            do_blanks_divide: true,
            are_numbers_words: true,
            pairs: BTreeSet::new(),
            country,
        };
        manner.do_blanks_divide = manner.tell_blanks(texts.clone());
        manner.are_numbers_words = tell_numbers(texts.clone());
        manner.pairs = pairs(texts);
        manner
    }

    /// The words of a cell.
    pub(super) fn words(&self, text: &str) -> Vec<Word> {
        let text = spaced(text, self.do_slashes_divide);
        let words = fields(&text).into_iter().flat_map(|field| self.words_of(&field));
        words.filter(|word| !is_time(&word.text)).flat_map(untied).collect()
    }

    fn words_of(&self, field: &Field) -> Vec<Word> {
        let texts =
            if self.do_blanks_divide { self.phrases(&field.text) } else { aside(&field.text) };
        let word = |(position, text): (usize, String)| Word {
            text,
            before: if position == 0 { field.before } else { Mark::Blank },
            is_bracketed: field.is_bracketed,
        };
        texts.into_iter().enumerate().map(word).collect()
    }

    /// The words of a field, those that belong together as one.
    fn phrases(&self, field: &str) -> Vec<String> {
        let words: Vec<&str> = field.split_whitespace().collect();
        let mut phrases = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let length = self.phrase(&words[at..]).max(1);
            phrases.push(words[at..at + length].join(" "));
            at += length;
        }
        phrases
    }

    /// How many words the phrase takes that begins here.
    fn phrase(&self, words: &[&str]) -> usize {
        let most = words.len().min(6);
        let is_subject = |&length: &usize| {
            !self.is_class(words[length - 1])
                && Recognised::of(&words[..length].join(" "), self.country)
                    .is_some_and(|how| how >= Recognised::Code)
        };
        if let Some(length) = (2..=most).rev().find(is_subject) {
            return length;
        }
        let Some(next) = words.get(1) else { return 1 };
        let two = words[..2].join(" ");
        let first = fold(words[0].trim_end_matches('.'));
        if CONNECTORS.contains(&fold(next).as_str()) && words.len() > 2 {
            return 2 + self.phrase(&words[2..]);
        }
        let is_pair = turn(&two).is_some()
            || group(&two).is_some()
            || ROOM_WORDS.contains(&first.as_str())
            || !self.are_numbers_words && is_numbered(words[0], next)
            || is_spaced_class(words[0], next)
            || is_name(words[0]) && is_capital(next);
        if is_pair {
            return 2;
        }
        // A first name, perhaps a middle name, and a surname.
        let is_named = |pair: &&[&str]| self.pairs.contains(&(fold(pair[0]), fold(pair[1])));
        1 + words.windows(2).take(2).take_while(is_named).count()
    }

    /// Whether a word after a subject is a class: `7B`, but not the `2b` of a Swedish course.
    fn is_class(&self, word: &str) -> bool {
        let level = word.trim_end_matches(char::is_alphabetic);
        let is_course = level.parse::<u8>().is_ok_and(|level| level < 6);
        looks_like_class(word) && !(is_course && self.country != Some(Country::Denmark))
    }

    /// Blanks stand between words where fields of several words have a subject or a class among them.
    fn tell_blanks<'t>(&self, texts: impl Iterator<Item = &'t str> + Clone) -> bool {
        let fields: Vec<Field> = texts.clone().flat_map(fields).collect();
        let phrases = fields.iter().map(|field| self.phrases(&field.text));
        let several: Vec<Vec<String>> = phrases.filter(|phrases| phrases.len() > 1).collect();
        let is_told =
            |word: &String| Recognised::of(word, self.country).is_some() || looks_like_class(word);
        let with_subject = several.iter().filter(|phrases| phrases.iter().any(is_told));
        let is_divided = texts.clone().filter(|text| fields_count(text) > 1).count() * 100
            >= texts.count() * USUAL;
        with_subject.count() * 100 > several.len() * USUAL || !is_divided
    }
}

/// A field as one phrase, and the week or the group that stands at its end.
fn aside(field: &str) -> Vec<String> {
    let words: Vec<&str> = field.split_whitespace().collect();
    let is_aside = |text: &str| turn(text).is_some() || group(text).is_some();
    let length = [2, 1]
        .into_iter()
        .find(|&length| words.len() > length && is_aside(&words[words.len() - length..].join(" ")));
    let Some(length) = length else { return vec![field.to_owned()] };
    let (name, end) = words.split_at(words.len() - length);
    aside(&name.join(" ")).into_iter().chain([end.join(" ")]).collect()
}

fn fields_count(text: &str) -> usize {
    fields(text).iter().filter(|field| field.before != Mark::Tight).count()
}

/// Numbers are words where nearly every cell has one by itself: elsewhere they belong to rooms such as `hal 2`.
fn tell_numbers<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let mut cells = 0;
    let mut with_number = 0;
    for text in texts {
        cells += 1;
        let mut words = text.split_whitespace();
        with_number += usize::from(
            words.any(|word| word.chars().all(|sign| sign.is_ascii_digit()) && !word.is_empty()),
        );
    }
    with_number * 10 > cells * 7
}

/// First names with their surnames: neighbours with a capital letter each. Teachers before rooms that have names make as
/// many different pairs as there are rooms for each; people have mostly one surname.
fn pairs<'t>(texts: impl Iterator<Item = &'t str>) -> BTreeSet<(String, String)> {
    let mut alone: BTreeMap<String, usize> = BTreeMap::new();
    let mut pairs: BTreeMap<(String, String), usize> = BTreeMap::new();
    for field in texts.flat_map(fields) {
        let words: Vec<&str> = field.text.split_whitespace().collect();
        for (at, word) in words.iter().enumerate().filter(|(_, word)| is_name(word)) {
            match words.get(at + 1).filter(|next| is_name(next) || is_capital(next)) {
                Some(next) => *pairs.entry((fold(word), fold(next))).or_default() += 1,
                None => *alone.entry(fold(word)).or_default() += 1,
            }
        }
    }
    let firsts: BTreeSet<&String> = pairs.keys().map(|(first, _)| first).collect();
    // A first name hardly ever stands without its surname, which stands last.
    let is_first = |first: &String| alone.get(first).is_none_or(|&count| count < 2);
    let are_people = pairs.len() * 10 <= firsts.len() * 15;
    pairs.keys().filter(|(first, _)| are_people && is_first(first)).cloned().collect()
}

fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().count() > 0
        && letters.all(|letter| letter.is_lowercase() || matches!(letter, '.' | '-'))
        && Recognised::of(word, None).is_none()
}

/// A letter that stands for a surname.
fn is_capital(word: &str) -> bool {
    let mut letters = word.trim_end_matches('.').chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Whether a word and a small number name a room, as `naturfag 2` does; after initials or a class the number is alone.
fn is_numbered(word: &str, number: &str) -> bool {
    number.len() < 3
        && number.chars().all(|sign| sign.is_ascii_digit())
        && word.chars().count() > 2
        && word.chars().any(char::is_lowercase)
        && !looks_like_class(word)
}

fn is_spaced_class(grade: &str, letter: &str) -> bool {
    grade.ends_with('.')
        && grade.trim_end_matches('.').parse::<u8>().is_ok()
        && letter.chars().count() == 1
        && letter.chars().all(char::is_alphabetic)
}

/// Cuts a text where something stronger than a blank stands.
fn fields(text: &str) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let mut open = Field { text: String::new(), before: Mark::Blank, is_bracketed: false };
    let signs: Vec<char> = text.chars().collect();
    let is_blank =
        |at: Option<usize>| at.and_then(|at| signs.get(at)).is_none_or(|sign| sign.is_whitespace());
    for (at, &sign) in signs.iter().enumerate() {
        let is_spaced = is_blank(at.checked_sub(1)) && is_blank(Some(at + 1));
        let mark = match sign {
            '\n' => Some(Mark::Line),
            ';' => Some(Mark::Semicolon),
            ',' if !is_between_digits(&signs, at) => Some(Mark::Comma),
            '/' if is_spaced => Some(Mark::Slash),
            '+' if is_spaced => Some(Mark::Plus),
            '+' => Some(Mark::Tight),
            '·' | '•' | '|' | '(' | ')' | '[' | ']' | '\t' => Some(Mark::Dot),
            '-' | '–' if is_spaced => Some(Mark::Dot),
            _ => None,
        };
        let Some(mark) = mark else {
            open.text.push(sign);
            continue;
        };
        let is_empty = open.text.trim().is_empty();
        let strongest = match (is_empty, open.before) {
            (true, Mark::Line | Mark::BlankLine) if mark == Mark::Line => Mark::BlankLine,
            (true, before) => before.max(mark),
            (false, _) => mark,
        };
        let next = Field {
            text: String::new(),
            before: strongest,
            is_bracketed: matches!(sign, '(' | '['),
        };
        let done = std::mem::replace(&mut open, next);
        fields.extend((!is_empty).then_some(done));
    }
    fields.push(open);
    fields.retain(|field| !field.text.trim().is_empty());
    for field in &mut fields {
        field.text = field.text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if let Some(first) = fields.first_mut() {
        first.before = Mark::Blank;
    }
    fields
}

fn is_between_digits(signs: &[char], at: usize) -> bool {
    let is_digit =
        |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    is_digit(at.checked_sub(1)) && is_digit(Some(at + 1))
}

/// The words that a sign without blanks ties together: `KLP+JNP`, `8A/8B`; a subject such as `N/T` stays whole.
fn untied(word: Word) -> Vec<Word> {
    if Recognised::of(&word.text, None).is_some() || turn(&word.text).is_some() {
        return vec![word];
    }
    let is_long = |part: &str| part.trim().chars().count() > 1;
    let mut parts: Vec<&str> = word.text.split('&').collect();
    if parts.len() == 1 && word.text.split('/').all(is_long) {
        parts = word.text.split('/').collect();
    }
    let parts = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
    let tied = |(position, text): (usize, &str)| Word {
        text: text.to_owned(),
        before: if position == 0 { word.before } else { Mark::Tight },
        is_bracketed: word.is_bracketed,
    };
    parts.enumerate().map(tied).collect()
}

/// Words that nothing stands between but a sign, and that are therefore of one kind.
pub(super) type Unit<'w> = Vec<&'w Word>;

pub(super) fn units<'w>(words: impl Iterator<Item = &'w Word>) -> Vec<Unit<'w>> {
    let mut units: Vec<Unit<'w>> = Vec::new();
    for word in words {
        match units.last_mut() {
            Some(unit) if word.before == Mark::Tight => unit.push(word),
            _ => units.push(vec![word]),
        }
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(cells: &[&str], text: &str) -> Vec<String> {
        let manner = Manner::of(cells.iter().copied(), None);
        manner.words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_that_belong_together_stay_together() {
        let blanks = ["DAN KLP L8A", "MAT JNP L8A", "TYS KLP L8A / FRA JNP L8B"];
        assert_eq!(words(&blanks, "Klassens tid KLP L8A"), ["Klassens tid", "KLP", "L8A"]);
        assert_eq!(words(&blanks, "Svenska nivå 1 AB hal 2"), ["Svenska nivå 1", "AB", "hal 2"]);
        assert_eq!(words(&blanks, "N/T KLP+JNP L8A"), ["N/T", "KLP", "JNP", "L8A"]);
        assert_eq!(words(&blanks, "8.15-9.00 DAN (KLP) uge A"), ["DAN", "KLP", "uge A"]);
        let lines =
            ["Dansk\nAnna Berg\nStore sal", "Engelsk\nBo Lund\nLille sal", "Svensk\nBo Lund\nAula"];
        assert_eq!(
            words(&lines, "Dansk\nAnna Berg\nStore sal"),
            ["Dansk", "Anna Berg", "Store sal"]
        );
        let numbers = ["DAN AB 12", "MAT CD 14", "ENG AB 12"];
        assert_eq!(words(&numbers, "DAN AB 12"), ["DAN", "AB", "12"]);
        let rooms = ["DAN AB naturfag 1", "MAT CD L8", "ENG AB L8", "DAN CD L9", "MAT AB L9"];
        assert_eq!(words(&rooms, "DAN AB naturfag 1"), ["DAN", "AB", "naturfag 1"]);
        let teachers = ["Ma 7B\nsal 1", "Sv 7A\nsal 1", "Matematik 2b\nsal 2"];
        assert_eq!(words(&teachers, teachers[0]), ["Ma", "7B", "sal 1"]);
        assert_eq!(words(&teachers, teachers[2]), ["Matematik 2b", "sal 2"]);
    }

    #[test]
    fn what_stands_before_a_word_is_remembered() {
        let manner = Manner::of(["TYS KLP / FRA JNP"].into_iter(), None);
        let marks =
            |text: &str| manner.words(text).into_iter().map(|word| word.before).collect::<Vec<_>>();
        assert_eq!(
            marks("TYS KLP / FRA JNP"),
            [Mark::Blank, Mark::Blank, Mark::Slash, Mark::Blank]
        );
        assert_eq!(marks("TYS\n\nFRA"), [Mark::Blank, Mark::BlankLine]);
        assert_eq!(marks("TYS KLP+JNP"), [Mark::Blank, Mark::Blank, Mark::Tight]);
    }
}
