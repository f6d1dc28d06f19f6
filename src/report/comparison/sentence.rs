//! The answer in sentences: which day is cheapest, how much dearer others are, and what costs nothing.

use itertools::Itertools;

use super::{short, who, words};
use crate::domain::{Alternative, Language};
use crate::pipeline::Status;
use crate::scenario::{Cell, Effect, Joint, Row};
use crate::words::{both, either, weekday};

/// One line, and a second where one more pupil costs nothing.
pub(super) fn of_row(row: &Row, language: Language) -> Vec<String> {
    let mut lines = vec![of_cells(&who(row), &row.cells, language)];
    let free = row.cells.iter().filter(|cell| match without(row) {
        Some(points) => cell.in_use && points_of(cell) == Some(points),
        None => cell.in_use && missed_nothing(cell),
    });
    let days = free.map(|cell| in_full(&cell.away, language)).collect_vec();
    if !days.is_empty() {
        let (days, class) = (either(&days, language), row.class.as_str());
        lines.push(line(&match without(row) {
            Some(_) => words::nothing_more(&days, class, language),
            None => words::one_more(&days, class, language),
        }));
    }
    lines
}

/// One line for the day that all have in common.
pub(super) fn of_all(cells: &[Cell], language: Language) -> Vec<String> {
    let told = || of_cells(&words::all_on_one_day(language), cells, language);
    (!cells.is_empty()).then(told).into_iter().collect()
}

/// One line for the days chosen together.
pub(super) fn of_joint(joint: &Joint, language: Language) -> Vec<String> {
    if joint.away.is_empty() && joint.effect.is_some() {
        return Vec::new();
    }
    let told = |(class, away): &(_, Alternative)| format!("{class} {}", short(away, language));
    let days = joint.away.iter().map(told).join(", ");
    let bound = joint.answer.bound;
    vec![line(&match (&joint.effect, joint.answer.status) {
        (Some(Effect { points, .. }), Status::Optimal) => words::together(&days, *points, language),
        (Some(Effect { points, .. }), _) => words::together_so_far(&days, *points, bound, language),
        (None, Status::Infeasible) => words::not_together(language),
        (None, _) => words::together_unknown(bound, language),
    })]
}

fn of_cells(who: &str, cells: &[Cell], language: Language) -> String {
    let known = || cells.iter().filter_map(|cell| Some((cell, cell.effect.as_ref()?)));
    let Some(least) = known().map(|(_, effect)| effect.points).min() else {
        let all = cells.iter().all(|cell| cell.answer.status == Status::Infeasible);
        return line(&if all {
            words::no_day(who, language)
        } else {
            words::nothing_known(who, language)
        });
    };
    let cheapest = known().filter(|(_, effect)| effect.points == least).collect_vec();
    let days = cheapest.iter().map(|(cell, _)| in_full(&cell.away, language)).collect_vec();
    let days = either(&days, language);
    let lessons = cheapest.iter().map(|(_, effect)| effect.changed_lessons).min().unwrap_or(0);
    let told = match least {
        0 => words::free(who, &days, language),
        _ => words::cheapest(who, &days, lessons, least, language),
    };
    let dearer = known().filter(|(_, effect)| effect.points > least);
    let dearest = dearer.max_by_key(|(_, effect)| effect.points);
    let dearest = dearest.map(|(cell, effect)| {
        words::dearest(&in_full(&cell.away, language), least, effect.points, language)
    });
    line(&format!("{told}{}", dearest.unwrap_or_default()))
}

fn line(sentence: &str) -> String {
    format!("{sentence}.\n")
}

fn in_full(away: &Alternative, language: Language) -> String {
    let days = away.spans.iter().map(|span| weekday(span.day, language)).collect_vec();
    both(&days, language)
}

fn without(row: &Row) -> Option<i64> {
    let (_, verdict) = row.without.as_ref()?.offered.as_ref()?;
    Some(verdict.difference.breakdown.total())
}

fn points_of(cell: &Cell) -> Option<i64> {
    cell.effect.as_ref().map(|effect| effect.points)
}

fn missed_nothing(cell: &Cell) -> bool {
    cell.effect.as_ref().is_some_and(|effect| effect.desired_missed == 0)
}
