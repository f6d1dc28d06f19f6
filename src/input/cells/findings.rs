//! Where faults are collected while reading, so that the first never hides the second.

use std::collections::{BTreeMap, BTreeSet};

use super::account::{Account, Fate};
use super::personal_number;
use super::text::squeeze;
use crate::diagnostic::{Diagnostic, Fault, Location, Severity};

/// The longest name, in bytes, that is compared with others.
const LONGEST_NAME: usize = 100;
/// Faults of one kind that are shown of one file; beyond that they are counted, so that others are seen.
const MOST_SHOWN: usize = 50;
/// Comparisons spent on suggestions, so that a file of nonsense is refused as fast as it is read.
const MOST_COMPARISONS: usize = 200_000;

/// The faults found so far.
#[derive(Debug, Default)]
pub(in crate::input) struct Findings {
    diagnostics: Vec<Diagnostic>,
    counts: BTreeMap<(String, &'static str), usize>,
    /// The lines with a personal number, and the columns where they are known.
    struck: BTreeSet<(String, Option<u32>, Option<String>)>,
    comparisons: usize,
    errors: usize,
    told: usize,
    /// What became of the lines of each file with columns.
    pub(in crate::input) accounts: Vec<Account>,
}

impl Findings {
    /// Adds a fault at a place.
    pub(in crate::input) fn report(&mut self, fault: Fault, location: Location) {
        self.told += 1;
        if self.follows_from_struck(&fault, &location) {
            return;
        }
        let diagnostic = Diagnostic::new(fault, location);
        if diagnostic.severity == Severity::Error {
            self.errors += 1;
        }
        let count = self
            .counts
            .entry((diagnostic.location.file.clone(), diagnostic.fault.code()))
            .or_default();
        *count += 1;
        if *count <= MOST_SHOWN {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Turns warnings about a file into errors.
    pub(in crate::input) fn harden(&mut self, file: &str, codes: &[&str]) {
        let warnings = self.diagnostics.iter_mut().filter(|one| {
            one.severity == Severity::Warning
                && one.location.file == file
                && codes.contains(&one.fault.code())
        });
        for warning in warnings {
            warning.severity = Severity::Error;
            self.errors += 1;
        }
    }

    /// Whether a fault is about a cell, a row or a heading of which nothing is left but a personal number struck out.
    fn follows_from_struck(&mut self, fault: &Fault, location: &Location) -> bool {
        let Location { file, line, column, .. } = location;
        if matches!(fault, Fault::PersonalNumber) {
            self.struck.insert((file.clone(), *line, column.clone()));
            return false;
        }
        if self.struck.is_empty() {
            return false;
        }
        let is_struck = |column| self.struck.contains(&(file.clone(), *line, column));
        let of_row = || {
            let from = (file.clone(), *line, None);
            self.struck.range(from..).next().is_some_and(|next| (&next.0, next.1) == (file, *line))
        };
        match column {
            Some(column) => {
                personal_number::is_struck(column)
                    || is_struck(Some(column.clone()))
                    || is_struck(None)
            }
            None => line.is_some() && of_row(),
        }
    }

    /// Whether a text has a personal number that was struck out. Where none was, stars are stars.
    pub(in crate::input) fn is_struck(&self, text: &str) -> bool {
        !self.struck.is_empty() && personal_number::is_struck(text)
    }

    /// How many errors there are; whoever asks before and after knows whether something was whole.
    pub(in crate::input) const fn errors(&self) -> usize {
        self.errors
    }

    /// How many faults were reported, of whatever kind; whoever asks before and after knows whether something was told.
    pub(in crate::input) const fn told(&self) -> usize {
        self.told
    }

    /// Enters what became of some lines of a file.
    pub(in crate::input) fn account(&mut self, file: &str, fate: Fate, lines: usize) {
        let mut accounts = self.accounts.iter_mut().rev();
        if let Some(account) = accounts.find(|account| account.file == file) {
            account.enter(fate, lines);
        }
    }

    /// The faults by file and line.
    pub(in crate::input) fn sorted(mut self) -> Vec<Diagnostic> {
        for ((file, like), count) in self.counts {
            if count > MOST_SHOWN {
                let fault = Fault::MoreFaults { like, count: count - MOST_SHOWN };
                self.diagnostics.push(Diagnostic::new(fault, Location::line(&file, u32::MAX)));
            }
        }
        self.diagnostics.sort_by(|one, other| {
            (&one.location.file, one.location.line)
                .cmp(&(&other.location.file, other.location.line))
        });
        for diagnostic in &mut self.diagnostics {
            if matches!(diagnostic.fault, Fault::MoreFaults { .. }) {
                diagnostic.location.line = None;
            }
        }
        self.diagnostics
    }

    /// The candidate that someone who wrote `folded` most likely meant; both are folded.
    pub(in crate::input) fn nearest<'a>(
        &mut self,
        folded: &str,
        candidates: impl Iterator<Item = &'a str>,
    ) -> Option<&'a str> {
        let is_name = folded.len() <= LONGEST_NAME;
        let left = MOST_COMPARISONS.saturating_sub(self.comparisons);
        let left = if is_name { left } else { 0 };
        let squeezed = squeeze(folded);
        let mut best: Option<(usize, &str)> = None;
        for candidate in candidates.take(left) {
            self.comparisons += 1;
            let distance = distance(folded, &squeezed, candidate);
            if distance <= tolerance(folded) && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, candidate)| candidate)
    }
}

fn distance(folded: &str, squeezed: &str, candidate: &str) -> usize {
    if candidate.len().abs_diff(folded.len()) > 4 {
        usize::MAX
    } else if squeeze(candidate) == squeezed {
        0
    } else if digits(folded).ne(digits(candidate)) {
        usize::MAX
    } else {
        strsim::osa_distance(folded, candidate)
    }
}

/// Who writes another number means another thing.
fn digits(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(char::is_ascii_digit)
}

fn tolerance(folded: &str) -> usize {
    match folded.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    }
}
