//! Who is away when: apprentices added, moved and taken away.

use axum::response::Html;
use maud::{Markup, html};

use super::solving::solving;
use super::week_of::week_of;
use super::{Tab, headings, page, seen};
use crate::diagnostic::{Diagnostic, Wording};
use crate::domain::Apprentice;
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::situation::Situation;

/// The page; `found` is what was wrong with the last change.
pub(in crate::web) fn pupils(seat: &Seat, found: &[Diagnostic]) -> Result<Html<String>, Refused> {
    let bench = seat.bench()?;
    let (now, words) = (bench.now(), seat.words());
    let school = &*now.school;
    let body = html! {
        (solving(seat, bench, &now))
        @if !found.is_empty() { (refused(seat, found)) }
        h2 id="apprentices" { (words.apprentices_title) " (" (school.apprentices.len()) ")" }
        @if school.apprentices.is_empty() { p { (words.no_apprentices) } }
        @else {
            div.scroll tabindex="0" role="group" aria-labelledby="apprentices" {
                (table(seat, &now))
            }
        }
        (join(seat, &now))
    };
    Ok(page(seat, Tab::Pupils, &body))
}

fn refused(seat: &Seat, found: &[Diagnostic]) -> Markup {
    html! {
        section.panel.refused role="alert" {
            p { strong { "✕ " (seat.words().not_changed) } }
            ul {
                @for Wording { message, help } in found.iter().map(|one| one.wording(seat.language)) {
                    li { (message) @if let Some(help) = help { " – " (help) } }
                }
            }
        }
    }
}

fn table(seat: &Seat, now: &Situation) -> Markup {
    let (words, proposal) = (seat.words(), now.proposal());
    html! {
        table {
            (headings([words.pupil, words.class, words.away, words.place, words.change]))
            tbody {
                @for (one, &chosen) in now.school.apprentices.iter().zip(&proposal.away) {
                    (line(seat, now, one, chosen))
                }
            }
        }
    }
}

fn line(seat: &Seat, now: &Situation, one: &Apprentice, chosen: usize) -> Markup {
    let (words, key) = (seat.words(), one.pupil.as_str());
    let written: Vec<&str> = one.alternatives.iter().map(|way| way.written.as_str()).collect();
    let written = written.join("|");
    let given = one.alternatives.get(chosen).filter(|_| one.alternatives.len() > 1);
    html! {
        tr {
            th scope="row" {
                a href=(seat.address(&week_of("pupil", key, None))) { (key) }
            }
            td { (one.class) }
            td { (written) @if let Some(given) = given { br; span.soft { "→ " (given.written) } } }
            td { @if let Some(place) = one.alternatives.get(chosen).and_then(|way| way.place.as_ref()) { (place) } }
            td {
                div.buttons {
                    form method="post" action=(seat.address("/pupils")) {
                        (seen(now))
                        input type="hidden" name="change" value="move";
                        input type="hidden" name="pupil" value=(key);
                        input.short name="away" value=(written) aria-label={ (words.away) ": " (key) } required;
                        button.quiet aria-label={ (words.move_pupil) ": " (key) } { (words.move_pupil) }
                    }
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

/// The form for a pupil who becomes an apprentice.
fn join(seat: &Seat, now: &Situation) -> Markup {
    let words = seat.words();
    html! {
        h2 { (words.add_pupil) }
        form.fields method="post" action=(seat.address("/pupils")) {
            (seen(now))
            input type="hidden" name="change" value="join";
            p {
                label for="pupil" { (words.pupil) }
                input id="pupil" name="pupil" required maxlength="60" autocomplete="off" aria-describedby="key-help";
            }
            p {
                label for="class" { (words.class) }
                select id="class" name="class" { @for class in now.school.classes.keys() { option { (class) } } }
            }
            p {
                label for="away" { (words.away) }
                input id="away" name="away" required maxlength="60" autocomplete="off" aria-describedby="away-help";
            }
            p {
                label for="group" { (words.groups) }
                input id="group" name="group" maxlength="120" autocomplete="off";
            }
            p {
                label for="place" { (words.place) }
                input id="place" name="place" maxlength="60" autocomplete="off";
            }
            p.soft id="key-help" { (words.key_help) }
            p.soft id="away-help" { (words.away_help) }
            p.soft { button { (words.add_pupil) } }
        }
    }
}
