//! An apprentice's plan.

use itertools::Itertools;
use maud::{Markup, html};

use super::super::words::{self, caution, counting, dates, hours, share, share_of_weeks};
use super::{Pages, Section};
use crate::domain::{Alternative, Apprentice, Language};
use crate::placement::{Placement, SubjectYear, total};
use crate::placement::{Source, Stay};
use crate::report::html::{Table, cell};
use crate::report::text::Side::{Left, Right};
use crate::week::Whose;

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
        let lead = html! { p { (said.in_class) " " (apprentice.class) ". " (said.agreement) } };
        let stays = self.plans.placement(apprentice, away).stays();
        let section = |id, heading, body| Section { id, heading, body };
        let sections = [
            section("placement", said.placement, self.placement(apprentice, away, &stays)),
            self.week(Whose::Pupil(index)),
            section("core", said.core, self.core(apprentice)),
            section("year", said.year, self.year(self.plans.placement(apprentice, away))),
            section("check", said.check, self.check(apprentice, away)),
        ];
        self.page(&title, &lead, &sections)
    }

    /// When and where.
    fn placement(&self, apprentice: &Apprentice, away: &Alternative, stays: &[Stay]) -> Markup {
        let (said, almanac) = (self.said, self.plans.almanac);
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
                        tr { th scope="row" { (self.words.weekday(stay.day)) } td { (self.stay(stay)) } }
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
                (Some(hours), Source::Agreed) => { b { (hours) } }
                (Some(hours), _) => { (hours) " (" (said.by_periods) ")" }
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
        html! {
            @if weeks == 0 { (plain_year(said.hours_year, lines, language)) }
            @else { (year_with_weeks(said.hours_year, lines, language)) }
            p { (share(away, weeks, country, language)) }
            @if weeks > 0 { p { (share_of_weeks(weeks, away, country, language)) } }
            p.soft { (counting(language)) }
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
