//! How much of what H9 and H18 limit each lesson has, and how much of it a day may have.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::Facts;
use crate::domain::{ClassName, Day, SubjectCode, Week};

/// How much each lesson counts, and the most on a day.
pub(super) type Lengths = (BTreeMap<usize, i128>, i128);

impl Facts<'_> {
    /// H9: the periods of a subject that each lesson of a class has in a week, and the most on a day.
    pub(super) fn of_subject(
        &self,
        class: &ClassName,
        subject: &SubjectCode,
        week: Week,
    ) -> Lengths {
        let lessons = &self.school.lessons;
        let length = |&lesson: &usize| {
            let own = lessons[lesson].pieces.iter().filter(|piece| {
                piece.subject == *subject
                    && piece.weeks.contains(week)
                    && piece.classes.contains(class)
            });
            (lesson, own.map(|piece| piece.offset).collect::<BTreeSet<u8>>().len() as i128)
        };
        let all = self.lessons_of_class(class).iter().map(length);
        let lengths: BTreeMap<usize, i128> = all.filter(|one| one.1 > 0).collect();
        let without_place = lengths.iter().filter(|one| lessons[*one.0].start.is_none());
        let longest = without_place.map(|one| *one.1).max().unwrap_or(0);
        let least = i128::from(self.school.subjects[subject].max_per_day);
        let limit = least.max(self.fullest(&lengths)).max(longest);
        (lengths, limit)
    }

    /// H18: the lessons of a class with a label in a week, each counting once, and the most on a day.
    pub(super) fn with_label(&self, class: &ClassName, label: &str, week: Week) -> Lengths {
        let has = |&&lesson: &&usize| {
            self.school.lessons[lesson].pieces.iter().any(|piece| {
                piece.apart.as_ref().is_some_and(|own| own.as_str() == label)
                    && piece.weeks.contains(week)
                    && piece.classes.contains(class)
            })
        };
        let own = self.lessons_of_class(class).iter().filter(has);
        let lengths: BTreeMap<usize, i128> = own.map(|&lesson| (lesson, 1)).collect();
        let limit = self.fullest(&lengths).max(1);
        (lengths, limit)
    }

    /// The most on one day of the baseline.
    fn fullest(&self, lengths: &BTreeMap<usize, i128>) -> i128 {
        let mut by_day: BTreeMap<Day, i128> = BTreeMap::new();
        for (&lesson, length) in lengths {
            if let Some(start) = self.school.lessons[lesson].start {
                *by_day.entry(start.day).or_default() += length;
            }
        }
        by_day.into_values().max().unwrap_or(0)
    }
}
