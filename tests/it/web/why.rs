//! Why there is no timetable, as cards with links and buttons.

use std::path::Path;

use super::Visit;

#[test]
fn each_fact_leads_to_what_it_is_about_and_a_way_out_is_gone_by_a_button() {
    let visit = Visit::new(None);
    let school = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/infeasible/lab-full");
    visit.office.lay_out(&school).unwrap();
    visit.solve(1);
    let bar = visit.get("/desk/1").text;
    assert!(bar.contains("✕ No timetable works out"), "{bar}");
    assert!(bar.contains("action=\"/desk/1/why\""), "{bar}");
    let told = visit.post("/desk/1/why", &[]).text.replace("\\\"", "\"");
    let cards = told.split("\"id\":\"why\"").nth(1).unwrap();
    assert!(cards.contains("class=\"card\"") && cards.contains("Ways out"), "{cards}");
    assert!(cards.contains("href=\"/desk/1/timetable?whose=class&amp;name=8B\""), "{cards}");
    let form = cards.split_once("action=\"/desk/1/days/choose\"").unwrap().1;
    let value = |name: &str| {
        let field = form.split_once(&format!("name=\"{name}\" value=\"")).unwrap().1;
        field.split('"').next().unwrap()
    };
    let fields = [("seen", value("seen")), ("class", value("class")), ("away", value("away"))];
    visit.post("/desk/1/days/choose", &fields);
    visit.solve(1);
    let bar = visit.get("/desk/1").text;
    assert!(bar.contains("✓ proven cheapest"), "the way out is one: {bar}");
}
