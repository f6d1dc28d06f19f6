//! Cases: what is left of each lesson's starts and rooms and of what pupils are given, and what follows from it at once.

use std::collections::{BTreeMap, BTreeSet};

use super::conflict::Law;
use super::days::SharedDays;
use super::facts::Facts;
use super::pupils::{Pupils, place, price_of_missing};
use crate::domain::{Alternative, Day, Level, PlaceName};

/// What is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Domain {
    /// By lesson and start.
    pub(super) starts: Vec<Vec<bool>>,
    /// Rooms that may stand in for a lesson's room (by its place among them), where not all may.
    pub(super) rooms: BTreeMap<(usize, usize), BTreeSet<usize>>,
    /// By chooser and alternative: the parties, and after them the shared days.
    pub(super) choices: Vec<Vec<bool>>,
}

/// What the law says of all cases.
pub(super) struct Ground<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    pub(super) pupils: &'f Pupils<'a>,
    pub(super) days: &'f [SharedDays],
    /// By lesson: the earlier one that is alike in everything.
    twins: Vec<Option<usize>>,
}

/// Whether a case has nothing left.
pub(super) struct Empty;

impl<'f, 'a> Ground<'f, 'a> {
    pub(super) fn of(facts: &'f Facts<'a>, pupils: &'f Pupils<'a>, days: &'f [SharedDays]) -> Self {
        let lessons = &facts.school.lessons;
        let twin = |later: usize| {
            let mut before = (0..later).rev();
            before.find(|&earlier| lessons[earlier].is_alike(&lessons[later]))
        };
        let twins = (0..lessons.len())
            .map(|later| lessons[later].start.is_none().then(|| twin(later)).flatten());
        Self { facts, pupils, days, twins: twins.collect() }
    }

    /// All that there is, without starts at which a lesson goes against another that can only be where it is.
    pub(super) fn root(&self) -> Domain {
        let law = Law { facts: self.facts, pupils: self.pupils };
        let lessons = 0..self.facts.lessons.len();
        let count = |lesson: usize| self.facts.lessons[lesson].starts.len();
        let fixed: Vec<usize> = lessons.clone().filter(|&lesson| count(lesson) == 1).collect();
        let may = |lesson: usize, start: usize| {
            !fixed.iter().any(|&other| other != lesson && law.go_apart((lesson, start), (other, 0)))
        };
        let starts =
            lessons.map(|lesson| (0..count(lesson)).map(|start| may(lesson, start)).collect());
        let parties = self.pupils.parties.iter().map(|party| vec![true; party.points.len()]);
        let days = self.days.iter().map(|days| vec![true; days.sets.len()]);
        Domain {
            starts: starts.collect(),
            rooms: BTreeMap::new(),
            choices: parties.chain(days).collect(),
        }
    }

    /// Closes what cannot be, again and again.
    pub(super) fn close(&self, domain: &mut Domain) -> Result<(), Empty> {
        loop {
            let before = domain.choices.clone();
            self.keep_places(domain);
            self.keep_days(domain);
            self.keep_parties_in_order(domain);
            self.keep_required(domain);
            let lessons_changed = self.keep_lessons_in_order(domain);
            let is_empty = |open: &Vec<bool>| !open.contains(&true);
            if domain.starts.iter().chain(&domain.choices).any(is_empty)
                || domain.rooms.values().any(BTreeSet::is_empty)
            {
                return Err(Empty);
            }
            if !lessons_changed && before == domain.choices {
                return Ok(());
            }
        }
    }

    /// H7: where a required lesson is missed whatever is left to be given.
    fn keep_required(&self, domain: &mut Domain) {
        if price_of_missing(self.facts, Level::Required).is_some() {
            return;
        }
        for (&(pupil, lesson, _, level), starts) in &self.pupils.away {
            let Some(party) = self.pupils.party_of(pupil).filter(|_| level == Level::Required)
            else {
                continue;
            };
            for (open, missed) in domain.starts[lesson].iter_mut().zip(starts) {
                let mut left = domain.choices[party].iter().zip(missed).filter(|(open, _)| **open);
                *open &= !left.all(|(_, missed)| *missed);
            }
        }
    }

    /// Of two lessons that are alike in everything the later need not start before the earlier: exchanging them changes
    /// nothing.
    fn keep_lessons_in_order(&self, domain: &mut Domain) -> bool {
        let mut changed = false;
        for (later, twin) in self.twins.iter().enumerate() {
            let Some(earlier) = *twin else { continue };
            let (first, last) =
                ends(domain.starts[earlier].as_slice(), domain.starts[later].as_slice());
            changed |= shut(&mut domain.starts[later][..first])
                | shut(&mut domain.starts[earlier][last..]);
        }
        changed
    }

    /// The same of parties that are alike in everything.
    fn keep_parties_in_order(&self, domain: &mut Domain) {
        for (later, party) in self.pupils.parties.iter().enumerate() {
            let Some(earlier) = party.twin else { continue };
            let (first, last) =
                ends(domain.choices[earlier].as_slice(), domain.choices[later].as_slice());
            shut(&mut domain.choices[later][..first]);
            shut(&mut domain.choices[earlier][last..]);
        }
    }

    /// H13 and H15: no alternative for which a place has no room left, or where others are on other days.
    fn keep_places(&self, domain: &mut Domain) {
        let decided: Vec<Option<usize>> = domain.choices.iter().map(|open| only(open)).collect();
        let parties = self.pupils.parties.len();
        let mut taken: BTreeMap<(&PlaceName, Option<Day>), u32> = BTreeMap::new();
        let mut fixed: Vec<(&PlaceName, BTreeSet<Day>)> = Vec::new();
        for (party, choice) in decided.iter().take(parties).enumerate() {
            let Some(choice) = *choice else { continue };
            for seat in self.seats(party, choice) {
                *taken.entry(seat).or_default() += 1;
            }
            fixed.extend(self.one_days(party, choice));
        }
        for (party, decided) in decided.iter().enumerate().take(parties) {
            let mut own: BTreeMap<_, u32> = BTreeMap::new();
            for seat in decided.map(|choice| self.seats(party, choice)).unwrap_or_default() {
                *own.entry(seat).or_default() += 1;
            }
            for choice in 0..domain.choices[party].len() {
                let mut needed: BTreeMap<_, u32> = BTreeMap::new();
                for seat in self.seats(party, choice) {
                    *needed.entry(seat).or_default() += 1;
                }
                let fits = needed.iter().all(|(seat, pupils)| {
                    let others = taken.get(seat).unwrap_or(&0) - own.get(seat).unwrap_or(&0);
                    self.facts.school.places[seat.0]
                        .limit(seat.1)
                        .is_none_or(|limit| others + pupils <= limit)
                });
                let agrees = self.one_days(party, choice).iter().all(|(place, days)| {
                    fixed.iter().all(|(there, others)| place != there || days == others)
                });
                domain.choices[party][choice] &= fits && agrees;
            }
        }
    }

    fn given(&self, party: usize, choice: usize) -> impl Iterator<Item = &'a Alternative> {
        let pupils = self.pupils.parties[party].pupils.iter();
        pupils
            .filter_map(move |&pupil| self.facts.school.apprentices[pupil].alternatives.get(choice))
    }

    fn seats(&self, party: usize, choice: usize) -> Vec<(&'a PlaceName, Option<Day>)> {
        let seats = |given: &'a Alternative| {
            let place = place(self.facts, given).map(|(name, _)| name);
            let days = given.days().into_iter().map(Some).chain([None]);
            days.filter_map(move |day| Some((place?, day))).collect::<Vec<_>>()
        };
        self.given(party, choice).flat_map(seats).collect()
    }

    fn one_days(&self, party: usize, choice: usize) -> Vec<(&'a PlaceName, BTreeSet<Day>)> {
        let there = self.given(party, choice).filter_map(|given| {
            let (name, place) = place(self.facts, given)?;
            place.one_day.then(|| (name, given.days()))
        });
        there.collect()
    }

    /// The days of a party are among those that are shared, and these are no more than all parties'.
    fn keep_days(&self, domain: &mut Domain) {
        let parties = self.pupils.parties.len();
        for (number, days) in self.days.iter().enumerate() {
            for (&party, own) in &days.days_of {
                let (own_open, sets_open) =
                    (domain.choices[party].clone(), domain.choices[parties + number].clone());
                let held = |choice: &BTreeSet<Day>| {
                    let mut sets = days.sets.iter().zip(&sets_open).filter(|(_, open)| **open);
                    sets.any(|(set, _)| choice.is_subset(set))
                };
                domain.choices[party] =
                    own_open.iter().zip(own).map(|(open, own)| *open && held(own)).collect();
            }
            let decided = days
                .days_of
                .iter()
                .map(|(&party, own)| only(&domain.choices[party]).map(|choice| &own[choice]));
            let decided: Vec<Option<&BTreeSet<Day>>> = decided.collect();
            let all: BTreeSet<Day> = decided.iter().flatten().copied().flatten().copied().collect();
            let is_all = decided.iter().all(Option::is_some);
            for (open, set) in domain.choices[parties + number].iter_mut().zip(&days.sets) {
                *open &= all.is_subset(set) && (!is_all || all == *set);
            }
        }
    }
}

/// The first that is open of an earlier one, and one past the last that is open of a later.
fn ends(earlier: &[bool], later: &[bool]) -> (usize, usize) {
    let first = earlier.iter().position(|&open| open).unwrap_or(0);
    let last = later.iter().rposition(|&open| open).map_or(earlier.len(), |last| last + 1);
    (first.min(later.len()), last.min(earlier.len()))
}

fn shut(open: &mut [bool]) -> bool {
    let was_open = open.contains(&true);
    open.fill(false);
    was_open
}

/// The one that is open, if it is the only one.
pub(super) fn only(open: &[bool]) -> Option<usize> {
    let mut left = (0..open.len()).filter(|&one| open[one]);
    left.next().filter(|_| left.next().is_none())
}
