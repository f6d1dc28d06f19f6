//! When to meet, as text: the answer in sentences, then who is free when and why not.

mod grid;
mod json;
mod words;

pub use json::json;

use itertools::Itertools;

use super::text::paragraphs;
use super::words::points;
use crate::domain::{Language, Level, Meeting, Participant, School, SubjectCode};
use crate::scenario::{Agenda, Appointment, MeetingMiss, MeetingTime};
use crate::words::{both, listed, weekday};

/// Meetings and when they are.
#[derive(Clone, Copy, Debug)]
pub struct Appointed<'a> {
    /// The school.
    pub school: &'a School,
    /// The meetings, as they were asked for.
    pub meetings: &'a [Meeting],
    /// When each of them is.
    pub agenda: &'a Agenda,
}

/// So many meetings are shown with a grid each, whatever became of them; of more only those that are not held.
const MOST_GRIDS: usize = 3;

/// The answer in words.
#[must_use]
pub fn text(appointed: Appointed<'_>, language: Language) -> String {
    let mut sections = vec![headline(appointed.agenda, language)];
    sections.push(appointed.each().map(|(meeting, one)| told(meeting, one, language)).join(""));
    let are_few = appointed.meetings.len() <= MOST_GRIDS;
    let shown = appointed.each().filter(|(_, one)| are_few || one.time.is_none()).collect_vec();
    let grids = shown
        .iter()
        .map(|(meeting, one)| grid::drawn(&appointed.school.grid, meeting, one, language));
    sections.extend(grids);
    sections.push(grid::legend(&shown, language));
    paragraphs(&sections)
}

impl<'a> Appointed<'a> {
    /// Each meeting with what became of it.
    pub(crate) fn each(self) -> impl Iterator<Item = (&'a Meeting, &'a Appointment)> {
        self.meetings.iter().zip(&self.agenda.meetings)
    }
}

fn headline(agenda: &Agenda, language: Language) -> String {
    let (held, all) =
        (agenda.meetings.iter().filter(|one| one.time.is_some()).count(), agenda.meetings.len());
    let proof = words::proof(agenda.is_proven, language);
    let cost = points(agenda.points(), language);
    if held == all {
        words::all_held(all, &cost, proof, language) + "\n"
    } else {
        words::some_held(held, all, &cost, proof, language) + "\n"
    }
}

/// What became of a meeting, a line or two.
fn told(meeting: &Meeting, one: &Appointment, language: Language) -> String {
    match &one.time {
        Some(time) => {
            let (name, when) = (meeting.name.as_str(), when(meeting, time, language));
            format!("  {}\n", words::held(name, &when, &missed(time, language), language))
        }
        None => not_held(meeting, one, language),
    }
}

/// That a meeting has no time, who stands in the way, and what would do without one of them.
fn not_held(meeting: &Meeting, one: &Appointment, language: Language) -> String {
    let mut told = format!("  {}\n", words::not_held(meeting.name.as_str(), language));
    let alone = one.in_the_way.iter().filter(|(_, slots)| *slots > 0);
    let alone = alone.map(|(who, slots)| words::in_the_way(who.name(), *slots, language));
    told.extend(alone.map(|line| format!("    {line}\n")));
    if let Some((who, time)) = &one.without {
        let (when, missed) = (when(meeting, time, language), missed(time, language));
        let line = words::without(who.name(), &when, &missed, language);
        told.extend(["    ", &line, "\n"]);
    }
    told
}

/// When a meeting is: `tirsdag 3-4`.
fn when(meeting: &Meeting, time: &MeetingTime, language: Language) -> String {
    let first = time.start.period;
    let day = weekday(time.start.day, language);
    match time.start.later(meeting.length.saturating_sub(1)) {
        Some(last) if last.period != first => format!("{day} {first}-{}", last.period),
        _ => format!("{day} {first}"),
    }
}

/// Who misses what, subject by subject.
fn missed(time: &MeetingTime, language: Language) -> String {
    if time.misses.is_empty() {
        return words::nothing_missed(language).to_owned();
    }
    let key = |miss: &&MeetingMiss| (miss.subject.clone(), miss.level);
    let by_subject = time.misses.iter().into_group_map_by(key);
    let told = by_subject.into_iter().sorted().map(|((subject, level), misses)| {
        of_subject(&subject, level, misses.iter().map(|miss| &miss.who), language)
    });
    both(&told.collect_vec(), language)
}

fn of_subject<'m>(
    subject: &SubjectCode,
    level: Option<Level>,
    who: impl Iterator<Item = &'m Participant>,
    language: Language,
) -> String {
    let who = who.map(Participant::name).unique().collect_vec();
    let names = listed(who.iter(), ", ");
    words::misses(&names, who.len(), subject.as_str(), level.is_some(), language)
}
