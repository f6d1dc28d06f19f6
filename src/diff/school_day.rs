//! When a class's day at school begins and ends, and on which days that changes.

use std::collections::BTreeMap;

use super::{Offer, Sitting, sittings};
use crate::domain::{ClassName, Day, Period, School, Timetable, Weeks};

/// The first and the last period in which a class has a lesson on a day.
pub(crate) type Frame = (Period, Period);

/// A day of a class that begins or ends at another time than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shift {
    pub(crate) day: Day,
    /// The weeks of the cycle of which this is told.
    pub(crate) weeks: Weeks,
    /// `None`: no lessons on that day.
    pub(crate) before: Option<Frame>,
    /// `None`: no lessons on that day.
    pub(crate) after: Option<Frame>,
}

/// The frames of a class, by day, one for each week of the cycle.
type Frames = BTreeMap<Day, Vec<Option<Frame>>>;

impl<'a> Offer<'a> {
    /// The days on which each class begins or ends at another time than in the baseline, by day; weeks of the cycle that change
    /// alike are told together. Classes without such a day are left out.
    pub(crate) fn shifts(self) -> BTreeMap<&'a ClassName, Vec<Shift>> {
        let Self { school, proposal, .. } = self;
        let baseline = school.baseline();
        let before = frames(school, &baseline);
        let after = frames(school, &proposal.timetable);
        let none = Frames::new();
        let own = |class: &'a ClassName| {
            let of = |all: &BTreeMap<&ClassName, Frames>| all.get(class).unwrap_or(&none).clone();
            (class, shifts(school, &of(&before), &of(&after)))
        };
        school.classes.keys().map(own).filter(|(_, shifts)| !shifts.is_empty()).collect()
    }
}

fn shifts(school: &School, before: &Frames, after: &Frames) -> Vec<Shift> {
    let mut found: Vec<Shift> = Vec::new();
    for day in school.grid.days() {
        for week in school.cycle() {
            let of = |frames: &Frames| *frames.get(&day)?.get(usize::from(week.0))?;
            let (before, after) = (of(before), of(after));
            if before == after {
                continue;
            }
            let weeks = Weeks::only(week);
            let alike = found
                .iter_mut()
                .find(|one| (one.day, one.before, one.after) == (day, before, after));
            match alike {
                Some(one) => one.weeks = one.weeks.union(weeks),
                None => found.push(Shift { day, weeks, before, after }),
            }
        }
    }
    found
}

fn frames<'a>(school: &'a School, timetable: &Timetable) -> BTreeMap<&'a ClassName, Frames> {
    let mut all: BTreeMap<&ClassName, Frames> = BTreeMap::new();
    for sitting in sittings(school, timetable) {
        for class in sitting.classes() {
            let Some((class, _)) = school.classes.get_key_value(class) else { continue };
            let days = all.entry(class).or_default();
            widen(days.entry(sitting.slot.day).or_default(), school, &sitting);
        }
    }
    all
}

/// Has the frames of a day hold one more period, in each of its weeks.
fn widen(weeks: &mut Vec<Option<Frame>>, school: &School, sitting: &Sitting<'_>) {
    weeks.resize(school.weeks.len().max(1), None);
    let period = sitting.slot.period;
    for week in sitting.piece.weeks.iter() {
        if let Some(frame) = weeks.get_mut(usize::from(week.0)) {
            let (first, last) = frame.unwrap_or((period, period));
            *frame = Some((first.min(period), last.max(period)));
        }
    }
}
