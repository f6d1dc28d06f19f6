//! How the program ends, for scripts that ask.

use std::process::ExitCode;

use crate::pipeline::Status;

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

/// What is asked of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A proposal, or a proof that there is none.
    Answer,
    /// A proof, whatever it proves.
    Proof,
}

impl Exit {
    /// How `solve` ends when it knows `status`.
    pub(super) const fn after(status: Status, wanted: Wanted) -> Self {
        match (status, wanted) {
            (Status::Optimal, _) | (Status::Feasible, Wanted::Answer) => Self::Answered,
            (Status::Feasible, Wanted::Proof) | (Status::Undecided, _) => Self::Stopped,
            (Status::Infeasible, _) => Self::No,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_without_its_proof_is_an_answer_unless_the_proof_was_asked_for() {
        assert_eq!(Exit::after(Status::Feasible, Wanted::Answer), Exit::Answered);
        assert_eq!(Exit::after(Status::Feasible, Wanted::Proof), Exit::Stopped);
    }

    #[test]
    fn what_is_proven_and_what_is_unknown_ends_alike_whatever_was_asked_for() {
        for wanted in [Wanted::Answer, Wanted::Proof] {
            let ends = [Status::Optimal, Status::Infeasible, Status::Undecided]
                .map(|status| Exit::after(status, wanted));
            assert_eq!(ends, [Exit::Answered, Exit::No, Exit::Stopped]);
        }
    }
}
