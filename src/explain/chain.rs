//! Why each lesson moved: what had to leave, where it went, what made room.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::diff::{Change, Sitting, diff, sittings};
use crate::domain::{
    Booking, ClassName, Effort, Level, Proposal, RoomName, School, Slot, TeacherName, Timetable,
};

/// A changed lesson and its part in a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The lesson's index in [`School::lessons`].
    pub lesson: usize,
    /// Where it goes.
    pub to: Booking,
    /// Why.
    pub role: Role,
    /// What its own change costs.
    pub points: i64,
}

/// Why a lesson changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// An apprentice would have missed it.
    HadToLeave,
    /// An earlier lesson of the chain went where it was.
    MadeRoom,
    /// It went where an earlier lesson of the chain had been.
    FilledIn,
    /// It gave way to something that no single lesson shows.
    AlongWith,
}

/// The changes of `proposal`, each in one chain: those that had to leave begin one, what made room for them or filled in
/// after them follows, and what is left stands for itself.
#[must_use]
pub fn chains(school: &School, proposal: &Proposal) -> Vec<Vec<Link>> {
    let unchanged = Proposal { timetable: school.baseline(), away: proposal.away.clone() };
    let missed = diff(school, &school.baseline(), &unchanged, Effort::Strict).missed;
    let level = |level| {
        let of_level = missed.iter().filter(move |missed| missed.level == level);
        of_level.map(|missed| missed.lesson).collect::<BTreeSet<usize>>()
    };
    let (required, desired) = (level(Level::Required), level(Level::Desired));
    let after = diff(school, &school.baseline(), proposal, Effort::Strict);
    let baseline = school.baseline();
    let had_to_leave = required.union(&desired).copied().collect();
    let mut moves = Moves::new(school, (&baseline, proposal), &after.changes, had_to_leave);
    let mut chains = Vec::new();
    for roots in [required, desired] {
        for root in roots {
            chains.extend(moves.chain(root, Role::HadToLeave));
        }
    }
    while let Some(root) = moves.left.keys().next().copied() {
        chains.extend(moves.chain(root, Role::AlongWith));
    }
    chains
}

/// The changed lessons that are in no chain yet.
struct Moves<'a> {
    school: &'a School,
    proposal: &'a Proposal,
    /// The lessons that an apprentice would have missed.
    had_to_leave: BTreeSet<usize>,
    /// What each of them costs.
    left: BTreeMap<usize, i64>,
    before: Occupied<'a>,
    after: Occupied<'a>,
}

/// Whom each lesson occupies when, and the other way round by which of the changed lessons somebody is occupied then.
struct Occupied<'a> {
    by_lesson: Vec<BTreeSet<(Whom<'a>, Slot)>>,
    changed: BTreeMap<(Whom<'a>, Slot), Vec<usize>>,
}

/// Whom a lesson occupies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whom<'a> {
    Class(&'a ClassName),
    Teacher(&'a TeacherName),
    Room(&'a RoomName),
}

impl<'a> Whom<'a> {
    /// Everybody whom a row occupies at one of its periods.
    pub(super) fn of(sitting: &Sitting<'a>) -> impl Iterator<Item = Self> + use<'a> {
        let classes = sitting.classes().map(Self::Class);
        let teachers = sitting.teachers().map(Self::Teacher);
        classes.chain(teachers).chain(sitting.rooms().map(Self::Room))
    }
}

impl<'a> Moves<'a> {
    fn new(
        school: &'a School,
        (baseline, proposal): (&'a Timetable, &'a Proposal),
        changes: &[Change],
        had_to_leave: BTreeSet<usize>,
    ) -> Self {
        let left: BTreeMap<usize, i64> =
            changes.iter().map(|change| (change.lesson, change.points)).collect();
        let before = Occupied::new(school, baseline, left.keys());
        let after = Occupied::new(school, &proposal.timetable, left.keys());
        Self { school, proposal, had_to_leave, left, before, after }
    }

    /// The chain that begins with a lesson; `None` if it did not change, or is in a chain already.
    fn chain(&mut self, root: usize, role: Role) -> Option<Vec<Link>> {
        let mut chain = vec![self.take(root, role)?];
        let mut next = VecDeque::from([root]);
        while let Some(here) = next.pop_front() {
            for (lesson, role) in self.moved_by(here) {
                chain.extend(self.take(lesson, role));
                next.push_back(lesson);
            }
        }
        Some(chain)
    }

    fn take(&mut self, lesson: usize, role: Role) -> Option<Link> {
        let points = self.left.remove(&lesson)?;
        let to = self.proposal.timetable.booking(lesson)?.clone();
        let moved = self.school.lessons[lesson].start != Some(to.start);
        let role = match (moved, self.had_to_leave.contains(&lesson)) {
            (true, true) => Role::HadToLeave,
            (true, false) => role,
            (false, _) => role.max(Role::MadeRoom),
        };
        Some(Link { lesson, to, role, points })
    }

    /// The lessons that made room for a lesson, then those that filled in after it.
    fn moved_by(&self, here: usize) -> Vec<(usize, Role)> {
        let made_room = self.met(&self.after.by_lesson[here], &self.before);
        let mut filled_in = self.met(&self.before.by_lesson[here], &self.after);
        filled_in.retain(|lesson| !made_room.contains(lesson));
        let made_room = made_room.into_iter().map(|lesson| (lesson, Role::MadeRoom));
        made_room.chain(filled_in.into_iter().map(|lesson| (lesson, Role::FilledIn))).collect()
    }

    /// The lessons that are in no chain yet and occupy somebody at one of these moments.
    fn met(
        &self,
        moments: &BTreeSet<(Whom<'a>, Slot)>,
        occupied: &Occupied<'a>,
    ) -> BTreeSet<usize> {
        let lessons = moments.iter().filter_map(|moment| occupied.changed.get(moment)).flatten();
        lessons.filter(|lesson| self.left.contains_key(lesson)).copied().collect()
    }
}

impl<'a> Occupied<'a> {
    fn new<'b>(
        school: &'a School,
        timetable: &'a Timetable,
        changed: impl Iterator<Item = &'b usize>,
    ) -> Self {
        let mut by_lesson = vec![BTreeSet::new(); school.lessons.len()];
        for sitting in sittings(school, timetable) {
            let slot = sitting.slot;
            by_lesson[sitting.lesson].extend(Whom::of(&sitting).map(|whom| (whom, slot)));
        }
        let mut moments: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for &lesson in changed {
            for &moment in by_lesson.get(lesson).into_iter().flatten() {
                moments.entry(moment).or_default().push(lesson);
            }
        }
        Self { by_lesson, changed: moments }
    }
}
