//! What a person at a terminal is asked, where no argument says it.

use std::io::{self, BufRead};

use super::terminal::tell;
use super::trouble::Trouble;
use crate::account::arrival;
use crate::domain::{Language, School, SubjectCode};

/// The core subjects of a school: those of which no lesson may be missed, and those of which rather none is. Both empty
/// where the person leaves it at the usual ones.
pub(super) fn core_subjects(
    school: &School,
    language: Language,
) -> Result<[Vec<String>; 2], Trouble> {
    let subjects: Vec<&str> = school.subjects.keys().map(SubjectCode::as_str).collect();
    let subjects = arrival::kinds(&subjects).join(" ");
    tell(&arrival::ask_for_required(&subjects, language));
    let mut input = io::stdin().lock();
    let required = answer(&mut input)?;
    if required.is_empty() {
        return Ok([Vec::new(), Vec::new()]);
    }
    tell(&arrival::ask_for_desired(language));
    Ok([required, answer(&mut input)?])
}

/// The words of the next line.
fn answer(input: &mut impl BufRead) -> Result<Vec<String>, Trouble> {
    let mut line = String::new();
    input.read_line(&mut line).map_err(Trouble::Unprinted)?;
    Ok(line
        .split([',', ';', '+'])
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(ToOwned::to_owned)
        .collect())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_the_words_of_a_line() {
        let mut input = "DAN, Klassens tid;MAT\n\nENG".as_bytes();
        let said = [(); 4].map(|()| answer(&mut input).unwrap());
        assert_eq!(said, [vec!["DAN", "Klassens tid", "MAT"], vec![], vec!["ENG"], vec![]]);
    }
}
