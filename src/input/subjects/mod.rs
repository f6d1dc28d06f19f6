//! Which subjects are core subjects: the pupil's columns, else `subjects.csv`, else `school.toml`, else the programme.

mod alias;
mod core;
mod listed;
mod recognised;
mod unknown;

pub(super) use alias::{Aliases, Meaning};
pub(super) use core::{CoreSubjects, read_lines};
pub(crate) use recognised::{Recognised, is_same_subject, subject_name};
