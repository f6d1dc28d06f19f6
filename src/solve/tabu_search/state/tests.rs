//! The cost that is kept up to date by differences, beside a recount of the whole timetable.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use super::{Cost, State};
use crate::domain::{Effort, Week};
use crate::input::{Need, load};
use crate::model::{Booking, Limits, Occupancy, Scope, points};
use crate::problem::{Cell, ClassUse, LessonId, Problem, RoomId, TeacherId};
use crate::solve::tabu_search::context::Context;
use crate::solve::tests::{Chance, Tiny, bookings_in, decided};

/// A week and a cell.
type Moment = (Week, Cell);

/// What is taken of each resource: the resource, and when; once for each use.
struct Taken<'a> {
    classes: Vec<(Moment, &'a ClassUse)>,
    teachers: Vec<(TeacherId, Moment)>,
    rooms: Vec<(RoomId, Moment)>,
}

impl<'a> Taken<'a> {
    fn by(problem: &'a Problem, bookings: &[Booking]) -> Self {
        let mut taken = Self { classes: Vec::new(), teachers: Vec::new(), rooms: Vec::new() };
        for booking in bookings {
            let lesson = problem.lesson(booking.lesson);
            let cell = booking.cell(problem);
            for used in &lesson.classes {
                let at = used.weeks.iter().map(|week| (week, cell.later(used.offset)));
                taken.classes.extend(at.map(|moment| (moment, used)));
            }
            for used in &lesson.teachers {
                let at = used.weeks.iter().map(|week| (week, cell.later(used.offset)));
                taken.teachers.extend(at.map(|moment| (used.teacher, moment)));
            }
            for (used, &room) in lesson.rooms.iter().zip(&booking.rooms) {
                for &(offset, weeks) in &used.periods {
                    let at = weeks.iter().map(|week| (week, cell.later(offset)));
                    taken.rooms.extend(at.map(|moment| (room, moment)));
                }
            }
        }
        taken
    }

    /// Pairs of uses of a class at one moment that are not of different parts of one division.
    fn class_clashes(&self) -> i64 {
        let mut pairs = 0;
        for (number, (moment, one)) in self.classes.iter().enumerate() {
            for (_, other) in self.classes[..number].iter().filter(|other| other.0 == *moment) {
                pairs += i64::from(one.class == other.class && !are_side_by_side(one, other));
            }
        }
        pairs
    }

    fn teacher_clashes(&self) -> i64 {
        beyond(&self.teachers, |_| 1)
    }

    fn room_clashes(&self, problem: &Problem) -> i64 {
        beyond(&self.rooms, |room| i64::from(problem.room_capacity[room]))
    }
}

/// How many uses there are beyond what each resource holds at a moment.
fn beyond<R: Copy + Ord>(uses: &[(R, Moment)], capacity: impl Fn(R) -> i64) -> i64 {
    let mut sorted = uses.to_vec();
    sorted.sort_unstable();
    let groups = sorted.chunk_by(|one, other| one == other);
    groups.map(|group| (i64::try_from(group.len()).unwrap() - capacity(group[0].0)).max(0)).sum()
}

fn are_side_by_side(one: &ClassUse, other: &ClassUse) -> bool {
    let (Some((division, parts)), Some((other_division, other_parts))) = (&one.parts, &other.parts)
    else {
        return false;
    };
    division == other_division && parts.iter().all(|part| !other_parts.contains(part))
}

/// The cost of some bookings, counted from nothing.
fn recounted(context: &Context<'_>, bookings: &[Booking]) -> Cost {
    let (problem, limits, scope) = (context.problem, context.limits, context.scope);
    let taken = Taken::by(problem, bookings);
    let mut without_allowance = problem.clone();
    without_allowance.allowance = None;
    Cost {
        points: points(&without_allowance, limits, scope, bookings).unwrap(),
        breaches: taken.class_clashes()
            + taken.teacher_clashes()
            + taken.room_clashes(problem)
            + broken_by_day(problem, limits, bookings)
            + missed_too_much(problem, scope, bookings),
    }
}

/// Gaps of classes, periods of teachers and periods of subjects beyond what a day may have.
fn broken_by_day(problem: &Problem, limits: &Limits, bookings: &[Booking]) -> i64 {
    let classes = Occupancy::of_classes(problem, bookings);
    let teachers = Occupancy::of_teachers(problem, bookings);
    let mut broken = 0;
    for day in problem.frame.days() {
        for week in problem.cycle().iter() {
            for class in problem.classes() {
                let gaps = classes.pattern(class, week, day).gaps();
                broken += i64::from(gaps.saturating_sub(limits.class_gaps(class, week, day)));
            }
        }
        for subject in &limits.day_limits {
            let there = |lesson: LessonId| {
                bookings.iter().any(|booking| {
                    booking.lesson == lesson && problem.frame.day(booking.cell(problem)) == day
                })
            };
            let counted = subject.lessons.iter().filter(|one| there(one.0)).map(|one| one.1);
            broken += (counted.sum::<i64>() - subject.limit).max(0);
        }
    }
    for &(teacher, week, day, limit) in &limits.teacher_days {
        let periods = teachers.pattern(teacher, week, day).0.count_ones();
        broken += (i64::from(periods) - limit).max(0);
    }
    broken
}

fn missed_too_much(problem: &Problem, scope: &Scope, bookings: &[Booking]) -> i64 {
    let missed: i64 = bookings.iter().map(|one| scope.desired_missed(one.lesson, one.start)).sum();
    problem.allowance.map_or(0, |allowance| (missed - allowance).max(0))
}

/// How a walk of random steps went.
#[derive(Default)]
struct Walk {
    steps: usize,
    with_breaches: usize,
    without: usize,
}

impl Walk {
    /// Takes lessons out and puts them back anywhere; after every so many steps the cost is recounted.
    fn go(&mut self, context: &Context<'_>, chance: &mut Chance, steps: usize, each: usize) {
        let problem = context.problem;
        let open: Vec<Vec<Booking>> = problem
            .lessons()
            .map(|(lesson, _)| bookings_in(problem, context.scope, lesson))
            .collect();
        if open.iter().any(Vec::is_empty) {
            return;
        }
        let start = open.iter().map(|bookings| chance.pick(bookings)).collect();
        let mut state = State::new(context, start);
        let mut is_out = vec![false; open.len()];
        for step in 0..steps {
            let lesson = chance.below(open.len());
            if is_out[lesson] {
                state.assign(chance.pick(&open[lesson]));
            } else {
                state.unassign(LessonId::new(lesson));
            }
            is_out[lesson] ^= true;
            if step % each == 0 {
                self.compare(context, &state, &is_out);
            }
        }
    }

    fn compare(&mut self, context: &Context<'_>, state: &State<'_>, is_out: &[bool]) {
        let assigned = state.bookings().iter().filter(|one| !is_out[one.lesson.index()]);
        let assigned: Vec<Booking> = assigned.cloned().collect();
        let cost = recounted(context, &assigned);
        assert_eq!(state.cost(), cost, "{assigned:?}");
        self.steps += 1;
        *if cost.breaches > 0 { &mut self.with_breaches } else { &mut self.without } += 1;
    }
}

#[test]
fn the_cost_of_tiny_schools_equals_a_recount_after_every_step() {
    let mut walk = Walk::default();
    for seed in 0..150 {
        let mut tiny = Tiny::new(seed, Effort::Best);
        let mut chance = Chance::new(seed);
        tiny.problem.allowance = chance.percent(40).then_some(1);
        let scope = Scope::new(&tiny.problem, decided(&tiny.problem, &mut chance));
        let context = Context::new(&tiny.problem, &tiny.limits, &scope);
        walk.go(&context, &mut chance, 300, 1);
    }
    let Walk { steps, with_breaches, without } = walk;
    assert!(steps > 30_000, "{steps} steps");
    assert!(with_breaches > 5_000 && without > 5_000, "{with_breaches} with, {without} without");
}

#[test]
fn the_cost_of_a_shipped_school_equals_a_recount() {
    for name in ["lille", "yrkes"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools").join(name);
        let school = load(&folder, Need::Apprentices).school.unwrap();
        let problem = Problem::index(&school, Effort::Best);
        let limits = Limits::of(&problem);
        let mut chance = Chance::new(7);
        let scope = Scope::new(&problem, decided(&problem, &mut chance));
        let context = Context::new(&problem, &limits, &scope);
        let mut walk = Walk::default();
        walk.go(&context, &mut chance, 1500, 5);
        assert_eq!(walk.steps, 300, "{name}");
        assert!(walk.with_breaches > 0, "{name}");
    }
}
