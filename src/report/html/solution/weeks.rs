//! The weeks of classes, pupils, teachers and rooms: first those that a change touches, the others folded.

use maud::{Markup, html};

use super::super::grid::{Weeks, Whose, plain};
use super::Telling;
use super::words::signs;

/// A section for each kind: its id, its heading and its grids.
pub(super) fn told(telling: Telling<'_>) -> Vec<(&'static str, &'static str, Markup)> {
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
            (id, heading, html! { @if let Some(legend) = legend.take() { (legend) } (grids) })
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

/// What the signs mean.
fn legend(telling: Telling<'_>) -> Markup {
    html! {
        ul.legend aria-label=(telling.labels.legend) {
            @for (sign, style, meaning) in signs(telling.language) {
                li { span class={ "lesson " (style) } { span.mark { (sign) } } " " (meaning) }
            }
        }
    }
}
