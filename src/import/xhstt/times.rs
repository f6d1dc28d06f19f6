//! The times of an instance as weeks, days and periods.

use std::collections::{BTreeMap, BTreeSet};

use super::{Element, ids, members, places, referred};
use crate::diagnostic::Foreign;
use crate::domain::{Day, Period, Slot, Weeks};
use crate::import::cycle::week_length;
use crate::import::ledger::Ledger;

/// A time of an instance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment {
    /// Which week, from 0.
    pub(crate) week: usize,
    pub(crate) slot: Slot,
}

/// All times in their order.
pub(crate) struct Times {
    order: Vec<Moment>,
    by_id: BTreeMap<String, usize>,
    /// The times of days, weeks and other groups.
    groups: BTreeMap<String, Vec<usize>>,
    days: BTreeSet<String>,
    pub(crate) weeks: usize,
}

impl Times {
    /// Reads the times; `None` if they make no weeks.
    pub(crate) fn read(instance: Element<'_>, ledger: &mut Ledger) -> Option<Self> {
        let Some(part) = instance.first("Times") else {
            ledger.note(Foreign::PartMissing { part: "Times".to_owned() }, instance.location());
            return None;
        };
        let declared =
            ids(part.first("TimeGroups").into_iter().flat_map(Element::elements), ledger);
        let known: BTreeSet<&str> = declared.iter().map(|(id, _)| *id).collect();
        let is_day = |(_, element): &&(&str, Element<'_>)| element.name() == "Day";
        let days: Vec<&str> = declared.iter().filter(is_day).map(|(id, _)| *id).collect();
        let times = ids(part.all("Time"), ledger);
        let groups = members(&times, groups_of, ("TimeGroup", &known), ledger);
        let Some(weekdays) = weekdays(&days, &times) else {
            ledger.note(Foreign::CycleTooLong { days: days.len() }, part.location());
            return None;
        };
        let order = moments(&times, &weekdays, ledger)?;
        Some(Self {
            by_id: places(&times),
            groups,
            weeks: order.iter().map(|moment| moment.week + 1).max().unwrap_or(1),
            days: days.into_iter().map(ToOwned::to_owned).collect(),
            order,
        })
    }

    /// The place of a time by its id.
    pub(crate) fn location(&self, time: Element<'_>, ledger: &mut Ledger) -> Option<usize> {
        referred(time, "Time", &self.by_id, ledger).copied()
    }

    /// The moment at a place, if `duration` times from there on are of one day.
    pub(crate) fn moment(&self, position: usize, duration: u8) -> Option<Moment> {
        let first = *self.order.get(position)?;
        let last = *self.order.get(position + usize::from(duration.max(1)) - 1)?;
        (first.week == last.week && first.slot.day == last.slot.day).then_some(first)
    }

    /// The id of the time that is a moment, if `duration` times from there on are of one day.
    pub(crate) fn id(&self, moment: Moment, duration: u8) -> Option<&str> {
        let position = self.order.iter().position(|own| *own == moment)?;
        self.moment(position, duration)?;
        self.by_id.iter().find(|(_, own)| **own == position).map(|(id, _)| id.as_str())
    }

    /// The moments that elements refer to: times, or groups of them.
    pub(crate) fn named(&self, rule: Element<'_>) -> BTreeSet<Moment> {
        let id =
            |element: Element<'_>| element.attribute("Reference").unwrap_or_default().to_owned();
        let single =
            rule.within("Times", "Time").filter_map(|time| self.by_id.get(&id(time)).copied());
        let groups = rule.first("TimeGroups").into_iter().flat_map(Element::elements);
        let grouped = groups.filter_map(|group| self.groups.get(&id(group))).flatten().copied();
        single.chain(grouped).filter_map(|position| self.order.get(position).copied()).collect()
    }

    /// Whether an id is that of a day.
    pub(crate) fn is_day(&self, id: &str) -> bool {
        self.days.contains(id)
    }

    /// Every slot that some week has.
    pub(crate) fn slots(&self) -> BTreeSet<Slot> {
        self.order.iter().map(|moment| moment.slot).collect()
    }

    /// The slots that are among `moments` in every week.
    pub(crate) fn every_week(&self, moments: &BTreeSet<Moment>) -> BTreeSet<Slot> {
        let is_full = |slot: &Slot| {
            (0..self.weeks).all(|week| moments.contains(&Moment { week, slot: *slot }))
        };
        self.slots().into_iter().filter(is_full).collect()
    }
}
fn groups_of(time: Element<'_>) -> Vec<Element<'_>> {
    let direct = time.elements().filter(|group| matches!(group.name(), "Day" | "Week"));
    direct.chain(time.first("TimeGroups").into_iter().flat_map(Element::elements)).collect()
}

/// The week and weekday of each day of the instance: by the weeks that its times name, else counted through. `None` if
/// some week would have more days than there are.
fn weekdays(
    days: &[&str],
    times: &[(&str, Element<'_>)],
) -> Option<BTreeMap<String, (usize, Day)>> {
    if days.len() > Day::ALL.len() * Weeks::MOST {
        return None;
    }
    let reference =
        |time: Element<'_>, part| time.first(part)?.attribute("Reference").map(ToOwned::to_owned);
    let pair = |(_, time): &(&str, Element<'_>)| {
        Some((reference(*time, "Day")?, reference(*time, "Week")?))
    };
    let week_of: BTreeMap<String, String> = times.iter().filter_map(pair).collect();
    let length = week_length(days.len());
    let mut weeks: Vec<&String> = Vec::new();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut found = BTreeMap::new();
    for (number, day) in days.iter().enumerate() {
        let week = match week_of.get(*day) {
            Some(week) => weeks.iter().position(|known| *known == week).unwrap_or_else(|| {
                weeks.push(week);
                weeks.len() - 1
            }),
            None => length.map_or(0, |length| number / length),
        };
        let count = counts.entry(week).or_default();
        found.insert((*day).to_owned(), (week, *Day::ALL.get(*count)?));
        *count += 1;
    }
    Some(found)
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
            ledger.note(Foreign::PartMissing { part: "Day".to_owned() }, time.location());
            return None;
        };
        let &(week, day) = referred(day, "Day", days, ledger)?;
        let period = next.entry((week, day)).or_insert(0);
        *period = period.checked_add(1).filter(|&period| period <= 99).or_else(|| {
            let fault = Foreign::ValueWrong { written: "100".to_owned(), part: "Time".to_owned() };
            ledger.note(fault, time.location());
            None
        })?;
        order.push(Moment { week, slot: Slot::new(day, Period(*period)) });
    }
    Some(order)
}
