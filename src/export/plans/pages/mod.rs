//! Plans as pages: printed on A4, read on a telephone.

mod class;
mod index;
mod pupil;
mod teacher;

use itertools::Itertools;
use maud::{Markup, html};

use super::Plans;
use super::words::{self, Titles};
use crate::diff::{Changed, Tally};
use crate::domain::{Day, RoomName};
use crate::input::subject_name;
use crate::report::html::{Foot, Page, Table, cell, line};
use crate::report::text::Side::{Left, Right};
use crate::report::words::{Words, words as said_in};
use crate::week::{Clean, Numbers, Weeks, Whose};
use crate::words::stretch;

/// Everything that pages are made of.
pub(super) struct Pages<'b, 'a> {
    plans: Plans<'a>,
    said: &'static Titles,
    words: Words,
    weeks: &'b Weeks<'a>,
    numbers: &'b Numbers,
    tallies: Vec<Tally<'a>>,
}

/// A part of a page.
struct Section {
    id: &'static str,
    heading: &'static str,
    body: Markup,
}

impl<'b, 'a> Pages<'b, 'a> {
    /// Pages about `plans`.
    pub(super) fn new(
        plans: Plans<'a>,
        said: &'static Titles,
        (weeks, numbers): (&'b Weeks<'a>, &'b Numbers),
    ) -> Self {
        let (words, tallies) = (said_in(plans.language), plans.offer.tallies());
        Self { plans, said, words, weeks, numbers, tallies }
    }

    /// A page about somebody, with a way back to the list of all.
    fn page(&self, title: &str, lead: &Markup, sections: &[Section]) -> String {
        let Plans { offer, language, printed, .. } = self.plans;
        let school = offer.school.name.as_deref();
        let head = html! {
            (line(school, printed, language))
            h1 { (title) }
            (lead)
            nav.back { a href="../index.html" { (self.said.back) } }
        };
        let body = html! {
            @for Section { id, heading, body } in sections {
                section.plan aria-labelledby=(id) { h2 id=(id) { (heading) } (body) }
            }
        };
        let foot = Foot { school, printed };
        Page { language, title, foot, head, contents: &[], body }.render()
    }

    /// Somebody's week as it is from now on; `away` is what stands where an apprentice is away.
    fn week(&self, whose: Whose<'_>, away: &dyn Fn(Day) -> Markup) -> Section {
        let country = self.plans.almanac.country;
        let clean = Clean { subject: &|code| subject_name(code, country), away };
        let body = self.weeks.clean(whose, &clean);
        Section { id: "week", heading: self.said.week, body }
    }

    /// The lessons that change among some, from where to where, by number.
    fn changes(&self, changed: &[Changed<'_>]) -> Section {
        let said = self.said;
        let headings = words::changes_headings(self.plans.language);
        let sides = [Right, Left, Left, Left, Left, Left];
        let mut table = Table::new(said.changed, headings, sides);
        let number = |changed: &&Changed<'_>| self.numbers.get(&changed.change.lesson);
        for changed in changed.iter().sorted_by_key(number) {
            table.push(self.change(*changed));
        }
        let body = html! { @if changed.is_empty() { p { (said.no_changes) } } (table.draw()) };
        Section { id: "changes", heading: said.changes, body }
    }

    fn change(&self, changed: Changed<'_>) -> [Markup; 6] {
        let length = changed.lesson.length();
        let (old, new) = (changed.old_rooms(), changed.new_rooms());
        let rooms = |rooms: &[&RoomName]| rooms.iter().join(", ");
        let groups = changed.groups();
        let to = if changed.moves() {
            format!("→ {}", stretch(changed.to.start, length, self.words.language))
        } else {
            "=".to_owned()
        };
        let kept =
            if old == new { rooms(&new) } else { format!("{} → {}", rooms(&old), rooms(&new)) };
        [
            cell(
                self.numbers
                    .get(&changed.change.lesson)
                    .map_or_else(String::new, ToString::to_string),
            ),
            cell(changed.classes().iter().join(", ")),
            html! { (changed.subject()) @if !groups.is_empty() { " " (groups) } },
            cell(stretch(changed.lesson.start, length, self.words.language)),
            cell(to),
            cell(kept),
        ]
    }
}
