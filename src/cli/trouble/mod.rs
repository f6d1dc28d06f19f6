//! What can go wrong between a good school and its answer.

mod many;
mod words;

use std::io;
use std::path::PathBuf;

use itertools::Itertools;

pub(super) use many::Many;

use crate::pipeline::Refusal;

/// Why the command ends without having done what was asked.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The timetable has faults, each of which was told.
    Faulty,
    /// Many schools, or many questions.
    Many(Many),
    /// The answer was to be written over the school.
    OutIsSchool(PathBuf),
    /// The answer was to be written over a school's files.
    OutIsASchool(PathBuf),
    /// An export was to replace a file of the school or of the proposal.
    OutIsKept(PathBuf),
    /// A week that is none, or of which it is not known which of the cycle it is.
    WeekUnknown(String),
    /// An import without a folder to write.
    OutMissing,
    /// A new file was to be written where there is one.
    OutExists(PathBuf),
    /// A new school was to be written into a folder that holds something.
    OutNotEmpty(PathBuf),
    /// No timetable was found for a school that was to be made up.
    NoSchool,
    /// More apprentices were asked for than a school that was to be made up has pupils who may be ones.
    TooManyPupils { wanted: usize, most: usize },
    /// The folder for the answer cannot be used.
    OutUnusable { path: PathBuf, error: io::Error },
    /// Another run is writing there.
    OutBusy(PathBuf),
    /// No apprentice of the school has this key.
    PupilUnknown(String),
    /// The school has no such class.
    ClassUnknown(String),
    /// The school has no such subject.
    SubjectUnknown(String),
    /// The school has no apprentice from whom to tell what one needs.
    NobodyToResemble,
    /// The school has no such lesson.
    LessonUnknown(String),
    /// The school has no such slot.
    SlotUnknown(String),
    /// Calendar files were asked for, and nothing says from which date on.
    FirstDateMissing,
    /// A meeting has no date in the school year that is left.
    MeetingUndated(String),
    /// The page cannot be served: its port or a folder cannot be used.
    PageUnusable(io::Error),
    /// Nothing shows the page's address by itself.
    BrowserUnusable(io::Error),
    /// The answer could not be printed.
    Unprinted(io::Error),
    /// The judge refused the answer; what it found, in words.
    JudgedWrong(String),
}

impl Trouble {
    /// What the pipeline refuses to answer.
    pub(super) fn refused(refusal: &Refusal) -> Self {
        let Refusal::JudgedWrong { verdict, counted } = refusal;
        let judged = verdict.difference.breakdown.total();
        let rules = verdict.breaches.iter().map(|breach| breach.rule().code()).unique().join(" ");
        Self::JudgedWrong(format!("{counted} ≠ {judged} {rules}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::exit::Exit;
    use crate::domain::Language;

    #[test]
    fn an_answer_that_the_judge_refuses_ends_with_70() {
        let refused = Trouble::JudgedWrong("35 ≠ 40 H2".to_owned());
        assert_eq!(refused.tell(Language::English), Exit::JudgedWrong);
        assert!(refused.message(Language::Danish).contains("35 ≠ 40 H2"));
    }
}
