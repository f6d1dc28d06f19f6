//! Who asks: in which language, and about which desk.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::http::uri::PathAndQuery;

use super::desk::{Bench, Desk};
use super::guard::cookies;
use super::office::Office;
use super::refused::Refused;
use super::words::Words;
use crate::domain::Language;

/// The cookie with the language that somebody chose.
pub(super) const LANGUAGE: &str = "mesterskema-language";

/// Somebody who asks.
pub(super) struct Visitor {
    pub(super) office: Arc<Office>,
    pub(super) language: Language,
}

/// Somebody who asks about a desk.
pub(super) struct Seat {
    pub(super) office: Arc<Office>,
    pub(super) language: Language,
    pub(super) number: u32,
    pub(super) desk: Arc<Desk>,
    /// The address that was asked for, with its query.
    pub(super) here: String,
}

impl Visitor {
    pub(super) fn words(&self) -> &'static Words {
        Words::of(self.language)
    }
}

impl Seat {
    pub(super) fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    /// The school as it can be worked on; without one there is no such page.
    pub(super) fn bench(&self) -> Result<&Bench, Refused> {
        self.desk.bench.as_ref().ok_or(Refused::Missing)
    }

    /// An address about this desk.
    pub(super) fn address(&self, rest: &str) -> String {
        format!("/desk/{}{rest}", self.number)
    }
}

/// What somebody chose, else what the program was started with, else what the school or the browser says.
fn language(office: &Office, headers: &HeaderMap, of_school: Option<Language>) -> Language {
    let coded = |code: &str| Language::ALL.into_iter().find(|one| one.code() == code);
    let chosen = cookies(headers, LANGUAGE).find_map(coded);
    let accepted = || {
        let header = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
        header.split(',').find_map(|item| coded(item.trim().get(..2)?))
    };
    chosen.or(office.language()).or(of_school).or_else(accepted).unwrap_or_default()
}

impl FromRequestParts<Arc<Office>> for Visitor {
    type Rejection = Refused;

    async fn from_request_parts(
        parts: &mut Parts,
        office: &Arc<Office>,
    ) -> Result<Self, Self::Rejection> {
        let language = language(office, &parts.headers, None);
        Ok(Self { office: Arc::clone(office), language })
    }
}

impl FromRequestParts<Arc<Office>> for Seat {
    type Rejection = Refused;

    async fn from_request_parts(
        parts: &mut Parts,
        office: &Arc<Office>,
    ) -> Result<Self, Self::Rejection> {
        let number = parts.uri.path().split('/').nth(2).and_then(|number| number.parse().ok());
        let number: u32 = number.ok_or(Refused::Missing)?;
        let desk = office.desk(number).ok_or(Refused::Missing)?;
        let language = language(office, &parts.headers, desk.language);
        let here = parts.uri.path_and_query().map_or("", PathAndQuery::as_str).to_owned();
        Ok(Self { office: Arc::clone(office), language, number, desk, here })
    }
}
