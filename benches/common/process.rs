//! Each search in a process of its own, so that the memory of one is not taken for that of another.
//!
//! A bench calls itself: `--measure` tells the child what to solve, and the child prints one line of JSON.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use mesterskema::domain::{Effort, School, Stop};
use mesterskema::pipeline::{self, Answer, Deadline, Event, Request, Status};

use super::measured::{Measured, Outcome};
use super::schools;

/// How often each solver is asked, where it is quick.
const ROUNDS: usize = 3;
/// What takes longer than this is asked once.
const QUICK: Duration = Duration::from_secs(10);

/// Who solves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Solver {
    /// This program, as it is.
    Mesterskema,
    /// `HiGHS`, with the whole law written out as one model.
    #[cfg(feature = "highs")]
    Highs,
}

impl Solver {
    const fn name(self) -> &'static str {
        match self {
            Self::Mesterskema => "mesterskema",
            #[cfg(feature = "highs")]
            Self::Highs => "highs",
        }
    }
}

/// What a bench says to itself; nobody else need.
#[derive(Args, Clone, Debug)]
pub(crate) struct Errand {
    /// Cargo says so to every bench
    #[arg(long, hide = true)]
    bench: bool,
    /// Solve this school, in this process
    #[arg(long, hide = true, value_name = "FOLDER")]
    measure: Option<PathBuf>,
    /// Solve it with this
    #[arg(long, hide = true, default_value = "mesterskema")]
    solver: Solver,
}

impl Errand {
    /// Does what the bench was called for by itself; `None` if it was called by somebody else.
    ///
    /// # Errors
    /// Where the folder holds no school.
    pub(crate) fn run(&self, limit: Duration) -> Result<Option<String>, Box<dyn Error>> {
        let Some(folder) = &self.measure else { return Ok(None) };
        let school = schools::read(folder)?;
        let measured = match self.solver {
            Solver::Mesterskema => search(&school, limit)?,
            #[cfg(feature = "highs")]
            Solver::Highs => ask_highs(&school, limit),
        };
        let measured = Measured { peak_kib: peak_kib(), ..measured };
        Ok(Some(serde_json::to_string(&measured)?))
    }
}

/// Asks each of `solvers` in turn, and again where it is quick: the runs of each.
///
/// # Errors
/// Where a run ends without an answer, or two answers contradict each other: then one of them is wrong.
pub(crate) fn measure(
    solvers: &[Solver],
    folder: &Path,
    limit: Duration,
) -> Result<Vec<Vec<Measured>>, Box<dyn Error>> {
    let mut runs = vec![Vec::new(); solvers.len()];
    for round in 0..ROUNDS {
        for (solver, runs) in solvers.iter().zip(&mut runs) {
            let is_quick = |run: &Measured| run.seconds <= QUICK.as_secs_f64();
            if round == 0 || runs.iter().all(is_quick) {
                runs.push(ask(*solver, folder, limit)?);
            }
        }
    }
    let outcomes: Vec<&Outcome> = runs.iter().flatten().map(|run| &run.outcome).collect();
    if outcomes.iter().all(|one| outcomes.iter().all(|other| other.agrees_with(one))) {
        Ok(runs)
    } else {
        Err(format!("CONTRADICTION on {}: {outcomes:?}", folder.display()).into())
    }
}

fn ask(solver: Solver, folder: &Path, limit: Duration) -> Result<Measured, Box<dyn Error>> {
    let child = Command::new(env::current_exe()?)
        .args(["--solver", solver.name(), "--time-limit", &limit.as_secs().to_string()])
        .arg("--measure")
        .arg(folder)
        .stderr(Stdio::inherit())
        .output()?;
    let printed = String::from_utf8(child.stdout)?;
    let line = printed.lines().last().unwrap_or_default();
    let measured = serde_json::from_str(line);
    Ok(measured.map_err(|_| format!("{} on {}: {line:?}", solver.name(), folder.display()))?)
}

/// From the school in memory to the judged answer, as `mesterskema solve` does it.
fn search(school: &School, limit: Duration) -> Result<Measured, Box<dyn Error>> {
    let request = Request { effort: Effort::Strict, threads: 1 };
    let stop = Stop::when(Arc::new(Deadline::after(limit)));
    let begun = Instant::now();
    let mut first = None;
    let answer = pipeline::solve(school, &request, &stop, &mut |event| {
        if let Event::Progress { best: Some(_), .. } = event {
            first.get_or_insert_with(|| begun.elapsed());
        }
    });
    let elapsed = begun.elapsed();
    let answer = answer.map_err(|refusal| format!("the judge refuses: {refusal:?}"))?;
    let first = answer.offered.as_ref().map(|_| first.unwrap_or(elapsed));
    Ok(Measured {
        outcome: outcome(&answer),
        seconds: elapsed.as_secs_f64(),
        first_seconds: first.map(|first| first.as_secs_f64()),
        peak_kib: None,
    })
}

fn outcome(answer: &Answer) -> Outcome {
    let offered = answer.offered.as_ref();
    let points = offered.map_or(0, |(_, verdict)| verdict.difference.breakdown.total());
    match answer.status {
        Status::Optimal => Outcome::Optimal(points),
        Status::Feasible => Outcome::Feasible { points, bound: Some(answer.bound) },
        Status::Infeasible => Outcome::Infeasible,
        Status::Undecided => Outcome::Undecided { bound: Some(answer.bound) },
    }
}

/// From the school in memory to the solver's answer, the writing of the model included.
#[cfg(feature = "highs")]
fn ask_highs(school: &School, limit: Duration) -> Measured {
    use mesterskema::problem::Problem;
    use mesterskema::solve::{Backend, NoOpinion, Opinion, solve_textbook};

    let begun = Instant::now();
    let problem = Problem::index(school, Effort::Strict);
    let opinion = solve_textbook(&problem, Backend::Highs, Some(limit));
    let elapsed = begun.elapsed();
    let outcome = match opinion {
        Ok(Opinion::Optimal(found)) => Outcome::Optimal(found.points),
        Ok(Opinion::Feasible(found)) => Outcome::Feasible { points: found.points, bound: None },
        Ok(Opinion::Infeasible) => Outcome::Infeasible,
        Err(NoOpinion::GaveUp(_)) if elapsed >= limit => Outcome::Undecided { bound: None },
        Err(none) => Outcome::Failed(format!("{none:?}")),
    };
    Measured { outcome, seconds: elapsed.as_secs_f64(), first_seconds: None, peak_kib: None }
}

/// The most memory that this process had, in KiB, as Linux tells it; `None` elsewhere.
fn peak_kib() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
