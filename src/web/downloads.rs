//! The files that can be downloaded.

/// What can be taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Download {
    Report,
    Timetable,
    Changes,
    Pupils,
    Solution,
    Workbook,
    Plans,
    Apprentices,
}

/// The files by their names.
pub(super) const DOWNLOADS: [(&str, Download); 8] = [
    ("report.html", Download::Report),
    ("school.xlsx", Download::Workbook),
    ("plans.zip", Download::Plans),
    ("timetable.csv", Download::Timetable),
    ("changes.csv", Download::Changes),
    ("pupils.csv", Download::Pupils),
    ("apprentices.csv", Download::Apprentices),
    ("solution.json", Download::Solution),
];
