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
    assert!(page.contains("<td class=\"marked\"><strong>▸ grimday</strong></td>"), "{page}");
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
