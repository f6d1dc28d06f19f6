//! What a school's files are called and which columns they have, in the words of a language: for whoever writes them to be
//! filled in. All of it is read back as it stands here.

use super::cells::columns::{Column, File, Need};
use crate::domain::Language;

/// A file to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The file that it is read as, without its ending: `timetable`.
    pub key: &'static str,
    /// What its sheet is called.
    pub sheet: &'static str,
    /// Its columns.
    pub columns: Vec<FormColumn>,
}

/// A column to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormColumn {
    /// What the documentation calls it: `class`.
    pub key: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// Whether the file cannot be read without it.
    pub is_needed: bool,
}

/// The sheets' names in Danish and Swedish, in the order of [`File::ALL`].
const SHEETS: [[&str; 2]; 11] = [
    ["skema", "schema"],
    ["elever", "elever"],
    ["lærere", "lärare"],
    ["lokaler", "salar"],
    ["klasser", "klasser"],
    ["fag", "ämnen"],
    ["lektionstider", "tider"],
    ["praktiksteder", "praktikplatser"],
    ["kalender", "kalender"],
    ["rejsetider", "restider"],
    ["fravær", "frånvaro"],
];

/// Every file of a school, the timetable first, each with its columns.
#[must_use]
pub fn forms(language: Language) -> Vec<Form> {
    let form = |(file, [danish, swedish]): (File, [&'static str; 2])| {
        let key = file.name().trim_end_matches(".csv");
        let sheet = match language {
            Language::Danish => danish,
            Language::Swedish => swedish,
            Language::English => key,
        };
        let columns = file.columns().iter().map(|&(column, need)| FormColumn {
            key: column.english(),
            heading: heading(column, language),
            is_needed: need == Need::Needed,
        });
        Form { key, sheet, columns: columns.collect() }
    };
    File::ALL.into_iter().zip(SHEETS).map(form).collect()
}

/// What people call a column of a list that the program writes: `from_day` is `fra dag`.
#[must_use]
pub fn spoken(key: &str, language: Language) -> String {
    let (from, to) = match language {
        Language::Danish => ("fra", "til"),
        Language::Swedish => ("från", "till"),
        Language::English => return key.replace('_', " "),
    };
    let known = |key: &str| {
        let columns = File::ALL.iter().flat_map(|file| file.columns());
        columns.map(|(column, _)| *column).find(|column| column.english() == key)
    };
    let parts = [("from_", from), ("to_", to)];
    let moved = parts.iter().find_map(|(prefix, word)| Some((key.strip_prefix(prefix)?, word)));
    match moved {
        Some((rest, word)) => format!("{word} {}", spoken(rest, language)),
        None => {
            known(key).map_or_else(|| key.to_owned(), |column| heading(column, language).to_owned())
        }
    }
}

/// What a column is called.
fn heading(column: Column, language: Language) -> &'static str {
    let first = |own: &'static [&'static str]| own.first().copied();
    let own = match language {
        Language::Danish => first(column.danish()),
        Language::Swedish => first(column.swedish()),
        Language::English => None,
    };
    own.unwrap_or_else(|| column.english())
}
