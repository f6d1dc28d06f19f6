//! The proposals that are tried: timetables that are good for today's apprentices and for those of futures at once.

use super::super::ask::{Asking, Step, solve_variants};
use super::super::whatif::plan;
use super::{Expectation, Tried, continue_from};
use crate::check;
use crate::domain::{Apprentice, Price, Proposal, PupilKey, Scenario, School};
use crate::pipeline::{Answer, Refusal, Status};

/// What a missed lesson of a future's apprentices costs while proposals are looked for that would rather avoid it: a
/// factor for all other prices, and the price.
const WISHES: [(i64, i64); 5] = [(10, 5), (1, 4), (1, 8), (1, 16), (1, 32)];

/// How much a proposal heeds what a future's apprentices need.
#[derive(Clone, Copy)]
enum Heed {
    /// They miss nothing that they need.
    Fully,
    /// What they miss costs something.
    AsWish { factor: i64, price: i64 },
}

/// The proposals that were tried, the cheapest first.
pub(super) struct Pool<'a> {
    school: &'a School,
    futures: &'a [Scenario],
    /// The most points that a proposal may cost today.
    most: i64,
    asking: Asking<'a>,
    pub(super) tried: Vec<Tried>,
}

impl<'a> Pool<'a> {
    pub(super) const fn new(
        school: &'a School,
        futures: &'a [Scenario],
        most: i64,
        asking: Asking<'a>,
    ) -> Self {
        Self { school, futures, most, asking, tried: Vec::new() }
    }

    /// Tries proposals that heed every future as a wish, then those that heed one future fully, then the best set of
    /// futures with one more, for as long as that is better and anything is left to gain.
    pub(super) fn fill(&mut self, tell: &mut dyn FnMut(Step)) -> Result<(), Refusal> {
        let brings_news = |&future: &usize| self.news(future).next().is_some();
        let all: Vec<usize> = (0..self.futures.len()).filter(brings_news).collect();
        let of = all.len() + 1;
        let mut heeded: Vec<usize> = Vec::new();
        for round in 0..of {
            let before = self.best();
            if self.tried[before].expectation.is_perfect() {
                break;
            }
            let others = all.iter().filter(|one| !heeded.contains(one));
            let sets: Vec<Vec<usize>> = others.map(|&one| [&heeded[..], &[one]].concat()).collect();
            let variants = match round {
                0 => self.wishing(&all),
                _ => sets.iter().map(|set| self.variant(set, Heed::Fully)).collect(),
            };
            let best = self.try_all(&variants)?;
            tell(Step { done: round + 1, of });
            match best.filter(|_| self.best() != before) {
                Some(best) if round > 0 => heeded.clone_from(&sets[best]),
                None if round > 0 => break,
                _ => {}
            }
        }
        tell(Step { done: of, of });
        Ok(())
    }

    /// The school with all futures' apprentices beside its own, by how dearly they are heeded.
    fn wishing(&self, all: &[usize]) -> Vec<School> {
        let wish =
            |&(factor, price): &(i64, i64)| self.variant(all, Heed::AsWish { factor, price });
        WISHES.iter().map(wish).collect()
    }

    /// The index of the best among those tried: the first of the least.
    pub(super) fn best(&self) -> usize {
        let worth = |&index: &usize| {
            let Tried { answer, expectation, .. } = &self.tried[index];
            (expectation.without, expectation.points, answer.points())
        };
        (0..self.tried.len()).min_by_key(worth).unwrap_or(0)
    }

    /// Solves `variants` and tries what they propose; which of them became the best of all, if any.
    fn try_all(&mut self, variants: &[School]) -> Result<Option<usize>, Refusal> {
        let school = |index: usize| variants[index].clone();
        let answers = solve_variants(variants.len(), &school, self.asking, &mut |_| ())?;
        let mut best = None;
        for (index, answer) in answers.into_iter().enumerate() {
            let before = self.best();
            if let Some(today) = self.today(&answer) {
                self.try_one(today)?;
            }
            if self.best() != before {
                best = Some(index);
            }
        }
        Ok(best)
    }

    /// What the proposal of a variant is today; `None` if it is none, or costs too much.
    fn today(&self, answer: &Answer) -> Option<Answer> {
        let (proposal, _) = answer.offered.as_ref()?;
        let away = proposal.away.iter().copied().take(self.school.apprentices.len()).collect();
        let proposal = Proposal { timetable: proposal.timetable.clone(), away };
        let verdict = check::check(self.school, &proposal, self.asking.effort);
        let points = verdict.difference.breakdown.total();
        let is_good = verdict.breaches.is_empty() && points <= self.most;
        let offered = is_good.then_some((proposal, verdict))?;
        Some(Answer { status: Status::Feasible, offered: Some(offered), ..answer.clone() })
    }

    /// Finds what every future costs after a proposal, unless its timetable was tried already.
    pub(super) fn try_one(&mut self, answer: Answer) -> Result<(), Refusal> {
        let timetable = plan(&answer);
        if self.tried.iter().any(|tried| plan(&tried.answer) == timetable) {
            return Ok(());
        }
        let (school, asking) = (self.school, self.asking);
        let futures = continue_from(school, self.futures, timetable, asking, &mut |_| ())?;
        let weights = self.futures.iter().map(|future| future.weight);
        let expectation = Expectation::of(weights.zip(futures.iter().map(Option::as_ref)));
        self.tried.push(Tried { answer, futures, expectation });
        Ok(())
    }

    /// The apprentices of a future who are not the school's already.
    fn news(&self, future: usize) -> impl Iterator<Item = &Apprentice> {
        let others = self.futures[future].apprentices.iter();
        others.filter(|one| !self.school.apprentices.contains(one))
    }

    /// The school with its own apprentices, and those of some futures beside them.
    fn variant(&self, futures: &[usize], heed: Heed) -> School {
        let mut variant = self.school.clone();
        for &future in futures {
            let news = self.news(future).map(|one| heeded(one, future, heed));
            variant.apprentices.extend(news);
        }
        if let Heed::AsWish { factor, price } = heed {
            for kind in Price::ALL {
                variant.weights[kind] *= factor;
            }
            variant.weights[Price::Desired] = price;
        }
        variant
    }
}

/// An apprentice of a future beside those of today: takes no seat from them, and chooses alone.
fn heeded(one: &Apprentice, future: usize, heed: Heed) -> Apprentice {
    let mut one = one.clone();
    one.pupil = PupilKey::from(format!("{} ({future})", one.pupil).as_str());
    (one.together, one.place) = (None, None);
    one.alternatives.iter_mut().for_each(|away| away.place = None);
    if matches!(heed, Heed::AsWish { .. }) {
        let required = std::mem::take(&mut one.required);
        one.desired.extend(required);
    }
    one
}
