//! `absences.csv`: who is away for whole weeks.

use std::collections::BTreeSet;

use super::super::cells::columns::Column;
use super::super::cells::findings::Findings;
use super::super::cells::row::{Row, shortened};
use super::super::cells::table::Table;
use super::super::cells::text::fold;
use super::super::names::{Names, nearest_pupil};
use crate::diagnostic::{Fault, Undated};
use crate::domain::{Apprentice, ClassName, PupilKey, WeeksAway, Who};

/// The most weeks that a year has.
const LAST: u8 = 53;

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

/// `47-49+12-13` → those weeks; a stretch that ends at a lower number runs over New Year.
fn weeks(written: &str) -> Option<BTreeSet<u8>> {
    let number = |written: &str| {
        let number: u8 = written.trim().parse().ok()?;
        (1..=LAST).contains(&number).then_some(number)
    };
    let mut weeks = BTreeSet::new();
    for item in written.split('+') {
        let item = item.replace(['\u{2013}', '\u{2212}'], "-");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_of_weeks_are_read_over_new_year_too() {
        let read = |written| weeks(written).map(|weeks| weeks.into_iter().collect::<Vec<_>>());
        assert_eq!(read("47-49+12"), Some(vec![12, 47, 48, 49]));
        assert_eq!(read(" 51 \u{2013} 2 "), Some(vec![1, 2, 51, 52, 53]));
        assert_eq!(read("9+9-10"), Some(vec![9, 10]));
        for none in ["", "0", "54", "47-", "v47", "47,48", "-3", "1-2-3", "47+"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
