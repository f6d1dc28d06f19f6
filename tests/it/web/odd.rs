//! Requests that no page of ours makes: each is answered, with a true sentence and never as a defect.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};

use super::{HOST, Visit};

const BETWEEN: &str = "----between";
const FORM: &str = "application/x-www-form-urlencoded";

/// Every address of the page, with the way in which it is asked.
const ADDRESSES: [(&str, &str); 30] = [
    ("GET", "/"),
    ("GET", "/style.css"),
    ("GET", "/script.js"),
    ("GET", "/icon.svg"),
    ("POST", "/language"),
    ("POST", "/load"),
    ("POST", "/stop"),
    ("POST", "/plans/0/open"),
    ("GET", "/desk/1"),
    ("POST", "/desk/1/accept"),
    ("POST", "/desk/1/mend"),
    ("POST", "/desk/1/plans/delete"),
    ("GET", "/desk/1/timetable"),
    ("GET", "/desk/1/pupils"),
    ("POST", "/desk/1/pupils"),
    ("POST", "/desk/1/pupils/list"),
    ("GET", "/desk/1/days"),
    ("POST", "/desk/1/days"),
    ("POST", "/desk/1/days/choose"),
    ("POST", "/desk/1/days/together"),
    ("POST", "/desk/1/lessons/0"),
    ("POST", "/desk/1/why"),
    ("POST", "/desk/1/wish"),
    ("POST", "/desk/1/effort"),
    ("POST", "/desk/1/undo"),
    ("POST", "/desk/1/redo"),
    ("GET", "/desk/1/plans"),
    ("POST", "/desk/1/plans"),
    ("POST", "/desk/1/solve"),
    ("GET", "/desk/1/download/report.html"),
];

fn asked(visit: &Visit, method: &str, path: &str, kind: &str, body: &[u8]) -> (StatusCode, String) {
    let request = Request::builder()
        .method(Method::from_bytes(method.as_bytes()).unwrap())
        .uri(path)
        .header("host", HOST)
        .header("cookie", &visit.cookie)
        .header("origin", format!("http://{HOST}"))
        .header("content-type", kind);
    let came = visit.ask(request.body(Body::from(body.to_vec())).unwrap());
    (came.status, came.text)
}

/// Refusals are told in words, in all languages, and none is the program's fault.
fn assert_told(what: &str, (status, text): (StatusCode, String)) {
    assert!(!status.is_server_error(), "{what}: {status} {text}");
    if status.is_client_error() {
        let is_told = ["da", "sv", "en"].map(|code| text.contains(&format!("lang=\"{code}\"")));
        assert!(is_told.contains(&true) && text.contains("<p"), "{what}: {status} {text}");
    }
}

#[test]
fn every_address_answers_the_wrong_method_in_words() {
    let visit = Visit::to("lille");
    for (own, path) in ADDRESSES {
        for method in ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "ODD"] {
            let both = ADDRESSES.contains(&(method, path));
            if method == own || both {
                continue;
            }
            let (status, text) = asked(&visit, method, path, FORM, b"");
            let refused = [StatusCode::METHOD_NOT_ALLOWED, StatusCode::FORBIDDEN];
            assert!(refused.contains(&status), "{method} {path}: {status}");
            assert_told(&format!("{method} {path}"), (status, text));
        }
    }
}

#[test]
fn every_address_answers_odd_bodies_and_odd_types_in_words() {
    let visit = Visit::to("lille");
    let bodies: [&[u8]; 9] = [
        b"",
        b"\0",
        b"=&=&==",
        b"%",
        b"%zz=%",
        b"back=%0d%0aX-Odd:%201&language=da",
        b"seen=-1&seen=2&lesson=99999999999999999999&slot=%ff&kind=odd&class=%00&pupil=%00&change=join",
        b"name=%0a&back=%09%2fevil&run=18446744073709551616&class=a&class=b&pupil=a&pupil=b",
        b"{\"seen\":0}",
    ];
    let kinds =
        [FORM, "", "odd", "text/plain", "multipart/form-data", "multipart/form-data; boundary="];
    for (method, path) in ADDRESSES.iter().filter(|(method, _)| *method == "POST") {
        for body in bodies {
            for kind in kinds {
                let what = format!("{path} {kind} {}", String::from_utf8_lossy(body));
                assert_told(&what, asked(&visit, method, path, kind, body));
            }
        }
    }
}

#[test]
fn every_address_answers_odd_signs_in_its_path_and_query_in_words() {
    let visit = Visit::to("lille");
    let odd = ["%00", "%ff", "%", "%zz", "%0d%0a", "%2e%2e%2f", "æ", "99999999999999999999", "-1"];
    for sign in odd {
        for path in [
            format!("/{sign}"),
            format!("/desk/{sign}"),
            format!("/desk/1/{sign}"),
            format!("/desk/1/download/{sign}"),
            format!("/desk/1/timetable?whose={sign}&name={sign}"),
            format!("/desk/1/timetable?lesson={sign}"),
            format!("/desk/1/timetable?lesson=1&lesson=2&whose=a&whose={sign}"),
            format!("/desk/1/days?class={sign}"),
            format!("/?key={sign}"),
            format!("/?once={sign}"),
        ] {
            assert_told(&path, asked(&visit, "GET", &path, FORM, b""));
        }
        for path in [
            format!("/plans/{sign}/open"),
            format!("/desk/1/lessons/{sign}"),
            format!("/desk/1/solve?ticket={sign}"),
        ] {
            assert_told(&path, asked(&visit, "POST", &path, FORM, b""));
        }
    }
}

#[test]
fn a_line_break_leads_nobody_elsewhere() {
    let visit = Visit::to("lille");
    for back in ["/\r\nx", "/\n", "/\t/evil.example", "/\u{0}", "/æ", "/ x", "\\\\evil.example"] {
        let came = visit.post("/language", &[("language", "da"), ("back", back)]);
        assert_eq!((came.status, came.location.as_str()), (StatusCode::SEE_OTHER, "/"), "{back:?}");
        let came = visit.post("/desk/1/undo", &[("back", back)]);
        assert_eq!((came.status, came.location.as_str()), (StatusCode::SEE_OTHER, "/"), "{back:?}");
    }
}

/// Files handed over with what stands before the first as written.
fn handed_over(visit: &Visit, head: &[u8], end: &str) -> (StatusCode, String) {
    let body =
        [b"--", BETWEEN.as_bytes(), b"\r\n", head, b"\r\n\r\nx\r\n", end.as_bytes()].concat();
    asked(visit, "POST", "/load", &format!("multipart/form-data; boundary={BETWEEN}"), &body)
}

#[test]
fn what_is_wrong_with_files_that_are_handed_over_is_said() {
    const HEAD: &str = "content-disposition: form-data; name=\"files\"; filename=";
    let visit = Visit::new(None);
    let whole = format!("--{BETWEEN}--\r\n");
    for name in ["\"a\u{1}.csv\"", "\"a\u{0}.csv\"", "\"a\u{7f}.csv\""] {
        let (status, text) = handed_over(&visit, format!("{HEAD}{name}").as_bytes(), &whole);
        assert_eq!(status, StatusCode::BAD_REQUEST, "{name:?}");
        assert!(text.contains("The name of a file cannot be read"), "{name:?}: {text}");
    }
    let name = [HEAD.as_bytes(), b"\"\xff\xfe.csv\""].concat();
    assert_told("a name in no encoding", handed_over(&visit, &name, &whole));
    let (status, text) = handed_over(&visit, format!("{HEAD}\"timetable.csv\"").as_bytes(), "");
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(text.contains("did not arrive whole"), "{text}");
    let twice = format!("{HEAD}\"timetable.csv\"; filename=\"b.csv\"; filename=\"\"");
    assert_told("two names", handed_over(&visit, twice.as_bytes(), &whole));
    assert_told("no head", handed_over(&visit, b"", &whole));
    assert_told("a large head", handed_over(&visit, &vec![b'a'; 200_000], &whole));
}
