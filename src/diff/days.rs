//! What the new days of classes and teachers cost: new slots of a class, new days and new gaps of a teacher.

use std::collections::{BTreeMap, BTreeSet};

use super::{gaps, points, sittings};
use crate::domain::{
    Breakdown, ClassName, Day, Period, Price, School, Slot, TeacherName, Timetable, Week,
};

/// Adds to `breakdown` what the days of `to` cost against those of `from`.
pub(super) fn price(school: &School, from: &Timetable, to: &Timetable, breakdown: &mut Breakdown) {
    let slots_before = class_slots(school, from);
    let classes_before: BTreeSet<&ClassName> = slots_before.iter().map(|slot| slot.0).collect();
    let slots_after = class_slots(school, to);
    let new_slots = slots_after.difference(&slots_before);
    let new_slots = new_slots.filter(|(class, _)| classes_before.contains(class)).count();
    let (before, after) = (teacher_days(school, from), teacher_days(school, to));
    let new_days = after.keys().filter(|day| !before.contains_key(day)).count();
    let new_gaps = after.iter().map(|(day, weeks)| new_gaps(before.get(day), weeks)).sum::<u32>();
    let weights = &school.weights;
    breakdown[Price::NewSlot] = weights[Price::NewSlot] * points(new_slots);
    breakdown[Price::TeacherDay] = weights[Price::TeacherDay] * points(new_days);
    breakdown[Price::TeacherGap] = weights[Price::TeacherGap] * i64::from(new_gaps);
}

/// Each class and slot with a lesson in any week.
fn class_slots<'a>(
    school: &'a School,
    timetable: &'a Timetable,
) -> BTreeSet<(&'a ClassName, Slot)> {
    let sittings = sittings(school, timetable).into_iter();
    sittings.flat_map(|sitting| sitting.classes().map(move |class| (class, sitting.slot))).collect()
}

/// The periods of a teacher on one day, week by week; a week without any is absent.
type WeekByWeek = BTreeMap<Week, BTreeSet<Period>>;

/// The periods of each teacher on each day with a lesson in any week.
fn teacher_days<'a>(
    school: &'a School,
    timetable: &'a Timetable,
) -> BTreeMap<(&'a TeacherName, Day), WeekByWeek> {
    let mut days: BTreeMap<_, WeekByWeek> = BTreeMap::new();
    for sitting in sittings(school, timetable) {
        for teacher in sitting.teachers() {
            let day = days.entry((teacher, sitting.slot.day)).or_default();
            for week in sitting.piece.weeks.iter() {
                day.entry(week).or_default().insert(sitting.slot.period);
            }
        }
    }
    days
}

/// The most gaps that any week has more than it had.
fn new_gaps(before: Option<&WeekByWeek>, after: &WeekByWeek) -> u32 {
    let gaps_before = |week| before.and_then(|weeks| weeks.get(week)).map_or(0, gaps);
    let more = |(week, periods)| gaps(periods).saturating_sub(gaps_before(week));
    after.iter().map(more).max().unwrap_or(0)
}
