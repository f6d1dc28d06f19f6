//! What is said of files, columns, options, commands and exit codes is so.

use mesterskema::cli::Exit;

use super::{Document, has_ending, tables};
use crate::command::{printed, run};

const COMMANDS: [&str; 21] = [
    "solve",
    "check",
    "compare",
    "explain",
    "whatif",
    "district",
    "batch",
    "meet",
    "year",
    "import",
    "export",
    "plans",
    "template",
    "generate",
    "aliases",
    "serve",
    "guide",
    "rules",
    "completions",
    "man",
    "verify",
];

#[test]
fn every_option_that_is_mentioned_exists() {
    let help = COMMANDS.map(|name| printed(&run(&[name, "--help"])).to_owned()).join("\n");
    let mut options = 0;
    for document in Document::for_users() {
        let quoted = document.text.split('`').filter(|text| text.starts_with("--"));
        for option in quoted.map(|text| text.split([' ', '\n']).next().unwrap()) {
            let is_known = [" ", "\n"].iter().any(|end| help.contains(&format!("{option}{end}")));
            assert!(is_known, "{}: {option}", document.path.display());
            options += 1;
        }
    }
    assert!(options > 30, "only {options}");
}

#[test]
fn every_command_that_is_mentioned_exists() {
    let mut commands = 0;
    for document in Document::all() {
        for rest in document.text.split("`mesterskema ").skip(1) {
            let command = rest.split([' ', '`', '\n']).next().unwrap();
            let is_known = COMMANDS.contains(&command) || command.starts_with("--version");
            assert!(is_known, "{}: {command}", document.path.display());
            commands += 1;
        }
    }
    assert!(commands > 6, "only {commands}");
}

/// Whether what the program knows of a file has a column of that name, needed or not, that is called so.
fn has(known: &str, heading: &str, also: &[&str]) -> bool {
    let mut lines = known.lines().take_while(|line| !line.is_empty());
    let line = lines.find(|line| line.split_whitespace().next() == Some(heading));
    line.is_some_and(|line| also.iter().all(|name| line.contains(name)))
}

#[test]
fn every_column_is_understood_in_the_file_that_it_is_said_to_be_in() {
    let output = run(&["aliases"]);
    let files = Document::read("src/guide/files.md");
    let mut columns = 0;
    for (file, section) in files.sections().filter(|(file, _)| has_ending(file, "csv")) {
        let (_, known) = printed(&output).split_once(&format!("{file}\n")).unwrap();
        for row in tables(section).concat() {
            let names = row[0].split(", ").map(|name| name.trim_matches('`'));
            for (place, name) in names.enumerate() {
                let mark = if row[1] == "yes" { "*" } else { "" };
                let also = [&row[3], &row[4]].map(|names| names.split(", ").nth(place).unwrap());
                assert!(has(known, &format!("{name}{mark}"), &also), "{file}: {name}, {also:?}");
                columns += 1;
            }
        }
    }
    assert_eq!(columns, 67);
}

#[test]
fn no_column_of_any_file_is_left_out() {
    let files = Document::read("src/guide/files.md");
    let output = run(&["aliases"]);
    let mut section = "";
    for line in printed(&output).lines().filter(|line| !line.is_empty()) {
        if !line.starts_with(' ') {
            // What is asked about is told with the questions.
            section =
                if has_ending(line, "csv") && !["scenarios.csv", "meetings.csv"].contains(&line) {
                    files.section(line)
                } else {
                    ""
                };
        } else if !section.is_empty() {
            let column = line.split_whitespace().next().unwrap().trim_end_matches('*');
            assert!(section.contains(&format!("`{column}`")), "{column}");
        }
    }
}

#[test]
fn the_readme_names_columns_that_are_understood() {
    let output = run(&["aliases"]);
    let readme = Document::read("README.md");
    let (_, told) = readme.section("Two commands").split_once("your timetable (").unwrap();
    let told = told.split(". Every other").next().unwrap();
    for (file, needed) in [("timetable.csv", 4), ("apprentices.csv", 3)] {
        let (_, known) = printed(&output).split_once(&format!("{file}\n")).unwrap();
        let (_, named) = told.split_once(file).unwrap();
        let named = named.split(')').next().unwrap().split('`').skip(2).step_by(2);
        let named: Vec<&str> = named.collect();
        let marked = named.iter().filter(|name| has(known, &format!("{name}*"), &[]));
        assert_eq!(marked.count(), needed, "{named:?}");
        assert!(named.iter().skip(needed).all(|name| has(known, name, &[])), "{named:?}");
    }
}

#[test]
fn the_exit_codes_are_those_of_the_program() {
    let scripts = Document::read("src/guide/scripts.md");
    let told = tables(scripts.section("Exit codes")).concat();
    let told: Vec<u8> = told.iter().map(|row| row[0].parse().unwrap()).collect();
    let ends = [
        Exit::Answered,
        Exit::No,
        Exit::BadInput,
        Exit::Stopped,
        Exit::JudgedWrong,
        Exit::Interrupted,
    ];
    assert_eq!(told, ends.map(|end| end as u8));
}
