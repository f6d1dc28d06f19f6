//! The year: the timetable of each stretch from that of the stretch before it, and one timetable for all at once.

use std::collections::BTreeMap;

use super::ask::{Asking, Step, solve_variants};
use super::publish::published;
use crate::domain::{Alternative, Apprentice, PupilKey, School, Stretch, TogetherLabel};
use crate::pipeline::{Answer, Refusal};

/// A stretch of the year, and who is an apprentice in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    /// When.
    pub stretch: Stretch,
    /// The apprentices, as their rows say.
    pub apprentices: Vec<Apprentice>,
}

/// The year, answered.
#[derive(Clone, Debug)]
pub struct Year {
    /// The stretches, in order.
    pub links: Vec<Link>,
    /// One timetable for all of it.
    pub whole: Answer,
}

/// A stretch, answered.
#[derive(Clone, Debug)]
pub struct Link {
    /// When.
    pub stretch: Stretch,
    /// The school in that stretch: its baseline is the timetable of the stretch before, and who goes on keeps what was given.
    pub school: School,
    /// The answer.
    pub answer: Answer,
}

/// What was given to whom.
type Given = BTreeMap<PupilKey, Alternative>;

/// Answers each of `seasons` of `school`, a baseline without faults: the first from its timetable, each later one from the
/// timetable of the one before it, or of the last that has one. The apprentices of `school` are those of the whole year.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn year(
    school: &School,
    seasons: &[Season],
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Step),
) -> Result<Year, Refusal> {
    let of = seasons.len() + 1;
    let mut solved = |school: &School, done: usize| {
        let mut count = |step: Step| tell(Step { done: done + step.done, of });
        let mut answers = solve_variants(1, &|_| school.clone(), asking, &mut count)?;
        Ok(answers.remove(0))
    };
    let mut before = school.clone();
    let mut given = Given::new();
    let mut links: Vec<Link> = Vec::new();
    for season in seasons {
        let apprentices = going_on(&season.apprentices, &given);
        let own = School { apprentices, ..before.clone() };
        let answer: Answer = solved(&own, links.len())?;
        if let Some((proposal, _)) = &answer.offered {
            before = published(&own, &proposal.timetable);
        }
        given = given_by(&own, &answer);
        links.push(Link { stretch: season.stretch.clone(), school: own, answer });
    }
    let whole = solved(school, seasons.len())?;
    Ok(Year { links, whole })
}

/// Which alternative each apprentice was given; where there is no timetable, none.
fn given_by(school: &School, answer: &Answer) -> Given {
    let Some((proposal, _)) = &answer.offered else { return Given::new() };
    let given = school.apprentices.iter().zip(&proposal.away);
    let given = given.filter_map(|(one, &given)| {
        Some((one.pupil.clone(), one.alternatives.get(given)?.clone()))
    });
    given.collect()
}

/// The apprentices of a stretch, those who go on with no other alternative than they were given, where it is one of theirs
/// still, and with them those who belong together with them.
fn going_on(apprentices: &[Apprentice], given: &Given) -> Vec<Apprentice> {
    let kept = |one: &Apprentice| {
        let given = given.get(&one.pupil)?;
        let is_given =
            |own: &&Alternative| own.written == given.written && own.place == given.place;
        one.alternatives.iter().find(is_given).map(alone)
    };
    let labelled = |one: &Apprentice| Some((one.together.clone()?, kept(one)?));
    let mut labels: BTreeMap<TogetherLabel, Alternative> = BTreeMap::new();
    for (label, kept) in apprentices.iter().filter_map(labelled) {
        labels.entry(label).or_insert(kept);
    }
    let with_others = |one: &Apprentice| {
        let kept = labels.get(one.together.as_ref()?)?;
        one.alternatives.iter().find(|own| own.written == kept.written).map(alone)
    };
    let settle = |one: &Apprentice| match with_others(one).or_else(|| kept(one)) {
        Some(only) => Apprentice { alternatives: vec![only], ..one.clone() },
        None => one.clone(),
    };
    apprentices.iter().map(settle).collect()
}

/// An alternative as the only one: nothing was wished before it.
fn alone(alternative: &Alternative) -> Alternative {
    Alternative { rank: alternative.rank.map(|_| 0), ..alternative.clone() }
}
