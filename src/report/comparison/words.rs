//! The words of a comparison. Sentences have no full stop.

use crate::domain::Language;
use crate::report::words::points;
use crate::words::{Noun, count, labels, pick, say, sentences};

labels! {
    /// The headings of the page.
    pub(super) struct Titles {
        page: "Hvilken dag?", "Vilken dag?", "Which day?";
        question:
            "Hvad det koster i skemaet, at elever er i praktik den ene eller den anden dag.",
            "Vad det kostar i schemat att elever är på praktik den ena eller den andra dagen.",
            "What it costs the timetable that pupils are away on one day or another.";
        answers: "Kort fortalt", "I korthet", "In short";
        map: "Alle dage", "Alla dagar", "All days";
        days: "Hver dag for sig", "Varje dag för sig", "Each day by itself";
    }
}

/// The headings of what each day does.
pub(super) const fn headings(language: Language) -> [&'static str; 7] {
    pick!(
        language,
        [
            "",
            "point",
            "lektioner ændres",
            "klasser",
            "lærere",
            "ønskede mistes",
            "fyldte faglokaler"
        ],
        [
            "",
            "poäng",
            "lektioner ändras",
            "klasser",
            "lärare",
            "önskade missas",
            "fyllda ämnessalar"
        ],
        [
            "",
            "points",
            "lessons changed",
            "classes",
            "teachers",
            "desired missed",
            "special rooms filled"
        ],
    )
}

const LESSON_CHANGES: Noun = Noun::new(
    ["lektion ændres", "lektioner ændres"],
    ["lektion ändras", "lektioner ändras"],
    ["lesson changes", "lessons change"],
);

sentences! {
    /// All classes, as a line of the map.
    pub(super) fn all() in language:
        "alle",
        "alla",
        "all";
    /// All classes, as who a sentence is about.
    pub(super) fn all_on_one_day() in language:
        "Alle på én gang",
        "Alla på en gång",
        "All at once";
    /// The map's heading.
    pub(super) fn heat() in language:
        "Point, fra ○ billigst til ● dyrest i linjen; ✗ umuligt, med grundens nummer",
        "Poäng, från ○ billigast till ● dyrast på raden; ✗ omöjligt, med skälets nummer",
        "Points, from ○ cheapest to ● dearest of the line; ✗ impossible, with the reason's number";
    /// The heading of the reasons.
    pub(super) fn impossible() in language:
        "Hvorfor ikke",
        "Varför inte",
        "Why not";
    /// The heading of what each day does.
    pub(super) fn daily(who: &str) in language:
        "Hvad hver dag gør: {who}",
        "Vad varje dag gör: {who}",
        "What each day does: {who}";
    /// There are no apprentices.
    pub(super) fn nobody() in language:
        "Ingen klasse har en elev i praktik.",
        "Ingen klass har en elev på praktik.",
        "No class has an apprentice.";
    /// Some answers are not proven.
    pub(super) fn unproven() in language:
        "Stoppet, før alt var bevist: ≥ er den grænse, der er bevist.",
        "Stoppat innan allt var bevisat: ≥ är den gräns som är bevisad.",
        "Stopped before everything was proven: ≥ is the bound that is proven.";
    /// Every day is impossible.
    pub(super) fn no_day(who: &str) in language:
        "{who}: ingen dag er mulig",
        "{who}: ingen dag är möjlig",
        "{who}: no day is possible";
    /// The search ended before anything was found.
    pub(super) fn nothing_known(who: &str) in language:
        "{who}: stoppet, før noget var fundet",
        "{who}: stoppat innan något var funnet",
        "{who}: stopped before anything was found";
    /// Days that cost no points.
    pub(super) fn free(who: &str, days: &str) in language:
        "{who}: {days} koster ingenting",
        "{who}: {days} kostar ingenting",
        "{who}: {days} costs nothing";
    /// Days that cost least.
    pub(super) fn cheapest(who: &str, days: &str, lessons: usize, cost: i64) in language:
        "{who}: {days} er billigst ({lessons}, {points})",
        "{who}: {days} är billigast ({lessons}, {points})",
        "{who}: {days} is cheapest ({lessons}, {points})",
        lessons = count(lessons, LESSON_CHANGES, language),
        points = points(cost, language);
    /// One more pupil costs nothing on days that the class uses already.
    pub(super) fn one_more(days: &str, class: &str) in language:
        "  {days}: {class} er allerede væk; én sådan elev mere koster ingenting",
        "  {days}: {class} är redan borta; en sådan elev till kostar ingenting",
        "  {days}: {class} is away already; one more such pupil costs nothing";
    /// The pupil costs nothing on days that the class uses already.
    pub(super) fn nothing_more(days: &str, class: &str) in language:
        "  {days}: {class} er allerede væk, så eleven koster intet ekstra",
        "  {days}: {class} är redan borta, så eleven kostar inget extra",
        "  {days}: {class} is away already, so the pupil costs nothing more";
    /// The days chosen together.
    pub(super) fn together(days: &str, cost: i64) in language:
        "Dage valgt sammen koster {points} i alt ({days}); det er bevist, at intet valg koster mindre",
        "Dagar valda tillsammans kostar {points} sammanlagt ({days}); det är bevisat att inget val kostar mindre",
        "Days chosen together cost {points} in all ({days}); it is proven that no choice costs less",
        points = points(cost, language);
    /// The same without a proof.
    pub(super) fn together_so_far(days: &str, cost: i64, bound: i64) in language:
        "Dage valgt sammen koster {points} i alt ({days}); det er ikke bevist, men intet valg koster mindre end {bound}",
        "Dagar valda tillsammans kostar {points} sammanlagt ({days}); det är inte bevisat, men inget val kostar mindre än {bound}",
        "Days chosen together cost {points} in all ({days}); this is not proven, but no choice costs less than {bound}",
        points = points(cost, language);
    /// No choice of days is possible.
    pub(super) fn not_together() in language:
        "Dage valgt sammen: intet valg er muligt",
        "Dagar valda tillsammans: inget val är möjligt",
        "Days chosen together: no choice is possible";
    /// The search ended before a choice of days was found.
    pub(super) fn together_unknown(bound: i64) in language:
        "Dage valgt sammen: stoppet, før et valg var fundet; intet koster mindre end {points}",
        "Dagar valda tillsammans: stoppat innan ett val var funnet; inget kostar mindre än {points}",
        "Days chosen together: stopped before a choice was found; none costs less than {points}",
        points = points(bound, language);
}

/// After [`free`] or [`cheapest`]: the day that costs `most`, beside `least`.
pub(super) fn dearest(day: &str, least: i64, most: i64, language: Language) -> String {
    let (times, remainder) = (times(least, most), most.checked_rem(least).unwrap_or(0));
    say!(language, match times {
        None =>
            "; {day} ville koste {points}",
            "; {day} skulle kosta {points}",
            "; {day} would cost {points}",
            points = points(most, language);
        Some(1) =>
            "; {day} ville koste {points} mere",
            "; {day} skulle kosta {points} mer",
            "; {day} would cost {points} more",
            points = points(most - least, language);
        Some(2) =>
            "; {day} ville koste {about}dobbelt så meget",
            "; {day} skulle kosta {about}dubbelt så mycket",
            "; {day} would cost {about}twice as much",
            about = about(remainder, language);
        Some(times) =>
            "; {day} ville koste {about}{times} gange så meget",
            "; {day} skulle kosta {about}{times} gånger så mycket",
            "; {day} would cost {about}{times} times as much",
            about = about(remainder, language), times = numeral(times, language);
    })
}

/// How many times `least` fits into `most`, to the nearest whole number; `None` if `least` is nothing.
fn times(least: i64, most: i64) -> Option<i64> {
    let twice = most.saturating_mul(2).checked_div(least)?;
    Some((twice + 1) / 2)
}

/// That a number of times is rounded; nothing where none is left over.
const fn about(remainder: i64, language: Language) -> &'static str {
    if remainder == 0 { "" } else { pick!(language, "omkring ", "ungefär ", "about ") }
}

/// A number from three in words, a larger one than the last word in figures.
fn numeral(number: i64, language: Language) -> String {
    let words = pick!(
        language,
        ["tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"],
        ["tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"],
        ["three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    );
    let word = usize::try_from(number - 3).ok().and_then(|index| words.get(index));
    word.map_or_else(|| number.to_string(), ToString::to_string)
}
