//! Classes with more required periods than slots, or than days, in which those who attend them are at school.
//!
//! # Source
//! The counting half of Philip Hall, "On Representatives of Subsets", 1935: periods that all need a slot of their own
//! from one set are too many if the set is smaller.

use std::collections::{BTreeMap, BTreeSet};

use super::starts::{class_slots, within_hours};
use super::{Reason, Tightest, number};
use crate::domain::{
    Alternative, Apprentice, ClassName, Day, DivisionName, Group, Lesson, Level, PartName, Piece,
    School, Slot, SubjectCode, TogetherLabel, Week, Weeks,
};

/// The most ways to be away that are gone through for one set of apprentices; beyond it nothing is claimed of them.
const MOST_WAYS: usize = 4096;

/// One period of a lesson as one class has it in one week.
struct Need<'a> {
    /// The apprentices of the class who must not miss it.
    pupils: BTreeSet<usize>,
    /// The part of the class that other parts can have lessons beside; `None`: nothing of the class can be beside it.
    group: Option<&'a Group>,
    subjects: BTreeSet<&'a SubjectCode>,
}

/// A set of apprentices of a class in a week.
struct Share<'a> {
    class: &'a ClassName,
    week: Week,
    /// The lessons of the class.
    lessons: Vec<&'a Lesson>,
    /// What they must not miss.
    needs: Vec<&'a Need<'a>>,
    /// What is left of their week, for each way in which they may be away.
    ways: Vec<Vec<Slot>>,
}

/// For each class, week and set of apprentices: what they must not miss against what is left of their week.
pub(super) fn too_few(school: &School) -> Vec<Reason> {
    let too_few = |shares: &[Share<'_>]| {
        let mut shares = shares.iter();
        shares.find_map(|share| too_few_slots(share).or_else(|| too_few_days(school, share)))
    };
    for_each_class(school, too_few).flatten().collect()
}

/// The class with the fewest slots to spare in a week.
pub(super) fn tightest(school: &School) -> Option<Tightest> {
    let spare = |share: &Tightest| i64::from(share.left) - i64::from(share.required);
    let tightest = |shares: &[Share<'_>]| {
        shares.iter().filter_map(tightness).filter(|share| share.required > 0).min_by_key(spare)
    };
    for_each_class(school, tightest).flatten().min_by_key(spare)
}

/// What `count` says of the sets of apprentices of each class and week.
fn for_each_class<Counted>(
    school: &School,
    count: impl Fn(&[Share<'_>]) -> Counted,
) -> impl Iterator<Item = Counted> {
    let had = class_slots(school);
    let lessons = school.lessons_of_classes();
    let classes = school.apprentices_of_classes().into_iter();
    let weeks = classes.flat_map(|own| school.cycle().map(move |week| (own.clone(), week)));
    weeks.map(move |((class, pupils), week)| {
        let lessons = lessons.get(class).into_iter().flatten().map(|&index| &school.lessons[index]);
        let lessons: Vec<&Lesson> = lessons.collect();
        let hours = school.grid.slots().filter(|&slot| within_hours(school, &had, class, slot));
        let hours: Vec<Slot> = hours.collect();
        let needs = needs((school, &pupils), (class, &lessons), week);
        let sets: BTreeSet<&BTreeSet<usize>> = needs.iter().map(|need| &need.pupils).collect();
        let alone = sets.iter().flat_map(|pupils| pupils.iter().map(|&pupil| [pupil].into()));
        let alone: BTreeSet<BTreeSet<usize>> = alone.collect();
        let share = |pupils| Share {
            class,
            week,
            lessons: lessons.clone(),
            needs: needs.iter().filter(|need| need.pupils.is_superset(pupils)).collect(),
            ways: slots_left(school, pupils, &hours),
        };
        count(&sets.into_iter().chain(&alone).map(share).collect::<Vec<_>>())
    })
}

/// Every period of `class` in `week` that some apprentice must not miss.
fn needs<'a>(
    (school, own): (&'a School, &[usize]),
    (class, lessons): (&ClassName, &[&'a Lesson]),
    week: Week,
) -> Vec<Need<'a>> {
    let mut needs = Vec::new();
    for lesson in lessons {
        for offset in 0..lesson.length() {
            let here = lesson.pieces.iter().filter(|piece| {
                piece.offset == offset
                    && piece.weeks.contains(week)
                    && piece.classes.contains(class)
            });
            let here: Vec<&Piece> = here.collect();
            let pupils = pupils_who_need(school, own, &here);
            if !pupils.is_empty() {
                needs.push(Need { pupils, group: group_of(&here), subjects: subjects_of(&here) });
            }
        }
    }
    needs
}

fn pupils_who_need(school: &School, own: &[usize], pieces: &[&Piece]) -> BTreeSet<usize> {
    let required = |pupil: &Apprentice| {
        pieces.iter().any(|piece| {
            pupil.level(&piece.subject) == Some(Level::Required) && pupil.attends(piece)
        })
    };
    own.iter().copied().filter(|&index| required(&school.apprentices[index])).collect()
}

/// The group of the first piece, if every piece has one: it alone already keeps others of the group out.
fn group_of<'a>(pieces: &[&'a Piece]) -> Option<&'a Group> {
    let groups: Option<Vec<&Group>> = pieces.iter().map(|piece| piece.group.as_ref()).collect();
    groups?.first().copied()
}

fn subjects_of<'a>(pieces: &[&'a Piece]) -> BTreeSet<&'a SubjectCode> {
    pieces.iter().map(|piece| &piece.subject).collect()
}

/// What is left of `hours` while all the apprentices are at school, for each way in which they may be away.
fn slots_left(school: &School, pupils: &BTreeSet<usize>, hours: &[Slot]) -> Vec<Vec<Slot>> {
    let pupils: Vec<&Apprentice> = pupils.iter().map(|&index| &school.apprentices[index]).collect();
    let left = |away: &Vec<&Alternative>| {
        let at_school = |slot: &&Slot| !away.iter().any(|away| away.covers(**slot));
        hours.iter().filter(at_school).copied().collect()
    };
    ways_to_be_away(&pupils)
        .map_or_else(|| vec![hours.to_vec()], |ways| ways.iter().map(left).collect())
}

/// Every choice of alternatives, the same for all with one label; `None` if there are more than [`MOST_WAYS`].
fn ways_to_be_away<'a>(pupils: &[&'a Apprentice]) -> Option<Vec<Vec<&'a Alternative>>> {
    let mut labels: BTreeSet<&TogetherLabel> = BTreeSet::new();
    let mut ways: Vec<Vec<&Alternative>> = vec![Vec::new()];
    for pupil in pupils {
        if pupil.together.as_ref().is_some_and(|label| !labels.insert(label)) {
            continue;
        }
        let longer = |way: &Vec<&'a Alternative>| {
            let way = way.clone();
            pupil.alternatives.iter().map(move |away| [&way[..], &[away]].concat())
        };
        ways = ways.iter().flat_map(longer).collect();
        if ways.len() > MOST_WAYS {
            return None;
        }
    }
    Some(ways)
}

fn tightness(share: &Share<'_>) -> Option<Tightest> {
    let required = number(never_side_by_side(&share.needs));
    let left = number(share.ways.iter().map(Vec::len).max()?);
    Some(Tightest { class: share.class.clone(), required, left })
}

fn too_few_slots(share: &Share<'_>) -> Option<Reason> {
    let Tightest { class, required, left } = tightness(share)?;
    let weeks = Weeks::only(share.week);
    (required > left).then_some(Reason::TooFewSlots { class, weeks, required, left })
}

/// How many of the periods need a slot of their own: those of the whole class, and those of each division's busiest part.
fn never_side_by_side(needs: &[&Need<'_>]) -> usize {
    let whole_class = needs.iter().filter(|need| need.group.is_none()).count();
    let mut divisions: BTreeMap<&DivisionName, BTreeMap<&PartName, usize>> = BTreeMap::new();
    for group in needs.iter().filter_map(|need| need.group) {
        *divisions.entry(&group.division).or_default().entry(&group.part).or_default() += 1;
    }
    let busiest = divisions.values().filter_map(|parts| parts.values().max());
    whole_class + busiest.sum::<usize>()
}

fn too_few_days(school: &School, share: &Share<'_>) -> Option<Reason> {
    let Share { class, week, lessons, needs, ways } = share;
    let days_of = |slots: &Vec<Slot>| slots.iter().map(|slot| slot.day).collect::<BTreeSet<_>>();
    let days = number(ways.iter().map(|slots| days_of(slots).len()).max()?);
    let subjects: BTreeSet<&SubjectCode> =
        needs.iter().flat_map(|need| need.subjects.iter().copied()).collect();
    subjects.into_iter().find_map(|subject| {
        let theirs = needs.iter().filter(|need| need.subjects.contains(subject));
        let required = number(theirs.count());
        let per_day = most_per_day(school, (class, lessons), subject, *week);
        (required > per_day.saturating_mul(days)).then(|| {
            let (class, subject) = ((*class).clone(), subject.clone());
            let weeks = Weeks::only(*week);
            Reason::TooFewDays { class, subject, weeks, required, per_day, days }
        })
    })
}

/// The most periods of the subject that the class may have on a day: its limit, or its fullest day of the baseline, or its
/// longest lesson without a place.
fn most_per_day(
    school: &School,
    (class, lessons): (&ClassName, &[&Lesson]),
    subject: &SubjectCode,
    week: Week,
) -> u32 {
    let mut days: BTreeMap<Day, usize> = BTreeMap::new();
    let mut longest = 0;
    for lesson in lessons {
        let theirs = lesson.pieces.iter().filter(|piece| {
            piece.subject == *subject && piece.weeks.contains(week) && piece.classes.contains(class)
        });
        let offsets: BTreeSet<u8> = theirs.map(|piece| piece.offset).collect();
        match lesson.start {
            Some(start) => *days.entry(start.day).or_default() += offsets.len(),
            None => longest = offsets.len().max(longest),
        }
    }
    let fullest = number(days.into_values().max().unwrap_or(0).max(longest));
    let limit = school.subjects.get(subject).cloned().unwrap_or_default().max_per_day;
    limit.max(fullest)
}
