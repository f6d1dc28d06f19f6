//! The words of a prepared proposal. Expected points are in tenths.

use crate::domain::Language;
use crate::report::words::{LESSON, points};
use crate::words::{count, decimal, pick, say, sentences};

/// The headings of the futures.
pub(super) const fn headings(language: Language) -> [&'static str; 4] {
    pick!(
        language,
        ["scenarie", "vægt", "efter dette forslag", "efter det billigste"],
        ["scenario", "vikt", "efter detta förslag", "efter det billigaste"],
        ["scenario", "weight", "after this proposal", "after the cheapest"],
    )
}

/// Among how many it was chosen.
pub(super) fn tried(tried: usize, most: i64, language: Language) -> String {
    let points = points(most, language);
    say!(language, match tried {
        1 =>
            "Der blev ikke fundet andre forslag, der koster {points} eller mindre.",
            "Inget annat förslag hittades som kostar {points} eller mindre.",
            "No other proposal was found that costs {points} or less.";
        _ =>
            "Det er det bedst forberedte af de {tried}, der blev prøvet og koster {points} eller mindre; der kan findes bedre.",
            "Det är det bäst förberedda av de {tried} som prövades och kostar {points} eller mindre; det kan finnas bättre.",
            "It is the best prepared of the {tried} that were tried and cost {points} or less; there may be better ones.";
    })
}

/// What the proposal is, and how many points more than the cheapest it costs.
pub(super) fn proposal(lessons: usize, cost: i64, more: i64, language: Language) -> String {
    let (lessons, points) = (count(lessons, LESSON, language), points(cost, language));
    say!(language, match more {
        0 =>
            "Et forslag, der ændrer {lessons}, koster {points}, ikke mere end det billigste.",
            "Ett förslag som ändrar {lessons} kostar {points}, inte mer än det billigaste.",
            "A proposal that changes {lessons} costs {points}, no more than the cheapest.";
        _ =>
            "Et forslag, der ændrer {lessons}, koster {points}, {more} mere end det billigste.",
            "Ett förslag som ändrar {lessons} kostar {points}, {more} mer än det billigaste.",
            "A proposal that changes {lessons} costs {points}, {more} more than the cheapest.";
    })
}

sentences! {
    /// None could be better.
    pub(super) fn perfect() in language:
        "Intet forslag kan være bedre forberedt: ingen af disse fremtider ville koste noget ekstra.",
        "Inget förslag kan vara bättre förberett: ingen av dessa framtider skulle kosta något extra.",
        "No proposal can be better prepared: none of these futures would cost anything extra.";
    /// What it is expected to save.
    pub(super) fn saves(after: i64, instead: i64, saved: i64) in language:
        "Når fremtiden kommer, ventes den at koste {after} ekstra point i stedet for {instead} efter det billigste: {saved} sparet.",
        "När framtiden kommer väntas den kosta {after} extra poäng i stället för {instead} efter det billigaste: {saved} sparade.",
        "When the future comes it is expected to cost {after} extra points, instead of {instead} after the cheapest: {saved} saved.",
        after = decimal(after, language), instead = decimal(instead, language),
        saved = decimal(saved, language);
    /// Nothing is saved.
    pub(super) fn saves_nothing(after: i64) in language:
        "Når fremtiden kommer, ventes den at koste {after} ekstra point ligesom efter det billigste: intet er sparet.",
        "När framtiden kommer väntas den kosta {after} extra poäng liksom efter det billigaste: inget sparas.",
        "When the future comes it is expected to cost {after} extra points, as after the cheapest: nothing is saved.",
        after = decimal(after, language);
    /// Futures that have no timetable after the cheapest proposal have one after this.
    pub(super) fn more_possible() in language:
        "Efter det har flere af fremtiderne et skema end efter det billigste.",
        "Efter det har fler av framtiderna ett schema än efter det billigaste.",
        "After it more of the futures have a timetable than after the cheapest.";
    /// The search was stopped.
    pub(super) fn cut_short() in language:
        "Stoppet, før alt var prøvet.",
        "Stoppat innan allt var prövat.",
        "Stopped before all was tried.";
    /// The heading of the futures.
    pub(super) fn heading() in language:
        "Ekstra point, når fremtiden kommer",
        "Extra poäng när framtiden kommer",
        "Extra points when the future comes";
}
