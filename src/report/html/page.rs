//! The shell of every page: language, title, style, a way past the contents, the contents.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::domain::Language;
use crate::words::pick;

/// The one style sheet, for light and dark screens and for paper.
pub const STYLE: &str = include_str!("style.css");

/// Even if something slipped through unescaped, a page with this rule runs and loads nothing.
const NOTHING_FROM_ELSEWHERE: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A page that stands alone.
pub struct Page<'a> {
    /// Its language.
    pub language: Language,
    /// What a browser calls it.
    pub title: &'a str,
    /// What stands above everything else.
    pub head: Markup,
    /// Its sections: the id and the heading of each.
    pub contents: &'a [(&'static str, String)],
    /// The sections themselves.
    pub body: Markup,
}

impl Page<'_> {
    /// The page as bytes for a file.
    #[must_use]
    pub fn render(&self) -> String {
        let markup = html! {
            (DOCTYPE)
            html lang=(self.language.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta http-equiv="Content-Security-Policy" content=(NOTHING_FROM_ELSEWHERE);
                    title { (self.title) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    a.skip href="#main" { (pick!(self.language, "Spring til indholdet", "Hoppa till innehållet", "Skip to the content")) }
                    header { (self.head) }
                    (self.contents())
                    main id="main" { (self.body) }
                }
            }
        };
        markup.into_string()
    }

    fn contents(&self) -> Markup {
        html! {
            @if self.contents.len() > 1 {
                nav aria-label=(pick!(self.language, "Indhold", "Innehåll", "Contents")) {
                    ul {
                        @for (id, heading) in self.contents {
                            li { a href={ "#" (id) } { (heading) } }
                        }
                    }
                }
            }
        }
    }
}

/// A section of a report.
pub(in crate::report) struct Section {
    /// Its anchor.
    pub(in crate::report) id: &'static str,
    /// Its heading.
    pub(in crate::report) heading: String,
    /// What is below the heading.
    pub(in crate::report) body: Markup,
}

/// A report: the school's name and what is asked, the answer in a few words, the sections.
pub(in crate::report) fn report(
    (school, title): (Option<&str>, &str),
    answer: &str,
    sections: &[Section],
    language: Language,
) -> String {
    let head = html! {
        @if let Some(school) = school { p.school { (school) } }
        h1 { (title) }
        p.answer { (answer) }
    };
    let body = html! {
        @for Section { id, heading, body } in sections {
            section aria-labelledby=(id) { h2 id=(id) { (heading) } (body) }
        }
    };
    let contents: Vec<(&str, String)> =
        sections.iter().map(|section| (section.id, section.heading.clone())).collect();
    let called = school.map_or_else(|| title.to_owned(), |school| format!("{school}: {title}"));
    Page { language, title: &called, head, contents: &contents, body }.render()
}

/// Those sections that have something below their headings.
pub(in crate::report) fn filled<const SECTIONS: usize>(
    sections: [(&'static str, &str, Option<Markup>); SECTIONS],
) -> Vec<Section> {
    let section = |(id, heading, body): (_, &str, Option<Markup>)| {
        Some(Section { id, heading: heading.to_owned(), body: body? })
    };
    sections.into_iter().filter_map(section).collect()
}
