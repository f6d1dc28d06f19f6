//! Personal numbers are struck out before anything else sees the text, so that nothing can echo them.
//!
//! Danish CPR numbers are `ddmmyy-xxxx`, Swedish personnummer `yymmdd-xxxx` or `yyyymmdd-xxxx` (`+` from the
//! hundredth birthday on), both with or without the mark; 60 is added to the day of replacement and
//! coordination numbers. Only a possible date counts, so that most other long numbers pass.
//!
//! # Source
//! CPR-kontoret, *Personnummeret i CPR-systemet* (2008); Skatteverket, SKV 704.

use std::ops::Range;

/// Strikes out the digits of every personal number in `text` and says where they were.
pub(super) fn strike(text: &mut String) -> Vec<Range<usize>> {
    let found = find(text.as_bytes());
    if !found.is_empty() {
        let struck = |at: usize| found.binary_search_by(|range| place(range, at)).is_ok();
        let strike = |(at, letter): (usize, char)| {
            if letter.is_ascii_digit() && struck(at) { '*' } else { letter }
        };
        *text = text.char_indices().map(strike).collect();
    }
    found
}

fn place(range: &Range<usize>, at: usize) -> std::cmp::Ordering {
    if range.contains(&at) { std::cmp::Ordering::Equal } else { range.start.cmp(&at) }
}

fn find(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let digits = digits_from(bytes, at);
        if digits == 0 {
            at += 1;
            continue;
        }
        let end = at + digits;
        let whole = personal_end(bytes, at, end);
        if let Some(whole) = whole {
            found.push(at..whole);
        }
        at = whole.unwrap_or(end);
    }
    found
}

fn digits_from(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Where the personal number ends that begins at `start`, with digits up to `end`.
fn personal_end(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    let digits = &bytes[start..end];
    match digits.len() {
        10 if is_date(&digits[..6]) => Some(end),
        12 if is_date(&digits[..8]) => Some(end),
        6 | 8 if is_date(digits) => {
            let next = end + mark(&bytes[end..])?;
            (digits_from(bytes, next) == 4).then_some(next + 4)
        }
        _ => None,
    }
}

/// The length in bytes of what may stand before the last four digits.
fn mark(bytes: &[u8]) -> Option<usize> {
    let marks = ["-", "+", " ", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2212}", " - ", " – "];
    let fits = |mark: &&str| {
        bytes.starts_with(mark.as_bytes()) && bytes.get(mark.len()).is_some_and(u8::is_ascii_digit)
    };
    marks.iter().find(|mark| fits(mark)).map(|mark| mark.len())
}

fn is_date(digits: &[u8]) -> bool {
    let pair = |at: usize| u32::from(digits[at] - b'0') * 10 + u32::from(digits[at + 1] - b'0');
    let day_and_month = |day: u32, month: u32| {
        (1..=12).contains(&month) && ((1..=31).contains(&day) || (61..=91).contains(&day))
    };
    match digits.len() {
        6 => day_and_month(pair(0), pair(2)) || day_and_month(pair(4), pair(2)),
        8 => (18..=20).contains(&pair(0)) && day_and_month(pair(6), pair(4)),
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
        ] {
            let inside = format!("Søren {number};x");
            assert!(!struck(&inside).contains(|sign: char| sign.is_ascii_digit()), "{number}");
            assert_eq!(struck(&inside).len(), inside.len());
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
        ] {
            assert_eq!(struck(text), text);
        }
    }
}
