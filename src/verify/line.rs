//! The lines of a certificate, as they stand in the file: JSON objects with what the line is as their only key, and what it
//! says in the order in which it stands here.
//!
//! Lessons are named by the line of `timetable.csv` with their first row, pupils by their keys, alternatives by their place
//! among the pupil's own (from 0), slots as `tue 3`, weeks by their labels. Rows, periods, shared days and cases are
//! numbered from 0 in the order in which the file makes them.

use serde::Deserialize;

/// The division of a class, and a part of it.
pub(super) type Part = (String, String);

/// Some starts of each of some lessons.
pub(super) type Starts = Vec<(u32, Vec<String>)>;

/// Some alternatives of a pupil.
pub(super) type Given = (String, Vec<usize>);

/// What a limit of a class's day counts: the class, a subject or a label, and the week.
pub(super) type Limited = (String, String, String);

/// One line.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Line {
    /// The version, the school's digest, and `strict` or `best`.
    Certificate(u32, String, String),
    /// The lesson, the period of it, the level, and the pupils who miss it together.
    Period(u32, u8, String, Vec<String>),
    /// A pupil of each party that shares its days.
    Days(Vec<String>),
    /// The class, the week, the slot, and the part of each division that counts.
    #[serde(rename = "H1")]
    ClassClash(String, String, String, Vec<Part>),
    /// The teacher, the week, the slot.
    #[serde(rename = "H2")]
    TeacherClash(String, String, String),
    /// The room, the week, the slot.
    #[serde(rename = "H3")]
    RoomClash(String, String, String),
    /// Starts of lessons and alternatives of a pupil of which only one can be.
    #[serde(rename = "H7")]
    RequiredMissed(Starts, Option<Given>),
    /// The class, the week, the day, and a weight for periods, each with the parts that count.
    #[serde(rename = "H8")]
    ClassGaps(String, String, String, Vec<(u8, i64, Vec<Part>)>),
    /// What is limited, the day, the lessons, and whether each counts once.
    #[serde(rename = "H9")]
    SubjectPerDay(Limited, String, Vec<u32>, bool),
    /// The teacher, the week, the day.
    #[serde(rename = "H11")]
    TeacherPerDay(String, String, String),
    /// The place, and the day, if it is not about all of them.
    #[serde(rename = "H13")]
    PlaceFull(String, Option<String>),
    /// As for H7.
    #[serde(rename = "H14")]
    TooFar(Starts),
    /// The place, and alternatives of two pupils.
    #[serde(rename = "H15")]
    OneDay(String, Given, Given),
    /// What is limited, the day, the lessons.
    #[serde(rename = "H18")]
    Apart(Limited, String, Vec<u32>),
    /// As for H1.
    NewSlot(String, String, String, Vec<Part>),
    /// The teacher, the day, and a lesson that brings the teacher.
    TeacherDay(String, String, u32),
    /// The teacher, the week, and a slot that brings the teacher.
    TeacherSlot(String, String, String),
    /// The teacher, the week, the day, a weight for periods, and how many times gaps are subtracted.
    TeacherGap(String, String, String, Vec<(u8, i64)>, i64),
    /// The period, and what of H7 makes it be missed.
    Missed(usize, Starts, Option<Given>),
    /// The shared days, and alternatives of a pupil whose days they hold.
    Held(usize, Given),
    /// The shared days, a day, and a lesson that cannot be then.
    Free(usize, String, u32),
    /// The same for what H9 limits, and the lessons.
    FreeSubject(usize, Limited, String, Vec<u32>),
    /// The same for what H18 limits.
    FreeApart(usize, Limited, String, Vec<u32>),
    /// Rows with multipliers, lessons with what they are raised by, and the divisor.
    Sum(Vec<(usize, i64)>, Vec<(u32, i64)>, i64),
    /// The case, the scale, and rows with multipliers.
    Price(usize, i64, Vec<(usize, i64)>),
    /// The case, a lesson, and starts: it starts at one of them; it does not.
    Starts(usize, u32, Vec<String>),
    /// The case, a lesson, a room of it, and rooms: it becomes one of them; it does not.
    Rooms(usize, u32, String, Vec<String>),
    /// The case, a pupil and alternatives: the first, the second …
    Pupil(usize, String, Vec<usize>),
    /// The case, shared days and sets of days: the first, the second …
    Away(usize, usize, Vec<Vec<String>>),
    /// The fewest points; none: there is no timetable.
    Claim(Option<i64>),
}
