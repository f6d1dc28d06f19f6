//! The words of meetings. Sentences have no full stop.

use crate::domain::Language;
use crate::scenario::State;
use crate::words::{Noun, count, pick, say, sentences};

const MEETING: Noun = Noun::new(["møde", "møder"], ["möte", "möten"], ["meeting", "meetings"]);
const START: Noun = Noun::new(
    ["tidspunkt", "tidspunkter"],
    ["tid", "tider"],
    ["possible start", "possible starts"],
);

sentences! {
    /// Every meeting is held.
    pub(super) fn all_held(all: usize, cost: &str, proof: &str) in language:
        "Der er tid til {meetings}, {cost} i alt{proof}.",
        "Det finns tid för {meetings}, sammanlagt {cost}{proof}.",
        "There is a time for {meetings}, {cost} in all{proof}.",
        meetings = count(all, MEETING, language);
    /// Some meetings are not.
    pub(super) fn some_held(held: usize, all: usize, cost: &str, proof: &str) in language:
        "Der er tid til {held} af {meetings}, {cost} i alt{proof}.",
        "Det finns tid för {held} av {meetings}, sammanlagt {cost}{proof}.",
        "There is a time for {held} of {meetings}, {cost} in all{proof}.",
        meetings = count(all, MEETING, language);
    /// When a meeting is, and what is missed.
    pub(super) fn held(name: &str, when: &str, missed: &str) in language:
        "{name}: {when}: {missed}",
        "{name}: {when}: {missed}",
        "{name}: {when}: {missed}";
    /// That a meeting has no time.
    pub(super) fn not_held(name: &str) in language:
        "{name}: intet tidspunkt",
        "{name}: ingen tid",
        "{name}: no time";
    /// Who alone stands in the way, and how often.
    pub(super) fn in_the_way(name: &str, slots: usize) in language:
        "{name} alene står i vejen for {starts}",
        "{name} är ensam i vägen för {starts}",
        "{name} alone stands in the way of {starts}",
        starts = count(slots, START, language);
    /// When it would be possible without one.
    pub(super) fn without(name: &str, when: &str, missed: &str) in language:
        "uden {name}: {when}: {missed}",
        "utan {name}: {when}: {missed}",
        "without {name}: {when}: {missed}";
}

/// After what was found: whether nothing can be better.
pub(super) const fn proof(is_proven: bool, language: Language) -> &'static str {
    if is_proven {
        pick!(
            language,
            "; det er bevist, at intet er bedre",
            "; det är bevisat att inget är bättre",
            "; it is proven that nothing is better"
        )
    } else {
        pick!(
            language,
            "; stoppet, før det var bevist",
            "; stoppat innan det var bevisat",
            "; stopped before that was proven"
        )
    }
}

/// Nobody misses anything.
pub(super) const fn nothing_missed(language: Language) -> &'static str {
    pick!(language, "ingen mister noget", "ingen missar något", "nobody misses anything")
}

/// Who misses a subject.
pub(super) fn misses(
    names: &str,
    many: usize,
    subject: &str,
    is_desired: bool,
    language: Language,
) -> String {
    let verb = if many == 1 { "misses" } else { "miss" };
    match (language, is_desired) {
        (Language::English, true) => format!("{names} {verb} {subject} (desired)"),
        (Language::English, false) => format!("{names} {verb} {subject}"),
        (_, true) => say!(
            language,
            "{names} mister {subject} (ønsket)",
            "{names} missar {subject} (önskat)",
            "{names} miss {subject} (desired)"
        ),
        (_, false) => say!(
            language,
            "{names} mister {subject}",
            "{names} missar {subject}",
            "{names} miss {subject}"
        ),
    }
}

/// The sign of how things stand, and what it means.
pub(super) const fn sign(state: &State, language: Language) -> (char, &'static str) {
    match state {
        State::Free => ('·', pick!(language, "ledig", "ledig", "free")),
        State::Misses(_) => {
            ('+', pick!(language, "mister en lektion", "missar en lektion", "misses a lesson"))
        }
        State::MissesDesired(_) => (
            '*',
            pick!(
                language,
                "mister en ønsket lektion",
                "missar en önskad lektion",
                "misses a desired lesson"
            ),
        ),
        State::Core(_) => (
            '!',
            pick!(
                language,
                "har en obligatorisk lektion",
                "har en obligatorisk lektion",
                "has a required lesson"
            ),
        ),
        State::Busy(_) => ('x', pick!(language, "har lektion", "har lektion", "has a lesson")),
        State::Unavailable => {
            ('-', pick!(language, "ikke til rådighed", "inte tillgänglig", "not available"))
        }
        State::Away(_) => ('~', pick!(language, "i praktik", "på praktik", "on placement")),
        State::Meeting(_) => ('=', pick!(language, "andet møde", "annat möte", "another meeting")),
    }
}

/// The line of a grid that shows when the meeting is.
pub(super) const fn meeting(language: Language) -> &'static str {
    pick!(language, "mødet", "mötet", "the meeting")
}
