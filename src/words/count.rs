//! Numbers of things.

use std::fmt::Display;

use super::pick;
use crate::domain::Language;

/// A noun: one and several of it, in Danish, Swedish and English.
#[derive(Clone, Copy)]
pub(crate) struct Noun {
    /// One of it.
    pub(crate) one: [&'static str; 3],
    /// None of it, or several.
    pub(crate) many: [&'static str; 3],
}

impl Noun {
    /// A noun by its pairs of one and many, a language each.
    pub(crate) const fn new(
        danish: [&'static str; 2],
        swedish: [&'static str; 2],
        english: [&'static str; 2],
    ) -> Self {
        Self { one: [danish[0], swedish[0], english[0]], many: [danish[1], swedish[1], english[1]] }
    }

    /// The noun as it goes with `number`.
    pub(crate) fn with<N: Copy + PartialEq + From<u8>>(
        self,
        number: N,
        language: Language,
    ) -> &'static str {
        let [danish, swedish, english] = if number == N::from(1) { self.one } else { self.many };
        pick!(language, danish, swedish, english)
    }
}

/// A number and its noun, e.g. `3 lessons`.
pub(crate) fn count<N: Copy + Display + PartialEq + From<u8>>(
    number: N,
    noun: Noun,
    language: Language,
) -> String {
    format!("{number} {}", noun.with(number, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_one_and_all_else_is_many() {
        let lesson =
            Noun::new(["lektion", "lektioner"], ["lektion", "lektioner"], ["lesson", "lessons"]);
        assert_eq!(count(0, lesson, Language::English), "0 lessons");
        assert_eq!(count(1, lesson, Language::English), "1 lesson");
        assert_eq!(count(2, lesson, Language::Danish), "2 lektioner");
        assert_eq!(count(-1_i64, lesson, Language::Swedish), "-1 lektioner");
    }
}
