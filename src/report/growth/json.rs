//! JSON, for programs: the answer of `whatif --grow`.

use serde::Serialize;

use super::super::json::written;
use crate::scenario::{Failure, Growth, GrowthLine, Spread};

/// The answer.
#[must_use]
pub fn json(growth: &Growth) -> String {
    written(&Answer {
        growth: growth.lines.iter().map(Line::new).collect(),
        failures: growth.failures.iter().map(Ended::new).collect(),
    })
}

#[derive(Serialize)]
struct Answer {
    growth: Vec<Line>,
    failures: Vec<Ended>,
}

#[derive(Serialize)]
struct Line {
    joined: usize,
    futures: usize,
    possible: usize,
    unknown: usize,
    unproven: usize,
    points: Option<Percentiles>,
    changed_lessons: Option<Percentiles>,
}

#[derive(Serialize)]
struct Percentiles {
    p10: i64,
    median: i64,
    p90: i64,
}

#[derive(Serialize)]
struct Ended {
    class: String,
    away: String,
    joined: usize,
    futures: usize,
}

impl Line {
    fn new(line: &GrowthLine) -> Self {
        Self {
            joined: line.joined,
            futures: line.futures,
            possible: line.possible,
            unknown: line.unknown,
            unproven: line.unproven,
            points: line.points.map(Percentiles::new),
            changed_lessons: line.changed_lessons.map(Percentiles::new),
        }
    }
}

impl Percentiles {
    const fn new(spread: Spread) -> Self {
        Self { p10: spread.tenth, median: spread.median, p90: spread.ninetieth }
    }
}

impl Ended {
    fn new(failure: &Failure) -> Self {
        let Failure { class, away, joined, futures } = failure;
        let (class, away) = (class.to_string(), away.written.clone());
        Self { class, away, joined: *joined, futures: *futures }
    }
}
