//! A page that is really served, asked over a socket.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{JoinHandle, spawn};
use std::time::Duration;

use mesterskema::domain::Stop;
use mesterskema::web::{Office, listen, serve};

/// How often somebody asks again, ten times a second.
const MOST_WAITS: usize = 3000;

/// A server that ends when it is dropped.
pub(super) struct Served {
    pub(super) office: Arc<Office>,
    port: u16,
    ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Served {
    pub(super) fn new(schools: &[&Path]) -> Self {
        let listener = listen(0).unwrap();
        let port = listener.local_addr().unwrap().port();
        let office = Arc::new(Office::new(port, None, None).unwrap());
        for school in schools {
            office.lay_out(school).unwrap();
        }
        let ended = Arc::new(AtomicBool::new(false));
        let (own, stop) = (Arc::clone(&office), Arc::clone(&ended));
        let serve = move || serve(listener, &own, Stop::when(stop)).unwrap();
        Self { office, port, ended, thread: Some(spawn(serve)) }
    }

    /// Where it listens.
    pub(super) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Sends a request and gives what answers, to be read as it comes.
    pub(super) fn open(&self, method: &str, path: &str, body: &str) -> TcpStream {
        let address = self.office.address();
        let key = address.split_once("key=").unwrap().1;
        let (port, length) = (self.port, body.len());
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(300))).unwrap();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n\
             cookie: mesterskema-{port}={key}; mesterskema-language=en\r\n\
             origin: http://127.0.0.1:{port}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{body}"
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream
    }

    pub(super) fn ask(&self, method: &str, path: &str, body: &str) -> String {
        let mut told = Vec::new();
        self.open(method, path, body).read_to_end(&mut told).unwrap();
        String::from_utf8_lossy(&told).into_owned()
    }

    /// Asks for a solve until it is its turn, then listens to the end; how often it had to wait.
    pub(super) fn solve(&self, desk: usize) -> usize {
        let mut path = format!("/desk/{desk}/solve");
        for waited in 0.. {
            let told = self.ask("POST", &path, "");
            if !told.starts_with("HTTP/1.1 202") {
                assert!(told.contains("event: go"), "{told}");
                return waited;
            }
            let ticket = told.split_once("\"ticket\":").unwrap().1;
            let ticket: String = ticket.chars().take_while(char::is_ascii_digit).collect();
            assert!(waited < MOST_WAITS, "nobody is there any more, and still nobody else may");
            path = format!("/desk/{desk}/solve?ticket={ticket}");
            std::thread::sleep(Duration::from_millis(100));
        }
        0
    }

    /// Asks the server to end and waits until it has.
    pub(super) fn end(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
    }
}
