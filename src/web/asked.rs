//! What a request says, or a refusal in words where it cannot be read.

use axum::body::Bytes;
use axum::extract::multipart::MultipartError;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, FromRequest, FromRequestParts, Multipart, Path, Query, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use multer::Error as Broken;
use serde::de::DeserializeOwned;

use super::refused::Refused;

/// A form that was filled in.
pub(super) struct Filled<Fields>(pub(super) Fields);

/// What stands behind the question mark of an address.
pub(super) struct Asked<Fields>(pub(super) Fields);

/// What stands in an address in the places of names and numbers.
pub(super) struct Named<Fields>(pub(super) Fields);

/// Files that are handed over.
pub(super) struct Handed(Multipart);

impl<Fields: DeserializeOwned, Office: Send + Sync> FromRequest<Office> for Filled<Fields> {
    type Rejection = Refused;

    async fn from_request(request: Request, office: &Office) -> Result<Self, Refused> {
        match Form::from_request(request, office).await {
            Ok(Form(fields)) => Ok(Self(fields)),
            Err(FormRejection::BytesRejection(rejection)) => Err(cut(rejection.status())),
            Err(_) => Err(Refused::Garbled),
        }
    }
}

impl<Fields: DeserializeOwned, Office: Send + Sync> FromRequestParts<Office> for Asked<Fields> {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, office: &Office) -> Result<Self, Refused> {
        let asked = Query::from_request_parts(parts, office).await;
        asked.map(|Query(fields)| Self(fields)).map_err(|_| Refused::Garbled)
    }
}

impl<Fields: DeserializeOwned + Send, Office: Send + Sync> FromRequestParts<Office>
    for Named<Fields>
{
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, office: &Office) -> Result<Self, Refused> {
        let named = Path::from_request_parts(parts, office).await;
        named.map(|Path(fields)| Self(fields)).map_err(|_| Refused::Missing)
    }
}

impl<Office: Send + Sync> FromRequest<Office> for Handed {
    type Rejection = Refused;

    async fn from_request(request: Request, office: &Office) -> Result<Self, Refused> {
        let parts = Multipart::from_request(request, office).await;
        parts.map(Self).map_err(|_| Refused::Garbled)
    }
}

impl Handed {
    /// The files, each with the name that it came with.
    pub(super) async fn files(mut self) -> Result<Vec<(String, Bytes)>, Refused> {
        let mut files = Vec::new();
        while let Some(part) = self.0.next_field().await.map_err(|error| unread(&error))? {
            let name = part.file_name().unwrap_or_default().to_owned();
            let bytes = part.bytes().await.map_err(|error| unread(&error))?;
            if !name.is_empty() {
                files.push((name, bytes));
            }
        }
        Ok(files)
    }
}

/// Why files that are handed over cannot be read.
fn unread(error: &MultipartError) -> Refused {
    let broken = std::error::Error::source(error).and_then(|source| source.downcast_ref());
    match broken {
        Some(Broken::ReadHeaderFailed(_) | Broken::DecodeHeaderValue { .. }) => Refused::Unnamed,
        _ => cut(error.status()),
    }
}

/// Why what was sent is not there whole.
fn cut(status: StatusCode) -> Refused {
    if status == StatusCode::PAYLOAD_TOO_LARGE { Refused::Large } else { Refused::Cut }
}
