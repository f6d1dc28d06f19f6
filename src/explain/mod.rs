//! EXPLAIN: which facts of a school cannot hold together, what would be a way out, and why each lesson moved.
//!
//! It proves by solving: a conflict is told only with what the search said of it. What can be counted without a search
//! is in [`reason`](crate::reason).

mod chain;
mod conflict;
mod fact;
mod lift;
mod oracle;
mod place;
mod repair;

pub use chain::{Link, Role, chains};
pub use conflict::{Conflict, conflicts};
pub use fact::{Fact, facts};
pub use lift::lifted;
pub use place::{Placing, placing};
pub use repair::{Remedy, Repair, repairs};
