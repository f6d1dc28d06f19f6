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
mod place;
mod state;

use std::collections::BTreeSet;

pub(super) use context::Context;
pub(super) use pace::{FOR_A_FIRST, Pace, RoundLimit};

use moves::Move;
use state::State;

use super::price_level::PriceLevel;
use crate::domain::Stop;
use crate::model::{Booking, DayLimitId};
use crate::problem::{ClassId, DayId, LessonId, TeacherId};

/// What a broken period weighs at first, in points where prices are usual, a few times what moving a lesson costs; and the
/// least and most that it may come to.
const WEIGHT: i64 = 40;
const LEAST_WEIGHT: i64 = 5;
const MOST_WEIGHT: i64 = 10_000;
/// After so many rounds in a row with breaches, or without, they weigh more, or less, so that the search keeps crossing the
/// border between timetables that break rules and those that break none: strategic oscillation (Glover 1989; Gendreau, Hertz
/// and Laporte 1994).
const ADAPT_AFTER: u32 = 12;
/// The weight grows, and shrinks, by this: 3 over 2.
const ADAPT_BY: (i64, i64) = (3, 2);
/// A lesson does not come back to where it was for this many rounds: as many as take it past those that were in its way.
const TENURE: u64 = 9;
/// At most so many lessons are tried in a round, others in the next: what Glover calls a candidate list.
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
    let mut state = State::new(context, bookings);
    let level = PriceLevel::of(context.problem);
    let weight = level.scaled(WEIGHT);
    place::place_all(&mut state, weight);
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

impl Tabu {
    fn forbids(&self, booking: &Booking) -> bool {
        self.lesson == booking.lesson && self.start == booking.start
    }
}

fn is_tabu(tabu: &[Tabu], step: &[Booking]) -> bool {
    step.iter().any(|booking| tabu.iter().any(|one| one.forbids(booking)))
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
            let (more, less) = ADAPT_BY;
            let (times, over) = if broken { (more, less) } else { (less, more) };
            let (least, most) = (self.level.scaled(LEAST_WEIGHT), self.level.scaled(MOST_WEIGHT));
            self.weight = (self.weight * times / over).clamp(least, most);
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
        troubled.extend(self.state.in_each_others_way());
        if self.state.missed_too_much() > 0 {
            let lessons = self.state.context.problem.lessons.iter().map(|lesson| lesson.id);
            troubled.extend(lessons.filter(|&lesson| self.state.is_missed(lesson)));
        }
        troubled.into_iter().collect()
    }

    fn moved(&self) -> Vec<LessonId> {
        let bookings = self.state.bookings().iter();
        bookings.filter(|one| self.is_moved(one)).map(|booking| booking.lesson).collect()
    }

    fn is_moved(&self, booking: &Booking) -> bool {
        let problem = self.state.context.problem;
        !booking.is_home(problem)
    }

    /// Those who are in trouble where `lesson` is, or where it was in the baseline, if it was.
    fn add_troubled_by(&self, lesson: LessonId, troubled: &mut BTreeSet<LessonId>) {
        let context = self.state.context;
        let home = context.problem.lesson(lesson).home;
        let cells = home.into_iter().chain([self.state.booking(lesson).cell(context.problem)]);
        for day in cells.map(|cell| context.problem.frame.day(cell)) {
            for &class in context.classes_of(lesson) {
                self.add_troubled_of_class(class, day, troubled);
            }
            for &teacher in context.teachers_of(lesson) {
                self.add_troubled_of_teacher(teacher, day, troubled);
            }
            for &(subject, _) in context.subjects(lesson) {
                self.add_troubled_of_subject(subject, day, troubled);
            }
        }
        if self.state.is_in_clash(lesson) {
            troubled.insert(lesson);
        }
    }

    fn add_troubled_of_class(&self, class: ClassId, day: DayId, troubled: &mut BTreeSet<LessonId>) {
        let lessons = &self.state.context.problem.lessons_of_class[class];
        if self.state.has_gaps(class, day) {
            troubled.extend(lessons);
        }
        troubled.extend(lessons.iter().filter(|&&lesson| self.state.is_in_clash(lesson)));
    }

    fn add_troubled_of_teacher(
        &self,
        teacher: TeacherId,
        day: DayId,
        troubled: &mut BTreeSet<LessonId>,
    ) {
        let lessons = &self.state.context.problem.lessons_of_teacher[teacher];
        if self.state.is_overloaded(teacher, day) {
            troubled.extend(lessons);
        }
        troubled.extend(lessons.iter().filter(|&&lesson| self.state.is_in_clash(lesson)));
    }

    fn add_troubled_of_subject(
        &self,
        subject: DayLimitId,
        day: DayId,
        troubled: &mut BTreeSet<LessonId>,
    ) {
        if self.state.subject_excess(subject, day) > 0 {
            let counted = &self.state.context.limits.day_limits[subject].lessons;
            troubled.extend(counted.iter().map(|one| one.0));
        }
    }
}
