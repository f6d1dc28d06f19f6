//! When and where a pupil is away: alternatives joined by `|`, each a time, any one day, a place that chooses, or nothing.

use std::collections::BTreeSet;

use super::cells::findings::Findings;
use super::cells::row::{Cell, shortened};
use super::cells::text::{fold, plain};
use super::moment;
use super::names::Names;
use super::places::Listed;
use crate::diagnostic::{Fault, Placing};
use crate::domain::{Alternative, Day, Grid, PlaceName, Span, TradeName};

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

/// What reading a cell needs to know of the rest of the school.
pub(super) struct Context<'a> {
    pub(super) grid: &'a Grid,
    pub(super) listed: &'a Listed,
    pub(super) trades: &'a Names<TradeName>,
}

/// The alternatives in a cell, in order, each at its first rank; what cannot be read is reported and left out. Those that
/// name no place have none.
pub(super) fn alternatives(
    cell: &Cell<'_>,
    context: &Context<'_>,
    places: &mut Names<PlaceName>,
    findings: &mut Findings,
) -> Vec<Alternative> {
    let mut reader = Reader { cell, context, places, findings };
    let (mut alternatives, mut faults) = (Vec::<Alternative>::new(), Vec::new());
    for (rank, written) in (0..).zip(cell.text.split('|').map(str::trim)) {
        match reader.wish(written, rank) {
            Ok(wish) => {
                let is_new = |one: &Alternative| !alternatives.iter().any(|own| is_same(own, one));
                let new: Vec<Alternative> = wish.into_iter().filter(is_new).collect();
                alternatives.extend(new);
            }
            Err(found) => faults.extend(found),
        }
    }
    faults.dedup();
    for fault in faults {
        findings.report(fault, cell.location());
    }
    alternatives
}

/// Reads one cell.
struct Reader<'a, 'c> {
    cell: &'a Cell<'c>,
    context: &'a Context<'a>,
    places: &'a mut Names<PlaceName>,
    findings: &'a mut Findings,
}

impl Reader<'_, '_> {
    /// The alternatives that one item of the cell stands for.
    fn wish(&mut self, written: &str, rank: u32) -> Result<Vec<Alternative>, Vec<Fault>> {
        if written == Alternative::NONE {
            return Ok(vec![Alternative::none()]);
        }
        let Some((time, place)) = written.split_once('@') else {
            return if is_any(written) {
                Ok(self.on_any_day(rank))
            } else {
                Ok(vec![self.at_a_time(written, written, None, rank)?])
            };
        };
        let (time, place) = (time.trim(), place.trim());
        if place.is_empty() || place.contains('@') {
            return Err(vec![Fault::AwayIncomplete { written: shortened(&self.cell.text) }]);
        }
        if time.is_empty() || is_any(time) {
            return self.anywhere(place, rank);
        }
        let name = self.context.listed.name(place, self.places, self.cell, self.findings);
        Ok(vec![self.at_a_time(time, written, Some(name), rank)?])
    }

    fn on_any_day(&self, rank: u32) -> Vec<Alternative> {
        let on = |day: Day| Alternative {
            written: day.code().to_owned(),
            spans: vec![Span { day, periods: None }],
            place: None,
            rank: Some(rank),
        };
        self.context.grid.days().map(on).collect()
    }

    /// Every day that a place has, or each place of a trade.
    fn anywhere(&mut self, name: &str, rank: u32) -> Result<Vec<Alternative>, Vec<Fault>> {
        let place =
            self.places.find(name).filter(|one| self.context.listed.places.contains_key(one));
        let places: Vec<PlaceName> = match (place, self.context.trades.find(name)) {
            (Some(_), Some(_)) => {
                let name = shortened(name);
                return Err(vec![Fault::Placing(Placing::PlaceIsTrade { name })]);
            }
            (Some(place), None) => vec![place],
            (None, Some(trade)) => self.context.listed.of_trade(&trade).cloned().collect(),
            (None, None) => {
                let nearest = self.places.nearest(name, self.findings);
                let nearest = nearest.or_else(|| self.context.trades.nearest(name, self.findings));
                let name = shortened(name);
                return Err(vec![Fault::Placing(Placing::PlacementUnknown { name, nearest })]);
            }
        };
        Ok(places.iter().flat_map(|place| self.days_of(place, rank)).collect())
    }

    fn days_of(&self, place: &PlaceName, rank: u32) -> Vec<Alternative> {
        let named = &self.context.listed.places[place].days;
        let every: Vec<Day> = self.context.grid.days().collect();
        let days = if named.is_empty() { &every } else { named };
        let on = |&day: &Day| Alternative {
            written: format!("{day}@{place}"),
            spans: vec![Span { day, periods: None }],
            place: Some(place.clone()),
            rank: Some(rank),
        };
        days.iter().map(on).collect()
    }

    fn at_a_time(
        &mut self,
        time: &str,
        written: &str,
        place: Option<PlaceName>,
        rank: u32,
    ) -> Result<Alternative, Vec<Fault>> {
        let spans = spans(time, &self.cell.text)?;
        let alternative =
            Alternative { written: written.to_owned(), spans, place, rank: Some(rank) };
        report_outside(&alternative, self.cell, self.context.grid, self.findings);
        Ok(alternative)
    }
}

/// Whether two lists offer the same times at the same named places in the same order, however written.
pub(super) fn are_same(one: &[Alternative], other: &[Alternative]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| is_same(one, other) && one.rank == other.rank)
}

/// Whether two alternatives are the same time at the same place.
fn is_same(one: &Alternative, other: &Alternative) -> bool {
    let times = |alternative: &Alternative| -> BTreeSet<Span> {
        alternative.spans.iter().copied().collect()
    };
    let named = |one: &Alternative| one.place.clone().filter(|_| one.names_place());
    named(one) == named(other) && times(one) == times(other)
}

/// Where `written` stands among the alternatives: as written, else by what it means.
pub(super) fn position(alternatives: &[Alternative], written: &str) -> Option<usize> {
    let written = written.trim();
    let meant = || {
        let (time, place) = written.split_once('@').unwrap_or((written, ""));
        let spans = moment::spans(time.trim()).ok().filter(|spans| !spans.is_empty())?;
        let spans: BTreeSet<Span> = spans.into_iter().collect();
        let is_meant = |own: &Alternative| {
            let at = own.place.as_ref().map_or("", PlaceName::as_str);
            own.spans.iter().copied().collect::<BTreeSet<Span>>() == spans
                && (place.is_empty() || fold(at) == fold(place))
        };
        alternatives.iter().position(is_meant)
    };
    alternatives.iter().position(|own| own.written == written).or_else(meant)
}

pub(super) fn is_any(written: &str) -> bool {
    ANY.contains(&plain(written).as_str())
}

fn spans(written: &str, cell: &str) -> Result<Vec<Span>, Vec<Fault>> {
    if written.split('+').any(is_any) {
        return Err(vec![Fault::AnyNotAlone { written: shortened(cell) }]);
    }
    let spans = moment::spans(written)
        .map_err(|faults| unjoined(written).map_or(faults, |fault| vec![fault]))?;
    if spans.is_empty() || written.split('+').any(|item| item.trim().is_empty()) {
        return Err(vec![Fault::AwayIncomplete { written: shortened(cell) }]);
    }
    Ok(spans)
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
        findings.report(Fault::AwayOutsideGrid { written }, cell.location());
    }
}
