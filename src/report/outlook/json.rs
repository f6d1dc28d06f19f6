//! JSON, for programs: the answer of `whatif` about scenarios. Keys in the order of the format's description.

use serde::Serialize;

use super::super::json::{reasons, written};
use super::super::words::Naming;
use crate::domain::{Language, School};
use crate::pipeline::{Answer, Status};
use crate::scenario::{Outlook, Prospect};

/// The answer.
#[must_use]
pub fn json(school: &School, outlook: &Outlook, language: Language) -> String {
    let naming = Naming::new(school, language);
    let scenarios = outlook.scenarios.iter().map(|prospect| Told::new(prospect, &naming));
    written(&Answers {
        base: Known { status: outlook.base.status.code(), points: outlook.base.points() },
        scenarios: scenarios.collect(),
    })
}

#[derive(Serialize)]
struct Answers {
    base: Known,
    scenarios: Vec<Told>,
}

#[derive(Serialize)]
struct Known {
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<i64>,
}

#[derive(Serialize)]
struct Told {
    scenario: String,
    #[serde(flatten)]
    known: Known,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra_status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra_points: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed_lessons: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra_changed_lessons: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<Vec<String>>,
}

impl Told {
    fn new(prospect: &Prospect, naming: &Naming<'_>) -> Self {
        let (fresh, extra) = (&prospect.fresh, prospect.extra.as_ref());
        Self {
            scenario: prospect.name.to_string(),
            known: Known { status: fresh.status.code(), points: fresh.points() },
            extra_status: extra.map(|answer| answer.status.code()),
            extra_points: extra.and_then(Answer::points),
            changed_lessons: fresh.changed_lessons(),
            extra_changed_lessons: extra.and_then(Answer::changed_lessons),
            reasons: (fresh.status == Status::Infeasible).then(|| reasons(fresh, naming)),
        }
    }
}
