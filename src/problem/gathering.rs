//! How choosers are gathered from the apprentices of a school.

use std::collections::{BTreeMap, BTreeSet};

use super::attended::{Attended, Roll};
use super::chooser::{Choice, Chooser, DaySet};
use super::frame::Frame;
use super::id::{Cell, ChooserId, DayId, SeatId, SiteId};
use super::table::{Ids, Table};
use super::ways::Ways;
use crate::domain::{Alternative, Apprentice, Day, PlaceName, Price, School, Span, Terms, Weights};

/// What the choosers are gathered from.
pub(super) struct Gathering<'a> {
    pub(super) school: &'a School,
    pub(super) terms: &'a Terms,
    /// The points of a unit.
    pub(super) unit: i64,
    pub(super) weights: &'a Weights,
    pub(super) frame: &'a Frame,
    pub(super) ways: &'a Ways,
    pub(super) roll: &'a Roll<'a>,
}

/// How many apprentices each seat takes: places on days, and (`None`) in all.
pub(super) fn seats(school: &School) -> BTreeMap<(&PlaceName, Option<Day>), u32> {
    let limits = school.places.iter().flat_map(|(name, place)| {
        let days = place.pupils.iter().map(move |(&day, &pupils)| ((name, Some(day)), pupils));
        days.chain(place.total.map(|total| ((name, None), total)))
    });
    limits.collect()
}

/// The seats, with their ids.
type SeatIds<'a> = BTreeMap<(&'a PlaceName, Option<Day>), SeatId>;

impl<'a> Gathering<'a> {
    /// The choosers of a school, by their first apprentice.
    ///
    /// Pupils with one `together` label are one chooser. So are pupils without a label, and without a place that has a limit
    /// or one set of days for all, who have the same alternatives and attend the same core lessons: if they differed in an
    /// optimum, each could take the other's alternative, and whichever of the two costs less would cost no more for both.
    /// Where places have limits such pupils stay apart, but alike.
    pub(super) fn choosers(&self) -> Table<ChooserId, Chooser> {
        let limits = seats(self.school);
        let ids: SeatIds<'_> = limits.keys().copied().zip(Ids::of(limits.len())).collect();
        let mut alike: BTreeMap<Prospect<'a>, ChooserId> = BTreeMap::new();
        let mut choosers = Vec::new();
        for (number, (likeness, apprentices)) in self.gather().into_iter().enumerate() {
            let id = ChooserId::new(number);
            let before = match likeness {
                Likeness::Seated(_, ways) => alike.insert(ways, id),
                Likeness::Together(_) | Likeness::Alike(_) => None,
            };
            choosers.push(Chooser { alike: before, ..self.choose(&ids, apprentices) });
        }
        choosers.into_iter().collect()
    }

    /// Those who are one chooser, by the first of them.
    fn gather(&self) -> Vec<(Likeness<'a>, Vec<usize>)> {
        let mut gathered: BTreeMap<Likeness<'a>, Vec<usize>> = BTreeMap::new();
        for index in 0..self.school.apprentices.len() {
            gathered.entry(self.likeness(index)).or_default().push(index);
        }
        let mut groups: Vec<(Likeness<'a>, Vec<usize>)> = gathered.into_iter().collect();
        groups.sort_by(|one, other| one.1.cmp(&other.1));
        groups
    }

    fn likeness(&self, index: usize) -> Likeness<'a> {
        let apprentice = &self.school.apprentices[index];
        if let Some(label) = &apprentice.together {
            return Likeness::Together(label.as_str());
        }
        let alternatives = apprentice.alternatives.iter();
        let ways = alternatives.map(|one| (one.spans.as_slice(), one.rank, one.place.as_ref()));
        let ways = Prospect { ways: ways.collect(), attended: self.roll.attended(apprentice) };
        if apprentice.alternatives.iter().any(|one| self.is_seated(one)) {
            Likeness::Seated(index, ways)
        } else {
            Likeness::Alike(ways)
        }
    }

    /// Whether it matters how many go there.
    fn is_seated(&self, alternative: &Alternative) -> bool {
        let place = alternative.place.as_ref().and_then(|place| self.school.places.get(place));
        place
            .is_some_and(|place| place.one_day || place.total.is_some() || !place.pupils.is_empty())
    }

    fn choose(&self, seats: &SeatIds<'_>, apprentices: Vec<usize>) -> Chooser {
        let first = apprentices.first().map(|&index| &self.school.apprentices[index]);
        let number = first.map_or(0, |first| first.alternatives.len());
        let choices = (0..number).map(|choice| self.choice(seats, &apprentices, choice)).collect();
        Chooser { choices, apprentices, days: None, alike: None }
    }

    fn choice(&self, seats: &SeatIds<'_>, apprentices: &[usize], choice: usize) -> Choice {
        let (mut taken, mut points) = (BTreeMap::<SeatId, u32>::new(), 0);
        let (mut days, mut is_closed) = (BTreeMap::new(), false);
        for &index in apprentices {
            let apprentice = &self.school.apprentices[index];
            let Some(given) = apprentice.alternatives.get(choice) else { continue };
            points += self.points(apprentice, given);
            let Some(place) = &given.place else { continue };
            is_closed |= self.terms.days.get(place).is_some_and(|days| *days != given.days());
            points += self.price(given);
            for day in given.days().into_iter().map(Some).chain([None]) {
                if let Some(&seat) = seats.get(&(place, day)) {
                    *taken.entry(seat).or_default() += 1;
                }
            }
            let listed = self.school.places.keys().position(|name| name == place);
            let listed = listed.filter(|_| self.school.places[place].one_day);
            days.extend(listed.map(|place| (place, given.days())));
        }
        let given = apprentices.first().map(|&index| &self.school.apprentices[index]);
        let given = given.and_then(|first| first.alternatives.get(choice));
        let whereabouts = self.roll.ways_of(apprentices);
        let missed = given.into_iter().flat_map(|given| {
            whereabouts.keys().map(|sites| self.missed(given, sites[choice])).collect::<Vec<_>>()
        });
        let (seats, days) = (taken.into_iter().collect(), days.into_iter().collect());
        let whole_days = given.map_or(0, |given| self.whole_days(given));
        Choice { missed: missed.collect(), seats, days, whole_days, points, is_closed }
    }

    /// The days of the grid on which somebody is away from morning to evening.
    fn whole_days(&self, given: &Alternative) -> DaySet {
        let is_whole = |day: &DayId| {
            let mut cells = self.frame.cells_of(*day).filter(|&cell| self.frame.in_grid(cell));
            cells.all(|cell| given.covers(self.frame.slot(cell)))
        };
        let days = self.frame.days().filter(is_whole);
        days.fold(0, |days, day| days | 1 << day.index())
    }

    /// What an alternative of an apprentice costs.
    fn points(&self, apprentice: &Apprentice, given: &Alternative) -> i64 {
        match given.rank {
            Some(rank) => self.weights[Price::Wish] * i64::from(rank),
            None if apprentice.alternatives.len() > 1 => self.weights[Price::Unplaced],
            None => 0,
        }
    }

    /// What the seats of an alternative cost.
    fn price(&self, given: &Alternative) -> i64 {
        let prices = given.seats().filter_map(|seat| self.terms.prices.get(&seat));
        prices.map(|price| price / self.unit).sum()
    }

    /// What is missed under an alternative by those whose place is at a site.
    fn missed(&self, given: &Alternative, place: SiteId) -> Table<(SiteId, Cell), bool> {
        let mut missed = Table::filled(&(self.ways.sites(), self.frame.cells()), false);
        let is_away =
            |cell: &Cell| self.frame.in_grid(*cell) && given.covers(self.frame.slot(*cell));
        let away: Vec<Cell> = self.frame.cells().filter(is_away).collect();
        for site in self.ways.sites() {
            for cell in self.frame.cells() {
                let on_the_way = || {
                    away.iter().any(|&there| self.ways.are_too_far((site, cell), (place, there)))
                };
                missed[(site, cell)] = away.contains(&cell) || on_the_way();
            }
        }
        missed
    }
}

/// What makes apprentices one chooser.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Likeness<'a> {
    Together(&'a str),
    Seated(usize, Prospect<'a>),
    Alike(Prospect<'a>),
}

/// How an apprentice may be away, and what is attended.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Prospect<'a> {
    ways: Vec<(&'a [Span], Option<u32>, Option<&'a PlaceName>)>,
    attended: BTreeSet<Attended>,
}
