//! The words of a trade-off.

use crate::domain::Language;
use crate::report::words::points;
use crate::words::{pick, say, sentences};

/// The headings of the front.
pub(super) const fn headings(language: Language) -> [&'static str; 6] {
    pick!(
        language,
        ["ønskede mistes", "point for ændringer", "ekstra", "lektioner ændres", "point i alt", ""],
        ["önskade missas", "poäng för ändringar", "extra", "lektioner ändras", "poäng totalt", ""],
        ["desired missed", "points of change", "more", "lessons changed", "points in all", ""],
    )
}

/// One compromise is best whatever a desired lesson is worth.
pub(super) fn one(missed: usize, language: Language) -> String {
    say!(language, match missed {
        0 =>
            "Ingen ønsket lektion behøver at mistes, og det ville ikke spare nogen ændring at miste nogle; det er bevist.",
            "Ingen önskad lektion behöver missas, och att missa några skulle inte spara någon ändring; det är bevisat.",
            "No desired lesson has to be missed, and missing some would not save any change; this is proven.";
        _ =>
            "I ethvert skema mistes mindst {missed} ønskede, og det ville ikke spare nogen ændring at miste flere; det er bevist.",
            "I varje schema missas minst {missed} önskade, och att missa fler skulle inte spara någon ändring; det är bevisat.",
            "Every timetable misses at least {missed} desired, and missing more would not save any change; this is proven.";
    })
}

sentences! {
    /// The search was stopped before it found any.
    pub(super) fn nothing_found() in language:
        "Stoppet, før der var fundet et forslag.",
        "Stoppat innan något förslag hittades.",
        "Stopped before any proposal was found.";
    /// The search was stopped before the front was whole.
    pub(super) fn unproven(many: usize) in language:
        "Stoppet, før alt var bevist: {many} fundet indtil nu; der kan være bedre, og andre, hvor færre mistes.",
        "Stoppat innan allt var bevisat: {many} hittade hittills; det kan finnas bättre, och andra där färre missas.",
        "Stopped before everything was proven: {many} found so far; there may be better ones, and others that miss fewer.";
    /// There are several.
    pub(super) fn front(many: usize) in language:
        "Der er {many} skemaer at vælge imellem; det er bevist, at intet andet ændrer mindre uden at mere mistes, eller mister mindre uden at mere ændres.",
        "Det finns {many} scheman att välja mellan; det är bevisat att inget annat ändrar mindre utan att mer missas, eller missar mindre utan att mer ändras.",
        "{many} timetables are worth choosing from; it is proven that no other changes less without missing more, or misses less without changing more.";
    /// The heading of the front.
    pub(super) fn heading() in language:
        "Ønskede lektioner, som elever i praktik mister, talt for hver elev, og den mindste ændring, hvor der ikke mistes flere",
        "Önskade lektioner som elever på praktik missar, räknade för varje elev, och den minsta ändring med vilken inte fler missas",
        "Desired lessons that apprentices miss, in periods and counted for each apprentice, and the least change with which no more are missed";
    /// Which of them `solve` takes.
    pub(super) fn chosen(price: i64, missed: usize) in language:
        "Med {points} for hver mistet, som nu, vælger solve linjen med {missed} mistede (←).",
        "Med {points} för varje missad, som nu, väljer solve raden med {missed} missade (←).",
        "At {points} for each missed one, as now, solve takes the line with {missed} missed (←).",
        points = points(price, language);
}
