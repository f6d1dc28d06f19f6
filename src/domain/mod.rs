//! WORDS: the values of a school, by name.
//!
//! No ids, no files, no solver, no printing: every other room may use these words, and they use none of its.

mod almanac;
mod apprentice;
mod calendar;
mod country;
mod coupling;
mod date;
mod digest;
mod divisor;
mod language;
mod lesson;
mod meeting;
mod name;
mod place;
mod rule;
mod scenario;
mod school;
mod school_year;
mod stop;
mod stretch;
mod timetable;
mod travel;
mod weeks_away;

pub use almanac::{Agreement, Almanac, Hours, PlaceNotes, TimeOfDay, Times};
pub use apprentice::{Also, Alternative, Apprentice, Level, Span};
pub use calendar::{Day, Grid, Period, Slot, Week, Weeks};
pub use country::Country;
pub use date::Date;
pub use divisor::common_divisor;
pub use language::Language;
pub use lesson::{Group, Lesson, Piece};
pub use meeting::{Meeting, Participant};
pub use name::{
    ApartLabel, ClassName, DivisionName, LessonName, MeetingName, PartName, PlaceName, PupilKey,
    RoomKind, RoomName, ScenarioName, SiteName, SubjectCode, TeacherName, TogetherLabel, TradeName,
    WeekLabel,
};
pub use place::{Place, Seat, Terms};
pub use rule::{Breakdown, Effort, PerPrice, Price, Rule, Weights};
pub use scenario::Scenario;
pub use school::{Class, Room, School, Subject, Teacher};
pub use school_year::SchoolYear;
pub use stop::{Signal, Stop};
pub use stretch::{Stretch, Term, stretches};
pub use timetable::{Booking, Proposal, Timetable};
pub use travel::Travel;
pub use weeks_away::{WeeksAway, Who};
