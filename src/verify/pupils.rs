//! What the law says of pupils: who attends what, who misses it when, and who may be counted as one.

use std::collections::{BTreeMap, BTreeSet};

use super::Reason;
use super::facts::Facts;
use crate::domain::{
    Alternative, Apprentice, ClassName, Day, Effort, Level, Place, PlaceName, Price, SiteName,
    Slot, Span, Weeks,
};

/// Who is given the same alternative.
pub(super) struct Party {
    /// By their places among the school's apprentices.
    pub(super) pupils: Vec<usize>,
    /// What each alternative costs by itself, in units.
    pub(super) points: Vec<i128>,
    /// An earlier party that is alike in everything; see [`Pupils::parties`].
    pub(super) twin: Option<usize>,
}

/// A row's period that a pupil attends, of a core lesson.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Attended<'a> {
    pub(super) lesson: usize,
    pub(super) offset: u8,
    pub(super) level: Level,
    pub(super) site: Option<&'a SiteName>,
    pub(super) weeks: Vec<u8>,
    pub(super) classes: BTreeSet<&'a ClassName>,
}

/// A period that a pupil attends: whose, of which lesson, which of it, and how badly it is needed.
pub(super) type Key = (usize, usize, u8, Level);

/// A period that is counted once for several pupils who miss it together.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    pub(super) pupils: Vec<usize>,
    pub(super) lesson: usize,
    pub(super) offset: u8,
    pub(super) level: Level,
}

impl Shared {
    pub(super) fn key(&self) -> Key {
        (self.pupils[0], self.lesson, self.offset, self.level)
    }
}

pub(super) struct Pupils<'a> {
    pub(super) attended: Vec<BTreeSet<Attended<'a>>>,
    /// By start of the lesson and alternative: whether the pupil is away, or on the way.
    pub(super) away: BTreeMap<Key, Vec<Vec<bool>>>,
    pub(super) parties: Vec<Party>,
    party_of: BTreeMap<usize, usize>,
    guests: BTreeSet<usize>,
}

impl<'a> Pupils<'a> {
    pub(super) fn of(facts: &Facts<'a>) -> Self {
        let apprentices = &facts.school.apprentices;
        let attended: Vec<BTreeSet<Attended<'a>>> =
            apprentices.iter().map(|pupil| attended(facts, pupil)).collect();
        let mut away = BTreeMap::new();
        for (index, (pupil, rows)) in apprentices.iter().zip(&attended).enumerate() {
            for row in rows {
                let missed = away_from(facts, pupil, row);
                let table: &mut Vec<Vec<bool>> =
                    away.entry((index, row.lesson, row.offset, row.level)).or_default();
                if table.is_empty() {
                    *table = missed;
                } else {
                    let both = table.iter_mut().flatten().zip(missed.into_iter().flatten());
                    both.for_each(|(known, more)| *known |= more);
                }
            }
        }
        let parties = parties(facts, &attended);
        let members = |(party, one): (usize, &Party)| {
            one.pupils.iter().map(move |&pupil| (pupil, party)).collect::<Vec<_>>()
        };
        let party_of = parties.iter().enumerate().flat_map(members).collect();
        let classes = |rows: &BTreeSet<Attended<'a>>| {
            rows.iter().flat_map(|row| row.classes.clone()).collect::<BTreeSet<_>>().len()
        };
        let all = attended.iter().enumerate();
        let guests = all.filter(|(_, rows)| classes(rows) > 1).map(|one| one.0).collect();
        Self { attended, away, parties, party_of, guests }
    }

    pub(super) fn party(&self, facts: &Facts<'_>, pupil: &str) -> Result<usize, Reason> {
        self.party_of
            .get(&pupil_named(facts, pupil)?)
            .copied()
            .ok_or_else(|| Reason::unknown("pupil", pupil))
    }

    pub(super) fn party_of(&self, pupil: usize) -> Option<usize> {
        self.party_of.get(&pupil).copied()
    }

    /// Whether the pupil misses the period wherever he or she is given, for it starts there: the start pays for it.
    pub(super) fn is_always_away(&self, key: Key, start: usize) -> bool {
        self.away.get(&key).is_some_and(|starts| starts[start].iter().all(|&missed| missed))
    }

    /// A period that several pupils miss together, for nothing tells them apart.
    pub(super) fn shared(&self, shared: Shared) -> Result<Shared, Reason> {
        let first = *shared.pupils.first().ok_or(Reason::NotImplied)?;
        let key = |pupil| (pupil, shared.lesson, shared.offset, shared.level);
        let table = self.away.get(&key(first)).ok_or(Reason::NotImplied)?;
        let distinct: BTreeSet<usize> = shared.pupils.iter().copied().collect();
        let are_alike = shared.pupils.iter().all(|&pupil| {
            self.party_of(pupil) == self.party_of(first)
                && self.away.get(&key(pupil)) == Some(table)
                && (self.attended[pupil] == self.attended[first]
                    || [pupil, first].iter().all(|one| !self.guests.contains(one)))
        });
        if distinct.len() == shared.pupils.len() && are_alike {
            Ok(shared)
        } else {
            Err(Reason::NotImplied)
        }
    }

    /// What those attend who have lessons of several classes, and so may miss one for another.
    pub(super) fn guests(&self) -> impl Iterator<Item = &BTreeSet<Attended<'a>>> {
        self.guests.iter().map(|&pupil| &self.attended[pupil])
    }
}

pub(super) fn pupil_named(facts: &Facts<'_>, key: &str) -> Result<usize, Reason> {
    let found = facts.school.apprentices.iter().position(|pupil| pupil.pupil.as_str() == key);
    found.ok_or_else(|| Reason::unknown("pupil", key))
}

/// What missing a period of a level costs, in units; `None`: it must not be.
pub(super) fn price_of_missing(facts: &Facts<'_>, level: Level) -> Option<i128> {
    match (level, facts.effort) {
        (Level::Required, Effort::Strict) => None,
        (Level::Required, Effort::Best) => Some(facts.price(Price::Required)),
        (Level::Desired, _) => Some(facts.price(Price::Desired)),
    }
}

fn attended<'a>(facts: &Facts<'a>, pupil: &Apprentice) -> BTreeSet<Attended<'a>> {
    let mut rows = BTreeSet::new();
    let own: BTreeSet<usize> = pupil
        .classes()
        .into_iter()
        .flat_map(|class| facts.lessons_of_class(class))
        .copied()
        .collect();
    for lesson in own {
        for piece in &facts.school.lessons[lesson].pieces {
            let by = |class: &&ClassName| pupil.attends_by(piece).any(|one| one == *class);
            let classes: BTreeSet<&ClassName> = piece.classes.iter().filter(by).collect();
            let Some(level) = pupil.level(&piece.subject).filter(|_| !classes.is_empty()) else {
                continue;
            };
            let site = facts.school.site_of(piece);
            let weeks = numbers(piece.weeks);
            rows.insert(Attended { lesson, offset: piece.offset, level, site, weeks, classes });
        }
    }
    rows
}

fn numbers(weeks: Weeks) -> Vec<u8> {
    weeks.iter().map(|week| week.0).collect()
}

/// By start and alternative: whether a pupil misses a row because of being away, or on the way.
fn away_from(facts: &Facts<'_>, pupil: &Apprentice, row: &Attended<'_>) -> Vec<Vec<bool>> {
    let misses = |given: &Alternative, slot: Slot| {
        let place = facts.school.site_of_place(given.place.as_ref());
        given.covers(slot)
            || facts.school.grid.slots().any(|there| {
                given.covers(there)
                    && facts.school.travel.is_too_far((slot, row.site), (there, place))
            })
    };
    let at = |start: &Slot| {
        let slot = start.later(row.offset);
        let alternatives = pupil.alternatives.iter();
        alternatives.map(|given| slot.is_some_and(|slot| misses(given, slot))).collect()
    };
    facts.lessons[row.lesson].starts.iter().map(at).collect()
}

/// What makes pupils one party.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Likeness<'a> {
    Together(&'a str),
    Alone(usize),
    Alike(Prospect<'a>),
}

type Ways<'a> = Vec<(&'a [Span], Option<u32>, Option<&'a PlaceName>)>;
type Prospect<'a> = (Ways<'a>, BTreeSet<Attended<'a>>);

/// Who is given the same alternative: those with one `together` label; and those without a label who have the same
/// alternatives, none at a place where it matters how many come, and attend the same. For of two of them who were given
/// different ones, each could have the other's, no rule and no price noticing, and one of both ways costs no more than what
/// they have.
///
/// Where it does matter how many come, such pupils stay apart; but exchanging what they are given changes nothing, so that
/// the later of two never needs an earlier alternative: its twin is the earlier.
fn parties<'a>(facts: &Facts<'a>, attended: &[BTreeSet<Attended<'a>>]) -> Vec<Party> {
    let mut groups: BTreeMap<Likeness<'a>, Vec<usize>> = BTreeMap::new();
    let prospect = |index: usize| -> Prospect<'a> {
        let ways = facts.school.apprentices[index].alternatives.iter();
        (
            ways.map(|one| (&*one.spans, one.rank, one.place.as_ref())).collect(),
            attended[index].clone(),
        )
    };
    for (index, pupil) in facts.school.apprentices.iter().enumerate() {
        let likeness = match &pupil.together {
            Some(label) => Likeness::Together(label.as_str()),
            None if pupil.alternatives.iter().any(|one| is_counted(facts, one)) => {
                Likeness::Alone(index)
            }
            None => Likeness::Alike(prospect(index)),
        };
        groups.entry(likeness).or_default().push(index);
    }
    let mut groups: Vec<(Likeness<'a>, Vec<usize>)> = groups.into_iter().collect();
    groups.sort_by(|one, other| one.1.cmp(&other.1));
    let mut last: BTreeMap<Prospect<'a>, usize> = BTreeMap::new();
    let party = |(number, (likeness, pupils)): (usize, (Likeness<'a>, Vec<usize>))| {
        let twin = match likeness {
            Likeness::Alone(index) => last.insert(prospect(index), number),
            Likeness::Together(_) | Likeness::Alike(_) => None,
        };
        Party { points: points(facts, &pupils), pupils, twin }
    };
    groups.into_iter().enumerate().map(party).collect()
}

pub(super) fn place<'a>(
    facts: &Facts<'a>,
    given: &Alternative,
) -> Option<(&'a PlaceName, &'a Place)> {
    facts.school.places.get_key_value(given.place.as_ref()?)
}

fn is_counted(facts: &Facts<'_>, given: &Alternative) -> bool {
    place(facts, given).is_some_and(|(_, place)| {
        place.one_day || place.total.is_some() || !place.pupils.is_empty()
    })
}

fn points(facts: &Facts<'_>, pupils: &[usize]) -> Vec<i128> {
    let apprentices = || pupils.iter().map(|&pupil| &facts.school.apprentices[pupil]);
    let number = apprentices().next().map_or(0, |first| first.alternatives.len());
    let of = |pupil: &Apprentice, given: &Alternative| match given.rank {
        Some(rank) => facts.price(Price::Wish) * i128::from(rank),
        None if pupil.alternatives.len() > 1 => facts.price(Price::Unplaced),
        None => 0,
    };
    let sum = |choice: usize| {
        apprentices().filter_map(|pupil| Some(of(pupil, pupil.alternatives.get(choice)?))).sum()
    };
    (0..number).map(sum).collect()
}

/// The days of the grid on which a party is away from morning to evening.
pub(super) fn whole_days(facts: &Facts<'_>, party: &Party, choice: usize) -> BTreeSet<Day> {
    let given = &facts.school.apprentices[party.pupils[0]].alternatives[choice];
    let grid = &facts.school.grid;
    let is_whole =
        |day: &Day| grid.periods_on(*day).all(|period| given.covers(Slot::new(*day, period)));
    grid.days().filter(is_whole).collect()
}
