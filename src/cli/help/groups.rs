//! The commands, grouped by what one wants to do.

use clap::Command;
use itertools::Itertools as _;

use crate::domain::Language;
use crate::words::pick;

/// What one wants, and the commands that do it.
type Group = ([&'static str; 3], &'static [&'static str]);

const GROUPS: [Group; 4] = [
    (
        ["Det første svar", "Det första svaret", "The first answer"],
        &["check", "solve", "serve", "template", "guide"],
    ),
    (
        ["Spørg videre", "Fråga vidare", "Ask on"],
        &["compare", "whatif", "explain", "meet", "year", "district"],
    ),
    (
        [
            "Ind fra andre programmer, og videre ud",
            "In från andra program, och vidare ut",
            "In from other programs, and out",
        ],
        &["import", "export", "plans"],
    ),
    (
        ["For scripts og nysgerrige", "För skript och nyfikna", "For scripts and the curious"],
        &["verify", "batch", "generate", "rules", "aliases", "completions", "man"],
    ),
];

/// Every group of the commands that `root` has, each with its line.
pub(super) fn listed(root: &Command, language: Language) -> String {
    let groups = GROUPS.iter().map(|([danish, swedish, english], names)| {
        let lines = names.iter().map(|name| line(root, name)).join("");
        format!("{}\n{lines}\n", head(pick!(language, danish, swedish, english)))
    });
    groups.collect()
}

fn line(root: &Command, name: &str) -> String {
    let about = root.find_subcommand(name).and_then(Command::get_about);
    format!("  {name:<11}  {}\n", about.map(ToString::to_string).unwrap_or_default())
}

/// A heading as clap writes its own.
pub(super) fn head(text: &str) -> String {
    format!("\u{1b}[1m\u{1b}[4m{text}:\u{1b}[0m")
}
