//! Plans: for each apprentice a page that can be part of the practice agreement, for each class team a sheet that says who
//! is away when, for each teacher a list of changes.
//!
//! What they tell is found in [`placement`](crate::placement); their folder, with everybody's calendar, is put together in
//! [`export::plans`](crate::export::plans).

mod folio;
mod pages;
mod summary;
pub(crate) mod words;

pub(crate) use folio::Folio;
pub(crate) use pages::Pages;
pub use summary::{json, text};

use crate::diff::Offer;
use crate::domain::{Almanac, Alternative, Apprentice, Language};
use crate::placement::Placement;

/// What plans are made of.
#[derive(Clone, Copy, Debug)]
pub struct Plans<'a> {
    /// The school, what is offered and what that changes.
    pub offer: Offer<'a>,
    /// Times, dates, places and agreements.
    pub almanac: &'a Almanac,
    /// The language.
    pub language: Language,
}

impl<'a> Plans<'a> {
    /// One apprentice's placement beside the proposal.
    pub(crate) fn placement<'p>(
        self,
        apprentice: &'p Apprentice,
        away: &'p Alternative,
    ) -> Placement<'p>
    where
        'a: 'p,
    {
        Placement {
            school: self.offer.school,
            almanac: self.almanac,
            timetable: &self.offer.proposal.timetable,
            missed: &self.offer.difference.missed,
            apprentice,
            away,
        }
    }
}
