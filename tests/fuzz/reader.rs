//! The readers, the good files that inputs are spoilt from, and what must hold of every answer.

use std::fs;
use std::path::{Path, PathBuf};

use mesterskema::check;
use mesterskema::diagnostic::Severity;
use mesterskema::diff::Offer;
use mesterskema::domain::{Effort, Language, Proposal, Slot};
use mesterskema::export::csv;
use mesterskema::import::{Choices, Format, Original, class_lists, import, propose};
use mesterskema::input::{Loaded, Need, load, load_proposal, load_with_scenarios, raw_sheets};
use tempfile::TempDir;

use super::spoil::{spoilt, spoilt_workbook};
use crate::chance::Chance;

/// What reads a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// The folder of a school, with scenarios if there are some, and changes of its timetable.
    School,
    /// A proposal for the whole school of the corpus.
    Proposal,
    /// A school as a workbook.
    Workbook,
    /// Files of another program.
    Exchange(Format),
    /// Class lists.
    ClassLists,
    /// A table for which a map is proposed.
    Table,
    Grid,
}

/// Files, one of which may be spoilt.
#[derive(Clone)]
pub(super) struct Case {
    pub(super) name: String,
    reader: Reader,
    pub(super) files: Vec<(String, Vec<u8>)>,
    /// The name of the file that is spoilt, empty where none is.
    pub(super) spoilt: String,
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn whole() -> PathBuf {
    root("tests/fuzz/corpus/base/whole")
}

/// The files of a folder, by their names.
fn files_of(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<(String, Vec<u8>)> = entries
        .filter(|path| path.is_file())
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap())
        })
        .filter(|(name, _)| !matches!(name.as_str(), "README.md" | "expected.json"))
        .collect();
    files.sort();
    files
}

/// The good inputs, each of which is read by its reader.
pub(super) fn cases() -> Vec<Case> {
    let case = |name: &str, reader, files| Case {
        name: name.to_owned(),
        reader,
        files,
        spoilt: String::new(),
    };
    let mut cases = Vec::new();
    let schools = [
        "fixtures/schools/lille",
        "fixtures/schools/yrkes",
        "fixtures/schools/paket",
        "fixtures/schools/praktik",
        "tests/fuzz/corpus/base/whole",
    ];
    for school in schools {
        cases.push(case(school, Reader::School, files_of(&root(school))));
    }
    let whole_again = || case("whole", Reader::School, files_of(&whole()));
    cases.extend([whole_again(), whole_again()]);
    cases.push(case("proposal", Reader::Proposal, proposal()));
    cases.push(case("workbook", Reader::Workbook, vec![("school.xlsx".to_owned(), workbook())]));
    for (folder, format) in [
        ("asc", Format::Asc),
        ("xhstt", Format::Xhstt),
        ("untis", Format::Untis),
        ("fet", Format::Fet),
        ("table", Format::Table),
        ("grid", Format::Grid),
    ] {
        let files = files_of(&root("fixtures/import").join(folder));
        cases.push(case(folder, Reader::Exchange(format), files));
    }
    let lists = files_of(&root("fixtures/import/oneroster"));
    cases.push(case("oneroster", Reader::ClassLists, lists));
    let table = files_of(&root("fixtures/import/table"));
    cases.push(case("table proposed", Reader::Table, table));
    cases.push(case("grid proposed", Reader::Grid, files_of(&root("fixtures/import/grid"))));
    cases
}

/// A proposal that moves nothing: the school's own timetable, and the first alternative of everybody.
fn proposal() -> Vec<(String, Vec<u8>)> {
    let school = load(&whole(), Need::Apprentices).school.unwrap();
    let given = school.apprentices.iter().map(|pupil| {
        serde_json::json!({ "pupil": pupil.pupil.to_string(), "away": pupil.alternatives[0].written })
    });
    let solution = serde_json::json!({ "away": given.collect::<Vec<_>>() });
    let timetable = fs::read(whole().join("timetable.csv")).unwrap();
    vec![
        ("timetable.csv".to_owned(), timetable),
        ("solution.json".to_owned(), solution.to_string().into_bytes()),
    ]
}

/// The whole school as a workbook.
fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for sheet in raw_sheets(&whole()) {
        let page = book.add_worksheet();
        page.set_name(&sheet.name).unwrap();
        for (row, cells) in (0..).zip(&sheet.rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell.parse::<u32>() {
                    Ok(number) => page.write_number(row, column, number).unwrap(),
                    Err(_) => page.write_string(row, column, cell).unwrap(),
                };
            }
        }
    }
    book.save_to_buffer().unwrap()
}

impl Case {
    /// What was kept: the files of a folder, or one file.
    pub(super) fn kept(reader: Reader, path: &Path) -> Self {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let files = if path.is_dir() {
            files_of(path)
        } else {
            vec![("school.xlsx".to_owned(), fs::read(path).unwrap())]
        };
        Self { name, reader, files, spoilt: String::new() }
    }

    /// The case with one of its files spoilt.
    pub(super) fn spoilt(&self, chance: &mut Chance) -> Self {
        let mut case = self.clone();
        let which = chance.below(case.files.len());
        let (name, bytes) = &mut case.files[which];
        *bytes = match self.reader {
            Reader::Workbook => spoilt_workbook(bytes, chance),
            _ => spoilt(bytes, chance),
        };
        case.spoilt.clone_from(name);
        case
    }

    fn folder(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in &self.files {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        folder
    }

    fn originals(&self) -> Vec<Original> {
        let files = self.files.iter().filter(|(name, _)| name != "map.toml");
        files.map(|(name, bytes)| Original { name: name.clone(), bytes: bytes.clone() }).collect()
    }

    /// Reads the case; what is wrong with the answer.
    pub(super) fn read(&self) -> Result<(), String> {
        match self.reader {
            Reader::School => self.read_school(),
            Reader::Proposal => self.read_proposal(),
            Reader::Workbook => {
                let folder = self.folder();
                let loaded = load(&folder.path().join("school.xlsx"), Need::Apprentices);
                self.check_loaded(&loaded)?;
                apply(&loaded)
            }
            Reader::Exchange(format) => self.read_exchange(format),
            Reader::ClassLists => {
                let (lists, ledger) = class_lists(&self.originals());
                expect(lists.is_none() == ledger.has_errors(), "no lists without an error")
            }
            Reader::Table => self.propose(Format::Table),
            Reader::Grid => self.propose(Format::Grid),
        }
    }

    fn propose(&self, format: Format) -> Result<(), String> {
        self.originals().iter().try_for_each(|original| {
            let original = std::slice::from_ref(original);
            let (map, _) = propose(format, original, &Choices::default(), Language::Danish);
            let is_toml = map.is_none_or(|map| map.parse::<toml::Table>().is_ok());
            expect(is_toml, "a proposed map is no TOML")
        })
    }

    fn read_school(&self) -> Result<(), String> {
        let folder = self.folder();
        let scenarios = folder.path().join("scenarios.csv");
        let loaded = if self.spoilt == "scenarios.csv" {
            load_with_scenarios(folder.path(), &scenarios).0
        } else {
            load(folder.path(), Need::Apprentices)
        };
        self.check_loaded(&loaded)?;
        apply(&loaded)
    }

    fn check_loaded(&self, loaded: &Loaded) -> Result<(), String> {
        let errors = loaded.diagnostics.iter().any(|found| found.severity == Severity::Error);
        expect(loaded.school.is_none() == errors, "no school without an error")?;
        for account in &loaded.accounts {
            expect(account.untold == 0, &format!("{account:?}: a row nobody told of"))?;
            let own = |(name, _): &&(String, Vec<u8>)| account.file.ends_with(name.as_str());
            let Some((_, bytes)) = self.files.iter().find(own) else { continue };
            let lines = telling_lines(&decoded(bytes));
            expect(account.lines() == lines, &format!("{account:?}: not {lines} lines"))?;
        }
        Ok(())
    }

    fn read_proposal(&self) -> Result<(), String> {
        let school = load(&whole(), Need::Apprentices);
        let (folder, sheet) = (self.folder(), school.sheet.unwrap());
        let (proposal, diagnostics) = load_proposal(&school.school.unwrap(), &sheet, folder.path());
        let errors = diagnostics.iter().any(|found| found.severity == Severity::Error);
        expect(proposal.is_none() == errors, "no proposal without an error")?;
        let timetable = self.files.iter().find(|(name, _)| name == "timetable.csv").unwrap();
        let text = decoded(&timetable.1);
        let announces = usize::from(text.trim_start_matches('\u{feff}').starts_with("sep="));
        let lines = telling_lines(&text);
        let expected = sheet.rows.len() + 1 + announces;
        expect(proposal.is_none() || lines == expected, "a row more or less, and nobody told of it")
    }

    fn read_exchange(&self, format: Format) -> Result<(), String> {
        let map = self.files.iter().find(|(name, _)| name == "map.toml");
        let map = map.map(|(name, bytes)| Original { name: name.clone(), bytes: bytes.clone() });
        let imported = import(format, &self.originals(), &Choices { map, ..Choices::default() });
        let errors = imported.ledger.has_errors();
        if let Some(school) = &imported.school {
            expect(!errors && school.lessons.len() >= imported.ledger.used, "rows used are lost")?;
        }
        let plan = self.files.iter().find(|(name, _)| name == "GPU001.TXT");
        let Some((_, bytes)) = plan.filter(|_| !errors) else { return Ok(()) };
        let text = decoded(bytes);
        // A cell may have lines as Excel writes them; a row has several then.
        let has_lines = text.replace("\r\n", "").contains('\n') && text.contains("\r\n");
        let lines = if has_lines { 0 } else { telling_lines(&text) };
        let rows = imported.ledger.rows();
        expect(rows >= lines, &format!("{lines} lines, {rows} rows used or rejected"))
    }
}

/// Changes a school that was read, writes it and reads it again: it is what it was changed to.
fn apply(loaded: &Loaded) -> Result<(), String> {
    let (Some(school), Some(sheet)) = (&loaded.school, &loaded.sheet) else { return Ok(()) };
    let slots: Vec<Slot> = school.grid.slots().collect();
    let mut timetable = school.baseline();
    for (place, booking) in
        timetable.bookings.iter_mut().flatten().enumerate().filter(|(at, _)| at % 3 == 0)
    {
        booking.start = slots[place * 7 % slots.len()];
    }
    let away = vec![0; school.apprentices.len()];
    let proposal = Proposal { timetable, away };
    let verdict = check::check(school, &proposal, Effort::Best);
    let offer = Offer { school, proposal: &proposal, difference: &verdict.difference };
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("timetable.csv"), csv::timetable(offer, sheet)).unwrap();
    let given = school.apprentices.iter().map(|pupil| {
        serde_json::json!({ "pupil": pupil.pupil.to_string(), "away": pupil.alternatives[0].written })
    });
    let solution = serde_json::json!({ "away": given.collect::<Vec<_>>() }).to_string();
    fs::write(folder.path().join("solution.json"), solution).unwrap();
    let (again, diagnostics) = load_proposal(school, sheet, folder.path());
    let written = again.is_some_and(|again| again.timetable == proposal.timetable);
    expect(written, &format!("what was written is not read again: {diagnostics:#?}"))
}

fn expect(is_so: bool, else_told: &str) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(else_told.to_owned()) }
}

/// The text of a file, as browsers decode it.
fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    let text = String::from_utf8(bytes.to_vec());
    text.unwrap_or_else(|_| {
        encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
    })
}

/// The lines that say something: counted without any of the program's readers.
fn telling_lines(text: &str) -> usize {
    let is_unseen = |sign: char| {
        let code = u32::from(sign);
        sign.is_control()
            || [0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x3164, 0xfeff, 0xffa0].contains(&code)
            || [0x180b..0x180f, 0x200b..0x2010, 0x202a..0x202f, 0x2060..0x2070, 0xfe00..0xfe10]
                .iter()
                .any(|signs| signs.contains(&code))
            || (0xe_0000..0xe_01f0).contains(&code)
    };
    let says = |sign: char| !sign.is_whitespace() && !is_unseen(sign) && !";,|\"".contains(sign);
    text.split(['\n', '\r']).filter(|line| line.chars().any(says)).count()
}
