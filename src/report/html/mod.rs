//! Pages for people: an answer as HTML that stands alone, read in any browser and printed on A4.
//!
//! What comes from files is escaped, colour never says anything alone, every picture has a twin in text, and no page
//! loads anything or runs a script. Markup only: what is told is found elsewhere, files are written elsewhere.

mod curve;
mod page;
mod solution;
pub(in crate::report) mod table;

pub(in crate::report) use curve::{Curve, Panel, Point};
pub(crate) use page::line;
pub(in crate::report) use page::{About, Section, filled, report};
pub use page::{Foot, Page, STYLE};
pub(crate) use solution::missed_besides;
pub(in crate::report) use solution::solution_told;
pub use solution::{numbers, solution};
pub(in crate::report) use table::style;
pub(crate) use table::{Table, cell};
