//! Small schools and proposals for tests, written as a person would jot them down.

use std::collections::{BTreeMap, BTreeSet};

use mesterskema::check::{Verdict, check};
use mesterskema::domain::{
    Alternative, Apprentice, Booking, Day, Effort, Grid, Group, Language, Lesson, LessonName,
    Period, Piece, PlaceName, Price, Proposal, Room, RoomName, Rule, School, Slot, Span, Subject,
    Teacher, Travel, Week, Weeks, Weights,
};

/// A school of some days of some periods each, from Monday and period 1, and nothing else yet.
pub(crate) fn school(days: usize, periods: u8) -> School {
    let day = |day: &Day| {
        let day = *day;
        (1..=periods).map(move |period| Slot::new(day, Period(period)))
    };
    School {
        name: None,
        language: Language::English,
        grid: Grid::new(Day::ALL[..days].iter().flat_map(day).collect(), BTreeSet::new()),
        weeks: vec!["".into()],
        classes: BTreeMap::new(),
        teachers: BTreeMap::new(),
        rooms: BTreeMap::new(),
        subjects: BTreeMap::new(),
        places: BTreeMap::new(),
        travel: Travel::default(),
        lessons: Vec::new(),
        apprentices: Vec::new(),
        weights: Weights::default_weights(),
    }
}

/// Adds what a test needs; each word is a cell as in the school's files.
pub(crate) trait Jotted: Sized {
    /// A lesson of one row: `8A MAT mon 1-2 t=T1+T2 r=R1 g=lang:GER w=A`, all after the period in any order or absent.
    fn lesson(self, row: &str) -> Self;
    /// One more row of the last lesson.
    fn row(self, row: &str) -> Self;
    /// The last lesson is locked.
    fn locked(self) -> Self;
    /// A cycle of the weeks A and B; to be called before the lessons.
    fn two_weeks(self) -> Self;
    /// A break after a slot.
    fn break_after(self, slot: &str) -> Self;
    /// An apprentice of a class with alternatives, required and desired subjects: `tue|thu 1-2`, `MAT+DAN`, `ENG`.
    fn apprentice(self, class: &str, away: &str, required: &str, desired: &str) -> Self;
    /// A teacher's limits.
    fn teacher(self, name: &str, unavailable: &str, max_per_day: Option<u32>) -> Self;
    /// A room's kind, times and places.
    fn room(self, name: &str, kind: &str, unavailable: &str, parallel: u32) -> Self;
    /// The most periods of a subject on a day.
    fn limit(self, subject: &str, max_per_day: u32) -> Self;
    /// How many apprentices a place takes on a day.
    fn seats(self, place: &str, day: Day, pupils: u32) -> Self;
    /// A class's hours.
    fn hours(self, class: &str, earliest: u8, latest: u8) -> Self;
}

impl Jotted for School {
    fn lesson(mut self, row: &str) -> Self {
        let start = slot(&row.split(' ').skip(2).take(2).collect::<Vec<_>>().join(" "));
        let name = LessonName::from((self.lessons.len() + 1).to_string().as_str());
        self.lessons.push(Lesson { name, pieces: Vec::new(), start: Some(start), locked: false });
        self.row(row)
    }

    fn row(mut self, row: &str) -> Self {
        let number = self.lessons.iter().flat_map(|lesson| &lesson.pieces).count();
        let start = self.lessons.last().unwrap().start.unwrap();
        let pieces = pieces(row, number, start, self.weeks.len());
        for piece in &pieces {
            for name in &piece.classes {
                self.classes.entry(name.clone()).or_default();
            }
            self.subjects.entry(piece.subject.clone()).or_default();
            for name in &piece.teachers {
                self.teachers.entry(name.clone()).or_default();
            }
            for name in &piece.rooms {
                self.rooms.entry(name.clone()).or_default();
            }
        }
        self.lessons.last_mut().unwrap().pieces.extend(pieces);
        self
    }

    fn locked(mut self) -> Self {
        self.lessons.last_mut().unwrap().locked = true;
        self
    }

    fn two_weeks(mut self) -> Self {
        self.weeks = vec!["A".into(), "B".into()];
        self
    }

    fn break_after(mut self, after: &str) -> Self {
        self.grid = Grid::new(self.grid.slots().collect(), [slot(after)].into());
        self
    }

    fn apprentice(mut self, class: &str, away: &str, required: &str, desired: &str) -> Self {
        let number = self.apprentices.len();
        self.apprentices.push(Apprentice {
            pupil: format!("p{number}").as_str().into(),
            class: class.into(),
            alternatives: ranked(away.split('|').map(alternative)),
            groups: BTreeSet::new(),
            required: items(required).map(Into::into).collect(),
            desired: items(desired).map(Into::into).collect(),
            together: None,
            place: None,
            also: Vec::new(),
            skips: BTreeSet::new(),
            line: u32::try_from(number).unwrap() + 2,
        });
        self.classes.entry(class.into()).or_default();
        self
    }

    fn teacher(mut self, name: &str, unavailable: &str, max_per_day: Option<u32>) -> Self {
        let unavailable = items(unavailable).map(slot).collect();
        self.teachers.insert(name.into(), Teacher { unavailable, max_per_day });
        self
    }

    fn room(mut self, name: &str, kind: &str, unavailable: &str, parallel: u32) -> Self {
        let kind = items(kind).next().map(Into::into);
        let unavailable = items(unavailable).map(slot).collect();
        self.rooms.insert(name.into(), Room { kind, unavailable, parallel, site: None });
        self
    }

    fn limit(mut self, subject: &str, max_per_day: u32) -> Self {
        self.subjects.insert(subject.into(), Subject { max_per_day });
        self
    }

    fn hours(mut self, class: &str, earliest: u8, latest: u8) -> Self {
        let class = self.classes.entry(class.into()).or_default();
        (class.earliest, class.latest) = (Some(Period(earliest)), Some(Period(latest)));
        self
    }

    fn seats(mut self, place: &str, day: Day, pupils: u32) -> Self {
        self.places.entry(PlaceName::from(place)).or_default().pupils.insert(day, pupils);
        self
    }
}

/// The pieces of one row: `number` is the row's, `start` the lesson's.
fn pieces(row: &str, number: usize, start: Slot, weeks: usize) -> Vec<Piece> {
    let words: Vec<&str> = row.split(' ').collect();
    let (first, last) = range(words[3]);
    let cell = |key: &str| words[4..].iter().find_map(|word| word.strip_prefix(key)).unwrap_or("");
    let group = items(cell("g=")).next().map(|part| {
        let (division, part) = part.split_once(':').unwrap_or(("", part));
        Group { division: division.into(), part: part.into() }
    });
    let weeks = match cell("w=") {
        "A" => Weeks::only(Week(0)),
        "B" => Weeks::only(Week(1)),
        _ => Weeks::all(weeks),
    };
    let piece = |period: u8| Piece {
        row: number,
        line: u32::try_from(number).unwrap() + 2,
        offset: period - start.period.0,
        classes: items(words[0]).map(Into::into).collect(),
        group: group.clone(),
        subject: words[1].into(),
        teachers: items(cell("t=")).map(Into::into).collect(),
        rooms: items(cell("r=")).map(Into::into).collect(),
        weeks,
        allowed: None,
        apart: None,
    };
    (first..=last).map(piece).collect()
}

fn items(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('+').filter(|item| !item.is_empty())
}

fn range(cell: &str) -> (u8, u8) {
    let (first, last) = cell.split_once('-').unwrap_or((cell, cell));
    (first.parse().unwrap(), last.parse().unwrap())
}

fn day(code: &str) -> Day {
    Day::ALL.into_iter().find(|day| day.code() == code).unwrap()
}

/// `tue 3`; of a range the first period.
pub(crate) fn slot(written: &str) -> Slot {
    let (code, period) = written.split_once(' ').unwrap();
    Slot::new(day(code), Period(range(period).0))
}

fn alternative(written: &str) -> Alternative {
    let span = |item: &str| match item.split_once(' ') {
        None => Span { day: day(item), periods: None },
        Some((code, periods)) => {
            let (first, last) = range(periods);
            Span { day: day(code), periods: Some((Period(first), Period(last))) }
        }
    };
    if written == Alternative::NONE {
        return Alternative::none();
    }
    let (days, place) = written.split_once('@').unwrap_or((written, ""));
    Alternative {
        written: written.to_owned(),
        spans: items(days).map(span).collect(),
        place: items(place).next().map(Into::into),
        rank: Some(0),
    }
}

/// The alternatives in the order of the wishes.
fn ranked(alternatives: impl Iterator<Item = Alternative>) -> Vec<Alternative> {
    let ranked = alternatives.zip(0..).map(|(alternative, rank)| Alternative {
        rank: alternative.rank.map(|_| rank),
        ..alternative
    });
    ranked.collect()
}

/// The baseline of a school as a proposal; each apprentice has the first alternative.
pub(crate) fn unchanged(school: &School) -> Proposal {
    Proposal { timetable: school.baseline(), away: vec![0; school.apprentices.len()] }
}

/// Changes a proposal step by step.
pub(crate) trait Changed: Sized {
    /// Starts a lesson elsewhere.
    fn start(self, lesson: usize, at: &str) -> Self;
    /// Exchanges a lesson's room.
    fn exchange(self, lesson: usize, from: &str, to: &str) -> Self;
    /// Gives an apprentice an alternative.
    fn away(self, apprentice: usize, chosen: usize) -> Self;
}

impl Changed for Proposal {
    fn start(mut self, lesson: usize, at: &str) -> Self {
        self.timetable.bookings[lesson] = match self.timetable.bookings[lesson].take() {
            Some(booked) => Some(Booking { start: slot(at), ..booked }),
            None => Some(Booking::at(slot(at))),
        };
        self
    }

    fn exchange(mut self, lesson: usize, from: &str, to: &str) -> Self {
        let booking = self.timetable.bookings[lesson].as_mut().unwrap();
        booking.exchanged.insert(RoomName::from(from), to.into());
        self
    }

    fn away(mut self, apprentice: usize, chosen: usize) -> Self {
        self.away[apprentice] = chosen;
        self
    }
}

/// What the judge says, required lessons being kept.
pub(crate) fn verdict(school: &School, proposal: &Proposal) -> Verdict {
    check(school, proposal, Effort::Strict)
}

/// The rules that are broken, one for each breach.
pub(crate) fn broken(school: &School, proposal: &Proposal) -> Vec<Rule> {
    verdict(school, proposal).breaches.iter().map(mesterskema::check::Breach::rule).collect()
}

/// The points of one kind.
pub(crate) fn points(school: &School, proposal: &Proposal, price: Price) -> i64 {
    verdict(school, proposal).difference.breakdown[price]
}
