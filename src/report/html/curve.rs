//! A picture of how numbers grow with those who join, as SVG: panels side by side, each a line and the spread around it.
//!
//! Everything is drawn in whole numbers, from nothing upwards. What the picture says stands in its description and in a
//! table beside it.

use itertools::Itertools;
use maud::{Markup, html};

/// The picture.
pub(in crate::report) struct Curve<'a> {
    /// What it is called.
    pub(in crate::report) title: &'a str,
    /// The same in words, for those who cannot see it.
    pub(in crate::report) description: &'a str,
    /// What stands below each panel: what the points are counted by, from 0.
    pub(in crate::report) across: &'a str,
    /// Its panels.
    pub(in crate::report) panels: &'a [Panel<'a>],
}

/// A panel.
pub(in crate::report) struct Panel<'a> {
    /// What it shows.
    pub(in crate::report) title: &'a str,
    /// The number at its top; `None`: a round number that no point exceeds.
    pub(in crate::report) top: Option<i64>,
    /// One for each number below, from 0; `None` where nothing is known.
    pub(in crate::report) points: Vec<Option<Point>>,
}

/// A number and the spread around it.
#[derive(Clone, Copy)]
pub(in crate::report) struct Point {
    /// Where the spread begins.
    pub(in crate::report) low: i64,
    /// The number.
    pub(in crate::report) middle: i64,
    /// Where the spread ends.
    pub(in crate::report) high: i64,
}

impl Point {
    /// A number without a spread.
    pub(in crate::report) const fn at(middle: i64) -> Self {
        Self { low: middle, middle, high: middle }
    }
}

const WIDTH: i64 = 520;
const HEIGHT: i64 = 220;
const LEFT: i64 = 56;
const RIGHT: i64 = 504;
const TOP: i64 = 44;
const BOTTOM: i64 = 164;
/// How many lines the grid has above nothing.
const STEPS: i64 = 4;
/// The most numbers that have room below a panel.
const MOST_TICKS: usize = 15;

impl Curve<'_> {
    /// Draws the picture.
    pub(in crate::report) fn draw(&self) -> Markup {
        let height = HEIGHT * i64::try_from(self.panels.len()).unwrap_or(0);
        html! {
            figure.curve {
                svg viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-labelledby="curve-title curve-text" {
                    title id="curve-title" { (self.title) }
                    desc id="curve-text" { (self.description) }
                    @for (index, panel) in (0_i64..).zip(self.panels) {
                        g transform={ "translate(0 " (index * HEIGHT) ")" } { (panel.draw(self.across)) }
                    }
                }
            }
        }
    }
}

impl Panel<'_> {
    fn draw(&self, across: &str) -> Markup {
        let top = self.top.unwrap_or_else(|| self.round());
        let known = || (0_i64..).zip(&self.points).filter_map(|(at, point)| Some((at, (*point)?)));
        let spot = |at: i64, value: i64| (self.across(at), height(value, top));
        let line = known().map(|(at, point)| spot(at, point.middle)).collect_vec();
        let upper = known().map(|(at, point)| spot(at, point.high));
        let lower = known().map(|(at, point)| spot(at, point.low)).collect_vec();
        let band = upper.chain(lower.into_iter().rev()).collect_vec();
        html! {
            text.heading x=(LEFT) y="24" { (self.title) }
            (heights(top))
            (self.ticks())
            text x=(i64::midpoint(LEFT, RIGHT)) y=(BOTTOM + 38) text-anchor="middle" { (across) }
            polygon.band points=(corners(&band)) {}
            polyline.line points=(corners(&line)) {}
            @for (x, y) in &line { circle cx=(x) cy=(y) r="3" {} }
        }
    }

    /// The numbers below, as many as there is room for.
    fn ticks(&self) -> Markup {
        let step = self.points.len().div_ceil(MOST_TICKS).max(1);
        let shown = (0_i64..).zip(&self.points).step_by(step).map(|(at, _)| at);
        html! {
            @for at in shown {
                text x=(self.across(at)) y=(BOTTOM + 18) text-anchor="middle" { (at) }
            }
        }
    }

    fn across(&self, at: i64) -> i64 {
        let last = i64::try_from(self.points.len()).unwrap_or(1) - 1;
        LEFT + 8 + (RIGHT - LEFT - 16) * at / last.max(1)
    }

    /// A number that no point exceeds and that the steps of the grid divide.
    fn round(&self) -> i64 {
        let most = self.points.iter().flatten().map(|point| point.high).max().unwrap_or(0);
        let of_ten = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];
        let steps = of_ten.iter().flat_map(|power| [1, 2, 5].map(|factor| factor * power));
        let fitting = steps.map(|step| step * STEPS).find(|&top| top >= most);
        fitting.unwrap_or(most + STEPS - most % STEPS)
    }
}

/// The lines of the grid and their numbers.
fn heights(top: i64) -> Markup {
    let values = (0..=STEPS).map(|step| top * step / STEPS);
    html! {
        @for (value, y) in values.map(|value| (value, height(value, top))) {
            line.rule x1=(LEFT) x2=(RIGHT) y1=(y) y2=(y) {}
            text x=(LEFT - 8) y=(y + 4) text-anchor="end" { (value) }
        }
    }
}

fn height(value: i64, top: i64) -> i64 {
    BOTTOM - (BOTTOM - TOP) * value / top.max(1)
}

fn corners(spots: &[(i64, i64)]) -> String {
    spots.iter().map(|(x, y)| format!("{x},{y}")).join(" ")
}
