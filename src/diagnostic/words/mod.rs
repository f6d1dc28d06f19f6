//! The words for every fault, one language a file; the compiler keeps each of them complete.

mod da;
mod en;
mod expected;
mod field;
mod foreign;
mod kind;
mod sv;
mod undated;

use itertools::Itertools as _;

use super::Fault;
use crate::domain::Language;

/// The most lines that a message lists.
const LINES_SHOWN: usize = 5;

/// A file's name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// A delimiter as it is called, `tab` if it is the tabulator.
fn sign(delimiter: char, tab: &str) -> String {
    if delimiter == '\t' { tab.into() } else { format!("\"{delimiter}\"") }
}

/// Signs as their numbers in Unicode, each once: who looks at them cannot tell them from others.
fn code_points(signs: &[char]) -> String {
    signs.iter().unique().map(|&sign| format!("U+{:04X}", u32::from(sign))).join(", ")
}

pub(super) fn message(fault: &Fault, language: Language) -> String {
    match fault {
        Fault::Foreign(foreign) => return foreign::message(foreign, language),
        Fault::Undated(undated) => return undated::message(undated, language),
        _ => {}
    }
    match language {
        Language::Danish => da::message(fault),
        Language::Swedish => sv::message(fault),
        Language::English => en::message(fault),
    }
}

pub(super) fn help(fault: &Fault, language: Language) -> Option<String> {
    if let Fault::Undated(undated) = fault {
        return undated::help(undated, language);
    }
    match language {
        Language::Danish => da::help(fault),
        Language::Swedish => sv::help(fault),
        Language::English => en::help(fault),
    }
}
