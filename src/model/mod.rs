//! FORMULATE: a problem as columns and rows with their origin, in whole numbers. No solver is named here.
//!
//! There is one 0/1 column for each lesson and booking, exactly one of them 1 for each lesson, and a few auxiliary
//! columns for what several lessons cost together. Neither all columns nor all rows are ever written out: a
//! [`Row`] knows its coefficient for any booking, [`Charges`] price every booking of the school in one sweep, and
//! [`lower_bound`] turns any multipliers of any rows into a bound that holds for the whole school.
//!
//! Rows are made here and nowhere else, each from a rule of the law or from other rows ([`Combination`]), so that what
//! the solver adds is always valid.

mod assignment;
mod auxiliary;
mod booking;
mod bound;
mod charges;
mod combination;
mod day_shape;
mod evaluate;
mod index;
mod layers;
mod limits;
mod occupancy;
mod propose;
mod row;
mod scope;
pub mod textbook;

pub use auxiliary::{Auxiliaries, Auxiliary, AuxiliaryId};
pub use booking::Booking;
pub use bound::{Bound, lower_bound};
pub use charges::{Charges, SCALE};
pub use combination::Combination;
pub use day_shape::{DayShape, Excess, Pattern};
pub use evaluate::{missed_for_others, most_points, points};
pub use index::RowIndex;
pub use limits::{DayLimit, DayLimitId, Limits};
pub use occupancy::Occupancy;
pub use propose::{propose, proposed};
pub use row::{Members, Origin, Row, Term};
pub use scope::{OpenChoices, Scope};
