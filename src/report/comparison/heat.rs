//! The map: classes down, days across, points in the cell; how much that is in the row, by sign and by colour.

use itertools::Itertools;
use unicode_width::UnicodeWidthStr as _;

use super::super::text::table::Side;
use super::{Reasons, short};
use crate::domain::{Alternative, Language};
use crate::pipeline::Status;
use crate::scenario::Cell;

/// A sign, the ANSI code of a colour, and a style of the sheet.
type Look = (char, &'static str, &'static str);

/// From the row's cheapest to its dearest.
const DEGREES: [Look; 5] = [
    ('○', "32", "heat-0"),
    ('◔', "32", "heat-1"),
    ('◑', "33", "heat-2"),
    ('◕', "33", "heat-3"),
    ('●', "31", "heat-4"),
];
/// For what cannot be, and for what nothing is known of.
const IMPOSSIBLE: Look = ('✗', "31", "impossible");
const UNKNOWN: Look = ('?', "2", "unknown");

/// The map, line by line.
pub(super) struct Heat<'a> {
    pub(super) ways: Vec<&'a Alternative>,
    pub(super) lines: Vec<(String, Vec<Option<Shown>>)>,
}

/// A cell as it is shown.
pub(super) struct Shown {
    pub(super) text: String,
    colour: &'static str,
    pub(super) style: &'static str,
}

impl<'a> Heat<'a> {
    /// An empty map with a column for each of `ways`.
    pub(super) fn new(ways: impl Iterator<Item = &'a Alternative>) -> Self {
        Self { ways: ways.collect(), lines: Vec::new() }
    }

    /// Adds a line; impossible cells are given their reason's number.
    pub(super) fn push(&mut self, who: &str, cells: &[Cell], reasons: &mut Reasons<'_>) {
        let points = || cells.iter().filter_map(|cell| cell.effect.as_ref()).map(|one| one.points);
        let range = (points().min().unwrap_or(0), points().max().unwrap_or(0));
        let of_way = |way: &&Alternative| {
            let cell = cells.iter().find(|cell| cell.away == **way)?;
            Some(Shown::of(cell, range, reasons))
        };
        let shown = self.ways.iter().map(of_way).collect();
        self.lines.push((who.to_owned(), shown));
    }

    /// The heading and the lines; nothing if there are none.
    pub(super) fn render(&self, heading: &str, language: Language) -> String {
        if self.lines.is_empty() || self.ways.is_empty() {
            return String::new();
        }
        let first = self.lines.iter().map(|(who, _)| who.width()).max().unwrap_or(0);
        let widths = self.widths(language);
        let named = self.ways.iter().zip(&widths);
        let head =
            named.map(|(way, &width)| Side::Left.pad(&short(way, language), width)).join("  ");
        let mut text = format!("{heading}\n  {}  {}\n", " ".repeat(first), head.trim_end());
        for (who, cells) in &self.lines {
            let cells = cells.iter().zip(&widths).map(|(cell, &width)| match cell {
                None => " ".repeat(width),
                Some(shown) => {
                    format!("\x1b[{}m{}\x1b[0m", shown.colour, Side::Left.pad(&shown.text, width))
                }
            });
            text.extend([
                "  ",
                &Side::Left.pad(who, first),
                "  ",
                &cells.collect_vec().join("  "),
                "\n",
            ]);
        }
        text
    }

    fn widths(&self, language: Language) -> Vec<usize> {
        let width = |(column, way): (usize, &&Alternative)| {
            let cells = self.lines.iter().filter_map(|(_, cells)| cells.get(column)?.as_ref());
            let widest = cells.map(|shown| shown.text.width()).max().unwrap_or(0);
            widest.max(short(way, language).width())
        };
        self.ways.iter().enumerate().map(width).collect()
    }
}

impl Shown {
    fn of(cell: &Cell, range: (i64, i64), reasons: &mut Reasons<'_>) -> Self {
        let (text, (sign, colour, style)) = match (&cell.effect, cell.answer.status) {
            (Some(effect), Status::Optimal) => {
                (effect.points.to_string(), degree(effect.points, range))
            }
            (Some(effect), _) => {
                let points = format!("{} (≥ {})", effect.points, cell.answer.bound);
                (points, degree(effect.points, range))
            }
            (None, Status::Infeasible) => (format!("{})", reasons.number(cell)), IMPOSSIBLE),
            (None, _) => (format!("≥ {}", cell.answer.bound), UNKNOWN),
        };
        Self { text: format!("{sign} {text}"), colour, style }
    }
}

/// How dear `points` are between the cheapest and the dearest of a row.
fn degree(points: i64, (least, most): (i64, i64)) -> Look {
    let steps = i64::try_from(DEGREES.len() - 1).unwrap_or(0);
    let step = (points - least) * steps / (most - least).max(1);
    usize::try_from(step).ok().and_then(|step| DEGREES.get(step)).copied().unwrap_or(DEGREES[0])
}
