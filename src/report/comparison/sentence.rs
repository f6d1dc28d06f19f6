//! The answer in sentences: which day is cheapest, how much dearer others are, and what costs nothing.

use itertools::Itertools;

use super::words::{Comparing, Said};
use super::{short, who};
use crate::domain::Alternative;
use crate::pipeline::Status;
use crate::scenario::{Cell, Effect, Joint, Row};

/// One line, and a second where one more pupil costs nothing.
pub(super) fn of_row(row: &Row, comparing: Comparing) -> Vec<String> {
    let mut lines = vec![of_cells(&who(row), &row.cells, comparing)];
    let free = row.cells.iter().filter(|cell| match without(row) {
        Some(points) => cell.in_use && points_of(cell) == Some(points),
        None => cell.in_use && missed_nothing(cell),
    });
    let days = free.map(|cell| in_full(&cell.away, comparing)).collect_vec();
    if !days.is_empty() {
        let (days, class) = (comparing.either(&days), row.class.as_str());
        let said = match without(row) {
            Some(_) => Said::NothingMore { days: &days, class },
            None => Said::OneMore { days: &days, class },
        };
        lines.push(line(&comparing.tell(said)));
    }
    lines
}

/// One line for the day that all have in common.
pub(super) fn of_all(cells: &[Cell], comparing: Comparing) -> Vec<String> {
    let told = || of_cells(&comparing.tell(Said::AllOnOneDay), cells, comparing);
    (!cells.is_empty()).then(told).into_iter().collect()
}

/// One line for the days chosen together.
pub(super) fn of_joint(joint: &Joint, comparing: Comparing) -> Vec<String> {
    if joint.away.is_empty() && joint.effect.is_some() {
        return Vec::new();
    }
    let told = |(class, away): &(_, Alternative)| format!("{class} {}", short(away, comparing));
    let days = joint.away.iter().map(told).join(", ");
    let said = match (&joint.effect, joint.answer.status) {
        (Some(Effect { points, .. }), Status::Optimal) => {
            Said::Together { days: &days, points: *points }
        }
        (Some(Effect { points, .. }), _) => {
            Said::TogetherSoFar { days: &days, points: *points, bound: joint.answer.bound }
        }
        (None, Status::Infeasible) => Said::NotTogether,
        (None, _) => Said::TogetherUnknown { bound: joint.answer.bound },
    };
    vec![line(&comparing.tell(said))]
}

fn of_cells(who: &str, cells: &[Cell], comparing: Comparing) -> String {
    let known = || cells.iter().filter_map(|cell| Some((cell, cell.effect.as_ref()?)));
    let Some(least) = known().map(|(_, effect)| effect.points).min() else {
        let all = cells.iter().all(|cell| cell.answer.status == Status::Infeasible);
        let said = if all { Said::NoDay { who } } else { Said::NothingKnown { who } };
        return line(&comparing.tell(said));
    };
    let cheapest = known().filter(|(_, effect)| effect.points == least).collect_vec();
    let days = cheapest.iter().map(|(cell, _)| in_full(&cell.away, comparing)).collect_vec();
    let days = comparing.either(&days);
    let lessons = cheapest.iter().map(|(_, effect)| effect.changed_lessons).min().unwrap_or(0);
    let said = match least {
        0 => Said::Free { who, days: &days },
        _ => Said::Cheapest { who, days: &days, lessons, points: least },
    };
    let dearer = known().filter(|(_, effect)| effect.points > least);
    let dearest = dearer.max_by_key(|(_, effect)| effect.points);
    let dearest = dearest.map(|(cell, effect)| {
        let day = in_full(&cell.away, comparing);
        comparing.tell(Said::Dearest { day: &day, least, points: effect.points })
    });
    line(&format!("{}{}", comparing.tell(said), dearest.unwrap_or_default()))
}

fn line(sentence: &str) -> String {
    format!("{sentence}.\n")
}

fn in_full(away: &Alternative, comparing: Comparing) -> String {
    comparing.both(&away.spans.iter().map(|span| comparing.words.weekday(span.day)).collect_vec())
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
