//! Codes that nobody explained: one fault that lists them all, with the lines that would explain them.

use std::collections::BTreeSet;

use super::alias::Aliases;
use crate::diagnostic::{Fault, Location};
use crate::domain::SubjectCode;
use crate::input::cells::columns::Column;
use crate::input::cells::findings::Findings;
use crate::input::cells::table::Table;
use crate::input::cells::text::{fold, plain};

/// The most codes that are listed: more are no school's subjects, but another column.
const MOST_CODES: usize = 500;

/// Reports `codes`. Codes like one of `core` get a question mark instead of a ready answer.
pub(super) fn report(
    codes: &[&SubjectCode],
    core: impl Iterator<Item = &'static Aliases>,
    timetable: &Table,
    lines: Option<&Table>,
    findings: &mut Findings,
) {
    let shown = &codes[..codes.len().min(MOST_CODES)];
    let aliases: BTreeSet<String> =
        core.flat_map(|row| row.codes.iter().map(|code| plain(code))).collect();
    let form = Form::of(lines);
    let line = |code: &&SubjectCode| {
        let bare = plain(code.as_str());
        let resembles = aliases.iter().any(|alias| resembles(&bare, alias));
        form.line(code.as_str(), if resembles { "required?" } else { "no" })
    };
    let more = (codes.len() > MOST_CODES).then(|| format!("… {}", codes.len() - MOST_CODES));
    let fault = Fault::SubjectsUnknown {
        codes: shown.iter().map(ToString::to_string).chain(more.clone()).collect(),
        lines: form.heading().into_iter().chain(shown.iter().map(line)).chain(more).collect(),
    };
    findings.report(fault, first_place(codes, timetable));
}

fn first_place(codes: &[&SubjectCode], timetable: &Table) -> Location {
    let folded: BTreeSet<String> = codes.iter().map(|code| fold(code.as_str())).collect();
    let cells = timetable.rows().filter_map(|row| row.cell(Column::Subject));
    let mut unknown = cells.filter(|cell| folded.contains(&fold(&cell.text)));
    unknown.next().map_or_else(|| Location::file(timetable.file()), |cell| cell.location())
}

/// What the names of core subjects and of their parts have in them, as [`plain`] writes it.
const STEMS: [&str; 12] =
    ["dan", "dsk", "laes", "las", "skriv", "litt", "mat", "regn", "rakn", "eng", "sve", "sva"];

/// Whether a code may well be a variant of a core subject's: `MA1`, `MAT-A`, `DANS`, `DSA`, `Læsning`. One too many costs a
/// decision, one too few core lessons.
fn resembles(code: &str, alias: &str) -> bool {
    let rest = code.strip_prefix(alias);
    let longer = rest.is_some_and(|rest| {
        alias.chars().count() >= 3 || rest.chars().all(|sign| sign.is_ascii_digit())
    });
    let misspelt = alias.chars().count() >= 2
        && code.chars().next() == alias.chars().next()
        && code.len().abs_diff(alias.len()) <= 2
        && strsim::osa_distance(code, alias) <= 1;
    longer || misspelt || STEMS.iter().any(|stem| code.contains(stem)) || is_contracted(code, alias)
}

/// Whether a code is made of letters of the name, in order: `DSK`, `MTK`.
fn is_contracted(code: &str, alias: &str) -> bool {
    let mut letters = alias.chars();
    code.chars().count() >= 3
        && code.chars().next() == alias.chars().next()
        && code.chars().all(|sign| letters.any(|letter| letter == sign))
}

/// How the lines of `subjects.csv` look.
struct Form {
    delimiter: char,
    subject: usize,
    core: usize,
    exists: bool,
}

impl Form {
    fn of(table: Option<&Table>) -> Self {
        let position = |column| table.and_then(|table| table.position(column));
        match (table, position(Column::Subject), position(Column::Core)) {
            (Some(table), Some(subject), Some(core)) => {
                Self { delimiter: table.delimiter(), subject, core, exists: true }
            }
            _ => Self { delimiter: ';', subject: 0, core: 1, exists: false },
        }
    }

    fn heading(&self) -> Option<String> {
        (!self.exists).then(|| self.line("subject", "core"))
    }

    fn line(&self, subject: &str, core: &str) -> String {
        let cell = |at: usize| match at {
            at if at == self.subject => self.quoted(subject),
            at if at == self.core => core.to_owned(),
            _ => String::new(),
        };
        let cells: Vec<String> = (0..=self.subject.max(self.core)).map(cell).collect();
        cells.join(&self.delimiter.to_string())
    }

    fn quoted(&self, cell: &str) -> String {
        if cell.contains([self.delimiter, '"']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    }
}
