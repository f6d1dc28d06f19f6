//! Several schools that share places: beside brute force, on the command line, and whatever can go wrong.

mod command;
mod optimum;
