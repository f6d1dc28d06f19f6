//! The words of a district's answer.

use itertools::Itertools as _;

use crate::district::{DaySet, DaysRow, Standing};
use crate::domain::{Day, Language, PlaceName, PupilKey};
use crate::report::words::points;
use crate::words::{Noun, both, count, day, labels, pick, say, weekday as in_full};

labels! {
    /// The headings of the page.
    pub(super) struct Titles {
        page: "Flere skoler", "Flera skolor", "Several schools";
        question:
            "Hvad det koster i alle skolers skemaer, at deres elever deles om de samme steder.",
            "Vad det kostar i alla skolors scheman att deras elever delar samma platser.",
            "What it costs all schools' timetables that their pupils share the same places.";
        answers: "Kort fortalt", "I korthet", "In short";
        reasons: "Hvorfor ikke", "Varför inte", "Why not";
        schools: "Skole for skole", "Skola för skola", "School by school";
    }
}

const SCHOOLS: Noun = Noun::new(["skole", "skoler"], ["skola", "skolor"], ["school", "schools"]);
const SEARCHES: Noun = Noun::new(
    ["beregning", "beregninger"],
    ["beräkning", "beräkningar"],
    ["calculation", "calculations"],
);

fn schools(number: usize, language: Language) -> String {
    count(u32::try_from(number).unwrap_or(u32::MAX), SCHOOLS, language)
}

/// The whole, proven.
pub(super) fn optimal(cost: i64, number: usize, language: Language) -> String {
    let (cost, schools) = (points(cost, language), schools(number, language));
    say!(
        language,
        "{cost} i {schools} i alt; billigere findes det bevisligt ikke.",
        "{cost} i {schools} totalt; billigare finns det bevisligen inte.",
        "{cost} in {schools} together; provably nothing is cheaper."
    )
}

/// The whole, stopped before the proof.
pub(super) fn feasible(cost: i64, bound: i64, number: usize, language: Language) -> String {
    let (cost, schools) = (points(cost, language), schools(number, language));
    say!(
        language,
        "{cost} i {schools} i alt; stoppet, før det var bevist: mindst {bound} koster det.",
        "{cost} i {schools} totalt; stoppat innan det var bevisat: minst {bound} kostar det.",
        "{cost} in {schools} together; stopped before the proof: it costs {bound} at least."
    )
}

pub(super) fn infeasible(language: Language) -> String {
    say!(
        language,
        "Der findes ikke et skema for alle skolerne på én gang.",
        "Det finns inget schema för alla skolorna på en gång.",
        "There is no timetable for all schools at once."
    )
}

pub(super) fn undecided(language: Language) -> String {
    say!(
        language,
        "Stoppet, før der var et skema for alle skolerne.",
        "Stoppat innan det fanns ett schema för alla skolorna.",
        "Stopped before there was a timetable for all schools."
    )
}

/// Why there is none, where each school by itself has one.
pub(super) fn short(language: Language) -> String {
    say!(
        language,
        "hver skole for sig har et skema, men tilsammen rækker pladserne på de fælles steder ikke",
        "varje skola för sig har ett schema, men tillsammans räcker platserna inte",
        "each school by itself has a timetable, but the seats at the shared places do not suffice for all"
    )
}

/// Why a school has no timetable for some days: a pupil has no such alternative.
pub(super) fn never(pupil: &PupilKey, language: Language) -> String {
    say!(
        language,
        "{pupil} har ingen mulighed for at være af sted da",
        "{pupil} har inget alternativ då",
        "{pupil} has no alternative then"
    )
}

pub(super) fn left_out(names: &[&str], language: Language) -> String {
    let names = both(names, language);
    say!(
        language,
        "Uden {names}, som ikke kunne regnes med.",
        "Utan {names}, som inte kunde räknas med.",
        "Without {names}, which could not be counted in."
    )
}

/// Which days are cheapest for a place, and what the next would cost; nothing where no days are known to be possible.
pub(super) fn days(
    place: &PlaceName,
    rows: &[&DaysRow],
    number: usize,
    language: Language,
) -> Option<String> {
    let known = rows.iter().filter_map(|row| Some((row.points?, *row)));
    let known = known.sorted_by_key(|(cost, _)| *cost).collect_vec();
    let &(least, best) = known.first()?;
    let first = upper(&days_of(&best.days, language));
    let (cost, schools) = (points(least, language), schools(number, language));
    let is_proven = rows.iter().all(|row| row.bound.is_none_or(|bound| bound >= least));
    let next = known.get(1).map(|(cost, row)| {
        let (days, more) = (days_of(&row.days, language), cost - least);
        match more {
            0 => say!(
                language,
                "; {days} koster det samme",
                "; {days} kostar detsamma",
                "; {days} costs the same"
            ),
            _ => say!(
                language,
                "; {days} koster {more} mere",
                "; {days} kostar {more} mer",
                "; {days} costs {more} more"
            ),
        }
    });
    let proof = (!is_proven).then_some(pick!(
        language,
        " (ikke bevist)",
        " (inte bevisat)",
        " (not proven)"
    ));
    let (next, proof) = (next.unwrap_or_default(), proof.unwrap_or_default());
    Some(if best.days.len() > 1 {
        say!(
            language,
            "{first} er de billigste fælles dage for {place}: {cost} i {schools}{next}{proof}.",
            "{first} är de billigaste gemensamma dagarna för {place}: {cost} i {schools}{next}{proof}.",
            "{first} are the cheapest common days for {place}: {cost} in {schools}{next}{proof}."
        )
    } else {
        say!(
            language,
            "{first} er den billigste fælles dag for {place}: {cost} i {schools}{next}{proof}.",
            "{first} är den billigaste gemensamma dagen för {place}: {cost} i {schools}{next}{proof}.",
            "{first} is the cheapest common day for {place}: {cost} in {schools}{next}{proof}."
        )
    })
}

fn upper(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// Days in full: `Monday and Tuesday`.
pub(super) fn days_of(days: &DaySet, language: Language) -> String {
    both(&days.iter().map(|&one| in_full(one, language)).collect_vec(), language)
}

/// Days, short: `mon+tue`.
pub(super) fn short_days(days: &DaySet, language: Language) -> String {
    days.iter().map(|&one| day(one, language)).join("+")
}

pub(super) fn weekday(one: Day, language: Language) -> String {
    in_full(one, language).to_owned()
}

pub(super) fn by_days(place: &str, language: Language) -> String {
    say!(language, "Point, hvis {place} er på", "Poäng om {place} är på", "Points if {place} is on")
}

pub(super) fn by_school(language: Language) -> String {
    say!(
        language,
        "Skolerne i det billigste svar",
        "Skolorna i det billigaste svaret",
        "The schools in the cheapest answer"
    )
}

pub(super) fn by_seat(language: Language) -> String {
    say!(
        language,
        "Elever på de fælles steder",
        "Elever på de gemensamma platserna",
        "Pupils at the shared places"
    )
}

pub(super) fn all(language: Language) -> String {
    say!(language, "alle", "alla", "all")
}

pub(super) fn in_all(language: Language) -> String {
    say!(language, "i alt", "totalt", "in all")
}

pub(super) const fn school_headings(language: Language) -> [&'static str; 4] {
    pick!(
        language,
        ["", "point", "lektioner ændres", "elever"],
        ["", "poäng", "lektioner ändras", "elever"],
        ["", "points", "lessons changed", "pupils"],
    )
}

pub(super) const fn seat_headings(language: Language) -> [&'static str; 4] {
    pick!(
        language,
        ["", "dag", "elever", "pladser"],
        ["", "dag", "elever", "platser"],
        ["", "day", "pupils", "seats"],
    )
}

/// How far the search is, in one line.
#[must_use]
pub fn standing(standing: Standing, language: Language) -> String {
    let Standing { best, bound, searches } = standing;
    let done = count(u32::try_from(searches).unwrap_or(u32::MAX), SEARCHES, language);
    match best {
        None => say!(
            language,
            "{done}; mindst {bound} point",
            "{done}; minst {bound} poäng",
            "{done}; at least {bound} points"
        ),
        Some(best) => say!(
            language,
            "{done}; hidtil {best} point, mindst {bound}",
            "{done}; hittills {best} poäng, minst {bound}",
            "{done}; {best} points so far, at least {bound}"
        ),
    }
}
