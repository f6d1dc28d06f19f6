//! Two windows on one school: what one did is never undone by the other, and who comes late is told.

use std::thread::scope;

use axum::http::StatusCode;

use super::served::Served;
use super::{Came, Visit, fixture};

/// The situation that a page shows.
fn seen(page: &str) -> String {
    let field = page.split_once("name=\"seen\" value=\"").unwrap().1;
    field.split('"').next().unwrap().to_owned()
}

/// What the page about the pupils shows to a window that is opened now.
fn window(visit: &Visit) -> String {
    seen(&visit.get("/desk/1/pupils").text)
}

fn pupil(visit: &Visit, seen: &str, change: &str, pupil: &str, away: &str) -> Came {
    let fields =
        [("seen", seen), ("change", change), ("pupil", pupil), ("class", "8.A"), ("away", away)];
    visit.post("/desk/1/pupils", &fields)
}

fn wish(visit: &Visit, seen: &str, kind: &str, lesson: &str, slot: &str) -> Came {
    let fields = [("seen", seen), ("kind", kind), ("lesson", lesson), ("slot", slot)];
    visit.post("/desk/1/wish", &fields)
}

fn is_overtaken(came: &Came) -> bool {
    came.status == StatusCode::CONFLICT
        && came.text.contains("another window changed the school after this page was shown")
}

#[test]
fn twenty_four_who_join_at_once_are_all_there() {
    let school = fixture("lille");
    let served = Served::new(&[school.as_path()]);
    scope(|scope| {
        for number in 0..24 {
            let join =
                format!("seen=0&change=join&pupil=NEW-{number}&class=8.A&away=thu&group=&place=");
            let served = &served;
            scope.spawn(move || {
                let told = served.ask("POST", "/desk/1/pupils", &join);
                assert!(told.starts_with("HTTP/1.1 303"), "{told}");
            });
        }
    });
    let page = served.ask("GET", "/desk/1/pupils", "");
    for number in 0..24 {
        assert!(page.contains(&format!(">NEW-{number}<")), "NEW-{number} is lost");
    }
}

#[test]
fn a_pupil_whom_another_window_moved_is_not_moved_again_unseen() {
    let visit = Visit::to("lille");
    let (one, other) = (window(&visit), window(&visit));
    assert_eq!(pupil(&visit, &one, "move", "8A-04", "wed").status, StatusCode::SEE_OTHER);
    let late = pupil(&visit, &other, "move", "8A-04", "fri");
    assert!(is_overtaken(&late), "{} {}", late.status, late.text);
    assert!(late.text.contains("8A-04 is away otherwise now"), "{}", late.text);
    let leave = pupil(&visit, &other, "leave", "8A-04", "");
    assert!(is_overtaken(&leave), "{}", leave.text);
    assert!(visit.get("/desk/1/pupils").text.contains("<td>wed</td>"));
    // Another pupil is no concern of that change, and whoever looks again may go on.
    assert_eq!(pupil(&visit, &other, "move", "8A-11", "fri").status, StatusCode::SEE_OTHER);
    let again = window(&visit);
    assert_eq!(pupil(&visit, &again, "move", "8A-04", "fri").status, StatusCode::SEE_OTHER);
}

#[test]
fn the_refusal_is_told_in_each_language() {
    let mut visit = Visit::to("lille");
    let (one, other) = (window(&visit), window(&visit));
    pupil(&visit, &one, "leave", "8A-04", "");
    for (language, sentence, item) in [
        ("da", "skolen er ændret i et andet vindue", "8A-04 er ikke længere i praktik"),
        ("sv", "skolan har ändrats i ett annat fönster", "8A-04 är inte på praktik längre"),
        ("en", "another window changed the school", "8A-04 is no apprentice any more"),
    ] {
        visit.cookie = visit.cookie.replace("language=en", &format!("language={language}"));
        let late = pupil(&visit, &other, "move", "8A-04", "fri");
        assert!(late.text.contains(sentence) && late.text.contains(item), "{}", late.text);
        visit.cookie = visit.cookie.replace(&format!("language={language}"), "language=en");
    }
}

#[test]
fn a_day_is_not_chosen_for_somebody_who_joined_the_class_meanwhile() {
    let visit = Visit::to("lille");
    let other = window(&visit);
    pupil(&visit, &other, "join", "NEW-1", "mon");
    let choose = |seen: &str| {
        visit.post("/desk/1/days/choose", &[("seen", seen), ("class", "8.A"), ("away", "fri")])
    };
    let late = choose(&other);
    assert!(is_overtaken(&late) && late.text.contains("NEW-1 is an apprentice now"));
    assert_eq!(choose(&window(&visit)).status, StatusCode::SEE_OTHER);
}

#[test]
fn wishes_of_different_lessons_go_together_and_of_the_same_lesson_do_not() {
    let visit = Visit::to("lille");
    let other = window(&visit);
    assert_eq!(wish(&visit, &other, "hold", "0", "mon 1").status, StatusCode::SEE_OTHER);
    assert_eq!(wish(&visit, &other, "hold", "1", "tue 1").status, StatusCode::SEE_OTHER);
    assert!(is_overtaken(&wish(&visit, &other, "hold", "0", "wed 1")));
    assert_eq!(wish(&visit, &other, "hold", "0", "mon 1").status, StatusCode::SEE_OTHER, "as is");
    let page = visit.get("/desk/1").text;
    assert!(page.contains("Your wishes (2)") && !page.contains("Wednesday 1"), "{page}");
}

#[test]
fn nobody_takes_back_or_keeps_what_the_page_does_not_show() {
    let visit = Visit::to("lille");
    visit.solve(1);
    let other = window(&visit);
    wish(&visit, &other, "hold", "0", "mon 1");
    visit.solve(1);
    let back = [("seen", other.as_str()), ("back", "/desk/1")];
    for step in ["/desk/1/undo", "/desk/1/redo"] {
        assert!(is_overtaken(&visit.post(step, &back)), "{step}");
    }
    assert!(visit.get("/desk/1").text.contains("Your wishes (1)"));
    let kept = visit.post("/desk/1/plans", &[("seen", &other), ("name", "one")]);
    assert!(is_overtaken(&kept), "{}", kept.text);
    assert!(!visit.get("/desk/1/plans").text.contains("Plans side by side"));
    let now = window(&visit);
    let kept = visit.post("/desk/1/plans", &[("seen", &now), ("name", "one")]);
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
}

#[test]
fn what_was_taken_back_and_left_is_still_known_to_the_window_that_shows_it() {
    let visit = Visit::to("lille");
    let first = window(&visit);
    wish(&visit, &first, "hold", "0", "mon 1");
    let left = window(&visit);
    visit.post("/desk/1/undo", &[("seen", &left), ("back", "/desk/1")]);
    wish(&visit, &first, "hold", "1", "tue 1");
    assert!(is_overtaken(&wish(&visit, &left, "bar", "0", "mon 2")), "lesson 0 is free again");
    assert_eq!(wish(&visit, &left, "hold", "2", "wed 1").status, StatusCode::SEE_OTHER);
    assert!(is_overtaken(&wish(&visit, "99", "hold", "3", "thu 1")), "nobody ever saw that");
}

#[test]
fn clashes_that_are_accepted_twice_begin_nothing_anew() {
    let visit = Visit::new(None);
    let timetable = b"class;subject;day;period;teacher\n8.A;MAT;mon;1;T\n8.B;DAN;mon;1;T\n8.A;IDR;tue;1;U\n8.B;IDR;tue;1;U\n";
    let came = visit.load(&[("timetable.csv", timetable)]);
    for _ in 0..2 {
        visit.post(&format!("{}/accept", came.location), &[]);
        pupil(&visit, "0", "join", "NEW-1", "mon");
        assert!(visit.get("/desk/1/pupils").text.contains("NEW-1"));
    }
}

#[test]
fn every_form_that_changes_a_school_says_what_its_page_shows() {
    let visit = Visit::to("lille");
    visit.solve(1);
    wish(&visit, "0", "bar", "0", "mon 1");
    visit.solve(1);
    let changing = ["/pupils", "/days/choose", "/wish", "/effort", "/undo", "/redo", "/plans"];
    let mut found = std::collections::BTreeSet::new();
    let mut look = |page: &str| {
        for form in page.split("<form").skip(1) {
            let form = form.split("</form").next().unwrap();
            let of = |path: &&&str| form.contains(&format!("action=\"/desk/1{path}\""));
            if let Some(path) = changing.iter().find(of) {
                assert!(form.contains("name=\"seen\""), "{form}");
                found.insert(*path);
            }
        }
    };
    for path in ["", "/timetable?lesson=0", "/pupils", "/days", "/plans"] {
        look(&visit.get(&format!("/desk/1{path}")).text);
    }
    for (path, fields) in [("/days", [("class", "8.A")].as_slice()), ("/lessons/0", &[])] {
        let told = visit.post(&format!("/desk/1{path}"), fields).text;
        look(&told.replace("\\\"", "\""));
    }
    pupil(&visit, "1", "join", "NEW-1", "mon+tue+wed+thu+fri");
    visit.solve(1);
    look(&visit.get("/desk/1").text);
    assert_eq!(found.len(), changing.len(), "{found:?}");
}
