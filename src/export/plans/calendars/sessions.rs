//! Lessons as somebody has them: rows at once and periods in a row are one session.

use itertools::Itertools;

use crate::diff::Sitting;
use crate::domain::{
    Alternative, ClassName, Group, RoomName, Slot, SubjectCode, TeacherName, Weeks,
};

/// One lesson of somebody, without interruption, in some weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Session<'a> {
    /// The lesson's place in [`School::lessons`](crate::domain::School::lessons).
    pub(super) lesson: usize,
    /// Which period of the lesson it begins with.
    pub(super) offset: u8,
    pub(super) first: Slot,
    pub(super) last: Slot,
    pub(super) weeks: Weeks,
    pub(super) subject: &'a SubjectCode,
    pub(super) group: Option<&'a Group>,
    pub(super) classes: Vec<&'a ClassName>,
    pub(super) teachers: Vec<&'a TeacherName>,
    pub(super) rooms: Vec<&'a RoomName>,
    /// Whether the pupil whose lessons these are is away, as a rule.
    pub(super) is_away: bool,
}

/// The sessions that some sittings make, by lesson and period.
pub(super) fn sessions<'a>(
    sittings: impl Iterator<Item = Sitting<'a>>,
    away: Option<&Alternative>,
) -> Vec<Session<'a>> {
    let key = |sitting: &Sitting<'a>| {
        let piece = sitting.piece;
        let weeks = piece.weeks.iter().collect_vec();
        (sitting.lesson, weeks, &piece.subject, piece.group.as_ref(), sitting.slot)
    };
    let sorted = sittings.sorted_by_key(key);
    let slots = sorted.chunk_by(key);
    let mut sessions: Vec<Session<'a>> = Vec::new();
    for (_, rows) in &slots {
        let next = session(&rows.collect_vec(), away);
        match sessions.last_mut() {
            Some(last) if last.goes_on_as(&next) => last.last = next.last,
            _ => sessions.push(next),
        }
    }
    sessions
}

/// What some rows at once are together.
fn session<'a>(rows: &[Sitting<'a>], away: Option<&Alternative>) -> Session<'a> {
    let Sitting { lesson, piece, slot, .. } = rows[0];
    Session {
        lesson,
        offset: piece.offset,
        first: slot,
        last: slot,
        weeks: piece.weeks,
        subject: &piece.subject,
        group: piece.group.as_ref(),
        classes: rows.iter().flat_map(Sitting::classes).unique().collect(),
        teachers: rows.iter().flat_map(Sitting::teachers).unique().collect(),
        rooms: rows.iter().flat_map(Sitting::rooms).unique().collect(),
        is_away: away.is_some_and(|away| away.covers(slot)),
    }
}

impl Session<'_> {
    /// Whether `next` is the period after it of the same.
    fn goes_on_as(&self, next: &Self) -> bool {
        let Self { offset, first, last, .. } = *self;
        let same = Self { offset, first, last, ..next.clone() };
        last.later(1) == Some(next.first) && same == *self
    }
}
