//! What became of other programs' files, told to a person and to programs: which rows were taken over, how grids were
//! read, what an export wrote.
//!
//! Files are read by `import` and written by `export`; how an answer looks is the matter of `report`.

pub mod arrival;
pub mod departure;
mod reading;
