//! What people read beside the program: the README, the guide, what stands beside the benches and in `.github`. Found by
//! looking into the folders, so that no page is forgotten.

mod columns;
mod examples;
mod first_page;
mod json;
mod links;
mod shape;

use std::fs;
use std::path::{Path, PathBuf};

/// The project's folder.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether a file's name ends so, after its last full stop.
fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|own| own == ending)
}

/// A file of Markdown.
pub(crate) struct Document {
    /// Where it lies in the project.
    path: PathBuf,
    text: String,
}

impl Document {
    /// The document at a path of the project.
    pub(crate) fn read(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let text = fs::read_to_string(root().join(&path)).unwrap();
        Self { path, text }
    }

    /// The documents of a folder of the project.
    fn of_folder(folder: &str) -> Vec<Self> {
        let entries = fs::read_dir(root().join(folder)).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| has_ending(name, "md")).collect();
        names.sort();
        names.iter().map(|name| Self::read(Path::new(folder).join(name))).collect()
    }

    /// Every page of the guide.
    pub(crate) fn guide() -> Vec<Self> {
        Self::of_folder("src/guide")
    }

    /// The README and the guide: what has examples.
    fn for_users() -> Vec<Self> {
        [vec![Self::read("README.md")], Self::guide()].into_iter().flatten().collect()
    }

    /// Everything.
    fn all() -> Vec<Self> {
        let others = ["benches", ".github"].map(Self::of_folder).into_iter().flatten();
        Self::for_users().into_iter().chain(others).collect()
    }

    /// What stands under a heading of the second depth.
    pub(crate) fn section(&self, heading: &str) -> &str {
        let (_, rest) = self.text.split_once(&format!("\n## {heading}\n")).unwrap();
        rest.split("\n## ").next().unwrap()
    }

    /// The sections with their headings, in order.
    fn sections(&self) -> impl Iterator<Item = (&str, &str)> {
        self.text.split("\n## ").skip(1).map(|section| section.split_once('\n').unwrap())
    }
}

/// The blocks of code in a text that are in `language`.
pub(crate) fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let opens = format!("```{language}\n");
    text.split(&opens).skip(1).map(|block| block.split("```").next().unwrap()).collect()
}

/// A command that a document shows, and what it is said to print; nothing if that is not shown.
struct Example<'a> {
    command: &'a str,
    printed: String,
}

/// The examples of a text.
fn examples(text: &str) -> Vec<Example<'_>> {
    let mut examples: Vec<Example<'_>> = Vec::new();
    for line in blocks(text, "console").into_iter().flat_map(str::lines) {
        if let Some(command) = line.strip_prefix("$ mesterskema ") {
            let command = command.split("  #").next().unwrap().trim();
            examples.push(Example { command, printed: String::new() });
        } else {
            let printed = &mut examples.last_mut().unwrap().printed;
            *printed += line;
            *printed += "\n";
        }
    }
    examples
}

/// The cells of the tables of a text, without their headings.
fn tables(text: &str) -> Vec<Vec<Vec<String>>> {
    let paragraphs = text.split("\n\n").filter(|paragraph| paragraph.trim().starts_with("| "));
    paragraphs.map(|paragraph| paragraph.trim().lines().skip(2).map(cells).collect()).collect()
}

fn cells(row: &str) -> Vec<String> {
    let row = row.replace("\\|", "\0");
    let inner = row.trim().trim_start_matches('|').trim_end_matches('|');
    inner.split('|').map(|cell| cell.trim().replace('\0', "|")).collect()
}
