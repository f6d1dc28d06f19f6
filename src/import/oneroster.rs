//! `OneRoster` 1.1 and 1.2 CSV: class lists, from which apprentices can be picked by their keys. It has no times.
//!
//! Of users only their keys are read: no names, no addresses, no numbers.
//!
//! # Source
//! 1EdTech, *`OneRoster` CSV binding* 1.1 and 1.2, <https://www.imsglobal.org/oneroster-v11-final-csv-tables>.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools as _;

use super::ledger::Ledger;
use super::lines::{Cells, Lines};
use super::names::{Kind, Names};
use super::original::Original;
use crate::diagnostic::{Field, Foreign, Location};

/// The columns of users that are about persons.
const PERSONAL: [&str; 11] = [
    "username",
    "givenName",
    "familyName",
    "middleName",
    "identifier",
    "email",
    "sms",
    "phone",
    "password",
    "preferredGivenName",
    "preferredFamilyName",
];
const HEADINGS: &str = "\u{feff}pupil;class;group;away\r\n";

/// A table and the numbers of its columns.
struct Table {
    lines: Lines,
    columns: BTreeMap<String, usize>,
}

/// A class: what it is called, and whether it is where its pupils belong.
struct Class {
    title: String,
    is_home: bool,
}

/// The lists as CSV in the columns of `apprentices.csv`, `away` being empty: who is an apprentice is for the school to
/// say. `None` if there is an error.
#[must_use]
pub fn class_lists(originals: &[Original]) -> (Option<String>, Ledger) {
    let mut ledger = Ledger::default();
    let lists = lists(originals, &mut ledger).filter(|_| !ledger.has_errors());
    (lists, ledger)
}

fn lists(originals: &[Original], ledger: &mut Ledger) -> Option<String> {
    let classes = Table::open(originals, "classes.csv", ledger)?;
    let enrollments = Table::open(originals, "enrollments.csv", ledger)?;
    let users = originals.iter().any(|original| original.name.eq_ignore_ascii_case("users.csv"));
    let users = if users { Some(Table::open(originals, "users.csv", ledger)?) } else { None };
    let mut names = Names::default();
    let classes = read_classes(&classes, &mut names, ledger);
    let known: Option<BTreeSet<String>> = users.map(|users| {
        report_personal(&users, ledger);
        users.body().map(|line| users.cell(line, "sourcedId")).collect()
    });
    let mut pupils: BTreeMap<String, [BTreeSet<&str>; 2]> = BTreeMap::new();
    for line in enrollments.body() {
        if let Some((pupil, class)) = enrolled(&enrollments, line, &classes, known.as_ref(), ledger)
        {
            let pupil = names.write(Kind::Pupil, &pupil, || line.location(1), ledger);
            pupils.entry(pupil).or_default()[usize::from(!class.is_home)].insert(&class.title);
            ledger.used += 1;
        }
    }
    let cell = |names: &BTreeSet<&str>| quoted(&names.iter().join("+"));
    let line = |(pupil, [homes, groups]): (&String, &[BTreeSet<&str>; 2])| {
        format!("{};{};{};\r\n", quoted(pupil), cell(homes), cell(groups))
    };
    Some(HEADINGS.to_owned() + &pupils.iter().map(line).collect::<String>())
}

fn read_classes(table: &Table, names: &mut Names, ledger: &mut Ledger) -> BTreeMap<String, Class> {
    let mut classes = BTreeMap::new();
    let mut lines: BTreeMap<String, u32> = BTreeMap::new();
    for line in table.body() {
        let id = table.cell(line, "sourcedId");
        if let Some(first) = lines.insert(id.clone(), line.number()) {
            ledger.note(Foreign::IdRepeated { name: id.clone(), line: first }, line.location(1));
        }
        let is_home = table.cell(line, "classType").eq_ignore_ascii_case("homeroom");
        let kind = if is_home { Kind::Class } else { Kind::Part };
        let title = names.write(kind, &table.cell(line, "title"), || line.location(1), ledger);
        classes.insert(id, Class { title, is_home });
    }
    classes
}

/// The pupil and the class of an enrollment, if it is one of a pupil and in force.
fn enrolled<'c>(
    table: &Table,
    line: Cells<'_>,
    classes: &'c BTreeMap<String, Class>,
    users: Option<&BTreeSet<String>>,
    ledger: &mut Ledger,
) -> Option<(String, &'c Class)> {
    let (user, class) = (table.cell(line, "userSourcedId"), table.cell(line, "classSourcedId"));
    let role = table.cell(line, "role");
    if table.cell(line, "status").eq_ignore_ascii_case("tobedeleted") {
        ledger.reject(Foreign::RowIgnored, line.location(1));
        return None;
    }
    if !role.eq_ignore_ascii_case("student") {
        ledger.reject(
            Foreign::RowWrong { written: role, column: "role".into() },
            table.location(line, "role"),
        );
        return None;
    }
    let found = classes.get(&class);
    if found.is_none() {
        let fault = Foreign::ReferenceUnknown { part: "classSourcedId".into(), name: class };
        ledger.note(fault, table.location(line, "classSourcedId"));
    }
    if users.is_some_and(|users| !users.contains(&user)) {
        let fault = Foreign::ReferenceUnknown { part: "userSourcedId".into(), name: user.clone() };
        ledger.note(fault, table.location(line, "userSourcedId"));
    }
    Some((user, found?))
}

fn report_personal(users: &Table, ledger: &mut Ledger) {
    let is_filled = |column: &&&str| users.body().any(|line| !users.cell(line, column).is_empty());
    let columns: Vec<Field> = PERSONAL.iter().filter(is_filled).map(|&own| own.into()).collect();
    if !columns.is_empty() {
        ledger.note(Foreign::PersonalDropped { columns }, Location::file(&users.lines.page.file));
    }
}

impl Table {
    fn open(originals: &[Original], name: &'static str, ledger: &mut Ledger) -> Option<Self> {
        let Some(original) = originals.iter().find(|one| one.name.eq_ignore_ascii_case(name))
        else {
            ledger.note(Foreign::FileNeeded { name }, Location::default());
            return None;
        };
        let lines = Lines::read(original, ledger)?;
        let headings = lines.all().next();
        let columns: BTreeMap<String, usize> = headings
            .iter()
            .flat_map(|line| (1..=line.len()).map(|at| (line.cell(at).into_owned(), at)))
            .collect();
        let needed: &[&str] = match name {
            "classes.csv" => &["sourcedId", "title"],
            "enrollments.csv" => &["classSourcedId", "userSourcedId", "role"],
            _ => &["sourcedId"],
        };
        for part in needed.iter().filter(|part| !columns.contains_key(**part)) {
            let part = (*part).to_owned();
            ledger.note(Foreign::PartMissing { part }, Location::line(&original.name, 1));
        }
        Some(Self { lines, columns }).filter(|_| !ledger.has_errors())
    }

    fn body(&self) -> impl Iterator<Item = Cells<'_>> {
        self.lines.all().skip(1)
    }

    fn cell(&self, line: Cells<'_>, column: &str) -> String {
        self.columns.get(column).map_or_else(String::new, |&at| line.cell(at).into_owned())
    }

    fn location(&self, line: Cells<'_>, column: &str) -> Location {
        line.location(self.columns.get(column).copied().unwrap_or(1))
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
