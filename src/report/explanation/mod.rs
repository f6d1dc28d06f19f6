//! What `explain` found, as text: conflicts and ways out, chains of moves, or what a lesson at another time would cost.

mod chains;
mod json;
mod words;

pub(super) use chains::{heading as chain_told, journey, name as named};
pub use json::{explained as explained_json, placed as placed_json};

use super::text::table::{Side, Table};
use super::text::{paragraphs, section};
use super::words::{Naming, words};
use crate::domain::{Language, School};
use crate::explain::{Conflict, Explanation, Placing, Remedy};
use crate::pipeline::{Answer, Held, Status};
pub(super) use words::role;
use words::{Explaining, Said};

/// What `explain --lesson` found.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    /// The school.
    pub school: &'a School,
    /// What was asked for.
    pub held: Held,
    /// What is known of it.
    pub placing: &'a Placing,
}

/// Why the school's timetable changes as it does, or why there is none, in words.
#[must_use]
pub fn explained(school: &School, explained: &Explanation, language: Language) -> String {
    let explaining = Explaining::new(school, language);
    let headline = match (&explained.answer.offered, explained.answer.status) {
        (Some((_, verdict)), status) => Said::Offered {
            lessons: verdict.difference.changes.len(),
            points: verdict.difference.breakdown.total(),
            is_proven: status == Status::Optimal,
        },
        (None, Status::Infeasible) => Said::Impossible,
        (None, _) => Said::Unknown,
    };
    let mut sections = vec![format!("{}\n", explaining.tell(headline))];
    if explained.answer.status == Status::Infeasible {
        sections.push(reasons(&explained.answer, explaining));
        sections.extend(conflicts(&explained.conflicts, explaining));
        sections.push(repairs(explained, explaining));
    }
    sections.extend(chains::told(explained, explaining));
    paragraphs(&sections)
}

/// What it costs to have a lesson where somebody wants it, in words.
#[must_use]
pub fn placed(placed: Placed<'_>, language: Language) -> String {
    let Placed { school, held, placing } = placed;
    let explaining = Explaining::new(school, language);
    let lesson = &explaining.naming().lesson(held.lesson);
    let slot = &explaining.naming().slot(held.start);
    let (held, free) = (&placing.held, &placing.free);
    let said = match (held.points(), free.points(), held.status) {
        _ if free.status == Status::Infeasible => Said::ForbiddenAnyway { lesson },
        (_, _, Status::Infeasible) => Said::Forbidden { lesson, slot },
        (Some(held), Some(free), Status::Optimal) if held == free => {
            Said::NoDearer { lesson, slot }
        }
        (Some(held), Some(free), _) if are_proven(placing) => {
            Said::Dearer { lesson, slot, held, free }
        }
        (Some(points), _, _) => Said::DearerSoFar { lesson, slot, points, bound: held.bound },
        _ => Said::Unknown,
    };
    let headline = format!("{}\n", explaining.tell(said));
    let is_forbidden = matches!(said, Said::Forbidden { .. }) && placing.conflicts.is_empty();
    let why = is_forbidden.then(|| nobodys(placing.is_cut_short, explaining));
    let conflicts = conflicts(&placing.conflicts, explaining);
    paragraphs(&[vec![headline], why.into_iter().collect(), conflicts].concat())
}

const fn are_proven(placing: &Placing) -> bool {
    matches!((placing.held.status, placing.free.status), (Status::Optimal, Status::Optimal))
}

/// Why no fact is told.
fn nobodys(is_cut_short: bool, explaining: Explaining<'_>) -> String {
    let said = if is_cut_short { Said::CutShort } else { Said::NoFactToBlame };
    format!("{}\n", explaining.tell(said))
}

/// What can be counted: people believe it.
fn reasons(answer: &Answer, explaining: Explaining<'_>) -> String {
    let naming = explaining.naming();
    let mut table = Table::new([Side::Left]);
    for reason in &answer.reasons {
        table.push([&naming.words.reason(reason, &naming)]);
    }
    section(naming.words.labels().reasons, &table)
}

fn conflicts(conflicts: &[Conflict], explaining: Explaining<'_>) -> Vec<String> {
    let told = conflicts.iter().enumerate().map(|(place, conflict)| {
        let mut table = Table::new([Side::Left]);
        for fact in &conflict.facts {
            table.push([&explaining.fact(fact)]);
        }
        let (number, is_verified) = (place + 1, conflict.is_verified);
        section(&explaining.tell(Said::Conflict { number, is_verified }), &table)
    });
    told.collect()
}

fn repairs(explained: &Explanation, explaining: Explaining<'_>) -> String {
    let mut table = Table::new([Side::Right, Side::Left]);
    for repair in &explained.repairs {
        let bound = repair.answer.bound;
        let points = match (repair.points(), repair.answer.status) {
            (Some(points), Status::Optimal) => points.to_string(),
            (Some(points), _) => format!("{points} (≥ {bound})"),
            (None, _) => format!("? (≥ {bound})"),
        };
        table.push([&points, &remedy(&repair.remedy, explaining)]);
    }
    if table.is_empty() && (explained.conflicts.is_empty() || explained.is_cut_short) {
        return nobodys(explained.is_cut_short, explaining);
    }
    if table.is_empty() {
        return format!("{}\n", explaining.tell(Said::NoRepair));
    }
    section(&explaining.tell(Said::Repairs), &table)
}

fn remedy(remedy: &Remedy, explaining: Explaining<'_>) -> String {
    match remedy {
        Remedy::Lift(fact) => explaining.tell(Said::Lift { fact: &explaining.fact(fact) }),
        Remedy::Send { class, away } => {
            let days = &explaining.naming().spans(&away.spans);
            explaining.tell(Said::Send { class: class.as_str(), days })
        }
    }
}

impl<'a> Explaining<'a> {
    fn new(school: &'a School, language: Language) -> Self {
        Self { school, language, words: words(language) }
    }

    fn naming(self) -> Naming<'a> {
        Naming { school: self.school, words: self.words }
    }
}
