//! ASK: questions that take many solves: which day is best, what if more pupils join, which proposal
//! bears that best, how much change a desired lesson is worth, which one another program takes back, when to meet, and
//! what changes in which stretch of the year.
//!
//! A question is turned into variants of a school that differ in their apprentices alone; each is solved and judged by
//! the pipeline as any school is. Nothing here searches, words an answer or reads the clock.

mod ask;
mod away;
mod cast;
mod chance;
mod compare;
mod effect;
mod growth;
mod keeping;
mod meet;
mod prepare;
mod publish;
mod seats;
mod tradeoff;
mod whatif;
mod year;

pub use ask::{Asking, Step};
pub(crate) use ask::{each_as_done, each_in_parallel, solve_variants};
pub use away::{Days, days_of, ways};
pub use cast::Cast;
pub use compare::{Cell, Comparison, Joint, Others, Part, Question, Row, compare, compare_class};
pub use effect::{Effect, RoomLoad, effect};
pub use growth::{Failure, Growing, Growth, GrowthLine, JoinerDays, Spread, grow};
pub use keeping::{Keeping, Referee, solve_keeping};
pub use meet::{
    Agenda, Appointment, Beside, DESIRED, LESSON, MeetingMiss, MeetingTime, State, meet,
};
pub use prepare::{Expectation, Future, Prepared, Preparing, prepare};
pub use publish::published;
pub(crate) use seats::with_seat;
pub use seats::{OneMore, Seats, one_more_seat};
pub use tradeoff::{Compromise, Tradeoff, trade_off};
pub use whatif::{Outlook, Prospect, what_if};
pub use year::{Link, Season, Year, year};
