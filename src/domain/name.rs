//! Names as a school writes them. Two spellings of one name are made one while reading; here equal means identical.

use std::fmt;
use std::sync::Arc;

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The name as it is first written in the school's files.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(written: &str) -> Self {
                Self(Arc::from(written))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.pad(&self.0)
            }
        }
    )*};
}

names! {
    /// A class, e.g. `8.A`.
    ClassName,
    /// A subject's code, e.g. `MAT`.
    SubjectCode,
    /// A teacher.
    TeacherName,
    /// A room.
    RoomName,
    /// What rooms that stand in for one another have in common, e.g. `lab`.
    RoomKind,
    /// A division of a class into parts, e.g. `lang`; may be empty.
    DivisionName,
    /// A part of a division, e.g. `TYS`.
    PartName,
    /// A pupil's key; never a CPR number or personnummer.
    PupilKey,
    /// Where an apprentice is while away.
    PlaceName,
    /// A trade that placements have in common, e.g. `wood`.
    TradeName,
    /// Where rooms, classes and placements are, if not all on one spot.
    SiteName,
    /// A label of lessons of a class that belong on different days.
    ApartLabel,
    /// A week of the cycle, e.g. `A`; empty where the school has one week.
    WeekLabel,
    /// A label shared by pupils who are given the same alternative.
    TogetherLabel,
    /// A scenario: what if pupils join, leave or change days.
    ScenarioName,
    /// A meeting.
    MeetingName,
    /// A lesson's name: its id, else the line number of its first row. Not unique.
    LessonName,
}
