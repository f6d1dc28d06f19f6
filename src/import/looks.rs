//! What a word looks like: a class, the initials of a teacher.

/// Whether a word looks like the name of a class: a grade and a letter, or letters and a year.
pub(crate) fn looks_like_class(word: &str) -> bool {
    let bare: String = word.chars().filter(|sign| !matches!(sign, '.' | ' ' | '-')).collect();
    let digits = bare.chars().take_while(char::is_ascii_digit).count();
    let grade = bare.get(..digits).and_then(|digits| digits.parse::<u8>().ok());
    let rest: Vec<char> = bare.chars().skip(digits).collect();
    grade.is_some_and(|grade| grade < 14)
        && matches!(rest.len(), 1 | 2)
        && rest.iter().all(|sign| sign.is_alphabetic())
}

/// Whether a word looks like the class of a programme: letters, a year or a number, perhaps a letter.
pub(crate) fn looks_like_programme(word: &str) -> bool {
    let letters = word.chars().take_while(|sign| sign.is_alphabetic()).count();
    let rest: Vec<char> = word.chars().skip(letters).collect();
    let digits = rest.iter().take_while(|sign| sign.is_ascii_digit()).count();
    letters > 1 && (1..3).contains(&digits) && rest.len() - digits < 2
}

/// Whether a word looks like the initials of a teacher.
pub(crate) fn is_initials(name: &str) -> bool {
    (2..5).contains(&name.chars().count()) && name.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_and_initials_are_known_by_their_looks() {
        for class in ["8A", "8.A", "10.b", "7. x", "9-B"] {
            assert!(looks_like_class(class), "{class}");
        }
        for class in ["TE23A", "VO1", "EK24b"] {
            assert!(looks_like_programme(class) && !looks_like_class(class), "{class}");
        }
        for other in ["A101", "AB", "14.A", "8", "Hal 1"] {
            assert!(!looks_like_class(other) && !looks_like_programme(other), "{other}");
        }
        assert!(
            is_initials("KLP") && !is_initials("Klp") && !is_initials("K") && !is_initials("KLPMN")
        );
    }
}
