//! What the README promises is what the program does.

use std::path::Path;
use std::process::{Command, Output};

const README: &str = include_str!("../../README.md");

/// The part of the README under a heading.
fn section(heading: &str) -> &'static str {
    let (_, rest) = README.split_once(&format!("\n## {heading}\n")).unwrap();
    rest.split("\n## ").next().unwrap()
}

/// The blocks of code in a text that are in `language`.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let opens = format!("```{language}\n");
    text.split(&opens).skip(1).map(|block| block.split("```").next().unwrap()).collect()
}

/// Runs a command line of the README in the project's folder, an answer going elsewhere.
fn run(line: &str) -> Output {
    let elsewhere = tempfile::tempdir().unwrap();
    let quoted = line.split('\'').enumerate();
    let mut arguments: Vec<&str> = quoted
        .flat_map(|(place, part)| match place % 2 {
            0 => part.split_whitespace().collect(),
            _ => vec![part],
        })
        .collect();
    if let Some(out) = arguments.iter().position(|&argument| argument == "--out") {
        arguments[out + 1] = elsewhere.path().to_str().unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_mesterskema"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(&arguments).output().unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn the_example_is_what_the_program_prints() {
    let example = blocks(section("An example"), "console")[0];
    let (command, expected) = example.split_once('\n').unwrap();
    let output = run(command.strip_prefix("$ mesterskema ").unwrap());
    assert_eq!(printed(&output), expected);
}

#[test]
fn every_question_is_answered_as_the_readme_shows() {
    let examples = blocks(section("Questions"), "console");
    for example in &examples {
        let (command, expected) = example.split_once('\n').unwrap();
        let output = run(command.strip_prefix("$ mesterskema ").unwrap());
        assert_eq!(printed(&output), *expected);
    }
    assert!(examples.len() > 2);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools/lille");
    let scenarios = std::fs::read_to_string(folder.join("scenarios.csv")).unwrap();
    assert_eq!(blocks(section("Questions"), "csv"), [scenarios]);
}

#[test]
fn the_examples_apprentices_are_those_of_its_school() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools/lille");
    let apprentices = std::fs::read_to_string(folder.join("apprentices.csv")).unwrap();
    let told = apprentices.trim_start_matches('\u{feff}').replace('\r', "");
    assert_eq!(blocks(section("An example"), "csv"), [told]);
}

#[test]
fn the_first_command_answers_and_the_others_exist() {
    let commands = section("Two commands");
    let first = blocks(commands, "sh")[0].lines().next().unwrap();
    let output = run(first.strip_prefix("cargo run --release -- ").unwrap());
    assert_eq!(output.status.code(), Some(0));
    let others = blocks(commands, "console")[0].lines();
    let names = others.map(|line| line.split_whitespace().nth(2).unwrap());
    let codes: Vec<_> = names.map(|name| run(&format!("{name} --help")).status.code()).collect();
    assert_eq!(codes, [Some(0); 2]);
}

#[test]
fn every_option_that_is_mentioned_exists() {
    let help = "solve check compare whatif explain rules import export plans serve"
        .split(' ')
        .map(|name| printed(&run(&format!("{name} --help"))))
        .collect::<Vec<_>>();
    let help = help.join("\n");
    let quoted = README.split('`').filter(|text| text.starts_with("--") && !text.contains('\n'));
    let mut options = 0;
    for option in quoted.map(|text| text.split([' ', '`']).next().unwrap()) {
        assert!(help.contains(&format!("{option} ")) || help.contains(&format!("{option}\n")));
        options += 1;
    }
    assert!(options > 5, "only {options}");
}

#[test]
fn every_column_of_the_table_is_understood_in_the_file_that_it_is_said_to_be_in() {
    let aliases = printed(&run("aliases"));
    let (mut file, mut columns) = (String::new(), 0);
    for row in section("The files").lines().filter(|line| line.starts_with("| ")).skip(1) {
        let row = row.replace("\\|", "or");
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        if cells[1].starts_with('`') {
            file = cells[1].trim_matches('`').to_owned();
        }
        let (_, known) = aliases.split_once(&format!("{file}\n")).unwrap();
        let known: Vec<&str> = known.lines().take_while(|line| !line.is_empty()).collect();
        for (place, column) in cells[2].split(", ").map(|name| name.trim_matches('`')).enumerate() {
            let mark = if cells[3] == "yes" { "*" } else { "" };
            let heading = format!("{column}{mark}");
            let mut lines = known.iter();
            let line = lines.find(|line| line.split_whitespace().next() == Some(&heading));
            let line = line.unwrap_or_else(|| panic!("{file} has no {heading}"));
            for language in &cells[5..7] {
                let name = language.split(", ").nth(place).unwrap();
                assert!(line.contains(name), "{file}: {name} is not {column}");
            }
            columns += 1;
        }
    }
    assert!(columns > 30, "only {columns}");
}
