//! Files that somebody hands over one by one: which of a school's files each is, by its name alone.
//!
//! The name under which a file is kept is never the one that it came with: it is one of the list.

use super::cells::columns::File;
use super::cells::file_names;
use super::cells::findings::Findings;
use super::cells::folder::without_personal_number;
use super::cells::text::fold;
use super::settings;
use crate::diagnostic::{Diagnostic, Fault, Location};

/// A workbook that is a whole school.
pub const SCHOOL_WORKBOOK: &str = "school.xlsx";

/// For each of the names the file under which it is kept, `None` if it is not read; and what is wrong with the names.
///
/// A name may have folders before it, as browsers send those of a whole folder. A workbook that comes alone is a whole
/// school, whatever its name: [`SCHOOL_WORKBOOK`].
#[must_use]
pub fn received(names: &[&str]) -> (Vec<Option<String>>, Vec<Diagnostic>) {
    let mut findings = Findings::default();
    if let [name] = names
        && file_names::is_readable_workbook(name)
    {
        return (vec![Some(SCHOOL_WORKBOOK.to_owned())], findings.sorted());
    }
    let mut kept: Vec<Option<String>> = Vec::new();
    for name in names {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let file = own_file(name);
        let shown = || Location::file(&without_personal_number(name));
        match &file {
            Some(known) if kept.contains(&file) => {
                findings.report(Fault::FileTwice { other: known.clone() }, shown());
            }
            None if !file_names::is_known(name) => {
                findings.report(unread(name, &mut Findings::default()), shown());
            }
            _ => {}
        }
        let is_first = !kept.contains(&file);
        kept.push(file.filter(|_| is_first));
    }
    (kept, findings.sorted())
}

/// The file of a school, or the workbook in its place, that has this name.
fn own_file(name: &str) -> Option<String> {
    let mut files = File::ALL.into_iter().map(File::name).chain([settings::FILE]);
    let folded = fold(name);
    let in_its_place = file_names::in_place_of(name);
    let own = files.find_map(|file| {
        let is_workbook = in_its_place.as_deref() == Some(file);
        let stem = file.trim_end_matches(".csv");
        let workbook = || format!("{stem}.xlsx");
        if folded == file { Some(file.to_owned()) } else { is_workbook.then(workbook) }
    });
    own.or_else(|| file_names::of_file(name).map(ToOwned::to_owned))
}

fn unread(name: &str, findings: &mut Findings) -> Fault {
    match file_names::meant(name, findings) {
        Some(expected) if file_names::is_workbook(name) => Fault::FileIsWorkbook { expected },
        Some(expected) => Fault::FileNearlyNamed { expected },
        None => Fault::FileUnread { instead: None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(names: &[&str]) -> Vec<Option<String>> {
        received(names).0
    }

    #[test]
    fn a_file_is_kept_under_a_name_of_the_list_whatever_path_it_came_with() {
        let names =
            ["Skovby/TIMETABLE.csv", "..\\..\\apprentices.csv", "/etc/rooms.xlsx", "lærere.csv"];
        let expected = ["timetable.csv", "apprentices.csv", "rooms.xlsx", "teachers.csv"];
        assert_eq!(kept(&names), expected.map(|name| Some(name.to_owned())));
    }

    #[test]
    fn a_name_that_is_none_of_a_schools_is_not_kept_and_told() {
        for name in
            ["../../etc/passwd", "timetable.csv/../x", "timetable.csv\0", "regnskab.csv", ""]
        {
            let (kept, found) = received(&[name]);
            assert_eq!((kept, found.len()), (vec![None], 1), "{name}");
        }
    }

    #[test]
    fn a_hidden_file_is_not_kept_and_nobody_is_told() {
        for name in [".DS_Store", "timetable.csv/..", "."] {
            assert_eq!(received(&[name]), (vec![None], Vec::new()), "{name}");
        }
    }

    #[test]
    fn the_second_file_of_a_name_is_not_kept() {
        let (kept, found) = received(&["a/timetable.csv", "b/timetable.csv"]);
        assert_eq!((kept[0].is_some(), kept[1].is_some(), found.len()), (true, false, 1));
    }

    #[test]
    fn a_workbook_that_comes_alone_is_a_whole_school() {
        assert_eq!(kept(&["Skema 2026.xlsx"]), [Some(SCHOOL_WORKBOOK.to_owned())]);
    }
}
