//! The apprentices of a school, changed as a question asks.

use crate::domain::{Alternative, Apprentice, ClassName, PupilKey, School, TogetherLabel};

/// The apprentices that a variant of a school has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cast(pub Vec<Apprentice>);

impl Cast {
    /// Those of the school.
    #[must_use]
    pub fn of(school: &School) -> Self {
        Self(school.apprentices.clone())
    }

    /// Those of one class alone.
    #[must_use]
    pub fn of_class(school: &School, class: &ClassName) -> Self {
        let own = school.apprentices.iter().filter(|pupil| pupil.class == *class);
        Self(own.cloned().collect())
    }

    /// All but one pupil.
    #[must_use]
    pub fn without(mut self, pupil: &PupilKey) -> Self {
        self.0.retain(|one| one.pupil != *pupil);
        self
    }

    /// Those whom `concerns` accepts are away as `away` says, each at the own place. They keep no label: whom they were
    /// together with stays.
    #[must_use]
    pub fn sent(mut self, concerns: impl Fn(&Apprentice) -> bool, away: &Alternative) -> Self {
        for pupil in self.0.iter_mut().filter(|pupil| concerns(pupil)) {
            pupil.alternatives = vec![at_own_place(pupil, away)];
            pupil.together = None;
        }
        self
    }

    /// All pupils of a class are given the same of the class's `ways`, whatever their own alternatives are.
    #[must_use]
    pub fn by_class(mut self, ways: impl Fn(&ClassName) -> Vec<Alternative>) -> Self {
        for pupil in &mut self.0 {
            let ways = ways(&pupil.class);
            pupil.alternatives = ways.iter().map(|away| at_own_place(pupil, away)).collect();
            pupil.together = Some(TogetherLabel::from(pupil.class.as_str()));
        }
        self
    }
}

/// A time away, at the place of the pupil's column.
fn at_own_place(pupil: &Apprentice, away: &Alternative) -> Alternative {
    Alternative { place: pupil.place.clone(), ..away.clone() }
}
