//! Several schools at once: seconds and memory of `district` for more and more schools, for one common day and for days with
//! few seats; and how many lines `batch` answers a second, on one process and on two.
//!
//! `cargo bench --bench district` prints tables as Markdown. `-- --largest 7 --lines 100` keeps it short.
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use clap::Parser;
use mesterskema::export::folder::{files, places};
use mesterskema::generate::{DistrictProspectus, generate_district};
use serde_json::{Map, Value, json};

/// Solves larger and larger districts, and answers lines
#[derive(Parser, Debug)]
struct Options {
    /// The largest district, in schools
    #[arg(long, value_name = "N", default_value_t = 100)]
    largest: usize,
    /// How many lines are answered: five for each school
    #[arg(long, value_name = "N", default_value_t = 5_500)]
    lines: usize,
    /// The longest that one district may take, as for `district`
    #[arg(long, value_name = "TIME", default_value = "10m")]
    time_limit: String,
    /// What cargo says to every bench
    #[arg(long, hide = true)]
    bench: bool,
}

const SIZES: [usize; 4] = [1, 7, 30, 100];
/// How many seats a school has on each of two days: about two thirds of its pupils fit on one.
const SEATS_OF_SCHOOL: u32 = 3;
/// Of the schools that lines are about so many are different; the others are asked about again.
const DIFFERENT: usize = 40;
const SEED: u64 = 1;
const DAYS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse();
    println!("| schools | course | status | points | bound | seconds | memory |");
    println!("|--------:|--------|--------|-------:|------:|--------:|-------:|");
    for schools in SIZES.into_iter().filter(|&schools| schools <= options.largest) {
        for seats in [None, Some(SEATS_OF_SCHOOL * u32::try_from(schools)?)] {
            println!("{}", solve(schools, seats, &options.time_limit)?);
        }
    }
    println!("\n| processes | lines | lines a second | most memory of one |");
    println!("|----------:|------:|---------------:|-------------------:|");
    for processes in [1, 2] {
        println!("{}", answer(processes, options.lines)?);
    }
    Ok(())
}

/// Writes a district.
fn write(schools: usize, seats: Option<u32>, folder: &Path) -> Result<(), Box<dyn Error>> {
    let prospectus = DistrictProspectus { schools, parallel: 3, seats, seed: SEED };
    let (schools, course) = generate_district(prospectus).ok_or("no district")?;
    fs::write(folder.join("places.csv"), places(&[course].into()))?;
    for (name, school) in schools {
        fs::create_dir(folder.join(&name))?;
        for (file, text) in files(&school) {
            fs::write(folder.join(&name).join(file), text)?;
        }
    }
    Ok(())
}

/// One district, as a line of the table.
fn solve(schools: usize, seats: Option<u32>, limit: &str) -> Result<String, Box<dyn Error>> {
    let made = tempfile::tempdir()?;
    write(schools, seats, made.path())?;
    let begun = Instant::now();
    let out = fs::File::create(made.path().join("told.json"))?;
    let child = program()
        .args(["district", "--json", "--time-limit", limit])
        .arg(made.path())
        .stdout(out)
        .stderr(Stdio::null())
        .spawn()?;
    let most = watched(child)?;
    let seconds = begun.elapsed().as_secs_f64();
    let told: Value = serde_json::from_str(&fs::read_to_string(made.path().join("told.json"))?)?;
    let course =
        seats.map_or("one common day".to_owned(), |seats| format!("two days, {seats} seats each"));
    let status = told["status"].as_str().unwrap_or_default();
    let (points, bound) = (&told["points"], &told["bound"]);
    Ok(format!(
        "| {schools} | {course} | {status} | {points} | {bound} | {seconds:.1} | {most} MiB |"
    ))
}

/// The question of a school on a day, all its pupils away then, with its files.
fn questions() -> Result<Vec<Value>, Box<dyn Error>> {
    let prospectus =
        DistrictProspectus { schools: DIFFERENT, parallel: 3, seats: None, seed: SEED };
    let (schools, _) = generate_district(prospectus).ok_or("no district")?;
    let mut questions = Vec::new();
    for (_, school) in schools {
        for day in 0..DAYS {
            let mut school = school.clone();
            for pupil in &mut school.apprentices {
                pupil.alternatives = vec![pupil.alternatives[day].clone()];
            }
            let files: Map<String, Value> = files(&school)
                .into_iter()
                .map(|(name, text)| (name.to_owned(), text.into()))
                .collect();
            questions.push(json!({ "school": files, "ask": "solve" }));
        }
    }
    Ok(questions)
}

/// So many lines, dealt to some processes, as a line of the table.
fn answer(processes: usize, lines: usize) -> Result<String, Box<dyn Error>> {
    let questions = Arc::new(questions()?);
    let begun = Instant::now();
    let workers: Vec<_> = (0..processes)
        .map(|worker| {
            let questions = Arc::clone(&questions);
            thread::spawn(move || work(&questions, (worker..lines).step_by(processes)))
        })
        .collect();
    let most = workers.into_iter().map(|one| one.join().unwrap_or(Ok(0)));
    let most = most.collect::<Result<Vec<_>, _>>()?.into_iter().max().unwrap_or(0);
    let seconds = begun.elapsed();
    let a_second = f64::from(u32::try_from(lines)?) / seconds.as_secs_f64();
    Ok(format!("| {processes} | {lines} | {a_second:.2} | {most} MiB |"))
}

fn work(questions: &[Value], numbers: impl Iterator<Item = usize>) -> std::io::Result<u64> {
    let mut child = program();
    let mut child = child.arg("batch").stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        for number in numbers {
            let mut question = questions[number % questions.len()].clone();
            question["id"] = number.into();
            writeln!(stdin, "{question}")?;
        }
    }
    watched(child)
}

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_mesterskema"))
}

/// Waits for a process; the most memory that it had, in MiB, where the system says.
fn watched(mut child: Child) -> std::io::Result<u64> {
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait()?.is_none() {
        let told = fs::read_to_string(&status).unwrap_or_default();
        let line = told.lines().find(|line| line.starts_with("VmHWM"));
        let kib = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
        most = most.max(kib.unwrap_or(0) / 1024);
        thread::sleep(Duration::from_millis(20));
    }
    Ok(most)
}
