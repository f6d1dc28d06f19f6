//! What speaks for a word being a subject, a teacher or a room, told from all cells.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::sheets::{Cell, Sheets};
use super::spoken::Whose;
use super::words::Word;
use crate::domain::{Country, Day};
use crate::input::{Recognised, fold};

/// What a word of a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Role {
    Subject,
    Teacher,
    Room,
    Class,
    Group,
    Week,
}

impl Role {
    /// Those that a word may have by its looks alone.
    pub(super) const OPEN: [Self; 3] = [Self::Subject, Self::Teacher, Self::Room];

    /// Its name in a map.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Teacher => "teacher",
            Self::Room => "room",
            Self::Class => "class",
            Self::Group => "group",
            Self::Week => "week",
        }
    }
}

/// For each of [`Role::OPEN`]: the more, the likelier. A difference of [`SURE`] is sure.
pub(super) type Weights = [i32; 3];

/// A difference of weights from which on a word is sure.
pub(super) const SURE: i32 = 20;

/// What speaks for each word, by its folded text.
pub(super) struct Evidence {
    words: BTreeMap<String, Weights>,
}

/// Where a word stands.
#[derive(Default)]
struct Use {
    count: usize,
    grids: BTreeMap<usize, usize>,
    slots: BTreeMap<(Day, usize), BTreeSet<usize>>,
    /// Subjects beside it.
    subjects: BTreeSet<String>,
    written: String,
}

impl Evidence {
    /// Weighs every word of `words`, which are those of each cell.
    pub(super) fn of(sheets: &Sheets, words: &[Vec<Word>]) -> Self {
        let mut uses: BTreeMap<String, Use> = BTreeMap::new();
        for (cell, words) in sheets.cells.iter().zip(words) {
            enter(cell, words, sheets.country, &mut uses);
        }
        let owners = [Whose::Class, Whose::Teacher, Whose::Room].map(|whose| sheets.names(whose));
        let classes: Vec<String> = owners[0].iter().map(|name| bare(name)).collect();
        let grids = sheets.grids.iter().filter(|grid| grid.whose == Whose::Class).count();
        // Where most words have digits, these tell nothing.
        let with_digit = uses.values().filter(|used| has_digit(&used.written)).count();
        let digit = if with_digit * 2 > uses.len() { 0 } else { 25 };
        let weigh = |(word, used): (String, Use)| {
            let mut weights = [
                subject(&used, grids, sheets.country),
                teacher(&used, digit) + owned(&owners[1], &word),
                room(&used, &classes, digit) + owned(&owners[2], &word),
            ];
            // Who has a grid of his own is no subject.
            if owners[1].contains(&word) || owners[2].contains(&word) {
                weights[0] -= 100;
            }
            (word, weights)
        };
        Self { words: uses.into_iter().map(weigh).collect() }
    }

    /// What speaks for a word.
    pub(super) fn weights(&self, word: &str) -> Weights {
        self.words.get(&fold(word)).copied().unwrap_or_default()
    }
}

fn owned(owners: &BTreeSet<String>, word: &str) -> i32 {
    if owners.contains(word) { 150 } else { 0 }
}

fn enter(cell: &Cell, words: &[Word], country: Option<Country>, uses: &mut BTreeMap<String, Use>) {
    let subjects: Vec<String> = words
        .iter()
        .filter(|word| {
            Recognised::of(&word.text, country).is_some_and(|how| how >= Recognised::Code)
        })
        .map(|word| fold(&word.text))
        .collect();
    for word in words {
        let key = fold(&word.text);
        let own = uses.entry(key.clone()).or_default();
        own.count += 1;
        *own.grids.entry(cell.grid).or_default() += 1;
        own.slots.entry((cell.day, cell.band)).or_default().insert(cell.grid);
        own.subjects.extend(subjects.iter().filter(|&subject| *subject != key).cloned());
        own.written.clone_from(&word.text);
    }
}

/// Subjects are known by name; they stand in many classes at once, in all of them, and with many teachers.
fn subject(used: &Use, grids: usize, country: Option<Country>) -> i32 {
    let known = match Recognised::of(&used.written, country) {
        Some(Recognised::Name) => 60,
        Some(Recognised::Code) => 50,
        Some(Recognised::Short) => 15,
        Some(Recognised::Break) => 40,
        None if has_digit(&used.written) => -20,
        None => 0,
    };
    let at_once =
        used.slots.values().filter(|grids| grids.len() > 1).map(BTreeSet::len).sum::<usize>();
    let clash = match at_once * 100 / used.count.max(1) {
        50.. if used.count > 3 => 25,
        20.. if used.count > 3 => 10,
        0 if used.count > 5 && used.grids.len() > 2 => -15,
        _ => 0,
    };
    let spread = if grids > 2 && used.grids.len() * 2 >= grids { 15 } else { 0 };
    known + clash + spread
}

/// Teachers are initials or names, in several classes, with few subjects.
fn teacher(used: &Use, digit: i32) -> i32 {
    let letters = used.written.chars().filter(|sign| sign.is_alphabetic()).count();
    let are_capitals =
        used.written.chars().all(|sign| sign.is_uppercase() || sign.is_ascii_digit());
    let words = used.written.split_whitespace();
    let are_names = words.clone().count() > 1
        && words
            .clone()
            .all(|word| word.chars().next().is_some_and(char::is_uppercase) && !has_digit(word));
    let looks = if has_digit(&used.written) {
        -digit / 2
    } else if are_capitals && (2..5).contains(&letters) {
        30
    } else if are_names {
        40
    } else if (2..5).contains(&letters) {
        15
    } else {
        0
    };
    // Who has no room in a cell has the home room; who has no teacher is rare.
    let is_usual = if used.written.contains(char::is_alphabetic) { 12 } else { 0 };
    is_usual + looks + if used.count > 4 && used.subjects.len() < 4 { 10 } else { 0 }
}

/// Rooms have numbers, or are named after a class or for what they are; many subjects are taught in one.
fn room(used: &Use, classes: &[String], digit: i32) -> i32 {
    const WORDS: [&str; 24] = [
        "hal",
        "sal",
        "lokale",
        "lok.",
        "rum",
        "room",
        "lab",
        "gym",
        "aula",
        "bibliotek",
        "værksted",
        "køkken",
        "svøm",
        "pool",
        "slöjdsal",
        "idrætshal",
        "kantine",
        "festsal",
        "verkstad",
        "kök",
        "bana",
        "pædagogisk",
        "studie",
        "hus",
    ];
    let folded = fold(&used.written);
    let own = bare(&folded);
    let is_after_class =
        classes.iter().any(|class| !class.is_empty() && own.contains(class.as_str()));
    let known = Recognised::of(&used.written, None).is_none();
    let is_named = known && WORDS.iter().any(|word| folded.contains(word));
    let most = used.grids.values().copied().max().unwrap_or(0);
    let is_home = used.count > 5 && most * 10 >= used.count * 9 && used.subjects.len() > 4;
    let many = used.subjects.len() > 4;
    [(has_digit(&folded), digit), (is_after_class, 45), (is_named, 45), (is_home, 20), (many, 10)]
        .iter()
        .map(|&(holds, weight)| if holds { weight } else { 0 })
        .sum()
}

fn has_digit(word: &str) -> bool {
    word.contains(|sign: char| sign.is_ascii_digit())
}

/// A name's letters and digits.
pub(super) fn bare(name: &str) -> String {
    name.chars().filter(|sign| sign.is_alphanumeric()).collect()
}
