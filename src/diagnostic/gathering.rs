//! What can be wrong with meetings for which a time is wanted. All of it is an error: a meeting without one of those who
//! should come would be found at the wrong time.

/// What is wrong with a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is described, its fields by their names and types")]
pub enum Gathering {
    /// Two lines for one meeting.
    MeetingRepeated { meeting: String, line: u32 },
    /// Somebody of whom it is not said whether it is a pupil, a class or a teacher.
    WhoUnreadable { written: String },
    /// Somebody, or a room, that the school does not have.
    InvitedUnknown { kind: Invited, name: String, nearest: Option<String> },
    /// A week that the timetable does not have; `known` are those it has.
    MeetingWeekUnknown { label: String, known: Vec<String> },
    /// So many periods on end are nowhere in the grid, or nowhere in the slots that the meeting may have.
    MeetingTooLong { periods: u8 },
}

/// What a meeting can be with, or in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Invited {
    Pupil,
    Class,
    Teacher,
    Room,
}

macro_rules! codes {
    ($($variant:ident $code:literal),* $(,)?) => {
        impl Gathering {
            /// Every code, in the order of the list.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// Its name in answers for machines; it never changes.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code),* }
            }
        }
    };
}

codes! {
    MeetingRepeated "meeting-repeated",
    WhoUnreadable "who-unreadable",
    InvitedUnknown "invited-unknown",
    MeetingWeekUnknown "meeting-week-unknown",
    MeetingTooLong "meeting-too-long",
}
