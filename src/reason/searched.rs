//! What is said of a school in which nothing simpler than the search itself is a proof: whom it concerns.

use super::{Absence, Reason, slots};
use crate::domain::{ClassName, School, Span};

/// The reason that is left when nothing can be counted.
#[must_use]
pub fn searched_all(school: &School) -> Reason {
    let classes = school.apprentices_of_classes().into_iter();
    let away = classes.map(|(class, pupils)| absence(school, class, &pupils));
    Reason::SearchedAll { away: away.collect(), tightest: slots::tightest(school) }
}

fn absence(school: &School, class: &ClassName, pupils: &[usize]) -> Absence {
    let pupils = pupils.iter().map(|&index| &school.apprentices[index]);
    let mut alternatives: Vec<Vec<Span>> =
        pupils.flat_map(|pupil| &pupil.alternatives).map(|away| away.spans.clone()).collect();
    alternatives.sort();
    alternatives.dedup();
    Absence { class: class.clone(), alternatives }
}
