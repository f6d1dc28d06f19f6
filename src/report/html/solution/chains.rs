//! Why the lessons move: what had to leave, and what made room for it.

use itertools::{Either, Itertools};
use maud::{Markup, html};

use super::super::super::explanation::{chain_told, journey, named, role};
use super::{Telling, words};
use crate::domain::Language;
use crate::explain::{Link, chains};

/// Chains of several lessons one after another, then the lessons that move by themselves.
pub(super) fn told(telling: Telling<'_>) -> Markup {
    let Telling { offer, labels, language, .. } = telling;
    let all = chains(offer.school, offer.proposal);
    let (single, linked): (Vec<&Vec<Link>>, Vec<&Vec<Link>>) =
        all.iter().partition_map(|chain| match chain.len() {
            1 => Either::Left(chain),
            _ => Either::Right(chain),
        });
    let single = single.into_iter().flatten().collect_vec();
    let is_any_linked = !linked.is_empty();
    html! {
        div.scroll role="group" tabindex="0" aria-label=(labels.chains) {
            table {
                caption { span.unseen { (labels.chains) } }
                thead { (headings(language)) }
                @for (index, chain) in linked.into_iter().enumerate() {
                    tbody {
                        (heading(&chain_told(offer.school, index, chain, language)))
                        @for link in chain { (line(telling, link)) }
                    }
                }
                @if !single.is_empty() {
                    tbody {
                        @if is_any_linked { (heading(labels.by_themselves)) }
                        @for link in single { (line(telling, link)) }
                    }
                }
            }
        }
    }
}

fn headings(language: Language) -> Markup {
    let [number, others @ .., points] = words::chains_headings(language);
    html! {
        tr {
            th.number scope="col" { (number) }
            @for heading in others { th scope="col" { (heading) } }
            th.number scope="col" { (points) }
        }
    }
}

fn heading(told: &str) -> Markup {
    html! { tr { th scope="rowgroup" colspan="5" { (told) } } }
}

fn line(telling: Telling<'_>, link: &Link) -> Markup {
    let lesson = telling.offer.school.lessons.get(link.lesson);
    html! {
        @if let Some(lesson) = lesson {
            tr {
                th.number scope="row" { (telling.numbers.get(&link.lesson).copied().unwrap_or(0)) }
                td { (named(lesson)) }
                td { (journey(link, lesson, telling.words)) }
                td { (role(link.role, telling.language)) }
                td.number { (link.points) }
            }
        }
    }
}
