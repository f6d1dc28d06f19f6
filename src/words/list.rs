//! Several things in a row.

use std::fmt::Display;
use std::hash::Hash;

use itertools::Itertools as _;

use super::pick;
use crate::domain::Language;

/// `Monday, Tuesday or Friday`.
pub(crate) fn either(items: &[impl AsRef<str>], language: Language) -> String {
    joined(items, pick!(language, "eller", "eller", "or"))
}

/// `Monday, Tuesday and Friday`.
pub(crate) fn both(items: &[impl AsRef<str>], language: Language) -> String {
    joined(items, pick!(language, "og", "och", "and"))
}

/// The different names, in their order; of many only the first three are named and the others counted, so that an
/// assembly of the whole school does not fill the screen.
pub(crate) fn listed<T: Display + Clone + Eq + Hash>(
    names: impl Iterator<Item = T>,
    between: &str,
) -> String {
    const MOST: usize = 3;
    let names = names.unique().collect_vec();
    let first = names.iter().take(MOST).join(between);
    match names.len().saturating_sub(MOST) {
        0 => first,
        others => format!("{first} … (+{others})"),
    }
}

fn joined(items: &[impl AsRef<str>], last: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., end] => {
            format!("{} {last} {}", first.iter().map(AsRef::as_ref).join(", "), end.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_several_stands_behind_its_word() {
        assert_eq!(either(&["Monday"], Language::English), "Monday");
        assert_eq!(
            both(&["tirsdag", "onsdag", "fredag"], Language::Danish),
            "tirsdag, onsdag og fredag"
        );
        assert_eq!(either(&[""; 0], Language::Swedish), "");
    }

    #[test]
    fn of_many_names_three_are_told_and_the_others_counted() {
        assert_eq!(listed(["8.A", "8.B", "8.A"].iter(), "+"), "8.A+8.B");
        assert_eq!(listed(1..=5, ", "), "1, 2, 3 … (+2)");
    }
}
