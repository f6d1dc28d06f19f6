//! Phrases that the sentences of several faults share.

use std::fmt::Display;

use itertools::Itertools as _;

use crate::domain::Language;
use crate::words::{pick, say};

/// The most lines that a message lists.
const LINES_SHOWN: usize = 5;

/// A file's name without its ending.
pub(super) fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// A delimiter as it is called.
pub(super) fn sign(delimiter: char, language: Language) -> String {
    if delimiter == '\t' {
        pick!(language, "tabulator", "tabb", "a tab").to_owned()
    } else {
        format!("\"{delimiter}\"")
    }
}

/// Signs as their numbers in Unicode, each once: who looks at them cannot tell them from others.
pub(super) fn code_points(signs: &[char]) -> String {
    signs.iter().unique().map(|&sign| format!("U+{:04X}", u32::from(sign))).join(", ")
}

/// What was meant, most likely.
pub(super) fn meant(nearest: Option<impl Display>, language: Language) -> Option<String> {
    nearest.map(|nearest| {
        say!(language, "mente du {nearest}?", "menade du {nearest}?", "did you mean {nearest}?")
    })
}

/// The other lines with the same fault, as far as they are few.
pub(super) fn lines_too(lines: &[u32], language: Language) -> String {
    let shown = lines.iter().take(LINES_SHOWN).join(", ");
    match lines.len() {
        0 => String::new(),
        1 => say!(
            language,
            ", ligesom på linje {shown}",
            ", liksom på rad {shown}",
            ", as on line {shown}"
        ),
        2..=LINES_SHOWN => say!(
            language,
            ", ligesom på linje {shown}",
            ", liksom på rad {shown}",
            ", as on lines {shown}"
        ),
        count => say!(
            language,
            ", ligesom på linje {shown} og {more} flere",
            ", liksom på rad {shown} och {more} till",
            ", as on lines {shown} and {more} more",
            more = count - LINES_SHOWN
        ),
    }
}

/// How many rows are repeated, if it is more than the one.
pub(super) fn rows_too(others: usize, language: Language) -> String {
    if others == 0 {
        return String::new();
    }
    say!(
        language,
        "; gentagne rækker i filen: {rows}",
        "; upprepade rader i filen: {rows}",
        "; rows repeated in the file: {rows}",
        rows = others + 1
    )
}
