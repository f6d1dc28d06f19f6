//! What `solve --prepare` found, as text: what the proposal costs today, and what it saves when the futures come.

mod html;
mod json;
mod words;

pub use html::html;
pub use json::json;

use super::Report;
use super::text::table::{Side, Table};
use super::text::{paragraphs, proposal, section, solution};
use super::words::words;
use crate::domain::Language;
use crate::pipeline::{Answer, Status};
use crate::scenario::Prepared;
use words::{Preparing, Said};

/// Expected points are told in tenths.
const TENTHS: i64 = 10;

/// The answer in words.
#[must_use]
pub fn text(report: Report<'_>, prepared: &Prepared, language: Language) -> String {
    let preparing = Preparing { words: words(language), language };
    let Some(told) = sentences(prepared, preparing) else { return solution(report, language) };
    let first = told.join("\n") + "\n";
    let heading = preparing.tell(Said::Heading);
    let futures = section(&heading, &futures(prepared, preparing));
    paragraphs(&[first, futures, proposal(report, language)])
}

/// The answer in sentences; `None` if there is no proposal.
fn sentences(prepared: &Prepared, preparing: Preparing) -> Option<Vec<String>> {
    let (points, cheapest) = (prepared.answer.points()?, prepared.cheapest?);
    let lessons = prepared.answer.changed_lessons().unwrap_or(0);
    let most = cheapest.saturating_add(prepared.price);
    let more = points - cheapest;
    let mut told = vec![
        preparing.tell(Said::Proposal { lessons, points, more }),
        preparing.tell(if prepared.after_chosen().is_perfect() {
            Said::Perfect
        } else {
            Said::Tried { tried: prepared.tried, most }
        }),
    ];
    told.extend(expectations(prepared, preparing));
    if prepared.is_cut_short {
        told.push(preparing.tell(Said::CutShort));
    }
    Some(told)
}

/// What is saved.
fn expectations(prepared: &Prepared, preparing: Preparing) -> Option<String> {
    let (chosen, cheapest) = (prepared.after_chosen(), prepared.after_cheapest());
    if chosen.without < cheapest.without {
        return Some(preparing.tell(Said::MorePossible));
    }
    let (after, instead) = (chosen.mean(TENTHS)?, cheapest.mean(TENTHS)?);
    let saved = chosen.saved_from(cheapest)?.mean(TENTHS)?;
    Some(preparing.tell(match saved {
        0 => Said::SavesNothing { after },
        _ => Said::Saves { after, instead, saved },
    }))
}

fn futures(prepared: &Prepared, preparing: Preparing) -> Table<4> {
    use Side::{Left, Right};
    let mut table = Table::new([Left, Right, Right, Right]);
    let headings = preparing.headings();
    table.push([&headings.future, &headings.weight, &headings.after, &headings.instead]);
    for future in &prepared.futures {
        table.push([
            &future.name,
            &future.weight,
            &worth(future.after_chosen.as_ref(), preparing),
            &worth(future.after_cheapest.as_ref(), preparing),
        ]);
    }
    table
}

/// The points of an answer, with the bound where they are not proven, or what is known instead.
fn worth(answer: Option<&Answer>, preparing: Preparing) -> String {
    let Some(answer) = answer else { return String::new() };
    match (answer.points(), answer.status) {
        (Some(points), Status::Optimal) => points.to_string(),
        (Some(points), _) => format!("{points} (≥ {})", answer.bound),
        (None, Status::Infeasible) => preparing.tell(Said::Impossible),
        (None, _) => format!("≥ {}", answer.bound),
    }
}
