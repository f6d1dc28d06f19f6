//! Every command that is shown runs, and prints what is shown.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use rust_xlsxwriter::Workbook;
use tempfile::TempDir;

use super::{Document, blocks, examples, has_ending, root, tables};
use crate::command::{LILLE, printed, run};

/// A place in which the commands of a document are tried: what they name in capital letters lies there.
pub(super) struct Bench {
    folder: TempDir,
}

impl Bench {
    /// A place for the commands of a document.
    pub(super) fn of(document: &Document) -> Self {
        let bench = Self { folder: tempfile::tempdir().unwrap() };
        let imports =
            examples(&document.text).iter().any(|one| one.command.ends_with("--out SCHOOL"));
        if !imports {
            copy(&root().join(LILLE), &bench.path("SCHOOL"));
            bench.try_out("solve SCHOOL --out DIR --certificate PROOF");
        }
        bench.write_workbook(document);
        bench
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The workbook that the document's tables are, for pages that show one.
    fn write_workbook(&self, document: &Document) {
        let is_own = |word: &str| has_ending(word, "xlsx") && !word.contains('/');
        let name = |word: &str| is_own(word).then(|| word.to_owned());
        let examples = examples(&document.text);
        let mut named = examples.iter().flat_map(|example| example.command.split_whitespace());
        let Some(name) = named.find_map(name).filter(|_| !sheets(document).is_empty()) else {
            return;
        };
        let mut workbook = Workbook::new();
        for (sheet, rows) in sheets(document) {
            let worksheet = workbook.add_worksheet().set_name(sheet).unwrap();
            for (row, cells) in (0..).zip(&rows) {
                for (column, cell) in (0..).zip(cells) {
                    worksheet.write_string(row, column, cell).unwrap();
                }
            }
        }
        workbook.save(self.path(&name)).unwrap();
    }

    /// Runs a command in the project's folder.
    pub(super) fn try_out(&self, command: &str) -> Output {
        let words: Vec<String> = words(command).iter().map(|word| self.meant(word)).collect();
        run(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// What a word of a command stands for.
    fn meant(&self, word: &str) -> String {
        let is_workbook = has_ending(word, "xlsx") && !word.contains('/');
        let is_ours = is_workbook
            || ["answer", "svar", "MOVED.TXT", "nyliste.csv", "flyttet.fet"].contains(&word);
        let is_capital = word.len() > 1 && word.bytes().all(|sign| sign.is_ascii_uppercase());
        if is_ours || is_capital {
            self.path(word).to_str().unwrap().to_owned()
        } else if word.starts_with("GPU") {
            format!("fixtures/import/untis/{word}")
        } else {
            word.to_owned()
        }
    }
}

/// The words of a command; between single quotes there may be spaces in one.
fn words(command: &str) -> Vec<&str> {
    let parts = command.split('\'').enumerate();
    let words = parts.flat_map(|(place, part)| match place % 2 {
        0 => part.split_whitespace().collect(),
        _ => vec![part],
    });
    words.collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

/// The sheets that a page shows: each table that follows a line which names it in quotes, `timetable`, with its headings.
pub(super) fn sheets(document: &Document) -> Vec<(String, Vec<Vec<String>>)> {
    let paragraphs: Vec<&str> = document.text.split("\n\n").collect();
    let shown = paragraphs.windows(2).filter(|pair| pair[1].trim().starts_with("| "));
    let named = shown.filter_map(|pair| {
        let name = pair[0].strip_suffix(':')?.rsplit_once('`')?.0.rsplit_once('`')?.1;
        let mut rows: Vec<Vec<String>> = pair[1].trim().lines().map(super::cells).collect();
        rows.remove(1);
        Some((name.to_owned(), rows))
    });
    named.collect()
}

#[test]
fn every_example_is_what_the_program_prints() {
    let mut shown = 0;
    for document in Document::for_users() {
        let bench = Bench::of(&document);
        for example in examples(&document.text).iter().filter(|one| !one.printed.is_empty()) {
            let output = bench.try_out(example.command);
            let place = document.path.display();
            assert_eq!(printed(&output), example.printed, "{place}: {}", example.command);
            shown += 1;
        }
    }
    assert!(shown > 12, "only {shown}");
}

#[test]
fn every_command_that_is_shown_without_its_answer_has_one() {
    let mut shown = 0;
    for document in Document::for_users() {
        let bench = Bench::of(&document);
        for example in examples(&document.text).iter().filter(|one| one.printed.is_empty()) {
            let command = match example.command.strip_prefix("serve ") {
                // It would not end.
                Some(options) => format!("serve --help {options}"),
                None => example.command.to_owned(),
            };
            let output = bench.try_out(&command);
            let answered = matches!(output.status.code(), Some(0 | 1));
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(answered, "{}: {command}\n{told}", document.path.display());
            decide(&bench, &command);
            shown += 1;
        }
    }
    assert!(shown > 15, "only {shown}");
}

/// After an import somebody writes down who the apprentices are, and which subjects are core subjects.
fn decide(bench: &Bench, command: &str) {
    if command.starts_with("import") && command.ends_with("--out SCHOOL") {
        let school = bench.path("SCHOOL");
        fs::write(school.join("apprentices.csv"), "pupil;class;away\n8A-01;8A;thu\n").unwrap();
        fs::write(school.join("subjects.csv"), "subject;core\nVAG;no\n").unwrap();
    }
}

#[test]
fn every_csv_that_is_shown_is_read() {
    let mut shown = 0;
    for document in Document::for_users() {
        let bench = Bench::of(&document);
        for block in blocks(&document.text, "csv") {
            copy(&root().join(LILLE), &bench.path("OWN"));
            let first = block.split(';').next().unwrap();
            let (file, command) = match first {
                "pupil" => ("apprentices.csv", "check OWN"),
                "date" => ("calendar.csv", "check OWN"),
                "place" => ("places.csv", "check OWN"),
                "scenario" => ("scenarios.csv", "whatif OWN"),
                "meeting" => ("meetings.csv", "meet OWN"),
                other => panic!("{other} begins no file of a school"),
            };
            let path = bench.path("OWN").join(file);
            fs::write(&path, block).unwrap();
            let output = match first {
                "scenario" | "meeting" => bench.try_out(&format!("{command} {}", path.display())),
                _ => bench.try_out(command),
            };
            assert!(matches!(output.status.code(), Some(0 | 1)), "{}", document.path.display());
            shown += 1;
        }
        let is_map = |block: &&str| block.contains("[words]");
        for block in blocks(&document.text, "toml").into_iter().filter(is_map) {
            let map = bench.path("map.toml");
            fs::write(&map, block).unwrap();
            let grids = "import fixtures/import/grid/skema.xlsx";
            let output = bench.try_out(&format!("{grids} --map {} --out MAPPED", map.display()));
            assert_eq!(output.status.code(), Some(0), "{block}");
            shown += 1;
        }
        for block in blocks(&document.text, "toml").into_iter().filter(|block| !is_map(block)) {
            fs::write(bench.path("SCHOOL").join("school.toml"), block).unwrap();
            let output = bench.try_out("check SCHOOL");
            assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{block}");
            assert_eq!(output.status.code(), Some(1));
            shown += 1;
        }
    }
    assert!(shown > 3, "only {shown}");
}

#[test]
fn the_examples_files_are_those_of_their_school() {
    let of_lille = |name: &str| {
        let text = fs::read_to_string(root().join(LILLE).join(name)).unwrap();
        text.trim_start_matches('\u{feff}').replace('\r', "")
    };
    let readme = Document::read("README.md");
    assert_eq!(blocks(readme.section("An example"), "csv"), [of_lille("apprentices.csv")]);
    let futures = Document::read("src/guide/futures.md");
    assert_eq!(blocks(futures.section("What if?"), "csv"), [of_lille("scenarios.csv")]);
}

#[test]
fn the_two_commands_are_two_and_the_first_answers() {
    let readme = Document::read("README.md");
    let commands = blocks(readme.section("Two commands"), "sh").concat();
    let commands: Vec<&str> = commands.lines().collect();
    let [first, second] = commands[..] else { panic!("{commands:?}") };
    assert_eq!(second, "cargo test");
    let output = Bench::of(&readme).try_out(first.strip_prefix("cargo run --release -- ").unwrap());
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn every_table_has_as_many_cells_in_each_row() {
    for document in Document::all() {
        for table in tables(&document.text) {
            let widths: Vec<usize> = table.iter().map(Vec::len).collect();
            assert!(
                widths.windows(2).all(|pair| pair[0] == pair[1]),
                "{}",
                document.path.display()
            );
        }
    }
}
