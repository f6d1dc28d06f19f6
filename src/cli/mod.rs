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
mod delivery;
mod district;
mod exit;
mod explain;
mod export;
mod foreign;
mod generate;
mod growing;
mod guide;
mod import;
mod interrupt;
mod joining;
mod language;
mod limit;
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

use clap::{Parser, Subcommand};

pub use exit::Exit;
use terminal::{answer_in_colours, be_verbose, tell};

/// Timetables for schools whose pupils spend part of the week at a workplace: no core lesson lost, as little changed as possible, proven minimal.
#[derive(Debug, Parser)]
#[command(name = "mesterskema", version, after_help = EXIT_CODES)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
    /// Tell every fault by itself, with its code and the line that it stands on
    #[arg(long, global = true)]
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
}

const EXIT_CODES: &str = "\
Exit codes: 0 answered, 1 the answer is no, 2 bad input or usage,
3 stopped by a limit, 70 the program's own judge refused its answer.";

/// Runs the command that `arguments` ask for; the first is the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let line = match CommandLine::try_parse_from(arguments) {
        Ok(line) => line,
        Err(shown) => return show(&shown),
    };
    if line.verbose {
        be_verbose();
    }
    run_command(&line.command)
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
    };
    ended.unwrap_or_else(|exit| exit)
}

/// Shows help, the version or what is wrong with the arguments. If nobody reads it, nothing is lost.
fn show(shown: &clap::Error) -> Exit {
    let text = shown.render().ansi().to_string();
    if shown.use_stderr() {
        tell(&text);
        return Exit::BadInput;
    }
    let _ = answer_in_colours(&text);
    Exit::Answered
}
