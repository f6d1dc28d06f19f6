//! The words of plans: one file for each language; the compiler refuses one that lacks a sentence.

mod danish;
mod english;
mod swedish;

use crate::domain::{Country, Date, Day, Language, Slot};

use crate::placement::{self, Caution, LONGEST_DAY};
use crate::report::words::{Words, words};
use crate::words::tenths;

/// Headings and single words.
pub(crate) struct Said {
    pub(crate) plans: &'static str,
    pub(crate) plan: &'static str,
    pub(crate) class_sheet: &'static str,
    pub(crate) teacher_sheet: &'static str,
    pub(crate) pupils: &'static str,
    pub(crate) classes: &'static str,
    pub(crate) teachers: &'static str,
    pub(crate) pupil: &'static str,
    pub(crate) class: &'static str,
    pub(crate) calendar: &'static str,
    pub(crate) placement: &'static str,
    pub(crate) in_class: &'static str,
    pub(crate) bells: &'static str,
    pub(crate) number: &'static str,
    pub(crate) changed: &'static str,
    pub(crate) core_week: &'static str,
    pub(crate) hours_year: &'static str,
    pub(crate) apprentices: &'static str,
    pub(crate) time: &'static str,
    pub(crate) periods: &'static str,
    pub(crate) place: &'static str,
    pub(crate) address: &'static str,
    pub(crate) contact: &'static str,
    pub(crate) dates: &'static str,
    pub(crate) whole_day: &'static str,
    pub(crate) not_agreed: &'static str,
    pub(crate) by_periods: &'static str,
    pub(crate) away: &'static str,
    pub(crate) week: &'static str,
    pub(crate) legend: &'static str,
    pub(crate) core: &'static str,
    pub(crate) subject: &'static str,
    pub(crate) need: &'static str,
    pub(crate) lessons: &'static str,
    pub(crate) missed_before: &'static str,
    pub(crate) missed_after: &'static str,
    pub(crate) year: &'static str,
    pub(crate) class_has: &'static str,
    pub(crate) lost_before: &'static str,
    pub(crate) lost_after: &'static str,
    pub(crate) kept: &'static str,
    pub(crate) total: &'static str,
    pub(crate) check: &'static str,
    pub(crate) guidance: &'static str,
    pub(crate) agreement: &'static str,
    pub(crate) signatures: [&'static str; 4],
    pub(crate) who_is_away: &'static str,
    pub(crate) changes: &'static str,
    pub(crate) no_changes: &'static str,
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    pub(crate) rooms: &'static str,
    pub(crate) back: &'static str,
}

impl Said {
    /// The words of `language`.
    pub(crate) const fn in_language(language: Language) -> &'static Self {
        match language {
            Language::Danish => &danish::DANISH,
            Language::Swedish => &swedish::SWEDISH,
            Language::English => &english::ENGLISH,
        }
    }
}

/// A number of minutes as hours, with one decimal where they are not whole.
pub(crate) fn hours(minutes: u32, language: Language) -> String {
    tenths(i64::from((minutes + 3) / 6), language)
}

/// A date as it is written in a text.
pub(crate) fn date(date: Date, language: Language) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, day) = date.parts();
    let name = usize::try_from(month - 1).ok().and_then(|month| MONTHS.get(month));
    match language {
        Language::Danish => format!("{day}.{month}.{year}"),
        Language::Swedish => date.to_string(),
        Language::English => format!("{day} {} {year}", name.unwrap_or(&"")),
    }
}

/// From when to when a placement is, as far as that is agreed.
pub(crate) fn dates(from: Option<Date>, until: Option<Date>, language: Language) -> Option<String> {
    let date = |one: Date| date(one, language);
    let [since, to] = match language {
        Language::Danish => ["fra", "til"],
        Language::Swedish => ["från", "till"],
        Language::English => ["from", "until"],
    };
    match (from.map(date), until.map(date)) {
        (None, None) => None,
        (Some(from), None) => Some(format!("{since} {from}")),
        (None, Some(until)) => Some(format!("{to} {until}")),
        (Some(from), Some(until)) => Some(format!("{from} – {until}")),
    }
}

/// How much of the year the placement is.
pub(crate) fn share(minutes: u32, country: Country, language: Language) -> String {
    let (hours, weeks) = (hours(minutes, language), placement::WEEKS);
    let most = placement::MOST_AWAY / 60;
    let all = placement::HOURS;
    match (country, language) {
        (Country::Denmark, Language::Danish) => format!(
            "I praktik: {hours} timer om året af {all}; højst to femtedele ({most} timer) er tilladt."
        ),
        (Country::Denmark, Language::Swedish) => format!(
            "På praktik: {hours} timmar om året av {all}; högst två femtedelar ({most} timmar) är tillåtet."
        ),
        (Country::Denmark, Language::English) => format!(
            "At the placement: {hours} hours a year of {all}; at most two fifths ({most} hours) are allowed."
        ),
        (Country::Sweden, Language::Danish) => {
            format!("I praktik: {hours} timer om året ({weeks} uger).")
        }
        (Country::Sweden, Language::Swedish) => {
            format!("På praktik: {hours} timmar om året ({weeks} veckor).")
        }
        (Country::Sweden, Language::English) => {
            format!("At the placement: {hours} hours a year ({weeks} weeks).")
        }
    }
}

/// How the hours are counted.
pub(crate) fn counting(language: Language) -> String {
    let (weeks, period, day) =
        (placement::WEEKS, placement::USUAL_PERIOD, placement::USUAL_DAY / 60);
    match language {
        Language::Danish => format!(
            "Talt med {weeks} uger; en lektion uden tider i periods.csv som {period} minutter, en praktikdag uden tider som {day} timer; pauser i praktikken tæller med."
        ),
        Language::Swedish => format!(
            "Räknat med {weeks} veckor; en lektion utan tider i periods.csv som {period} minuter, en praktikdag utan tider som {day} timmar; raster på praktiken räknas in."
        ),
        Language::English => format!(
            "Counted with {weeks} weeks; a period without times in periods.csv as {period} minutes, a placement day without times as {day} hours; breaks at the placement count."
        ),
    }
}

/// What was written: sheets and calendars, and whose plans have something to look at.
pub(crate) fn written(
    (sheets, calendars): (usize, usize),
    folder: &str,
    pupils: &str,
    language: Language,
) -> String {
    let [made, none, check, care] = match language {
        Language::Danish => [
            format!(
                "{sheets} planer og ark og {calendars} kalendere i {folder}; begynd med index.html."
            ),
            "Ingen kalendere: calendar.csv siger ikke, hvornår der er skole.".to_owned(),
            format!("Se efter, før planerne aftales: {pupils}"),
            "Den, der kan læse mappen, ser, hvor et barn er hvornår.".to_owned(),
        ],
        Language::Swedish => [
            format!(
                "{sheets} planer och blad och {calendars} kalendrar i {folder}; börja med index.html."
            ),
            "Inga kalendrar: calendar.csv säger inte när det är skola.".to_owned(),
            format!("Se efter innan planerna avtalas: {pupils}"),
            "Den som kan läsa mappen ser var ett barn är och när.".to_owned(),
        ],
        Language::English => [
            format!(
                "{sheets} plans and sheets and {calendars} calendars in {folder}; begin with index.html."
            ),
            "No calendars: calendar.csv does not say when there is school.".to_owned(),
            format!("To check before plans are agreed: {pupils}"),
            "Whoever can read the folder sees where a child is when.".to_owned(),
        ],
    };
    let none = (calendars == 0).then_some(none);
    let check = (!pupils.is_empty()).then_some(check);
    let lines = [Some(made), none, check, Some(care)];
    lines.into_iter().flatten().map(|line| line + "\n").collect()
}

/// Something to look at, as a sentence.
pub(crate) fn caution(caution: &Caution, language: Language) -> String {
    let told = Told { language, words: words(language) };
    match language {
        Language::Danish => told.danish(caution),
        Language::Swedish => told.swedish(caution),
        Language::English => told.english(caution),
    }
}

/// What sentences need to name days and hours.
struct Told {
    language: Language,
    words: &'static dyn Words,
}

impl Told {
    fn day(&self, day: Day) -> &'static str {
        self.words.weekday(day)
    }

    fn slot(&self, slot: Slot) -> String {
        self.words.slot(slot)
    }

    fn hours(&self, minutes: u32) -> String {
        hours(minutes, self.language)
    }

    /// That the limit is another from 15 years on, where it is.
    const fn older(&self, most: u32) -> &'static str {
        if most >= LONGEST_DAY {
            return "";
        }
        match self.language {
            Language::Danish => " (8 timer for dem, der er fyldt 15)",
            Language::Swedish => " (8 timmar för dem som har fyllt 15)",
            Language::English => " (8 hours from 15 years on)",
        }
    }
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
    fn a_date_is_written_as_each_language_writes_it() {
        let written = Date::new(2026, 8, 9).map(|day| Language::ALL.map(|one| date(day, one)));
        let expected = ["9.8.2026", "2026-08-09", "9 Aug 2026"].map(str::to_owned);
        assert_eq!(written, Some(expected));
    }
}
