//! The page, asked as a browser asks.

mod board;
mod browser;
mod crowd;
mod guard;
mod guests;
mod guide;
mod load;
mod odd;
mod plans;
mod private;
mod pupils;
mod served;
mod slow;
mod walk;
mod whatif;
mod why;
mod windows;

pub(crate) use guide::walked;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode};
use mesterskema::web::{Office, app};
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt;

const PORT: u16 = 4711;
const HOST: &str = "127.0.0.1:4711";
const LARGEST: usize = 1 << 25;

/// A browser without a window.
struct Visit {
    runtime: Runtime,
    office: Arc<Office>,
    cookie: String,
}

/// What came back.
struct Came {
    status: StatusCode,
    location: String,
    text: String,
}

impl Visit {
    fn new(plans: Option<&Path>) -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let office = Arc::new(Office::new(PORT, plans, None).unwrap());
        let address = office.address();
        let key = address.split_once("key=").unwrap().1;
        let cookie = format!("mesterskema-{PORT}={key}; mesterskema-language=en");
        Self { runtime, office, cookie }
    }

    /// A visit to a school that lies on desk 1.
    fn to(school: &str) -> Self {
        let visit = Self::new(None);
        visit.office.lay_out(&fixture(school)).unwrap();
        visit
    }

    fn answer(&self, request: Request<Body>) -> Response<Body> {
        let app = app(Arc::clone(&self.office));
        self.runtime.block_on(app.oneshot(request)).unwrap()
    }

    fn ask(&self, request: Request<Body>) -> Came {
        let answer = self.answer(request);
        let status = answer.status();
        let location = answer.headers().get("location");
        let location = location.map_or("", |value| value.to_str().unwrap()).to_owned();
        let bytes = self.runtime.block_on(to_bytes(answer.into_body(), LARGEST)).unwrap();
        Came { status, location, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    fn get(&self, path: &str) -> Came {
        let request = Request::get(path).header("host", HOST).header("cookie", &self.cookie);
        self.ask(request.body(Body::empty()).unwrap())
    }

    /// A form sent from the page itself.
    fn form(&self, path: &str, fields: &[(&str, &str)]) -> Request<Body> {
        let pairs = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
        Request::post(path)
            .header("host", HOST)
            .header("cookie", &self.cookie)
            .header("origin", format!("http://{HOST}"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(pairs.collect::<Vec<_>>().join("&")))
            .unwrap()
    }

    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Came {
        self.ask(self.form(path, fields))
    }

    /// Hands files over.
    fn load(&self, files: &[(&str, &[u8])]) -> Came {
        const BETWEEN: &str = "----between";
        let mut body = Vec::new();
        for (name, bytes) in files {
            let head = format!(
                "--{BETWEEN}\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"
            );
            body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
        }
        body.extend(format!("--{BETWEEN}--\r\n").into_bytes());
        let request = Request::post("/load")
            .header("host", HOST)
            .header("cookie", &self.cookie)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", format!("multipart/form-data; boundary={BETWEEN}"));
        self.ask(request.body(Body::from(body)).unwrap())
    }

    /// Solves what is on a desk to the end.
    fn solve(&self, desk: u32) -> Came {
        self.post(&format!("/desk/{desk}/solve"), &[])
    }
}

fn encoded(text: &str) -> String {
    let sign = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(sign).collect()
}

fn fixture(school: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools").join(school)
}

/// The files of a shipped school, with names as a browser sends those of a folder.
fn files(school: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(fixture(school)).unwrap().map(|entry| entry.unwrap());
    let file = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().unwrap();
        (format!("{school}/{name}"), fs::read(entry.path()).unwrap())
    };
    entries.map(file).collect()
}
