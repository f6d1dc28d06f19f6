//! One seat more: at which place, on which day, would it save most? Solved for each, never guessed.

use std::collections::{BTreeMap, BTreeSet};

use super::ask::{Asking, Step, solve_under};
use crate::domain::{Alternative, Day, PlaceName, Proposal, School, Seat};
use crate::pipeline::{Answer, Demands, Refusal, Status};

/// Seats that are all taken, and what one more of them would save.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    /// The seats that are all taken and that somebody wishes for who was given a later wish, or nothing.
    pub full: Vec<Seat>,
    /// What one of them more would save, where that was asked.
    pub more: Option<OneMore>,
}

/// The seat of which one more would save most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneMore {
    /// The seat, and what the school costs with one more of it, in points; `None` where none saves any.
    pub best: Option<(Seat, i64)>,
    /// Whether it is proven that no other saves more.
    pub is_proven: bool,
}

impl Seats {
    /// The seats that are all taken in a proposal for `school`, before it is asked what one more would save.
    #[must_use]
    pub fn of(school: &School, proposal: &Proposal) -> Self {
        Self { full: full_and_wished_for(school, proposal), more: None }
    }
}

/// What one seat more would do for `school`, a baseline without faults, whose optimum under `demands` is `answer`.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn one_more_seat(
    school: &School,
    (answer, demands): (&Answer, Demands<'_>),
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Step),
) -> Result<Seats, Refusal> {
    let Some(((proposal, _), points)) = answer.offered.as_ref().zip(answer.points()) else {
        return Ok(Seats::default());
    };
    let full = full_and_wished_for(school, proposal);
    let tried: Vec<&Seat> = full.iter().filter(|seat| !is_implied(school, seat)).collect();
    let with_more = |index: usize| with_seat(school, &tried[index].place, tried[index].day);
    let answers = solve_under(demands, (tried.len(), &with_more), asking, tell)?;
    let is_proven = answers.iter().chain([answer]).all(|one| one.status == Status::Optimal);
    let found = tried.into_iter().zip(&answers);
    let found = found.filter_map(|(seat, answer)| Some((seat.clone(), answer.points()?)));
    let best = found.filter(|&(_, then)| then < points).min_by_key(|&(_, then)| then);
    Ok(Seats { full, more: Some(OneMore { best, is_proven }) })
}

/// Whether no more go to the place on a day than it takes, since it takes no more in all.
fn is_implied(school: &School, seat: &Seat) -> bool {
    let place = school.places.get(&seat.place);
    let limits = place.and_then(|place| place.total.zip(place.pupils.get(&seat.day?).copied()));
    limits.is_some_and(|(total, on_the_day)| total <= on_the_day)
}

/// The school in which a place takes one apprentice more.
pub(crate) fn with_seat(school: &School, place: &PlaceName, day: Option<Day>) -> School {
    let mut more = school.clone();
    if let Some(place) = more.places.get_mut(place) {
        let seats = match day {
            Some(day) => place.pupils.get_mut(&day),
            None => place.total.as_mut(),
        };
        if let Some(seats) = seats {
            *seats = seats.saturating_add(1);
        }
    }
    more
}

/// The seats that are all taken, of those that an earlier wish of somebody needs.
fn full_and_wished_for(school: &School, proposal: &Proposal) -> Vec<Seat> {
    let mut taken: BTreeMap<Seat, u32> = BTreeMap::new();
    let mut wished: BTreeSet<Seat> = BTreeSet::new();
    for (pupil, &chosen) in school.apprentices.iter().zip(&proposal.away) {
        let Some(given) = pupil.alternatives.get(chosen) else { continue };
        for seat in given.seats() {
            *taken.entry(seat).or_default() += 1;
        }
        let earlier = |wish: &&Alternative| {
            wish.rank.is_some_and(|rank| given.rank.is_none_or(|own| rank < own))
        };
        wished.extend(pupil.alternatives.iter().filter(earlier).flat_map(Alternative::seats));
    }
    let is_full = |seat: &Seat| {
        let allowed = school.places.get(&seat.place).and_then(|place| place.limit(seat.day));
        allowed.is_some_and(|allowed| taken.get(seat).copied().unwrap_or(0) >= allowed)
    };
    wished.into_iter().filter(is_full).collect()
}
