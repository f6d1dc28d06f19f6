//! The words of growth, in each language.

use super::super::words::Words;
use crate::domain::Language;

/// A language, with its common words.
#[derive(Clone, Copy)]
pub(super) struct Growths {
    pub(super) words: &'static dyn Words,
    pub(super) language: Language,
}

/// What can be said.
#[derive(Clone, Copy)]
pub(super) enum Said {
    /// All futures are possible to the end.
    AllPossible { joined: usize, futures: usize },
    /// The school has no timetable as it is, before anybody joins.
    ImpossibleAlready,
    /// Some are, and of the others it is not known.
    KnownPossible { joined: usize, futures: usize, possible: usize },
    /// Some are not.
    SomePossible { joined: usize, futures: usize, possible: usize, first: usize },
    /// Some answers are not proven.
    Unproven,
    /// The heading of the lines.
    Lines,
    /// The heading of the failures.
    Failures,
    /// When and how often a class and day ended a future.
    Failure { joined: usize, futures: usize },
}

/// The headings of the lines.
pub(super) struct Headings {
    pub(super) joined: &'static str,
    pub(super) possible: &'static str,
    pub(super) points: &'static str,
    pub(super) changed_lessons: &'static str,
}

/// The words of the page.
pub(super) struct Titles {
    pub(super) page: &'static str,
    pub(super) curve: &'static str,
    pub(super) across: &'static str,
    pub(super) possible: &'static str,
    pub(super) points: &'static str,
    pub(super) same_in_table: &'static str,
    pub(super) lines: &'static str,
}

impl Growths {
    /// The words of the page.
    pub(super) const fn titles(self) -> Titles {
        match self.language {
            Language::Danish => Titles {
                page: "Hvad nu hvis flere kommer til?",
                curve: "Kurven",
                across: "flere elever i praktik",
                possible: "mulige fremtider i procent",
                points: "point: median, og skygget fra 10. til 90. percentil",
                same_in_table: "Tabellen nedenfor siger det samme.",
                lines: "Tallene",
            },
            Language::Swedish => Titles {
                page: "Tänk om fler kommer till?",
                curve: "Kurvan",
                across: "fler elever på praktik",
                possible: "möjliga framtider i procent",
                points: "poäng: median, och skuggat från 10:e till 90:e percentilen",
                same_in_table: "Tabellen nedan säger detsamma.",
                lines: "Talen",
            },
            Language::English => Titles {
                page: "What if more join?",
                curve: "The curve",
                across: "more apprentices",
                possible: "possible futures, per cent",
                points: "points: median, and shaded from the 10th to the 90th percentile",
                same_in_table: "The table below says the same.",
                lines: "The numbers",
            },
        }
    }

    /// `said` in the language.
    pub(super) fn tell(self, said: Said) -> String {
        match self.language {
            Language::Danish => danish(said),
            Language::Swedish => swedish(said),
            Language::English => english(said),
        }
    }

    /// The headings of the lines.
    pub(super) const fn headings(self) -> Headings {
        match self.language {
            Language::Danish => Headings {
                joined: "flere",
                possible: "mulige",
                points: "point",
                changed_lessons: "ændrede lektioner",
            },
            Language::Swedish => Headings {
                joined: "fler",
                possible: "möjliga",
                points: "poäng",
                changed_lessons: "ändrade lektioner",
            },
            Language::English => Headings {
                joined: "more",
                possible: "possible",
                points: "points",
                changed_lessons: "changed lessons",
            },
        }
    }
}

/// How many more apprentices there are.
fn more(joined: usize, language: Language) -> String {
    match (language, joined) {
        (Language::Danish, 1) => "1 elev mere i praktik".to_owned(),
        (Language::Danish, _) => format!("{joined} flere elever i praktik"),
        (Language::Swedish, 1) => "1 elev till på praktik".to_owned(),
        (Language::Swedish, _) => format!("{joined} fler elever på praktik"),
        (Language::English, 1) => "1 more apprentice".to_owned(),
        (Language::English, _) => format!("{joined} more apprentices"),
    }
}

/// So many pupils beside those of today.
fn pupils(joined: usize, language: Language) -> String {
    match (language, joined) {
        (Language::Danish, 1) => "1 elev mere".to_owned(),
        (Language::Danish, _) => format!("{joined} elever mere"),
        (Language::Swedish, 1) => "1 elev till".to_owned(),
        (Language::Swedish, _) => format!("{joined} elever till"),
        (Language::English, _) => format!("{joined} more"),
    }
}

fn english(said: Said) -> String {
    match said {
        Said::AllPossible { joined, futures } => {
            format!("All {futures} sampled futures stay possible with {}.", more(joined, Language::English))
        }
        Said::ImpossibleAlready => "The school has no timetable with its apprentices of today, so it bears no more; explain says why.".to_owned(),
        Said::KnownPossible { joined, futures, possible } => format!("{possible} of {futures} sampled futures are known to be possible with {}.", more(joined, Language::English)),
        Said::SomePossible { joined, futures, possible, first } => format!(
            "{possible} of {futures} sampled futures stay possible with {}; the first becomes impossible with {}.", more(joined, Language::English), pupils(first, Language::English)
        ),
        Said::Unproven => "Stopped before everything was proven: what is not known does not count as possible.".to_owned(),
        Said::Lines => "How many more, and in how many futures that is possible; median (10th to 90th percentile)".to_owned(),
        Said::Failures => "With whom futures become impossible".to_owned(),
        Said::Failure { joined, futures } => format!("at the earliest with {}, in {futures} of the futures", pupils(joined, Language::English)),
    }
}

fn danish(said: Said) -> String {
    match said {
        Said::AllPossible { joined, futures } => {
            format!("Alle {futures} tænkte fremtider er mulige med {}.", more(joined, Language::Danish))
        }
        Said::ImpossibleAlready => "Skolen har intet skema med sine praktikelever i dag, så den bærer ikke flere; explain siger hvorfor.".to_owned(),
        Said::KnownPossible { joined, futures, possible } => format!("{possible} af {futures} tænkte fremtider vides at være mulige med {}.", more(joined, Language::Danish)),
        Said::SomePossible { joined, futures, possible, first } => format!(
            "{possible} af {futures} tænkte fremtider er mulige med {}; den første bliver umulig med {}.", more(joined, Language::Danish), pupils(first, Language::Danish)
        ),
        Said::Unproven => "Stoppet, før alt var bevist: hvad der ikke vides, tæller ikke som muligt.".to_owned(),
        Said::Lines => "Hvor mange flere, og i hvor mange fremtider det er muligt; median (10. til 90. percentil)".to_owned(),
        Said::Failures => "Med hvem fremtider bliver umulige".to_owned(),
        Said::Failure { joined, futures } => format!("tidligst med {}, i {futures} af fremtiderne", pupils(joined, Language::Danish)),
    }
}

fn swedish(said: Said) -> String {
    match said {
        Said::AllPossible { joined, futures } => {
            format!("Alla {futures} tänkta framtider är möjliga med {}.", more(joined, Language::Swedish))
        }
        Said::ImpossibleAlready => "Skolan har inget schema med sina elever på praktik i dag, så den bär inte fler; explain säger varför.".to_owned(),
        Said::KnownPossible { joined, futures, possible } => format!("{possible} av {futures} tänkta framtider är säkert möjliga med {}.", more(joined, Language::Swedish)),
        Said::SomePossible { joined, futures, possible, first } => format!(
            "{possible} av {futures} tänkta framtider är möjliga med {}; den första blir omöjlig med {}.", more(joined, Language::Swedish), pupils(first, Language::Swedish)
        ),
        Said::Unproven => "Stoppat innan allt var bevisat: det som inte är känt räknas inte som möjligt.".to_owned(),
        Said::Lines => "Hur många fler, och i hur många framtider det är möjligt; median (10:e till 90:e percentilen)".to_owned(),
        Said::Failures => "Med vem framtider blir omöjliga".to_owned(),
        Said::Failure { joined, futures } => format!("tidigast med {}, i {futures} av framtiderna", pupils(joined, Language::Swedish)),
    }
}
