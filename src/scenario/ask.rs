//! Many variants of a school, each solved once, on as many threads as may work.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use super::cast::Cast;
use crate::domain::{Effort, School, Stop};
use crate::pipeline::{self, Answer, Demands, Refusal, Request};

/// How questions are to be answered.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    /// Whether required lessons must be kept.
    pub effort: Effort,
    /// How many threads may work at once, at least 1. No answer depends on it, but for those that are stopped.
    pub threads: usize,
    /// Whether to end with what is known so far.
    pub stop: &'a Stop,
}

/// How far the answer to a question is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Solves that are done.
    pub done: usize,
    /// Solves in all.
    pub of: usize,
}

/// How many schools, and each by its number.
type Variants<'a> = (usize, &'a (dyn Fn(usize) -> School + Sync));

/// The answers of `school` with each of `casts`, in their order; equal casts are solved once.
///
/// The first are begun first, so that a hard one should come early.
pub(super) fn solve_each(
    school: &School,
    casts: &[Cast],
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Step),
) -> Result<Vec<Answer>, Refusal> {
    let (different, numbers) = number(casts);
    let variant = |index: usize| school_with(school, different[index]);
    let answers = solve_variants(different.len(), &variant, asking, tell)?;
    Ok(numbers.into_iter().map(|number| answers[number].clone()).collect())
}

/// The answers of `count` schools, in order; each school is made by the thread that solves it.
pub(crate) fn solve_variants(
    count: usize,
    variant: &(dyn Fn(usize) -> School + Sync),
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Step),
) -> Result<Vec<Answer>, Refusal> {
    solve_under(Demands::default(), (count, variant), asking, tell)
}

/// The same where something is demanded of every answer.
pub(super) fn solve_under(
    demands: Demands<'_>,
    (count, variant): Variants<'_>,
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Step),
) -> Result<Vec<Answer>, Refusal> {
    let request = Request { effort: asking.effort, threads: 1 };
    let solve = |index: usize| {
        pipeline::solve_with(&variant(index), demands, &request, asking.stop, &mut |_| ())
    };
    each_in_parallel(count, asking.threads, &solve, tell).into_iter().collect()
}

/// What `work` gives for each number below `count`, in order, on so many threads.
pub(crate) fn each_in_parallel<Given: Send>(
    count: usize,
    threads: usize,
    work: &(dyn Fn(usize) -> Given + Sync),
    tell: &mut dyn FnMut(Step),
) -> Vec<Given> {
    let mut given = BTreeMap::new();
    each_as_done(count, threads, work, &mut |index, one| {
        given.insert(index, one);
        tell(Step { done: given.len(), of: count });
    });
    given.into_values().collect()
}

/// Has `work` done for each number below `count`, on so many threads; `take` is given each when it is done, the first usually
/// first.
pub(crate) fn each_as_done<Given: Send>(
    count: usize,
    threads: usize,
    work: &(dyn Fn(usize) -> Given + Sync),
    take: &mut dyn FnMut(usize, Given),
) {
    let next = AtomicUsize::new(0);
    let (sender, receiver) = channel();
    thread::scope(|scope| {
        for _ in 0..threads.clamp(1, count.max(1)) {
            let (sender, next) = (sender.clone(), &next);
            scope.spawn(move || work_on(count, work, next, &sender));
        }
        drop(sender);
        for (index, one) in receiver {
            take(index, one);
        }
    });
}

/// Takes the next number that nobody has taken, until none is left.
fn work_on<Given: Send>(
    count: usize,
    work: &(dyn Fn(usize) -> Given + Sync),
    next: &AtomicUsize,
    sender: &Sender<(usize, Given)>,
) {
    loop {
        let index = next.fetch_add(1, Ordering::Relaxed);
        if index >= count || sender.send((index, work(index))).is_err() {
            return;
        }
    }
}

fn school_with(school: &School, cast: &Cast) -> School {
    School { apprentices: cast.0.clone(), ..school.clone() }
}

/// The different casts, and for each of all the index of its like among them.
fn number(casts: &[Cast]) -> (Vec<&Cast>, Vec<usize>) {
    let mut different: Vec<&Cast> = Vec::new();
    let mut numbers = Vec::with_capacity(casts.len());
    for cast in casts {
        let known = different.iter().position(|&other| other == cast);
        numbers.push(known.unwrap_or(different.len()));
        if known.is_none() {
            different.push(cast);
        }
    }
    (different, numbers)
}
