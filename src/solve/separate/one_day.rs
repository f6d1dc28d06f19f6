//! H15: choosers on different days at a place where all are on the same.

use std::collections::{BTreeMap, BTreeSet};

use super::{BROKEN, View};
use crate::domain::{Day, Rule};
use crate::model::{Origin, Row, Term};
use crate::problem::ChooserId;

/// A chooser's choices at a place, with their values, by the days on which they are there.
type Days<'a> = BTreeMap<&'a BTreeSet<Day>, Vec<(usize, f64)>>;

/// For each place, two choosers and days: the first is not on these days there while the other is on others.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    for choosers in places(view).into_values() {
        for (&one, days) in &choosers {
            for (&other, other_days) in &choosers {
                if one != other {
                    rows.extend(
                        days.keys().filter_map(|own| row((one, days), (other, other_days), own)),
                    );
                }
            }
        }
    }
}

fn row(
    (one, days): (ChooserId, &Days<'_>),
    (other, other_days): (ChooserId, &Days<'_>),
    own: &BTreeSet<Day>,
) -> Option<Row> {
    let elsewhen = other_days.iter().filter(|(days, _)| **days != own).flat_map(|(_, there)| there);
    let here = days.get(own)?.iter().map(|&(choice, value)| (Term::Choice(one, choice), value));
    let there = elsewhen.map(|&(choice, value)| (Term::Choice(other, choice), value));
    let terms: Vec<(Term, f64)> = here.chain(there).collect();
    let both: f64 = terms.iter().map(|term| term.1).sum();
    (both > 1.0 + BROKEN).then(|| Row {
        origin: Origin::Rule(Rule::OneDay),
        terms: terms.into_iter().map(|(term, _)| (term, 1)).collect(),
        reliefs: Vec::new(),
        right_side: 1,
    })
}

/// Who may be at each place where all are on the same days.
fn places<'a>(view: &View<'a>) -> BTreeMap<usize, BTreeMap<ChooserId, Days<'a>>> {
    let mut places: BTreeMap<usize, BTreeMap<ChooserId, Days<'a>>> = BTreeMap::new();
    for (chooser, choosing) in view.problem.choosers.pairs() {
        let values = view.solution.choices(chooser);
        for ((choice, means), &value) in choosing.choices.iter().enumerate().zip(values) {
            for (place, days) in &means.days {
                let there = places.entry(*place).or_default().entry(chooser).or_default();
                there.entry(days).or_default().push((choice, value));
            }
        }
    }
    places
}
