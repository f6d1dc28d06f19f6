//! Rooms that a proposal exchanges, in every format that is written back.

use std::fs;

use mesterskema::domain::Proposal;
use mesterskema::export::csv::Lines;
use mesterskema::export::{Request, Target, export};
use mesterskema::import::collect;

use super::{decide, fixture, imported, loaded, rows};

/// Exchanges a room of the first lesson that has one of a kind, and says what the format makes of it.
fn exchanged(format: &str, files: &[&str], class: &str) {
    let paths: Vec<_> = files.iter().map(|file| fixture(file)).collect();
    let paths: Vec<_> = paths.iter().map(AsRef::as_ref).collect();
    let (made, folder, told) = imported(format, &paths, &[]);
    decide(&folder, &told, &[], class, "fri");
    let read = loaded(&folder);
    let (mut school, sheet) = (read.school.unwrap(), read.sheet.unwrap());
    let mut timetable = school.baseline();
    let kind = |room| school.rooms.get(room)?.kind.clone();
    let (lesson, old) = school
        .lessons
        .iter()
        .enumerate()
        .find_map(|(place, lesson)| {
            Some((place, lesson.rooms().into_iter().find(|room| kind(room).is_some())?.clone()))
        })
        .unwrap();
    let new =
        school.rooms.keys().find(|room| **room != old && kind(room) == kind(&old)).unwrap().clone();
    timetable.bookings[lesson].as_mut().unwrap().exchanged.insert(old.clone(), new.clone());
    let away = vec![0; school.apprentices.len()];
    let originals = collect(&[folder.join("original")]).unwrap();
    let proposal = Proposal { timetable, away };
    let request = Request {
        school: &school,
        sheet: &sheet,
        proposal: &proposal,
        originals: &originals,
        sheets: &[],
        changes: &Lines::default(),
        away: None,
        weeks: &[],
    };
    let target = Target::ALL.into_iter().find(|target| target.name() == format).unwrap();
    let written = export(target, &request).unwrap();
    let back = made.path().join("back");
    fs::create_dir(&back).unwrap();
    for path in &paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // A solution beside a task would say again what was.
        if !name.ends_with("_activities.xml") {
            fs::copy(path, back.join(name)).unwrap();
        }
    }
    let main = paths[0].file_name().unwrap();
    fs::write(back.join(main), written.file).unwrap();
    let (_again, again, told) = imported(format, &[&back], &[]);
    decide(&again, &told, &[], class, "fri");
    for piece in &mut school.lessons[lesson].pieces {
        for room in piece.rooms.iter_mut().filter(|room| **room == old) {
            *room = new.clone();
        }
    }
    assert_eq!(rows(&loaded(&again).school.unwrap()), rows(&school), "{format}");
}

#[test]
fn an_exchanged_room_goes_back_to_untis() {
    exchanged("untis", &["untis/GPU001.TXT", "untis/GPU002.TXT", "untis/GPU005.TXT"], "8A");
}

#[test]
fn an_exchanged_room_goes_back_to_fet() {
    exchanged("fet", &["fet/lille.fet", "fet/lille_activities.xml"], "8A");
}

#[test]
fn an_exchanged_room_goes_back_to_asc() {
    exchanged("asc", &["asc/lille.xml"], "8.A");
}
