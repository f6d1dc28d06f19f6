//! What the page looks like: markup alone. What is told is found elsewhere.

pub(super) mod board;
mod contrast;
pub(super) mod days;
pub(super) mod faults;
pub(super) mod guide;
mod matching;
mod moved;
pub(super) mod overtaken;
pub(super) mod plans;
pub(super) mod pupils;
pub(super) mod school;
mod shell;
pub(super) mod solving;
pub(super) mod start;
mod unplaced;
pub(super) mod week_of;
pub(super) mod whatif;
pub(super) mod why;

pub(super) use shell::{Tab, page, plain_page};

use std::fmt::Write as _;

use maud::{Markup, html};

use super::situation::Situation;

/// The headings of a table's columns.
pub(super) fn headings<const COLUMNS: usize>(headings: [&str; COLUMNS]) -> Markup {
    html! { thead { tr { @for heading in headings { th scope="col" { (heading) } } } } }
}

/// What a form tells of the page that it stands on: what it shows.
pub(super) fn seen(now: &Situation) -> Markup {
    html! { input type="hidden" name="seen" value=(now.number); }
}

/// A text as a part of an address.
pub(super) fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
