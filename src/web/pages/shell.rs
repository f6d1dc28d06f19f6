//! What every page has: the school's name, the ways to the other pages, the languages.

use axum::response::Html;
use maud::{DOCTYPE, Markup, html};

use super::board::{keys, keys_label};
use crate::domain::Language;
use crate::web::seat::Seat;
use crate::web::words::Words;

/// A page about a desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::web) enum Tab {
    School,
    Timetable,
    Pupils,
    Days,
    WhatIf,
    Plans,
}

impl Tab {
    const ALL: [Self; 6] =
        [Self::School, Self::Timetable, Self::Pupils, Self::Days, Self::WhatIf, Self::Plans];

    const fn name(self, words: &Words) -> &'static str {
        match self {
            Self::School => words.tab_school,
            Self::Timetable => words.tab_timetable,
            Self::Pupils => words.tab_pupils,
            Self::Days => words.tab_days,
            Self::WhatIf => words.tab_whatif,
            Self::Plans => words.tab_plans,
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::School => "",
            Self::Timetable => "/timetable",
            Self::Pupils => "/pupils",
            Self::Days => "/days",
            Self::WhatIf => "/whatif",
            Self::Plans => "/plans",
        }
    }
}

/// A page about a desk.
pub(in crate::web) fn page(seat: &Seat, tab: Tab, body: &Markup) -> Html<String> {
    let words = seat.words();
    let name = seat.desk.name().unwrap_or(words.a_school);
    let here = seat.desk.bench.is_some();
    let head = html! {
        p.school { a href="/" { "mesterskema" } " · " (guide_beside(words)) }
        h1 { (name) }
        button.quiet data-keys aria-label=(keys_label(seat.language)) { "?" }
        (keys(seat.language))
        @if here {
            nav aria-label=(words.pages) {
                ul.tabs {
                    @for one in Tab::ALL {
                        li {
                            a href=(seat.address(one.path())) aria-current=[(one == tab).then_some("page")] {
                                (one.name(words))
                            }
                        }
                    }
                }
            }
        }
    };
    let title = format!("{} – {name}", tab.name(words));
    whole(seat.language, &title, &head, body, &seat.here, &script())
}

/// A page about no desk.
pub(in crate::web) fn plain_page(language: Language, body: &Markup) -> Html<String> {
    let head = html! { p.school { "mesterskema" " · " (to_guide(Words::of(language))) } };
    whole(language, "mesterskema", &head, body, "/", &script())
}

/// A page to read: it does nothing, and has no script.
pub(in crate::web) fn still_page(
    language: Language,
    title: &str,
    head: &Markup,
    body: &Markup,
    back: &str,
) -> Html<String> {
    whole(language, title, head, body, back, &html! {})
}

/// The way to the guide, from every page.
fn to_guide(words: &Words) -> Markup {
    html! { a href="/guide" { (words.guide) } }
}

/// The same from where somebody works: the guide opens beside it.
fn guide_beside(words: &Words) -> Markup {
    html! { a href="/guide" target="guide" { (words.guide) } }
}

fn script() -> Markup {
    html! { script src="/script.js" defer {} }
}

fn whole(
    language: Language,
    title: &str,
    head: &Markup,
    body: &Markup,
    back: &str,
    script: &Markup,
) -> Html<String> {
    let words = Words::of(language);
    let page = html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                link rel="stylesheet" href="/style.css";
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                (script)
            }
            body data-waiting=(words.waiting) data-broken=(words.broken) {
                a.skip href="#main" { (words.skip) }
                header { (languages(language, words, back)) (head) }
                main id="main" tabindex="-1" { (body) }
            }
        }
    };
    Html(page.into_string())
}

fn languages(language: Language, words: &Words, back: &str) -> Markup {
    let name = |one| match one {
        Language::Danish => "Dansk",
        Language::Swedish => "Svenska",
        Language::English => "English",
    };
    html! {
        form.languages method="post" action="/language" aria-label=(words.language) {
            input type="hidden" name="back" value=(back);
            @for one in Language::ALL {
                button.quiet name="language" value=(one.code()) lang=(one.code())
                    aria-pressed=(if one == language { "true" } else { "false" }) { (name(one)) }
            }
        }
    }
}
