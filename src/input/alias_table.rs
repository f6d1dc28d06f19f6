//! The alias tables as text, for people who want to know which headings and codes are understood.

use std::fmt::Write as _;

use super::cells::columns::{File, Need};
use super::subjects::Meaning;
use crate::domain::Country;

/// Every column with its Danish and Swedish headings, and every subject with its codes in each country.
#[must_use]
pub fn alias_table() -> String {
    let mut text = String::new();
    for file in File::ALL.into_iter().chain(File::ASKED) {
        section(&mut text, file.name(), column_lines(file));
    }
    for (country, code) in [(Country::Denmark, "DK"), (Country::Sweden, "SE")] {
        section(&mut text, &format!("subjects, {code}"), subject_lines(country));
    }
    text
}

fn section(text: &mut String, title: &str, lines: Vec<String>) {
    if !text.is_empty() {
        text.push('\n');
    }
    let _ = writeln!(text, "{title}");
    for line in lines {
        let _ = writeln!(text, "  {line}");
    }
}

fn column_lines(file: File) -> Vec<String> {
    let line = |&(column, need): &(super::cells::columns::Column, Need)| {
        let mark = if need == Need::Needed { "*" } else { "" };
        let headings = column.headings();
        format!("{:<14}{}", format!("{}{mark}", column.english()), headings[1..].join(", "))
    };
    file.columns().iter().map(line).collect()
}

fn subject_lines(country: Country) -> Vec<String> {
    let line = |row: &super::subjects::Aliases| {
        let mark = if row.meaning == Meaning::Other { "" } else { "*" };
        let (name, codes) = row.codes.split_first().unwrap_or((&"", &[]));
        format!("{:<30}{}", format!("{name}{mark}"), codes.join(", "))
    };
    country.aliases().iter().map(line).collect()
}
