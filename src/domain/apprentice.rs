//! Apprentices: who is away when and where, and which lessons each of them attends.

use std::collections::BTreeSet;

use super::calendar::{Day, Period, Slot};
use super::lesson::{Group, Piece};
use super::name::{ClassName, PlaceName, PupilKey, SubjectCode, TogetherLabel};
use super::place::Seat;

/// How badly a core subject is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// No apprentice may miss a lesson of it.
    Required,
    /// Missing a lesson of it costs points.
    Desired,
}

impl Level {
    /// Both levels, the harder first.
    pub const ALL: [Self; 2] = [Self::Required, Self::Desired];

    /// The level as it stands in files and JSON answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Desired => "desired",
        }
    }
}

/// A pupil who is away on a placement in some slots of the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apprentice {
    /// The pupil's key.
    pub pupil: PupilKey,
    /// The home class.
    pub class: ClassName,
    /// When the pupil may be away: exactly one of these is chosen. Never empty.
    pub alternatives: Vec<Alternative>,
    /// The parts of divisions to which the pupil belongs.
    pub groups: BTreeSet<Group>,
    /// Subjects of which no lesson may be missed.
    pub required: BTreeSet<SubjectCode>,
    /// Subjects of which a missed lesson costs points.
    pub desired: BTreeSet<SubjectCode>,
    /// Pupils with the same label are given the same alternative.
    pub together: Option<TogetherLabel>,
    /// The placement of alternatives that name none; each of them has it too.
    pub place: Option<PlaceName>,
    /// What a guest attends beside the home class.
    pub also: Vec<Also>,
    /// Subjects of the home class that the pupil does not attend.
    pub skips: BTreeSet<SubjectCode>,
    /// The pupil's line in `apprentices.csv`, from 1.
    pub line: u32,
}

impl Apprentice {
    /// How badly the pupil needs `subject`, if it is a core subject at all.
    #[must_use]
    pub fn level(&self, subject: &SubjectCode) -> Option<Level> {
        if self.required.contains(subject) {
            Some(Level::Required)
        } else {
            self.desired.contains(subject).then_some(Level::Desired)
        }
    }

    /// Whether the pupil attends a piece. In a division where no part is named, the pupil counts as attending every part.
    #[must_use]
    pub fn attends(&self, piece: &Piece) -> bool {
        self.attends_by(piece).next().is_some()
    }

    /// The classes of the pupil, home or host, with which he or she attends a piece; none if not at all.
    pub fn attends_by<'a>(&'a self, piece: &'a Piece) -> impl Iterator<Item = &'a ClassName> {
        let in_group = piece.group.as_ref().is_none_or(|group| self.is_in(group));
        piece.classes.iter().filter(move |class| in_group && self.takes(class, &piece.subject))
    }

    /// The home class and the classes that the pupil is a guest of.
    #[must_use]
    pub fn classes(&self) -> BTreeSet<&ClassName> {
        self.also.iter().map(|also| &also.class).chain([&self.class]).collect()
    }

    fn is_in(&self, group: &Group) -> bool {
        let mut own = self.groups.iter().filter(|own| own.division == group.division).peekable();
        own.peek().is_none() || own.any(|own| own == group)
    }

    /// Whether the pupil has a subject with a class.
    #[must_use]
    pub fn takes(&self, class: &ClassName, subject: &SubjectCode) -> bool {
        (*class == self.class && !self.skips.contains(subject))
            || self.also.iter().any(|also| also.is(class, subject))
    }
}

/// What a guest attends beside the home class: a class, or one subject of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Also {
    /// The class.
    pub class: ClassName,
    /// The subject; `None`: all that the class has.
    pub subject: Option<SubjectCode>,
}

impl Also {
    fn is(&self, class: &ClassName, subject: &SubjectCode) -> bool {
        self.class == *class && self.subject.as_ref().is_none_or(|own| own == subject)
    }
}

/// One of the ways in which an apprentice may be away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// As written in the file, trimmed; for `any` the day that it stands for (`tue`, `tue@Bageriet`).
    pub written: String,
    /// The stretches of time away. Empty: no placement.
    pub spans: Vec<Span>,
    /// Where the pupil is then.
    pub place: Option<PlaceName>,
    /// Which wish it is, from 0; `None` for no placement.
    pub rank: Option<u32>,
}

impl Alternative {
    /// What stands in files and answers for no placement.
    pub const NONE: &'static str = "-";

    /// Whether the apprentice is away in `slot`.
    #[must_use]
    pub fn covers(&self, slot: Slot) -> bool {
        self.spans.iter().any(|span| span.covers(slot))
    }

    /// No placement at all.
    #[must_use]
    pub fn none() -> Self {
        Self { written: Self::NONE.to_owned(), spans: Vec::new(), place: None, rank: None }
    }

    /// Whether it is no placement at all.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.rank.is_none()
    }

    /// Whether it names its place itself, and has not only that of the pupil.
    #[must_use]
    pub fn names_place(&self) -> bool {
        self.written.contains('@')
    }

    /// The days on which the apprentice is away for any time.
    #[must_use]
    pub fn days(&self) -> BTreeSet<Day> {
        self.spans.iter().map(|span| span.day).collect()
    }

    /// The seats that it takes: at its place on each of its days, and in all.
    pub fn seats(&self) -> impl Iterator<Item = Seat> + '_ {
        let seats = |place: &'_ PlaceName| {
            let place = place.clone();
            let days = self.days().into_iter().map(Some).chain([None]);
            days.map(move |day| Seat { place: place.clone(), day })
        };
        self.place.iter().flat_map(seats)
    }
}

/// A day, or some consecutive periods of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The day.
    pub day: Day,
    /// First and last period; `None`: the whole day.
    pub periods: Option<(Period, Period)>,
}

impl Span {
    /// Whether `slot` lies in it.
    #[must_use]
    pub fn covers(self, slot: Slot) -> bool {
        self.day == slot.day
            && self.periods.is_none_or(|(first, last)| (first..=last).contains(&slot.period))
    }
}
