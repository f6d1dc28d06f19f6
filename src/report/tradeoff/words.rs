//! The words of a trade-off, in each language.

use super::super::words::Words;
use crate::domain::Language;

/// A language, with its common words.
#[derive(Clone, Copy)]
pub(super) struct Trading {
    pub(super) words: &'static dyn Words,
    pub(super) language: Language,
}

/// What can be said.
#[derive(Clone, Copy)]
pub(super) enum Said {
    /// There is no timetable at all.
    Impossible,
    /// The search was stopped before it found any.
    NothingFound,
    /// The search was stopped before the front was whole.
    Unproven { many: usize },
    /// One compromise is best whatever a desired lesson is worth.
    One { missed: usize },
    /// There are several.
    Front { many: usize },
    /// The heading of the front.
    Heading,
    /// Which of them `solve` takes.
    Chosen { price: i64, missed: usize },
}

/// The headings of the front.
pub(super) struct Headings {
    pub(super) missed: &'static str,
    pub(super) change: &'static str,
    pub(super) more: &'static str,
    pub(super) lessons: &'static str,
    pub(super) points: &'static str,
}

impl Trading {
    /// `said` in the language.
    pub(super) fn tell(self, said: Said) -> String {
        match self.language {
            Language::Danish => self.danish(said),
            Language::Swedish => self.swedish(said),
            Language::English => self.english(said),
        }
    }

    /// The headings of the front.
    pub(super) const fn headings(self) -> Headings {
        match self.language {
            Language::Danish => Headings {
                missed: "ønskede mistes",
                change: "point for ændringer",
                more: "ekstra",
                lessons: "lektioner ændres",
                points: "point i alt",
            },
            Language::Swedish => Headings {
                missed: "önskade missas",
                change: "poäng för ändringar",
                more: "extra",
                lessons: "lektioner ändras",
                points: "poäng totalt",
            },
            Language::English => Headings {
                missed: "desired missed",
                change: "points of change",
                more: "more",
                lessons: "lessons changed",
                points: "points in all",
            },
        }
    }

    fn english(self, said: Said) -> String {
        match said {
            Said::Impossible => "No timetable keeps every required lesson and every rule; this is proven.".to_owned(),
            Said::NothingFound => "Stopped before any proposal was found.".to_owned(),
            Said::Unproven { many } => format!("Stopped before everything was proven: {many} found so far; there may be better ones, and others that miss fewer."),
            Said::One { missed: 0 } => "No desired lesson has to be missed, and missing some would not save any change; this is proven.".to_owned(),
            Said::One { missed } => format!("Every timetable misses at least {missed} desired, and missing more would not save any change; this is proven."),
            Said::Front { many } => format!("{many} timetables are worth choosing from; it is proven that no other changes less without missing more, or misses less without changing more."),
            Said::Heading => "Desired lessons that apprentices miss, in periods and counted for each apprentice, and the least change with which no more are missed".to_owned(),
            Said::Chosen { price, missed } => format!("At {} for each missed one, as now, solve takes the line with {missed} missed (←).", self.words.points(price)),
        }
    }

    fn danish(self, said: Said) -> String {
        match said {
            Said::Impossible => "Intet skema kan både bevare alle obligatoriske lektioner og overholde alle regler; det er bevist.".to_owned(),
            Said::NothingFound => "Stoppet, før der var fundet et forslag.".to_owned(),
            Said::Unproven { many } => format!("Stoppet, før alt var bevist: {many} fundet indtil nu; der kan være bedre, og andre, hvor færre mistes."),
            Said::One { missed: 0 } => "Ingen ønsket lektion behøver at mistes, og det ville ikke spare nogen ændring at miste nogle; det er bevist.".to_owned(),
            Said::One { missed } => format!("I ethvert skema mistes mindst {missed} ønskede, og det ville ikke spare nogen ændring at miste flere; det er bevist."),
            Said::Front { many } => format!("Der er {many} skemaer at vælge imellem; det er bevist, at intet andet ændrer mindre uden at mere mistes, eller mister mindre uden at mere ændres."),
            Said::Heading => "Ønskede lektioner, som elever i praktik mister, talt for hver elev, og den mindste ændring, hvor der ikke mistes flere".to_owned(),
            Said::Chosen { price, missed } => format!("Med {} for hver mistet, som nu, vælger solve linjen med {missed} mistede (←).", self.words.points(price)),
        }
    }

    fn swedish(self, said: Said) -> String {
        match said {
            Said::Impossible => "Inget schema kan både behålla alla obligatoriska lektioner och följa alla regler; det är bevisat.".to_owned(),
            Said::NothingFound => "Stoppat innan något förslag hittades.".to_owned(),
            Said::Unproven { many } => format!("Stoppat innan allt var bevisat: {many} hittade hittills; det kan finnas bättre, och andra där färre missas."),
            Said::One { missed: 0 } => "Ingen önskad lektion behöver missas, och att missa några skulle inte spara någon ändring; det är bevisat.".to_owned(),
            Said::One { missed } => format!("I varje schema missas minst {missed} önskade, och att missa fler skulle inte spara någon ändring; det är bevisat."),
            Said::Front { many } => format!("Det finns {many} scheman att välja mellan; det är bevisat att inget annat ändrar mindre utan att mer missas, eller missar mindre utan att mer ändras."),
            Said::Heading => "Önskade lektioner som elever på praktik missar, räknade för varje elev, och den minsta ändring med vilken inte fler missas".to_owned(),
            Said::Chosen { price, missed } => format!("Med {} för varje missad, som nu, väljer solve raden med {missed} missade (←).", self.words.points(price)),
        }
    }
}
