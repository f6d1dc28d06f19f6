//! The pages, read as a browser reads them.

use mesterskema::domain::Language;

use super::{APPRENTICES, TIMETABLE, is, planned};
use crate::html::{all, read, texts};

/// The lines of the table under a heading, each as its cells.
pub(super) fn table(page: &str, section: &str) -> Vec<String> {
    let page = read(page);
    texts(&page, &format!("section[aria-labelledby={section}] tbody tr"))
}

#[test]
fn a_plan_says_when_and_where_the_placement_is() {
    let apprentices = APPRENTICES.replace("garage;;;;;", "garage;;15:00;2026-10-08;2027-06-25;");
    let plan = planned(&[("apprentices.csv", &apprentices)]).file("pupils/8A-04.html");
    let expected = [
        "Thursday all day, 07:30–15:00",
        "Place garage",
        "Address Smedevej 12, Skovby",
        "Contact Kim, tlf. 12 34",
        "Dates 8 Oct 2026 – 25 Jun 2027",
    ];
    assert_eq!(table(&plan, "placement"), expected);
}

#[test]
fn a_plan_says_what_is_kept_and_lost_of_each_subject_in_hours_a_year() {
    let plan = planned(&[]).file("pupils/8A-04.html");
    let expected = [
        "DAN 60 0 0 60",
        "GEO 15 0 0 15",
        "HIS 15 0 0 15",
        "IDR 60 60 60 0",
        "MAT 60 0 0 60",
        "in all 210 60 60 150",
    ];
    assert_eq!(table(&plan, "year"), expected);
    assert!(plan.contains("At the placement: 280 hours a year of 1400"), "{plan}");
    assert_eq!(table(&plan, "core"), ["DAN required 2 0 0", "MAT required 2 0 0"]);
}

#[test]
fn periods_without_times_count_as_the_usual_ones() {
    let timetable =
        TIMETABLE.replace(";A\n", ";\n").replace(";B\n", ";\n").replace("wed;1;\n9", "wed;2;\n9");
    let timetable = timetable.replace("8.A;GEO;EF;L8;wed;1", "8.A;GEO;EF;L8;wed;2");
    let others = [("periods.csv", ""), ("calendar.csv", ""), ("timetable.csv", timetable.as_str())];
    let plan = planned(&others).file("pupils/8A-04.html");
    assert!(table(&plan, "year").contains(&"MAT 60 0 0 60".to_owned()));
}

#[test]
fn what_people_write_is_never_markup() {
    let apprentices = APPRENTICES.replace("Kim, tlf. 12 34", "<script>alert(1)</script>");
    let plan = planned(&[("apprentices.csv", &apprentices)]).file("pupils/8A-04.html");
    assert!(all(&read(&plan), "script").is_empty());
    assert!(texts(&read(&plan), "td").contains(&"<script>alert(1)</script>".to_owned()));
}

#[test]
fn every_page_leads_to_the_list_and_the_list_to_every_file() {
    let files = planned(&[]).files(Language::Swedish);
    let index = read(&files[0].1);
    let links: Vec<&str> =
        all(&index, "main a").iter().map(|link| link.attr("href").unwrap()).collect();
    let names: Vec<&str> = files[1..].iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(links, names);
    for (name, page) in files[1..].iter().filter(|(name, _)| is(name, "html")) {
        let back =
            all(&read(page), "header a").first().map(|link| link.attr("href").unwrap().to_owned());
        assert_eq!(back.as_deref(), Some("../index.html"), "{name}");
    }
}

#[test]
fn a_team_sees_who_is_away_when() {
    let sheet = planned(&[]).file("classes/8.A.html");
    assert_eq!(table(&sheet, "away"), ["8A-04 Thursday: all day, 07:30–14:30 garage"]);
    assert!(sheet.contains("No changes."));
}
