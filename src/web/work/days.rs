//! What each day away costs a class, day by day as it is known, and the days that suit all classes together.

use std::collections::BTreeSet;

use axum::response::Response;
use itertools::Itertools;
use maud::{Markup, html};

use super::{Teller, begin};
use crate::domain::{ClassName, School};
use crate::pipeline::{Answer, Refusal, Status};
use crate::report::steps::step;
use crate::report::words::{Naming, words as report_words};
use crate::scenario::{
    Asking, Cell, Comparison, Days, Joint, Others, Part, Question, Step, compare, compare_class,
    ways,
};
use crate::web::desk::Bench;
use crate::web::edit::{Change, Edit};
use crate::web::pages::days::{Words, cell_id, choose, day_names};
use crate::web::pages::encoded;
use crate::web::refused::Refused;
use crate::web::seat::Seat;
use crate::web::situation::Situation;
use crate::web::words::Words as PageWords;

/// The pupil who is thought of where a class has no apprentice.
const SOMEBODY: &str = "?";
/// How many degrees there are from the cheapest day of a class to its dearest.
const DEGREES: i64 = 4;

/// What is asked about days.
#[derive(Clone)]
pub(in crate::web) struct Prices {
    /// A class; without one all classes that have apprentices.
    pub(in crate::web) class: Option<ClassName>,
    /// Whether the apprentices of other classes are away too.
    pub(in crate::web) others: Others,
    /// On how many days; without it as many as the class's apprentices are.
    pub(in crate::web) days: Option<usize>,
}

/// Asks for each way in which the apprentices of a class could be away.
pub(in crate::web) fn days(
    seat: Seat,
    asked: Prices,
    ticket: Option<u64>,
) -> Result<Response, Refused> {
    let now = seat.bench()?.now();
    let home = || now.school.home_classes().into_iter().cloned().collect_vec();
    let classes = asked.class.clone().map_or_else(home, |class| vec![class]);
    if classes.iter().any(|class| !now.school.classes.contains_key(class)) {
        return Err(Refused::Missing);
    }
    let office = seat.office.clone();
    let work = move |teller: &Teller| {
        let priced = || {
            let bench = seat.bench().ok()?;
            classes.iter().try_for_each(|class| row((&seat, bench, &now), class, &asked, teller))
        };
        if priced().is_none() {
            let words = PageWords::of(seat.language);
            teller.show("progress", html! { p.missed { (words.judged_wrong) } });
        }
    };
    Ok(begin(&office, ticket, work))
}

/// The prices of one class; in the end each again, by how dear it is beside the others.
fn row(
    (seat, bench, now): (&Seat, &Bench, &Situation),
    class: &ClassName,
    asked: &Prices,
    teller: &Teller,
) -> Option<()> {
    let stop = teller.stop();
    let asking = Asking { effort: now.effort, threads: seat.office.threads, stop: &stop };
    let school = cast(bench, now, class, asked.days)?;
    let show = |position: usize, cell: &Cell, range: Option<(i64, i64)>| {
        let id = cell_id(&now.school, class, position);
        teller.show(&id, told((seat, now), class, cell, range));
    };
    let mut tell = |position: usize, cell: &Cell| show(position, cell, None);
    let cells = compare_class(&school, class, asked.others, asking, &mut tell).ok()?;
    let points = cells.iter().filter_map(|cell| Some(cell.effect.as_ref()?.points));
    let range = points.minmax().into_option();
    for (position, cell) in cells.iter().enumerate() {
        show(position, cell, range);
    }
    Some(())
}

/// The school as it is asked about: with somebody in the class, who is away on so many days.
fn cast(bench: &Bench, now: &Situation, class: &ClassName, days: Option<usize>) -> Option<School> {
    let mut school = School::clone(&now.school);
    if !school.apprentices.iter().any(|one| one.class == *class) {
        let away = ways(&school.grid, Days(1)).first()?.written.clone();
        let class = class.to_string();
        let joins = Edit { class, away, ..Edit::of(Change::Join, SOMEBODY) };
        let steps = [now.steps.clone(), vec![vec![joins]]].concat();
        school = bench.made(&(steps, now.reliefs.clone())).ok()?;
    }
    if let Some(days) = days {
        let way = ways(&school.grid, Days(days)).first()?.clone();
        for one in school.apprentices.iter_mut().filter(|one| one.class == *class) {
            one.alternatives = vec![way.clone()];
        }
    }
    Some(school)
}

fn told(
    (seat, now): (&Seat, &Situation),
    class: &ClassName,
    cell: &Cell,
    range: Option<(i64, i64)>,
) -> Markup {
    let words = Words::of(seat.language);
    let points = cell.effect.as_ref().map(|effect| effect.points);
    let is_cheapest = points.is_some() && points == range.map(|(least, _)| least);
    html! {
        div class={ "price " (heat(points, cell.answer.status, range)) } {
            @match (&cell.effect, cell.answer.status) {
                (_, Status::Infeasible) => { (impossible(seat, now, &cell.answer)) }
                (None, _) => { p { "?" } }
                (Some(effect), _) => {
                    (price(cell, effect.points, is_cheapest, words))
                    p.soft { (seat.words().lessons_changed) ": " (effect.changed_lessons) }
                    @if effect.desired_missed > 0 {
                        p.soft { (seat.words().desired_missed) ": " (effect.desired_missed) }
                    }
                    (choice(seat, now, class, cell))
                }
            }
        }
    }
}

/// What a way costs, what it costs at least where that is not proven, and whether none is cheaper.
fn price(cell: &Cell, points: i64, is_cheapest: bool, words: &Words) -> Markup {
    html! {
        p {
            strong { (points) }
            @if cell.answer.status != Status::Optimal { " (≥ " (cell.answer.bound) ")" }
            @if is_cheapest { " " span.best { "★ " (words.cheapest) } }
        }
    }
}

/// How dear a day is from the cheapest of its class to the dearest.
fn heat(points: Option<i64>, status: Status, range: Option<(i64, i64)>) -> &'static str {
    if status == Status::Infeasible {
        return "none";
    }
    let Some((points, (least, most))) = points.zip(range) else { return "" };
    match (points - least) * DEGREES / (most - least).max(1) {
        0 => "heat-0",
        1 => "heat-1",
        2 => "heat-2",
        3 => "heat-3",
        _ => "heat-4",
    }
}

fn impossible(seat: &Seat, now: &Situation, answer: &Answer) -> Markup {
    let naming = Naming { school: &now.school, words: report_words(seat.language) };
    html! {
        @if answer.reasons.is_empty() { p { strong { "✕ " (seat.words().impossible) } } }
        @else {
            details {
                summary { "✕ " (seat.words().impossible) }
                ul { @for reason in &answer.reasons { li { (naming.words.reason(reason, &naming)) } } }
            }
        }
    }
}

/// The button that sends the class away then, or the way to a pupil of it, where it has none.
fn choice(seat: &Seat, now: &Situation, class: &ClassName, cell: &Cell) -> Markup {
    let away = cell.away.written.as_str();
    if now.school.apprentices.iter().any(|one| one.class == *class) {
        return choose(seat, now, &[(class.as_str(), away)], seat.words().choose);
    }
    let address = format!("/pupils?class={}&away={}", encoded(class.as_str()), encoded(away));
    html! { a href=(seat.address(&address)) { (Words::of(seat.language).add) } }
}

/// Asks for each class's days so that all together cost least, and for the one way that suits all.
pub(in crate::web) fn together(seat: Seat, ticket: Option<u64>) -> Result<Response, Refused> {
    let now = seat.bench()?.now();
    let office = seat.office.clone();
    let work = move |teller: &Teller| {
        let stop = teller.stop();
        let asking = Asking { effort: now.effort, threads: seat.office.threads, stop: &stop };
        let parts = BTreeSet::from([Part::Joint, Part::Common]);
        let question = Question::Classes { others: Others::AsInFile, parts };
        let mut tell =
            |one: Step| teller.show_now("together", html! { p { (step(one, seat.language)) } });
        let found: Result<Comparison, Refusal> = compare(&now.school, &question, asking, &mut tell);
        let markup = if let Ok(found) = found {
            html! {
                @if let Some(joint) = &found.joint { (best(&seat, &now, joint)) }
                @if let Some(common) = &found.common { (same(&seat, &now, common)) }
            }
        } else {
            html! { p.missed { (PageWords::of(seat.language).judged_wrong) } }
        };
        teller.show("together", markup);
    };
    Ok(begin(&office, ticket, work))
}

fn best(seat: &Seat, now: &Situation, joint: &Joint) -> Markup {
    let (words, names) = (Words::of(seat.language), report_words(seat.language));
    let away = joint.away.iter().map(|(class, way)| (class.as_str(), way.written.as_str()));
    let away = away.collect_vec();
    html! {
        h3 { (words.best_together) }
        @match &joint.effect {
            Some(effect) => {
                p {
                    strong { (effect.points) " " (seat.words().points) }
                    @if joint.answer.status != Status::Optimal { " (≥ " (joint.answer.bound) ")" }
                    @else { " ✓ " (seat.words().proven) }
                    ": " (joint.away.iter().map(|(class, way)| format!("{class} {}", day_names(way, names))).join(", "))
                }
                (choose(seat, now, &away, words.choose_all))
            }
            None => { (impossible(seat, now, &joint.answer)) }
        }
    }
}

fn same(seat: &Seat, now: &Situation, common: &[Cell]) -> Markup {
    let (words, names) = (Words::of(seat.language), report_words(seat.language));
    let points = common.iter().filter_map(|cell| Some(cell.effect.as_ref()?.points));
    let range = points.minmax().into_option();
    let classes = now.school.home_classes();
    html! {
        h3 { (words.common) }
        ol.ways {
            @for cell in common {
                @let points = cell.effect.as_ref().map(|effect| effect.points);
                @let away = classes.iter().map(|class| (class.as_str(), cell.away.written.as_str())).collect_vec();
                li {
                    h4 { (day_names(&cell.away, names)) }
                    div class={ "price " (heat(points, cell.answer.status, range)) } {
                        @match points {
                            Some(points) => {
                                (price(cell, points, Some(points) == range.map(|(least, _)| least), words))
                                (choose(seat, now, &away, seat.words().choose))
                            }
                            None => { (impossible(seat, now, &cell.answer)) }
                        }
                    }
                }
            }
        }
    }
}
