//! Slips of the hand that leave a timetable readable: a period or a range with one digit too many or too few.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::columns::Column;
use super::cells::findings::Findings;
use super::cells::table::Table;
use super::timetable::Entry;
use crate::diagnostic::Fault;
use crate::domain::{ClassName, Day, Period, SubjectCode};

/// So many periods that nothing takes, one after the other, are no part of a school's day.
const LONELY: u8 = 4;

/// Reports the first period after a long stretch that nothing takes, where only the rows say which periods there are.
pub(super) fn report_lonely_periods(table: &Table, entries: &[Entry], findings: &mut Findings) {
    let mut rows: BTreeMap<Period, usize> = BTreeMap::new();
    for entry in entries.iter().rev() {
        for slot in entry.slots() {
            rows.insert(slot.period, entry.row);
        }
    }
    let taken: Vec<(Period, usize)> = rows.into_iter().collect();
    for pair in taken.windows(2) {
        let ((before, _), (period, row)) = (pair[0], pair[1]);
        let cell =
            table.row(row).and_then(|row| row.cell(Column::Period).map(|cell| cell.location()));
        if let Some(location) = cell.filter(|_| period.0 - before.0 > LONELY) {
            findings.report(Fault::PeriodLonely { period, before }, location);
        }
    }
}

/// A row of one period, of a class that has the subject in longer lessons in all its other rows, beside a free period.
struct Cut<'e> {
    entry: &'e Entry,
    free: Period,
}

/// Reports rows that a longer range was most likely meant for: where the class has no other free period within its days.
pub(super) fn report_cut_ranges(table: &Table, entries: &[Entry], findings: &mut Findings) {
    let holes = holes(entries);
    let mut cuts: BTreeMap<&ClassName, Vec<Cut<'_>>> = BTreeMap::new();
    for ((class, _), rows) in by_subject(entries) {
        let Some(holes) = holes.get(class) else { continue };
        let (single, longer): (Vec<&Entry>, Vec<&Entry>) =
            rows.into_iter().partition(|entry| entry.first == entry.last);
        if let ([entry], false) = (&single[..], longer.is_empty()) {
            let is_hole =
                |free: &Period| entry.day.is_some_and(|day| holes.contains(&(day, *free)));
            let free = beside(entry).find(is_hole);
            cuts.entry(class).or_default().extend(free.map(|free| Cut { entry, free }));
        }
    }
    cuts.retain(|class, cuts| holes.get(class).is_some_and(|holes| holes.len() <= cuts.len()));
    for (class, Cut { entry, free }) in
        cuts.into_iter().flat_map(|(class, cuts)| cuts.into_iter().map(move |cut| (class, cut)))
    {
        let cell = table
            .row(entry.row)
            .and_then(|row| row.cell(Column::Period).map(|cell| cell.location()));
        if let Some(location) = cell {
            let (class, subject) = (class.to_string(), entry.subject.to_string());
            findings.report(Fault::RangeCut { class, subject, free }, location);
        }
    }
}

/// The periods right before and after a row's.
fn beside(entry: &Entry) -> impl Iterator<Item = Period> {
    let before = entry.first.0.checked_sub(1).map(Period);
    before.into_iter().chain(entry.last.0.checked_add(1).map(Period))
}

fn by_subject(entries: &[Entry]) -> BTreeMap<(&ClassName, &SubjectCode), Vec<&Entry>> {
    let mut rows: BTreeMap<(&ClassName, &SubjectCode), Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        for class in &entry.classes {
            rows.entry((class, &entry.subject)).or_default().push(entry);
        }
    }
    rows
}

/// The periods in which each class has nothing, though something before and after on the same day.
fn holes(entries: &[Entry]) -> BTreeMap<&ClassName, BTreeSet<(Day, Period)>> {
    let mut taken: BTreeMap<(&ClassName, Day), BTreeSet<Period>> = BTreeMap::new();
    for (entry, day) in entries.iter().filter_map(|entry| Some((entry, entry.day?))) {
        for class in &entry.classes {
            let periods = entry.slots().map(|slot| slot.period);
            taken.entry((class, day)).or_default().extend(periods);
        }
    }
    let mut holes: BTreeMap<&ClassName, BTreeSet<(Day, Period)>> = BTreeMap::new();
    for ((class, day), periods) in taken {
        let (Some(first), Some(last)) = (periods.first(), periods.last()) else { continue };
        let free = (first.0..last.0).map(Period).filter(|period| !periods.contains(period));
        holes.entry(class).or_default().extend(free.map(|period| (day, period)));
    }
    holes
}
