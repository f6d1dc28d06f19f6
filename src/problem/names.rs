//! The ids of a school's names.

use std::collections::{BTreeMap, BTreeSet};

use super::id::{ClassId, RoomId, SubjectId, TeacherId};
use super::table::{Id, Ids};
use crate::domain::{
    ClassName, DivisionName, Group, PartName, RoomName, School, SubjectCode, TeacherName,
};

/// The ids of a school's names, each kind in the order of its names.
pub(super) struct Names<'a> {
    pub(super) classes: BTreeMap<&'a ClassName, ClassId>,
    pub(super) teachers: BTreeMap<&'a TeacherName, TeacherId>,
    pub(super) rooms: BTreeMap<&'a RoomName, RoomId>,
    pub(super) subjects: BTreeMap<&'a SubjectCode, SubjectId>,
    divisions: BTreeMap<&'a DivisionName, u16>,
    parts: BTreeMap<&'a PartName, u16>,
}

impl<'a> Names<'a> {
    pub(super) fn of(school: &'a School) -> Self {
        let pieces = school.lessons.iter().flat_map(|lesson| &lesson.pieces);
        let groups: BTreeSet<&Group> = pieces.filter_map(|piece| piece.group.as_ref()).collect();
        Self {
            classes: number(school.classes.keys()),
            teachers: number(school.teachers.keys()),
            rooms: number(school.rooms.keys()),
            subjects: number(school.subjects.keys()),
            divisions: number_small(groups.iter().map(|group| &group.division)),
            parts: number_small(groups.iter().map(|group| &group.part)),
        }
    }

    /// The division of some groups and their parts; `None` where they are of several divisions, or where there is none.
    pub(super) fn parts_of(&self, groups: &BTreeSet<&Group>) -> Option<(u16, Vec<u16>)> {
        let division = &groups.first()?.division;
        let is_only_division = groups.iter().all(|group| &group.division == division);
        let parts = || groups.iter().map(|group| self.parts[&group.part]).collect();
        is_only_division.then(|| (self.divisions[division], parts()))
    }
}

fn number<'a, N: Ord + 'a, I: Id>(names: impl Iterator<Item = &'a N>) -> BTreeMap<&'a N, I> {
    let distinct: BTreeSet<&N> = names.collect();
    let ids = Ids::of(distinct.len());
    distinct.into_iter().zip(ids).collect()
}

/// A school names far fewer than 65,536 groups.
fn number_small<'a, N: Ord + 'a>(names: impl Iterator<Item = &'a N>) -> BTreeMap<&'a N, u16> {
    let distinct: BTreeSet<&N> = names.collect();
    distinct.into_iter().zip(0..).collect()
}
