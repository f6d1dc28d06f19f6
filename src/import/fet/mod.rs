//! FET: a `.fet` file with the `*_activities.xml` or the `*_timetable.csv` of its solution; a `.fet` that has a starting
//! time for every activity stands alone. Written back: the `.fet` with the proposal's starting times and rooms, and its
//! timetable as CSV.
//!
//! # Source
//! FET's own files, version 5 and 6, <https://lalescu.ro/liviu/fet/>.

mod activities;
mod atoms;
pub(crate) mod constraints;
mod limits;
mod placed;
mod rules;
mod students;
mod week;

use super::draft::Draft;
use super::ledger::Ledger;
use super::original::Original;
use super::xml::{Element, Tree};
use crate::diagnostic::{Foreign, Location};
use constraints::{Constraints, Task};
use limits::Limits;
use placed::Placed;
use students::Students;
pub(crate) use week::Week;

/// The outermost element.
pub(crate) const ROOT: &str = "fet";

/// Reads a school's files.
pub(super) fn read(originals: &[Original], ledger: &mut Ledger) -> Option<Draft> {
    let tree = Tree::read(task(originals, ledger)?, ledger)?;
    let root = tree.root(ROOT, ledger)?;
    report_mode(root, ledger);
    let week = Week::read(root, ledger)?;
    let students = Students::read(root, ledger);
    let placed = Placed::read(originals, root, &week, ledger)?;
    let count = root.within("Activities_List", "Activity").count();
    if count > 0 && placed.is_empty() {
        ledger.note(Foreign::Untimed { count }, root.location());
        return None;
    }
    let mut draft =
        Draft { name: root.text_of("Institution_Name").map(ToOwned::to_owned), ..Draft::default() };
    draft.slots = week.slots();
    draft.bells = week.bells();
    let task = Task::read(root, &week);
    let limits = Limits::read(root, &task, &placed, ledger);
    activities::read(root, (&week, &students, &placed, &limits), &mut draft, ledger);
    rules::read(root, &task, &mut draft, ledger);
    Some(draft)
}

/// What a task demands of a timetable, beyond what a school can say.
pub(super) fn constraints(originals: &[Original]) -> Option<Constraints> {
    let mut ledger = Ledger::default();
    let draft = read(originals, &mut ledger)?;
    Constraints::read(originals, &draft, &mut ledger)
}

/// Tells that days are not days where FET plans halves of days, terms or blocks.
fn report_mode(root: Element<'_>, ledger: &mut Ledger) {
    let modes = root.all("Mode").filter(|mode| !mode.text().eq_ignore_ascii_case("official"));
    for mode in modes {
        let (kind, names) = (mode.name().to_owned(), vec![mode.text().to_owned()]);
        ledger.note(Foreign::RuleUnmapped { kind, names, hard: true }, mode.location());
    }
}

/// The file that is a `.fet`, by its name or its content.
pub(crate) fn task<'o>(originals: &'o [Original], ledger: &mut Ledger) -> Option<&'o Original> {
    let named = originals.iter().find(|original| original.name.to_lowercase().ends_with(".fet"));
    let task = named.or_else(|| originals.first().filter(|_| originals.len() == 1));
    if task.is_none() {
        ledger.note(Foreign::FileNeeded { name: "*.fet" }, Location::default());
    }
    task
}

/// Whether a constraint is in force.
pub(crate) fn is_active(rule: Element<'_>) -> bool {
    rule.text_of("Active").is_none_or(|text| text.eq_ignore_ascii_case("true"))
}

/// Whether a constraint must hold.
pub(crate) fn is_hard(rule: Element<'_>) -> bool {
    rule.text_of("Weight_Percentage").is_some_and(|weight| matches!(weight, "100" | "100.0"))
}
