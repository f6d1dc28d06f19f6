//! A lesson that was clicked: what can be wished of it, and what each other time would cost.

use itertools::Itertools;
use maud::{Markup, html};

use super::seen;
use crate::domain::{Day, Period, School, Slot};
use crate::pipeline::Held;
use crate::report::words::{Naming, words as report_words};
use crate::web::seat::Seat;
use crate::web::situation::Situation;

/// The element that holds what is known of a slot.
pub(in crate::web) fn slot_id(slot: Slot) -> String {
    format!("slot-{}-{}", slot.day, slot.period)
}

/// What can be done with the lesson.
pub(in crate::web) fn panel(seat: &Seat, now: &Situation, lesson: usize) -> Markup {
    let (words, school) = (seat.words(), &*now.school);
    let naming = Naming { school, words: report_words(seat.language) };
    let start = now.proposal().timetable.booking(lesson).map(|booking| booking.start);
    let is_locked = school.is_locked(&school.lessons[lesson]);
    let held = start.map(|start| Held { lesson, start });
    html! {
        section.panel id="lesson" aria-labelledby="lesson-name" {
            h2 id="lesson-name" { (naming.lesson(lesson)) }
            p {
                (words.stands_at) " " (naming.slot(start))
                @if is_locked { ". " (words.is_locked) }
            }
            @if !is_locked {
                div.buttons {
                    @if let Some(held) = held {
                        @if now.held.contains_key(&lesson) { (wish((seat, now), "unhold", held, (words.release, None))) }
                        @else { (wish((seat, now), "hold", held, (words.hold_here, None))) }
                        (wish((seat, now), "bar", held, (words.not_here, None)))
                    }
                    form data-stream data-auto method="post" action=(seat.address(&format!("/lessons/{lesson}"))) {
                        button { (words.what_elsewhere) }
                    }
                }
                (slots(seat, school, start))
            }
        }
    }
}

/// A button that holds a lesson at a slot.
pub(in crate::web) fn hold(seat: &Seat, now: &Situation, held: Held) -> Markup {
    let names = report_words(seat.language);
    wish((seat, now), "hold", held, (seat.words().put_here, Some(&names.slot(held.start))))
}

/// A wish as a button; `about` tells those who listen what those who look see.
fn wish(
    (seat, now): (&Seat, &Situation),
    kind: &str,
    held: Held,
    (name, about): (&str, Option<&str>),
) -> Markup {
    let label = about.map(|about| format!("{name}: {about}"));
    html! {
        form method="post" action=(seat.address("/wish")) {
            (seen(now))
            input type="hidden" name="kind" value=(kind);
            input type="hidden" name="lesson" value=(held.lesson);
            input type="hidden" name="slot" value=(held.start);
            button.quiet aria-label=[label] { (name) }
        }
    }
}

/// The week with a place for what each slot would cost.
fn slots(seat: &Seat, school: &School, here: Option<Slot>) -> Markup {
    let (words, names) = (seat.words(), report_words(seat.language));
    let days: Vec<Day> = school.grid.days().collect();
    let periods: Vec<Period> =
        school.grid.slots().map(|slot| slot.period).sorted().dedup().collect();
    html! {
        p.soft { "✓ " (words.free_slot) " · ▲ " (words.dear_slot) " · ✕ " (words.impossible) }
        div.scroll tabindex="0" role="group" aria-label=(words.what_elsewhere) {
            table.week.prices {
                thead {
                    tr {
                        th scope="col" { (words.period) }
                        @for &day in &days { th scope="col" { (names.weekday(day)) } }
                    }
                }
                tbody {
                    @for &period in &periods {
                        tr {
                            th scope="row" { (period) }
                            @for &day in &days {
                                @let slot = Slot::new(day, period);
                                td .none[!school.grid.contains(slot)] {
                                    @if Some(slot) == here { p { strong { "● " (words.here_now) } } }
                                    @if school.grid.contains(slot) { div id=(slot_id(slot)) { p.soft { "…" } } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
