//! How the program ends, for scripts that ask.

use std::process::ExitCode;

/// The exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// The question is answered.
    Answered = 0,
    /// The answer is no: `check` found something wrong, or `solve` a proof that there is no timetable.
    No = 1,
    /// The input or the command cannot be used.
    BadInput = 2,
    /// A limit stopped the search before a proposal, or before the proof that was asked for.
    Stopped = 3,
    /// The program's own judge refused the answer: a defect of the program.
    JudgedWrong = 70,
    /// Interrupted a second time, 128 + SIGINT.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
