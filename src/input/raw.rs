//! A school's files cell by cell, not yet understood: for whoever writes them in another form.

use std::path::Path;

use super::cells::columns::File;
use super::cells::decode::decode;
use super::cells::fence::fenced;
use super::cells::findings::Findings;
use super::cells::folder::Folder;
use super::cells::heading;
use super::cells::personal_number;
use super::cells::split::{Splitter, cells};
use super::cells::workbook::RawSheet;
use super::settings;

/// The files of a school with columns, each as a sheet of its name, and `school.toml` as one of keys and values. What
/// cannot be read is left out: [`load`](super::load) says why.
#[must_use]
pub fn raw_sheets(school: &Path) -> Vec<RawSheet> {
    let mut findings = Findings::default();
    let Some(folder) = Folder::open(school, &mut findings) else { return Vec::new() };
    let tables = File::ALL.into_iter().filter_map(|file| table(&folder, file, &mut findings));
    tables.chain(keys(&folder, &mut Findings::default())).collect()
}

/// The text of a file, without personal numbers.
pub(super) fn text_of(folder: &Folder, name: &str, findings: &mut Findings) -> Option<String> {
    let (file, bytes) = folder.read(name, findings)?;
    let mut text = decode(file, &bytes, findings)?;
    personal_number::strike(&mut text);
    Some(text)
}

fn table(folder: &Folder, file: File, findings: &mut Findings) -> Option<RawSheet> {
    let text = text_of(folder, file.name(), findings)?;
    let start = heading::find(&text, file)?;
    let mut splitter = Splitter::new(&text, start.at, start.delimiter);
    let mut rows = Vec::new();
    while let Some(record) = splitter.next_record() {
        let cells = cells(&text, &record, start.delimiter, heading::MOST_COLUMNS);
        let row: Vec<String> = cells.iter().map(|cell| cell.text(&text).into_owned()).collect();
        if row.iter().any(|cell| !cell.is_empty()) {
            rows.push(row);
        }
    }
    let name = file.name().trim_end_matches(".csv").to_owned();
    Some(RawSheet { name, rows })
}

fn keys(folder: &Folder, findings: &mut Findings) -> Option<RawSheet> {
    let text = text_of(folder, settings::FILE, findings)?;
    let table: toml::Table = fenced(|| text.parse().ok())??;
    let mut rows = Vec::new();
    for (key, value) in &table {
        match value {
            toml::Value::Table(within) => {
                let dotted = |(inner, value): (&String, &toml::Value)| {
                    vec![format!("{key}.{inner}"), shown(value)]
                };
                rows.extend(within.iter().map(dotted));
            }
            value => rows.push(vec![key.clone(), shown(value)]),
        }
    }
    Some(RawSheet { name: "school".to_owned(), rows })
}

fn shown(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join("+"),
        other => other.to_string(),
    }
}
