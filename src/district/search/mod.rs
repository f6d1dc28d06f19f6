//! Branch and bound over the whole district: which days places are open, and how the seats are divided among the schools.
//!
//! A node says on which days places are open, how many seats each school has at most (its *quotas*) and how many are *kept*
//! for it, taken or not. Any division of the seats lies in one half when a school's quota of a seat is cut: it takes so many
//! at most, or more are kept for it. Where the quotas of a node fit together the schools no longer touch one another.
//!
//! A node's bound is the sum of what each school costs at least with its quotas; or, whatever seats are made to cost, of what
//! each costs with these prices, less what all seats cost (*Lagrangean relaxation*). Both are sums of bounds that the schools'
//! own searches have proven, in whole numbers.
//!
//! # Source
//! G. B. Dantzig, P. Wolfe: Decomposition Principle for Linear Programs (1960); A. M. Geoffrion: Lagrangean relaxation for
//! integer programming (1974).

mod dividing;
mod pricing;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::Standing;
use super::member::{DaySet, Task};
use super::oracle::{Column, Oracle, Solved};
use crate::domain::{PlaceName, Seat, Terms};
use crate::pipeline::{Answer, Refusal};

/// A part of what can be.
#[derive(Clone, Debug)]
struct Node {
    bound: i64,
    days: BTreeMap<PlaceName, DaySet>,
    /// For each school how many seats it may take at most, where that is fewer than its pupils could.
    quotas: Vec<BTreeMap<Seat, u32>>,
    /// For each school how many seats are kept for it, taken or not.
    kept: Vec<BTreeMap<Seat, u32>>,
}

/// A timetable for each school.
pub(super) type Combination = Vec<Rc<Column>>;

/// What a search found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The cheapest combination and its points.
    pub(super) best: Option<(i64, Combination)>,
    /// No combination costs less; `None` where there is none at all.
    pub(super) bound: Option<i64>,
    /// Schools that have no timetable whatever the others do, with the answers that say so.
    pub(super) stuck: Vec<(usize, Rc<Answer>)>,
}

/// The search of one question.
pub(super) struct Search<'s, 'a> {
    oracle: &'s mut Oracle<'a>,
    /// Nodes that are open, the newest first among those of one bound.
    open: BTreeMap<(i64, Reverse<usize>), Node>,
    count: usize,
    best: Option<(i64, Combination)>,
    /// Only combinations that cost fewer points than this are looked for.
    cutoff: i64,
    stuck: Vec<(usize, Rc<Answer>)>,
    tell: &'s mut dyn FnMut(Standing),
}

impl<'s, 'a> Search<'s, 'a> {
    /// The search among combinations in which places are open on these `days` and cost fewer points than `worst`.
    pub(super) fn new(
        oracle: &'s mut Oracle<'a>,
        days: BTreeMap<PlaceName, DaySet>,
        worst: i64,
        tell: &'s mut dyn FnMut(Standing),
    ) -> Self {
        let none = || vec![BTreeMap::new(); oracle.shared.most.len()];
        let root = Node { bound: 0, days, quotas: none(), kept: none() };
        let mut search = Self {
            oracle,
            open: BTreeMap::new(),
            count: 0,
            best: None,
            cutoff: worst,
            stuck: Vec::new(),
            tell,
        };
        search.push(root);
        search
    }

    /// Searches until nothing is open or it is stopped.
    pub(super) fn run(mut self) -> Result<Found, Refusal> {
        while let Some((_, node)) = self.open.pop_first() {
            if node.bound >= self.cutoff {
                continue;
            }
            if self.oracle.is_stopped() {
                self.push(node);
                break;
            }
            self.visit(node)?;
        }
        let open = self.open.first_key_value().map(|((bound, _), _)| *bound);
        let open = open.filter(|&bound| bound < self.cutoff);
        let points = self.best.as_ref().map(|(points, _)| *points);
        Ok(Found { bound: open.or(points), best: self.best, stuck: self.stuck })
    }

    fn push(&mut self, node: Node) {
        if node.bound < self.cutoff {
            self.count += 1;
            self.open.insert((node.bound, Reverse(self.count)), node);
        }
    }

    fn stand(&self, bound: i64) -> Standing {
        let open = self.open.first_key_value().map_or(bound, |((open, _), _)| *open);
        let best = self.best.as_ref().map(|(points, _)| *points);
        Standing { best, bound: bound.min(open).min(self.cutoff), searches: self.oracle.searches }
    }

    /// Asks the schools about `node` where seats have these prices.
    fn ask(&mut self, node: &Node, asked: &[BTreeMap<Seat, i64>]) -> Result<Vec<Solved>, Refusal> {
        let tasks: Vec<Task> = asked
            .iter()
            .enumerate()
            .map(|(school, prices)| self.task(node, school, prices))
            .collect();
        let stand = self.stand(node.bound);
        let tell = &mut *self.tell;
        self.oracle.solve(&tasks, &mut |searches| tell(Standing { searches, ..stand }))
    }

    fn task(&self, node: &Node, school: usize, prices: &BTreeMap<Seat, i64>) -> Task {
        let terms = Terms { prices: prices.clone(), days: node.days.clone() };
        self.oracle.task(school, &terms, &self.limits(node, school))
    }

    fn visit(&mut self, mut node: Node) -> Result<(), Refusal> {
        let free = vec![BTreeMap::new(); node.quotas.len()];
        let solved = self.ask(&node, &free)?;
        let Some(bounds) = solved.iter().map(|one| one.bound).collect::<Option<Vec<i64>>>() else {
            self.stick(&solved);
            return Ok(());
        };
        node.bound = node.bound.max(bounds.iter().sum());
        let columns: Option<Combination> = solved.into_iter().map(|one| one.column).collect();
        let Some(columns) = columns else {
            self.push(node);
            return Ok(());
        };
        if let Some(place) = self.place_to_settle(&node, &columns) {
            self.branch_on_days(&node, &place);
            return Ok(());
        }
        if self.scarce(&node, &columns).is_empty() {
            self.offer(&columns);
            // Only where a limit has ended a school's search is anything left.
            self.push(node);
            return Ok(());
        }
        let division = self.raise(&mut node)?;
        if node.bound < self.cutoff {
            self.branch_on_seats(&node, &columns, &division);
        }
        Ok(())
    }

    /// Remembers which schools have no timetable, where it is not for what the search has taken from them.
    fn stick(&mut self, solved: &[Solved]) {
        let is_root = self.count == 1;
        if is_root {
            let refused = solved.iter().map(|one| one.refused.clone()).enumerate();
            self.stuck.extend(refused.filter_map(|(school, answer)| Some((school, answer?))));
        }
    }

    /// A place on whose days the schools do not agree; where seats are scarce, any whose days are open.
    fn place_to_settle(&self, node: &Node, columns: &[Rc<Column>]) -> Option<PlaceName> {
        let are_scarce = !self.scarce(node, columns).is_empty();
        let sets = self.oracle.shared.sets.iter();
        let mut open =
            sets.filter(|(place, sets)| !node.days.contains_key(*place) && sets.len() > 1);
        let given = |place: &PlaceName| -> BTreeSet<&DaySet> {
            columns.iter().filter_map(|column| column.days.get(place)).collect()
        };
        open.find(|(place, _)| are_scarce || given(place).len() > 1).map(|(place, _)| place.clone())
    }

    fn branch_on_days(&mut self, node: &Node, place: &PlaceName) {
        let shared = self.oracle.shared;
        for days in &shared.sets[place] {
            let mut child = node.clone();
            child.days.insert(place.clone(), days.clone());
            self.push(child);
        }
    }

    /// The seats of which more are taken or kept than there are.
    fn scarce(&self, node: &Node, columns: &[Rc<Column>]) -> Vec<Seat> {
        let taken = |seat: &Seat| -> u32 {
            columns.iter().enumerate().map(|(school, column)| node.used(school, column, seat)).sum()
        };
        let seats = self.oracle.shared.seats.iter();
        seats.filter(|(seat, takes)| taken(seat) > **takes).map(|(seat, _)| seat.clone()).collect()
    }

    /// Takes a combination whose seats suffice, if it is better than what is known.
    fn offer(&mut self, columns: &[Rc<Column>]) {
        let points = columns.iter().map(|column| column.points).sum();
        if points < self.cutoff {
            self.cutoff = points;
            self.best = Some((points, columns.to_vec()));
            let stand = self.stand(points);
            (self.tell)(stand);
        }
    }
}

impl Node {
    /// How many of a seat count as a school's.
    fn used(&self, school: usize, column: &Column, seat: &Seat) -> u32 {
        column.taken(seat).max(self.kept(school, seat))
    }

    fn kept(&self, school: usize, seat: &Seat) -> u32 {
        self.kept[school].get(seat).copied().unwrap_or(0)
    }
}
