//! How lessons, slots and weeks are named in a sentence, whatever the language.

use itertools::Itertools;

use super::{Words, words};
use crate::domain::{
    Alternative, Day, Language, Lesson, School, Slot, Span, Week, WeekLabel, Weeks,
};
use crate::reason::{Absence, Reason};
use crate::words::{NOWHERE, listed};

/// A school and the words in which its lessons are named.
pub(crate) struct Naming<'a> {
    pub(crate) school: &'a School,
    pub(crate) words: Words,
}

impl<'a> Naming<'a> {
    /// The lessons of `school`, named in `language`.
    pub(crate) const fn new(school: &'a School, language: Language) -> Self {
        Self { school, words: words(language) }
    }

    /// A lesson by its index among the school's lessons, e.g. `8.A MAT (line 12)`.
    pub(crate) fn lesson(&self, index: usize) -> String {
        self.school.lessons.get(index).map_or_else(String::new, |lesson| self.named(lesson))
    }

    /// Several lessons by their indexes.
    pub(crate) fn lessons(&self, indexes: &[usize]) -> String {
        indexes.iter().map(|&index| self.lesson(index)).join(", ")
    }

    /// An apprentice by the index among the school's apprentices.
    pub(crate) fn pupil(&self, index: usize) -> &str {
        self.school.apprentices.get(index).map_or("", |apprentice| apprentice.pupil.as_str())
    }

    /// Why there is no timetable, each reason as a sentence.
    pub(in crate::report) fn reasons(&self, reasons: &[Reason]) -> Vec<String> {
        reasons.iter().map(|reason| self.words.reason(reason, self)).collect()
    }

    /// A slot, or that there is none.
    pub(crate) fn slot(&self, slot: impl Into<Option<Slot>>) -> String {
        slot.into().map_or_else(|| NOWHERE.to_owned(), |slot| self.words.slot(slot))
    }

    /// A day of a week; the week is silent where the school has one.
    pub(crate) fn day(&self, day: Day, week: Week) -> String {
        format!("{}{}", self.words.weekday(day), self.week(week))
    }

    /// A slot of a week; the week is silent where the school has one.
    pub(crate) fn moment(&self, slot: Slot, week: Week) -> String {
        format!("{}{}", self.slot(slot), self.week(week))
    }

    /// ` in week A`, or nothing where the school has one week.
    pub(crate) fn week(&self, week: Week) -> String {
        match self.school.weeks.get(usize::from(week.0)) {
            Some(label) if !label.as_str().is_empty() => format!(" {}", self.words.week(label)),
            _ => String::new(),
        }
    }

    /// The same for several weeks; silent where it is every week.
    pub(crate) fn weeks(&self, weeks: Weeks) -> String {
        let labels = &self.school.weeks;
        let own = self.school.cycle().filter(|&week| weeks.contains(week)).collect_vec();
        if own.len() == labels.len() {
            return String::new();
        }
        let own = own.iter().filter_map(|week| labels.get(usize::from(week.0))).join("+");
        format!(" {}", self.words.week(&WeekLabel::from(own.as_str())))
    }

    /// Slots by their days, e.g. `tue 1+2, wed 3`.
    pub(crate) fn slots(&self, slots: &[Slot]) -> String {
        let days = slots.iter().chunk_by(|slot| slot.day);
        let told = days.into_iter().map(|(day, slots)| {
            format!("{} {}", self.words.day(day), slots.map(|slot| slot.period).join("+"))
        });
        told.collect_vec().join(", ")
    }

    /// Classes and when they are away, e.g. `8.A away thu, 9.B away mon 1-2 / tue`.
    pub(crate) fn absences(&self, absences: &[Absence]) -> String {
        let told = |absence: &Absence| {
            let away = self.alternatives(&absence.alternatives);
            format!("{} {} {away}", absence.class, self.words.labels().away)
        };
        absences.iter().map(told).join(", ")
    }

    /// Several ways to be away, e.g. `mon 1-2 / thu`.
    pub(in crate::report) fn alternatives(&self, alternatives: &[Vec<Span>]) -> String {
        alternatives.iter().map(|spans| self.spans(spans)).join(" / ")
    }

    /// Stretches of time, e.g. `mon 1-2+tue`.
    pub(crate) fn spans(&self, spans: &[Span]) -> String {
        let told = |span: &Span| {
            let day = self.words.day(span.day);
            let periods = span.periods.map(|(first, last)| format!(" {first}-{last}"));
            format!("{day}{}", periods.unwrap_or_default())
        };
        if spans.is_empty() {
            return Alternative::NONE.to_owned();
        }
        spans.iter().map(told).join("+")
    }

    fn named(&self, lesson: &Lesson) -> String {
        let classes = listed(lesson.pieces.iter().flat_map(|piece| &piece.classes), "+");
        let subjects = listed(lesson.pieces.iter().map(|piece| &piece.subject), "+");
        let line = lesson.pieces.first().map_or(0, |piece| piece.line);
        format!("{classes} {subjects} ({} {line})", self.words.labels().line)
    }
}
