//! Words that are subjects, as far as the alias tables know them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::alias::subject_of_course;
use crate::domain::Country;
use crate::input::cells::text::fold;

/// How a word names a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Recognised {
    /// A letter or two, as teachers' initials are too.
    Short,
    /// A code of three letters or more.
    Code,
    /// A name.
    Name,
    /// Time between lessons, in which nothing is taught.
    Break,
}

/// What a school has time for beside lessons, as it stands in the tables of subjects and in timetables.
const BREAKS: [&str; 22] = [
    "pause",
    "frikvarter",
    "spisepause",
    "fri",
    "lunch",
    "rast",
    "frokost",
    "middag",
    "paus",
    "break",
    "recess",
    "lunchbreak",
    "lunchrast",
    "spisning",
    "middagspause",
    "frokostpause",
    "stor pause",
    "pauser",
    "lille pause",
    "formiddagspause",
    "lunch break",
    "spise",
];

type Table = BTreeMap<String, Recognised>;

static DANISH: LazyLock<Table> = LazyLock::new(|| table(&[Country::Denmark]));
static SWEDISH: LazyLock<Table> = LazyLock::new(|| table(&[Country::Sweden]));
static ANY: LazyLock<Table> = LazyLock::new(|| table(&[Country::Denmark, Country::Sweden]));

fn table(countries: &[Country]) -> Table {
    let rows = countries.iter().flat_map(|country| country.aliases());
    let codes = rows.flat_map(|row| row.codes.iter().enumerate());
    let known = codes.map(|(position, code)| {
        let how = match code.chars().filter(|sign| sign.is_alphabetic()).count() {
            0..=2 => Recognised::Short,
            3 | 4 if position > 0 => Recognised::Code,
            _ => Recognised::Name,
        };
        (fold(code), how)
    });
    let mut all = Table::new();
    for (word, how) in known {
        let best = all.entry(word).or_insert(how);
        *best = how.max(*best);
    }
    all.extend(BREAKS.map(|word| (word.to_owned(), Recognised::Break)));
    all
}

/// Whether two words name one subject in a country: `DAN` and `Dansk`.
pub(crate) fn is_same_subject(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    let countries = [Country::Denmark, Country::Sweden].into_iter();
    let mut rows = countries.flat_map(Country::aliases);
    one == other
        || rows.any(|row| {
            let has = |word: &str| row.codes.iter().any(|code| fold(code) == word);
            has(&one) && has(&other)
        })
}

/// The name of a subject in full, as it is called in a country: `Dansk` for `DAN`. What the table does not know is its
/// own name, and a course is named with the code that tells its level: `Svenska (SV1)`.
pub(crate) fn subject_name(code: &str, country: Country) -> String {
    let named = |folded: &str| {
        let mut rows = country.aliases().iter();
        let row = rows.find(|row| row.codes.iter().any(|known| fold(known) == folded))?;
        row.codes.first().copied()
    };
    let folded = fold(code);
    let folded = folded.trim_end_matches('.');
    if let Some(name) = named(folded) {
        return name.to_owned();
    }
    let course = match country {
        Country::Sweden => subject_of_course(folded).and_then(named),
        Country::Denmark => None,
    };
    match course {
        Some(name) if !folded.starts_with(&fold(name)) => format!("{name} ({code})"),
        _ => code.to_owned(),
    }
}

impl Recognised {
    /// The country of whose subjects the most `words` are names or codes; `None` where that does not tell.
    pub(crate) fn country(words: &BTreeSet<&str>) -> Option<Country> {
        let known = |country: Country| {
            let is_known = |word: &&str| Self::of(word, Some(country)) >= Some(Self::Code);
            words.iter().copied().filter(is_known).count()
        };
        match known(Country::Denmark).cmp(&known(Country::Sweden)) {
            Ordering::Greater => Some(Country::Denmark),
            Ordering::Less => Some(Country::Sweden),
            Ordering::Equal => None,
        }
    }

    /// What a word or several are, if they name a subject in a country, or in any where it is not known.
    pub(crate) fn of(written: &str, country: Option<Country>) -> Option<Self> {
        let folded = fold(written);
        // A dot says that a word is cut short.
        let folded = folded.trim_end_matches('.');
        let table: &Table = match country {
            Some(Country::Denmark) => &DANISH,
            Some(Country::Sweden) => &SWEDISH,
            None => &ANY,
        };
        let known = |word: &str| table.get(word).copied();
        known(folded).or_else(|| {
            // Courses have numbers in Sweden alone; in Denmark, rooms have.
            if country == Some(Country::Denmark) {
                return None;
            }
            let course = known(subject_of_course(folded)?)?;
            (course != Self::Break).then_some(course.max(Self::Code))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_are_known_by_name_code_and_course_in_both_countries() {
        for (written, how) in [
            ("Klassens tid", Recognised::Name),
            ("håndværk  og design", Recognised::Name),
            ("DAN", Recognised::Code),
            ("F/K", Recognised::Short),
            ("Svenska nivå 1", Recognised::Name),
            ("frokost", Recognised::Break),
        ] {
            assert_eq!(Recognised::of(written, None), Some(how), "{written}");
        }
        let of = |written, country| Recognised::of(written, country);
        assert_eq!([of("KLP", None), of("L8A", None), of("", None)], [None; 3]);
        assert_eq!(of("DAN", Some(Country::Sweden)), None);
    }

    #[test]
    fn a_code_and_a_name_of_one_subject_are_one() {
        assert!(is_same_subject("dan", "Dansk") && is_same_subject("KOR", "kor"));
        assert!(!is_same_subject("DAN", "MAT") && !is_same_subject("KOR", "BIL"));
    }
}
