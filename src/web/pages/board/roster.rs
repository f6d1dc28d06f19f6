//! The list beside the week: every class, teacher, room or pupil, and where something is missed or changes.

use std::collections::BTreeMap;

use itertools::Itertools;
use maud::{Markup, html};

use super::view::{Kind, View};
use super::words::{DESIRED, MOVED, PUPIL, REQUIRED, Words, kind};
use crate::diff::{Difference, Offer};
use crate::domain::{ClassName, Lesson, Level, RoomName, School, TeacherName};
use crate::web::seat::Seat;
use crate::week::Whose;
use crate::words::count;

/// What is told of one of them in the list.
#[derive(Clone, Copy, Default)]
struct Marks {
    required: usize,
    desired: usize,
    changed: usize,
}

/// The list.
pub(super) fn roster(seat: &Seat, view: &View<'_>, offer: Offer<'_>) -> Markup {
    let (school, words) = (view.school, Words::of(seat.language));
    let own = view.whose.map_or(Kind::Class, Kind::of);
    let marks = marks(own, offer);
    let pupils = school.apprentices_of_classes();
    let (first, rest): (Vec<Whose<'_>>, _) =
        own.all(school).into_iter().partition(|one| match one {
            Whose::Class(class) => pupils.contains_key(class),
            _ => false,
        });
    html! {
        nav.roster aria-label=(words.whose) {
            (kinds(seat, view, own))
            @for (title, some) in [(words.with_apprentices, &first), (words.others, &rest)] {
                @if !some.is_empty() {
                    @if !first.is_empty() { p.soft { (title) } }
                    ul.names { @for &one in some { li { (name(seat, view, one, marks.get(one.name(school)))) } } }
                }
            }
        }
    }
}

/// The kinds to choose from.
fn kinds(seat: &Seat, view: &View<'_>, own: Kind) -> Markup {
    let words = Words::of(seat.language);
    let named = |kind| match kind {
        Kind::Class => words.classes,
        Kind::Teacher => words.teachers,
        Kind::Room => words.rooms,
        Kind::Pupil => words.pupils,
    };
    html! {
        ul.kinds {
            @for kind in Kind::ALL {
                @if let Some(first) = kind.all(view.school).first() {
                    li {
                        a href=(seat.address(&view.to(*first).address())) aria-current=[(kind == own).then_some("true")] {
                            (named(kind))
                        }
                    }
                }
            }
        }
    }
}

fn name(seat: &Seat, view: &View<'_>, whose: Whose<'_>, marks: Option<&Marks>) -> Markup {
    let school = view.school;
    let is_own = Some(whose) == view.whose;
    let pupils = school.apprentices.iter();
    let pupils = match whose {
        Whose::Class(class) => pupils.filter(|one| one.class == *class).count(),
        _ => 0,
    };
    let class = match whose {
        Whose::Pupil(index) => school.apprentices.get(index).map(|one| &one.class),
        _ => None,
    };
    html! {
        a href=(seat.address(&view.to(whose).address())) aria-current=[is_own.then_some("page")] {
            span { (whose.name(school)) @if let Some(class) = class { " " span.soft { (class) } } }
            @if pupils > 0 { " " span.soft { (count(pupils, PUPIL, seat.language)) } }
            @if let Some(marks) = marks { (badges(seat, *marks)) }
        }
    }
}

fn badges(seat: &Seat, marks: Marks) -> Markup {
    let told = [
        ("badge required", "✗", marks.required, REQUIRED),
        ("badge desired", "✗", marks.desired, DESIRED),
        ("badge changed", "⇄", marks.changed, MOVED),
    ];
    html! {
        span.badges {
            @for (class, sign, number, noun) in told {
                @if number > 0 {
                    " "
                    span class=(class) title=(count(number, noun, seat.language)) {
                        span aria-hidden="true" { (sign) " " (number) }
                        span.unseen { (count(number, noun, seat.language)) }
                    }
                }
            }
        }
    }
}

/// What is told of each of a kind, by name.
fn marks(kind: Kind, offer: Offer<'_>) -> BTreeMap<&str, Marks> {
    let Offer { school, difference: Difference { missed, changes, placed, .. }, .. } = offer;
    let mut marks: BTreeMap<&str, Marks> = BTreeMap::new();
    for one in missed {
        let pupil = &school.apprentices[one.apprentice];
        let names = match kind {
            Kind::Class => vec![pupil.class.as_str()],
            Kind::Pupil => vec![pupil.pupil.as_str()],
            _ => names(kind, school, &school.lessons[one.lesson]),
        };
        for name in names {
            let own = marks.entry(name).or_default();
            match one.level {
                Level::Required => own.required += 1,
                Level::Desired => own.desired += 1,
            }
        }
    }
    let moved = changes.iter().map(|change| change.lesson).chain(placed.iter().copied());
    for lesson in moved {
        for name in names(kind, school, &school.lessons[lesson]) {
            marks.entry(name).or_default().changed += 1;
        }
    }
    marks
}

/// Those of a kind whom a lesson concerns.
fn names<'a>(kind: Kind, school: &'a School, lesson: &'a Lesson) -> Vec<&'a str> {
    match kind {
        Kind::Class => lesson.classes().into_iter().map(ClassName::as_str).collect(),
        Kind::Teacher => lesson.teachers().into_iter().map(TeacherName::as_str).collect(),
        Kind::Room => lesson.rooms().into_iter().map(RoomName::as_str).collect(),
        Kind::Pupil => {
            let attends = lesson.pieces.iter();
            let attends = attends.flat_map(|piece| {
                school.apprentices.iter().filter(move |pupil| pupil.attends(piece))
            });
            attends.map(|pupil| pupil.pupil.as_str()).unique().collect()
        }
    }
}

/// The lists from which the week beside is chosen.
pub(super) fn beside(seat: &Seat, view: &View<'_>) -> Markup {
    let (school, words) = (view.school, Words::of(seat.language));
    html! {
        form.beside method="get" action=(seat.address("/timetable")) data-choose {
            @if let Some(whose) = view.whose {
                input type="hidden" name="whose" value=(Kind::of(whose).code());
                input type="hidden" name="name" value=(whose.name(school));
            }
            label for="beside" { (words.beside) }
            select id="beside" name="with" {
                option value="" selected[view.beside.is_none()] { (words.nobody) }
                @for one in Kind::ALL {
                    @let all = one.all(school);
                    @if !all.is_empty() {
                        optgroup label=(kind(one, seat.language)) {
                            @for whose in all {
                                option value=(view.value(whose)) selected[view.beside == Some(whose)] { (whose.name(school)) }
                            }
                        }
                    }
                }
            }
            button.quiet aria-label={ (seat.words().show) ": " (words.beside) } { (seat.words().show) }
        }
    }
}
