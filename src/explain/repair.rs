//! Ways out for a school without a timetable: one fact less, another day for a class, a lesson held twice. Each with what it
//! then costs.

use super::conflict::Conflict;
use super::fact::Fact;
use super::lift::lifted;
use super::twice::{Twice, candidates, held_twice};
use crate::domain::{Alternative, ClassName, Day, PlaceName, School, Slot};
use crate::pipeline::{Answer, Refusal, Status};
use crate::scenario::{Asking, Cast, Step, days_of, solve_variants, ways, with_seat};

/// A way out.
#[derive(Clone, Debug)]
pub struct Repair {
    /// What is to be done.
    pub remedy: Remedy,
    /// The answer for the school in which it is done: a proposal, or nothing yet where the search was stopped.
    pub answer: Answer,
}

/// What can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// A fact no longer holds.
    Lift(Fact),
    /// A place takes one apprentice more, on a day or (`None`) in all.
    Seat {
        /// The place.
        place: PlaceName,
        /// The day.
        day: Option<Day>,
    },
    /// All apprentices of a class are away then instead.
    Send {
        /// The class.
        class: ClassName,
        /// When.
        away: Alternative,
    },
    /// Lessons are held twice, for two groups.
    Twice(Twice),
}

/// The ways out of `conflict`, the cheapest first, and those last of which nothing is known because the search was stopped.
///
/// Each conflict of a school must lose one of its facts, so that a single change that helps is one of the first conflict's.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn repairs(
    school: &School,
    conflict: &Conflict,
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Step),
) -> Result<Vec<Repair>, Refusal> {
    let remedies = remedies(school, conflict);
    let variant = |index: usize| remedied(school, &remedies[index]);
    let answers = solve_variants(remedies.len(), &variant, asking, tell)?;
    let all = remedies.iter().cloned().zip(answers);
    let mut repairs: Vec<Repair> = all
        .filter(|(_, answer)| answer.status != Status::Infeasible)
        .map(|(remedy, answer)| Repair { remedy, answer })
        .collect();
    repairs.sort_by_key(|repair| (repair.points().is_none(), repair.points()));
    let known = repairs.clone();
    repairs.retain(|repair| !known.iter().any(|other| other.spares_lessons_of(repair)));
    Ok(repairs)
}

impl Repair {
    /// Whether it holds only some of the lessons twice that `other` does, for no more points.
    fn spares_lessons_of(&self, other: &Self) -> bool {
        let (Remedy::Twice(own), Remedy::Twice(others)) = (&self.remedy, &other.remedy) else {
            return false;
        };
        let are_fewer = own.lessons.len() < others.lessons.len();
        are_fewer
            && own.second == others.second
            && own.lessons.iter().all(|lesson| others.lessons.contains(lesson))
            && self.points().is_some_and(|own| other.points().is_none_or(|others| own <= others))
    }

    /// When lessons that are held twice are held the second time; empty where nothing is, or nothing is known.
    #[must_use]
    pub fn second_times(&self) -> Vec<Slot> {
        let (Remedy::Twice(twice), Some((proposal, _))) = (&self.remedy, &self.answer.offered)
        else {
            return Vec::new();
        };
        let bookings = &proposal.timetable.bookings;
        let last = bookings.iter().skip(bookings.len().saturating_sub(twice.lessons.len()));
        last.flatten().map(|booking| booking.start).collect()
    }

    /// What the school then costs, if a proposal was found.
    #[must_use]
    pub fn points(&self) -> Option<i64> {
        self.answer.points()
    }
}

fn remedies(school: &School, conflict: &Conflict) -> Vec<Remedy> {
    let mut remedies = Vec::new();
    for fact in &conflict.facts {
        match fact {
            // A second teacher with the same times is no cheap way out, and would not cost what is counted here.
            Fact::TeacherOnce { .. } => (),
            Fact::PlaceLimit { place, day } => {
                remedies.push(Remedy::Seat { place: place.clone(), day: *day });
            }
            _ => remedies.push(Remedy::Lift(fact.clone())),
        }
        let Fact::Away { class, .. } = fact else { continue };
        let own = school.apprentices.iter().filter(|one| one.class == *class);
        for away in ways(&school.grid, days_of(own)) {
            let remedy = Remedy::Send { class: class.clone(), away };
            if !remedies.contains(&remedy) {
                remedies.push(remedy);
            }
        }
    }
    remedies.extend(candidates(school, conflict).into_iter().map(Remedy::Twice));
    remedies
}

/// The school in which that is done.
#[must_use]
pub fn remedied(school: &School, remedy: &Remedy) -> School {
    match remedy {
        Remedy::Lift(fact) => lifted(school, [fact]),
        Remedy::Seat { place, day } => with_seat(school, place, *day),
        Remedy::Send { class, away } => {
            let cast = Cast::of(school).sent(|one| one.class == *class, away);
            School { apprentices: cast.0, ..school.clone() }
        }
        Remedy::Twice(twice) => held_twice(school, twice),
    }
}
