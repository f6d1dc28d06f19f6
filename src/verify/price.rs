//! What multipliers of inequalities prove of a case.
//!
//! Where `Σ a x − g u ≤ b` holds, a timetable costs no less than its points and `λ (Σ a x − g u − b)` together, for any
//! `λ ≥ 0`. That sum falls apart into lessons, choosers and what is paid for, so that its least value is the sum of theirs.
//!
//! # Source
//! A. M. Geoffrion: Lagrangean relaxation for integer programming (1974).

use std::collections::BTreeMap;

use super::Reason;
use super::case::Domain;
use super::facts::{Facts, RoomUse};
use super::inequality::{Inequality, Paid, plus, times};
use super::pupils::{Pupils, Shared, price_of_missing};
use crate::domain::{Price, Slot, Week};

/// What each start and each alternative that is left costs under multipliers, and the least that the case does.
pub(super) struct Weighed {
    pub(super) starts: Vec<Vec<Option<i128>>>,
    pub(super) choices: Vec<Vec<Option<i128>>>,
    pub(super) least: i128,
}

/// So many ways to put a lesson in rooms are tried; of more, each room's cheapest counts.
const MOST_TRIED: usize = 20_000;

pub(super) struct Scales<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    pub(super) pupils: &'f Pupils<'a>,
    pub(super) periods: &'f [Shared],
    /// By lesson and start: what it costs by itself, in units, with what is missed there whatever pupils are given.
    own: Vec<Vec<i128>>,
}

/// What rooms are charged.
type Charges = BTreeMap<usize, BTreeMap<(Week, Slot), i128>>;

impl<'f, 'a> Scales<'f, 'a> {
    pub(super) fn of(facts: &'f Facts<'a>, pupils: &'f Pupils<'a>, periods: &'f [Shared]) -> Self {
        let mut own: Vec<Vec<i128>> =
            facts.lessons.iter().map(|lesson| lesson.points.clone()).collect();
        for (&key, starts) in &pupils.away {
            let Some(price) = price_of_missing(facts, key.3) else { continue };
            for (points, missed) in own[key.1].iter_mut().zip(starts) {
                *points += if missed.iter().all(|&missed| missed) { price } else { 0 };
            }
        }
        Self { facts, pupils, periods, own }
    }

    /// No timetable costs more units than this.
    pub(super) fn ceiling(&self) -> i128 {
        let facts = self.facts;
        let missed: i128 =
            self.pupils.away.keys().filter_map(|key| price_of_missing(facts, key.3)).sum();
        let lessons = facts
            .lessons
            .iter()
            .map(|lesson| lesson.points.iter().max().copied().unwrap_or(0) + lesson.exchange);
        let choices =
            self.pupils.parties.iter().map(|party| party.points.iter().max().copied().unwrap_or(0));
        let days = facts.school.grid.days().count() as i128;
        let periods = facts.numbers().count() as i128;
        let teacher = facts.price(Price::TeacherDay) + facts.price(Price::TeacherGap) * periods;
        let slots =
            facts.school.classes.len() as i128 * days * periods * facts.price(Price::NewSlot);
        missed
            + lessons.sum::<i128>()
            + choices.sum::<i128>()
            + slots
            + facts.school.teachers.len() as i128 * days * teacher
    }

    /// Weighs a case under `multipliers`, each at least 0, in units × `scale`; `None` if a lesson has nothing left.
    pub(super) fn weigh(
        &self,
        domain: &Domain,
        multipliers: &[(&Inequality<'a>, i128)],
        scale: i128,
    ) -> Result<Option<Weighed>, Reason> {
        let mut costs: Vec<Vec<i128>> = Vec::with_capacity(self.own.len());
        for own in &self.own {
            costs.push(own.iter().map(|&points| times(points, scale)).collect::<Result<_, _>>()?);
        }
        let parties = self.pupils.parties.iter().map(|party| party.points.clone());
        let mut choices: Vec<Vec<i128>> = parties.collect();
        choices.extend(domain.choices[choices.len()..].iter().map(|sets| vec![0; sets.len()]));
        for points in choices.iter_mut().flatten() {
            *points = times(*points, scale)?;
        }
        let (mut rooms, mut paid, mut least) =
            (Charges::new(), BTreeMap::<&Paid<'_>, i128>::new(), 0);
        for &(row, multiplier) in multipliers {
            for (&(lesson, start), &one) in &row.starts {
                let cost = &mut costs[lesson][start];
                *cost = plus(*cost, times(one, multiplier)?)?;
            }
            for (&(room, week, slot), &one) in &row.rooms {
                let charge = rooms.entry(room).or_default().entry((week, slot)).or_default();
                *charge = plus(*charge, times(one, multiplier)?)?;
            }
            for (&(chooser, choice), &one) in &row.choices {
                let cost = choices
                    .get_mut(chooser)
                    .and_then(|own| own.get_mut(choice))
                    .ok_or(Reason::NotImplied)?;
                *cost = plus(*cost, times(one, multiplier)?)?;
            }
            for (what, &units) in &row.paid {
                let relief = paid.entry(what).or_default();
                *relief = plus(*relief, times(units, multiplier)?)?;
            }
            least = plus(least, -times(row.right, multiplier)?)?;
        }
        for (what, relief) in paid {
            let (price, most) = self.price(what)?;
            let unit = plus(times(price, scale)?, -relief)?;
            least = plus(least, times(unit.min(0), most)?)?;
        }
        let starts = self.lessons(domain, &costs, &rooms, scale)?;
        let left = |(costs, open): (Vec<i128>, &Vec<bool>)| {
            costs.into_iter().zip(open).map(|(cost, &open)| open.then_some(cost)).collect()
        };
        let choices: Vec<Vec<Option<i128>>> =
            choices.into_iter().zip(&domain.choices).map(left).collect();
        for of_one in starts.iter().chain(&choices) {
            let Some(cheapest) = of_one.iter().flatten().min() else { return Ok(None) };
            least = plus(least, *cheapest)?;
        }
        Ok(Some(Weighed { starts, choices, least }))
    }

    /// What a unit costs, and how many there can be.
    fn price(&self, paid: &Paid<'_>) -> Result<(i128, i128), Reason> {
        let facts = self.facts;
        Ok(match paid {
            Paid::TeacherGap(..) => {
                (facts.price(Price::TeacherGap), facts.numbers().count() as i128)
            }
            Paid::TeacherDay(..) => (facts.price(Price::TeacherDay), 1),
            Paid::NewSlot(..) => (facts.price(Price::NewSlot), 1),
            Paid::Missed(number) => {
                let period = self.periods.get(*number).ok_or(Reason::NoSuchPeriod)?;
                let price = price_of_missing(facts, period.level).ok_or(Reason::NotImplied)?;
                (times(price, period.pupils.len() as i128)?, 1)
            }
        })
    }

    fn lessons(
        &self,
        domain: &Domain,
        costs: &[Vec<i128>],
        rooms: &Charges,
        scale: i128,
    ) -> Result<Vec<Vec<Option<i128>>>, Reason> {
        let mut all = Vec::with_capacity(costs.len());
        for (lesson, costs) in costs.iter().enumerate() {
            let mut own = Vec::with_capacity(costs.len());
            for (start, &cost) in costs.iter().enumerate() {
                let is_open = domain.starts[lesson][start];
                let in_rooms = if is_open {
                    self.cheapest_rooms(domain, (lesson, start), rooms, scale)?
                } else {
                    None
                };
                own.push(in_rooms.map(|more| plus(cost, more)).transpose()?);
            }
            all.push(own);
        }
        Ok(all)
    }

    /// The least that the rooms of a lesson add at a start; `None` if it can have none.
    fn cheapest_rooms(
        &self,
        domain: &Domain,
        (lesson, start): (usize, usize),
        rooms: &Charges,
        scale: i128,
    ) -> Result<Option<i128>, Reason> {
        let movable = &self.facts.lessons[lesson];
        let slot = movable.starts[start];
        let mut offers: Vec<Vec<(i128, usize)>> = Vec::new();
        for (number, used) in movable.rooms.iter().enumerate() {
            let left = domain.rooms.get(&(lesson, number));
            let mut own = Vec::new();
            for &room in
                used.choices.iter().filter(|room| left.is_none_or(|left| left.contains(room)))
            {
                if self.facts.room_fits(lesson, used, room, slot) {
                    own.push((charge(rooms, used, room, slot)?, room));
                }
            }
            own.sort_unstable();
            offers.push(own);
        }
        let at_home = movable.rooms.iter().zip(&offers).map(|(used, offers)| {
            offers.iter().find(|offer| offer.1 == used.own).map(|offer| offer.0)
        });
        let kept: Option<i128> = at_home.sum();
        let exchanged = if offers.iter().all(|offers| offers.len() == 1) && kept.is_some() {
            None
        } else {
            assign(&offers)
        };
        let exchanged =
            exchanged.map(|sum| plus(sum, times(movable.exchange, scale)?)).transpose()?;
        Ok(kept.into_iter().chain(exchanged).min())
    }
}

fn charge(rooms: &Charges, used: &RoomUse, room: usize, start: Slot) -> Result<i128, Reason> {
    let Some(charges) = rooms.get(&room) else { return Ok(0) };
    let mut sum = 0;
    for &(offset, weeks) in &used.when {
        for week in weeks.iter() {
            let slot = start.later(offset).ok_or(Reason::TooLarge)?;
            sum = plus(sum, charges.get(&(week, slot)).copied().unwrap_or(0))?;
        }
    }
    Ok(sum)
}

/// The least sum of offers, one for each room and none of them twice; or what is surely no more.
fn assign(offers: &[Vec<(i128, usize)>]) -> Option<i128> {
    let least: Vec<i128> =
        offers.iter().map(|offers| offers.first().map(|one| one.0)).collect::<Option<_>>()?;
    let mut search = Assignment { offers, least: &least, used: Vec::new(), best: None, tried: 0 };
    search.go_on(0);
    if search.tried > MOST_TRIED { Some(least.iter().sum()) } else { search.best }
}

struct Assignment<'o> {
    offers: &'o [Vec<(i128, usize)>],
    least: &'o [i128],
    used: Vec<usize>,
    best: Option<i128>,
    tried: usize,
}

impl Assignment<'_> {
    fn go_on(&mut self, sum: i128) {
        self.tried += 1;
        let at = self.used.len();
        let rest: i128 = self.least[at..].iter().sum();
        if self.tried > MOST_TRIED || self.best.is_some_and(|best| sum + rest >= best) {
            return;
        }
        let Some(offers) = self.offers.get(at) else {
            self.best = Some(sum);
            return;
        };
        for &(charge, room) in offers {
            if !self.used.contains(&room) {
                self.used.push(room);
                self.go_on(sum + charge);
                self.used.pop();
            }
        }
    }
}
