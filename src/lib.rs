//! Timetables for schools whose pupils are part of the week at a workplace.

pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod diff;
pub mod domain;
pub mod explain;
pub mod input;
pub mod model;
pub mod pipeline;
pub mod problem;
pub mod report;
pub mod solve;
