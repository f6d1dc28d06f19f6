//! Who is not answered.

use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{Request, StatusCode};

use super::{HOST, Visit};

fn status(visit: &Visit, request: Builder) -> StatusCode {
    visit.ask(request.body(Body::empty()).unwrap()).status
}

#[test]
fn a_foreign_host_is_refused_even_with_the_key() {
    let visit = Visit::to("lille");
    for host in ["evil.example", "evil.example:4711", "127.0.0.1:4712", "127.0.0.1", ""] {
        let request = Request::get("/").header("host", host).header("cookie", &visit.cookie);
        assert_eq!(status(&visit, request), StatusCode::MISDIRECTED_REQUEST, "{host}");
    }
    assert_eq!(status(&visit, Request::get("/")), StatusCode::MISDIRECTED_REQUEST);
}

#[test]
fn without_the_key_nothing_is_shown_and_with_it_the_browser_gets_a_cookie() {
    let visit = Visit::to("lille");
    for path in ["/", "/desk/1", "/style.css", "/?key=0", "/?key=", "/nothing"] {
        let request = Request::get(path).header("host", HOST);
        assert_eq!(status(&visit, request), StatusCode::FORBIDDEN, "{path}");
    }
    let address = visit.office.address();
    let path = address.split_once(HOST).unwrap().1;
    let request = Request::get(path).header("host", HOST).body(Body::empty()).unwrap();
    let answer = visit.answer(request);
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let cookie = answer.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
}

#[test]
fn what_changes_anything_must_come_from_the_page_itself() {
    let visit = Visit::to("lille");
    let own = format!("http://{HOST}");
    let (refused, passed) = (StatusCode::FORBIDDEN, StatusCode::OK);
    for (origin, site, expected) in [
        (None, None, refused),
        (Some("http://evil.example"), None, refused),
        (Some("null"), None, refused),
        (Some(own.as_str()), Some("cross-site"), refused),
        (Some("http://127.0.0.1:4712"), Some("same-site"), refused),
        (None, Some("none"), refused),
        (Some(own.as_str()), None, passed),
        (Some("null"), Some("same-origin"), passed),
        (Some(own.as_str()), Some("same-origin"), passed),
    ] {
        let mut request =
            Request::post("/stop").header("host", HOST).header("cookie", &visit.cookie);
        for (name, value) in [("origin", origin), ("sec-fetch-site", site)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        request = request.header("content-type", "application/x-www-form-urlencoded");
        let request = request.body(Body::from("run=1")).unwrap();
        assert_eq!(visit.ask(request).status, expected, "{origin:?} {site:?}");
    }
}

#[test]
fn every_answer_forbids_foreign_content_and_is_kept_by_nobody() {
    let visit = Visit::to("lille");
    for (path, cookie) in
        [("/desk/1", visit.cookie.as_str()), ("/desk/9", &visit.cookie), ("/", "")]
    {
        let request = Request::get(path).header("host", HOST).header("cookie", cookie);
        let answer = visit.answer(request.body(Body::empty()).unwrap());
        let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
        let content = header("content-security-policy");
        assert!(content.starts_with("default-src 'none'") && !content.contains("unsafe"));
        let others = ["x-content-type-options", "referrer-policy", "cache-control"].map(header);
        assert_eq!(others, ["nosniff", "no-referrer", "no-store"], "{path}");
    }
}

#[test]
fn no_page_has_a_style_or_a_script_of_its_own() {
    let visit = Visit::to("lille");
    for path in [
        "/",
        "/desk/1",
        "/desk/1/timetable?lesson=0",
        "/desk/1/pupils",
        "/desk/1/days",
        "/desk/1/plans",
    ] {
        let page = visit.get(path);
        assert_eq!(page.status, StatusCode::OK, "{path}");
        for inner in
            [" style=", "<style", "<script>", " onclick=", "javascript:", "http://", "https://"]
        {
            assert!(!page.text.contains(inner), "{path}: {inner}");
        }
    }
}

#[test]
fn what_is_too_large_to_be_a_school_is_refused() {
    let visit = Visit::new(None);
    let large = vec![b'a'; 33 << 20];
    let came = visit.load(&[("timetable.csv", &large)]);
    assert_eq!(came.status, StatusCode::PAYLOAD_TOO_LARGE);
    let came = visit.post("/language", &[("language", &"x".repeat(3 << 20)), ("back", "/")]);
    assert_eq!(came.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[test]
fn no_address_from_a_browser_leads_into_the_file_system() {
    let visit = Visit::to("lille");
    for path in [
        "/desk/1/download/..%2f..%2fetc%2fpasswd",
        "/desk/1/download/timetable.csv%00",
        "/..%2f",
        "/desk/1/../../etc/passwd",
    ] {
        assert_eq!(visit.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
    let back = visit.post("/language", &[("language", "da"), ("back", "//evil.example/")]);
    assert_eq!(back.location, "/");
}
