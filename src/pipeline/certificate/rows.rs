//! What a row is called: the rule or the price that it is of, and whom and when it is about.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::Certificate;
use crate::domain::{Day, PlaceName, Price, Rule, Week};
use crate::model::{Auxiliary, Members, Origin, Row, Term};
use crate::problem::{Cell, ChooserId, Id, LessonId, TeacherId};

/// Alternatives of choosers, by their numbers.
type Chosen = BTreeMap<ChooserId, Vec<usize>>;

impl Certificate<'_> {
    /// The line that makes a row of the law.
    pub(super) fn named(&self, row: &Row) -> Value {
        let (kind, told) = match row.origin {
            Origin::Rule(rule) => self.of_rule(rule, row),
            Origin::Price(Price::NewSlot) => ("new_slot", self.class_at(row)),
            Origin::Price(Price::TeacherDay) => self.new_day(row),
            Origin::Price(Price::TeacherGap) => ("teacher_gap", self.teacher_gap(row)),
            Origin::Price(_) => ("missed", self.missed(row)),
            Origin::ZeroHalf => ("sum", None),
        };
        json!({ kind: told })
    }

    fn of_rule(&self, rule: Rule, row: &Row) -> (&'static str, Option<Value>) {
        let told = match rule {
            Rule::ClassClash => self.class_at(row),
            Rule::TeacherClash | Rule::RoomClash => self.of_slot(row),
            Rule::RequiredMissed => match self.shared_days(row) {
                Some(days) => return self.of_days(days, row),
                None => Some(json!([self.starts(row), self.given(row)])),
            },
            Rule::TooFar => Some(json!(self.starts(row))),
            Rule::ClassGaps => self.class_gaps(row),
            Rule::SubjectPerDay | Rule::Apart => self.day_load(rule, row),
            Rule::TeacherPerDay => self.teacher_day(row).map(|(teacher, week, day)| {
                json!([self.names.teacher(teacher), self.names.week(week), day.code()])
            }),
            Rule::PlaceFull => self.place_full(row),
            Rule::OneDay => self.one_day(row),
            _ => None,
        };
        (rule.code(), told)
    }

    fn class_at(&self, row: &Row) -> Option<Value> {
        let Term::Class(class, week, cell, members) = &row.terms.first()?.0 else { return None };
        let (Members::Clique(chosen) | Members::Sharing(chosen)) = members else { return None };
        let names = &self.names;
        let slot = names.slot(*cell);
        Some(json!([names.class(*class), names.week(*week), slot, names.parts(chosen)]))
    }

    fn of_slot(&self, row: &Row) -> Option<Value> {
        let names = &self.names;
        let (who, week, cell) = match &row.terms.first()?.0 {
            Term::Teacher(teacher, week, cell) => (names.teacher(*teacher), week, cell),
            Term::Room(room, week, cell) => (names.room(*room), week, cell),
            _ => return None,
        };
        Some(json!([who, names.week(*week), names.slot(*cell)]))
    }

    /// The starts of each lesson in a row.
    fn starts(&self, row: &Row) -> Vec<(u32, Vec<String>)> {
        let mut lessons: BTreeMap<LessonId, BTreeSet<Cell>> = BTreeMap::new();
        for (term, _) in &row.terms {
            if let Term::Start(lesson, cell) = term {
                lessons.entry(*lesson).or_default().insert(*cell);
            }
        }
        let names = &self.names;
        let slots =
            |cells: BTreeSet<Cell>| cells.into_iter().map(|cell| names.slot(cell)).collect();
        lessons.into_iter().map(|(lesson, cells)| (names.lesson(lesson), slots(cells))).collect()
    }

    /// The pupil whose alternatives are in a row, and which of them.
    fn given(&self, row: &Row) -> Option<(&str, Vec<usize>)> {
        let (chooser, choices) = chosen(row).into_iter().next()?;
        Some((self.first_pupil(chooser), choices))
    }

    fn missed(&self, row: &Row) -> Option<Value> {
        let &(Auxiliary::Missed(period), _) = row.reliefs.first()? else { return None };
        Some(json!([self.periods.get(&period)?, self.starts(row), self.given(row)]))
    }

    fn class_gaps(&self, row: &Row) -> Option<Value> {
        let names = &self.names;
        let Term::Class(class, week, first, _) = &row.terms.first()?.0 else { return None };
        let weight = |(term, weight): &(Term, i64)| {
            let Term::Class(_, _, cell, members) = term else { return None };
            let parts = match members {
                Members::Clique(chosen) => names.parts(chosen),
                Members::All | Members::Sharing(_) => Vec::new(),
            };
            Some((names.at(*cell).period.0, *weight, parts))
        };
        let weights: Vec<_> = row.terms.iter().map(weight).collect::<Option<_>>()?;
        let day = names.at(*first).day.code();
        Some(json!([names.class(*class), names.week(*week), day, weights]))
    }

    /// The teacher, the week and the day of a row about a teacher's day.
    fn teacher_day(&self, row: &Row) -> Option<(TeacherId, Week, Day)> {
        let Term::Teacher(teacher, week, cell) = &row.terms.first()?.0 else { return None };
        Some((*teacher, *week, self.names.at(*cell).day))
    }

    fn teacher_gap(&self, row: &Row) -> Option<Value> {
        let (teacher, week, day) = self.teacher_day(row)?;
        let weight = |(term, weight): &(Term, i64)| {
            let Term::Teacher(_, _, cell) = term else { return None };
            Some((self.names.at(*cell).period.0, *weight))
        };
        let weights: Vec<(u8, i64)> = row.terms.iter().map(weight).collect::<Option<_>>()?;
        let units = row.reliefs.first()?.1;
        let (teacher, week) = (self.names.teacher(teacher), self.names.week(week));
        Some(json!([teacher, week, day.code(), weights, units]))
    }

    fn new_day(&self, row: &Row) -> (&'static str, Option<Value>) {
        let names = &self.names;
        match (row.reliefs.first(), row.terms.first()) {
            (Some(&(Auxiliary::TeacherDay(teacher, day), _)), Some((Term::Day(lesson, _), _))) => {
                let told = json!([names.teacher(teacher), names.day(day), names.lesson(*lesson)]);
                ("teacher_day", Some(told))
            }
            _ => ("teacher_slot", self.of_slot(row)),
        }
    }

    fn place_full(&self, row: &Row) -> Option<Value> {
        let mut seats: BTreeSet<(&PlaceName, Option<Day>)> = BTreeSet::new();
        for (name, place) in &self.names.school.places {
            seats.extend(place.pupils.keys().map(|&day| (name, Some(day))));
            seats.extend(place.total.map(|_| (name, None)));
        }
        let own: BTreeSet<(ChooserId, usize)> = chosen_pairs(row).collect();
        let taking = |seat: usize| {
            let choices = self.problem.choosers.pairs().flat_map(|(id, chooser)| {
                let numbered = chooser.choices.iter().enumerate();
                numbered.map(move |(number, choice)| (id, number, choice))
            });
            let takes =
                choices.filter(|one| one.2.seats.iter().any(|one| one.0.to_index() == seat));
            takes.map(|(id, number, _)| (id, number)).collect::<BTreeSet<_>>()
        };
        let own_ones = seats.into_iter().enumerate().filter(|(number, _)| taking(*number) == own);
        // Of several that the same alternatives take, the one of which there are fewest.
        let limit = |(_, (place, day)): &(usize, (&PlaceName, Option<Day>))| {
            self.names.school.places.get(*place).and_then(|place| place.limit(*day))
        };
        let (place, day) = own_ones.min_by_key(limit)?.1;
        Some(json!([place.as_str(), day.map(Day::code)]))
    }

    fn one_day(&self, row: &Row) -> Option<Value> {
        let choosers: Vec<(ChooserId, Vec<usize>)> = chosen(row).into_iter().collect();
        let [(one, own), (other, others)] = choosers.as_slice() else { return None };
        let days = |chooser: ChooserId, choice: usize, place: usize| {
            let mut there = self.problem.choosers[chooser].choices[choice].days.iter();
            there.find(|there| there.0 == place).map(|there| &there.1)
        };
        let differ = |&place: &usize| {
            own.iter().all(|&own| {
                others.iter().all(|&choice| {
                    let both = days(*one, own, place).zip(days(*other, choice, place));
                    both.is_some_and(|(one, other)| one != other)
                })
            })
        };
        let places = &self.names.school.places;
        let place = places.keys().nth((0..places.len()).find(differ)?)?;
        let pupils = [self.first_pupil(*one), self.first_pupil(*other)];
        Some(json!([place.as_str(), (pupils[0], own), (pupils[1], others)]))
    }

    /// The choice of shared days that a row is about.
    fn shared_days(&self, row: &Row) -> Option<ChooserId> {
        let choosers: BTreeSet<ChooserId> = chosen(row).into_keys().collect();
        let is_days = |id: &ChooserId| self.problem.choosers[*id].days.is_some();
        if let Some(days) = choosers.iter().copied().find(is_days) {
            return Some(days);
        }
        // Where no set holds what a pupil's days are.
        let member = choosers.first().filter(|_| row.right_side == 0)?;
        let mut all = self.problem.choosers.pairs();
        let has_member = |(_, one): &(ChooserId, &crate::problem::Chooser)| {
            one.days.as_ref().is_some_and(|days| days.members.contains(member))
        };
        all.find(has_member).map(|one| one.0)
    }

    fn of_days(&self, days: ChooserId, row: &Row) -> (&'static str, Option<Value>) {
        let number = self.days.get(&days);
        let by_chooser = chosen(row);
        let held = by_chooser.iter().find(|(id, _)| **id != days);
        if let Some((member, alternatives)) = held {
            let given = (self.first_pupil(*member), alternatives);
            return ("held", Some(json!([number, given])));
        }
        self.free(days, row)
    }
}

/// The choices in a row, each with its chooser.
fn chosen_pairs(row: &Row) -> impl Iterator<Item = (ChooserId, usize)> {
    row.terms.iter().filter_map(|(term, _)| match term {
        Term::Choice(chooser, choice) => Some((*chooser, *choice)),
        _ => None,
    })
}

fn chosen(row: &Row) -> Chosen {
    let mut by_chooser = Chosen::new();
    for (chooser, choice) in chosen_pairs(row) {
        by_chooser.entry(chooser).or_default().push(choice);
    }
    by_chooser
}
