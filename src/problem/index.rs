//! From names to ids.

use std::collections::{BTreeMap, BTreeSet};

use super::attended::{CorePeriod, Roll};
use super::chooser::DaySet;
use super::frame::Frame;
use super::gathering::{self, Gathering};
use super::id::{Cell, ClassId, DayId, LessonId, PeriodId, SubjectId};
use super::lesson::IndexedLesson;
use super::names::Names;
use super::pairs::Pairing;
use super::shared_days;
use super::starts::{self, room_availability};
use super::table::{Id, Ids, Table};
use super::uses::index_lessons;
use super::ways::{SiteIds, Ways};
use super::{Apart, Problem};
use crate::domain::{Effort, School, Terms, Week, common_divisor};

type Lessons = Table<LessonId, IndexedLesson>;

impl Problem {
    /// Indexes `school`.
    #[must_use]
    pub fn index(school: &School, effort: Effort) -> Self {
        Self::index_under(&Terms::default(), school, effort)
    }

    /// Indexes `school` where more holds of places than its files say.
    #[must_use]
    pub fn index_under(terms: &Terms, school: &School, effort: Effort) -> Self {
        let frame = Frame::around(&school.grid, school.weeks.len());
        let (names, sites) = (Names::of(school), SiteIds::of(school));
        let ways = Ways::of(school, &frame, &sites);
        let prices = terms.prices.values().copied();
        let unit = common_divisor(prices.chain([school.weights.in_common(effort)])).max(1);
        let points_of_unit = unit;
        let weights = school.weights.in_units_of(points_of_unit);
        let lessons_of_classes = school.lessons_of_classes();
        let roll = Roll { school, names: &names, sites: &sites, lessons: lessons_of_classes };
        let gathering = Gathering {
            school,
            terms,
            unit,
            weights: &weights,
            frame: &frame,
            ways: &ways,
            roll: &roll,
        };
        let choosers = gathering.choosers();
        let attendances = roll.call(&choosers);
        let mut lessons = index_lessons(school, &frame, &names);
        attend(&attendances.periods, &mut lessons);
        let classes = Ids::of(names.classes.len());
        let class_occupied = occupied(&frame, classes.clone(), &lessons);
        let is_settled: Table<ClassId, bool> =
            class_occupied.each_line(|cells| cells.contains(&true));
        let new_slots = new_slots(&frame, &is_settled, &class_occupied);
        starts::list(school, &weights, &frame, (&class_occupied, &new_slots), &mut lessons);
        let mut problem = Self {
            lessons_of_class: lessons_of(&classes, &lessons, |lesson| {
                lesson.classes.iter().map(|used| used.class).collect()
            }),
            lessons_of_teacher: lessons_of(&Ids::of(names.teachers.len()), &lessons, |lesson| {
                lesson.teachers.iter().map(|used| used.teacher).collect()
            }),
            lessons_of_room: lessons_of(&Ids::of(names.rooms.len()), &lessons, |lesson| {
                let lone = lesson.rooms.iter().filter(|used| used.choices.len() == 1);
                lone.map(|used| used.room).collect()
            }),
            teacher_limits: school.teachers.values().map(|teacher| teacher.max_per_day).collect(),
            room_capacity: school.rooms.values().map(|room| room.parallel).collect(),
            room_available: room_availability(school, &frame),
            subject_limits: school.subjects.values().map(|one| one.max_per_day).collect(),
            seats: gathering::seats(school).into_values().collect(),
            apart: apart(school, &names),
            periods: attendances.periods,
            guests: attendances.guests,
            pairs: Table::default(),
            ways,
            weights,
            points_of_unit,
            frame,
            lessons,
            choosers,
            is_settled,
            new_slots,
            effort,
            allowance: None,
        };
        problem.pair(school, &names, &sites);
        problem.share_days(school);
        problem
    }

    /// Enters the pairs of lessons that get in each other's way.
    fn pair(&mut self, school: &School, names: &Names<'_>, sites: &SiteIds<'_>) {
        self.pairs = Pairing::of(school, self, names, sites);
        for (id, pair) in self.pairs.pairs() {
            for lesson in pair.lessons {
                self.lessons[lesson].pairs.push(id);
            }
        }
    }
}

impl Problem {
    /// Adds the choices of days on which any of several pupils is away.
    fn share_days(&mut self, school: &School) {
        let days = shared_days::gather(school, self, &|lessons, away| self.fit(lessons, away));
        let choosers = self.choosers.iter().cloned().chain(days);
        self.choosers = choosers.collect();
    }

    /// Whether counting leaves room for lessons on the days on which nobody is `away`.
    fn fit(&self, lessons: &[LessonId], away: DaySet) -> bool {
        let is_left = |day: DayId| away & 1 << day.index() == 0;
        let days: Vec<DayId> = self.frame.days().filter(|&day| is_left(day)).collect();
        let has_start = |&lesson: &LessonId| {
            let mut starts = self.lessons[lesson].starts.iter();
            starts.any(|start| is_left(self.frame.day(start.cell)))
        };
        lessons.iter().all(has_start) && self.subjects_fit(lessons, &days)
    }

    /// Whether no class has more of a subject among some lessons than so many days may have.
    fn subjects_fit(&self, lessons: &[LessonId], days: &[DayId]) -> bool {
        let mut all: BTreeMap<(ClassId, SubjectId, Week), i64> = BTreeMap::new();
        let mut at_once: BTreeMap<(ClassId, SubjectId, Week), i64> = BTreeMap::new();
        let mut by_day: BTreeMap<(ClassId, SubjectId, Week, DayId), i64> = BTreeMap::new();
        for lesson in &self.lessons {
            let own = subject_periods(lesson);
            for (key, periods) in own {
                if lessons.contains(&lesson.id) {
                    *all.entry(key).or_default() += periods;
                }
                if let Some(home) = lesson.home {
                    let (class, subject, week) = key;
                    let day = (class, subject, week, self.frame.day(home));
                    *by_day.entry(day).or_default() += periods;
                } else {
                    let longest = at_once.entry(key).or_default();
                    *longest = periods.max(*longest);
                }
            }
        }
        let count = i64::try_from(days.len()).unwrap_or(i64::MAX);
        all.into_iter().all(|((class, subject, week), periods)| {
            let key = (class, subject, week);
            let had = self.frame.days().filter_map(|day| by_day.get(&(class, subject, week, day)));
            let had = had.copied().max().unwrap_or(0);
            let longest = at_once.get(&key).copied().unwrap_or(0);
            let limit = i64::from(self.subject_limits[subject]).max(had).max(longest);
            periods <= limit.saturating_mul(count)
        })
    }
}

/// How many periods a lesson has of each class's subject in each week.
fn subject_periods(lesson: &IndexedLesson) -> BTreeMap<(ClassId, SubjectId, Week), i64> {
    let mut periods = BTreeMap::new();
    for used in &lesson.subjects {
        for week in used.weeks.iter() {
            *periods.entry((used.class, used.subject, week)).or_default() += 1;
        }
    }
    periods
}

/// Enters into each lesson who must or should attend it.
fn attend(periods: &Table<PeriodId, CorePeriod>, lessons: &mut Lessons) {
    for (id, period) in periods.pairs() {
        lessons[period.lesson].periods.push(id);
    }
}

fn occupied(
    frame: &Frame,
    classes: Ids<ClassId>,
    lessons: &Lessons,
) -> Table<(ClassId, Cell), bool> {
    let mut occupied = Table::filled(&(classes, frame.cells()), false);
    for (lesson, home) in lessons.iter().filter_map(|lesson| Some((lesson, lesson.home?))) {
        for used in &lesson.classes {
            occupied[(used.class, home.later(used.offset))] = true;
        }
    }
    occupied
}

/// Where a class had no lesson; nowhere for a class that had none at all.
fn new_slots(
    frame: &Frame,
    is_settled: &Table<ClassId, bool>,
    occupied: &Table<(ClassId, Cell), bool>,
) -> Table<(ClassId, Cell), bool> {
    let mut new = Table::filled(&(is_settled.ids(), frame.cells()), false);
    for class in is_settled.ids().filter(|&class| is_settled[class]) {
        for cell in frame.cells() {
            new[(class, cell)] = !occupied[(class, cell)];
        }
    }
    new
}

/// The lessons of each class with one label in a week.
fn apart(school: &School, names: &Names<'_>) -> Vec<Apart> {
    let mut apart: BTreeMap<(ClassId, &str, Week), BTreeSet<LessonId>> = BTreeMap::new();
    for (index, lesson) in school.lessons.iter().enumerate() {
        for piece in &lesson.pieces {
            let Some(label) = &piece.apart else { continue };
            for class in &piece.classes {
                for week in piece.weeks.iter() {
                    let key = (names.classes[class], label.as_str(), week);
                    apart.entry(key).or_default().insert(LessonId::new(index));
                }
            }
        }
    }
    let group = |((class, _, week), lessons): ((_, _, _), BTreeSet<LessonId>)| Apart {
        class,
        week,
        lessons: lessons.into_iter().collect(),
    };
    apart.into_iter().map(group).collect()
}

/// The lessons of each of `all`, each lesson once.
fn lessons_of<I: Id + Ord>(
    all: &Ids<I>,
    lessons: &Lessons,
    ids: impl Fn(&IndexedLesson) -> BTreeSet<I>,
) -> Table<I, Vec<LessonId>> {
    let mut lists = Table::filled(all, Vec::new());
    for lesson in lessons {
        for id in ids(lesson) {
            lists[id].push(lesson.id);
        }
    }
    lists
}
