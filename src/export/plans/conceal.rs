//! The same school and almanac without what points at somebody outside school.

use std::collections::BTreeMap;

use super::words::Titles;
use crate::domain::{Almanac, Alternative, Apprentice, Language, PlaceName, PlaceNotes, School};

/// The school and the almanac with numbered places, and without addresses, contacts and what weeks away are for: pupils stay keys, and what is left
/// says when a pupil is away and with whom, but not where. Teachers stay, as in every timetable on a school's wall.
#[must_use]
pub fn conceal(school: &School, almanac: &Almanac, language: Language) -> (School, Almanac) {
    let word = Titles::of(language).placement;
    let mut numbers: BTreeMap<PlaceName, PlaceName> = BTreeMap::new();
    let named = school.apprentices.iter().flat_map(places_of);
    for place in named {
        let number = numbers.len() + 1;
        numbers
            .entry(place.clone())
            .or_insert_with(|| PlaceName::from(format!("{word} {number}").as_str()));
    }
    let (mut school, mut almanac) = (school.clone(), almanac.clone());
    for apprentice in &mut school.apprentices {
        conceal_places(apprentice, &numbers);
    }
    let places = school.places.into_iter();
    school.places =
        places.filter_map(|(name, place)| Some((numbers.get(&name)?.clone(), place))).collect();
    let notes = almanac.places.into_iter().filter_map(|(place, notes)| {
        let notes = PlaceNotes { address: None, ..notes };
        Some((numbers.get(&place)?.clone(), notes))
    });
    almanac.places = notes.collect();
    for agreement in almanac.agreements.values_mut() {
        agreement.contact = None;
    }
    for away in &mut almanac.weeks_away {
        away.what.clear();
    }
    (school, almanac)
}

/// The places where a pupil may be, that of the pupil first.
fn places_of(apprentice: &Apprentice) -> impl Iterator<Item = &PlaceName> {
    let wishes = apprentice.alternatives.iter().filter_map(|one| one.place.as_ref());
    apprentice.place.iter().chain(wishes)
}

fn conceal_places(apprentice: &mut Apprentice, numbers: &BTreeMap<PlaceName, PlaceName>) {
    let number =
        |place: &Option<PlaceName>| place.as_ref().and_then(|one| numbers.get(one)).cloned();
    for one in &mut apprentice.alternatives {
        one.place = number(&one.place);
        one.written = concealed(one);
    }
    apprentice.place = number(&apprentice.place);
}

/// What is written of a time away, with the place's number in place of its name.
fn concealed(alternative: &Alternative) -> String {
    match (alternative.written.split_once('@'), &alternative.place) {
        (Some((time, _)), Some(place)) => format!("{time}@{place}"),
        (Some((time, _)), None) => time.to_owned(),
        (None, _) => alternative.written.clone(),
    }
}
