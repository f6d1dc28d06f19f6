//! What rows about limits of a class's day are called.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::Certificate;
use crate::domain::{ApartLabel, Piece, Rule, common_divisor};
use crate::model::{DayLimit, Row, Term};
use crate::problem::{ChooserId, LessonId};

impl Certificate<'_> {
    /// A row of a rule about how much a class has on a day.
    pub(super) fn day_load(&self, rule: Rule, row: &Row) -> Option<Value> {
        let Term::Day(_, day) = row.terms.first()?.0 else { return None };
        let own = in_days(row);
        let mut limits = self.limits.day_limits.iter().filter(|limit| limit.rule == rule);
        let found = limits.find_map(|limit| Some((limit, says(limit, &own, row.right_side)?)));
        let (limit, once) = found?;
        let (limited, day, lessons) = (self.limited(limit)?, self.names.day(day), self.lines(&own));
        Some(match rule {
            Rule::Apart => json!([limited, day, lessons]),
            _ => json!([limited, day, lessons, once]),
        })
    }

    fn lines(&self, lessons: &BTreeMap<LessonId, i64>) -> Vec<u32> {
        lessons.keys().map(|&lesson| self.names.lesson(lesson)).collect()
    }

    /// What a limit is of: a class, a subject or a label, and a week. Of several subjects that have the same lessons, one that
    /// is limited no less.
    fn limited(&self, limit: &DayLimit) -> Option<(&str, &str, &str)> {
        let class = self.names.class(limit.class);
        let of = |piece: &&Piece| {
            let is_there = piece.classes.iter().any(|one| one.as_str() == class);
            is_there && piece.weeks.contains(limit.week)
        };
        let is_apart = limit.rule == Rule::Apart;
        let mut by_name: BTreeMap<&str, BTreeMap<usize, BTreeSet<u8>>> = BTreeMap::new();
        for (index, lesson) in self.names.school.lessons.iter().enumerate() {
            for piece in lesson.pieces.iter().filter(of) {
                let label = piece.apart.as_ref().map(ApartLabel::as_str);
                let name = if is_apart { label } else { Some(piece.subject.as_str()) };
                let Some(name) = name else { continue };
                let own = by_name.entry(name).or_default();
                let counted = if is_apart { 0 } else { piece.offset };
                own.entry(index).or_default().insert(counted);
            }
        }
        let counted: BTreeMap<usize, i64> =
            limit.lessons.iter().map(|&(lesson, length)| (lesson.index(), length)).collect();
        let is_it = |(name, lessons): &(&str, BTreeMap<usize, BTreeSet<u8>>)| {
            let lengths = lessons.iter().map(|(&index, own)| (index, to_count(own.len())));
            lengths.eq(counted.iter().map(|(&index, &length)| (index, length)))
                && (is_apart || self.at_most_a_day(name) <= limit.limit)
        };
        let (name, _) = by_name.into_iter().find(is_it)?;
        Some((class, name, self.names.week(limit.week)))
    }

    /// How many periods of a subject a class may have on any day.
    fn at_most_a_day(&self, subject: &str) -> i64 {
        let mut subjects = self.names.school.subjects.iter();
        let found = subjects.find(|(name, _)| name.as_str() == subject);
        found.map_or(i64::MAX, |(_, subject)| subject.max_per_day.into())
    }

    /// A row that says what cannot be on a day on which somebody is away.
    pub(super) fn free(&self, days: ChooserId, row: &Row) -> (&'static str, Option<Value>) {
        let own = in_days(row);
        let number = self.days.get(&days);
        let day = row.terms.iter().find_map(|(term, _)| match term {
            Term::Day(_, day) => Some(self.names.day(*day)),
            _ => None,
        });
        let lessons = self.lines(&own);
        if let [lesson] = lessons.as_slice() {
            return ("free", Some(json!([number, day, lesson])));
        }
        let limit = self.limit_of(days, &own, row.right_side);
        let told =
            limit.and_then(|limit| Some(json!([number, self.limited(limit)?, day, lessons])));
        let is_apart = limit.is_some_and(|limit| limit.rule == Rule::Apart);
        (if is_apart { "free_apart" } else { "free_subject" }, told)
    }

    /// The limit that counts so much of the lessons that everybody must attend, divided by what divides all of it.
    fn limit_of(
        &self,
        days: ChooserId,
        own: &BTreeMap<LessonId, i64>,
        right_side: i64,
    ) -> Option<&DayLimit> {
        let shared = self.problem.choosers[days].days.as_ref()?;
        self.limits.day_limits.iter().find(|limit| {
            let of_all = limit.lessons.iter().filter(|one| shared.lessons.contains(&one.0));
            let counted: BTreeMap<LessonId, i64> = of_all.copied().collect();
            let divisor = common_divisor(counted.values().copied().chain([limit.limit])).max(1);
            let divided = own.iter().map(|(&lesson, &one)| (lesson, one * divisor));
            divided.eq(counted) && limit.limit == right_side * divisor
        })
    }
}

/// The lessons on a day, each with its coefficient.
fn in_days(row: &Row) -> BTreeMap<LessonId, i64> {
    let days = row.terms.iter().filter_map(|(term, coefficient)| match term {
        Term::Day(lesson, _) => Some((*lesson, *coefficient)),
        _ => None,
    });
    days.collect()
}

/// Whether a limit says so of these lessons, each with its coefficient: as it stands (`false`), or as how many of them fit
/// under it (`true`).
fn says(limit: &DayLimit, own: &BTreeMap<LessonId, i64>, right_side: i64) -> Option<bool> {
    let all: BTreeMap<LessonId, i64> = limit.lessons.iter().copied().collect();
    let mut lengths: Vec<i64> =
        own.keys().map(|lesson| all.get(lesson).copied()).collect::<Option<_>>()?;
    let divisor = common_divisor(lengths.iter().copied()).max(1);
    let is_divided = own.values().zip(&lengths).all(|(one, length)| one * divisor == *length);
    if is_divided && own.len() == all.len() && right_side == limit.limit.div_euclid(divisor) {
        return Some(false);
    }
    lengths.sort_unstable();
    let sums = lengths.iter().scan(0, |sum, length| {
        *sum += length;
        Some(*sum)
    });
    let fitting = to_count(sums.take_while(|&sum| sum <= limit.limit).count());
    let is_cover = own.values().all(|&one| one == 1) && fitting == right_side;
    is_cover.then_some(true)
}

fn to_count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
