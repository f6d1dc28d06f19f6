//! A `.fet` with the starting times and rooms of a proposal, and its timetable as FET's CSV.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use itertools::Itertools as _;
use quick_xml::escape::escape;

use super::{Element, Tree, Week, task};
use crate::domain::Slot;
use crate::exchange::cycle::label;
use crate::exchange::draft::{Draft, Row};
use crate::exchange::ledger::Ledger;
use crate::exchange::names::Kind;
use crate::exchange::original::Original;
use crate::exchange::placement::Placement;

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
pub(in crate::exchange) fn export(
    originals: &[Original],
    draft: &Draft,
    placements: &[Placement],
    ledger: &mut Ledger,
) -> Option<(Vec<u8>, Vec<u8>)> {
    let tree = Tree::read(task(originals, ledger)?, ledger)?;
    let root = tree.root(super::ROOT, ledger)?;
    let week = Week::read(root, ledger)?;
    let pairs = draft.rows.iter().zip(placements);
    let activities: Vec<Activity<'_>> =
        pairs.filter_map(|(row, placement)| activity(row, placement, draft, &week)).collect();
    let times: Vec<String> = activities.iter().map(time_constraint).collect();
    let rooms: Vec<String> = activities.iter().filter_map(room_constraint).collect();
    let mut edits = replaced(root, "Time_Constraints_List", TIME, &times);
    edits.extend(replaced(root, "Space_Constraints_List", ROOM, &rooms));
    edits.sort_by_key(|(span, _)| span.start);
    let task = tree.page.edited(edits, |_, new| new.to_owned());
    Some((task, csv(root, &activities, &week).into_bytes()))
}

fn activity<'a>(
    row: &'a Row,
    placement: &'a Placement,
    draft: &'a Draft,
    week: &'a Week,
) -> Option<Activity<'a>> {
    let own = row.week.as_ref();
    let number =
        own.and_then(|own| (0..week.weeks()).find(|&number| label(number) == own.as_str()));
    let number = number.unwrap_or(0);
    let (day, hour) = week.names(number, placement.to)?;
    let room =
        placement.rooms.first().map(|(_, room)| draft.names.original(Kind::Room, room.as_str()));
    Some(Activity {
        id: &row.source,
        day,
        hour,
        room,
        is_locked: placement.locked,
        slot: placement.to,
        week: number,
        length: placement.length,
    })
}

fn time_constraint(activity: &Activity<'_>) -> String {
    let Activity { id, day, hour, is_locked, .. } = activity;
    format!(
        "<{TIME}>\n\t<Weight_Percentage>100</Weight_Percentage>\n\t<Activity_Id>{id}</Activity_Id>\n\t<Preferred_Day>{}</Preferred_Day>\n\t<Preferred_Hour>{}</Preferred_Hour>\n\t<Permanently_Locked>{is_locked}</Permanently_Locked>\n\t<Active>true</Active>\n\t<Comments></Comments>\n</{TIME}>\n",
        escape(*day),
        escape(*hour)
    )
}

fn room_constraint(activity: &Activity<'_>) -> Option<String> {
    let Activity { id, is_locked, room, .. } = activity;
    let room = escape((*room)?);
    Some(format!(
        "<{ROOM}>\n\t<Weight_Percentage>100</Weight_Percentage>\n\t<Activity_Id>{id}</Activity_Id>\n\t<Room>{room}</Room>\n\t<Permanently_Locked>{is_locked}</Permanently_Locked>\n\t<Active>true</Active>\n\t<Comments></Comments>\n</{ROOM}>\n"
    ))
}

/// All constraints of a kind taken out of a list, and new ones put at its end.
fn replaced(
    root: Element<'_>,
    list: &str,
    kind: &str,
    new: &[String],
) -> Vec<(Range<usize>, String)> {
    let Some(list) = root.first(list) else { return Vec::new() };
    let mut edits: Vec<(Range<usize>, String)> =
        list.all(kind).map(|rule| (rule.extent(), String::new())).collect();
    let end = list.inner_end();
    edits.push((end..end, new.concat()));
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
            let place = activity.room.unwrap_or_default();
            let (students, teachers, tags) =
                (list("Students"), list("Teacher"), list("Activity_Tag"));
            let (subject, comments) = (one("Subject"), one("Comments"));
            let cells =
                [activity.id, day, hour, &students, &subject, &teachers, &tags, place, &comments];
            let cells = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
            let _ = writeln!(text, "{}", cells.join(","));
        }
    }
    text
}
