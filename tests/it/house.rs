//! The house's own rules, read from its sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms a room may use.
const ARROWS: [(&str, &[&str]); 25] = [
    ("domain", &[]),
    ("guide", &["domain"]),
    ("words", &["domain"]),
    ("diff", &["domain"]),
    ("check", &["domain", "diff"]),
    ("reason", &["domain", "diff", "check"]),
    ("diagnostic", &["domain", "words"]),
    ("generate", &["domain"]),
    ("input", &["domain", "diagnostic"]),
    ("import", &["domain", "diagnostic", "input", "words"]),
    ("placement", &["domain", "diff"]),
    ("week", &["domain", "diff", "words"]),
    ("problem", &["domain"]),
    ("model", &["domain", "problem"]),
    ("solve", &["domain", "problem", "model"]),
    ("verify", &["domain"]),
    ("pipeline", &["domain", "diff", "check", "reason", "problem", "model", "solve"]),
    ("scenario", &["domain", "diff", "check", "pipeline", "solve"]),
    ("district", &["domain", "diff", "check", "reason", "pipeline", "scenario", "solve"]),
    ("explain", &["domain", "diff", "check", "reason", "pipeline", "scenario"]),
    (
        "report",
        &[
            "domain",
            "diff",
            "check",
            "reason",
            "diagnostic",
            "input",
            "import",
            "placement",
            "pipeline",
            "scenario",
            "district",
            "explain",
            "week",
            "words",
        ],
    ),
    (
        "export",
        &[
            "domain",
            "diff",
            "diagnostic",
            "input",
            "import",
            "explain",
            "placement",
            "report",
            "week",
            "words",
        ],
    ),
    ("account", &["domain", "check", "diagnostic", "input", "import", "report", "words"]),
    (
        "web",
        &[
            "account",
            "domain",
            "diff",
            "check",
            "diagnostic",
            "export",
            "guide",
            "import",
            "input",
            "pipeline",
            "scenario",
            "explain",
            "report",
            "week",
            "words",
        ],
    ),
    (
        "cli",
        &[
            "account",
            "domain",
            "diff",
            "check",
            "reason",
            "diagnostic",
            "export",
            "import",
            "generate",
            "guide",
            "input",
            "pipeline",
            "placement",
            "scenario",
            "district",
            "explain",
            "report",
            "verify",
            "web",
            "words",
        ],
    ),
];

/// Words that only these rooms may use.
const RESERVED: [(&str, &[&str]); 22] = [
    ("good_lp", &["solve"]),
    ("microlp", &["solve"]),
    ("f64", &["solve", "report", "cli"]),
    ("f32", &["solve"]),
    ("std::fs", &["input", "import", "web", "cli"]),
    ("File::", &["input", "import", "web", "cli"]),
    ("calamine", &["input"]),
    ("ZipArchive", &["input"]),
    ("quick_xml", &["import", "export"]),
    ("pulldown_cmark", &["guide"]),
    ("rust_xlsxwriter", &["export"]),
    ("std::net", &["web"]),
    ("TcpListener", &["web"]),
    ("axum", &["web"]),
    ("hyper", &["web"]),
    ("hyper_util", &["web"]),
    ("multer", &["web"]),
    ("tokio", &["web"]),
    ("getrandom", &["web"]),
    ("rand_pcg", &["generate", "scenario"]),
    ("Instant", &["pipeline"]),
    ("SystemTime", &["pipeline"]),
];

/// Every source: its room, its path below `src`, its text.
pub(crate) fn sources() -> Vec<(String, PathBuf, String)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![top.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&top).unwrap();
                let first = below.components().next().unwrap().as_os_str();
                let room = first.to_string_lossy().trim_end_matches(".rs").to_owned();
                let text = fs::read_to_string(&path).unwrap();
                found.push((room, below.to_path_buf(), text));
            }
        }
    }
    found.sort();
    found
}

/// The lines of a source that are code, without those of its unit tests.
pub(crate) fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or(text);
    let lines = before_tests.lines().enumerate();
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Whether a source is not one of unit tests, which may use what they like, as those at the end of a source may.
pub(crate) fn is_code(source: &(String, PathBuf, String)) -> bool {
    !source.1.ends_with("tests.rs")
}

#[test]
fn rooms_use_only_the_rooms_that_they_may() {
    let arrows: BTreeMap<&str, &[&str]> = ARROWS.into();
    let mut rooms = BTreeSet::new();
    let all = sources();
    let in_rooms = |source: &&(String, PathBuf, String)| source.0 != "lib" && source.0 != "main";
    for (room, path, text) in all.iter().filter(in_rooms).filter(|source| is_code(source)) {
        let allowed = arrows.get(room.as_str());
        let allowed = allowed.unwrap_or_else(|| panic!("{room} is not in the table of rooms"));
        rooms.insert(room.as_str());
        for (number, line) in code(text) {
            for used in line.split("crate::").skip(1) {
                let name: String = used
                    .chars()
                    .take_while(|sign| sign.is_alphanumeric() || *sign == '_')
                    .collect();
                let known = name == *room || allowed.contains(&name.as_str());
                assert!(known, "{}:{}: {room} uses {name}", path.display(), number + 1);
            }
        }
    }
    assert_eq!(rooms.len(), ARROWS.len(), "every room of the table is there");
}

/// Whether `word` at `at` is not a part of a longer word.
fn stands_alone(line: &str, at: usize, word: &str) -> bool {
    let part_of_word = |sign: char| sign.is_alphanumeric() || sign == '_';
    let ends = word.ends_with(':') || !line[at + word.len()..].starts_with(part_of_word);
    ends && !line[..at].ends_with(part_of_word)
}

#[test]
fn solvers_floats_files_chance_and_the_clock_stay_in_their_rooms() {
    for (room, path, text) in sources().into_iter().filter(is_code) {
        for (number, line) in code(&text) {
            for (word, rooms) in RESERVED {
                let used = line.match_indices(word).any(|(at, _)| stands_alone(line, at, word));
                assert!(
                    !used || rooms.contains(&room.as_str()),
                    "{}:{}: {word} in {room}",
                    path.display(),
                    number + 1
                );
            }
        }
    }
}

#[test]
fn main_is_short_and_files_are_of_readable_size() {
    for (_, path, text) in sources() {
        let lines = text.lines().count();
        let most = if path == Path::new("main.rs") { 15 } else { 400 };
        assert!(lines <= most, "{} has {lines} lines", path.display());
    }
}

#[test]
fn the_visible_top_level_is_what_the_house_has() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let known = ["Cargo.toml", "Cargo.lock", "README.md", "src", "benches", "fixtures", "tests"];
    let made_here = ["target", "answer"];
    let mut seen = 0;
    for entry in fs::read_dir(root).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let expected = known.contains(&name.as_str());
        assert!(
            expected || name.starts_with('.') || made_here.contains(&name.as_str()),
            "{name} at the top level"
        );
        seen += usize::from(expected);
    }
    assert!(seen >= 5, "the sources are there");
}
