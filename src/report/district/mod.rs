//! The answer of `district`: the cheapest days first, then schools × days, the seats, and why schools have no timetable.

mod html;
mod json;
mod words;

pub use html::html;
pub use json::json;
pub use words::standing;

use itertools::Itertools as _;
use unicode_width::UnicodeWidthStr as _;

use super::text::paragraphs;
use super::text::table::Side;
use super::words::Naming;
use crate::district::{DaysRow, Member, Places, Settled};
use crate::domain::{Alternative, Language, Seat};
use crate::pipeline::{Answer, Status};

/// What `district` found.
#[derive(Clone, Copy, Debug)]
pub struct DistrictReport<'a> {
    /// The schools that were solved.
    pub members: &'a [Member],
    /// The schools that were left out, for their files or because they have no timetable, with what is known of them.
    pub left_out: &'a [LeftOut],
    /// The places that they share.
    pub places: &'a Places,
    /// The answer.
    pub settled: &'a Settled,
}

/// A school that was left out.
#[derive(Clone, Debug)]
pub struct LeftOut {
    /// Its name.
    pub name: String,
    /// Why it has no timetable, in words; empty where its files cannot be used, of which all is told elsewhere.
    pub reasons: Vec<String>,
}

/// A table with as many columns as there are days: what it is about, its headings, its lines.
struct Grid {
    title: String,
    headings: Vec<String>,
    lines: Vec<Vec<String>>,
}

/// The answer in words.
#[must_use]
pub fn text(report: DistrictReport<'_>, language: Language) -> String {
    let grids = grids(report, language).into_iter().map(|grid| grid.text());
    let all = [answer(report, language), reasons(report, language)].into_iter().chain(grids);
    paragraphs(&all.collect_vec())
}

/// The sentences of the answer, a line each.
fn answer(report: DistrictReport<'_>, language: Language) -> String {
    let settled = report.settled;
    let schools = report.members.len();
    let whole = match (settled.status, settled.points) {
        (Status::Infeasible, _) => words::infeasible(language),
        (_, None) => words::undecided(language),
        (Status::Optimal, Some(points)) => words::optimal(points, schools, language),
        (_, Some(points)) => words::feasible(points, settled.bound.unwrap_or(0), schools, language),
    };
    let places = settled.days.iter().map(|row| &row.place).dedup();
    let sentences = places.filter_map(|place| {
        let rows = settled.days.iter().filter(|row| row.place == *place).collect_vec();
        words::days(place, &rows, schools, language)
    });
    let left_out = report.left_out.iter().map(|one| one.name.as_str()).collect_vec();
    let left_out = (!left_out.is_empty()).then(|| words::left_out(&left_out, language));
    let sentences = sentences.collect_vec();
    // Where days are the question, what they cost is the answer.
    let first = sentences.is_empty() || settled.status != Status::Optimal;
    let whole = first.then_some(whole);
    whole.into_iter().chain(sentences).chain(left_out).map(|line| line + "\n").join("")
}

/// Why schools have no timetable, a line each.
fn reasons(report: DistrictReport<'_>, language: Language) -> String {
    let stuck = report.members.iter().zip(&report.settled.answers);
    let stuck = stuck.filter(|(_, answer)| answer.status == Status::Infeasible);
    let of_members = stuck.flat_map(|(member, answer)| told(member, answer, language));
    let rows = report.settled.days.iter().filter(|row| row.points.is_none());
    let of_days = rows.flat_map(|row| {
        let days = words::days_of(&row.days, language);
        let why = |(school, answer): &(usize, Answer)| {
            told_of_days(&report.members[*school], answer, row, language)
        };
        let stuck = row.stuck.iter().flat_map(why);
        let stuck = stuck.map(|line| format!("{} {days}: {line}", row.place)).collect_vec();
        let is_short = row.status == Status::Infeasible && stuck.is_empty();
        let short = is_short.then(|| format!("{} {days}: {}", row.place, words::short(language)));
        stuck.into_iter().chain(short).collect_vec()
    });
    let left_out = report.left_out.iter();
    let left_out =
        left_out.flat_map(|one| one.reasons.iter().map(|why| format!("{}: {why}", one.name)));
    let of_members = of_members.collect_vec();
    let is_short = report.settled.status == Status::Infeasible
        && report.settled.days.is_empty()
        && of_members.is_empty();
    let short = is_short.then(|| words::short(language));
    let all = of_members.into_iter().chain(of_days).chain(left_out).chain(short);
    all.unique().map(|line| line + "\n").join("")
}

/// Why a school has no timetable, with its name.
fn told(member: &Member, answer: &Answer, language: Language) -> Vec<String> {
    let naming = Naming::new(&member.school, language);
    let reasons = naming.reasons(&answer.reasons).into_iter();
    reasons.map(|why| format!("{}: {why}", member.name)).collect()
}

/// Why a school has no timetable if a place is on these days: pupils who cannot go then, else what its search says.
fn told_of_days(
    member: &Member,
    answer: &Answer,
    row: &DaysRow,
    language: Language,
) -> Vec<String> {
    let is_closed =
        |given: &Alternative| given.place.as_ref() == Some(&row.place) && given.days() != row.days;
    let pupils = member.school.apprentices.iter();
    let never = pupils.filter(|pupil| pupil.alternatives.iter().all(is_closed));
    let never = never.map(|pupil| words::never(&pupil.pupil, language)).collect_vec();
    if never.is_empty() {
        return told(member, answer, language);
    }
    never.into_iter().map(|why| format!("{}: {why}", member.name)).collect()
}

/// What schools cost on which days, what they change, and who is where.
fn grids(report: DistrictReport<'_>, language: Language) -> Vec<Grid> {
    let places = report.settled.days.iter().map(|row| &row.place).dedup();
    let mut grids = places
        .map(|place| {
            let rows = report.settled.days.iter().filter(|row| row.place == *place);
            by_days(report, &rows.collect_vec(), language)
        })
        .collect_vec();
    grids.extend(by_school(report, language));
    grids.extend(by_seat(report, language));
    grids
}

fn by_days(report: DistrictReport<'_>, rows: &[&DaysRow], language: Language) -> Grid {
    let place = rows.first().map_or(String::new(), |row| row.place.to_string());
    let headings = rows.iter().map(|row| words::short_days(&row.days, language));
    let headings = [String::new()].into_iter().chain(headings).collect();
    let school = |(index, member): (usize, &Member)| {
        let cells = rows.iter().map(|row| {
            let is_stuck = row.stuck.iter().any(|(school, _)| *school == index);
            let points = row.schools.get(index).copied().flatten();
            points.map_or_else(|| if is_stuck { "✗" } else { "" }.to_owned(), |one| one.to_string())
        });
        [member.name.clone()].into_iter().chain(cells).collect_vec()
    };
    let mut lines = report.members.iter().enumerate().map(school).collect_vec();
    let all = rows.iter().map(|row| cost(row));
    lines.push([words::all(language)].into_iter().chain(all).collect());
    Grid { title: words::by_days(&place, language), headings, lines }
}

/// What the whole costs on these days: `≥` where only a bound is proven.
fn cost(row: &DaysRow) -> String {
    match (row.status, row.points, row.bound) {
        (Status::Optimal, Some(points), _) => points.to_string(),
        (_, Some(points), Some(bound)) => format!("{points} (≥ {bound})"),
        (Status::Infeasible, ..) => "✗".to_owned(),
        (_, _, bound) => bound.map_or_else(String::new, |bound| format!("≥ {bound}")),
    }
}

fn by_school(report: DistrictReport<'_>, language: Language) -> Option<Grid> {
    report.settled.points?;
    let line = |(member, answer): (&Member, &Answer)| {
        let number = |one: Option<String>| one.unwrap_or_default();
        vec![
            member.name.clone(),
            number(answer.points().map(|one| one.to_string())),
            number(answer.changed_lessons().map(|one| one.to_string())),
            member.school.apprentices.len().to_string(),
        ]
    };
    let lines = report.members.iter().zip(&report.settled.answers).map(line).collect_vec();
    let headings = words::school_headings(language).map(str::to_owned).to_vec();
    Some(Grid { title: words::by_school(language), headings, lines })
}

fn by_seat(report: DistrictReport<'_>, language: Language) -> Option<Grid> {
    let line = |(seat, pupils): (&Seat, &u32)| {
        let takes = capacity(report.places, seat);
        vec![
            seat.place.to_string(),
            seat.day.map_or_else(|| words::in_all(language), |day| words::weekday(day, language)),
            pupils.to_string(),
            takes.map_or_else(String::new, |takes| takes.to_string()),
        ]
    };
    let seats = report.settled.seats.iter();
    // In all is worth a line where that is limited.
    let seats =
        seats.filter(|(seat, _)| seat.day.is_some() || capacity(report.places, seat).is_some());
    let lines = seats.map(line).collect_vec();
    let headings = words::seat_headings(language).map(str::to_owned).to_vec();
    (!lines.is_empty()).then(|| Grid { title: words::by_seat(language), headings, lines })
}

/// How many pupils a seat takes; `None`: any number.
fn capacity(places: &Places, seat: &Seat) -> Option<u32> {
    let place = places.get(&seat.place)?;
    match seat.day {
        Some(day) => place.pupils.get(&day).copied(),
        None => place.total,
    }
}

impl Grid {
    /// It for a terminal: the first column to the left, numbers to the right.
    fn text(&self) -> String {
        let all = || [&self.headings].into_iter().chain(&self.lines);
        let width = |column: usize| all().map(|line| line[column].width()).max().unwrap_or(0);
        let widths = (0..self.headings.len()).map(width).collect_vec();
        let sides = self.sides();
        let line = |line: &Vec<String>| {
            let cells = line.iter().zip(&widths).zip(&sides);
            let cells = cells.map(|((cell, &width), side)| side.pad(cell, width)).join("  ");
            format!("  {}\n", cells.trim_end())
        };
        [self.title.clone() + "\n"].into_iter().chain(all().map(line)).join("")
    }

    /// Words stand to the left, and a column is one of words if a letter is first in any cell.
    fn sides(&self) -> Vec<Side> {
        let is_word = |cell: &String| cell.starts_with(char::is_alphabetic);
        let columns = 0..self.headings.len();
        let side = |column: usize| {
            let is_words = column == 0 || self.lines.iter().any(|line| is_word(&line[column]));
            if is_words { Side::Left } else { Side::Right }
        };
        columns.map(side).collect()
    }
}
