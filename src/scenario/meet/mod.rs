//! When to meet: a time for each of some meetings beside a timetable that stays as it is.
//!
//! As many are held as can be; among equally many those that stand first; then whatever costs fewest points; then what is
//! earliest. Each of that is proven, by [`pack`](crate::solve::packing::pack).

mod search;
mod standing;

use std::collections::BTreeMap;

use itertools::Itertools as _;

pub use standing::{MeetingMiss, State};

use crate::domain::{Alternative, Meeting, Participant, Proposal, School, Slot, Stop, Timetable};
use search::Table;
use standing::Standing;

/// What a desired lesson costs that a pupil misses for a meeting, each period.
pub const DESIRED: i64 = 25;
/// What any other lesson costs that a pupil or a class misses for a meeting, each period.
pub const LESSON: i64 = 5;

/// Beside which timetable people meet, and when apprentices are away from it.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// The school.
    pub school: &'a School,
    /// What has been decided; `None`: the timetable as it was read, in which an apprentice may be away in any alternative.
    pub proposal: Option<&'a Proposal>,
}

/// When each meeting is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// Whether it is proven that nothing is better.
    pub is_proven: bool,
    /// One for each meeting, in order.
    pub meetings: Vec<Appointment>,
}

/// What became of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// When it is; `None`: it is not held.
    pub time: Option<MeetingTime>,
    /// Of a meeting that is not held: for each participant, in how many starts he, she or it alone stands in the way.
    pub in_the_way: Vec<(Participant, usize)>,
    /// Of a meeting that is not held: without whom it could be, at the fewest points.
    pub without: Option<(Participant, MeetingTime)>,
    /// For each participant how things stand in every slot of the grid that the meeting may have, beside the meetings that
    /// are held.
    pub states: Vec<(Participant, BTreeMap<Slot, State>)>,
}

/// When a meeting is, and what it costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingTime {
    /// Its first slot.
    pub start: Slot,
    /// Its points, in the week in which they are most.
    pub points: i64,
    /// What is missed for it.
    pub misses: Vec<MeetingMiss>,
}

impl Agenda {
    /// The points of all that is held.
    #[must_use]
    pub fn points(&self) -> i64 {
        self.meetings.iter().filter_map(|one| one.time.as_ref()).map(|time| time.points).sum()
    }

    /// Whether every meeting is held.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.meetings.iter().all(|one| one.time.is_some())
    }
}

impl<'a> Beside<'a> {
    fn timetable(self) -> Timetable {
        self.proposal.map_or_else(|| self.school.baseline(), |proposal| proposal.timetable.clone())
    }

    /// The alternatives in which an apprentice may be away.
    fn away(self, apprentice: usize) -> &'a [Alternative] {
        let own = &self.school.apprentices[apprentice].alternatives;
        let Some(proposal) = self.proposal else { return own };
        let given = proposal.away.get(apprentice).and_then(|&given| own.get(given));
        given.map_or(&[], std::slice::from_ref)
    }
}

/// Finds a time for each of `meetings`, until it is proven that nothing is better or `stop` says so.
#[must_use]
pub fn meet(beside: Beside<'_>, meetings: &[Meeting], stop: &Stop) -> Agenda {
    let timetable = beside.timetable();
    let standing = Standing::new(beside, &timetable);
    let table = Table::new(&standing, meetings);
    let (starts, is_proven) = table.search(stop);
    let appointment = |(index, meeting): (usize, &Meeting)| {
        let others = standing.held(meetings, &starts, index);
        appointment(&standing, meeting, starts[index], &others)
    };
    Agenda { is_proven, meetings: meetings.iter().enumerate().map(appointment).collect() }
}

/// What is told of a meeting beside the others that are held.
fn appointment(
    standing: &Standing<'_>,
    meeting: &Meeting,
    start: Option<Slot>,
    others: &standing::Taken,
) -> Appointment {
    let states: Vec<_> =
        meeting.needs().map(|who| (who.clone(), standing.states(meeting, &who, others))).collect();
    let time = start.map(|start| standing.time(meeting, start));
    if time.is_some() {
        return Appointment { time, in_the_way: Vec::new(), without: None, states };
    }
    // The starts at which somebody alone stands in the way, and who.
    let alone = |start: Slot| {
        let blocks = |(_, states): &&(Participant, BTreeMap<Slot, State>)| {
            meeting.slots(start).any(|slot| states.get(&slot).is_some_and(State::is_in_the_way))
        };
        let who = states.iter().filter(blocks).exactly_one().ok()?;
        Some((start, &who.0))
    };
    let alone: Vec<(Slot, &Participant)> = standing.starts(meeting).filter_map(alone).collect();
    let count = |who: &Participant| alone.iter().filter(|(_, one)| *one == who).count();
    let in_the_way = meeting.needs().map(|who| (who.clone(), count(&who))).collect();
    let without = without(standing, meeting, &alone);
    Appointment { time, in_the_way, without, states }
}

/// The participant without whom the meeting could be held at the fewest points, and when: of equals the first who is named,
/// at the earliest start. Somebody must be left.
fn without(
    standing: &Standing<'_>,
    meeting: &Meeting,
    alone: &[(Slot, &Participant)],
) -> Option<(Participant, MeetingTime)> {
    let rest = |who: &Participant| {
        let mut rest = meeting.clone();
        rest.who.retain(|one| one != who);
        rest.room = rest.room.filter(|room| Participant::Room(room.clone()) != *who);
        rest
    };
    let best = |who: Participant| {
        let rest = rest(&who);
        let possible = alone.iter().filter(|(_, one)| **one == who);
        let times = possible.map(|&(start, _)| standing.time(&rest, start));
        let best = times.min_by_key(|time| time.points)?;
        (!rest.who.is_empty()).then_some((who, best))
    };
    meeting.needs().filter_map(best).min_by_key(|(_, time)| time.points)
}
