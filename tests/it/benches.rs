//! The benches are those that their README names, and what they print of their measurements is right.

use std::collections::BTreeSet;
use std::path::Path;

use measured::{Measured, Outcome, typical};
use plot::{Line, Mark, Panel, Picture, Stopped, draw};

#[path = "../../benches/common/measured.rs"]
mod measured;
#[path = "../../benches/common/plot.rs"]
mod plot;

const README: &str = include_str!("../../benches/README.md");
const MANIFEST: &str = include_str!("../../Cargo.toml");

#[test]
fn every_bench_is_named_in_their_readme_and_every_name_there_is_a_bench() {
    let manifest: toml::Table = MANIFEST.parse().unwrap();
    let benches = manifest["bench"].as_array().unwrap().iter();
    let benches: BTreeSet<&str> = benches.map(|bench| bench["name"].as_str().unwrap()).collect();
    let named = README.split("--bench ").skip(1);
    let named: BTreeSet<&str> = named.map(|rest| rest.split_whitespace().next().unwrap()).collect();
    assert_eq!(named, benches);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches");
    assert!(benches.iter().all(|name| folder.join(format!("{name}.rs")).exists()));
}

#[test]
fn answers_contradict_each_other_where_no_school_can_have_both() {
    let optimal = Outcome::Optimal;
    let feasible = |points, bound| Outcome::Feasible { points, bound };
    let undecided = |bound| Outcome::Undecided { bound };
    let agreeing = [
        (optimal(7), optimal(7)),
        (optimal(7), feasible(7, Some(3))),
        (optimal(7), undecided(Some(7))),
        (Outcome::Infeasible, undecided(Some(7))),
        (Outcome::Infeasible, Outcome::Failed("tired".to_owned())),
        (feasible(7, None), feasible(9, Some(7))),
    ];
    let contradicting = [
        (optimal(7), optimal(8)),
        (optimal(7), Outcome::Infeasible),
        (optimal(7), feasible(6, None)),
        (optimal(7), undecided(Some(8))),
        (Outcome::Infeasible, feasible(7, None)),
    ];
    for (one, other) in agreeing {
        assert!(one.agrees_with(&other) && other.agrees_with(&one), "{one:?}, {other:?}");
    }
    for (one, other) in contradicting {
        assert!(!one.agrees_with(&other) && !other.agrees_with(&one), "{one:?}, {other:?}");
    }
}

#[test]
fn an_answer_says_what_is_known_of_points_and_bound() {
    let feasible = Outcome::Feasible { points: 9, bound: Some(7) };
    assert_eq!((feasible.points(), feasible.bound()), ("≤ 9".to_owned(), "7".to_owned()));
    let silent = Outcome::Undecided { bound: None };
    assert_eq!((silent.points(), silent.bound()), ("none yet".to_owned(), "–".to_owned()));
    let proofs = [Outcome::Optimal(9), Outcome::Infeasible, feasible, silent];
    assert_eq!(proofs.map(|outcome| outcome.is_proof()), [true, true, false, false]);
}

#[test]
fn of_several_runs_the_middle_one_is_told_with_the_most_memory() {
    let run = |seconds, peak_kib| Measured {
        outcome: Outcome::Optimal(1),
        seconds,
        first_seconds: None,
        peak_kib: Some(peak_kib),
    };
    let runs = [run(3.0, 10), run(1.0, 30), run(2.0, 20)];
    assert_eq!(typical(&runs), Some(run(2.0, 30)));
    assert_eq!(typical(&[]), None);
}

fn picture(stopped: Stopped) -> Picture {
    let mark = |across, height| Mark { across, height, stopped };
    let marks = vec![mark(9.0, 0.2), mark(27.0, 2.0), mark(120.0, 40.0)];
    let lines = vec![Line { name: "time <s>", style: "first", marks }];
    let panel = |title: &str| Panel {
        title: title.to_owned(),
        across: "classes".to_owned(),
        ticks: vec![9.0, 27.0, 120.0],
        lines: Vec::new(),
    };
    Picture {
        title: "Growth & more".to_owned(),
        description: "In words.".to_owned(),
        panels: vec![Panel { lines, ..panel("full") }, panel("empty")],
    }
}

#[test]
fn a_picture_has_a_mark_for_each_measurement_and_its_words() {
    let svg = draw(&picture(Stopped::No));
    assert_eq!(svg.matches("<circle").count(), 3);
    assert!(svg.contains("<title id=\"title\">Growth &amp; more</title>"));
    assert!(svg.contains("<desc id=\"description\">In words.</desc>"));
    assert!(svg.contains(">0.1<") && svg.contains(">100<") && svg.contains(">27<"));
    assert!(svg.contains("prefers-color-scheme: dark"));
    assert!(!svg.contains("NaN") && !svg.contains("inf"));
}

#[test]
fn what_a_limit_stopped_is_drawn_hollow() {
    assert_eq!(draw(&picture(Stopped::Yes)).matches(" stopped\"").count(), 3);
    assert_eq!(draw(&picture(Stopped::No)).matches(" stopped\"").count(), 0);
}
