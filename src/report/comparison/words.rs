//! The words of a comparison, in each language; the compiler refuses a language that lacks a sentence.

use super::super::words::Words;
use crate::domain::Language;
use crate::words::{both, either};

/// A language, with its common words.
#[derive(Clone, Copy)]
pub(super) struct Comparing {
    pub(super) language: Language,
    pub(super) words: &'static dyn Words,
}

/// What can be said. Sentences have no full stop.
#[derive(Clone, Copy)]
pub(super) enum Said<'a> {
    /// All classes, as a line of the map.
    All,
    /// All classes, as who a sentence is about.
    AllOnOneDay,
    /// The map's heading.
    Heat,
    /// The heading of the reasons.
    Impossible,
    /// The heading of what each day does.
    Daily { who: &'a str },
    /// There are no apprentices.
    Nobody,
    /// Some answers are not proven.
    Unproven,
    /// Every day is impossible.
    NoDay { who: &'a str },
    /// The search ended before anything was found.
    NothingKnown { who: &'a str },
    /// Days that cost no points.
    Free { who: &'a str, days: &'a str },
    /// Days that cost least.
    Cheapest { who: &'a str, days: &'a str, lessons: usize, points: i64 },
    /// After [`Said::Free`] or [`Said::Cheapest`]: the day that costs most.
    Dearest { day: &'a str, least: i64, points: i64 },
    /// One more pupil costs nothing on days that the class uses already.
    OneMore { days: &'a str, class: &'a str },
    /// The pupil costs nothing on days that the class uses already.
    NothingMore { days: &'a str, class: &'a str },
    /// The days chosen together.
    Together { days: &'a str, points: i64 },
    /// The same without a proof.
    TogetherSoFar { days: &'a str, points: i64, bound: i64 },
    /// No choice of days is possible.
    NotTogether,
    /// The search ended before a choice of days was found.
    TogetherUnknown { bound: i64 },
}

/// The headings of what each day does.
pub(super) struct Headings {
    pub(super) points: &'static str,
    pub(super) lessons: &'static str,
    pub(super) classes: &'static str,
    pub(super) teachers: &'static str,
    pub(super) desired_missed: &'static str,
    pub(super) rooms: &'static str,
}

/// The headings of the page.
pub(super) struct Titles {
    pub(super) page: &'static str,
    pub(super) question: &'static str,
    pub(super) answers: &'static str,
    pub(super) map: &'static str,
    pub(super) days: &'static str,
}

impl Comparing {
    /// The headings of the page.
    pub(super) const fn titles(self) -> Titles {
        match self.language {
            Language::Danish => Titles {
                page: "Hvilken dag?",
                question: "Hvad det koster i skemaet, at elever er i praktik den ene eller den anden dag.",
                answers: "Kort fortalt",
                map: "Alle dage",
                days: "Hver dag for sig",
            },
            Language::Swedish => Titles {
                page: "Vilken dag?",
                question: "Vad det kostar i schemat att elever är på praktik den ena eller den andra dagen.",
                answers: "I korthet",
                map: "Alla dagar",
                days: "Varje dag för sig",
            },
            Language::English => Titles {
                page: "Which day?",
                question: "What it costs the timetable that pupils are away on one day or another.",
                answers: "In short",
                map: "All days",
                days: "Each day by itself",
            },
        }
    }

    /// `said` in the language.
    pub(super) fn tell(self, said: Said<'_>) -> String {
        match self.language {
            Language::Danish => self.danish(said),
            Language::Swedish => self.swedish(said),
            Language::English => self.english(said),
        }
    }

    /// `Monday, Tuesday or Friday`.
    pub(super) fn either(self, days: &[impl AsRef<str>]) -> String {
        either(days, self.language)
    }

    /// `Monday and Tuesday`.
    pub(super) fn both(self, days: &[impl AsRef<str>]) -> String {
        both(days, self.language)
    }

    /// The headings of what each day does.
    pub(super) const fn headings(self) -> Headings {
        match self.language {
            Language::Danish => Headings {
                points: "point",
                lessons: "lektioner ændres",
                classes: "klasser",
                teachers: "lærere",
                desired_missed: "ønskede mistes",
                rooms: "fyldte faglokaler",
            },
            Language::Swedish => Headings {
                points: "poäng",
                lessons: "lektioner ändras",
                classes: "klasser",
                teachers: "lärare",
                desired_missed: "önskade missas",
                rooms: "fyllda ämnessalar",
            },
            Language::English => Headings {
                points: "points",
                lessons: "lessons changed",
                classes: "classes",
                teachers: "teachers",
                desired_missed: "desired missed",
                rooms: "special rooms filled",
            },
        }
    }

    fn english(self, said: Said<'_>) -> String {
        let points = |points| self.words.points(points);
        match said {
            Said::All => "all".to_owned(),
            Said::AllOnOneDay => "All at once".to_owned(),
            Said::Heat => "Points, from ○ cheapest to ● dearest of the line; ✗ impossible, with the reason's number".to_owned(),
            Said::Impossible => "Why not".to_owned(),
            Said::Daily { who } => format!("What each day does: {who}"),
            Said::Nobody => "No class has an apprentice.".to_owned(),
            Said::Unproven => "Stopped before everything was proven: ≥ is the bound that is proven.".to_owned(),
            Said::NoDay { who } => format!("{who}: no day is possible"),
            Said::NothingKnown { who } => format!("{who}: stopped before anything was found"),
            Said::Free { who, days } => format!("{who}: {days} costs nothing"),
            Said::Cheapest { who, days, lessons, points: least } => format!(
                "{who}: {days} is cheapest ({}, {})",
                moves(lessons, ("lesson changes", "lessons change")),
                points(least)
            ),
            Said::Dearest { day, least, points: most } => match times(least, most) {
                None => format!("; {day} would cost {}", points(most)),
                Some((1, _)) => format!("; {day} would cost {} more", points(most - least)),
                Some((2, exact)) => format!("; {day} would cost {}twice as much", about(exact, "about ")),
                Some((times, exact)) => format!(
                    "; {day} would cost {}{} times as much",
                    about(exact, "about "),
                    numeral(times, ["three", "four", "five", "six", "seven", "eight", "nine", "ten"])
                ),
            },
            Said::OneMore { days, class } => format!("  {days}: {class} is away already; one more such pupil costs nothing"),
            Said::NothingMore { days, class } => format!("  {days}: {class} is away already, so the pupil costs nothing more"),
            Said::Together { days, points: sum } => format!("Days chosen together cost {} in all ({days}); it is proven that no choice costs less", points(sum)),
            Said::TogetherSoFar { days, points: sum, bound } => format!("Days chosen together cost {} in all ({days}); this is not proven, but no choice costs less than {bound}", points(sum)),
            Said::NotTogether => "Days chosen together: no choice is possible".to_owned(),
            Said::TogetherUnknown { bound } => format!("Days chosen together: stopped before a choice was found; none costs less than {}", points(bound)),
        }
    }

    fn danish(self, said: Said<'_>) -> String {
        let points = |points| self.words.points(points);
        match said {
            Said::All => "alle".to_owned(),
            Said::AllOnOneDay => "Alle på én gang".to_owned(),
            Said::Heat => {
                "Point, fra ○ billigst til ● dyrest i linjen; ✗ umuligt, med grundens nummer"
                    .to_owned()
            }
            Said::Impossible => "Hvorfor ikke".to_owned(),
            Said::Daily { who } => format!("Hvad hver dag gør: {who}"),
            Said::Nobody => "Ingen klasse har en elev i praktik.".to_owned(),
            Said::Unproven => {
                "Stoppet, før alt var bevist: ≥ er den grænse, der er bevist.".to_owned()
            }
            Said::NoDay { who } => format!("{who}: ingen dag er mulig"),
            Said::NothingKnown { who } => format!("{who}: stoppet, før noget var fundet"),
            Said::Free { who, days } => format!("{who}: {days} koster ingenting"),
            Said::Cheapest { who, days, lessons, points: least } => format!(
                "{who}: {days} er billigst ({}, {})",
                moves(lessons, ("lektion ændres", "lektioner ændres")),
                points(least)
            ),
            Said::Dearest { day, least, points: most } => match times(least, most) {
                None => format!("; {day} ville koste {}", points(most)),
                Some((1, _)) => format!("; {day} ville koste {} mere", points(most - least)),
                Some((2, exact)) => {
                    format!("; {day} ville koste {}dobbelt så meget", about(exact, "omkring "))
                }
                Some((times, exact)) => format!(
                    "; {day} ville koste {}{} gange så meget",
                    about(exact, "omkring "),
                    numeral(times, ["tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"])
                ),
            },
            Said::OneMore { days, class } => {
                format!("  {days}: {class} er allerede væk; én sådan elev mere koster ingenting")
            }
            Said::NothingMore { days, class } => {
                format!("  {days}: {class} er allerede væk, så eleven koster intet ekstra")
            }
            Said::Together { days, points: sum } => format!(
                "Dage valgt sammen koster {} i alt ({days}); det er bevist, at intet valg koster mindre",
                points(sum)
            ),
            Said::TogetherSoFar { days, points: sum, bound } => format!(
                "Dage valgt sammen koster {} i alt ({days}); det er ikke bevist, men intet valg koster mindre end {bound}",
                points(sum)
            ),
            Said::NotTogether => "Dage valgt sammen: intet valg er muligt".to_owned(),
            Said::TogetherUnknown { bound } => format!(
                "Dage valgt sammen: stoppet, før et valg var fundet; intet koster mindre end {}",
                points(bound)
            ),
        }
    }

    fn swedish(self, said: Said<'_>) -> String {
        let points = |points| self.words.points(points);
        match said {
            Said::All => "alla".to_owned(),
            Said::AllOnOneDay => "Alla på en gång".to_owned(),
            Said::Heat => {
                "Poäng, från ○ billigast till ● dyrast på raden; ✗ omöjligt, med skälets nummer"
                    .to_owned()
            }
            Said::Impossible => "Varför inte".to_owned(),
            Said::Daily { who } => format!("Vad varje dag gör: {who}"),
            Said::Nobody => "Ingen klass har en elev på praktik.".to_owned(),
            Said::Unproven => {
                "Stoppat innan allt var bevisat: ≥ är den gräns som är bevisad.".to_owned()
            }
            Said::NoDay { who } => format!("{who}: ingen dag är möjlig"),
            Said::NothingKnown { who } => format!("{who}: stoppat innan något var funnet"),
            Said::Free { who, days } => format!("{who}: {days} kostar ingenting"),
            Said::Cheapest { who, days, lessons, points: least } => format!(
                "{who}: {days} är billigast ({}, {})",
                moves(lessons, ("lektion ändras", "lektioner ändras")),
                points(least)
            ),
            Said::Dearest { day, least, points: most } => match times(least, most) {
                None => format!("; {day} skulle kosta {}", points(most)),
                Some((1, _)) => format!("; {day} skulle kosta {} mer", points(most - least)),
                Some((2, exact)) => {
                    format!("; {day} skulle kosta {}dubbelt så mycket", about(exact, "ungefär "))
                }
                Some((times, exact)) => format!(
                    "; {day} skulle kosta {}{} gånger så mycket",
                    about(exact, "ungefär "),
                    numeral(times, ["tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"])
                ),
            },
            Said::OneMore { days, class } => {
                format!("  {days}: {class} är redan borta; en sådan elev till kostar ingenting")
            }
            Said::NothingMore { days, class } => {
                format!("  {days}: {class} är redan borta, så eleven kostar inget extra")
            }
            Said::Together { days, points: sum } => format!(
                "Dagar valda tillsammans kostar {} sammanlagt ({days}); det är bevisat att inget val kostar mindre",
                points(sum)
            ),
            Said::TogetherSoFar { days, points: sum, bound } => format!(
                "Dagar valda tillsammans kostar {} sammanlagt ({days}); det är inte bevisat, men inget val kostar mindre än {bound}",
                points(sum)
            ),
            Said::NotTogether => "Dagar valda tillsammans: inget val är möjligt".to_owned(),
            Said::TogetherUnknown { bound } => format!(
                "Dagar valda tillsammans: stoppat innan ett val var funnet; inget kostar mindre än {}",
                points(bound)
            ),
        }
    }
}

fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

fn moves(lessons: usize, (one, many): (&str, &str)) -> String {
    format!("{lessons} {}", plural(lessons, one, many))
}

fn about(is_exact: Exact, word: &str) -> &str {
    if is_exact == Exact::Yes { "" } else { word }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Exact {
    Yes,
    No,
}

/// How many times `least` fits into `most`, to the nearest whole number; `None` if `least` is nothing.
fn times(least: i64, most: i64) -> Option<(i64, Exact)> {
    let twice = most.saturating_mul(2).checked_div(least)?;
    Some(((twice + 1) / 2, if most % least == 0 { Exact::Yes } else { Exact::No }))
}

/// A number from three in words, a larger one than the last word in figures.
fn numeral(number: i64, words: [&str; 8]) -> String {
    let word = usize::try_from(number - 3).ok().and_then(|place| words.get(place));
    word.map_or_else(|| number.to_string(), ToString::to_string)
}
