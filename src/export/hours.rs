//! `year.csv`: for each pupil and subject the hours that are planned and kept, and what takes the others.

use super::csv::Lines;
use crate::domain::{Country, Language};
use crate::placement::{DatedMinutes, HOURS, MOST_AWAY, PupilYear};
use crate::words::decimal;

const HEADINGS: [&str; 11] = [
    "pupil",
    "class",
    "subject",
    "planned",
    "kept",
    "lost_to_placement",
    "lost_to_weeks",
    "lost_to_holidays",
    "at_placement",
    "most_at_placement",
    "hours_of_the_year",
];

/// The lines: the subjects of each pupil, and then one without a subject for all of them, which has the hours at the
/// placement too; in Denmark beside what the law allows of the hours of a year.
#[must_use]
pub fn hours(pupils: &[PupilYear], country: Country, language: Language) -> Lines {
    let lines = pupils.iter().flat_map(|pupil| of_pupil(pupil, country, language));
    Lines { headings: HEADINGS.map(str::to_owned).to_vec(), lines: lines.map(Vec::from).collect() }
}

fn of_pupil(pupil: &PupilYear, country: Country, language: Language) -> Vec<[String; 11]> {
    let hours = |minutes: u32| decimal((i64::from(minutes) * 10 + 30) / 60, language);
    let line = |subject: &str, own: DatedMinutes, rest: [String; 3]| {
        let [at_placement, most, year] = rest;
        [
            pupil.pupil.to_string(),
            pupil.class.to_string(),
            subject.to_owned(),
            hours(own.planned),
            hours(own.kept()),
            hours(own.lost_to_placement),
            hours(own.lost_to_weeks),
            hours(own.lost_to_holidays),
            at_placement,
            most,
            year,
        ]
    };
    let subjects = pupil.subjects.iter();
    let mut lines: Vec<_> =
        subjects.map(|(subject, own)| line(subject.as_str(), *own, Default::default())).collect();
    let law = |number: u32| match country {
        Country::Denmark => number.to_string(),
        Country::Sweden => String::new(),
    };
    let rest = [hours(pupil.at_placement), law(MOST_AWAY / 60), law(HOURS)];
    lines.push(line("", pupil.total(), rest));
    lines
}
