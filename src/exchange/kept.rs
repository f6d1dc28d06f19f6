//! What is kept of the originals beside a school, so that a proposal can go back into them.

use serde_json::Value;

use super::draft::Draft;
use super::original::Original;
use super::placement::Placement;
use super::{Choices, Format, untis};

/// The file that says what the others are.
const ABOUT: &str = "import.json";

/// What is kept: the untouched files, but none that may hold particulars of persons, and what was chosen.
#[must_use]
pub fn kept(format: Format, originals: &[Original], choices: &Choices) -> Vec<Original> {
    let is_kept = |original: &&Original| format != Format::Untis || untis::is_kept(&original.name);
    let mut kept: Vec<Original> = originals.iter().filter(is_kept).cloned().collect();
    let names: Vec<&str> = kept.iter().map(|original| original.name.as_str()).collect();
    let about = serde_json::json!({
        "format": format.name(),
        "files": names,
        "solution": choices.solution,
        "map": choices.map.as_ref().map(|map| map.name.as_str()),
    });
    kept.extend(choices.map.clone());
    kept.push(Original { name: ABOUT.to_owned(), bytes: format!("{about:#}\n").into_bytes() });
    kept
}

/// The files that were kept of an import of `format`, in their order, and what was chosen then.
pub(super) fn open(format: Format, originals: &[Original]) -> Option<(Choices, Vec<Original>)> {
    let about = originals.iter().find(|original| original.name == ABOUT)?;
    let about: Value = serde_json::from_slice(&about.bytes).ok()?;
    if about["format"].as_str() != Some(format.name()) {
        return None;
    }
    let solution = about["solution"].as_str().map(ToOwned::to_owned);
    let named = about["files"].as_array()?.iter().filter_map(Value::as_str);
    let of_name = |name: &str| originals.iter().find(|original| original.name == name).cloned();
    let map = about["map"].as_str().and_then(of_name);
    let files = named.map(of_name);
    Some((Choices { solution, map }, files.collect::<Option<Vec<Original>>>()?))
}

/// The first line of `timetable.csv` that says something else than the originals.
pub(super) fn first_difference(draft: &Draft, placements: &[Placement]) -> Option<u32> {
    let longest = draft.rows.len().max(placements.len());
    let is_same = |place: &usize| {
        let pair = draft.rows.get(*place).zip(placements.get(*place));
        pair.is_some_and(|(row, placement)| {
            row.start == placement.from
                && row.length == placement.length
                && row.subject == placement.subject
                && row.classes == placement.classes
                && row.rooms.iter().eq(placement.rooms.iter().map(|(old, _)| old))
        })
    };
    let different = (0..longest).find(|place| !is_same(place))?;
    u32::try_from(different + 2).ok()
}
