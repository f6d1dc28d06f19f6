//! Why there is no timetable, as cards with links and buttons.

use super::Visit;

#[test]
fn each_fact_leads_to_what_it_is_about_and_a_way_out_is_gone_by_a_button() {
    let visit = Visit::to("lille");
    let fields =
        [("change", "join"), ("pupil", "NEW-1"), ("class", "8.A"), ("away", "mon+tue+wed+thu")];
    visit.post("/desk/1/pupils", &fields);
    visit.solve(1);
    let bar = visit.get("/desk/1").text;
    assert!(
        bar.contains("✕ No timetable works out") && bar.contains("action=\"/desk/1/why\""),
        "{bar}"
    );
    let told = visit.post("/desk/1/why", &[]).text.replace("\\\"", "\"");
    let cards = told.split("\"id\":\"why\"").nth(1).unwrap();
    assert!(cards.contains("class=\"card\"") && cards.contains("Ways out"), "{cards}");
    assert!(cards.contains("href=\"/desk/1/timetable?whose=class&amp;name=8.A\""), "{cards}");
    assert!(cards.contains("action=\"/desk/1/days/choose\""), "{cards}");
}
