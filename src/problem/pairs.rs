//! Pairs of lessons that get in each other's way without sharing a slot of a class: by ways between sites (H14), and by
//! guests who attend both (H7).

use std::collections::{BTreeMap, BTreeSet};

use super::Problem;
use super::attended::Attended;
use super::id::{Cell, ClassId, LessonId, PairId, PeriodId, SiteId, TeacherId};
use super::names::Names;
use super::table::Table;
use super::ways::SiteIds;
use crate::domain::{Effort, Level, Piece, School};

/// Two lessons, and what happens where they start beside each other.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The two, the earlier first.
    pub lessons: [LessonId; 2],
    width: usize,
    /// Whether it is too far between them, by the starts of the first and then of the second.
    too_far: Vec<bool>,
    /// Whether a guest would miss what is required, by the same.
    required_missed: Vec<bool>,
    /// What a guest misses of one of them.
    pub misses: Vec<PairMiss>,
}

/// A period that guests miss where the lessons of a pair start beside each other.
#[derive(Clone, Debug)]
pub struct PairMiss {
    /// The period, of either lesson.
    pub period: PeriodId,
    /// Whether it is missed, by the starts of the pair's first lesson and then of its second.
    when: Vec<bool>,
}

impl Pair {
    /// Whether it is too far between the lessons (H14), the first at one of its starts and the second at one of its own.
    #[must_use]
    pub fn is_too_far(&self, one: usize, other: usize) -> bool {
        self.too_far[one * self.width + other]
    }

    /// Whether a guest would miss what is required (H7), the first at one of its starts and the second at one of its own.
    #[must_use]
    pub fn misses_required(&self, one: usize, other: usize) -> bool {
        self.required_missed[one * self.width + other]
    }

    /// Whether the lessons cannot both be there, for whatever reason.
    #[must_use]
    pub fn clash(&self, one: usize, other: usize) -> bool {
        self.is_too_far(one, other) || self.misses_required(one, other)
    }

    /// Whether guests miss the period of `miss`, one of the pair's, where the lessons start there.
    #[must_use]
    pub fn is_missed(&self, miss: &PairMiss, one: usize, other: usize) -> bool {
        miss.when[one * self.width + other]
    }

    /// Whether the lessons can be anywhere beside each other.
    fn is_idle(&self) -> bool {
        let clash = self.too_far.contains(&true) || self.required_missed.contains(&true);
        !clash && self.misses.is_empty()
    }
}

/// Whom a row takes along.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Traveller {
    Class(ClassId),
    Teacher(TeacherId),
}

/// Where a row takes somebody.
struct Presence<'a> {
    lesson: LessonId,
    piece: &'a Piece,
    site: SiteId,
    /// Whether it is somebody who has all groups.
    is_of_all: bool,
}

/// Finds the pairs of an indexed school.
pub(super) struct Pairing<'a> {
    problem: &'a Problem,
    pairs: BTreeMap<[LessonId; 2], Pair>,
}

impl<'a> Pairing<'a> {
    /// The pairs in which lessons get in each other's way.
    pub(super) fn of(
        school: &School,
        problem: &'a Problem,
        names: &Names<'_>,
        sites: &SiteIds<'_>,
    ) -> Table<PairId, Pair> {
        let mut pairing = Self { problem, pairs: BTreeMap::new() };
        if !problem.ways.are_none() {
            for here in presences(school, names, sites).into_values() {
                pairing.travel(&here);
            }
        }
        for guest in &problem.guests {
            pairing.attend(&guest.attended);
        }
        pairing.pairs.into_values().filter(|pair| !pair.is_idle()).collect()
    }

    /// Between rows that take the same people along it must not be too far.
    fn travel(&mut self, here: &[Presence<'_>]) {
        for (index, one) in here.iter().enumerate() {
            for other in &here[index + 1..] {
                let differ = one.lesson != other.lesson && one.site != other.site;
                if differ && one.piece.weeks.meets(other.piece.weeks) && !side_by_side(one, other) {
                    self.keep_near(one, other);
                }
            }
        }
    }

    fn keep_near(&mut self, one: &Presence<'_>, other: &Presence<'_>) {
        let problem = self.problem;
        let (first, second) = if one.lesson < other.lesson { (one, other) } else { (other, one) };
        let is_home = |lesson: LessonId, cell| problem.lesson(lesson).home == Some(cell);
        self.mark([first.lesson, second.lesson], |pair, at, cells| {
            let [here, there] = cells;
            let here_now = (first.site, here.later(first.piece.offset));
            let there_now = (second.site, there.later(second.piece.offset));
            let stay = is_home(first.lesson, here) && is_home(second.lesson, there);
            pair.too_far[at] |= !stay && problem.ways.are_too_far(here_now, there_now);
        });
    }

    /// What guests attend with different classes they may miss for one another.
    fn attend(&mut self, attended: &[Attended]) {
        for (index, one) in attended.iter().enumerate() {
            for other in &attended[index + 1..] {
                if one.lesson == other.lesson || !one.weeks.meets(other.weeks) {
                    continue;
                }
                if !one.classes.iter().any(|class| other.classes.contains(class)) {
                    let [one, other] =
                        if one.lesson < other.lesson { [one, other] } else { [other, one] };
                    self.keep_apart(one, other);
                }
            }
        }
    }

    fn keep_apart(&mut self, one: &Attended, other: &Attended) {
        let problem = self.problem;
        let both_required = one.level == Level::Required && other.level == Level::Required;
        let must = both_required && problem.effort == Effort::Strict;
        let gives_way = |one: &Attended, other: &Attended| {
            !must && (one.level == Level::Desired || other.level == Level::Required)
        };
        let missed = [(one, other), (other, one)]
            .map(|(one, other)| gives_way(one, other).then_some(one.period));
        let lessons = [one.lesson, other.lesson];
        self.mark(lessons, |pair, at, [here, there]| {
            let (here, there) = (here.later(one.offset), there.later(other.offset));
            let both =
                here == there || problem.ways.are_too_far((one.site, here), (other.site, there));
            if both {
                pair.required_missed[at] |= must;
                missed.iter().flatten().for_each(|&period| pair.miss(period, at));
            }
        });
    }

    /// Shows every two starts of two lessons, with their place in the pair's tables.
    fn mark(&mut self, lessons: [LessonId; 2], mut mark: impl FnMut(&mut Pair, usize, [Cell; 2])) {
        let [first, second] = lessons.map(|lesson| &self.problem.lesson(lesson).starts);
        let width = second.len();
        let pair = self.pairs.entry(lessons).or_insert_with(|| Pair {
            lessons,
            width,
            too_far: vec![false; first.len() * width],
            required_missed: vec![false; first.len() * width],
            misses: Vec::new(),
        });
        for (one, here) in first.iter().enumerate() {
            for (other, there) in second.iter().enumerate() {
                mark(pair, one * width + other, [here.cell, there.cell]);
            }
        }
    }
}

impl Pair {
    fn miss(&mut self, period: PeriodId, at: usize) {
        let known = self.misses.iter().position(|miss| miss.period == period);
        let miss = known.unwrap_or_else(|| {
            self.misses.push(PairMiss { period, when: vec![false; self.too_far.len()] });
            self.misses.len() - 1
        });
        self.misses[miss].when[at] = true;
    }
}

/// What each class and each teacher has where, of those who have something at more than one site.
fn presences<'a>(
    school: &'a School,
    names: &Names<'_>,
    sites: &SiteIds<'_>,
) -> BTreeMap<Traveller, Vec<Presence<'a>>> {
    let mut presences: BTreeMap<Traveller, Vec<Presence<'a>>> = BTreeMap::new();
    for (index, lesson) in school.lessons.iter().enumerate() {
        for piece in &lesson.pieces {
            let site = sites.of_site(school.site_of(piece));
            let classes = piece.classes.iter().map(|name| Traveller::Class(names.classes[name]));
            let teachers =
                piece.teachers.iter().map(|name| Traveller::Teacher(names.teachers[name]));
            for who in classes.chain(teachers) {
                let is_of_all = matches!(who, Traveller::Teacher(_));
                let presence = Presence { lesson: LessonId::new(index), piece, site, is_of_all };
                presences.entry(who).or_default().push(presence);
            }
        }
    }
    presences.retain(|_, here| here.iter().map(|one| one.site).collect::<BTreeSet<_>>().len() > 1);
    presences
}

/// Whether nobody has both rows, for different parts of one division attend them.
fn side_by_side(one: &Presence<'_>, other: &Presence<'_>) -> bool {
    match (&one.piece.group, &other.piece.group) {
        (Some(own), Some(others)) if !one.is_of_all => {
            own.division == others.division && own.part != others.part
        }
        _ => false,
    }
}
