//! The judge tries proposals, never bounds: a row that some allowed timetable breaks would make a wrong bound look proven.
//! So every row that a search works with is tried on proposals that the judge allows.

use std::collections::BTreeMap;

use mesterskema::check::check;
use mesterskema::domain::{self, Effort, Proposal, RoomName, School, Stop};
use mesterskema::generate::{AwayDays, Count, DaysEach, Kind, Prospectus, generate};
use mesterskema::model::{
    Auxiliaries, Auxiliary, Booking, Charges, Limits, Occupancy, Origin, Row, RowIndex, SCALE,
    Scope, Term, lower_bound, points, propose,
};
use mesterskema::problem::{Cell, ChooserId, CorePeriod, LessonId, Problem, RoomId};
use mesterskema::solve::rows;

use crate::chance::Chance;
use crate::optimum::answer;
use crate::random_school;

/// The rows of a search, to be tried on proposals.
struct Trial<'a> {
    school: &'a School,
    effort: Effort,
    problem: Problem,
    limits: Limits,
    rows: Vec<Row>,
    index: RowIndex,
}

/// A booking for each lesson, a choice for each chooser.
#[derive(Clone, Debug)]
struct Whole {
    bookings: Vec<Booking>,
    choices: Vec<usize>,
}

impl<'a> Trial<'a> {
    fn of(school: &'a School, effort: Effort) -> Self {
        let problem = Problem::index(school, effort);
        let rows = rows(&problem, &Stop::never());
        let mut index = RowIndex::new(&problem);
        for row in &rows {
            index.enter(row);
        }
        Self { school, effort, limits: Limits::of(&problem), problem, rows, index }
    }

    fn proposal(&self, whole: &Whole) -> Proposal {
        propose(self.school, &self.problem, &whole.bookings, &whole.choices)
    }

    fn is_allowed(&self, whole: &Whole) -> bool {
        check(self.school, &self.proposal(whole), self.effort).breaches.is_empty()
    }

    /// The first row that an allowed proposal breaks.
    fn broken(&self, whole: &Whole) -> Option<&Row> {
        let mut left = vec![0; self.rows.len()];
        for booking in &whole.bookings {
            for (row, coefficient) in self.index.coefficients(&self.problem, booking) {
                left[row] += coefficient;
            }
        }
        let units = self.units(whole);
        let chosen = |row: &Row| -> i64 {
            let terms = row.terms.iter().filter(|(term, _)| {
                matches!(term, Term::Choice(chooser, one) if whole.choices[chooser.index()] == *one)
            });
            terms.map(|one| one.1).sum()
        };
        let relief = |row: &Row| -> i64 {
            row.reliefs.iter().map(|(one, times)| times * units.get(one).unwrap_or(&0)).sum()
        };
        let mut each = self.rows.iter().zip(left);
        each.find(|(row, left)| left + chosen(row) - relief(row) > row.right_side)
            .map(|(row, _)| row)
    }

    /// What several lessons cost together, counted from the timetable.
    fn units(&self, whole: &Whole) -> BTreeMap<Auxiliary, i64> {
        let problem = &self.problem;
        let bookings = whole.bookings.as_slice();
        let occupancy = Occupancy::of_teachers(problem, bookings);
        let mut units = BTreeMap::new();
        for teacher in problem.teachers() {
            for day in problem.frame.days() {
                let (mut comes, mut beyond) = (false, 0);
                for week in problem.frame.weeks() {
                    let pattern = occupancy.pattern(teacher, week, day);
                    let free = self.limits.teacher_gaps(teacher, week, day);
                    comes |= pattern.0 != 0;
                    beyond = beyond.max(i64::from(pattern.gaps().saturating_sub(free)));
                }
                let is_new = comes && !self.limits.teacher_comes(teacher, day);
                units.insert(Auxiliary::TeacherGap(teacher, day), beyond);
                units.insert(Auxiliary::TeacherDay(teacher, day), i64::from(is_new));
            }
        }
        for booking in bookings {
            for used in &problem.lesson(booking.lesson).classes {
                let cell = booking.cell(problem).later(used.offset);
                if problem.new_slots[(used.class, cell)] && !used.is_alone(problem.cycle()) {
                    units.insert(Auxiliary::NewSlot(used.class, cell), 1);
                }
            }
        }
        let verdict = check(self.school, &self.proposal(whole), Effort::Best);
        for missed in &verdict.difference.missed {
            let start = bookings[missed.lesson].cell(problem);
            let is_missed = |period: &CorePeriod| {
                let chooser = &problem.choosers[period.chooser];
                period.lesson.index() == missed.lesson
                    && problem.frame.slot(start.later(period.offset)) == missed.slot
                    && period.level == missed.level
                    && chooser.apprentices.contains(&missed.apprentice)
            };
            let own = problem.periods.pairs().filter(|(_, period)| is_missed(period));
            units.extend(own.map(|(period, _)| (Auxiliary::Missed(period), 1)));
        }
        units
    }

    /// What a proposal stands for.
    fn whole(&self, proposal: &Proposal) -> Whole {
        let problem = &self.problem;
        let id = |name: &RoomName| {
            RoomId::new(self.school.rooms.keys().position(|room| room == name).unwrap())
        };
        let names: Vec<&RoomName> = self.school.rooms.keys().collect();
        let booking = |(lesson, booked): (usize, &Option<domain::Booking>)| {
            let (lesson, booked) = (LessonId::new(lesson), booked.as_ref().unwrap());
            let indexed = problem.lesson(lesson);
            let is_there = |cell: Cell| problem.frame.slot(cell) == booked.start;
            let start = indexed.starts.iter().position(|start| is_there(start.cell)).unwrap();
            let rooms = indexed.rooms.iter().map(|used| id(booked.room(names[used.room.index()])));
            Booking { lesson, start, rooms: rooms.collect() }
        };
        let bookings = proposal.timetable.bookings.iter().enumerate().map(booking).collect();
        let mut whole = Whole { bookings, choices: Vec::new() };
        self.choose(&mut whole, &proposal.away);
        whole
    }

    /// Chooses as apprentices are `away`; whose days are those of others, as those choose.
    fn choose(&self, whole: &mut Whole, away: &[usize]) {
        whole.choices.clear();
        for chooser in &self.problem.choosers {
            whole.choices.push(match &chooser.days {
                None => away[chooser.apprentices[0]],
                Some(days) => {
                    let all = days.of_choices(&self.problem, &whole.choices);
                    days.sets.iter().position(|&set| set == all).unwrap_or(usize::MAX)
                }
            });
        }
    }

    /// Allowed proposals, the best first, from each to the next by a lesson or two and the choices of a chooser.
    fn allowed(&self, chance: &mut Chance, steps: usize) -> Vec<Whole> {
        let Some((best, _)) = answer(self.school, self.effort).offered else { return Vec::new() };
        let mut all = vec![self.whole(&best)];
        for _ in 0..steps {
            let mut next = all[all.len() - 1].clone();
            for _ in 0..=chance.below(2) {
                let lesson = LessonId::new(chance.below(next.bookings.len()));
                next.bookings[lesson.index()] = self.anywhere(lesson, chance);
            }
            if chance.percent(25) {
                let mut away = self.proposal(&next).away;
                let chooser = chance.below(self.problem.choosers.len());
                let chooser = &self.problem.choosers[ChooserId::new(chooser)];
                let chosen = chance.below(chooser.choices.len());
                chooser.apprentices.iter().for_each(|&apprentice| away[apprentice] = chosen);
                self.choose(&mut next, &away);
            }
            if self.is_allowed(&next) {
                all.push(next);
            }
        }
        all
    }

    /// Tries all rows on allowed proposals; how many there were.
    fn walk(&self, chance: &mut Chance, steps: usize) -> usize {
        let allowed = self.allowed(chance, steps);
        for whole in &allowed {
            let broken = self.broken(whole);
            assert_eq!(broken, None, "an allowed proposal breaks a row: {whole:?}");
        }
        allowed.len()
    }

    fn anywhere(&self, lesson: LessonId, chance: &mut Chance) -> Booking {
        let indexed = self.problem.lesson(lesson);
        let start = chance.below(indexed.starts.len());
        let rooms = indexed.rooms.iter().map(|used| chance.pick(&used.choices)).collect();
        Booking { lesson, start, rooms }
    }

    fn cuts(&self) -> usize {
        self.rows.iter().filter(|row| row.origin == Origin::ZeroHalf).count()
    }
}

#[test]
fn no_allowed_timetable_of_a_tiny_school_breaks_a_row() {
    let (mut rows, mut cuts, mut tried) = (0, 0, 0);
    for seed in 0..400 {
        let school = random_school::school(seed);
        let trial = Trial::of(&school, if seed % 2 == 0 { Effort::Strict } else { Effort::Best });
        rows += trial.rows.len();
        cuts += trial.cuts();
        if !trial.rows.is_empty() {
            tried += trial.walk(&mut Chance::new(seed), 120);
        }
    }
    assert!(
        rows > 1000 && cuts > 20 && tried > 3000,
        "{rows} rows, {cuts} cuts, {tried} timetables"
    );
}

#[test]
fn no_allowed_timetable_of_a_whole_school_breaks_a_row() {
    let (mut cuts, mut tried) = (0, 0);
    let schools = [
        (AwayDays::Shared, DaysEach::Two, 1),
        (AwayDays::PerClass, DaysEach::Two, 2),
        (AwayDays::Spread, DaysEach::Two, 3),
        (AwayDays::Shared, DaysEach::One, 1),
        (AwayDays::PerClass, DaysEach::One, 2),
        (AwayDays::Spread, DaysEach::One, 3),
    ];
    for (days, days_each, seed) in schools {
        let (kind, apprentices) = (Kind::Folkeskole { parallel: 1 }, Count::Pupils(4));
        let school = generate(&Prospectus { kind, apprentices, days, days_each, seed }).unwrap();
        let trial = Trial::of(&school, Effort::Strict);
        cuts += trial.cuts();
        tried += trial.walk(&mut Chance::new(seed), 500);
    }
    assert!(cuts > 20 && tried > 50, "{cuts} cuts, {tried} timetables");
}

/// The bound that some multipliers of the rows prove in a scope, in units of `problem`.
fn bound(problem: &Problem, scope: &Scope, rows: &[Row], multipliers: &[i64]) -> i64 {
    let mut auxiliaries = Auxiliaries::default();
    for (auxiliary, _) in rows.iter().flat_map(|row| &row.reliefs) {
        auxiliaries.enter(*auxiliary);
    }
    let rows = rows.iter().zip(multipliers.iter().copied());
    let charges = Charges::of(problem, &auxiliaries, rows);
    let cheapest = problem.lessons.iter().map(|lesson| {
        let cost = |start| scope.cheapest(problem, &charges, lesson, start, i64::MAX);
        (0..lesson.starts.len()).filter_map(cost).map(|one| one.0).min()
    });
    lower_bound(problem, &auxiliaries, &charges, scope.open_choices(), cheapest).points()
}

/// Multipliers of no particular merit: most of them 0, others up to so many points.
fn anyhow(rows: &[Row], chance: &mut Chance) -> Vec<i64> {
    let (used, dear) = (chance.pick(&[5, 30, 80]), chance.pick(&[1, 5, 40]));
    let most = usize::try_from(dear * SCALE).unwrap();
    let mut multiplier = |_: &Row| {
        let parts = i64::try_from(chance.below(most)).unwrap();
        if chance.percent(used) { parts } else { 0 }
    };
    rows.iter().map(&mut multiplier).collect()
}

#[test]
fn a_bound_from_wrong_multipliers_is_still_a_bound() {
    let (mut tried, mut positive) = (0, 0);
    for seed in 0..250 {
        let school = random_school::school(seed);
        let trial = Trial::of(&school, Effort::Strict);
        let problem = &trial.problem;
        let Some(points) = answer(&school, Effort::Strict).points() else { continue };
        let open = problem.choosers.iter().map(|chooser| vec![true; chooser.choices.len()]);
        let scope = Scope::new(problem, open.collect());
        let mut chance = Chance::new(seed);
        for _ in 0..20 {
            let multipliers = anyhow(&trial.rows, &mut chance);
            let bound = problem.in_points(bound(problem, &scope, &trial.rows, &multipliers));
            assert!(bound <= points, "seed {seed}: {bound} is no bound of {points}");
            tried += 1;
            positive += usize::from(bound > 0);
        }
    }
    assert!(tried > 1000 && positive > 30, "{tried} bounds, {positive} positive");
}

/// The scope in which nothing but one proposal is left.
fn nothing_but(problem: &Problem, whole: &Whole) -> Scope {
    let only = |count: usize, chosen: usize| (0..count).map(|choice| choice == chosen).collect();
    let open = problem.choosers.iter().zip(&whole.choices);
    let open = open.map(|(chooser, &chosen)| only(chooser.choices.len(), chosen));
    let mut scope = Scope::new(problem, open.collect());
    for booking in &whole.bookings {
        let starts = problem.lesson(booking.lesson).starts.len();
        for start in (0..starts).filter(|&start| start != booking.start) {
            scope.close_start(booking.lesson, start);
        }
        for (used, room) in booking.rooms.iter().enumerate() {
            scope.keep_rooms(booking.lesson, used, vec![*room]);
        }
    }
    scope
}

#[test]
fn a_bound_on_one_timetable_is_no_more_than_its_points() {
    let (mut tried, mut exact) = (0, 0);
    for seed in 0..150 {
        let school = random_school::school(seed);
        let trial = Trial::of(&school, Effort::Best);
        let (problem, limits) = (&trial.problem, &trial.limits);
        let mut chance = Chance::new(seed);
        for whole in trial.allowed(&mut chance, 60) {
            let scope = nothing_but(problem, &whole);
            let decided = Scope::decided(problem, &whole.choices);
            let points = points(problem, limits, &decided, &whole.bookings).unwrap();
            for _ in 0..10 {
                let multipliers = anyhow(&trial.rows, &mut chance);
                let bound = bound(problem, &scope, &trial.rows, &multipliers);
                assert!(bound <= points, "seed {seed}: {bound} is no bound of {points}");
                tried += 1;
                exact += usize::from(bound == points && points > 0);
            }
        }
    }
    assert!(tried > 5000 && exact > 200, "{tried} bounds, {exact} of them exact");
}
