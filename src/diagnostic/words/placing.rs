//! What is wrong with lessons without a place, placements, sites and guests.

use super::phrases::meant;
use super::{Wording, wordings};
use crate::diagnostic::Placing;
use crate::domain::Language;

/// What is said of it.
pub(super) fn of(placing: &Placing, language: Language) -> Wording {
    match placing {
        Placing::NoDays => no_days(language),
        Placing::PeriodsNotCounted { written } => periods_not_counted(written, language),
        Placing::PlaceHalf { lesson, line } => place_half(lesson, *line, language),
        Placing::PlacementUnknown { name, nearest } => {
            placement_unknown(name, nearest.as_deref(), language)
        }
        Placing::PlaceIsTrade { name } => place_is_trade(name, language),
        Placing::WishesUnpriced => wishes_unpriced(language),
        Placing::RowOnTwoSites { one, other } => row_on_two_sites(one, other, language),
        Placing::TravelMissing { ways, lines } => travel_missing(ways, lines, language),
        Placing::TravelNowhere { site } => travel_nowhere(site, language),
        Placing::HomeClassEmpty { class, nearest } => {
            home_class_empty(class, nearest.as_deref(), language)
        }
        Placing::AlsoHome { class } => also_home(class, language),
        Placing::SubjectNotOfClass { subject, class, nearest } => {
            subject_not_of_class(subject, class, nearest.as_deref(), language)
        }
        Placing::RequiredSkipped { subject } => required_skipped(subject, language),
        Placing::PupilRowsDiffer { pupil, line } => pupil_rows_differ(pupil, *line, language),
        Placing::YearDatesMissing { pupil } => year_dates_missing(pupil, language),
    }
}

wordings! { language;
    pupil_rows_differ(pupil: &str, line: u32) {
        "{pupil} står også på linje {line} med andre datoer, men ikke kun med en anden praktik: kun year kan tage sådanne linjer",
        "{pupil} står också på rad {line} med andra datum, men inte bara med en annan praktik: bara year kan ta sådana rader",
        "{pupil} is on line {line} too, with other dates, but not only with another placement: year alone takes such lines";
        help "lad klasse, hold, fag og sammen være ens på elevens linjer, eller stil spørgsmålet med year",
             "låt klass, grupp, ämnen och tillsammans vara lika på elevens rader, eller ställ frågan med year",
             "let class, groups, subjects and together be the same on the pupil's lines, or ask with year";
    }

    year_dates_missing(pupil: &str) {
        "praktikken for {pupil} mangler en dato, og calendar.csv siger ikke, hvornår skoleåret begynder og slutter",
        "praktiken för {pupil} saknar ett datum, och calendar.csv säger inte när läsåret börjar och slutar",
        "the placement of {pupil} lacks a date, and calendar.csv does not say when the school year begins and ends";
        help "skriv fra og til på linjen, eller skolestart og sidste skoledag i calendar.csv",
             "skriv från och till på raden, eller terminsstart och terminsslut i calendar.csv",
             "write from and until on the line, or term start and term end in calendar.csv";
    }

    no_days() {
        "ingen række har en dag",
        "ingen rad har någon dag",
        "no row has a day";
        help "skriv dagen for de lektioner, der ligger fast; kun lektioner, som programmet skal finde plads til, har ingen",
             "skriv dagen för de lektioner som ligger fast; bara lektioner som programmet ska hitta plats åt har ingen",
             "write the day of the lessons that are in place; only lessons for which the program is to find one have none";
    }

    periods_not_counted(written: &str) {
        "lektionen har ingen dag, og så tæller \"{written}\" ikke fra 1",
        "lektionen har ingen dag, och då räknas inte \"{written}\" från 1",
        "the lesson has no day, and then \"{written}\" does not count from 1";
        help "skriv 1 for én lektion, 1-2 for en dobbeltlektion, eller skriv dagen",
             "skriv 1 för en lektion, 1-2 för en dubbellektion, eller skriv dagen",
             "write 1 for one period, 1-2 for two, or write the day";
    }

    place_half(lesson: &str, line: u32) {
        "lektionen {lesson} har en dag i linje {line}, men ikke her",
        "lektionen {lesson} har en dag på rad {line} men inte här",
        "lesson {lesson} has a day in line {line}, but none here";
        help "skriv dagen i alle dens rækker eller i ingen",
             "skriv dagen på alla dess rader eller på ingen",
             "write the day in all of its rows or in none";
    }

    placement_unknown(name: &str, nearest: Option<&str>) {
        "places.csv har hverken et sted eller en branche {name}, så der er ingen dag at finde",
        "places.csv har varken en plats eller en bransch {name}, så det finns ingen dag att hitta",
        "places.csv has neither a place nor a trade {name}, so there is no day to find";
        help = meant(nearest, language);
    }

    place_is_trade(name: &str) {
        "{name} er både et sted og en branche",
        "{name} är både en plats och en bransch",
        "{name} is both a place and a trade";
        help "giv branchen et andet navn i places.csv",
             "ge branschen ett annat namn i places.csv",
             "give the trade another name in places.csv";
    }

    wishes_unpriced() {
        "rækkefølgen af ønskerne betyder intet, for wish er 0",
        "ordningen av önskemålen betyder inget, för wish är 0",
        "the order of the wishes says nothing, for wish is 0";
        help "skriv fx wish = 4 under [points] i school.toml: så koster hvert ønske, der springes over, så mange point",
             "skriv t.ex. wish = 4 under [points] i school.toml: då kostar varje önskemål som hoppas över så många poäng",
             "write e.g. wish = 4 under [points] in school.toml: each wish that is passed over costs so many points then";
    }

    row_on_two_sites(one: &str, other: &str) {
        "lokalerne ligger to steder: {one} og {other}",
        "salarna ligger på två ställen: {one} och {other}",
        "the rooms are at two sites: {one} and {other}";
        help "del rækken i to, eller ret site i rooms.csv",
             "dela raden i två, eller rätta site i rooms.csv",
             "split the row in two, or mend site in rooms.csv";
    }

    travel_missing(ways: &[String], lines: &[String]) {
        "det vides ikke, hvor lang vejen er: {ways}",
        "det är inte känt hur lång vägen är: {ways}",
        "it is not known how long these ways take: {ways}",
        ways = ways.join(", ");
        help "tilføj disse linjer til travel.csv med minutter i stedet for spørgsmålstegnet:\n{lines}",
             "lägg till dessa rader i travel.csv med minuter i stället för frågetecknet:\n{lines}",
             "add these lines to travel.csv, with minutes for the question mark:\n{lines}",
             lines = lines.join("\n");
    }

    travel_nowhere(site: &str) {
        "vejen går fra {site} til {site}",
        "vägen går från {site} till {site}",
        "the way goes from {site} to {site}";
    }

    home_class_empty(class: &str, nearest: Option<&str>) {
        "skemaet har ingen lektioner i elevens stamklasse {class}",
        "schemat har inga lektioner i elevens hemklass {class}",
        "the timetable has no lessons of the pupil's home class {class}";
        help = meant(nearest, language);
    }

    also_home(class: &str) {
        "{class} er elevens egen klasse",
        "{class} är elevens egen klass",
        "{class} is the pupil's own class";
        help "skriv kun de andre klasser, eleven er gæst i",
             "skriv bara de andra klasser som eleven är gäst i",
             "name only the other classes that the pupil is a guest of";
    }

    subject_not_of_class(subject: &str, class: &str, nearest: Option<&str>) {
        "{class} har ingen lektioner i {subject}",
        "{class} har inga lektioner i {subject}",
        "{class} has no lessons of {subject}";
        help = meant(nearest, language);
    }

    required_skipped(subject: &str) {
        "{subject} er et krav, men eleven følger det hverken her eller i en anden klasse",
        "{subject} är ett krav, men eleven läser det varken här eller i någon annan klass",
        "{subject} is required, but the pupil attends it neither here nor in another class";
    }
}
