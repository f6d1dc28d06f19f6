//! Who and what events need: teachers, classes, rooms.

use std::collections::BTreeMap;

use super::{Element, ids, labels, referred, report_unknown};
use crate::diagnostic::Foreign;
use crate::domain::{ClassName, RoomName, TeacherName};
use crate::import::draft::Draft;
use crate::import::ledger::Ledger;
use crate::import::names::{Kind, Names};

/// What the types of resources are called in the archive's countries, in small letters.
const TEACHERS: [&str; 6] = ["teacher", "docent", "profes", "opettaja", "lærer", "lehrer"];
const ROOMS: [&str; 6] = ["room", "lokaal", "aula", "sala", "lokale", "raum"];
const CLASSES: [&str; 7] = ["class", "student", "klas", "leerling", "turma", "pupil", "luokka"];

/// A resource under the name that the school folder gives it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Resource {
    Teacher(TeacherName),
    Class(ClassName),
    Room(RoomName),
}

/// Every resource that a school has, by its id.
pub(crate) struct Resources {
    /// `None`: a resource of a type that no school folder has.
    by_id: BTreeMap<String, Option<Resource>>,
    groups: BTreeMap<String, Vec<String>>,
}

impl Resources {
    /// Reads the resources; types that a school has not are reported.
    pub(crate) fn read(instance: Element<'_>, names: &mut Names, ledger: &mut Ledger) -> Self {
        let part = instance.first("Resources");
        let declared = |list: &str, name: &str| {
            part.into_iter()
                .flat_map(|part| part.within(list, name).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        let mut types = BTreeMap::new();
        for (id, element) in ids(declared("ResourceTypes", "ResourceType").into_iter(), ledger) {
            let kind = kind_of(id).or_else(|| kind_of(element.text_of("Name").unwrap_or_default()));
            if kind.is_none() {
                let names = vec![id.to_owned()];
                let fault =
                    Foreign::RuleUnmapped { kind: "ResourceType".to_owned(), names, hard: true };
                ledger.note(fault, element.location());
            }
            types.insert(id.to_owned(), kind);
        }
        let group_ids = ids(declared("ResourceGroups", "ResourceGroup").into_iter(), ledger);
        let known = group_ids.iter().map(|(id, _)| *id).collect();
        let own =
            ids(part.into_iter().flat_map(|part| part.all("Resource").collect::<Vec<_>>()), ledger);
        let mut resources = Self { by_id: BTreeMap::new(), groups: BTreeMap::new() };
        for (label, (id, element)) in labels(&own).iter().zip(&own) {
            let kind = element.first("ResourceType");
            let kind = kind
                .and_then(|kind| referred(kind, "ResourceType", &types, ledger).copied().flatten());
            let resource = kind.map(|kind| resource(kind, label, *element, names, ledger));
            resources.by_id.insert((*id).to_owned(), resource);
            for group in element.within("ResourceGroups", "ResourceGroup") {
                report_unknown(group, "ResourceGroup", &known, ledger);
                let group = group.attribute("Reference").unwrap_or_default();
                resources.groups.entry(group.to_owned()).or_default().push((*id).to_owned());
            }
        }
        resources
    }

    /// The resources of types that a school has, each with its id.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &Resource)> {
        self.by_id.iter().filter_map(|(id, resource)| Some((id.as_str(), resource.as_ref()?)))
    }

    /// The resource that an element refers to.
    pub(crate) fn referred(&self, element: Element<'_>, ledger: &mut Ledger) -> Option<&Resource> {
        referred(element, "Resource", &self.by_id, ledger)?.as_ref()
    }

    /// The resources that an event of the instance or of a solution names, without those that are still to be chosen.
    pub(crate) fn of_event(&self, event: Element<'_>, ledger: &mut Ledger) -> Vec<Resource> {
        let named = event.within("Resources", "Resource");
        let named = named.filter(|one| one.attribute("Reference").is_some());
        named.filter_map(|one| self.referred(one, ledger).cloned()).collect()
    }

    /// The resources to which a rule applies.
    pub(crate) fn of_rule(&self, rule: Element<'_>) -> Vec<&Resource> {
        let applies = rule.first("AppliesTo");
        let id =
            |element: Element<'_>| element.attribute("Reference").unwrap_or_default().to_owned();
        let single = applies
            .into_iter()
            .flat_map(|to| to.within("Resources", "Resource").collect::<Vec<_>>())
            .map(id);
        let groups = applies
            .into_iter()
            .flat_map(|to| to.within("ResourceGroups", "ResourceGroup").collect::<Vec<_>>())
            .map(id);
        let grouped = groups.flat_map(|group| self.groups.get(&group).cloned().unwrap_or_default());
        single.chain(grouped).filter_map(|id| self.by_id.get(&id)?.as_ref()).collect()
    }

    /// Makes every resource known, also one that no event has.
    pub(crate) fn enter(&self, draft: &mut Draft) {
        for resource in self.by_id.values().flatten() {
            match resource {
                Resource::Teacher(name) => drop(draft.teachers.entry(name.clone()).or_default()),
                Resource::Room(name) => drop(draft.rooms.entry(name.clone()).or_default()),
                // A class without lessons is no class of a timetable.
                Resource::Class(_) => {}
            }
        }
    }
}

fn kind_of(name: &str) -> Option<Kind> {
    let name = name.to_lowercase();
    let is_any = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if is_any(&TEACHERS) {
        Some(Kind::Teacher)
    } else if is_any(&ROOMS) {
        Some(Kind::Room)
    } else {
        is_any(&CLASSES).then_some(Kind::Class)
    }
}

fn resource(
    kind: Kind,
    label: &str,
    element: Element<'_>,
    names: &mut Names,
    ledger: &mut Ledger,
) -> Resource {
    let name = names.write(kind, label, || element.location(), ledger);
    match kind {
        Kind::Teacher => Resource::Teacher(name.as_str().into()),
        Kind::Room => Resource::Room(name.as_str().into()),
        _ => Resource::Class(name.as_str().into()),
    }
}
