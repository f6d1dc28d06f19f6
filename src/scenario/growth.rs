//! What if more and more pupils join, nobody knows who: many sampled futures, each solved after every joiner.

use std::collections::{BTreeMap, BTreeSet};

use super::ask::{Asking, Step, solve_each};
use super::away::whole_days;
use super::cast::Cast;
use super::chance::Chance;
use crate::domain::{
    Alternative, Apprentice, ClassName, Day, DivisionName, Group, Piece, School, SubjectCode,
};
use crate::pipeline::{Answer, Refusal, Status};

/// Which futures are sampled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growing {
    /// How many pupils join, one by one.
    pub joiners: usize,
    /// How many futures are sampled, at least 1.
    pub samples: usize,
    /// Which futures; the same seed samples the same.
    pub seed: u64,
    /// The classes that they join; empty: those that have an apprentice.
    pub classes: BTreeSet<ClassName>,
    /// When they are away.
    pub days: JoinerDays,
}

/// When those who join are away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinerDays {
    /// Each on any day of the grid.
    Spread,
    /// All of one future on the same day, which may be any.
    Common,
    /// All on this day.
    On(Day),
}

/// What becomes of the futures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    /// One line for each number of joiners, from none.
    pub lines: Vec<GrowthLine>,
    /// Those with whom futures became impossible: first whoever came earliest, then whoever ended most futures.
    pub failures: Vec<Failure>,
}

/// The futures when so many have joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrowthLine {
    /// How many have joined.
    pub joined: usize,
    /// Futures in all.
    pub futures: usize,
    /// Futures that are still possible.
    pub possible: usize,
    /// Futures of which it is not known, because the search was stopped.
    pub unknown: usize,
    /// Possible futures whose points are not proven to be fewest.
    pub unproven: usize,
    /// The points of the possible ones.
    pub points: Option<Spread>,
    /// The lessons that change in the possible ones.
    pub changed_lessons: Option<Spread>,
}

/// The median and the tenth and ninetieth percentile of some numbers, each one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// At least one in ten is no larger.
    pub tenth: i64,
    /// At least half are no larger.
    pub median: i64,
    /// At least nine in ten are no larger.
    pub ninetieth: i64,
}

/// Whoever made futures impossible by joining.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The joiner's class.
    pub class: ClassName,
    /// When the joiner is away.
    pub away: Alternative,
    /// The fewest joiners, this one included, with whom it happened.
    pub joined: usize,
    /// In how many futures it happened.
    pub futures: usize,
}

/// Samples and solves the futures of `school`, a baseline without faults.
///
/// A joiner needs what most apprentices of the school need, and is in any part of each division of the class. `tell` hears of
/// each number of joiners, with what is known so far.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn grow(
    school: &School,
    growing: &Growing,
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Step, &Growth),
) -> Result<Growth, Refusal> {
    let futures: Vec<Vec<Apprentice>> =
        (0..growing.samples).map(|future| sample(school, growing, future)).collect();
    let longest = futures.iter().map(Vec::len).max().unwrap_or(0);
    let mut growth = Growth { lines: Vec::new(), failures: Vec::new() };
    let mut alive: Vec<usize> = (0..futures.len()).collect();
    for joined in 0..=longest {
        let casts: Vec<Cast> =
            alive.iter().map(|&future| cast(school, &futures[future][..joined])).collect();
        let answers = solve_each(school, &casts, asking, &mut |_| ())?;
        growth.lines.push(line(joined, futures.len(), &answers));
        let ended = |answer: &Answer| answer.status == Status::Infeasible;
        for (&future, _) in alive.iter().zip(&answers).filter(|(_, answer)| ended(answer)) {
            growth
                .failures
                .extend(joined.checked_sub(1).map(|last| failure(&futures[future][last], joined)));
        }
        let mut answers = answers.iter();
        alive.retain(|_| answers.next().is_some_and(|answer| !ended(answer)));
        let failures = gathered(growth.failures.clone());
        let so_far = Growth { failures, lines: growth.lines.clone() };
        tell(Step { done: joined + 1, of: longest + 1 }, &so_far);
    }
    growth.failures = gathered(growth.failures);
    Ok(growth)
}

fn failure(last: &Apprentice, joined: usize) -> Failure {
    let away = last.alternatives[0].clone();
    Failure { class: last.class.clone(), away, joined, futures: 1 }
}

/// The apprentices after some have joined; the order in which they came is forgotten, so that equal casts are equal.
fn cast(school: &School, joiners: &[Apprentice]) -> Cast {
    let mut joiners = joiners.to_vec();
    let key = |one: &Apprentice| {
        (one.class.clone(), one.alternatives[0].spans.clone(), one.groups.clone())
    };
    joiners.sort_by_key(key);
    let mut cast = Cast::of(school);
    for (index, mut joiner) in joiners.into_iter().enumerate() {
        joiner.pupil = format!("+{}", index + 1).as_str().into();
        cast.0.push(joiner);
    }
    cast
}

/// Those who join in one future, in their order.
fn sample(school: &School, growing: &Growing, future: usize) -> Vec<Apprentice> {
    let mut chance = Chance::new(growing.seed, future);
    let with_apprentices = school.home_classes().into_iter().cloned();
    let named = growing.classes.iter().cloned();
    let classes: Vec<ClassName> =
        with_apprentices.filter(|_| named.len() == 0).chain(named.clone()).collect();
    let days: Vec<Day> = school.grid.days().collect();
    let common = chance.pick(&days).copied();
    let joiner = |_| {
        let day = match growing.days {
            JoinerDays::Spread => chance.pick(&days).copied(),
            JoinerDays::Common => common,
            JoinerDays::On(day) => Some(day),
        };
        let class = chance.pick(&classes)?.clone();
        let groups = groups(school, &class, &mut chance);
        Some(joiner(school, class, groups, day?))
    };
    (0..growing.joiners).map_while(joiner).collect()
}

fn joiner(school: &School, class: ClassName, groups: BTreeSet<Group>, day: Day) -> Apprentice {
    let (required, desired) = needs(school);
    Apprentice {
        pupil: "".into(),
        class,
        alternatives: vec![whole_days(&[day])],
        groups,
        required,
        desired,
        together: None,
        place: None,
        also: Vec::new(),
        skips: BTreeSet::new(),
        line: 0,
    }
}

type Subjects = BTreeSet<SubjectCode>;

/// The core subjects that most apprentices have.
fn needs(school: &School) -> (Subjects, Subjects) {
    let mut counts: BTreeMap<(&Subjects, &Subjects), usize> = BTreeMap::new();
    for one in &school.apprentices {
        *counts.entry((&one.required, &one.desired)).or_default() += 1;
    }
    let most = counts.into_iter().rev().max_by_key(|&(_, count)| count);
    most.map(|((required, desired), _)| (required.clone(), desired.clone())).unwrap_or_default()
}

/// Any part of each division of a class.
fn groups(school: &School, class: &ClassName, chance: &mut Chance) -> BTreeSet<Group> {
    let pieces = school.lessons.iter().flat_map(|lesson| &lesson.pieces);
    let own = pieces.filter(|piece| piece.classes.contains(class));
    let mut divisions: BTreeMap<&DivisionName, BTreeSet<&Group>> = BTreeMap::new();
    for group in own.filter_map(|piece: &Piece| piece.group.as_ref()) {
        divisions.entry(&group.division).or_default().insert(group);
    }
    let part = |parts: BTreeSet<&Group>| {
        let parts: Vec<&Group> = parts.into_iter().collect();
        chance.pick(&parts).map(|&group| group.clone())
    };
    divisions.into_values().filter_map(part).collect()
}

fn line(joined: usize, futures: usize, answers: &[Answer]) -> GrowthLine {
    let offered = || answers.iter().filter_map(|answer| answer.offered.as_ref());
    let points = offered().map(|(_, verdict)| verdict.difference.breakdown.total());
    let changed = offered().map(|(_, verdict)| verdict.difference.changes.len());
    let count = |status| answers.iter().filter(|answer| answer.status == status).count();
    GrowthLine {
        joined,
        futures,
        possible: offered().count(),
        unknown: count(Status::Undecided),
        unproven: count(Status::Feasible),
        points: Spread::of(points.collect()),
        changed_lessons: Spread::of(
            changed.map(|count| i64::try_from(count).unwrap_or(i64::MAX)).collect(),
        ),
    }
}

impl Spread {
    /// The spread of some numbers by the nearest rank; `None` if there are none.
    #[must_use]
    pub fn of(mut numbers: Vec<i64>) -> Option<Self> {
        numbers.sort_unstable();
        let at = |percent: usize| {
            let rank = (percent * numbers.len()).div_ceil(100);
            numbers.get(rank.checked_sub(1)?).copied()
        };
        Some(Self { tenth: at(10)?, median: at(50)?, ninetieth: at(90)? })
    }
}

/// The failures with the same class and days as one.
fn gathered(failures: Vec<Failure>) -> Vec<Failure> {
    let mut gathered: Vec<Failure> = Vec::new();
    for failure in failures {
        let alike = |one: &&mut Failure| one.class == failure.class && one.away == failure.away;
        match gathered.iter_mut().find(alike) {
            Some(known) => {
                known.joined = known.joined.min(failure.joined);
                known.futures += 1;
            }
            None => gathered.push(failure),
        }
    }
    gathered.sort_by(|one, other| {
        (one.joined, other.futures)
            .cmp(&(other.joined, one.futures))
            .then_with(|| (&one.class, &one.away.spans).cmp(&(&other.class, &other.away.spans)))
    });
    gathered
}
