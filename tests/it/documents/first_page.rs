//! The first page says the same in three languages, and what it says of the page is there.

use super::Document;
use super::examples::sheets;

const PAGES: [(&str, &str); 3] = [
    ("da", "src/guide/start.da.md"),
    ("sv", "src/guide/start.sv.md"),
    ("en", "src/guide/start.md"),
];

/// Whether a line says where a name leads.
fn is_target(line: &str) -> bool {
    line.starts_with('[') && line.contains("]: ")
}

/// What each line is, but for its words: headings, items, rows, blocks of code, links.
fn shape(page: &Document) -> Vec<String> {
    let mut is_code = false;
    let mut shape = Vec::new();
    for line in page.text.lines() {
        is_code ^= line.starts_with("```");
        let first = line.split(' ').next().unwrap();
        let is_mark = ["#", "##", "-", "|", "1.", "2.", "3.", "4.", "5."].contains(&first);
        if !is_code && (is_mark || line.starts_with("```") || is_target(line)) {
            shape.push(if is_target(line) { line } else { first }.to_owned());
        }
    }
    shape
}

#[test]
fn the_first_page_has_the_same_parts_in_every_language() {
    let [danish, swedish, english] = PAGES.map(|(_, path)| shape(&Document::read(path)));
    assert!(english.len() > 30, "{english:?}");
    assert_eq!(danish, english);
    assert_eq!(swedish, english);
}

#[test]
fn the_sheets_of_the_first_page_are_a_school_in_every_language() {
    for (_, path) in PAGES {
        let sheets = sheets(&Document::read(path));
        assert_eq!(
            sheets.iter().map(|(_, rows)| rows.len()).collect::<Vec<_>>(),
            [11, 2, 4],
            "{path}"
        );
    }
}

/// The words in bold: what the page is said to show.
fn labels(page: &Document) -> Vec<&str> {
    page.text.split("**").skip(1).step_by(2).collect()
}

#[test]
fn every_word_in_bold_is_on_the_page() {
    for (language, path) in PAGES {
        let document = Document::read(path);
        let visit = crate::web::walked(language);
        let labels = labels(&document);
        assert!(labels.len() > 6, "{labels:?}");
        for label in labels {
            assert!(visit.contains(label), "{path}: {label} is not on the page");
        }
    }
}
