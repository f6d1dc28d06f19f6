//! Writes the account of a search down as a certificate, line by line while the search goes on.
//!
//! Whatever is written is by names; `verify` works all numbers out again. So a mistake made here cannot make a wrong
//! certificate hold: it makes one that does not.

mod loads;
mod names;
mod rows;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::domain::{Effort, Level, School};
use crate::model::{Limits, Row};
use crate::problem::{Chooser, ChooserId, PeriodId, Problem};
use crate::solve::{CaseRecord, Derivation, Division, Multipliers, Outcome, Recorder};
use names::Names;

/// The version of the format.
const VERSION: u32 = 1;

/// A certificate on its way.
pub(super) struct Certificate<'a> {
    names: Names<'a>,
    problem: &'a Problem,
    limits: Limits,
    /// The numbers of the rows that are written.
    rows: BTreeMap<Arc<Row>, usize>,
    derivations: BTreeMap<Arc<Row>, Derivation>,
    /// The numbers of the periods and of the shared days that are declared.
    periods: BTreeMap<PeriodId, usize>,
    days: BTreeMap<ChooserId, usize>,
    write: &'a mut dyn FnMut(&str),
}

impl<'a> Certificate<'a> {
    /// Begins with what the school is, and what its pupils may miss and choose.
    pub(super) fn begin(
        school: &'a School,
        problem: &'a Problem,
        write: &'a mut dyn FnMut(&str),
    ) -> Self {
        let mut certificate = Self {
            names: Names::of(school, problem),
            problem,
            limits: Limits::of(problem),
            rows: BTreeMap::new(),
            derivations: BTreeMap::new(),
            periods: BTreeMap::new(),
            days: BTreeMap::new(),
            write,
        };
        let effort = if problem.effort == Effort::Strict { "strict" } else { "best" };
        certificate.line(&json!({ "certificate": [VERSION, school.digest(), effort] }));
        certificate.declare();
        certificate
    }

    fn line(&mut self, value: &Value) {
        (self.write)(&value.to_string());
    }

    fn declare(&mut self) {
        let problem = self.problem;
        for (id, period) in problem.periods.pairs() {
            if problem.price_of_missing(period.level).is_none() {
                continue;
            }
            let pupils: Vec<&str> =
                period.apprentices.iter().map(|&one| self.names.pupil(one)).collect();
            let level = if period.level == Level::Required { "required" } else { "desired" };
            let lesson = self.names.lesson(period.lesson);
            let line = json!([lesson, period.offset, level, pupils]);
            self.periods.insert(id, self.periods.len());
            self.line(&json!({ "period": line }));
        }
        for (id, chooser) in problem.choosers.pairs() {
            let Some(days) = &chooser.days else { continue };
            let pupils: Vec<&str> =
                days.members.iter().map(|&member| self.first_pupil(member)).collect();
            self.days.insert(id, self.days.len());
            self.line(&json!({ "days": pupils }));
        }
    }

    fn first_pupil(&self, chooser: ChooserId) -> &'a str {
        self.problem.choosers[chooser]
            .apprentices
            .first()
            .map_or("", |&first| self.names.pupil(first))
    }

    /// The number of a row; it, and what it was made of, is written first where it is not yet.
    fn row(&mut self, row: &Arc<Row>) -> usize {
        let mut waiting = vec![Arc::clone(row)];
        while let Some(next) = waiting.last().cloned() {
            if self.rows.contains_key(&next) {
                waiting.pop();
                continue;
            }
            let derivation = self.derivations.get(&next).cloned();
            let from = derivation.iter().flat_map(|made| &made.from);
            let missing: Vec<Arc<Row>> =
                from.filter(|one| !self.rows.contains_key(*one)).cloned().collect();
            if !missing.is_empty() {
                waiting.extend(missing);
                continue;
            }
            let line = derivation.map_or_else(|| self.named(&next), |made| self.sum(&made));
            self.line(&line);
            self.rows.insert(next, self.rows.len());
        }
        self.rows[row]
    }

    fn sum(&self, made: &Derivation) -> Value {
        let of: Vec<(usize, i64)> = made.from.iter().map(|one| (self.rows[one], 1)).collect();
        let raise: Vec<(u32, i64)> =
            made.raised.iter().map(|&lesson| (self.names.lesson(lesson), 1)).collect();
        json!({ "sum": [of, raise, 2] })
    }

    fn price(&mut self, case: u64, multipliers: &Multipliers) {
        let by: Vec<(usize, i64)> =
            multipliers.rows.iter().map(|(row, multiplier)| (self.row(row), *multiplier)).collect();
        self.line(&json!({ "price": [case, multipliers.scale, by] }));
    }

    fn divide(&mut self, case: u64, division: &Division) {
        let names = &self.names;
        let by = match division {
            Division::Starts(lesson, at) => {
                let starts = &self.problem.lesson(*lesson).starts;
                let at: Vec<String> =
                    at.iter().map(|&start| names.slot(starts[start].cell)).collect();
                json!({ "starts": [case, names.lesson(*lesson), at] })
            }
            Division::Rooms(lesson, used, rooms) => {
                let own = self.problem.lesson(*lesson).rooms[*used].room;
                let among: Vec<&str> = rooms.iter().map(|&room| names.room(room)).collect();
                json!({ "rooms": [case, names.lesson(*lesson), names.room(own), among] })
            }
            Division::Choices(chooser, among) => match &self.problem.choosers[*chooser] {
                Chooser { days: Some(days), .. } => {
                    let among: Vec<Vec<&str>> =
                        among.iter().map(|&set| names.days(days.sets[set])).collect();
                    json!({ "away": [case, self.days[chooser], among] })
                }
                _ => json!({ "pupil": [case, self.first_pupil(*chooser), among] }),
            },
        };
        self.line(&by);
    }

    /// Ends with what is claimed: that nothing costs less than the outcome says, or that there is nothing.
    pub(super) fn conclude(mut self, outcome: &Outcome) {
        let points = outcome.bound.or_else(|| outcome.best.as_ref().map(|best| best.points));
        self.line(&json!({ "claim": points }));
    }
}

impl Recorder for Certificate<'_> {
    fn record(&mut self, record: CaseRecord) {
        for (row, derivation) in record.derived {
            self.derivations.entry(row).or_insert(derivation);
        }
        for multipliers in &record.multipliers {
            self.price(record.case, multipliers);
        }
        if let Some(division) = &record.division {
            self.divide(record.case, division);
        }
    }
}
