//! What `check` found: the faults of a baseline, and what the judge says of a timetable.

use std::collections::{BTreeMap, BTreeSet};

use super::offer::Offer;
use crate::check::{Breach, Verdict};
use crate::diff;
use crate::domain::{Alternative, Level, Proposal, School, TogetherLabel};

/// What `check` found.
#[derive(Clone, Copy, Debug)]
pub struct Inspection<'a> {
    /// The school as it was read, which `faults` speaks of.
    pub read: &'a School,
    /// The faults of its baseline.
    pub faults: &'a [Breach],
    /// The school that is judged: the one that was read, its clashing lessons coupled if faults were accepted.
    pub school: &'a School,
    /// What is judged.
    pub asked: Asked,
    /// The proposal; without one, the baseline [as things stand](as_things_stand).
    pub proposal: &'a Proposal,
    /// What the judge says of it.
    pub verdict: &'a Verdict,
}

/// What `check` was asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The baseline alone.
    Baseline,
    /// A proposal.
    Proposal,
}

impl<'a> Inspection<'a> {
    /// The judged proposal beside what it changes.
    #[must_use]
    pub fn offer(self) -> Offer<'a> {
        let Self { school, proposal, verdict, .. } = self;
        Offer { school, proposal, difference: &verdict.difference }
    }

    /// The rules that the proposal breaks. None of a baseline: its faults are told apart, and so is what is missed in it.
    #[must_use]
    pub fn breaches(self) -> &'a [Breach] {
        match self.asked {
            Asked::Baseline => &[],
            Asked::Proposal => &self.verdict.breaches,
        }
    }

    /// How many periods are missed at `level`.
    #[must_use]
    pub fn missed(self, level: Level) -> usize {
        self.verdict.difference.missed.iter().filter(|missed| missed.level == level).count()
    }
}

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
pub(super) fn misses(school: &School) -> Vec<Vec<(usize, usize)>> {
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
        for missed in diff::missed(school, &proposal) {
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
    let group = |(index, apprentice): (usize, &crate::domain::Apprentice)| {
        let label = apprentice.together.as_ref();
        label.map_or_else(|| BTreeSet::from([index]), |label| labelled[label].clone())
    };
    school.apprentices.iter().enumerate().map(group).collect()
}
