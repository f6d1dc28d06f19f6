//! A proposal that bears given futures: never worse than the cheapest one, never dearer than allowed.

use mesterskema::check::check;
use mesterskema::domain::{Effort, Language, Scenario, School, Stop};
use mesterskema::input::{Need, load};
use mesterskema::pipeline::{Answer, Status};
use mesterskema::report::{Report, prepared};
use mesterskema::scenario::{Asking, Prepared, Preparing, prepare};
use serde_json::Value;

use crate::command::{LILLE, printed, run};
use crate::random_school;
use crate::school_builder::{Jotted, school};

const ASKING: Asking<'static> = Asking { effort: Effort::Strict, threads: 2, stop: &Stop::never() };

fn asked(school: &School, futures: &[Scenario], price: i64) -> Prepared {
    prepare(school, Preparing { futures, price }, ASKING, &mut |_| ()).unwrap()
}

fn future(name: &str, weight: u32, school: &School) -> Scenario {
    let apprentices = school.apprentices.clone();
    Scenario { name: name.into(), after: None, apprentices, weight }
}

/// Maths has to leave Monday. On Tuesday its teacher is there anyway, on Wednesday not, which costs 20 more.
fn one_on_monday() -> School {
    school(3, 2)
        .lesson("8A MAT mon 1 t=T1")
        .lesson("8A HIS tue 1 t=T2")
        .lesson("8A GEO wed 1 t=T2")
        .lesson("8B MAT tue 1 t=T1")
        .lesson("8B GEO mon 2 t=T1")
        .apprentice("8A", "mon", "MAT", "")
}

fn another_on_tuesday() -> Scenario {
    future("tuesday", 1, &one_on_monday().apprentice("8A", "tue", "MAT", ""))
}

#[test]
fn a_future_is_prepared_for_if_the_price_allows_it() {
    let futures = [another_on_tuesday()];
    let cheapest = asked(&one_on_monday(), &[], 0).answer.points().unwrap();
    let (dear, cheap) =
        (asked(&one_on_monday(), &futures, 20), asked(&one_on_monday(), &futures, 19));
    assert_eq!(dear.answer.points(), Some(cheapest + 20));
    assert_eq!((dear.after_chosen().points, dear.after_cheapest().points), (0, 35));
    assert_eq!((dear.answer.status, dear.answer.bound), (Status::Feasible, cheapest));
    assert_eq!(cheap.answer.points(), Some(cheapest));
    assert_eq!(cheap.after_chosen().points, 35);
}

#[test]
fn among_equally_cheap_proposals_the_better_prepared_one_is_free() {
    let today = school(3, 2)
        .lesson("8A MAT mon 1")
        .lesson("8A HIS tue 1")
        .lesson("8A GEO wed 1")
        .apprentice("8A", "mon", "MAT", "");
    for day in ["tue", "wed"] {
        let futures = [future(day, 1, &today.clone().apprentice("8A", day, "MAT", ""))];
        let prepared = asked(&today, &futures, 0);
        assert_eq!(prepared.answer.status, Status::Optimal, "{day}");
        assert_eq!(prepared.after_chosen().points, 0, "{day}");
    }
}

#[test]
fn the_likelier_future_weighs_more() {
    let today = school(3, 2)
        .lesson("8A MAT mon 1")
        .lesson("8A HIS tue 1")
        .lesson("8A GEO wed 1")
        .apprentice("8A", "mon", "MAT", "");
    let with = |day, weight| future(day, weight, &today.clone().apprentice("8A", day, "MAT", ""));
    for (tuesday, wednesday) in [(3, 1), (1, 3)] {
        let prepared = asked(&today, &[with("tue", tuesday), with("wed", wednesday)], 0);
        let after: Vec<Option<i64>> = prepared
            .futures
            .iter()
            .map(|one| one.after_chosen.as_ref().and_then(Answer::points))
            .collect();
        let free = if tuesday > wednesday { after[0] } else { after[1] };
        assert_eq!(free, Some(0), "{after:?}");
    }
}

/// Futures of a random school: everybody a day later, one pupil more on that day, and the last pupil gone.
pub(crate) fn futures_of(school: &School) -> Vec<Scenario> {
    let days: Vec<_> = school.grid.days().collect();
    let mut later = school.clone();
    for span in later
        .apprentices
        .iter_mut()
        .flat_map(|pupil| &mut pupil.alternatives)
        .flat_map(|away| &mut away.spans)
    {
        let place = days.iter().position(|day| *day == span.day).unwrap_or(0);
        span.day = days[(place + 1) % days.len()];
    }
    let mut both = school.clone();
    let copies = later.apprentices.iter().take(1).cloned().map(|mut copy| {
        copy.pupil = "copy".into();
        (copy.together, copy.place) = (None, None);
        copy
    });
    both.apprentices.extend(copies);
    let mut fewer = school.clone();
    fewer.apprentices.pop();
    vec![future("later", 2, &later), future("both", 3, &both), future("fewer", 1, &fewer)]
}

#[test]
fn a_prepared_proposal_is_never_worse_than_the_cheapest_nor_dearer_than_allowed() {
    let (mut prepared, mut saved) = (0, 0);
    for seed in 5000..5040 {
        let school = random_school::school(seed);
        let futures = futures_of(&school);
        for price in [0, 15] {
            let found = asked(&school, &futures, price);
            let (Some(points), Some(cheapest)) = (found.answer.points(), found.cheapest) else {
                continue;
            };
            assert!(points <= cheapest + price, "seed {seed}");
            assert!(price > 0 || found.answer.status == Status::Optimal, "seed {seed}");
            let (chosen, plain) = (found.after_chosen(), found.after_cheapest());
            let worth = |one: mesterskema::scenario::Expectation| (one.without, one.points);
            assert!(worth(chosen) <= worth(plain), "seed {seed}");
            let (proposal, _) = found.answer.offered.unwrap();
            assert!(check(&school, &proposal, Effort::Strict).breaches.is_empty(), "seed {seed}");
            prepared += 1;
            saved += u32::from(worth(chosen) < worth(plain));
        }
    }
    assert!(prepared > 20 && saved > 0, "{prepared} prepared, {saved} better than the cheapest");
}

#[test]
fn the_same_question_has_the_same_answer_on_any_number_of_threads() {
    for seed in 5000..5010 {
        let school = random_school::school(seed);
        let futures = futures_of(&school);
        let preparing = Preparing { futures: &futures, price: 20 };
        let [one, other] = [1, 3].map(|threads| {
            prepare(&school, preparing, Asking { threads, ..ASKING }, &mut |_| ()).unwrap()
        });
        assert_eq!(one.answer.offered, other.answer.offered, "seed {seed}");
        assert_eq!((one.tried, one.after_chosen()), (other.tried, other.after_chosen()));
    }
}

#[test]
fn what_is_saved_is_told_in_every_language() {
    let school = one_on_monday();
    let found = asked(&school, &[another_on_tuesday()], 20);
    let loaded = load(std::path::Path::new(LILLE), Need::Apprentices);
    let report = Report {
        school: &school,
        sheet: &loaded.sheet.unwrap(),
        answer: &found.answer,
        printed: None,
    };
    let told = Language::ALL.map(|language| prepared::text(report, &found, language));
    assert!(told.iter().all(|told| told.contains("20") && told.contains("35")), "{told:?}");
    let english = told.iter().find(|told| told.starts_with("A proposal")).unwrap();
    assert!(english.contains("20 more than the cheapest"), "{english}");
    assert!(english.contains("0.0 extra points, instead of 35.0"), "{english}");
}

#[test]
fn a_prepared_answer_is_written_and_says_what_it_saves() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let futures = "fixtures/schools/lille/scenarios.csv";
    let output =
        run(&["solve", LILLE, "--prepare", futures, "--price", "30", "--json", "--out", out]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let told: Value = serde_json::from_str(printed(&output)).unwrap();
    let prepared = &told["prepared"];
    assert_eq!((&prepared["price"], &prepared["cheapest"]), (&30.into(), &35.into()));
    assert_eq!(prepared["futures"].as_array().map(Vec::len), Some(4));
    assert!(told["points"].as_i64().is_some_and(|points| points <= 65));
    let judged = run(&["check", LILLE, "--proposal", out, "--json"]);
    let judged: Value = serde_json::from_str(printed(&judged)).unwrap();
    assert_eq!((&judged["points"], &judged["breaches"]), (&told["points"], &Value::Array(vec![])));
}

#[test]
fn a_price_belongs_to_futures_and_futures_to_a_folder() {
    let futures = "fixtures/schools/lille/scenarios.csv";
    for arguments in [
        &["solve", LILLE, "--out", "answer", "--price", "3"][..],
        &["solve", LILLE, "--prepare", futures],
        &["solve", LILLE, "--prepare", futures, "--tradeoff", "desired"],
    ] {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}
