//! Personal numbers with letters among the digits after the date.

use std::ops::Range;

use super::{MOST_MARKS, is_dash, is_date, is_mark};

/// Numbers whose serial has a letter or is masked, after a dash: `010203-T123`, `010203-123X`, `010203-xxxx`.
pub(in crate::input) fn lettered(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(|sign| is_dash(sign) || sign == '+').filter_map(|(at, mark)| {
        let start = text[..at].rfind(|sign: char| !sign.is_ascii_digit());
        let start =
            start.map_or(0, |end| end + text[end..].chars().next().map_or(1, char::len_utf8));
        let digits =
            Some(&text.as_bytes()[start..at]).filter(|digits| matches!(digits.len(), 6 | 8))?;
        let digits: Vec<u8> = digits.iter().map(|byte| byte - b'0').collect();
        let serial: Vec<char> = text[at + mark.len()..].chars().take(5).collect();
        let goes_on = serial.get(4).is_some_and(|sign| sign.is_alphanumeric())
            || text[..start].ends_with(char::is_alphanumeric);
        let serial = serial.get(..4)?;
        let found = !goes_on && is_date(&digits) && is_lettered(serial);
        let end = at + mark.len() + serial.iter().map(|sign| sign.len_utf8()).sum::<usize>();
        found.then_some(start..end)
    })
}

fn is_lettered(serial: &[char]) -> bool {
    let are_digits = |signs: &[char]| signs.iter().all(char::is_ascii_digit);
    match serial {
        [letter, rest @ ..] if letter.is_ascii_alphabetic() && are_digits(rest) => true,
        [rest @ .., letter] if letter.is_ascii_alphabetic() && are_digits(rest) => true,
        _ => serial.iter().all(|sign| matches!(sign, 'x' | 'X' | '*')),
    }
}

/// Numbers of those who have none yet, with any mark or none: `20010203T123`, `20010203-TF12`, `010203 TF12`.
pub(in crate::input) fn interim(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.char_indices().filter_map(|(at, _)| {
        let serial = text.get(at..at + 4).filter(|serial| is_interim(serial))?;
        let goes_on = text[at + 4..].starts_with(char::is_alphanumeric);
        let mut before = &text[..at];
        for _ in 0..MOST_MARKS {
            before = before.strip_suffix(is_mark).unwrap_or(before);
        }
        let date = before.len() - before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let digits: Vec<u8> = before.bytes().skip(date).map(|byte| byte - b'0').collect();
        let is_sure = digits.len() == 8 || serial.as_bytes()[1].is_ascii_alphabetic();
        let begins = !before[..date].ends_with(char::is_alphanumeric);
        (is_sure && begins && !goes_on && is_date(&digits)).then_some(date..at + 4)
    })
}

/// Whether four signs are the end of such a number: a letter of the tax agency's and three digits, or `TF` and two.
fn is_interim(serial: &str) -> bool {
    match serial.as_bytes() {
        [b'T' | b't', b'F' | b'f', digits @ ..] => digits.iter().all(u8::is_ascii_digit),
        [letter, digits @ ..] => {
            b"TRSUWXJKLMN".contains(&letter.to_ascii_uppercase())
                && digits.iter().all(u8::is_ascii_digit)
        }
        [] => false,
    }
}
