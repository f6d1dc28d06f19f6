//! A class team's sheet.

use itertools::Itertools;
use maud::{Markup, html};

use super::super::words;
use super::{Pages, Section};
use crate::domain::{Alternative, Apprentice, ClassName};
use crate::report::html::{Table, cell};
use crate::report::school_days;
use crate::report::text::Side::Left;
use crate::week::Whose;

impl Pages<'_, '_> {
    /// The sheet of a class that has apprentices or a change.
    pub(crate) fn class(&self, class: &ClassName) -> Option<String> {
        let offer = self.plans.offer;
        let own = offer.away().filter(|(one, _)| one.class == *class).collect_vec();
        let changed = offer.changed().filter(|changed| changed.classes().contains(&class));
        let changed = changed.collect_vec();
        if own.is_empty() && changed.is_empty() {
            return None;
        }
        let away = (!own.is_empty()).then(|| self.absences(&own));
        let rest = [self.week(Whose::Class(class), &|_| html! {}), self.changes(&changed)];
        let sections = away.into_iter().chain(rest).collect_vec();
        let title = format!("{} {class}", self.said.class_sheet);
        let days = school_days::of_class(offer, class, self.plans.language);
        let lead = html! { @if let Some(days) = days { p.answer { (days) } } };
        Some(self.page(&title, &lead, &sections))
    }

    /// Who is away when, and where.
    fn absences(&self, own: &[(&Apprentice, &Alternative)]) -> Section {
        let said = self.said;
        let headings = words::absences_headings(self.plans.language);
        let mut table = Table::new(said.apprentices, headings, [Left; 3]);
        for (apprentice, away) in own {
            let place = away.place.as_ref().map_or("", |place| place.as_str());
            table.push([cell(&apprentice.pupil), self.days(apprentice, away), cell(place)]);
        }
        Section { id: "away", heading: said.who_is_away, body: table.draw() }
    }

    fn days(&self, apprentice: &Apprentice, away: &Alternative) -> Markup {
        html! {
            @for stay in self.plans.placement(apprentice, away).stays() {
                div { (self.words.weekday(stay.day)) ": " (self.stay(&stay)) }
            }
            @for weeks in self.plans.almanac.weeks_away(apprentice) {
                div { (self.said.weeks) " " (words::weeks_away(weeks)) }
            }
        }
    }
}
