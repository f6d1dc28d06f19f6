//! The guide, in the reader's language where a page of it is written in that.

use axum::response::Html;
use maud::{Markup, html};

use super::shell::still_page;
use crate::domain::Language;
use crate::guide::{Topic, screen};
use crate::web::seat::Visitor;

/// A page of the guide; in the language that the address names, else in the reader's.
pub(in crate::web) fn guide(
    visitor: &Visitor,
    topic: Topic,
    asked: Option<Language>,
) -> Html<String> {
    let own = visitor.language;
    let text = topic.text(asked.unwrap_or(own));
    let written = (text.language != own).then_some(text.language);
    let head = html! {
        p.school { a href="/" { "mesterskema" } }
        (pages(visitor, topic))
    };
    let body = html! {
        @if topic.text(own).language != own { p.soft { (visitor.words().guide_in_english) } }
        article.guide lang=[written.map(Language::code)] { (screen(text)) }
    };
    let title = format!("{} – {}", topic.line(own), visitor.words().guide);
    still_page(own, &title, &head, &body, &format!("/guide/{}", topic.name()))
}

/// The ways to the other pages.
fn pages(visitor: &Visitor, here: Topic) -> Markup {
    html! {
        nav.topics aria-label=(visitor.words().guide) {
            ul {
                @for topic in Topic::ALL {
                    li {
                        a href={ "/guide/" (topic.name()) } aria-current=[(topic == here).then_some("page")] {
                            (topic.line(visitor.language))
                        }
                    }
                }
            }
        }
    }
}
