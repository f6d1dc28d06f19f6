//! What the guide promises is tried by the tests that it names.

use std::fs;
use std::path::{Path, PathBuf};

const PROMISES: &str = include_str!("../../src/guide/promises.md");

/// The tests that the table names, each line at least one: `place::of::the::test`.
fn named() -> Vec<&'static str> {
    let lines =
        PROMISES.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| promise"));
    let mut all = Vec::new();
    for line in lines {
        let tests: Vec<&str> = line.split('`').filter(|word| word.contains("::")).collect();
        assert!(!tests.is_empty(), "no test tries this: {line}");
        all.extend(tests);
    }
    all
}

/// The file of a test: of the one test binary, or what lies beside it, else of the sources.
fn file(path: &[&str]) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let places = ["tests/it", "tests", "src"].map(|top| root.join(top).join(path.join("/")));
    let files = places.iter().flat_map(|place| [place.with_extension("rs"), place.join("mod.rs")]);
    files.into_iter().find(|file| file.is_file())
}

#[test]
fn every_test_that_the_guide_names_is_there() {
    let named = named();
    assert!(named.len() > 20, "{}", named.len());
    for test in named {
        let mut path: Vec<&str> = test.split("::").collect();
        let name = path.pop().unwrap();
        let file = file(&path).unwrap_or_else(|| panic!("{test} has no file"));
        let text = fs::read_to_string(file).unwrap();
        let head = text.split(&format!("fn {name}(")).next().filter(|head| head.len() < text.len());
        let head = head.unwrap_or_else(|| panic!("{test} is not there"));
        let attributes = head.rsplit("\n\n").next().unwrap();
        assert!(attributes.contains("test]"), "{test} is no test");
    }
}
