//! Everybody's calendar of a whole year: the events of each stretch by its own timetable, one series where a lesson stays.

use std::collections::BTreeMap;

use itertools::Itertools;

use super::calendars::Calendars;
use super::words::Titles;
use super::{File, Plans};
use crate::diff::{Difference, Offer, diff};
use crate::domain::{
    Agreement, Almanac, Alternative, Apprentice, ClassName, Date, Effort, Language, Proposal,
    PupilKey, School, SchoolYear, Stretch, TeacherName,
};
use crate::export::calendar::Event;
use crate::export::names::file_names;

/// A stretch with its timetable.
#[derive(Clone, Debug)]
pub struct YearPart<'a> {
    /// The school in the stretch.
    pub school: &'a School,
    /// Its timetable, and when its apprentices are away.
    pub proposal: &'a Proposal,
    /// When.
    pub stretch: &'a Stretch,
    /// What is agreed about each of its apprentices.
    pub agreements: BTreeMap<PupilKey, Agreement>,
}

/// A stretch with everybody who is an apprentice in any: the others are at school.
struct Part {
    school: School,
    proposal: Proposal,
    difference: Difference,
    almanac: Almanac,
}

/// The calendars, each by its path; none if no date of the year is known. `pupils` are all who are apprentices at any time.
#[must_use]
pub fn year_calendars(
    parts: &[YearPart<'_>],
    almanac: &Almanac,
    pupils: &[Apprentice],
    language: Language,
) -> Vec<File> {
    let parts: Vec<Part> = parts.iter().map(|part| part_of(part, almanac, pupils)).collect();
    let calendars: Vec<Calendars<'_>> = parts
        .iter()
        .filter_map(|part| {
            let Part { school, proposal, difference, almanac } = part;
            let offer = Offer { school, proposal, difference };
            Calendars::new(Plans { offer, almanac, language, printed: None }, Titles::of(language))
        })
        .collect();
    let Some(first) = parts.first().map(|part| &part.school) else { return Vec::new() };
    let of_pupil = |one: &Calendars<'_>, at: usize| one.pupil_at(at);
    let of_class = |one: &Calendars<'_>, name: &ClassName| one.class(name);
    let of_teacher = |one: &Calendars<'_>, name: &TeacherName| one.teacher(name);
    let own = |events: Vec<Vec<Event>>| joined(events.into_iter().flatten());
    let all =
        |events: &dyn Fn(&Calendars<'_>) -> Vec<Event>| own(calendars.iter().map(events).collect());
    let pupil = |(at, one): (usize, &Apprentice)| {
        (one.pupil.to_string(), all(&|calendar| of_pupil(calendar, at)))
    };
    let class = |name: &ClassName| (name.to_string(), all(&|one| of_class(one, name)));
    let teacher = |name: &TeacherName| (name.to_string(), all(&|one| of_teacher(one, name)));
    let Some(writer) = calendars.first() else { return Vec::new() };
    [
        files(writer, ("pupil", "pupils"), pupils.iter().enumerate().map(pupil).collect()),
        files(writer, ("class", "classes"), first.classes.keys().map(class).collect()),
        files(writer, ("teacher", "teachers"), first.teachers.keys().map(teacher).collect()),
    ]
    .concat()
}

fn files(
    writer: &Calendars<'_>,
    (kind, folder): (&str, &str),
    told: Vec<(String, Vec<Event>)>,
) -> Vec<File> {
    let names = file_names(told.iter().map(|(name, _)| name.as_str()));
    let file = |((name, events), file): ((String, Vec<Event>), String)| {
        Some((format!("{folder}/{file}.ics"), writer.write(kind, &name, events)?))
    };
    told.into_iter().zip(names).filter_map(file).collect()
}

fn part_of(part: &YearPart<'_>, almanac: &Almanac, pupils: &[Apprentice]) -> Part {
    let mut apprentices = Vec::new();
    let mut away = Vec::new();
    for pupil in pupils {
        let own = part.school.apprentices.iter().position(|one| one.pupil == pupil.pupil);
        let at_school = || Apprentice {
            alternatives: vec![Alternative::none()],
            together: None,
            ..pupil.clone()
        };
        apprentices.push(own.map_or_else(at_school, |own| part.school.apprentices[own].clone()));
        away.push(own.and_then(|own| part.proposal.away.get(own)).copied().unwrap_or(0));
    }
    let school = School { apprentices, ..part.school.clone() };
    let proposal = Proposal { timetable: part.proposal.timetable.clone(), away };
    let difference = diff(&school, &school.baseline(), &proposal, Effort::Strict);
    let almanac = Almanac {
        agreements: part.agreements.clone(),
        year: cut(&almanac.year, part.stretch),
        ..almanac.clone()
    };
    Part { school, proposal, difference, almanac }
}

/// The school year as far as it lies in a stretch.
fn cut(year: &SchoolYear, stretch: &Stretch) -> SchoolYear {
    let within = |&(first, last): &(Date, Date)| (first.max(stretch.from), last.min(stretch.until));
    let terms = year.terms.iter().map(within).filter(|(first, last)| first <= last).collect();
    SchoolYear { terms, ..year.clone() }
}

/// Events that differ in nothing but their dates as one.
fn joined(events: impl Iterator<Item = Event>) -> Vec<Event> {
    let mut joined: Vec<Event> = Vec::new();
    for event in events.filter(|event| !event.dates.is_empty()) {
        match joined.iter_mut().find(|one| one.is_of_one_series(&event)) {
            Some(one) => {
                one.dates.extend(event.dates);
                one.dates = one.dates.iter().copied().sorted().dedup().collect();
            }
            None => joined.push(event),
        }
    }
    joined
}
