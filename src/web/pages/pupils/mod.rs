//! Who is away when: apprentices added, changed and taken away.

mod form;
mod words;

use axum::response::Html;
use maud::{Markup, html};
use serde::Deserialize;

use super::solving::solving;
use super::week_of::week_of;
use super::{Tab, encoded, headings, page, seen};
use crate::diagnostic::Diagnostic;
use crate::domain::Apprentice;
use crate::web::enrolment::{Enrolment, Way};
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use form::Form;
use words::Words;

/// What is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Look {
    /// The pupil who is to be changed.
    pupil: String,
    /// The class and the day of a pupil who is to be added.
    class: String,
    away: String,
}

/// The page, with the form about a pupil who is to be changed or added.
pub(in crate::web) fn pupils(seat: &Seat, look: &Look) -> Result<Html<String>, Refused> {
    let now = seat.bench()?.now();
    let school = &*now.school;
    let known = school.apprentices.iter().find(|one| one.pupil.as_str() == look.pupil);
    let filled = known.map_or_else(|| begun(&now, look), |one| Enrolment::of(one, &school.grid));
    whole(seat, &now, &Form { seat, now: &now, filled: &filled, faults: &[], list: "" })
}

/// The page with what was `filled` in and is wrong.
pub(in crate::web) fn wrong(
    seat: &Seat,
    (filled, list): (&Enrolment, &str),
    faults: &[Diagnostic],
) -> Result<Html<String>, Refused> {
    let now = seat.bench()?.now();
    whole(seat, &now, &Form { seat, now: &now, filled, faults, list })
}

/// The form about a pupil who is to be added.
fn begun(now: &Situation, look: &Look) -> Enrolment {
    let homes = now.school.home_classes();
    let class = now.school.classes.keys().find(|class| class.as_str() == look.class);
    let class =
        class.or_else(|| homes.first().copied()).or_else(|| now.school.classes.keys().next());
    let days = look.away.split('+').filter_map(|day| crate::input::day(day).ok());
    let way = Way { days: days.map(|day| (day, String::new())).collect(), ..Way::default() };
    Enrolment {
        is_new: true,
        class: class.map(ToString::to_string).unwrap_or_default(),
        ways: vec![way],
        ..Enrolment::default()
    }
}

fn whole(seat: &Seat, now: &Situation, form: &Form<'_>) -> Result<Html<String>, Refused> {
    let (bench, words) = (seat.bench()?, seat.words());
    let number = now.school.apprentices.len();
    let body = html! {
        (solving(seat, bench, now))
        @if !form.filled.is_new { (form.draw()) }
        h2 id="apprentices" { (words.apprentices_title) " (" (number) ")" }
        @if number == 0 { p { (words.no_apprentices) } }
        @else {
            div.scroll tabindex="0" role="group" aria-labelledby="apprentices" {
                (table(seat, now))
            }
        }
        @if form.filled.is_new { (form.draw()) }
        @else { p { a.button href=(seat.address("/pupils")) { (words.add_pupil) } } }
    };
    Ok(page(seat, Tab::Pupils, &body))
}

fn table(seat: &Seat, now: &Situation) -> Markup {
    let (words, judged) = (seat.words(), now.judged());
    html! {
        table {
            (headings([words.pupil, words.class, words.away, words.place, words.change]))
            tbody {
                @for (one, &chosen) in now.school.apprentices.iter().zip(&judged.0.away) {
                    (line(seat, now, one, chosen))
                }
            }
        }
    }
}

fn line(seat: &Seat, now: &Situation, one: &Apprentice, chosen: usize) -> Markup {
    let (words, key) = (seat.words(), one.pupil.as_str());
    let written: Vec<&str> = one.alternatives.iter().map(|way| way.written.as_str()).collect();
    let given = one.alternatives.get(chosen).filter(|_| one.alternatives.len() > 1);
    let edit = seat.address(&format!("/pupils?pupil={}", encoded(key)));
    html! {
        tr {
            th scope="row" {
                a href=(seat.address(&week_of("pupil", key, None))) { (key) }
            }
            td { (one.class) }
            td { (written.join("|")) @if let Some(given) = given { br; span.soft { "→ " (given.written) } } }
            td { @if let Some(place) = one.alternatives.get(chosen).and_then(|way| way.place.as_ref()) { (place) } }
            td {
                div.buttons {
                    a.button.quiet href=(edit) aria-label={ (Words::of(seat.language).edit) ": " (key) } { (Words::of(seat.language).edit) }
                    form method="post" action=(seat.address("/pupils")) {
                        (seen(now))
                        input type="hidden" name="change" value="leave";
                        input type="hidden" name="pupil" value=(key);
                        button.quiet aria-label={ (words.remove_pupil) ": " (key) } { (words.remove_pupil) }
                    }
                }
            }
        }
    }
}
