//! The time of each stage, on a small, a medium and a large school, whose apprentices are away on two days, then on one:
//! `cargo bench --bench stages`.
//!
//! Stages are measured one by one, so that a change that makes one slower is seen where it was made.

mod common {
    pub(crate) mod schools;
}

use std::error::Error;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Duration;

use common::schools;
use criterion::{BenchmarkId, Criterion};
use mesterskema::check::check;
use mesterskema::diff::diff;
use mesterskema::domain::{Effort, Language, School, Stop};
use mesterskema::generate::{AwayDays, Count, DaysEach, Kind, Prospectus, generate};
use mesterskema::input::{Need, Sheet, load};
use mesterskema::model::textbook::Formulation;
use mesterskema::model::{Limits, Scope};
use mesterskema::pipeline::{self, Answer, Request};
use mesterskema::problem::Problem;
use mesterskema::report::{Report, json, text};
use mesterskema::solve::solve;

/// A school at every stage.
struct Journey {
    size: &'static str,
    folder: PathBuf,
    sheet: Sheet,
    school: School,
    problem: Problem,
    answer: Answer,
}

/// Of every size one that is solved in seconds at most, so that ten searches do not take long.
const MADE_UP: [(&str, Prospectus); 6] = [
    ("small, two days", with_apprentices(Kind::Folkeskole { parallel: 1 }, 2, DaysEach::Two)),
    ("medium, two days", with_apprentices(Kind::Folkeskole { parallel: 3 }, 1, DaysEach::Two)),
    ("large, two days", with_apprentices(Kind::Folkeskole { parallel: 6 }, 1, DaysEach::Two)),
    ("small", with_apprentices(Kind::Folkeskole { parallel: 1 }, 2, DaysEach::One)),
    ("medium", with_apprentices(Kind::Folkeskole { parallel: 3 }, 1, DaysEach::One)),
    ("large", with_apprentices(Kind::Folkeskole { parallel: 6 }, 1, DaysEach::One)),
];

const fn with_apprentices(kind: Kind, pupils: usize, days_each: DaysEach) -> Prospectus {
    let (apprentices, days) = (Count::Pupils(pupils), AwayDays::PerClass);
    Prospectus { kind, apprentices, days, days_each, seed: 1 }
}

fn main() -> Result<(), Box<dyn Error>> {
    let made = tempfile::tempdir()?;
    let mut journeys = vec![travel("shipped", schools::in_project("fixtures/schools/yrkes"))?];
    for (size, prospectus) in MADE_UP {
        journeys.push(travel(size, schools::write(&prospectus, made.path())?)?);
    }
    let mut criterion = Criterion::default().configure_from_args();
    make_up(&mut criterion);
    for stage in STAGES {
        measure(&mut criterion, &stage, &journeys);
    }
    criterion.final_summary();
    Ok(())
}

fn travel(size: &'static str, folder: PathBuf) -> Result<Journey, Box<dyn Error>> {
    let school = schools::read(&folder)?;
    let sheet = load(&folder, Need::Apprentices).sheet.ok_or("no timetable")?;
    let problem = Problem::index(&school, Effort::Strict);
    let request = Request { effort: Effort::Strict, threads: 1 };
    let answer = pipeline::solve(&school, &request, &Stop::never(), &mut |_| ());
    let answer = answer.map_err(|refusal| format!("the judge refuses: {refusal:?}"))?;
    Ok(Journey { size, folder, sheet, school, problem, answer })
}

/// A stage: its name, how many samples are taken of it, and what it does.
type Stage = (&'static str, usize, fn(&Journey));

/// Samples of quick stages.
const MANY: usize = 50;
/// Samples of stages that may take seconds.
const FEW: usize = 10;

const STAGES: [Stage; 8] = [
    ("load", MANY, |at| drop(black_box(load(&at.folder, Need::Apprentices)))),
    ("index", MANY, |at| drop(black_box(Problem::index(&at.school, Effort::Strict)))),
    ("formulate", MANY, formulate),
    ("formulate the textbook model", FEW, |at| drop(black_box(Formulation::of(&at.problem)))),
    ("solve", FEW, |at| drop(black_box(solve(&at.problem, &Stop::never(), &mut |_| ())))),
    ("check", MANY, check_proposal),
    ("diff", MANY, diff_proposal),
    ("render", MANY, render),
];

fn measure(criterion: &mut Criterion, (name, samples, stage): &Stage, journeys: &[Journey]) {
    let mut group = criterion.benchmark_group(*name);
    group.sample_size(*samples).measurement_time(Duration::from_secs(3));
    for journey in journeys {
        let id = BenchmarkId::from_parameter(journey.size);
        group.bench_with_input(id, journey, |bencher, journey| bencher.iter(|| stage(journey)));
    }
    group.finish();
}

/// What the search begins with: the limits of the baseline and the points of every start.
fn formulate(at: &Journey) {
    let choices = at.problem.choosers.iter().map(|chooser| vec![true; chooser.choices.len()]);
    let scope = Scope::new(&at.problem, choices.collect());
    black_box((Limits::of(&at.problem), scope));
}

fn check_proposal(at: &Journey) {
    if let Some((proposal, _)) = &at.answer.offered {
        black_box(check(&at.school, proposal, Effort::Strict));
    }
}

fn diff_proposal(at: &Journey) {
    if let Some((proposal, _)) = &at.answer.offered {
        black_box(diff(&at.school, &at.school.baseline(), proposal, Effort::Strict));
    }
}

fn render(at: &Journey) {
    let report = Report { school: &at.school, sheet: &at.sheet, answer: &at.answer, printed: None };
    black_box((text::solution(report, Language::Danish), json::solution(report, Language::Danish)));
}

/// The making-up of schools, which takes seconds at most. When apprentices are away makes no difference to it.
fn make_up(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("generate");
    group.sample_size(FEW);
    for (size, prospectus) in MADE_UP.iter().filter(|(_, one)| one.days_each == DaysEach::One) {
        let id = BenchmarkId::from_parameter(size);
        group.bench_with_input(id, prospectus, |bencher, one| bencher.iter(|| generate(one)));
    }
    group.finish();
}
