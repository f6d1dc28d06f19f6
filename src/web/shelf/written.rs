//! A plan on the disk, written and read again.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Plan;
use crate::check;
use crate::domain::{Effort, Period, Slot};
use crate::export::csv;
use crate::input::{bytes_of, load_proposal};
use crate::pipeline::{Answer, Faults, Held, Status};
use crate::report::Report;
use crate::web::cupboard::Cupboard;
use crate::web::desk::{Bench, Desk};
use crate::web::download::solution;
use crate::web::edit::Edit;
use crate::web::private::{create_folders, write_new};
use crate::web::relief::Relief;
use crate::web::situation::Situation;
use crate::web::source::Source;

/// The file that marks a folder as a plan's.
pub(super) const MARK: &str = "plan.json";
/// What the folder is called in which a plan is made before it is put among the others.
pub(super) const BESIDE: &str = ".mesterskema-plan-";
/// Folders of the same name that are tried, before it is given up.
const MOST_ALIKE: usize = 1000;

/// What neither the school's files nor the proposal's say.
#[derive(Deserialize, Serialize)]
struct Written {
    name: String,
    accepts_faults: bool,
    best_effort: bool,
    is_proven: bool,
    bound: i64,
    milliseconds: u64,
    steps: Vec<Vec<Edit>>,
    #[serde(default)]
    reliefs: Vec<Relief>,
    held: Vec<At>,
    barred: Vec<At>,
}

/// A lesson by its place in the school, and a slot.
#[derive(Deserialize, Serialize)]
struct At {
    lesson: usize,
    day: String,
    period: u8,
}

/// Writes a plan beside its place and then puts it there, whole or not at all, and never in the place of another.
pub(super) fn write(shelf: &Path, plan: &Plan) -> io::Result<PathBuf> {
    let made = Cupboard::open(shelf, BESIDE)?;
    let new = made.path().join("plan");
    for (name, bytes) in files(plan)? {
        let path = new.join(name);
        create_folders(path.parent().unwrap_or(&new))?;
        write_new(&path, &bytes)?;
        fs::File::open(path)?.sync_all()?;
    }
    let stem = file_name(&plan.name);
    let names = (1..MOST_ALIKE).map(|number| match number {
        1 => stem.clone(),
        _ => format!("{stem}-{number}"),
    });
    let free = names.map(|name| shelf.join(name)).find(|path| !path.exists());
    let path = free.ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))?;
    // Where somebody was faster there is a folder with something in it, and this fails.
    fs::rename(new, &path)?;
    Ok(path)
}

/// The letters and digits of a name, for a folder.
fn file_name(name: &str) -> String {
    let plain = |sign: char| if sign.is_alphanumeric() { sign } else { '-' };
    format!("plan-{}", name.chars().map(plain).collect::<String>().to_lowercase())
}

fn files(plan: &Plan) -> io::Result<Vec<(String, Vec<u8>)>> {
    let school = plan.desk.source.files()?.into_iter();
    let mut files: Vec<_> = school.map(|(name, bytes)| (format!("school/{name}"), bytes)).collect();
    let situation = &plan.situation;
    if let (Some(bench), Some(answer)) = (&plan.desk.bench, &situation.answer) {
        let report =
            Report { school: &situation.school, sheet: &bench.sheet, answer, printed: None };
        let mut proposal =
            vec![("solution.json", solution(report, situation, situation.school.language))];
        if let Some(offer) = report.offer() {
            proposal.push(("timetable.csv", csv::timetable(offer, &bench.sheet)));
            proposal.push(("changes.csv", csv::changes(offer, &bench.sheet).written(&bench.sheet)));
            proposal.push(("pupils.csv", csv::pupils(offer).written(&bench.sheet)));
        }
        let proposal = proposal.into_iter();
        files.extend(proposal.map(|(name, text)| (format!("proposal/{name}"), text.into_bytes())));
    }
    let written = serde_json::to_string_pretty(&Written::of(plan)).map_err(io::Error::other)?;
    files.push((MARK.to_owned(), written.into_bytes()));
    Ok(files)
}

/// Reads a plan; the judge looks at its proposal again.
pub(super) fn read(folder: &Path, cupboard: &Cupboard) -> Option<Plan> {
    let written: Written = serde_json::from_slice(&bytes_of(&folder.join(MARK)).ok()?).ok()?;
    let source = Source::copy(&folder.join("school"), cupboard);
    let faults = if written.accepts_faults { Faults::Accept } else { Faults::Refuse };
    let desk = Desk::open(Arc::new(source.ok()?), faults);
    let situation = written.situation(desk.bench.as_ref()?, &folder.join("proposal"))?;
    desk.bench.as_ref()?.begin(situation.clone());
    let situation = Arc::new(situation);
    let folder = Some(folder.to_owned());
    Some(Plan { name: written.name, desk: Arc::new(desk), situation, folder })
}

impl Written {
    fn of(plan: &Plan) -> Self {
        let situation = &plan.situation;
        let answer = situation.answer.as_ref();
        let elapsed = answer.map_or(0, |answer| answer.elapsed.as_millis());
        Self {
            name: plan.name.clone(),
            accepts_faults: plan.desk.faults == Faults::Accept,
            best_effort: situation.effort == Effort::Best,
            is_proven: answer.is_some_and(|answer| answer.status == Status::Optimal),
            bound: answer.map_or(0, |answer| answer.bound),
            milliseconds: u64::try_from(elapsed).unwrap_or(u64::MAX),
            steps: situation.steps.clone(),
            reliefs: situation.reliefs.clone(),
            held: situation.held().iter().map(At::of).collect(),
            barred: situation.barred.iter().map(At::of).collect(),
        }
    }

    fn situation(&self, bench: &Bench, proposal: &Path) -> Option<Situation> {
        let mut situation = Situation::clone(&bench.now());
        let made = (self.steps.clone(), self.reliefs.clone());
        situation = situation.recast(bench.made(&made).ok()?, made);
        situation.effort = if self.best_effort { Effort::Best } else { Effort::Strict };
        let read = |at: &[At]| at.iter().map(At::held).collect::<Option<Vec<Held>>>();
        situation.held = read(&self.held)?.iter().map(|held| (held.lesson, held.start)).collect();
        situation.barred = read(&self.barred)?.into_iter().collect();
        let lessons = situation.school.lessons.len();
        let is_known = |held: &Held| held.lesson < lessons;
        let all = [situation.held(), situation.barred()].concat();
        let answer = self.answer(&situation, bench, proposal)?;
        all.iter().all(is_known).then(|| situation.answered(answer))
    }

    fn answer(&self, situation: &Situation, bench: &Bench, folder: &Path) -> Option<Answer> {
        let school = &situation.school;
        let (proposal, _) = load_proposal(school, &bench.sheet, folder);
        let proposal = proposal?;
        let verdict = check::check(school, &proposal, situation.effort);
        let points = verdict.difference.breakdown.total();
        let is_proven = self.is_proven && self.bound == points;
        verdict.breaches.is_empty().then(|| Answer {
            status: if is_proven { Status::Optimal } else { Status::Feasible },
            bound: self.bound.min(points),
            offered: Some((proposal, verdict)),
            reasons: Vec::new(),
            elapsed: Duration::from_millis(self.milliseconds),
        })
    }
}

impl At {
    fn of(held: &Held) -> Self {
        let Held { lesson, start } = *held;
        Self { lesson, day: start.day.code().to_owned(), period: start.period.0 }
    }

    fn held(&self) -> Option<Held> {
        let day = crate::input::day(&self.day).ok()?;
        Some(Held { lesson: self.lesson, start: Slot::new(day, Period(self.period)) })
    }
}
