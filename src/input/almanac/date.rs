//! Dates as people and spreadsheets write them.

use super::super::cells::deformed::month;
use super::super::cells::findings::Findings;
use super::super::cells::row::{Cell, shortened};
use crate::diagnostic::{Fault, Undated};
use crate::domain::Date;

/// The date in a cell; reports what is none.
pub(super) fn read(cell: &Cell<'_>, findings: &mut Findings) -> Option<Date> {
    let read = date(&cell.text);
    if read.is_none() {
        let undated = Undated::DateUnreadable { written: shortened(&cell.text) };
        findings.report(Fault::Undated(undated), cell.location());
    }
    read
}

/// `2026-08-10`, `10.8.2026`, `10/8-2026` and `10. august 2026`: the day before the month, the year in four digits, and
/// no time but midnight.
pub(crate) fn date(written: &str) -> Option<Date> {
    let day = written.split_once([' ', 'T']).filter(|(_, time)| is_midnight(time));
    let written = day.map_or(written, |(day, _)| day);
    let parts: Vec<&str> = written
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts[..] else { return None };
    let number = |part: &str| part.parse::<u16>().ok();
    let middle = number(second).or_else(|| month(second)?.try_into().ok())?;
    match (first.len(), third.len()) {
        (4, 1..=2) => Date::new(number(first)?, middle, number(third)?),
        (1..=2, 4) => Date::new(number(third)?, middle, number(first)?),
        _ => None,
    }
}

fn is_midnight(time: &str) -> bool {
    let is_time = time.contains(':');
    is_time && time.chars().all(|sign| matches!(sign, '0' | ':' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_in_the_forms_that_people_and_spreadsheets_write() {
        for written in [
            "2026-08-10",
            "2026-08-10 00:00:00",
            "2026-08-10T00:00:00",
            "2026.8.10",
            "10.8.2026",
            "10-08-2026",
            "10/8/2026",
            "10/8-2026",
            "10. 8. 2026",
            "10. august 2026",
            "10 aug 2026",
            "10 augusti 2026",
        ] {
            assert_eq!(date(written), Date::new(2026, 8, 10), "{written}");
        }
    }

    #[test]
    fn what_may_be_two_dates_or_none_is_refused() {
        for written in
            ["10.8.26", "8/14/2026", "2026-02-29", "10.8", "46244", "x", "", "2026-08-10 12:30"]
        {
            assert_eq!(date(written), None, "{written}");
        }
    }
}
