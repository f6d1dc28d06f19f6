//! A picture of measurements as SVG, for light and dark pages. A pure function; nothing is measured here.
//!
//! Both axes grow by factors: what takes ten times as long is one step higher, however long it took before.

use std::fmt::Write as _;

/// A picture: panels side by side, in rows of two.
pub(crate) struct Picture {
    /// What it is called.
    pub(crate) title: String,
    /// The same in words, for those who cannot see it.
    pub(crate) description: String,
    /// Its panels.
    pub(crate) panels: Vec<Panel>,
}

/// A panel: lines over one axis.
pub(crate) struct Panel {
    /// What it shows.
    pub(crate) title: String,
    /// What stands below.
    pub(crate) across: String,
    /// The numbers below.
    pub(crate) ticks: Vec<f64>,
    /// Its lines.
    pub(crate) lines: Vec<Line>,
}

/// A line through measurements.
pub(crate) struct Line {
    /// What it is called in the panel.
    pub(crate) name: &'static str,
    /// How it is drawn, a class of the style: `first` and so on.
    pub(crate) style: &'static str,
    /// Its measurements, from left to right.
    pub(crate) marks: Vec<Mark>,
}

/// A measurement.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    /// Where it stands across, above 0.
    pub(crate) across: f64,
    /// How high, above 0.
    pub(crate) height: f64,
    /// Whether a limit stopped it.
    pub(crate) stopped: Stopped,
}

/// Whether a limit stopped a measurement.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// It came to its end.
    No,
    /// It did not, and is drawn hollow.
    Yes,
}

const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 260.0;
const LEFT: f64 = 52.0;
const RIGHT: f64 = 14.0;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 44.0;
/// Room for the picture's title.
const HEAD: f64 = 34.0;
/// Numbers closer than this would run into one another.
const BETWEEN_TICKS: f64 = 22.0;
const PANELS_IN_A_ROW: usize = 2;

/// Grey and two colours that stand out from white as from black; a dark page gets lighter ones.
const STYLE: &str = "\
text { font: 12px system-ui, sans-serif; fill: #57606a }
.title { font-weight: 600; fill: #24292f }
.grid { stroke: #8c959f; stroke-opacity: .35 }
.first { stroke: #0969da; fill: #0969da }
.second { stroke: #bc4c00; fill: #bc4c00 }
polyline, circle { stroke-width: 2 }
polyline.second { stroke-dasharray: 5 3 }
polyline, circle.stopped { fill: none !important }
@media (prefers-color-scheme: dark) {
text { fill: #9ea7b3 }
.title { fill: #e6edf3 }
.first { stroke: #58a6ff; fill: #58a6ff }
.second { stroke: #f0883e; fill: #f0883e }
}
";

/// Draws `picture`.
pub(crate) fn draw(picture: &Picture) -> String {
    let rows = u32::try_from(picture.panels.len().div_ceil(PANELS_IN_A_ROW)).unwrap_or(0);
    let (width, height) = (2.0 * WIDTH, HEAD + f64::from(rows) * HEIGHT);
    let (title, description) = (escape(&picture.title), escape(&picture.description));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"title description\">\n<title id=\"title\">{title}</title>\n\
         <desc id=\"description\">{description}</desc>\n<style>\n{STYLE}</style>\n\
         <text class=\"title\" x=\"{LEFT}\" y=\"22\">{title}</text>\n"
    );
    let (mut left, mut top) = (0.0, HEAD);
    for panel in &picture.panels {
        let _ = write!(svg, "<g transform=\"translate({left} {top})\">\n{}</g>\n", panel.draw());
        (left, top) = if left > 0.0 { (0.0, top + HEIGHT) } else { (WIDTH, top) };
    }
    svg + "</svg>\n"
}

impl Panel {
    fn draw(&self) -> String {
        let heights = Scale::of(self.marks().map(|mark| mark.height), HEIGHT - BOTTOM, TOP);
        let heights = heights.to_powers_of_ten();
        let across = self.marks().map(|mark| mark.across).chain(self.ticks.iter().copied());
        let across = Scale::of(across, LEFT + 8.0, WIDTH - RIGHT - 8.0);
        let mut svg = format!(
            "<text class=\"title\" x=\"{LEFT}\" y=\"16\">{}</text>\n{}{}",
            escape(&self.title),
            self.legend(),
            self.grid(&across, &heights)
        );
        for line in &self.lines {
            svg += &line.draw(&across, &heights);
        }
        svg
    }

    fn marks(&self) -> impl Iterator<Item = Mark> + Clone {
        self.lines.iter().flat_map(|line| line.marks.iter().copied())
    }

    /// The names of the lines, where there are several.
    fn legend(&self) -> String {
        let (mut svg, mut left) = (String::new(), LEFT);
        for line in self.lines.iter().filter(|_| self.lines.len() > 1) {
            let (style, name) = (line.style, escape(line.name));
            let (from, to, text) = (left, left + 20.0, left + 25.0);
            let _ = write!(
                svg,
                "<polyline class=\"{style}\" points=\"{from},30 {to},30\"/>\n\
                 <text x=\"{text}\" y=\"34\">{name}</text>\n"
            );
            left += 145.0;
        }
        svg
    }

    fn grid(&self, across: &Scale, heights: &Scale) -> String {
        let (right, bottom) = (WIDTH - RIGHT, HEIGHT - BOTTOM);
        let mut svg = String::new();
        for power in heights.powers_of_ten() {
            let (y, name) = (heights.place(power), number(power));
            let (below, before) = (y + 4.0, LEFT - 6.0);
            let _ = write!(
                svg,
                "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{right}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>\n\
                 <text x=\"{before}\" y=\"{below:.1}\" text-anchor=\"end\">{name}</text>\n"
            );
        }
        let mut last = 0.0;
        for &tick in &self.ticks {
            let (x, name, below) = (across.place(tick), number(tick), bottom + 17.0);
            if x - last >= BETWEEN_TICKS {
                let place = format!("x=\"{x:.1}\" y=\"{below}\" text-anchor=\"middle\"");
                let _ = writeln!(svg, "<text {place}>{name}</text>");
                last = x;
            }
        }
        let (middle, below) = (f64::midpoint(LEFT, right), bottom + 35.0);
        let name = escape(&self.across);
        svg + &format!("<text x=\"{middle}\" y=\"{below}\" text-anchor=\"middle\">{name}</text>\n")
    }
}

impl Line {
    fn draw(&self, across: &Scale, heights: &Scale) -> String {
        let place = |mark: &Mark| (across.place(mark.across), heights.place(mark.height));
        let style = self.style;
        let corners: Vec<String> =
            self.marks.iter().map(place).map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let corners = corners.join(" ");
        let mut svg = format!("<polyline class=\"{style}\" points=\"{corners}\"/>\n");
        for mark in &self.marks {
            let (x, y) = place(mark);
            let stopped = if mark.stopped == Stopped::Yes { " stopped" } else { "" };
            let _ = writeln!(
                svg,
                "<circle class=\"{style}{stopped}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\"/>"
            );
        }
        svg
    }
}

/// An axis that grows by factors.
struct Scale {
    least: f64,
    most: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// From the least of `values` at place `from` to the greatest at place `to`.
    fn of(values: impl Iterator<Item = f64> + Clone, from: f64, to: f64) -> Self {
        let least = values.clone().fold(f64::INFINITY, f64::min);
        let most = values.fold(0.0, f64::max);
        let (least, most) = if least <= most { (least, most) } else { (1.0, 10.0) };
        Self { least, most, from, to }
    }

    /// The same, wide enough to begin and end at powers of ten.
    fn to_powers_of_ten(&self) -> Self {
        let least = 10_f64.powf(self.least.log10().floor());
        let most = 10_f64.powf(self.most.log10().ceil()).max(least * 10.0);
        Self { least, most, ..*self }
    }

    fn powers_of_ten(&self) -> impl Iterator<Item = f64> {
        // A hair more than the greatest, for powers are not exact.
        let most = self.most * 1.001;
        std::iter::successors(Some(self.least), |power| Some(power * 10.0))
            .take_while(move |&power| power <= most)
    }

    fn place(&self, value: f64) -> f64 {
        let part = (value / self.least).ln() / (self.most / self.least).ln();
        self.from + (self.to - self.from) * if part.is_finite() { part } else { 0.5 }
    }
}

/// A number without digits that say nothing.
fn number(value: f64) -> String {
    let rounded = format!("{value:.3}");
    rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
