//! Plans: kept side by side, saved once, and there again after a restart.

use std::fs;

use super::{Visit, fixture};

#[test]
fn a_plan_that_was_saved_is_there_after_a_restart_with_everything_in_it() {
    let shelf = tempfile::tempdir().unwrap();
    let visit = Visit::new(Some(shelf.path()));
    visit.office.lay_out(&fixture("lille")).unwrap();
    let page = visit.get("/desk/1/pupils").text;
    let class = page.split_once("<td>").unwrap().1.split('<').next().unwrap().to_owned();
    let fields = [("change", "join"), ("pupil", "NEW-1"), ("class", &class), ("away", "mon|tue")];
    visit.post("/desk/1/pupils", &fields);
    visit.post("/desk/1/wish", &[("kind", "hold"), ("lesson", "0"), ("slot", &start(&visit))]);
    visit.solve(1);
    let before = contents(&visit);
    visit.post("/desk/1/plans", &[("name", "Plan: æ/ø..\\å")]);
    assert!(visit.get("/desk/1/plans").text.contains("saved on disk"));
    let timetable = visit.get("/desk/1/download/timetable.csv").text;
    drop(visit);

    let again = Visit::new(Some(shelf.path()));
    let opened = again.post("/plans/0/open", &[]);
    assert_eq!(opened.location, "/desk/1");
    assert_eq!(contents(&again), before);
    assert_eq!(again.get("/desk/1/download/timetable.csv").text, timetable);
    assert!(again.get("/desk/1/pupils").text.contains("NEW-1"));
    assert!(again.get("/desk/1").text.contains("Your wishes (1)"));
}

/// What the first page says below the bar.
fn contents(visit: &Visit) -> String {
    visit.get("/desk/1").text.split_once("What changes").unwrap().1.to_owned()
}

/// Where the first lesson starts, as the page writes it.
fn start(visit: &Visit) -> String {
    let page = visit.get("/desk/1/timetable?lesson=0").text;
    let form = page.split_once("value=\"hold\"").unwrap().1;
    form.split_once("name=\"slot\" value=\"").unwrap().1.split('"').next().unwrap().to_owned()
}

#[test]
fn no_plan_is_ever_overwritten() {
    let shelf = tempfile::tempdir().unwrap();
    let visit = Visit::new(Some(shelf.path()));
    visit.office.lay_out(&fixture("lille")).unwrap();
    visit.solve(1);
    for name in ["One", "one!", "One?"] {
        visit.post("/desk/1/plans", &[("name", name)]);
    }
    assert_eq!(fs::read_dir(shelf.path()).unwrap().count(), 3);
    let again = visit.post("/desk/1/plans", &[("name", "One")]).text;
    assert!(again.contains("There is a plan of that name already"), "{again}");
    assert_eq!(fs::read_dir(shelf.path()).unwrap().count(), 3);
}

#[test]
fn a_plan_that_was_changed_by_hand_is_judged_again() {
    let shelf = tempfile::tempdir().unwrap();
    let visit = Visit::new(Some(shelf.path()));
    visit.office.lay_out(&fixture("lille")).unwrap();
    visit.solve(1);
    visit.post("/desk/1/plans", &[("name", "one")]);
    let plan = shelf.path().join("plan-one");
    fs::copy(fixture("lille").join("timetable.csv"), plan.join("proposal/timetable.csv")).unwrap();
    let again = Visit::new(Some(shelf.path()));
    let page = again.get("/").text;
    assert!(page.contains("This plan cannot be read"), "{page}");
}

#[test]
fn a_plan_larger_than_any_is_told_and_not_read() {
    let shelf = tempfile::tempdir().unwrap();
    let visit = Visit::new(Some(shelf.path()));
    visit.office.lay_out(&fixture("lille")).unwrap();
    visit.solve(1);
    visit.post("/desk/1/plans", &[("name", "one")]);
    visit.post("/desk/1/plans", &[("name", "two")]);
    let mark = shelf.path().join("plan-one/plan.json");
    // Zeros beyond its end, which take no room on most disks.
    fs::File::options().write(true).open(mark).unwrap().set_len(3 << 30).unwrap();
    let page = Visit::new(Some(shelf.path())).get("/").text;
    assert!(page.contains("This plan cannot be read"), "{page}");
    assert!(page.contains("plan-one") && page.contains("<strong>two</strong>"), "{page}");
}

#[test]
fn a_plan_that_cannot_be_written_is_not_called_saved() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = folder.path().join("shelf");
    let visit = Visit::new(Some(&shelf));
    visit.office.lay_out(&fixture("lille")).unwrap();
    visit.solve(1);
    fs::remove_dir_all(&shelf).unwrap();
    fs::write(&shelf, "a file in the place of the folder").unwrap();
    let page = visit.post("/desk/1/plans", &[("name", "one")]).text;
    assert!(page.contains("could not be written to the disk"), "{page}");
    assert!(!page.contains("Plans side by side"), "{page}");
    fs::remove_file(&shelf).unwrap();
    fs::create_dir(&shelf).unwrap();
    visit.post("/desk/1/plans", &[("name", "one")]);
    assert!(visit.get("/desk/1/plans").text.contains("saved on disk"));
    assert_eq!(fs::read_dir(&shelf).unwrap().count(), 1, "the plan, and nothing beside it");
}

#[test]
fn what_was_left_of_a_plan_half_written_is_cleared() {
    let shelf = tempfile::tempdir().unwrap();
    let left = shelf.path().join(".mesterskema-plan-left");
    fs::create_dir(&left).unwrap();
    fs::write(left.join("lock"), "").unwrap();
    fs::write(left.join("apprentices.csv"), "8A-04").unwrap();
    drop(Visit::new(Some(shelf.path())));
    assert_eq!(fs::read_dir(shelf.path()).unwrap().count(), 0);
}

#[test]
fn without_a_folder_plans_are_kept_and_not_called_saved() {
    let visit = Visit::to("lille");
    visit.solve(1);
    visit.post("/desk/1/plans", &[("name", "one")]);
    let page = visit.get("/desk/1/plans").text;
    assert!(page.contains("not saved") && !page.contains("saved on disk"), "{page}");
    assert!(page.contains("Plans side by side"), "{page}");
}

#[test]
fn what_is_not_solved_is_not_kept() {
    let visit = Visit::to("lille");
    let page = visit.post("/desk/1/plans", &[("name", "one")]).text;
    assert!(page.contains("There is no finished plan to keep"), "{page}");
}

#[test]
fn two_plans_are_compared_lesson_by_lesson_and_one_is_deleted_for_good() {
    let shelf = tempfile::tempdir().unwrap();
    let visit = Visit::new(Some(shelf.path()));
    visit.office.lay_out(&fixture("lille")).unwrap();
    visit.solve(1);
    visit.post("/desk/1/plans", &[("name", "One")]);
    let changes = visit.get("/desk/1/download/solution.json").text;
    let solution: serde_json::Value = serde_json::from_str(&changes).unwrap();
    let moved = solution["changes"].as_array().unwrap().len();
    let alone = visit.get("/desk/1/plans?one=One&other=One").text;
    assert!(!alone.contains("id=\"contrast\""), "one plan is compared with no other");
    // What the first plan moves is kept where it was, as far as that can be.
    let first = &solution["changes"][0];
    let from = format!("{} {}", first["to"]["day"].as_str().unwrap(), first["to"]["period"]);
    let page = visit.get("/desk/1/timetable").text;
    let cell = page.split_once(&format!("data-slot=\"{from}\"")).unwrap().1;
    let lesson = cell.split_once("data-lesson=\"").unwrap().1.split('"').next().unwrap();
    visit.post("/desk/1/wish", &[("kind", "bar"), ("lesson", lesson), ("slot", &from)]);
    visit.solve(1);
    visit.post("/desk/1/plans", &[("name", "Two")]);
    let both = visit.get("/desk/1/plans?one=One&other=Two").text;
    let both = both.split_once("id=\"contrast\"").unwrap().1;
    let told = ["Move in One only", "Move differently", "Move alike in both"];
    let count = |title: &str| -> usize {
        let after = both.split_once(&format!("{title} (")).map(|(_, after)| after);
        after.map_or(0, |after| after.split(')').next().unwrap().parse().unwrap())
    };
    assert_eq!(told.map(count).iter().sum::<usize>(), moved, "all that the first moves: {both}");
    assert!(count("Move in One only") + count("Move differently") > 0, "{both}");
    visit.post("/desk/1/plans/delete", &[("name", "One")]);
    assert_eq!(fs::read_dir(shelf.path()).unwrap().count(), 1);
    let left = visit.get("/desk/1/plans").text;
    assert!(left.contains("Two") && !left.contains("value=\"One\""), "{left}");
}
