//! The bar above every page about a school: where its plan stands, and what can be done next.

use maud::{Markup, html};

use super::board::{figures, since};
use super::seen;
use crate::domain::{Effort, Lesson};
use crate::pipeline::{Held, Status};
use crate::report::explanation::remedy;
use crate::report::words::{Naming, words as report_words};
use crate::report::{Report, text::headline};
use crate::web::desk::Bench;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::words::stretch;

/// The bar.
pub(in crate::web) fn solving(seat: &Seat, bench: &Bench, now: &Situation) -> Markup {
    let words = seat.words();
    let (can_undo, can_redo) = bench.with(|history| (history.can_undo(), history.can_redo()));
    html! {
        section.solving aria-label=(words.the_plan) {
            div.stand { (stand(seat, bench, now)) }
            div id="progress" role="status" aria-live="polite" {}
            div.buttons {
                form data-stream="solve" data-auto[now.awaits_answer()] method="post" action=(seat.address("/solve")) {
                    (seen(now))
                    button.main data-busy=(words.solving) { (words.solve) }
                }
                form data-stop hidden { button type="submit" { (words.stop) } }
                (step(seat, now, ("/undo", words.undo, can_undo)))
                (step(seat, now, ("/redo", words.redo, can_redo)))
            }
            (since(seat, now))
            (reliefs(seat, bench, now))
            (wishes(seat, now))
        }
    }
}

fn step(seat: &Seat, now: &Situation, (path, name, is_possible): (&str, &str, bool)) -> Markup {
    html! {
        form method="post" action=(seat.address(path)) {
            (seen(now))
            input type="hidden" name="back" value=(seat.here);
            button.quiet disabled[!is_possible] { (name) }
        }
    }
}

/// What is known of the plan, in a sentence or two.
fn stand(seat: &Seat, bench: &Bench, now: &Situation) -> Markup {
    let words = seat.words();
    let Some(answer) = &now.answer else {
        return html! { (figures(seat, now)) p.answer { (words.not_solved) } };
    };
    let report = Report { school: &now.school, sheet: &bench.sheet, answer, printed: None };
    let is_impossible = answer.status == Status::Infeasible && now.is_solved;
    html! {
        (figures(seat, now))
        @if now.is_solved { p.answer { (headline(report, seat.language)) } }
        @else { p.answer { (words.out_of_date) } }
        @if is_impossible { (ways_out(seat, now)) }
    }
}

fn ways_out(seat: &Seat, now: &Situation) -> Markup {
    let words = seat.words();
    let naming = Naming { school: &now.school, words: report_words(seat.language) };
    let reasons = now.answer.iter().flat_map(|answer| &answer.reasons);
    html! {
        ul { @for reason in reasons { li { (naming.words.reason(reason, &naming)) } } }
        div.buttons {
            form data-stream="why" method="post" action=(seat.address("/why")) { (seen(now)) button { (words.why) } }
            @if now.effort == Effort::Strict {
                form method="post" action=(seat.address("/effort")) { (seen(now)) button { (words.best_effort) } }
            }
        }
        div id="why" {}
    }
}

/// What is wished besides the rules, each to be taken back.
fn wishes(seat: &Seat, now: &Situation) -> Markup {
    let words = seat.words();
    let held = now.held().into_iter().map(|held| (held, words.held_at, "hold"));
    let barred = now.barred().into_iter().map(|barred| (barred, words.barred_from, "bar"));
    let all: Vec<_> = held.chain(barred).collect();
    html! {
        @if !all.is_empty() {
            details open[all.len() < 5] {
                summary { (words.wishes) " (" (all.len()) ")" }
                ul.plain {
                    @for (held, said, kind) in &all {
                        li { (wish(seat, now, *held, said, kind)) }
                    }
                }
            }
        }
    }
}

/// The ways out that were gone, each to be taken back.
fn reliefs(seat: &Seat, bench: &Bench, now: &Situation) -> Markup {
    let gone = bench.reliefs(now);
    let naming = Naming { school: &now.school, words: report_words(seat.language) };
    let words = seat.words();
    html! {
        @if !gone.is_empty() {
            ul.plain {
                @for (relief, remedy_gone) in &gone {
                    @let told = format!("{} {}", words.reckoned_as, remedy(remedy_gone, &naming));
                    li {
                        form.inline method="post" action=(seat.address("/relieve")) {
                            (seen(now))
                            input type="hidden" name="kind" value=(relief.kind.name());
                            input type="hidden" name="fact" value=(relief.fact);
                            input type="hidden" name="is_back" value="true";
                            input type="hidden" name="back" value=(seat.here);
                            span { (told) } " "
                            button.quiet aria-label={ (words.take_back) ": " (told) } { (words.take_back) }
                        }
                    }
                }
            }
        }
    }
}

fn wish(seat: &Seat, now: &Situation, held: Held, said: &str, kind: &str) -> Markup {
    let naming = Naming { school: &now.school, words: report_words(seat.language) };
    let told = format!("{} {said} {}", naming.lesson(held.lesson), time(now, held, seat));
    html! {
        form.inline method="post" action=(seat.address("/wish")) {
            (seen(now))
            input type="hidden" name="kind" value={ "un" (kind) };
            input type="hidden" name="lesson" value=(held.lesson);
            input type="hidden" name="slot" value=(held.start);
            input type="hidden" name="back" value=(seat.here);
            span { (told) } " "
            button.quiet aria-label={ (seat.words().take_back) ": " (told) } { (seat.words().take_back) }
        }
    }
}

/// When a lesson is, as one piece.
fn time(now: &Situation, Held { lesson, start }: Held, seat: &Seat) -> String {
    let length = now.school.lessons.get(lesson).map_or(1, Lesson::length);
    stretch(start, length, seat.language)
}
