//! What was written, in a few lines and for programs.

use itertools::Itertools;
use serde::Serialize;

use super::{Plans, words};
use crate::report::json::written;

/// What was written into `folder`, and in whose plan there is something to look at.
#[must_use]
pub fn text(plans: Plans<'_>, folder: &str, files: &[(String, String)]) -> String {
    let count = |ending: &str| files.iter().filter(|(name, _)| name.ends_with(ending)).count();
    let (sheets, calendars) = (count(".html").saturating_sub(1), count(".ics"));
    let cautions = cautions(plans);
    let pupils = cautions.iter().map(|caution| &caution.pupil).dedup_with_count();
    let pupils = pupils.map(|(count, pupil)| format!("{pupil} ({count})")).join(", ");
    let language = plans.language;
    let lines = [
        Some(words::written(sheets, calendars, folder, language)),
        (calendars == 0).then(|| words::no_calendars(language)),
        (!pupils.is_empty()).then(|| words::to_check(&pupils, language)),
        Some(words::take_care(language)),
    ];
    lines.into_iter().flatten().map(|line| line + "\n").collect()
}

/// The same for programs: `files` and `cautions`, each with `pupil` and `text`.
#[must_use]
pub fn json(plans: Plans<'_>, files: &[(String, String)]) -> String {
    let files = files.iter().map(|(name, _)| name.as_str()).collect();
    written(&Told { files, cautions: cautions(plans) })
}

#[derive(Serialize)]
struct Told<'a> {
    files: Vec<&'a str>,
    cautions: Vec<Caution>,
}

#[derive(Serialize)]
struct Caution {
    pupil: String,
    text: String,
}

fn cautions(plans: Plans<'_>) -> Vec<Caution> {
    let own = |(apprentice, away)| {
        let cautions = plans.placement(apprentice, away).cautions().into_iter();
        cautions.map(move |caution| (apprentice, caution))
    };
    let told = plans.offer.away().flat_map(own).map(|(apprentice, caution)| Caution {
        pupil: apprentice.pupil.to_string(),
        text: words::caution(&caution, plans.language),
    });
    told.collect()
}
