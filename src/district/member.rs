//! The schools of a district, and what they share.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Alternative, Day, Place, PlaceName, School, Seat, Terms};

/// A school of a district, a baseline without faults. Shared places are among its own.
#[derive(Clone, Debug)]
pub struct Member {
    /// What it is called: its folder.
    pub name: String,
    /// The school.
    pub school: School,
}

/// Days on which all who go to a place go.
pub type DaySet = BTreeSet<Day>;

/// What is shared: places with limits, or with one set of days for all.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    /// How many each limited seat takes, where more could come.
    pub(super) seats: BTreeMap<Seat, u32>,
    /// The sets of days that stand in alternatives, for each place at which all are on the same.
    pub(super) sets: BTreeMap<PlaceName, BTreeSet<DaySet>>,
    /// The most pupils of each school in each seat.
    pub(super) most: Vec<BTreeMap<Seat, u32>>,
    /// The places with one set of days that pupils of each school may go to.
    pub(super) visited: Vec<BTreeSet<PlaceName>>,
}

impl Shared {
    pub(super) fn of(members: &[Member], places: &BTreeMap<PlaceName, Place>) -> Self {
        let limits = places.iter().flat_map(|(name, place)| {
            let seat = |day| Seat { place: name.clone(), day };
            let days = place.pupils.iter().map(move |(&day, &pupils)| (Some(day), pupils));
            let all = days.chain(place.total.map(|total| (None, total)));
            all.map(move |(day, pupils)| (seat(day), pupils)).collect::<Vec<_>>()
        });
        let mut seats: BTreeMap<Seat, u32> = limits.collect();
        let most = members.iter().map(|member| most(&member.school, &seats)).collect::<Vec<_>>();
        seats.retain(|seat, &mut takes| {
            let all = most.iter().filter_map(|own| own.get(seat));
            all.sum::<u32>() > takes
        });
        let mut shared = Self { seats, sets: BTreeMap::new(), most, visited: Vec::new() };
        for member in members {
            let mut visited = BTreeSet::new();
            for (place, given) in alternatives(&member.school) {
                if places.get(place).is_some_and(|place| place.one_day) {
                    shared.sets.entry(place.clone()).or_default().insert(given.days());
                    visited.insert(place.clone());
                }
            }
            shared.visited.push(visited);
        }
        shared
    }
}

/// The alternatives with a place of all pupils.
fn alternatives(school: &School) -> impl Iterator<Item = (&PlaceName, &Alternative)> {
    let all = school.apprentices.iter().flat_map(|pupil| &pupil.alternatives);
    all.filter_map(|one| Some((one.place.as_ref()?, one)))
}

/// The most pupils of a school in each of the seats.
fn most(school: &School, seats: &BTreeMap<Seat, u32>) -> BTreeMap<Seat, u32> {
    let mut most: BTreeMap<Seat, u32> = BTreeMap::new();
    for pupil in &school.apprentices {
        let taken: BTreeSet<Seat> =
            pupil.alternatives.iter().flat_map(Alternative::seats).collect();
        for seat in taken.into_iter().filter(|seat| seats.contains_key(seat)) {
            *most.entry(seat).or_default() += 1;
        }
    }
    most
}

/// What is asked of one school.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Task {
    /// Which.
    pub(super) school: usize,
    /// What seats cost, and on which days places are open to all.
    pub(super) terms: Terms,
    /// How many seats it may take at most, where that is fewer than its pupils could.
    pub(super) quotas: BTreeMap<Seat, u32>,
}

impl Task {
    /// The school in which shared places take no more than the quotas.
    pub(super) fn variant(&self, school: &School) -> School {
        let mut variant = school.clone();
        for (Seat { place, day }, &quota) in &self.quotas {
            let Some(place) = variant.places.get_mut(place) else { continue };
            let limit = match day {
                Some(day) => place.pupils.entry(*day).or_insert(quota),
                None => place.total.get_or_insert(quota),
            };
            *limit = quota.min(*limit);
        }
        variant
    }

    /// Whether every timetable that `other` asks for is one of these, if the two ask of one school.
    pub(super) fn holds_all_of(&self, other: &Self) -> bool {
        let days = self.terms.days.iter();
        let quotas = self.quotas.iter();
        days.into_iter().all(|(place, days)| other.terms.days.get(place) == Some(days))
            && quotas
                .into_iter()
                .all(|(seat, own)| other.quotas.get(seat).is_some_and(|its| its <= own))
    }
}
