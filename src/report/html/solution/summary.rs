//! What changes, in sentences, and who is away when.

use itertools::Itertools as _;
use maud::{Markup, html};

use super::super::super::school_days;
use super::super::super::text::touched;
use super::super::super::words::{Naming, Words};
use super::{Side, Table, Telling, cell, words};
use crate::diff::{Because, Missed, Offer, Tally};
use crate::domain::Level;

pub(super) fn told(telling: Telling<'_>) -> Markup {
    let Telling { offer, language, .. } = telling;
    let tallies = offer.tallies();
    let (before, missed) = missed(&tallies, Level::Required);
    let kept = before.saturating_sub(missed);
    let (before, after) = self::missed(&tallies, Level::Desired);
    let moved = offer.changed().filter(|changed| changed.moves()).count();
    let rooms = offer.difference.changes.len() - moved;
    html! {
        ul {
            li { (words::required(kept, missed, language)) }
            @if before + after > 0 { li { (words::desired(before, after, language)) } }
            @if moved + rooms > 0 {
                li { (words::moved(moved, rooms, language)) }
                li { (touched(offer, telling.words).trim_end()) "." }
            }
        }
        (school_days(telling))
        (pupils(telling, &tallies))
        (still_missed(telling))
        (missed_besides(telling.offer, telling.words))
    }
}

/// When each class begins and ends from now on; nothing if no lesson changes.
fn school_days(telling: Telling<'_>) -> Markup {
    let told = school_days::all(telling.offer, telling.language);
    html! {
        @if !told.is_empty() {
            h3 { (telling.labels.school_days) }
            ul.school-days { @for sentence in &told { li { (sentence) } } }
        }
    }
}

/// How many lessons of a level are missed, without and with the changes.
fn missed<'a>(tallies: impl IntoIterator<Item = &'a Tally<'a>>, level: Level) -> (usize, usize) {
    let own = tallies.into_iter().filter(|tally| tally.level == level);
    own.fold((0, 0), |(before, after), tally| {
        (before + tally.missed_before, after + tally.missed_after)
    })
}

fn pupils(telling: Telling<'_>, tallies: &[Tally<'_>]) -> Markup {
    use Side::{Left, Right};
    let headings = words::pupils_headings(telling.language);
    let sides = [Left, Left, Left, Left, Right, Right];
    let naming = Naming { school: telling.offer.school, words: telling.words };
    let mut table = Table::new(telling.labels.pupils, headings, sides);
    // The tallies of a pupil stand together, pupils in the same order.
    let mut own =
        tallies.chunk_by(|one, next| std::ptr::eq(one.apprentice, next.apprentice)).peekable();
    for (pupil, away) in telling.offer.away() {
        let own = own.next_if(|own| own.iter().any(|tally| std::ptr::eq(tally.apprentice, pupil)));
        let missed = |level| {
            let (before, after) = missed(own.into_iter().flatten(), level);
            cell(format!("{before} → {after}"))
        };
        table.push([
            cell(&pupil.pupil),
            cell(&pupil.class),
            cell(naming.spans(&away.spans)),
            cell(away.place.as_ref().map(ToString::to_string).unwrap_or_default()),
            missed(Level::Required),
            missed(Level::Desired),
        ]);
    }
    table.draw()
}

/// Every core lesson that is missed, with whom and when; nothing if none is.
fn still_missed(telling: Telling<'_>) -> Markup {
    let Telling { offer, words, .. } = telling;
    let missed = &offer.difference.missed;
    let pupil = |missed: &Missed| {
        offer.school.apprentices.get(missed.apprentice).map(|pupil| pupil.pupil.to_string())
    };
    html! {
        @if !missed.is_empty() {
            h3 { (words.labels().still_missed) }
            ul {
                @for missed in missed {
                    li {
                        b { (pupil(missed).unwrap_or_default()) } " "
                        (missed.subject) ", " (words.slot(missed.slot)) ", " (words.level(missed.level))
                        @if missed.because != Because::Away { ", " (words.because(missed.because)) }
                    }
                }
            }
        }
    }
}

/// What guests miss of other subjects for core lessons, or on the way; nothing if nothing is.
pub(crate) fn missed_besides(offer: Offer<'_>, words: Words) -> Markup {
    let missed = offer.missed_besides();
    html! {
        @if !missed.is_empty() {
            h3 { (words.labels().missed_besides) }
            ul {
                @for (missed, lesson, pupils) in &missed {
                    li {
                        (lesson.classes().iter().join("+")) " " (missed.subject) ", "
                        (words.slot(missed.slot)) ", " (words.because(missed.because)) ": "
                        b { (pupils.iter().join(", ")) }
                    }
                }
            }
        }
    }
}
