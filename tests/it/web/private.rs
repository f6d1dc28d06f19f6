//! What is about pupils is for nobody else on the machine, and nothing of it stays.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use tempfile::TempDir;

use super::{HOST, Visit, fixture};
use crate::command::program;

#[test]
fn an_invitation_lets_in_once() {
    let visit = Visit::to("lille");
    let address = visit.office.invitation().unwrap();
    let path = address.split_once(HOST).unwrap().1;
    let ask = |method: &str, path: &str| {
        let request = Request::builder().method(method).uri(path).header("host", HOST);
        visit.ask(request.body(Body::empty()).unwrap())
    };
    assert_eq!(ask("HEAD", path).status, StatusCode::FORBIDDEN, "only a browser takes it");
    assert_eq!(ask("GET", "/?once=0").status, StatusCode::FORBIDDEN, "a guess takes nothing away");
    let invited = ask("GET", path);
    assert_eq!(
        (invited.status, invited.location.as_str()),
        (StatusCode::SEE_OTHER, "/desk/1/timetable")
    );
    let again = ask("GET", path);
    assert_eq!(again.status, StatusCode::FORBIDDEN);
    assert!(again.text.contains("works once"), "{}", again.text);
    assert_eq!(visit.get(path).status, StatusCode::OK, "whoever has been let in may come so again");
    assert!(!address.contains(visit.office.address().split_once("key=").unwrap().1));
}

#[test]
fn the_newest_invitation_is_the_only_one() {
    let visit = Visit::to("lille");
    let [first, second] = [visit.office.invitation().unwrap(), visit.office.invitation().unwrap()];
    let ask = |address: &str| {
        let request = Request::get(address.split_once(HOST).unwrap().1).header("host", HOST);
        visit.ask(request.body(Body::empty()).unwrap()).status
    };
    assert_eq!(ask(&first), StatusCode::FORBIDDEN);
    assert_eq!(ask(&second), StatusCode::SEE_OTHER);
}

/// The program as it is started, with a folder of its own for what is temporary.
struct Program {
    child: Child,
    address: String,
}

impl Program {
    fn start(temporary: &Path, arguments: &[&str]) -> Self {
        Self::start_with(temporary, arguments, &std::env::var("PATH").unwrap_or_default())
    }

    fn start_with(temporary: &Path, arguments: &[&str], path: &str) -> Self {
        let mut child = program()
            .arg("serve")
            .args(arguments)
            .env("PATH", path)
            .env("TMPDIR", temporary)
            .env("TMP", temporary)
            .env("TEMP", temporary)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self { child, address: address.trim().to_owned() }
    }

    /// Asks as a browser with the key does.
    fn ask(&self, method: &str, path: &str, body: &str) -> String {
        let (host, key) = self.address.split_once("/?key=").unwrap();
        let host = host.trim_start_matches("http://");
        let port = host.split_once(':').unwrap().1;
        let mut stream = TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(300))).unwrap();
        let length = body.len();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\
             cookie: mesterskema-{port}={key}; mesterskema-language=en\r\norigin: http://{host}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{body}"
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut told = String::new();
        stream.read_to_string(&mut told).unwrap();
        told
    }

    /// Asks for a page with a cookie that it does not know.
    fn ask_as(&self, cookie: &str, path: &str) -> String {
        let host = self.address.split_once("/?key=").unwrap().0.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(300))).unwrap();
        let head = format!(
            "GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncookie: {cookie}\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut told = String::new();
        stream.read_to_string(&mut told).unwrap();
        told
    }

    /// Ends it without a word: nothing of its own runs any more.
    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn entries(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut entries: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

fn folders() -> (TempDir, TempDir, String) {
    let (temporary, plans) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let school = fixture("lille").to_str().unwrap().to_owned();
    (temporary, plans, school)
}

#[cfg(unix)]
fn assert_private(path: &Path, seen: &mut usize) {
    use std::os::unix::fs::PermissionsExt as _;
    let found = fs::symlink_metadata(path).unwrap();
    let expected = if found.is_dir() { 0o700 } else { 0o600 };
    assert_eq!(found.permissions().mode() & 0o777, expected, "{}", path.display());
    *seen += usize::from(found.is_file());
    if found.is_dir() {
        for entry in entries(path) {
            assert_private(&entry, seen);
        }
    }
}

#[cfg(unix)]
#[test]
fn copies_and_saved_plans_are_read_by_nobody_else() {
    let (temporary, plans, school) = folders();
    let shelf = plans.path().join("made/by the program");
    let program = Program::start(temporary.path(), &[&school, "--plans", shelf.to_str().unwrap()]);
    program.ask("POST", "/desk/1/solve", "");
    let kept = program.ask("POST", "/desk/1/plans", "name=one");
    assert!(kept.starts_with("HTTP/1.1 303"), "{kept}");
    let mut seen = 0;
    for folder in entries(temporary.path()).iter().chain([&plans.path().join("made")]) {
        assert_private(folder, &mut seen);
    }
    assert!(seen > 8, "the copy and the plan are there: {seen} files");
}

#[test]
fn what_a_killed_program_left_is_gone_after_the_next_start_and_plans_are_there() {
    let (temporary, plans, school) = folders();
    let shelf = plans.path().to_str().unwrap();
    let mut first = Program::start(temporary.path(), &[&school, "--plans", shelf]);
    first.ask("POST", "/desk/1/solve", "");
    first.ask("POST", "/desk/1/plans", "name=one");
    let running = Program::start(temporary.path(), &[&school]);
    let of_running: Vec<_> = entries(temporary.path());
    first.kill();
    assert_eq!(entries(temporary.path()), of_running, "nobody clears up after a killed program");
    assert_eq!(of_running.len(), 2);

    let next = Program::start(temporary.path(), &["--plans", shelf]);
    let left = entries(temporary.path());
    assert_eq!(left.len(), 2, "one of each that runs: {left:?}");
    assert!(next.ask("GET", "/", "").contains("<strong>one</strong>"));
    assert!(next.ask("POST", "/plans/0/open", "").contains("location: /desk/1"));
    assert!(next.ask("GET", "/desk/1", "").contains("it is proven that none costs less"));
    let page = running.ask("GET", "/desk/1/pupils", "");
    assert!(page.contains("8A-04"), "what runs has lost nothing");
    let joined =
        running.ask("POST", "/desk/1/pupils", "change=join&pupil=NEW-1&class=8.A&away=thu");
    assert!(joined.starts_with("HTTP/1.1 303"), "{joined}");
}

/// Takes the folder for what is temporary away, as a full disk or somebody who tidies up does.
fn take_away(temporary: &Path) {
    for folder in entries(temporary) {
        fs::remove_dir_all(&folder).unwrap();
        fs::write(&folder, "a file in the place of the folder").unwrap();
    }
}

#[test]
fn where_nothing_can_be_kept_that_is_said_and_the_page_goes_on() {
    let (temporary, _, school) = folders();
    let program = Program::start(temporary.path(), &[&school]);
    take_away(temporary.path());
    let joined =
        program.ask("POST", "/desk/1/pupils", "change=join&pupil=NEW-1&class=8.A&away=thu");
    assert!(joined.starts_with("HTTP/1.1 507"), "{joined}");
    assert!(joined.contains("The files cannot be kept in the folder for temporary files"));
    let told = program.ask("POST", "/desk/1/solve", "");
    assert!(told.contains("event: go"), "what is in memory goes on: {told}");
    assert!(!program.ask("GET", "/desk/1/pupils", "").contains("NEW-1"));
}

/// Starts the page with a program of our own in the place of what shows addresses.
#[cfg(target_os = "linux")]
#[test]
fn what_a_browser_is_started_with_opens_nothing_afterwards() {
    use std::os::unix::fs::PermissionsExt as _;
    let (temporary, programs, school) = folders();
    let (shower, shown) = (programs.path().join("xdg-open"), programs.path().join("shown"));
    fs::write(
        &shower,
        format!("#!/bin/sh\necho \"$@\" > '{0}.new' && mv '{0}.new' '{0}'\n", shown.display()),
    )
    .unwrap();
    fs::set_permissions(&shower, fs::Permissions::from_mode(0o700)).unwrap();
    let path = std::env::var("PATH").unwrap();
    let path = format!("{}:{path}", programs.path().display());
    let program = Program::start_with(temporary.path(), &[&school, "--open"], &path);
    let argument = (0..600)
        .find_map(|_| {
            std::thread::sleep(Duration::from_millis(50));
            fs::read_to_string(&shown).ok()
        })
        .unwrap();
    let key = program.address.split_once("key=").unwrap().1;
    assert!(argument.contains("/?once=") && !argument.contains(key), "{argument}");
    let path = argument.trim().split_once("/?").unwrap().1;
    let ask = || program.ask_as("nobody=0", &format!("/?{path}"));
    let first = ask();
    assert!(first.starts_with("HTTP/1.1 303") && first.contains(key), "{first}");
    assert!(ask().starts_with("HTTP/1.1 403"));
}

/// What `serve` says where it cannot begin.
fn refused(arguments: &[&str]) -> (Option<i32>, String) {
    let ended = program().arg("serve").args(arguments).args(["--language", "en"]).output().unwrap();
    (ended.status.code(), String::from_utf8_lossy(&ended.stderr).into_owned())
}

#[test]
fn a_school_or_a_shelf_that_cannot_be_read_is_named_for_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (code, told) = refused(&[&at("nope")]);
    assert_eq!(code, Some(2));
    assert!(told.contains("there is no such folder") && told.contains("nope"), "{told}");
    fs::write(at("file"), "").unwrap();
    let (code, told) = refused(&["--plans", &at("file")]);
    assert_eq!(code, Some(2));
    assert!(told.contains("file"), "{told}");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("round", at("round")).unwrap();
        let (code, told) = refused(&[&at("round")]);
        assert_eq!(code, Some(2));
        assert!(told.contains("the folder cannot be read"), "{told}");
    }
}
