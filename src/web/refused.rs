//! Requests that are not answered, and why.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use maud::{DOCTYPE, html};

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It is meant for another address.
    Host,
    /// It comes from another page.
    Origin,
    /// It comes without the key.
    Key,
    /// There is no such thing.
    Missing,
    /// It says nothing that can be understood.
    Garbled,
    /// It brings too much.
    Large,
}

impl Refused {
    const fn status(self) -> StatusCode {
        match self {
            Self::Host => StatusCode::MISDIRECTED_REQUEST,
            Self::Origin | Self::Key => StatusCode::FORBIDDEN,
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Garbled => StatusCode::BAD_REQUEST,
            Self::Large => StatusCode::PAYLOAD_TOO_LARGE,
        }
    }

    /// Danish, Swedish and English, for nobody knows yet who asks.
    const fn sentences(self) -> [&'static str; 3] {
        match self {
            Self::Host | Self::Origin => [
                "Siden svarer kun sine egne sider.",
                "Sidan svarar bara sina egna sidor.",
                "This page answers its own pages only.",
            ],
            Self::Key => [
                "Åbn den adresse, som programmet skrev, da det startede.",
                "Öppna den adress som programmet skrev när det startade.",
                "Open the address that the program printed when it started.",
            ],
            Self::Missing => [
                "Siden findes ikke, eller programmet er startet på ny. Begynd fra forsiden.",
                "Sidan finns inte, eller så har programmet startats om. Börja från startsidan.",
                "There is no such page, or the program was started anew. Begin at the front page.",
            ],
            Self::Garbled => [
                "Det, der blev sendt, kan ikke læses. Gå tilbage, og prøv igen.",
                "Det som skickades går inte att läsa. Gå tillbaka och försök igen.",
                "What was sent cannot be read. Go back and try again.",
            ],
            Self::Large => [
                "Filerne er for store til at være en skoles skema.",
                "Filerna är för stora för att vara en skolas schema.",
                "The files are too large to be a school's timetable.",
            ],
        }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let [danish, swedish, english] = self.sentences();
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head { meta charset="utf-8"; title { "mesterskema" } link rel="stylesheet" href="/style.css"; }
                body {
                    main {
                        h1 { "mesterskema" }
                        p lang="da" { (danish) }
                        p lang="sv" { (swedish) }
                        p lang="en" { (english) }
                        p { a href="/" { "mesterskema" } }
                    }
                }
            }
        };
        (self.status(), Html(page.into_string())).into_response()
    }
}
