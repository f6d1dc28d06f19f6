//! What is said of the JSON that is printed is what is printed.

use std::collections::BTreeSet;

use serde_json::Value;

use super::examples::Bench;
use super::{Document, examples, tables};
use crate::command::printed;

/// The words of a text that stand between the marks of code.
fn marked(text: &str) -> BTreeSet<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Every key of a value; what is kept under the names of classes is no key of the format.
fn keys(value: &Value) -> BTreeSet<String> {
    match value {
        Value::Object(entries) => {
            let own = entries.keys().cloned();
            let inner = entries.iter().filter(|(key, _)| *key != "periods_a_week");
            own.chain(inner.flat_map(|(_, value)| keys(value))).collect()
        }
        Value::Array(values) => values.iter().flat_map(keys).collect(),
        _ => BTreeSet::new(),
    }
}

/// The sections about a command, and those of its options, each with the commands that it shows.
fn formats(document: &Document) -> Vec<&str> {
    let is_shown = |part: &&str| part.starts_with("console\n") && part.contains("--json");
    let mut parts: Vec<&str> = Vec::new();
    for (_, section) in document.sections() {
        let starts: Vec<usize> = section.match_indices("```console\n").map(|(at, _)| at).collect();
        let ends = starts.iter().skip(1).copied().chain([section.len()]);
        parts.extend(starts.iter().zip(ends).map(|(&start, end)| &section[start..end]));
    }
    parts.into_iter().filter(|part| is_shown(&part.trim_start_matches('`'))).collect()
}

#[test]
fn every_key_of_every_json_is_described_and_every_one_described_is_there() {
    let scripts = Document::read("src/guide/scripts.md");
    let bench = Bench::of(&scripts);
    let known = marked(scripts.section("How JSON is printed"));
    let mut of_solve = BTreeSet::new();
    let formats = formats(&scripts);
    for format in &formats {
        let described = marked(format);
        let mut seen = BTreeSet::new();
        for example in examples(format) {
            let output = bench.try_out(example.command);
            seen.extend(keys(&serde_json::from_str(printed(&output)).unwrap()));
        }
        if of_solve.is_empty() {
            of_solve.clone_from(&seen);
        }
        for key in &seen {
            let is_told = described.contains(key.as_str()) || known.contains(key.as_str());
            assert!(is_told || of_solve.contains(key), "{key} is not described:\n{format}");
        }
        for row in tables(format).concat() {
            for key in marked(&row[0]).into_iter().filter(|key| *key != "reasons") {
                assert!(seen.contains(key), "{key} is not printed:\n{format}");
            }
        }
    }
    assert!(formats.len() > 8, "only {}", formats.len());
}
