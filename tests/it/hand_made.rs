//! A timetable that a person made by hand from a school's files, before the judge.

use std::fmt::Write as _;

use mesterskema::check::{Verdict, check};
use mesterskema::domain::{Effort, Price, School};
use mesterskema::input::{Need, load, load_proposal};

use crate::input_folder::{folder, write};

/// What the judge says of a timetable of a school.
pub(crate) struct Judged {
    school: School,
    verdict: Verdict,
}

/// The judge on a timetable of the school that has these files, the pupils being away then: `a tue|b mon@Mill`. Who has one
/// alternative only need not be named.
pub(crate) fn judged(files: &[(&str, &str)], timetable: &str, away: &str) -> Judged {
    let school =
        folder(&files.iter().map(|(name, text)| (*name, text.as_bytes())).collect::<Vec<_>>());
    let loaded = load(school.path(), Need::Apprentices);
    let Some((school, sheet)) = loaded.school.zip(loaded.sheet) else {
        panic!("{:#?}", loaded.diagnostics)
    };
    let mut given = String::new();
    for (pupil, chosen) in away.split('|').filter_map(|one| one.split_once(' ')) {
        let comma = if given.is_empty() { "" } else { "," };
        write!(given, "{comma}{{\"pupil\": \"{pupil}\", \"away\": \"{chosen}\"}}").unwrap();
    }
    let made = folder(&[("timetable.csv", timetable.as_bytes())]);
    write(made.path(), "solution.json", format!("{{\"away\": [{given}]}}").as_bytes());
    let (proposal, diagnostics) = load_proposal(&school, &sheet, made.path());
    let Some(proposal) = proposal else { panic!("{diagnostics:#?}") };
    let verdict = check(&school, &proposal, Effort::Strict);
    Judged { school, verdict }
}

impl Judged {
    /// The codes of the rules that are broken, one for each breach.
    pub(crate) fn rules(&self) -> Vec<&'static str> {
        self.verdict.breaches.iter().map(|breach| breach.rule().code()).collect()
    }

    /// What is missed and why, by slot: `MAT tue 1: way`.
    pub(crate) fn missed(&self) -> Vec<String> {
        let mut missed: Vec<_> = self.verdict.difference.missed.iter().collect();
        missed.sort_by_key(|one| (one.slot, one.lesson));
        missed
            .iter()
            .map(|one| format!("{} {}: {}", one.subject, one.slot, one.because.code()))
            .collect()
    }

    /// The points of one kind.
    pub(crate) fn points(&self, price: Price) -> i64 {
        self.verdict.difference.breakdown[price]
    }

    /// Every kind of points that is charged.
    pub(crate) fn charges(&self) -> Vec<(&'static str, i64)> {
        let charged = Price::ALL.into_iter().map(|price| (price.key(), self.points(price)));
        charged.filter(|&(_, points)| points != 0).collect()
    }

    /// The subjects of the lessons that got a place.
    pub(crate) fn placed(&self) -> Vec<&str> {
        let lessons = self.verdict.difference.placed.iter();
        lessons.map(|&lesson| self.school.lessons[lesson].pieces[0].subject.as_str()).collect()
    }
}
