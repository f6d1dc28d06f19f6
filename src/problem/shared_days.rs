//! The days on which anybody of a class is away: where several pupils choose, what their lessons leave to all of them.
//!
//! A required lesson that all of them attend is on no day on which any of them is away. How many days that leaves, the
//! lessons' limits say; each pupil's choice alone knows nothing of it. So the days are a choice of their own, made for
//! nobody: which set of days holds all days away.
//!
//! # Source
//! G. B. Dantzig, P. Wolfe: Decomposition Principle for Linear Programs (1960): the sets are the extreme points of what a
//! class can do, and convexify it.

use std::collections::{BTreeMap, BTreeSet};

use super::Problem;
use super::chooser::{Choice, Chooser, DaySet, SharedDays};
use super::id::{ChooserId, LessonId};
use crate::domain::{ClassName, School};

/// A chooser for each class in which several pupils choose; `per_day` says of lessons how many fit on so many days.
pub(super) fn gather(
    school: &School,
    problem: &Problem,
    fit: &dyn Fn(&[LessonId], DaySet) -> bool,
) -> Vec<Chooser> {
    let classes = by_class(school, problem).into_values();
    let several = classes.filter(|members| members.len() > 1);
    several.filter_map(|members| shared(problem, members, fit)).collect()
}

/// The choosers with several choices of each class.
fn by_class<'a>(school: &'a School, problem: &Problem) -> BTreeMap<&'a ClassName, Vec<ChooserId>> {
    let mut classes: BTreeMap<&ClassName, Vec<ChooserId>> = BTreeMap::new();
    for (id, chooser) in problem.choosers.pairs().filter(|(_, one)| one.choices.len() > 1) {
        let homes = chooser.apprentices.iter().map(|&index| &school.apprentices[index].class);
        let homes: BTreeSet<&ClassName> = homes.collect();
        if let (Some(home), 1) = (homes.first(), homes.len()) {
            classes.entry(home).or_default().push(id);
        }
    }
    classes
}

fn shared(
    problem: &Problem,
    members: Vec<ChooserId>,
    fit: &dyn Fn(&[LessonId], DaySet) -> bool,
) -> Option<Chooser> {
    let lessons = required_by_all(problem, &members);
    if lessons.is_empty() {
        return None;
    }
    let choices = members.iter().flat_map(|&member| &problem.choosers[member].choices);
    let all = choices.fold(0, |all: DaySet, choice| all | choice.whole_days);
    let sets = (0..=all).filter(|set| set & !all == 0 && fit(&lessons, *set));
    let sets: Vec<DaySet> = sets.collect();
    let choices = sets.iter().map(|_| Choice::of_nobody()).collect();
    let days = SharedDays { members, lessons, sets };
    Some(Chooser { apprentices: Vec::new(), choices, alike: None, days: Some(days) })
}

/// The lessons that every one of the choosers must attend.
fn required_by_all(problem: &Problem, members: &[ChooserId]) -> Vec<LessonId> {
    let mut required: BTreeMap<ChooserId, BTreeSet<LessonId>> = BTreeMap::new();
    for period in &problem.periods {
        if problem.price_of_missing(period.level).is_none() {
            required.entry(period.chooser).or_default().insert(period.lesson);
        }
    }
    let mut sets = members.iter().map(|member| required.get(member).cloned().unwrap_or_default());
    let first = sets.next().unwrap_or_default();
    let common = sets.fold(first, |common, own| common.intersection(&own).copied().collect());
    common.into_iter().collect()
}
