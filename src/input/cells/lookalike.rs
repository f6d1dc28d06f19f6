//! Letters of other scripts that look like Latin ones, as they come with what was copied from elsewhere.
//!
//! # Source
//! Unicode Technical Standard 39, *Unicode Security Mechanisms*, `confusables.txt`: the Cyrillic and Greek letters that
//! have the form of a single Latin one.

/// The Latin letter that a small letter, or its capital, looks like.
const fn latin(small: char) -> Option<char> {
    Some(match small {
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' => 'e',
        'ԍ' => 'g',
        'н' | 'һ' | 'η' => 'h',
        'і' | 'ι' => 'i',
        'ј' | 'ϳ' => 'j',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'ν' => 'n',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'ѵ' => 'v',
        'ԝ' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'υ' => 'y',
        'ζ' => 'z',
        _ => return None,
    })
}

/// A small letter, or the Latin one that it looks like.
pub(in crate::input) fn plainest(small: char) -> char {
    if small.is_ascii() { small } else { latin(small).unwrap_or(small) }
}

/// The signs of a name that only look like Latin letters, or cannot be seen; none in a name that is written in another
/// script throughout.
pub(in crate::input) fn deceptive(name: &str) -> Vec<char> {
    if name.is_ascii() {
        return Vec::new();
    }
    let looks_latin = |sign: char| sign.to_lowercase().any(|small| latin(small).is_some());
    let is_foreign = |sign: char| {
        let is_of_latin =
            sign.is_ascii() || sign < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&sign);
        sign.is_alphabetic() && !is_of_latin && !looks_latin(sign)
    };
    let is_of_another_script = name.chars().any(is_foreign);
    name.chars()
        .filter(|&sign| is_invisible(sign) || !is_of_another_script && looks_latin(sign))
        .collect()
}

/// Whether a sign leaves no trace on a screen: zero-width signs, soft hyphens, marks of direction, variants of others,
/// fillers, and what once controlled terminals.
pub(in crate::input) const fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{1}'..='\u{8}'
            | '\u{e}'..='\u{1f}'
            | '\u{7f}'..='\u{84}'
            | '\u{86}'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{180b}'..='\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{e0000}'..='\u{e01ef}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_look_like_others_or_are_unseen_are_found() {
        assert_eq!(deceptive("8.\u{410}"), ['\u{410}']);
        assert_eq!(deceptive("\u{392}io"), ['\u{392}']);
        assert_eq!(deceptive("8\u{200b}A"), ['\u{200b}']);
        assert_eq!(deceptive("Bør\u{441}"), ['\u{441}']);
    }

    #[test]
    fn names_in_one_script_are_what_they_seem() {
        for name in
            ["8.A", "Håndværk", "Søren Ærø", "Žižek", "Ελληνικά φ", "Литература", "数学", "8 µ"]
        {
            assert!(deceptive(name).is_empty(), "{name}");
        }
    }
}
