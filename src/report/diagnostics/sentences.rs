//! Faults as a person at a school would tell them: the file, the row and the column as a spreadsheet counts them, what is
//! wrong, what stands there, what to do. Many of one kind are told as one.

use std::fmt::Write as _;

use itertools::Itertools as _;

use super::location;
use crate::check::Breach;
use crate::diagnostic::{Diagnostic, Location, Severity, Wording};
use crate::domain::{Language, School};
use crate::report::words::{Naming, faults};

/// So many of one kind are told one by one; of more, the first of them, and the others are counted.
const MOST: usize = 4;
/// How many places of the others are named.
const PLACES: usize = 12;
/// The longest part of a line that is shown, in signs.
const WIDEST: usize = 90;

/// What faults of one kind have in common: how bad they are, their code, and the file.
type Kind = (Severity, &'static str, String);

/// A fault in words.
struct Told {
    /// What it has in common with others of its kind.
    kind: (Severity, &'static str),
    location: Location,
    message: String,
    help: Option<String>,
}

/// Every diagnostic, an empty line after each kind.
pub(super) fn diagnostics(found: &[Diagnostic], language: Language) -> String {
    let told = found.iter().map(|one| {
        let Wording { message, help } = one.wording(language);
        let kind = (one.severity, one.fault.code());
        Told { kind, location: one.location.clone(), message, help }
    });
    all(told.collect(), language)
}

/// Every breach, an empty line after each kind; what is likely behind many clashes of one class is asked.
pub(super) fn breaches(
    school: &School,
    found: &[Breach],
    severity: Severity,
    language: Language,
) -> String {
    let naming = Naming::new(school, language);
    let told = found.iter().map(|breach| {
        let (file, line) = location(breach, school);
        Told {
            kind: (severity, breach.rule().code()),
            location: Location { line, ..Location::file(file) },
            message: naming.words.breach(breach, &naming),
            help: is_division(school, breach).then(|| faults::ask_for_division(language)),
        }
    });
    all(told.collect(), language)
}

/// Whether a class may be divided without a word of it: lessons at one time, none of them for a part.
pub(in crate::report) fn is_division(school: &School, breach: &Breach) -> bool {
    let Breach::ClassClash { lessons, .. } = breach else { return false };
    let pieces = lessons.iter().filter_map(|&lesson| school.lessons.get(lesson));
    pieces.flat_map(|lesson| &lesson.pieces).all(|piece| piece.group.is_none())
}

fn all(told: Vec<Told>, language: Language) -> String {
    let mut kinds: Vec<(Kind, Vec<Told>)> = Vec::new();
    for one in told {
        let key = (one.kind.0, one.kind.1, one.location.file.clone());
        match kinds.iter_mut().find(|(known, _)| *known == key) {
            Some((_, alike)) => alike.push(one),
            None => kinds.push((key, vec![one])),
        }
    }
    kinds.iter().map(|(_, alike)| kind(alike, language)).collect()
}

/// Faults of one kind in one file.
fn kind(alike: &[Told], language: Language) -> String {
    let (shown, counted) =
        if alike.len() > MOST { alike.split_at(MOST - 1) } else { (alike, &[][..]) };
    let mut text = String::new();
    for (at, one) in shown.iter().enumerate() {
        // Help that all have in common stands beneath the last.
        let is_last = shown.get(at + 1).is_none_or(|next| next.help != one.help);
        text +=
            &sentence(one, is_last && counted.iter().all(|other| other.help != one.help), language);
    }
    if let Some(first) = counted.first() {
        let lines = counted.iter().filter_map(|one| one.location.line).unique();
        let lines: Vec<u32> = lines.collect();
        text += &faults::more(&first.location.file, counted.len(), (&lines, PLACES), language);
        text += "\n";
        text += &helped(first.help.as_deref());
    }
    text + "\n"
}

fn sentence(told: &Told, with_help: bool, language: Language) -> String {
    let Told { kind: (severity, _), location, message, help } = told;
    let mut text = faults::head(*severity, location, message, language) + "\n";
    if let Some(line) = shown(location) {
        let _ = writeln!(text, "    {line}");
    }
    text + &helped(help.as_deref().filter(|_| with_help))
}

fn helped(help: Option<&str>) -> String {
    let mut text = String::new();
    for (at, line) in help.into_iter().flat_map(str::lines).enumerate() {
        let _ = writeln!(text, "  {} {line}", if at == 0 { "→" } else { " " });
    }
    text
}

/// What stands there: a row, not a part of a page of marks.
fn shown(location: &Location) -> Option<String> {
    let excerpt = location.excerpt.as_ref()?;
    let line = excerpt.text.trim();
    if line.is_empty() || line.starts_with('<') {
        return None;
    }
    if line.chars().count() <= WIDEST {
        return Some(line.to_owned());
    }
    // Of a long line, what is around the cell.
    let cell = excerpt.text.get(excerpt.span.clone()).unwrap_or_default().trim();
    let cell = if cell.is_empty() { line } else { cell };
    let cut: String = cell.chars().take(WIDEST).collect();
    Some(if cut.len() < cell.len() { cut + "…" } else { format!("… {cut} …") })
}
