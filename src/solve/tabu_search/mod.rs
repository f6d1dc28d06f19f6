//! The primal heuristic: a tabu search from a timetable that breaks rules between lessons. It moves one lesson at a time,
//! or swaps it with those that are in its way. Quick, and without any proof: what it finds is where the proof starts from.
//!
//! Nothing is left to chance: from the same timetable it goes the same way.
//!
//! # Source
//! F. Glover: Tabu Search, Part I (1989); the weight of breaches moves as in M. Gendreau, A. Hertz, G. Laporte:
//! A tabu search heuristic for the vehicle routing problem (1994).

mod context;
mod moves;
mod pace;
mod state;

use std::collections::BTreeSet;

pub(super) use context::Context;
pub(super) use pace::{FOR_A_FIRST, Pace, RoundLimit};

use moves::Move;
use state::State;

use super::price_level::PriceLevel;
use crate::domain::Stop;
use crate::model::Booking;
use crate::problem::LessonId;

/// What a broken period weighs at first, in points where prices are usual; and the least and most that it may come to.
const WEIGHT: i64 = 40;
const LEAST_WEIGHT: i64 = 5;
const MOST_WEIGHT: i64 = 10_000;
/// After so many rounds with breaches, or without, they weigh more, or less.
const ADAPT_AFTER: u32 = 12;
/// A lesson does not come back to where it was for this many rounds.
const TENURE: u64 = 9;
/// At most so many lessons are tried in a round.
const TRIED: usize = 8;

/// The cheapest timetable found from `bookings` that costs less than `cutoff` and breaks no rule, if any.
///
/// `bookings` are one for each lesson in order, each within the scope of `context`, in which every chooser has one
/// choice. Goes on for as long as there is `limit`, and until `stop` says so.
pub(super) fn tabu_search(
    context: &Context<'_>,
    bookings: Vec<Booking>,
    cutoff: i64,
    limit: RoundLimit,
    stop: &Stop,
) -> Option<Vec<Booking>> {
    let state = State::new(context, bookings);
    let level = PriceLevel::of(context.problem);
    let weight = level.scaled(WEIGHT);
    let mut search = TabuSearch { state, level, weight, streak: 0, round: 0, tabu: Vec::new() };
    search.run(cutoff, limit, stop)
}

struct TabuSearch<'a> {
    state: State<'a>,
    level: PriceLevel,
    weight: i64,
    /// Rounds in a row with breaches (positive) or without (negative).
    streak: i32,
    round: u64,
    tabu: Vec<Tabu>,
}

/// A start that a lesson left lately.
struct Tabu {
    lesson: LessonId,
    start: usize,
    /// The round in which it may be taken again.
    until: u64,
}

fn is_tabu(tabu: &[Tabu], step: &[Booking]) -> bool {
    let left = |booking: &Booking| {
        tabu.iter().any(|one| one.lesson == booking.lesson && one.start == booking.start)
    };
    step.iter().any(left)
}

impl TabuSearch<'_> {
    fn run(&mut self, cutoff: i64, limit: RoundLimit, stop: &Stop) -> Option<Vec<Booking>> {
        let mut best = None;
        let mut most = cutoff;
        let mut last = limit.to_find;
        while self.round < last && !stop.is_asked() {
            let cost = self.state.cost();
            if cost.breaches == 0 && cost.points < most {
                most = cost.points;
                best = Some(self.state.bookings().to_vec());
                last = self.round + limit.to_improve;
            }
            self.tabu.retain(|one| one.until > self.round);
            if let Some(step) = self.choose(most) {
                self.take(step);
            }
            self.adapt();
            self.round += 1;
        }
        best
    }

    /// The best step that is not tabu, or that beats the best so far.
    fn choose(&mut self, most: i64) -> Option<Move> {
        let lessons = self.troubled();
        let first = usize::try_from(self.round).unwrap_or(0) * TRIED;
        let mut best: Option<(i64, Move)> = None;
        for number in 0..lessons.len().min(TRIED) {
            let lesson = lessons[(first + number) % lessons.len()];
            let (weight, tabu) = (self.weight, &self.tabu);
            moves::try_all(&mut self.state, lesson, &mut |cost, step| {
                let weighed = cost.breaches * weight + cost.points;
                let beats = cost.breaches == 0 && cost.points < most;
                if best.as_ref().is_none_or(|(least, _)| weighed < *least)
                    && (beats || !is_tabu(tabu, step))
                {
                    best = Some((weighed, step.to_vec()));
                }
            });
        }
        best.map(|(_, step)| step)
    }

    fn take(&mut self, step: Move) {
        for booking in &step {
            self.state.unassign(booking.lesson);
        }
        for booking in step {
            let old = self.state.assign(booking);
            self.tabu.push(Tabu {
                lesson: old.lesson,
                start: old.start,
                until: self.round + TENURE,
            });
        }
    }

    fn adapt(&mut self) {
        let broken = self.state.cost().breaches > 0;
        self.streak = match (broken, self.streak > 0) {
            (true, true) => self.streak + 1,
            (true, false) => 1,
            (false, true) => -1,
            (false, false) => self.streak - 1,
        };
        if self.streak.unsigned_abs() >= ADAPT_AFTER {
            self.weight = if broken { self.weight * 3 / 2 } else { self.weight * 2 / 3 };
            let (least, most) = (self.level.scaled(LEAST_WEIGHT), self.level.scaled(MOST_WEIGHT));
            self.weight = self.weight.clamp(least, most);
            self.streak = 0;
        }
    }

    /// Lessons that break a rule with others; where there are none, those that cost points.
    fn troubled(&self) -> Vec<LessonId> {
        let moved = self.moved();
        if self.state.cost().breaches == 0 {
            return moved;
        }
        let mut troubled = BTreeSet::new();
        for &lesson in &moved {
            self.add_troubled_by(lesson, &mut troubled);
        }
        if self.state.missed_too_much() > 0 {
            let lessons = self.state.context.problem.lessons.iter().map(|lesson| lesson.id);
            troubled.extend(lessons.filter(|&lesson| self.state.is_missed(lesson)));
        }
        troubled.into_iter().collect()
    }

    fn moved(&self) -> Vec<LessonId> {
        let problem = self.state.context.problem;
        let bookings = self.state.bookings().iter();
        let is_moved = |booking: &&Booking| {
            let lesson = problem.lesson(booking.lesson);
            booking.cell(problem) != lesson.home || booking.exchanges(problem)
        };
        bookings.filter(is_moved).map(|booking| booking.lesson).collect()
    }

    /// Those who are in trouble where `lesson` is, or where it was in the baseline.
    fn add_troubled_by(&self, lesson: LessonId, troubled: &mut BTreeSet<LessonId>) {
        let context = self.state.context;
        let frame = &context.problem.frame;
        let home = context.problem.lesson(lesson).home;
        let days = [home, self.state.booking(lesson).cell(context.problem)];
        for day in days.map(|cell| frame.day(cell)) {
            for &class in context.classes_of(lesson) {
                let lessons = &context.problem.lessons_of_class[class];
                if self.state.has_gaps(class, day) {
                    troubled.extend(lessons);
                }
                let clashing = |other: &&LessonId| self.state.is_in_clash(**other);
                troubled.extend(lessons.iter().filter(clashing));
            }
            for &teacher in context.teachers_of(lesson) {
                let lessons = &context.problem.lessons_of_teacher[teacher];
                if self.state.is_overloaded(teacher, day) {
                    troubled.extend(lessons);
                }
                let clashing = |other: &&LessonId| self.state.is_in_clash(**other);
                troubled.extend(lessons.iter().filter(clashing));
            }
            for &(subject, _) in context.subjects(lesson) {
                if self.state.subject_excess(subject, day) > 0 {
                    let counted = &context.limits.subject_days[subject].lessons;
                    troubled.extend(counted.iter().map(|one| one.0));
                }
            }
        }
        if self.state.is_in_clash(lesson) {
            troubled.insert(lesson);
        }
    }
}
