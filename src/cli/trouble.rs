//! What can go wrong between a good school and its answer.

use std::io;
use std::path::PathBuf;

use itertools::Itertools;

use super::exit::Exit;
use super::terminal::tell;
use crate::domain::Language;
use crate::pipeline::Refusal;
use crate::report::diagnostics;

/// Why the command ends without having done what was asked.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The timetable has faults, each of which was told.
    Faulty,
    /// The answer was to be written over the school.
    OutIsSchool(PathBuf),
    /// The answer was to be written over a school's files.
    OutIsASchool(PathBuf),
    /// The folder for the answer cannot be used.
    OutUnusable { path: PathBuf, error: io::Error },
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

    /// Tells the trouble; with which code the program then ends.
    pub(super) fn tell(&self, language: Language) -> Exit {
        tell(&diagnostics::trouble(&self.message(language), language));
        match self {
            Self::JudgedWrong(_) => Exit::JudgedWrong,
            _ => Exit::BadInput,
        }
    }

    fn message(&self, language: Language) -> String {
        match language {
            Language::Danish => self.danish(),
            Language::Swedish => self.swedish(),
            Language::English => self.english(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Faulty => "a timetable with such faults cannot be repaired; mend them, or go on with --accept-faults: lessons that clash then move as one".to_owned(),
            Self::OutIsSchool(path) => format!(
                "--out {} is the school's own folder; choose another, so that the timetable that was read is not overwritten",
                path.display()
            ),
            Self::OutIsASchool(path) => format!(
                "--out {} holds apprentices.csv, so it is a school's folder; choose another, so that its timetable is not overwritten",
                path.display()
            ),
            Self::OutUnusable { path, error } => {
                format!("cannot write to {}: {error}", path.display())
            }
            Self::Unprinted(error) => format!("cannot print the answer: {error}"),
            Self::JudgedWrong(found) => format!(
                "the program's own judge refuses the answer, so nothing is written; this is a defect of the program, please report it: {found}"
            ),
        }
    }

    fn danish(&self) -> String {
        match self {
            Self::Faulty => "et skema med sådanne fejl kan ikke repareres; ret dem, eller fortsæt med --accept-faults: lektioner, der ligger oven i hinanden, flyttes så sammen".to_owned(),
            Self::OutIsSchool(path) => format!(
                "--out {} er skolens egen mappe; vælg en anden, så det indlæste skema ikke overskrives",
                path.display()
            ),
            Self::OutIsASchool(path) => format!(
                "--out {} indeholder apprentices.csv og er altså en skoles mappe; vælg en anden, så dens skema ikke overskrives",
                path.display()
            ),
            Self::OutUnusable { path, error } => {
                format!("kan ikke skrive til {}: {error}", path.display())
            }
            Self::Unprinted(error) => format!("kan ikke udskrive svaret: {error}"),
            Self::JudgedWrong(found) => format!(
                "programmets egen dommer afviser svaret, så intet er skrevet; det er en fejl i programmet, meld den gerne: {found}"
            ),
        }
    }

    fn swedish(&self) -> String {
        match self {
            Self::Faulty => "ett schema med sådana fel kan inte repareras; rätta dem, eller fortsätt med --accept-faults: lektioner som krockar flyttas då tillsammans".to_owned(),
            Self::OutIsSchool(path) => format!(
                "--out {} är skolans egen mapp; välj en annan, så att det inlästa schemat inte skrivs över",
                path.display()
            ),
            Self::OutIsASchool(path) => format!(
                "--out {} innehåller apprentices.csv och är alltså en skolas mapp; välj en annan, så att dess schema inte skrivs över",
                path.display()
            ),
            Self::OutUnusable { path, error } => {
                format!("kan inte skriva till {}: {error}", path.display())
            }
            Self::Unprinted(error) => format!("kan inte skriva ut svaret: {error}"),
            Self::JudgedWrong(found) => format!(
                "programmets egen domare avvisar svaret, så inget är skrivet; det är ett fel i programmet, anmäl det gärna: {found}"
            ),
        }
    }
}
