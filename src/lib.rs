//! Timetables for schools whose pupils are part of the week at a workplace.

pub mod check;
pub mod diagnostic;
pub mod diff;
pub mod domain;
pub mod explain;
pub mod input;
pub mod pipeline;
