//! Which day suits a class: a table of classes and days, filled in as each price is known, and the choice.

use axum::response::Html;
use itertools::Itertools;
use maud::{Markup, html};
use serde::Deserialize;

use super::solving::solving;
use super::{Tab, encoded, page, seen};
use crate::domain::{Alternative, Apprentice, ClassName, School, Span};
use crate::report::words::{Words as Names, words as report_words};
use crate::scenario::{Days, days_of, ways};
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::words::{Noun, count, labels};

labels! {
    /// What the page about days says besides names and numbers.
    pub(in crate::web) struct Words {
        lead:
            "Hvad det ville koste skemaet, at klassens elever var væk den dag, og kun den.",
            "Vad det skulle kosta schemat att klassens elever var borta den dagen, och bara den.",
            "What it would cost the timetable if the class's apprentices were away on that day, and on no other.";
        alone: "Hver klasse for sig", "Varje klass för sig", "Each class by itself";
        beside: "Ved siden af de andre", "Bredvid de andra", "Beside the others";
        reckoned: "Regnet", "Räknat", "Reckoned";
        how_many: "Dage", "Dagar", "Days";
        no_apprentice_yet:
            "Klasser uden elever i praktik: som om en elev kom til",
            "Klasser utan praktikelever: som om en elev tillkom",
            "Classes without apprentices: as if one pupil joined";
        cheapest: "billigst", "billigast", "cheapest";
        together: "Dagene valgt sammen", "Dagarna valda tillsammans", "The days chosen together";
        find_together:
            "Find den bedste dag for hver klasse, samlet",
            "Hitta den bästa dagen för varje klass, samlat",
            "Find the best day for each class, all together";
        best_together: "Bedst samlet", "Bäst samlat", "Best together";
        common: "Samme dag for alle", "Samma dag för alla", "The same day for all";
        choose_all: "Vælg disse dage", "Välj de här dagarna", "Choose these days";
        add: "Tilføj elev", "Lägg till elev", "Add a pupil";
    }
}

const PUPIL: Noun = Noun::new(["elev", "elever"], ["elev", "elever"], ["pupil", "pupils"]);
const DAY: Noun = Noun::new(["dag", "dage"], ["dag", "dagar"], ["day", "days"]);
/// On how many days anybody is away at most, of those that are asked about here.
pub(in crate::web) const MOST_DAYS: usize = 2;

/// What is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Look {
    /// A class that is asked about although it has no apprentice.
    class: String,
    /// `beside`, or else each class by itself.
    others: String,
    /// On how many days somebody is away.
    days: Option<usize>,
}

/// The element that holds what is known of a class's way with this number.
pub(in crate::web) fn cell_id(school: &School, class: &ClassName, position: usize) -> String {
    let rank = school.classes.keys().position(|one| one == class).unwrap_or(0);
    format!("way-{rank}-{position}")
}

/// The page.
pub(in crate::web) fn days(seat: &Seat, look: &Look) -> Result<Html<String>, Refused> {
    let bench = seat.bench()?;
    let now = bench.now();
    let school = &*now.school;
    let (home, other): (Vec<&ClassName>, _) =
        school.classes.keys().partition(|class| school.home_classes().contains(class));
    let own = days_of(&school.apprentices).0.min(MOST_DAYS);
    let table =
        Table { seat, now: &now, days: Days(look.days.unwrap_or(own).clamp(1, MOST_DAYS)), look };
    let words = Words::of(seat.language);
    let is_other = other.iter().any(|class| class.as_str() == look.class);
    let body = html! {
        (solving(seat, bench, &now))
        h2 { (seat.words().days_title) }
        @if home.is_empty() {
            p { (seat.words().no_apprentices) " " a href=(seat.address("/pupils")) { (seat.words().add_one) } }
        }
        p { (words.lead) }
        (table.switches())
        @if !home.is_empty() { (table.of_home(&home)) }
        @if !other.is_empty() {
            details.others open[home.is_empty() || is_other] {
                summary { (words.no_apprentice_yet) }
                (table.drawn(&other))
            }
        }
        @if home.len() > 1 { (together(seat, &now)) }
    };
    Ok(page(seat, Tab::Days, &body))
}

/// What is needed to draw the table.
struct Table<'a> {
    seat: &'a Seat,
    now: &'a Situation,
    days: Days,
    look: &'a Look,
}

impl Table<'_> {
    fn is_beside(&self) -> bool {
        self.look.others == "beside"
    }

    /// Beside others or not, and on how many days.
    fn switches(&self) -> Markup {
        let words = Words::of(self.seat.language);
        let others = [("alone", words.alone), ("beside", words.beside)];
        let way = |others: &str, days: usize| {
            let class = encoded(&self.look.class);
            self.seat.address(&format!("/days?others={others}&days={days}&class={class}"))
        };
        let own = if self.is_beside() { "beside" } else { "alone" };
        html! {
            div.switches {
                ul.kinds aria-label=(words.reckoned) {
                    @for (code, name) in others {
                        li { a href=(way(code, self.days.0)) aria-current=[(code == own).then_some("true")] { (name) } }
                    }
                }
                ul.kinds aria-label=(words.how_many) {
                    @for days in 1..=MOST_DAYS {
                        li {
                            a href=(way(own, days)) aria-current=[(days == self.days.0).then_some("true")] {
                                (count(days, DAY, self.seat.language))
                            }
                        }
                    }
                }
            }
        }
    }

    /// The classes with apprentices: their prices are asked for at once.
    fn of_home(&self, home: &[&ClassName]) -> Markup {
        html! {
            form data-stream="days" data-auto method="post" action=(self.seat.address("/days")) {
                (self.question(""))
                button.quiet { (self.seat.words().calculate) }
            }
            (self.drawn(home))
        }
    }

    /// What a form asks of a class, or of all that have apprentices.
    fn question(&self, class: &str) -> Markup {
        html! {
            (seen(self.now))
            input type="hidden" name="class" value=(class);
            input type="hidden" name="others" value=(if self.is_beside() { "beside" } else { "alone" });
            input type="hidden" name="days" value=(self.days.0);
        }
    }

    fn drawn(&self, classes: &[&ClassName]) -> Markup {
        let names = report_words(self.seat.language);
        let ways = ways(&self.now.school.grid, self.days);
        html! {
            div.scroll tabindex="0" role="group" aria-label=(self.seat.words().price_of_days) {
                table.days {
                    thead {
                        tr {
                            th scope="col" { (self.seat.words().class) }
                            @for way in &ways { th scope="col" { (day_names(way, names)) } }
                        }
                    }
                    tbody { @for class in classes { (self.line(class, &ways)) } }
                }
            }
        }
    }

    fn line(&self, class: &ClassName, ways: &[Alternative]) -> Markup {
        let (school, seat) = (&*self.now.school, self.seat);
        let own = school.apprentices.iter().filter(|pupil| pupil.class == *class).collect_vec();
        html! {
            tr {
                th scope="row" {
                    (class)
                    @if own.is_empty() {
                        form data-stream={ "days-" (class) } data-auto[class.as_str() == self.look.class] method="post" action=(seat.address("/days")) {
                            (self.question(class.as_str()))
                            button.quiet aria-label={ (seat.words().calculate) ": " (class) } { (seat.words().calculate) }
                        }
                    } @else { " " span.soft { (count(own.len(), PUPIL, seat.language)) } }
                }
                @for (position, way) in ways.iter().enumerate() {
                    td {
                        @if is_now(&own, way) { span.soft.now { "● " (seat.words().now) } }
                        div id=(cell_id(school, class, position)) { @if !own.is_empty() { p.soft { "…" } } }
                    }
                }
            }
        }
    }
}

/// Where the days of all classes are chosen together.
fn together(seat: &Seat, now: &Situation) -> Markup {
    let words = Words::of(seat.language);
    html! {
        section.panel aria-labelledby="together-title" {
            h2 id="together-title" { (words.together) }
            form data-stream="together" method="post" action=(seat.address("/days/together")) {
                (seen(now))
                button { (words.find_together) }
            }
            div id="together" {}
        }
    }
}

/// Days in full, as headings name them.
pub(in crate::web) fn day_names(way: &Alternative, names: Names) -> String {
    way.spans.iter().map(|span| names.weekday(span.day)).join(" + ")
}

/// Whether all pupils are away then, and have no other alternative.
fn is_now(own: &[&Apprentice], way: &Alternative) -> bool {
    let whole = |span: &Span| span.periods.is_none();
    way.spans.iter().all(whole)
        && !own.is_empty()
        && own.iter().all(|pupil| match &pupil.alternatives[..] {
            [only] => only.spans == way.spans,
            _ => false,
        })
}

/// The button that sends classes away at those times.
pub(in crate::web) fn choose(
    seat: &Seat,
    now: &Situation,
    away: &[(&str, &str)],
    name: &str,
) -> Markup {
    let told = away.iter().map(|(class, days)| format!("{class} {days}")).join(", ");
    html! {
        form method="post" action=(seat.address("/days/choose")) {
            (seen(now))
            @for (class, days) in away {
                input type="hidden" name="class" value=(class);
                input type="hidden" name="away" value=(days);
            }
            button.quiet aria-label={ (name) ": " (told) } { (name) }
        }
    }
}
