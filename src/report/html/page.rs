//! The shell of every page: language, title, style, a way past the contents, the contents.

use itertools::Itertools;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::domain::{Date, Language};
use crate::words::{date, pick};

/// The one style sheet, for light and dark screens and for paper.
pub const STYLE: &str = include_str!("style.css");

/// Even if something slipped through unescaped, a page with this rule runs and loads nothing.
const NOTHING_FROM_ELSEWHERE: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// What is written below every sheet that a page is printed on, beside the sheet's number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Foot<'a> {
    /// Whose page it is.
    pub school: Option<&'a str>,
    /// The date of today.
    pub printed: Option<Date>,
}

/// A page that stands alone.
pub struct Page<'a> {
    /// Its language.
    pub language: Language,
    /// What a browser calls it.
    pub title: &'a str,
    /// What is written below every printed sheet.
    pub foot: Foot<'a>,
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
                    style { (PreEscaped(STYLE)) (PreEscaped(self.sheets())) }
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

    /// The style of what stands below every printed sheet.
    fn sheets(&self) -> String {
        let Foot { school, printed } = self.foot;
        let [page, of] = pick!(self.language, ["side", "af"], ["sida", "av"], ["page", "of"]);
        let left = [school, Some(self.title)].into_iter().flatten().unique().join(" · ");
        let date = printed.map_or_else(String::new, |day| date(day, self.language) + " · ");
        format!(
            "@page {{ @bottom-left {{ content: {} }} @bottom-right {{ content: {} counter(page) {} counter(pages) }} }}",
            quoted(&left),
            quoted(&format!("{date}{page} ")),
            quoted(&format!(" {of} ")),
        )
    }

    fn contents(&self) -> Markup {
        let heading = pick!(self.language, "Indhold", "Innehåll", "Contents");
        html! {
            @if self.contents.len() > 1 {
                nav aria-label=(heading) {
                    span.on-paper aria-hidden="true" { (heading) ": " }
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

/// A text as a style sheet quotes it: everything that could end the text or the sheet is written as a number.
fn quoted(text: &str) -> String {
    let plain = |sign: char| sign.is_alphanumeric() || " .,·".contains(sign);
    let written = text.chars().map(|sign| match sign {
        sign if plain(sign) => sign.to_string(),
        sign => format!("\\{:x} ", u32::from(sign)),
    });
    format!("\"{}\"", written.collect::<String>())
}

/// What a report is about.
#[derive(Clone, Copy)]
pub(in crate::report) struct About<'a> {
    /// Whose it is.
    pub(in crate::report) school: Option<&'a str>,
    /// What was asked.
    pub(in crate::report) title: &'a str,
    /// The date of today.
    pub(in crate::report) printed: Option<Date>,
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
    about: About<'_>,
    answer: &str,
    sections: &[Section],
    language: Language,
) -> String {
    let About { school, title, printed } = about;
    let head = html! {
        (line(school, printed, language))
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
    let foot = Foot { school: None, printed };
    Page { language, title: &called, foot, head, contents: &contents, body }.render()
}

/// Whose a page is and of which date, as far as that is known.
pub(crate) fn line(school: Option<&str>, printed: Option<Date>, language: Language) -> Markup {
    let printed = printed.map(|day| date(day, language));
    let told = school.map(str::to_owned).into_iter().chain(printed).join(" · ");
    html! { @if !told.is_empty() { p.school { (told) } } }
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
