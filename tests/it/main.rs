//! The one test binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod input_any_bytes;
mod input_faults;
mod input_folder;
mod input_forms;
mod input_law;
mod input_proposals;
mod input_schools;
