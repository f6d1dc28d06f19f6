//! Maps: TOML that a person wrote, with the line of what is wrong.

use serde::de::DeserializeOwned;

use super::ledger::Ledger;
use super::original::Original;
use crate::diagnostic::{Fault, Location};
use crate::input::fenced;

/// Reads a map; reports what is none.
pub(super) fn read<Map: DeserializeOwned>(original: &Original, ledger: &mut Ledger) -> Option<Map> {
    let text = text(original);
    match fenced(|| toml::from_str::<Map>(&text)) {
        Some(Ok(map)) => Some(map),
        Some(Err(error)) => {
            let at = error.span().map_or(0, |span| span.start);
            report(original, error.message().to_owned(), at, ledger);
            None
        }
        None => {
            report(original, "…".to_owned(), 0, ledger);
            None
        }
    }
}

/// What a map says, without the mark that some editors begin files with.
pub(super) fn text(original: &Original) -> String {
    String::from_utf8_lossy(&original.bytes).trim_start_matches('\u{feff}').to_owned()
}

/// Reports what is wrong at byte `at` of a map.
pub(super) fn report(original: &Original, reason: String, at: usize, ledger: &mut Ledger) {
    let line = text(original).get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    let location = Location::line(&original.name, u32::try_from(line).unwrap_or(1));
    ledger.report(Fault::TomlUnreadable { reason }, location);
}

/// A text as TOML writes it, which has no control characters.
pub(super) fn quoted(text: &str) -> String {
    let text: String =
        text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    serde_json::Value::from(text).to_string()
}
