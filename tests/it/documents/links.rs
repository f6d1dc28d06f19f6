//! Links lead somewhere: on GitHub, in the documentation of the crate, and on the page.

use std::fs;
use std::path::PathBuf;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Document, root};

/// Where the links and pictures of a document lead, but for those to other machines.
fn links(document: &Document) -> Vec<String> {
    let events = Parser::new_ext(&document.text, Options::ENABLE_TABLES);
    let links = events.filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url),
        _ => None,
    });
    links.map(|link| link.to_string()).filter(|link| !link.starts_with("https://")).collect()
}

/// What the headings of a text are called in addresses, as GitHub calls them.
fn anchors(text: &str) -> Vec<String> {
    let (mut anchors, mut heading) = (Vec::new(), None::<String>);
    for event in Parser::new(text) {
        match (event, &mut heading) {
            (Event::Start(Tag::Heading { .. }), _) => heading = Some(String::new()),
            (Event::End(TagEnd::Heading(_)), _) => anchors.extend(heading.take()),
            (Event::Text(text) | Event::Code(text), Some(heading)) => heading.push_str(&text),
            _ => {}
        }
    }
    let sign = |sign: char| match sign {
        ' ' => Some('-'),
        sign => (sign.is_alphanumeric() || sign == '-' || sign == '_').then_some(sign),
    };
    anchors.iter().map(|text| text.to_lowercase().chars().filter_map(sign).collect()).collect()
}

#[test]
fn every_link_leads_to_a_file_and_a_heading_of_it() {
    let mut followed = 0;
    for document in Document::all() {
        for link in links(&document) {
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let own = document.path.clone();
            let path = if file.is_empty() { own } else { own.parent().unwrap().join(file) };
            let from = document.path.display();
            assert!(root().join(&path).exists(), "{from}: {link} leads nowhere");
            if !anchor.is_empty() {
                let text = fs::read_to_string(root().join(&path)).unwrap();
                assert!(anchors(&text).iter().any(|one| one == anchor), "{from}: {link}");
            }
            followed += 1;
        }
    }
    assert!(followed > 40, "only {followed}");
}

#[test]
fn the_documentation_of_the_crate_knows_every_name_by_which_pages_link() {
    let house = fs::read_to_string(root().join("src/guide/mod.rs")).unwrap();
    let mut names = 0;
    for page in Document::guide() {
        assert!(!page.text.contains(".md)"), "{}: a link by its file", page.path.display());
        for line in page.text.lines().filter(|line| line.starts_with('[') && line.contains("]: ")) {
            let (name, file) = line.trim_start_matches('[').split_once("]: ").unwrap();
            assert_eq!(file, format!("{name}.md"), "{}", page.path.display());
            let meant = format!("[{name}]: crate::guide::{name}");
            assert!(house.contains(&meant), "{}: {name}", page.path.display());
            names += 1;
        }
    }
    assert!(names > 15, "only {names}");
}

#[test]
fn the_readme_and_the_first_page_lead_to_every_page() {
    for first in
        ["README.md", "src/guide/start.md", "src/guide/start.da.md", "src/guide/start.sv.md"]
    {
        let document = Document::read(first);
        let folder = document.path.parent().unwrap();
        let reached: Vec<PathBuf> = links(&document).iter().map(|link| folder.join(link)).collect();
        let pages = Document::guide();
        // Who follows a link gets the page in the language that he or she reads.
        let is_translated = |page: &&Document| {
            ["da.md", "sv.md"].iter().any(|ending| page.path.to_string_lossy().ends_with(ending))
        };
        let others = pages.iter().filter(|page| !page.path.ends_with(page_of_start(page)));
        let others = others.filter(|page| !is_translated(page));
        for page in others {
            assert!(reached.contains(&page.path), "{first}: {}", page.path.display());
        }
    }
}

/// The name of a page that is the first in some language, else none.
fn page_of_start(page: &Document) -> &'static str {
    ["start.md", "start.da.md", "start.sv.md"]
        .into_iter()
        .find(|name| page.path.ends_with(name))
        .unwrap_or("none")
}
