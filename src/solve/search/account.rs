//! The account that a search keeps of what it proves, where somebody wants it.

use super::worker::{Visited, Worker};
use super::{NODES_IN_A_ROUND, Search};
use crate::domain::Stop;
use crate::problem::ChooserId;
use crate::solve::branch::Decision;
use crate::solve::choices::OpenChoices;
use crate::solve::master::{Cutting, Relaxed};
use crate::solve::nodes::Node;
use crate::solve::record::{CaseRecord, Division, Recorder};

impl<'a> Search<'a> {
    /// Tells `recorder` what it proves.
    pub(in crate::solve) fn recorded_by(mut self, recorder: &'a mut dyn Recorder) -> Self {
        self.employ(NODES_IN_A_ROUND);
        for worker in &mut self.workers {
            worker.master.keep_account();
        }
        self.recorder = Some(recorder);
        self
    }

    /// Hands the record of a visit on, and gives the children of the case their numbers.
    pub(super) fn account_for(&mut self, visited: &mut Visited) {
        let Some((recorder, record)) = self.recorder.as_mut().zip(visited.record.take()) else {
            return;
        };
        let count = record.division.as_ref().map_or(0, Division::count);
        let first = self.cases;
        self.cases += count;
        for node in visited.opened.iter_mut().chain(&mut visited.dive) {
            if let Some(child) = node.child.take() {
                node.case = first + child;
            }
        }
        recorder.record(record);
    }
}

impl Worker<'_> {
    /// Begins the record of a case, with what its relaxation proves.
    pub(super) fn note_relaxed(&mut self, node: &Node, relaxed: &Relaxed) {
        if !self.master.keeps_account() {
            return;
        }
        let last = relaxed.solution.as_ref().map(|(_, reduced_costs)| reduced_costs);
        let proven = last.map(|last| last.bound().points());
        let best = relaxed.multipliers.clone();
        // What was proven on the way counts only where it is more than what the end proves.
        let best = best.filter(|_| proven.is_none_or(|proven| relaxed.bound.points() > proven));
        let last = last.and_then(|last| last.multipliers().cloned());
        self.visited.record = Some(CaseRecord {
            case: node.case,
            derived: self.master.take_derived(),
            multipliers: best.into_iter().chain(last).collect(),
            division: None,
        });
    }

    /// Notes what the one timetable costs that reduced costs have left of a case, or why it is none: its program has no other
    /// solution.
    pub(super) fn account_for_only_one(&mut self, node: &Node) {
        if !self.master.keeps_account() {
            return;
        }
        let scope = self.scope_of(node);
        let basis = self.master.basis();
        self.master.turn_to(scope, &basis);
        let relaxed = self.master.relax(self.known.cutoff, &mut Cutting::below(), &Stop::never());
        let last =
            relaxed.solution.and_then(|(_, reduced_costs)| reduced_costs.multipliers().cloned());
        let derived = self.master.take_derived();
        if let Some(record) = &mut self.visited.record {
            record.derived.extend(derived);
            record.multipliers.extend(relaxed.multipliers.or(last));
        }
    }

    fn note(&mut self, division: Division) {
        if let Some(record) = &mut self.visited.record {
            record.division = Some(division);
        }
    }

    /// Notes that a case was divided into one for each choice of a chooser.
    pub(super) fn note_choices(&mut self, divided: &[OpenChoices], chooser: ChooserId) {
        let chosen = divided.iter().map(|open| open[chooser].iter().position(|&open| open));
        self.note(Division::Choices(chooser, chosen.flatten().collect()));
    }

    /// Notes that a case was divided by two decisions; the numbers that their children have among themselves.
    pub(super) fn note_decisions(&mut self, one: &Decision, other: &Decision) -> [u64; 2] {
        match (one, other) {
            // A lesson that is at none of some starts is at one of those that the other decision closes.
            (Decision::Close(lesson, own), Decision::Close(_, others)) => {
                let at_others = others.len() <= own.len();
                let shorter = if at_others { others } else { own };
                self.note(Division::Starts(*lesson, shorter.clone()));
                if at_others { [0, 1] } else { [1, 0] }
            }
            (Decision::KeepRooms(lesson, used, rooms), _)
            | (_, Decision::KeepRooms(lesson, used, rooms)) => {
                self.note(Division::Rooms(*lesson, *used, rooms.clone()));
                [0, 1]
            }
        }
    }
}
