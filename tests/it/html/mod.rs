//! Pages for people, read as a browser reads them.

mod grid;
mod pages;
mod paper;
mod questions;
mod school_days;
mod style;

use std::collections::BTreeSet;

use mesterskema::domain::Language;
use scraper::{ElementRef, Html, Selector};

/// What a page is, when it is read as a browser does; nothing in it may need mending.
pub(crate) fn read(page: &str) -> Html {
    let read = Html::parse_document(page);
    assert_eq!(read.errors, [""; 0], "{page}");
    read
}

/// The elements that a selector finds.
pub(crate) fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// What an element says, its parts apart, blanks collapsed.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    let parts = element.text().collect::<Vec<_>>().join(" ");
    parts.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What every element says that a selector finds.
pub(crate) fn texts(page: &Html, selector: &str) -> Vec<String> {
    all(page, selector).into_iter().map(text).collect()
}

/// Reads a page and finds that it stands alone and can be used by everybody: its language, one first heading, headings
/// without a step left out, a way past the contents, names for tables, their columns and regions, and nothing from elsewhere.
pub(crate) fn read_well(page: &str, language: Language) -> Html {
    let read = read(page);
    assert_eq!(all(&read, "html")[0].attr("lang"), Some(language.code()));
    assert_eq!(all(&read, "title").len() - all(&read, "svg title").len(), 1);
    let levels = all(&read, "h1, h2, h3").iter().map(|one| one.value().name()).collect::<Vec<_>>();
    assert_eq!(levels.iter().filter(|&&level| level == "h1").count(), 1);
    assert!(levels.windows(2).all(|two| two != ["h1", "h3"]), "{levels:?}");
    assert_eq!(all(&read, "a.skip")[0].attr("href"), Some("#main"));
    assert_eq!(all(&read, "main#main").len(), 1);
    assert_eq!(all(&read, "table").len(), all(&read, "table > caption").len());
    assert!(all(&read, "th:not([scope])").is_empty() && all(&read, "th:empty").is_empty());
    assert!(texts(&read, "caption, h1, h2, h3, summary").iter().all(|text| !text.is_empty()));
    assert!(all(&read, "[role=group]:not([aria-label]):not([aria-labelledby])").is_empty());
    nothing_from_elsewhere(page, &read);
    anchors_lead_somewhere(&read);
    read
}

fn nothing_from_elsewhere(page: &str, read: &Html) {
    let loading = "script, link, img, iframe, object, embed, form, base, [src], [style]";
    assert!(all(read, loading).is_empty());
    for sign in ["url(", "@import", "//", "expression("] {
        assert!(!page.contains(sign), "{sign}");
    }
    let handlers = all(read, "*").into_iter().flat_map(|one| one.value().attrs());
    assert!(handlers.into_iter().all(|(name, _)| !name.starts_with("on")));
}

fn anchors_lead_somewhere(read: &Html) {
    let ids: Vec<&str> = all(read, "[id]").iter().filter_map(|one| one.attr("id")).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an anchor is there twice");
    for link in all(read, "a") {
        let anchor = link.attr("href").and_then(|href| href.strip_prefix('#')).unwrap();
        assert!(unique.contains(anchor), "#{anchor}");
    }
    for named in all(read, "[aria-labelledby]") {
        let names = named.attr("aria-labelledby").unwrap().split_whitespace();
        assert!(names.into_iter().all(|name| unique.contains(name)));
    }
}

/// A page as a person reads it from the top: headings, sentences and the lines of its tables, without the weeks.
pub(crate) fn outline(page: &Html) -> String {
    let told =
        "h1, h2, h3, p, li, main table:not(.week) caption, main table:not(.week) tr, summary";
    let line = |element: ElementRef<'_>| {
        let cells = Selector::parse("th, td").unwrap();
        let cells: Vec<String> = element.select(&cells).map(text).collect();
        let told = if cells.is_empty() { text(element) } else { cells.join(" | ") };
        format!("{:<7} {told}", element.value().name()).trim_end().to_owned()
    };
    all(page, told).into_iter().map(line).collect::<Vec<_>>().join("\n") + "\n"
}
