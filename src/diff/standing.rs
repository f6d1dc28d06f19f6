//! What is missed before anything changes.

use std::collections::{BTreeMap, BTreeSet};

use super::missed;
use crate::domain::{Alternative, Apprentice, Level, Proposal, School, TogetherLabel};

/// The baseline, each apprentice away with the alternative that misses least: the fewest required periods, then
/// the fewest desired ones, then the first. Pupils who belong together are given the same one.
///
/// So whatever is reported as missed is the least that any choice leaves, and a required lesson is reported
/// exactly if some pupil misses one whatever is chosen. Capacities of places are not looked at.
#[must_use]
pub fn as_things_stand(school: &School) -> Proposal {
    let misses = misses(school);
    let kindest = |group: &BTreeSet<usize>| {
        let alternatives = group.iter().map(|&index| misses[index].len()).min().unwrap_or(0);
        let sum = |alternative: &usize| {
            let own = group.iter().map(|&index| misses[index][*alternative]);
            own.fold((0, 0), |sum, misses| (sum.0 + misses.0, sum.1 + misses.1))
        };
        let is_none = |alternative: usize| {
            let mut own = group.iter().map(|&place| &school.apprentices[place].alternatives);
            own.any(|own| own.get(alternative).is_some_and(Alternative::is_none))
        };
        (0..alternatives).min_by_key(|&one| (is_none(one), sum(&one))).unwrap_or(0)
    };
    let away = groups(school).iter().map(kindest).collect();
    Proposal { timetable: school.baseline(), away }
}

/// For each apprentice and each alternative, the required and the desired periods that the baseline makes the pupil miss.
#[must_use]
pub(crate) fn misses(school: &School) -> Vec<Vec<(usize, usize)>> {
    let most = school.apprentices.iter().map(|apprentice| apprentice.alternatives.len()).max();
    let mut misses: Vec<Vec<_>> = school
        .apprentices
        .iter()
        .map(|apprentice| vec![(0, 0); apprentice.alternatives.len()])
        .collect();
    for alternative in 0..most.unwrap_or(0) {
        let within = |own: &Vec<_>| alternative.min(own.len().saturating_sub(1));
        let away = misses.iter().map(within).collect();
        let proposal = Proposal { timetable: school.baseline(), away };
        for missed in missed(school, &proposal) {
            if let Some(own) = misses[missed.apprentice].get_mut(alternative) {
                match missed.level {
                    Level::Required => own.0 += 1,
                    Level::Desired => own.1 += 1,
                }
            }
        }
    }
    misses
}

/// For each apprentice, the indexes of those who are given the same alternative, the own index among them.
fn groups(school: &School) -> Vec<BTreeSet<usize>> {
    let mut labelled: BTreeMap<&TogetherLabel, BTreeSet<usize>> = BTreeMap::new();
    for (index, apprentice) in school.apprentices.iter().enumerate() {
        if let Some(label) = &apprentice.together {
            labelled.entry(label).or_default().insert(index);
        }
    }
    let group = |(index, apprentice): (usize, &Apprentice)| {
        let label = apprentice.together.as_ref();
        label.map_or_else(|| BTreeSet::from([index]), |label| labelled[label].clone())
    };
    school.apprentices.iter().enumerate().map(group).collect()
}
