//! CSV, for spreadsheets: UTF-8 with BOM, CRLF, the delimiter of the school's own `timetable.csv`.
//!
//! `timetable.csv` keeps its cells as they were, for the program that it came from reads it again. The other files are
//! for people: a cell in them that a spreadsheet would run as a formula begins with an apostrophe.

use itertools::Itertools;

use crate::diff::{Changed, Offer, Tally};
use crate::domain::{Apprentice, Day};
use crate::input::Sheet;

const BYTE_ORDER_MARK: &str = "\u{feff}";

const CHANGES: [&str; 12] = [
    "lesson",
    "class",
    "group",
    "subject",
    "teacher",
    "from_day",
    "from_period",
    "from_room",
    "to_day",
    "to_period",
    "to_room",
    "points",
];

const AWAY: [&str; 4] = ["pupil", "class", "away", "chosen"];

const PUPILS: [&str; 8] =
    ["pupil", "class", "away", "subject", "level", "lessons", "missed_before", "missed_after"];

/// `timetable.csv` with the days, periods and rooms of the proposal.
#[must_use]
pub fn timetable(offer: Offer<'_>, sheet: &Sheet) -> String {
    let rebooked = sheet.rebook(offer.school, &offer.proposal.timetable);
    written(sheet.delimiter, std::iter::once(&rebooked.headings).chain(&rebooked.rows))
}

/// `changes.csv`: a line for each changed lesson. A day is written as the school's file writes it; a period is the number
/// of the lesson's first.
#[must_use]
pub fn changes(offer: Offer<'_>, sheet: &Sheet) -> Lines {
    let days = Day::ALL.map(|day| sheet.day(day, offer.school.language));
    Lines::new(CHANGES, offer.rebooked().map(|changed| change(changed, &days)))
}

/// A line for each apprentice: which of the alternatives the proposal has chosen.
#[must_use]
pub fn away(offer: Offer<'_>) -> Lines {
    Lines::new(AWAY, offer.school.apprentices.iter().zip(&offer.proposal.away).map(chosen))
}

/// `pupils.csv`: a line for each pupil and core subject, with periods a week.
#[must_use]
pub fn pupils(offer: Offer<'_>) -> Lines {
    Lines::new(PUPILS, offer.tallies().iter().map(pupil))
}

/// Lines for people, beneath their headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The headings.
    pub headings: Vec<String>,
    /// The lines, as many cells in each as there are headings.
    pub lines: Vec<Vec<String>>,
}

impl Lines {
    fn new<const CELLS: usize>(
        headings: [&str; CELLS],
        lines: impl Iterator<Item = [String; CELLS]>,
    ) -> Self {
        let headings = headings.map(str::to_owned).to_vec();
        Self { headings, lines: lines.map(Vec::from).collect() }
    }

    /// The file, its cells divided as in the school's own; none of them is a formula.
    #[must_use]
    pub fn written(&self, sheet: &Sheet) -> String {
        let headings = std::iter::once(self.headings.clone());
        let lines = self.lines.iter().map(|line| line.iter().cloned().map(neutral).collect());
        written(sheet.delimiter, headings.chain(lines))
    }
}

fn chosen((pupil, &chosen): (&Apprentice, &usize)) -> [String; 4] {
    let alternatives = pupil.alternatives.iter().map(|one| &one.written).join("|");
    let chosen = pupil.alternatives.get(chosen).map(|one| one.written.clone());
    [pupil.pupil.to_string(), pupil.class.to_string(), alternatives, chosen.unwrap_or_default()]
}

fn change(changed: Changed<'_>, days: &[String; 7]) -> [String; 12] {
    let day = |day: Day| days[day as usize].clone();
    let (from, to) = (changed.lesson.start, changed.to.start);
    [
        changed.lesson.name.to_string(),
        changed.classes().iter().join("+"),
        changed.groups(),
        changed.subject(),
        changed.teachers().iter().join("+"),
        from.map(|from| day(from.day)).unwrap_or_default(),
        from.map(|from| from.period.to_string()).unwrap_or_default(),
        changed.old_rooms().iter().join("+"),
        day(to.day),
        to.period.to_string(),
        changed.new_rooms().iter().join("+"),
        changed.change.points.to_string(),
    ]
}

fn pupil(tally: &Tally<'_>) -> [String; 8] {
    [
        tally.apprentice.pupil.to_string(),
        tally.apprentice.class.to_string(),
        tally.away.written.clone(),
        tally.subject.to_string(),
        tally.level.code().to_owned(),
        tally.lessons.to_string(),
        tally.missed_before.to_string(),
        tally.missed_after.to_string(),
    ]
}

/// A cell that no spreadsheet takes for a formula.
///
/// # Source
/// OWASP, *CSV Injection*, <https://owasp.org/www-community/attacks/CSV_Injection>.
fn neutral(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

/// Lines of cells as CSV, with quotes where a cell needs them: RFC 4180 with the given delimiter.
#[expect(clippy::expect_used, reason = "memory takes whatever is written, and text stays text")]
pub(crate) fn written<Line>(delimiter: char, lines: impl Iterator<Item = Line>) -> String
where
    Line: IntoIterator<Item: AsRef<str>>,
{
    let mut writer = csv::WriterBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b';'))
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    for line in lines {
        for cell in line {
            writer.write_field(cell.as_ref()).expect("memory takes a cell");
        }
        writer.write_record(None::<&[u8]>).expect("memory takes a line");
    }
    let bytes = writer.into_inner().expect("memory takes all lines");
    String::from_utf8(bytes).expect("what was text is text")
}
