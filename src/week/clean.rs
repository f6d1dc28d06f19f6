//! A week for pupils, parents and companies: only what holds from now on.
//!
//! It is there twice, as a table for paper and wide screens and as a list of days for narrow ones; the style sheet shows one
//! of the two.

use std::collections::BTreeMap;

use itertools::Itertools;
use maud::{Markup, html};

use super::cells::{Cell, column, periods};
use super::draw::absences;
use super::entries::{Entry, Mark, absence, entries};
use super::words::{Signs, caption};
use super::{Weeks, Whose};
use crate::domain::{Day, Hours, Period, Slot};
use crate::words::{from_to, weekday};

/// What a clean week is told with.
pub struct Clean<'b> {
    /// The full name of a subject, given its code.
    pub subject: &'b dyn Fn(&str) -> String,
    /// What stands on a day where the apprentice whose week it is is away.
    pub away: &'b dyn Fn(Day) -> Markup,
}

struct Drawing<'b, 'a> {
    weeks: &'b Weeks<'a>,
    said: &'static Signs,
    clean: &'b Clean<'b>,
    /// When each period is, where that is the same on all days; else cells say it themselves.
    margin: Option<BTreeMap<Period, Hours>>,
}

pub(super) fn clean(weeks: &Weeks<'_>, whose: Whose<'_>, clean: &Clean<'_>) -> Markup {
    let school = weeks.offer.school;
    let drawing = Drawing { weeks, said: Signs::of(weeks.language), clean, margin: margin(weeks) };
    let (held, away) = (held(weeks, whose), absence(weeks, whose).map(|(_, away)| away));
    let days = school.grid.days().collect_vec();
    let columns = days.iter().map(|&day| column((&school.grid, day), &held, away)).collect_vec();
    let id = weeks.ranks.id(whose);
    html! {
        table.week.clean {
            caption id=(id) { (caption(whose, school, weeks.language)) }
            thead {
                tr {
                    th scope="col" { (drawing.said.period) }
                    @for &day in &days { th scope="col" { (weekday(day, weeks.language)) } }
                }
            }
            tbody { (absences(weeks, whose, &days)) (drawing.lines(&columns)) }
        }
        ol.by-day aria-labelledby=(id) {
            @for (&day, cells) in days.iter().zip(&columns) { (drawing.day(day, cells)) }
        }
    }
}

/// What is held in each slot, without signs.
fn held(weeks: &Weeks<'_>, whose: Whose<'_>) -> BTreeMap<Slot, Vec<Entry>> {
    let mut all = entries(weeks, whose);
    for here in all.values_mut() {
        here.retain(|entry| !entry.leaves() && entry.mark != Mark::Missed);
        for entry in here {
            (entry.mark, entry.number) = (Mark::Stays, None);
        }
    }
    all
}

/// When each period is; `None` where days differ.
fn margin(weeks: &Weeks<'_>) -> Option<BTreeMap<Period, Hours>> {
    let mut margin = BTreeMap::new();
    for (slot, &hours) in &weeks.offer.school.travel.bells {
        if *margin.entry(slot.period).or_insert(hours) != hours {
            return None;
        }
    }
    Some(margin)
}

impl Drawing<'_, '_> {
    fn lines(&self, columns: &[Vec<Cell>]) -> Markup {
        let hours = |period| self.margin.as_ref()?.get(&period).copied();
        html! {
            @for period in periods(&self.weeks.offer.school.grid) {
                tr {
                    th scope="row" {
                        (period)
                        @if let Some(hours) = hours(period) { span.time { (from_to(hours)) } }
                    }
                    @for cell in columns.iter().flatten().filter(|cell| cell.slot.period == period) {
                        td rowspan=[(cell.height > 1).then_some(cell.height)] data-slot=(cell.slot)
                            .none[!cell.exists] .away[cell.is_away] {
                            @if self.margin.is_none() { (self.time(cell)) }
                            (self.content(cell))
                        }
                    }
                }
            }
        }
    }

    /// A day as a line of the list.
    fn day(&self, day: Day, cells: &[Cell]) -> Markup {
        let filled = cells.iter().filter(|cell| is_filled(cell)).collect_vec();
        html! {
            @if !filled.is_empty() {
                li {
                    b { (weekday(day, self.weeks.language)) }
                    ol { @for cell in filled { li { (self.time(cell)) (self.content(cell)) } } }
                }
            }
        }
    }

    /// What stands in a cell.
    fn content(&self, cell: &Cell) -> Markup {
        html! {
            @if cell.is_away { div.place { ((self.clean.away)(cell.slot.day)) } }
            @for entry in &cell.entries { (self.entry(entry)) }
        }
    }

    fn entry(&self, entry: &Entry) -> Markup {
        html! {
            span.lesson {
                @if !entry.weeks.is_empty() { span.weeks { (self.said.week) " " (entry.weeks) } " " }
                @for part in &entry.parts {
                    span.part {
                        b { ((self.clean.subject)(&part.subject)) } " "
                        span.details { (part.details.join(" · ")) }
                    }
                }
            }
        }
    }

    /// From when to when a cell is; its periods where their times are not known.
    fn time(&self, cell: &Cell) -> Markup {
        let last = u8::try_from(cell.height - 1).ok().and_then(|later| cell.slot.later(later));
        let last = last.unwrap_or(cell.slot);
        let bells = &self.weeks.offer.school.travel.bells;
        let ends = bells.get(&cell.slot).zip(bells.get(&last));
        html! {
            @if is_filled(cell) {
                span.time {
                    @match ends {
                        Some((first, last)) => { (from_to(first.hull(*last))) }
                        None if cell.slot == last => { (self.said.period) " " (cell.slot.period) }
                        None => { (self.said.period) " " (cell.slot.period) "–" (last.period) }
                    }
                }
            }
        }
    }
}

fn is_filled(cell: &Cell) -> bool {
    cell.is_away || !cell.entries.is_empty()
}
