//! What schools answer, each by its own search, and what their answers say of neighbouring questions.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::member::{DaySet, Member, Shared, Task};
use crate::domain::{PlaceName, Seat, Terms};
use crate::pipeline::{self, Answer, Demands, Refusal, Request, Status, seats_taken};
use crate::scenario::{Asking, each_in_parallel};

/// A timetable of a school, and what it takes of what is shared.
#[derive(Debug)]
pub(super) struct Column {
    /// Its points, without what seats cost.
    pub(super) points: i64,
    /// How many pupils are in each scarce seat.
    pub(super) seats: BTreeMap<Seat, u32>,
    /// On which days each place is visited at which all are on the same.
    pub(super) days: BTreeMap<PlaceName, DaySet>,
    /// The answer that it is the proposal of.
    pub(super) answer: Answer,
}

impl Column {
    /// What it costs where seats have prices.
    pub(super) fn priced(&self, prices: &BTreeMap<Seat, i64>) -> i64 {
        let price = |(seat, &pupils): (&Seat, &u32)| {
            prices.get(seat).map_or(0, |price| price * i64::from(pupils))
        };
        self.points + self.seats.iter().map(price).sum::<i64>()
    }

    /// How many pupils it has in a seat.
    pub(super) fn taken(&self, seat: &Seat) -> u32 {
        self.seats.get(seat).copied().unwrap_or(0)
    }

    fn suits(&self, task: &Task) -> bool {
        let days = |(place, days): (&PlaceName, &DaySet)| {
            task.terms.days.get(place).is_none_or(|only| only == days)
        };
        self.days.iter().all(days)
            && task.quotas.iter().all(|(seat, &quota)| self.taken(seat) <= quota)
    }
}

/// What is known of a task.
#[derive(Clone, Debug)]
pub(super) struct Solved {
    /// Nothing that was asked for costs less, prices of seats included; `None`: there is nothing.
    pub(super) bound: Option<i64>,
    /// The best timetable known.
    pub(super) column: Option<Rc<Column>>,
    /// The answer that says why there is none, if there is none.
    pub(super) refused: Option<Rc<Answer>>,
}

/// The schools, with what they have answered.
pub(super) struct Oracle<'a> {
    members: &'a [Member],
    pub(super) shared: &'a Shared,
    asking: Asking<'a>,
    known: Vec<BTreeMap<Task, Solved>>,
    columns: Vec<Vec<Rc<Column>>>,
    /// How many searches there were.
    pub(super) searches: usize,
}

impl<'a> Oracle<'a> {
    pub(super) fn new(members: &'a [Member], shared: &'a Shared, asking: Asking<'a>) -> Self {
        let known = members.iter().map(|_| BTreeMap::new()).collect();
        let columns = members.iter().map(|_| Vec::new()).collect();
        Self { members, shared, asking, known, columns, searches: 0 }
    }

    /// Whether to end with what is known.
    pub(super) fn is_stopped(&self) -> bool {
        self.asking.stop.is_asked()
    }

    /// The timetables known of a school that a task allows.
    pub(super) fn columns(&self, task: &Task) -> Vec<Rc<Column>> {
        let own = self.columns[task.school].iter().filter(|column| column.suits(task));
        own.cloned().collect()
    }

    /// A task in the form in which it is known: without what does not concern its school.
    pub(super) fn task(&self, school: usize, terms: &Terms, quotas: &BTreeMap<Seat, u32>) -> Task {
        let (most, visited) = (&self.shared.most[school], &self.shared.visited[school]);
        let concerns = |seat: &Seat| most.contains_key(seat);
        let prices = terms.prices.iter().filter(|&(seat, &price)| price > 0 && concerns(seat));
        let days = terms.days.iter().filter(|(place, _)| visited.contains(*place));
        let binds =
            |(seat, quota): &(&Seat, &u32)| most.get(*seat).is_some_and(|most| most > quota);
        let owned = |(seat, &number): (&Seat, &u32)| (seat.clone(), number);
        Task {
            school,
            terms: Terms {
                prices: prices.map(|(seat, &price)| (seat.clone(), price)).collect(),
                days: days.map(|(place, days)| (place.clone(), days.clone())).collect(),
            },
            quotas: quotas.iter().filter(binds).map(owned).collect(),
        }
    }

    /// What is known of tasks after they were searched, in order; those of which enough is known already are not.
    pub(super) fn solve(
        &mut self,
        tasks: &[Task],
        tell: &mut dyn FnMut(usize),
    ) -> Result<Vec<Solved>, Refusal> {
        let mut open: Vec<&Task> = tasks.iter().filter(|task| !self.is_known(task)).collect();
        open.sort();
        open.dedup();
        let warm: Vec<Option<i64>> = open.iter().map(|task| self.cheapest(task)).collect();
        let (members, asking) = (self.members, self.asking);
        // Where fewer schools are asked than threads may work, each search has several.
        let threads = (asking.threads / open.len().max(1)).max(1);
        let request = Request { effort: asking.effort, threads };
        let search = |index: usize| {
            let (task, below) = (open[index], warm[index]);
            let demands = Demands { terms: Some(&task.terms), below, ..Demands::default() };
            let school = task.variant(&members[task.school].school);
            pipeline::solve_with(&school, demands, &request, asking.stop, &mut |_| ())
        };
        let before = self.searches;
        let told = &mut |step: crate::scenario::Step| tell(before + step.done);
        let answers = each_in_parallel(open.len(), asking.threads, &search, told);
        self.searches += open.len();
        for (task, answer) in open.into_iter().zip(answers) {
            self.enter(task, answer?);
        }
        Ok(tasks.iter().map(|task| self.known[task.school][task].clone()).collect())
    }

    /// Enters an answer to a task; only what is cheaper than every timetable known was looked for.
    fn enter(&mut self, task: &Task, answer: Answer) {
        let before = self.best(task);
        let column = self.column(task.school, &answer);
        let solved = match (answer.status, column, before) {
            (Status::Infeasible, _, Some(known)) => {
                let bound = Some(known.priced(&task.terms.prices));
                Solved { bound, column: Some(known), refused: None }
            }
            (Status::Infeasible, _, None) => {
                Solved { bound: None, column: None, refused: Some(Rc::new(answer)) }
            }
            (_, Some(column), _) => {
                let bound = Some(answer.bound);
                self.columns[task.school].push(Rc::clone(&column));
                Solved { bound, column: Some(column), refused: None }
            }
            (_, None, before) => {
                Solved { bound: Some(answer.bound), column: before, refused: None }
            }
        };
        self.known[task.school].insert(task.clone(), solved);
    }

    fn column(&self, school: usize, answer: &Answer) -> Option<Rc<Column>> {
        let (proposal, _) = answer.offered.as_ref()?;
        let own = &self.members[school].school;
        let mut seats: BTreeMap<Seat, u32> = BTreeMap::new();
        for seat in seats_taken(own, proposal).filter(|seat| self.shared.seats.contains_key(seat)) {
            *seats.entry(seat).or_default() += 1;
        }
        let given = own.apprentices.iter().zip(&proposal.away);
        let given = given.filter_map(|(pupil, &chosen)| pupil.alternatives.get(chosen));
        let given = given.filter_map(|given| Some((given.place.as_ref()?, given.days())));
        let days = given.filter(|(place, _)| self.shared.sets.contains_key(*place));
        let days = days.map(|(place, days)| (place.clone(), days)).collect();
        Some(Rc::new(Column { points: answer.points()?, seats, days, answer: answer.clone() }))
    }

    /// The cheapest timetable known that a task allows.
    fn best(&self, task: &Task) -> Option<Rc<Column>> {
        let own = self.columns[task.school].iter().filter(|column| column.suits(task));
        own.min_by_key(|column| column.priced(&task.terms.prices)).cloned()
    }

    fn cheapest(&self, task: &Task) -> Option<i64> {
        self.best(task).map(|column| column.priced(&task.terms.prices))
    }

    /// Whether a task needs no search; what is known is entered then.
    fn is_known(&mut self, task: &Task) -> bool {
        if self.known[task.school].contains_key(task) {
            return true;
        }
        let wider = self.known[task.school].iter().filter(|(known, _)| known.holds_all_of(task));
        let (mut bound, mut refused) = (0, None);
        for (known, solved) in wider {
            match solved.bound {
                Some(least) => bound = bound.max(self.carried(known, least, task)),
                None => refused.clone_from(&solved.refused),
            }
        }
        let solved = match (refused, self.best(task)) {
            (Some(refused), _) => Solved { bound: None, column: None, refused: Some(refused) },
            (None, Some(best)) if best.priced(&task.terms.prices) <= bound => {
                let bound = Some(best.priced(&task.terms.prices));
                Solved { bound, column: Some(best), refused: None }
            }
            _ => return false,
        };
        self.known[task.school].insert(task.clone(), solved);
        true
    }

    /// What the bound of a wider task says of one where seats have other prices: each seat may be cheaper, for as many pupils
    /// as can be in it.
    fn carried(&self, known: &Task, bound: i64, task: &Task) -> i64 {
        let cheaper = known.terms.prices.iter().map(|(seat, price)| {
            let now = task.terms.prices.get(seat).copied().unwrap_or(0);
            let most = self.shared.most[task.school].get(seat).copied().unwrap_or(0);
            let most = task.quotas.get(seat).copied().unwrap_or(most);
            (price - now).max(0) * i64::from(most)
        });
        bound - cheaper.sum::<i64>()
    }
}
