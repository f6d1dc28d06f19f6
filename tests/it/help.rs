//! The help: in the reader's language, within eighty columns, grouped.

use std::process::Output;

use itertools::Itertools as _;

use crate::command::{printed, program, run};

const LANGUAGES: [&str; 3] = ["da_DK.UTF-8", "sv_SE.UTF-8", "C"];

fn in_locale(locale: &str, arguments: &[&str]) -> Output {
    program().env("LC_ALL", locale).args(arguments).output().unwrap()
}

/// The names of the commands, as the shells are told them.
fn commands() -> Vec<String> {
    let script = run(&["completions", "bash"]);
    let script = printed(&script);
    let names = script.lines().filter_map(|line| line.trim().strip_prefix("mesterskema,"));
    let names = names.map(|name| name.trim_end_matches(')').to_owned());
    names.filter(|name| name != "help").unique().collect()
}

#[test]
fn help_lists_every_command_once() {
    let commands = commands();
    assert_eq!(commands.len(), 21, "{commands:?}");
    for locale in LANGUAGES {
        let output = in_locale(locale, &["--help"]);
        let listed = printed(&output).lines().filter_map(|line| line.strip_prefix("  "));
        let listed = listed.filter_map(|line| line.split_once("  ")).map(|(name, _)| name.trim());
        let listed = listed.filter(|name| !name.is_empty() && !name.starts_with('-'));
        let listed = listed.map(str::to_owned).sorted();
        let expected = commands.iter().cloned().sorted().collect_vec();
        assert_eq!(listed.collect_vec(), expected, "{locale}");
    }
}

#[test]
fn help_fits_eighty_columns_and_is_of_the_readers_language() {
    let commands = commands();
    for command in commands.iter().map(String::as_str).chain([""]) {
        let told = LANGUAGES.map(|locale| {
            let arguments = command.split_whitespace().chain(["--help"]).collect_vec();
            let output = in_locale(locale, &arguments);
            let help = printed(&output).to_owned();
            for line in help.lines() {
                assert!(line.chars().count() <= 80, "{command} in {locale}: {line}");
            }
            help
        });
        assert!(told.iter().all_unique(), "{command}");
        let english = ["Usage:", "Options:", "Arguments:", "Commands:", "Print help", "default:"];
        for word in english {
            assert!(!told[0].contains(word) && !told[1].contains(word), "{command}: {word}");
        }
    }
}

#[test]
fn help_follows_the_language_that_is_asked_for() {
    for asked in [&["solve", "--language", "sv", "--help"][..], &["solve", "--language=sv", "-h"]] {
        assert!(printed(&run(asked)).starts_with("Flyttar så lite som möjligt"), "{asked:?}");
    }
}

#[test]
fn without_a_command_it_is_said_what_to_do_first() {
    for (locale, word) in LANGUAGES.iter().zip(["Begynd med", "Börja med", "Begin with"]) {
        let output = in_locale(locale, &[]);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), printed(&output)), (Some(2), ""));
        assert!(told.contains(word) && told.contains("serve --open"), "{told}");
        assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
    }
}

#[test]
fn every_shell_gets_completions_of_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(&["completions", shell]);
        assert!(output.status.success());
        for command in commands() {
            assert!(printed(&output).contains(&command), "{shell}: {command}");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_the_program_and_each_command() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("man1");
    let output = in_locale("da_DK.UTF-8", &["man", pages.to_str().unwrap()]);
    assert!(printed(&output).starts_with("Manualen er skrevet"), "{output:?}");
    for command in commands() {
        let page = std::fs::read_to_string(pages.join(format!("mesterskema-{command}.1"))).unwrap();
        let title = format!(".TH mesterskema-{command} 1");
        assert!(page.contains(&title) && page.contains("SYNOPSIS"), "{page}");
    }
    let page = std::fs::read_to_string(pages.join("mesterskema-solve.1")).unwrap();
    assert!(page.contains("Moves as little as possible"), "in English: {page}");
    assert_eq!(std::fs::read_dir(&pages).unwrap().count(), commands().len() + 1);
    assert!(std::fs::read(pages.join("mesterskema.1")).is_ok());
}
