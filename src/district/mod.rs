//! DISTRICT: many schools at once: those that share places, solved as one problem; and questions that come as lines.
//!
//! What couples schools is who goes to a shared place and when. `search` divides days and seats among them, with bounds for
//! the whole; `oracle` asks each school, by the pipeline, as any school is asked; `judge` counts again what they share. Nothing
//! here reads files, words answers or looks at a clock.

mod judge;
mod member;
mod oracle;
mod search;
mod settle;
mod tally;

pub use member::{DaySet, Member};
pub use settle::{DaysRow, Places, Settled, settle};
pub use tally::{Tallied, Tally};

/// How far a district's search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The fewest points of all schools together so far.
    pub best: Option<i64>,
    /// What they cost at least.
    pub bound: i64,
    /// How many searches of single schools there were.
    pub searches: usize,
}
