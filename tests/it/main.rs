//! The one test binary.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod benches;
mod brute_force;
mod chance;
mod cli;
mod compare;
mod exchange;
mod explain;
mod fixtures;
mod generated;
mod house;
mod html;
mod input_any_bytes;
mod input_faults;
mod input_folder;
mod input_forms;
mod input_language;
mod input_law;
mod input_proposals;
mod input_schools;
mod judge;
mod optimum;
mod pipeline;
mod prices;
mod properties;
mod random_properties;
mod random_school;
mod readme;
mod reason;
mod report;
mod school_builder;
mod shared_schools;
mod shipped_schools;
mod tasks;
mod textbook;
mod whatif;
