//! The days on which any of several pupils is away: they hold each pupil's days, and no lesson that all must attend.

use std::collections::BTreeSet;

use super::super::{BROKEN, View, to_float};
use crate::domain::Rule;
use crate::model::{DayLimit, Origin, Row, Term};
use crate::problem::{ChooserId, DayId, DaySet, SharedDays};

/// The rows of every choice of days.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    for (id, chooser) in view.problem.choosers.pairs() {
        let Some(days) = &chooser.days else { continue };
        for &member in &days.members {
            rows.extend(held(view, (id, days), member));
        }
        for day in view.problem.frame.days() {
            free_of_lessons(view, (id, days), day, rows);
        }
    }
}

fn row(terms: Vec<(Term, i64)>, right_side: i64) -> Row {
    let origin = Origin::Rule(Rule::RequiredMissed);
    Row { origin, terms, reliefs: Vec::new(), right_side }
}

/// The most different sets of days that a pupil's choices have, of which all combinations are tried.
const MOST_COMBINED: usize = 6;

/// A pupil is not away on days, by some choices, that no set holds: of all such rows the one that is broken most.
fn held(view: &View<'_>, (id, days): (ChooserId, &SharedDays), member: ChooserId) -> Option<Row> {
    let choices = &view.problem.choosers[member].choices;
    let distinct: BTreeSet<DaySet> = choices.iter().map(|choice| choice.whole_days).collect();
    let distinct: Vec<DaySet> = distinct.into_iter().filter(|&own| own != 0).collect();
    let value = |own: &DaySet| {
        let values = choices.iter().zip(view.solution.choices(member));
        values.filter(|(choice, _)| choice.whole_days == *own).map(|one| one.1).sum::<f64>()
    };
    let values: Vec<f64> = distinct.iter().map(value).collect();
    let sets = view.solution.choices(id);
    let holding = |taken: &[usize]| -> f64 {
        let holds = |set: DaySet| taken.iter().any(|&one| distinct[one] & !set == 0);
        days.sets.iter().zip(sets).filter(|(set, _)| holds(**set)).map(|one| one.1).sum()
    };
    let excess = |taken: &Vec<usize>| -> f64 {
        taken.iter().map(|&one| values[one]).sum::<f64>() - holding(taken)
    };
    let best = combinations(distinct.len())
        .into_iter()
        .max_by(|one, other| excess(one).total_cmp(&excess(other)))?;
    (excess(&best) > BROKEN).then(|| {
        let taken: Vec<DaySet> = best.iter().map(|&one| distinct[one]).collect();
        let own = choices.iter().enumerate().filter(|(_, one)| taken.contains(&one.whole_days));
        let own = own.map(|(choice, _)| (Term::Choice(member, choice), 1));
        let holds = |set: DaySet| taken.iter().any(|own| own & !set == 0);
        let held = days.sets.iter().enumerate().filter(|(_, set)| holds(**set));
        row(own.chain(held.map(|(choice, _)| (Term::Choice(id, choice), -1))).collect(), 0)
    })
}

/// Every combination of so many things, but none; of too many only each alone, and all.
fn combinations(count: usize) -> Vec<Vec<usize>> {
    if count > MOST_COMBINED {
        let alone = (0..count).map(|one| vec![one]);
        return alone.chain([(0..count).collect()]).collect();
    }
    let within = |bits: usize| (0..count).filter(|one| bits >> one & 1 == 1).collect();
    (1..1 << count).map(within).collect()
}

/// On a day away there is none of the lessons, nor any of what a subject has of them.
fn free_of_lessons(
    view: &View<'_>,
    (id, days): (ChooserId, &SharedDays),
    day: DayId,
    rows: &mut Vec<Row>,
) {
    let has_day = |set: DaySet| set >> day.index() & 1 == 1;
    let sets: Vec<usize> =
        (0..days.sets.len()).filter(|&choice| has_day(days.sets[choice])).collect();
    let away: f64 = sets.iter().map(|&choice| view.solution.choices(id)[choice]).sum();
    if away <= 0.0 {
        return;
    }
    let with = |lessons: Vec<(Term, i64)>, most: i64| {
        let away = sets.iter().map(|&choice| (Term::Choice(id, choice), most));
        row(lessons.into_iter().chain(away).collect(), most)
    };
    for &lesson in &days.lessons {
        if view.day_values[(lesson, day)] + away > 1.0 + BROKEN {
            rows.push(with(vec![(Term::Day(lesson, day), 1)], 1));
        }
    }
    for limit in &view.limits.day_limits {
        let own = limited(limit, days);
        let load: f64 = own
            .iter()
            .map(|&(lesson, counted)| view.day_values[(lesson, day)] * to_float(counted))
            .sum();
        if own.len() > 1 && load + away * to_float(limit.limit) > to_float(limit.limit) + BROKEN {
            let lessons = own.iter().map(|&(lesson, counted)| (Term::Day(lesson, day), counted));
            rows.push(with(lessons.collect(), limit.limit));
        }
    }
}

/// What a limit counts of the lessons that all must attend.
fn limited(limit: &DayLimit, days: &SharedDays) -> Vec<(crate::problem::LessonId, i64)> {
    limit.lessons.iter().filter(|(lesson, _)| days.lessons.contains(lesson)).copied().collect()
}
