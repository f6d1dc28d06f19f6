//! The board: what is seen before any solve, lessons that are moved by hand or by keys, and what becomes of the plan.

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

use super::browser::{Browser, with_browser};
use super::{Visit, fixture};

/// The first lesson of a page's week that can be moved, and the address at which it is chosen.
const FIRST: &str = ".pane:first-child a.click[draggable]";

#[test]
fn what_apprentices_miss_is_marked_before_anything_is_solved() {
    let visit = Visit::to("lille");
    let page = visit.get("/desk/1/timetable").text;
    let missed = page.matches("class=\"lost required\"").count();
    assert!(missed > 0 && page.contains("✗ missed by"), "{page}");
    assert!(page.contains("class=\"badge required\""), "the list says so too");
    assert!(page.contains(" band\""), "when the apprentices of the class are away");
    visit.solve(1);
    let page = visit.get("/desk/1/timetable").text;
    assert_eq!(page.matches("class=\"lost required\"").count(), 0);
    assert!(page.contains("class=\"badge changed\"") && page.contains("✓ proven cheapest"));
}

#[test]
fn classes_with_apprentices_come_first_and_each_has_its_neighbours() {
    let visit = Visit::to("skovby");
    let page = visit.get("/desk/1/timetable").text;
    let (with, others) = page.split_once(">Others<").unwrap();
    assert!(with.contains(">With apprentices<") && !others.contains("badge required"));
    for whose in ["class", "teacher", "room", "pupil"] {
        let mut page = visit.get(&format!("/desk/1/timetable?whose={whose}")).text;
        let names = page.split_once("class=\"names\"").unwrap().1.split("</nav>").next().unwrap();
        let number = names.matches("<li>").count();
        let first = caption(&page);
        for _ in 1..number {
            page = visit.get(&link(&page, "rel=\"next\"")).text;
            assert_ne!(caption(&page), first, "{whose}: not around before the end");
        }
        assert_eq!(caption(&visit.get(&link(&page, "rel=\"next\"")).text), first, "{whose}");
    }
}

fn caption(page: &str) -> String {
    let caption = page.split_once("<caption").unwrap().1.split_once('>').unwrap().1;
    caption.split('<').next().unwrap().to_owned()
}

/// The address of a link with this sign.
fn link(page: &str, sign: &str) -> String {
    let link = page.split_once(sign).unwrap().1.split_once("href=\"").unwrap().1;
    link.split('"').next().unwrap().replace("&amp;", "&")
}

#[test]
fn every_slot_says_at_once_whether_a_lesson_can_be_there_and_the_judge_agrees() {
    let visit = Visit::to("lille");
    visit.solve(1);
    let page = visit.get("/desk/1/timetable?lesson=0").text;
    let exact = visit.post("/desk/1/lessons/0", &[]).text.replace("\\\"", "\"");
    let mut compared = 0;
    let mut never = Vec::new();
    for chip in page.split("data-chip=\"").skip(1) {
        let slot = chip.split('"').next().unwrap();
        let id = format!("slot-{}", slot.replace(' ', "-"));
        let told: Vec<&str> = exact.split("event: show").filter(|one| one.contains(&id)).collect();
        if chip.contains("chip never") {
            assert!(told.is_empty(), "{slot}: no search is needed");
            never.push(slot.to_owned());
        } else if let Some(most) = free(chip) {
            let last = told.last().unwrap().split_once("\"html\"").unwrap().1;
            let proven = number(last).unwrap_or_else(|| panic!("{slot}: {last}"));
            // What is free is proven to be possible, at no more than was said.
            assert!(proven <= most, "{slot}: {proven} > {most}");
            compared += 1;
        }
    }
    // What never can be is proven to be impossible by a search that is asked for it all the same.
    for slot in never.iter().take(3) {
        visit.post("/desk/1/wish", &[("kind", "hold"), ("lesson", "0"), ("slot", slot)]);
        visit.solve(1);
        let page = visit.get("/desk/1").text;
        assert!(page.contains("✕ No timetable works out"), "{slot}");
        visit.post("/desk/1/undo", &[("back", "/desk/1")]);
        compared += 1;
    }
    assert!(compared >= 2 && !never.is_empty(), "{compared}");
}

/// The points at most that a chip of a free slot names.
fn free(chip: &str) -> Option<i64> {
    chip.contains("chip free").then(|| number(chip)).flatten()
}

/// The first number with a sign.
fn number(text: &str) -> Option<i64> {
    let text = text.replace('−', "-");
    let at = text.find(['+', '-'].as_slice());
    let mut rest = text.get(at?..)?;
    loop {
        let digits: String = rest.chars().skip(1).take_while(char::is_ascii_digit).collect();
        if let Ok(number) = digits.parse::<i64>() {
            return Some(if rest.starts_with('-') { -number } else { number });
        }
        rest = &rest[1..];
        rest = &rest[rest.find(['+', '-'].as_slice())?..];
    }
}

#[test]
fn a_lesson_kept_from_a_time_shares_no_period_with_it() {
    let visit = Visit::to("lille");
    visit.solve(1);
    let solution = |visit: &Visit| -> serde_json::Value {
        serde_json::from_str(&visit.get("/desk/1/download/solution.json").text).unwrap()
    };
    // The first double lesson of the week of the first class.
    let page = visit.get("/desk/1/timetable").text;
    let double = page.split("rowspan=\"2\"").skip(1).find(|cell| cell.contains("draggable"));
    let double = double.unwrap();
    let slot = double.split_once("data-slot=\"").unwrap().1.split('"').next().unwrap();
    let lesson = double.split_once("data-lesson=\"").unwrap().1.split('"').next().unwrap();
    visit.post("/desk/1/wish", &[("kind", "bar"), ("lesson", lesson), ("slot", slot)]);
    visit.solve(1);
    let page = visit.get(&format!("/desk/1/timetable?lesson={lesson}")).text;
    let now = page.split_once("value=\"bar\"").unwrap().1.split_once("name=\"slot\"").unwrap().1;
    let now = now.split_once("value=\"").unwrap().1.split('"').next().unwrap();
    let (day, period) = slot.split_once(' ').unwrap();
    let (now_day, now_period) = now.split_once(' ').unwrap();
    let apart = now_period.parse::<i32>().unwrap().abs_diff(period.parse().unwrap());
    assert!(now_day != day || apart >= 2, "{slot} → {now}: {}", solution(&visit));
}

/// Whether the board's main week is somebody's.
fn shows(name: &str) -> String {
    format!(
        "return document.querySelector('.pane caption')?.textContent.endsWith(' {name}') === true"
    )
}

/// Presses a key, as on a keyboard: whatever has the focus by then gets it.
async fn press(browser: &Browser, key: impl Into<char>) {
    let value = key.into();
    let strokes = KeyActions::new("keyboard".to_owned())
        .then(KeyAction::Down { value })
        .then(KeyAction::Up { value });
    browser.client.perform_actions(strokes).await.unwrap();
}

#[test]
fn keys_go_through_the_classes_choose_a_lesson_put_it_elsewhere_and_take_that_back() {
    with_browser(&[fixture("lille")], async |browser| {
        browser.goto("/desk/1/timetable").await;
        browser.examine("the board").await;
        let names = "return [...document.querySelectorAll('.names a > span:first-child')].map((one) => one.textContent)";
        let names = browser.script(names).await;
        let name = |at: usize| shows(names[at].as_str().unwrap());
        browser.until(&name(0)).await;
        browser.script("window.same = true").await;
        press(browser, Key::Right).await;
        browser.until(&name(1)).await;
        press(browser, Key::Left).await;
        browser.until(&name(0)).await;
        assert_eq!(browser.script("return window.same").await, json!(true), "not loaded anew");

        browser.script(&format!("document.querySelector('{FIRST}').focus()")).await;
        press(browser, Key::Enter).await;
        browser.wait("[data-chip] button.chip").await;
        browser.examine("a lesson that is chosen").await;
        // A slot that is free is found by the arrows alone, from wherever they begin.
        let is_there = "return document.activeElement.matches('[data-chip] button.chip')";
        press(browser, Key::Down).await;
        for arrow in [Key::Down, Key::Right, Key::Down] {
            if browser.script(is_there).await == json!(true) {
                break;
            }
            press(browser, arrow).await;
        }
        assert_eq!(browser.script(is_there).await, json!(true));
        press(browser, Key::Enter).await;
        // It is solved again without being asked.
        browser.wait(".pin").await;
        browser.until("return document.querySelector('.figures .good') !== null || document.querySelector('.figures .bad') !== null").await;
        browser.examine("a lesson that was put elsewhere").await;
        let undo = "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }))";
        browser.script(undo).await;
        browser.until("return document.querySelector('.pin') === null").await;
        let redo = "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', ctrlKey: true, bubbles: true }))";
        browser.script(redo).await;
        browser.wait(".pin").await;
        press(browser, '?').await;
        browser.wait("dialog[open]").await;
        browser.examine("the keys").await;
    });
}

#[test]
fn a_lesson_is_dragged_to_another_time_stays_there_and_what_changed_since_is_told() {
    const LIFT: &str =
        "const link = document.querySelector('.pane:first-child a.click[draggable]');
        window.carried = new DataTransfer();
        link.dispatchEvent(new DragEvent('dragstart', { dataTransfer: carried, bubbles: true }));";
    const AIM: &str = "const chip = [...document.querySelectorAll('.carried button.chip.dear, .carried button.chip.free')].at(-1);
        if (!chip) return false;
        chip.dispatchEvent(new DragEvent('dragover', { dataTransfer: carried, bubbles: true, cancelable: true }));
        return document.querySelector('.aimed') !== null;";
    const DROP: &str = "document.querySelector('.aimed .chip').dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));";
    with_browser(&[fixture("lille")], async |browser| {
        browser.goto("/desk/1/timetable").await;
        browser.click("form[action$='/solve'] button").await;
        browser.wait(".figures .good").await;
        browser.script(LIFT).await;
        browser.until(AIM).await;
        browser.examine("a lesson that is carried").await;
        browser.script(DROP).await;
        browser.wait(".since").await;
        browser.wait(".pin").await;
        browser.examine("what changed since the last plan").await;
    });
}

#[test]
fn the_board_fits_wide_and_narrow_screens_in_each_language() {
    with_browser(&[fixture("skovby")], async |browser| {
        for (width, language) in [(1280, "da"), (1920, "sv"), (400, "en")] {
            browser.client.set_window_size(width, 900).await.unwrap();
            browser.goto("/desk/1/timetable?with=teacher%3AAB&lesson=0").await;
            browser.click(&format!("button[name=language][value={language}]")).await;
            browser.wait(&format!("html[lang={language}] [data-chip]")).await;
            let overhang = "return document.documentElement.scrollWidth - innerWidth";
            assert!(browser.script(overhang).await.as_i64().unwrap() <= 0, "{width}");
            browser.examine(language).await;
        }
    });
}
