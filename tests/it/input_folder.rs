//! School folders made on the spot.

use std::fs;
use std::path::Path;

use mesterskema::diagnostic::Diagnostic;
use mesterskema::domain::School;
use mesterskema::input::{Loaded, Need, load};
use tempfile::TempDir;

/// A timetable without a fault: two classes, two days, two teachers.
pub(crate) const TIMETABLE: &str = "class;subject;day;period;teacher;room\n\
    8A;DAN;mon;1;T1;R1\n8A;MAT;tue;1;T2;R1\n8B;ENG;mon;2;T1;R2\n";

/// One apprentice of it.
pub(crate) const APPRENTICES: &str = "pupil;class;away\n8A-01;8A;tue\n";

/// A folder with files in it.
pub(crate) fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        write(folder.path(), name, bytes);
    }
    folder
}

/// Writes a file.
pub(crate) fn write(folder: &Path, name: &str, bytes: &[u8]) {
    fs::write(folder.join(name), bytes).unwrap();
}

/// What a folder with these files is read as.
pub(crate) fn loaded(files: &[(&str, &[u8])]) -> Loaded {
    load(folder(files).path(), Need::Apprentices)
}

/// The school of a timetable and its apprentices, which must be without errors.
pub(crate) fn school(timetable: &[u8], apprentices: &[u8]) -> School {
    let loaded = loaded(&[("timetable.csv", timetable), ("apprentices.csv", apprentices)]);
    assert!(loaded.school.is_some(), "{:#?}", loaded.diagnostics);
    loaded.school.unwrap()
}

/// The codes of diagnostics.
pub(crate) fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|diagnostic| diagnostic.fault.code()).collect()
}
