//! The same school and almanac without what points at somebody outside school.

use std::collections::BTreeMap;

use super::words::Titles;
use crate::domain::{Almanac, Language, PlaceName, School, Site};

/// The school and the almanac with numbered places, and without addresses and contacts: pupils stay keys, and what is left
/// says when a pupil is away and with whom, but not where. Teachers stay, as in every timetable on a school's wall.
#[must_use]
pub fn conceal(school: &School, almanac: &Almanac, language: Language) -> (School, Almanac) {
    let word = Titles::of(language).placement;
    let mut numbers: BTreeMap<PlaceName, PlaceName> = BTreeMap::new();
    for place in school.apprentices.iter().filter_map(|one| one.place.as_ref()) {
        let number = numbers.len() + 1;
        numbers
            .entry(place.clone())
            .or_insert_with(|| PlaceName::from(format!("{word} {number}").as_str()));
    }
    let (mut school, mut almanac) = (school.clone(), almanac.clone());
    for apprentice in &mut school.apprentices {
        apprentice.place = apprentice.place.as_ref().and_then(|place| numbers.get(place)).cloned();
    }
    school.places = school
        .places
        .into_iter()
        .filter_map(|((place, day), pupils)| Some(((numbers.get(&place)?.clone(), day), pupils)))
        .collect();
    almanac.sites = almanac
        .sites
        .into_iter()
        .filter_map(|(place, site)| {
            let site = Site { address: None, ..site };
            Some((numbers.get(&place)?.clone(), site))
        })
        .collect();
    for agreement in almanac.agreements.values_mut() {
        agreement.contact = None;
    }
    (school, almanac)
}
