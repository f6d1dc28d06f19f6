//! The whole way without a window: see what is missed, choose, solve, lock, solve again, take along.

use axum::http::StatusCode;

use super::Visit;

/// The points in the headline.
fn points(page: &str) -> i64 {
    let (before, _) = page.split_once(" points").unwrap();
    let number: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
    number.chars().rev().collect::<String>().parse().unwrap()
}

#[test]
fn a_solve_tells_its_progress_and_ends_with_a_proven_plan() {
    let visit = Visit::to("lille");
    assert!(visit.get("/desk/1").text.contains("Required periods missed"));
    let told = visit.solve(1).text;
    assert!(told.starts_with("event: run"), "{told}");
    assert!(told.trim_end().ends_with("event: go\ndata: /desk/1"), "{told}");
    let page = visit.get("/desk/1").text;
    assert!(page.contains("it is proven that none costs less"), "{page}");
}

#[test]
fn a_lesson_that_is_held_stays_and_one_that_is_barred_goes() {
    let visit = Visit::to("lille");
    visit.solve(1);
    let free = points(&visit.get("/desk/1").text);
    let changes = visit.get("/desk/1/download/solution.json").text;
    let solution: serde_json::Value = serde_json::from_str(&changes).unwrap();
    let moved = &solution["changes"][0];
    let slot = |at: &serde_json::Value| format!("{} {}", at["day"].as_str().unwrap(), at["period"]);
    let (from, to) = (slot(&moved["from"]), slot(&moved["to"]));
    let lesson = lesson_at(&visit, &to);
    visit.post("/desk/1/wish", &[("kind", "bar"), ("lesson", &lesson), ("slot", &to)]);
    assert!(visit.get("/desk/1").text.contains("Your wishes changed"));
    visit.solve(1);
    let page = visit.get("/desk/1").text;
    assert!(points(&page) >= free, "{page}");
    let after = visit.get("/desk/1/download/solution.json").text;
    let after: serde_json::Value = serde_json::from_str(&after).unwrap();
    let own = |one: &&serde_json::Value| one["lesson"] == moved["lesson"];
    let own = after["changes"].as_array().unwrap().iter().find(own);
    assert!(own.is_none_or(|own| slot(&own["to"]) != to), "it was at {from}");
    visit.post("/desk/1/undo", &[("back", "/desk/1")]);
    assert_eq!(points(&visit.get("/desk/1").text), free, "taken back, with its answer");
    visit.post("/desk/1/redo", &[("back", "/desk/1")]);
    assert!(visit.get("/desk/1").text.contains("Your wishes (1)"));
}

/// The place of the first lesson that the first class has at a slot.
fn lesson_at(visit: &Visit, slot: &str) -> String {
    let page = visit.get("/desk/1/timetable").text;
    let cell = page.split_once(&format!("data-slot=\"{slot}\"")).unwrap().1;
    let lesson = cell.split_once("data-lesson=\"").unwrap().1;
    lesson.split('"').next().unwrap().to_owned()
}

#[test]
fn each_day_is_priced_and_the_chosen_one_is_the_pupils() {
    let visit = Visit::to("lille");
    let page = visit.get("/desk/1/pupils").text;
    let class = page.split_once("<td>").unwrap().1.split('<').next().unwrap().to_owned();
    let told = visit.post("/desk/1/days", &[("class", &class)]).text;
    for day in 0..5 {
        assert!(told.contains(&format!("\"id\":\"way-0-{day}\"")), "{told}");
    }
    assert!(told.contains("★ cheapest"), "{told}");
    // A class that has no apprentice is asked about as if it had one.
    let page = visit.get("/desk/1/days").text;
    let other = page.split_once("class=\"others\"").unwrap().1;
    let other = other.split_once("scope=\"row\">").unwrap().1.split('<').next().unwrap();
    let told = visit.post("/desk/1/days", &[("class", other), ("days", "2")]).text;
    assert!(told.contains("-9\"") && told.contains("Add a pupil"), "{told}");
    assert_eq!(visit.post("/desk/1/days", &[("class", "none")]).status, StatusCode::NOT_FOUND);
    let together = visit.post("/desk/1/days/together", &[]).text;
    assert!(together.contains("Best together") && together.contains("✓ proven"), "{together}");
    let chosen = visit.post("/desk/1/days/choose", &[("class", &class), ("away", "fri")]);
    assert_eq!(chosen.status, StatusCode::SEE_OTHER);
    assert!(visit.get("/desk/1/pupils").text.contains("<td>fri</td>"));
    visit.post("/desk/1/undo", &[("back", "/desk/1")]);
    assert!(!visit.get("/desk/1/pupils").text.contains("<td>fri</td>"));
}

#[test]
fn apprentices_are_added_moved_and_removed_and_a_wrong_change_changes_nothing() {
    let visit = Visit::to("lille");
    let page = visit.get("/desk/1/pupils").text;
    let class = page.split_once("<td>").unwrap().1.split('<').next().unwrap().to_owned();
    let change = |change: &str, pupil: &str, away: &str| {
        let fields =
            [("change", change), ("pupil", pupil), ("class", class.as_str()), ("away", away)];
        visit.post("/desk/1/pupils", &fields)
    };
    assert_eq!(change("join", "NEW-1", "mon|tue").status, StatusCode::SEE_OTHER);
    assert!(visit.get("/desk/1/pupils").text.contains("NEW-1"));
    assert_eq!(change("move", "NEW-1", "wed").status, StatusCode::SEE_OTHER);
    assert!(visit.get("/desk/1/pupils").text.contains("<td>wed</td>"));
    let refused = change("move", "NEW-1", "someday");
    assert_eq!(refused.status, StatusCode::OK);
    assert!(refused.text.contains("Nothing was changed"), "{}", refused.text);
    assert_eq!(change("leave", "NEW-1", "").status, StatusCode::SEE_OTHER);
    assert!(!visit.get("/desk/1/pupils").text.contains("NEW-1"));
}

#[test]
fn a_school_without_apprentices_can_be_given_some() {
    let visit = Visit::new(None);
    let timetable = b"class;subject;day;period\n8.A;MAT;mon;1\n8.A;HIS;tue;1\n8.A;IDR;wed;1\n";
    let came = visit.load(&[("timetable.csv", timetable)]);
    let desk = came.location;
    assert!(visit.get(&desk).text.contains("The school has no apprentice yet."));
    let fields = [("change", "join"), ("pupil", "8A-1"), ("class", "8.A"), ("away", "mon")];
    let joined = visit.post(&format!("{desk}/pupils"), &fields);
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text);
    assert!(visit.get(&desk).text.contains("8A-1"));
}

#[test]
fn every_other_time_of_a_lesson_is_priced_or_refused_with_a_reason() {
    let visit = Visit::to("lille");
    let told = visit.post("/desk/1/lessons/0", &[]).text;
    assert!(told.contains("▲ +") && told.contains("proven"), "{told}");
    let page = visit.get("/desk/1/timetable?lesson=0").text;
    let never = page.split_once("chip never").unwrap().1.split("</details>").next().unwrap();
    assert!(never.contains("<p>") && never.len() > 40, "a reason: {never}");
}

#[test]
fn everything_can_be_taken_along_once_there_is_a_plan() {
    let visit = Visit::to("lille");
    let names = [
        "report.html",
        "school.xlsx",
        "plans.zip",
        "timetable.csv",
        "changes.csv",
        "pupils.csv",
        "apprentices.csv",
        "solution.json",
    ];
    for name in names {
        let missing = visit.get(&format!("/desk/1/download/{name}"));
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{name}");
    }
    visit.solve(1);
    for name in names {
        let came = visit.get(&format!("/desk/1/download/{name}"));
        assert_eq!(came.status, StatusCode::OK, "{name}");
        assert!(came.text.len() > 20, "{name}");
        assert!(visit.get("/desk/1").text.contains(name), "{name} is on the page");
    }
}
