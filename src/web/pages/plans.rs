//! The plans that are kept, side by side and rule by rule.

use std::sync::Arc;

use axum::response::Html;
use maud::{Markup, html};
use serde::Deserialize;

use super::contrast::{Words as Contrast, contrast};
use super::solving::solving;
use super::{Tab, page, seen};
use crate::check::Verdict;
use crate::domain::{Level, Price};
use crate::pipeline::Status;
use crate::report::words::words as report_words;
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::shelf::{LONGEST_NAME, Plan, Unkept};
use crate::web::situation::Situation;
use crate::web::words::unkept as unkept_told;

/// The plans that are to be compared lesson by lesson, by their names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Look {
    one: String,
    other: String,
}

/// The page; `unkept` is why the last plan is not kept.
pub(in crate::web) fn plans(
    seat: &Seat,
    look: &Look,
    unkept: Option<Unkept>,
) -> Result<Html<String>, Refused> {
    let bench = seat.bench()?;
    let (now, words) = (bench.now(), seat.words());
    let plans = seat.office.shelf.plans();
    let body = html! {
        (solving(seat, bench, &now))
        h2 { (words.keep_title) }
        @if let Some(unkept) = unkept {
            p.panel.refused role="alert" { "✕ " (unkept_told(unkept, seat.language)) }
        }
        @if now.is_offered() { (keep(seat, &now)) } @else { p { (words.solve_first) } }
        p.soft { @if seat.office.shelf.saves() { (words.saved_on_disk) } @else { (words.not_saved) } }
        @if !plans.is_empty() {
            h2 id="compared" { (words.compared) }
            div.scroll tabindex="0" role="group" aria-labelledby="compared" { (table(seat, &plans)) }
        }
        @if plans.len() > 1 { (pair(seat, &plans, look)) }
    };
    Ok(page(seat, Tab::Plans, &body))
}

/// Two plans to be chosen, and what differs between them.
fn pair(seat: &Seat, plans: &[Arc<Plan>], look: &Look) -> Markup {
    let words = Contrast::of(seat.language);
    let named = |name: &str| plans.iter().find(|plan| plan.name == name);
    let (one, other) = (named(&look.one), named(&look.other));
    let (shown, beside) = (one.or(plans.first()), other.or(plans.last()));
    let list = |name: &str, label: &str, chosen: Option<&Arc<Plan>>| {
        html! {
            label for=(name) { (label) }
            select id=(name) name=(name) {
                @for plan in plans { option selected[chosen.is_some_and(|chosen| chosen.name == plan.name)] { (plan.name) } }
            }
        }
    };
    html! {
        form.inline method="get" action=(seat.address("/plans")) {
            (list("one", words.compare, shown)) (list("other", words.with, beside))
            button { (seat.words().show) }
        }
        @if let (Some(one), Some(other)) = (one, other.filter(|other| one.is_some_and(|one| one.name != other.name))) {
            (contrast(seat, [one, other]))
        }
    }
}

fn keep(seat: &Seat, now: &Situation) -> Markup {
    let words = seat.words();
    html! {
        form.fields method="post" action=(seat.address("/plans")) {
            (seen(now))
            p {
                label for="plan" { (words.plan_name) }
                input id="plan" name="name" required maxlength=(LONGEST_NAME) autocomplete="off";
            }
            button { (words.keep) }
        }
    }
}

/// A line of the comparison: what it is called, and a number for each plan.
type Line = (String, Vec<Option<i64>>);

fn lines(seat: &Seat, plans: &[Arc<Plan>]) -> Vec<Line> {
    let (words, names) = (seat.words(), report_words(seat.language));
    let each = |count: &dyn Fn(&Verdict) -> i64| -> Vec<Option<i64>> {
        plans.iter().map(|plan| verdict(plan).map(count)).collect()
    };
    let mut lines = vec![
        (words.points_in_all.to_owned(), each(&|verdict| verdict.difference.breakdown.total())),
        (
            words.lessons_changed.to_owned(),
            each(&|verdict| count(verdict.difference.changes.len())),
        ),
        (words.required_missed.to_owned(), each(&|verdict| missed(verdict, Level::Required))),
        (words.desired_missed.to_owned(), each(&|verdict| missed(verdict, Level::Desired))),
    ];
    lines.extend(Price::ALL.map(|price| {
        let title = format!("{}: {}", words.points, names.price(price).title);
        (title, each(&|verdict| verdict.difference.breakdown[price]))
    }));
    lines
}

fn verdict(plan: &Plan) -> Option<&Verdict> {
    plan.situation.answer.as_ref()?.offered.as_ref().map(|(_, verdict)| verdict)
}

fn missed(verdict: &Verdict, level: Level) -> i64 {
    count(verdict.difference.missed.iter().filter(|missed| missed.level == level).count())
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn table(seat: &Seat, plans: &[Arc<Plan>]) -> Markup {
    let words = seat.words();
    html! {
        table.compared {
            thead {
                tr {
                    td {}
                    @for (position, plan) in plans.iter().enumerate() { th scope="col" { (heading(seat, position, plan)) } }
                }
            }
            tbody {
                tr {
                    th scope="row" { (words.proof) }
                    @for plan in plans { td { (proof(seat, plan)) } }
                }
                @for (name, numbers) in lines(seat, plans) {
                    @let fewest = numbers.iter().flatten().min().copied();
                    @let differ = numbers.iter().flatten().any(|number| Some(*number) != fewest);
                    tr {
                        th scope="row" { (name) }
                        @for number in &numbers {
                            @let is_best = differ && number.is_some() && *number == fewest;
                            td.number .best[is_best] {
                                @if let Some(number) = number { (number) }
                                @if is_best { " ✓" span.unseen { " " (words.fewest) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn heading(seat: &Seat, position: usize, plan: &Plan) -> Markup {
    let words = seat.words();
    html! {
        (plan.name)
        br;
        span.soft {
            (plan.desk.name().unwrap_or_default()) " · "
            (if plan.is_saved() { words.saved } else { words.kept })
        }
        form method="post" action={ "/plans/" (position) "/open" } {
            button.quiet aria-label={ (words.open_plan) ": " (plan.name) } { (words.open_plan) }
        }
        (delete(seat, plan))
    }
}

/// A plan is deleted in two steps: what is gone does not come back.
fn delete(seat: &Seat, plan: &Plan) -> Markup {
    let words = Contrast::of(seat.language);
    html! {
        details.delete {
            summary aria-label={ (words.delete) ": " (plan.name) } { (words.delete) }
            form method="post" action=(seat.address("/plans/delete")) {
                input type="hidden" name="name" value=(plan.name);
                button.quiet { (words.delete_really) }
            }
        }
    }
}

fn proof(seat: &Seat, plan: &Plan) -> &'static str {
    let status = plan.situation.answer.as_ref().map(|answer| answer.status);
    if status == Some(Status::Optimal) { seat.words().proven } else { seat.words().unproven }
}
