//! The answer of `district` as JSON.

use itertools::Itertools as _;
use serde_json::{Value, json};

use super::{DistrictReport, capacity, words};
use crate::diff::Offer;
use crate::district::{DaysRow, Member};
use crate::domain::{Day, Language, Seat};
use crate::pipeline::{Answer, Status};
use crate::report::json::{known, written};
use crate::report::words::Naming;

/// As JSON; the schools in alphabetical order, those that were left out too.
#[must_use]
pub fn json(report: DistrictReport<'_>, language: Language) -> String {
    let settled = report.settled;
    let solved = report.members.iter().zip(&settled.answers);
    let solved = solved.map(|(member, answer)| school(member, answer, language));
    let left_out = report.left_out.iter().map(|one| {
        let status = if one.reasons.is_empty() { "bad_input" } else { Status::Infeasible.code() };
        let reasons = Some(&one.reasons).filter(|reasons| !reasons.is_empty());
        known(json!({ "school": one.name, "status": status, "reasons": reasons }))
    });
    let mut schools = solved.chain(left_out).collect_vec();
    schools.sort_by_key(|school| school["school"].as_str().map(ToOwned::to_owned));
    let days = settled.days.iter().map(|row| days(report, row, language)).collect_vec();
    written(&known(json!({
        "status": settled.status.code(),
        "points": settled.points,
        "bound": settled.bound,
        "reasons": short(settled.status, &schools, days.is_empty(), language),
        "schools": schools,
        "places": settled.seats.iter().filter_map(|seat| place(report, seat)).collect_vec(),
        "days": days,
    })))
}

/// That seats do not suffice, where no school stands in the way by itself.
fn short(
    status: Status,
    schools: &[Value],
    is_without_days: bool,
    language: Language,
) -> Option<Vec<String>> {
    let is_stuck = schools.iter().any(|school| school["status"] == Status::Infeasible.code());
    let is_short = status == Status::Infeasible && is_without_days && !is_stuck;
    is_short.then(|| vec![words::short(language)])
}

fn school(member: &Member, answer: &Answer, language: Language) -> Value {
    let naming = Naming::new(&member.school, language);
    let is_refused = answer.status == Status::Infeasible;
    let offer = answer.offered.as_ref().map(|(proposal, verdict)| Offer {
        school: &member.school,
        proposal,
        difference: &verdict.difference,
    });
    known(json!({
        "school": member.name,
        "status": answer.status.code(),
        "points": answer.points(),
        "changed_lessons": answer.changed_lessons(),
        "reasons": is_refused.then(|| naming.reasons(&answer.reasons)),
        "away": offer.map(crate::report::json::away),
    }))
}

/// How many are at a place on a day, and how many can be; in all only where that is limited.
fn place(report: DistrictReport<'_>, (seat, pupils): (&Seat, &u32)) -> Option<Value> {
    let takes = capacity(report.places, seat);
    (seat.day.is_some() || takes.is_some()).then(|| {
        let day = seat.day.map(Day::code);
        json!({ "place": seat.place.as_str(), "day": day, "pupils": pupils, "capacity": takes })
    })
}

fn days(report: DistrictReport<'_>, row: &DaysRow, language: Language) -> Value {
    let schools = row.schools.iter().zip(report.members);
    let schools =
        schools.map(|(points, member)| json!({ "school": member.name, "points": points }));
    let stuck = row.stuck.iter().flat_map(|(school, answer)| {
        super::told_of_days(&report.members[*school], answer, row, language)
    });
    let reasons = match (row.status, row.stuck.is_empty()) {
        (Status::Infeasible, true) => Some(vec![words::short(language)]),
        (Status::Infeasible, false) => Some(stuck.collect()),
        _ => None,
    };
    known(json!({
        "place": row.place.as_str(),
        "days": row.days.iter().join("+"),
        "status": row.status.code(),
        "points": row.points,
        "bound": row.bound,
        "schools": row.points.map(|_| schools.collect_vec()),
        "reasons": reasons,
    }))
}
