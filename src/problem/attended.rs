//! Who attends which core lessons: the periods that can be missed, and the guests who may have two at once.

use std::collections::{BTreeMap, BTreeSet};

use super::chooser::{self, Chooser};
use super::id::{ChooserId, ClassId, GuestId, LessonId, PeriodId, SiteId};
use super::names::Names;
use super::table::Table;
use super::ways::SiteIds;
use crate::domain::{Alternative, Apprentice, ClassName, Level, School, Weeks};

/// A period of a core lesson, as some apprentices of a chooser attend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorePeriod {
    /// The lesson.
    pub lesson: LessonId,
    /// Periods after the lesson's start.
    pub offset: u8,
    /// How badly it is needed.
    pub level: Level,
    /// Whose apprentices.
    pub chooser: ChooserId,
    /// How many.
    pub pupils: i64,
    /// Who, by their places in [`School::apprentices`](crate::domain::School::apprentices).
    pub apprentices: Vec<usize>,
    /// Where its rows are that they attend.
    pub sites: Vec<SiteId>,
    /// Which of the ways to be at places the apprentices have: see [`Choice::misses`](super::Choice::misses).
    pub whereabouts: usize,
}

/// Apprentices of a chooser who attend the same core lessons, some of them of another class than others.
#[derive(Clone, Debug)]
pub struct Guest {
    /// What they attend.
    pub attended: Vec<Attended>,
}

/// A period of a row of a core lesson that somebody attends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attended {
    /// The lesson.
    pub lesson: LessonId,
    /// Periods after the lesson's start.
    pub offset: u8,
    /// How badly it is needed.
    pub level: Level,
    /// Where it is.
    pub site: SiteId,
    /// In these weeks.
    pub weeks: Weeks,
    /// With which of the classes.
    pub classes: Vec<ClassId>,
    /// What is missed if it is, for guests.
    pub period: PeriodId,
}

/// What is indexed of attendance.
#[derive(Default)]
pub(super) struct Attendances {
    pub(super) periods: Table<PeriodId, CorePeriod>,
    pub(super) guests: Table<GuestId, Guest>,
}

/// Reads who attends what.
pub(super) struct Roll<'a> {
    pub(super) school: &'a School,
    pub(super) names: &'a Names<'a>,
    pub(super) sites: &'a SiteIds<'a>,
    pub(super) lessons: BTreeMap<&'a ClassName, Vec<usize>>,
}

impl Roll<'_> {
    /// At which sites apprentices of a chooser are under its choices, each way once, with a number.
    pub(super) fn ways_of(&self, apprentices: &[usize]) -> BTreeMap<Vec<SiteId>, usize> {
        let sites = |&index: &usize| self.whereabouts(&self.school.apprentices[index]);
        let distinct: BTreeSet<Vec<SiteId>> = apprentices.iter().map(sites).collect();
        distinct.into_iter().zip(0..).collect()
    }

    /// The rows' periods that an apprentice attends, of core lessons.
    pub(super) fn attended(&self, apprentice: &Apprentice) -> BTreeSet<Attended> {
        let own = apprentice.classes().into_iter().filter_map(|class| self.lessons.get(class));
        let own: BTreeSet<usize> = own.flatten().copied().collect();
        own.into_iter().flat_map(|lesson| self.of_lesson(apprentice, lesson)).collect()
    }

    fn of_lesson(&self, apprentice: &Apprentice, lesson: usize) -> Vec<Attended> {
        let attended = |piece| {
            let classes = apprentice.attends_by(piece).map(|class| self.names.classes[class]);
            let mut classes: Vec<ClassId> = classes.collect();
            classes.sort_unstable();
            let level = apprentice.level(&piece.subject).filter(|_| !classes.is_empty())?;
            Some(Attended {
                lesson: LessonId::new(lesson),
                offset: piece.offset,
                level,
                site: self.sites.of_site(self.school.site_of(piece)),
                weeks: piece.weeks,
                classes,
                period: PeriodId::new(0),
            })
        };
        self.school.lessons[lesson].pieces.iter().filter_map(attended).collect()
    }

    /// The site at which an apprentice is under each alternative.
    pub(super) fn whereabouts(&self, apprentice: &Apprentice) -> Vec<SiteId> {
        let site = |given: &Alternative| {
            self.sites.of_site(self.school.site_of_place(given.place.as_ref()))
        };
        apprentice.alternatives.iter().map(site).collect()
    }

    /// The periods and the guests of a school with these choosers.
    pub(super) fn call(&self, choosers: &Table<ChooserId, Chooser>) -> Attendances {
        let chooser_of = chooser::chooser_of(choosers);
        let whereabouts: Table<ChooserId, BTreeMap<Vec<SiteId>, usize>> =
            choosers.iter().map(|one| self.ways_of(&one.apprentices)).collect();
        let mut alike: BTreeMap<Alike, Vec<usize>> = BTreeMap::new();
        for (index, apprentice) in self.school.apprentices.iter().enumerate() {
            let chooser = chooser_of[&index];
            let one = Alike {
                chooser,
                whereabouts: whereabouts[chooser][&self.whereabouts(apprentice)],
                is_guest: !apprentice.also.is_empty(),
                attended: self.attended(apprentice),
            };
            alike.entry(one).or_default().push(index);
        }
        let alike: Vec<(Alike, Vec<usize>)> = alike.into_iter().collect();
        let mut attending: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for (number, (one, pupils)) in alike.iter().enumerate() {
            for key in one.keys(number) {
                attending.entry(key).or_default().extend(pupils);
            }
        }
        let ids: BTreeMap<&Key, PeriodId> =
            attending.keys().zip((0..).map(PeriodId::new)).collect();
        let guests = alike.iter().enumerate().filter(|(_, (one, _))| one.is_guest);
        Attendances {
            guests: guests.map(|(number, (one, _))| one.guest(number, &ids)).collect(),
            periods: attending.iter().map(|(key, pupils)| key.period(pupils)).collect(),
        }
    }
}

/// Apprentices of a chooser who attend the same, and are at places in the same ways.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Alike {
    chooser: ChooserId,
    whereabouts: usize,
    is_guest: bool,
    attended: BTreeSet<Attended>,
}

impl Alike {
    /// The periods of what they attend, each once; those of guests are told apart by their `number`.
    fn keys(&self, number: usize) -> Vec<Key> {
        let mut sites: BTreeMap<(LessonId, u8, Level), BTreeSet<SiteId>> = BTreeMap::new();
        for one in &self.attended {
            sites.entry((one.lesson, one.offset, one.level)).or_default().insert(one.site);
        }
        let key = |((lesson, offset, level), sites): (_, BTreeSet<SiteId>)| Key {
            lesson,
            chooser: self.chooser,
            offset,
            level,
            sites: sites.into_iter().collect(),
            whereabouts: self.whereabouts,
            guest: self.is_guest.then_some(number),
        };
        sites.into_iter().map(key).collect()
    }

    /// What guests attend, with the period that each row's is.
    fn guest(&self, number: usize, ids: &BTreeMap<&Key, PeriodId>) -> Guest {
        let keys = self.keys(number);
        let period = |one: &Attended| {
            let is_its = |key: &&Key| {
                (key.lesson, key.offset, key.level) == (one.lesson, one.offset, one.level)
            };
            keys.iter().find(is_its).map_or(one.period, |key| ids[key])
        };
        let numbered = |one: &Attended| Attended { period: period(one), ..one.clone() };
        Guest { attended: self.attended.iter().map(numbered).collect() }
    }
}

/// What tells core periods apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    lesson: LessonId,
    chooser: ChooserId,
    offset: u8,
    level: Level,
    sites: Vec<SiteId>,
    whereabouts: usize,
    /// Which guests'; others are told apart by nothing.
    guest: Option<usize>,
}

impl Key {
    fn period(&self, apprentices: &[usize]) -> CorePeriod {
        CorePeriod {
            lesson: self.lesson,
            offset: self.offset,
            level: self.level,
            chooser: self.chooser,
            pupils: i64::try_from(apprentices.len()).unwrap_or(i64::MAX),
            apprentices: apprentices.to_vec(),
            sites: self.sites.clone(),
            whereabouts: self.whereabouts,
        }
    }
}
