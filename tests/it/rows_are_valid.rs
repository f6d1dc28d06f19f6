//! The judge tries proposals, never bounds: a row that some allowed timetable breaks would make a wrong bound look proven.
//! So every row that a search works with is tried on timetables that the judge allows.

use std::collections::BTreeMap;

use mesterskema::check::check;
use mesterskema::domain::{Effort, Proposal, Rule, School};
use mesterskema::generate::{AwayDays, Count, Kind, Prospectus, generate};
use mesterskema::model::{
    Auxiliaries, Auxiliary, Booking, Charges, Limits, Occupancy, Origin, Row, RowIndex, SCALE,
    Scope, lower_bound, propose,
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
        let rows = rows(&problem, &|| false);
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
        for teacher in
            (0..problem.lessons_of_teacher.len()).map(mesterskema::problem::TeacherId::new)
        {
            for day in problem.frame.days() {
                let weeks = problem.cycle().iter().take(problem.frame.weeks);
                let (mut comes, mut beyond) = (false, 0);
                for week in weeks {
                    let pattern = occupancy.pattern(teacher.index(), week, day);
                    let free = self.limits.teacher_gaps(teacher.index(), week, day);
                    comes |= pattern.0 != 0;
                    beyond = beyond.max(i64::from(pattern.gaps().saturating_sub(free)));
                }
                let is_new = comes && !self.limits.teacher_comes(teacher.index(), day);
                units.insert(Auxiliary::TeacherGap(teacher, day), beyond);
                units.insert(Auxiliary::TeacherDay(teacher, day), i64::from(is_new));
            }
        }
        for booking in bookings {
            for used in &problem.lesson(booking.lesson).classes {
                let cell = booking.cell(problem).later(used.offset);
                let is_new = !problem.class_occupied[used.class.index()][cell.index()];
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

    /// Goes from one allowed timetable to the next by one lesson or two, and tries all rows on each; how many there were.
    fn walk(&self, chance: &mut Chance, steps: usize) -> usize {
        let mut bookings = self.homes();
        assert_eq!(self.broken(&bookings), None, "the baseline breaks a row");
        let mut tried = 0;
        for _ in 0..steps {
            let mut next = bookings.clone();
            for _ in 0..=chance.below(2) {
                let lesson = LessonId::new(chance.below(next.len()));
                next[lesson.index()] = self.anywhere(lesson, chance);
            }
            if self.is_allowed(&next) {
                assert_eq!(self.broken(&next), None, "an allowed timetable breaks a row: {next:?}");
                bookings = next;
                tried += 1;
            }
        }
        tried
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

/// The bound that some multipliers of the rows prove, in points.
fn bound(trial: &Trial<'_>, multipliers: &[i64]) -> i64 {
    let problem = &trial.problem;
    let open = problem.choosers.iter().map(|chooser| vec![true; chooser.choices.len()]).collect();
    let scope = Scope::new(problem, open);
    let mut auxiliaries = Auxiliaries::default();
    for (auxiliary, _) in trial.rows.iter().flat_map(|row| &row.reliefs) {
        auxiliaries.enter(*auxiliary);
    }
    let rows = trial.rows.iter().zip(multipliers.iter().copied());
    let charges = Charges::of(problem, &auxiliaries, rows);
    let cheapest = problem.lessons.iter().map(|lesson| {
        let starts = 0..lesson.starts.len();
        let costs =
            starts.filter_map(|start| scope.cheapest(problem, &charges, lesson, start, i64::MAX));
        costs.map(|one| one.0).min()
    });
    problem.in_points(lower_bound(problem, &auxiliaries, &charges, cheapest).points())
}

#[test]
fn a_bound_from_wrong_multipliers_is_still_a_bound() {
    let (mut tried, mut positive) = (0, 0);
    for seed in 0..250 {
        let school = random_school::school(seed);
        let trial = Trial::of(&school);
        let Some(points) = answer(&school, Effort::Strict).points() else { continue };
        let mut chance = Chance::new(seed);
        for _ in 0..20 {
            let dear = chance.pick(&[1, 5, 40]);
            let mut multiplier = |_: &Row| {
                let parts = chance.below(usize::try_from(dear * SCALE).unwrap());
                if chance.percent(30) { i64::try_from(parts).unwrap() } else { 0 }
            };
            let multipliers: Vec<i64> = trial.rows.iter().map(&mut multiplier).collect();
            let bound = bound(&trial, &multipliers);
            assert!(bound <= points, "seed {seed}: {bound} is no bound of {points}");
            tried += 1;
            positive += usize::from(bound > 0);
        }
    }
    assert!(tried > 1000 && positive > 30, "{tried} bounds, {positive} positive");
}
