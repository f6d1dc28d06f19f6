//! Words that slashes divide: `DAN/KLP/12`.

use itertools::Itertools as _;

use crate::input::Recognised;

/// Slashes are between subject, teacher and room where most cells have them between a subject and what is none.
pub(super) fn tell_slashes<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let (mut cells, mut divided) = (0, 0);
    for text in texts {
        cells += 1;
        let is_mixed = |word: &str| {
            let parts: Vec<&str> = slashed(word);
            let subjects = parts.iter().filter(|part| Recognised::of(part, None).is_some()).count();
            let is_last_of_name = subjects == 0 && parts.len() > 2;
            parts.len() > 1 && (is_last_of_name || 0 < subjects && subjects < parts.len())
        };
        divided += usize::from(text.split_whitespace().any(is_mixed));
    }
    divided * 2 > cells
}

/// The parts of a word between its slashes; a subject such as `F/K` is one.
fn slashed(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.find('/') {
        let second = rest[first + 1..].find('/').map_or(rest.len(), |at| first + 1 + at);
        let is_subject = Recognised::of(&rest[..second], None).is_some();
        let end = if is_subject { second } else { first };
        parts.push(&rest[..end]);
        rest = rest.get(end + 1..).unwrap_or("");
    }
    parts.push(rest);
    parts.retain(|part| !part.is_empty());
    parts
}

/// A text with a sign of its own between words that slashes divide, if they do.
pub(super) fn spaced(text: &str, do_slashes_divide: bool) -> String {
    if !do_slashes_divide {
        return text.to_owned();
    }
    let line = |line: &str| line.split(' ').map(|word| slashed(word).join(" · ")).join(" ");
    text.lines().map(line).join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slashes_divide_words_but_not_a_subject() {
        let cells = ["Dansk/KLP/B12", "F/K/VIB/FYS", "Klassens tid/KLP/B12"];
        assert!(tell_slashes(cells.into_iter()));
        let spaced = cells.map(|cell| spaced(cell, true));
        assert_eq!(spaced, ["Dansk · KLP · B12", "F/K · VIB · FYS", "Klassens tid · KLP · B12"]);
        let others = ["DAN KLP 8A/8B", "N/T JNP 8A", "MAT KLP+JNP 8A"];
        assert!(!tell_slashes(others.into_iter()));
        assert_eq!(super::spaced(others[0], false), others[0]);
    }
}
