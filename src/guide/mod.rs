//! THE GUIDE: what the README is too short for, page by page. Text alone; a test reads it.

#[doc = include_str!("promises.md")]
pub mod promises {}
