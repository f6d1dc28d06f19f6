//! Lessons beside each other whose subjects stand in one cell, whose teachers in the next, and so on: `DAN / MAT` over `KLP / HHN`.

use std::collections::BTreeMap;

use super::frames::{Found, Square};
use super::page::Page;
use crate::input::Recognised;

/// Of how many cells in a hundred those with subjects begin with one that is known; of others half as many at most do.
const OFTEN: usize = 30;
/// What divides lessons in a cell of one kind of word, the likeliest first.
const SIGNS: [&str; 4] = ["\n", " / ", " + ", "; "];

/// The words of each lesson, in the order of the cells: of each cell its own part, or all of it where it is not divided.
/// `None` where the cells are not divided alike.
pub(super) fn divided<'t>(texts: &[&'t str]) -> Option<Vec<Vec<&'t str>>> {
    let parts = SIGNS.iter().find_map(|sign| {
        let parts: Vec<Vec<&str>> = texts.iter().map(|text| text.split(sign).collect()).collect();
        let count = parts.iter().map(Vec::len).max().filter(|count| *count > 1)?;
        let are_alike = parts.iter().all(|own| own.len() == count || own.len() == 1);
        let several = parts.iter().filter(|own| own.len() == count).count();
        (are_alike && several > 1).then_some((count, parts))
    });
    let (count, parts) = parts?;
    let lesson = |at: usize| parts.iter().map(|own| own[at.min(own.len() - 1)].trim()).collect();
    Some((0..count).map(lesson).collect())
}

/// How many cells of one position there are, and how many of them begin with a subject.
type Count = (usize, usize);

/// Tells of which grids the cells of a period are of one kind of word each: headings say so, or, in all grids that are made
/// alike, those of one position begin with a subject and the others seldom do.
pub(super) fn tell_kinds(pages: &[Page], frames: &mut [Found]) {
    let mut counts: BTreeMap<usize, BTreeMap<usize, Count>> = BTreeMap::new();
    for found in &*frames {
        for square in &found.frame.squares {
            count(&pages[found.page], square, counts.entry(square.cells.len()).or_default());
        }
    }
    for found in frames {
        let cells = found.frame.squares.first().map_or(0, |square| square.cells.len());
        found.frame.are_kinds |= counts.get(&cells).is_some_and(are_kinds);
    }
}

fn count(page: &Page, square: &Square, counts: &mut BTreeMap<usize, Count>) {
    let own = square.cells.iter().enumerate().filter(|(_, at)| page.origin(**at) == **at);
    for (position, &at) in own.filter(|(_, at)| !page.text(**at).is_empty()) {
        let first = page.text(at).split(char::is_whitespace).next().unwrap_or("");
        let count = counts.entry(position).or_default();
        count.0 += 1;
        count.1 += usize::from(Recognised::of(first, None).is_some());
    }
}

fn are_kinds(counts: &BTreeMap<usize, Count>) -> bool {
    let mut shares: Vec<usize> =
        counts.values().map(|(all, subjects)| subjects * 100 / all.max(&1)).collect();
    shares.sort_unstable_by(|one, other| other.cmp(one));
    matches!(shares[..], [first, second, ..] if first >= OFTEN && second * 2 <= first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_one_kind_are_divided_alike() {
        let texts = ["DAN / MAT", "KLP / HHN", "12"];
        let lessons = vec![vec!["DAN", "KLP", "12"], vec!["MAT", "HHN", "12"]];
        assert_eq!(divided(&texts), Some(lessons));
        assert_eq!(divided(&["DAN", "KLP"]), None);
        assert_eq!(divided(&["DAN / MAT", "KLP / HHN / JNP"]), None);
    }
}
