//! Whole weeks away as events, and what does not happen in them.

use std::collections::BTreeSet;

use super::Calendars;
use crate::domain::{Apprentice, ClassName, Date, Day, WeeksAway};
use crate::export::calendar::{Busy, Event};

impl Calendars<'_> {
    /// The weeks in which an apprentice is away, in the own calendar.
    pub(super) fn own_weeks(&self, apprentice: &Apprentice) -> Vec<Event> {
        let away = self.plans.almanac.weeks_away(apprentice);
        away.map(|away| self.whole_weeks(away, String::new(), Busy::Yes)).collect()
    }

    /// The weeks in which a class is away, in its calendar.
    pub(super) fn weeks_of_class(&self, class: &ClassName) -> Vec<Event> {
        let away = self.plans.almanac.weeks_away_of_class(class);
        away.map(|away| self.whole_weeks(away, String::new(), Busy::Yes)).collect()
    }

    /// The weeks in which an apprentice alone is away, in the calendar of the class.
    pub(super) fn weeks_of_pupil(&self, apprentice: &Apprentice) -> Vec<Event> {
        let away = self.plans.almanac.weeks_away_of_pupil(apprentice);
        let who = || format!("{}: ", apprentice.pupil);
        away.map(|away| self.whole_weeks(away, who(), Busy::No)).collect()
    }

    /// Whether an apprentice is away, alone or with the class, in the week of a date.
    pub(super) fn is_away_for_weeks(&self, apprentice: &Apprentice, date: Date) -> bool {
        self.plans.almanac.weeks_away(apprentice).any(|away| away.covers(date))
    }

    /// Whether all of some classes are away in the week of a date, so that nobody comes.
    pub(super) fn are_away(&self, classes: &[&ClassName], date: Date) -> bool {
        let almanac = self.plans.almanac;
        let is_away =
            |class: &ClassName| almanac.weeks_away_of_class(class).any(|away| away.covers(date));
        !classes.is_empty() && classes.iter().all(|class| is_away(class))
    }

    fn whole_weeks(&self, away: &WeeksAway, who: String, busy: Busy) -> Event {
        let school_days: BTreeSet<Day> = self.plans.offer.school.grid.days().collect();
        let last = school_days.last().copied().unwrap_or(Day::Fri);
        let days = Day::ALL.iter().take_while(|&&day| day <= last).count();
        let what = if away.what.is_empty() { self.said.away } else { &away.what };
        Event {
            identity: format!("weeks\0{who}\0{}", away.what),
            summary: who + what,
            location: String::new(),
            description: String::new(),
            hours: None,
            days: i64::try_from(days).unwrap_or(1),
            dates: self.plans.almanac.year.mondays(&away.weeks, &school_days),
            busy,
        }
    }
}
