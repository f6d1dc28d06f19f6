//! Meetings for which a time is to be found, beside a timetable that stays as it is.

use std::collections::BTreeSet;
use std::fmt;

use super::calendar::{Slot, Weeks};
use super::name::{ClassName, MeetingName, PupilKey, RoomName, TeacherName};

/// A meeting without a time yet. Whoever builds one keeps these promises:
///
/// - its participants are in the school, none is named twice, and there is one at least;
/// - `length` is at least 1, and `weeks` are weeks of the cycle, one at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its name, which no other meeting of the file has.
    pub name: MeetingName,
    /// Who meets, in the order of the file.
    pub who: Vec<Participant>,
    /// How many periods on end.
    pub length: u8,
    /// The slots in which it may be; `None`: any.
    pub when: Option<BTreeSet<Slot>>,
    /// The weeks of the cycle that it must suit.
    pub weeks: Weeks,
    /// Where.
    pub room: Option<RoomName>,
}

impl Meeting {
    /// Who and what has to be free: those who meet, then the room.
    pub fn needs(&self) -> impl Iterator<Item = Participant> {
        self.who.iter().cloned().chain(self.room.clone().map(Participant::Room))
    }

    /// Its slots if it starts in `start`.
    pub fn slots(&self, start: Slot) -> impl Iterator<Item = Slot> + use<> {
        (0..self.length).filter_map(move |offset| start.later(offset))
    }
}

/// Who, or what, a meeting needs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Participant {
    /// An apprentice, named one by one.
    Pupil(PupilKey),
    /// A class with all its pupils.
    Class(ClassName),
    /// A teacher.
    Teacher(TeacherName),
    /// The room.
    Room(RoomName),
}

impl Participant {
    /// What stands before the name in files and JSON answers.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Pupil(_) => "pupil",
            Self::Class(_) => "class",
            Self::Teacher(_) => "teacher",
            Self::Room(_) => "room",
        }
    }

    /// The name alone.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Pupil(name) => name.as_str(),
            Self::Class(name) => name.as_str(),
            Self::Teacher(name) => name.as_str(),
            Self::Room(name) => name.as_str(),
        }
    }
}

impl fmt::Display for Participant {
    /// As in the file: `teacher:AB`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.kind(), self.name())
    }
}
