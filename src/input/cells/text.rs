//! When two texts count as the same: names, headings and words of a language.

use unicode_normalization::UnicodeNormalization as _;

use super::lookalike::{is_invisible, plainest};

/// A name as it is compared: trimmed, without regard to case, inner blanks collapsed, letters composed, without signs
/// that cannot be seen.
pub(crate) fn fold(written: &str) -> String {
    let mut folded = String::with_capacity(written.len());
    let is_seen = |word: &&str| !word.chars().all(is_invisible);
    for word in written.split_whitespace().filter(is_seen) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        let visible = word.chars().filter(|&sign| !is_invisible(sign));
        if word.is_ascii() {
            folded.extend(visible.map(|letter| letter.to_ascii_lowercase()));
        } else {
            folded.extend(visible.flat_map(char::to_lowercase).nfc());
        }
    }
    folded
}

/// Whether a sign says something: it is neither a blank nor unseen, and separates or encloses nothing.
pub(in crate::input) fn is_telling(sign: char) -> bool {
    !sign.is_whitespace() && !is_invisible(sign) && !matches!(sign, ';' | ',' | '|' | '"')
}

/// A word as headings and weekdays are compared: letters and digits only, small, without diacritics.
pub(in crate::input) fn plain(written: &str) -> String {
    written
        .nfc()
        .flat_map(char::to_lowercase)
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(|letter| without_diacritic(letter).chars().collect::<Vec<_>>())
        .collect()
}

fn without_diacritic(letter: char) -> String {
    match letter {
        'æ' => "ae".into(),
        'ø' | 'ö' | 'ó' => "o".into(),
        'å' | 'ä' | 'á' | 'à' => "a".into(),
        'é' | 'è' => "e".into(),
        'ü' => "u".into(),
        other => other.into(),
    }
}

/// A name without what is easily written in two ways: `Hal 1` and `Hal1`, `8.A` and `8A` are alike, and so is what only
/// looks like them.
///
/// A mark between two digits stays: `1.1` and `11` are not alike.
pub(in crate::input) fn squeeze(folded: &str) -> String {
    let letters: Vec<char> = folded.chars().collect();
    let is_digit = |position: Option<usize>| {
        position.and_then(|position| letters.get(position)).is_some_and(char::is_ascii_digit)
    };
    let stays = |position: usize| {
        letters[position].is_alphanumeric()
            || is_digit(position.checked_sub(1)) && is_digit(Some(position + 1))
    };
    (0..letters.len())
        .filter(|&position| stays(position))
        .map(|position| plainest(letters[position]))
        .collect()
}

/// The items of a cell with a list, trimmed, without empty ones.
pub(in crate::input) fn items(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('+').map(str::trim).filter(|item| !item.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_case_and_with_single_blanks() {
        assert_eq!(fold("  Hal \u{a0} 1 "), fold("hal 1"));
        assert_ne!(fold("Hal1"), fold("Hal 1"));
    }

    #[test]
    fn decomposed_letters_and_invisible_signs_make_no_other_name() {
        assert_eq!(fold("Ha\u{30a}ndværk"), fold("håndværk"));
        assert_eq!(plain("La\u{308}rare"), plain("lärare"));
        assert_eq!(fold("\u{feff}8\u{200b}A"), fold("8a"));
        assert_eq!(fold("T\u{11}1 \u{11}"), fold("t1"));
    }

    #[test]
    fn names_that_differ_by_a_blank_or_a_mark_are_alike() {
        for (one, other) in [("hal1", "hal 1"), ("8a", "8.a"), ("t01", "t-01"), ("f/k", "fk")] {
            assert_eq!(squeeze(one), squeeze(other));
        }
        assert_ne!(squeeze("1.1"), squeeze("11"));
    }

    #[test]
    fn headings_are_compared_by_their_letters() {
        assert_eq!(plain("Max. pr. dag"), plain("max_pr_dag"));
        assert_eq!(plain("LÆRER"), plain("laerer"));
    }
}
