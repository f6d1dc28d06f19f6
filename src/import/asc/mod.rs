//! aSc Timetables: its XML of tables (`asctt2012`), read, and written back with the cards where a proposal has them.
//!
//! Lessons are cut into cards, one for each time in the week. Of teachers only short names are read, of students nothing.
//!
//! # Source
//! aSc Applied Software Consultants, *Timetables XML import and export*, <https://www.asctimetables.com>.

mod cards;
pub(crate) mod masks;
mod tables;

use super::bells::{Bells, daily};
use super::draft::Draft;
use super::ledger::Ledger;
use super::original::{Original, only};
use super::xml::{Element, Tree};
use crate::diagnostic::{Field, Foreign, Location};
use crate::domain::Period;
use crate::input::minutes;
pub(crate) use tables::Tables;

/// The outermost element.
pub(crate) const ROOT: &str = "timetable";
/// Attributes of teachers and students that are about persons.
const PERSONAL: [&str; 7] =
    ["email", "mobile", "firstname", "lastname", "gender", "number", "name"];

/// Reads an export.
pub(super) fn read(originals: &[Original], ledger: &mut Ledger) -> Option<Draft> {
    let original = only(originals, ledger)?;
    let tree = Tree::read(original, ledger)?;
    let root = tree.root(ROOT, ledger)?;
    let mut draft = Draft::default();
    let tables = Tables::read(root, ledger);
    cards::read(root, &tables, &mut draft, ledger);
    draft.bells = bells(root);
    report_personal(root, original, ledger);
    Some(draft)
}

/// The times of the periods that have some.
fn bells(root: Element<'_>) -> Bells {
    let times = |period: Element<'_>| {
        let number = period.attribute("period")?.parse().ok().filter(|&number| number <= 99)?;
        let start = minutes(period.attribute("starttime")?)?;
        let end = minutes(period.attribute("endtime")?)?;
        (start < end).then(|| daily(Period(number), (start, end)))
    };
    root.within("periods", "period").filter_map(times).flatten().collect()
}

fn report_personal(root: Element<'_>, original: &Original, ledger: &mut Ledger) {
    let mut columns = Vec::new();
    for (list, name) in [("teachers", "teacher"), ("students", "student")] {
        for attribute in PERSONAL {
            let is_filled =
                |one: Element<'_>| one.attribute(attribute).is_some_and(|text| !text.is_empty());
            if root.within(list, name).any(is_filled) {
                columns.push(Field::Own(format!("{list}.{attribute}")));
            }
        }
    }
    if !columns.is_empty() {
        let location = Location::file(&original.name);
        ledger.note(Foreign::PersonalDropped { columns }, location.clone());
        ledger.note(Foreign::OriginalKept, location);
    }
}

/// The ids in an attribute that is a list of them.
fn list<'x>(element: Element<'x>, attribute: &str) -> impl Iterator<Item = &'x str> {
    let ids = element.attribute(attribute).unwrap_or_default();
    ids.split(',').map(str::trim).filter(|id| !id.is_empty())
}
