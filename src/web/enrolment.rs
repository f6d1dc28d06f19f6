//! What somebody fills in about a pupil: boxes and lists, and the row of a file that they stand for.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use itertools::Itertools;

use super::edit::{Change, Edit};
use super::situation::Situation;
use crate::domain::{Alternative, Apprentice, Day, Grid};

/// How many ways to be away can be filled in.
pub(super) const MOST_WAYS: usize = 3;

/// What is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Enrolment {
    /// Whether the pupil is to become an apprentice.
    pub(super) is_new: bool,
    pub(super) pupil: String,
    pub(super) class: String,
    /// The ways to be away, the dearest wish first.
    pub(super) ways: Vec<Way>,
    /// Whether the pupil may also be given no placement.
    pub(super) or_none: bool,
    /// When the pupil is away, as it is written, where boxes cannot say it.
    pub(super) written: String,
    pub(super) groups: BTreeSet<String>,
    pub(super) place: String,
    pub(super) together: String,
    pub(super) required: BTreeSet<String>,
    pub(super) desired: BTreeSet<String>,
    pub(super) also: String,
    pub(super) skips: String,
}

/// A way to be away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Way {
    /// The days, each with its periods; none for the whole day.
    pub(super) days: BTreeMap<Day, String>,
    /// Any one day.
    pub(super) is_any: bool,
    /// Where, if that is another place than the pupil's.
    pub(super) place: String,
}

impl Enrolment {
    /// What is known of an apprentice.
    pub(super) fn of(one: &Apprentice, grid: &Grid) -> Self {
        let joined = |names: Vec<String>| names.join("+");
        let also = one.also.iter().map(|also| match &also.subject {
            Some(subject) => format!("{}/{subject}", also.class),
            None => also.class.to_string(),
        });
        let ways = ways(one, grid);
        Self {
            is_new: false,
            pupil: one.pupil.to_string(),
            class: one.class.to_string(),
            or_none: one.alternatives.iter().any(Alternative::is_none) && ways.is_some(),
            written: match &ways {
                Some(_) => String::new(),
                None => one.alternatives.iter().map(|way| way.written.as_str()).join("|"),
            },
            ways: ways.unwrap_or_default(),
            groups: one.groups.iter().map(ToString::to_string).collect(),
            place: one.place.as_ref().map(ToString::to_string).unwrap_or_default(),
            together: one.together.as_ref().map(ToString::to_string).unwrap_or_default(),
            required: one.required.iter().map(ToString::to_string).collect(),
            desired: one.desired.iter().map(ToString::to_string).collect(),
            also: joined(also.collect()),
            skips: one.skips.iter().join("+"),
        }
    }

    /// What a form says, by the names of its fields.
    pub(super) fn read(fields: &[(String, String)]) -> Self {
        let mut said = Self { ways: vec![Way::default(); MOST_WAYS], ..Self::default() };
        for (name, value) in fields {
            said.take(name, value.trim());
        }
        said.ways.retain(|way| way.is_any || !way.days.is_empty());
        said
    }

    fn take(&mut self, name: &str, value: &str) {
        match name {
            "change" => self.is_new = value == "join",
            "pupil" => value.clone_into(&mut self.pupil),
            "class" => value.clone_into(&mut self.class),
            "away" => value.clone_into(&mut self.written),
            "none" => self.or_none = true,
            "group" => self.groups.extend((!value.is_empty()).then(|| value.to_owned())),
            "place" => value.clone_into(&mut self.place),
            "together" => value.clone_into(&mut self.together),
            "required" => self.required.extend([value.to_owned()]),
            "desired" => self.desired.extend([value.to_owned()]),
            "also" => value.clone_into(&mut self.also),
            "skips" => value.clone_into(&mut self.skips),
            _ => self.take_way(name, value),
        }
    }

    /// A field of one of the ways: `any-0`, `at-0`, `day-0-thu`, `periods-0-thu`.
    fn take_way(&mut self, name: &str, value: &str) {
        let mut parts = name.split('-');
        let kind = parts.next().unwrap_or_default();
        let number = parts.next().and_then(|number| number.parse::<usize>().ok());
        let Some(way) = number.and_then(|number| self.ways.get_mut(number)) else { return };
        let day = parts.next().and_then(|day| crate::input::day(day).ok());
        match (kind, day) {
            ("any", _) => way.is_any = true,
            ("at", _) => value.clone_into(&mut way.place),
            // Periods come after the box of their day, and say nothing without it.
            ("day", Some(day)) => drop(way.days.insert(day, String::new())),
            ("periods", Some(day)) => {
                if let Some(periods) = way.days.get_mut(&day) {
                    value.clone_into(periods);
                }
            }
            _ => {}
        }
    }

    /// When the pupil is away, as a file writes it.
    pub(super) fn away(&self) -> String {
        let ways = self.ways.iter().map(Way::written);
        let none = self.or_none.then(|| Alternative::NONE.to_owned());
        let boxes = ways.chain(none).join("|");
        if boxes.is_empty() { self.written.clone() } else { boxes }
    }

    /// The steps of changes that make of the school as it is `now` one with what is filled in. Who is given less than before
    /// is taken away and comes anew: in a row of changes what is empty stays as it was.
    pub(super) fn steps(&self, now: &Situation) -> Vec<Vec<Edit>> {
        let known = now.school.apprentices.iter().find(|one| one.pupil.as_str() == self.pupil);
        let known = known.filter(|_| !self.is_new).map(|one| Self::of(one, &now.school.grid));
        match known {
            Some(known) if self.lacks(&known) => {
                let leaves = Edit::of(Change::Leave, &self.pupil);
                vec![vec![leaves], vec![self.edit(Change::Join, Some(&known))]]
            }
            known if self.is_new => vec![vec![self.edit(Change::Join, known.as_ref())]],
            known => vec![vec![self.edit(Change::Move, known.as_ref())]],
        }
    }

    /// The pupils of a list, one on each line: the key, and where they differ from what is filled in the class, when they
    /// are away, the group and the place. Who is an apprentice already is changed.
    pub(super) fn list(&self, list: &str, now: &Situation) -> Vec<Edit> {
        let is_known =
            |key: &str| now.school.apprentices.iter().any(|one| one.pupil.as_str() == key);
        let line = |line: &str| {
            let sign = ['\t', ';', ','].into_iter().find(|sign| line.contains(*sign));
            let mut cells = line.split(sign.unwrap_or('\t')).map(str::trim);
            let pupil = cells.next().filter(|key| !key.is_empty() && !is_heading(key))?;
            let mut cell = |own: String| {
                let cell = cells.next().filter(|cell| !cell.is_empty());
                cell.map_or(own, str::to_owned)
            };
            let change = if is_known(pupil) { Change::Move } else { Change::Join };
            Some(Edit {
                class: cell(self.class.clone()),
                away: cell(self.away()),
                group: cell(self.groups.iter().join("+")),
                place: cell(self.place.clone()),
                ..Edit::of(change, pupil)
            })
        };
        list.lines().filter_map(line).collect()
    }

    fn edit(&self, change: Change, known: Option<&Self>) -> Edit {
        let changed = |own: &BTreeSet<String>, before: Option<&BTreeSet<String>>| {
            if before == Some(own) { String::new() } else { own.iter().join("+") }
        };
        Edit {
            class: self.class.clone(),
            away: self.away(),
            group: self.groups.iter().join("+"),
            together: self.together.clone(),
            place: self.place.clone(),
            required: changed(&self.required, known.map(|known| &known.required)),
            desired: changed(&self.desired, known.map(|known| &known.desired)),
            also: self.also.clone(),
            skips: self.skips.clone(),
            ..Edit::of(change, &self.pupil)
        }
    }

    /// Whether something that `known` had is there no more.
    pub(super) fn lacks(&self, known: &Self) -> bool {
        let is_gone = |own: &str, before: &str| own.is_empty() && !before.is_empty();
        let are_gone = |own: &BTreeSet<String>, before: &BTreeSet<String>| {
            own.is_empty() && !before.is_empty()
        };
        is_gone(&self.place, &known.place)
            || is_gone(&self.together, &known.together)
            || is_gone(&self.also, &known.also)
            || is_gone(&self.skips, &known.skips)
            || are_gone(&self.groups, &known.groups)
    }
}

impl Way {
    fn written(&self) -> String {
        let day = |(day, periods): (&Day, &String)| match periods.as_str() {
            "" => day.code().to_owned(),
            periods => format!("{} {periods}", day.code()),
        };
        let mut written =
            if self.is_any { "any".to_owned() } else { self.days.iter().map(day).join("+") };
        if !self.place.is_empty() {
            let _ = write!(written, "@{}", self.place);
        }
        written
    }
}

/// An apprentice's ways as boxes; `None` where boxes cannot say them.
fn ways(one: &Apprentice, grid: &Grid) -> Option<Vec<Way>> {
    let mut ways: Vec<(u32, Way)> = Vec::new();
    for alternative in one.alternatives.iter().filter(|way| !way.is_none()) {
        let rank = alternative.rank.unwrap_or(0);
        let mut days = BTreeMap::new();
        for span in &alternative.spans {
            let periods = span.periods.map(|(first, last)| {
                if first == last { first.to_string() } else { format!("{first}-{last}") }
            });
            if days.insert(span.day, periods.unwrap_or_default()).is_some() {
                return None;
            }
        }
        let place = alternative.place.as_ref().filter(|_| alternative.names_place());
        let place = place.map(ToString::to_string).unwrap_or_default();
        ways.push((rank, Way { days, is_any: false, place }));
    }
    let is_any = |some: &[(u32, Way)]| {
        let days: BTreeSet<Day> =
            some.iter().flat_map(|(_, way)| way.days.keys().copied()).collect();
        some.len() > 1
            && some
                .iter()
                .all(|(_, way)| way.days.len() == 1 && way.days.values().all(String::is_empty))
            && some.iter().map(|(_, way)| &way.place).all_equal()
            && days == grid.days().collect()
    };
    let mut told = Vec::new();
    for some in ways.chunk_by(|one, other| one.0 == other.0) {
        match some {
            [(_, only)] => told.push(only.clone()),
            [(_, first), ..] if is_any(some) => {
                told.push(Way { is_any: true, place: first.place.clone(), ..Way::default() });
            }
            _ => return None,
        }
    }
    (told.len() <= MOST_WAYS).then_some(told)
}

/// Whether a cell is a heading of a column of keys.
fn is_heading(cell: &str) -> bool {
    ["pupil", "elev", "key", "nøgle", "nyckel"].contains(&cell.to_lowercase().as_str())
}
