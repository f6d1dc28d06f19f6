//! The first page: hand over a school, or go on with one.

use axum::response::Html;
use maud::{Markup, html};

use super::plain_page;
use crate::web::seat::Visitor;
use crate::web::shelf::Plan;

/// The page.
pub(in crate::web) fn start(visitor: &Visitor) -> Html<String> {
    let words = visitor.words();
    plain_page(
        visitor.language,
        &html! {
            h1 { (words.start_title) }
            p.answer { (words.start_lead) }
            (hand_over(visitor))
            (open_desks(visitor))
            (kept_plans(visitor))
        },
    )
}

fn hand_over(visitor: &Visitor) -> Markup {
    let words = visitor.words();
    html! {
        form.drop data-drop method="post" action="/load" enctype="multipart/form-data" {
            h2 { (words.load_title) }
            p { (words.load_lead) }
            p {
                label for="files" { (words.choose_files) }
                input id="files" type="file" name="files" multiple;
            }
            p {
                label for="folder" { (words.choose_folder) }
                input id="folder" type="file" name="files" webkitdirectory;
            }
            button.main { (words.load) }
            p.soft { (words.load_privacy) }
        }
    }
}

fn open_desks(visitor: &Visitor) -> Markup {
    let (words, desks) = (visitor.words(), visitor.office.desks());
    html! {
        @if !desks.is_empty() {
            h2 { (words.open_schools) }
            ul {
                @for (number, desk) in &desks {
                    li {
                        a href={ "/desk/" (number) } {
                            (desk.name().unwrap_or(words.a_school)) " (" (number) ")"
                        }
                    }
                }
            }
        }
    }
}

fn kept_plans(visitor: &Visitor) -> Markup {
    let (words, shelf) = (visitor.words(), &visitor.office.shelf);
    let plans = shelf.plans();
    html! {
        @if !plans.is_empty() {
            h2 { (words.kept_plans) }
            ul.plain {
                @for (position, plan) in plans.iter().enumerate() { li { (reopen(visitor, position, plan)) } }
            }
        }
        @for folder in shelf.unreadable() {
            p.missed { (words.plan_unreadable) " " (folder) }
        }
    }
}

fn reopen(visitor: &Visitor, position: usize, plan: &Plan) -> Markup {
    let school = plan.desk.name().unwrap_or_default();
    html! {
        form.inline method="post" action={ "/plans/" (position) "/open" } {
            span { strong { (plan.name) } " " span.soft { (school) } }
            " "
            button.quiet aria-label={ (visitor.words().open_plan) " " (plan.name) } { (visitor.words().open_plan) }
        }
    }
}
