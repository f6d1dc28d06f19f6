//! The judge of a whole district: by names, from the proposals alone.

use std::collections::BTreeMap;

use super::member::{DaySet, Member};
use crate::domain::{Place, PlaceName, Seat};
use crate::pipeline::{Answer, seats_taken};

/// Whether the proposals for all schools cost so many points, and keep together what holds of shared places: seats, and one
/// set of days for all.
pub(super) fn is_kept(
    members: &[Member],
    places: &BTreeMap<PlaceName, Place>,
    answers: &[Answer],
    points: i64,
) -> bool {
    let counted = answers.iter().filter_map(Answer::points).sum::<i64>();
    if counted != points {
        return false;
    }
    let mut days: BTreeMap<&PlaceName, DaySet> = BTreeMap::new();
    for (member, answer) in members.iter().zip(answers) {
        let Some((proposal, verdict)) = &answer.offered else { return false };
        if !verdict.breaches.is_empty() {
            return false;
        }
        for (pupil, &chosen) in member.school.apprentices.iter().zip(&proposal.away) {
            let Some(given) = pupil.alternatives.get(chosen) else { return false };
            let Some(place) = &given.place else { continue };
            let is_shared = places.get(place).is_some_and(|place| place.one_day);
            if is_shared && *days.entry(place).or_insert_with(|| given.days()) != given.days() {
                return false;
            }
        }
    }
    let taken = taken(members, answers);
    let limit = |seat: &Seat| places.get(&seat.place).and_then(|place| place.limit(seat.day));
    taken.iter().all(|(seat, &taken)| limit(seat).is_none_or(|limit| taken <= limit))
}

/// How many pupils of all schools are in each seat.
pub(super) fn taken(members: &[Member], answers: &[Answer]) -> BTreeMap<Seat, u32> {
    let mut taken = BTreeMap::new();
    for (member, answer) in members.iter().zip(answers) {
        let Some((proposal, _)) = &answer.offered else { continue };
        for seat in seats_taken(&member.school, proposal) {
            *taken.entry(seat).or_default() += 1;
        }
    }
    taken
}
