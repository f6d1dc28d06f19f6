//! Guests and places on the page: lessons without a place, who goes where, and which one seat more would save most.

use axum::http::StatusCode;
use serde_json::Value;

use super::Visit;

/// What stands in an attribute after `before`.
fn after<'a>(page: &'a str, before: &str) -> &'a str {
    page.split_once(before).unwrap().1.split('"').next().unwrap()
}

fn solution(visit: &Visit) -> Value {
    serde_json::from_str(&visit.get("/desk/1/download/solution.json").text).unwrap()
}

#[test]
fn lessons_without_a_place_are_listed_until_they_have_one() {
    let visit = Visit::to("paket");
    let page = visit.get("/desk/1").text;
    let told = "Still without a place in the timetable";
    assert!(page.contains(told), "{page}");
    let listed = page.split_once("<ul class=\"lessons\">").unwrap().1;
    let listed = listed.split("</ul>").next().unwrap();
    let class = after(listed, "name=").split('&').next().unwrap();
    let week = visit.get(&format!("/desk/1/timetable?whose=class&name={class}")).text;
    assert!(week.contains(told), "the week of a class lists its own: {week}");
    visit.solve(1);
    let page = visit.get("/desk/1").text;
    assert!(!page.contains(told), "{page}");
    let placed = solution(&visit)["placed_lessons"].as_u64().unwrap();
    assert_eq!(placed, listed.matches("<li>").count() as u64);
    let changes = page.split_once("id=\"moved\"").unwrap().1.split("</table>").next().unwrap();
    assert_eq!(changes.matches("<td>–</td>").count() as u64, placed, "{changes}");
    assert!(page.contains("Guests miss besides"), "{page}");
}

#[test]
fn a_lesson_without_a_place_can_be_put_somewhere() {
    let visit = Visit::new(None);
    let timetable = "class;subject;teacher;room;day;period\r\n8A;MAT;T1;R1;mon;1\r\n\
        8A;DAN;T2;R1;mon;2\r\n8B;MAT;T1;R2;mon;3\r\n8B;DAN;T2;R2;tue;1-2\r\n8A;HIS;T3;R1;;\r\n";
    let pupils = "pupil;class;away\r\na;8A;tue\r\n";
    visit.load(&[("timetable.csv", timetable.as_bytes()), ("apprentices.csv", pupils.as_bytes())]);
    let page = visit.get("/desk/1").text;
    let listed = page.split_once("<ul class=\"lessons\">").unwrap().1;
    let lesson = after(listed, "lesson=").split('#').next().unwrap();
    let panel = visit.get(&format!("/desk/1/timetable?lesson={lesson}")).text;
    assert!(panel.contains("What would another time cost?"), "{panel}");
    assert!(!panel.contains("Keep it here"), "it is nowhere: {panel}");
    let told = visit.post(&format!("/desk/1/lessons/{lesson}"), &[]).text;
    let offers = told.split("name=\\\"slot\\\" value=\\\"").skip(1).map(|one| &one[..5]);
    let offers: Vec<&str> = offers.collect();
    assert!(offers.contains(&"mon 2"), "another may make room: {told}");
    for slot in offers {
        visit.post("/desk/1/wish", &[("kind", "hold"), ("lesson", lesson), ("slot", slot)]);
        visit.solve(1);
        let solution = solution(&visit);
        let own = solution["changes"].as_array().unwrap().iter();
        let mut placed = own.filter(|change| change["from"].is_null());
        let to = &placed.next().unwrap()["to"];
        assert_eq!(format!("{} {}", to["day"].as_str().unwrap(), to["period"]), slot);
    }
}

#[test]
fn who_goes_where_is_told_and_one_seat_more_is_asked_for() {
    let visit = Visit::to("praktik");
    assert_eq!(visit.post("/desk/1/seats", &[]).status, StatusCode::NOT_FOUND);
    assert!(!visit.get("/desk/1").text.contains("Who goes where"));
    visit.solve(1);
    let page = visit.get("/desk/1").text;
    for told in ["Who goes where", "Places and seats", "Which one seat more would save most?"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(!solution(&visit)["full_seats"].as_array().unwrap().is_empty());
    assert!(solution(&visit).get("one_more_seat").is_none(), "it was not asked");
    let told = visit.post("/desk/1/seats", &[]).text;
    assert!(told.trim_end().ends_with("event: go\ndata: /desk/1"), "{told}");
    let page = visit.get("/desk/1").text;
    assert!(page.contains("One seat more at"), "{page}");
    assert!(!page.contains("Which one seat more would save most?"), "{page}");
    let more = &solution(&visit)["one_more_seat"];
    assert!(more["points"].as_i64() < solution(&visit)["points"].as_i64(), "{more}");
    assert!(visit.get("/desk/1/download/report.html").text.contains("One seat more at"));
}
