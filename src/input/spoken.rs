//! The language that files are written in, where the school does not say its own: told by their headings.

use std::cmp::Ordering;

use super::cells::columns::Column;
use super::cells::table::Table;
use super::cells::text::plain;
use crate::domain::Language;

/// The language of most headings; `None` where that is English, which the files of every country may have, or open.
pub(super) fn language<'t>(tables: impl Iterator<Item = &'t Table>) -> Option<Language> {
    let (mut danish, mut swedish) = (0, 0);
    for table in tables {
        for (column, &at) in table.columns() {
            let Some(heading) = table.written_headings.get(at) else { continue };
            let is_one_of = |known: &[&str]| known.iter().any(|word| plain(word) == plain(heading));
            match (is_one_of(Column::danish(*column)), is_one_of(Column::swedish(*column))) {
                (true, false) => danish += 1,
                (false, true) => swedish += 1,
                _ => {}
            }
        }
    }
    match danish.cmp(&swedish) {
        Ordering::Greater => Some(Language::Danish),
        Ordering::Less => Some(Language::Swedish),
        Ordering::Equal => None,
    }
}
