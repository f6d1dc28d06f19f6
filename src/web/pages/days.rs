//! Which day suits a class: the price of each, filled in as it is known, and the choice.

use axum::response::Html;
use maud::{Markup, html};
use serde::Deserialize;

use super::solving::solving;
use super::{Tab, encoded, page, seen};
use crate::domain::{Alternative, Apprentice, ClassName, School, Span};
use crate::report::words::{Words as Names, words as report_words};
use crate::scenario::{days_of, ways};
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::situation::Situation;

/// What is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Look {
    class: String,
}

/// The element that holds what is known of the way with this number.
pub(in crate::web) fn cell_id(position: usize) -> String {
    format!("way-{position}")
}

/// The page.
pub(in crate::web) fn days(seat: &Seat, look: &Look) -> Result<Html<String>, Refused> {
    let (bench, words) = (seat.bench()?, seat.words());
    let now = bench.now();
    let classes = now.school.home_classes();
    let chosen = classes.iter().find(|class| class.as_str() == look.class);
    let body = html! {
        (solving(seat, bench, &now))
        h2 { (words.days_title) }
        @if classes.is_empty() {
            p { (words.no_apprentices) " " a href=(seat.address("/pupils")) { (words.add_one) } }
        } @else {
            p { (words.days_lead) }
            ul.tabs {
                @for class in &classes {
                    @let address = format!("/days?class={}", encoded(class.as_str()));
                    li { a href=(seat.address(&address)) aria-current=[(Some(class) == chosen).then_some("true")] { (class) } }
                }
            }
        }
        @if let Some(class) = chosen { (prices(seat, &now.school, class)) }
    };
    Ok(page(seat, Tab::Days, &body))
}

fn prices(seat: &Seat, school: &School, class: &ClassName) -> Markup {
    let (words, names) = (seat.words(), report_words(seat.language));
    let own: Vec<&Apprentice> =
        school.apprentices.iter().filter(|pupil| pupil.class == *class).collect();
    let ways = ways(&school.grid, days_of(own.iter().copied()));
    html! {
        section.panel aria-labelledby="prices" {
            h2 id="prices" { (class) ": " (words.price_of_days) " (" (words.apprentices) ": " (own.len()) ")" }
            p { (words.others_as_in_file) }
            form data-stream data-auto method="post" action=(seat.address("/days")) {
                input type="hidden" name="class" value=(class);
                button.quiet { (words.calculate) }
            }
            ol.ways {
                @for (position, way) in ways.iter().enumerate() {
                    li {
                        h3 { (day_names(way, names)) @if is_now(&own, way) { " " span.soft { "● " (words.now) } } }
                        div id=(cell_id(position)) { p.soft { "…" } }
                    }
                }
            }
        }
    }
}

fn day_names(way: &Alternative, names: Names) -> String {
    let days: Vec<&str> = way.spans.iter().map(|span| names.weekday(span.day)).collect();
    days.join(" + ")
}

/// Whether all pupils are away then, and have no other alternative.
fn is_now(own: &[&Apprentice], way: &Alternative) -> bool {
    let whole = |span: &Span| span.periods.is_none();
    way.spans.iter().all(whole)
        && own.iter().all(|pupil| match &pupil.alternatives[..] {
            [only] => only.spans == way.spans,
            _ => false,
        })
}

/// The button that sends a class away at those times.
pub(in crate::web) fn choose(
    seat: &Seat,
    now: &Situation,
    class: &ClassName,
    away: &str,
) -> Markup {
    html! {
        form method="post" action=(seat.address("/days/choose")) {
            (seen(now))
            input type="hidden" name="class" value=(class);
            input type="hidden" name="away" value=(away);
            button.quiet aria-label={ (seat.words().choose) ": " (away) } { (seat.words().choose) }
        }
    }
}
