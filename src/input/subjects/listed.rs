//! Lists whose items are joined by something else than `+`.

use crate::input::cells::text::{fold, items};

/// The words for "and".
const AND: [&str; 4] = ["og", "och", "and", "samt"];

/// The list as it should be written, if `cell` is one with other signs or words between its items.
///
/// A blank or a slash may belong to a name, so the items must be known where nothing plainer joins them.
pub(super) fn joined(cell: &str, is_known: impl Fn(&str) -> bool) -> Option<String> {
    let is_joint = |sign: char| matches!(sign, ',' | ';' | '&' | '|' | '\n');
    let parts: Vec<String> = items(cell)
        .flat_map(|item| item.split(is_joint))
        .flat_map(|part| parts(part, &is_known))
        .collect();
    let plain = cell.contains(is_joint) || cell.split_whitespace().any(is_and);
    let is_list = parts.len() > items(cell).count();
    (is_list && (plain || parts.iter().any(|part| is_known(part)))).then(|| parts.join("+"))
}

/// The items of a part, at the words for "and" and, where the items are known, at blanks and slashes.
fn parts(part: &str, is_known: &impl Fn(&str) -> bool) -> Vec<String> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let phrases = words.split(|word| is_and(word)).filter(|words| !words.is_empty());
    phrases.flat_map(|words| split(words, is_known)).collect()
}

fn split(words: &[&str], is_known: &impl Fn(&str) -> bool) -> Vec<String> {
    let phrase = words.join(" ");
    let owned = |parts: &[&str]| parts.iter().map(|&part| part.to_owned()).collect();
    let slashed: Vec<&str> = phrase.split('/').map(str::trim).collect();
    if is_known(&phrase) {
        vec![phrase]
    } else if words.iter().any(|word| is_known(word)) {
        owned(words)
    } else if slashed.iter().all(|part| is_known(part)) {
        owned(&slashed)
    } else {
        vec![phrase]
    }
}

fn is_and(word: &str) -> bool {
    AND.contains(&fold(word).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corrected(cell: &str) -> Option<String> {
        let known = ["dan", "mat", "dansk", "matematik", "f/k", "svenska som andraspråk"];
        joined(cell, |part| known.contains(&fold(part).as_str()))
    }

    #[test]
    fn a_list_with_other_joints_is_corrected() {
        for (written, expected) in [
            ("DAN,MAT", "DAN+MAT"),
            ("DAN, MTA", "DAN+MTA"),
            ("DAN MAT", "DAN+MAT"),
            ("DAN/MAT", "DAN+MAT"),
            ("dansk og matematik", "dansk+matematik"),
            ("DAN & F/K", "DAN+F/K"),
            ("svenska som andraspråk och MAT", "svenska som andraspråk+MAT"),
            ("DAN+F/K MAT", "DAN+F/K+MAT"),
        ] {
            assert_eq!(corrected(written).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn what_may_be_one_name_is_no_list() {
        for written in ["DNA", "DAN+MTA", "Praktisk fag", "svenska som andraspråk", "X/Y", ""] {
            assert_eq!(corrected(written), None, "{written}");
        }
    }
}
