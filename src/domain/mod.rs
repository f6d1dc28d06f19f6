//! WORDS: the values of a school, by name.
//!
//! No ids, no files, no solver, no printing: every other room may use these words, and they use none of its.

mod almanac;
mod calendar;
mod country;
mod coupling;
mod date;
mod divisor;
mod language;
mod name;
mod rule;
mod scenario;
mod school;
mod school_year;
mod stop;
mod timetable;

pub use almanac::{Agreement, Almanac, Hours, Site, TimeOfDay, Times};
pub use calendar::{Day, Grid, Period, Slot, Week, Weeks};
pub use country::Country;
pub use date::Date;
pub use divisor::common_divisor;
pub use language::Language;
pub use name::{
    ClassName, DivisionName, LessonName, PartName, PlaceName, PupilKey, RoomKind, RoomName,
    ScenarioName, SubjectCode, TeacherName, TogetherLabel, WeekLabel,
};
pub use rule::{Breakdown, Effort, PerPrice, Price, Rule, Weights};
pub use scenario::Scenario;
pub use school::{
    Alternative, Apprentice, Class, Group, Lesson, Level, Piece, Room, School, Span, Subject,
    Teacher,
};
pub use school_year::SchoolYear;
pub use stop::{Signal, Stop};
pub use timetable::{Booking, Proposal, Timetable};
