//! Whatever the bytes, reading ends with an answer, and every error takes the school away.

use mesterskema::diagnostic::Severity;
use mesterskema::input::{Loaded, load_proposal};
use proptest::prelude::*;

use crate::cases::cases;
use crate::input_folder::{APPRENTICES, TIMETABLE, folder, loaded, school};

const FILES: [&str; 10] = [
    "timetable.csv",
    "apprentices.csv",
    "teachers.csv",
    "rooms.csv",
    "classes.csv",
    "subjects.csv",
    "periods.csv",
    "places.csv",
    "calendar.csv",
    "school.toml",
];

/// Pieces that reach further into the reader than bytes by chance do.
fn scraps() -> impl Strategy<Value = Vec<u8>> {
    let scrap = prop::sample::select(vec![
        "class",
        "subject",
        "day",
        "period",
        "pupil",
        "away",
        "teacher",
        "room",
        "group",
        "lesson",
        "week",
        "locked",
        ";",
        ";",
        ";",
        "\n",
        "\n",
        "\"",
        "8A",
        "DAN",
        "mon",
        "1",
        "3-4",
        "+",
        "|",
        "any",
        "tue 1-2",
        "lang:TYS",
        "\u{feff}",
        "ø",
        "311299-0001",
        "[points]",
        "=",
        "-",
        "room = 3",
        "\r",
        "99",
        "yes",
        "x:y",
        "date",
        "what",
        "2026-08-10",
        "9999-12-31",
        "term start",
        "term end",
        "holiday",
        "week A",
    ]);
    prop::collection::vec(scrap, 0..120).prop_map(|scraps| scraps.concat().into_bytes())
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![prop::collection::vec(any::<u8>(), 0..300), scraps()]
}

fn with(file: &str, bytes: &[u8]) -> Loaded {
    let mut files =
        vec![("timetable.csv", TIMETABLE.as_bytes()), ("apprentices.csv", APPRENTICES.as_bytes())];
    files.retain(|(name, _)| *name != file);
    files.push((file, bytes));
    loaded(&files)
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 500, ..cases(128) })]

    #[test]
    fn any_bytes_as_any_file_are_answered(file in prop::sample::select(FILES.to_vec()), bytes in bytes()) {
        let loaded = with(file, &bytes);
        let errors = loaded.diagnostics.iter().any(|found| found.severity == Severity::Error);
        prop_assert_eq!(loaded.school.is_none(), errors);
    }

    #[test]
    fn rows_that_say_something_are_read_whatever_stands_beneath(bytes in scraps()) {
        let loaded = with("timetable.csv", &[TIMETABLE.as_bytes(), &bytes].concat());
        prop_assert!(loaded.sheet.unwrap().rows.len() >= 2);
    }

    #[test]
    fn any_bytes_as_a_proposal_are_answered(bytes in bytes(), solution in bytes()) {
        let school = with("rooms.csv", b"room;kind\nR1;a\nR2;a\n");
        let proposal = folder(&[("timetable.csv", &bytes), ("solution.json", &solution)]);
        let (proposal, diagnostics) =
            load_proposal(&school.school.unwrap(), &school.sheet.unwrap(), proposal.path());
        let errors = diagnostics.iter().any(|found| found.severity == Severity::Error);
        prop_assert_eq!(proposal.is_none(), errors);
    }

    #[test]
    fn delimiter_and_encoding_do_not_change_the_school(
        delimiter in prop::sample::select(vec![';', ',', '\t', '|']),
        encoding in 0..4,
        line_end in prop::sample::select(vec!["\n", "\r\n", "\r", "\n\n"]),
    ) {
        let timetable = "klasse;fag;dag;lektion;lærer;lokale;bemærkning\n8Å;DAN;mån;1;Søren;Høk;\"a;b\"\n\
            8Å;MAT;tirs;2-3;Åse;Hæl + Høk;\n8Å;ENG;lørdag;1;Søren;;x\n";
        let written = timetable.replace("a;b", "a b").replace(';', &delimiter.to_string());
        let written = encode(&written.replace('\n', line_end), encoding);
        let apprentices = "elev;klasse;praktikdag\nå-1;8å;tirs\n".as_bytes();
        let expected = school(timetable.as_bytes(), apprentices);
        let mut found = school(&written, apprentices);
        for (found, expected) in found.lessons.iter_mut().zip(&expected.lessons) {
            found.name = expected.name.clone();
            for (found, expected) in found.pieces.iter_mut().zip(&expected.pieces) {
                found.line = expected.line;
            }
        }
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_order_of_rows_changes_only_the_order_of_lessons(order in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let rows = ["8A;DAN;mon;1;T1;x", "8A;DAN;mon;2;T1;x", "8B;MAT;mon;3-4;T2;", "8A;MAT;mon;3-4;T2;",
            "8B;ENG;tue;1;T1;", "8B;ENG;tue;2;T1;", "8A;TYS;tue;1;;", "8B;DAN;mon;1;T3;x"];
        let head = "class;subject;day;period;teacher;lesson\n";
        let read = |order: &[usize]| {
            let rows: Vec<&str> = order.iter().map(|&place| rows[place]).collect();
            let school = school((head.to_owned() + &rows.join("\n")).as_bytes(), APPRENTICES.as_bytes());
            let mut lessons: Vec<_> = school.lessons.iter().map(|lesson| {
                let mut pieces: Vec<_> = lesson.pieces.iter()
                    .map(|piece| (order[piece.row], piece.offset, piece.classes.clone())).collect();
                pieces.sort();
                (lesson.start, pieces)
            }).collect();
            lessons.sort();
            lessons
        };
        let in_order: Vec<usize> = (0..rows.len()).collect();
        prop_assert_eq!(read(&order), read(&in_order));
    }
}

fn encode(text: &str, encoding: i32) -> Vec<u8> {
    let utf16 = |mark: u16, bytes: fn(u16) -> [u8; 2]| {
        std::iter::once(mark).chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    match encoding {
        0 => text.as_bytes().to_vec(),
        1 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        2 => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
        _ => utf16(0xfeff, u16::to_le_bytes),
    }
}
