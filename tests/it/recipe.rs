//! The recipe for a new rule in `src/lib.rs` tells the truth: it names what there is, and all that has to be touched.

use std::collections::BTreeSet;
use std::path::Path;

use mesterskema::domain::Rule;

use crate::house::{code, is_code, sources};

/// Rooms in which a rule has a match: see architecture, "a rule leads the way".
const ROOMS_WITH_A_MATCH: [&str; 5] = ["domain", "check", "model", "solve", "report"];
/// Where a rule that has rows has a file of its own.
const FOLDERS_OF_ROWS: [&str; 2] = ["model/textbook", "solve/separate"];

/// The steps of the recipe, each as one line.
fn steps() -> Vec<String> {
    let map = include_str!("../../src/lib.rs");
    let (_, after) = map.split_once("//! # How a new rule is added\n").unwrap();
    let recipe = after.lines().map_while(|line| line.strip_prefix("//!"));
    let mut steps: Vec<String> = Vec::new();
    for line in recipe.take_while(|line| !line.starts_with(" # ")) {
        let begins = line.trim_start().starts_with(|sign: char| sign.is_ascii_digit());
        match steps.last_mut().filter(|_| !begins) {
            Some(step) => step.push_str(line),
            None => steps.push(line.to_owned()),
        }
    }
    steps
}

/// The paths that a step names.
fn paths(step: &str) -> impl Iterator<Item = &str> {
    step.split('`').skip(1).step_by(2).filter(|quoted| quoted.contains('/'))
}

/// The files in which a step says that the compiler stops.
fn matches_of_recipe() -> BTreeSet<String> {
    let steps = steps();
    let led = steps.iter().filter(|step| step.contains("*match*"));
    let before = led.map(|step| step.split("*match*").next().unwrap_or_default());
    before.flat_map(paths).map(str::to_owned).collect()
}

fn name(rule: Rule) -> String {
    format!("{rule:?}")
}

/// `class_gaps` for `ClassGaps`.
fn file_name(rule: Rule) -> String {
    let mut file_name = String::new();
    for sign in name(rule).chars() {
        if sign.is_uppercase() && !file_name.is_empty() {
            file_name.push('_');
        }
        file_name.extend(sign.to_lowercase());
    }
    file_name
}

/// The rules that a source names, as rules or as breaches.
fn named(text: &str) -> BTreeSet<Rule> {
    let is_named = |rule: &Rule| {
        let wanted = name(*rule);
        code(text).any(|(_, line)| {
            ["Rule::", "Breach::", "Self::"].iter().any(|of| {
                line.split(of).skip(1).any(|rest| {
                    let ends = |sign: char| !sign.is_alphanumeric();
                    rest.split(ends).next() == Some(wanted.as_str())
                })
            })
        })
    };
    Rule::ALL.into_iter().filter(is_named).collect()
}

#[test]
fn the_recipe_for_a_new_rule_names_files_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let steps = steps();
    assert!(steps.len() > 5, "{steps:#?}");
    let mut seen = 0;
    for path in steps.iter().flat_map(|step| paths(step)) {
        let examples = Rule::ALL.map(|rule| root.join(path.replace("<rule>", &file_name(rule))));
        assert!(examples.iter().any(|example| example.exists()), "the recipe names {path}");
        seen += 1;
    }
    assert!(seen > 15, "only {seen} paths");
}

#[test]
fn whatever_matches_every_rule_is_named_in_the_recipe_and_has_no_wildcard() {
    let promised = matches_of_recipe();
    let mut found = BTreeSet::new();
    for (_, path, text) in sources() {
        let named = named(&text);
        if named.len() > Rule::ALL.len() / 2 {
            let missing: Vec<Rule> =
                Rule::ALL.into_iter().filter(|rule| !named.contains(rule)).collect();
            assert!(missing.is_empty(), "{}: {missing:?} hide in a wildcard", path.display());
            found.insert(format!("src/{}", path.display()));
        }
    }
    assert_eq!(found, promised, "files that name all rules, and what the recipe says of them");
    for room in ROOMS_WITH_A_MATCH {
        let top = format!("src/{room}/");
        assert!(found.iter().any(|path| path.starts_with(&top)), "no match of rules in {room}");
    }
}

#[test]
fn every_rule_has_a_judge_and_every_rule_with_rows_a_file_of_its_own() {
    let sources = sources();
    for rule in Rule::ALL {
        let judge = Path::new("check/rules").join(file_name(rule)).with_extension("rs");
        assert!(sources.iter().any(|(_, path, _)| *path == judge), "no {}", judge.display());
    }
    let mut with_rows = 0;
    for (_, path, text) in sources.into_iter().filter(is_code) {
        if !FOLDERS_OF_ROWS.iter().any(|folder| path.starts_with(folder)) {
            continue;
        }
        let of_rule = |rule: &Rule| {
            code(&text).any(|(_, line)| line.contains(&format!("Origin::Rule(Rule::{rule:?})")))
        };
        for rule in Rule::ALL.into_iter().filter(of_rule) {
            let own = path.with_extension("");
            let mut parts = own.iter().map(|part| part.to_string_lossy());
            let is_own = parts.any(|part| part == file_name(rule));
            assert!(is_own, "{} has rows of {rule:?}", path.display());
            with_rows += 1;
        }
    }
    assert!(with_rows > 10, "rows are made in {FOLDERS_OF_ROWS:?}");
}
