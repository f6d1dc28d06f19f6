//! Numbers that a spreadsheet or a hurried hand deformed, and what was most likely meant. Nothing is accepted here: a
//! guess is only offered to the person who wrote the cell.

use super::personal_number::digit;
use super::text::plain;

/// The months' names, English, Danish and Swedish, January first.
const MONTHS: [[&str; 12]; 3] = [
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
];
/// The days since 1900 that a spreadsheet shows for dates from 2009 to 2064.
const SERIAL_DATES: std::ops::Range<u32> = 40_000..60_000;
/// What people write between two numbers.
const JOINTS: [&str; 7] = ["", "og", "och", "and", "til", "till", "to"];

/// The whole number that was meant: `1.0` or `1,00` for 1, `'3`, `3.`, `lektion 3`.
pub(in crate::input) fn whole(written: &str) -> Option<u32> {
    let text: String = written
        .chars()
        .filter(|sign| !matches!(sign, '\'' | '’' | '´' | '`' | '"'))
        .map(|sign| digit(sign).map_or(sign, |digit| char::from(b'0' + digit)))
        .collect();
    let text = text.trim_matches(|sign: char| sign.is_alphabetic() || sign.is_whitespace());
    let (whole, rest) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let nothing = rest.len() < 3 && rest.bytes().all(|byte| byte == b'0');
    let is_number = nothing && whole.bytes().all(|byte| byte.is_ascii_digit());
    whole.parse().ok().filter(|_| is_number)
}

/// The period or the range that was meant: `3` for `3.0`, `3-5` for `3,4,5` or `3 og 4 + 5`.
pub(in crate::input) fn periods(written: &str) -> Option<String> {
    if let Some(number) = whole(written) {
        return Some(number.to_string());
    }
    let is_joint = |part: &str| JOINTS.contains(&plain(part).as_str()) && !part.starts_with('-');
    let joined = written.split(|sign: char| sign.is_ascii_digit()).all(is_joint);
    let dashed = written.chars().all(|sign| sign.is_ascii_digit() || "-., ".contains(sign));
    let numbers = numbers(written);
    let consecutive = numbers.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]));
    let (first, last) = (numbers.first()?, numbers.last()?);
    (first < last && consecutive && (joined || dashed)).then(|| format!("{first}-{last}"))
}

/// The range that a spreadsheet made a date of: `1-2` for `01-feb`, `2. jan` and `01-02-2025`.
pub(in crate::input) fn range(date: &str) -> Option<String> {
    let mut parts: Vec<u32> = month(date).into_iter().chain(numbers(date)).collect();
    parts.retain(|&part| part < 100);
    parts.truncate(2);
    parts.sort_unstable();
    let [first, last] = parts[..] else { return None };
    (first < last).then(|| format!("{first}-{last}"))
}

/// Whether a spreadsheet made a date of it: `1. feb`, `02-jan`, `01-02-2025`, `45689`.
pub(in crate::input) fn is_date(written: &str) -> bool {
    let has_letters = written.chars().any(char::is_alphabetic);
    let digits = written.chars().filter(char::is_ascii_digit).count();
    let parts = written.split(['-', '.', '/']).filter(|part| !part.trim().is_empty()).count();
    digits > 0 && month(written).is_some()
        || !has_letters && parts == 3 && digits >= 6
        || written.trim().parse().is_ok_and(|number| SERIAL_DATES.contains(&number))
}

/// The number of the month whose name, or the beginning of it, is all that `written` has in letters.
pub(in crate::input) fn month(written: &str) -> Option<u32> {
    let mut letters = plain(written);
    letters.retain(char::is_alphabetic);
    let is_named = |name: &str| letters.len() > 2 && name.starts_with(&letters);
    let position =
        (0..12).find(|&position| MONTHS.iter().any(|names| is_named(names[position])))?;
    u32::try_from(position + 1).ok()
}

fn numbers(written: &str) -> Vec<u32> {
    let groups = written.split(|sign: char| !sign.is_ascii_digit());
    groups.filter_map(|group| group.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_seen_through_decimals_apostrophes_and_words() {
        for written in ["3.0", "3,0", "3,00", "'3", "3.", "３", "lektion 3", "3. lektion", "\"3\""]
        {
            assert_eq!(whole(written), Some(3), "{written}");
        }
        for written in ["3.5", "1.000", "-3", "3-4", "", "x", "3e2", "3 4", "99999999999"] {
            assert_eq!(whole(written), None, "{written}");
        }
    }

    #[test]
    fn a_range_is_seen_through_other_joints() {
        for written in ["3,4", "3.4", "3+4", "3/4", "3 og 4", "3 till 4", "3;4", "3 - 4."] {
            assert_eq!(periods(written).as_deref(), Some("3-4"), "{written}");
        }
        assert_eq!(periods("3,4,5").as_deref(), Some("3-5"));
        for written in ["3,5", "4,3", "8.00-8.45", "x3,4", "", "3x4", "efter 3, 4 gange"] {
            assert_eq!(periods(written), None, "{written}");
        }
    }

    #[test]
    fn a_range_is_seen_through_a_date() {
        for date in ["01-feb", "1. feb", "feb-01", "2-jan", "01-02-2025", "2025-02-01", "02/01/25"]
        {
            assert!(is_date(date), "{date}");
            assert_eq!(range(date).as_deref(), Some("1-2"), "{date}");
        }
        assert!(is_date("45689") && is_date("1. januari") && is_date("2025-08-11 00:00:00"));
        assert!(!is_date("3-4-5") && !is_date("mar") && !is_date("123456"));
        assert_eq!(range("45689"), None);
    }
}
