//! Rows in are rows used and rows rejected, counted without the readers.

use mesterskema::import::{Choices, Format, Import, class_lists, import};
use proptest::prelude::*;
use proptest::sample::Index;

use super::round_trip::{move_rows, written};
use super::{original, said, told_rows_only};

use crate::cases::cases;

const HOURS: &str = "<Hour><Name>0</Name></Hour><Hour><Name>1</Name></Hour><Hour><Name>2</Name></Hour><Hour><Name>3</Name></Hour>";

/// A line of GPU001 in pieces: which of its cells are odd, and how they are written.
#[derive(Clone, Debug)]
struct Line {
    cells: [String; 7],
    minutes: &'static str,
    width: usize,
    is_quoted: bool,
    ends: &'static str,
}

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "8A",
        "8B",
        "5. a",
        "1+2",
        "AWR -DirTr.",
        "ÆØÅ",
        "Grün~Blå",
        "Dan;sk",
        "a,b",
        "say \"x\"",
        "tab\tbed",
        "",
        "=1+1",
        "Hal 1 ",
    ])
    .prop_map(ToOwned::to_owned)
}

fn line() -> impl Strategy<Value = Line> {
    let slot = (0..8_u8, 0..12_u8).prop_map(|(day, period)| [day.to_string(), period.to_string()]);
    let odd =
        prop::sample::select(vec![["", ""], ["x", "1"], ["1", "100"], ["-1", "2"], ["1", ""]]);
    let odd = odd.prop_map(|cells| cells.map(ToOwned::to_owned));
    (
        (0..40_u32, name(), name(), name(), name()),
        prop_oneof![9 => slot, 1 => odd],
        prop::sample::select(vec!["", "", "", "0", "45"]),
        9..=16_usize,
        any::<bool>(),
        prop::sample::select(vec!["\r\n", "\r\n\r\n"]),
    )
        .prop_map(
            |(
                (number, class, teacher, subject, room),
                [day, period],
                minutes,
                width,
                is_quoted,
                ends,
            )| Line {
                cells: [number.to_string(), class, teacher, subject, room, day, period],
                minutes,
                width,
                is_quoted,
                ends,
            },
        )
}

impl Line {
    fn written(&self, delimiter: char) -> String {
        let cell = |(place, cell): (usize, &String)| {
            let must = cell.contains(['"', ',', ';', '\t']);
            if must || self.is_quoted && (1..5).contains(&place) && !cell.is_empty() {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.clone()
            }
        };
        let mut cells: Vec<String> = self.cells.iter().enumerate().map(cell).collect();
        cells.push(self.minutes.to_owned());
        cells.resize(self.width, String::new());
        cells.join(&delimiter.to_string()) + self.ends
    }
}

fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "cp1252" => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
        "bom" => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        _ => text.as_bytes().to_vec(),
    }
}

fn of(format: Format, name: &str, bytes: &[u8], choices: &Choices) -> Import {
    import(format, &[original(name, bytes)], choices)
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..cases(200) })]

    #[test]
    fn every_line_of_gpu001_is_used_or_rejected_whatever_its_form(
        lines in prop::collection::vec(line(), 1..30),
        delimiter in prop::sample::select(vec![',', ';', '\t']),
        encoding in prop::sample::select(vec!["cp1252", "utf8", "bom"]),
        moves in prop::collection::vec((any::<Index>(), any::<Index>()), 0..4),
    ) {
        let text: String = lines.iter().map(|line| line.written(delimiter)).collect();
        let bytes = encoded(&text, encoding);
        let import = of(Format::Untis, "GPU001.TXT", &bytes, &Choices::default());
        prop_assert_eq!(import.ledger.rows(), lines.len(), "{:?}\n{}", said(&import), text);
        let usable = |line: &&Line| {
            let [.., subject, _, day, period] = &line.cells;
            let is_slot = (1..=7).contains(&day.parse().unwrap_or(0))
                && period.parse().is_ok_and(|period: u8| period <= 99);
            is_slot && !subject.trim().is_empty() && matches!(line.minutes, "" | "0")
        };
        prop_assert_eq!(import.ledger.used, lines.iter().filter(usable).count());
        let Some(school) = import.school else { return Ok(()) };
        let file = [original("GPU001.TXT", &bytes)];
        prop_assert!(written(Format::Untis, &file, &school, school.baseline()).file == bytes);
        let mut moved = school.clone();
        for &(which, to) in &moves {
            move_rows(&mut moved, which, to);
        }
        let back = written(Format::Untis, &file, &school, moved.baseline()).file;
        let again = of(Format::Untis, "GPU001.TXT", &back, &Choices::default());
        prop_assert_eq!(told_rows_only(&again.school.unwrap()), told_rows_only(&moved));
    }

    #[test]
    fn every_row_of_a_table_is_used_or_rejected(
        cells in prop::collection::vec((name(), prop::sample::select(vec!["man", "ons", "x", "", "3"]), 0..12_u8), 1..30),
    ) {
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let row = |(name, day, period): &(String, &str, u8)| {
            format!("8A;{};{day};{period}\r\n", quoted(name))
        };
        let table = "class;subject;day;period\r\n".to_owned() + &cells.iter().map(row).collect::<String>();
        let map = "[columns]\nclass = \"class\"\nsubject = 2\nday = \"day\"\nperiod = \"period\"\n";
        let choices = Choices { map: Some(original("map.toml", map.as_bytes())), ..Choices::default() };
        let import = of(Format::Table, "skema.csv", table.as_bytes(), &choices);
        prop_assert_eq!(import.ledger.rows(), cells.len(), "{:?}", said(&import));
    }

    #[test]
    fn every_card_every_activity_and_every_part_of_an_event_is_used_or_rejected(
        times in prop::collection::vec((0..7_usize, 0..9_u8), 1..20),
    ) {
        let days = ["10000", "01000", "00000", "11000", "", "1", "00001"];
        let card = |&(day, period): &(usize, u8)| {
            format!("<card lessonid=\"L\" days=\"{}\" period=\"{period}\" weeks=\"1\"/>", days[day])
        };
        let cards: String = times.iter().map(card).collect();
        let asc = format!(
            "<timetable><subjects><subject id=\"S\" short=\"DAN\"/></subjects><classes><class id=\"C\" name=\"8A\"/></classes><lessons><lesson id=\"L\" subjectid=\"S\" classids=\"C\"/></lessons><cards>{cards}</cards></timetable>"
        );
        let import = of(Format::Asc, "x.xml", asc.as_bytes(), &Choices::default());
        prop_assert_eq!(import.ledger.rows(), times.len(), "{:?}", said(&import));

        let activity = |(id, &(day, _)): (usize, &(usize, u8))| {
            format!("<Activity><Subject>DAN</Subject><Students>8A</Students><Id>{id}</Id><Active>{}</Active></Activity>", day > 1)
        };
        let time = |(id, &(_, hour)): (usize, &(usize, u8))| if hour > 3 { String::new() } else {
            format!("<ConstraintActivityPreferredStartingTime><Activity_Id>{id}</Activity_Id><Preferred_Day>man</Preferred_Day><Preferred_Hour>{hour}</Preferred_Hour></ConstraintActivityPreferredStartingTime>")
        };
        let fet = format!(
            "<fet><Days_List><Day><Name>man</Name></Day></Days_List><Hours_List>{}</Hours_List><Subjects_List><Subject><Name>DAN</Name></Subject></Subjects_List><Students_List><Year><Name>8A</Name></Year></Students_List><Activities_List>{}</Activities_List><Time_Constraints_List>{}</Time_Constraints_List></fet>",
            HOURS,
            times.iter().enumerate().map(activity).collect::<String>(),
            times.iter().enumerate().map(time).collect::<String>(),
        );
        let import = of(Format::Fet, "x.fet", fet.as_bytes(), &Choices::default());
        // Without any time, one fault is said of all.
        let is_untimed = !times.is_empty() && times.iter().all(|&(_, hour)| hour > 3);
        let told = if is_untimed { 0 } else { times.len() };
        prop_assert_eq!(import.ledger.rows(), told, "{:?}", said(&import));
        prop_assert_eq!(is_untimed, said(&import).iter().any(|(code, _)| *code == "untimed"));

        let archive = archive(&times);
        let import = of(Format::Xhstt, "x.xml", archive.as_bytes(), &Choices::default());
        prop_assert_eq!(import.ledger.rows(), times.len(), "{:?}", said(&import));
        let timed = times.iter().filter(|(_, time)| *time < 4).count();
        prop_assert_eq!(import.ledger.used, timed);
    }

    #[test]
    fn every_enrollment_is_used_or_rejected(
        roles in prop::collection::vec((prop::sample::select(vec!["student", "teacher", "Student", ""]), any::<bool>()), 1..20),
    ) {
        let line = |(number, (role, is_active)): (usize, &(&str, bool))| {
            let status = if *is_active { "active" } else { "tobedeleted" };
            format!("{number},{status},C1,U{number},{role}\r\n")
        };
        let lines: String = roles.iter().enumerate().map(line).collect();
        let files = [
            original("classes.csv", b"sourcedId,title,classType\r\nC1,8A,homeroom\r\n"),
            original("enrollments.csv", ("sourcedId,status,classSourcedId,userSourcedId,role\r\n".to_owned() + &lines).as_bytes()),
        ];
        let (lists, ledger) = class_lists(&files);
        prop_assert_eq!(ledger.rows(), roles.len());
        let pupils = roles.iter().filter(|(role, is_active)| *is_active && role.eq_ignore_ascii_case("student")).count();
        prop_assert_eq!((ledger.used, lists.unwrap().lines().count()), (pupils, pupils + 1));
    }
}

/// An archive whose events have the given times, four of which there are.
fn archive(times: &[(usize, u8)]) -> String {
    let event =
        |id: usize| format!("<Event Id=\"E{id}\"><Name>E{id}</Name><Duration>1</Duration></Event>");
    let part = |(id, &(_, time)): (usize, &(usize, u8))| match time {
        0..4 => format!("<Event Reference=\"E{id}\"><Time Reference=\"T{time}\"/></Event>"),
        _ => format!("<Event Reference=\"E{id}\"/>"),
    };
    let events: Vec<String> = (0..times.len()).map(event).collect();
    let parts: Vec<String> = times.iter().enumerate().map(part).collect();
    let (events, parts) = (events.concat(), parts.concat());
    let time = |id: u8| format!("<Time Id=\"T{id}\"><Day Reference=\"D\"/></Time>");
    let slots: Vec<String> = (0..4).map(time).collect();
    format!(
        "<HighSchoolTimetableArchive><Instances><Instance Id=\"I\"><Times><TimeGroups><Day Id=\"D\"/></TimeGroups>{}</Times><Events>{events}</Events></Instance></Instances><SolutionGroups><SolutionGroup Id=\"G\"><Solution Reference=\"I\"><Events>{parts}</Events></Solution></SolutionGroup></SolutionGroups></HighSchoolTimetableArchive>",
        slots.concat()
    )
}
