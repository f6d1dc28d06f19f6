//! An apprentice's plan.

use itertools::Itertools;
use maud::{Markup, html};

use super::super::words::{
    self, caution, counting, counting_dates, dates, hours, share, share_of_weeks,
};
use super::{Pages, Section};
use crate::domain::{Alternative, Apprentice, Day, Language};
use crate::placement::{Placement, Source, Stay, SubjectYear, WEEKS, total};
use crate::report::html::{Table, cell};
use crate::report::text::Side::{Left, Right};
use crate::week::Whose;
use crate::words::from_to;

impl Pages<'_, '_> {
    /// The plan of the apprentice at an index of the school's list.
    pub(crate) fn pupil(
        &self,
        index: usize,
        apprentice: &Apprentice,
        away: &Alternative,
    ) -> String {
        let said = self.said;
        let title = format!("{} {}", said.plan, apprentice.pupil);
        let lead = html! {
            p.name { (said.name) ": " span.write {} }
            p { (said.in_class) " " (apprentice.class) ". " (said.agreement) }
        };
        let placement = self.plans.placement(apprentice, away);
        let stays = placement.stays();
        let section = |id, heading, body| Section { id, heading, body };
        let sections = [
            section("placement", said.placement, self.placement(placement, &stays)),
            self.week(Whose::Pupil(index), &|day| self.there(placement, &stays, day)),
            section("core", said.core, self.core(apprentice)),
            section("year", said.year, self.year(placement)),
            section("check", said.check, self.check(apprentice, away)),
        ];
        self.page(&title, &lead, &sections)
    }

    /// What stands in the week where the pupil is away: where that is, and from when to when.
    fn there(&self, placement: Placement<'_>, stays: &[Stay], day: Day) -> Markup {
        let place = placement.away.place.as_ref();
        let notes = place.and_then(|place| self.plans.almanac.places.get(place));
        let hours = stays.iter().find(|stay| stay.day == day).and_then(|stay| stay.hours);
        html! {
            @match place { Some(place) => { (place) } None => { (self.said.placement) } }
            @if let Some(address) = notes.and_then(|notes| notes.address.as_ref()) { div { (address) } }
            @if let Some(hours) = hours { div { (from_to(hours)) } }
        }
    }

    /// When and where.
    fn placement(&self, placement: Placement<'_>, stays: &[Stay]) -> Markup {
        let (said, almanac) = (self.said, self.plans.almanac);
        let Placement { apprentice, away, .. } = placement;
        let notes = away.place.as_ref().and_then(|place| almanac.places.get(place));
        let agreement = almanac.agreements.get(&apprentice.pupil);
        let contact = agreement.and_then(|agreement| agreement.contact.clone());
        let dates =
            agreement.and_then(|agreed| dates(agreed.from, agreed.until, self.plans.language));
        let rows = [
            (said.place, away.place.as_ref().map(ToString::to_string)),
            (said.address, notes.and_then(|notes| notes.address.clone())),
            (said.contact, contact),
            (said.dates, dates),
        ];
        let weeks = almanac.weeks_away(apprentice).map(words::weeks_away).collect_vec();
        html! {
            table.facts {
                tbody {
                    @for stay in stays {
                        tr { th scope="row" { (self.words.weekday(stay.day)) } td { (self.stay(stay)) (self.turns(placement, stay.day)) } }
                    }
                    @for (heading, text) in rows {
                        tr {
                            th scope="row" { (heading) }
                            td { @match text { Some(text) => { (text) } None => { span.soft { (said.not_agreed) } } } }
                        }
                    }
                    @if !weeks.is_empty() {
                        tr { th scope="row" { (said.weeks_away) } td { @for week in &weeks { div { (said.weeks) " " (week) } } } }
                    }
                }
            }
        }
    }

    /// How often a day comes, and from when to when, by the calendar; nothing where there is none.
    fn turns(&self, placement: Placement<'_>, day: Day) -> Markup {
        let dates = placement.dates(day);
        let told = dates
            .first()
            .zip(dates.last())
            .map(|(&first, &last)| words::turns(dates.len(), first, last, self.plans.language));
        html! { @if let Some(told) = told { div.soft { (told) } } }
    }

    /// The periods and the times of a day.
    pub(super) fn stay(&self, stay: &Stay) -> Markup {
        let said = self.said;
        let range = |&(first, last): &(_, _)| {
            if first == last { format!("{first}") } else { format!("{first}–{last}") }
        };
        html! {
            @if stay.periods.is_empty() { (said.whole_day) }
            @else { (said.periods) " " (stay.periods.iter().map(range).join(", ")) }
            ", "
            @match (stay.hours, stay.source) {
                (Some(hours), Source::Agreed) => { b { (from_to(hours)) } }
                (Some(hours), _) => { (from_to(hours)) " (" (said.by_periods) ")" }
                (None, _) => { span.soft { (said.time) " " (said.not_agreed) } }
            }
        }
    }

    /// Core lessons a week.
    fn core(&self, apprentice: &Apprentice) -> Markup {
        let said = self.said;
        let headings = words::core_headings(self.plans.language);
        let mut table = Table::new(said.core_week, headings, [Left, Left, Right, Right, Right]);
        let own = self.tallies.iter().filter(|tally| tally.apprentice.pupil == apprentice.pupil);
        for tally in own.filter(|tally| tally.lessons > 0) {
            table.push([
                cell(tally.subject),
                cell(self.words.level(tally.level)),
                cell(tally.lessons),
                cell(tally.missed_before),
                cell(tally.missed_after),
            ]);
        }
        table.draw()
    }

    /// Hours a year, subject by subject, and what the placement is of them.
    fn year(&self, placement: Placement<'_>) -> Markup {
        let (said, language) = (self.said, self.plans.language);
        let subjects = placement.subjects();
        let all = total(&subjects);
        let named = subjects.iter().map(|one| (one.subject.as_str(), one));
        let lines = named.chain([(said.total, &all)]).map(|(name, one)| self.hours(name, one));
        let (away, weeks) = (placement.minutes_away(), placement.weeks_away());
        let country = self.plans.almanac.country;
        let (told, of_calendar) = (placement.school_weeks(), placement.school_weeks().is_some());
        let all = told.unwrap_or(WEEKS);
        html! {
            @if weeks == 0 { (plain_year(said.hours_year, lines, language)) }
            @else { (year_with_weeks(said.hours_year, lines, language)) }
            p { (share(away, all.saturating_sub(weeks), country, language)) }
            @if weeks > 0 { p { (share_of_weeks(weeks, away, country, language)) } }
            p.soft { (if of_calendar { counting_dates(all, language) } else { counting(language) }) }
        }
    }

    /// A line of minutes as hours: all, lost without changes, lost, lost in whole weeks away, kept.
    fn hours(&self, name: &str, one: &SubjectYear) -> [Markup; 6] {
        let hours = |minutes: u32| cell(hours(minutes, self.plans.language));
        let lost = [one.lost_before, one.lost_after, one.lost_in_weeks].map(hours);
        let [before, after, in_weeks] = lost;
        [cell(name), hours(one.minutes), before, after, in_weeks, hours(one.kept())]
    }

    /// What to look at, and a line for each signature.
    fn check(&self, apprentice: &Apprentice, away: &Alternative) -> Markup {
        let language = self.plans.language;
        html! {
            ul.checks {
                @for found in self.plans.placement(apprentice, away).cautions() { li { (caution(&found, language)) } }
            }
            p.soft { (self.said.guidance) }
            div.signatures { @for who in words::signatures(language) { p { (who) } } }
        }
    }
}

/// The hours of a pupil who is never away for a whole week.
fn plain_year(
    caption: &str,
    lines: impl Iterator<Item = [Markup; 6]>,
    language: Language,
) -> Markup {
    let headings = words::year_headings(language);
    let mut table = Table::new(caption, headings, [Left, Right, Right, Right, Right]);
    for [name, all, before, after, _, kept] in lines {
        table.push([name, all, before, after, kept]);
    }
    table.draw()
}

fn year_with_weeks(
    caption: &str,
    lines: impl Iterator<Item = [Markup; 6]>,
    language: Language,
) -> Markup {
    let headings = words::year_and_weeks_headings(language);
    let mut table = Table::new(caption, headings, [Left, Right, Right, Right, Right, Right]);
    lines.for_each(|line| table.push(line));
    table.draw()
}
