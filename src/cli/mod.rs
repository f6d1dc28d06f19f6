//! THE COMMAND LINE: arguments → calls → files, text and an exit code.
//!
//! One file for each command: its options and `run`. Nothing is decided here about timetables, and nothing worded that
//! a web page would say too.

mod aliases;
mod asking;
mod batch;
mod captured;
mod certificate;
mod check;
mod compare;
mod completions;
mod delivery;
mod district;
mod exit;
mod explain;
mod export;
mod foreign;
mod generate;
mod growing;
mod guide;
mod help;
mod import;
mod interrupt;
mod joining;
mod language;
mod limit;
mod man;
mod meet;
mod options;
mod originals;
mod outputs;
mod plans;
mod preparing;
mod progress;
mod prospectus;
mod question;
mod reporting;
mod rules;
mod school;
mod serve;
mod solve;
mod template;
mod terminal;
mod tradeoff;
mod trouble;
mod verify;
mod whatif;
mod year;

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{Command as Grammar, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

pub use exit::Exit;
use help::{first_steps, read_in, said, shaped};
use terminal::{answer_in_colours, be_verbose, tell};

/// What a command line says.
#[derive(Debug, Parser)]
#[command(name = "mesterskema", version, about = said!(
    "Skemaer til skoler med elever i praktik: intet kernefag mistes, så lidt som muligt flyttes, og det er bevist",
    "Scheman för skolor med elever på praktik: inget kärnämne missas, så lite som möjligt flyttas, och det är bevisat",
    "Timetables for schools with apprentices: no core lesson lost, as little moved as possible, and that is proven"
))]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
    #[arg(long, global = true, help = said!(
        "Fortæl hver fejl for sig, med dens kode og linjen, den står på",
        "Berätta varje fel för sig, med dess kod och raden det står på",
        "Tell every fault by itself, with its code and the line that it stands on"
    ))]
    verbose: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    Solve(solve::Solve),
    Check(check::Check),
    Compare(compare::Compare),
    Explain(explain::Explain),
    #[command(name = "whatif")]
    WhatIf(whatif::WhatIf),
    District(district::Options),
    Batch(batch::Batch),
    Meet(meet::Meet),
    Year(year::Year),
    Import(import::Import),
    Export(export::Export),
    Plans(plans::Planning),
    Template(template::Template),
    Generate(generate::Generate),
    Aliases(aliases::Aliases),
    Serve(serve::Serve),
    Guide(guide::Guide),
    Rules(rules::Rules),
    Verify(verify::Verify),
    Completions(completions::Completions),
    Man(man::Man),
}

/// Runs the command that `arguments` ask for; the first is the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    read_in(&arguments);
    let understood = grammar().try_get_matches_from(&arguments);
    let line = match understood.and_then(|found| CommandLine::from_arg_matches(&found)) {
        Ok(line) => line,
        Err(shown) => return show(&shown),
    };
    if line.verbose {
        be_verbose();
    }
    run_command(&line.command)
}

/// Every command and option, told in the reader's language.
fn grammar() -> Grammar {
    shaped(CommandLine::command())
}

/// Does what a command line says.
fn run_command(command: &Command) -> Exit {
    let ended = match command {
        Command::Solve(options) => solve::run(options),
        Command::Check(options) => check::run(options),
        Command::Compare(options) => compare::run(options),
        Command::Explain(options) => explain::run(options),
        Command::WhatIf(options) => whatif::run(options),
        Command::District(options) => district::run(options),
        Command::Batch(options) => batch::run(options),
        Command::Meet(options) => meet::run(options),
        Command::Year(options) => year::run(options),
        Command::Import(options) => import::run(options),
        Command::Export(options) => export::run(options),
        Command::Plans(options) => plans::run(options),
        Command::Template(options) => template::run(options),
        Command::Generate(options) => generate::run(options),
        Command::Aliases(options) => aliases::run(options),
        Command::Serve(options) => serve::run(options),
        Command::Guide(options) => guide::run(options),
        Command::Rules(options) => rules::run(options),
        Command::Verify(options) => verify::run(options),
        Command::Completions(options) => completions::run(options, grammar()),
        Command::Man(options) => man::run(options, grammar),
    };
    ended.unwrap_or_else(|exit| exit)
}

/// Shows help, the version or what is wrong with the arguments. If nobody reads it, nothing is lost.
fn show(shown: &clap::Error) -> Exit {
    if shown.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        tell(first_steps());
        return Exit::BadInput;
    }
    let text = shown.render().ansi().to_string();
    if shown.use_stderr() {
        tell(&text);
        return Exit::BadInput;
    }
    let _ = answer_in_colours(&text);
    Exit::Answered
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a command line, those in quotation marks being one; where its streams go is not of them.
    fn words(line: &str) -> Vec<String> {
        let line = line.split(['<', '>']).next().unwrap_or_default();
        let parts = line.split('\'').enumerate();
        let words = parts.flat_map(|(place, part)| match place % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        });
        words.collect()
    }

    #[test]
    fn the_help_of_every_command_ends_with_examples_of_it_that_are_understood() {
        let mut examples = 0;
        for command in grammar().get_subcommands() {
            let shown = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(shown.lines().count() > 1, "{}", command.get_name());
            for line in shown.lines().skip(1) {
                let words = words(line);
                assert_eq!(words.get(1).map(String::as_str), Some(command.get_name()), "{line}");
                let understood = grammar().try_get_matches_from(&words);
                let understood = understood.map(|found| CommandLine::from_arg_matches(&found));
                assert!(matches!(understood, Ok(Ok(_))), "{line}: {understood:?}");
                examples += 1;
            }
        }
        assert!(examples > 25, "{examples}");
    }
}
