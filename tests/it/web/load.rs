//! Files that are handed over.

use axum::http::StatusCode;

use super::{Visit, files};

#[test]
fn a_folder_that_is_handed_over_is_read_as_the_command_line_reads_it() {
    let visit = Visit::new(None);
    let files = files("skovby");
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let came = visit.load(&files);
    assert_eq!((came.status, came.location.as_str()), (StatusCode::SEE_OTHER, "/desk/1"));
    let page = visit.get("/desk/1").text;
    assert!(page.contains("<h1>Skovby Skole</h1>"), "{page}");
    assert!(page.contains("Required periods missed"), "{page}");
}

#[test]
fn a_fault_is_shown_at_its_cell() {
    let visit = Visit::new(None);
    let timetable = b"class;subject;day;period\n8.A;MAT;mon;1\n8.A;DAN;grimday;2\n";
    let came = visit.load(&[("timetable.csv", timetable)]);
    let page = visit.get(&came.location).text;
    let cell = page.split_once("<td class=\"marked\">").unwrap().1.split("</td>").next().unwrap();
    assert!(cell.contains("value=\"grimday\" aria-label=\"day\""), "{cell}");
    assert!(page.contains("timetable.csv, line 3, column day"), "{page}");
}

#[test]
fn a_file_that_is_none_of_a_schools_is_told_and_not_read() {
    let visit = Visit::new(None);
    let timetable = b"class;subject;day;period\n8.A;MAT;mon;1\n";
    let came = visit.load(&[("timetable.csv", timetable), ("../../timetable.csv.sh", b"x")]);
    let page = visit.get(&came.location).text;
    assert!(page.contains("timetable.csv.sh"), "{page}");
}

#[test]
fn signs_that_html_knows_are_shown_and_never_obeyed() {
    let visit = Visit::new(None);
    let name = "<script>alert(1)</script>";
    let timetable = format!("class;subject;day;period\n{name};MAT;mon;1\n{name};DAN;tue;1\n");
    let settings = format!("name = \"{name}\"\nlanguage = \"en\"\n");
    let pupils = format!("pupil;class;away\n\"{name}\";{name};mon\n");
    let came = visit.load(&[
        ("timetable.csv", timetable.as_bytes()),
        ("school.toml", settings.as_bytes()),
        ("apprentices.csv", pupils.as_bytes()),
    ]);
    for path in ["", "/timetable", "/pupils", "/days", "/plans", "/timetable?lesson=0"] {
        let page = visit.get(&format!("{}{path}", came.location));
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text.contains(name), "{path}");
        assert!(page.text.contains("&lt;script&gt;"), "{path}: {}", page.text);
    }
}

#[test]
fn a_personal_number_is_refused_and_never_shown() {
    let visit = Visit::new(None);
    let pupils = b"pupil;class;away\n010203-1234;8.A;mon\n";
    let timetable = b"class;subject;day;period\n8.A;MAT;mon;1\n";
    let came = visit.load(&[("timetable.csv", timetable), ("apprentices.csv", pupils)]);
    let page = visit.get(&came.location).text;
    assert!(!page.contains("1234"), "{page}");
}

#[test]
fn lessons_that_clash_are_told_and_can_be_accepted() {
    let visit = Visit::new(None);
    let timetable = b"class;subject;day;period;teacher\n8.A;MAT;mon;1;T\n8.B;DAN;mon;1;T\n";
    let came = visit.load(&[("timetable.csv", timetable)]);
    let page = visit.get(&came.location).text;
    assert!(page.contains("Lessons that clash already (1)"), "{page}");
    visit.post(&format!("{}/accept", came.location), &[]);
    assert!(visit.get(&came.location).text.contains("No plan yet."));
}

#[test]
fn another_programs_files_are_read_as_import_reads_them_and_what_they_leave_open_is_asked() {
    let visit = Visit::new(None);
    let grid = "8.A;Mandag;Tirsdag\n1;DAN AB 12;MAT CD 12\n2;IDR EF hal;\"Læs & skriv\" AB 12\n"
        .replace("\"Læs & skriv\"", "Læselyst");
    let came = visit.load(&[("skemaet.csv", grid.as_bytes())]);
    let page = visit.get(&came.location).text;
    assert!(page.contains("Read as: grids of days and periods"), "{page}");
    assert!(page.contains("Are these core subjects?") && page.contains("Læselyst"), "{page}");
    // What is no level is refused, and nothing is decided by it.
    let core = format!("{}/core", came.location);
    let wrong = visit.post(&core, &[("subject", "L%C3%A6selyst"), ("level", "perhaps")]);
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    visit.post(&core, &[("subject", "Læselyst"), ("level", "required")]);
    let page = visit.get(&came.location).text;
    assert!(page.contains("No plan yet."), "{page}");
    assert!(!page.contains("Are these core subjects?"), "{page}");
}

#[test]
fn untis_files_and_a_workbook_of_grids_are_taken_as_they_are() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/import");
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
    let visit = Visit::new(None);
    let (plan, lessons) = (read("untis/GPU001.TXT"), read("untis/GPU002.TXT"));
    let untis = visit.load(&[("Export/GPU001.TXT", &plan), ("Export/GPU002.TXT", &lessons)]);
    assert!(visit.get(&untis.location).text.contains("Read as: files of Untis"));
    let grid = visit.load(&[("skema.xlsx", &read("grid/skema.xlsx"))]);
    assert!(visit.get(&grid.location).text.contains("Read as: grids"));
}

#[test]
fn a_grid_may_be_called_as_a_schools_timetable_is() {
    let visit = Visit::new(None);
    let grid = b"8.A;Mandag;Tirsdag\n1;DAN AB 12;MAT CD 12\n2;IDR EF hal;IDR EF hal\n";
    let came = visit.load(&[("skema.csv", grid)]);
    assert!(visit.get(&came.location).text.contains("Read as: grids"));
    // A timetable with a fault is one all the same.
    let timetable = "klasse;fag;dag;lektion\n8.A;MAT;mandag;1\n8.A;DAN;grimdag;2\n";
    let came = visit.load(&[("skema.csv", timetable.as_bytes())]);
    let page = visit.get(&came.location).text;
    assert!(page.contains("grimdag") && !page.contains("Read as:"), "{page}");
}

#[test]
fn apprentices_that_come_with_another_programs_file_are_the_schools() {
    let visit = Visit::new(None);
    let grid = b"8.A;Mandag;Tirsdag\n1;DAN AB 12;MAT CD 12\n2;IDR EF hal;IDR EF hal\n";
    let pupils = b"pupil;class;away\n8A-07;8.A;man\n";
    let came = visit.load(&[("skemaet.csv", grid), ("apprentices.csv", pupils)]);
    let page = visit.get(&came.location).text;
    assert!(page.contains("Required periods missed") && page.contains("8A-07"), "{page}");
}

#[test]
fn a_zip_file_is_its_files_and_one_that_is_none_is_told() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in super::files("lille") {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, &bytes).unwrap();
    }
    let zip = zip.finish().unwrap().into_inner();
    let visit = Visit::new(None);
    let came = visit.load(&[("Lille Skole.ZIP", &zip)]);
    let page = visit.get(&came.location).text;
    assert!(page.contains("Lille Skole") && page.contains("Required periods missed"), "{page}");
    let came = visit.load(&[("broken.zip", &zip[..zip.len() / 2])]);
    assert!(visit.get(&came.location).text.contains("broken.zip"));
}

#[test]
fn faults_are_mended_in_their_cells_and_then_the_school_is_worked_on() {
    let visit = Visit::new(None);
    let timetable = "klasse;fag;dag;lektion;lærer\n8.A;MAT;mandag;1;AB\n8.A;DAN;grimdag;2;\"C;D\"\n8.A;IDR;onsdag;nul;EF\n";
    let came = visit.load(&[("skema.csv", timetable.as_bytes())]);
    let mend = |page: &str, wrong: &str, right: &str| {
        let field = page.split_once(&format!("name=\"value\" value=\"{wrong}\"")).unwrap().0;
        let fault =
            field.rsplit_once("name=\"fault\" value=\"").unwrap().1.split('"').next().unwrap();
        visit.post(&format!("{}/mend", came.location), &[("fault", fault), ("value", right)]);
        visit.get(&came.location).text
    };
    let page = visit.get(&came.location).text;
    let page = mend(&page, "grimdag", "tirsdag");
    assert!(!page.contains("grimdag") && page.contains("value=\"nul\""), "{page}");
    let page = mend(&page, "nul", "fire");
    assert!(page.contains("value=\"fire\""), "still wrong: {page}");
    let page = mend(&page, "fire", "4");
    assert!(page.contains("No plan yet."), "{page}");
    let week = visit.get(&format!("{}/timetable", came.location)).text;
    assert!(week.contains("C;D"), "nothing else is different: {week}");
    let late = visit.post(&format!("{}/mend", came.location), &[("fault", "99"), ("value", "x")]);
    assert_eq!(late.status, StatusCode::NOT_FOUND);
}
