//! An archive with one more group of solutions: the solution that was read, with its events where a proposal has them.
//!
//! Nothing else changes: what others reported of their solutions stays, and of the copy nothing is claimed. Where nothing
//! moved, nothing is added.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::escape::escape;

use super::tag::with_attribute;
use crate::diagnostic::{Foreign, Lack};
use crate::domain::RoomName;
use crate::import::cycle::label;
use crate::import::draft::{Draft, DraftRow};
use crate::import::names::Names;
use crate::import::original::only;
use crate::import::rebooked::Rebooked;
use crate::import::xhstt::{Moment, ROOT, Resource, Resources, Times, instance_of, solution};
use crate::import::xml::{Element, Tree};
use crate::import::{Choices, Ledger, Original};

/// An opening tag and what its reference is to be.
type Edit = (Range<usize>, String);

/// The file's bytes.
pub(super) fn export(
    originals: &[Original],
    choices: &Choices,
    draft: &Draft,
    rebooked: &[Rebooked],
    ledger: &mut Ledger,
) -> Option<Vec<u8>> {
    let original = only(originals, ledger)?;
    let tree = Tree::read(original, ledger)?;
    let root = tree.root(ROOT, ledger)?;
    let chosen = solution::choose(root, choices.solution.as_deref(), ledger)?;
    let instance = instance_of(root, chosen.element, ledger)?;
    let known = Known::read(instance, ledger)?;
    let parts: BTreeMap<usize, Element<'_>> =
        chosen.element.within("Events", "Event").map(|part| (part.tag().start, part)).collect();
    let mut edits = Vec::new();
    for (row, booked) in draft.rows.iter().zip(rebooked).filter(|(_, one)| one.is_changed()) {
        let part = row.source.parse().ok().and_then(|start| parts.get(&start)).copied();
        let own = part.ok_or((Lack::Freedom, chosen.element));
        match own.and_then(|part| known.edits(part, row, booked).map_err(|lack| (lack, part))) {
            Ok(own) => edits.extend(own),
            Err((reason, at)) => ledger.note(Foreign::Unwritable { reason }, at.location()),
        }
    }
    if edits.is_empty() {
        return Some(original.bytes.clone());
    }
    let last = root.within("SolutionGroups", "SolutionGroup").last()?.extent().end;
    let group = group(&tree, root, &chosen, edits);
    Some(tree.page.edited([(last..last, group)], |_, new| new.to_owned()))
}

/// What of an instance the references of a solution are to.
struct Known {
    times: Times,
    /// The rooms' ids.
    rooms: BTreeMap<RoomName, String>,
}

impl Known {
    fn read(instance: Element<'_>, ledger: &mut Ledger) -> Option<Self> {
        let times = Times::read(instance, ledger)?;
        let resources = Resources::read(instance, &mut Names::default(), ledger);
        let rooms = resources.all().filter_map(|(id, resource)| match resource {
            Resource::Room(name) => Some((name.clone(), id.to_owned())),
            _ => None,
        });
        Some(Self { times, rooms: rooms.collect() })
    }

    /// The tags of a part of an event that change, from the first to the last.
    fn edits(
        &self,
        part: Element<'_>,
        row: &DraftRow,
        booked: &Rebooked,
    ) -> Result<Vec<Edit>, Lack> {
        let mut edits = Vec::new();
        if booked.from != booked.to {
            let time = part.first("Time").ok_or(Lack::Freedom)?;
            let id = self.time(row, booked).ok_or(Lack::Slot)?;
            edits.push((time.tag(), id.to_owned()));
        }
        for (old, new) in booked.rooms.iter().filter(|(old, new)| old != new) {
            let id = self.rooms.get(old).map(String::as_str);
            let mut own = part.within("Resources", "Resource");
            let room = own.find(|one| one.attribute("Reference") == id).ok_or(Lack::Freedom)?;
            edits.push((room.tag(), self.rooms.get(new).ok_or(Lack::Freedom)?.clone()));
        }
        edits.sort_by_key(|(tag, _)| tag.start);
        Ok(edits)
    }

    /// The id of the time at which the proposal has a row; a week may lack it.
    fn time(&self, row: &DraftRow, booked: &Rebooked) -> Option<&str> {
        let own = row.week.as_ref();
        let is_own = |week: &usize| own.is_none_or(|own| label(*week) == own.as_str());
        let week = (0..self.times.weeks).find(is_own)?;
        self.times.id(Moment { week, slot: booked.to }, booked.length)
    }
}

/// The new group, laid out as the others.
fn group(
    tree: &Tree,
    root: Element<'_>,
    chosen: &solution::Chosen<'_>,
    references: Vec<Edit>,
) -> String {
    let text = |span: Range<usize>| &tree.page.text[span];
    let refer = |(tag, id): Edit| (tag.clone(), with_attribute(text(tag), "Reference", &id));
    let mut edits: Vec<Edit> = references.into_iter().map(refer).collect();
    if let Some(report) = chosen.element.first("Report") {
        let blanks = tree.page.blanks_before(report.tag().start);
        edits.push((blanks.start..report.extent().end, String::new()));
    }
    edits.sort_by_key(|(span, _)| span.start);
    let copy = tree.page.spliced(chosen.element.extent(), edits, |_, new| new.to_owned());
    let outer = text(tree.page.blanks_before(chosen.group.tag().start));
    let inner = text(tree.page.blanks_before(chosen.element.tag().start));
    let (id, of) = (solution::free_id(root), escape(chosen.id));
    format!(
        "{outer}<SolutionGroup Id=\"{id}\">{inner}<MetaData><Contributor>mesterskema</Contributor><Date></Date><Description>{of}</Description></MetaData>{inner}{copy}{outer}</SolutionGroup>"
    )
}
