//! The keys that the page knows, told when somebody asks.

use maud::{Markup, html};

use super::words::Words;
use crate::domain::Language;

/// What the button is called that shows the list.
pub(in crate::web::pages) const fn label(language: Language) -> &'static str {
    Words::of(language).keys
}

/// The list, shown by `?` and by a button.
pub(in crate::web::pages) fn keys(language: Language) -> Markup {
    let words = Words::of(language);
    let all: [(&[&str], &str); 7] = [
        (&["←", "→"], words.key_neighbours),
        (&["Enter"], words.key_choose),
        (&["Enter"], words.key_put),
        (&["Esc"], words.key_let_go),
        (&["Ctrl", "Z"], words.key_undo),
        (&["Ctrl", "Y"], words.key_redo),
        (&["?"], words.key_help),
    ];
    html! {
        dialog id="keys" aria-labelledby="keys-title" {
            h2 id="keys-title" { (words.keys) }
            dl {
                @for (keys, told) in all {
                    div {
                        dt { @for key in keys { kbd { (key) } " " } }
                        dd { (told) }
                    }
                }
            }
            form method="dialog" { button { (words.close) } }
        }
    }
}
