//! The days and hours of a `.fet`.

use std::collections::{BTreeMap, BTreeSet};

use super::Element;
use crate::diagnostic::{Field, Foreign, Location};
use crate::domain::{Day, Period, Slot};
use crate::import::bells::{Bells, daily, times};
use crate::import::cycle::week_length;
use crate::import::ledger::Ledger;
use crate::import::weekday::weekday;

/// Which week and slot a day and an hour are, by their names.
pub(crate) struct Week {
    days: Vec<(String, usize, Day)>,
    hours: Vec<String>,
    breaks: BTreeSet<(usize, Slot)>,
}

impl Week {
    /// Reads the days, the hours and the times at which nothing is.
    pub(crate) fn read(root: Element<'_>, ledger: &mut Ledger) -> Option<Self> {
        let names = |list: &str, name: &str| -> Vec<String> {
            root.within(list, name)
                .map(|one| one.text_of("Name").unwrap_or(one.text()).to_owned())
                .collect()
        };
        let (days, hours) = (names("Days_List", "Day"), names("Hours_List", "Hour"));
        for (list, part) in [(&days, "Days_List"), (&hours, "Hours_List")] {
            if list.is_empty() || list.len() > 99 {
                ledger.note(Foreign::PartMissing { part: part.to_owned() }, root.location());
                return None;
            }
        }
        let Some(days) = weekdays(&days) else {
            ledger.note(Foreign::CycleTooLong { days: days.len() }, root.location());
            return None;
        };
        let mut week = Self { days, hours, breaks: BTreeSet::new() };
        for rule in root
            .within("Time_Constraints_List", "ConstraintBreakTimes")
            .filter(|rule| super::is_active(*rule))
        {
            let times: Vec<_> =
                rule.all("Break_Time").filter_map(|time| week.time(time, ledger)).collect();
            week.breaks.extend(times);
        }
        Some(week)
    }

    /// The week and slot that a part with a day and an hour names.
    pub(crate) fn time(&self, time: Element<'_>, ledger: &mut Ledger) -> Option<(usize, Slot)> {
        let text =
            |names: [&str; 4]| names.iter().find_map(|name| time.text_of(name)).unwrap_or_default();
        let day = text(["Day", "Preferred_Day", "Preferred_Starting_Day", "Selected_Day"]);
        let hour = text(["Hour", "Preferred_Hour", "Preferred_Starting_Hour", "Selected_Hour"]);
        self.find(day, hour, || time.location(), ledger)
    }

    /// The week and slot of a day and an hour; reports names that are none.
    pub(crate) fn find(
        &self,
        day: &str,
        hour: &str,
        location: impl Fn() -> Location,
        ledger: &mut Ledger,
    ) -> Option<(usize, Slot)> {
        let found = self.days.iter().find(|(name, ..)| name == day);
        let period = self.hours.iter().position(|name| name == hour);
        for (part, name, is_known) in
            [(Field::Day, day, found.is_some()), (Field::Period, hour, period.is_some())]
        {
            if !is_known {
                ledger.note(Foreign::ReferenceUnknown { part, name: name.to_owned() }, location());
            }
        }
        let &(_, week, weekday) = found?;
        let period = u8::try_from(period? + 1).ok()?;
        Some((week, Slot::new(weekday, Period(period))))
    }

    /// The days of the first week, in the file's order.
    pub(super) fn days(&self) -> Vec<Day> {
        self.days.iter().filter(|(_, week, _)| *week == 0).map(|&(.., day)| day).collect()
    }

    /// How many hours a day has.
    pub(super) fn hours(&self) -> u8 {
        u8::try_from(self.hours.len()).unwrap_or(u8::MAX)
    }

    /// The number of an hour, from 1, by its name.
    pub(super) fn hour(&self, name: &str) -> Option<u8> {
        let position = self.hours.iter().position(|own| own == name)?;
        u8::try_from(position + 1).ok()
    }

    /// Whether a day is called so.
    pub(super) fn is_day(&self, name: &str, day: Day) -> bool {
        self.days.iter().any(|(own, _, weekday)| own == name && *weekday == day)
    }

    /// What a slot of a week is called: the day and the hour.
    pub(crate) fn names(&self, week: usize, slot: Slot) -> Option<(&str, &str)> {
        let (day, ..) = self.days.iter().find(|(_, own, day)| (*own, *day) == (week, slot.day))?;
        let hour = self.hours.get(usize::from(slot.period.0).checked_sub(1)?)?;
        Some((day, hour))
    }

    /// How many weeks there are.
    pub(crate) fn weeks(&self) -> usize {
        self.days.iter().map(|(_, week, _)| week + 1).max().unwrap_or(1)
    }

    /// The times of hours that are called by them, as `8:00-8:45`.
    pub(crate) fn bells(&self) -> Bells {
        let hours = (1..).zip(&self.hours);
        let timed = hours.filter_map(|(hour, name)| Some(daily(Period(hour), times(name)?)));
        timed.flatten().collect()
    }

    /// The slots at which lessons can be in some week.
    pub(crate) fn slots(&self) -> BTreeSet<Slot> {
        let hours = self.hours();
        let all = self.days.iter().flat_map(|&(_, week, day)| {
            (1..=hours).map(move |period| (week, Slot::new(day, Period(period))))
        });
        all.filter(|time| !self.breaks.contains(time)).map(|(_, slot)| slot).collect()
    }
}

/// Days by their names if those are weekdays, else in their order, Monday first.
fn weekdays(names: &[String]) -> Option<Vec<(String, usize, Day)>> {
    let known: BTreeMap<Day, &String> =
        names.iter().filter_map(|name| Some((weekday(name)?, name))).collect();
    if known.len() == names.len() {
        return Some(
            names.iter().filter_map(|name| Some((name.clone(), 0, weekday(name)?))).collect(),
        );
    }
    let length = week_length(names.len())?;
    let numbered = names.iter().enumerate();
    Some(
        numbered
            .map(|(position, name)| (name.clone(), position / length, Day::ALL[position % length]))
            .collect(),
    )
}
