//! Apprentices who stand in no file: as somebody says them, with a class and when they are away.

use std::collections::BTreeSet;

use super::away::is_any;
use super::cells::columns::Column;
use super::cells::table::Table;
use super::cells::text::fold;
use super::moment;
use crate::domain::Alternative;

/// What stands for a file where faults are in what was said.
pub(super) const SAID: &str = "--apprentice";

/// An apprentice as somebody says one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joining {
    class: String,
    away: String,
    group: String,
}

impl Joining {
    /// Reads `8.A thu`, `9.B tue+wed|thu`, or `8.A;thu;lang:TYS` with the groups; `None` if it has no class or no time.
    ///
    /// The time begins where a day, a word for any day, a place or nothing is named first; the class is what stands before.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        if written.chars().any(|sign| sign == '"' || sign.is_control()) {
            return None;
        }
        let (class, away, group) = match written.split(';').collect::<Vec<_>>()[..] {
            [both] => divided(both).map(|(class, away)| (class, away, ""))?,
            [class, away] => (class, away, ""),
            [class, away, group] => (class, away, group),
            _ => return None,
        };
        let [class, away, group] = [class, away, group].map(|cell| cell.trim().to_owned());
        (!class.is_empty() && !away.is_empty()).then_some(Self { class, away, group })
    }
}

/// The class and the time.
fn divided(written: &str) -> Option<(&str, &str)> {
    let blanks = written.trim().match_indices(' ').map(|(at, _)| at);
    let halves = blanks.map(|at| written.trim().split_at(at));
    let mut halves = halves.map(|(class, away)| (class, away.trim_start()));
    halves.find(|(_, away)| begins_a_time(away))
}

fn begins_a_time(written: &str) -> bool {
    let first = written.split([' ', '+', '|']).next().unwrap_or_default();
    let time = first.split_once('@').map_or(first, |(time, _)| time);
    first == Alternative::NONE
        || first.starts_with('@')
        || is_any(time)
        || moment::day(time).is_ok()
}

/// A scenario in which all of them join the `own` apprentices of a school.
pub(super) fn scenario(joining: &[Joining], own: Option<&Table>) -> String {
    let rows = own.into_iter().flat_map(Table::rows);
    let mut taken: BTreeSet<String> =
        rows.filter_map(|row| Some(fold(&row.cell(Column::Pupil)?.text))).collect();
    let mut text = "scenario;change;pupil;class;away;group\r\n".to_owned();
    for Joining { class, away, group } in joining {
        let mut names = (1..).map(|number| format!("{class}-{number}"));
        let free = names.find(|name| taken.insert(fold(name)));
        let pupil = free.unwrap_or_else(|| class.clone());
        let cells = [&pupil, class, away, group].map(|cell| format!("\"{cell}\"")).join(";");
        text.extend(["1;join;", &cells, "\r\n"]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::Joining;

    fn read(written: &str) -> Option<[String; 3]> {
        Joining::read(written).map(|Joining { class, away, group }| [class, away, group])
    }

    #[test]
    fn the_class_ends_where_a_time_begins() {
        let table = [
            ("8.A thu", ["8.A", "thu", ""]),
            ("8 A torsdag", ["8 A", "torsdag", ""]),
            ("9.B tue+wed|thu", ["9.B", "tue+wed|thu", ""]),
            ("9.B tir 1-4 | tor", ["9.B", "tir 1-4 | tor", ""]),
            ("8.A any", ["8.A", "any", ""]),
            ("8.A alle@kursus", ["8.A", "alle@kursus", ""]),
            ("8.A mon@Mill|-", ["8.A", "mon@Mill|-", ""]),
            (" 8.A ; thu ; lang:TYS+opt:MUS ", ["8.A", "thu", "lang:TYS+opt:MUS"]),
            ("IMYP 2;fre", ["IMYP 2", "fre", ""]),
        ];
        for (written, expected) in table {
            assert_eq!(read(written), Some(expected.map(str::to_owned)), "{written}");
        }
    }

    #[test]
    fn without_a_class_or_a_time_it_is_nothing() {
        for written in
            ["", "8.A", "thu", "8.A;", ";thu", "8.A \"thu\"", "8.A;thu;x;y", "8.A thu\n9.B tue"]
        {
            assert_eq!(read(written), None, "{written}");
        }
    }
}
