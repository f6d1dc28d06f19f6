//! Who chooses among alternatives: apprentices who are given the same one, as one chooser.

use std::collections::{BTreeMap, BTreeSet};

use super::frame::Frame;
use super::id::{Cell, ChooserId, SeatId};
use super::table::{Ids, Table};
use crate::domain::{Alternative, Apprentice, ClassName, Day, Level, PlaceName, School, Span};

/// Apprentices who are given the same alternative.
#[derive(Clone, Debug)]
pub struct Chooser {
    /// Their indices in [`School::apprentices`].
    pub apprentices: Vec<usize>,
    /// The alternatives, in the file's order.
    pub choices: Vec<Choice>,
}

/// What one alternative means.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Whether the apprentices are away.
    pub away: Table<Cell, bool>,
    /// The [seats](super::Problem::seats) that it uses, and how many of each.
    pub seats: Vec<(SeatId, u32)>,
}

/// The choosers of a school, by their first apprentice.
///
/// Pupils with one `together` label are one chooser. So are pupils without a label and without a place who have the
/// same alternatives and attend the same core lessons: if they differed in an optimum, each could take the other's
/// alternative, and whichever of the two costs less would cost no more for both.
pub(super) fn gather(school: &School, frame: &Frame) -> Table<ChooserId, Chooser> {
    let seats = number_seats(school);
    let choose = |apprentices| choose(school, frame, &seats, apprentices);
    gather_alike(school).into_iter().map(choose).collect()
}

/// The placements and days with a limit.
fn number_seats(school: &School) -> BTreeMap<(&PlaceName, Day), SeatId> {
    let limited = school.places.keys().map(|(name, day)| (name, *day));
    limited.zip(Ids::of(school.places.len())).collect()
}

/// The indices of those who are one chooser.
fn gather_alike(school: &School) -> Vec<Vec<usize>> {
    let lessons = school.lessons_of_classes();
    let mut gathered: BTreeMap<Likeness<'_>, Vec<usize>> = BTreeMap::new();
    for (index, apprentice) in school.apprentices.iter().enumerate() {
        let likeness = Likeness::of((school, &lessons), index, apprentice);
        gathered.entry(likeness).or_default().push(index);
    }
    let mut groups: Vec<Vec<usize>> = gathered.into_values().collect();
    groups.sort();
    groups
}

/// The chooser of each apprentice, by index in [`School::apprentices`].
pub(super) fn chooser_of(choosers: &Table<ChooserId, Chooser>) -> BTreeMap<usize, ChooserId> {
    let with_id = |(id, chooser): (ChooserId, &Chooser)| {
        chooser.apprentices.iter().map(move |&apprentice| (apprentice, id)).collect::<Vec<_>>()
    };
    choosers.pairs().flat_map(with_id).collect()
}

/// The core periods that an apprentice attends, of a school with these lessons of its classes: lesson, offset, level.
pub(super) fn core_periods(
    (school, lessons): (&School, &BTreeMap<&ClassName, Vec<usize>>),
    apprentice: &Apprentice,
) -> BTreeSet<(usize, u8, Level)> {
    let of_lesson = |&lesson: &usize| {
        let pieces = school.lessons[lesson].pieces.iter();
        pieces
            .filter(|piece| apprentice.attends(piece))
            .filter_map(|piece| Some((lesson, piece.offset, apprentice.level(&piece.subject)?)))
            .collect::<Vec<_>>()
    };
    lessons.get(&apprentice.class).into_iter().flatten().flat_map(of_lesson).collect()
}

/// What makes apprentices one chooser.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Likeness<'a> {
    Together(&'a str),
    Placed(usize),
    Alike(Vec<&'a [Span]>, BTreeSet<(usize, u8, Level)>),
}

impl<'a> Likeness<'a> {
    fn of(
        (school, lessons): (&School, &BTreeMap<&ClassName, Vec<usize>>),
        index: usize,
        apprentice: &'a Apprentice,
    ) -> Self {
        if let Some(label) = &apprentice.together {
            Self::Together(label.as_str())
        } else if apprentice.place.is_some() {
            Self::Placed(index)
        } else {
            let spans = apprentice.alternatives.iter().map(|one| one.spans.as_slice()).collect();
            Self::Alike(spans, core_periods((school, lessons), apprentice))
        }
    }
}

fn choose(
    school: &School,
    frame: &Frame,
    seats: &BTreeMap<(&PlaceName, Day), SeatId>,
    apprentices: Vec<usize>,
) -> Chooser {
    let first = apprentices.first().map(|&index| &school.apprentices[index]);
    let alternatives = first.map_or(&[][..], |first| &first.alternatives);
    let choice = |(number, alternative): (usize, &Alternative)| Choice {
        away: frame.cells().map(|cell| alternative.covers(frame.slot(cell))).collect(),
        seats: take_seats(school, seats, &apprentices, number),
    };
    Chooser { choices: alternatives.iter().enumerate().map(choice).collect(), apprentices }
}

fn take_seats(
    school: &School,
    seats: &BTreeMap<(&PlaceName, Day), SeatId>,
    apprentices: &[usize],
    alternative: usize,
) -> Vec<(SeatId, u32)> {
    let mut taken: BTreeMap<SeatId, u32> = BTreeMap::new();
    for apprentice in apprentices.iter().map(|&index| &school.apprentices[index]) {
        let Some(place) = &apprentice.place else { continue };
        for day in apprentice.alternatives[alternative].days() {
            if let Some(&seat) = seats.get(&(place, day)) {
                *taken.entry(seat).or_default() += 1;
            }
        }
    }
    taken.into_iter().collect()
}
