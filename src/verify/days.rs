//! The days on which anybody of several parties is away from morning to evening: a choice of their own, made by theirs.

use std::collections::{BTreeMap, BTreeSet};

use super::Reason;
use super::facts::Facts;
use super::pupils::{Pupils, price_of_missing, whole_days};
use crate::domain::{Day, Level};

/// What sets of days there may be.
#[derive(Debug)]
pub(super) struct SharedDays {
    /// By party, the days of each of its alternatives.
    pub(super) days_of: BTreeMap<usize, Vec<BTreeSet<Day>>>,
    /// Lessons that each party must attend.
    pub(super) lessons: BTreeSet<usize>,
    /// The sets: exactly the one that is the union of the parties' days holds.
    pub(super) sets: Vec<BTreeSet<Day>>,
}

/// The most days that are combined: a week.
const MOST_DAYS: usize = 7;

impl SharedDays {
    /// The sets of days for these parties, without those that leave too little room for what all must attend: such a lesson
    /// has to be on a day on which nobody is away, and H9 says how much of a subject a day can have.
    pub(super) fn of(
        facts: &Facts<'_>,
        pupils: &Pupils<'_>,
        parties: &BTreeSet<usize>,
    ) -> Result<Self, Reason> {
        let days = |party: &usize| {
            let own = &pupils.parties[*party];
            (*party, (0..own.points.len()).map(|choice| whole_days(facts, own, choice)).collect())
        };
        let days_of: BTreeMap<usize, Vec<BTreeSet<Day>>> = parties.iter().map(days).collect();
        let all: Vec<Day> = days_of
            .values()
            .flatten()
            .flatten()
            .copied()
            .collect::<BTreeSet<Day>>()
            .into_iter()
            .collect();
        if all.len() > MOST_DAYS || price_of_missing(facts, Level::Required).is_some() {
            return Err(Reason::NotImplied);
        }
        let lessons = required_by_all(facts, pupils, parties);
        let mut shared = Self { days_of, lessons, sets: Vec::new() };
        for bits in 0..1_usize << all.len() {
            let within = all.iter().enumerate().filter(|(number, _)| bits >> number & 1 == 1);
            let set: BTreeSet<Day> = within.map(|one| *one.1).collect();
            if shared.fits(facts, &set) {
                shared.sets.push(set);
            }
        }
        Ok(shared)
    }

    fn fits(&self, facts: &Facts<'_>, away: &BTreeSet<Day>) -> bool {
        let has_start = |&lesson: &usize| {
            facts.lessons[lesson].starts.iter().any(|start| !away.contains(&start.day))
        };
        let left = facts.school.grid.days().filter(|day| !away.contains(day)).count() as i128;
        self.lessons.iter().all(has_start) && self.subjects_fit(facts, left)
    }

    fn subjects_fit(&self, facts: &Facts<'_>, left: i128) -> bool {
        let rows = self.lessons.iter().flat_map(|&lesson| &facts.school.lessons[lesson].pieces);
        let mut counted = rows.flat_map(|piece| {
            let classes = piece.classes.iter();
            classes.flat_map(move |class| piece.weeks.iter().map(move |week| (class, piece, week)))
        });
        counted.all(|(class, piece, week)| {
            let (lengths, limit) = facts.of_subject(class, &piece.subject, week);
            let own = lengths.iter().filter(|(lesson, _)| self.lessons.contains(lesson));
            own.map(|one| *one.1).sum::<i128>() <= limit.saturating_mul(left)
        })
    }

    /// The number of the set of these days.
    pub(super) fn number(
        &self,
        facts: &Facts<'_>,
        days: &[String],
    ) -> Result<Option<usize>, Reason> {
        let days: Result<BTreeSet<Day>, Reason> = days.iter().map(|day| facts.day(day)).collect();
        let days = days?;
        Ok(self.sets.iter().position(|set| *set == days))
    }
}

/// The lessons of which every party must attend a period.
fn required_by_all(
    facts: &Facts<'_>,
    pupils: &Pupils<'_>,
    parties: &BTreeSet<usize>,
) -> BTreeSet<usize> {
    let required = |party: &usize| -> BTreeSet<usize> {
        let rows = pupils.parties[*party].pupils.iter().flat_map(|&pupil| &pupils.attended[pupil]);
        rows.filter(|row| row.level == Level::Required).map(|row| row.lesson).collect()
    };
    let all = 0..facts.lessons.len();
    all.filter(|lesson| parties.iter().all(|party| required(party).contains(lesson))).collect()
}
