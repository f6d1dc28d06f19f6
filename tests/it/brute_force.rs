//! The optimum of a tiny school by going through every proposal, judged by `check` alone.
//!
//! Two shortcuts, both plainly right: a booking that breaks a rule by itself, or clashes with another lesson's booking,
//! is in no proposal; and points of one lesson's own change, or for missing it, are never saved by other lessons.

use std::collections::BTreeMap;

use mesterskema::check::{Breach, check};
use mesterskema::diff::diff;
use mesterskema::domain::{
    Booking, Effort, Lesson, Level, Price, Proposal, RoomName, Rule, School, Timetable,
};

/// Rules that a lesson's booking breaks whatever the other lessons do.
const OF_ONE_LESSON: [Rule; 9] = [
    Rule::Grid,
    Rule::Exchange,
    Rule::TeacherUnavailable,
    Rule::RoomUnavailable,
    Rule::Locked,
    Rule::Break,
    Rule::ClassHours,
    Rule::ClassUnavailable,
    Rule::Allowed,
];

/// Rules that choices of alternatives break, wherever lessons are.
const OF_PLACES: [Rule; 3] = [Rule::Away, Rule::PlaceFull, Rule::OneDay];

/// Points that each lesson costs for itself.
const BY_LESSON: [Price; 6] = [
    Price::OtherDay,
    Price::SameDay,
    Price::Bystander,
    Price::Room,
    Price::Desired,
    Price::Required,
];

/// How many bookings are tried before a school is given up.
const STEPS: u32 = 10_000;

/// The search would take too long for a test.
#[derive(Debug)]
pub(crate) struct TooLarge;

/// The fewest points of any proposal without breaches; `None` if there is no such proposal.
///
/// # Errors
/// [`TooLarge`] where that takes more than [`STEPS`] steps, some tenths of a second.
pub(crate) fn optimum(school: &School, effort: Effort) -> Result<Option<i64>, TooLarge> {
    optimum_missing(school, effort, usize::MAX)
}

/// The same among the proposals in which apprentices miss at most so many periods of desired lessons.
///
/// # Errors
/// As [`optimum`].
pub(crate) fn optimum_missing(
    school: &School,
    effort: Effort,
    most_missed: usize,
) -> Result<Option<i64>, TooLarge> {
    let all: Vec<Vec<Booking>> =
        (0..school.lessons.len()).map(|lesson| bookings(school, lesson)).collect();
    let clashes = BTreeMap::new();
    let mut search = Search { school, effort, most_missed, clashes, best: None, steps: STEPS };
    for away in ways_to_be_away(school) {
        let candidates = candidates(school, &all, &away, effort);
        search.extend(&candidates, &mut Vec::new(), 0, &away)?;
    }
    Ok(search.best)
}

/// The bookings of each lesson with their prices, those of the lesson with the fewest first.
fn candidates<'a>(
    school: &School,
    all: &'a [Vec<Booking>],
    away: &[usize],
    effort: Effort,
) -> Vec<Vec<Candidate<'a>>> {
    let each = all.iter().enumerate();
    let mut candidates: Vec<Vec<Candidate<'a>>> =
        each.map(|(lesson, bookings)| priced(school, lesson, bookings, away, effort)).collect();
    candidates.sort_by_key(Vec::len);
    candidates
}

/// The fewest points for each way in which the apprentices may be away, where there is any proposal.
///
/// # Errors
/// As [`optimum`], for each way.
pub(crate) fn optimum_of_each(
    school: &School,
    effort: Effort,
) -> Result<Vec<(Vec<usize>, i64)>, TooLarge> {
    let all: Vec<Vec<Booking>> =
        (0..school.lessons.len()).map(|lesson| bookings(school, lesson)).collect();
    let mut optima = Vec::new();
    for away in ways_to_be_away(school) {
        let candidates = candidates(school, &all, &away, effort);
        let (clashes, most_missed) = (BTreeMap::new(), usize::MAX);
        let mut search = Search { school, effort, most_missed, clashes, best: None, steps: STEPS };
        search.extend(&candidates, &mut Vec::new(), 0, &away)?;
        optima.extend(search.best.map(|best| (away, best)));
    }
    Ok(optima)
}

/// A booking that a lesson can have, and what it costs for itself.
struct Candidate<'a> {
    lesson: usize,
    /// Its place among all bookings of the lesson.
    number: usize,
    booking: &'a Booking,
    points: i64,
}

struct Search<'a> {
    school: &'a School,
    effort: Effort,
    most_missed: usize,
    /// Whether two lessons' bookings, by number, clash.
    clashes: BTreeMap<[usize; 4], bool>,
    best: Option<i64>,
    /// How many are left.
    steps: u32,
}

impl Search<'_> {
    /// Tries every candidate of the lesson that comes next after those `chosen`, which cost `points` so far.
    fn extend<'c>(
        &mut self,
        candidates: &'c [Vec<Candidate<'c>>],
        chosen: &mut Vec<&'c Candidate<'c>>,
        points: i64,
        away: &[usize],
    ) -> Result<(), TooLarge> {
        self.steps = self.steps.checked_sub(1).ok_or(TooLarge)?;
        let Some(next) = candidates.get(chosen.len()) else {
            self.judge(chosen, away);
            return Ok(());
        };
        for candidate in next {
            let points = points + candidate.points;
            let cheaper = self.best.is_none_or(|best| points < best);
            if cheaper && !self.clashes_with_any(chosen, candidate) {
                chosen.push(candidate);
                self.extend(candidates, chosen, points, away)?;
                chosen.pop();
            }
        }
        Ok(())
    }

    fn judge(&mut self, chosen: &[&Candidate<'_>], away: &[usize]) {
        let mut proposal = Proposal { timetable: self.school.baseline(), away: away.to_vec() };
        for candidate in chosen {
            proposal.timetable.bookings[candidate.lesson] = Some(candidate.booking.clone());
        }
        let verdict = check(self.school, &proposal, self.effort);
        let missed = verdict.difference.missed_of(Level::Desired);
        if verdict.breaches.is_empty() && missed <= self.most_missed {
            let points = verdict.difference.breakdown.total();
            self.best = Some(self.best.map_or(points, |best| best.min(points)));
        }
    }

    fn clashes_with_any(&mut self, chosen: &[&Candidate<'_>], next: &Candidate<'_>) -> bool {
        let school = self.school;
        chosen.iter().any(|other| {
            let key = [other.lesson, other.number, next.lesson, next.number];
            let clash = || clash(school, [other, next]);
            *self.clashes.entry(key).or_insert_with(clash)
        })
    }
}

/// Whether two lessons clash in a school that has no others.
fn clash(school: &School, both: [&Candidate<'_>; 2]) -> bool {
    let lessons = both.map(|candidate| school.lessons[candidate.lesson].clone());
    let pair = with_lessons(school, lessons.into());
    let timetable =
        Timetable { bookings: both.map(|candidate| Some(candidate.booking.clone())).into() };
    let proposal = Proposal { timetable, away: vec![0; school.apprentices.len()] };
    let breaches = check(&pair, &proposal, Effort::Best).breaches;
    breaches.iter().any(|breach| breach.clashing().is_some())
}

fn with_lessons(school: &School, lessons: Vec<Lesson>) -> School {
    School { lessons, ..school.clone() }
}

/// Every booking of a lesson that breaks no rule by itself.
fn bookings(school: &School, lesson: usize) -> Vec<Booking> {
    let mut proposal =
        Proposal { timetable: school.baseline(), away: vec![0; school.apprentices.len()] };
    let exchanges = exchanges(school, &school.lessons[lesson]);
    let mut bookings = Vec::new();
    for start in school.grid.slots() {
        for exchanged in &exchanges {
            let booking = Booking { start, exchanged: exchanged.clone() };
            proposal.timetable.bookings[lesson] = Some(booking.clone());
            let breaches = check(school, &proposal, Effort::Best).breaches;
            let by_itself = |breach: &Breach| OF_ONE_LESSON.contains(&breach.rule());
            if !breaches.iter().any(by_itself) {
                bookings.push(booking);
            }
        }
    }
    bookings
}

/// Every way to give each room of a lesson any room of the school; most are refused by the judge.
fn exchanges(school: &School, lesson: &Lesson) -> Vec<BTreeMap<RoomName, RoomName>> {
    let mut all = vec![BTreeMap::new()];
    for from in lesson.rooms() {
        let kind = &school.rooms[from].kind;
        let alike = school.rooms.iter().filter(|(_, room)| kind.is_some() && room.kind == *kind);
        let others: Vec<&RoomName> =
            alike.map(|(name, _)| name).filter(|&name| name != from).collect();
        let exchanged = all.iter().flat_map(|so_far: &BTreeMap<_, _>| {
            others.iter().map(|&to| {
                let mut more = so_far.clone();
                more.insert(from.clone(), to.clone());
                more
            })
        });
        let exchanged: Vec<_> = exchanged.collect();
        all.extend(exchanged);
    }
    all
}

/// Every choice of an alternative for each apprentice that the judge allows.
fn ways_to_be_away(school: &School) -> Vec<Vec<usize>> {
    let mut ways = vec![Vec::new()];
    for apprentice in &school.apprentices {
        let longer = |way: &Vec<usize>| {
            let way = way.clone();
            (0..apprentice.alternatives.len()).map(move |chosen| [&way[..], &[chosen]].concat())
        };
        ways = ways.iter().flat_map(longer).collect();
    }
    let allowed = |away: &Vec<usize>| {
        let proposal = Proposal { timetable: school.baseline(), away: away.clone() };
        let breaches = check(school, &proposal, Effort::Best).breaches;
        !breaches.iter().any(|breach| OF_PLACES.contains(&breach.rule()))
    };
    ways.into_iter().filter(allowed).collect()
}

/// The bookings of a lesson at which no apprentice misses what must not be missed, the cheapest first.
fn priced<'a>(
    school: &School,
    lesson: usize,
    bookings: &'a [Booking],
    away: &[usize],
    effort: Effort,
) -> Vec<Candidate<'a>> {
    let alone = with_lessons(school, vec![school.lessons[lesson].clone()]);
    let mut candidates = Vec::new();
    for (number, booking) in bookings.iter().enumerate() {
        let timetable = Timetable { bookings: vec![Some(booking.clone())] };
        let proposal = Proposal { timetable, away: away.to_vec() };
        let difference = diff(&alone, &alone.baseline(), &proposal, effort);
        let forbidden = difference.missed.iter().any(|missed| missed.level == Level::Required);
        if effort == Effort::Best || !forbidden {
            let points = BY_LESSON.iter().map(|&price| difference.breakdown[price]).sum();
            candidates.push(Candidate { lesson, number, booking, points });
        }
    }
    candidates.sort_by_key(|candidate| candidate.points);
    candidates
}
