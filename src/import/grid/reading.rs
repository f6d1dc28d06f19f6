//! The words of each cell read as lessons: which is the subject, which the teacher, which the room.
//!
//! A word has a role by what speaks for it ([`Evidence`]) and by its position: what stands third among three is mostly
//! of one kind throughout a file. Both are weighed together, some times over.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::{Evidence, Role, SURE, Weights, bare};
use super::habits::{are_brackets_groups, are_classes_unknown, are_rooms_classes};
use super::sheets::Sheets;
use super::spoken::{Whose, group};
use super::words::{Mark, Unit, Word, units};
use crate::import::looks::{looks_like_class, looks_like_programme};
use crate::import::weeks::turn;
use crate::input::{Recognised, fold};

/// How often positions and roles are weighed against each other.
const ROUNDS: usize = 3;
/// What a position that always has one role adds.
const POSITION: i32 = 80;

/// What speaks for a word of a teacher's grid being a class of which nothing is known.
const CLASS: i32 = 20;

/// A lesson as a cell has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) subject: Option<String>,
    pub(super) teachers: Vec<String>,
    pub(super) rooms: Vec<String>,
    pub(super) classes: Vec<String>,
    pub(super) group: Option<String>,
    pub(super) week: Option<String>,
    /// What the cell says of it.
    pub(super) text: String,
    /// The words that might be something else, and what.
    pub(super) doubts: Vec<(String, Role)>,
}

/// A position among the open words of a lesson in the grids of one kind.
type Position = (Whose, usize, usize);

/// Reads cells.
pub(super) struct Reader<'r> {
    sheets: &'r Sheets,
    evidence: Evidence,
    /// What a person said that words are, by their folded text.
    told: &'r BTreeMap<String, Role>,
    classes: BTreeSet<String>,
    /// Whether rooms bear the names of classes.
    are_rooms_classes: bool,
    /// Whether words in brackets are parts of classes, named after subjects.
    are_brackets_groups: bool,
    /// Whether the classes in teachers' grids have names that do not look like any.
    are_classes_unknown: bool,
    votes: BTreeMap<Position, Weights>,
    /// How often each word was what.
    roles: BTreeMap<String, Weights>,
}

impl<'r> Reader<'r> {
    /// Learns how a file is to be read from all `words` of its cells.
    pub(super) fn of(
        sheets: &'r Sheets,
        words: &[Vec<Word>],
        told: &'r BTreeMap<String, Role>,
    ) -> Self {
        let mut reader = Self {
            sheets,
            evidence: Evidence::of(sheets, words),
            told,
            classes: sheets.names(Whose::Class).iter().map(|name| bare(name)).collect(),
            are_rooms_classes: are_rooms_classes(sheets, words),
            are_brackets_groups: are_brackets_groups(sheets, words),
            are_classes_unknown: are_classes_unknown(sheets, words),
            votes: BTreeMap::new(),
            roles: BTreeMap::new(),
        };
        for _ in 0..ROUNDS {
            reader.learn(words);
        }
        reader
    }

    fn learn(&mut self, words: &[Vec<Word>]) {
        let mut votes: BTreeMap<Position, Weights> = BTreeMap::new();
        let mut roles: BTreeMap<String, Weights> = BTreeMap::new();
        for (cell, words) in self.sheets.cells.iter().zip(words) {
            let whose = self.sheets.grids[cell.grid].whose;
            for lesson in self.lessons(words, whose) {
                let open = units(lesson.iter().filter(|word| self.special(word, whose).is_none()));
                let is_known = open.iter().flatten().any(|word| self.is_known(word));
                for (at, role) in self.assigned(&open, whose).into_iter().enumerate() {
                    let role = Role::OPEN.iter().position(|open| *open == role).unwrap_or(0);
                    let weights = self.unit_weights(&open, at, whose);
                    // Lessons with a subject that is known tell where subjects stand.
                    let vote = if is_known { vote(weights, role) } else { 1 };
                    votes.entry((whose, open.len(), at)).or_default()[role] += vote;
                    for word in &open[at] {
                        roles.entry(fold(&word.text)).or_default()[role] += 1;
                    }
                }
            }
        }
        (self.votes, self.roles) = (votes, roles);
    }

    /// The lessons of a cell.
    pub(super) fn read(&self, words: &[Word], whose: Whose) -> Vec<Entry> {
        self.lessons(words, whose)
            .into_iter()
            .flat_map(|lesson| self.entries(lesson, whose))
            .collect()
    }

    /// What a word is by itself: what was told, a class, a group, a week.
    fn special(&self, word: &Word, whose: Whose) -> Option<Role> {
        let told = self.told.get(&fold(&word.text)).copied();
        let is_class = match whose {
            Whose::Class => {
                !self.are_rooms_classes && self.classes.contains(&bare(&fold(&word.text)))
            }
            _ => self.classes.contains(&bare(&fold(&word.text))) || looks_like_class(&word.text),
        };
        let is_letter = word.is_bracketed && word.text.chars().count() == 1;
        told.filter(|role| !Role::OPEN.contains(role))
            .or_else(|| turn(&word.text).map(|_| Role::Week))
            .or_else(|| (group(&word.text).is_some() || is_letter).then_some(Role::Group))
            .or_else(|| is_class.then_some(Role::Class))
    }

    /// Whether a word stands once in all cells and begins small, as remarks do.
    fn is_remark(&self, word: &Word) -> bool {
        let count = |weights: &Weights| weights.iter().sum::<i32>();
        word.text.starts_with(char::is_lowercase)
            && self.roles.get(&fold(&word.text)).is_none_or(|weights| count(weights) < 2)
    }

    /// Whether a word is known to be a subject.
    fn is_known(&self, word: &Word) -> bool {
        Recognised::of(&word.text, self.sheets.country).is_some()
    }

    /// Whether a word is a subject rather than anything else.
    fn is_subject(&self, word: &Word, whose: Whose) -> bool {
        if self.special(word, whose).is_some() {
            return false;
        }
        let is_told = self.told.contains_key(&fold(&word.text));
        if !is_told
            && Recognised::of(&word.text, self.sheets.country)
                .is_some_and(|how| how >= Recognised::Code)
        {
            return true;
        }
        let weights = match self.roles.get(&fold(&word.text)) {
            Some(counts) if !is_told => *counts,
            _ => self.weights(word, whose),
        };
        weights[0] > weights[1].max(weights[2])
    }

    /// What speaks for a word wherever it stands.
    fn weights(&self, word: &Word, whose: Whose) -> Weights {
        if let Some(role) = self.told.get(&fold(&word.text)) {
            return Role::OPEN.map(|open| if open == *role { 1000 } else { 0 });
        }
        let mut weights = self.evidence.weights(&word.text);
        match whose {
            // Who has the grid stands in no cell of it; in the place of teachers are classes.
            Whose::Teacher if self.are_classes_unknown => {
                let is_number = !word.text.contains(char::is_alphabetic);
                weights[1] = match () {
                    () if looks_like_programme(&word.text) => 2 * CLASS,
                    () if is_number => 0,
                    () => CLASS,
                };
            }
            Whose::Teacher => weights[1] -= 200,
            Whose::Room => weights[2] -= 200,
            Whose::Class | Whose::Untold => {}
        }
        weights
    }

    /// What speaks for tied words at their position among others.
    fn unit_weights(&self, open: &[Unit<'_>], at: usize, whose: Whose) -> Weights {
        let mut weights = Weights::default();
        for word in &open[at] {
            let own = self.weights(word, whose);
            for (sum, own) in weights.iter_mut().zip(own) {
                *sum += own;
            }
        }
        let count = i32::try_from(open[at].len()).unwrap_or(1).max(1);
        weights = weights.map(|sum| sum / count);
        if let Some(votes) = self.votes.get(&(whose, open.len(), at)) {
            let all: i32 = votes.iter().sum();
            for (weight, vote) in weights.iter_mut().zip(votes).filter(|_| all > 4) {
                *weight += POSITION * vote / all;
            }
        }
        weights
    }

    /// The words of each lesson of a cell: cut at the strongest sign that leaves a subject in every part.
    fn lessons<'w>(&self, words: &'w [Word], whose: Whose) -> Vec<&'w [Word]> {
        for mark in Mark::DIVIDING {
            let mut parts: Vec<&[Word]> = Vec::new();
            let mut start = 0;
            let cuts = (1..words.len()).filter(|&at| words[at].before == mark);
            for at in cuts.chain([words.len()]) {
                parts.push(&words[start..at]);
                start = at;
            }
            // A comma or a line may stand before a room that is called as a subject is.
            let is_weak = matches!(mark, Mark::Line | Mark::Comma);
            let has_subject = |part: &&[Word]| {
                let is_alone = is_weak && part.len() == 1;
                let is_subject = |word: &Word| {
                    self.is_subject(word, whose) && (!is_alone || self.is_known(word))
                };
                part.iter().any(|word| !word.is_bracketed && is_subject(word))
            };
            let is_said = |word: &&Word| {
                let is_aside = word.is_bracketed && self.is_known(word);
                !is_aside && !matches!(self.special(word, whose), Some(Role::Week | Role::Group))
            };
            let counts: Vec<usize> =
                parts.iter().map(|part| part.iter().filter(is_said).count()).collect();
            let is_uneven = is_weak && counts.contains(&1) && counts.iter().any(|&count| count > 1);
            let is_turn = |part: &&[Word]| {
                part.len() > 1
                    && part.iter().any(|word| self.special(word, whose) == Some(Role::Week))
            };
            let are_turns = parts.len() > 1 && parts.iter().all(is_turn);
            if are_turns || parts.len() > 1 && !is_uneven && parts.iter().all(has_subject) {
                return parts.into_iter().flat_map(|part| self.lessons(part, whose)).collect();
            }
        }
        self.chunks(words, whose)
    }

    /// Lessons that nothing but blanks stands between, if each begins with its subject and has as many words.
    fn chunks<'w>(&self, words: &'w [Word], whose: Whose) -> Vec<&'w [Word]> {
        let subjects: Vec<usize> = (0..words.len())
            .filter(|&at| words[at].before == Mark::Blank)
            .filter(|&at| self.is_subject(&words[at], whose))
            .collect();
        let length = words.len() / subjects.len().max(1);
        let is_even = length > 2
            && words.iter().skip(1).all(|word| matches!(word.before, Mark::Blank | Mark::Tight))
            && words.len().is_multiple_of(subjects.len().max(1))
            && words.iter().all(|word| self.special(word, whose).is_none())
            && subjects.iter().enumerate().all(|(position, &at)| at == position * length);
        if is_even && subjects.len() > 1 { words.chunks(length).collect() } else { vec![words] }
    }

    /// The roles of the open words of one lesson, exactly one of them, or those tied, the subject.
    fn assigned(&self, open: &[Unit<'_>], whose: Whose) -> Vec<Role> {
        let weights: Vec<Weights> =
            (0..open.len()).map(|at| self.unit_weights(open, at, whose)).collect();
        let lead = |at: usize| weights[at][0] - weights[at][1].max(weights[at][2]);
        // A number alone is no subject where there is a word.
        let is_word =
            |at: usize| open[at].iter().any(|word| word.text.contains(char::is_alphabetic));
        let likeliest = |&at: &usize| (is_word(at), lead(at));
        let Some(subject) = (0..open.len()).rev().max_by_key(likeliest) else {
            return Vec::new();
        };
        // Where nothing speaks for a subject and the only word is somebody's name, there is none.
        let has_subject = open.len() > 1 || lead(subject) > -SURE;
        let role = |at: usize| {
            if has_subject && at == subject {
                Role::Subject
            } else if weights[at][1] >= weights[at][2] {
                Role::Teacher
            } else {
                Role::Room
            }
        };
        tell_apart((0..open.len()).map(role).collect(), &weights)
    }

    /// A lesson's words as what they are; several tied subjects with as many teachers are as many lessons.
    fn entries(&self, lesson: &[Word], whose: Whose) -> Vec<Entry> {
        let mut entry = Entry { text: written(lesson), ..Entry::default() };
        let mut words: Vec<&Word> = Vec::new();
        let is_other_subject = |at: usize| {
            let is_known = |word: &Word| self.is_known(word);
            let others = lesson.iter().enumerate().filter(|(other, _)| *other != at);
            let is_other = |word: &Word| word.is_bracketed && !is_known(word);
            (self.are_brackets_groups || lesson.iter().any(is_other))
                && lesson[at].is_bracketed
                && is_known(&lesson[at])
                && others.clone().any(|(_, word)| is_known(word))
        };
        for (at, word) in lesson.iter().enumerate() {
            match self.special(word, whose) {
                Some(Role::Class) => entry.classes.push(word.text.clone()),
                Some(Role::Group) => {
                    entry.group = Some(group(&word.text).unwrap_or_else(|| word.text.clone()));
                }
                Some(Role::Week) => entry.week = turn(&word.text).or(Some(word.text.clone())),
                _ if is_other_subject(at) => entry.group = Some(word.text.clone()),
                _ => words.push(word),
            }
        }
        let open = units(words.into_iter());
        let roles = self.assigned(&open, whose);
        let of = |role: Role| -> Vec<String> {
            let units = open.iter().zip(&roles).filter(|(_, own)| **own == role);
            units.flat_map(|(unit, _)| unit.iter().map(|word| word.text.clone())).collect()
        };
        let (subjects, teachers, rooms) = (of(Role::Subject), of(Role::Teacher), of(Role::Room));
        entry.doubts = self.doubts(&open, whose);
        if subjects.len() > 1 && teachers.len() == subjects.len() {
            let one = |(at, subject): (usize, &String)| Entry {
                subject: Some(subject.clone()),
                teachers: vec![teachers[at].clone()],
                rooms: if rooms.len() == subjects.len() {
                    vec![rooms[at].clone()]
                } else {
                    rooms.clone()
                },
                ..entry.clone()
            };
            return subjects.iter().enumerate().map(one).collect();
        }
        entry.subject = (!subjects.is_empty()).then(|| subjects.join("/"));
        if whose == Whose::Teacher {
            entry.classes.extend(teachers);
            return vec![Entry { rooms, ..entry }];
        }
        vec![Entry { teachers, rooms, ..entry }]
    }

    /// The words of which two roles are about as likely, with the one that comes second.
    fn doubts(&self, open: &[Unit<'_>], whose: Whose) -> Vec<(String, Role)> {
        let doubt = |at: usize| {
            let weights = self.unit_weights(open, at, whose);
            let mut ranked: Vec<(i32, Role)> = weights.into_iter().zip(Role::OPEN).collect();
            ranked.sort_by_key(|(weight, role)| (std::cmp::Reverse(*weight), *role));
            let is_told = |word: &&&Word| self.told.contains_key(&fold(&word.text));
            let is_close = ranked[0].0 - ranked[1].0 < SURE
                || open[at].iter().any(|word| self.is_remark(word));
            let is_open = is_close && open[at].iter().find(is_told).is_none();
            is_open.then(|| {
                open[at].iter().map(|word| (word.text.clone(), ranked[1].1)).collect::<Vec<_>>()
            })
        };
        (0..open.len()).filter_map(doubt).flatten().collect()
    }
}

/// A lesson's words as a cell has them.
fn written(lesson: &[Word]) -> String {
    let mut text = String::new();
    for word in lesson {
        let between = match word.before {
            _ if text.is_empty() => "",
            Mark::Tight => "+",
            Mark::Line | Mark::BlankLine => "\n",
            Mark::Comma => ", ",
            Mark::Dot if !word.is_bracketed => " · ",
            _ => " ",
        };
        text += between;
        let (open, close) = if word.is_bracketed { ("(", ")") } else { ("", "") };
        text.extend([open, &word.text, close]);
    }
    text
}

/// What a word says of its position: the more, the surer it is.
fn vote(weights: Weights, role: usize) -> i32 {
    let others = (0..weights.len()).filter(|other| *other != role).map(|other| weights[other]);
    let margin = weights[role] - others.max().unwrap_or(0);
    1 + margin.clamp(0, 2 * SURE) / 2
}

/// Of two words beside a subject, one is mostly the teacher and the other the room, unless both are surely of one kind.
fn tell_apart(mut roles: Vec<Role>, weights: &[Weights]) -> Vec<Role> {
    let others: Vec<usize> = (0..roles.len()).filter(|&at| roles[at] != Role::Subject).collect();
    let [one, other] = others[..] else { return roles };
    let lean = |at: usize| weights[at][1] - weights[at][2];
    let are_sure = lean(one).abs() >= SURE && lean(other).abs() >= SURE;
    if roles[one] == roles[other] && !are_sure {
        let teacher = if lean(one) >= lean(other) { one } else { other };
        roles[one] = if teacher == one { Role::Teacher } else { Role::Room };
        roles[other] = if teacher == other { Role::Teacher } else { Role::Room };
    }
    roles
}
