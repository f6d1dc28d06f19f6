//! When a pupil is away: alternatives joined by `|`, or any one day.

use super::cells::findings::Findings;
use super::cells::row::{Cell, shortened};
use super::cells::text::{fold, plain};
use super::moment;
use crate::diagnostic::Fault;
use crate::domain::{Alternative, Grid, Span};

/// The words for "any one day", without diacritics.
const ANY: [&str; 9] = [
    "any",
    "alle",
    "alla",
    "valgfri",
    "valgfrit",
    "valfri",
    "valfritt",
    "enhver",
    "hvilkensomhelst",
];

/// The alternatives in a cell, in order; what cannot be read is reported and left out.
pub(super) fn alternatives(
    cell: &Cell<'_>,
    grid: &Grid,
    findings: &mut Findings,
) -> Vec<Alternative> {
    if is_any(&cell.text) {
        return any_day(grid);
    }
    let (mut alternatives, mut faults) = (Vec::new(), Vec::new());
    for written in cell.text.split('|').map(str::trim) {
        match alternative(written, &cell.text) {
            Ok(alternative) => {
                report_outside(&alternative, cell, grid, findings);
                alternatives.push(alternative);
            }
            Err(found) => faults.extend(found),
        }
    }
    faults.dedup();
    for fault in faults {
        findings.report(fault, cell.place());
    }
    alternatives
}

/// Whether two lists offer the same times in the same order, however written.
pub(super) fn are_same(one: &[Alternative], other: &[Alternative]) -> bool {
    let times = |alternatives: &[Alternative]| -> Vec<Vec<Span>> {
        let sorted = |alternative: &Alternative| {
            let mut spans = alternative.spans.clone();
            spans.sort();
            spans.dedup();
            spans
        };
        alternatives.iter().map(sorted).collect()
    };
    times(one) == times(other)
}

/// Where `written` stands among the alternatives: as written, else by what it means.
pub(super) fn position(alternatives: &[Alternative], written: &str) -> Option<usize> {
    let written = written.trim();
    let meant = || {
        let spans = moment::spans(written).ok().filter(|spans| !spans.is_empty())?;
        let meant = [Alternative { written: written.to_owned(), spans }];
        alternatives.iter().position(|own| are_same(std::slice::from_ref(own), &meant))
    };
    alternatives.iter().position(|own| own.written == written).or_else(meant)
}

fn is_any(written: &str) -> bool {
    ANY.contains(&plain(written).as_str())
}

fn any_day(grid: &Grid) -> Vec<Alternative> {
    let whole = |day| vec![Span { day, periods: None }];
    let on =
        |day: crate::domain::Day| Alternative { written: day.code().into(), spans: whole(day) };
    grid.days().map(on).collect()
}

fn alternative(written: &str, cell: &str) -> Result<Alternative, Vec<Fault>> {
    if is_any(written) || written.split('+').any(is_any) {
        return Err(vec![Fault::AnyNotAlone { written: shortened(cell) }]);
    }
    let spans = moment::spans(written)
        .map_err(|faults| unjoined(written).map_or(faults, |fault| vec![fault]))?;
    if spans.is_empty() || written.split('+').any(|item| item.trim().is_empty()) {
        return Err(vec![Fault::AwayIncomplete { written: shortened(cell) }]);
    }
    Ok(Alternative { written: written.to_owned(), spans })
}

/// What is wrong if days are joined by `,`, `/`, `&` or a word for "and", as people write lists.
fn unjoined(written: &str) -> Option<Fault> {
    let words = written.split_whitespace().map(|word| match fold(word).as_str() {
        "og" | "och" | "and" | "eller" | "or" => "/",
        _ => word,
    });
    let marked = words.collect::<Vec<_>>().join(" ");
    let joints = [',', ';', '/', '&'];
    let parts: Vec<&str> =
        marked.split(joints).flat_map(|part| part.split('+')).map(str::trim).collect();
    let is_named =
        |part: &&str| part.starts_with(char::is_alphabetic) && moment::spans(part).is_ok();
    let all_read = marked.contains(joints) && parts.iter().all(is_named);
    let (both, either) = (parts.join("+"), parts.join("|"));
    all_read.then(|| Fault::AwayUnjoined { written: shortened(written), both, either })
}

/// Reports stretches in which the grid has nothing; in a grid that is not known, none are.
fn report_outside(
    alternative: &Alternative,
    cell: &Cell<'_>,
    grid: &Grid,
    findings: &mut Findings,
) {
    let has_slot = |span: &Span| grid.slots().any(|slot| span.covers(slot));
    let known = grid.slots().next().is_some();
    if known && !alternative.spans.iter().all(has_slot) {
        let written = shortened(&alternative.written);
        findings.report(Fault::AwayOutsideGrid { written }, cell.place());
    }
}
