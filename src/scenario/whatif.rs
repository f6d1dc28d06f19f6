//! What if pupils join, leave or change: the optimum afresh, and the least extra change after publication.

use std::collections::BTreeMap;

use super::ask::{Asking, Step, solve_variants};
use super::publish::published;
use crate::domain::{Scenario, ScenarioName, School, Timetable};
use crate::pipeline::{Answer, Refusal};

/// What would be.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// The school as it is.
    pub base: Answer,
    /// The scenarios, in their order.
    pub scenarios: Vec<Prospect>,
}

/// What would be in one scenario.
#[derive(Clone, Debug)]
pub struct Prospect {
    /// The scenario.
    pub name: ScenarioName,
    /// The one that it continues.
    pub after: Option<ScenarioName>,
    /// The optimum from the baseline.
    pub fresh: Answer,
    /// The optimum when the plan before it is published; `None` if there is no such plan.
    pub extra: Option<Answer>,
}

/// Answers every scenario about `school`, a baseline without faults.
///
/// The plan before a scenario is the school's own, or the one that followed the scenario that it continues; where that
/// has none, what was published earlier still holds. Pupils who may choose can be given another alternative than before.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn what_if(
    school: &School,
    scenarios: &[Scenario],
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Step),
) -> Result<Outlook, Refusal> {
    let of = 2 * scenarios.len() + 1;
    let afresh = |index: usize| match index.checked_sub(1) {
        None => school.clone(),
        Some(index) => in_scenario(school, &scenarios[index]),
    };
    let mut count = |step: Step| tell(Step { of, ..step });
    let mut fresh = solve_variants(scenarios.len() + 1, &afresh, asking, &mut count)?;
    let done = fresh.len();
    let base = fresh.remove(0);
    let mut count = |step: Step| tell(Step { done: done + step.done, of });
    let extra = continue_from(school, scenarios, plan(&base), asking, &mut count)?;
    let prospects = scenarios.iter().zip(fresh).zip(extra).map(|((scenario, fresh), extra)| {
        let (name, after) = (scenario.name.clone(), scenario.after.clone());
        Prospect { name, after, fresh, extra }
    });
    let scenarios = prospects.collect();
    Ok(Outlook { base, scenarios })
}

/// For each scenario the optimum when the plan before it is published, first of all `base`; `None` without such a plan.
pub(super) fn continue_from(
    school: &School,
    scenarios: &[Scenario],
    base: Option<Timetable>,
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Step),
) -> Result<Vec<Option<Answer>>, Refusal> {
    let mut plans = Plans { school, scenarios, base, after: BTreeMap::new() };
    let mut extra = vec![None; scenarios.len()];
    let mut done = 0;
    for level in levels(scenarios) {
        let level: Vec<usize> =
            level.into_iter().filter(|&index| plans.before(index).is_some()).collect();
        let variant = |index: usize| plans.published_before(level[index]);
        let mut count = |step: Step| tell(Step { done: done + step.done, of: scenarios.len() });
        let answers = solve_variants(level.len(), &variant, asking, &mut count)?;
        done += answers.len();
        for (index, answer) in level.into_iter().zip(answers) {
            plans.after.extend(plan(&answer).map(|plan| (index, plan)));
            extra[index] = Some(answer);
        }
    }
    Ok(extra)
}

/// The timetables that are published, scenario by scenario.
struct Plans<'a> {
    school: &'a School,
    scenarios: &'a [Scenario],
    base: Option<Timetable>,
    after: BTreeMap<usize, Timetable>,
}

impl Plans<'_> {
    /// The plan that is published before a scenario begins.
    fn before(&self, index: usize) -> Option<&Timetable> {
        let mut next = predecessor(self.scenarios, index);
        while let Some(here) = next {
            if let Some(plan) = self.after.get(&here) {
                return Some(plan);
            }
            next = predecessor(self.scenarios, here);
        }
        self.base.as_ref()
    }

    fn published_before(&self, index: usize) -> School {
        let school = in_scenario(self.school, &self.scenarios[index]);
        self.before(index).map_or_else(|| school.clone(), |plan| published(&school, plan))
    }
}

fn in_scenario(school: &School, scenario: &Scenario) -> School {
    School { apprentices: scenario.apprentices.clone(), ..school.clone() }
}

pub(super) fn plan(answer: &Answer) -> Option<Timetable> {
    answer.offered.as_ref().map(|(proposal, _)| proposal.timetable.clone())
}

fn predecessor(scenarios: &[Scenario], index: usize) -> Option<usize> {
    let after = scenarios[index].after.as_ref()?;
    scenarios.iter().position(|scenario| scenario.name == *after)
}

/// The scenarios, those first that continue the school, then those that continue them, and so on.
fn levels(scenarios: &[Scenario]) -> Vec<Vec<usize>> {
    let mut levels: Vec<Vec<usize>> = Vec::new();
    for index in 0..scenarios.len() {
        let before = std::iter::successors(predecessor(scenarios, index), |&before| {
            predecessor(scenarios, before)
        });
        let depth = before.take(scenarios.len()).count();
        if levels.len() <= depth {
            levels.resize(depth + 1, Vec::new());
        }
        levels[depth].push(index);
    }
    levels
}
