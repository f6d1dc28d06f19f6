//! Why the lessons move: what had to leave, and what made room for it.

use maud::{Markup, html};

use super::super::super::explanation::{chain_told, journey, named, role};
use super::{Side, Table, Telling, cell};
use crate::explain::{Link, chains};

pub(super) fn told(telling: Telling<'_>) -> Markup {
    let chains = chains(telling.offer.school, telling.offer.proposal);
    html! { @for (place, links) in chains.iter().enumerate() { (chain(telling, place, links)) } }
}

fn chain(telling: Telling<'_>, place: usize, links: &[Link]) -> Markup {
    use Side::{Left, Right};
    let Telling { offer, labels, language, .. } = telling;
    let headings = [
        (labels.number, Right),
        (labels.lesson, Left),
        (labels.journey, Left),
        (labels.why, Left),
        (labels.points, Right),
    ];
    let mut table = Table::new(chain_told(offer.school, place, links, language), headings);
    for link in links {
        let Some(lesson) = offer.school.lessons.get(link.lesson) else { continue };
        let number = telling.numbers.get(&link.lesson).copied().unwrap_or(0);
        table.push([
            cell(number),
            cell(named(lesson)),
            cell(journey(link, lesson, telling.words)),
            cell(role(link.role, language)),
            cell(link.points),
        ]);
    }
    table.draw()
}
