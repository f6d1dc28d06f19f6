//! The cheapest timetable that somebody else takes too: solved again with the offending starts barred, until the rules of
//! the program that it goes back to hold.
//!
//! Those rules are not the school's, so what they forbid is learned from proposals. A bar takes away more than the rule
//! that it stands for does; so what was found after one is proven to be cheapest only where it costs no more than the
//! cheapest timetable of all.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::ask::Asking;
use crate::check::check;
use crate::domain::{Effort, Price, Proposal, School, Signal, Slot};
use crate::pipeline::{Answer, Demands, Event, Held, Refusal, Request, Status, solve_with};

/// Somebody else with rules for a timetable.
pub trait Referee {
    /// A rule that a proposal breaks.
    type Offence;

    /// The rules that a proposal breaks.
    fn offences(&self, proposal: &Proposal) -> Vec<Self::Offence>;

    /// The lessons of which any one, put back, would mend an offence.
    fn lessons(offence: &Self::Offence) -> &[usize];

    /// The starts of a lesson that mend an offence no more than the proposed one does, if all others stay.
    fn refused(&self, proposal: &Proposal, offence: &Self::Offence, lesson: usize) -> Vec<Slot>;
}

/// An answer, and what the cheapest timetable would have cost that others do not take.
#[derive(Clone, Debug)]
pub struct Keeping {
    /// The answer that breaks the fewest foreign rules.
    pub answer: Answer,
    /// What the first proposal costs that the referee did not take, in points; `None` where he took it.
    pub refused: Option<i64>,
}

/// How starts are barred, and at which prices the search goes on.
#[derive(Clone, Copy)]
struct Way {
    /// Whether starts that would be as bad as a proposed one are barred with it.
    is_wide: bool,
    /// What a new slot of a class, and a new day or gap of a teacher cost; `None`: what they cost at this school.
    price: Option<i64>,
}

/// Foreign rules are about days, gaps and hours: at such a price the search makes no new ones where it need not.
const WARY: i64 = 500;

/// Each begins where the one before it found nothing that the referee takes.
const WAYS: [Way; 3] = [
    Way { is_wide: true, price: None },
    Way { is_wide: true, price: Some(WARY) },
    Way { is_wide: false, price: Some(WARY) },
];

/// How often each is tried at most.
const ROUNDS: usize = 40;

/// How often a search under bars may ask whether it is to end: bars can make a timetable that is easily seen to be there hard
/// to find, and other bars are then the better way. Counted and not timed, so that the same input has the same answer.
const PATIENCE: usize = 50_000;

/// Ends a search that has asked too often.
struct Patience(AtomicUsize);

impl Signal for Patience {
    fn is_given(&self) -> bool {
        let spend = |left: usize| left.checked_sub(1);
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, spend).is_err()
    }
}

/// Solves `school`, a baseline without faults, until `referee` has nothing against the proposal.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn solve_keeping<R: Referee>(
    school: &School,
    referee: &R,
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Event),
) -> Result<Keeping, Refusal> {
    let request = Request { effort: asking.effort, threads: asking.threads };
    let first = solve_with(school, Demands::default(), &request, asking.stop, tell)?;
    let mut search = |school: &School, barred: &BTreeSet<Held>| {
        let barred: Vec<Held> = barred.iter().copied().collect();
        let demands = Demands { barred: &barred, ..Demands::default() };
        let stop = asking.stop.or(Arc::new(Patience(AtomicUsize::new(PATIENCE))));
        solve_with(school, demands, &request, &stop, tell)
    };
    let fewest = offences_of(&first, referee).len();
    let mut best = (fewest, first.clone());
    let mut elapsed = Duration::ZERO;
    for way in WAYS {
        let variant = at_prices_of(way, school);
        let mut barred: BTreeSet<Held> = BTreeSet::new();
        let mut known_already = way.price.is_none().then(|| first.clone());
        for _ in 0..ROUNDS {
            if best.0 == 0 || asking.stop.is_asked() {
                break;
            }
            let found = match known_already.take() {
                Some(found) => found,
                None => search(&variant, &barred)?,
            };
            elapsed += found.elapsed;
            let offences = offences_of(&found, referee);
            if found.offered.is_none() {
                break;
            }
            let bars = bars(school, &found, &offences, referee, way);
            if offences.len() < best.0 {
                best = (offences.len(), beside(school, &first, found, asking.effort));
            }
            let known = barred.len();
            barred.extend(bars);
            if barred.len() == known {
                break;
            }
        }
    }
    let refused = first.points().filter(|_| fewest > 0);
    let elapsed = elapsed.max(first.elapsed);
    Ok(Keeping { answer: Answer { elapsed, ..best.1 }, refused })
}

/// The school at other prices.
fn at_prices_of(way: Way, school: &School) -> School {
    let mut variant = school.clone();
    for price in [Price::NewSlot, Price::TeacherDay, Price::TeacherGap] {
        variant.weights[price] = way.price.unwrap_or(variant.weights[price]);
    }
    variant
}

fn offences_of<R: Referee>(answer: &Answer, referee: &R) -> Vec<R::Offence> {
    answer.offered.as_ref().map(|(proposal, _)| referee.offences(proposal)).unwrap_or_default()
}

/// An answer under bars, or at other prices, as one without: nothing is cheaper than the bound of the first.
fn beside(school: &School, first: &Answer, found: Answer, effort: Effort) -> Answer {
    let offered = found.offered.map(|(proposal, _)| {
        let verdict = check(school, &proposal, effort);
        (proposal, verdict)
    });
    let answer = Answer { offered, status: Status::Feasible, bound: first.bound, ..found };
    let is_cheapest = answer.points() == Some(first.bound);
    Answer { status: if is_cheapest { Status::Optimal } else { answer.status }, ..answer }
}

/// For each offence the start of one lesson, first of the lesson that the most offences need.
fn bars<R: Referee>(
    school: &School,
    answer: &Answer,
    offences: &[R::Offence],
    referee: &R,
    way: Way,
) -> BTreeSet<Held> {
    let Some((proposal, _)) = &answer.offered else { return BTreeSet::new() };
    let start = |lesson: usize| proposal.timetable.bookings[lesson].as_ref().map(|to| to.start);
    let is_moved = |lesson: &usize| start(*lesson) != school.lessons[*lesson].start;
    let moved =
        |offence| -> Vec<usize> { R::lessons(offence).iter().copied().filter(is_moved).collect() };
    let mut left: Vec<(&R::Offence, Vec<usize>)> = offences
        .iter()
        .map(|offence| (offence, moved(offence)))
        .filter(|(_, lessons)| !lessons.is_empty())
        .collect();
    let mut bars = BTreeSet::new();
    while !left.is_empty() {
        let mut needed: BTreeMap<usize, usize> = BTreeMap::new();
        for &lesson in left.iter().flat_map(|(_, lessons)| lessons) {
            *needed.entry(lesson).or_default() += 1;
        }
        let most = needed.into_iter().max_by_key(|&(lesson, count)| (count, Reverse(lesson)));
        let Some((lesson, _)) = most else { break };
        for (offence, _) in left.extract_if(.., |(_, lessons)| lessons.contains(&lesson)) {
            let own = school.lessons[lesson].start;
            let others = way.is_wide.then(|| referee.refused(proposal, offence, lesson));
            let others = others.into_iter().flatten().filter(|slot| Some(*slot) != own);
            bars.extend(
                start(lesson).into_iter().chain(others).map(|start| Held { lesson, start }),
            );
        }
    }
    bars
}
