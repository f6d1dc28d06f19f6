//! The one test binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod brute_force;
mod chance;
mod cli;
mod explain;
mod fixtures;
mod judge;
mod prices;
mod random_properties;
mod random_school;
mod report;
mod school_builder;
