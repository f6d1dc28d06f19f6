//! The tree of cases: each is divided so that nothing is left out, until nothing is left in any that costs too little.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::case::{Domain, Ground};
use super::days::SharedDays;
use super::facts::Facts;
use super::inequality::{Inequality, Rounding};
use super::line::Line;
use super::named::Reader;
use super::price::{Scales, Weighed};
use super::pupils::{Pupils, Shared, pupil_named};
use super::{Reason, Verified};
use crate::domain::Level;

/// How a case stands.
enum State {
    /// Not looked at yet: what is left of its parent, and what of that is its own.
    Waiting(Rc<Domain>, Restriction),
    Open(Rc<Domain>),
    /// Nothing is left, or only what costs enough, or it was divided.
    Done,
}

/// What a child keeps of its parent.
#[derive(Clone)]
enum Restriction {
    None,
    /// The lesson starts at one of these, or at none.
    Starts(usize, Rc<BTreeSet<usize>>, bool),
    /// The room of the lesson becomes one of these.
    Rooms(usize, usize, BTreeSet<usize>),
    Choice(usize, usize),
}

struct Case {
    state: State,
    /// In units: nothing in it costs less.
    least: i128,
}

/// A proof as far as it was read.
pub(super) struct Proof<'f, 'a> {
    reader: Reader<'f, 'a>,
    ground: Ground<'f, 'a>,
    scales: Scales<'f, 'a>,
    rows: Vec<Inequality<'a>>,
    cases: Vec<Case>,
    /// What everything has to cost at least, in units.
    claim: i128,
    points: Option<i64>,
}

type Declared = (Vec<Shared>, Vec<SharedDays>, usize);

/// The periods and the shared days that the lines after the first declare, and the number of the line after them.
pub(super) fn declared(
    facts: &Facts<'_>,
    pupils: &Pupils<'_>,
    lines: &[Line],
) -> Result<Declared, (usize, Reason)> {
    let (mut periods, mut days) = (Vec::new(), Vec::new());
    let mut counted = BTreeSet::new();
    for (number, line) in lines.iter().enumerate().skip(1) {
        let wrong = |reason| (number, reason);
        match line {
            Line::Period(lesson, offset, level, keys) => {
                let level = Level::ALL.into_iter().find(|one| one.code() == level);
                let level = level.ok_or_else(|| wrong(Reason::NotImplied))?;
                let lesson = facts.lesson_at(*lesson).map_err(wrong)?;
                let named: Result<Vec<usize>, Reason> =
                    keys.iter().map(|key| pupil_named(facts, key)).collect();
                let shared =
                    Shared { pupils: named.map_err(wrong)?, lesson, offset: *offset, level };
                let shared = pupils.shared(shared).map_err(wrong)?;
                // What a pupil misses is paid for once.
                if !shared
                    .pupils
                    .iter()
                    .all(|&pupil| counted.insert((pupil, lesson, *offset, level)))
                {
                    return Err(wrong(Reason::NotImplied));
                }
                periods.push(shared);
            }
            Line::Days(keys) => {
                let parties: Result<BTreeSet<usize>, Reason> =
                    keys.iter().map(|key| pupils.party(facts, key)).collect();
                days.push(SharedDays::of(facts, pupils, &parties.map_err(wrong)?).map_err(wrong)?);
            }
            _ => return Ok((periods, days, number)),
        }
    }
    Ok((periods, days, lines.len()))
}

impl<'f, 'a> Proof<'f, 'a> {
    pub(super) fn new(
        facts: &'f Facts<'a>,
        pupils: &'f Pupils<'a>,
        (periods, days): (&'f [Shared], &'f [SharedDays]),
        points: Option<i64>,
    ) -> Self {
        let scales = Scales::of(facts, pupils, periods);
        let ground = Ground::of(facts, pupils, days);
        // Everything costs a whole number of units: as many points as this, if more than one unit less.
        let unit = i128::from(facts.unit);
        let units = |points: i64| -(-i128::from(points)).div_euclid(unit);
        let claim = points.map_or_else(|| scales.ceiling() + 1, units);
        let root = State::Waiting(Rc::new(ground.root()), Restriction::None);
        Self {
            reader: Reader { facts, pupils, periods, days },
            ground,
            scales,
            rows: Vec::new(),
            cases: vec![Case { state: root, least: 0 }],
            claim,
            points,
        }
    }

    /// Takes one line.
    pub(super) fn read(&mut self, line: &Line) -> Result<(), Reason> {
        match line {
            Line::Price(case, scale, by) => return self.price(*case, *scale, by),
            Line::Sum(of, raise, divisor) => self.rows.push(self.sum(of, raise, *divisor)?),
            Line::Starts(case, ..)
            | Line::Rooms(case, ..)
            | Line::Pupil(case, ..)
            | Line::Away(case, ..) => {
                return self.divide(*case, line);
            }
            named => self.rows.push(self.reader.read(named)?),
        }
        Ok(())
    }

    fn sum(
        &self,
        of: &[(usize, i64)],
        raise: &[(u32, i64)],
        divisor: i64,
    ) -> Result<Inequality<'a>, Reason> {
        let mut rows = Vec::new();
        for &(row, multiplier) in of {
            rows.push((self.rows.get(row).ok_or(Reason::NoSuchRow)?, i128::from(multiplier)));
        }
        let mut raised = Vec::new();
        for &(line, more) in raise {
            raised.push((self.reader.facts.lesson_at(line)?, i128::from(more)));
        }
        Inequality::rounded(
            self.reader.facts,
            &rows,
            &Rounding { raised, divisor: i128::from(divisor) },
        )
    }

    /// What is left of a case that is not done, all that follows at once closed; `None` if it is done.
    fn opened(&mut self, case: usize) -> Result<Option<Rc<Domain>>, Reason> {
        let claim = self.claim;
        let known = self.cases.get_mut(case).ok_or(Reason::NoSuchCase)?;
        if known.least >= claim {
            known.state = State::Done;
        }
        let domain = match std::mem::replace(&mut known.state, State::Done) {
            State::Done => return Ok(None),
            State::Open(domain) => domain,
            State::Waiting(parent, restriction) => {
                let mut domain = Domain::clone(&parent);
                restriction.apply(&mut domain);
                if self.ground.close(&mut domain).is_err() {
                    return Ok(None);
                }
                Rc::new(domain)
            }
        };
        self.cases[case].state = State::Open(Rc::clone(&domain));
        Ok(Some(domain))
    }

    /// Multipliers: what they prove of the case, and what they leave of it.
    fn price(&mut self, case: usize, scale: i64, by: &[(usize, i64)]) -> Result<(), Reason> {
        let Some(domain) = self.opened(case)? else { return Ok(()) };
        if scale < 1 {
            return Err(Reason::Negative);
        }
        let mut multipliers = Vec::with_capacity(by.len());
        for &(row, multiplier) in by {
            if multiplier < 0 {
                return Err(Reason::Negative);
            }
            multipliers
                .push((self.rows.get(row).ok_or(Reason::NoSuchRow)?, i128::from(multiplier)));
        }
        let scale = i128::from(scale);
        let weighed = self.scales.weigh(&domain, &multipliers, scale)?;
        let left = weighed.and_then(|weighed| {
            let least = -(-weighed.least).div_euclid(scale);
            self.cases[case].least = self.cases[case].least.max(least);
            let left = self.left(&domain, &weighed, scale)?;
            (self.cases[case].least < self.claim).then_some(left)
        });
        self.cases[case].state = left.map_or(State::Done, |left| State::Open(Rc::new(left)));
        Ok(())
    }

    /// The case without each start and each alternative that would make it cost as much as is claimed; `None` if nothing
    /// is left.
    fn left(&self, domain: &Domain, weighed: &Weighed, scale: i128) -> Option<Domain> {
        let most = (self.claim - 1).checked_mul(scale)?;
        let mut left = domain.clone();
        let narrow = |open: &mut Vec<bool>, costs: &[Option<i128>]| {
            let cheapest = costs.iter().flatten().min().copied();
            for (open, cost) in open.iter_mut().zip(costs) {
                let with =
                    cost.zip(cheapest).map(|(cost, cheapest)| weighed.least - cheapest + cost);
                *open &= with.is_some_and(|with| with <= most);
            }
        };
        for (open, costs) in left.starts.iter_mut().zip(&weighed.starts) {
            narrow(open, costs);
        }
        for (open, costs) in left.choices.iter_mut().zip(&weighed.choices) {
            narrow(open, costs);
        }
        self.ground.close(&mut left).is_ok().then_some(left)
    }

    fn divide(&mut self, case: usize, by: &Line) -> Result<(), Reason> {
        let domain = self.opened(case)?;
        let children = self.children(domain.as_deref(), by)?;
        let least = self.cases[case].least;
        for child in children {
            let state = domain
                .as_ref()
                .map_or(State::Done, |domain| State::Waiting(Rc::clone(domain), child));
            self.cases.push(Case { state, least });
        }
        self.cases[case].state = State::Done;
        Ok(())
    }

    /// What the children keep, so that together they keep everything that is left.
    fn children(&self, domain: Option<&Domain>, by: &Line) -> Result<Vec<Restriction>, Reason> {
        let facts = self.reader.facts;
        match by {
            Line::Starts(_, lesson, at) => {
                let lesson = facts.lesson_at(*lesson)?;
                let at: Result<BTreeSet<usize>, Reason> =
                    at.iter().map(|slot| facts.start_of(lesson, slot)).collect();
                let at = Rc::new(at?);
                Ok([true, false]
                    .map(|within| Restriction::Starts(lesson, Rc::clone(&at), within))
                    .into())
            }
            Line::Rooms(_, lesson, room, among) => {
                let lesson = facts.lesson_at(*lesson)?;
                let own = facts.room_named(room)?;
                let uses = &facts.lessons[lesson].rooms;
                let number = uses
                    .iter()
                    .position(|used| used.own == own)
                    .ok_or_else(|| Reason::unknown("room", room))?;
                let among: Result<BTreeSet<usize>, Reason> =
                    among.iter().map(|room| facts.room_named(room)).collect();
                let (among, all) =
                    (among?, uses[number].choices.iter().copied().collect::<BTreeSet<usize>>());
                let others = all.difference(&among).copied().collect();
                Ok(vec![
                    Restriction::Rooms(lesson, number, among),
                    Restriction::Rooms(lesson, number, others),
                ])
            }
            Line::Pupil(_, pupil, among) => {
                let party = self.reader.pupils.party(facts, pupil)?;
                self.choices(domain, party, among)
            }
            Line::Away(_, days, among) => {
                let shared = self.reader.days.get(*days).ok_or(Reason::NoSuchDays)?;
                let mut numbers = Vec::new();
                for set in among {
                    // A set that is none of those that there can be keeps nothing.
                    numbers.push(shared.number(facts, set)?.unwrap_or(usize::MAX));
                }
                self.choices(domain, self.reader.pupils.parties.len() + days, &numbers)
            }
            _ => Err(Reason::OutOfPlace),
        }
    }

    /// A child for each of these choices; whatever else is left must leave nothing.
    fn choices(
        &self,
        domain: Option<&Domain>,
        chooser: usize,
        among: &[usize],
    ) -> Result<Vec<Restriction>, Reason> {
        let open = domain.map_or(&[][..], |domain| &domain.choices[chooser]);
        for choice in (0..open.len()).filter(|choice| open[*choice] && !among.contains(choice)) {
            let mut other = domain.cloned().ok_or(Reason::LeftOut)?;
            Restriction::Choice(chooser, choice).apply(&mut other);
            if self.ground.close(&mut other).is_ok() {
                return Err(Reason::LeftOut);
            }
        }
        Ok(among.iter().map(|&choice| Restriction::Choice(chooser, choice)).collect())
    }

    /// Whether every case is done.
    pub(super) fn conclude(mut self) -> Result<Verified, Reason> {
        for case in 0..self.cases.len() {
            if self.opened(case)?.is_some() {
                let units = i64::try_from(self.cases[case].least).unwrap_or(0);
                let points = units.saturating_mul(self.reader.facts.unit);
                return Err(Reason::Open { case, points });
            }
        }
        Ok(Verified { points: self.points, inequalities: self.rows.len(), cases: self.cases.len() })
    }
}

impl Restriction {
    fn apply(&self, domain: &mut Domain) {
        match self {
            Self::None => {}
            Self::Starts(lesson, at, within) => {
                for (start, open) in domain.starts[*lesson].iter_mut().enumerate() {
                    *open &= at.contains(&start) == *within;
                }
            }
            Self::Rooms(lesson, number, among) => {
                let kept = domain.rooms.get(&(*lesson, *number));
                let kept = kept.map_or_else(
                    || among.clone(),
                    |kept| kept.intersection(among).copied().collect(),
                );
                domain.rooms.insert((*lesson, *number), kept);
            }
            Self::Choice(chooser, only) => {
                for (choice, open) in domain.choices[*chooser].iter_mut().enumerate() {
                    *open &= choice == *only;
                }
            }
        }
    }
}
