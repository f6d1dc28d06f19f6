//! Many at once: nobody is lost, nobody blocks the others, and nobody is solved for who has gone.

use std::io::Read;
use std::thread::{Scope, ScopedJoinHandle, scope, sleep};
use std::time::{Duration, Instant};

use super::fixture;
use super::served::Served;

const PAGES: usize = 20;

/// Solves what is on each desk, all at once.
fn solve_all<'scope>(
    scope: &'scope Scope<'scope, '_>,
    served: &'scope Served,
) -> Vec<ScopedJoinHandle<'scope, usize>> {
    (1..=PAGES).map(|desk| scope.spawn(move || served.solve(desk))).collect()
}

#[test]
fn twenty_pages_that_solve_at_once_all_get_their_plan_and_pages_answer_meanwhile() {
    let school = fixture("lille");
    let served = Served::new(&[school.as_path(); PAGES]);
    scope(|scope| {
        let solves = solve_all(scope, &served);
        for desk in 1..=PAGES {
            let page = served.ask("GET", &format!("/desk/{desk}/timetable"), "");
            assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        }
        for solve in solves {
            solve.join().unwrap();
        }
    });
    for desk in 1..=PAGES {
        let page = served.ask("GET", &format!("/desk/{desk}"), "");
        assert!(page.contains("it is proven that none costs less"), "{desk}: {page}");
    }
}

/// Begins a question of many solves; what it tells first is its number.
fn begin(served: &Served) -> (std::net::TcpStream, String) {
    let mut stream = served.open("POST", "/desk/1/lessons/0", "");
    let mut told = String::new();
    while !told.contains("data: ") || !told.ends_with("\n\n") && !told.contains("\n\n\r\n") {
        let mut some = [0; 256];
        let read = stream.read(&mut some).unwrap();
        assert!(read > 0, "{told}");
        told += &String::from_utf8_lossy(&some[..read]);
    }
    assert!(told.starts_with("HTTP/1.1 200"), "{told}");
    let number = told.split_once("data: ").unwrap().1;
    (stream, number.chars().take_while(char::is_ascii_digit).collect())
}

#[test]
fn a_page_that_is_closed_ends_its_solve() {
    let (long, short) = (fixture("skovby"), fixture("lille"));
    let served = Served::new(&[long.as_path(), short.as_path()]);
    let mut open = Vec::new();
    while served.ask("POST", "/desk/2/solve", "").starts_with("HTTP/1.1 200") {
        open.push(begin(&served));
        assert!(open.len() < 10, "the number of solves at once is bounded");
    }
    drop(open);
    served.solve(2);
}

#[test]
fn the_button_ends_a_solve_with_what_it_has() {
    let school = fixture("skovby");
    let served = Served::new(&[school.as_path()]);
    let (mut stream, number) = begin(&served);
    let told = served.ask("POST", "/stop", &format!("run={number}"));
    assert!(told.starts_with("HTTP/1.1 200"), "{told}");
    let mut rest = Vec::new();
    stream.read_to_end(&mut rest).unwrap();
    let rest = String::from_utf8_lossy(&rest).into_owned();
    assert!(rest.ends_with("0\r\n\r\n"), "the stream was ended, not broken: {rest}");
}

#[test]
fn the_server_ends_soon_although_a_solve_runs() {
    let school = fixture("skovby");
    let mut served = Served::new(&[school.as_path()]);
    let (mut stream, _) = begin(&served);
    let asked = Instant::now();
    served.end();
    assert!(asked.elapsed() < Duration::from_secs(30), "{:?}", asked.elapsed());
    assert!(stream.read_to_end(&mut Vec::new()).is_ok());
}

/// Measures what the page promises: with twenty pages solving, one of twenty pages takes longer than this.
#[test]
#[expect(clippy::print_stdout, reason = "the measurement is its output")]
#[ignore = "measures; run it alone: cargo test --release --test it -- --ignored --nocapture pages_answer"]
fn pages_answer_within_300_ms_nineteen_times_of_twenty_while_twenty_pages_solve() {
    let school = fixture("skovby");
    let served = Served::new(&[school.as_path(); PAGES]);
    let mut times = Vec::new();
    scope(|scope| {
        let solves = solve_all(scope, &served);
        while solves.iter().any(|solve| !solve.is_finished()) {
            for page in ["", "/timetable", "/pupils", "/days", "/plans"] {
                let begun = Instant::now();
                let desk = times.len() % PAGES + 1;
                let told = served.ask("GET", &format!("/desk/{desk}{page}"), "");
                times.push(begun.elapsed());
                assert!(told.starts_with("HTTP/1.1 200"), "{told}");
            }
            sleep(Duration::from_millis(20));
        }
    });
    times.sort();
    let percent = |share: usize| times[times.len() * share / 100];
    println!(
        "{} pages: median {:?}, p95 {:?}, longest {:?}",
        times.len(),
        percent(50),
        percent(95),
        times[times.len() - 1]
    );
    assert!(percent(95) < Duration::from_millis(300));
}
