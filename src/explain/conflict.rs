//! Facts that cannot hold together, none of which could be left out.
//!
//! # Source
//! Ulrich Junker, "`QuickXplain`: Preferred Explanations and Relaxations for Over-Constrained Problems", AAAI 2004. Other
//! conflicts are found by leaving out a fact of a known one, as in Raymond Reiter's "A Theory of Diagnosis from First
//! Principles", 1987.

use std::collections::VecDeque;

use super::fact::{Fact, facts};
use super::oracle::{Answer, Oracle};
use crate::domain::School;
use crate::pipeline::{Held, Refusal};
use crate::scenario::Asking;

/// The most conflicts that are looked for.
const MOST: usize = 3;
/// The most sets of facts in which another conflict is looked for.
const MOST_TRIES: usize = 8;

/// Facts that cannot hold together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The facts.
    pub facts: Vec<Fact>,
    /// Whether it was proven that they cannot hold together, and found that they can without any one of them. Not so
    /// only where a search was stopped.
    pub is_verified: bool,
}

/// Conflicts of `school` while the lessons of `held` are where they are held; none where it has a timetable, or where
/// no fact is to blame.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn conflicts(
    school: &School,
    held: &[Held],
    asking: Asking<'_>,
) -> Result<Vec<Conflict>, Refusal> {
    let search = Search { oracle: Oracle { school, held, asking }, all: facts(school) };
    let mut found: Vec<Conflict> = Vec::new();
    let mut tries = VecDeque::from([search.all.clone()]);
    for _ in 0..MOST_TRIES {
        let Some(candidates) = tries.pop_front().filter(|_| found.len() < MOST) else { break };
        let Some(facts) = search.within(&candidates)? else { continue };
        for fact in &facts {
            let others = candidates.iter().filter(|&other| other != fact);
            tries.push_back(others.cloned().collect());
        }
        if found.iter().all(|known| known.facts != facts) {
            let is_verified = search.verify(&facts)?;
            found.push(Conflict { facts, is_verified });
        }
    }
    Ok(found)
}

struct Search<'a> {
    oracle: Oracle<'a>,
    all: Vec<Fact>,
}

impl Search<'_> {
    /// A conflict among `candidates`; `None` if they can hold together, or are not the reason that nothing can.
    fn within(&self, candidates: &[Fact]) -> Result<Option<Vec<Fact>>, Refusal> {
        let is_impossible = self.is_impossible(candidates)? && !self.is_impossible(&[])?;
        if !is_impossible {
            return Ok(None);
        }
        let mut facts = self.explain(&[], &[], candidates)?;
        facts.sort();
        Ok(Some(facts))
    }

    /// The facts of `candidates` that with `given` make a conflict; `added` are those of `given` that came last.
    fn explain(
        &self,
        given: &[Fact],
        added: &[Fact],
        candidates: &[Fact],
    ) -> Result<Vec<Fact>, Refusal> {
        if !added.is_empty() && self.is_impossible(given)? {
            return Ok(Vec::new());
        }
        if candidates.len() < 2 {
            return Ok(candidates.to_vec());
        }
        let (first, second) = candidates.split_at(candidates.len() / 2);
        let of_second = self.explain(&[given, first].concat(), first, second)?;
        let of_first = self.explain(&[given, &of_second].concat(), &of_second, first)?;
        Ok([of_first, of_second].concat())
    }

    fn is_impossible(&self, kept: &[Fact]) -> Result<bool, Refusal> {
        Ok(self.oracle.ask(&self.all, kept)? == Answer::Impossible)
    }

    /// Whether the facts cannot hold together, and without any one of them could.
    fn verify(&self, facts: &[Fact]) -> Result<bool, Refusal> {
        for index in 0..facts.len() {
            let mut others = facts.to_vec();
            others.remove(index);
            if self.oracle.ask(&self.all, &others)? != Answer::Possible {
                return Ok(false);
            }
        }
        self.is_impossible(facts)
    }
}
