//! What if: more pupils join, or desired lessons are worth more or less.

use axum::response::Html;
use maud::{Markup, html};

use super::solving::solving;
use super::{Tab, page, seen};
use crate::report::words::words as report_words;
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::words::labels;

/// The most pupils who are let join, and the most futures that are thought of.
pub(in crate::web) const MOST_JOINERS: usize = 40;
pub(in crate::web) const MOST_FUTURES: usize = 100;
/// What is asked where nobody says something else.
pub(in crate::web) const JOINERS: usize = 8;
pub(in crate::web) const FUTURES: usize = 12;

labels! {
    /// What the page says besides numbers and names.
    struct Words {
        more: "Flere elever i praktik", "Fler elever på praktik", "More apprentices";
        more_lead:
            "Tænkte fremtider, i hvilke én elev efter den anden kommer til. Kurven viser, hvor længe det går, og hvad det koster.",
            "Tänkta framtider i vilka den ena eleven efter den andra tillkommer. Kurvan visar hur länge det går och vad det kostar.",
            "Imagined futures in which one pupil after another joins. The curve shows how long that goes well, and what it costs.";
        joiners: "Så mange flere", "Så många fler", "So many more";
        futures: "Fremtider", "Framtider", "Futures";
        away: "Væk", "Borta", "Away";
        spread: "hver en tilfældig dag", "var och en på en slumpvald dag", "each on any day";
        common: "alle på samme dag", "alla på samma dag", "all on the same day";
        who: "Klasser", "Klasser", "Classes";
        with_apprentices: "dem med elever i praktik", "de som har praktikelever", "those with apprentices";
        draw: "Tegn kurven", "Rita kurvan", "Draw the curve";
        front: "Hvad ønskede lektioner er værd", "Vad önskade lektioner är värda", "What desired lessons are worth";
        front_lead:
            "Hvert fornuftigt valg mellem færre ændringer og færre ønskede lektioner, der mistes.",
            "Varje rimligt val mellan färre ändringar och färre önskade lektioner som missas.",
            "Every sensible choice between fewer changes and fewer desired lessons missed.";
        find_front: "Find valgene", "Hitta valen", "Find the choices";
    }
}

/// The page.
pub(in crate::web) fn whatif(seat: &Seat) -> Result<Html<String>, Refused> {
    let bench = seat.bench()?;
    let now = bench.now();
    let words = Words::of(seat.language);
    let is_empty = now.school.apprentices.is_empty();
    let body = html! {
        (solving(seat, bench, &now))
        @if is_empty {
            p { (seat.words().no_apprentices) " " a href=(seat.address("/pupils")) { (seat.words().add_one) } }
        } @else {
            section aria-labelledby="more" {
                h2 id="more" { (words.more) }
                p { (words.more_lead) }
                (growing(seat, &now))
                div id="growth" {}
            }
            section aria-labelledby="worth" {
                h2 id="worth" { (words.front) }
                p { (words.front_lead) }
                form data-stream="front" method="post" action=(seat.address("/front")) {
                    (seen(&now))
                    button { (words.find_front) }
                }
                div id="front" {}
            }
        }
    };
    Ok(page(seat, Tab::WhatIf, &body))
}

/// The form that asks for the curve.
fn growing(seat: &Seat, now: &Situation) -> Markup {
    let words = Words::of(seat.language);
    let names = report_words(seat.language);
    let number = |name: &str, label: &str, value: usize, most: usize| {
        html! {
            p {
                label for=(name) { (label) }
                input id=(name) name=(name) type="number" min="1" max=(most) value=(value) required;
            }
        }
    };
    html! {
        form.fields data-stream="more" data-remember method="post" action=(seat.address("/more")) {
            (seen(now))
            (number("joiners", words.joiners, JOINERS, MOST_JOINERS))
            (number("futures", words.futures, FUTURES, MOST_FUTURES))
            p {
                label for="away" { (words.away) }
                select id="away" name="away" {
                    option value="spread" { (words.spread) }
                    option value="common" { (words.common) }
                    @for day in now.school.grid.days() { option value=(day.code()) { (names.weekday(day)) } }
                }
            }
            p {
                label for="class" { (words.who) }
                select id="class" name="class" {
                    option value="" { (words.with_apprentices) }
                    @for class in now.school.classes.keys() { option { (class) } }
                }
            }
            button { (words.draw) }
        }
    }
}
