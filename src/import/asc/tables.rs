//! The tables that cards refer to by ids.

use std::collections::{BTreeMap, BTreeSet};

use super::{Element, list};
use crate::diagnostic::Foreign;
use crate::import::ledger::Ledger;
use crate::input::fold;

/// What things are called, by their ids, and what lessons are.
pub(crate) struct Tables<'x> {
    pub(crate) subjects: BTreeMap<&'x str, String>,
    pub(crate) teachers: BTreeMap<&'x str, String>,
    pub(crate) rooms: BTreeMap<&'x str, String>,
    pub(crate) classes: BTreeMap<&'x str, String>,
    pub(crate) groups: BTreeMap<&'x str, Element<'x>>,
    pub(crate) lessons: BTreeMap<&'x str, Element<'x>>,
}

impl<'x> Tables<'x> {
    /// Reads the tables; ids that are missing or repeated, and lessons that refer to nothing, are reported.
    pub(crate) fn read(root: Element<'x>, ledger: &mut Ledger) -> Self {
        let mut named =
            |list, name, attributes: &[&str]| labels(&ids(root, list, name, ledger), attributes);
        let tables = Self {
            subjects: named("subjects", "subject", &["short", "name"]),
            teachers: named("teachers", "teacher", &["short"]),
            rooms: named("classrooms", "classroom", &["name", "short"]),
            classes: named("classes", "class", &["name", "short"]),
            groups: ids(root, "groups", "group", ledger),
            lessons: ids(root, "lessons", "lesson", ledger),
        };
        tables.report_unknown(ledger);
        tables
    }

    fn report_unknown(&self, ledger: &mut Ledger) {
        let lists: [(&'static str, BTreeSet<&str>); 5] = [
            ("subjectid", self.subjects.keys().copied().collect()),
            ("teacherids", self.teachers.keys().copied().collect()),
            ("classroomids", self.rooms.keys().copied().collect()),
            ("classids", self.classes.keys().copied().collect()),
            ("groupids", self.groups.keys().copied().collect()),
        ];
        for lesson in self.lessons.values() {
            for (part, known) in &lists {
                for id in list(*lesson, part).filter(|id| !known.contains(id)) {
                    ledger.note(
                        Foreign::ReferenceUnknown { part: (*part).into(), name: id.to_owned() },
                        lesson.location(),
                    );
                }
            }
        }
    }
}

fn ids<'x>(
    root: Element<'x>,
    list: &str,
    name: &str,
    ledger: &mut Ledger,
) -> BTreeMap<&'x str, Element<'x>> {
    let mut found: BTreeMap<&str, Element<'_>> = BTreeMap::new();
    for element in root.within(list, name) {
        let Some(id) = element.attribute("id") else {
            ledger.note(Foreign::PartMissing { part: "id".to_owned() }, element.location());
            continue;
        };
        if let Some(other) = found.insert(id, element) {
            let fault = Foreign::IdRepeated { name: id.to_owned(), line: other.line() };
            ledger.note(fault, element.location());
        }
    }
    found
}

/// What each thing is called: by the first attribute that all have and no two alike, else by its id.
fn labels<'x>(
    found: &BTreeMap<&'x str, Element<'x>>,
    attributes: &[&str],
) -> BTreeMap<&'x str, String> {
    let is_distinct = |attribute: &&&str| {
        let values = found.values().filter_map(|element| element.attribute(attribute));
        let values: BTreeSet<String> = values.map(fold).filter(|text| !text.is_empty()).collect();
        values.len() == found.len()
    };
    let attribute = attributes.iter().find(is_distinct);
    let label = |id: &'x str, element: Element<'_>| {
        let named = attribute.and_then(|attribute| element.attribute(attribute));
        (id, named.unwrap_or(id).to_owned())
    };
    found.iter().map(|(id, element)| label(id, *element)).collect()
}
