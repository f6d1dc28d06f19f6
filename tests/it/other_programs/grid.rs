//! Grids of days and periods, as schools keep them in Excel: every shipped school laid out in several ways comes back.

mod as_people_write;
mod overviews;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use itertools::Itertools as _;
use mesterskema::domain::{Day, Lesson, Period, Piece, School, Slot, Weeks};
use mesterskema::import::{Choices, Format, Original, Reading, import, recognise};
use mesterskema::input::{Need, load};
use rust_xlsxwriter::{Format as CellFormat, Workbook, Worksheet};

use super::{imported, original, read, said};

const DAYS: [[&str; 5]; 2] =
    [["Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag"], ["Mån", "Tis", "Ons", "Tors", "Fre"]];

/// What a class has in a period of a week: subject, teachers and rooms of each lesson.
type Taught = BTreeMap<(String, Slot, String), BTreeSet<[String; 3]>>;

fn school(name: &str) -> School {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools").join(name);
    load(&folder, Need::TimetableOnly).outline.unwrap()
}

fn shipped() -> Vec<(&'static str, School)> {
    ["lille", "paket", "praktik", "skovby", "yrkes"].map(|name| (name, school(name))).into()
}

fn pieces(school: &School) -> impl Iterator<Item = (Slot, &Lesson, &Piece)> {
    let placed = school.lessons.iter().filter_map(|lesson| Some((lesson.start?, lesson)));
    placed.flat_map(|(start, lesson)| {
        lesson
            .pieces
            .iter()
            .filter_map(move |piece| Some((start.later(piece.offset)?, lesson, piece)))
    })
}

fn words(piece: &Piece) -> [String; 3] {
    let sorted = |names: Vec<String>| names.into_iter().sorted().join("+");
    [
        piece.subject.to_string(),
        sorted(piece.teachers.iter().map(ToString::to_string).collect()),
        sorted(piece.rooms.iter().map(ToString::to_string).collect()),
    ]
}

fn taught(school: &School) -> Taught {
    let mut taught = Taught::new();
    for (slot, _, piece) in pieces(school) {
        let weeks: Vec<String> =
            piece.weeks.iter().map(|week| school.weeks[usize::from(week.0)].to_string()).collect();
        for (class, week) in piece.classes.iter().cartesian_product(&weeks) {
            let key = (class.to_string(), slot, week.clone());
            taught.entry(key).or_default().insert(words(piece));
        }
    }
    taught
}

/// What stands in a class's cell of a slot, the lessons in the order of their rows.
fn cells(
    school: &School,
    write: impl Fn(&Piece) -> String,
    between: &str,
) -> BTreeMap<(String, Slot), String> {
    let mut cells: BTreeMap<(String, Slot), Vec<String>> = BTreeMap::new();
    for (slot, _, piece) in pieces(school).sorted_by_key(|(_, _, piece)| piece.row) {
        let mut text = write(piece);
        if let Some(group) = &piece.group {
            write!(text, " ({})", group.part).unwrap();
        }
        if school.weeks.len() > 1 && piece.weeks != Weeks::all(school.weeks.len()) {
            let week = piece.weeks.iter().map(|week| &school.weeks[usize::from(week.0)]).join("+");
            let word = if week.len() == 1 { "uge " } else { "" };
            write!(text, " {word}{week}").unwrap();
        }
        for class in &piece.classes {
            let cell = cells.entry((class.to_string(), slot)).or_default();
            if !cell.contains(&text) {
                cell.push(text.clone());
            }
        }
    }
    cells.into_iter().map(|(key, texts)| (key, texts.join(between))).collect()
}

fn joined(words: [String; 3], sign: &str) -> String {
    words.into_iter().filter(|word| !word.is_empty()).join(sign)
}

fn last_period(school: &School) -> u8 {
    pieces(school).map(|(slot, ..)| slot.period.0).max().unwrap()
}

/// The place of a day among others, from 1.
fn across(day: Day) -> u8 {
    let position = Day::ALL.iter().position(|other| *other == day).unwrap();
    u8::try_from(position + 1).unwrap()
}

fn put(sheet: &mut Worksheet, row: u8, column: u8, text: &str) {
    sheet.write(u32::from(row), u16::from(column), text).unwrap();
}

/// A sheet for each class: a title, days across, lunch after the fourth period, doubles as merged cells.
fn sheets(school: &School) -> Original {
    let cells = cells(school, |piece| joined(words(piece), " "), " / ");
    let mut book = Workbook::new();
    for class in school.classes.keys().map(ToString::to_string) {
        let sheet = book.add_worksheet().set_name(class.replace('/', "-")).unwrap();
        put(sheet, 0, 0, &format!("Skema for {class} – skoleåret 2026/27"));
        for (column, day) in (1..).zip(DAYS[0]) {
            put(sheet, 2, column, day);
        }
        let row = |period: u8| 2 + period + u8::from(period > 4);
        for period in 1..=last_period(school) {
            put(sheet, row(period), 0, &format!("{period}. lektion"));
        }
        put(sheet, 7, 0, "Frokost");
        let own = cells.iter().filter(|((own, _), _)| *own == class);
        let runs = own.chunk_by(|((_, slot), text)| (slot.day, (*text).clone(), slot.period.0 > 4));
        for ((day, text, _), run) in &runs {
            let periods: Vec<u8> = run.map(|((_, slot), _)| slot.period.0).collect();
            let column = across(day);
            let (first, last) = (periods[0], *periods.last().unwrap());
            if first == last || usize::from(last - first) + 1 != periods.len() {
                for period in periods {
                    put(sheet, row(period), column, &text);
                }
            } else {
                let (top, bottom) = (u32::from(row(first)), u32::from(row(last)));
                let column = u16::from(column);
                sheet.merge_range(top, column, bottom, column, &text, &CellFormat::new()).unwrap();
            }
        }
    }
    Original { name: "skema.xlsx".to_owned(), bytes: book.save_to_buffer().unwrap() }
}

/// All classes beneath one another in a CSV file, with times instead of numbers and a line for each word.
fn stacked(school: &School) -> Original {
    let cells = cells(school, |piece| joined(words(piece), "\n"), "\n\n");
    let mut text = String::new();
    for class in school.classes.keys() {
        writeln!(text, "{class};{}", DAYS[1].join(";")).unwrap();
        for period in 1..=last_period(school) {
            let time = |minutes: u16| format!("{:02}.{:02}", minutes / 60, minutes % 60);
            let start = 480 + 50 * u16::from(period);
            write!(text, "{}-{}", time(start), time(start + 45)).unwrap();
            for day in Day::ALL.into_iter().take(5) {
                let slot = Slot::new(day, Period(period));
                let cell = cells.get(&(class.to_string(), slot)).map_or("", String::as_str);
                write!(text, ";\"{cell}\"").unwrap();
            }
            text += "\n";
        }
        text += "\n";
    }
    original("alle klasser.csv", text.as_bytes())
}

/// A sheet for each class with periods across and days down; the teacher in brackets.
fn turned(school: &School) -> Original {
    let write = |piece: &Piece| {
        let [subject, teachers, rooms] = words(piece);
        let teachers = if teachers.is_empty() { String::new() } else { format!(" ({teachers})") };
        let rooms = if rooms.is_empty() { String::new() } else { format!(", {rooms}") };
        format!("{subject}{teachers}{rooms}")
    };
    let cells = cells(school, write, " + ");
    let mut book = Workbook::new();
    for class in school.classes.keys().map(ToString::to_string) {
        let sheet =
            book.add_worksheet().set_name(format!("Klasse {}", class.replace('/', "-"))).unwrap();
        for period in 1..=last_period(school) {
            put(sheet, 0, period, &period.to_string());
        }
        for (row, day) in (1..).zip(DAYS[0]) {
            put(sheet, row, 0, day);
        }
        for ((_, slot), text) in cells.iter().filter(|((own, _), _)| *own == class) {
            put(sheet, across(slot.day), slot.period.0, text);
        }
    }
    Original { name: "skema.xlsx".to_owned(), bytes: book.save_to_buffer().unwrap() }
}

fn understood(file: Original) -> (School, Reading) {
    let originals = [file];
    assert_eq!(recognise(&originals), Ok(Format::Grid));
    let import = read(Format::Grid, &originals);
    assert_eq!(import.ledger.rejected, []);
    (import.school.unwrap(), import.reading.unwrap())
}

#[test]
fn every_shipped_school_comes_back_from_grids_in_three_layouts() {
    for (name, school) in shipped() {
        let expected = taught(&school);
        for (layout, file) in [
            ("sheets", sheets(&school)),
            ("stacked", stacked(&school)),
            ("turned", turned(&school)),
        ] {
            let (back, reading) = understood(file);
            let found = taught(&back);
            let right =
                expected.iter().filter(|(key, words)| found.get(key) == Some(words)).count();
            assert!(
                right * 100 >= expected.len() * 98,
                "{name} {layout}: {right} of {}",
                expected.len()
            );
            assert_eq!(
                found.keys().filter(|key| !expected.contains_key(key)).count(),
                0,
                "{name} {layout}"
            );
            // What is not right is among what is said not to be sure.
            assert!(expected.len() - right <= reading.unsure, "{name} {layout}");
        }
    }
}

/// A grid of one class in CSV.
fn grid(rows: &[&str]) -> Original {
    let text = rows.join("\n");
    original("8A.csv", format!("8.A;Mandag;Tirsdag;Onsdag\n{text}\n").as_bytes())
}

fn rows(file: &Original) -> Vec<String> {
    let import = read(Format::Grid, std::slice::from_ref(file));
    let school = import.school.unwrap_or_else(|| panic!("{:?}", said_of(file)));
    let line = |(slot, _, piece): (Slot, &Lesson, &Piece)| {
        let group =
            piece.group.as_ref().map_or_else(String::new, |group| format!(" {}", group.part));
        let weeks =
            piece.weeks.iter().map(|week| school.weeks[usize::from(week.0)].to_string()).join("");
        let classes = piece.classes.iter().join("+");
        format!(
            "{classes} {:?} {} {}{group} {weeks}",
            slot.day,
            slot.period.0,
            words(piece).join(" ")
        )
        .trim_end()
        .to_owned()
    };
    pieces(&school).map(line).collect()
}

fn said_of(file: &Original) -> Vec<(&'static str, Option<u32>)> {
    said(&read(Format::Grid, std::slice::from_ref(file)))
}

#[test]
fn the_same_timetable_in_a_workbook_and_in_text_is_the_same_rows() {
    let of = |name: &str| {
        rows(&original(name, &std::fs::read(super::fixture("grid").join(name)).unwrap()))
    };
    let [workbook, text] = ["skema.xlsx", "skema.csv"].map(of);
    assert_eq!(workbook.len(), 55);
    let plain = |rows: Vec<String>| {
        rows.into_iter().map(|row| row.replace("8.", "8")).sorted().collect_vec()
    };
    assert_eq!(plain(workbook), plain(text));
}

#[test]
fn lessons_side_by_side_are_for_parts_of_the_class_and_a_band() {
    let file =
        grid(&["1;DAN AB L8;TYS CD L8 / FRA EF L9;MAT GH L8", "2;MAT GH L8;DAN AB L8;DAN AB L8"]);
    let import = read(Format::Grid, std::slice::from_ref(&file));
    let school = import.school.unwrap();
    let band: Vec<&Lesson> =
        school.lessons.iter().filter(|lesson| lesson.pieces[0].group.is_some()).collect();
    assert_eq!(band.len(), 2);
    assert_eq!(band[0].name, band[1].name);
    let groups = band.iter().map(|lesson| lesson.pieces[0].group.clone().unwrap());
    assert_eq!(
        groups.map(|group| format!("{}:{}", group.division, group.part)).sorted().collect_vec(),
        ["FRA/TYS:FRA", "FRA/TYS:TYS"]
    );
    assert_eq!(said_of(&file), [("parts-made", Some(2))]);
}

#[test]
fn weeks_and_groups_in_words_are_read() {
    let file = grid(&[
        "1;BIO AB N1 lige uge / GEO CD L8 ulige uge;DAN EF L8;DAN EF L8",
        "2;MAT GH L8 (hold 1) / NAT IJ N1 (hold 2);DAN EF L8;MAT GH L8",
    ]);
    let found = rows(&file);
    assert!(found.contains(&"8.A Mon 1 BIO AB N1 lige".to_owned()), "{found:?}");
    assert!(found.contains(&"8.A Mon 1 GEO CD L8 ulige".to_owned()), "{found:?}");
    assert!(found.iter().any(|row| row.starts_with("8.A Mon 2 MAT GH L8 1 ")), "{found:?}");
}

#[test]
fn what_stands_beside_no_period_is_told_with_its_place() {
    let file = grid(&[
        "1;DAN AB L8;MAT CD L8;DAN AB L8",
        "2;MAT CD L8;DAN AB L8;MAT CD L8",
        "Husk!;fotograf;;",
    ]);
    assert_eq!(said_of(&file), [("cell-beside-periods", Some(4))]);
    let import = read(Format::Grid, &[file]);
    assert_eq!(import.ledger.rejected[0].location.letters().as_deref(), Some("B"));
    assert_eq!(import.ledger.used, 6);
}

#[test]
fn a_map_corrects_a_word_and_whose_a_grid_is() {
    let text = "Rød;Mandag;Tirsdag;Onsdag\n1;QQQ WWW;QQQ WWW;QQQ WWW\n2;QQQ WWW;;\n";
    let file = original("blå.csv", text.as_bytes());
    let told = |map: &str| {
        let choices =
            Choices { map: Some(original("map.toml", map.as_bytes())), ..Choices::default() };
        let school = import(Format::Grid, std::slice::from_ref(&file), &choices).school.unwrap();
        let (_, lesson, piece) = pieces(&school).next().unwrap();
        assert_eq!(lesson.pieces.len(), 1);
        (piece.classes.iter().join("+"), words(piece).join(" "))
    };
    assert_eq!(told(""), ("Rød".to_owned(), "QQQ WWW ".to_owned()));
    let corrected = told("[words]\nQQQ = \"teacher\"\nWWW = \"subject\"\n");
    assert_eq!(corrected, ("Rød".to_owned(), "WWW QQQ ".to_owned()));
    let owned =
        told("[grids]\n\"rød\" = \"teacher\"\n[words]\nQQQ = \"subject\"\nWWW = \"class\"\n");
    assert_eq!(owned, ("WWW".to_owned(), "QQQ Rød ".to_owned()));
}

#[test]
fn teachers_grids_give_classes_what_their_own_leave_out() {
    let mut book = Workbook::new();
    let mut sheet = |name: &str, cells: &[[&str; 3]]| {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (column, day) in (1..).zip(DAYS[0].into_iter().take(3)) {
            put(sheet, 0, column, day);
        }
        for (row, cells) in (1..).zip(cells) {
            put(sheet, row, 0, &row.to_string());
            for (column, cell) in (1..).zip(cells) {
                put(sheet, row, column, cell);
            }
        }
    };
    sheet("8.A", &[["DAN", "MAT", "DAN"], ["MAT", "DAN", "ENG"]]);
    sheet("8.B", &[["MAT", "DAN", "MAT"], ["DAN", "ENG", "DAN"]]);
    sheet(
        "KLP",
        &[["DAN 8.A L1", "DAN 8.B L2", "DAN 8.A L1"], ["DAN 8.B L2", "DAN 8.A L1", "DAN 8.B L2"]],
    );
    sheet(
        "JNP",
        &[["MAT 8.B L2", "MAT 8.A L1", "MAT 8.B L2"], ["MAT 8.A L1", "ENG 8.B L2", "ENG 8.A L1"]],
    );
    let file = Original { name: "begge.xlsx".to_owned(), bytes: book.save_to_buffer().unwrap() };
    let found = rows(&file);
    assert_eq!(found.len(), 12, "{found:?}");
    assert!(found.contains(&"8.A Mon 1 DAN KLP L1".to_owned()), "{found:?}");
    assert!(found.contains(&"8.A Wed 2 ENG JNP L1".to_owned()), "{found:?}");
    assert_eq!(said_of(&file), []);
}

#[test]
fn the_program_imports_grids_without_being_told_what_they_are() {
    let made = tempfile::tempdir().unwrap();
    let file = sheets(&school("lille"));
    let path: PathBuf = made.path().join(&file.name);
    std::fs::write(&path, &file.bytes).unwrap();
    let (_kept, folder, answer) = imported("", &[&path], &["--language", "da"]);
    assert_eq!(answer["format"], "grid");
    assert_eq!(answer["rows"]["rejected"], 0);
    assert_eq!(answer["reading"]["grids"].as_array().unwrap().len(), school("lille").classes.len());
    assert_eq!(
        taught(&load(&folder, Need::TimetableOnly).outline.unwrap()),
        taught(&school("lille"))
    );
}

/// Solves a school made of a file of grids, and puts the proposal back into the file; the new file.
fn there_and_back(file: &Path, out: &str, class: &str) -> (tempfile::TempDir, PathBuf) {
    let more = ["--core", "DAN,MAT", "--desired", "ENG"];
    let (made, school, told) = imported("", &[file], &more);
    assert_eq!(told["format"], "grid", "{told}");
    std::fs::write(school.join("apprentices.csv"), format!("pupil;class;away\n1;{class};thu\n"))
        .unwrap();
    let (answer, solution) = super::solved(&school);
    assert_eq!(solution["status"], "optimal");
    assert!(solution["changed_lessons"].as_u64().unwrap() > 0);
    let back = made.path().join(out);
    assert_eq!(super::exported("grid", &answer, &school, &back).status.code(), Some(0));
    let (_again, again, _) = imported("", &[&back], &more);
    let proposal = load(&answer, Need::TimetableOnly).outline.unwrap();
    let found = load(&again, Need::TimetableOnly).outline.unwrap();
    assert_eq!(
        super::rows(&found).into_iter().sorted().collect_vec(),
        super::rows(&proposal).into_iter().sorted().collect_vec()
    );
    (made, back)
}

#[test]
fn a_proposal_goes_back_into_the_workbook_with_changed_cells_marked() {
    let file = super::fixture("grid/skema.xlsx");
    let (_made, back) = there_and_back(&file, "ny.xlsx", "8.A");
    let part = |path: &Path, name: &str| {
        let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
        std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
    };
    // The sheet of the class that nobody leaves is the same bytes, the other keeps its widths and its title.
    let sheet = |path, number| part(path, &format!("xl/worksheets/sheet{number}.xml"));
    assert_eq!(sheet(&file, 2), sheet(&back, 2));
    let changed = sheet(&back, 1);
    assert!(changed.contains("<cols>") && changed.contains("inlineStr"));
    assert!(part(&back, "xl/styles.xml").contains("FFFFEB9C"));
    let count = |text: &str| text.matches("<mergeCell ").count();
    assert!(count(&changed) < count(&sheet(&file, 1)), "a double lesson was divided");
}

#[test]
fn a_proposal_goes_back_into_text_in_its_own_letters() {
    let file = super::fixture("grid/skema.csv");
    let (_made, back) = there_and_back(&file, "ny.csv", "8A");
    let [old, new] = [&file, &back].map(|path| std::fs::read(path).unwrap());
    let lines = |bytes: &[u8]| encoding_rs::WINDOWS_1252.decode(bytes).0.matches('\n').count();
    assert_eq!(lines(&old), lines(&new));
}

#[test]
fn grids_in_which_nothing_moves_are_the_same_bytes() {
    for name in ["skema.xlsx", "skema.csv"] {
        let files = [original(name, &std::fs::read(super::fixture("grid").join(name)).unwrap())];
        let school = read(Format::Grid, &files).school.unwrap();
        let written = super::round_trip::written_alone(Format::Grid, &files, &school);
        assert!(written == files[0].bytes, "{name}");
    }
}

#[test]
fn what_is_the_same_in_the_sheets_of_every_week_is_one_lesson() {
    let mut book = Workbook::new();
    for (week, last) in [("A", "HIS AB L8"), ("B", "GEO CD L8")] {
        let sheet = book.add_worksheet().set_name(format!("8.A uge {week}")).unwrap();
        for (column, letter) in (1..).zip("MTOTF".chars()) {
            put(sheet, 0, column, &letter.to_string());
        }
        for (row, cells) in (1..).zip([["DAN AB L8"; 5], [last; 5]]) {
            put(sheet, row, 0, &format!("{row}."));
            for (column, cell) in (1..).zip(cells) {
                put(sheet, row, column, cell);
            }
        }
    }
    let file = Original { name: "uger.xlsx".to_owned(), bytes: book.save_to_buffer().unwrap() };
    let found = rows(&file);
    assert_eq!(found.len(), 15, "{found:?}");
    assert!(found.contains(&"8.A Fri 1 DAN AB L8 AB".to_owned()), "{found:?}");
    assert!(found.contains(&"8.A Mon 2 GEO CD L8 B".to_owned()), "{found:?}");
}

#[test]
fn a_reading_shows_no_personal_number_and_its_map_is_toml() {
    let file = grid(&[
        "1;DAN 311299-0001 L8;MAT CD L8;DAN AB L8",
        "2;MAT CD L8;DAN AB L8;MAT\u{7f} CD L8",
    ]);
    let twice =
        original("to.csv", &[file.bytes.clone(), b"\n".to_vec(), file.bytes.clone()].concat());
    let files = [twice];
    let import = read(Format::Grid, &files);
    assert!(
        said(&import).iter().any(|(code, _)| *code == "personal-number"),
        "{:?}",
        said(&import)
    );
    let (map, ledger) = mesterskema::import::propose(
        Format::Grid,
        &files,
        &Choices::default(),
        mesterskema::domain::Language::Danish,
    );
    let map = map.unwrap();
    assert!(map.parse::<toml::Table>().is_ok() && !map.contains("311299"), "{map}");
    let shown = format!("{:?}{:?}", import.reading, ledger.shown());
    assert!(!shown.contains("311299"), "{shown}");
}

#[test]
fn what_moved_costs_as_much_beside_an_export_as_in_the_answer() {
    let (_made, school, _) =
        imported("", &[&super::fixture("grid/skema.xlsx")], &["--core", "DAN,MAT"]);
    let answer = school.parent().unwrap().join("answer");
    let [from, to] = [&school, &answer].map(|path| path.to_str().unwrap());
    // The apprentice stands in no file of the school.
    let solved = super::run(&["solve", from, "--apprentice", "8.A thu", "--out", to]);
    assert_eq!(solved.status.code(), Some(0));
    let back = school.parent().unwrap().join("ny.xlsx");
    assert_eq!(super::exported("grid", &answer, &school, &back).status.code(), Some(0));
    let points = |path: &Path| -> Vec<String> {
        let text = std::fs::read_to_string(path).unwrap();
        text.lines().map(|line| line.rsplit(';').next().unwrap().to_owned()).collect()
    };
    let moved = points(&back.with_file_name("ny-moves.csv"));
    assert!(moved.len() > 1);
    assert_eq!(moved, points(&answer.join("changes.csv")));
}
