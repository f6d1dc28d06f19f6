//! Files in which each line says something about one thing, such as a teacher or a room.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::cells::findings::Findings;
use super::cells::row::Row;
use super::cells::table::Table;
use crate::diagnostic::Fault;

/// What lines say of one thing. Two lines may complete one another, but not disagree.
pub(super) trait Merge {
    /// Adds what another line says; says whether both can be true.
    #[must_use]
    fn merge(&mut self, other: Self) -> bool;
}

impl<T: PartialEq> Merge for Option<T> {
    fn merge(&mut self, other: Self) -> bool {
        match (self.as_ref(), other) {
            (_, None) => true,
            (Some(known), Some(said)) => *known == said,
            (None, said) => {
                *self = said;
                true
            }
        }
    }
}

/// Reads a file line by line; reports lines that disagree with an earlier one about the same thing.
pub(super) fn read<K, T>(
    table: Option<&Table>,
    findings: &mut Findings,
    mut understand: impl FnMut(&Row<'_>, &mut Findings) -> Option<(K, T)>,
) -> BTreeMap<K, T>
where
    K: Ord + Display,
    T: Merge,
{
    let mut known: BTreeMap<K, (u32, T)> = BTreeMap::new();
    let mut enter = |row: Row<'_>, findings: &mut Findings| {
        let (key, said) = understand(&row, findings)?;
        let name = key.to_string();
        match known.get_mut(&key) {
            None => {
                known.insert(key, (row.line, said));
            }
            Some((line, before)) => {
                if !before.merge(said) {
                    findings.report(Fault::LinesDisagree { name, line: *line }, row.location());
                }
            }
        }
        Some(())
    };
    if let Some(table) = table {
        table.understand_rows(findings, &mut enter);
    }
    known.into_iter().map(|(key, (_, said))| (key, said)).collect()
}
