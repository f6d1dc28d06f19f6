//! What if: the curve of growth and the price of desired lessons, drawn as they are computed.

use axum::http::StatusCode;
use mesterskema::domain::Language;
use mesterskema::input::{Need, load};
use mesterskema::scenario::{Asking, Growing, JoinerDays, grow, trade_off};
use std::collections::BTreeSet;

use super::browser::with_browser;
use super::{Visit, fixture};
use mesterskema::domain::{Effort, Stop};

/// What each event puts into the place of an element, in their order.
fn shown(told: &str, id: &str) -> Vec<String> {
    let data = told.lines().filter_map(|line| line.strip_prefix("data: {"));
    let events = data.map(|data| format!("{{{data}"));
    let values = events.map(|data| serde_json::from_str::<serde_json::Value>(&data).unwrap());
    let own = values.filter(|value| value["id"] == id);
    own.map(|value| value["html"].as_str().unwrap().to_owned()).collect()
}

/// The cells of the rows of the last table in some markup.
fn rows(markup: &str) -> Vec<String> {
    let table = scraper::Html::parse_fragment(markup);
    let rows = scraper::Selector::parse("tbody tr").unwrap();
    let text = |row: scraper::ElementRef<'_>| row.text().collect::<Vec<_>>().join(" ");
    table.select(&rows).map(text).collect()
}

#[test]
fn the_curve_is_drawn_joiner_by_joiner_and_ends_as_the_command_says() {
    let visit = Visit::to("lille");
    let page = visit.get("/desk/1/whatif").text;
    assert!(page.contains("data-stream=\"more\"") && page.contains("action=\"/desk/1/more\""));
    let fields = [("joiners", "3"), ("futures", "4"), ("away", "tue"), ("class", "")];
    let curves = shown(&visit.post("/desk/1/more", &fields).text, "growth");
    let last = curves.last().unwrap();
    assert!(last.contains("<svg"), "{last}");
    for (before, after) in curves.iter().zip(&curves[1..]) {
        let (before, after) = (rows(before), rows(after));
        assert_eq!(before[..], after[..before.len()], "what is drawn stays so");
    }
    assert!(curves.iter().any(|curve| rows(curve).len() < rows(last).len()), "bit by bit");

    let school = load(&fixture("lille"), Need::Apprentices).school.unwrap();
    let days = JoinerDays::On(mesterskema::domain::Day::Tue);
    let growing = Growing { joiners: 3, samples: 4, seed: 1, classes: BTreeSet::new(), days };
    let stop = Stop::never();
    let asking = Asking { effort: Effort::Strict, threads: 1, stop: &stop };
    let growth = grow(&school, &growing, asking, &mut |_, _| ()).unwrap();
    let told = mesterskema::report::growth::text(&growth, Language::English);
    let first = told.lines().next().unwrap();
    assert!(last.contains(first), "{first} {last}");
    assert_eq!(rows(last).len(), growth.lines.len());
}

#[test]
fn nobody_joins_a_class_that_is_not_there_nor_on_a_day_that_is_none() {
    let visit = Visit::to("lille");
    let ask = |away: &str, class: &str| {
        let fields = [("joiners", "3"), ("futures", "4"), ("away", away), ("class", class)];
        visit.post("/desk/1/more", &fields).status
    };
    assert_eq!(ask("someday", ""), StatusCode::BAD_REQUEST);
    assert_eq!(ask("spread", "none"), StatusCode::BAD_REQUEST);
}

#[test]
fn every_choice_between_change_and_desired_lessons_is_told() {
    let visit = Visit::to("skovby");
    let fronts = shown(&visit.post("/desk/1/front", &[]).text, "front");
    let school = load(&fixture("skovby"), Need::Apprentices).school.unwrap();
    let stop = Stop::never();
    let asking = Asking { effort: Effort::Strict, threads: 1, stop: &stop };
    let tradeoff = trade_off(&school, asking, &mut |_, _| ()).unwrap();
    let last = rows(fronts.last().unwrap());
    assert_eq!(last.len(), tradeoff.front.len());
    for (row, one) in last.iter().zip(&tradeoff.front) {
        assert!(row.starts_with(&format!("{} {}", one.missed, one.change)), "{row}");
    }
}

/// The page in a browser: the curve grows, other pages are looked at meanwhile, and it can be stopped from there.
#[test]
fn a_long_question_goes_on_while_other_pages_are_looked_at() {
    with_browser(&[fixture("skovby")], async |browser| {
        browser.goto("/desk/1/whatif").await;
        browser.examine("what if, before anything is asked").await;
        browser.script("document.getElementById('joiners').value = 40; document.getElementById('futures').value = 100;").await;
        browser.click("form[data-stream=more] button").await;
        browser.wait("#growth svg").await;
        browser.examine("a curve that grows").await;
        browser.click("a[href='/desk/1/pupils']").await;
        browser.until("return location.pathname.endsWith('/pupils') && document.querySelector('#progress p') !== null").await;
        browser.until("return !document.querySelector('form[data-stop]').hidden").await;
        browser.click("a[href='/desk/1/whatif']").await;
        browser.until("return document.querySelector('#growth svg') !== null").await;
        let asked = browser.script("return document.getElementById('joiners').value").await;
        assert_eq!(asked, serde_json::json!("40"), "what was asked stands in the form again");
        browser.click("a[href='/desk/1/days']").await;
        browser.click("form[data-stop] button").await;
        browser.until("return document.querySelector('form[data-stop]').hidden").await;
        browser.click("a[href='/desk/1/whatif']").await;
        browser.until("return document.querySelector('#growth tbody tr') !== null").await;
        browser.click("form[data-stream=front] button").await;
        browser.until("return document.querySelector('#front .answer') !== null").await;
        browser.examine("the price of desired lessons").await;
    });
}
