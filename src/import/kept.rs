//! What is kept of the originals beside a school, so that a proposal can go back into them.

use serde_json::Value;

use super::original::Original;
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

/// Whether files were kept of an import.
pub(crate) fn is_kept(originals: &[Original]) -> bool {
    originals.iter().any(|original| original.name == ABOUT)
}

/// The files that were kept of an import of `format`, in their order, and what was chosen then.
pub(crate) fn open(format: Format, originals: &[Original]) -> Option<(Choices, Vec<Original>)> {
    let about = originals.iter().find(|original| original.name == ABOUT)?;
    let about: Value = serde_json::from_slice(&about.bytes).ok()?;
    if about["format"].as_str() != Some(format.name()) {
        return None;
    }
    let solution = about["solution"].as_str().map(ToOwned::to_owned);
    let named = about["files"].as_array()?.iter().filter_map(Value::as_str);
    let of_name = |name: &str| originals.iter().find(|original| original.name == name).cloned();
    let map = about["map"].as_str().and_then(of_name);
    let files = named.map(of_name).collect::<Option<Vec<Original>>>()?;
    (!files.is_empty()).then_some((Choices { solution, map }, files))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_that_names_no_file_is_none() {
        let about = |files: &str| Original {
            name: ABOUT.to_owned(),
            bytes: format!("{{\"format\": \"asc\", \"files\": {files}}}").into_bytes(),
        };
        let file = Original { name: "a.xml".to_owned(), bytes: Vec::new() };
        assert!(open(Format::Asc, &[about("[]"), file.clone()]).is_none());
        assert!(open(Format::Asc, &[about("[\"a.xml\"]"), file.clone()]).is_some());
        assert!(open(Format::Fet, &[about("[\"a.xml\"]"), file]).is_none());
    }
}
