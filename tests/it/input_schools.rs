//! Whole schools, with what the law makes of them. Those outside the project are looked for beside it, or where
//! `MESTERSKEMA_SHARED` says, and passed over where they are not.

use std::path::PathBuf;

use mesterskema::domain::School;
use mesterskema::input::{Need, load};

fn shared(school: &str) -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let shared = std::env::var_os("MESTERSKEMA_SHARED").map_or_else(beside, PathBuf::from);
    Some(shared.join(school)).filter(|folder| folder.exists())
}

fn load_shared(name: &str) -> Option<School> {
    let folder = shared(name)?;
    let loaded = load(&folder, Need::Apprentices);
    assert!(loaded.school.is_some(), "{:#?}", loaded.diagnostics);
    loaded.school
}

#[test]
fn rows_of_a_generated_school_make_as_many_lessons_as_the_law_says() {
    for (name, lessons) in [("reference/g10", 195), ("reference/g18mon", 380)] {
        match load_shared(name) {
            Some(school) => assert_eq!(school.lessons.len(), lessons, "{name}"),
            None => pass_over(name),
        }
    }
}

#[test]
fn a_real_school_keeps_every_row() {
    let Some(school) = load_shared("real/nl03") else {
        pass_over("real/nl03");
        return;
    };
    let mut rows: Vec<usize> =
        school.lessons.iter().flat_map(|lesson| &lesson.pieces).map(|piece| piece.row).collect();
    rows.sort_unstable();
    rows.dedup();
    assert_eq!(rows.len(), 1156);
}

#[expect(clippy::print_stderr, reason = "whoever runs the tests should know what was not tested")]
fn pass_over(name: &str) {
    eprintln!("{name} is not here: passed over");
}
