//! Whether two lessons can be where they are at once, by H1, H7 and H14, and what is missed of one for the other.

use super::facts::{ClassUse, Facts, class_use};
use super::pupils::{Attended, Pupils, Shared};
use crate::domain::{Effort, Group, Level, Piece, Slot};

/// A lesson at one of its starts, by their numbers.
pub(super) type At = (usize, usize);

/// What the law is asked about two lessons.
pub(super) struct Law<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    pub(super) pupils: &'f Pupils<'a>,
}

impl Law<'_, '_> {
    fn slot(&self, (lesson, start): At, offset: u8) -> Option<Slot> {
        self.facts.lessons[lesson].starts[start].later(offset)
    }

    /// Whether the two can never be there at once.
    pub(super) fn exclude(&self, one: At, other: At) -> bool {
        one.0 != other.0 && (self.clash(one, other) || self.go_apart(one, other))
    }

    /// The same by H7 and H14 alone.
    pub(super) fn go_apart(&self, one: At, other: At) -> bool {
        self.is_too_far(one, other) || self.misses_required(one, other)
    }

    /// H1.
    fn clash(&self, one: At, other: At) -> bool {
        let [own, others] = [one, other].map(|at| self.facts.lessons[at.0].lesson);
        own.class_periods().into_iter().any(|(class, offset)| {
            let Some(slot) = self.slot(one, offset) else { return false };
            let there = others.class_periods().into_iter().filter(|(name, _)| *name == class);
            let mut at_once = there.filter(|&(_, later)| self.slot(other, later) == Some(slot));
            at_once.any(|(_, later)| {
                self.facts.weeks().any(|week| {
                    let uses = (
                        class_use(own, class, offset, week),
                        class_use(others, class, later, week),
                    );
                    matches!(&uses, (Some(one), Some(other)) if !are_beside(one, other))
                })
            })
        })
    }

    /// H14.
    fn is_too_far(&self, one: At, other: At) -> bool {
        let school = self.facts.school;
        if school.travel.minutes.is_empty() {
            return false;
        }
        let lessons = [one, other].map(|at| self.facts.lessons[at.0].lesson);
        let stays = |at: At| self.facts.lessons[at.0].lesson.start == self.slot(at, 0);
        if stays(one) && stays(other) {
            return false;
        }
        lessons[0].pieces.iter().any(|own| {
            lessons[1].pieces.iter().any(|others| {
                let slots = (self.slot(one, own.offset), self.slot(other, others.offset));
                let (Some(here), Some(there)) = slots else { return false };
                own.weeks.meets(others.weeks)
                    && take_along(own, others)
                    && school
                        .travel
                        .is_too_far((here, school.site_of(own)), (there, school.site_of(others)))
            })
        })
    }

    /// H7, by a pupil who attends both.
    fn misses_required(&self, one: At, other: At) -> bool {
        self.facts.effort == Effort::Strict
            && self.pupils.guests().any(|rows| {
                let required = |lesson: usize| {
                    rows.iter()
                        .filter(move |row| row.lesson == lesson && row.level == Level::Required)
                };
                required(one.0).any(|own| {
                    required(other.0).any(|row| self.are_rivals((own, one), (row, other)))
                })
            })
    }

    /// Whether a pupil cannot attend both rows, which are not of one class.
    fn are_rivals(
        &self,
        (one, at): (&Attended<'_>, At),
        (other, there): (&Attended<'_>, At),
    ) -> bool {
        let slots = (self.slot(at, one.offset), self.slot(there, other.offset));
        let (Some(here), Some(elsewhere)) = slots else { return false };
        one.classes.is_disjoint(&other.classes)
            && one.weeks.iter().any(|week| other.weeks.contains(week))
            && (here == elsewhere
                || self.facts.school.travel.is_too_far((here, one.site), (elsewhere, other.site)))
    }

    /// Whether a period of the lesson at `one` is missed for the lesson at `other`, and the start does not pay for it.
    pub(super) fn is_missed_for(&self, period: &Shared, one: At, other: At) -> bool {
        if one.0 != period.lesson || self.pupils.is_always_away(period.key(), one.1) {
            return false;
        }
        let rows = &self.pupils.attended[period.pupils[0]];
        let own = rows.iter().filter(|row| {
            (row.lesson, row.offset, row.level) == (period.lesson, period.offset, period.level)
        });
        own.into_iter().any(|own| {
            let counts = |row: &&Attended<'_>| {
                row.lesson == other.0
                    && (own.level == Level::Desired || row.level == Level::Required)
            };
            rows.iter().filter(counts).any(|row| self.are_rivals((own, one), (row, other)))
        })
    }

    /// Whether a period is missed under an alternative if its lesson is there, and not under every one of them.
    pub(super) fn is_missed_under(
        &self,
        period: &Shared,
        (lesson, start): At,
        choice: usize,
    ) -> bool {
        let table = self.pupils.away.get(&period.key());
        lesson == period.lesson
            && !self.pupils.is_always_away(period.key(), start)
            && table.is_some_and(|starts| starts[start].get(choice) == Some(&true))
    }
}

/// Whether two lessons may have a class at once: different parts of one division.
fn are_beside(one: &ClassUse<'_>, other: &ClassUse<'_>) -> bool {
    match (one, other) {
        (ClassUse::Parts(division, parts), ClassUse::Parts(others, other_parts)) => {
            division == others && parts.is_disjoint(other_parts)
        }
        _ => false,
    }
}

/// Whether somebody has both rows: a teacher, or a class but for different parts of one division.
fn take_along(one: &Piece, other: &Piece) -> bool {
    let are_beside =
        |own: &Group, others: &Group| own.division == others.division && own.part != others.part;
    let beside = one
        .group
        .as_ref()
        .zip(other.group.as_ref())
        .is_some_and(|(own, others)| are_beside(own, others));
    one.teachers.iter().any(|teacher| other.teachers.contains(teacher))
        || (!beside && one.classes.iter().any(|class| other.classes.contains(class)))
}
