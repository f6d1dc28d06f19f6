//! Branch and bound over scopes: dives for good proposals, and closes what cannot hold a better one.

use std::rc::Rc;

use super::branch::{self, BranchingCandidate, Decision};
use super::choices::{self, OpenChoices, respect_seats, undecided};
use super::master::{Cutting, Master, Relaxed};
use super::nodes::{Node, NodeQueue, WarmStart, WarmStarts};
use super::price_level::PriceLevel;
use super::pseudocosts::Pseudocosts;
use super::separate::Solution;
use super::tabu_search::{Context, FOR_A_FIRST, Pace, RoundLimit, tabu_search};
use super::{Found, Outcome, Progress};
use crate::domain::Stop;
use crate::model::{Booking, Limits, Row, Scope, most_points, points};
use crate::problem::{ChooserId, Problem};

/// The first target, in points, where prices are usual.
const FIRST_TARGET: i64 = 500;
/// The target becomes so many times the least bound.
const TARGET_GROWTH: i64 = 3;

/// The search of one problem.
pub(super) struct Search<'a> {
    problem: &'a Problem,
    limits: &'a Limits,
    master: Master<'a>,
    /// The scope of some choices, before any decision.
    base: (OpenChoices, Scope),
    open: NodeQueue,
    incumbent: Option<Found>,
    cutoff: i64,
    /// Nodes whose bound reaches this wait until all others are closed: most of them hold no timetable at all.
    target: i64,
    closed: u64,
    pace: Pace,
    warm_starts: WarmStarts,
    pseudocosts: Pseudocosts,
}

impl<'a> Search<'a> {
    pub(super) fn new(problem: &'a Problem, limits: &'a Limits) -> Self {
        let choices: OpenChoices =
            problem.choosers.iter().map(|chooser| vec![true; chooser.choices.len()]).collect();
        let scope = Scope::new(problem, choices.clone());
        let worst = most_points(problem);
        let master = Master::new(problem, limits, scope.clone(), worst);
        let mut search = Self {
            problem,
            limits,
            base: (choices.clone(), scope),
            open: NodeQueue::default(),
            incumbent: None,
            cutoff: worst.saturating_add(1),
            target: PriceLevel::of(problem).scaled(FIRST_TARGET),
            closed: 0,
            pace: Pace::default(),
            warm_starts: WarmStarts::default(),
            pseudocosts: Pseudocosts::default(),
            master,
        };
        if let Some(choices) = respect_seats(problem, choices) {
            let start = Rc::new(WarmStart::new(search.master.basis()));
            search.open.push(Node { choices, decisions: Vec::new(), bound: 0, start });
        }
        search
    }

    /// Looks only for what costs less than `cutoff`.
    pub(super) fn below(mut self, cutoff: i64) -> Self {
        self.cutoff = self.cutoff.min(cutoff);
        self
    }

    /// Searches until nothing is open or `stop` says so.
    pub(super) fn run(mut self, stop: &Stop, emit: &mut dyn FnMut(Progress)) -> Outcome {
        self.visit_all(stop, emit);
        self.finish()
    }

    /// Every row that enters the program while it searches.
    pub(super) fn rows(mut self, stop: &Stop) -> Vec<Rc<Row>> {
        self.master.record();
        self.visit_all(stop, &mut |_| ());
        self.master.recorded()
    }

    fn visit_all(&mut self, stop: &Stop, emit: &mut dyn FnMut(Progress)) {
        if !stop.is_asked() {
            self.propose(stop);
        }
        let mut dive = self.open.pop();
        while let Some(node) = dive.take().or_else(|| self.open.pop()) {
            if node.bound >= self.cutoff {
                self.closed += 1;
                continue;
            }
            let bound = node.bound.min(self.open.bound().unwrap_or(node.bound));
            emit(self.progress(bound));
            if stop.is_asked() {
                self.open.push(node);
                break;
            }
            if node.bound >= self.target {
                self.target = node.bound.saturating_mul(TARGET_GROWTH);
            }
            dive = self.visit(node, stop, emit);
        }
        if let Some(node) = dive {
            self.open.push(node);
        }
    }

    fn progress(&self, bound: i64) -> Progress {
        Progress {
            best: self.incumbent.as_ref().map(|best| best.points),
            bound: bound.min(self.cutoff),
            closed: self.closed,
            open: self.open.len() as u64,
        }
    }

    fn finish(self) -> Outcome {
        let open = self.open.bound().filter(|&bound| bound < self.cutoff);
        let best = self.incumbent.as_ref().map(|best| best.points);
        Outcome { complete: open.is_none(), bound: open.or(best), best: self.incumbent }
    }

    /// Works on one node; the child to dive into, if any.
    fn visit(&mut self, node: Node, stop: &Stop, emit: &mut dyn FnMut(Progress)) -> Option<Node> {
        let mut scope = self.scope_of(&node);
        node.start.turn(&mut self.master, scope.clone());
        let relaxed = self.relax(&node, &scope, stop, emit);
        let bound = node.bound.max(relaxed.bound.points());
        if bound >= self.cutoff {
            self.closed += 1;
            return None;
        }
        let start = Rc::new(WarmStart::new(self.master.basis()));
        let mut node = Node { bound, start, ..node };
        let (solution, reduced_costs) = relaxed.solution.unzip();
        if solution.is_none() && (stop.is_asked() || bound >= self.target) {
            self.open.push(node);
            return None;
        }
        if let Some(chooser) = undecided(&node.choices) {
            return self.branch_on_choice(&node, chooser, solution.as_ref());
        }
        self.propose_from(&node, &scope, solution.as_ref(), stop);
        if bound >= self.cutoff {
            self.closed += 1;
            return None;
        }
        if let Some(reduced_costs) = reduced_costs {
            let fixed = reduced_costs.fixed_by_reduced_cost(self.cutoff);
            for decision in &fixed {
                decision.apply(&mut scope);
            }
            node.decisions.push(fixed.into());
        }
        let decisions = match &solution {
            Some(solution) => self.divide(&scope, solution, bound, stop),
            None => branch::divide_any(self.problem, &scope),
        };
        self.branch_on_decisions(&node, decisions, &scope)
    }

    /// Solves the relaxation of one node; at the root with a look for a better timetable now and then, for the better the
    /// best is, the sooner it ends.
    fn relax(
        &mut self,
        node: &Node,
        scope: &Scope,
        stop: &Stop,
        emit: &mut dyn FnMut(Progress),
    ) -> Relaxed {
        let is_root = node.decisions.is_empty();
        let mut cutting = if is_root { Cutting::at_root() } else { Cutting::below() };
        loop {
            let relaxed = self.master.relax(self.cutoff.min(self.target), &mut cutting, stop);
            let is_decided = undecided(&node.choices).is_none();
            let Some((solution, _)) = &relaxed.solution else { return relaxed };
            if !relaxed.can_rise || !is_decided || stop.is_asked() {
                return relaxed;
            }
            self.propose_from(node, scope, Some(solution), stop);
            let bound = relaxed.bound.points().max(node.bound);
            emit(self.progress(bound.min(self.open.bound().unwrap_or(bound))));
            cutting.go_on();
        }
    }

    /// Looks for a better timetable near `solution`: itself, if it is whole.
    fn propose_from(
        &mut self,
        node: &Node,
        scope: &Scope,
        solution: Option<&Solution>,
        stop: &Stop,
    ) {
        match solution.and_then(branch::integral) {
            Some(bookings) => self.offer(&node.choices, scope, bookings),
            None => self.improve(&node.choices, scope, solution, stop),
        }
    }

    /// Divides where it raises the bound most, the likelier child first.
    fn divide(
        &mut self,
        scope: &Scope,
        solution: &Solution,
        bound: i64,
        stop: &Stop,
    ) -> Option<[Decision; 2]> {
        let candidates = branch::branching_candidates(self.problem, solution);
        let most = to_float(self.cutoff.saturating_sub(bound));
        let before = self.master.objective();
        let master = &mut self.master;
        let problem = self.problem;
        let try_out = |candidate: &BranchingCandidate| {
            candidate
                .decisions(problem, scope)
                .map(|decision| (master.strong_branch(&decision, stop) - before).clamp(0.0, most))
        };
        match self.pseudocosts.choose(&candidates, most, try_out) {
            Some(candidate) => {
                let [yes, no] = candidate.decisions(self.problem, scope);
                Some(if candidate.value >= 0.5 { [yes, no] } else { [no, yes] })
            }
            None => branch::divide_rest(self.problem, scope, solution),
        }
    }

    /// A tabu search from what is left of the baseline when the choices are made that disturb it least: a first proposal,
    /// at once.
    fn propose(&mut self, stop: &Stop) {
        let Some(node) = self.open.first() else { return };
        let Some(choices) = choices::least_disturbing(self.problem, &node.choices) else { return };
        let scope = Scope::new(self.problem, choices.clone());
        let Some(bookings) = branch::rounded(self.problem, &scope, None) else { return };
        self.offer_improved(&choices, &scope, bookings, FOR_A_FIRST, stop);
    }

    /// Now and then, and always while there is no incumbent: a tabu search from the timetable nearest to `solution`.
    fn improve(
        &mut self,
        choices: &OpenChoices,
        scope: &Scope,
        solution: Option<&Solution>,
        stop: &Stop,
    ) {
        let any_is_known = self.incumbent.is_some();
        let Some(limit) = self.pace.next(self.master.pivots(), any_is_known) else { return };
        let Some(bookings) = branch::rounded(self.problem, scope, solution) else { return };
        self.offer_improved(choices, scope, bookings, limit, stop);
    }

    fn offer_improved(
        &mut self,
        choices: &OpenChoices,
        scope: &Scope,
        bookings: Vec<Booking>,
        limit: RoundLimit,
        stop: &Stop,
    ) {
        let context = Context::new(self.problem, self.limits, scope);
        let improved = tabu_search(&context, bookings, self.cutoff, limit, stop);
        if let Some(bookings) = improved {
            self.offer(choices, scope, bookings);
        }
    }

    fn branch_on_decisions(
        &mut self,
        node: &Node,
        decisions: Option<[Decision; 2]>,
        scope: &Scope,
    ) -> Option<Node> {
        let Some([likely, other]) = decisions else {
            // Every lesson has one booking left, and still the program found no whole solution: it stands as it is.
            let left = self.only_bookings(scope);
            self.closed += 1;
            self.offer(&node.choices, scope, left);
            return None;
        };
        let child = |decision: Decision| {
            let mut decisions = node.decisions.clone();
            decisions.push(Rc::new([decision]));
            let start = Rc::clone(&node.start);
            Node { choices: node.choices.clone(), decisions, bound: node.bound, start }
        };
        self.warm_starts.keep(&node.start, self.master.program());
        self.open.push(child(other));
        self.go_on_with(child(likely))
    }

    /// While nothing is found the search dives; then it takes the node with the least bound next, among equals this one.
    fn go_on_with(&mut self, node: Node) -> Option<Node> {
        if self.incumbent.is_none() {
            return Some(node);
        }
        self.open.push(node);
        None
    }

    /// Divides by the choices of one chooser; goes on with the one that suits the solution best.
    fn branch_on_choice(
        &mut self,
        node: &Node,
        chooser: ChooserId,
        solution: Option<&Solution>,
    ) -> Option<Node> {
        let child = |choices: OpenChoices| {
            let (decisions, start) = (node.decisions.clone(), Rc::clone(&node.start));
            Node { choices, decisions, bound: node.bound, start }
        };
        self.warm_starts.keep(&node.start, self.master.program());
        let children = choices::divide(self.problem, &node.choices, chooser, solution);
        let mut children: Vec<Node> = children.into_iter().map(child).collect();
        let likeliest = (!children.is_empty()).then(|| children.remove(0));
        // The last one to be opened is the first to be visited among equals.
        for child in children.into_iter().rev() {
            self.open.push(child);
        }
        likeliest
    }

    fn scope_of(&mut self, node: &Node) -> Scope {
        if self.base.0 != node.choices {
            let scope = Scope::new(self.problem, node.choices.clone());
            self.base = (node.choices.clone(), scope);
        }
        let mut scope = self.base.1.clone();
        for decision in node.decisions.iter().flat_map(|decisions| decisions.iter()) {
            decision.apply(&mut scope);
        }
        scope
    }

    fn only_bookings(&self, scope: &Scope) -> Vec<Booking> {
        let home = |lesson| Booking::home(self.problem, lesson);
        let only = |(lesson, indexed): (_, &crate::problem::IndexedLesson)| {
            let open = |start: &usize| scope.start_points(lesson, *start).is_some();
            let start = (0..indexed.starts.len()).find(open).unwrap_or(home(lesson).start);
            let rooms = indexed.rooms.iter().enumerate();
            let first = |(place, used): (usize, &crate::problem::RoomUse)| {
                scope.rooms(lesson, place, used).first().copied().unwrap_or(used.room)
            };
            Booking { lesson, start, rooms: rooms.map(first).collect() }
        };
        self.problem.lessons().map(only).collect()
    }

    /// Takes a timetable as the best so far if it is one, and better.
    fn offer(&mut self, choices: &OpenChoices, scope: &Scope, bookings: Vec<Booking>) {
        if !self.master.is_timetable(&bookings) {
            return;
        }
        let Some(points) = points(self.problem, self.limits, scope, &bookings) else { return };
        if points < self.cutoff {
            let chosen = |open: &Vec<bool>| open.iter().position(|&open| open).unwrap_or(0);
            let choices = choices.iter().map(chosen).collect();
            self.cutoff = points;
            self.incumbent = Some(Found { bookings, choices, points });
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "penalties and gaps need not be exact")]
const fn to_float(points: i64) -> f64 {
    points as f64
}
