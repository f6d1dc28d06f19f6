//! `completions`: what a shell needs to complete the program's commands and options.

use clap::{Args, Command};
use clap_complete::{Shell, generate};

use super::exit::Exit;
use super::help::{reader, said};
use super::terminal::answer;

/// The options of `completions`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Skriver det, en shell skal bruge til at fuldende kommandoer",
    "Skriver det som ett skal behöver för att komplettera kommandon",
    "Prints what a shell needs to complete commands and options"
))]
pub(super) struct Completions {
    #[arg(help = said!("Hvilken shell", "Vilket skal", "Which shell"))]
    shell: Shell,
}

/// Prints it.
pub(super) fn run(options: &Completions, mut grammar: Command) -> Result<Exit, Exit> {
    let name = grammar.get_name().to_owned();
    let mut script = Vec::new();
    generate(options.shell, &mut grammar, name, &mut script);
    answer(&String::from_utf8_lossy(&script)).map_err(|trouble| trouble.tell(reader()))?;
    Ok(Exit::Answered)
}
