//! Another program's files in the place of a school: they are read as `import` reads them, and nothing is written.

use std::path::{Path, PathBuf};

use super::language::of_system;
use super::terminal::tell;
use crate::account::arrival;
use crate::diagnostic::Diagnostic;
use crate::domain::{Almanac, Language};
use crate::export::arrived::Arrived;
use crate::import;
use crate::input::{Joining, Loaded, Need, Source, files_of, is_school, load_with_joining};

/// Reads the school at a path, whatever it is: a school's folder or workbook, a folder with one workbook, or files that
/// `import` knows.
pub(super) fn load(
    school: &Path,
    need: Need,
    joining: &[Joining],
    asked: Option<Language>,
) -> Loaded {
    if is_school(school) {
        return load_with_joining(school, need, joining);
    }
    if let Some(workbook) = only_workbook(school).filter(|workbook| is_school(workbook)) {
        return load_with_joining(workbook.as_path(), need, joining);
    }
    // What cannot be told for what it is, is told of as the school that it was meant to be.
    imported(school, need, joining, asked)
        .unwrap_or_else(|| load_with_joining(school, need, joining))
}

/// The workbook of a folder that has one.
fn only_workbook(folder: &Path) -> Option<PathBuf> {
    let mut workbooks = files_of(folder).ok()?.into_iter().filter(|path| {
        let ending = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
        let is_hidden =
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~']));
        ending && !is_hidden
    });
    let first = workbooks.next()?;
    workbooks.next().is_none().then_some(first)
}

fn imported(
    path: &Path,
    need: Need,
    joining: &[Joining],
    asked: Option<Language>,
) -> Option<Loaded> {
    let originals = import::collect(&[path.to_owned()]).ok()?;
    let Arrived { format, reading, language, files, told } = Arrived::of(&originals, asked)?;
    tell(&arrival::taken(format, reading.as_ref(), language.unwrap_or_else(of_system)));
    let Some(files) = files else { return Some(nothing(told, language)) };
    let mut loaded = load_with_joining(Source::Files(&files), need, joining);
    loaded.diagnostics.splice(0..0, told);
    Some(loaded)
}

/// What is left where nothing could be read.
fn nothing(diagnostics: Vec<Diagnostic>, language: Option<Language>) -> Loaded {
    Loaded {
        school: None,
        outline: None,
        sheet: None,
        language,
        almanac: Almanac::default(),
        accounts: Vec::new(),
        diagnostics,
    }
}
