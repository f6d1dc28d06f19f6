//! The words of growth.

use crate::domain::Language;
use crate::words::{labels, pick, say, sentences};

labels! {
    /// The words of the page.
    pub(super) struct Titles {
        page:
            "Hvad nu hvis flere kommer til?",
            "Tänk om fler kommer till?",
            "What if more join?";
        curve: "Kurven", "Kurvan", "The curve";
        across: "flere elever i praktik", "fler elever på praktik", "more apprentices";
        possible:
            "mulige fremtider i procent",
            "möjliga framtider i procent",
            "possible futures, per cent";
        points:
            "point: median, og skygget fra 10. til 90. percentil",
            "poäng: median, och skuggat från 10:e till 90:e percentilen",
            "points: median, and shaded from the 10th to the 90th percentile";
        same_in_table:
            "Tabellen nedenfor siger det samme.",
            "Tabellen nedan säger detsamma.",
            "The table below says the same.";
        lines: "Tallene", "Talen", "The numbers";
    }
}

/// The headings of the lines.
pub(super) const fn headings(language: Language) -> [&'static str; 5] {
    pick!(
        language,
        ["flere", "mulige", "", "point", "ændrede lektioner"],
        ["fler", "möjliga", "", "poäng", "ändrade lektioner"],
        ["more", "possible", "", "points", "changed lessons"],
    )
}

sentences! {
    /// All futures are possible to the end.
    pub(super) fn all_possible(joined: usize, futures: usize) in language:
        "Alle {futures} tænkte fremtider er mulige med {more}.",
        "Alla {futures} tänkta framtider är möjliga med {more}.",
        "All {futures} sampled futures stay possible with {more}.",
        more = more(joined, language);
    /// The school has no timetable as it is, before anybody joins.
    pub(super) fn impossible_already() in language:
        "Skolen har intet skema med sine praktikelever i dag, så den bærer ikke flere; explain siger hvorfor.",
        "Skolan har inget schema med sina elever på praktik i dag, så den bär inte fler; explain säger varför.",
        "The school has no timetable with its apprentices of today, so it bears no more; explain says why.";
    /// Some are, and of the others it is not known.
    pub(super) fn known_possible(joined: usize, futures: usize, possible: usize) in language:
        "{possible} af {futures} tænkte fremtider vides at være mulige med {more}.",
        "{possible} av {futures} tänkta framtider är säkert möjliga med {more}.",
        "{possible} of {futures} sampled futures are known to be possible with {more}.",
        more = more(joined, language);
    /// Some are not.
    pub(super) fn some_possible(
        joined: usize, futures: usize, possible: usize, first: usize
    ) in language:
        "{possible} af {futures} tænkte fremtider er mulige med {more}; den første bliver umulig med {pupils}.",
        "{possible} av {futures} tänkta framtider är möjliga med {more}; den första blir omöjlig med {pupils}.",
        "{possible} of {futures} sampled futures stay possible with {more}; the first becomes impossible with {pupils}.",
        more = more(joined, language), pupils = pupils(first, language);
    /// Some answers are not proven.
    pub(super) fn unproven() in language:
        "Stoppet, før alt var bevist: hvad der ikke vides, tæller ikke som muligt.",
        "Stoppat innan allt var bevisat: det som inte är känt räknas inte som möjligt.",
        "Stopped before everything was proven: what is not known does not count as possible.";
    /// The heading of the lines.
    pub(super) fn lines() in language:
        "Hvor mange flere, og i hvor mange fremtider det er muligt; median (10. til 90. percentil)",
        "Hur många fler, och i hur många framtider det är möjligt; median (10:e till 90:e percentilen)",
        "How many more, and in how many futures that is possible; median (10th to 90th percentile)";
    /// The heading of the failures.
    pub(super) fn failures() in language:
        "Med hvem fremtider bliver umulige",
        "Med vem framtider blir omöjliga",
        "With whom futures become impossible";
    /// When and how often a class and day ended a future.
    pub(super) fn failure(joined: usize, futures: usize) in language:
        "tidligst med {pupils}, i {futures} af fremtiderne",
        "tidigast med {pupils}, i {futures} av framtiderna",
        "at the earliest with {pupils}, in {futures} of the futures",
        pupils = pupils(joined, language);
}

/// How many more apprentices there are.
fn more(joined: usize, language: Language) -> String {
    say!(language, match joined {
        1 => "1 elev mere i praktik", "1 elev till på praktik", "1 more apprentice";
        _ =>
            "{joined} flere elever i praktik",
            "{joined} fler elever på praktik",
            "{joined} more apprentices";
    })
}

/// So many pupils beside those of today.
fn pupils(joined: usize, language: Language) -> String {
    say!(language, match joined {
        1 => "1 elev mere", "1 elev till", "1 more";
        _ => "{joined} elever mere", "{joined} elever till", "{joined} more";
    })
}
