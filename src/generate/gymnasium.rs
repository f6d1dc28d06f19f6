//! A Swedish upper secondary school: programmes of three years.

use super::chance::Chance;
use super::courses::{Course, Pace};
use super::curriculum::Subject;
use super::curriculum::swedish::{
    CHEMISTRY, COURSES, INTRODUCTION, LANGUAGES, OFFERED, PHYSICS, Programme, Years,
};
use super::draft::{Class, Day, Draft};

/// A day of periods of 50 minutes; lunch is after the fourth.
const PERIOD_DAY: Day =
    Day { periods: 8, break_after: 4, longest_at_least: 6, room_load: 26, teacher_load: 19 };
const YEARS: usize = 3;
/// Classes of a year that share a band; more make several bands.
const WIDEST_BAND: usize = 5;

/// A school of about as many classes in each year.
pub(super) fn with_programmes(classes: usize, chance: &mut Chance) -> Draft {
    let mut draft = Draft::new(PERIOD_DAY);
    for year in 0..YEARS {
        let number = (classes + YEARS - 1 - year) / YEARS;
        let programmes = OFFERED.into_iter().cycle().take(number);
        let members: Vec<(usize, &Programme)> = programmes
            .enumerate()
            .map(|(position, programme)| {
                (add_class(&mut draft, year, position, programme), programme)
            })
            .collect();
        for &(class, programme) in &members {
            teach(&mut draft, year, class, programme, chance);
        }
        let languages = |programme: &Programme| programme.languages;
        add_bands(&mut draft, year, &members, ("språk", &LANGUAGES, languages), chance);
        let choice = |programme: &Programme| programme.choice;
        add_bands(&mut draft, year, &members, ("val", &COURSES, choice), chance);
    }
    draft
}

/// Adds the class at a position of its year; the programmes' classes are told apart by letters.
fn add_class(draft: &mut Draft, year: usize, position: usize, programme: &Programme) -> usize {
    let earlier = OFFERED.iter().cycle().take(position);
    let same = earlier.filter(|other| other.letters == programme.letters).count();
    let letter = char::from(b'A' + u8::try_from(same % 26).unwrap_or(0));
    let grade = u8::try_from(year + 1).unwrap_or(1);
    let name = format!("{}{grade}{letter}", programme.letters);
    let room = format!("S{}", draft.classes.len() + 101);
    let has_apprentices = programme.letters == INTRODUCTION.letters;
    draft.classes.push(Class { name, room, grade, has_apprentices, longest: 0 });
    draft.classes.len() - 1
}

/// What a class has without other classes.
fn teach(draft: &mut Draft, year: usize, class: usize, programme: &Programme, chance: &mut Chance) {
    for &(subject, by_year) in programme.subjects {
        if by_year[year] > 0 {
            Course::whole(draft, subject, class).divide(draft, by_year[year], Pace::Mixed, chance);
        }
    }
    if programme.laboratory[year] > 0 {
        let halves = Course::halves(draft, class, [PHYSICS, CHEMISTRY]);
        halves.weekly(draft, programme.laboratory[year], 1);
    }
}

/// Adds the bands of a division: for classes that have it for as long, as many parts as classes.
fn add_bands(
    draft: &mut Draft,
    year: usize,
    members: &[(usize, &Programme)],
    (division, subjects, periods): (&'static str, &[Subject], fn(&Programme) -> Years),
    chance: &mut Chance,
) {
    for length in [2, 3, 4] {
        let alike = members.iter().filter(|(_, programme)| periods(programme)[year] == length);
        let classes: Vec<usize> = alike.map(|&(class, _)| class).collect();
        let bands = classes.len().div_ceil(WIDEST_BAND).max(1);
        for band in classes.chunks(classes.len().div_ceil(bands).max(1)) {
            let part = |position: usize| {
                let subject = subjects[position % subjects.len()];
                (format!("{}{}", subject.code, position / subjects.len() + 1), subject)
            };
            let parts: Vec<(String, Subject)> = (0..band.len().max(2)).map(part).collect();
            Course::band(draft, division, band, &parts).divide(draft, length, Pace::Mixed, chance);
        }
    }
}
