//! What apprentices miss: while they are away, at another lesson, or on the way.

use std::collections::{BTreeMap, BTreeSet};

use super::{Because, Missed};
use crate::domain::{
    Alternative, Apprentice, ClassName, Level, Piece, Proposal, School, SiteName, Slot,
};

/// Every period of a core subject that an apprentice misses, by apprentice and lesson.
///
/// An apprentice to whom no alternative of his or her own is given misses nothing.
pub(super) fn list(school: &School, proposal: &Proposal) -> Vec<Missed> {
    let lessons = school.lessons_of_classes();
    let mut all = Vec::new();
    for (apprentice, (pupil, &chosen)) in school.apprentices.iter().zip(&proposal.away).enumerate()
    {
        let Some(away) = pupil.alternatives.get(chosen) else { continue };
        let own: BTreeSet<usize> = pupil
            .classes()
            .into_iter()
            .filter_map(|class| lessons.get(class))
            .flatten()
            .copied()
            .collect();
        let attended: Vec<Attended<'_>> =
            own.into_iter().flat_map(|lesson| core(school, proposal, pupil, lesson)).collect();
        all.extend(of_pupil(school, apprentice, away, &attended));
    }
    all
}

/// A period of a row of a core lesson that an apprentice attends, in the slot where it is.
struct Attended<'a> {
    lesson: usize,
    piece: &'a Piece,
    slot: Slot,
    site: Option<&'a SiteName>,
    level: Level,
    /// With which of the pupil's classes.
    classes: BTreeSet<&'a ClassName>,
}

/// The periods of a lesson that are core lessons of `pupil`; none while it has no place.
fn core<'a>(
    school: &'a School,
    proposal: &Proposal,
    pupil: &'a Apprentice,
    lesson: usize,
) -> Vec<Attended<'a>> {
    let Some(booking) = proposal.timetable.booking(lesson) else { return Vec::new() };
    let attended = |piece: &'a Piece| {
        let classes: BTreeSet<&ClassName> = pupil.attends_by(piece).collect();
        let (slot, level) = (booking.start.later(piece.offset)?, pupil.level(&piece.subject)?);
        let site = school.site_of(piece);
        (!classes.is_empty()).then_some(Attended { lesson, piece, slot, site, level, classes })
    };
    school.lessons[lesson].pieces.iter().filter_map(attended).collect()
}

/// What one apprentice misses: each period and level of a lesson once, for the first row that has it.
fn of_pupil(
    school: &School,
    apprentice: usize,
    away: &Alternative,
    attended: &[Attended<'_>],
) -> Vec<Missed> {
    let mut once: BTreeMap<(usize, Slot, Level), Missed> = BTreeMap::new();
    let mut first = BTreeMap::new();
    for one in attended {
        let period = (one.lesson, one.slot, one.level);
        let subject = *first.entry(period).or_insert(&one.piece.subject);
        let Some(because) = because(school, away, one, attended) else { continue };
        let missed = once.entry(period).or_insert_with(|| Missed {
            apprentice,
            lesson: one.lesson,
            slot: one.slot,
            subject: subject.clone(),
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
    /// Whether `other` is a lesson for which the pupil may have to miss this one: in a common week, not with the same
    /// class, and required if this one is.
    fn gives_way_to(&self, other: &Self) -> bool {
        self.lesson != other.lesson
            && self.piece.weeks.meets(other.piece.weeks)
            && self.classes.is_disjoint(&other.classes)
            && (self.level == Level::Desired || other.level == Level::Required)
    }
}
