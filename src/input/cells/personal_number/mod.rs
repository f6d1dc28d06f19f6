//! Personal numbers are struck out before anything else sees the text, so that nothing can echo them.
//!
//! Danish CPR numbers are `ddmmyy-xxxx`, Swedish personnummer `yymmdd-xxxx` or `yyyymmdd-xxxx` (`+` from the
//! hundredth birthday on), both with or without the mark and with many other marks in its
//! place or within the date; 60 is added to the day of replacement and
//! coordination numbers. Only a possible date counts, so that most other long numbers pass. A spreadsheet drops a
//! leading zero: nine digits that are a whole cell count with it. A serial may have a letter, as those given before a
//! number is known, or be masked: the date alone tells whose it is. Pupils without a number have interim ones in
//! Sweden: `T` or another letter of the tax agency's and three digits, or `TF` and two.
//!
//! Four digits, a mark and six are a number too if they begin with a date, though they may be a telephone: only
//! those after a country code and Swedish mobiles pass.
//!
//! # Source
//! CPR-kontoret, *Personnummeret i CPR-systemet* (2008); Skatteverket, SKV 704; IVO, *Hur rapporterar jag in ett beslut som
//! rör en person utan svenskt personnummer?*

mod lettered;

use std::ops::Range;

use super::lookalike::is_invisible;
use lettered::{interim, lettered};

/// Strikes out the digits of every personal number in `text` and says where they were.
pub(crate) fn strike(text: &mut String) -> Vec<Range<usize>> {
    let mut found = find(text);
    found.extend(lettered(text));
    found.extend(interim(text));
    found.sort_by_key(|range| range.start);
    found.dedup_by_key(|range| range.start);
    if !found.is_empty() {
        let mut struck = String::with_capacity(text.len());
        let mut ahead = found.iter().peekable();
        for (at, sign) in text.char_indices() {
            while ahead.next_if(|range| range.end <= at).is_some() {}
            if digit(sign).is_some() && ahead.peek().is_some_and(|range| range.contains(&at)) {
                struck.extend(std::iter::repeat_n(STROKE, sign.len_utf8()));
            } else {
                struck.push(sign);
            }
        }
        *text = struck;
    }
    found
}

/// Whether a text has a personal number that was struck out: nothing else that it says can be trusted or shown.
pub(in crate::input) fn is_struck(text: &str) -> bool {
    text.contains("****")
}

/// What stands in the place of each byte of a digit.
const STROKE: char = '*';
/// The most signs between two groups of digits of one number.
const MOST_MARKS: usize = 3;

/// Digits without anything between them.
#[derive(Clone, Default)]
struct Run {
    span: Range<usize>,
    digits: Vec<u8>,
}

/// Groups of digits with nothing but marks between them, in which a personal number may be.
fn find(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut chain): (Vec<Range<usize>>, Vec<Run>) = (Vec::new(), Vec::new());
    let mut marks = 0;
    let mut within = false;
    for (at, sign) in text.char_indices() {
        if let Some(digit) = digit(sign) {
            if !within {
                chain.push(Run { span: at..at, digits: Vec::new() });
            }
            if let Some(run) = chain.last_mut() {
                run.span.end = at + sign.len_utf8();
                run.digits.push(digit);
            }
            (within, marks) = (true, 0);
        } else if !is_invisible(sign) {
            within = false;
            marks += 1;
            if !chain.is_empty() && (!is_mark(sign) || marks > MOST_MARKS) {
                found.extend(personal_numbers(text, &chain));
                chain.clear();
            }
        }
    }
    found.extend(personal_numbers(text, &chain));
    found
}

/// The digit that a sign is in any of the scripts that keyboards and spreadsheets write.
pub(in crate::input) fn digit(sign: char) -> Option<u8> {
    const ZEROS: [char; 5] = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'];
    let value =
        |zero: char| u32::from(sign).checked_sub(u32::from(zero)).filter(|&value| value < 10);
    ZEROS.into_iter().find_map(value).and_then(|value| u8::try_from(value).ok())
}

/// Whether a sign may stand between the groups of a personal number: blanks and dashes of all kinds, `+`, `.`, `/`.
fn is_mark(sign: char) -> bool {
    let is_end = matches!(sign, '\t' | '\n' | '\r');
    !is_end
        && (sign.is_whitespace()
            || is_dash(sign)
            || matches!(sign, '+' | '.' | '/' | '_' | '\u{b7}'))
}

const fn is_dash(sign: char) -> bool {
    matches!(
        sign,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// The personal numbers of a chain. One whose date is in groups of its own must be the whole chain, so that a stretch
/// of dates is none.
fn personal_numbers(text: &str, chain: &[Run]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if is_split(text, chain) {
        found.push(chain[0].span.start..chain[chain.len() - 1].span.end);
        return found;
    }
    let mut position = 0;
    while let Some(run) = chain.get(position) {
        let next = |length| chain.get(position + 1).filter(|next| next.digits.len() == length);
        let end = match (run.digits.len(), next(4), next(6)) {
            (6 | 8, Some(serial), _) if is_date(&run.digits) => Some((2, serial.span.end)),
            (4, _, Some(rest)) if is_divided(text, run, rest) => Some((2, rest.span.end)),
            (10, ..) if is_date(&run.digits[..6]) => Some((1, run.span.end)),
            (12, ..) if is_date(&run.digits[..8]) => Some((1, run.span.end)),
            (9, ..) if is_without_zero(text, run) => Some((1, run.span.end)),
            _ => None,
        };
        found.extend(end.map(|(_, end)| run.span.start..end));
        position += end.map_or(1, |(runs, _)| runs);
    }
    found
}

/// Whether a whole chain is one number whose date is in groups of its own, in which a day or a month may have one digit.
fn is_split(text: &str, chain: &[Run]) -> bool {
    let lengths: Vec<usize> = chain.iter().map(|run| run.digits.len()).collect();
    let is_shaped = match lengths[..] {
        [2 | 4, 2, 2, 4] | [2, 2, 4, 4] | [4, 4, 4] => true,
        [2, 2, 6] | [4, 2, 4] => !has_country_code(text, &chain[0]),
        [1 | 2 | 4, 1 | 2, 1 | 2 | 4, 4] | [1 | 2, 1 | 2, 6 | 8] => {
            is_joined(text, &chain[..2]) && !has_country_code(text, &chain[0])
        }
        _ => false,
    };
    let padding = |run: &Run| (run.digits.len() == 1).then_some(0);
    let group = |run: &Run| padding(run).into_iter().chain(run.digits.clone()).collect::<Vec<_>>();
    let digits = || chain.iter().flat_map(group).collect::<Vec<_>>();
    is_shaped && digits().split_last_chunk::<4>().is_some_and(|(date, _)| is_date(date))
}

/// Whether more than blanks stand between two groups, as in a date and not in a telephone number.
fn is_joined(text: &str, pair: &[Run]) -> bool {
    let [one, other] = pair else { return false };
    text[one.span.end..other.span.start].contains(|sign: char| !sign.is_whitespace())
}

/// Whether four digits and six are one number, as `0102-031234`.
fn is_divided(text: &str, first: &Run, rest: &Run) -> bool {
    let digits = [&first.digits[..], &rest.digits[..2]].concat();
    let is_mobile = matches!(first.digits[..3], [0, 7, 0 | 2 | 3 | 6 | 9]);
    is_date(&digits) && !is_mobile && !has_country_code(text, first)
}

/// Whether a number begins with `+` that joins it to nothing.
fn has_country_code(text: &str, run: &Run) -> bool {
    let before = text[..run.span.start].strip_suffix('+');
    before.is_some_and(|before| !before.ends_with(|sign: char| sign.is_alphanumeric()))
}

/// Whether a cell is what a spreadsheet leaves of a number that begins with 0.
fn is_without_zero(text: &str, run: &Run) -> bool {
    let is_end = |sign: char| matches!(sign, ';' | ',' | '\t' | '|' | '\n' | '\r' | '"' | '\'');
    let before = text[..run.span.start].trim_end_matches(' ').chars().next_back();
    let after = text[run.span.end..].trim_start_matches(' ').chars().next();
    let mut digits = vec![0];
    digits.extend(&run.digits[..5]);
    before.is_none_or(is_end) && after.is_none_or(is_end) && is_date(&digits)
}

/// Whether digits are a date: `ddmmyy`, `yymmdd`, `yyyymmdd` or `ddmmyyyy`.
fn is_date(digits: &[u8]) -> bool {
    let pair = |at: usize| u32::from(digits[at]) * 10 + u32::from(digits[at + 1]);
    let day_and_month = |day: u32, month: u32| {
        (1..=12).contains(&month) && ((1..=31).contains(&day) || (61..=91).contains(&day))
    };
    match digits.len() {
        6 => day_and_month(pair(0), pair(2)) || day_and_month(pair(4), pair(2)),
        8 => {
            (18..=20).contains(&pair(0)) && day_and_month(pair(6), pair(4))
                || (18..=20).contains(&pair(4)) && day_and_month(pair(0), pair(2))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn struck(text: &str) -> String {
        let mut text = text.to_owned();
        strike(&mut text);
        text
    }

    #[test]
    fn a_text_that_ends_after_digits_and_a_dash_holds_no_number() {
        for text in ["123456-", "1999999+", "12345678-x", "311299-", "999999-12"] {
            assert_eq!(struck(text), text);
        }
    }

    #[test]
    fn every_shape_of_a_personal_number_is_struck_out() {
        for number in [
            "311299-0001",
            "3112990001",
            "991231-0001",
            "9912310001",
            "19991231-0001",
            "199912310001",
            "991231+0001",
            "311299 0001",
            "311299–0001",
            "311299 - 0001",
            "911299-0001",
            "19991291-0001",
            "311299\u{a0}0001",
            "311299\u{2009}-\u{2009}0001",
            "311299.0001",
            "311299/0001",
            "311299\u{2014}0001",
            "31-12-99-0001",
            "31 12 99 0001",
            "31.12.99-0001",
            "31.12.1999-0001",
            "1999-12-31-0001",
            "31121999-0001",
            "３１１２９９-０００１",
            "311299\u{200b}-0001",
            "3112\u{ad}990001",
            "3112-990001",
            "3112 990001",
            "0102-031234",
            "31-12-990001",
            "3112-99-0001",
            "1999-1231-0001",
            "1.2.2003-1234",
            "1/2 2003 1234",
            "1/2-03 1234",
            "1-12-2003-1234",
            "2003-2-1-1234",
            "1.2.031234",
            "01.02.20031234",
            "1. 2. 2003 1234",
        ] {
            let inside = format!("Søren {number};x");
            assert!(!struck(&inside).contains(|sign: char| sign.is_ascii_digit()), "{number}");
            assert_eq!(struck(&inside).len(), inside.len());
        }
    }

    #[test]
    fn a_serial_with_a_letter_or_a_mask_does_not_hide_the_number() {
        for (text, expected) in [
            ("010203-123X", "******-***X"),
            ("a;010203-T123;b", "a;******-T***;b"),
            ("20010203-T123", "********-T***"),
            ("010203-xxxx", "******-xxxx"),
            ("010203-****", "******-****"),
            ("(010203–XXXX)", "(******–XXXX)"),
            ("20030201-TF12", "********-TF**"),
            ("a;030201-tf12;b", "a;******-tf**;b"),
            ("20030201TF12", "********TF**"),
            ("20030201 TF12", "******** TF**"),
            ("030201+TF12", "******+TF**"),
            ("20030201T123,20030201-S123", "********T***,********-S***"),
        ] {
            assert_eq!(struck(text), expected);
        }
    }

    #[test]
    fn numbers_in_a_list_are_all_struck_out() {
        for text in ["311299-0001+311299-0002", "0102-031234+0203-041234", "T2+0102-031234"] {
            assert!(!struck(text).contains(['0', '1', '3', '4', '9']), "{text}");
        }
    }

    #[test]
    fn a_number_that_lost_its_leading_zero_is_struck_out_where_it_is_the_whole_cell() {
        for text in ["102031234", "a;102031234;b", "\"102031234\"", "x\n 801021234 \n"] {
            assert!(!struck(text).contains(|sign: char| sign.is_ascii_digit()), "{text}");
        }
        for text in ["T 102031234", "992031234", "a;102031234 x", "456789012"] {
            assert_eq!(struck(text), text);
        }
    }

    #[test]
    fn ordinary_keys_dates_and_telephone_numbers_pass() {
        for text in [
            "8A-03",
            "2025-08-11",
            "20250811",
            "12 34 56 78",
            "+45 12345678",
            "070-123 45 67",
            "451234-5678",
            "991331-0001",
            "311299-00015",
            "1311299-0001",
            "20250811-20250901",
            "123456",
            "0000000000",
            "2025-08-11 - 2025-09-01",
            "01.02.2025-03.04.2025",
            "08.00-08.45",
            "+45 12 11 30 70",
            "1;02;03;1234",
            "31\t12\t99\t0001",
            "0701-234567",
            "+4512 113070",
            "+45 12 113070",
            "+46 8 123 456 78",
            "0399-123456",
            "250811-8A03",
            "250811-MAT",
            "250811-A1",
            "250811-xxxxx",
            "L250811-A101",
            "2025-0811",
            "2025-081112",
            "1200-130000",
            "250811TF123",
            "250811T123",
            "20250811T1230",
            "20251311TF12",
            "A20250811TF12",
            "TF12",
            "8 1 2003 1234",
            "8 12 34 5678",
            "1.2.2025-3.4.2025",
            "1/2 - 3/4",
            "08-12 34 56 78",
            "031-123 45 67",
            "3-4 08.00",
            "+46 1-2 03 1234",
        ] {
            assert_eq!(struck(text), text);
        }
    }
}
