//! Why there is no timetable, as cards with links and buttons.

use std::path::Path;

use super::Visit;
use crate::fixtures::folders;

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

/// The value of a hidden field in a form.
fn hidden<'f>(form: &'f str, name: &str) -> &'f str {
    let field = form.split_once(&format!("name=\"{name}\" value=\"")).unwrap().1;
    field.split('"').next().unwrap()
}

/// The forms that lead out, as `kind`, `fact` and what the button says.
fn ways_out(visit: &Visit) -> Vec<(String, String, String)> {
    let told = visit.post("/desk/1/why", &[]).text.replace("\\\"", "\"");
    let forms = told.split("action=\"/desk/1/relieve\"").skip(1);
    let own = |form: &str| {
        let label = form.split_once("aria-label=\"").unwrap().1.split('"').next().unwrap();
        let fact = hidden(form, "fact").replace("&amp;", "&");
        (hidden(form, "kind").to_owned(), fact, label.to_owned())
    };
    forms.map(own).collect()
}

#[test]
fn every_button_of_a_way_out_leads_to_a_timetable_and_back() {
    let mut gone = 0;
    for school in folders("infeasible") {
        let visit = Visit::new(None);
        visit.office.lay_out(&school).unwrap();
        visit.solve(1);
        for (kind, fact, label) in ways_out(&visit) {
            let fields = [("kind", kind.as_str()), ("fact", &fact), ("back", "/desk/1")];
            visit.post("/desk/1/relieve", &fields);
            visit.solve(1);
            let bar = visit.get("/desk/1").text;
            assert!(
                bar.contains("✓ proven cheapest"),
                "{}: {label} is a way out: {bar}",
                school.display()
            );
            visit.post("/desk/1/undo", &[("back", "/desk/1")]);
            let bar = visit.get("/desk/1").text;
            assert!(!bar.contains("Reckoned as"), "{bar}");
            gone += 1;
        }
    }
    assert!(gone > 3, "only {gone}");
}

#[test]
fn a_way_out_that_was_gone_stands_in_the_bar_and_is_kept_with_the_plan() {
    let folder = tempfile::tempdir().unwrap();
    let school = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/infeasible/place-full");
    let visit = Visit::new(Some(folder.path()));
    visit.office.lay_out(&school).unwrap();
    visit.solve(1);
    let ways = ways_out(&visit);
    let (kind, fact, _) = ways.iter().find(|(kind, ..)| kind == "seat").unwrap();
    visit.post("/desk/1/relieve", &[("kind", kind), ("fact", fact)]);
    visit.solve(1);
    visit.post("/desk/1/plans", &[("name", "One seat more")]);
    drop(visit);

    let visit = Visit::new(Some(folder.path()));
    let desk = visit.post("/plans/0/open", &[]).location;
    let bar = visit.get(&desk).text;
    assert!(bar.contains("✓ proven cheapest"), "{bar}");
    let told = bar.split_once("Reckoned as if ").unwrap().1.split_once('<').unwrap().0;
    assert!(told.contains("took one pupil more"), "{told}");
    let is_gone = |desk: &str| visit.get(desk).text.contains("Reckoned as if");
    let fields = [("kind", kind.as_str()), ("fact", fact), ("is_back", "true")];
    visit.post(&format!("{desk}/relieve"), &fields);
    assert!(!is_gone(&desk), "it is taken back");
    visit.post(&format!("{desk}/undo"), &[("back", &desk)]);
    assert!(is_gone(&desk), "and it is undone that it was");
}
