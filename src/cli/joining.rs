//! Apprentices who are named on the command line.

use std::path::Path;

use clap::Args;

use super::foreign;
use super::help::said;
use crate::domain::Language;
use crate::input::{Joining, Loaded, Need};

/// Apprentices besides those of the school's files.
#[derive(Args, Debug, Default)]
pub(super) struct Apprentices {
    #[arg(long = "apprentice", value_name = "CLASS AWAY", value_parser = joining, help = said!(
        "En elev, der ikke står i nogen fil: klasse og hvornår væk, fx \"8.A tor\" eller \"9.B tir+ons|tor\", med hold \"8.A;tor;lang:TYS\"; for flere, igen",
        "En elev som inte står i någon fil: klass och när borta, t.ex. \"8.A tors\" eller \"9.B tis+ons|tors\", med grupp \"8.A;tors;lang:TYS\"; för fler, igen",
        "An apprentice who stands in no file: class and when away, e.g. \"8.A thu\" or \"9.B tue+wed|thu\", with groups \"8.A;thu;lang:TYS\"; for more, again"
    ))]
    joining: Vec<Joining>,
}

impl Apprentices {
    /// Reads the school at a path with them; without any, it has what it needs.
    pub(super) fn load(&self, school: &Path, need: Need, language: Option<Language>) -> Loaded {
        foreign::load(school, need, &self.joining, language)
    }
}

/// # Errors
/// What can be written instead.
fn joining(written: &str) -> Result<Joining, String> {
    let instead =
        || "write for example '8.A thu', '9.B tue+wed|thu' or '8.A;thu;lang:TYS'".to_owned();
    Joining::read(written).ok_or_else(instead)
}
