//! Names that would do harm if a program took them for its own signs, all the way from a school's files to every output.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Output;

use scraper::{Html, Selector};
use serde_json::Value;
use tempfile::TempDir;

use crate::command::program;
use crate::input_folder::{folder, write};

/// What somebody may call a class, a subject, a teacher, a room, a pupil, a place or a telephone.
const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "=cmd|'/c calc'!A1",
    "@SUM(1)",
    "-2-3",
    "\u{202e}A.8\u{202c}",
    "a\\,b;c:d\\nBEGIN:VEVENT",
    "../../etc/passwd",
    "{{7*7}}${7*7}%s%n",
];

/// Signs that turn the direction of writing, so that what is read is not what is written.
const TURNING: [char; 2] = ['\u{202e}', '\u{202c}'];

/// They, and one that is very long.
fn names() -> Vec<String> {
    HOSTILE.iter().map(|&name| name.to_owned()).chain(["å".repeat(3000)]).collect()
}

/// They as they are told: signs that turn the direction of writing are left out wherever a file has them.
fn told_names() -> Vec<String> {
    names().iter().map(|name| name.replace(TURNING, "")).collect()
}

fn line(cells: &[&str]) -> String {
    let quoted = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
    quoted.collect::<Vec<_>>().join(";") + "\n"
}

/// A school in which everything has such a name, and every class has a lesson that must move.
fn school() -> TempDir {
    let mut timetable = "class;subject;teacher;room;day;period\n".to_owned();
    let mut apprentices = "pupil;class;away;place;contact\n".to_owned();
    let mut subjects = "subject;core\nIDR;no\n".to_owned();
    let mut places = "place;address\n".to_owned();
    for name in names() {
        let name = name.as_str();
        timetable += &line(&[name, name, name, name, "thu", "1"]);
        timetable += &line(&[name, "IDR", name, name, "tue", "1"]);
        timetable += &line(&[name, "IDR", name, name, "tue", "2"]);
        apprentices += &line(&[name, name, "thu", name, name]);
        subjects += &line(&[name, "required"]);
        places += &line(&[name, name]);
    }
    let folder = folder(&[
        ("timetable.csv", timetable.as_bytes()),
        ("apprentices.csv", apprentices.as_bytes()),
        ("subjects.csv", subjects.as_bytes()),
        ("places.csv", places.as_bytes()),
        ("periods.csv", b"period;start;end\n1;08:00;08:45\n2;08:50;09:35\n"),
        ("calendar.csv", b"date;what\n2026-08-10;term start\n2027-06-25;term end\n"),
    ]);
    let name = format!("language = \"en\"\nname = {}\n", Value::from(HOSTILE[0]));
    write(folder.path(), "school.toml", name.as_bytes());
    folder
}

fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

/// A school, its answer, its plans and its workbook, all written by the program.
struct Written {
    folder: TempDir,
    printed: String,
}

impl Written {
    fn new() -> Self {
        let (school, folder) = (school(), tempfile::tempdir().unwrap());
        let school = school.path().to_str().unwrap();
        let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        let (answer, plans, book) = (at("answer"), at("plans"), at("book.xlsx"));
        let solved = run(&["solve", school, "--out", &answer, "--json"]);
        for ended in [
            &solved,
            &run(&["plans", school, "--proposal", &answer, "--out", &plans]),
            &run(&["export", "--to", "xlsx", &answer, "--school", school, "--out", &book]),
        ] {
            assert_eq!(ended.status.code(), Some(0), "{}", String::from_utf8_lossy(&ended.stderr));
        }
        let printed = String::from_utf8(solved.stdout).unwrap();
        Self { folder, printed }
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap()
    }

    /// The files of the plans that end so.
    fn plans(&self, end: &str) -> Vec<(PathBuf, String)> {
        let mut left = vec![self.folder.path().join("plans")];
        let mut found = Vec::new();
        while let Some(path) = left.pop() {
            if path.is_dir() {
                left.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            } else if path.to_string_lossy().ends_with(end) {
                found.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
        found
    }
}

/// Nothing of a page comes from a name but text.
fn assert_only_text(page: &str) {
    assert!(!page.contains(TURNING));
    let read = Html::parse_document(page);
    let markup = Selector::parse("script, img, iframe, object, [onerror], [style]").unwrap();
    assert_eq!(read.select(&markup).count(), 0);
}

fn text_of(page: &str) -> String {
    let read = Html::parse_document(page);
    read.root_element().text().collect()
}

fn sheets(book: &Path) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(fs::File::open(book).unwrap()).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut read = |name: &String| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    names.into_iter().map(|name| (name.clone(), read(&name))).collect()
}

#[test]
fn whatever_somebody_is_called_it_stays_text_in_every_output() {
    let written = Written::new();
    report(&written);
    json(&written);
    tables(&written);
    workbook(&written);
    plans(&written);
    calendars(&written);
}

fn report(written: &Written) {
    let page = written.read("answer/report.html");
    assert_only_text(&page);
    let told = text_of(&page);
    for name in told_names() {
        assert!(told.contains(name.as_str()), "{name}");
    }
}

fn json(written: &Written) {
    let answer: Value = serde_json::from_str(&written.printed).unwrap();
    let pupils = answer["away"].as_array().unwrap().iter();
    let pupils: Vec<&str> = pupils.map(|away| away["pupil"].as_str().unwrap()).collect();
    assert_eq!(pupils, told_names());
}

fn tables(written: &Written) {
    for name in ["answer/changes.csv", "answer/pupils.csv"] {
        let text = written.read(name);
        let mut lines = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        let lines: Vec<csv::StringRecord> = lines.records().map(Result::unwrap).collect();
        assert!(lines.len() >= names().len(), "{name}: {}", lines.len());
        for cell in lines.iter().flat_map(|line| line.iter()) {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{name}: {cell}");
        }
    }
}

fn workbook(written: &Written) {
    let parts = sheets(&written.folder.path().join("book.xlsx"));
    let sheets = parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet"));
    let mut count = 0;
    for (name, text) in sheets {
        let formula = text.contains("<f>") || text.contains("<f ") || text.contains("<hyperlink");
        assert!(!formula, "{name}");
        count += 1;
    }
    assert!(count > 5, "{count}");
    let all: String = parts.into_iter().map(|(_, text)| text).collect();
    assert!(!all.contains("<script>") && all.contains("&lt;script&gt;"));
}

fn plans(written: &Written) {
    let pages = written.plans(".html");
    assert!(pages.len() > 2 * names().len(), "{}", pages.len());
    for (_, page) in &pages {
        assert_only_text(page);
    }
    let all: String = pages.iter().map(|(_, page)| text_of(page)).collect();
    for name in told_names() {
        assert!(all.contains(name.as_str()), "{name}");
    }
    let within = fs::canonicalize(written.folder.path().join("plans")).unwrap();
    for (path, _) in pages {
        assert!(fs::canonicalize(path).unwrap().starts_with(&within));
    }
}

fn calendars(written: &Written) {
    let calendars = written.plans(".ics");
    assert!(calendars.len() > 2 * names().len(), "{}", calendars.len());
    for (path, text) in calendars {
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{}", path.display());
        for line in text.split("\r\n").filter(|line| !line.is_empty()) {
            assert!(line.len() <= 75, "{}", path.display());
            let property = line.split([':', ';']).next().unwrap();
            let is_known = property.bytes().all(|sign| sign.is_ascii_uppercase() || sign == b'-');
            assert!(is_known || line.starts_with(' '), "{}: {line}", path.display());
        }
        let begun = text.matches("\r\nBEGIN:VEVENT\r\n").count();
        assert_eq!(begun, text.matches("\r\nEND:VEVENT\r\n").count());
    }
}
