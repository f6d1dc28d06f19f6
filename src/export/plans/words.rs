//! The words of plans.

use crate::domain::{Country, Date, Language, WeeksAway};
use crate::placement::{self, BREAK, Caution, LONGEST_DAY};
use crate::report::words::words;
use crate::words::{Noun, count, date, from_to, labels, pick, say, sentences, tenths, weekday};

labels! {
    /// Headings and single words.
    pub(super) struct Titles {
        plans: "Planer", "Planer", "Plans";
        plan: "Plan for", "Plan för", "Plan for";
        class_sheet: "Teamark for klasse", "Blad för arbetslaget i klass", "Team sheet for class";
        teacher_sheet: "Ændringer for lærer", "Ändringar för lärare", "Changes for teacher";
        pupils: "Elever", "Elever", "Pupils";
        classes: "Klasser", "Klasser", "Classes";
        teachers: "Lærere", "Lärare", "Teachers";
        calendar: "kalender", "kalender", "calendar";
        placement: "Praktik", "Praktik", "Placement";
        in_class: "Klasse", "Klass", "Class";
        name: "Navn", "Namn", "Name";
        changed: "Lektioner, der ændres", "Lektioner som ändras", "Lessons that change";
        core_week: "Lektioner om ugen", "Lektioner i veckan", "Periods a week";
        hours_year:
            "Timer om året, fag for fag",
            "Timmar om året, ämne för ämne",
            "Hours a year, subject by subject";
        apprentices: "Elever i praktik", "Elever på praktik", "Apprentices";
        time: "tid", "tid", "time";
        periods: "lektioner", "lektioner", "periods";
        place: "Sted", "Plats", "Place";
        address: "Adresse", "Adress", "Address";
        contact: "Kontakt", "Kontakt", "Contact";
        dates: "Periode", "Period", "Dates";
        whole_day: "hele dagen", "hela dagen", "all day";
        not_agreed: "ikke aftalt endnu", "inte avtalat än", "not agreed yet";
        by_periods:
            "efter lektionernes tider",
            "efter lektionernas tider",
            "by the times of the periods";
        away: "væk", "borta", "away";
        weeks_away: "Hele uger væk", "Hela veckor borta", "Whole weeks away";
        weeks: "uge", "vecka", "week";
        week: "Ugen", "Veckan", "The week";
        core: "Kernefag", "Kärnämnen", "Core subjects";
        year: "Skoleåret", "Skolåret", "The school year";
        total: "i alt", "totalt", "in all";
        check:
            "Se efter, før planen aftales",
            "Se efter innan planen avtalas",
            "To check before the plan is agreed";
        guidance:
            "Programmet kender hverken elevens alder, opgaverne eller lokale aftaler. Spørg kommunens vejledning om juniormesterlære og Arbejdstilsynets regler om unges arbejde.",
            "Programmet känner varken elevens ålder, arbetsuppgifterna eller lokala avtal. Fråga skolans riktlinjer för APL och se Arbetsmiljöverkets föreskrifter om minderåriga.",
            "The program knows neither the pupil's age, nor the work, nor local agreements. Check with local guidance and with the rules on young people's work.";
        agreement:
            "Planen er en del af praktikaftalen.",
            "Planen är en del av praktikavtalet.",
            "The plan is part of the practice agreement.";
        who_is_away: "Hvem er væk hvornår", "Vem är borta när", "Who is away when";
        changes: "Ændringer", "Ändringar", "Changes";
        no_changes: "Ingen ændringer.", "Inga ändringar.", "No changes.";
        back: "Alle planer", "Alla planer", "All plans";
    }
}

/// Who signs.
pub(super) const fn signatures(language: Language) -> [&'static str; 4] {
    pick!(
        language,
        ["Elev", "Forældre", "Skole", "Praktiksted"],
        ["Elev", "Vårdnadshavare", "Skola", "Praktikplats"],
        ["Pupil", "Parents", "School", "Place"],
    )
}

/// The headings of who of a class is away when.
pub(super) const fn absences_headings(language: Language) -> [&'static str; 3] {
    pick!(language, ["elev", "væk", "Sted"], ["elev", "borta", "Plats"], ["pupil", "away", "Place"],)
}

/// The headings of the lessons that change.
pub(super) const fn changes_headings(language: Language) -> [&'static str; 6] {
    pick!(
        language,
        ["nr.", "klasse", "fag", "fra", "til", "lokaler"],
        ["nr", "klass", "ämne", "från", "till", "salar"],
        ["no.", "class", "subject", "from", "to", "rooms"],
    )
}

/// The headings of the core lessons of a week.
pub(super) const fn core_headings(language: Language) -> [&'static str; 5] {
    pick!(
        language,
        ["fag", "krav", "lektioner", "mistes uden ændringer", "mistes"],
        ["ämne", "krav", "lektioner", "missas utan ändringar", "missas"],
        ["subject", "need", "lessons", "missed without changes", "missed"],
    )
}

/// The headings of the hours of a year.
pub(super) const fn year_headings(language: Language) -> [&'static str; 5] {
    pick!(
        language,
        ["fag", "klassen har", "mistes uden ændringer", "mistes", "beholdes"],
        ["ämne", "klassen har", "förloras utan ändringar", "förloras", "behålls"],
        ["subject", "the class has", "lost without changes", "lost", "kept"],
    )
}

/// The headings of the hours of a year, with what is lost in whole weeks away.
pub(super) const fn year_and_weeks_headings(language: Language) -> [&'static str; 6] {
    let [subject, has, before, after, kept] = year_headings(language);
    let weeks = pick!(language, "i hele uger væk", "i hela veckor borta", "in whole weeks away");
    [subject, has, before, after, weeks, kept]
}

/// A number of minutes as hours, with one decimal where they are not whole.
pub(super) fn hours(minutes: u32, language: Language) -> String {
    tenths(i64::from((minutes + 3) / 6), language)
}

/// From when to when a placement is, as far as that is agreed.
pub(super) fn dates(from: Option<Date>, until: Option<Date>, language: Language) -> Option<String> {
    let told = match (from, until) {
        (None, None) => return None,
        (Some(from), None) => since(from, language),
        (None, Some(until)) => ending(until, language),
        (Some(from), Some(until)) => {
            format!("{} – {}", date(from, language), date(until, language))
        }
    };
    Some(told)
}

sentences! {
    fn since(from: Date) in language:
        "fra {from}", "från {from}", "from {from}", from = date(from, language);
    fn ending(until: Date) in language:
        "til {until}", "till {until}", "until {until}", until = date(until, language);
}

/// How much of the year the placement is, in a year of so many `weeks` without those away.
pub(super) fn share(minutes: u32, weeks: u32, country: Country, language: Language) -> String {
    let hours = hours(minutes, language);
    let (all, most) = (placement::HOURS, placement::MOST_AWAY / 60);
    say!(language, match country {
        Country::Denmark =>
            "I praktik: {hours} timer om året af {all}; højst to femtedele ({most} timer) er tilladt.",
            "På praktik: {hours} timmar om året av {all}; högst två femtedelar ({most} timmar) är tillåtet.",
            "At the placement: {hours} hours a year of {all}; at most two fifths ({most} hours) are allowed.";
        Country::Sweden =>
            "I praktik: {hours} timer om året ({weeks} uger).",
            "På praktik: {hours} timmar om året ({weeks} veckor).",
            "At the placement: {hours} hours a year ({weeks} weeks).";
    })
}

/// How much of the year whole weeks away are, and with the days at the placement.
pub(super) fn share_of_weeks(
    weeks: u32,
    minutes: u32,
    country: Country,
    language: Language,
) -> String {
    let in_weeks = weeks * placement::MINUTES_A_WEEK;
    let (own, sum, all) =
        (hours(in_weeks, language), hours(in_weeks + minutes, language), placement::HOURS);
    let weeks = count(weeks as usize, WHOLE_WEEKS, language);
    say!(language, match country {
        Country::Denmark =>
            "Dertil {weeks}: {own} timer. Sammen med praktikken er det {sum} timer af {all}.",
            "Därtill {weeks}: {own} timmar. Tillsammans med praktiken är det {sum} timmar av {all}.",
            "Besides, {weeks}: {own} hours. With the placement that is {sum} hours of {all}.";
        Country::Sweden =>
            "Dertil {weeks}; praktikdage i de uger er ikke talt med.",
            "Därtill {weeks}; praktikdagar i de veckorna är inte medräknade.",
            "Besides, {weeks}; placement days in those weeks are not counted.";
    })
}

const WHOLE_WEEKS: Noun = Noun::new(
    ["hel uge væk", "hele uger væk"],
    ["hel vecka borta", "hela veckor borta"],
    ["whole week away", "whole weeks away"],
);

/// The first week that belongs to the school year that then begins, whatever the country.
const FIRST_OF_THE_SCHOOL_YEAR: u8 = 28;

/// Numbers of weeks in the order of a school year, those in a row as a stretch, and what they are for.
pub(super) fn weeks_away(away: &WeeksAway) -> String {
    let mut stretches: Vec<(u8, u8)> = Vec::new();
    let (autumn, spring): (Vec<u8>, Vec<u8>) =
        away.weeks.iter().partition(|&&week| week >= FIRST_OF_THE_SCHOOL_YEAR);
    for week in autumn.into_iter().chain(spring) {
        match stretches.last_mut() {
            Some((_, last)) if *last + 1 == week => *last = week,
            _ => stretches.push((week, week)),
        }
    }
    let told = stretches.into_iter().map(|(first, last)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    });
    let numbers = told.collect::<Vec<_>>().join(", ");
    if away.what.is_empty() { numbers } else { format!("{numbers} ({})", away.what) }
}

sentences! {
    /// How the hours are counted.
    pub(super) fn counting() in language:
        "Talt med {weeks} uger; en lektion uden tider i periods.csv som {period} minutter, en praktikdag uden tider som {day} timer; pauser i praktikken tæller med.",
        "Räknat med {weeks} veckor; en lektion utan tider i periods.csv som {period} minuter, en praktikdag utan tider som {day} timmar; raster på praktiken räknas in.",
        "Counted with {weeks} weeks; a period without times in periods.csv as {period} minutes, a placement day without times as {day} hours; breaks at the placement count.",
        weeks = placement::WEEKS, period = placement::USUAL_PERIOD, day = placement::USUAL_DAY / 60;
    /// The same where the days are counted by their dates.
    pub(super) fn counting_dates(weeks: u32) in language:
        "Talt dag for dag efter calendar.csv: {weeks} skoleuger; en lektion uden tider i periods.csv som {period} minutter, en praktikdag uden tider som {day} timer; pauser i praktikken tæller med.",
        "Räknat dag för dag efter calendar.csv: {weeks} skolveckor; en lektion utan tider i periods.csv som {period} minuter, en praktikdag utan tider som {day} timmar; raster på praktiken räknas in.",
        "Counted day by day by calendar.csv: {weeks} weeks of school; a period without times in periods.csv as {period} minutes, a placement day without times as {day} hours; breaks at the placement count.",
        period = placement::USUAL_PERIOD, day = placement::USUAL_DAY / 60;
    /// How often a day at the placement comes.
    pub(super) fn turns(times: usize, first: Date, last: Date) in language:
        "{times} gange, {first} – {last}",
        "{times} gånger, {first} – {last}",
        "{times} times, {first} – {last}",
        times = times, first = date(first, language), last = date(last, language);
    /// What was written.
    pub(super) fn written(sheets: usize, calendars: usize, folder: &str) in language:
        "{sheets} planer og ark og {calendars} kalendere i {folder}; begynd med index.html.",
        "{sheets} planer och blad och {calendars} kalendrar i {folder}; börja med index.html.",
        "{sheets} plans and sheets and {calendars} calendars in {folder}; begin with index.html.";
    /// Why there are no calendars.
    pub(super) fn no_calendars() in language:
        "Ingen kalendere: calendar.csv siger ikke, hvornår der er skole.",
        "Inga kalendrar: calendar.csv säger inte när det är skola.",
        "No calendars: calendar.csv does not say when there is school.";
    /// Whose plans have something to look at.
    pub(super) fn to_check(pupils: &str) in language:
        "Se efter, før planerne aftales: {pupils}",
        "Se efter innan planerna avtalas: {pupils}",
        "To check before plans are agreed: {pupils}";
    /// That plans are not for everybody.
    pub(super) fn take_care() in language:
        "Den, der kan læse mappen, ser, hvor et barn er hvornår.",
        "Den som kan läsa mappen ser var ett barn är och när.",
        "Whoever can read the folder sees where a child is when.";
}

/// Something to look at, as a sentence.
pub(super) fn caution(caution: &Caution, language: Language) -> String {
    say!(language, match caution {
        Caution::TimesMissing(day) =>
            "{day}: mødetid og sluttid er ikke aftalt.",
            "{day}: start- och sluttid är inte avtalade.",
            "{day}: when the pupil meets and leaves is not agreed.",
            day = weekday(*day, language);
        Caution::PlaceMissing =>
            "Praktikstedet er ikke aftalt.",
            "Praktikplatsen är inte avtalad.",
            "The place is not agreed.";
        Caution::Window { day, hours, allowed } =>
            "{day}: {hours} ligger ikke inden for {allowed}, hvor unge må arbejde.",
            "{day}: {hours} ligger inte inom {allowed}, då minderåriga får arbeta.",
            "{day}: {hours} is not within {allowed}, when young people may work.",
            day = weekday(*day, language), hours = from_to(*hours), allowed = from_to(*allowed);
        Caution::LongDay { day, minutes, most } =>
            "{day}: {minutes} timers arbejde og undervisning uden pause; {most} er grænsen{older}.",
            "{day}: {minutes} timmars arbete och undervisning utan rast; {most} är gränsen{older}.",
            "{day}: {minutes} hours of work and lessons without the break; {most} is the limit{older}.",
            day = weekday(*day, language), minutes = hours(*minutes, language),
            most = hours(*most, language), older = older(*most, language);
        Caution::LongWeek { minutes, most } =>
            "Ugen har {minutes} timers arbejde og undervisning; {most} er grænsen.",
            "Veckan har {minutes} timmars arbete och undervisning; {most} är gränsen.",
            "The week has {minutes} hours of work and lessons; {most} is the limit.",
            minutes = hours(*minutes, language), most = hours(*most, language);
        Caution::ShortRest { from, to, minutes, least } =>
            "Fra {from} til {to} er der {minutes} timers hvile; mindst {least} skal der være.",
            "Från {from} till {to} är det {minutes} timmars vila; minst {least} ska det vara.",
            "From {from} to {to} there are {minutes} hours of rest; at least {least} are asked for.",
            from = weekday(*from, language), to = weekday(*to, language),
            minutes = hours(*minutes, language), least = hours(*least, language);
        Caution::BreakDue(day) =>
            "{day}: en pause på mindst {BREAK} minutter skal aftales.",
            "{day}: en rast på minst {BREAK} minuter ska avtalas.",
            "{day}: a break of at least {BREAK} minutes is to be agreed.",
            day = weekday(*day, language);
        Caution::Overlap(slot) =>
            "{slot}: lektionen ligger, mens eleven er i praktik efter de aftalte tider.",
            "{slot}: lektionen ligger medan eleven är på praktik enligt de avtalade tiderna.",
            "{slot}: the lesson is while the pupil is at the placement by the agreed times.",
            slot = words(language).slot(*slot);
        Caution::LargeShare { minutes, weeks: 1.., most } =>
            "Praktikken og ugerne væk er {minutes} timer om året; to femtedele er {most}.",
            "Praktiken och veckorna borta är {minutes} timmar om året; två femtedelar är {most}.",
            "The placement and the weeks away are {minutes} hours a year; two fifths are {most}.",
            minutes = hours(*minutes, language), most = hours(*most, language);
        Caution::LargeShare { minutes, most, .. } =>
            "Praktikken er {minutes} timer om året; to femtedele er {most}.",
            "Praktiken är {minutes} timmar om året; två femtedelar är {most}.",
            "The placement is {minutes} hours a year; two fifths are {most}.",
            minutes = hours(*minutes, language), most = hours(*most, language);
        Caution::CoreMissed(subject) =>
            "{subject} er obligatorisk, og eleven mister lektioner.",
            "{subject} är obligatoriskt, och eleven missar lektioner.",
            "{subject} is required, and the pupil misses lessons.";
    })
}

/// That the limit is another from 15 years on, where it is.
const fn older(most: u32, language: Language) -> &'static str {
    if most >= LONGEST_DAY {
        return "";
    }
    pick!(
        language,
        " (8 timer for dem, der er fyldt 15)",
        " (8 timmar för dem som har fyllt 15)",
        " (8 hours from 15 years on)"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_have_a_decimal_only_where_they_are_not_whole() {
        assert_eq!(hours(150 * 60, Language::Danish), "150");
        assert_eq!(hours(7 * 60 + 30, Language::Danish), "7,5");
        assert_eq!(hours(7 * 60 + 30, Language::English), "7.5");
        assert_eq!(hours(0, Language::Swedish), "0");
    }

    #[test]
    fn weeks_are_told_in_the_order_of_a_school_year() {
        let who = crate::domain::Who::Class("8.A".into());
        let weeks = [1, 2, 12, 47, 48, 53].into();
        let told = weeks_away(&WeeksAway { who, weeks, what: "APL".to_owned() });
        assert_eq!(told, "47–48, 53, 1–2, 12 (APL)");
    }
}
