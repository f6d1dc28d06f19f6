//! What makes a week of several groups, sites and placements: guests, ways, lessons without a place, wishes, full places.

use std::collections::BTreeSet;

use mesterskema::check::faults;
use mesterskema::domain::{
    Also, Alternative, Apprentice, Day, LessonName, Place, PlaceName, School, SiteName, Slot, Span,
    SubjectCode,
};

use super::PLACES;
use crate::chance::Chance;

const SITES: [&str; 2] = ["North", "South"];

/// Adds some of it to two schools in three; lessons without a place only where faults are not accepted.
pub(super) fn grow(school: &mut School, chance: &mut Chance) {
    if chance.percent(35) {
        return;
    }
    if chance.percent(50) {
        add_sites(school, chance);
    }
    limit_classes(school, chance);
    limit_lessons(school, chance);
    repeat_unplaced(school, chance);
    limit_places(school, chance);
    for index in 0..school.apprentices.len() {
        add_guest(school, chance, index);
        add_wishes(school, chance, index);
    }
    put_together(school);
}

/// Two sites, with a way from one to the other that may be longer than the way back.
fn add_sites(school: &mut School, chance: &mut Chance) {
    let site = |chance: &mut Chance| chance.percent(60).then(|| chance.pick(&SITES).into());
    for class in school.classes.values_mut() {
        class.site = site(chance);
    }
    for room in school.rooms.values_mut() {
        room.site = site(chance).filter(|_| chance.percent(50));
    }
    for place in PLACES {
        let place: &mut Place = school.places.entry(place.into()).or_default();
        place.site = site(chance);
    }
    for (from, to) in [(0, 1), (1, 0)] {
        let way = (SiteName::from(SITES[from]), SITES[to].into());
        school.travel.minutes.insert(way, chance.pick(&[10, 30, 50, 100]));
    }
    keep_rows_at_one_site(school);
}

/// The rooms of a row are at one site.
fn keep_rows_at_one_site(school: &mut School) {
    for piece in school.lessons.iter().flat_map(|lesson| &lesson.pieces) {
        let sites: BTreeSet<Option<SiteName>> =
            piece.rooms.iter().map(|room| school.rooms[room].site.clone()).collect();
        if sites.len() > 1 {
            school.rooms.values_mut().for_each(|room| room.site = None);
            return;
        }
    }
}

fn limit_classes(school: &mut School, chance: &mut Chance) {
    let slots: Vec<Slot> = school.grid.slots().collect();
    for class in school.classes.values_mut() {
        class.locked = chance.percent(8);
        if chance.percent(25) {
            class.unavailable = chance.some(&slots, 20).into_iter().collect();
        }
    }
}

/// Some lessons lose their place, some may only be in some slots, some belong on different days.
fn limit_lessons(school: &mut School, chance: &mut Chance) {
    let slots: Vec<Slot> = school.grid.slots().collect();
    let accepts_faults = !faults(school).is_empty();
    for lesson in &mut school.lessons {
        if !lesson.locked && !accepts_faults && chance.percent(15) {
            lesson.start = None;
        }
        let allowed = chance.percent(15).then(|| chance.some(&slots, 60).into_iter().collect());
        let apart = chance.percent(25).then(|| "lab".into());
        for piece in &mut lesson.pieces {
            (piece.allowed, piece.apart) = (allowed.clone(), apart.clone());
        }
    }
    // A lesson of a locked class keeps a place that it has.
    let locked: Vec<bool> = school.lessons.iter().map(|lesson| school.is_locked(lesson)).collect();
    for (lesson, is_locked) in school.lessons.iter().zip(locked) {
        if is_locked && lesson.start.is_none() {
            school.classes.values_mut().for_each(|class| class.locked = false);
            return;
        }
    }
}

/// A lesson without a place may be there twice.
fn repeat_unplaced(school: &mut School, chance: &mut Chance) {
    let unplaced = school.lessons.iter().find(|lesson| lesson.start.is_none()).cloned();
    let Some(mut again) = unplaced.filter(|_| chance.percent(50)) else { return };
    let rows = school.lessons.iter().flat_map(|lesson| &lesson.pieces).map(|piece| piece.row);
    let next = rows.max().map_or(0, |last| last + 1);
    let first = again.pieces.iter().map(|piece| piece.row).min().unwrap_or(0);
    again.name = LessonName::from(format!("{}-again", again.name).as_str());
    for piece in &mut again.pieces {
        piece.row = next + piece.row - first;
        piece.line = u32::try_from(piece.row).unwrap() + 2;
    }
    school.lessons.push(again);
}

fn limit_places(school: &mut School, chance: &mut Chance) {
    for place in PLACES {
        let place = school.places.entry(PlaceName::from(place)).or_default();
        place.total = chance.percent(25).then(|| chance.pick(&[1, 1, 2]));
        place.one_day = chance.percent(25);
    }
}

/// The apprentice attends a subject of another class, or the whole of it, and leaves out something at home.
fn add_guest(school: &mut School, chance: &mut Chance, index: usize) {
    let codes: Vec<SubjectCode> = school.subjects.keys().cloned().collect();
    let apprentice = &mut school.apprentices[index];
    if chance.percent(40) {
        apprentice.skips = chance.some(&codes, 30).into_iter().collect();
    }
    for class in school.classes.keys().filter(|&class| *class != apprentice.class) {
        if chance.percent(30) {
            let subject = chance.percent(75).then(|| chance.pick(&codes));
            apprentice.also.push(Also { class: class.clone(), subject });
        }
    }
}

/// Some alternatives name a place; one may be to have none.
fn add_wishes(school: &mut School, chance: &mut Chance, index: usize) {
    let apprentice: &mut Apprentice = &mut school.apprentices[index];
    if chance.percent(40) {
        let days: Vec<Day> = school.grid.days().collect();
        for alternative in &mut apprentice.alternatives {
            let place = PlaceName::from(chance.pick(&PLACES));
            alternative.written = format!("{}@{place}", alternative.written);
            alternative.place = Some(place);
        }
        if chance.percent(30) && days.len() > 1 {
            let place = PlaceName::from(chance.pick(&PLACES));
            let day = chance.pick(&days);
            apprentice.alternatives.push(Alternative {
                written: format!("{}@{place}", day.code()),
                spans: vec![Span { day, periods: None }],
                place: Some(place),
                rank: None,
            });
        }
    }
    if chance.percent(30) {
        apprentice.alternatives.push(Alternative::none());
    }
    let mut seen = BTreeSet::new();
    apprentice.alternatives.retain(|alternative| seen.insert(alternative.written.clone()));
    for (alternative, rank) in apprentice.alternatives.iter_mut().zip(0..) {
        let is_away = !alternative.spans.is_empty();
        alternative.rank = is_away.then_some(rank);
    }
}

/// Who belongs together has the same alternatives.
fn put_together(school: &mut School) {
    for index in 1..school.apprentices.len() {
        let (before, own) = school.apprentices.split_at_mut(index);
        let friend = &before[index - 1];
        if own[0].together.is_some() && own[0].together == friend.together {
            own[0].alternatives.clone_from(&friend.alternatives);
            own[0].place.clone_from(&friend.place);
        }
    }
}
