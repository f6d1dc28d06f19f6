//! The rows that diagnostics speak of, cell by cell: for whoever shows a fault where it stands.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

use super::cells::columns::File;
use super::cells::decode::decode;
use super::cells::findings::Findings;
use super::cells::folder::Folder;
use super::cells::heading;
use super::cells::split::{Splitter, cells};
use super::raw::text_of;
use crate::diagnostic::Location;

/// The longest cell that is shown whole, in signs.
const LONGEST: usize = 80;

/// A row of a school's file as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedRow {
    /// The file's headings.
    pub headings: Vec<String>,
    /// The row's cells.
    pub cells: Vec<String>,
    /// The place of the cell that is meant among them; `None`: the row as a whole.
    pub marked: Option<usize>,
}

/// For each of `places` the row that stands there, where it is a row of a file with columns in `school`.
#[must_use]
pub fn quoted_rows(school: &Path, places: &[&Location]) -> Vec<Option<QuotedRow>> {
    let mut findings = Findings::default();
    let Some(folder) = Folder::open(school, &mut findings) else {
        return vec![None; places.len()];
    };
    let read = |file: File| Some((folder.shown(file.name(), &mut Findings::default())?, file));
    let files: BTreeMap<String, File> = File::ALL.into_iter().filter_map(read).collect();
    let mut lines: BTreeMap<File, BTreeSet<u32>> = BTreeMap::new();
    let known = |location: &&Location| Some((*files.get(&location.file)?, location.line?));
    for (file, line) in places.iter().filter_map(known) {
        lines.entry(file).or_default().insert(line);
    }
    let read = |(&file, wanted): (&File, &BTreeSet<u32>)| {
        (file, Rows::read(&folder, file, wanted, &mut findings).unwrap_or_default())
    };
    let rows: BTreeMap<File, Rows> = lines.iter().map(read).collect();
    places.iter().map(|location| rows.get(files.get(&location.file)?)?.quote(location)).collect()
}

/// Some rows of a file by their lines.
#[derive(Default)]
struct Rows {
    headings: Vec<String>,
    lines: BTreeMap<u32, Vec<String>>,
}

impl Rows {
    /// The rows that begin in the lines that are `wanted`: of a large file the others would take many times its size.
    fn read(
        folder: &Folder,
        file: File,
        wanted: &BTreeSet<u32>,
        findings: &mut Findings,
    ) -> Option<Self> {
        let text = text_of(folder, file.name(), findings)?;
        let start = heading::find(&text, file)?;
        let mut rows = Self::default();
        for (line, record) in records(&text, &start) {
            if !rows.headings.is_empty() && wanted.last().is_none_or(|&last| line > last) {
                break;
            }
            if !rows.headings.is_empty() && !wanted.contains(&line) {
                continue;
            }
            let cells = cells(&text, &record, start.delimiter, heading::MOST_COLUMNS);
            let cells: Vec<String> =
                cells.iter().map(|cell| shortened(&cell.text(&text))).collect();
            if rows.headings.is_empty() {
                rows.headings.clone_from(&cells);
            }
            rows.lines.insert(line, cells);
        }
        Some(rows)
    }

    fn quote(&self, location: &Location) -> Option<QuotedRow> {
        let cells = self.lines.get(&location.line?)?.clone();
        let column = location.column.as_ref();
        let marked =
            column.and_then(|column| self.headings.iter().position(|heading| heading == column));
        Some(QuotedRow { headings: self.headings.clone(), cells, marked })
    }
}

/// The text of a file of `school` in which the cell at `place` says `value`, and nothing else is different; `None` where no
/// such cell can be found.
pub(crate) fn mended(school: &Path, place: &Location, value: &str) -> Option<String> {
    let mut findings = Findings::default();
    let folder = Folder::open(school, &mut findings)?;
    let is_named = |file: &File| {
        folder.shown(file.name(), &mut Findings::default()).as_deref() == Some(&place.file)
    };
    let file = File::ALL.into_iter().find(is_named)?;
    // As it is: a personal number that was struck out would be written back as something that is none.
    let (name, bytes) = folder.read(file.name(), &mut findings)?;
    let text = decode(name, &bytes, &mut findings)?;
    let start = heading::find(&text, file)?;
    let (_, first) = records(&text, &start).next()?;
    let cut = |record: &Range<usize>| cells(&text, record, start.delimiter, heading::MOST_COLUMNS);
    let column = place.column.as_ref()?;
    let at = cut(&first).iter().position(|cell| shortened(&cell.text(&text)) == *column)?;
    let wanted = place.line?;
    let (_, record) = records(&text, &start).find(|&(line, _)| line >= wanted)?;
    let cells = cut(&record);
    let missing = (at + 1).saturating_sub(cells.len());
    let span = cells.get(at).map_or(record.end..record.end, |cell| cell.span.clone());
    let between = start.delimiter.to_string().repeat(missing);
    let value = in_quotes(value, start.delimiter);
    Some([&text[..span.start], &between, &value, &text[span.end..]].concat())
}

/// The records of a text from its headings on, each with the line in which it begins.
fn records<'t>(
    text: &'t str,
    start: &heading::Start,
) -> impl Iterator<Item = (u32, Range<usize>)> + 't {
    let mut splitter = Splitter::new(text, start.at, start.delimiter);
    let (mut line, mut counted) = (1, 0);
    std::iter::from_fn(move || {
        let record = splitter.next_record()?;
        line += lines_in(&text[counted..record.start]);
        counted = record.start;
        Some((line, record))
    })
}

/// What somebody typed as a cell.
fn in_quotes(value: &str, delimiter: char) -> String {
    let line: String = value.chars().filter(|sign| !sign.is_control()).collect();
    let line = line.trim();
    if line.contains(['"', delimiter]) {
        format!("\"{}\"", line.replace('"', "\"\""))
    } else {
        line.to_owned()
    }
}

fn lines_in(text: &str) -> u32 {
    let ends = text.matches('\n').count() + text.matches('\r').count();
    let pairs = text.matches("\r\n").count();
    u32::try_from(ends - pairs).unwrap_or(u32::MAX)
}

fn shortened(cell: &str) -> String {
    if cell.chars().count() <= LONGEST {
        return cell.to_owned();
    }
    cell.chars().take(LONGEST).chain(['…']).collect()
}
