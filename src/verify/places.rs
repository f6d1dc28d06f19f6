//! H13 and H15: how many go to a place, and on which days.

use std::collections::BTreeSet;

use super::Reason;
use super::inequality::Inequality;
use super::line::Given;
use super::named::{Made, Reader};
use super::pupils::place;
use crate::domain::{Alternative, Day};

impl<'a> Reader<'_, 'a> {
    /// H13.
    pub(super) fn place_full(&self, name: &str, day: Option<&str>) -> Made<'a> {
        let places = self.facts.school.places.iter();
        let found = places.into_iter().find(|(own, _)| own.as_str() == name);
        let (own, limits) = found.ok_or_else(|| Reason::unknown("place", name))?;
        let known = Day::ALL.into_iter().find(|one| Some(one.code()) == day);
        let limit = limits.limit(known).filter(|_| known.is_some() == day.is_some());
        let mut row = Inequality::at_most(i128::from(limit.ok_or(Reason::NotImplied)?));
        for (number, party) in self.pupils.parties.iter().enumerate() {
            let alternatives = party.pupils.iter().flat_map(|&pupil| {
                self.facts.school.apprentices[pupil].alternatives.iter().enumerate()
            });
            for (choice, given) in alternatives {
                let goes = given.place.as_ref() == Some(own)
                    && known.is_none_or(|day| given.days().contains(&day));
                row.choice(number, choice, i128::from(goes))?;
            }
        }
        Ok(row.reduced())
    }

    /// H15: two parties, the one at a place on days on which the other is not.
    pub(super) fn one_day(&self, name: &str, one: &Given, other: &Given) -> Made<'a> {
        let party = |given: &Given| self.pupils.party(self.facts, &given.0);
        let (first, second) = (party(one)?, party(other)?);
        let mut row = Inequality::at_most(1);
        let differ = |&own: &usize| {
            let here = self.days_at(name, first, own);
            other.1.iter().all(|&others| {
                let there = self.days_at(name, second, others);
                here.iter().any(|days| there.iter().any(|others| days != others))
            })
        };
        if first == second || !one.1.iter().all(differ) {
            return Err(Reason::NotImplied);
        }
        for (party, choices) in [(first, &one.1), (second, &other.1)] {
            for &choice in choices.iter().collect::<BTreeSet<_>>() {
                row.choice(party, choice, 1)?;
            }
        }
        Ok(row)
    }

    /// The days on which pupils of a party are at a place where all are on the same.
    fn days_at(&self, name: &str, party: usize, choice: usize) -> Vec<BTreeSet<Day>> {
        let pupils = self.pupils.parties[party].pupils.iter();
        let given = pupils
            .filter_map(|&pupil| self.facts.school.apprentices[pupil].alternatives.get(choice));
        let is_there = |given: &&Alternative| {
            place(self.facts, given)
                .is_some_and(|(own, place)| own.as_str() == name && place.one_day)
        };
        given.filter(is_there).map(Alternative::days).collect()
    }
}
