//! DISTRICT: many schools at once: so far questions that come as lines.

mod tally;

pub use tally::{Tallied, Tally};
