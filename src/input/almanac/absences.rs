//! `absences.csv`: who is away for whole weeks.

use std::collections::BTreeSet;

use super::super::cells::columns::Column;
use super::super::cells::findings::Findings;
use super::super::cells::row::{Row, shortened};
use super::super::cells::table::Table;
use super::super::cells::text::{fold, plain};
use super::super::names::{Names, nearest_pupil};
use super::super::turns::Turn;
use crate::diagnostic::{Fault, Undated};
use crate::domain::{Apprentice, ClassName, PupilKey, WeeksAway, Who};

/// The most weeks that a year has.
const LAST: u8 = 53;
/// What may stand before the numbers of weeks, as [`plain`] writes it.
const WEEKS: [&str; 9] = ["w", "week", "weeks", "u", "uge", "uger", "v", "vecka", "veckor"];

/// Every row that can be understood, in the order of the file.
pub(super) fn read(
    table: Option<&Table>,
    classes: &Names<ClassName>,
    apprentices: &[Apprentice],
    findings: &mut Findings,
) -> Vec<WeeksAway> {
    let Some(table) = table else { return Vec::new() };
    table.understand_rows(findings, |row, findings| {
        let who = who(&row, classes, apprentices, findings);
        let weeks = row.needed(Column::Weeks, findings).and_then(|cell| {
            let read = weeks(&cell.text);
            if read.is_none() {
                let undated = Undated::WeeksUnreadable { written: shortened(&cell.text) };
                findings.report(Fault::Undated(undated), cell.location());
            }
            read
        });
        let what = row.cell(Column::What).map_or_else(String::new, |cell| cell.text.into_owned());
        Some(WeeksAway { who: who?, weeks: weeks?, what })
    })
}

fn who(
    row: &Row<'_>,
    classes: &Names<ClassName>,
    apprentices: &[Apprentice],
    findings: &mut Findings,
) -> Option<Who> {
    match (row.cell(Column::Pupil), row.cell(Column::Class)) {
        (Some(cell), None) => {
            let known = known(&cell.text, apprentices);
            if known.is_none() {
                let nearest = nearest_pupil(&cell.text, apprentices, findings);
                let undated = Undated::AbsentUnknown { pupil: shortened(&cell.text), nearest };
                findings.report(Fault::Undated(undated), cell.location());
            }
            known.map(Who::Pupil)
        }
        (None, Some(cell)) => Some(Who::Class(classes.expect(&cell.text, &cell, findings))),
        _ => {
            findings.report(Fault::Undated(Undated::PupilOrClass), row.location());
            None
        }
    }
}

fn known(written: &str, apprentices: &[Apprentice]) -> Option<PupilKey> {
    let own = apprentices.iter().find(|one| fold(one.pupil.as_str()) == fold(written));
    own.map(|one| one.pupil.clone())
}

/// `47-49+12-13` → those weeks; a stretch that ends at a lower number runs over New Year. `lige`, `udda` and the like are all
/// even or all odd weeks.
fn weeks(written: &str) -> Option<BTreeSet<u8>> {
    let number = |written: &str| {
        let number: u8 = written.trim().parse().ok()?;
        (1..=LAST).contains(&number).then_some(number)
    };
    let mut weeks = BTreeSet::new();
    for item in written.split('+') {
        if let Some(turn) = Turn::named(item) {
            weeks.extend((1..=LAST).filter(|&week| turn.has(week)));
            continue;
        }
        let item = without_word(item).replace(['\u{2013}', '\u{2212}'], "-");
        let (first, last) = item.split_once('-').unwrap_or((&item, &item));
        let (first, last) = (number(first)?, number(last)?);
        if first <= last {
            weeks.extend(first..=last);
        } else {
            weeks.extend((first..=LAST).chain(1..=last));
        }
    }
    Some(weeks)
}

/// `v 35-23`, `uge 47`, `v.12` → without the word for weeks.
fn without_word(item: &str) -> &str {
    let item = item.trim();
    let end = item.find(|sign: char| !sign.is_alphabetic()).unwrap_or(item.len());
    let is_word = WEEKS.contains(&plain(&item[..end]).as_str());
    if is_word { item[end..].trim_start_matches('.') } else { item }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_of_weeks_are_read_over_new_year_too() {
        let read = |written| weeks(written).map(|weeks| weeks.into_iter().collect::<Vec<_>>());
        assert_eq!(read("47-49+12"), Some(vec![12, 47, 48, 49]));
        assert_eq!(read(" 51 \u{2013} 2 "), Some(vec![1, 2, 51, 52, 53]));
        assert_eq!(read("9+9-10"), Some(vec![9, 10]));
        for written in ["v 35-36", "V.35-36", "uge 35+uger 36", "week 35 - 36", "v35+v36"] {
            assert_eq!(read(written), Some(vec![35, 36]), "{written}");
        }
        for none in ["", "0", "54", "47-", "x47", "47,48", "-3", "1-2-3", "47+", "v", "lige 3"] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn even_and_odd_weeks_are_said_in_words() {
        for even in ["lige", "Lige uger", "jämna veckor", "jämn", "even weeks"] {
            let weeks = weeks(even).unwrap_or_default();
            assert!(weeks.len() == 26 && weeks.iter().all(|week| week % 2 == 0), "{even}");
        }
        for odd in ["ulige", "udda", "udda veckor", "ojämn", "odd"] {
            let weeks = weeks(odd).unwrap_or_default();
            assert!(weeks.len() == 27 && weeks.iter().all(|week| week % 2 == 1), "{odd}");
        }
        assert_eq!(weeks("lige+1").map(|weeks| weeks.len()), Some(27));
    }
}
