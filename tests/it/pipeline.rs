//! How a search ends that is not let run to its end, and that it ends the same on any number of threads.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use mesterskema::domain::{Effort, School, Stop};
use mesterskema::generate::{AwayDays, Count, DaysEach, Kind, Prospectus, generate};
use mesterskema::input::{Need, load};
use mesterskema::pipeline::{Answer, Event, Request, Status, solve};

fn yrkes() -> School {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools/yrkes");
    load(&folder, Need::Apprentices).school.unwrap()
}

/// The answer of a search that is stopped when it tells of something that `enough` accepts.
fn stopped_when(enough: impl Fn(&Event) -> bool) -> Answer {
    let request = Request { effort: Effort::Strict, threads: 1 };
    let asked = Arc::new(AtomicBool::new(false));
    let stop = Stop::when(asked.clone());
    let mut listen = |event: Event| {
        asked.fetch_or(enough(&event), Ordering::Relaxed);
    };
    solve(&yrkes(), &request, &stop, &mut listen).unwrap()
}

#[test]
fn a_search_that_is_stopped_after_its_first_proposal_offers_it_without_a_proof() {
    let answer = stopped_when(|event| matches!(event, Event::Progress { best: Some(_), .. }));
    let (_, verdict) = answer.offered.unwrap();
    let points = verdict.difference.breakdown.total();
    assert_eq!(answer.status, Status::Feasible);
    assert!(answer.bound <= 130 && 130 < points, "{} to {points}", answer.bound);
    assert_eq!(answer.reasons, []);
}

#[test]
fn a_search_that_is_stopped_before_a_proposal_knows_nothing() {
    let answer = stopped_when(|_| true);
    assert_eq!((answer.status, answer.offered.is_none()), (Status::Undecided, true));
    assert_eq!(answer.reasons, []);
}

/// A school whose search visits many nodes, so that several are open at once.
fn wide() -> School {
    let prospectus = Prospectus {
        kind: Kind::Folkeskole { parallel: 2 },
        apprentices: Count::Pupils(6),
        days: AwayDays::Spread,
        days_each: DaysEach::One,
        seed: 132,
    };
    generate(&prospectus).unwrap()
}

#[test]
fn the_answer_is_the_same_on_any_number_of_threads() {
    for (school, least_nodes) in [(yrkes(), 0), (wide(), 3)] {
        let answers = [1, 2, 8].map(|threads| {
            let request = Request { effort: Effort::Strict, threads };
            let mut nodes = 0;
            let mut listen = |event: Event| {
                if let Event::Progress { closed, open, .. } = event {
                    nodes = nodes.max(closed + open);
                }
            };
            let answer = solve(&school, &request, &Stop::never(), &mut listen).unwrap();
            assert!(nodes >= least_nodes, "{nodes} nodes");
            assert_eq!(answer.status, Status::Optimal);
            format!("{} {:?}", answer.bound, answer.offered)
        });
        assert!(answers.iter().all(|one| *one == answers[0]));
    }
}
