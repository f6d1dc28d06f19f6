//! Pages are short, written in as much Markdown as every reader of them understands, and none is forgotten.

use std::collections::BTreeSet;

use mesterskema::domain::Language;
use mesterskema::guide::Topic;

use super::Document;

#[test]
fn the_readme_and_every_page_are_short() {
    for (document, most) in Document::guide()
        .into_iter()
        .map(|page| (page, 250))
        .chain([(Document::read("README.md"), 200)])
    {
        let lines = document.text.lines().count();
        assert!(lines <= most, "{} has {lines} lines", document.path.display());
    }
}

#[test]
fn every_file_of_the_guide_is_a_page_and_every_page_is_a_file() {
    let files: BTreeSet<String> = Document::guide().into_iter().map(|page| page.text).collect();
    let pages =
        Topic::ALL.into_iter().flat_map(|topic| Language::ALL.map(|language| topic.text(language)));
    let pages: BTreeSet<String> = pages.map(|text| text.markdown.to_owned()).collect();
    assert_eq!(
        files.len(),
        Topic::ALL.len() + 3,
        "the first page is in three languages, the one about other programs' files in two"
    );
    assert!(files == pages);
}

#[test]
fn every_block_of_code_says_what_it_is_in() {
    for page in Document::guide() {
        let opened = page.text.lines().filter(|line| line.starts_with("```")).step_by(2);
        for line in opened {
            let known = ["```console", "```csv", "```json", "```python", "```sh", "```toml"]
                .contains(&line);
            assert!(known, "{}: {line}", page.path.display());
        }
    }
}

#[test]
fn a_page_begins_with_its_only_heading_of_the_first_depth() {
    for page in Document::guide() {
        assert!(page.text.starts_with("# "), "{}", page.path.display());
        let code =
            page.text.split("```").skip(1).step_by(2).map(|code| code.matches("\n# ").count());
        let within: usize = code.sum();
        assert_eq!(page.text.matches("\n# ").count(), within, "{}", page.path.display());
    }
}
