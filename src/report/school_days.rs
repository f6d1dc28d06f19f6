//! What becomes of each class's days at school, in a sentence: when they begin and end, where that is another time than before.

use itertools::Itertools;

use super::words::Naming;
use crate::diff::{Changed, Frame, Offer, Shift};
use crate::domain::{ClassName, Day, Hours, Language, Slot, TimeOfDay, Weeks};
use crate::words::{both, clock, every, sentences};

/// A sentence for each class that begins or ends at another time than before on some day, and one for all others of which
/// a lesson changes.
pub(crate) fn all(offer: Offer<'_>, language: Language) -> Vec<String> {
    let shifts = offer.shifts();
    let mut told: Vec<String> =
        shifts.iter().map(|(class, shifts)| sentence(offer, class, shifts, language)).collect();
    let touched = offer.changed().flat_map(Changed::classes).unique();
    let rest = touched.filter(|class| !shifts.contains_key(class)).sorted();
    let rest = rest.map(ClassName::as_str).collect_vec();
    told.extend((!rest.is_empty()).then(|| as_before(&both(&rest, language), language)));
    told
}

/// The sentence of one class; `None` if its days begin and end as before.
pub(crate) fn of_class(offer: Offer<'_>, class: &ClassName, language: Language) -> Option<String> {
    let shifts = offer.shifts();
    shifts.get(class).map(|shifts| sentence(offer, class, shifts, language))
}

fn sentence(offer: Offer<'_>, class: &ClassName, shifts: &[Shift], language: Language) -> String {
    let naming = Naming::new(offer.school, language);
    let clauses = clauses(&naming, shifts);
    let told = clauses.iter().map(|(clause, weeks, days)| clause.told(&naming, *weeks, days));
    format!("{class} {}.", both(&told.collect_vec(), language))
}

/// What is said of a class, each once: of which weeks of the cycle, and on which days.
fn clauses(naming: &Naming<'_>, shifts: &[Shift]) -> Vec<(Clause, Weeks, Vec<Day>)> {
    let mut daily: Vec<(Day, Clause, Weeks)> = Vec::new();
    for shift in shifts {
        for clause in Clause::of(naming, shift) {
            let own = daily.iter_mut().find(|(day, one, _)| (*day, one) == (shift.day, &clause));
            match own {
                Some((.., weeks)) => *weeks = weeks.union(shift.weeks),
                None => daily.push((shift.day, clause, shift.weeks)),
            }
        }
    }
    let mut told: Vec<(Clause, Weeks, Vec<Day>)> = Vec::new();
    for (day, clause, weeks) in daily {
        match told.iter_mut().find(|(one, own, _)| (one, *own) == (&clause, weeks)) {
            Some((.., days)) => days.push(day),
            None => told.push((clause, weeks, vec![day])),
        }
    }
    told
}

/// What changes about days.
#[derive(PartialEq, Eq)]
enum Clause {
    /// The day begins at another time; when now, and when before.
    Begins(String, String),
    /// The day ends at another time; when now, and when before.
    Ends(String, String),
    /// There are no lessons any more.
    Free,
    /// There were no lessons; from when to when there are now.
    New(String, String),
}

impl Clause {
    fn of(naming: &Naming<'_>, shift: &Shift) -> Vec<Self> {
        let begins =
            |(first, _): Frame| told_time(naming, Slot::new(shift.day, first), |hours| hours.start);
        let ends =
            |(_, last): Frame| told_time(naming, Slot::new(shift.day, last), |hours| hours.end);
        match (shift.before, shift.after) {
            (Some(old), Some(new)) => {
                let begins = (old.0 != new.0).then(|| Self::Begins(begins(new), begins(old)));
                let ends = (old.1 != new.1).then(|| Self::Ends(ends(new), ends(old)));
                begins.into_iter().chain(ends).collect()
            }
            (None, Some(new)) => vec![Self::New(begins(new), ends(new))],
            (Some(_), None) => vec![Self::Free],
            (None, None) => Vec::new(),
        }
    }

    fn told(&self, naming: &Naming<'_>, weeks: Weeks, days: &[Day]) -> String {
        let language = naming.words.language;
        let days = days.iter().map(|&day| every(day, language)).collect_vec();
        let when = both(&days, language) + &naming.weeks(weeks);
        match self {
            Self::Begins(new, old) => begins(new, &when, old, language),
            Self::Ends(new, old) => ends(new, &when, old, language),
            Self::Free => free(&when, language),
            Self::New(begin, end) => newly(&when, begin, end, language),
        }
    }
}

/// When a period begins, or ends, or which it is where its times are not known.
fn told_time(naming: &Naming<'_>, slot: Slot, bound: fn(&Hours) -> TimeOfDay) -> String {
    let hours = naming.school.travel.bells.get(&slot);
    hours.map_or_else(|| numbered(naming, slot), |hours| at(&clock(bound(hours)), naming))
}

fn at(time: &str, naming: &Naming<'_>) -> String {
    at_time(time, naming.words.language)
}

fn numbered(naming: &Naming<'_>, slot: Slot) -> String {
    in_period(&slot.period.to_string(), naming.words.language)
}

sentences! {
    fn at_time(time: &str) in language: "kl. {time}", "kl. {time}", "at {time}";
    fn in_period(number: &str) in language:
        "med {number}. lektion", "med lektion {number}", "with period {number}";
    fn begins(new: &str, when: &str, old: &str) in language:
        "begynder {new} om {when} (før {old})",
        "börjar {new} på {when} (förut {old})",
        "begins {new} on {when} (before: {old})";
    fn ends(new: &str, when: &str, old: &str) in language:
        "slutter {new} om {when} (før {old})",
        "slutar {new} på {when} (förut {old})",
        "ends {new} on {when} (before: {old})";
    fn free(when: &str) in language:
        "har ingen lektioner om {when} mere",
        "har inga lektioner på {when} längre",
        "has no lessons on {when} any more";
    fn newly(when: &str, begin: &str, end: &str) in language:
        "har nu også lektioner om {when}: begynder {begin}, slutter {end}",
        "har nu också lektioner på {when}: börjar {begin}, slutar {end}",
        "now has lessons on {when} too: begins {begin}, ends {end}";
    fn as_before(classes: &str) in language:
        "{classes}: dagene begynder og slutter som før.",
        "{classes}: dagarna börjar och slutar som förut.",
        "{classes}: the days begin and end as before.";
}
