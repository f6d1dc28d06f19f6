//! Which alternative each apprentice is given: what `solution.json` says, else the only one.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostic::{Fault, Location};
use crate::domain::{Apprentice, School};
use crate::input::away;
use crate::input::cells::decode::decode;
use crate::input::cells::fence::fenced;
use crate::input::cells::findings::Findings;
use crate::input::cells::folder::Folder;
use crate::input::cells::personal_number;
use crate::input::cells::text::fold;

pub(super) const FILE: &str = "solution.json";

/// The part of the answer that is needed here.
#[derive(Deserialize)]
struct Solution {
    #[serde(default)]
    away: Vec<Given>,
}

#[derive(Deserialize)]
struct Given {
    pupil: String,
    away: String,
}

/// For each apprentice the place of the chosen alternative; `None` if any is not known.
pub(super) fn read(
    school: &School,
    folder: &Folder,
    findings: &mut Findings,
) -> Option<Vec<usize>> {
    let given = read_given(folder, findings);
    let chosen: Vec<Option<usize>> =
        school.apprentices.iter().map(|apprentice| choose(apprentice, &given, findings)).collect();
    chosen.into_iter().collect()
}

/// The file as it is now, to see whether it is another later; it is the last of an answer that is written.
pub(super) fn written(folder: &Folder) -> Option<Vec<u8>> {
    folder.read(FILE, &mut Findings::default()).map(|(_, bytes)| bytes)
}

/// What the file says, by folded pupil key.
fn read_given(folder: &Folder, findings: &mut Findings) -> BTreeMap<String, String> {
    let Some((file, bytes)) = folder.read(FILE, findings) else { return BTreeMap::new() };
    let Some(text) = decode(file, &bytes, findings) else { return BTreeMap::new() };
    let read = fenced(|| serde_json::from_str::<Solution>(&text));
    let (reason, location) = match read {
        Some(Ok(solution)) => return solution.away.into_iter().map(Given::struck).collect(),
        Some(Err(error)) => {
            let line = u32::try_from(error.line()).unwrap_or_default();
            (error.to_string(), Location::line(file, line))
        }
        None => ("…".to_owned(), Location::file(file)),
    };
    findings.report(Fault::SolutionUnreadable { reason: struck(reason) }, location);
    BTreeMap::new()
}

impl Given {
    /// The folded key and the alternative, without personal numbers: a key of the school has none.
    fn struck(self) -> (String, String) {
        (fold(&struck(self.pupil)), struck(self.away))
    }
}

fn struck(mut text: String) -> String {
    personal_number::strike(&mut text);
    text
}

fn choose(
    apprentice: &Apprentice,
    given: &BTreeMap<String, String>,
    findings: &mut Findings,
) -> Option<usize> {
    let pupil = apprentice.pupil.to_string();
    let fault = match given.get(&fold(&pupil)) {
        None if apprentice.alternatives.len() == 1 => return Some(0),
        None => Fault::AwayUnchosen { pupil },
        Some(written) => match away::position(&apprentice.alternatives, written) {
            Some(location) => return Some(location),
            None => Fault::AwayUnknown { pupil, written: written.clone() },
        },
    };
    findings.report(fault, Location::file(FILE));
    None
}
