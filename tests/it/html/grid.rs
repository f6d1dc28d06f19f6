//! The week as a grid.

use std::collections::BTreeMap;

use mesterskema::diff::Offer;
use mesterskema::domain::{Language, Proposal, School};
use mesterskema::report::html::{Foot, Page};
use mesterskema::week::{Entry, Weeks, Whose, plain};
use scraper::Html;

use super::{all, read, texts};
use crate::school_builder::{Changed, Jotted, school, unchanged, verdict};

/// A page with the grid of one of them, every change under the number of its lesson from 1.
fn drawn(school: &School, proposal: &Proposal, whose: Whose<'_>, language: Language) -> String {
    let difference = verdict(school, proposal).difference;
    let numbers: BTreeMap<usize, usize> =
        difference.changes.iter().map(|change| (change.lesson, change.lesson + 1)).collect();
    let offer = Offer { school, proposal, difference: &difference };
    let baseline = school.baseline();
    let weeks = Weeks::new(offer, &baseline, &numbers, language);
    let (head, body) = (maud::html! { h1 { "week" } }, weeks.grid(whose, &plain));
    Page { language, title: "week", foot: Foot::default(), head, contents: &[], body }.render()
}

fn week(school: &School, proposal: &Proposal, whose: Whose<'_>) -> Html {
    read(&drawn(school, proposal, whose, Language::English))
}

/// What stands in a cell.
fn cell(page: &Html, slot: &str) -> Vec<String> {
    texts(page, &format!("td[data-slot='{slot}'] .lesson"))
}

fn small_school() -> School {
    school(3, 3)
        .lesson("8A MAT mon 1-2 t=T1 r=R1")
        .lesson("8A DAN tue 1 t=T2 r=R1")
        .lesson("8A+8B IDR wed 1-2 t=T3 r=hal")
        .apprentice("8A", "tue", "DAN+MAT", "")
}

#[test]
fn a_lesson_that_moves_stands_where_it_was_and_where_it_goes_under_one_number() {
    let school = small_school();
    let proposal = unchanged(&school).start(1, "wed 3");
    for whose in [Whose::Class(&"8A".into()), Whose::Pupil(0)] {
        let page = week(&school, &proposal, whose);
        assert_eq!(cell(&page, "tue 1"), ["DAN T2 · R1 → 2 moves, number 2, to wed 3"]);
        assert_eq!(cell(&page, "wed 3"), ["DAN T2 · R1 2 → moves, number 2, from tue 1"]);
    }
    let page = week(&school, &proposal, Whose::Teacher(&"T2".into()));
    assert_eq!(cell(&page, "wed 3"), ["DAN 8A · R1 2 → moves, number 2, from tue 1"]);
}

#[test]
fn a_lesson_of_two_periods_is_one_cell_and_two_lessons_are_two() {
    let school = small_school().lesson("8A MAT tue 2 t=T1 r=R1").lesson("8A MAT tue 3 t=T1 r=R1");
    let page = week(&school, &unchanged(&school), Whose::Class(&"8A".into()));
    let tall = all(&page, "td[rowspan='2']");
    let slots: Vec<_> = tall.iter().map(|cell| cell.attr("data-slot").unwrap()).collect();
    assert_eq!(slots, ["mon 1", "wed 1"]);
    assert_eq!((cell(&page, "tue 2").len(), cell(&page, "tue 3").len()), (1, 1));
}

#[test]
fn a_double_lesson_that_moves_by_a_period_leaves_and_arrives_where_it_overlaps() {
    let school = small_school();
    let proposal = unchanged(&school).start(0, "mon 2");
    let page = week(&school, &proposal, Whose::Class(&"8A".into()));
    let signs = |slot| texts(&page, &format!("td[data-slot='{slot}'] .sign"));
    assert_eq!(signs("mon 1"), ["→ 1"]);
    assert_eq!(signs("mon 2"), ["1 →", "→ 1"]);
    assert_eq!(signs("mon 3"), ["1 →"]);
}

#[test]
fn a_lesson_that_takes_another_room_leaves_one_and_arrives_in_the_other() {
    let school = small_school().room("R1", "lab", "", 1).room("R2", "lab", "", 1);
    let proposal = unchanged(&school).exchange(1, "R1", "R2");
    let of = |whose: Whose<'_>| cell(&week(&school, &proposal, whose), "tue 1");
    assert_eq!(of(Whose::Room(&"R1".into())), ["DAN 8A · T2 → 2 moves, number 2, to R2"]);
    assert_eq!(of(Whose::Room(&"R2".into())), ["DAN 8A · T2 2 → moves, number 2, from R1"]);
    assert_eq!(of(Whose::Class(&"8A".into())), ["DAN T2 · R2 ⇄ 2 other room, R1 → R2"]);
}

#[test]
fn pupils_are_away_where_their_placement_is_and_miss_only_what_they_need() {
    let mut school = small_school().lesson("8A GEO tue 2 t=T3");
    school.apprentices[0].alternatives[0].place = Some("Forge".into());
    school.apprentices[0].alternatives[0].spans[0].periods =
        Some((mesterskema::domain::Period(1), mesterskema::domain::Period(2)));
    let page = week(&school, &unchanged(&school), Whose::Pupil(0));
    assert_eq!(texts(&page, "td.away"), ["Forge DAN T2 · R1 ✗ missed", "Forge"]);
    let page = week(&school, &unchanged(&school), Whose::Class(&"8A".into()));
    assert_eq!(texts(&page, ".absences td"), ["", "p0 · Forge (1–2)", ""]);
}

#[test]
fn weeks_of_a_cycle_and_groups_share_a_cell() {
    let school = school(2, 2)
        .two_weeks()
        .lesson("8A BIO mon 1 t=T1 w=A")
        .lesson("8A GEO mon 1 t=T2 w=B")
        .lesson("8A TYS tue 1 t=T1 g=lang:TYS")
        .row("8A FRA tue 1 t=T2 g=lang:begyndere");
    let page = week(&school, &unchanged(&school), Whose::Class(&"8A".into()));
    assert_eq!(cell(&page, "mon 1"), ["week A BIO T1", "week B GEO T2"]);
    assert_eq!(cell(&page, "tue 1"), ["TYS T1 FRA begyndere · T2"]);
}

#[test]
fn whoever_draws_a_week_can_make_its_lessons_something_to_press() {
    let school = small_school();
    let (proposal, numbers) = (unchanged(&school), BTreeMap::new());
    let difference = verdict(&school, &proposal).difference;
    let offer = Offer { school: &school, proposal: &proposal, difference: &difference };
    let baseline = school.baseline();
    let weeks = Weeks::new(offer, &baseline, &numbers, Language::English);
    let press = |entry: &Entry, drawn| maud::html! { button value=(entry.lesson) { (drawn) } };
    let body = weeks.grid(Whose::Class(&"8A".into()), &press);
    let page = Html::parse_fragment(&body.into_string());
    let buttons = all(&page, "button:has(.lesson)");
    let lessons: Vec<_> = buttons.iter().map(|button| button.attr("value").unwrap()).collect();
    assert_eq!(lessons, ["0", "1", "2"]);
    assert!(!weeks.is_touched(Whose::Class(&"8A".into())));
}

#[test]
fn what_a_file_says_is_never_markup() {
    let mut school = small_school();
    let name = "<script>alert('\"')</script>";
    school.lessons[1].pieces[0].subject = name.into();
    school.apprentices[0].place = Some("\"><img src=x onerror=alert(1)>".into());
    for language in Language::ALL {
        let page = drawn(&school, &unchanged(&school), Whose::Class(&"8A".into()), language);
        let page = read(&page);
        assert!(all(&page, "script, img").is_empty());
        assert_eq!(texts(&page, "td[data-slot='tue 1'] b"), [name]);
    }
}
