//! Lists with a date in the place of a weekday, week after week: which lessons are of every week, and which of every other.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::domain::{Date, Day};
use crate::import::weekday::weekday;
use crate::input::date as read;

/// A week, by its Monday.
type Week = Date;

/// The date that a cell names, perhaps after its weekday: `17-08-2026`, `Man. d. 17/8 2026`.
pub(crate) fn date(cell: &str) -> Option<Date> {
    read(cell).or_else(|| read(numbers(cell)))
}

/// What follows the words before the first number.
fn numbers(cell: &str) -> &str {
    let first = cell.find(|sign: char| sign.is_ascii_digit()).unwrap_or(cell.len());
    let is_told =
        cell[..first].split(|sign: char| !sign.is_alphabetic()).any(|word| weekday(word).is_some());
    if is_told { &cell[first..] } else { "" }
}

/// A cell with another date in the place of its own, written like that; `None` where months are words.
pub(crate) fn redated(cell: &str, new: Date) -> Option<String> {
    let (year, month, day) = new.parts();
    let mut runs: Vec<&str> = cell.split(|sign: char| !sign.is_ascii_digit()).collect();
    runs.retain(|run| !run.is_empty());
    let values = match runs.get(..3)? {
        [first, ..] if first.len() == 4 => [year, month, day],
        [_, _, third] if third.len() == 4 => [day, month, year],
        _ => return None,
    };
    let mut written = String::new();
    let mut rest = cell;
    for (run, value) in runs.iter().zip(values) {
        let at = rest.find(run)?;
        written += &rest[..at];
        let width = run.len();
        let _ = write!(written, "{value:0width$}");
        rest = &rest[at + run.len()..];
    }
    Some(written + rest)
}

/// In which weeks something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Often {
    Weekly,
    Even,
    Odd,
    /// In too few weeks to be a part of an ordinary one.
    Seldom,
}

/// How often something is that is on dates `own`, of all dates on which anything is.
pub(crate) fn often(own: &BTreeSet<Date>, all: &BTreeSet<Date>) -> Often {
    let weeks = |dates: &BTreeSet<Date>| -> BTreeSet<Week> {
        dates.iter().map(|date| date.in_week(Day::Mon)).collect()
    };
    let is_even = |week: &&Week| week.week_number().is_multiple_of(2);
    let (own, all) = (weeks(own), weeks(all));
    let [even, all_even] = [&own, &all].map(|weeks| weeks.iter().filter(is_even).count());
    let [odd, all_odd] = [own.len() - even, all.len() - all_even];
    match () {
        () if all.len() == 1 => Often::Weekly,
        () if odd == 0 && all_odd > 0 && even * 2 > all_even => Often::Even,
        () if even == 0 && all_even > 0 && odd * 2 > all_odd => Often::Odd,
        () if own.len() * 2 >= all.len() => Often::Weekly,
        () => Often::Seldom,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(days: &[&str]) -> BTreeSet<Date> {
        days.iter().filter_map(|day| Date::read(&format!("2026-08-{day}"))).collect()
    }

    #[test]
    fn a_date_is_read_and_written_as_its_list_writes_dates() {
        for (written, expected) in [
            ("17-08-2026", "01-09-2026"),
            ("2026-08-17", "2026-09-01"),
            ("17/8 2026", "01/9 2026"),
            ("Man. d. 17.8.2026", "Man. d. 01.9.2026"),
        ] {
            assert_eq!(date(written), Date::new(2026, 8, 17), "{written}");
            let new = Date::new(2026, 9, 1).and_then(|new| redated(written, new));
            assert_eq!(new.as_deref(), Some(expected));
        }
        assert_eq!([date("Mandag"), date("12"), date("Hold 17-08-2026")], [None; 3]);
        assert_eq!(Date::new(2026, 9, 1).and_then(|new| redated("17. aug 2026", new)), None);
    }

    #[test]
    fn what_is_in_most_weeks_is_weekly_and_what_is_in_those_of_one_kind_every_other() {
        let all = on(&["03", "10", "17", "24"]);
        assert_eq!(often(&all, &all), Often::Weekly);
        assert_eq!(often(&on(&["03", "10", "24"]), &all), Often::Weekly);
        assert_eq!(often(&on(&["10", "24"]), &all), Often::Odd);
        assert_eq!(often(&on(&["03", "17"]), &all), Often::Even);
        let months = on(&["03", "05", "10", "12", "17", "19", "24", "26", "31"]);
        assert_eq!(often(&on(&["10"]), &months), Often::Seldom);
        assert_eq!(often(&on(&["10"]), &on(&["10", "12"])), Often::Weekly, "of one week alone");
    }
}
