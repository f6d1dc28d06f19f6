//! Bounds by prices: what seats should cost, and what the schools then cost at least.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{Combination, Node, Search};
use crate::district::oracle::{Column, Solved};
use crate::domain::Seat;
use crate::pipeline::Refusal;
use crate::solve::{Bundle, bundles, prices};

/// How often seats are priced at a node, at most: later rounds hardly help.
const ROUNDS: usize = 40;
/// The most that a seat costs at first, in points; where no division is known, ten times as much, and so on.
const DEAREST: i64 = 1_000;

impl Search<'_, '_> {
    /// Raises the bound of a node by prices of seats, and offers what fits together on the way; what schools take where seats
    /// cost what was asked last.
    pub(super) fn raise(&mut self, node: &mut Node) -> Result<Combination, Refusal> {
        let (mut dearest, mut asked, mut last) = (DEAREST, BTreeSet::new(), Vec::new());
        let seats: Vec<u32> = self.oracle.shared.seats.values().copied().collect();
        for _ in 0..ROUNDS {
            let parties = self.parties(node);
            let offered: Vec<Vec<Bundle>> = (0..parties.len())
                .map(|school| self.bundles(node, school, &parties[school]))
                .collect();
            let Some(prices) = prices(&offered, &seats, dearest) else { break };
            let chosen = bundles(&offered, &seats, &prices, i64::MAX / 4);
            let is_divided = chosen.is_some();
            if let Some(chosen) = chosen {
                let columns = parties.iter().zip(chosen);
                let columns: Combination = columns.map(|(own, one)| Rc::clone(&own[one])).collect();
                self.offer(&columns);
            }
            if !asked.insert(prices.clone()) {
                if is_divided || dearest >= self.cutoff {
                    break;
                }
                dearest = dearest.saturating_mul(10);
                continue;
            }
            last = self.bound_under(node, &prices)?;
            if node.bound >= self.cutoff || self.oracle.is_stopped() {
                break;
            }
        }
        Ok(last)
    }

    /// For each school the timetables known that a node allows.
    fn parties(&self, node: &Node) -> Vec<Combination> {
        let schools = 0..node.quotas.len();
        schools
            .map(|school| self.oracle.columns(&self.task(node, school, &BTreeMap::new())))
            .collect()
    }

    /// What the timetables of a school take.
    fn bundles(&self, node: &Node, school: usize, columns: &[Rc<Column>]) -> Vec<Bundle> {
        let seats = || self.oracle.shared.seats.keys();
        let taken = |column: &Column| seats().map(|seat| node.used(school, column, seat)).collect();
        let bundle = |column: &Rc<Column>| Bundle { points: column.points, seats: taken(column) };
        columns.iter().map(bundle).collect()
    }

    /// Raises the bound of a node to what it is under prices of seats, if that is more; what the schools take then.
    ///
    /// Seats that are kept for a school are paid, taken or not. A school that takes more of them pays for each, which costs no
    /// less than paying for those that it takes alone; one that takes fewer pays for none.
    fn bound_under(&mut self, node: &mut Node, prices: &[i64]) -> Result<Combination, Refusal> {
        let seats = self.oracle.shared.seats.keys().cloned();
        let prices: BTreeMap<Seat, i64> = seats.zip(prices.iter().copied()).collect();
        let asked: Vec<BTreeMap<Seat, i64>> =
            (0..node.quotas.len()).map(|school| self.unpaid(node, school, &prices)).collect();
        let solved = self.ask(node, &asked)?;
        let paid = asked.iter().enumerate().map(|(school, asked)| {
            let kept = node.kept[school].iter().filter(|(seat, _)| !asked.contains_key(*seat));
            kept.map(|(seat, &kept)| prices[seat] * i64::from(kept)).sum::<i64>()
        });
        let paid: i64 = paid.sum();
        let all = self.oracle.shared.seats.iter();
        let given: i64 = all.map(|(seat, &takes)| prices[seat] * i64::from(takes)).sum();
        let least: Option<i64> = solved.iter().map(|one| one.bound).sum();
        // Where a school has nothing at all, no combination is in the node.
        node.bound = node.bound.max(least.map_or(self.cutoff, |least| least + paid - given));
        Ok(solved.into_iter().filter_map(|Solved { column, .. }| column).collect())
    }

    /// The prices that a school pays for each pupil: of seats that are kept for it only where it takes more than those.
    fn unpaid(
        &self,
        node: &Node,
        school: usize,
        prices: &BTreeMap<Seat, i64>,
    ) -> BTreeMap<Seat, i64> {
        let columns = self.oracle.columns(&self.task(node, school, &BTreeMap::new()));
        let cheapest = columns.iter().min_by_key(|column| {
            let used = prices
                .iter()
                .map(|(seat, price)| price * i64::from(node.used(school, column, seat)));
            column.points + used.sum::<i64>()
        });
        let is_paid = |seat: &Seat| {
            let kept = node.kept(school, seat);
            kept > 0 && cheapest.is_none_or(|column| column.taken(seat) <= kept)
        };
        let unpaid = prices.iter().filter(|(seat, _)| !is_paid(seat));
        unpaid.map(|(seat, &price)| (seat.clone(), price)).collect()
    }
}
