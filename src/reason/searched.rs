//! What is said of a school in which nothing simpler than the search itself is a proof: whom it concerns.

use super::{Absence, Reason, slots};
use crate::domain::{ClassName, School, Span};

/// The reason that is left when nothing can be counted.
#[must_use]
pub fn searched_all(school: &School) -> Reason {
    let away = school.apprentice_classes().into_iter().map(|class| absence(school, class));
    Reason::SearchedAll { away: away.collect(), tightest: slots::tightest(school) }
}

fn absence(school: &School, class: &ClassName) -> Absence {
    let pupils = school.apprentices.iter().filter(|pupil| pupil.class == *class);
    let mut alternatives: Vec<Vec<Span>> =
        pupils.flat_map(|pupil| &pupil.alternatives).map(|away| away.spans.clone()).collect();
    alternatives.sort();
    alternatives.dedup();
    Absence { class: class.clone(), alternatives }
}
