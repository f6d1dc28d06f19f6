//! Who chooses among alternatives: apprentices who are given the same one, as one chooser.

use std::collections::{BTreeMap, BTreeSet};

use super::frame::Frame;
use super::id::ChooserId;
use crate::domain::{Apprentice, ClassName, Day, Level, PlaceName, School};

/// Apprentices who are given the same alternative.
#[derive(Clone, Debug)]
pub struct Chooser {
    /// Their places in [`School::apprentices`].
    pub apprentices: Vec<usize>,
    /// The alternatives, in the file's order.
    pub choices: Vec<Choice>,
}

/// What one alternative means.
#[derive(Clone, Debug)]
pub struct Choice {
    /// By cell: whether the apprentices are away.
    pub away: Vec<bool>,
    /// Places in [`Problem::seats`](super::Problem::seats) that it uses, and how many of each.
    pub seats: Vec<(usize, u32)>,
}

/// The places and days with a limit, each with its place in [`Problem::seats`](super::Problem::seats).
pub(super) fn number_seats(school: &School) -> BTreeMap<(&PlaceName, Day), usize> {
    school.places.keys().enumerate().map(|(place, (name, day))| ((name, *day), place)).collect()
}

/// The choosers of a school, by their first apprentice.
///
/// Pupils with one `together` label are one chooser. So are pupils without a label and without a place who have the
/// same alternatives and attend the same core lessons: if they differed in an optimum, each could take the other's
/// alternative, and whichever of the two costs less would cost no more for both.
pub(super) fn gather(school: &School, frame: &Frame) -> Vec<Chooser> {
    let seats = number_seats(school);
    let lessons = school.lessons_of_classes();
    let mut gathered: BTreeMap<Likeness<'_>, Vec<usize>> = BTreeMap::new();
    for (place, apprentice) in school.apprentices.iter().enumerate() {
        gathered
            .entry(Likeness::of((school, &lessons), place, apprentice))
            .or_default()
            .push(place);
    }
    let mut groups: Vec<Vec<usize>> = gathered.into_values().collect();
    groups.sort();
    groups.into_iter().map(|apprentices| choose(school, frame, &seats, apprentices)).collect()
}

/// The chooser of each apprentice, by place in [`School::apprentices`].
pub(super) fn chooser_of(choosers: &[Chooser]) -> BTreeMap<usize, ChooserId> {
    choosers
        .iter()
        .enumerate()
        .flat_map(|(place, chooser)| {
            chooser.apprentices.iter().map(move |&apprentice| (apprentice, ChooserId::new(place)))
        })
        .collect()
}

/// The core periods that an apprentice attends, of a school with these lessons of its classes: lesson, offset, level.
pub(super) fn core_periods(
    (school, lessons): (&School, &BTreeMap<&ClassName, Vec<usize>>),
    apprentice: &Apprentice,
) -> BTreeSet<(usize, u8, Level)> {
    let of_lesson = |&place: &usize| {
        let pieces = school.lessons[place].pieces.iter();
        pieces
            .filter(|piece| apprentice.attends(piece))
            .filter_map(|piece| Some((place, piece.offset, apprentice.level(&piece.subject)?)))
            .collect::<Vec<_>>()
    };
    lessons.get(&apprentice.class).into_iter().flatten().flat_map(of_lesson).collect()
}

/// What makes apprentices one chooser.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Likeness<'a> {
    Together(&'a str),
    Placed(usize),
    Alike(Vec<&'a [crate::domain::Span]>, BTreeSet<(usize, u8, Level)>),
}

impl<'a> Likeness<'a> {
    fn of(
        (school, lessons): (&School, &BTreeMap<&ClassName, Vec<usize>>),
        place: usize,
        apprentice: &'a Apprentice,
    ) -> Self {
        if let Some(label) = &apprentice.together {
            Self::Together(label.as_str())
        } else if apprentice.place.is_some() {
            Self::Placed(place)
        } else {
            let spans = apprentice.alternatives.iter().map(|one| one.spans.as_slice()).collect();
            Self::Alike(spans, core_periods((school, lessons), apprentice))
        }
    }
}

fn choose(
    school: &School,
    frame: &Frame,
    seats: &BTreeMap<(&PlaceName, Day), usize>,
    apprentices: Vec<usize>,
) -> Chooser {
    let first = apprentices.first().map(|&place| &school.apprentices[place]);
    let count = first.map_or(0, |first| first.alternatives.len());
    let choices = (0..count)
        .map(|alternative| Choice {
            away: first.map_or_else(Vec::new, |first| {
                let spans = &first.alternatives[alternative];
                frame.cells().map(|cell| spans.covers(frame.slot(cell))).collect()
            }),
            seats: take_seats(school, seats, &apprentices, alternative),
        })
        .collect();
    Chooser { apprentices, choices }
}

fn take_seats(
    school: &School,
    seats: &BTreeMap<(&PlaceName, Day), usize>,
    apprentices: &[usize],
    alternative: usize,
) -> Vec<(usize, u32)> {
    let mut taken: BTreeMap<usize, u32> = BTreeMap::new();
    for apprentice in apprentices.iter().map(|&place| &school.apprentices[place]) {
        for day in apprentice.alternatives[alternative].days() {
            let seat = apprentice.place.as_ref().and_then(|place| seats.get(&(place, day)));
            if let Some(&seat) = seat {
                *taken.entry(seat).or_default() += 1;
            }
        }
    }
    taken.into_iter().collect()
}
