//! The times of an instance as weeks, days and periods.

use std::collections::{BTreeMap, BTreeSet};

use super::{Element, ids, referred, report_unknown};
use crate::diagnostic::Foreign;
use crate::domain::{Day, Period, Slot, Weeks};
use crate::exchange::ledger::Ledger;

/// Days that make a week where an instance has more than a week of them and does not say which.
const WEEK_LENGTHS: [usize; 3] = [5, 6, 7];

/// A time of an instance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    /// Which week, from 0.
    pub(super) week: usize,
    pub(super) slot: Slot,
}

/// All times in their order.
pub(super) struct Times {
    order: Vec<Moment>,
    by_id: BTreeMap<String, usize>,
    /// The times of days, weeks and other groups.
    groups: BTreeMap<String, Vec<usize>>,
    days: BTreeSet<String>,
    pub(super) weeks: usize,
}

impl Times {
    /// Reads the times; `None` if they make no weeks.
    pub(super) fn read(instance: Element<'_>, ledger: &mut Ledger) -> Option<Self> {
        let part = instance.first("Times");
        let Some(part) = part else {
            ledger.note(Foreign::PartMissing { part: "Times".to_owned() }, instance.place());
            return None;
        };
        let declared = part.first("TimeGroups").into_iter().flat_map(Element::elements);
        let declared = ids(declared, ledger);
        let known = declared.iter().map(|(id, _)| *id).collect();
        let is_day = |(_, element): &&(&str, Element<'_>)| element.name() == "Day";
        let days: Vec<&str> = declared.iter().filter(is_day).map(|(id, _)| *id).collect();
        let times = ids(part.all("Time"), ledger);
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, (_, time)) in times.iter().enumerate() {
            for group in groups_of(*time) {
                report_unknown(group, "TimeGroup", &known, ledger);
                let id = group.attribute("Reference").unwrap_or_default();
                groups.entry(id.to_owned()).or_default().push(place);
            }
        }
        let places = week_days(&days, &times, ledger)?;
        let order = moments(&times, &places, ledger)?;
        let by_id =
            times.iter().enumerate().map(|(place, (id, _))| ((*id).to_owned(), place)).collect();
        let weeks = order.iter().map(|moment| moment.week + 1).max().unwrap_or(1);
        let days = days.into_iter().map(ToOwned::to_owned).collect();
        Some(Self { order, by_id, groups, days, weeks })
    }

    /// The place of a time by its id.
    pub(super) fn place(&self, time: Element<'_>, ledger: &mut Ledger) -> Option<usize> {
        referred(time, "Time", &self.by_id, ledger).copied()
    }

    /// The moment at a place, if `duration` times from there on are of one day.
    pub(super) fn moment(&self, place: usize, duration: u8) -> Option<Moment> {
        let first = *self.order.get(place)?;
        let last = *self.order.get(place + usize::from(duration.max(1)) - 1)?;
        (first.week == last.week && first.slot.day == last.slot.day).then_some(first)
    }

    /// The moments that elements refer to: times, or groups of them.
    pub(super) fn named(&self, rule: Element<'_>) -> BTreeSet<Moment> {
        let id =
            |element: Element<'_>| element.attribute("Reference").unwrap_or_default().to_owned();
        let single =
            rule.within("Times", "Time").filter_map(|time| self.by_id.get(&id(time)).copied());
        let groups = rule.first("TimeGroups").into_iter().flat_map(Element::elements);
        let grouped = groups.filter_map(|group| self.groups.get(&id(group))).flatten().copied();
        single.chain(grouped).filter_map(|place| self.order.get(place).copied()).collect()
    }

    /// Whether an id is that of a day.
    pub(super) fn is_day(&self, id: &str) -> bool {
        self.days.contains(id)
    }

    /// Every slot that some week has.
    pub(super) fn slots(&self) -> BTreeSet<Slot> {
        self.order.iter().map(|moment| moment.slot).collect()
    }

    /// The slots that are among `moments` in every week.
    pub(super) fn every_week(&self, moments: &BTreeSet<Moment>) -> BTreeSet<Slot> {
        let is_full = |slot: &Slot| {
            (0..self.weeks).all(|week| moments.contains(&Moment { week, slot: *slot }))
        };
        self.slots().into_iter().filter(is_full).collect()
    }
}

fn groups_of(time: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    let direct = time.elements().filter(|group| matches!(group.name(), "Day" | "Week"));
    direct.chain(time.first("TimeGroups").into_iter().flat_map(Element::elements))
}

/// The week and weekday of each day of the instance.
fn week_days(
    days: &[&str],
    times: &[(&str, Element<'_>)],
    ledger: &mut Ledger,
) -> Option<BTreeMap<String, (usize, Day)>> {
    let too_long = |ledger: &mut Ledger| {
        let place = times.first().map(|(_, time)| time.place()).unwrap_or_default();
        ledger.note(Foreign::CycleTooLong { days: days.len() }, place);
        None
    };
    if days.len() > Day::ALL.len() * Weeks::MOST {
        return too_long(ledger);
    }
    let mut weeks: Vec<&str> = Vec::new();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut found = BTreeMap::new();
    let default = default_length(days.len());
    for (number, day) in days.iter().enumerate() {
        let own = |(_, time): &&(&str, Element<'_>)| {
            time.first("Day").and_then(|day| day.attribute("Reference")) == Some(*day)
        };
        let week =
            times.iter().find(own).and_then(|(_, time)| time.first("Week")?.attribute("Reference"));
        let week = match week {
            Some(week) => weeks.iter().position(|known| *known == week).unwrap_or_else(|| {
                weeks.push(week);
                weeks.len() - 1
            }),
            None => default.map_or(0, |length| number / length),
        };
        let count = counts.entry(week).or_default();
        if let Some(&weekday) = Day::ALL.get(*count) {
            found.insert((*day).to_owned(), (week, weekday));
        }
        *count += 1;
    }
    if found.len() < days.len() {
        return too_long(ledger);
    }
    Some(found)
}

fn default_length(days: usize) -> Option<usize> {
    if days <= Day::ALL.len() {
        return Some(Day::ALL.len());
    }
    WEEK_LENGTHS.into_iter().find(|length| days.is_multiple_of(*length))
}

fn moments(
    times: &[(&str, Element<'_>)],
    days: &BTreeMap<String, (usize, Day)>,
    ledger: &mut Ledger,
) -> Option<Vec<Moment>> {
    let mut next: BTreeMap<(usize, Day), u8> = BTreeMap::new();
    let mut order = Vec::new();
    for (_, time) in times {
        let Some(day) = time.first("Day") else {
            ledger.note(Foreign::PartMissing { part: "Day".to_owned() }, time.place());
            return None;
        };
        let &(week, day) = referred(day, "Day", days, ledger)?;
        let period = next.entry((week, day)).or_insert(0);
        *period = period.checked_add(1).filter(|&period| period <= 99).or_else(|| {
            let fault = Foreign::ValueWrong { written: "100".to_owned(), part: "Time".to_owned() };
            ledger.note(fault, time.place());
            None
        })?;
        order.push(Moment { week, slot: Slot::new(day, Period(*period)) });
    }
    Some(order)
}
