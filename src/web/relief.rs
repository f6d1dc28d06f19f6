//! Ways out that were gone: what the school's files say, but what somebody gave up on the page so that there is a timetable.
//!
//! The files stay as they are. A way out is kept by what it does and by the fact that it is about, so that it is found again
//! in the school as it was read, whatever became of its apprentices.

use serde::{Deserialize, Serialize};

use crate::domain::{Apprentice, PupilKey, School};
use crate::explain::{Fact, Remedy, facts, remedied};
use crate::report::explanation::fact_key;

/// What is done about a fact.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    /// It holds no more.
    Lift,
    /// A place takes one apprentice more than it says.
    Seat,
}

impl Kind {
    /// What it is called in forms.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Lift => "lift",
            Self::Seat => "seat",
        }
    }
}

/// A way out that was gone.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub(super) struct Relief {
    pub(super) kind: Kind,
    /// The fact, by its key.
    pub(super) fact: String,
}

impl Relief {
    /// The relief that is a remedy, if this page can bring it about: lessons that have no place, or are held twice, are in the
    /// timetable's file alone, and another day is a change of the apprentices.
    pub(super) fn of(remedy: &Remedy, school: &School) -> Option<Self> {
        let relief = |kind, fact: &Fact| Self { kind, fact: fact_key(fact, school) };
        match remedy {
            Remedy::Lift(Fact::Unplaced { .. }) | Remedy::Send { .. } | Remedy::Twice(_) => None,
            Remedy::Lift(fact) => Some(relief(Kind::Lift, fact)),
            Remedy::Seat { place, day } => {
                let fact = Fact::PlaceLimit { place: place.clone(), day: *day };
                Some(relief(Kind::Seat, &fact))
            }
        }
    }

    /// What it does to a school; `None` where the school does not say what it is about.
    pub(super) fn remedy(&self, school: &School) -> Option<Remedy> {
        let fact = facts(school).into_iter().find(|fact| fact_key(fact, school) == self.fact)?;
        match (self.kind, fact) {
            (Kind::Lift, Fact::Unplaced { .. }) => None,
            (Kind::Lift, fact) => Some(Remedy::Lift(fact)),
            (Kind::Seat, Fact::PlaceLimit { place, day }) => Some(Remedy::Seat { place, day }),
            (Kind::Seat, _) => None,
        }
    }
}

/// The apprentices who are away as a remedy says they should not be; none of any other remedy.
pub(super) fn leaving(remedy: &Remedy, school: &School) -> Vec<PupilKey> {
    let Remedy::Lift(Fact::Away { class, alternatives }) = remedy else { return Vec::new() };
    let is_meant = |one: &&Apprentice| {
        one.class == *class && one.alternatives.iter().map(|away| &away.spans).eq(alternatives)
    };
    school.apprentices.iter().filter(is_meant).map(|one| one.pupil.clone()).collect()
}

/// A school with its reliefs, and what each did; one that is about nothing any more does nothing.
pub(super) fn relieved(school: School, reliefs: &[Relief]) -> (School, Vec<Option<Remedy>>) {
    let mut done = Vec::new();
    let mut school = school;
    for relief in reliefs {
        let remedy = relief.remedy(&school);
        if let Some(remedy) = &remedy {
            school = remedied(&school, remedy);
        }
        done.push(remedy);
    }
    (school, done)
}
