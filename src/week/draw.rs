//! A grid as a table: days across, periods down.

use itertools::Itertools;
use maud::{Markup, html};

use super::board::{Board, Extras};
use super::cells::{Cell, column, periods};
use super::entries::{Entry, Mark, Part, absence, entries};
use super::words::{Signs, caption};
use super::{Weeks, Whose};
use crate::domain::{Day, Span};
use crate::words::weekday;

/// Draws a lesson as it is.
#[must_use]
pub fn plain(_: &Entry, drawn: Markup) -> Markup {
    drawn
}

/// What is needed to draw cells.
struct Drawing<'b, 'a> {
    weeks: &'b Weeks<'a>,
    said: &'static Signs,
    /// What is written where the pupil whose grid it is is away.
    place: String,
    lesson: &'b dyn Fn(&Entry, Markup) -> Markup,
    /// What only those see who work on it.
    extras: Option<Extras<'b, 'a>>,
}

pub(super) fn grid(
    weeks: &Weeks<'_>,
    whose: Whose<'_>,
    lesson: &dyn Fn(&Entry, Markup) -> Markup,
) -> Markup {
    drawn(weeks, whose, lesson, None)
}

pub(super) fn on_board(weeks: &Weeks<'_>, whose: Whose<'_>, board: &Board<'_>) -> Markup {
    drawn(weeks, whose, board.lesson, Some(Extras::new(weeks, whose, board)))
}

fn drawn<'b, 'a>(
    weeks: &'b Weeks<'a>,
    whose: Whose<'_>,
    lesson: &'b dyn Fn(&Entry, Markup) -> Markup,
    extras: Option<Extras<'b, 'a>>,
) -> Markup {
    let school = weeks.offer.school;
    let said = Signs::of(weeks.language);
    let absence = absence(weeks, whose);
    let place = absence.and_then(|(_, away)| away.place.as_ref());
    let place = place.map_or_else(|| said.away.to_owned(), ToString::to_string);
    let drawing = Drawing { weeks, said, place, lesson, extras };
    let entries = entries(weeks, whose);
    let away = absence.map(|(_, away)| away);
    let days = school.grid.days().collect_vec();
    let columns = days.iter().map(|&day| column((&school.grid, day), &entries, away)).collect_vec();
    let id = weeks.ranks.id(whose);
    html! {
        div.scroll role="group" tabindex="0" aria-labelledby=(id) {
            table.week {
                caption id=(id) { (caption(whose, school, weeks.language)) }
                (drawing.headings(&days))
                tbody { (absences(weeks, whose, &days)) (drawing.lines(&columns)) }
            }
        }
    }
}

impl Drawing<'_, '_> {
    fn headings(&self, days: &[Day]) -> Markup {
        html! {
            thead {
                tr {
                    th scope="col" { (self.said.period) }
                    @for &day in days { th scope="col" { (weekday(day, self.weeks.language)) } }
                }
            }
        }
    }

    fn lines(&self, columns: &[Vec<Cell>]) -> Markup {
        html! {
            @for period in periods(&self.weeks.offer.school.grid) {
                tr {
                    th scope="row" {
                        (period)
                        @if let Some(extras) = &self.extras { (extras.time(period)) }
                    }
                    @for cell in columns.iter().flatten().filter(|cell| cell.slot.period == period) {
                        (self.cell(cell))
                    }
                }
            }
        }
    }

    fn cell(&self, cell: &Cell) -> Markup {
        let height = (cell.height > 1).then_some(cell.height);
        let is_band = self.extras.as_ref().is_some_and(|extras| extras.is_band(cell));
        html! {
            td rowspan=[height] data-slot=(cell.slot) .none[!cell.exists] .away[cell.is_away] .band[is_band] {
                @if cell.is_away { div.place { (self.place) } }
                @for entry in &cell.entries { ((self.lesson)(entry, self.entry(cell, entry))) }
                @if let Some(extras) = &self.extras { (extras.slots(cell)) }
            }
        }
    }

    fn entry(&self, cell: &Cell, entry: &Entry) -> Markup {
        let (style, is_gone) = match entry.mark {
            Mark::Stays => ("lesson", false),
            Mark::Arrives(_) | Mark::Placed => ("lesson arrives", false),
            Mark::OtherRoom(_) => ("lesson other-room", false),
            Mark::Missed => ("lesson missed", false),
            Mark::Leaves(_) => ("lesson leaves", true),
        };
        let extras = self.extras.as_ref();
        let hue = extras.map(|extras| extras.hue(entry)).unwrap_or_default();
        html! {
            span class={ (style) (hue) } data-lesson=(entry.lesson) {
                @if !entry.weeks.is_empty() {
                    span.weeks { span.unseen { (self.said.week) " " } (entry.weeks) }
                    " "
                }
                @for part in &entry.parts {
                    @if is_gone { s.part { (written(part)) } } @else { span.part { (written(part)) } }
                }
                (self.mark(entry))
                @if let Some(extras) = extras { (extras.lost(cell, entry)) }
                @if entry.is_locked { span.locked { (self.said.locked) } }
            }
        }
    }

    /// The sign of a change and where the lesson goes or comes from.
    fn mark(&self, entry: &Entry) -> Markup {
        let number = entry.number.map(|number| number.to_string()).unwrap_or_default();
        let moves = self.said.moves;
        let told = html! { span.unseen { (moves) " " (number) ", " } };
        match &entry.mark {
            Mark::Stays => html! {},
            Mark::Missed => html! { span.mark { "✗ " (self.said.missed) } },
            Mark::OtherRoom(rooms) => html! {
                span.mark {
                    span.sign aria-hidden="true" { "⇄ " (number) } " "
                    span.unseen { (self.said.other_room) ", " } (rooms)
                }
            },
            Mark::Arrives(from) => html! {
                span.mark {
                    span.sign aria-hidden="true" { (number) " →" } " "
                    (told) (self.said.from) " " (from)
                }
            },
            Mark::Placed => html! {
                span.mark {
                    span.sign aria-hidden="true" { (number) " +" } " "
                    span.unseen { (number) ", " } (self.said.placed)
                }
            },
            Mark::Leaves(to) => html! {
                span.mark {
                    span.sign aria-hidden="true" { "→ " (number) } " "
                    (told) (self.said.to) " " (to)
                }
            },
        }
    }
}

/// Who of a class is away on which day, and where.
pub(super) fn absences(weeks: &Weeks<'_>, whose: Whose<'_>, days: &[Day]) -> Markup {
    let Whose::Class(class) = whose else { return html! {} };
    let own = weeks.pupils.get(class).into_iter().flatten();
    let own = own.filter_map(|&index| weeks.offer.absence(index)).collect_vec();
    html! {
        @if !own.is_empty() {
            tr.absences {
                th scope="row" { (Signs::of(weeks.language).away) }
                @for day in days {
                    td {
                        @for (pupil, away) in &own {
                            @for span in away.spans.iter().filter(|span| span.day == *day) {
                                div {
                                    (pupil.pupil)
                                    @if let Some(place) = &away.place { " · " (place) }
                                    (stretch(*span))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn written(part: &Part) -> Markup {
    html! { b { (part.subject) } @if !part.details.is_empty() { " " span.details { (part.details.join(" · ")) } } }
}

/// The periods of a stretch of time away, if it is not the whole day.
fn stretch(span: Span) -> String {
    match span.periods {
        None => String::new(),
        Some((first, last)) if first == last => format!(" ({first})"),
        Some((first, last)) => format!(" ({first}–{last})"),
    }
}
