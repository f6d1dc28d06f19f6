//! What plans and calendars know of a school beyond its timetable: times of day, dates, places and agreements.
//!
//! Nothing here decides which timetables are allowed or what they cost, and all of it may be missing.

use std::collections::BTreeMap;
use std::fmt;

use super::apprentice::Apprentice;
use super::calendar::{Day, Slot};
use super::country::Country;
use super::date::Date;
use super::name::{ClassName, PlaceName, PupilKey};
use super::school_year::SchoolYear;
use super::weeks_away::{WeeksAway, Who};

/// A time of day, in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(pub u32);

impl fmt::Display for TimeOfDay {
    /// As `08:05`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// A stretch of a day that ends after it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours {
    /// When it begins.
    pub start: TimeOfDay,
    /// When it ends.
    pub end: TimeOfDay,
}

impl Hours {
    /// The stretch from `start` to `end`; `None` if it ends before it begins.
    #[must_use]
    pub fn new(start: TimeOfDay, end: TimeOfDay) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// Its length in minutes.
    #[must_use]
    pub const fn minutes(self) -> u32 {
        self.end.0 - self.start.0
    }

    /// Whether the two have a minute in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// From where the first of the two begins to where the last ends.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl fmt::Display for Hours {
    /// As `08:05–15:00`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}–{}", self.start, self.end)
    }
}

/// When somebody is to be somewhere, as far as it is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// From when.
    pub start: Option<TimeOfDay>,
    /// Until when.
    pub end: Option<TimeOfDay>,
}

impl Times {
    /// These times, and where they say nothing the `other` ones.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { start: self.start.or(other.start), end: self.end.or(other.end) }
    }

    /// The stretch between them, if both are said.
    #[must_use]
    pub fn hours(self) -> Option<Hours> {
        Hours::new(self.start?, self.end?)
    }
}

/// What is known of a placement's place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceNotes {
    /// Where it is.
    pub address: Option<String>,
    /// When apprentices are there: on a day, or (`None`) on every day that has no times of its own.
    pub times: BTreeMap<Option<Day>, Times>,
}

impl PlaceNotes {
    fn times_on(&self, day: Day) -> Times {
        let said = |day: Option<Day>| self.times.get(&day).copied().unwrap_or_default();
        said(Some(day)).or(said(None))
    }
}

/// What is agreed about one apprentice's placement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// When the pupil meets and leaves, on each day of the placement.
    pub times: Times,
    /// The first date of the placement; before it the pupil is at school.
    pub from: Option<Date>,
    /// The last date of the placement.
    pub until: Option<Date>,
    /// Whom to call.
    pub contact: Option<String>,
}

impl Agreement {
    /// Whether the placement is under way on `date`.
    #[must_use]
    pub fn holds_on(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }
}

/// What plans and calendars know of a school beyond its timetable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Almanac {
    /// Whose law and clock hold.
    pub country: Country,
    /// When the periods are.
    pub bells: BTreeMap<Slot, Hours>,
    /// What is noted of the places of placements.
    pub places: BTreeMap<PlaceName, PlaceNotes>,
    /// What is agreed about each apprentice.
    pub agreements: BTreeMap<PupilKey, Agreement>,
    /// The dates of the school year.
    pub year: SchoolYear,
    /// Who is away for whole weeks.
    pub weeks_away: Vec<WeeksAway>,
}

impl Almanac {
    /// When `apprentice` is at a place on a day: by his or her own times, else by those of the place.
    #[must_use]
    pub fn placement_hours(
        &self,
        apprentice: &Apprentice,
        place: Option<&PlaceName>,
        day: Day,
    ) -> Option<Hours> {
        let own = self.agreements.get(&apprentice.pupil).map(|agreed| agreed.times);
        let notes = place.and_then(|place| self.places.get(place));
        let of_place = notes.map(|notes| notes.times_on(day));
        own.unwrap_or_default().or(of_place.unwrap_or_default()).hours()
    }

    /// The weeks in which an apprentice is away, alone or with the home class.
    pub fn weeks_away(&self, apprentice: &Apprentice) -> impl Iterator<Item = &WeeksAway> {
        self.weeks_away.iter().filter(|away| match &away.who {
            Who::Pupil(pupil) => *pupil == apprentice.pupil,
            Who::Class(class) => *class == apprentice.class,
        })
    }

    /// The weeks in which an apprentice alone is away.
    pub fn weeks_away_of_pupil(&self, apprentice: &Apprentice) -> impl Iterator<Item = &WeeksAway> {
        let is_own = |who: &Who| matches!(who, Who::Pupil(pupil) if *pupil == apprentice.pupil);
        self.weeks_away(apprentice).filter(move |away| is_own(&away.who))
    }

    /// The weeks in which a class is away as a whole.
    pub fn weeks_away_of_class<'a>(
        &'a self,
        class: &'a ClassName,
    ) -> impl Iterator<Item = &'a WeeksAway> {
        let is_own = move |who: &Who| matches!(who, Who::Class(own) if own == class);
        self.weeks_away.iter().filter(move |away| is_own(&away.who))
    }

    /// From the beginning of the first of some slots to the end of the last; `None` if either is not known.
    #[must_use]
    pub fn hours_of(&self, first: Slot, last: Slot) -> Option<Hours> {
        Hours::new(self.bells.get(&first)?.start, self.bells.get(&last)?.end)
    }
}
