//! Pupils are added and changed with boxes and lists, one by one or a whole class at once.

use axum::http::StatusCode;
use serde_json::json;

use super::browser::with_browser;
use super::{Visit, fixture};

/// A pupil who is away either on Tuesday and the afternoon of Thursday, or on any one day, or not at all.
const BOXES: [(&str, &str); 13] = [
    ("change", "join"),
    ("pupil", "NEW-1"),
    ("class", "8.A"),
    ("place", "Bageriet"),
    ("day-0-tue", "on"),
    ("periods-0-tue", ""),
    ("day-0-thu", "on"),
    ("periods-0-thu", "4-6"),
    ("periods-0-fri", "1-2"),
    ("any-1", "on"),
    ("none", "on"),
    ("together", ""),
    ("skips", ""),
];

/// The row of a pupil on the page.
fn row(visit: &Visit, pupil: &str) -> String {
    let page = visit.get("/desk/1/pupils").text;
    let row = page.split("<tr>").find(|row| row.contains(&format!(">{pupil}<")));
    row.unwrap_or_default().split("</tr>").next().unwrap().to_owned()
}

#[test]
fn boxes_say_what_a_file_says_and_show_it_again() {
    let visit = Visit::to("lille");
    let joined = visit.post("/desk/1/pupils", &BOXES);
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text);
    let row = row(&visit, "NEW-1");
    assert!(row.contains("tue+thu 4-6|") && row.contains("|fri|-<"), "{row}");
    let form = visit.get("/desk/1/pupils?pupil=NEW-1").text;
    let form = form.split_once("class=\"enrol\"").unwrap().1;
    for checked in ["day-0-tue", "day-0-thu", "any-1", "none"] {
        let field = form.split_once(&format!("name=\"{checked}\"")).unwrap().1;
        assert!(field.starts_with(" checked"), "{checked}: {}", &field[..80]);
    }
    assert!(form.contains("<option value=\"4-6\" selected>"), "{form}");
    assert!(!form.split_once("name=\"day-0-fri\"").unwrap().1.starts_with(" checked"));
    assert!(form.contains("value=\"Bageriet\""));
}

#[test]
fn what_is_taken_out_of_a_form_is_gone() {
    let visit = Visit::to("lille");
    visit.post("/desk/1/pupils", &BOXES);
    assert!(row(&visit, "NEW-1").contains("Bageriet"));
    let page = visit.get("/desk/1/pupils?pupil=NEW-1").text;
    let seen = page.split_once("name=\"seen\" value=\"").unwrap().1.split('"').next().unwrap();
    let fields = [
        ("seen", seen),
        ("change", "move"),
        ("pupil", "NEW-1"),
        ("class", "8.A"),
        ("place", ""),
        ("day-0-mon", "on"),
    ];
    let changed = visit.post("/desk/1/pupils", &fields);
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text);
    let now = row(&visit, "NEW-1");
    assert!(now.contains("<td>mon</td>") && !now.contains("Bageriet"), "{now}");
    visit.post("/desk/1/undo", &[("back", "/desk/1")]);
    assert!(row(&visit, "NEW-1").contains("Bageriet"), "one change is taken back at once");
}

#[test]
fn a_fault_stands_at_its_field_and_the_form_is_kept() {
    let visit = Visit::to("lille");
    let fields = [
        ("change", "join"),
        ("pupil", "010203-1234"),
        ("class", "8.A"),
        ("day-0-wed", "on"),
        ("place", "Smeden"),
    ];
    let refused = visit.post("/desk/1/pupils", &fields).text;
    assert!(
        refused.contains("Nothing was changed") && refused.contains("id=\"wrong-pupil\""),
        "{refused}"
    );
    let wrong = refused.split_once("id=\"wrong-pupil\"").unwrap().1.split("</div>").next().unwrap();
    assert!(!wrong.contains("1234"), "{wrong}");
    assert!(refused.contains("name=\"day-0-wed\" checked") && refused.contains("value=\"Smeden\""));
    let nobody =
        visit.post("/desk/1/pupils", &[("change", "join"), ("pupil", "NEW-9"), ("class", "8.A")]);
    assert!(nobody.text.contains("id=\"wrong-away\""), "{}", nobody.text);
}

#[test]
fn a_whole_class_is_pasted_and_the_rest_is_taken_from_the_boxes() {
    let visit = Visit::to("lille");
    let list = "Elev\tKlasse\r\nNEW-1\r\nNEW-2\t8.A\ttor\r\n\r\n8A-04\t8.A\tfre\r\n";
    let fields = [("class", "8.A"), ("day-0-mon", "on"), ("list", list)];
    let added = visit.post("/desk/1/pupils/list", &fields);
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text);
    for (pupil, away) in [("NEW-1", "mon"), ("NEW-2", "tor"), ("8A-04", "fre")] {
        assert!(row(&visit, pupil).contains(&format!("<td>{away}</td>")), "{}", row(&visit, pupil));
    }
    let refused =
        visit.post("/desk/1/pupils/list", &[("class", "8.A"), ("list", "NEW-7\t8.A\tnever")]);
    assert!(refused.text.contains("NEW-7\t8.A\tnever"), "the list is kept: {}", refused.text);
    assert!(refused.text.contains("never"), "{}", refused.text);
}

#[test]
fn the_form_is_for_everybody_and_shows_the_groups_of_the_class_that_is_chosen() {
    const SHOWN: &str = "return [...document.querySelectorAll('[data-shown-for]')].filter((one) => !one.hidden).map((one) => one.dataset.shownFor)";
    with_browser(&[fixture("skovby")], async |browser| {
        browser.goto("/desk/1/pupils").await;
        browser.examine("the pupils").await;
        let classes = "return [...document.querySelectorAll('[data-shown-for]')].map((one) => one.dataset.shownFor)";
        let classes = browser.script(classes).await;
        let class = classes[classes.as_array().unwrap().len() - 1].as_str().unwrap().to_owned();
        browser
            .script(&format!(
                "const list = document.getElementById('class'); list.value = '{class}';
            list.dispatchEvent(new Event('change', {{ bubbles: true }}));"
            ))
            .await;
        assert_eq!(browser.script(SHOWN).await, json!([class]));
        browser.click(".pupil details summary").await;
        browser.examine("more than one way to be away").await;
        browser.click("td .buttons a.button").await;
        browser.wait("input[readonly]").await;
        browser.examine("a pupil who is changed").await;
    });
}
