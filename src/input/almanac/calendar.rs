//! `calendar.csv` → the school year: terms, holidays, and which week is which.

use std::collections::BTreeMap;

use super::super::cells::columns::Column;
use super::super::cells::findings::Findings;
use super::super::cells::row::{Row, shortened};
use super::super::cells::table::Table;
use super::super::cells::text::plain;
use super::super::turns::{self, Turn};
use super::date;
use crate::diagnostic::{Fault, Location, Undated};
use crate::domain::{Date, Day, SchoolYear, Week, WeekLabel};

/// The most days from the start of a term to its end, both counted: a school year and some weeks.
const MOST_DAYS: i64 = 400;

const TERM_START: [&str; 10] = [
    "term start",
    "term starts",
    "skolestart",
    "første skoledag",
    "skoleår begynder",
    "terminsstart",
    "skolstart",
    "första skoldag",
    "första skoldagen",
    "läsårsstart",
];
const TERM_END: [&str; 10] = [
    "term end",
    "term ends",
    "sidste skoledag",
    "skoleslut",
    "skoleår slutter",
    "terminsslut",
    "skolslut",
    "sista skoldag",
    "sista skoldagen",
    "läsårsslut",
];
const HOLIDAY: [&str; 11] = [
    "holiday",
    "ferie",
    "feriedag",
    "fridag",
    "skolefri",
    "helligdag",
    "lov",
    "lovdag",
    "helgdag",
    "skolfri",
    "studiedag",
];
const WEEK: [&str; 3] = ["week", "uge", "vecka"];

/// What happens on a date.
enum Occasion {
    TermStart,
    TermEnd,
    Holiday,
    Week(Week),
}

/// A row that was understood, and where it stands.
struct DatedRow {
    date: Date,
    occasion: Occasion,
    number: u32,
    location: Location,
}

/// The school year; empty without the file.
pub(super) fn read(
    table: Option<&Table>,
    weeks: &[WeekLabel],
    findings: &mut Findings,
) -> SchoolYear {
    let mut year = SchoolYear { cycle: weeks.len(), ..SchoolYear::default() };
    let Some(table) = table else { return year };
    let mut lines = table.understand_rows(findings, |row, findings| line(&row, weeks, findings));
    lines.sort_by_key(|line| (line.date, matches!(line.occasion, Occasion::TermEnd), line.number));
    year.terms = terms(&lines, findings);
    year.weeks = named_weeks(&lines, weeks, findings);
    let holidays = lines.iter().filter(|line| matches!(line.occasion, Occasion::Holiday));
    year.holidays = holidays.map(|line| line.date).collect();
    if year.weeks.is_empty() {
        year.weeks = numbered_weeks(&year.terms, weeks);
    }
    if weeks.len() > 1 && year.weeks.is_empty() {
        let labels = weeks.iter().map(ToString::to_string).collect();
        let undated = Undated::WeeksUnsaid { labels };
        findings.report(Fault::Undated(undated), Location::file(table.file()));
    }
    year
}

fn line(row: &Row<'_>, weeks: &[WeekLabel], findings: &mut Findings) -> Option<DatedRow> {
    let date = row.needed(Column::Date, findings);
    let what = row.needed(Column::What, findings);
    let date = date.and_then(|cell| date::read(&cell, findings));
    let cell = what?;
    let occasion = occasion(&cell.text, weeks)
        .map_err(|undated| findings.report(Fault::Undated(undated), cell.location()));
    Some(DatedRow {
        date: date?,
        occasion: occasion.ok()?,
        number: row.line,
        location: row.location(),
    })
}

fn occasion(written: &str, weeks: &[WeekLabel]) -> Result<Occasion, Undated> {
    let word = plain(written);
    let means = |words: &[&str]| words.iter().any(|known| plain(known) == word);
    if means(&TERM_START) {
        Ok(Occasion::TermStart)
    } else if means(&TERM_END) {
        Ok(Occasion::TermEnd)
    } else if means(&HOLIDAY) {
        Ok(Occasion::Holiday)
    } else {
        week(written, weeks).map(Occasion::Week)
    }
}

/// `week A` → the week of the cycle that is called `A`.
fn week(written: &str, weeks: &[WeekLabel]) -> Result<Week, Undated> {
    let unknown = || Undated::OccasionUnknown { written: shortened(written) };
    let (word, label) = written.split_once(char::is_whitespace).ok_or_else(unknown)?;
    if !WEEK.contains(&plain(word).as_str()) {
        return Err(unknown());
    }
    let position = turns::label(label, weeks);
    position.and_then(|position| u8::try_from(position).ok()).map(Week).ok_or_else(|| {
        let known = weeks.iter().map(ToString::to_string).filter(|label| !label.is_empty());
        Undated::WeekUnknown { label: shortened(label.trim()), known: known.collect() }
    })
}

/// Each term start with the term end that follows it; what has no partner is reported.
fn terms(lines: &[DatedRow], findings: &mut Findings) -> Vec<(Date, Date)> {
    let mut terms = Vec::new();
    let mut open: Option<&DatedRow> = None;
    let mut alone = Vec::new();
    for line in lines {
        match (&line.occasion, open) {
            (Occasion::TermStart, _) => alone.extend(open.replace(line)),
            (Occasion::TermEnd, None) => alone.push(line),
            (Occasion::TermEnd, Some(start)) => {
                terms.extend(term(start.date, line, findings));
                open = None;
            }
            _ => {}
        }
    }
    for line in alone.into_iter().chain(open) {
        findings.report(Fault::Undated(Undated::TermOpen), line.location.clone());
    }
    terms
}

fn term(first: Date, last: &DatedRow, findings: &mut Findings) -> Option<(Date, Date)> {
    let days = last.date.days_since(first) + 1;
    if days > MOST_DAYS {
        let undated = Undated::TermTooLong { days, most: MOST_DAYS };
        findings.report(Fault::Undated(undated), last.location.clone());
        return None;
    }
    Some((first, last.date))
}

/// The weeks of all terms by their numbers, where the cycle is one of even and odd weeks: in a year of 53 weeks two odd ones
/// follow one another, so that they do not take turns.
fn numbered_weeks(terms: &[(Date, Date)], labels: &[WeekLabel]) -> BTreeMap<Date, Week> {
    let called = |turn: Turn| {
        let position = labels.iter().position(|label| Turn::named(label.as_str()) == Some(turn));
        let position = position.and_then(|position| u8::try_from(position).ok());
        position.filter(|_| labels.len() == 2).map(Week)
    };
    let Some((even, odd)) = called(Turn::Even).zip(called(Turn::Odd)) else {
        return BTreeMap::new();
    };
    let mondays = terms.iter().flat_map(|&(first, last)| {
        let monday = first.in_week(Day::Mon);
        (0..=last.days_since(monday)).step_by(7).map(move |days| monday.plus(days))
    });
    mondays.map(|monday| (monday, if monday.week_number() % 2 == 0 { even } else { odd })).collect()
}

/// The weeks that are named, by their Mondays; of two names for one week the first counts.
fn named_weeks(
    lines: &[DatedRow],
    labels: &[WeekLabel],
    findings: &mut Findings,
) -> BTreeMap<Date, Week> {
    let mut named: BTreeMap<Date, (Week, u32)> = BTreeMap::new();
    for line in lines {
        let Occasion::Week(week) = line.occasion else { continue };
        let monday = line.date.in_week(Day::Mon);
        let (known, number) = *named.entry(monday).or_insert((week, line.number));
        if known != week {
            let name =
                labels.get(usize::from(week.0)).map_or_else(String::new, ToString::to_string);
            let undated = Undated::NotesDisagree { name, line: number };
            findings.report(Fault::Undated(undated), line.location.clone());
        }
    }
    named.into_iter().map(|(monday, (week, _))| (monday, week)).collect()
}
