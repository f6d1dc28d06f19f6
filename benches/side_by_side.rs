//! The search beside `HiGHS`, school by school: both prove the same optimum, here is what it takes each of them.
//!
//! `cargo bench --features highs --bench side_by_side` prints a table as Markdown; without the feature, the columns of
//! mesterskema alone. The bench fails where the two contradict each other; how quick they are, it tells and never judges.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench prints what it measured")]

mod common {
    pub(crate) mod measured;
    pub(crate) mod process;
    pub(crate) mod schools;
    pub(crate) mod table;
}

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Parser;
use common::measured::{Measured, Outcome, typical};
use common::process::{Errand, Solver, measure};
use common::{schools, table};
use mesterskema::domain::School;
use mesterskema::generate::{AwayDays, Count, DaysEach, Kind, Prospectus};

/// Solves schools with mesterskema and with a solver that others wrote, and tells what it took
#[derive(Parser, Debug)]
struct Options {
    /// More schools, each a folder
    schools: Vec<PathBuf>,
    /// Only schools whose name has this in it
    #[arg(long, default_value = "")]
    only: String,
    /// The longest that one search may take, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 300)]
    time_limit: u64,
    #[command(flatten)]
    errand: Errand,
}

/// Schools that may lie beside the project, in the folder `../shared`, or where `MESTERSKEMA_SHARED` says.
const BESIDE: [&str; 6] = [
    "reference/g10",
    "reference/g18any",
    "reference/g18mon",
    "reference/g27",
    "real/nl03",
    "real/it4",
];

/// Schools that are made up: kinds, sizes and days of every sort. Each is solved twice, with apprentices who are away on
/// two days, as most are, and then with the same timetable and on one day.
const MADE_UP: [Prospectus; 10] = [
    made_up(Kind::Folkeskole { parallel: 1 }, Count::Percent(5), AwayDays::Spread, 11),
    made_up(Kind::Folkeskole { parallel: 2 }, Count::Percent(5), AwayDays::PerClass, 12),
    made_up(Kind::Folkeskole { parallel: 2 }, Count::Percent(5), AwayDays::Shared, 13),
    made_up(Kind::Folkeskole { parallel: 3 }, Count::Percent(5), AwayDays::Spread, 14),
    made_up(Kind::Folkeskole { parallel: 4 }, Count::Percent(2), AwayDays::PerClass, 15),
    made_up(Kind::Folkeskole { parallel: 6 }, Count::Pupils(4), AwayDays::PerClass, 16),
    made_up(Kind::Modules { parallel: 2 }, Count::Percent(5), AwayDays::PerClass, 17),
    made_up(Kind::Modules { parallel: 3 }, Count::Percent(2), AwayDays::Shared, 18),
    made_up(Kind::Gymnasium { classes: 60 }, Count::Percent(5), AwayDays::PerClass, 19),
    made_up(Kind::Gymnasium { classes: 120 }, Count::Percent(2), AwayDays::PerClass, 20),
];

const fn made_up(kind: Kind, apprentices: Count, days: AwayDays, seed: u64) -> Prospectus {
    Prospectus { kind, apprentices, days, days_each: DaysEach::Two, seed }
}

/// What the search is meant to reach: so many times as fast.
const WANTED_RATIO: f64 = 10.0;

/// What was measured of a school.
struct Comparison {
    name: String,
    school: School,
    mesterskema: Measured,
    highs: Option<Measured>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse();
    let limit = Duration::from_secs(options.time_limit);
    if let Some(answer) = options.errand.run(limit)? {
        println!("{answer}");
        return Ok(());
    }
    let made = tempfile::tempdir()?;
    let mut compared = Vec::new();
    for folder in folders(&options, made.path())? {
        let one = compare(&folder, limit)?;
        eprintln!("{}", one.cells().join("  "));
        compared.push(one);
    }
    println!("{}\n{}", render(&compared), conclude(&compared, limit));
    Ok(())
}

/// The folders of the schools that are asked for; what is made up is written into `made`.
fn folders(options: &Options, made: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let beside = || schools::in_project("../shared");
    let shared = std::env::var_os("MESTERSKEMA_SHARED").map_or_else(beside, PathBuf::from);
    let shipped = |name| schools::in_project("fixtures/schools").join(name);
    let mut folders: Vec<PathBuf> = ["lille", "skovby", "yrkes"].map(shipped).into();
    folders.extend(BESIDE.iter().map(|name| shared.join(name)).filter(|folder| folder.exists()));
    folders.extend(options.schools.iter().cloned());
    folders.retain(|folder| name(folder).contains(&options.only));
    for days_each in [DaysEach::Two, DaysEach::One] {
        for prospectus in MADE_UP.map(|one| Prospectus { days_each, ..one }) {
            if schools::name(&prospectus).contains(&options.only) {
                folders.push(schools::write(&prospectus, made)?);
            }
        }
    }
    Ok(folders)
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(feature = "highs")]
const SOLVERS: &[Solver] = &[Solver::Mesterskema, Solver::Highs];
#[cfg(not(feature = "highs"))]
const SOLVERS: &[Solver] = &[Solver::Mesterskema];

fn compare(folder: &Path, limit: Duration) -> Result<Comparison, Box<dyn Error>> {
    let school = schools::read(folder)?;
    let runs = measure(SOLVERS, folder, limit)?;
    let mesterskema = runs.first().and_then(|runs| typical(runs)).ok_or("no run")?;
    let highs = runs.get(1).and_then(|runs| typical(runs));
    Ok(Comparison { name: name(folder), school, mesterskema, highs })
}

const HEADINGS: [&str; 11] = [
    "school",
    "classes",
    "lessons",
    "apprentices",
    "optimum",
    "bound",
    "mesterskema",
    "HiGHS",
    "ratio",
    "memory",
    "HiGHS's",
];

impl Comparison {
    fn cells(&self) -> [String; 11] {
        let highs = |cell: fn(&Measured) -> String| {
            self.highs.as_ref().map_or_else(|| "–".to_owned(), cell)
        };
        let school = &self.school;
        let outcome = &self.mesterskema.outcome;
        [
            self.name.clone(),
            school.classes.len().to_string(),
            school.lessons.len().to_string(),
            school.apprentices.len().to_string(),
            outcome.points(),
            outcome.bound(),
            time(&self.mesterskema),
            highs(time),
            self.ratio().map_or_else(|| "–".to_owned(), |ratio| ratio.to_string()),
            table::memory(self.mesterskema.peak_kib),
            highs(|highs| table::memory(highs.peak_kib)),
        ]
    }

    /// How many times as long `HiGHS` takes; `None` where neither has a proof, or one failed.
    fn ratio(&self) -> Option<Ratio> {
        let (own, highs) = (&self.mesterskema, self.highs.as_ref()?);
        if let Outcome::Failed(_) = highs.outcome {
            return None;
        }
        let times = highs.seconds / own.seconds;
        match (own.outcome.is_proof(), highs.outcome.is_proof()) {
            (true, true) => Some(Ratio::Exactly(times)),
            (true, false) => Some(Ratio::MoreThan(times)),
            (false, true) => Some(Ratio::LessThan(times)),
            (false, false) => None,
        }
    }
}

/// The time of a search, marked where it ended without a proof.
fn time(measured: &Measured) -> String {
    let mark = if measured.outcome.is_proof() { "" } else { "> " };
    format!("{mark}{}", table::seconds(measured.seconds))
}

/// How many times as long.
#[derive(Clone, Copy, Debug)]
enum Ratio {
    Exactly(f64),
    MoreThan(f64),
    LessThan(f64),
}

impl Ratio {
    /// What it is at least.
    const fn least(self) -> f64 {
        match self {
            Self::Exactly(times) | Self::MoreThan(times) => times,
            Self::LessThan(_) => 0.0,
        }
    }
}

impl Display for Ratio {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let (mark, times) = match *self {
            Self::Exactly(times) => ("", times),
            Self::MoreThan(times) => ("> ", times),
            Self::LessThan(times) => ("< ", times),
        };
        let digits = usize::from(times < 10.0);
        write!(formatter, "{mark}{times:.digits$}")
    }
}

fn render(compared: &[Comparison]) -> String {
    let rows: Vec<_> = compared.iter().map(Comparison::cells).collect();
    table::table(HEADINGS, &rows)
}

/// What the table shows as a whole.
fn conclude(compared: &[Comparison], limit: Duration) -> String {
    let ratios = compared.iter().map(|one| (one.ratio().map(Ratio::least), &one.name));
    let known: Vec<(f64, &String)> =
        ratios.filter_map(|(ratio, name)| Some((ratio?, name))).collect();
    let Some((least, name)) = known.iter().min_by(|one, other| one.0.total_cmp(&other.0)) else {
        return "Without HiGHS: `--features highs` adds its columns.".to_owned();
    };
    let tenfold = known.iter().filter(|(ratio, _)| *ratio >= WANTED_RATIO).count();
    let (known, limit) = (known.len(), limit.as_secs());
    format!(
        "At least {WANTED_RATIO} times as fast on {tenfold} of {known} schools; least on {name}: {least:.1}. \
         One thread each, at most {limit} s for a search; the median of three runs where they take seconds."
    )
}
