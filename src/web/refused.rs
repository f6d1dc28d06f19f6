//! Requests that are not answered, and why.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use maud::{DOCTYPE, html};

use crate::domain::Language;
use crate::words::pick;

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It is meant for another address.
    Host,
    /// It comes from another page.
    Origin,
    /// It comes without the key.
    Key,
    /// It comes with a key that opens once, and did so or is too old.
    Used,
    /// There is no such thing.
    Missing,
    /// It says nothing that can be understood.
    Garbled,
    /// It brings too much.
    Large,
    /// It broke off, or took too long.
    Cut,
    /// A file has a name that cannot be read.
    Unnamed,
    /// Nothing there can be asked for in this way.
    Method,
    /// The files cannot be kept.
    Full,
    /// The machine has nobody to do it.
    Busy,
    /// The program has a defect.
    Defect,
}

impl Refused {
    const fn status(self) -> StatusCode {
        match self {
            Self::Host => StatusCode::MISDIRECTED_REQUEST,
            Self::Origin | Self::Key | Self::Used => StatusCode::FORBIDDEN,
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Garbled | Self::Cut | Self::Unnamed => StatusCode::BAD_REQUEST,
            Self::Large => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Defect => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Danish, Swedish and English, for nobody knows yet who asks.
    pub(super) fn sentences(self) -> [(Language, &'static str); 3] {
        Language::ALL.map(|language| (language, self.sentence(language)))
    }

    const fn sentence(self, language: Language) -> &'static str {
        pick!(language, match self {
            Self::Host | Self::Origin =>
                "Siden svarer kun sine egne sider.",
                "Sidan svarar bara sina egna sidor.",
                "This page answers its own pages only.";
            Self::Key =>
                "Åbn den adresse, som programmet skrev, da det startede.",
                "Öppna den adress som programmet skrev när det startade.",
                "Open the address that the program printed when it started.";
            Self::Missing =>
                "Siden findes ikke, eller programmet er startet på ny. Begynd fra forsiden.",
                "Sidan finns inte, eller så har programmet startats om. Börja från startsidan.",
                "There is no such page, or the program was started anew. Begin at the front page.";
            Self::Garbled =>
                "Det, der blev sendt, kan ikke læses. Gå tilbage, og prøv igen.",
                "Det som skickades går inte att läsa. Gå tillbaka och försök igen.",
                "What was sent cannot be read. Go back and try again.";
            Self::Used =>
                "Den adresse, som browseren blev startet med, virker én gang og kun straks. Var det ikke dig, der brugte den, så afslut programmet; ellers åbn den adresse, som det skrev.",
                "Adressen som webbläsaren startades med fungerar en gång och bara genast. Var det inte du som använde den, så avsluta programmet; öppna annars adressen som det skrev.",
                "The address that the browser was started with works once, and only at once. If it was not you who used it, end the program; else open the address that it printed.";
            Self::Large =>
                "Det, der blev sendt, er for stort. Filerne fylder højst 32 MB tilsammen.",
                "Det som skickades är för stort. Filerna får vara högst 32 MB tillsammans.",
                "What was sent is too large. The files have at most 32 MB together.";
            Self::Cut =>
                "Det, der blev sendt, kom ikke helt frem. Prøv igen.",
                "Det som skickades kom inte fram helt. Försök igen.",
                "What was sent did not arrive whole. Try again.";
            Self::Unnamed =>
                "En fils navn kan ikke læses; det har et tegn, som intet navn må have, fx et linjeskift. Omdøb filen, og læg den ind igen.",
                "Namnet på en fil går inte att läsa; det har ett tecken som inget namn får ha, t.ex. en radbrytning. Byt namn på filen och lägg in den igen.",
                "The name of a file cannot be read; it has a sign that no name may have, such as a line break. Rename the file and hand it over again.";
            Self::Method =>
                "Sådan kan der ikke spørges her. Begynd fra forsiden.",
                "Så kan man inte fråga här. Börja från startsidan.",
                "Nothing here can be asked for in this way. Begin at the front page.";
            Self::Full =>
                "Filerne kan ikke gemmes i mappen til midlertidige filer. Er disken fuld?",
                "Filerna går inte att spara i mappen för tillfälliga filer. Är disken full?",
                "The files cannot be kept in the folder for temporary files. Is the disk full?";
            Self::Busy =>
                "Computeren har for travlt til at begynde. Prøv igen om lidt.",
                "Datorn har för mycket att göra för att börja. Försök igen om en stund.",
                "The computer is too busy to begin. Try again in a moment.";
            Self::Defect =>
                "Det gik galt i programmet selv, og intet blev ændret. Meld gerne fejlen, og prøv igen.",
                "Det gick fel i programmet självt, och inget ändrades. Anmäl gärna felet och försök igen.",
                "Something went wrong in the program itself, and nothing was changed. Please report it, and try again.";
        })
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head { meta charset="utf-8"; title { "mesterskema" } link rel="stylesheet" href="/style.css"; }
                body {
                    main {
                        h1 { "mesterskema" }
                        @for (language, sentence) in self.sentences() { p lang=(language.code()) { (sentence) } }
                        p { a href="/" { "mesterskema" } }
                    }
                }
            }
        };
        (self.status(), Html(page.into_string())).into_response()
    }
}
