//! JSON, for programs: the answer of `solve --prepare`: that of `solve`, and `prepared`.

use itertools::Itertools as _;
use serde_json::{Value, json};

use super::super::Report;
use super::super::json::{joined, known, solved, written};
use crate::domain::Language;
use crate::pipeline::Answer;
use crate::scenario::{self, Expectation};

/// Expected points are told in hundredths.
const HUNDREDTHS: i64 = 100;

/// The answer.
#[must_use]
pub fn json(report: Report<'_>, prepared: &scenario::Prepared, language: Language) -> String {
    let prepared = prepared.cheapest.map(|cheapest| told(prepared, cheapest));
    written(&joined([solved(report, language), known(json!({ "prepared": prepared }))]))
}

fn told(prepared: &scenario::Prepared, cheapest_points: i64) -> Value {
    let (chosen, cheapest) = (prepared.after_chosen(), prepared.after_cheapest());
    json!({
        "price": prepared.price,
        "cheapest": cheapest_points,
        "tried": prepared.tried,
        "complete": !prepared.is_cut_short,
        "expected_extra_points": expected(chosen),
        "expected_extra_points_of_cheapest": expected(cheapest),
        "saved": chosen.saved_from(cheapest).and_then(expected),
        "futures": prepared.futures.iter().map(future).collect_vec(),
    })
}

fn future(future: &scenario::Future) -> Value {
    let (chosen, cheapest) = (future.after_chosen.as_ref(), future.after_cheapest.as_ref());
    json!({
        "scenario": future.name.to_string(),
        "weight": future.weight,
        "extra_status": chosen.map(|answer| answer.status.code()),
        "extra_points": chosen.and_then(Answer::points),
        "extra_status_of_cheapest": cheapest.map(|answer| answer.status.code()),
        "extra_points_of_cheapest": cheapest.and_then(Answer::points),
    })
}

#[expect(clippy::cast_precision_loss, reason = "points are far below 2⁵²")]
fn expected(expectation: Expectation) -> Option<f64> {
    expectation.mean(HUNDREDTHS).map(|hundredths| hundredths as f64 / HUNDREDTHS as f64)
}
