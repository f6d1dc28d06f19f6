//! The words for people: everything that is printed for a school, in each language.
//!
//! One file for each language; the compiler refuses a language that lacks a sentence. No tables, no files, no
//! decisions about what is told.

mod danish;
mod english;
mod naming;
mod swedish;

pub(crate) use naming::Naming;

use std::fmt::Display;

use crate::check::Breach;
use crate::domain::{Day, Language, Level, Price, Rule, Slot, WeekLabel};
use crate::reason::Reason;
use crate::words::Noun;

/// Points.
const POINT: Noun = Noun::new(["point"; 2], ["poäng"; 2], ["point", "points"]);

/// The words of `language`.
pub(crate) fn words(language: Language) -> &'static dyn Words {
    match language {
        Language::Danish => &danish::Danish,
        Language::Swedish => &swedish::Swedish,
        Language::English => &english::English,
    }
}

/// What a language must be able to say. Sentences are fragments without a full stop, but for the headlines.
pub(crate) trait Words: Sync {
    /// Headings and single words.
    fn labels(&self) -> &'static Labels;
    /// A day, short, as in a timetable's heading.
    fn day(&self, day: Day) -> &'static str;
    /// A day, in full.
    fn weekday(&self, day: Day) -> &'static str;
    /// A slot in a sentence.
    fn slot(&self, slot: Slot) -> String;
    /// A week of the cycle at the end of a sentence, with its preposition.
    fn week(&self, label: &WeekLabel) -> String;
    /// A level of need.
    fn level(&self, level: Level) -> &'static str;
    /// A number of points.
    fn points(&self, points: i64) -> String;
    /// The answer in one sentence.
    fn outcome(&self, outcome: Outcome) -> String;
    /// How far a proposal reaches.
    fn touched(&self, touched: Touched) -> String;
    /// What is found wrong, counted: one sentence for each kind.
    fn finding(&self, finding: Finding) -> String;
    /// Where the search stands.
    fn progress(&self, best: Option<i64>, bound: i64) -> String;
    /// A breach.
    fn breach(&self, breach: &Breach, naming: &Naming<'_>) -> String;
    /// Why there is no timetable.
    fn reason(&self, reason: &Reason, naming: &Naming<'_>) -> String;
    /// What a rule asks.
    fn rule(&self, rule: Rule) -> Help;
    /// What a kind of points is for.
    fn price(&self, price: Price) -> Help;
}

/// Headings and single words.
pub(crate) struct Labels {
    pub(crate) error: &'static str,
    pub(crate) warning: &'static str,
    pub(crate) help: &'static str,
    pub(crate) column: &'static str,
    pub(crate) line: &'static str,
    pub(crate) also: &'static str,
    pub(crate) total: &'static str,
    pub(crate) moved: &'static str,
    pub(crate) rooms: &'static str,
    pub(crate) chosen: &'static str,
    pub(crate) core: &'static str,
    pub(crate) still_missed: &'static str,
    pub(crate) breakdown: &'static str,
    pub(crate) reasons: &'static str,
    pub(crate) rules: &'static str,
    pub(crate) alternatives: &'static str,
    pub(crate) pupil: &'static str,
    pub(crate) class: &'static str,
    pub(crate) away: &'static str,
    pub(crate) subject: &'static str,
    pub(crate) level: &'static str,
    pub(crate) lessons: &'static str,
    pub(crate) missed: &'static str,
}

/// What is known at the end of a search, in numbers.
#[derive(Clone, Copy)]
pub(crate) enum Outcome {
    /// Nothing has to change, and nothing is missed.
    Unchanged,
    /// A proposal, proven cheapest.
    Optimal { lessons: usize, points: i64 },
    /// A proposal, not proven cheapest.
    Feasible { lessons: usize, points: i64, bound: i64 },
    /// Proven impossible.
    Infeasible,
    /// Neither.
    Undecided { bound: i64 },
}

/// How far a proposal reaches: each a number, and of how many.
#[derive(Clone, Copy)]
pub(crate) struct Touched {
    /// Classes with a changed lesson, of those with a lesson that can change.
    pub(crate) classes: (usize, usize),
    /// Teachers with a changed lesson, of those with a lesson that can change.
    pub(crate) teachers: (usize, usize),
    /// Apprentices who attend a changed lesson, of all.
    pub(crate) pupils: (usize, usize),
}

/// What a check found, in numbers.
#[derive(Clone, Copy)]
pub(crate) enum Finding {
    /// Faults of the baseline.
    Faults(usize),
    /// Breaches of a proposal.
    Breaches(usize),
    /// Periods of core lessons that are missed.
    Missed { required: usize, desired: usize },
}

/// A rule or a kind of points in words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Help {
    /// A few words for a table.
    pub(crate) title: &'static str,
    /// A sentence or two that say exactly what counts.
    pub(crate) text: &'static str,
}

/// `number` and the noun that goes with it.
fn count<N: Copy + Display + PartialEq + From<u8>>(number: N, one: &str, many: &str) -> String {
    let noun = if number == N::from(1) { one } else { many };
    format!("{number} {noun}")
}
