//! The week of a class, a teacher, a room or a pupil, before and after in one.

use axum::response::Html;
use maud::{Markup, html};
use serde::Deserialize;

use super::lesson::panel;
use super::solving::solving;
use super::unplaced::unplaced;
use super::week_of::week_of;
use super::{Tab, page};
use crate::check::check;
use crate::diff::Offer;
use crate::domain::{ClassName, Piece, RoomName, School, TeacherName};
use crate::explain::tasks;
use crate::report::html::numbers;
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::week::{Entry, Weeks, Whose};

/// What is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Look {
    /// `class`, `teacher`, `room` or `pupil`.
    whose: String,
    name: String,
    /// The lesson that was clicked, by its place.
    lesson: Option<usize>,
}

/// The page.
pub(in crate::web) fn timetable(seat: &Seat, look: &Look) -> Result<Html<String>, Refused> {
    let bench = seat.bench()?;
    let now = bench.now();
    let whose = found(&now.school, look);
    let body = html! {
        (solving(seat, bench, &now))
        (choice(seat, &now.school, whose))
        @if let Some(whose) = whose {
            (week(seat, &now, whose))
            (unplaced(seat, &now, |piece| concerns(&now.school, whose, piece)))
            @if let Some(lesson) = look.lesson.filter(|&lesson| lesson < now.school.lessons.len()) {
                (panel(seat, &now, lesson))
            } @else {
                p.soft { (seat.words().click_a_lesson) }
            }
        }
    };
    Ok(page(seat, Tab::Timetable, &body))
}

/// Whose week is looked at; the first class's, if nothing is said.
fn found<'a>(school: &'a School, look: &Look) -> Option<Whose<'a>> {
    let name = look.name.as_str();
    match look.whose.as_str() {
        "teacher" => school.teachers.keys().find(|own| own.as_str() == name).map(Whose::Teacher),
        "room" => school.rooms.keys().find(|own| own.as_str() == name).map(Whose::Room),
        "pupil" => {
            let mut pupils = school.apprentices.iter();
            pupils.position(|own| own.pupil.as_str() == name).map(Whose::Pupil)
        }
        _ => {
            let named = school.classes.keys().find(|own| own.as_str() == name);
            named.or_else(|| first(school)).map(Whose::Class)
        }
    }
}

/// The first class with apprentices, else the first class.
fn first(school: &School) -> Option<&ClassName> {
    school.home_classes().into_iter().next().or_else(|| school.classes.keys().next())
}

/// Whether a row of a lesson is theirs.
fn concerns(school: &School, whose: Whose<'_>, piece: &Piece) -> bool {
    match whose {
        Whose::Class(name) => piece.classes.contains(name),
        Whose::Teacher(name) => piece.teachers.contains(name),
        Whose::Room(name) => piece.rooms.contains(name),
        Whose::Pupil(index) => {
            school.apprentices.get(index).is_some_and(|pupil| pupil.attends(piece))
        }
    }
}

const fn kind(whose: Whose<'_>) -> &'static str {
    match whose {
        Whose::Class(_) => "class",
        Whose::Teacher(_) => "teacher",
        Whose::Room(_) => "room",
        Whose::Pupil(_) => "pupil",
    }
}

/// The four lists to choose from; each is a form of its own, so that it works with the keyboard and without a script.
fn choice(seat: &Seat, school: &School, chosen: Option<Whose<'_>>) -> Markup {
    let words = seat.words();
    let lists: [(&str, &str, Vec<&str>); 4] = [
        ("class", words.class, school.classes.keys().map(ClassName::as_str).collect()),
        ("teacher", words.teacher, school.teachers.keys().map(TeacherName::as_str).collect()),
        ("room", words.room, school.rooms.keys().map(RoomName::as_str).collect()),
        ("pupil", words.pupil, school.apprentices.iter().map(|one| one.pupil.as_str()).collect()),
    ];
    html! {
        div.choices {
            @for (whose, label, names) in lists.iter().filter(|list| !list.2.is_empty()) {
                form method="get" action=(seat.address("/timetable")) data-choose {
                    input type="hidden" name="whose" value=(whose);
                    label for={ "choose-" (whose) } { (label) }
                    select id={ "choose-" (whose) } name="name" {
                        @let own = chosen.filter(|one| kind(*one) == *whose).map(|one| one.name(school));
                        @if own.is_none() { option value="" selected { "–" } }
                        @for name in names { option selected[own == Some(*name)] { (name) } }
                    }
                    button.quiet aria-label={ (words.show) ": " (label) } { (words.show) }
                }
            }
        }
    }
}

fn week(seat: &Seat, now: &Situation, whose: Whose<'_>) -> Markup {
    let (school, proposal) = (&*now.school, now.proposal());
    let verdict = check(school, &proposal, now.effort);
    let offer = Offer { school, proposal: &proposal, difference: &verdict.difference };
    let numbers = numbers(&tasks(school, &proposal));
    let (baseline, name) = (school.baseline(), whose.name(school));
    let weeks = Weeks::new(offer, &baseline, &numbers, seat.language);
    let clickable = |entry: &Entry, drawn: Markup| {
        let address = seat.address(&week_of(kind(whose), name, Some(entry.lesson)));
        html! { a.click href=(address) { (drawn) } }
    };
    weeks.grid(whose, &clickable)
}
