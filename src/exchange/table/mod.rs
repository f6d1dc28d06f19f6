//! Any table of a timetable: a map says which column is what; where there is none, one is proposed.

mod map;
mod proposal;
mod rows;

pub(super) use map::Map;
pub use proposal::propose;
pub(super) use rows::{export, read};
