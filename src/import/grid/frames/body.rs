//! The periods beneath days: which rows are which, and what stands beside none of them.

use std::ops::Range;

use itertools::Itertools as _;

use super::frame::{Band, Frame, Square};
use super::heading::DayColumns;
use crate::import::grid::page::{At, Page};
use crate::import::label::{Label, is_break};

/// The columns of one owner, day by day.
pub(super) struct Owned {
    pub(super) owner: String,
    pub(super) days: Vec<DayColumns>,
}

/// The periods beneath a heading's days, for each of the owners of its columns.
pub(super) fn body(
    page: &Page,
    rows: Range<usize>,
    labels: Option<&Range<usize>>,
    owners: Vec<Owned>,
) -> Option<Vec<Frame>> {
    let columns = owners.iter().flat_map(|owned| &owned.days);
    let columns: Vec<usize> = columns.flat_map(|day| day.columns.clone()).collect();
    let mut bands: Vec<(Band, Range<usize>)> = Vec::new();
    let mut strays: Vec<At> = Vec::new();
    let mut is_open = false;
    for row in rows {
        let label = labels.map(|columns| label(page, row, columns.clone())).unwrap_or_default();
        let filled = columns.iter().map(|&column| (row, column));
        let filled: Vec<At> = filled.filter(|&at| !page.text(at).is_empty()).collect();
        let is_covered = labels.is_some_and(|columns| is_covered(page, row, columns.clone()));
        let is_pause = label.text.is_empty() && are_breaks(page, &filled);
        let goes_on = label.text.is_empty() && is_open && labels.is_some();
        if is_covered || goes_on && !filled.is_empty() && !is_pause {
            if let Some((_, rows)) = bands.last_mut() {
                rows.end = row + 1;
            }
        } else if label.is_period() || labels.is_none() && !filled.is_empty() && !is_pause {
            let at = (row, labels.map_or(0, |columns| columns.start));
            bands.push((Band { label, at }, row..row + 1));
            is_open = true;
        } else {
            is_open = false;
            let said =
                filled.into_iter().filter(|&at| !is_break(page.text(at)) && page.origin(at) == at);
            strays.extend(said);
        }
    }
    let bottom = bands.last()?.1.end;
    let frame = |owned: Owned| Frame {
        squares: squares(&bands, &owned.days),
        titles: Some(owned.owner).filter(|name| !name.is_empty()).into_iter().collect(),
        bands: bands.iter().map(|(band, _)| band.clone()).collect(),
        strays: Vec::new(),
        country: None,
        are_kinds: false,
        bottom,
    };
    let mut frames: Vec<Frame> = owners.into_iter().map(frame).collect();
    frames.first_mut()?.strays = strays;
    Some(frames)
}

fn squares(bands: &[(Band, Range<usize>)], days: &[DayColumns]) -> Vec<Square> {
    let square = |(band, rows): (usize, &Range<usize>), day: &DayColumns| Square {
        band,
        day: day.day,
        week: day.week.clone(),
        cells: rows.clone().cartesian_product(day.columns.clone()).collect(),
    };
    let bands = bands.iter().map(|(_, rows)| rows).enumerate();
    bands.cartesian_product(days).map(|(band, day)| square(band, day)).collect()
}

pub(super) fn label(page: &Page, row: usize, columns: Range<usize>) -> Label {
    let texts: Vec<&str> =
        columns.map(|column| page.text((row, column))).filter(|text| !text.is_empty()).collect();
    let whole = Label::of(&texts.join(" "));
    if whole.is_period() || whole.is_break {
        return whole;
    }
    // Something else may stand beside the period, such as the title of a grid whose days are beneath one another.
    texts.into_iter().rev().map(Label::of).find(Label::is_period).unwrap_or(whole)
}

/// Whether a row says nothing but that nothing is taught, or one thing for several days at once.
fn are_breaks(page: &Page, filled: &[At]) -> bool {
    let is_banner = filled.len() > 2 && filled.iter().map(|&at| page.origin(at)).all_equal();
    !filled.is_empty() && (is_banner || filled.iter().all(|&at| is_break(page.text(at))))
}

/// Whether a label of a row above reaches down to this one.
fn is_covered(page: &Page, row: usize, mut columns: Range<usize>) -> bool {
    columns.any(|column| page.origin((row, column)).0 < row && !page.text((row, column)).is_empty())
}
