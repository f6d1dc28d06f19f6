//! Halves of rows: whatever keeps the rows keeps their halves.

use mesterskema::domain::{Effort, Price};
use mesterskema::model::{Auxiliary, Booking, Combination, Members, Origin, Row, RowIndex, Term};
use mesterskema::problem::{DayId, Id, Ids, LessonId, Problem, TeacherId};

use crate::chance::Chance;
use crate::random_school::school;

/// A whole solution of no particular merit: a booking for each lesson, and units of auxiliary columns.
struct Whole {
    bookings: Vec<Booking>,
    units: Vec<(Auxiliary, i64)>,
}

impl Whole {
    fn random(problem: &Problem, chance: &mut Chance) -> Self {
        let mut booking = |(lesson, _): (LessonId, _)| {
            let indexed = problem.lesson(lesson);
            let start = chance.below(indexed.starts.len());
            let rooms = indexed.rooms.iter().map(|used| chance.pick(&used.choices)).collect();
            Booking { lesson, start, rooms }
        };
        let bookings = problem.lessons().map(&mut booking).collect();
        let teachers = problem.teachers();
        let gaps = teachers.map(|teacher| Auxiliary::TeacherGap(teacher, DayId::new(0)));
        Self { bookings, units: gaps.map(|one| (one, i64::from(chance.between(0, 3)))).collect() }
    }

    fn left_side(&self, problem: &Problem, row: &Row) -> i64 {
        let mut index = RowIndex::new(problem);
        index.enter(row);
        let coefficients =
            self.bookings.iter().flat_map(|booking| index.coefficients(problem, booking));
        let units = |one: &(Auxiliary, i64)| {
            let own = self.units.iter().filter(|own| own.0 == one.0);
            own.map(|own| own.1 * one.1).sum::<i64>()
        };
        coefficients.map(|one| one.1).sum::<i64>() - row.reliefs.iter().map(units).sum::<i64>()
    }

    /// A row that it keeps, with little to spare.
    fn random_row(&self, problem: &Problem, chance: &mut Chance) -> Row {
        let terms = (0..=chance.below(4)).map(|_| random_term(problem, chance)).collect();
        let reliefs = if chance.percent(40) {
            vec![(chance.pick(&self.units).0, i64::from(chance.between(1, 3)))]
        } else {
            Vec::new()
        };
        let mut row =
            Row { origin: Origin::Price(Price::TeacherGap), terms, reliefs, right_side: 0 };
        row.right_side = self.left_side(problem, &row) + i64::from(chance.percent(30));
        row
    }
}

fn random_id<I: Id>(mut ids: Ids<I>, chance: &mut Chance) -> I {
    ids.nth(chance.below(ids.len())).unwrap()
}

fn random_term(problem: &Problem, chance: &mut Chance) -> (Term, i64) {
    let week = random_id(problem.frame.weeks(), chance);
    let cell = random_id(problem.frame.cells(), chance);
    let lesson = random_id(problem.lessons.ids(), chance);
    let coefficient = chance.pick(&[-2, -1, 1, 1, 1, 2, 3]);
    match chance.below(5) {
        0 => {
            let class = random_id(problem.classes(), chance);
            (Term::Class(class, week, cell, Members::All), coefficient)
        }
        1 => {
            let teacher = random_id(problem.teachers(), chance);
            (Term::Teacher(teacher, week, cell), coefficient)
        }
        // What rows count of rooms is never below 0.
        2 => {
            let room = random_id(problem.rooms(), chance);
            (Term::Room(room, week, cell), coefficient.abs())
        }
        3 => {
            let day = random_id(problem.frame.days(), chance);
            (Term::Day(lesson, day), coefficient)
        }
        _ => {
            let starts = &problem.lesson(lesson).starts;
            (Term::Start(lesson, chance.pick(starts).cell), coefficient)
        }
    }
}

#[test]
fn whatever_keeps_some_rows_keeps_any_half_of_them() {
    let (mut exact, mut rooms) = (0, 0);
    for seed in 0..400 {
        let problem = Problem::index(&school(seed), Effort::Best);
        if problem.lessons.iter().any(|lesson| lesson.starts.is_empty()) {
            continue;
        }
        let mut chance = Chance::new(seed);
        let whole = Whole::random(&problem, &mut chance);
        for _ in 0..20 {
            let rows: Vec<Row> =
                (0..=chance.below(5)).map(|_| whole.random_row(&problem, &mut chance)).collect();
            let combination = Combination::of(&problem, &rows.iter().collect::<Vec<_>>());
            let raised: Vec<bool> =
                combination.lessons().iter().map(|_| chance.percent(50)).collect();
            let half = combination.zero_half_cut(&problem, |place| raised[place]);
            let left = whole.left_side(&problem, &half);
            assert!(left <= half.right_side, "seed {seed}: {rows:?} make {half:?}");
            exact += usize::from(left == half.right_side && !half.terms.is_empty());
            let is_of_room = |term: &(Term, i64)| matches!(term.0, Term::Room(..));
            rooms += usize::from(rows.iter().any(|row| row.terms.iter().any(is_of_room)));
        }
    }
    assert!(exact > 500, "only {exact} halves leave nothing to spare");
    assert!(rooms > 1000, "only {rooms} are of rooms");
}

#[test]
fn three_lessons_of_which_any_two_share_somebody_are_not_together() {
    let problem = (0..).map(|seed| Problem::index(&school(seed), Effort::Best));
    let problem = problem.clone().find(|problem| problem.lessons.len() >= 3 && all_free(problem));
    let problem = problem.unwrap();
    let first = |lesson: usize| {
        let lesson = LessonId::new(lesson);
        (Term::Start(lesson, problem.lesson(lesson).starts[0].cell), 1)
    };
    let pair = |one: usize, other: usize| Row {
        origin: Origin::ZeroHalf,
        terms: vec![first(one), first(other)],
        reliefs: Vec::new(),
        right_side: 1,
    };
    let pairs = [pair(0, 1), pair(1, 2), pair(0, 2)];
    let half = Combination::of(&problem, &pairs.each_ref()).zero_half_cut(&problem, |_| false);
    assert_eq!(half.terms, [first(0), first(1), first(2)]);
    assert_eq!(half.right_side, 1);
}

fn all_free(problem: &Problem) -> bool {
    problem.lessons.iter().take(3).all(|lesson| lesson.starts.len() >= 3)
}

#[test]
fn a_row_is_reduced_to_coefficients_without_a_common_divisor() {
    let term = |lesson| Term::Day(LessonId::new(lesson), DayId::new(0));
    let gap = Auxiliary::TeacherGap(TeacherId::new(0), DayId::new(0));
    let row = Row {
        origin: Origin::ZeroHalf,
        terms: vec![(term(0), 6), (term(1), -4)],
        reliefs: vec![(gap, 2)],
        right_side: -3,
    };
    let reduced = row.clone().reduced();
    assert_eq!(reduced.terms, [(term(0), 3), (term(1), -2)]);
    assert_eq!((reduced.reliefs.clone(), reduced.right_side), (vec![(gap, 1)], -2));
    assert_eq!(reduced.clone().reduced(), reduced);
}
