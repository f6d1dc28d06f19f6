//! The stretches of a school year: whole school weeks in a row with the same apprentices.

use std::collections::BTreeSet;

use super::calendar::Day;
use super::date::Date;
use super::school_year::SchoolYear;

/// A stretch of the school year, from a Monday to a Sunday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its first date, a Monday.
    pub from: Date,
    /// Its last date, a Sunday.
    pub until: Date,
    /// Which of the placements that were asked about are under way, by their places, in order.
    pub placements: Vec<usize>,
}

/// When a placement is under way, and what it is: the same number for placements that nothing tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its first date.
    pub from: Date,
    /// Its last date.
    pub until: Date,
    /// What it is.
    pub kind: usize,
}

impl Term {
    /// Whether it has a date in the week that begins on a Monday: one that begins or ends within a week counts for all of it.
    fn is_in_week(self, monday: Date) -> bool {
        self.from <= monday.in_week(Day::Sun) && monday <= self.until
    }
}

/// The stretches of a school year, in order; none without a placement and without a calendar.
///
/// Weeks without school on any of `days` neither belong to a stretch nor divide one. Without terms every week is a school
/// week from the first date of a placement to the last of any.
#[must_use]
pub fn stretches(year: &SchoolYear, days: &BTreeSet<Day>, placements: &[Term]) -> Vec<Stretch> {
    let mut stretches: Vec<(Stretch, Vec<usize>)> = Vec::new();
    for monday in school_weeks(year, days, placements) {
        let under_way = placements.iter().enumerate().filter(|(_, one)| one.is_in_week(monday));
        let (own, mut kinds): (Vec<usize>, Vec<usize>) =
            under_way.map(|(place, one)| (place, one.kind)).unzip();
        kinds.sort_unstable();
        let until = monday.in_week(Day::Sun);
        match stretches.last_mut() {
            Some((stretch, known)) if *known == kinds => stretch.until = until,
            _ => stretches.push((Stretch { from: monday, until, placements: own }, kinds)),
        }
    }
    stretches.into_iter().map(|(stretch, _)| stretch).collect()
}

/// The Mondays of all weeks with school, in order.
fn school_weeks(year: &SchoolYear, days: &BTreeSet<Day>, placements: &[Term]) -> BTreeSet<Date> {
    const WEEK: i64 = 7;
    if !year.terms.is_empty() {
        let dates = year.school_days().filter(|date| days.contains(&date.weekday()));
        return dates.map(|date| date.in_week(Day::Mon)).collect();
    }
    let first = placements.iter().map(|one| one.from.in_week(Day::Mon)).min();
    let last = placements.iter().map(|one| one.until).max();
    let Some((first, last)) = first.zip(last) else { return BTreeSet::new() };
    let weeks = (0..).map(|week| first.plus(week * WEEK));
    weeks.take_while(|monday| *monday <= last).collect()
}
