//! What `check` found: the faults of a baseline, and what the judge says of a timetable.

use crate::check::{Breach, Verdict};
use crate::diff::Offer;
use crate::domain::{Level, Proposal, Rule, School};

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
    /// The proposal; without one, the baseline [as things stand](crate::diff::as_things_stand).
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

    /// How many lessons have no place in what is judged.
    #[must_use]
    pub fn unplaced(self) -> usize {
        self.proposal.timetable.unplaced().count()
    }

    /// The places that are too full as things stand: whoever may choose does so by what is missed alone.
    pub fn full_places(self) -> impl Iterator<Item = &'a Breach> {
        let breaches = self.verdict.breaches.iter();
        breaches.filter(move |breach| {
            self.asked == Asked::Baseline && matches!(breach.rule(), Rule::PlaceFull)
        })
    }

    /// How many periods are missed at `level`.
    #[must_use]
    pub fn missed(self, level: Level) -> usize {
        self.verdict.difference.missed.iter().filter(|missed| missed.level == level).count()
    }
}
