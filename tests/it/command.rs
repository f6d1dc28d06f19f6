//! The program itself, run as a person at a prompt in the project's folder would.

use std::process::{Command, Output};

/// The smallest school that comes with the program.
pub(crate) const LILLE: &str = "fixtures/schools/lille";

/// The program, on a machine that speaks no language of its own.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mesterskema"));
    command.env("LC_ALL", "C");
    command
}

pub(crate) fn run(arguments: &[&str]) -> Output {
    let mut command = program();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap()
}

pub(crate) fn printed(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}
