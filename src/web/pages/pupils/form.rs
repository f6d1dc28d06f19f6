//! The form about a pupil: boxes for days, lists for groups and places, and each fault at its field.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use maud::{Markup, html};

use super::words::{Words, wish};
use crate::diagnostic::{Diagnostic, Wording};
use crate::domain::{ClassName, Day, DivisionName, Period, PlaceName, School};
use crate::report::words::words as report_words;
use crate::web::enrolment::{Enrolment, MOST_WAYS, Way};
use crate::web::pages::seen;
use crate::web::seat::Seat;
use crate::web::situation::Situation;

/// What was wrong with what was filled in, and whether it was a whole list.
pub(super) type Faults<'a> = &'a [Diagnostic];

/// The form.
pub(super) struct Form<'a> {
    pub(super) seat: &'a Seat,
    pub(super) now: &'a Situation,
    pub(super) filled: &'a Enrolment,
    pub(super) faults: Faults<'a>,
    /// What stands in the list that was pasted.
    pub(super) list: &'a str,
}

impl Form<'_> {
    fn words(&self) -> &'static Words {
        Words::of(self.seat.language)
    }

    fn school(&self) -> &School {
        &self.now.school
    }

    pub(super) fn draw(&self) -> Markup {
        let (words, page) = (self.words(), self.seat.words());
        let title = if self.filled.is_new { page.add_pupil } else { words.edit };
        html! {
            section.panel.pupil aria-labelledby="pupil-title" {
                h2 id="pupil-title" { (title) @if !self.filled.is_new { ": " (self.filled.pupil) } }
                (self.others())
                form.enrol method="post" action=(self.seat.address("/pupils")) {
                    (seen(self.now))
                    input type="hidden" name="change" value=(if self.filled.is_new { "join" } else { "move" });
                    div.row {
                        (self.pupil())
                        (self.class())
                        (self.text(("place", words.place), &self.filled.place, self.places()))
                    }
                    (self.away())
                    (self.groups())
                    (self.more())
                    div.buttons {
                        button.main { (if self.filled.is_new { page.add_pupil } else { words.save }) }
                        @if !self.filled.is_new { a.button href=(self.seat.address("/pupils")) { (words.close) } }
                    }
                    @if self.filled.is_new { (self.whole_list()) }
                }
            }
        }
    }

    /// What is wrong that stands at no field of the form.
    fn others(&self) -> Markup {
        const FIELDS: [&str; 10] = [
            "pupil", "class", "away", "group", "together", "place", "required", "desired", "also",
            "skips",
        ];
        let is_other = |found: &&Diagnostic| {
            found.location.column.as_deref().is_none_or(|column| !FIELDS.contains(&column))
        };
        let others = self.faults.iter().filter(is_other).collect_vec();
        html! {
            @if !self.faults.is_empty() {
                div.refused.told role="alert" {
                    p { strong { "✕ " (self.seat.words().not_changed) } }
                    @for one in others { p { (told(self.seat, one)) } }
                }
            }
        }
    }

    /// What is wrong with a field.
    fn wrong(&self, field: &str) -> Markup {
        let own = self.faults.iter().filter(|one| one.location.column.as_deref() == Some(field));
        let own = own.collect_vec();
        html! {
            @if !own.is_empty() {
                div.wrong id={ "wrong-" (field) } { @for one in own { p { "✕ " (told(self.seat, one)) } } }
            }
        }
    }

    fn is_wrong(&self, field: &str) -> bool {
        self.faults.iter().any(|one| one.location.column.as_deref() == Some(field))
    }

    fn pupil(&self) -> Markup {
        let page = self.seat.words();
        html! {
            div.field {
                label for="pupil" { (page.pupil) }
                @if self.filled.is_new {
                    input id="pupil" name="pupil" maxlength="60" autocomplete="off" value=(self.filled.pupil)
                        aria-describedby="key-help wrong-pupil" aria-invalid=[self.is_wrong("pupil").then_some("true")];
                    p.soft id="key-help" { (page.key_help) }
                } @else {
                    input id="pupil" name="pupil" value=(self.filled.pupil) readonly;
                }
                (self.wrong("pupil"))
            }
        }
    }

    fn class(&self) -> Markup {
        html! {
            div.field {
                label for="class" { (self.seat.words().class) }
                select id="class" name="class" data-shows {
                    @for class in self.school().classes.keys() {
                        option selected[class.as_str() == self.filled.class] { (class) }
                    }
                }
                (self.wrong("class"))
            }
        }
    }

    fn text(&self, (name, label): (&str, &str), value: &str, known: Vec<&str>) -> Markup {
        let list = format!("known-{name}");
        html! {
            div.field {
                label for=(name) { (label) }
                input id=(name) name=(name) value=(value) maxlength="120" autocomplete="off" list=[(!known.is_empty()).then_some(&list)]
                    aria-describedby={ "wrong-" (name) } aria-invalid=[self.is_wrong(name).then_some("true")];
                @if !known.is_empty() { datalist id=(list) { @for one in known { option value=(one) {} } } }
                (self.wrong(name))
            }
        }
    }

    fn places(&self) -> Vec<&str> {
        let own = self.school().apprentices.iter().filter_map(|one| one.place.as_ref());
        let places: BTreeSet<&PlaceName> = self.school().places.keys().chain(own).collect();
        places.into_iter().map(PlaceName::as_str).collect()
    }

    fn away(&self) -> Markup {
        let words = self.words();
        let used = self.filled.ways.len();
        html! {
            fieldset.away {
                legend { (words.away) }
                (self.wrong("away"))
                @if !self.filled.written.is_empty() && self.filled.ways.is_empty() {
                    div.field {
                        label for="away" { (words.as_written) }
                        input id="away" name="away" value=(self.filled.written) maxlength="200" autocomplete="off";
                    }
                }
                (self.way(0))
                details open[used > 1 || self.filled.or_none] {
                    summary { (words.other_ways) }
                    @for number in 1..MOST_WAYS { (self.way(number)) }
                    label.box { input type="checkbox" name="none" checked[self.filled.or_none]; " " (words.or_none) }
                }
            }
        }
    }

    fn way(&self, number: usize) -> Markup {
        let (words, names) = (self.words(), report_words(self.seat.language));
        let none = Way::default();
        let way = self.filled.ways.get(number).unwrap_or(&none);
        let title = wish(number + 1, self.seat.language);
        html! {
            div.way role="group" aria-label=(title) {
                @if number > 0 { p.soft { (title) } }
                div.days {
                    @for day in self.school().grid.days() {
                        @let periods = way.days.get(&day);
                        div.day {
                            label.box {
                                input type="checkbox" name={ "day-" (number) "-" (day) } checked[periods.is_some()];
                                " " (names.weekday(day))
                            }
                            (self.periods(number, day, periods.map_or("", String::as_str)))
                        }
                    }
                    label.box {
                        input type="checkbox" name={ "any-" (number) } checked[way.is_any];
                        " " (words.any_day)
                    }
                    @if !self.school().places.is_empty() {
                        input name={ "at-" (number) } value=(way.place) list="known-place" placeholder=(words.where_else)
                            aria-label={ (title) ": " (words.where_else) } autocomplete="off" maxlength="60";
                    }
                }
            }
        }
    }

    /// The part of a day: all of it, its first or its last periods, or what is filled in already.
    fn periods(&self, number: usize, day: Day, own: &str) -> Markup {
        let words = self.words();
        let slots = self.school().grid.slots().filter(|slot| slot.day == day);
        let periods: Vec<Period> = slots.map(|slot| slot.period).collect();
        let mut parts: Vec<String> = Vec::new();
        if let (Some(first), Some(last)) = (periods.first(), periods.last()) {
            let stretch = |from: &Period, to: &Period| {
                if from == to { from.to_string() } else { format!("{from}-{to}") }
            };
            let to = periods.iter().filter(|period| *period != last).map(|to| stretch(first, to));
            let from =
                periods.iter().filter(|period| *period != first).map(|from| stretch(from, last));
            parts.extend(to.chain(from));
        }
        if !own.is_empty() && !parts.iter().any(|part| part == own) {
            parts.push(own.to_owned());
        }
        html! {
            select name={ "periods-" (number) "-" (day) } aria-label={ (report_words(self.seat.language).weekday(day)) ": " (self.seat.words().lessons) } {
                option value="" { (words.whole_day) }
                @for part in &parts { option value=(part) selected[part == own] { (part) } }
            }
        }
    }

    /// The parts of each class's divisions; only those of the class that is chosen are shown and sent.
    fn groups(&self) -> Markup {
        let words = self.words();
        let divisions = divisions(self.school());
        html! {
            @for (class, divisions) in &divisions {
                @let is_own = class.as_str() == self.filled.class;
                fieldset.groups data-shown-for=(class) hidden[!is_own] disabled[!is_own] {
                    legend { (words.groups) }
                    div.row {
                        @for (number, (division, parts)) in divisions.iter().enumerate() {
                            @let id = format!("group-{number}-{class}");
                            div.field {
                                label for=(id) { (if division.as_str().is_empty() { words.groups } else { division.as_str() }) }
                                select id=(id) name="group" {
                                    option value="" { (words.no_group) }
                                    @for part in parts { option value=(part) selected[self.filled.groups.contains(part)] { (part) } }
                                }
                            }
                        }
                    }
                }
            }
            (self.wrong("group"))
        }
    }

    fn more(&self) -> Markup {
        let (words, filled) = (self.words(), self.filled);
        let is_wrong = ["together", "also", "skips", "required", "desired"]
            .iter()
            .any(|one| self.is_wrong(one));
        html! {
            details open[is_wrong] {
                summary { (words.more) }
                div.row {
                    (self.text(("together", words.together), &filled.together, Vec::new()))
                    (self.text(("also", words.also), &filled.also, self.school().classes.keys().map(ClassName::as_str).collect()))
                    (self.text(("skips", words.skips), &filled.skips, Vec::new()))
                }
                fieldset.core {
                    legend { (words.core) }
                    p.soft { (words.core_lead) }
                    @for (level, own) in [("required", &filled.required), ("desired", &filled.desired)] {
                        (self.core(level, own))
                    }
                }
            }
        }
    }

    fn core(&self, level: &str, own: &BTreeSet<String>) -> Markup {
        let names = report_words(self.seat.language);
        let title = crate::domain::Level::ALL.into_iter().find(|one| one.code() == level);
        html! {
            div.boxes role="group" aria-label=[title.map(|level| names.level(level))] {
                @if let Some(title) = title { strong { (names.level(title)) ":" } }
                @for subject in self.school().subjects.keys() {
                    label.box { input type="checkbox" name=(level) value=(subject) checked[own.contains(subject.as_str())]; " " (subject) }
                }
            }
            (self.wrong(level))
        }
    }

    fn whole_list(&self) -> Markup {
        let words = self.words();
        html! {
            details.list open[!self.list.is_empty()] {
                summary { (words.list) }
                label for="list" { (words.list) }
                p.soft id="list-help" { (words.list_lead) }
                textarea id="list" name="list" rows="6" aria-describedby="list-help" spellcheck="false" { (self.list) }
                div.buttons { button formaction=(self.seat.address("/pupils/list")) { (words.add_all) } }
            }
        }
    }
}

fn told(seat: &Seat, found: &Diagnostic) -> String {
    let Wording { message, help } = found.wording(seat.language);
    help.map_or(message.clone(), |help| format!("{message} – {help}"))
}

/// The divisions of each class, and their parts as files name them.
fn divisions(school: &School) -> BTreeMap<&ClassName, BTreeMap<&DivisionName, BTreeSet<String>>> {
    let mut divisions: BTreeMap<_, BTreeMap<_, BTreeSet<String>>> = BTreeMap::new();
    for piece in school.lessons.iter().flat_map(|lesson| &lesson.pieces) {
        if let Some(own) = &piece.group {
            for class in &piece.classes {
                let of_class = divisions.entry(class).or_default();
                of_class.entry(&own.division).or_default().insert(own.to_string());
            }
        }
    }
    divisions
}
