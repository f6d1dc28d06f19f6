//! What can be wrong with what only plans and calendars read: dates, weeks, terms. None of it keeps a timetable from being
//! repaired, so all of it warns.

/// What is wrong with a date, or with the calendar as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is described, its fields by their names and types")]
pub enum Undated {
    /// No date.
    DateUnreadable { written: String },
    /// A placement or a term that ends before it begins.
    DatesReversed { written: String },
    /// Neither a term, a holiday nor a week.
    OccasionUnknown { written: String },
    /// A week that the timetable does not have; `known` are those it has.
    WeekUnknown { label: String, known: Vec<String> },
    /// A term begins or ends, and nothing says when it ends or began.
    TermOpen,
    /// A term of more days than a school year has.
    TermTooLong { days: i64, most: i64 },
    /// The timetable has several weeks in turn, and nothing says which of them any week of the year is.
    WeeksUnsaid { labels: Vec<String> },
    /// Neither a number of a week nor a stretch of them.
    WeeksUnreadable { written: String },
    /// Weeks away of somebody who is no apprentice.
    AbsentUnknown { pupil: String, nearest: Option<String> },
    /// Weeks away of nobody, or of a pupil and a class at once.
    PupilOrClass,
    /// Two lines say different things; the first is believed.
    NotesDisagree { name: String, line: u32 },
}

macro_rules! codes {
    ($($variant:ident $code:literal),* $(,)?) => {
        impl Undated {
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
    DateUnreadable "date-unreadable",
    DatesReversed "dates-reversed",
    OccasionUnknown "occasion-unknown",
    WeekUnknown "week-unknown",
    TermOpen "term-open",
    TermTooLong "term-too-long",
    WeeksUnsaid "weeks-unsaid",
    WeeksUnreadable "weeks-unreadable",
    AbsentUnknown "absent-unknown",
    PupilOrClass "pupil-or-class",
    NotesDisagree "notes-disagree",
}
