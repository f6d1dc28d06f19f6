//! Pages for people, read as a browser reads them.

mod grid;
mod style;

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
