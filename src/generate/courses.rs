//! Courses: what is taught to whom all week, and how its lessons are divided into units.

use super::chance::Chance;
use super::curriculum::Subject;
use super::draft::{Draft, EVERY, FIRST, Part, SECOND, Strand, Venue};
use crate::domain::Weeks;

/// Rooms for the parts of a band for which no class leaves its own.
const SPARE: &str = "grupperum";

/// How lessons are divided that need no special room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// Into double lessons, or into fewer of them and single ones.
    Mixed,
    /// Into more single ones, as for the youngest.
    Short,
}

/// What is taught side by side to the same classes.
#[derive(Clone, Debug)]
pub(super) struct Course {
    number: usize,
    sides: Vec<Side>,
    /// The same with the parts exchanged, for every other unit; empty: there is no taking turns.
    turned: Vec<Side>,
}

/// One of those who are taught side by side.
#[derive(Clone, Debug)]
struct Side {
    job: usize,
    classes: Vec<usize>,
    part: Option<Part>,
    room: Venue,
}

impl Course {
    /// A subject that a class has as a whole.
    pub(super) fn whole(draft: &mut Draft, subject: Subject, class: usize) -> Self {
        let job = draft.add_job(subject, &[class]);
        let room = draft.room(job, class);
        let side = Side { job, classes: vec![class], part: None, room };
        Self { number: draft.add_course(), sides: vec![side], turned: Vec::new() }
    }

    /// A band: the pupils of several classes, divided anew into `parts`.
    pub(super) fn band(
        draft: &mut Draft,
        division: &'static str,
        classes: &[usize],
        parts: &[(String, Subject)],
    ) -> Self {
        let mut sides = Vec::new();
        for (index, (name, subject)) in parts.iter().enumerate() {
            let job = draft.add_job(*subject, classes);
            let room = match classes.get(index) {
                Some(&class) => draft.room(job, class),
                None => draft.special(subject.kind.unwrap_or(SPARE)),
            };
            let part = Some((division, name.clone()));
            sides.push(Side { job, classes: classes.to_vec(), part, room });
        }
        Self { number: draft.add_course(), sides, turned: Vec::new() }
    }

    /// Two subjects of a class in halves: while one half has the first, the other has the second.
    pub(super) fn halves(draft: &mut Draft, class: usize, subjects: [Subject; 2]) -> Self {
        let jobs = subjects.map(|subject| draft.add_job(subject, &[class]));
        let rooms = jobs.map(|job| draft.room(job, class));
        let side = |half: usize, taught: usize| Side {
            job: jobs[taught],
            classes: vec![class],
            part: Some(("half", (half + 1).to_string())),
            room: rooms[taught],
        };
        let number = draft.add_course();
        let (sides, turned) = (vec![side(0, 0), side(1, 1)], vec![side(0, 1), side(1, 0)]);
        Self { number, sides, turned }
    }

    /// The classes.
    pub(super) fn classes(&self) -> &[usize] {
        self.sides.first().map_or(&[], |side| &side.classes)
    }

    /// Whether it is taught in a room that is not a class's own.
    fn is_special(&self) -> bool {
        self.sides.iter().any(|side| matches!(side.room, Venue::Special(_)))
    }

    /// Adds `times` units of `length` periods; where halves take turns, as many again with the halves exchanged.
    pub(super) fn weekly(&self, draft: &mut Draft, length: u8, times: u8) {
        for _ in 0..times {
            for sides in [&self.sides, &self.turned].into_iter().filter(|sides| !sides.is_empty()) {
                let mut strands = strands(sides, 0, EVERY);
                if !self.turned.is_empty() {
                    part(&mut strands);
                }
                draft.add_unit(length, &[self.number], strands);
            }
        }
    }

    /// Divides `lessons` a week into units of one to three periods, on as many days.
    pub(super) fn divide(&self, draft: &mut Draft, lessons: u8, pace: Pace, chance: &mut Chance) {
        if !self.turned.is_empty() {
            return self.weekly(draft, lessons / 2, 1);
        }
        let fewest = lessons.div_ceil(2).min(5);
        let is_short = pace == Pace::Short || chance.percent(50);
        let more = fewest < lessons.min(5) && !self.is_special() && is_short;
        let units = fewest + u8::from(more);
        for unit in 0..units {
            let longer = unit < lessons % units;
            self.weekly(draft, lessons / units + u8::from(longer), 1);
        }
    }
}

/// Adds a unit in which `first` and `second` take turns, week by week.
pub(super) fn take_turns(draft: &mut Draft, length: u8, first: &[Course], second: &[Course]) {
    let mut together = Vec::new();
    for (courses, weeks) in [(first, FIRST), (second, SECOND)] {
        for course in courses {
            let lesson = together.last().map_or(0, |strand: &Strand| strand.lesson + 1);
            together.extend(strands(&course.sides, lesson, weeks));
        }
    }
    draft.add_unit(length, &[], together);
}

fn strands(sides: &[Side], lesson: usize, weeks: Weeks) -> Vec<Strand> {
    let strand = |side: &Side| Strand {
        lesson,
        classes: side.classes.clone(),
        part: side.part.clone(),
        job: side.job,
        room: side.room,
        weeks,
    };
    sides.iter().map(strand).collect()
}

/// Makes each strand a lesson of its own: the lessons of halves are not coupled.
fn part(strands: &mut [Strand]) {
    for (lesson, strand) in strands.iter_mut().enumerate() {
        strand.lesson = lesson;
    }
}
