//! Which classes have apprentices where all of the school are away on the same two days.

use std::collections::{BTreeMap, BTreeSet};

use super::Core;
use super::chance::Chance;
use super::draft::DAYS;
use crate::domain::{ClassName, Lesson, School, SubjectCode, TeacherName};

/// The days that are left.
const LEFT: usize = DAYS - 2;

/// Periods of core lessons, teacher by teacher.
type Loads = BTreeMap<TeacherName, usize>;

/// As many of `classes`, in their order, as can be away together. A teacher of Danish who has three classes cannot teach
/// all of them in what is left of the week; schools gather their apprentices in two of them.
pub(super) fn gather(
    school: &School,
    classes: &[ClassName],
    core: Core,
    chance: &mut Chance,
) -> Vec<ClassName> {
    // Who is not always there teaches three quarters of a day at most.
    let most = LEFT * (school.grid.slots().count() / DAYS * 3 / 4);
    let mut order: Vec<&ClassName> = classes.iter().collect();
    chance.shuffle(&mut order);
    let mut all = Loads::new();
    let mut gathered: BTreeSet<&ClassName> = BTreeSet::new();
    for class in order {
        let own = loads(school, class, core);
        let load = |teacher: &TeacherName| all.get(teacher).copied().unwrap_or(0);
        let fits = own.iter().all(|(teacher, periods)| load(teacher) + periods <= most);
        if fits || gathered.is_empty() {
            for (teacher, periods) in own {
                *all.entry(teacher).or_default() += periods;
            }
            gathered.insert(class);
        }
    }
    classes.iter().filter(|class| gathered.contains(class)).cloned().collect()
}

/// What the teachers of a class teach it of required subjects; what is for one week only counts as if it were for all.
fn loads(school: &School, class: &ClassName, core: Core) -> Loads {
    let required: BTreeSet<SubjectCode> = core.required.iter().map(|&code| code.into()).collect();
    let mut loads = Loads::new();
    for piece in school.lessons.iter().flat_map(|lesson: &Lesson| &lesson.pieces) {
        let is_own = piece.classes.contains(class) && required.contains(&piece.subject);
        for teacher in piece.teachers.iter().filter(|_| is_own) {
            *loads.entry(teacher.clone()).or_default() += 1;
        }
    }
    loads
}
