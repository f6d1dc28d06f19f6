//! Reports and plans on paper, printed by a browser where one is installed.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use mesterskema::check::check;
use mesterskema::diff::Offer;
use mesterskema::domain::{Date, Effort, Language};
use mesterskema::export::plans::{Plans, files};
use mesterskema::input::{Need, load};
use mesterskema::report::Report;
use mesterskema::report::html::solution;

use super::{all, read, texts};
use crate::optimum::answer;
use crate::passed_over::pass_over;

/// The sheets that a page fills; `None` where there is no browser.
fn sheets(page: &str) -> Option<usize> {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
    fs::write(&from, page).unwrap();
    let mut print = Command::new("chromium");
    print.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]);
    print.arg(format!("--user-data-dir={}", folder.path().join("profile").display()));
    print.arg(format!("--print-to-pdf={}", to.display())).arg(&from);
    print.stdout(Stdio::null()).stderr(Stdio::null());
    if !print.status().is_ok_and(|status| status.success()) {
        pass_over("chromium");
        return None;
    }
    let pdf = fs::read(&to).unwrap();
    let sign = b"/Type /Page\n";
    let count = pdf.windows(sign.len()).filter(|part| part == sign).count();
    assert!(count > 0, "a sheet of a PDF is not written as it was");
    Some(count)
}

fn shipped(name: &str) -> mesterskema::input::Loaded {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools").join(name);
    load(&folder, Need::Apprentices)
}

#[test]
fn a_report_of_ten_moves_fills_three_sheets_and_a_plan_two() {
    let loaded = shipped("skovby");
    let (school, sheet) = (loaded.school.unwrap(), loaded.sheet.unwrap());
    let answer = answer(&school, Effort::Strict);
    let printed = Date::new(2026, 12, 1);
    let (proposal, _) = answer.offered.as_ref().unwrap();
    let verdict = check(&school, proposal, Effort::Strict);
    assert_eq!(verdict.difference.changes.len(), 10);
    let offer = Offer { school: &school, proposal, difference: &verdict.difference };
    for language in Language::ALL {
        let report = Report { school: &school, sheet: &sheet, answer: &answer, printed };
        let page = solution(report, language);
        assert!(sheets(&page).is_none_or(|count| count == 3), "{language:?}");
        let plans = Plans { offer, almanac: &loaded.almanac, language, printed };
        let files = files(plans);
        let plan = |path: &str| &files.iter().find(|(name, _)| name == path).unwrap().1;
        assert!(sheets(plan("pupils/8A-07.html")).is_none_or(|count| count == 2));
        assert!(sheets(plan("classes/8.A.html")).is_none_or(|count| count == 1));
        assert!(sheets(plan("teachers/GRN.html")).is_none_or(|count| count == 1));
    }
}

#[test]
fn every_sheet_has_the_schools_name_the_date_and_its_number() {
    let loaded = shipped("lille");
    let (mut school, sheet) = (loaded.school.unwrap(), loaded.sheet.unwrap());
    school.name = Some("</style>\"} body { content: url(//x) } æ".to_owned());
    let answer = answer(&school, Effort::Strict);
    let printed = Date::new(2026, 12, 1);
    let report = Report { school: &school, sheet: &sheet, answer: &answer, printed };
    let page = solution(report, Language::Danish);
    let read = read(&page);
    let style = &texts(&read, "style")[0];
    let foot = style.rsplit_once("@bottom-left").unwrap().1;
    assert!(foot.contains("\"1.12.2026 · side \" counter(page) \" af \" counter(pages)"), "{foot}");
    assert!(!foot.contains("url(") && !foot.contains("//") && !foot.contains('<'), "{foot}");
    assert!(foot.starts_with(" { content: \"\\3c \\2f style\\3e \\22"), "{foot}");
    assert_eq!(all(&read, "style").len(), 1);
    assert!(texts(&read, ".school")[0].ends_with("æ · 1.12.2026"));
}
