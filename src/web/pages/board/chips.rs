//! What stands in each slot while a lesson is chosen: whether it can be there, what that costs, and the button that puts it
//! there. First what is seen at once, then what is proven.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::since::signed;
use super::view::View;
use super::words::{Words, short};
use crate::domain::{School, Slot};
use crate::explain::{Fit, Placing, Reach};
use crate::pipeline::{Answer, Held, Status};
use crate::report::explanation::{Placed, placed};
use crate::report::words::{Naming, words as report_words};
use crate::web::pages::seen;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::words::stretch;

/// The element that holds what is known of a slot.
pub(in crate::web) fn slot_id(slot: Slot) -> String {
    format!("slot-{}-{}", slot.day, slot.period)
}

/// What is seen at once of every slot in which a lesson fits; nothing of a lesson that is locked.
pub(super) fn chips(
    seat: &Seat,
    view: &View<'_>,
    now: &Situation,
    lesson: usize,
) -> BTreeMap<Slot, Markup> {
    let school = &*now.school;
    if school.is_locked(&school.lessons[lesson]) {
        return BTreeMap::new();
    }
    let (here, all) = now.reaches(lesson);
    let back = seat.address(&view.choosing(None).address());
    let chip = |reach: Reach| {
        let told = match here {
            Some(here) if here == reach.start => {
                html! { div.chip.here { "● " (seat.words().here_now) } }
            }
            _ => reached(seat, now, (lesson, &back), &reach),
        };
        (
            reach.start,
            html! { div.slot id=(slot_id(reach.start)) data-chip=(reach.start) { (told) } },
        )
    };
    all.into_iter().map(chip).collect()
}

/// What is seen of a slot before its price is proven.
pub(in crate::web) fn reached(
    seat: &Seat,
    now: &Situation,
    (lesson, back): (usize, &str),
    reach: &Reach,
) -> Markup {
    let points = now.judged().1.difference.breakdown.total();
    let (words, school) = (Words::of(seat.language), &*now.school);
    let put = Put { seat, now, held: Held { lesson, start: reach.start }, back };
    let naming = Naming { school, words: report_words(seat.language) };
    let sentences: Vec<String> =
        reach.breaches.iter().map(|breach| naming.words.breach(breach, &naming)).collect();
    let why = sentences.join("; ");
    let short = reach.breaches.first().map(|one| short(one, school, lesson, seat.language));
    let short = short.unwrap_or_default();
    let least = reach.least - points;
    match reach.fit {
        Fit::Free if reach.more <= 0 => {
            put.button("free", &format!("✓ {}", signed(reach.more)), words.free)
        }
        Fit::Free => put.button("free", &format!("✓ ≤ {}", signed(reach.more)), words.free),
        Fit::OthersMove => {
            let least = if least > 0 { format!(" ≥ {}", signed(least)) } else { String::new() };
            put.button(
                "others",
                &format!("⇄ {short}{least}"),
                &format!("{}: {why}", words.others_move),
            )
        }
        Fit::Never => refused(&short, &html! { p { (why) } }),
    }
}

/// A slot in which a lesson cannot be, and why.
fn refused(short: &str, why: &Markup) -> Markup {
    html! { details.chip.never { summary { "✕ " (short) } (why) } }
}

/// What is proven of a slot.
pub(in crate::web) fn chip(
    seat: &Seat,
    now: &Situation,
    (held, placing): (Held, &Placing),
    back: &str,
) -> Markup {
    let (words, school) = (Words::of(seat.language), &*now.school);
    let put = Put { seat, now, held, back };
    let more = placing.held.points().zip(placing.free.points()).map(|(held, free)| held - free);
    match (placing.held.status, more) {
        (Status::Infeasible, _) if placing.is_cut_short => {
            refused(words.never, &html! { p { (seat.words().why_follows) } })
        }
        (Status::Infeasible, _) => {
            let why = placed(Placed { school, held, placing }, seat.language);
            refused(words.never, &html! { pre.told { (why) } })
        }
        (_, None) => html! { div.chip { "?" } },
        (_, Some(more)) => {
            let is_proven = is_proven(&placing.held) && is_proven(&placing.free);
            let (sign, said) = if is_proven { ("", words.proven) } else { ("≤ ", words.at_most) };
            let (style, mark) = match more {
                ..0 => ("gain", "▼"),
                0 => ("free", "✓"),
                _ => ("dear", "▲"),
            };
            put.button(style, &format!("{mark} {sign}{}", signed(more)), said)
        }
    }
}

fn is_proven(answer: &Answer) -> bool {
    answer.status == Status::Optimal
}

/// A lesson that could be put somewhere, and the page to which whoever puts it there comes back.
struct Put<'a> {
    seat: &'a Seat,
    now: &'a Situation,
    held: Held,
    back: &'a str,
}

impl Put<'_> {
    /// The button that puts it there; `told` is what those are told who listen, or ask.
    fn button(&self, style: &str, shown: &str, told: &str) -> Markup {
        let Held { lesson, start } = self.held;
        let length = length(&self.now.school, lesson);
        let slot = stretch(start, length, self.seat.language);
        let label = format!("{shown} – {}: {slot} – {told}", self.seat.words().put_here);
        html! {
            form method="post" action=(self.seat.address("/wish")) {
                (seen(self.now))
                input type="hidden" name="kind" value="hold";
                input type="hidden" name="lesson" value=(lesson);
                input type="hidden" name="slot" value=(start);
                input type="hidden" name="back" value=(self.back);
                button class={ "chip " (style) } aria-label=(label) title=(told) { (shown) }
            }
        }
    }
}

fn length(school: &School, lesson: usize) -> u8 {
    school.lessons.get(lesson).map_or(1, crate::domain::Lesson::length)
}
