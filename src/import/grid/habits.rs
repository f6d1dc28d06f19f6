//! What files have in the habit of writing: told before any cell is read.

use std::collections::BTreeSet;

use super::evidence::bare;
use super::sheets::{Cell, Sheets};
use super::spoken::{Whose, group};
use super::words::Word;
use crate::import::looks::looks_like_class;
use crate::import::weeks::turn;
use crate::input::{Recognised, fold};

/// Whether classes name their own rooms: their own name stands in many of their cells.
pub(super) fn are_rooms_classes(sheets: &Sheets, words: &[Vec<Word>]) -> bool {
    let own = sheets
        .cells
        .iter()
        .zip(words)
        .filter(|(cell, _)| sheets.grids[cell.grid].whose == Whose::Class);
    let has_own = |(cell, words): &(&Cell, &Vec<Word>)| {
        let name = bare(&fold(&sheets.grids[cell.grid].name));
        words.iter().any(|word| bare(&fold(&word.text)) == name)
    };
    own.clone().filter(has_own).count() * 5 > own.count()
}

/// Whether few cells of teachers' grids have a word that looks like a class, or is known to be one.
pub(super) fn are_classes_unknown(sheets: &Sheets, words: &[Vec<Word>]) -> bool {
    let known: BTreeSet<String> =
        sheets.names(Whose::Class).iter().map(|name| bare(name)).collect();
    let own = sheets
        .cells
        .iter()
        .zip(words)
        .filter(|(cell, _)| sheets.grids[cell.grid].whose == Whose::Teacher);
    let has_class = |(_, words): &(&Cell, &Vec<Word>)| {
        words
            .iter()
            .any(|word| looks_like_class(&word.text) || known.contains(&bare(&fold(&word.text))))
    };
    own.clone().filter(has_class).count() * 2 < own.count()
}

/// Whether most words in brackets are subjects: else they are teachers or rooms.
pub(super) fn are_brackets_groups(sheets: &Sheets, words: &[Vec<Word>]) -> bool {
    let is_group = |word: &Word| group(&word.text).is_some() || turn(&word.text).is_some();
    let bracketed = words.iter().flatten().filter(|word| word.is_bracketed && !is_group(word));
    let known =
        bracketed.clone().filter(|word| Recognised::of(&word.text, sheets.country).is_some());
    known.count() * 2 > bracketed.count()
}
