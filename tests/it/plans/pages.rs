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
        "Thursday all day, 7.30–15.00 4 times, 8 Oct 2026 – 5 Nov 2026",
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
    assert_eq!(table(&sheet, "away"), ["8A-04 Thursday: all day, 7.30–14.30 garage"]);
    assert!(sheet.contains("No changes."));
}

#[test]
fn a_week_for_pupils_has_times_and_full_names_and_only_what_holds() {
    let plan = read(&planned(&[]).file_in("pupils/8A-04.html", Language::Danish));
    let line = |line: usize| texts(&plan, &format!(".clean tbody tr:nth-child({line}) > *"));
    let dansk = "Dansk AB · L8";
    let placed = "garage Smedevej 12, Skovby 7.30–14.30";
    let geography = "uge A Historie AB · L8 uge B Geografi EF · L8";
    assert_eq!(line(1), ["1 8.00–8.45", dansk, "Matematik CD · L8", geography, placed, ""]);
    assert_eq!(line(2), ["2 8.50–9.35", "", "", "Matematik CD · L8"]);
    assert!(all(&plan, ".clean :is(.mark, .sign, s)").is_empty());
    let days = texts(&plan, ".by-day > li");
    assert_eq!(days[0], "mandag 8.00–9.35 Dansk AB · L8");
    assert_eq!(days[3], format!("torsdag 8.00–10.40 {placed}"));
    assert_eq!(texts(&plan, ".name"), ["Navn:"]);
}

#[test]
fn a_year_that_the_calendar_tells_of_is_counted_day_by_day() {
    let calendar = "\
date;what
2026-08-10;term start
2026-08-10;week A
2026-10-12;holiday
2026-10-15;holiday
2027-06-25;term end
";
    // 46 weeks of school, of which one has neither a Monday nor a Thursday.
    let planned = planned(&[("calendar.csv", calendar)]);
    let plan = planned.file("pupils/8A-04.html");
    assert!(plan.contains("45 times, 13 Aug 2026 – 24 Jun 2027"), "{plan}");
    assert!(plan.contains("46 weeks of school"), "{plan}");
    assert_eq!(table(&plan, "year")[0], "DAN 67.5 0 0 67.5");
    assert_eq!(table(&plan, "year")[3], "IDR 67.5 67.5 67.5 0");
    assert!(plan.contains("At the placement: 315 hours a year of 1400"), "{plan}");
}

#[test]
fn a_placement_that_begins_within_the_year_counts_from_then_on() {
    let calendar = "\
date;what
2026-08-10;term start
2026-08-10;week A
2027-06-25;term end
";
    let apprentices = APPRENTICES.replace("garage;;;;;", "garage;;;2027-06-01;;");
    let plan = planned(&[("calendar.csv", calendar), ("apprentices.csv", &apprentices)]);
    let plan = plan.file("pupils/8A-04.html");
    assert!(plan.contains("4 times, 3 Jun 2027 – 24 Jun 2027"), "{plan}");
    assert_eq!(table(&plan, "year")[3], "IDR 69 6 6 63");
}
