//! JSON, for programs: the answer of `solve --prepare`: that of `solve`, and `prepared`.

use serde::Serialize;

use super::super::Report;
use super::super::json::{Solution, written};
use crate::domain::Language;
use crate::pipeline::Answer;
use crate::scenario::{self, Expectation};

/// Expected points are told in hundredths.
const HUNDREDTHS: i64 = 100;

/// The answer.
#[must_use]
pub fn json(report: Report<'_>, prepared: &scenario::Prepared, language: Language) -> String {
    let solution = Solution::new(report, language);
    let (chosen, cheapest) = (prepared.after_chosen(), prepared.after_cheapest());
    let expected = |expectation: Expectation| expectation.mean(HUNDREDTHS).map(in_points);
    let prepared = prepared.cheapest.map(|points| Prepared {
        price: prepared.price,
        cheapest: points,
        tried: prepared.tried,
        complete: !prepared.is_cut_short,
        expected_extra_points: expected(chosen),
        expected_extra_points_of_cheapest: expected(cheapest),
        saved: chosen.saved_from(cheapest).and_then(expected),
        futures: prepared.futures.iter().map(Future::new).collect(),
    });
    written(&Answers { solution, prepared })
}

#[derive(Serialize)]
struct Answers {
    #[serde(flatten)]
    solution: Solution,
    #[serde(skip_serializing_if = "Option::is_none")]
    prepared: Option<Prepared>,
}

#[derive(Serialize)]
struct Prepared {
    price: i64,
    cheapest: i64,
    tried: usize,
    complete: bool,
    expected_extra_points: Option<f64>,
    expected_extra_points_of_cheapest: Option<f64>,
    saved: Option<f64>,
    futures: Vec<Future>,
}

#[derive(Serialize)]
struct Future {
    scenario: String,
    weight: u32,
    extra_status: Option<&'static str>,
    extra_points: Option<i64>,
    extra_status_of_cheapest: Option<&'static str>,
    extra_points_of_cheapest: Option<i64>,
}

impl Future {
    fn new(future: &scenario::Future) -> Self {
        let (chosen, cheapest) = (future.after_chosen.as_ref(), future.after_cheapest.as_ref());
        let status = |answer: &Answer| answer.status.code();
        Self {
            scenario: future.name.to_string(),
            weight: future.weight,
            extra_status: chosen.map(status),
            extra_points: chosen.and_then(Answer::points),
            extra_status_of_cheapest: cheapest.map(status),
            extra_points_of_cheapest: cheapest.and_then(Answer::points),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "points are far below 2⁵²")]
const fn in_points(hundredths: i64) -> f64 {
    hundredths as f64 / HUNDREDTHS as f64
}
