//! The judge tries proposals, never bounds: a row that some allowed timetable breaks would make a wrong bound look proven.
//! So every row that a search works with is tried on timetables that the judge allows.

use std::collections::BTreeMap;

use mesterskema::check::check;
use mesterskema::domain::{Effort, Proposal, Rule, School, Stop};
use mesterskema::generate::{AwayDays, Count, Kind, Prospectus, generate};
use mesterskema::model::{
    Auxiliaries, Auxiliary, Booking, Charges, Limits, Occupancy, Origin, Row, RowIndex, SCALE,
    Scope, lower_bound, points, propose,
};
use mesterskema::problem::{LessonId, Problem};
use mesterskema::solve::rows;

use crate::chance::Chance;
use crate::optimum::answer;
use crate::random_school;

/// Rules about apprentices' days: rows know nothing of them.
const OF_APPRENTICES: [Rule; 3] = [Rule::RequiredMissed, Rule::PlaceFull, Rule::Away];

/// The rows of a search, to be tried on timetables.
struct Trial<'a> {
    school: &'a School,
    problem: Problem,
    limits: Limits,
    rows: Vec<Row>,
    index: RowIndex,
}

impl<'a> Trial<'a> {
    fn of(school: &'a School) -> Self {
        let problem = Problem::index(school, Effort::Strict);
        let rows = rows(&problem, &Stop::never());
        let mut index = RowIndex::new(&problem);
        for row in &rows {
            index.enter(row);
        }
        Self { school, limits: Limits::of(&problem), problem, rows, index }
    }

    fn is_allowed(&self, bookings: &[Booking]) -> bool {
        let choices = vec![0; self.problem.choosers.len()];
        let Proposal { timetable, .. } = propose(self.school, &self.problem, bookings, &choices);
        let away = vec![0; self.school.apprentices.len()];
        let proposal = Proposal { timetable, away };
        let breaches = check(self.school, &proposal, Effort::Best).breaches;
        breaches.iter().all(|breach| OF_APPRENTICES.contains(&breach.rule()))
    }

    /// The first row that an allowed timetable breaks.
    fn broken(&self, bookings: &[Booking]) -> Option<&Row> {
        let mut left = vec![0; self.rows.len()];
        for booking in bookings {
            for (row, coefficient) in self.index.coefficients(&self.problem, booking) {
                left[row] += coefficient;
            }
        }
        let units = self.units(bookings);
        let relief = |row: &Row| -> i64 {
            row.reliefs.iter().map(|(one, times)| times * units.get(one).unwrap_or(&0)).sum()
        };
        let mut each = self.rows.iter().zip(left);
        each.find(|(row, left)| left - relief(row) > row.right_side).map(|(row, _)| row)
    }

    /// What several lessons cost together, counted from the timetable.
    fn units(&self, bookings: &[Booking]) -> BTreeMap<Auxiliary, i64> {
        let problem = &self.problem;
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
                let is_new = !problem.class_occupied[(used.class, cell)];
                if is_new && !used.is_alone(problem.cycle()) {
                    units.insert(Auxiliary::NewSlot(used.class, cell), 1);
                }
            }
        }
        units
    }

    fn homes(&self) -> Vec<Booking> {
        self.problem.lessons().map(|(lesson, _)| Booking::home(&self.problem, lesson)).collect()
    }

    /// Allowed timetables, from each to the next by one lesson or two.
    fn allowed(&self, chance: &mut Chance, steps: usize) -> Vec<Vec<Booking>> {
        let mut all = vec![self.homes()];
        for _ in 0..steps {
            let mut next = all[all.len() - 1].clone();
            for _ in 0..=chance.below(2) {
                let lesson = LessonId::new(chance.below(next.len()));
                next[lesson.index()] = self.anywhere(lesson, chance);
            }
            if self.is_allowed(&next) {
                all.push(next);
            }
        }
        all
    }

    /// Tries all rows on allowed timetables; how many there were.
    fn walk(&self, chance: &mut Chance, steps: usize) -> usize {
        let allowed = self.allowed(chance, steps);
        for bookings in &allowed {
            assert_eq!(
                self.broken(bookings),
                None,
                "an allowed timetable breaks a row: {bookings:?}"
            );
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
        let trial = Trial::of(&school);
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
    for (days, seed) in [(AwayDays::Shared, 1), (AwayDays::PerClass, 2), (AwayDays::Spread, 3)] {
        let kind = Kind::Folkeskole { parallel: 1 };
        let school =
            generate(&Prospectus { kind, apprentices: Count::Pupils(4), days, seed }).unwrap();
        let trial = Trial::of(&school);
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
    lower_bound(problem, &auxiliaries, &charges, cheapest).points()
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
        let trial = Trial::of(&school);
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

/// The scope in which nothing but one timetable is left, each chooser with the first choice.
fn nothing_but(problem: &Problem, bookings: &[Booking]) -> Scope {
    let first = |count: usize| (0..count).map(|choice| choice == 0).collect();
    let open = problem.choosers.iter().map(|chooser| first(chooser.choices.len()));
    let mut scope = Scope::new(problem, open.collect());
    for booking in bookings {
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
        let trial = Trial::of(&school);
        let problem = Problem::index(&school, Effort::Best);
        let limits = Limits::of(&problem);
        let mut chance = Chance::new(seed);
        for bookings in trial.allowed(&mut chance, 60) {
            let scope = nothing_but(&problem, &bookings);
            let points = points(&problem, &limits, &scope, &bookings).unwrap();
            for _ in 0..10 {
                let multipliers = anyhow(&trial.rows, &mut chance);
                let bound = bound(&problem, &scope, &trial.rows, &multipliers);
                assert!(bound <= points, "seed {seed}: {bound} is no bound of {points}");
                tried += 1;
                exact += usize::from(bound == points && points > 0);
            }
        }
    }
    assert!(tried > 5000 && exact > 200, "{tried} bounds, {exact} of them exact");
}
