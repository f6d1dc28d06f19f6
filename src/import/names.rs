//! Names of other programs as a school folder can write them.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::Ledger;
use crate::diagnostic::{Fault, Foreign, Location};
use crate::domain::Group;
use crate::input::{fold, strike};

/// What names are names of. Two of different kinds may be alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Class,
    Division,
    Lesson,
    Part,
    Pupil,
    Room,
    Subject,
    Teacher,
    Week,
}

/// The names so far: what each was and what it is written as.
#[derive(Default)]
pub(crate) struct Names {
    written: BTreeMap<(Kind, String), String>,
    taken: BTreeSet<(Kind, String)>,
    /// The last number that was added to each name to make another.
    numbers: BTreeMap<(Kind, String), u32>,
}

impl Names {
    /// A name without the signs that mean something in a cell of `timetable.csv`, and other than every other name of
    /// its kind also without regard to case. Tells where it had to be changed; a personal number is an error.
    pub(crate) fn write(
        &mut self,
        kind: Kind,
        name: &str,
        location: impl FnOnce() -> Location,
        ledger: &mut Ledger,
    ) -> String {
        if let Some(known) = self.written.get(&(kind, name.to_owned())) {
            return known.clone();
        }
        let tidied = self.free(kind, &tidy(kind, name));
        let mut struck = name.to_owned();
        if !strike(&mut struck).is_empty() {
            ledger.report(Fault::PersonalNumber, location());
        } else if tidied != name {
            let (from, to) = (name.to_owned(), tidied.clone());
            ledger.note(Foreign::NameRewritten { from, to }, location());
        }
        self.taken.insert((kind, fold(&tidied)));
        self.written.insert((kind, name.to_owned()), tidied.clone());
        tidied
    }

    /// What a written name was before; the name itself where it was never changed.
    pub(crate) fn original<'n>(&'n self, kind: Kind, written: &'n str) -> &'n str {
        let mut names = self.written.iter();
        let found = names.find(|((own, _), name)| *own == kind && *name == written);
        found.map_or(written, |((_, original), _)| original)
    }

    /// The name, or one like it that no other has.
    fn free(&mut self, kind: Kind, tidied: &str) -> String {
        let mut free = tidied.to_owned();
        while self.taken.contains(&(kind, fold(&free))) {
            let number = self.numbers.entry((kind, fold(tidied))).or_insert(1);
            *number += 1;
            free = format!("{tidied}#{number}");
        }
        free
    }
}

/// Writes the names of one row.
pub(crate) struct Scribe<'n> {
    pub(crate) names: &'n mut Names,
    pub(crate) ledger: &'n mut Ledger,
    /// Where the row is.
    pub(crate) location: &'n dyn Fn() -> Location,
}

impl Scribe<'_> {
    /// A name as it is written.
    pub(crate) fn one<Name: for<'w> From<&'w str>>(&mut self, kind: Kind, name: &str) -> Name {
        Name::from(self.names.write(kind, name, self.location, self.ledger).as_str())
    }

    /// Several names as they are written.
    pub(crate) fn all<Name: for<'w> From<&'w str>>(
        &mut self,
        kind: Kind,
        names: impl IntoIterator<Item: AsRef<str>>,
    ) -> Vec<Name> {
        names.into_iter().map(|name| self.one(kind, name.as_ref())).collect()
    }

    /// A part of a division; the division may be the empty one.
    pub(crate) fn group(&mut self, division: &str, part: &str) -> Group {
        let own = |scribe: &mut Self| scribe.one(Kind::Division, division);
        Group {
            division: if division.is_empty() { "".into() } else { own(self) },
            part: self.one(Kind::Part, part),
        }
    }
}

fn tidy(kind: Kind, name: &str) -> String {
    let is_group = matches!(kind, Kind::Part | Kind::Division);
    let sign = |sign: char| match sign {
        '+' => '&',
        ':' if is_group => '/',
        sign if sign.is_control() => ' ',
        sign => sign,
    };
    let words = name.chars().map(sign).collect::<String>();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() { "?".to_owned() } else { words }
}
