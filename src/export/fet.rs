//! A `.fet` with the starting times and rooms of a proposal, and its timetable as FET's CSV.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use itertools::Itertools as _;
use quick_xml::escape::escape;

use crate::diagnostic::{Foreign, Lack};
use crate::domain::Slot;
use crate::import::cycle::label;
use crate::import::draft::{Draft, DraftRow};
use crate::import::fet::{ROOT, Week, is_active, is_hard, task};
use crate::import::names::Kind;
use crate::import::rebooked::Rebooked;
use crate::import::xml::{Element, Tree};
use crate::import::{Ledger, Original};

const TIME: &str = "ConstraintActivityPreferredStartingTime";
const ROOM: &str = "ConstraintActivityPreferredRoom";
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// An activity and where the proposal has it.
struct Activity<'a> {
    id: &'a str,
    day: &'a str,
    hour: &'a str,
    room: Option<&'a str>,
    is_locked: bool,
    slot: Slot,
    week: usize,
    length: u8,
}

/// The `.fet` and the timetable.
pub(super) fn export(
    originals: &[Original],
    draft: &Draft,
    rebooked: &[Rebooked],
    ledger: &mut Ledger,
) -> Option<(Vec<u8>, Vec<u8>)> {
    let tree = Tree::read(task(originals, ledger)?, ledger)?;
    let root = tree.root(ROOT, ledger)?;
    let week = Week::read(root, ledger)?;
    // An activity of parts of classes has several rows, all at one time.
    let pairs = draft.rows.iter().zip(rebooked).unique_by(|(row, _)| &row.source);
    let activities: Option<Vec<Activity<'_>>> =
        pairs.map(|(row, booked)| activity(row, booked, draft, &week)).collect();
    let Some(activities) = activities else {
        ledger.note(Foreign::Unwritable { reason: Lack::Slot }, root.location());
        return None;
    };
    let times: Vec<Rule<'_>> = activities.iter().map(Rule::of_time).collect();
    let rooms: Vec<Rule<'_>> = activities.iter().filter_map(Rule::of_room).collect();
    let mut edits = replaced(root, "Time_Constraints_List", &times);
    edits.extend(replaced(root, "Space_Constraints_List", &rooms));
    edits.sort_by_key(|(span, _)| span.start);
    let task = tree.page.edited(edits, |_, new| new.to_owned());
    Some((task, csv(root, &activities, &week).into_bytes()))
}

/// Where a row is; `None` if the task has no such day and hour.
fn activity<'a>(
    row: &'a DraftRow,
    booked: &'a Rebooked,
    draft: &'a Draft,
    week: &'a Week,
) -> Option<Activity<'a>> {
    let own = row.week.as_ref();
    let number =
        own.and_then(|own| (0..week.weeks()).find(|&number| label(number) == own.as_str()));
    let number = number.unwrap_or(0);
    let (day, hour) = week.names(number, booked.to)?;
    let room =
        booked.rooms.first().map(|(_, room)| draft.names.original(Kind::Room, room.as_str()));
    Some(Activity {
        id: &row.source,
        day,
        hour,
        room,
        is_locked: booked.locked,
        slot: booked.to,
        week: number,
        length: booked.length,
    })
}

/// What a constraint is to say of an activity.
struct Rule<'a> {
    kind: &'static str,
    id: &'a str,
    parts: Vec<(&'static str, &'a str)>,
    is_locked: bool,
}

impl<'a> Rule<'a> {
    fn of_time(activity: &Activity<'a>) -> Self {
        let parts = vec![("Preferred_Day", activity.day), ("Preferred_Hour", activity.hour)];
        Self { kind: TIME, id: activity.id, parts, is_locked: activity.is_locked }
    }

    fn of_room(activity: &Activity<'a>) -> Option<Self> {
        let parts = vec![("Room", activity.room?)];
        Some(Self { kind: ROOM, id: activity.id, parts, is_locked: activity.is_locked })
    }

    /// Whether a constraint says so already.
    fn is_said(&self, rule: Element<'_>) -> bool {
        let is_locked = rule.text_of("Permanently_Locked") == Some("true");
        let says = |(part, text): &(&str, &str)| rule.text_of(part) == Some(text);
        is_active(rule)
            && is_hard(rule)
            && is_locked == self.is_locked
            && self.parts.iter().all(says)
    }

    fn written(&self) -> String {
        let Self { kind, id, is_locked, .. } = self;
        let part = |(part, text): &(&str, &str)| format!("\t<{part}>{}</{part}>\n", escape(*text));
        let parts: String = self.parts.iter().map(part).collect();
        format!(
            "<{kind}>\n\t<Weight_Percentage>100</Weight_Percentage>\n\t<Activity_Id>{id}</Activity_Id>\n{parts}\t<Permanently_Locked>{is_locked}</Permanently_Locked>\n\t<Active>true</Active>\n\t<Comments></Comments>\n</{kind}>\n"
        )
    }
}

/// What a list has otherwise of these activities taken out, and what it lacks put at its end; what says the same already,
/// and what is about other activities, stays.
fn replaced(root: Element<'_>, list: &str, rules: &[Rule<'_>]) -> Vec<(Range<usize>, String)> {
    let Some(list) = root.first(list) else { return Vec::new() };
    let wanted: BTreeMap<&str, &Rule<'_>> = rules.iter().map(|rule| (rule.id, rule)).collect();
    let mut said: BTreeSet<&str> = BTreeSet::new();
    let mut edits = Vec::new();
    for own in rules.first().into_iter().flat_map(|rule| list.all(rule.kind)) {
        let Some(rule) = own.text_of("Activity_Id").and_then(|id| wanted.get(id)) else { continue };
        if !rule.is_said(own) || !said.insert(rule.id) {
            edits.push((own.extent(), String::new()));
        }
    }
    let missing = rules.iter().filter(|rule| !said.contains(rule.id));
    let missing: String = missing.map(Rule::written).collect();
    let end = list.inner_end();
    edits.extend((!missing.is_empty()).then_some((end..end, missing)));
    edits
}

/// FET's own CSV: a row for every hour of an activity, all cells in quotes, lines ended by a line feed.
fn csv(root: Element<'_>, activities: &[Activity<'_>], week: &Week) -> String {
    let about: BTreeMap<&str, Element<'_>> = root
        .within("Activities_List", "Activity")
        .filter_map(|activity| Some((activity.text_of("Id")?, activity)))
        .collect();
    let mut text = format!(
        "{BYTE_ORDER_MARK}\"Activity Id\",\"Day\",\"Hour\",\"Students Sets\",\"Subject\",\"Teachers\",\"Activity Tags\",\"Room\",\"Comments\"\n"
    );
    for activity in activities {
        let Some(told) = about.get(activity.id) else { continue };
        let list = |name: &str| told.all(name).map(Element::text).join("+");
        let one = |name: &str| told.text_of(name).unwrap_or_default().replace('\n', " ");
        for offset in 0..activity.length {
            let slot = activity.slot.later(offset);
            let Some((day, hour)) = slot.and_then(|slot| week.names(activity.week, slot)) else {
                continue;
            };
            let room_name = activity.room.unwrap_or_default();
            let (students, teachers, tags) =
                (list("Students"), list("Teacher"), list("Activity_Tag"));
            let (subject, comments) = (one("Subject"), one("Comments"));
            let cells = [
                activity.id,
                day,
                hour,
                &students,
                &subject,
                &teachers,
                &tags,
                room_name,
                &comments,
            ];
            let cells = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
            let _ = writeln!(text, "{}", cells.join(","));
        }
    }
    text
}
