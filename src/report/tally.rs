//! Whether all questions of a batch were answered, in words and as JSON.

use itertools::Itertools as _;
use serde_json::{Value, json};

use super::json::written;
use crate::district::Tallied;
use crate::domain::Language;
use crate::words::{pick, say};

/// As JSON.
#[must_use]
pub fn json(found: &Tallied) -> String {
    let ids = |ids: &[String]| -> Vec<Value> {
        ids.iter().map(|id| serde_json::from_str(id).unwrap_or_default()).collect()
    };
    written(&json!({
        "asked": found.asked,
        "answered": found.answered,
        "missing": ids(&found.missing),
        "doubled": ids(&found.doubled),
        "strange": ids(&found.strange),
        "garbled_lines": found.garbled,
    }))
}

/// In words: a sentence, and a line for each id.
#[must_use]
pub fn text(found: &Tallied, language: Language) -> String {
    let Tallied { asked, answered, missing, doubled, strange, garbled } = found;
    if found.is_whole() {
        return say!(
            language,
            "Alle {asked} spørgsmål er besvaret, hvert én gang.\n",
            "Alla {asked} frågor är besvarade, var och en en gång.\n",
            "All {asked} questions are answered, each once.\n"
        );
    }
    let first = say!(
        language,
        "{asked} spørgsmål, {answered} svar; det passer ikke sammen:\n",
        "{asked} frågor, {answered} svar; det går inte ihop:\n",
        "{asked} questions, {answered} answers; they do not match:\n"
    );
    let label =
        |ids: &[String], label: &str| ids.iter().map(|id| format!("  {label} {id}\n")).join("");
    let lines = garbled.iter().map(ToString::to_string).collect_vec();
    [
        first,
        label(missing, pick!(language, "mangler", "saknas", "missing")),
        label(doubled, pick!(language, "dobbelt", "dubbelt", "doubled")),
        label(strange, pick!(language, "ikke spurgt", "inte frågat", "strange")),
        label(
            &lines,
            pick!(language, "intet svar på linje", "inget svar på rad", "no answer on line"),
        ),
    ]
    .concat()
}
