//! What guests must not miss, lesson by lesson of whatever class: of those that would be in one cell, one at most.
//!
//! The rows of [`beside`](super::super::beside) say so of each two. Of more lessons in a cell, each half there, they say nothing;
//! these rows do.

use std::collections::BTreeMap;

use super::super::{BROKEN, View};
use crate::domain::{Effort, Level, Rule, Week};
use crate::model::{Origin, Row, Term};
use crate::problem::{Attended, Cell, Guest, LessonId};

/// For each guest, week and cell: lessons of which any two cannot be there at once, the most present first.
pub(super) fn cliques(view: &View<'_>, rows: &mut Vec<Row>) {
    if view.problem.effort == Effort::Best {
        return;
    }
    for guest in view.problem.guests.iter().filter(|guest| is_divided(view, guest)) {
        for week in view.problem.frame.weeks() {
            for cell in view.problem.frame.cells() {
                rows.extend(clique(view, guest, week, cell));
            }
        }
    }
}

/// Whether the solution divides what the guest attends: of whole lessons each two have rows of their own.
fn is_divided(view: &View<'_>, guest: &Guest) -> bool {
    guest.attended.iter().any(|one| view.solution.values(one.lesson).len() > 1)
}

fn clique(view: &View<'_>, guest: &Guest, week: Week, cell: Cell) -> Option<Row> {
    let mut members: Vec<(&Attended, f64)> = Vec::new();
    for (one, value) in present(view, guest, week, cell) {
        if members.iter().all(|(other, _)| excludes(view, one, other)) {
            members.push((one, value));
        }
    }
    let sum: f64 = members.iter().map(|one| one.1).sum();
    if members.len() < 3 || sum <= 1.0 + BROKEN {
        return None;
    }
    let terms = members.iter().flat_map(|(one, _)| terms(view, one, cell));
    let mut terms: Vec<(Term, i64)> = terms.map(|term| (term, 1)).collect();
    terms.sort();
    let origin = Origin::Rule(Rule::RequiredMissed);
    Some(Row { origin, terms, reliefs: Vec::new(), right_side: 1 })
}

/// What the guest must not miss and the solution has in a cell, each lesson once, the most present first.
fn present<'a>(
    view: &View<'_>,
    guest: &'a Guest,
    week: Week,
    cell: Cell,
) -> Vec<(&'a Attended, f64)> {
    let mut lessons: BTreeMap<LessonId, (&Attended, f64)> = BTreeMap::new();
    let required = guest.attended.iter().filter(|one| one.level == Level::Required);
    for one in required.filter(|one| one.weeks.contains(week)) {
        let values = view.solution.values(one.lesson).iter();
        let here = values
            .filter(|(booking, _)| booking.cell(view.problem).later(one.offset) == cell)
            .map(|(_, value)| value)
            .sum::<f64>();
        let known = lessons.entry(one.lesson).or_insert((one, here));
        if here > known.1 {
            *known = (one, here);
        }
    }
    let mut present: Vec<(&Attended, f64)> =
        lessons.into_values().filter(|&(_, value)| value > 0.0).collect();
    present.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(other.0)));
    present
}

/// Whether two rows cannot be in one cell: because the guest has both, or because they share a class.
fn excludes(view: &View<'_>, one: &Attended, other: &Attended) -> bool {
    let is_shared = one.classes.iter().any(|class| other.classes.contains(class));
    !is_shared || {
        let uses = |attended: &Attended| &view.problem.lesson(attended.lesson).classes;
        uses(one).iter().filter(|used| used.offset == one.offset).any(|own| {
            let others = uses(other).iter().filter(|used| used.offset == other.offset);
            others
                .filter(|used| used.class == own.class && used.weeks.meets(own.weeks))
                .any(|used| own.parts.is_none() || used.parts.is_none())
        })
    }
}

/// The starts at which a row is in a cell.
fn terms(view: &View<'_>, one: &Attended, cell: Cell) -> Vec<Term> {
    let starts = view.problem.lesson(one.lesson).starts.iter();
    let there = starts.filter(|start| start.cell.later(one.offset) == cell);
    there.map(|start| Term::Start(one.lesson, start.cell)).collect()
}
