//! Who may ask at all: only the browser that was given the key, only for this address, only from its own pages.
//!
//! # Source
//! OWASP, *Cross-Site Request Forgery Prevention Cheat Sheet* (`Sec-Fetch-Site`, `Origin`); W3C, *Fetch Metadata Request
//! Headers*; a foreign `Host` is how DNS rebinding shows.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, HOST, LOCATION, ORIGIN, REFERRER_POLICY,
    SET_COOKIE, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::office::Office;
use super::refused::Refused;

/// A page may use nothing but what this program serves, and no script that stands in the page itself.
const CONTENT: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Lets a request pass, or refuses it; whatever is answered is kept by nobody.
pub(super) async fn guard(
    State(office): State<Arc<Office>>,
    request: Request,
    next: Next,
) -> Response {
    let answer = match judge(&office, &request) {
        Ok(Passage::Known) => unharmed(next.run(request)).await,
        Ok(Passage::New) => welcome(&office),
        Err(refused) => refused.into_response(),
    };
    sealed(answer)
}

/// An answer also where the work panics: the page goes on for all others.
async fn unharmed(work: impl Future<Output = Response>) -> Response {
    let mut work = pin!(work);
    let step = |context: &mut Context<'_>| {
        let polled = catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context)));
        polled.unwrap_or_else(|_| Poll::Ready(Refused::Defect.into_response()))
    };
    poll_fn(step).await
}

/// How a request comes to be let in.
enum Passage {
    /// With the cookie.
    Known,
    /// With the key in its address.
    New,
}

fn judge(office: &Office, request: &Request) -> Result<Passage, Refused> {
    let headers = request.headers();
    let host = text(headers, HOST.as_str()).unwrap_or_default();
    if !office.hosts().iter().any(|own| own == host) {
        return Err(Refused::Host);
    }
    let given = |name| request.uri().query().and_then(|query| query.strip_prefix(name));
    let is_new = || {
        given("key=").is_some_and(|key| office.key().opens(key))
            || given("once=").is_some_and(|key| office.is_invited(key))
    };
    if request.method() == Method::GET && is_new() {
        return Ok(Passage::New);
    }
    if !is_own(request.method(), headers, host) {
        return Err(Refused::Origin);
    }
    let known = cookies(headers, &office.cookie()).any(|key| office.key().opens(key));
    let unknown = if given("once=").is_some() { Refused::Used } else { Refused::Key };
    if known { Ok(Passage::Known) } else { Err(unknown) }
}

/// Whether the request comes from a page of this address, or from nowhere. What changes anything must say so.
fn is_own(method: &Method, headers: &HeaderMap, host: &str) -> bool {
    let origin = text(headers, ORIGIN.as_str());
    let own = origin.map(|origin| origin.strip_prefix("http://") == Some(host));
    let reads = matches!(*method, Method::GET | Method::HEAD);
    match text(headers, "sec-fetch-site") {
        // Pages here send no referrer, so a form's origin is `null` even on its way home.
        Some("same-origin") => own != Some(false) || origin == Some("null"),
        Some("none") => reads && own != Some(false),
        Some(_) => false,
        None => own.unwrap_or(reads),
    }
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The values of the cookies called `name`.
pub(super) fn cookies<'h>(headers: &'h HeaderMap, name: &str) -> impl Iterator<Item = &'h str> {
    let all = headers.get_all(COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let pairs = all.flat_map(|all| all.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(move |(own, _)| *own == name).map(|(_, value)| value)
}

/// Gives the key as a cookie, and takes it out of the address that others may see.
fn welcome(office: &Office) -> Response {
    let (name, key) = (office.cookie(), office.key().as_str());
    let cookie = format!("{name}={key}; Path=/; HttpOnly; SameSite=Strict");
    (StatusCode::SEE_OTHER, [(LOCATION, office.front()), (SET_COOKIE, cookie)]).into_response()
}

fn sealed(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, CONTENT),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    for name in ["cross-origin-opener-policy", "cross-origin-resource-policy"] {
        headers.insert(name, HeaderValue::from_static("same-origin"));
    }
    answer
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use tokio::runtime::Builder;
    use tower::ServiceExt as _;

    use super::*;

    async fn broken() -> StatusCode {
        panic!("on purpose")
    }

    #[test]
    fn an_answer_that_panics_is_told_and_the_next_is_given() {
        let office = Arc::new(Office::new(1, None, None).unwrap());
        let [host, _] = office.hosts();
        let cookie = format!("{}={}", office.cookie(), office.key().as_str());
        let page = Router::new()
            .route("/", get(async || StatusCode::NO_CONTENT))
            .route("/broken", get(broken))
            .layer(from_fn_with_state(office, guard));
        let ask = |path: &str| {
            let request = Request::get(path).header(HOST, &host).header(COOKIE, &cookie);
            let request = request.body(Body::empty()).unwrap();
            let runtime = Builder::new_current_thread().build().unwrap();
            runtime.block_on(page.clone().oneshot(request)).unwrap().status()
        };
        assert_eq!(ask("/broken"), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(ask("/"), StatusCode::NO_CONTENT);
    }
}
