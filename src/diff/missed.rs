//! What apprentices miss: while they are away, at another lesson, or on the way.

use std::collections::{BTreeMap, BTreeSet};

use super::{Because, Missed, MissedBesides};
use crate::domain::{
    Alternative, Apprentice, ClassName, Level, Piece, Proposal, School, SiteName, Slot,
    SubjectCode, Timetable,
};

/// Every period of a core subject that an apprentice misses, by apprentice and lesson; and every period of another subject
/// that a guest misses for a core lesson, or on the way.
///
/// An apprentice to whom no alternative of his or her own is given misses nothing.
pub(super) fn list(school: &School, proposal: &Proposal) -> (Vec<Missed>, Vec<MissedBesides>) {
    let lessons = school.lessons_of_classes();
    let (mut core, mut besides) = (Vec::new(), Vec::new());
    for (apprentice, (pupil, &chosen)) in school.apprentices.iter().zip(&proposal.away).enumerate()
    {
        let Some(away) = pupil.alternatives.get(chosen) else { continue };
        let mut attended = attended(school, &proposal.timetable, pupil, &lessons);
        if pupil.also.is_empty() {
            attended.retain(|attended| attended.level.is_some());
        }
        for Found { lesson, slot, subject, level, because } in of_pupil(school, away, &attended) {
            let subject = subject.clone();
            match level {
                Some(level) => {
                    core.push(Missed { apprentice, lesson, slot, subject, level, because });
                }
                None if because != Because::Away => {
                    besides.push(MissedBesides { apprentice, lesson, slot, subject, because });
                }
                None => (),
            }
        }
    }
    (core, besides)
}

/// The lessons and slots of a timetable in which a pupil is not where he or she should be, core subjects or not.
pub(super) fn absent(
    school: &School,
    timetable: &Timetable,
    pupil: &Apprentice,
    away: &Alternative,
) -> BTreeSet<(usize, Slot)> {
    let attended = attended(school, timetable, pupil, &school.lessons_of_classes());
    let found = of_pupil(school, away, &attended).into_iter();
    found.map(|found| (found.lesson, found.slot)).collect()
}

/// The lessons of a pupil's classes, each once, in the order of the school.
pub(super) fn lessons_of(
    pupil: &Apprentice,
    lessons: &BTreeMap<&ClassName, Vec<usize>>,
) -> BTreeSet<usize> {
    let own = pupil.classes().into_iter().filter_map(|class| lessons.get(class));
    own.flatten().copied().collect()
}

/// A period of a row that an apprentice attends, in the slot where it is.
struct Attended<'a> {
    lesson: usize,
    piece: &'a Piece,
    slot: Slot,
    site: Option<&'a SiteName>,
    /// How badly it is needed; `None`: no core subject.
    level: Option<Level>,
    /// With which of the pupil's classes.
    classes: BTreeSet<&'a ClassName>,
}

/// Every period that `pupil` attends, by lesson; none of a lesson without a place.
fn attended<'a>(
    school: &'a School,
    timetable: &Timetable,
    pupil: &'a Apprentice,
    lessons: &BTreeMap<&ClassName, Vec<usize>>,
) -> Vec<Attended<'a>> {
    let mut all = Vec::new();
    for lesson in lessons_of(pupil, lessons) {
        let Some(booking) = timetable.booking(lesson) else { continue };
        all.extend(school.lessons[lesson].pieces.iter().filter_map(|piece| {
            let classes: BTreeSet<&ClassName> = pupil.attends_by(piece).collect();
            let (slot, level) = (booking.start.later(piece.offset)?, pupil.level(&piece.subject));
            let site = school.site_of(piece);
            (!classes.is_empty()).then_some(Attended { lesson, piece, slot, site, level, classes })
        }));
    }
    all
}

/// What a pupil misses.
struct Found<'a> {
    lesson: usize,
    slot: Slot,
    subject: &'a SubjectCode,
    level: Option<Level>,
    because: Because,
}

/// What one apprentice misses: each period and level of a lesson once, for the first row that has it.
fn of_pupil<'a>(school: &School, away: &Alternative, attended: &[Attended<'a>]) -> Vec<Found<'a>> {
    let mut once: BTreeMap<(usize, Slot, Option<Level>), Found<'a>> = BTreeMap::new();
    let mut first = BTreeMap::new();
    for one in attended {
        let period = (one.lesson, one.slot, one.level);
        let subject = *first.entry(period).or_insert(&one.piece.subject);
        let Some(because) = because(school, away, one, attended) else { continue };
        let missed = once.entry(period).or_insert(Found {
            lesson: one.lesson,
            slot: one.slot,
            subject,
            level: one.level,
            because,
        });
        missed.because = missed.because.min(because);
    }
    once.into_values().collect()
}

/// Why the pupil cannot be there, if so: the first reason that holds.
fn because(
    school: &School,
    away: &Alternative,
    one: &Attended<'_>,
    attended: &[Attended<'_>],
) -> Option<Because> {
    if away.covers(one.slot) && school.grid.contains(one.slot) {
        return Some(Because::Away);
    }
    let rivals = || attended.iter().filter(|other| one.gives_way_to(other));
    if rivals().any(|other| other.slot == one.slot) {
        return Some(Because::Lesson);
    }
    let here = (one.slot, one.site);
    let place = school.site_of_place(away.place.as_ref());
    let mut slots_away = school.grid.slots().filter(|&slot| away.covers(slot));
    let is_on_the_way = slots_away.any(|slot| school.travel.is_too_far(here, (slot, place)))
        || rivals().any(|other| school.travel.is_too_far(here, (other.slot, other.site)));
    is_on_the_way.then_some(Because::Way)
}

impl Attended<'_> {
    /// Whether `other` is a core lesson for which the pupil may have to miss this one: in a common week, not with the same
    /// class, and required if this one is.
    fn gives_way_to(&self, other: &Self) -> bool {
        let is_urgent = match self.level {
            Some(Level::Required) => other.level == Some(Level::Required),
            Some(Level::Desired) | None => other.level.is_some(),
        };
        is_urgent
            && self.lesson != other.lesson
            && self.piece.weeks.meets(other.piece.weeks)
            && self.classes.is_disjoint(&other.classes)
    }
}
