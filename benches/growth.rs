//! How cost grows: time and memory of the search against classes and against apprentices, on made-up schools: first
//! with apprentices who are away on two days, as most are, then with the same timetables and on one day.
//!
//! `cargo bench --bench growth` prints a table as Markdown and draws `fixtures/growth.svg`. How quick the search is, it
//! tells and never judges: a search that a limit stopped stands in the table as just that.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench prints what it measured")]

mod common {
    pub(crate) mod measured;
    pub(crate) mod plot;
    pub(crate) mod process;
    pub(crate) mod schools;
    pub(crate) mod table;
}

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Parser;
use common::measured::{Measured, typical};
use common::plot::{Line, Mark, Panel, Picture, Stopped, draw};
use common::process::{Errand, Solver, measure};
use common::{schools, table};
use mesterskema::generate::{AwayDays, Count, DaysEach, Kind, Prospectus};

/// Solves larger and larger schools, and tells what it took
#[derive(Parser, Debug)]
struct Options {
    /// Where the picture goes
    #[arg(long, value_name = "FILE", default_value_os_t = schools::in_project("fixtures/growth.svg"))]
    picture: PathBuf,
    /// The longest that one search may take, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    time_limit: u64,
    #[command(flatten)]
    errand: Errand,
}

/// The classes of the schools of every size.
const SIZES: [usize; 9] = [9, 18, 27, 36, 45, 54, 60, 90, 120];
/// The larger schools are gymnasiums.
const LARGEST_FOLKESKOLE: usize = 54;
/// How many apprentices those have, each in a class of its own.
const FEW: usize = 4;
/// The apprentices of the school that gets more and more of them.
const NUMBERS: [usize; 8] = [1, 2, 4, 8, 15, 30, 45, 60];
/// The classes of each grade of that school.
const PARALLEL: usize = 3;
const SEED: u64 = 1;

/// A school of a series and what it took.
struct Step {
    name: String,
    classes: usize,
    lessons: usize,
    apprentices: usize,
    measured: Measured,
}

/// What was measured of schools whose apprentices are away on as many days.
struct Series {
    days_each: DaysEach,
    by_classes: Vec<Step>,
    by_apprentices: Vec<Step>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse();
    let limit = Duration::from_secs(options.time_limit);
    if let Some(answer) = options.errand.run(limit)? {
        println!("{answer}");
        return Ok(());
    }
    let all = [climb(DaysEach::Two, limit)?, climb(DaysEach::One, limit)?];
    let tables = all.iter().flat_map(|one| [render(&one.by_classes), render(&one.by_apprentices)]);
    println!("{}", tables.collect::<Vec<_>>().join("\n"));
    fs::write(&options.picture, draw(&picture(&all)))?;
    Ok(())
}

fn climb(days_each: DaysEach, limit: Duration) -> Result<Series, Box<dyn Error>> {
    let made = tempfile::tempdir()?;
    let step = |prospectus| step(&Prospectus { days_each, ..prospectus }, made.path(), limit);
    Ok(Series {
        days_each,
        by_classes: SIZES.into_iter().map(of_classes).map(step).collect::<Result<_, _>>()?,
        by_apprentices: NUMBERS
            .into_iter()
            .map(with_apprentices)
            .map(step)
            .collect::<Result<_, _>>()?,
    })
}

/// A school of so many classes with a few apprentices.
fn of_classes(classes: usize) -> Prospectus {
    let kind = if classes <= LARGEST_FOLKESKOLE {
        Kind::Folkeskole { parallel: classes / 9 }
    } else {
        Kind::Gymnasium { classes }
    };
    let apprentices = Count::Pupils(FEW);
    Prospectus { kind, apprentices, days: AwayDays::PerClass, days_each: DaysEach::Two, seed: SEED }
}

/// One school, with so many apprentices.
fn with_apprentices(pupils: usize) -> Prospectus {
    let kind = Kind::Folkeskole { parallel: PARALLEL };
    let apprentices = Count::Pupils(pupils);
    Prospectus { kind, apprentices, days: AwayDays::Spread, days_each: DaysEach::Two, seed: SEED }
}

fn step(prospectus: &Prospectus, made: &Path, limit: Duration) -> Result<Step, Box<dyn Error>> {
    let folder = schools::write(prospectus, made)?;
    let school = schools::read(&folder)?;
    let runs = measure(&[Solver::Mesterskema], &folder, limit)?;
    let step = Step {
        name: schools::name(prospectus),
        classes: school.classes.len(),
        lessons: school.lessons.len(),
        apprentices: school.apprentices.len(),
        measured: runs.first().and_then(|runs| typical(runs)).ok_or("no run")?,
    };
    eprintln!("{}", step.cells().join("  "));
    Ok(step)
}

const HEADINGS: [&str; 9] = [
    "school",
    "classes",
    "lessons",
    "apprentices",
    "points",
    "bound",
    "first proposal",
    "end",
    "memory",
];

impl Step {
    fn cells(&self) -> [String; 9] {
        let Measured { outcome, seconds, first_seconds, peak_kib } = &self.measured;
        let end = if outcome.is_proof() { "proof" } else { "stopped" };
        [
            self.name.clone(),
            self.classes.to_string(),
            self.lessons.to_string(),
            self.apprentices.to_string(),
            outcome.points(),
            outcome.bound(),
            first_seconds.map_or_else(|| "–".to_owned(), table::seconds),
            format!("{end}, {}", table::seconds(*seconds)),
            table::memory(*peak_kib),
        ]
    }

    fn mark(&self, across: f64, height: f64) -> Mark {
        let is_proof = self.measured.outcome.is_proof();
        Mark { across, height, stopped: if is_proof { Stopped::No } else { Stopped::Yes } }
    }
}

fn render(steps: &[Step]) -> String {
    let rows: Vec<_> = steps.iter().map(Step::cells).collect();
    table::table(HEADINGS, &rows)
}

fn picture(all: &[Series]) -> Picture {
    Picture {
        title: "What the search takes as schools grow (hollow: stopped by its limit)".to_owned(),
        description: all.iter().map(Series::in_words).collect::<Vec<_>>().join(" "),
        panels: all.iter().flat_map(Series::panels).collect(),
    }
}

impl Series {
    const fn away(&self) -> &'static str {
        match self.days_each {
            DaysEach::Two => "two days away",
            DaysEach::One => "one day away",
        }
    }

    fn in_words(&self) -> String {
        format!(
            "With {}, against classes: {}. Against apprentices, in a school of {} classes: {}.",
            self.away(),
            in_words(&self.by_classes, CLASSES, "classes"),
            9 * PARALLEL,
            in_words(&self.by_apprentices, APPRENTICES, "apprentices"),
        )
    }

    fn panels(&self) -> [Panel; 4] {
        let away = self.away();
        [
            times(&self.by_classes, CLASSES, "classes", away),
            times(&self.by_apprentices, APPRENTICES, "apprentices", away),
            memories(&self.by_classes, CLASSES, "classes", away),
            memories(&self.by_apprentices, APPRENTICES, "apprentices", away),
        ]
    }
}

/// What can be counted in a school.
type Number = fn(&Step) -> usize;

const CLASSES: Number = |step| step.classes;
const APPRENTICES: Number = |step| step.apprentices;

fn in_words(steps: &[Step], number: Number, name: &str) -> String {
    let words = |step: &Step| {
        let Measured { outcome, seconds, peak_kib, .. } = &step.measured;
        let end = if outcome.is_proof() { "proven after" } else { "stopped after" };
        let (seconds, memory) = (table::seconds(*seconds), table::memory(*peak_kib));
        format!("{} {name} {end} {seconds} with {memory}", number(step))
    };
    steps.iter().map(words).collect::<Vec<_>>().join("; ")
}

fn times(steps: &[Step], number: Number, name: &str, away: &str) -> Panel {
    let proofs = steps.iter().map(|step| step.mark(across(step, number), step.measured.seconds));
    let firsts = steps.iter().filter_map(|step| {
        let height = step.measured.first_seconds?;
        Some(Mark { across: across(step, number), height, stopped: Stopped::No })
    });
    let lines = vec![
        Line { name: "proof", style: "first", marks: proofs.collect() },
        Line { name: "first proposal", style: "second", marks: firsts.collect() },
    ];
    panel(&format!("seconds, {away}"), name, steps, number, lines)
}

fn memories(steps: &[Step], number: Number, name: &str, away: &str) -> Panel {
    let marks = steps.iter().filter_map(|step| {
        let mebibytes = u32::try_from(step.measured.peak_kib?.div_ceil(1024)).ok()?;
        Some(step.mark(across(step, number), f64::from(mebibytes)))
    });
    let lines = vec![Line { name: "memory", style: "first", marks: marks.collect() }];
    panel(&format!("memory in MiB, {away}"), name, steps, number, lines)
}

fn panel(title: &str, name: &str, steps: &[Step], number: Number, lines: Vec<Line>) -> Panel {
    let ticks = steps.iter().map(|step| across(step, number)).collect();
    Panel { title: title.to_owned(), across: name.to_owned(), ticks, lines }
}

fn across(step: &Step, number: Number) -> f64 {
    u32::try_from(number(step)).map_or(f64::INFINITY, f64::from)
}
