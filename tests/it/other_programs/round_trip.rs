//! Whatever a proposal moves goes back into the file that the school came from, and is the same when it comes again; where
//! nothing moves, the file is the same bytes.

use std::fs;
use std::path::Path;

use mesterskema::diagnostic::Diagnostic;
use mesterskema::domain::{Proposal, School, Slot, Timetable};
use mesterskema::export::csv::Lines;
use mesterskema::export::{Exported, Request, Target, export};
use mesterskema::import::{Choices, Format, Original, import, kept};
use mesterskema::input::{Need, Sheet, load};
use proptest::prelude::*;
use proptest::sample::Index;

use super::{fixture, original, rows, told_rows_only};

use crate::cases::cases;

/// A format's own file, and those beside it that still hold when it is written anew.
const SCHOOLS: [(Format, &str, &[&str]); 6] = [
    (Format::Untis, "untis/GPU001.TXT", &["untis/GPU002.TXT", "untis/GPU005.TXT"]),
    (Format::Asc, "asc/lille.xml", &[]),
    (Format::Asc, "asc/rig.xml", &[]),
    (Format::Fet, "fet/lille.fet", &[]),
    (Format::Xhstt, "xhstt/lille.xml", &[]),
    (Format::Table, "table/skema.csv", &[]),
];

fn file(name: &str) -> Original {
    original(name.rsplit('/').next().unwrap(), &fs::read(fixture(name)).unwrap())
}

fn choices() -> Choices {
    Choices { map: Some(file("table/map.toml")), ..Choices::default() }
}

/// Any sheet: only workbooks look at it.
fn sheet() -> Sheet {
    let lille = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools/lille");
    load(&lille, Need::TimetableOnly).sheet.unwrap()
}

/// What becomes of the files when the rows of a school are where `timetable` has them.
pub(super) fn written(
    format: Format,
    files: &[Original],
    school: &School,
    timetable: Timetable,
) -> Exported {
    let kept = kept(format, files, &choices());
    tried(format, &kept, school, timetable).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// The same without a map, for a school in which nothing moves.
pub(super) fn written_alone(format: Format, files: &[Original], school: &School) -> Vec<u8> {
    let kept = kept(format, files, &Choices::default());
    let written = tried(format, &kept, school, school.baseline());
    written.unwrap_or_else(|faults| panic!("{faults:?}")).file
}

fn tried(
    format: Format,
    originals: &[Original],
    school: &School,
    timetable: Timetable,
) -> Result<Exported, Vec<Diagnostic>> {
    let proposal = Proposal { timetable, away: Vec::new() };
    let (sheet, sheets) = (sheet(), []);
    let request = Request {
        school,
        sheet: &sheet,
        proposal: &proposal,
        originals,
        sheets: &sheets,
        changes: &Lines::default(),
        away: None,
        weeks: &[],
    };
    export(Target::Original(format), &request)
}

/// A starting time for every activity of the task: the file that an export of the unchanged school writes.
fn started(files: &mut [Original]) {
    let task = [files[0].clone(), file("fet/lille_activities.xml")];
    let school = import(Format::Fet, &task, &choices()).school.unwrap();
    files[0].bytes = written(Format::Fet, &task, &school, school.baseline()).file;
}

fn school_of(place: usize) -> (Format, Vec<Original>) {
    let (format, own, beside) = SCHOOLS[place];
    let mut files: Vec<Original> =
        std::iter::once(&own).chain(beside).map(|name| file(name)).collect();
    if format == Format::Fet {
        started(&mut files);
    }
    (format, files)
}

/// Moves a lesson, and with it the rows that are parts of the same thing in the file.
pub(super) fn move_rows(school: &mut School, which: Index, to: Index) {
    let free: Vec<usize> =
        (0..school.lessons.len()).filter(|&place| !school.lessons[place].locked).collect();
    if free.is_empty() {
        return;
    }
    let moved = school.lessons[free[which.index(free.len())]].clone();
    let slots: Vec<Slot> = school.grid.slots().collect();
    let to = slots[to.index(slots.len())];
    let fits = |offset: u8| to.later(offset).is_some_and(|slot| school.grid.contains(slot));
    if !(0..moved.length()).all(fits) {
        return;
    }
    let is_part =
        |name: &str, start: Option<Slot>| name == moved.name.as_str() && start == moved.start;
    for lesson in &mut school.lessons {
        if is_part(lesson.name.as_str(), lesson.start) {
            lesson.start = Some(to);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 100, ..cases(120) })]

    #[test]
    fn whatever_moves_goes_back_and_comes_again_the_same(
        place in 0..SCHOOLS.len(),
        moves in prop::collection::vec((any::<Index>(), any::<Index>()), 0..6),
    ) {
        let (format, mut files) = school_of(place);
        let school = import(format, &files, &choices()).school.unwrap();
        let mut moved = school.clone();
        for &(which, to) in &moves {
            move_rows(&mut moved, which, to);
        }
        let back = written(format, &files, &school, moved.baseline()).file;
        if moved == school {
            prop_assert!(back == files[0].bytes, "{} is not as it was", format.name());
        }
        files[0].bytes = back;
        let again = import(format, &files, &choices()).school.unwrap();
        let sorted = |school: &School| {
            // A list without groups tells them by what lies side by side.
            let tell = if format == Format::Table { told_rows_only } else { rows };
            let mut rows: Vec<String> = tell(school);
            rows.sort();
            rows
        };
        prop_assert_eq!(sorted(&again), sorted(&moved), "{}", format.name());
    }

    #[test]
    fn a_kept_file_that_was_damaged_since_is_written_or_refused(
        place in 0..SCHOOLS.len(),
        which in any::<Index>(),
        at in any::<Index>(),
        cut in 0..40_usize,
        with in prop::collection::vec(any::<u8>(), 0..12),
        moves in prop::collection::vec((any::<Index>(), any::<Index>()), 0..3),
    ) {
        let (format, files) = school_of(place);
        let school = import(format, &files, &choices()).school.unwrap();
        let mut moved = school.clone();
        for &(lesson, to) in &moves {
            move_rows(&mut moved, lesson, to);
        }
        let mut kept = kept(format, &files, &choices());
        let place = which.index(kept.len());
        let damaged = &mut kept[place].bytes;
        let at = at.index(damaged.len());
        damaged.splice(at..(at + cut).min(damaged.len()), with);
        if let Err(faults) = tried(format, &kept, &school, moved.baseline()) {
            prop_assert!(!faults.is_empty(), "refused without a word");
        }
    }
}
