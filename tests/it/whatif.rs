//! What if pupils join, leave or change: scenarios, and growth.

use std::collections::BTreeSet;
use std::path::Path;

use insta::assert_snapshot;
use mesterskema::check::faults;
use mesterskema::domain::{Day, Effort, Language, Price, Scenario, School, Stop};
use mesterskema::input::load_with_scenarios;
use mesterskema::pipeline::{Answer, Status};
use mesterskema::report;
use mesterskema::scenario::{
    Asking, Growing, Growth, GrowthLine, JoinerDays, Outlook, Spread, grow, published, what_if,
};
use serde_json::Value;

use crate::command::{LILLE, printed, run};
use crate::input_folder::folder;
use crate::optimum::answer;
use crate::prepare::futures_of;
use crate::random_school;
use crate::school_builder::{Jotted, school};

const ENGLISH: Language = Language::English;
const ASKING: Asking<'static> = Asking { effort: Effort::Strict, threads: 2, stop: &Stop::never() };

fn asked(school: &School, scenarios: &[Scenario]) -> Outlook {
    what_if(school, scenarios, ASKING, &mut |_| ()).unwrap()
}

fn points(answer: &Answer) -> Option<i64> {
    answer.offered.as_ref().map(|(_, verdict)| verdict.difference.breakdown.total())
}

fn scenario(name: &str, after: Option<&str>, school: &School) -> Scenario {
    let apprentices = school.apprentices.clone();
    Scenario { name: name.into(), after: after.map(Into::into), apprentices, weight: 1 }
}

/// A class whose maths is on Monday; nobody is away yet.
fn small() -> School {
    school(3, 2).lesson("8A MAT mon 1").lesson("8A HIS tue 1").lesson("8A GEO wed 1")
}

const TIMETABLE: &[u8] = b"class;subject;day;period\n8A;MAT;mon;1\n8A;DAN;tue;1\n8B;MAT;wed;1\n";
const APPRENTICES: &[u8] = b"pupil;class;away\n8A-01;8A;mon\n8A-02;8A;tue\n";

/// The scenarios of a file beside a small school, with the codes of what is wrong.
fn read(scenarios: &str) -> (Vec<Scenario>, Vec<&'static str>) {
    let files = [
        ("timetable.csv", TIMETABLE),
        ("apprentices.csv", APPRENTICES),
        ("scenarios.csv", scenarios.as_bytes()),
    ];
    let folder = folder(&files);
    let file = folder.path().join("scenarios.csv");
    let (loaded, scenarios) = load_with_scenarios(folder.path(), &file);
    (scenarios, loaded.diagnostics.iter().map(|one| one.fault.code()).collect())
}

#[test]
fn a_scenario_says_who_joins_leaves_and_moves() {
    let (scenarios, faults) = read(
        "scenario;change;pupil;class;away\na;join;8B-01;8B;tue|wed\na;leave;8A-01;;\na;move;8a-02;;wed\n",
    );
    assert_eq!(faults, [""; 0]);
    let told = scenarios[0].apprentices.iter().map(|one| {
        let away = one.alternatives.iter().map(|away| away.written.as_str()).collect::<Vec<_>>();
        format!("{} {} {}", one.pupil, one.class, away.join("|"))
    });
    assert_eq!(told.collect::<Vec<_>>(), ["8A-02 8A wed", "8B-01 8B tue|wed"]);
}

#[test]
fn scenarios_are_read_with_danish_headings_and_words() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools/skovby");
    let (loaded, scenarios) = load_with_scenarios(&folder, &folder.join("scenarios.csv"));
    let before = loaded.school.unwrap().apprentices.len();
    let count = |place: usize| scenarios[place].apprentices.len();
    assert_eq!(scenarios.len(), 4);
    assert_eq!((count(0), count(2), count(3)), (before + 1, before + 2, before - 1));
}

#[test]
fn a_scenario_continues_another_wherever_it_stands_in_the_file() {
    let (scenarios, faults) =
        read("scenario;after;change;pupil\nsecond;first;leave;8A-02\nfirst;;leave;8A-01\n");
    assert_eq!(faults, [""; 0]);
    let left: Vec<usize> = scenarios.iter().map(|one| one.apprentices.len()).collect();
    assert_eq!(left, [0, 1]);
    assert_eq!(scenarios[0].after.as_ref().unwrap().as_str(), "first");
}

#[test]
fn a_pupil_who_joins_needs_a_class_and_days() {
    let (_, faults) = read("scenario;change;pupil\na;join;8B-01\n");
    assert_eq!(faults, ["cell-empty", "cell-empty"]);
}

#[test]
fn a_scenario_weighs_1_or_what_any_of_its_lines_says() {
    let (scenarios, faults) =
        read("scenario;weight;change;pupil\na;3;leave;8A-01\na;;leave;8A-02\nb;;leave;8A-01\n");
    assert_eq!(faults, [""; 0]);
    assert_eq!(scenarios.iter().map(|one| one.weight).collect::<Vec<_>>(), [3, 1]);
    let (_, faults) = read("scenario;weight;change;pupil\na;3;leave;8A-01\na;4;leave;8A-02\n");
    assert_eq!(faults, ["lines-disagree"]);
    let (_, faults) = read("scenario;weight;change;pupil\na;0;leave;8A-01\n");
    assert_eq!(faults, ["number-unreadable"]);
}

#[test]
fn pupils_of_one_label_need_the_same_days_in_a_scenario_too() {
    let (_, faults) = read(
        "scenario;change;pupil;class;away;together\na;join;8B-01;8B;tue;x\na;join;8B-02;8B;wed;X\n",
    );
    assert_eq!(faults, ["together-differs"]);
}

#[test]
fn what_is_published_already_costs_nothing_more() {
    let mut published_again = 0;
    for seed in 0..160 {
        let school = random_school::school(seed);
        let outlook = asked(&school, &[scenario("same", None, &school)]);
        let Some((_, verdict)) = &outlook.base.offered else { continue };
        let extra = outlook.scenarios[0].extra.as_ref().unwrap();
        let of_apprentices = [Price::Desired, Price::Wish, Price::Unplaced];
        let breakdown = &verdict.difference.breakdown;
        let theirs: i64 = of_apprentices.iter().map(|&price| breakdown[price]).sum();
        assert!(points(extra).unwrap() <= theirs, "seed {seed}");
        published_again += u32::from(theirs == 0);
    }
    assert!(published_again > 30, "{published_again}");
}

#[test]
fn the_order_of_scenarios_does_not_matter() {
    let away = |day| small().apprentice("8A", day, "MAT", "");
    let monday = scenario("monday", None, &away("mon"));
    let both = away("mon").apprentice("8A", "tue", "MAT", "");
    let chain = [
        monday.clone(),
        scenario("both", Some("monday"), &both),
        scenario("wed", None, &away("wed")),
    ];
    let mut turned = chain.to_vec();
    turned.reverse();
    let (one, mut other) = (asked(&small(), &chain), asked(&small(), &turned));
    other.scenarios.reverse();
    let told = |outlook: &Outlook| report::outlook::json(&small(), outlook, Language::English);
    assert_eq!(told(&one), told(&other));
}

#[test]
fn the_order_of_scenarios_does_not_matter_in_any_school() {
    for seed in 0..30 {
        let school = random_school::school(seed);
        let scenarios = futures_of(&school);
        let mut turned = scenarios.clone();
        turned.reverse();
        let (one, mut other) = (asked(&school, &scenarios), asked(&school, &turned));
        other.scenarios.reverse();
        let told = |outlook: &Outlook| report::outlook::json(&school, outlook, ENGLISH);
        assert_eq!(told(&one), told(&other), "seed {seed}");
    }
}

#[test]
fn a_chain_goes_on_from_what_was_published() {
    let away = |day| small().apprentice("8A", day, "MAT", "");
    let chain =
        [scenario("monday", None, &away("mon")), scenario("again", Some("monday"), &away("mon"))];
    let outlook = asked(&small(), &chain);
    assert_eq!(points(&outlook.base), Some(0));
    let extra = |place: usize| points(outlook.scenarios[place].extra.as_ref().unwrap());
    assert_eq!((points(&outlook.scenarios[0].fresh), extra(0)), (Some(15), Some(15)));
    assert_eq!(extra(1), Some(0));
}

#[test]
fn a_published_school_has_its_lessons_and_rooms_where_the_plan_has_them() {
    let mut compared = 0;
    for seed in 0..60 {
        let school = random_school::school(seed);
        let Some((proposal, _)) = answer(&school, Effort::Strict).offered else { continue };
        let after = published(&school, &proposal.timetable);
        let accepted = faults(&school);
        assert!(faults(&after).iter().all(|fault| accepted.contains(fault)), "seed {seed}");
        compared += 1;
    }
    assert!(compared > 20, "{compared}");
}

fn growing(joiners: usize, days: JoinerDays) -> Growing {
    Growing { joiners, samples: 8, seed: 3, classes: BTreeSet::new(), days }
}

fn grown(school: &School, growing: &Growing) -> Growth {
    let mut told = Vec::new();
    let growth = grow(school, growing, ASKING, &mut |step, so_far| {
        assert_eq!(so_far.lines.len(), step.done);
        told.push(so_far.clone());
    });
    let growth = growth.unwrap();
    for so_far in &told {
        assert_eq!(so_far.lines, growth.lines[..so_far.lines.len()], "what was told stays so");
    }
    assert_eq!(told.last(), Some(&growth));
    growth
}

#[test]
fn growth_by_nobody_is_the_school_as_it_is() {
    for seed in 0..60 {
        let school = random_school::school(seed);
        let solved = answer(&school, Effort::Strict);
        let growth = grown(&school, &growing(0, JoinerDays::Spread));
        let [line] = &growth.lines[..] else { panic!("{} lines", growth.lines.len()) };
        assert_eq!(line.possible, if solved.status == Status::Optimal { 8 } else { 0 });
        assert_eq!(line.points.map(|points| points.median), points(&solved), "seed {seed}");
    }
}

#[test]
fn with_every_joiner_fewer_futures_stay_possible_and_the_last_joiner_is_named() {
    let school = small().apprentice("8A", "mon", "MAT", "");
    let growth = grown(&school, &growing(4, JoinerDays::Spread));
    let possible: Vec<usize> = growth.lines.iter().map(|line| line.possible).collect();
    assert!(possible.is_sorted_by(|more, fewer| more >= fewer), "{possible:?}");
    let ended: usize = growth.failures.iter().map(|failure| failure.futures).sum();
    assert_eq!(ended, 8 - possible[4]);
    assert!(ended > 0 && growth.failures[0].class.as_str() == "8A");
    assert_eq!(growth, grown(&school, &growing(4, JoinerDays::Spread)));
}

#[test]
fn joiners_on_a_day_that_the_class_uses_already_cost_nothing() {
    let school = small().apprentice("8A", "mon", "MAT", "");
    let growth = grown(&school, &growing(3, JoinerDays::On(Day::Mon)));
    let medians = growth.lines.iter().map(|line| line.points.unwrap().median);
    assert_eq!(medians.collect::<Vec<_>>(), [15; 4]);
}

#[test]
fn a_school_that_is_impossible_already_is_not_said_to_bear_more() {
    let school = school(1, 1).lesson("8A MAT mon 1").apprentice("8A", "mon", "MAT", "");
    let told = report::growth::text(&grown(&school, &growing(2, JoinerDays::Common)), ENGLISH);
    assert!(told.starts_with("The school has no timetable with its apprentices"), "{told}");
}

#[test]
fn futures_of_which_nothing_is_known_are_not_said_to_be_possible() {
    let line = |joined, possible, unknown| GrowthLine {
        joined,
        futures: 8,
        possible,
        unknown,
        unproven: 0,
        points: None,
        changed_lessons: None,
    };
    let growth = Growth { lines: vec![line(0, 8, 0), line(1, 0, 8)], failures: Vec::new() };
    let told = report::growth::text(&growth, ENGLISH);
    let said = "0 of 8 sampled futures are known to be possible with 1 more apprentice.";
    assert!(told.starts_with(said), "{told}");
}

#[test]
fn percentiles_are_numbers_that_occur() {
    let spread = |tenth, median, ninetieth| Some(Spread { tenth, median, ninetieth });
    assert_eq!(Spread::of(vec![]), None);
    assert_eq!(Spread::of(vec![7]), spread(7, 7, 7));
    assert_eq!(Spread::of((1..=10).rev().collect()), spread(1, 5, 9));
}

const SCENARIOS: &str = "fixtures/schools/lille/scenarios.csv";

#[test]
fn scenarios_are_told_beside_one_another() {
    let output = run(&["whatif", LILLE, SCENARIOS, "--language", "da"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_snapshot!(printed(&output));
}

#[test]
fn scenarios_in_json_have_the_keys_of_the_format_in_their_order() {
    let output = run(&["whatif", LILLE, SCENARIOS, "--json"]);
    let answer: Value = serde_json::from_str(printed(&output)).unwrap();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&answer), ["base", "scenarios"]);
    assert_eq!(keys(&answer["base"]), ["status", "points"]);
    assert_eq!(
        keys(&answer["scenarios"][0]).join(" "),
        "scenario status points extra_status extra_points changed_lessons extra_changed_lessons"
    );
}

#[test]
fn growth_is_told_line_by_line() {
    let output = run(&["whatif", LILLE, "--grow", "3", "--samples", "4", "--language", "sv"]);
    assert_eq!(output.status.code(), Some(0));
    assert_snapshot!(printed(&output));
}

#[test]
fn a_scenario_file_that_is_wrong_ends_with_2_and_names_its_line() {
    let wrong = Path::new("fixtures/broken-input/change-unknown");
    let file = wrong.join("scenarios.csv");
    let output = run(&["whatif", wrong.to_str().unwrap(), file.to_str().unwrap()]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), printed(&output)), (Some(2), ""));
    assert!(told.contains("scenarios.csv, rad 2, ") && told.contains("vanish"), "{told}");
}

#[test]
fn a_class_that_nobody_can_join_ends_with_2() {
    let lille = LILLE;
    let output = run(&["whatif", lille, "--grow", "1", "--classes", "10.Z"]);
    assert_eq!(output.status.code(), Some(2));
}
