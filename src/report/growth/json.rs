//! JSON, for programs: the answer of `whatif --grow`.

use itertools::Itertools as _;
use serde_json::{Value, json};

use super::super::json::written;
use crate::scenario::{Failure, Growth, GrowthLine, Spread};

/// The answer.
#[must_use]
pub fn json(growth: &Growth) -> String {
    written(&json!({
        "growth": growth.lines.iter().map(line).collect_vec(),
        "failures": growth.failures.iter().map(failure).collect_vec(),
    }))
}

fn line(line: &GrowthLine) -> Value {
    json!({
        "joined": line.joined,
        "futures": line.futures,
        "possible": line.possible,
        "unknown": line.unknown,
        "unproven": line.unproven,
        "points": line.points.map(percentiles),
        "changed_lessons": line.changed_lessons.map(percentiles),
    })
}

fn percentiles(spread: Spread) -> Value {
    json!({ "p10": spread.tenth, "median": spread.median, "p90": spread.ninetieth })
}

fn failure(failure: &Failure) -> Value {
    json!({
        "class": failure.class.as_str(),
        "away": failure.away.written,
        "joined": failure.joined,
        "futures": failure.futures,
    })
}
