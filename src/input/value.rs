//! What single cells say: answers, numbers, levels, groups, times.

use super::cells::deformed;
use super::cells::findings::Findings;
use super::cells::row::{Cell, shortened};
use super::cells::text::plain;
use super::names::GroupNames;
use crate::diagnostic::Fault;
use crate::domain::{Group, Level};

const YES: [&str; 9] = ["yes", "y", "ja", "j", "x", "1", "true", "sand", "sant"];
const NO: [&str; 7] = ["no", "n", "nej", "0", "false", "falsk", "falskt"];
const REQUIRED: [&str; 5] = ["required", "kraevet", "obligatorisk", "obligatoriskt", "krav"];
const DESIRED: [&str; 6] = ["desired", "onsket", "onskad", "onskat", "onskvard", "oensket"];

/// Whether a cell says yes; an empty one does not.
pub(super) fn yes(cell: Option<&Cell<'_>>, findings: &mut Findings) -> bool {
    let Some(cell) = cell else { return false };
    let word = plain(&cell.text);
    if !YES.contains(&word.as_str()) && !NO.contains(&word.as_str()) {
        let written = shortened(&cell.text);
        findings.report(Fault::YesNoUnknown { written }, cell.location());
    }
    is_yes(&cell.text)
}

/// Whether a text says yes.
pub(crate) fn is_yes(written: &str) -> bool {
    YES.contains(&plain(written).as_str())
}

/// The whole number in a cell.
pub(super) fn number(
    cell: Option<&Cell<'_>>,
    least: u32,
    most: u32,
    findings: &mut Findings,
) -> Option<u32> {
    let cell = cell?;
    let number = cell.text.parse().ok().filter(|number| (least..=most).contains(number));
    if number.is_none() {
        let written = shortened(&cell.text);
        let meant = deformed::whole(&cell.text).filter(|number| (least..=most).contains(number));
        let fault = Fault::NumberUnreadable { written, least, most, meant };
        findings.report(fault, cell.location());
    }
    number
}

/// What a cell says of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Importance {
    Core(Level),
    NotCore,
}

/// What a cell says of a subject; `None` where it is empty or unreadable.
pub(super) fn importance(cell: Option<&Cell<'_>>, findings: &mut Findings) -> Option<Importance> {
    let cell = cell?;
    let word = plain(&cell.text);
    if cell.text.contains('?') {
        report_core(cell, findings);
        None
    } else if REQUIRED.contains(&word.as_str()) {
        Some(Importance::Core(Level::Required))
    } else if DESIRED.contains(&word.as_str()) {
        Some(Importance::Core(Level::Desired))
    } else if NO.contains(&word.as_str()) {
        Some(Importance::NotCore)
    } else {
        report_core(cell, findings);
        None
    }
}

fn report_core(cell: &Cell<'_>, findings: &mut Findings) {
    findings.report(Fault::CoreUnknown { written: shortened(&cell.text) }, cell.location());
}

/// The group that an item names: `division:part`, or only a part.
pub(super) fn group(
    item: &str,
    cell: &Cell<'_>,
    names: &mut GroupNames,
    findings: &mut Findings,
) -> Option<Group> {
    let (division, part) = item.split_once(':').unwrap_or(("", item));
    let (division, part) = (division.trim(), part.trim());
    if part.is_empty() || item.trim_start().starts_with(':') {
        findings.report(Fault::GroupIncomplete { written: shortened(item) }, cell.location());
        return None;
    }
    Some(Group {
        division: names.divisions.learn(division, cell, findings),
        part: names.parts.learn(part, cell, findings),
    })
}

/// The time of day in a cell, in minutes after midnight; reports what is none.
pub(super) fn time(cell: Option<&Cell<'_>>, findings: &mut Findings) -> Option<u32> {
    let cell = cell?;
    let time = minutes(&cell.text);
    if time.is_none() {
        findings.report(Fault::TimeUnreadable { written: shortened(&cell.text) }, cell.location());
    }
    time
}

/// `08:00`, `8.00` and `0800`, also with seconds as a spreadsheet writes them.
pub(crate) fn minutes(written: &str) -> Option<u32> {
    let is_short = written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit());
    let (hours, rest) =
        if is_short { written.split_at(2) } else { written.split_once([':', '.'])? };
    let minutes = rest.get(..2)?;
    let seconds = rest.get(2..)?;
    let hours: u32 = hours.trim().parse().ok().filter(|&hours| hours < 24)?;
    let minutes: u32 = minutes.parse().ok().filter(|&minutes| minutes < 60)?;
    (seconds.is_empty() || seconds == ":00" || seconds == ".00").then_some(hours * 60 + minutes)
}
