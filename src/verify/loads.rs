//! H9 and H18, and what they and H7 say of days on which somebody is away: how much of a day there can be.

use std::collections::{BTreeMap, BTreeSet};

use super::Reason;
use super::inequality::{Inequality, divisor_of};
use super::lengths::Lengths;
use super::line::{Given, Limited};
use super::named::{Made, Reader};

impl<'a> Reader<'_, 'a> {
    /// H9 and H18: a limit of what a class has on a day, divided by what divides all that it counts; or (`once`) how many of
    /// some lessons fit under it together.
    pub(super) fn load(
        &self,
        (lengths, limit): &Lengths,
        day: &str,
        lines: &[u32],
        once: bool,
    ) -> Made<'a> {
        let (day, counted) = (self.facts.day(day)?, self.counted(lengths, lines)?);
        let divisor = divisor_of(counted.values().copied());
        let fitting = most_that_fit(counted.values(), *limit);
        let mut row = Inequality::at_most(if once { fitting } else { limit.div_euclid(divisor) });
        for (lesson, length) in counted {
            self.day_term(&mut row, lesson, day, if once { 1 } else { length / divisor })?;
        }
        Ok(row)
    }

    /// How much these lessons count.
    fn counted(
        &self,
        lengths: &BTreeMap<usize, i128>,
        lines: &[u32],
    ) -> Result<BTreeMap<usize, i128>, Reason> {
        let counted = lines.iter().map(|&line| {
            let lesson = self.facts.lesson_at(line)?;
            Ok((lesson, *lengths.get(&lesson).ok_or(Reason::NotImplied)?))
        });
        counted.collect()
    }

    /// How many periods of a subject each lesson of a class has in a week, and the most on a day.
    pub(super) fn subject_lengths(
        &self,
        (class, subject, week): &Limited,
    ) -> Result<Lengths, Reason> {
        let found = self.facts.school.subjects.keys().find(|name| name.as_str() == subject);
        let subject = found.ok_or_else(|| Reason::unknown("subject", subject))?;
        Ok(self.facts.of_subject(self.facts.class(class)?, subject, self.facts.week(week)?))
    }

    /// The lessons of a class with a label in a week, each counting once, and the most on a day.
    pub(super) fn apart_lengths(&self, (class, label, week): &Limited) -> Result<Lengths, Reason> {
        Ok(self.facts.with_label(self.facts.class(class)?, label, self.facts.week(week)?))
    }

    /// On a day on which somebody is away, there is no lesson that all of them must attend, nor anything that a limit counts
    /// of them.
    pub(super) fn free(
        &self,
        days: usize,
        (lengths, limit): &Lengths,
        day: &str,
        lines: &[u32],
    ) -> Made<'a> {
        let shared = self.days.get(days).ok_or(Reason::NoSuchDays)?;
        let (day, counted) = (self.facts.day(day)?, self.counted(lengths, lines)?);
        if !counted.keys().all(|lesson| shared.lessons.contains(lesson)) {
            return Err(Reason::NotImplied);
        }
        let divisor = divisor_of(counted.values().copied().chain([*limit]));
        let mut row = Inequality::at_most(limit / divisor);
        for (lesson, length) in counted {
            self.day_term(&mut row, lesson, day, length / divisor)?;
        }
        for (number, _) in shared.sets.iter().enumerate().filter(|(_, set)| set.contains(&day)) {
            row.choice(self.pupils.parties.len() + days, number, limit / divisor)?;
        }
        Ok(row)
    }

    /// A pupil's days away are among the days on which anybody is.
    pub(super) fn held(&self, days: usize, (pupil, choices): &Given) -> Made<'a> {
        let shared = self.days.get(days).ok_or(Reason::NoSuchDays)?;
        let party = self.pupils.party(self.facts, pupil)?;
        let own = shared.days_of.get(&party).ok_or(Reason::NotImplied)?;
        let mut row = Inequality::at_most(0);
        for &choice in choices.iter().collect::<BTreeSet<_>>() {
            own.get(choice).ok_or(Reason::NotImplied)?;
            row.choice(party, choice, 1)?;
        }
        for (number, set) in shared.sets.iter().enumerate() {
            if choices.iter().any(|&choice| own[choice].is_subset(set)) {
                row.choice(self.pupils.parties.len() + days, number, -1)?;
            }
        }
        Ok(row)
    }
}

/// How many of the shortest fit under a limit together: no more of any of them do.
fn most_that_fit<'l>(lengths: impl Iterator<Item = &'l i128>, limit: i128) -> i128 {
    let mut lengths: Vec<i128> = lengths.copied().collect();
    lengths.sort_unstable();
    let sums = lengths.iter().scan(0, |sum, length| {
        *sum += length;
        Some(*sum)
    });
    sums.take_while(|&sum| sum <= limit).count() as i128
}
