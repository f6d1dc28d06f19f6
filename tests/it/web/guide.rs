//! The guide on the page: every page in every language, its links, and who may read it.

use std::collections::{BTreeSet, VecDeque};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use mesterskema::domain::Language;
use mesterskema::guide::Topic;
use scraper::{Html, Selector};

use super::{HOST, Visit};

/// A visit of somebody who reads a language.
fn reader(language: Language) -> Visit {
    let mut visit = Visit::new(None);
    visit.cookie = visit.cookie.replace("language=en", &format!("language={}", language.code()));
    visit
}

/// The values of an attribute of what a selector finds.
fn all<'h>(page: &'h Html, selector: &str, attribute: &str) -> Vec<&'h str> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).filter_map(|one| one.attr(attribute)).collect()
}

#[test]
fn every_page_opens_in_every_language_and_says_in_which_it_is_written() {
    for language in Language::ALL {
        let visit = reader(language);
        for topic in Topic::ALL {
            let came = visit.get(&format!("/guide/{}", topic.name()));
            assert_eq!(came.status, StatusCode::OK, "{}", topic.name());
            let page = Html::parse_document(&came.text);
            assert!(page.errors.is_empty(), "{:?}", page.errors);
            assert_eq!(all(&page, "html", "lang"), [language.code()]);
            let written = topic.text(language).language;
            let said: &[&str] = if written == language { &[] } else { &[written.code()] };
            assert_eq!(all(&page, "article", "lang"), said, "{}", topic.name());
            let here = format!("/guide/{}", topic.name());
            assert_eq!(all(&page, "nav a[aria-current=page]", "href"), [here]);
            assert_eq!(all(&page, "h1", "class").len() + page_headings(&page), 1);
        }
    }
}

fn page_headings(page: &Html) -> usize {
    page.select(&Selector::parse("h1:not([class])").unwrap()).count()
}

#[test]
fn a_page_has_no_script_and_asks_no_other_machine() {
    let visit = reader(Language::Danish);
    for topic in Topic::ALL {
        let page = Html::parse_document(&visit.get(&format!("/guide/{}", topic.name())).text);
        assert_eq!(all(&page, "script, img, iframe, style, [style], [onclick]", "src").len(), 0);
        assert_eq!(page.select(&Selector::parse("script, img, iframe").unwrap()).count(), 0);
        for address in [all(&page, "a", "href"), all(&page, "link", "href")].concat() {
            assert!(address.starts_with('/') || address.starts_with('#'), "{address}");
        }
    }
}

#[test]
fn every_link_of_the_guide_leads_to_a_page_and_to_a_place_on_it() {
    let visit = reader(Language::Swedish);
    let mut seen = BTreeSet::new();
    let mut next = VecDeque::from(["/guide".to_owned()]);
    while let Some(path) = next.pop_front().filter(|_| seen.len() < 500) {
        let (file, anchor) = path.split_once('#').unwrap_or((&path, ""));
        let came = visit.get(file);
        assert_eq!(came.status, StatusCode::OK, "{path}");
        let page = Html::parse_document(&came.text);
        assert!(anchor.is_empty() || all(&page, "[id]", "id").contains(&anchor), "{path}");
        for link in all(&page, "main a, nav a", "href") {
            let whole =
                if link.starts_with('#') { format!("{file}{link}") } else { link.to_owned() };
            if whole.starts_with("/guide") && seen.insert(whole.clone()) {
                next.push_back(whole);
            }
        }
    }
    assert!(seen.len() > Topic::ALL.len(), "{seen:?}");
}

#[test]
fn every_page_leads_to_the_guide_in_the_readers_language() {
    for (language, word) in [
        (Language::Danish, "Vejledning"),
        (Language::Swedish, "Handledning"),
        (Language::English, "Guide"),
    ] {
        let visit = reader(language);
        visit.office.lay_out(&super::fixture("lille")).unwrap();
        for path in ["/", "/desk/1", "/desk/1/timetable", "/desk/1/days", "/desk/1/plans"] {
            // Where somebody works it opens beside the work.
            let beside = if path == "/" { "" } else { " target=\"guide\"" };
            let link = format!("<a href=\"/guide\"{beside}>{word}</a>");
            assert!(visit.get(path).text.contains(&link), "{path}: {word}");
        }
    }
}

#[test]
fn a_page_opens_in_the_language_that_its_address_names() {
    let visit = reader(Language::English);
    for (name, language) in [("start.da", Language::Danish), ("start.sv", Language::Swedish)] {
        let page = Html::parse_document(&visit.get(&format!("/guide/{name}")).text);
        assert_eq!(all(&page, "article", "lang"), [language.code()]);
    }
}

#[test]
fn a_page_that_is_not_there_is_refused_and_so_is_who_has_no_key() {
    let visit = reader(Language::English);
    for name in ["nothing", "start.xx", "start.", "start.md", "..", "files.da.da"] {
        assert_eq!(visit.get(&format!("/guide/{name}")).status, StatusCode::NOT_FOUND, "{name}");
    }
    for path in ["/guide", "/guide/files"] {
        let request = Request::get(path).header("host", HOST).body(Body::empty()).unwrap();
        assert_eq!(visit.ask(request).status, StatusCode::FORBIDDEN);
    }
}

/// All that the page shows in a language on the way to a plan: what is handed over, seen, asked, kept.
pub(crate) fn walked(code: &str) -> String {
    let language = Language::ALL.into_iter().find(|one| one.code() == code).unwrap();
    let visit = reader(language);
    visit.office.lay_out(&super::fixture("lille")).unwrap();
    let mut shown = ["/", "/desk/1"].map(|path| visit.get(path).text).concat();
    visit.solve(1);
    let later = [
        "/desk/1",
        "/desk/1/timetable?lesson=0",
        "/desk/1/pupils",
        "/desk/1/days",
        "/desk/1/plans",
    ];
    shown += &later.map(|path| visit.get(path).text).concat();
    shown
}
