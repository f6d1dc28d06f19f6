//! The weeks of classes, pupils, teachers and rooms: first those that a change touches, the others folded.

use maud::{Markup, html};

use super::words::Signs;
use super::{Section, Telling};
use crate::week::{Weeks, Whose, plain};

/// A section of grids for each kind.
pub(super) fn told(telling: Telling<'_>) -> Vec<Section> {
    let Telling { offer, labels, language, numbers, .. } = telling;
    let school = offer.school;
    let baseline = school.baseline();
    let weeks = Weeks::new(offer, &baseline, numbers, language);
    let pupils: Vec<Whose<'_>> = (0..school.apprentices.len()).map(Whose::Pupil).collect();
    let classes: Vec<Whose<'_>> = school.classes.keys().map(Whose::Class).collect();
    let teachers: Vec<Whose<'_>> = school.teachers.keys().map(Whose::Teacher).collect();
    let rooms: Vec<Whose<'_>> = school.rooms.keys().map(Whose::Room).collect();
    let kinds = [
        ("classes", labels.classes_weeks, classes),
        ("pupils", labels.pupils_weeks, pupils),
        ("teachers", labels.teachers_weeks, teachers),
        ("rooms", labels.rooms_weeks, rooms),
    ];
    let filled = kinds.into_iter().filter(|(_, _, all)| !all.is_empty());
    let mut legend = Some(legend(telling));
    filled
        .map(|(id, heading, all)| {
            let grids = grids(&weeks, &all, labels.unchanged);
            let body = html! {
                @if let Some(legend) = legend.take() { (legend) p.on-paper { (labels.other_weeks) } }
                (grids)
            };
            Section { id, heading: heading.to_owned(), body }
        })
        .collect()
}

fn grids(weeks: &Weeks<'_>, all: &[Whose<'_>], unchanged: &str) -> Markup {
    let (touched, rest): (Vec<Whose<'_>>, Vec<Whose<'_>>) =
        all.iter().partition(|whose| weeks.is_touched(**whose));
    html! {
        @for whose in touched { (weeks.grid(whose, &plain)) }
        @if !rest.is_empty() {
            details {
                summary { (unchanged) " (" (rest.len()) ")" }
                @for whose in rest { (weeks.grid(whose, &plain)) }
            }
        }
    }
}

/// What the signs mean: each in the style in which it is drawn.
fn legend(telling: Telling<'_>) -> Markup {
    let signs = Signs::of(telling.language);
    let signs = [
        ("→ 3", "leaves", signs.leaves),
        ("3 →", "arrives", signs.arrives),
        ("⇄ 3", "other-room", signs.other_room),
        ("✗", "missed", signs.missed),
    ];
    html! {
        ul.legend aria-label=(telling.labels.legend) {
            @for (sign, style, meaning) in signs {
                li { span class={ "lesson " (style) } { span.mark { (sign) } } " " (meaning) }
            }
        }
    }
}
