//! Days, periods, and stretches of both, as people write them.

use super::findings::Findings;
use super::table::{Cell, shortened};
use super::text::{items, plain};
use crate::diagnostic::Fault;
use crate::domain::{Day, Period, Span};

/// The largest number that a period can have.
pub(super) const LAST_PERIOD: u8 = 99;

/// The weekdays' names, English, Danish, Swedish, Monday first.
pub(super) const FULL_NAMES: [[&str; 7]; 3] = [
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
];

/// The same without the letters that a keyboard abroad lacks.
const SPELT_OUT: [(&str, Day); 2] = [("loerdag", Day::Sat), ("soendag", Day::Sun)];

/// The day that a cell or a part of one names.
///
/// # Errors
/// [`Fault::DayTooShort`] for a single letter, [`Fault::DayUnknown`] for what is no day.
pub(super) fn day(written: &str) -> Result<Day, Fault> {
    let word = plain(written);
    let unknown = || Fault::DayUnknown { written: shortened(written) };
    if let Ok(number) = word.parse::<usize>() {
        let place = number.checked_sub(1).ok_or_else(unknown)?;
        return Day::ALL.get(place).copied().ok_or_else(unknown);
    }
    match word.chars().count() {
        0 => Err(unknown()),
        1 => Err(Fault::DayTooShort { written: shortened(written) }),
        _ => day_beginning_with(&word).ok_or_else(unknown),
    }
}

/// Two letters are enough: no two days of the three languages begin with the same two.
fn day_beginning_with(word: &str) -> Option<Day> {
    let named = FULL_NAMES.iter().flat_map(|names| names.iter().zip(Day::ALL));
    named
        .map(|(name, day)| (plain(name), day))
        .chain(SPELT_OUT.map(|(name, day)| (name.to_owned(), day)))
        .find(|(name, _)| name.starts_with(word))
        .map(|(_, day)| day)
}

/// The periods that a cell or a part of one names: the first and the last.
///
/// # Errors
/// One of the faults about periods.
pub(super) fn periods(written: &str) -> Result<(Period, Period), Fault> {
    let text = written.replace(['–', '—', '\u{2010}', '\u{2011}', '\u{2212}'], "-");
    let (first, last) = text.split_once('-').unwrap_or((&text, &text));
    match (number(first, written)?, number(last, written)?) {
        (first, last) if first > last => {
            Err(Fault::PeriodsReversed { written: shortened(written) })
        }
        (first, last) => Ok((Period(first), Period(last))),
    }
}

fn number(digits: &str, written: &str) -> Result<u8, Fault> {
    let digits = digits.trim();
    let written = shortened(written);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(if looks_like_date(&written) {
            Fault::PeriodIsDate { written }
        } else {
            Fault::PeriodUnreadable { written }
        });
    }
    let number = digits.parse().ok().filter(|&number| number <= LAST_PERIOD);
    number.ok_or(Fault::PeriodTooLarge { written })
}

/// Whether a spreadsheet made a date of it: `1. feb`, `02-jan`, `01-02-2025`.
fn looks_like_date(written: &str) -> bool {
    const MONTHS: [&str; 15] = [
        "jan", "feb", "mar", "apr", "maj", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov",
        "dec", "mars",
    ];
    let word = plain(written);
    let letters: String = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    let digits = word.len() - letters.len();
    let parts = written.split(['-', '.', '/']).filter(|part| !part.trim().is_empty()).count();
    digits > 0 && (MONTHS.contains(&letters.as_str()) || letters.is_empty() && parts == 3)
}

/// The stretches of time that an alternative or an unavailability lists, joined by `+`.
///
/// # Errors
/// The first fault of each item.
pub(super) fn spans(written: &str) -> Result<Vec<Span>, Vec<Fault>> {
    let (mut spans, mut faults) = (Vec::new(), Vec::new());
    let has_words = written.chars().any(char::is_alphabetic);
    for item in items(written) {
        match span(item) {
            Ok(_) if has_words && item.bytes().all(|byte| byte.is_ascii_digit()) => {
                faults.push(Fault::DayNumberMixed { written: shortened(written) });
            }
            Ok(span) => spans.push(span),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(spans) } else { Err(faults) }
}

fn span(item: &str) -> Result<Span, Fault> {
    let (name, rest) = split_day(item);
    let day = day(name)?;
    let periods = if rest.is_empty() { None } else { Some(periods(rest)?) };
    Ok(Span { day, periods })
}

/// `thu 3-6` and `thu3-6` → `thu` and `3-6`.
fn split_day(item: &str) -> (&str, &str) {
    let named = item.starts_with(char::is_alphabetic);
    let ends = |sign: char| sign.is_whitespace() || named && sign.is_ascii_digit();
    let end = item.find(ends).unwrap_or(item.len());
    (&item[..end], item[end..].trim())
}

/// The stretches of time in a cell; reports what cannot be read.
pub(super) fn spans_in(cell: &Cell<'_>, findings: &mut Findings) -> Vec<Span> {
    spans(&cell.text).unwrap_or_else(|faults| {
        for fault in faults {
            findings.report(fault, cell.place());
        }
        Vec::new()
    })
}
