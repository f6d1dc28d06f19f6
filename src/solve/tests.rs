//! What the unit tests of the search share: chance, tiny schools, and slow definitions of what rows count.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

use super::choices::OpenChoices;
use super::separate::{Solution, Value};
use crate::check::{check, faults};
use crate::domain::{
    Alternative, Apprentice, Class, ClassName, Day, Effort, Grid, Group, Language, Lesson,
    LessonName, Period, Piece, Price, Proposal, Room, RoomName, Rule, School, Slot, Span, Subject,
    SubjectCode, Teacher, TeacherName, Travel, Week, WeekLabel, Weeks, Weights,
};
use crate::model::{Auxiliary, Booking, Limits, Occupancy, Row, Scope, Term, propose};
use crate::problem::{LessonId, Problem, RoomId, SiteId, TeacherId};

/// Rules about apprentices' days: rows know nothing of them.
const OF_APPRENTICES: [Rule; 3] = [Rule::RequiredMissed, Rule::PlaceFull, Rule::Away];
/// Schools with more timetables than this are too many to go through.
const MOST_TIMETABLES: usize = 1500;

/// Seeded chance.
pub(super) struct Chance(Pcg32);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(Pcg32::seed_from_u64(seed))
    }

    /// A whole number from 0 to below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.0.next_u32()).unwrap() % end
    }

    /// Yes, in so many cases of a hundred.
    pub(super) fn percent(&mut self, yes: usize) -> bool {
        self.below(100) < yes
    }

    pub(super) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    /// A number above 0 and below 1.
    pub(super) fn fraction(&mut self) -> f64 {
        (f64::from(self.0.next_u32()) + 0.5) / f64::from(u32::MAX)
    }

    /// So many numbers above 0 that add up to one.
    pub(super) fn shares(&mut self, count: usize) -> Vec<f64> {
        let weights: Vec<f64> = (0..count).map(|_| self.fraction()).collect();
        let sum: f64 = weights.iter().sum();
        weights.into_iter().map(|weight| weight / sum).collect()
    }
}

/// A tiny school with its problem.
pub(super) struct Tiny {
    school: School,
    pub(super) problem: Problem,
    pub(super) limits: Limits,
}

impl Tiny {
    /// The school of a seed: two or three days of two or three periods, two classes, up to five lessons without faults.
    pub(super) fn new(seed: u64, effort: Effort) -> Self {
        let mut chance = Chance::new(seed);
        let mut school = without_lessons(&mut chance);
        for number in 0..3 + chance.below(3) {
            add_lesson(&mut school, &mut chance, number);
        }
        for number in 0..=chance.below(2) {
            school.apprentices.push(apprentice(&school.grid, &mut chance, number));
        }
        let problem = Problem::index(&school, effort);
        Self { school, limits: Limits::of(&problem), problem }
    }

    /// Whether the judge finds no breach but of rules about apprentices.
    pub(super) fn is_allowed(&self, bookings: &[Booking]) -> bool {
        let choices = vec![0; self.problem.choosers.len()];
        let Proposal { timetable, .. } = propose(&self.school, &self.problem, bookings, &choices);
        let proposal = Proposal { timetable, away: vec![0; self.school.apprentices.len()] };
        let breaches = check(&self.school, &proposal, Effort::Best).breaches;
        breaches.iter().all(|breach| OF_APPRENTICES.contains(&breach.rule()))
    }

    /// Every timetable, allowed or not; `None` if there are too many.
    pub(super) fn timetables(&self) -> Option<Vec<Vec<Booking>>> {
        let lessons: Vec<Vec<Booking>> =
            self.problem.lessons().map(|(lesson, _)| bookings(&self.problem, lesson)).collect();
        let count: usize = lessons.iter().map(Vec::len).product();
        (count <= MOST_TIMETABLES).then(|| lessons.into_iter().multi_cartesian_product().collect())
    }

    /// What an auxiliary column counts in a timetable.
    pub(super) fn units(&self, bookings: &[Booking], auxiliary: Auxiliary) -> i64 {
        let problem = &self.problem;
        let weeks = || problem.cycle().iter();
        let pattern = |teacher: TeacherId, week, day| {
            Occupancy::of_teachers(problem, bookings).pattern(teacher, week, day)
        };
        match auxiliary {
            Auxiliary::TeacherGap(teacher, day) => weeks()
                .map(|week| {
                    let free = self.limits.teacher_gaps(teacher, week, day);
                    i64::from(pattern(teacher, week, day).gaps().saturating_sub(free))
                })
                .max()
                .unwrap(),
            Auxiliary::TeacherDay(teacher, day) => {
                i64::from(weeks().any(|week| pattern(teacher, week, day).0 != 0))
            }
            Auxiliary::NewSlot(class, cell) => {
                let shares = |booking: &Booking| {
                    let mut uses = problem.lesson(booking.lesson).classes.iter();
                    let there = booking.cell(problem).index();
                    uses.any(|used| {
                        used.class == class
                            && there + usize::from(used.offset) == cell.index()
                            && !used.is_alone(problem.cycle())
                    })
                };
                i64::from(bookings.iter().any(shares))
            }
            Auxiliary::Missed(period) => {
                let period = &problem.periods[period];
                let cell = bookings[period.lesson.index()].cell(problem).later(period.offset);
                let first = &problem.choosers[period.chooser].choices[0];
                let is_missed = |&site: &SiteId| first.misses(period.whereabouts, site, cell);
                i64::from(period.sites.iter().all(is_missed))
            }
        }
    }
}

/// Every choice open.
pub(super) fn all_open(problem: &Problem) -> OpenChoices {
    problem.choosers.iter().map(|chooser| vec![true; chooser.choices.len()]).collect()
}

/// One choice open to each chooser, any.
pub(super) fn decided(problem: &Problem, chance: &mut Chance) -> OpenChoices {
    let one = |count: usize, chance: &mut Chance| {
        let taken = chance.below(count);
        (0..count).map(|choice| choice == taken).collect()
    };
    problem.choosers.iter().map(|chooser| one(chooser.choices.len(), chance)).collect()
}

/// Every booking of a lesson, by the law: its rooms are there, and no two of them the same.
pub(super) fn bookings(problem: &Problem, lesson: LessonId) -> Vec<Booking> {
    let indexed = problem.lesson(lesson);
    let in_rooms = |start: usize| {
        let cell = indexed.starts[start].cell;
        let rooms = indexed.rooms.iter().map(|used| {
            let fits = |room: &RoomId| indexed.room_fits(problem, used, *room, cell);
            used.choices.iter().copied().filter(fits).collect::<Vec<_>>()
        });
        let mut choices: Vec<Vec<RoomId>> = vec![Vec::new()];
        for open in rooms {
            let longer = choices.iter().cartesian_product(&open);
            let distinct = longer.filter(|(rooms, room)| !rooms.contains(room));
            choices = distinct.map(|(rooms, &room)| [rooms.as_slice(), &[room]].concat()).collect();
        }
        choices.into_iter().map(move |rooms| Booking { lesson, start, rooms })
    };
    (0..indexed.starts.len()).flat_map(in_rooms).collect()
}

/// The bookings of a lesson in a scope.
pub(super) fn bookings_in(problem: &Problem, scope: &Scope, lesson: LessonId) -> Vec<Booking> {
    let all = bookings(problem, lesson).into_iter();
    all.filter(|booking| scope.points(problem, booking).is_some()).collect()
}

/// A solution in which each lesson has up to three bookings of `scope`; `None` if one has none.
pub(super) fn mixed(problem: &Problem, scope: &Scope, chance: &mut Chance) -> Option<Solution> {
    let mut solution = Solution::at_home(problem);
    for (lesson, _) in problem.lessons() {
        let possible = bookings_in(problem, scope, lesson);
        if possible.is_empty() {
            return None;
        }
        let taken: BTreeSet<Booking> =
            (0..=chance.below(3)).map(|_| chance.pick(&possible)).collect();
        let values: Vec<Value> = taken.iter().cloned().zip(chance.shares(taken.len())).collect();
        solution.put(lesson, values);
    }
    Some(solution)
}

/// The coefficient of a booking in a row, term by term as they are defined.
pub(super) fn coefficient(problem: &Problem, row: &Row, booking: &Booking) -> i64 {
    let counted = row.terms.iter().map(|(term, times)| times * count(problem, term, booking));
    counted.sum()
}

/// How often a term counts a booking.
fn count(problem: &Problem, term: &Term, booking: &Booking) -> i64 {
    let lesson = problem.lesson(booking.lesson);
    let start = booking.cell(problem).index();
    let after = |offset: u8| start + usize::from(offset);
    let times = match term {
        Term::Class(class, week, cell, members) => {
            let there = lesson.classes.iter().filter(|used| {
                used.class == *class
                    && used.weeks.contains(*week)
                    && after(used.offset) == cell.index()
            });
            there.filter(|used| members.count(used, problem.cycle())).count()
        }
        Term::Teacher(teacher, week, cell) => {
            let there = lesson.teachers.iter().filter(|used| {
                used.teacher == *teacher
                    && used.weeks.contains(*week)
                    && after(used.offset) == cell.index()
            });
            there.count()
        }
        Term::Room(room, week, cell) => {
            let used = lesson.rooms.iter().zip(&booking.rooms).filter(|(_, own)| *own == room);
            let periods = used.flat_map(|(used, _)| &used.periods);
            let there = periods
                .filter(|&&(offset, weeks)| weeks.contains(*week) && after(offset) == cell.index());
            there.count()
        }
        Term::Day(own, day) => {
            let is_there =
                *own == booking.lesson && problem.frame.day(booking.cell(problem)) == *day;
            usize::from(is_there)
        }
        Term::Start(own, cell) => {
            usize::from(*own == booking.lesson && booking.cell(problem) == *cell)
        }
        Term::Choice(..) => 0,
    };
    i64::try_from(times).unwrap()
}

fn without_lessons(chance: &mut Chance) -> School {
    let (days, periods) = (2 + chance.below(2), 2 + chance.below(2));
    let periods = u8::try_from(periods).unwrap();
    let slots: BTreeSet<Slot> = Day::ALL[..days]
        .iter()
        .flat_map(|&day| (1..=periods).map(move |period| Slot::new(day, Period(period))))
        .collect();
    let breaks = slots.iter().copied().filter(|_| chance.percent(15)).collect();
    let weeks: &[&str] = if chance.percent(40) { &["A", "B"] } else { &[""] };
    let mut weights = Weights::default_weights();
    if chance.percent(40) {
        for price in Price::ALL {
            weights[price] = i64::try_from(chance.below(12)).unwrap();
        }
    }
    School {
        name: None,
        language: Language::English,
        weeks: weeks.iter().map(|&label| WeekLabel::from(label)).collect(),
        classes: ["A", "B"].map(|name| (ClassName::from(name), Class::default())).into(),
        teachers: ["T1", "T2", "T3"]
            .map(|name| (TeacherName::from(name), teacher(&slots, chance)))
            .into(),
        rooms: [("R1", Some("lab")), ("R2", Some("lab")), ("R3", None)]
            .map(|(name, kind)| (RoomName::from(name), room(kind, chance)))
            .into(),
        subjects: ["S1", "S2"]
            .map(|code| (SubjectCode::from(code), Subject { max_per_day: chance.pick(&[1, 1, 2]) }))
            .into(),
        places: BTreeMap::new(),
        travel: Travel::default(),
        grid: Grid::new(slots, breaks),
        lessons: Vec::new(),
        apprentices: Vec::new(),
        weights,
    }
}

fn teacher(slots: &BTreeSet<Slot>, chance: &mut Chance) -> Teacher {
    Teacher {
        unavailable: slots.iter().copied().filter(|_| chance.percent(8)).collect(),
        max_per_day: chance.percent(40).then(|| chance.pick(&[1, 2])),
    }
}

fn room(kind: Option<&str>, chance: &mut Chance) -> Room {
    let parallel = if chance.percent(20) { 2 } else { 1 };
    Room { kind: kind.map(Into::into), parallel, ..Room::default() }
}

/// Adds a lesson where it is free of faults, if such a start is soon found.
fn add_lesson(school: &mut School, chance: &mut Chance, number: usize) {
    let mut lesson = lesson(school.weeks.len(), chance, number);
    let starts: Vec<Slot> =
        school.grid.slots().filter(|&slot| school.grid.fits(slot, lesson.length())).collect();
    for _ in 0..8 {
        lesson.start = Some(chance.pick(&starts));
        school.lessons.push(lesson.clone());
        if faults(school).is_empty() {
            return;
        }
        school.lessons.pop();
    }
}

/// A lesson of one or two periods, of a class, of both, or of half of one.
fn lesson(weeks: usize, chance: &mut Chance, number: usize) -> Lesson {
    let half = |part: &str| Group { division: "half".into(), part: part.into() };
    let classes: &[&str] = chance.pick(&[&["A"][..], &["A"], &["B"], &["A", "B"]]);
    let piece = Piece {
        row: number,
        line: u32::try_from(number).unwrap() + 2,
        offset: 0,
        classes: classes.iter().map(|&name| ClassName::from(name)).collect(),
        group: chance.percent(35).then(|| half(chance.pick(&["1", "2"]))),
        subject: SubjectCode::from(chance.pick(&["S1", "S2"])),
        teachers: chance
            .pick(&[&[][..], &["T1"], &["T2"], &["T3"], &["T1", "T2"]])
            .iter()
            .map(|&name| TeacherName::from(name))
            .collect(),
        rooms: chance
            .pick(&[&[][..], &["R1"], &["R2"], &["R3"]])
            .iter()
            .map(|&name| RoomName::from(name))
            .collect(),
        weeks: if chance.percent(60) {
            Weeks::all(weeks)
        } else {
            Weeks::only(Week(u8::try_from(chance.below(weeks)).unwrap()))
        },
        allowed: None,
        apart: None,
    };
    let second = chance.percent(25).then(|| Piece { offset: 1, ..piece.clone() });
    Lesson {
        name: LessonName::from(format!("L{number}").as_str()),
        pieces: std::iter::once(piece).chain(second).collect(),
        start: Some(Slot::new(Day::Mon, Period(1))),
        locked: chance.percent(8),
    }
}

/// An apprentice of class A who is away on one day, or on one of two.
fn apprentice(grid: &Grid, chance: &mut Chance, number: usize) -> Apprentice {
    let away = |day: Day| Alternative {
        written: day.code().to_owned(),
        spans: vec![Span { day, periods: None }],
        place: None,
        rank: Some(0),
    };
    let days: Vec<Day> = grid.days().collect();
    let count = 1 + chance.below(2);
    let first = chance.below(days.len());
    let chosen = days.iter().cycle().skip(first).take(count);
    Apprentice {
        pupil: format!("p{number}").as_str().into(),
        class: "A".into(),
        groups: BTreeSet::new(),
        alternatives: chosen.map(|&day| away(day)).collect(),
        required: BTreeSet::from(["S1".into()]),
        desired: BTreeSet::from(["S2".into()]),
        together: None,
        place: None,
        also: Vec::new(),
        skips: BTreeSet::new(),
        line: u32::try_from(number).unwrap() + 2,
    }
}
