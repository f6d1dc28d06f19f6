//! Who asks slowly, not to the end, or what is no question at all: nobody else notices.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::thread::scope;
use std::time::{Duration, Instant};

use super::fixture;
use super::served::Served;

/// The longest that a connection is kept on which nothing is asked.
const LONGEST: Duration = Duration::from_secs(35);

/// Sends what is no whole question; what is answered before the server hangs up, and how long that takes.
fn hung_up(served: &Served, sent: &[u8]) -> (String, Duration) {
    let begun = Instant::now();
    let mut stream = TcpStream::connect(served.host()).unwrap();
    stream.set_read_timeout(Some(2 * LONGEST)).unwrap();
    stream.write_all(sent).unwrap();
    let mut told = Vec::new();
    // Whether it hangs up in order or in the middle is all the same.
    let ended = stream.read_to_end(&mut told).map_err(|error| error.kind());
    let is_late = [std::io::ErrorKind::WouldBlock, std::io::ErrorKind::TimedOut];
    assert!(!ended.is_err_and(|kind| is_late.contains(&kind)), "it is still open");
    (String::from_utf8_lossy(&told).into_owned(), begun.elapsed())
}

#[test]
fn half_a_question_is_not_waited_for_long_and_others_are_answered_meanwhile() {
    let school = fixture("lille");
    let served = Served::new(&[school.as_path()]);
    scope(|scope| {
        let halves: [&[u8]; 4] =
            [b"", b"GET", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nhost: x\r\nx"];
        let waits = halves.map(|half| (half, scope.spawn(|| hung_up(&served, half))));
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(2) {
            assert!(served.ask("GET", "/desk/1", "").starts_with("HTTP/1.1 200"));
        }
        for (half, wait) in waits {
            let (_, elapsed) = wait.join().unwrap();
            assert!(elapsed < LONGEST, "{elapsed:?} for {}", String::from_utf8_lossy(half));
        }
    });
}

#[test]
fn what_is_no_question_is_refused_and_the_next_is_answered() {
    let served = Served::new(&[]);
    let large = format!("GET / HTTP/1.1\r\nhost: x\r\nx: {}\r\n\r\n", "x".repeat(1 << 20));
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "x: y\r\n".repeat(1000));
    for nonsense in [
        b"\0\0\0\0\r\n\r\n".as_slice(),
        b"GET /\0 HTTP/1.1\r\nhost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: \0\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n",
        large.as_bytes(),
        many.as_bytes(),
    ] {
        let (told, _) = hung_up(&served, nonsense);
        assert!(told.is_empty() || told.starts_with("HTTP/1.1 4"), "{told}");
        assert!(served.ask("GET", "/", "").starts_with("HTTP/1.1 200"));
    }
}

#[test]
fn who_hands_over_too_much_hears_why() {
    let served = Served::new(&[]);
    for megabytes in [3, 40] {
        let field = format!("language={}", "x".repeat(megabytes << 20));
        let told = served.ask("POST", "/language", &field);
        assert!(told.starts_with("HTTP/1.1 413"), "{told}");
        assert!(told.contains("What was sent is too large"), "{told}");
    }
}
