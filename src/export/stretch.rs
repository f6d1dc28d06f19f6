//! A stretch of the year as a school of its own: its timetable is that of the stretch before, its apprentices are those of
//! the stretch, its calendar ends with it. So whoever reads a school and an answer reads a stretch.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use super::csv::written;
use super::folder;
use crate::domain::{Almanac, Alternative, Apprentice, Date, Day, School, SchoolYear, Stretch};
use crate::input::{
    Need, RawSheet, Sheet, apprentices_column, first_offsets, fold, load_with_joining,
};

/// A stretch, and what its files are made of.
#[derive(Clone, Copy, Debug)]
pub struct Stretched<'a> {
    /// The school in the stretch.
    pub school: &'a School,
    /// Its timetable before anything changes.
    pub sheet: &'a Sheet,
    /// Its apprentices' rows among all data rows of the file, in the order of the apprentices.
    pub rows: &'a [usize],
    /// The files of the year's school.
    pub raw: &'a [RawSheet],
    /// `school.toml` of the year's school, if it has one.
    pub settings: Option<&'a str>,
    /// The dates of the year.
    pub almanac: &'a Almanac,
    /// When.
    pub stretch: &'a Stretch,
}

/// The files of the stretch's school, each by its name, and its timetable's sheet, of which an answer is made.
#[must_use]
pub fn files(stretched: Stretched<'_>) -> (Vec<(&'static str, String)>, Sheet) {
    let mut files = copied(stretched);
    files.push(("apprentices.csv", apprentices(stretched)));
    files.push(("calendar.csv", calendar(stretched)));
    let mut sheet = stretched.sheet.clone();
    files.push((TIMETABLE, timetable(&sheet)));
    if !reads_back(&files, stretched.school) {
        // Lessons that came to stand beside one another would be read as one: ids keep them apart.
        sheet = sheet.with_ids(&ids(stretched.school));
        files.retain(|(name, _)| *name != TIMETABLE);
        files.push((TIMETABLE, timetable(&sheet)));
    }
    (files, sheet)
}

const TIMETABLE: &str = "timetable.csv";

/// The files that a stretch does not change.
fn copied(stretched: Stretched<'_>) -> Vec<(&'static str, String)> {
    const COPIED: [(&str, &str); 9] = [
        ("teachers", "teachers.csv"),
        ("rooms", "rooms.csv"),
        ("classes", "classes.csv"),
        ("subjects", "subjects.csv"),
        ("periods", "periods.csv"),
        ("places", "places.csv"),
        ("travel", "travel.csv"),
        ("absences", "absences.csv"),
        ("school", "school.toml"),
    ];
    let own = folder::files(stretched.school);
    let made = |name: &str| own.iter().find(|(own, _)| *own == name).map(|(_, text)| text.clone());
    let file = |(key, name): (&str, &'static str)| {
        let raw = stretched.raw.iter().find(|sheet| sheet.name == key);
        let text = match (key, stretched.settings) {
            ("school", Some(text)) => Some(text.to_owned()),
            // A workbook says its settings in a sheet: core subjects are written out then.
            ("school" | "subjects", None) => made(name),
            ("absences", _) => raw.map(|sheet| absences(sheet, stretched.school)),
            _ => raw.map(|sheet| written(';', sheet.rows.iter())),
        };
        text.map(|text| (name, text))
    };
    COPIED.into_iter().filter_map(file).collect()
}

/// The weeks away of those who are apprentices in the stretch, and of classes.
fn absences(sheet: &RawSheet, school: &School) -> String {
    let headings = sheet.rows.first().map(Vec::as_slice).unwrap_or_default();
    let at = headings.iter().position(|heading| apprentices_column(heading) == Some("pupil"));
    let is_known =
        |key: &str| school.apprentices.iter().any(|one| fold(one.pupil.as_str()) == fold(key));
    let concerns = |row: &&Vec<String>| {
        let key = at.and_then(|at| row.get(at)).map_or("", String::as_str);
        key.is_empty() || is_known(key)
    };
    let own = sheet.rows.iter().skip(1).filter(concerns);
    written(';', sheet.rows.iter().take(1).chain(own))
}

/// The rows of the apprentices, with the alternatives that are left to them.
fn apprentices(stretched: Stretched<'_>) -> String {
    let sheet = stretched.raw.iter().find(|sheet| sheet.name == "apprentices");
    let rows = sheet.map(|sheet| sheet.rows.as_slice()).unwrap_or_default();
    let headings = rows.first().cloned().unwrap_or_default();
    let away = headings.iter().position(|heading| apprentices_column(heading) == Some("away"));
    let row = |(one, &index): (&Apprentice, &usize)| {
        let mut cells = rows.get(index + 1).cloned().unwrap_or_default();
        if let Some(cell) = away.and_then(|at| cells.get_mut(at)).filter(|_| is_left(one)) {
            one.alternatives[0].written.clone_into(cell);
        }
        cells
    };
    let lines = stretched.school.apprentices.iter().zip(stretched.rows).map(row).collect_vec();
    written(';', std::iter::once(headings).chain(lines))
}

/// Whether a pupil has one alternative left, as it is written in a file.
fn is_left(one: &Apprentice) -> bool {
    matches!(&one.alternatives[..], [only] if only.is_none() || only.written != Alternative::NONE)
}

/// The dates of the year that lie in the stretch; of a year without any, those of the stretch.
fn calendar(stretched: Stretched<'_>) -> String {
    let Stretched { school, almanac, stretch, .. } = stretched;
    let year = &almanac.year;
    let within = |date: Date| (stretch.from..=stretch.until).contains(&date);
    let (from, until) = (stretch.from, stretch.until);
    let terms = year.terms.iter().map(|&(first, last)| (first.max(from), last.min(until)));
    let mut terms = terms.filter(|(first, last)| first <= last).collect_vec();
    if year.terms.is_empty() {
        terms.push((from, until));
    }
    let mut lines: BTreeSet<(Date, String)> = BTreeSet::new();
    for (first, last) in terms {
        lines.extend([(first, "term start".to_owned()), (last, "term end".to_owned())]);
    }
    let holidays = year.holidays.iter().copied().filter(|&date| within(date));
    lines.extend(holidays.map(|date| (date, "holiday".to_owned())));
    lines.extend(named_weeks(year, school, stretch));
    let lines = lines.into_iter().map(|(date, what)| [date.to_string(), what]);
    written(';', std::iter::once(["date".to_owned(), "what".to_owned()]).chain(lines))
}

/// Which week of the cycle each week of the stretch is, where they take turns and that is known.
fn named_weeks(year: &SchoolYear, school: &School, stretch: &Stretch) -> Vec<(Date, String)> {
    const WEEK: usize = 7;
    let days = stretch.until.days_since(stretch.from);
    let mondays = (0..=days).step_by(WEEK).map(|days| stretch.from.plus(days));
    let named = |monday: Date| {
        let week = year.week(monday.in_week(Day::Mon)).filter(|_| year.cycle > 1)?;
        let label = school.weeks.get(usize::from(week.0))?;
        Some((monday, format!("week {label}")))
    };
    mondays.filter_map(named).collect()
}

/// Whether the lessons are read again as they are.
fn reads_back(files: &[(&'static str, String)], school: &School) -> bool {
    let read = load_with_joining(crate::input::Source::Files(files), Need::TimetableOnly, &[]);
    let lessons = |school: &School| -> Vec<(Option<_>, Vec<(usize, u8)>)> {
        let rows = |lesson: &crate::domain::Lesson| {
            (
                lesson.start,
                lesson.pieces.iter().map(|piece| (piece.row, piece.offset)).sorted().collect(),
            )
        };
        school.lessons.iter().map(rows).sorted().collect()
    };
    read.outline.is_some_and(|read| lessons(&read) == lessons(school))
}

/// An id for each row that keeps its lesson together, and apart from all others: the lesson's name, unless several have it.
fn ids(school: &School) -> BTreeMap<usize, String> {
    let are_unique = school.lessons.iter().map(|lesson| &lesson.name).all_unique();
    let lessons = school.lessons.iter().enumerate();
    let rows = lessons.flat_map(|(index, lesson)| {
        let id = if are_unique { lesson.name.to_string() } else { format!("L{}", index + 1) };
        first_offsets(lesson).into_keys().map(move |row| (row, id.clone()))
    });
    rows.collect()
}

fn timetable(sheet: &Sheet) -> String {
    written(sheet.delimiter, std::iter::once(&sheet.headings).chain(&sheet.rows))
}
