//! Days, periods, and stretches of both, as people write them.

use super::cells::deformed;
use super::cells::findings::Findings;
use super::cells::row::{Cell, shortened};
use super::cells::text::{items, plain};
use crate::diagnostic::Fault;
use crate::domain::{Day, Period, Slot, Span};

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
pub(crate) fn day(written: &str) -> Result<Day, Fault> {
    let word = plain(written);
    let unknown = || Fault::DayUnknown { written: shortened(written), nearest: nearest(&word) };
    if deformed::is_date(written) {
        return Err(Fault::DayIsDate { written: shortened(written) });
    }
    if !word.chars().any(char::is_alphabetic) {
        return day_numbered(written).ok_or_else(|| Fault::DayUnknown {
            written: shortened(written),
            nearest: deformed::whole(written).and_then(day_number),
        });
    }
    match word.chars().count() {
        0 => Err(unknown()),
        1 => Err(Fault::DayTooShort { written: shortened(written) }),
        _ => day_beginning_with(&word).ok_or_else(unknown),
    }
}

/// The day of a number from 1 for Monday, with or without a full stop.
fn day_numbered(written: &str) -> Option<Day> {
    let number = written.trim().trim_end_matches('.');
    let position = number.parse::<usize>().ok().filter(|_| !number.starts_with('+'))?;
    Day::ALL.get(position.checked_sub(1)?).copied()
}

/// A day's number as it should be written.
fn day_number(number: u32) -> Option<&'static str> {
    const NUMBERS: [&str; 7] = ["1", "2", "3", "4", "5", "6", "7"];
    NUMBERS.get(usize::try_from(number).ok()?.checked_sub(1)?).copied()
}

/// The day's name that was most likely meant: one letter away, or two in a long word.
fn nearest(word: &str) -> Option<&'static str> {
    let most = if word.chars().count() < 6 { 1 } else { 2 };
    let distance = |name: &&'static str| strsim::osa_distance(word, &plain(name));
    let [english, danish, swedish] = FULL_NAMES;
    let names = danish.into_iter().chain(swedish).chain(english);
    let near = names.filter(|_| (4..20).contains(&word.len())).min_by_key(distance);
    near.filter(|name| distance(name) <= most)
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
pub(crate) fn periods(written: &str) -> Result<(Period, Period), Fault> {
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
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.parse().ok().filter(|&number| is_number && number <= LAST_PERIOD);
    number.ok_or_else(|| {
        if deformed::is_date(written) {
            let meant = deformed::range(written);
            Fault::PeriodIsDate { written: shortened(written), meant }
        } else if is_number {
            Fault::PeriodTooLarge { written: shortened(written) }
        } else {
            let meant = deformed::periods(written);
            Fault::PeriodUnreadable { written: shortened(written), meant }
        }
    })
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

/// The slot that somebody wrote, such as `tue 3`, with a day in any of the languages; `None` if it is none.
#[must_use]
pub fn slot(written: &str) -> Option<Slot> {
    match spans(written.trim()).ok()?.as_slice() {
        [Span { day, periods: Some((first, last)) }] if first == last => {
            Some(Slot::new(*day, *first))
        }
        _ => None,
    }
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
            findings.report(fault, cell.location());
        }
        Vec::new()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_understood_in_three_languages_with_and_without_diacritics() {
        let spellings = [
            "Mon mo. MANDAG ma man måndag må mån 1",
            "tue tues ti tir tirs tirsdag tis tisdag TUESDAY 2",
            "wed we on ons onsdag Wednesday 3",
            "thu th thurs to tor tors torsdag 4",
            "fri fr fre fredag Friday 5",
            "sat saturday lø lør lör lor lørdag lordag loerdag 6",
            "sun sunday søn sön sondag soendag 7",
        ];
        for (words, expected) in spellings.into_iter().zip(Day::ALL) {
            for word in words.split(' ') {
                assert_eq!(day(word), Ok(expected), "{word}");
            }
        }
    }

    #[test]
    fn what_could_be_two_days_or_none_is_refused() {
        assert!(matches!(day("t"), Err(Fault::DayTooShort { .. })));
        for written in ["0", "8", "dag", "monn", "mon 1", "-", "", "99999999999999999999"] {
            assert!(matches!(day(written), Err(Fault::DayUnknown { .. })), "{written}");
        }
    }

    #[test]
    fn a_day_with_a_slip_of_the_pen_is_suggested() {
        for (written, expected) in [
            ("tirsdg", Some("tirsdag")),
            ("thursdya", Some("thursday")),
            ("mandga", Some("mandag")),
            ("aldrig", None),
            ("x", None),
        ] {
            let nearest = match day(written) {
                Err(Fault::DayUnknown { nearest, .. }) => nearest,
                _ => None,
            };
            assert_eq!(nearest, expected, "{written}");
        }
    }

    #[test]
    fn three_periods_are_no_date() {
        assert!(matches!(periods("3-4-5"), Err(Fault::PeriodUnreadable { .. })));
    }

    #[test]
    fn no_two_days_begin_with_the_same_two_letters() {
        for (one, day) in FULL_NAMES.iter().flat_map(|names| names.iter().zip(Day::ALL)) {
            let start: String = plain(one).chars().take(2).collect();
            assert_eq!(day_beginning_with(&start), Some(day), "{one}");
        }
    }

    #[test]
    fn a_range_may_have_blanks_and_any_dash() {
        for written in ["3-4", "3 - 4", "3–4", " 03—04 "] {
            assert_eq!(periods(written), Ok((Period(3), Period(4))), "{written}");
        }
        assert_eq!(periods("0"), Ok((Period(0), Period(0))));
    }

    #[test]
    fn a_list_of_stretches_keeps_its_order() {
        let span = |day, periods| Span { day, periods };
        let expected = vec![span(Day::Thu, Some((Period(3), Period(6)))), span(Day::Mon, None)];
        assert_eq!(spans("tors 3 - 6 + mandag"), Ok(expected.clone()));
        assert_eq!(spans("thu3-6+mon"), Ok(expected));
        assert_eq!(spans("4 3+1").map(|spans| spans.len()), Ok(2));
    }
}
