//! `solve`: the cheapest timetable in which no apprentice misses a required lesson.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;
use std::time::Duration;

use clap::Args;

use super::certificate::Certificate;
use super::delivery::{Told, deliver, deliver_told};
use super::exit::{Exit, Wanted};
use super::help::said;
use super::interrupt;
use super::joining::Apprentices;
use super::limit::{duration, threads};
use super::options::{Strictness, Telling};
use super::originals::{self, Origin};
use super::outputs::Outputs;
use super::preparing::{self, Preparing, told};
use super::progress::Progress;
use super::school::{Opened, opened, settled};
use super::terminal::{shown, tell};
use super::tradeoff::{Against, weigh};
use super::trouble::Trouble;
use crate::domain::{Language, Scenario, School, Stop};
use crate::input::{Need, load_with_scenarios};
use crate::pipeline::{Answer, Demands, Event, Request, Status, solve_certified, today};
use crate::report::Report;
use crate::report::matching::{self, Matching};
use crate::scenario::{Asking, Prepared, one_more_seat, solve_keeping};
use crate::words::say;

/// The options of `solve`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Flytter så lidt som muligt, så ingen elev mister et kernefag",
    "Flyttar så lite som möjligt så att ingen elev missar ett kärnämne",
    "Moves as little as possible, so that nobody misses a core lesson"
))]
pub(super) struct Solve {
    #[arg(help = said!(
        "Skolen: en mappe med timetable.csv og apprentices.csv, eller en projektmappe",
        "Skolan: en mapp med timetable.csv och apprentices.csv, eller en arbetsbok",
        "The school: a folder with timetable.csv and apprentices.csv, or a workbook"
    ))]
    school: PathBuf,
    #[arg(long, value_name = "DIR", help = said!(
        "Mappen til svaret; et tidligere svar i den erstattes. Uden den vises svaret kun",
        "Mappen för svaret; ett tidigare svar i den ersätts. Utan den visas svaret bara",
        "The folder for the answer; an earlier one in it is replaced. Without it, the answer is only printed"
    ))]
    out: Option<PathBuf>,
    #[arg(long, value_name = "TIME", default_value = "60s", value_parser = duration, help = said!(
        "Så længe må der søges, fx 90s, 1m30s eller 1h; svaret er så det bedste hidtil",
        "Så länge får sökningen ta, t.ex. 90s, 1m30s eller 1h; svaret är då det bästa hittills",
        "The longest that the search may take, e.g. 90s, 1m30s or 1h; the answer is then the best so far"
    ))]
    time_limit: Duration,
    #[arg(long, value_name = "N", value_parser = threads, help = said!(
        "Så mange tråde må bruges; svaret afhænger ikke af det [ellers: så mange, som maskinen har]",
        "Så många trådar får användas; svaret beror inte på det [annars: så många som datorn har]",
        "How many threads may be used; the answer does not depend on it [default: as many as the machine has]"
    ))]
    threads: Option<NonZeroUsize>,
    #[arg(long, help = said!(
        "Slut med 3, hvis svaret ikke er bevist; et forslag skrives alligevel",
        "Sluta med 3 om svaret inte är bevisat; ett förslag skrivs ändå",
        "End with 3 unless the answer is proven; a proposal is written all the same"
    ))]
    require_proof: bool,
    #[arg(long, value_name = "WHAT", conflicts_with_all = ["out", "best_effort"], help = said!(
        "I stedet for ét svar: en liste over, hvad det koster at miste færre af disse, hver linje bevist; intet skrives",
        "I stället för ett svar: en lista över vad det kostar att missa färre av dessa, varje rad bevisad; inget skrivs",
        "Instead of one answer: a list of what it costs to miss fewer of these, each line proven; nothing is written"
    ))]
    tradeoff: Option<Against>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["tradeoff", "prepare"], help = said!(
        "Skriv her, hvorfor intet er billigere, eller hvorfor der intet er: et bevis, som verify efterprøver",
        "Skriv här varför inget är billigare, eller varför det inget finns: ett bevis som verify kontrollerar",
        "Write here why nothing is cheaper, or why there is nothing: a proof that verify checks"
    ))]
    certificate: Option<PathBuf>,
    #[command(flatten)]
    apprentices: Apprentices,
    #[command(flatten)]
    preparing: Preparing,
    #[command(flatten)]
    strictness: Strictness,
    #[command(flatten)]
    telling: Telling,
}

impl Solve {
    /// What is asked of the search.
    const fn wanted(&self) -> Wanted {
        if self.require_proof { Wanted::Proof } else { Wanted::Answer }
    }

    /// What ends the search, from now on: the time is over, or Ctrl-C is pressed.
    fn stop(&self) -> Stop {
        interrupt::stop_after(self.time_limit)
    }

    fn threads(&self) -> usize {
        self.threads.or(available_parallelism().ok()).map_or(1, NonZeroUsize::get)
    }
}

/// Reads, solves, writes, tells.
pub(super) fn run(options: &Solve) -> Result<Exit, Exit> {
    let (loaded, futures) = if let Some(futures) = &options.preparing.prepare {
        load_with_scenarios(&options.school, futures)
    } else {
        let asked = options.telling.language;
        (options.apprentices.load(&options.school, Need::Apprentices, asked), Vec::new())
    };
    let Opened { school, sheet, language } = opened(loaded, options.telling.language)?;
    let settled = || settled(&school, options.strictness.faults(), language);
    if options.tradeoff.is_some() {
        let (wanted, telling) = (options.wanted(), options.telling);
        return weigh(&settled()?, &options.stop(), wanted, telling, language);
    }
    let outputs = options.out.as_ref().map(|out| Outputs::open(out, &options.school));
    let outputs = outputs.transpose().map_err(|trouble| trouble.tell(language))?;
    let school = settled()?;
    let report = |answer| Report { school: &school, sheet: &sheet, answer, printed: today() };
    let (delivered, status) = if options.preparing.prepare.is_some() {
        let prepared = prepare(&school, &futures, options, language)?;
        let report = report(&prepared.answer);
        let told = told(report, &prepared, language);
        (
            deliver_told(report, &told, outputs.as_ref(), options.telling),
            preparing::status(&prepared),
        )
    } else {
        let found = search(&school, options, language)?;
        (delivered(report(&found), outputs.as_ref(), options, language)?, found.status)
    };
    delivered.map_err(|trouble| trouble.tell(language))?;
    if outputs.is_none() {
        tell(&unwritten(language));
    }
    if let Some(path) = &options.certificate {
        tell(&kept(status, path, language));
    }
    Ok(Exit::after(status, options.wanted()))
}

/// What is said of an answer that is only printed.
fn unwritten(language: Language) -> String {
    say!(
        language,
        "Intet er skrevet; med --out MAPPE kommer forslaget i filer, som export og plans tager.",
        "Inget har skrivits; med --out MAPP kommer förslaget i filer som export och plans tar.",
        "Nothing is written; with --out FOLDER the proposal comes as files that export and plans take."
    )
}

/// Writes and prints an answer; where pupils may choose among places, with what one seat more would save.
fn delivered(
    report: Report<'_>,
    outputs: Option<&Outputs>,
    options: &Solve,
    language: Language,
) -> Result<Result<(), Trouble>, Exit> {
    if !matching::is_matching(report.school) || report.offer().is_none() {
        return Ok(deliver(report, outputs, options.telling, language));
    }
    let stop = options.stop();
    let (effort, threads) = (options.strictness.effort(), options.threads());
    let asking = Asking { effort, threads, stop: &stop };
    let mut progress = Progress::new(language);
    let answered = (report.answer, Demands::default());
    let seats = one_more_seat(report.school, answered, asking, &mut |step| progress.step(step));
    progress.end();
    let seats = seats.map_err(|refusal| Trouble::refused(&refusal).tell(language))?;
    let matching = Matching { report, seats: &seats };
    let told = Told {
        json: matching::json(matching, language),
        text: matching::text(matching, language),
        page: matching::html(matching, language),
    };
    Ok(deliver_told(report, &told, outputs, options.telling))
}

fn prepare(
    school: &School,
    futures: &[Scenario],
    options: &Solve,
    language: Language,
) -> Result<Prepared, Exit> {
    let stop = options.stop();
    let (effort, threads) = (options.strictness.effort(), options.threads());
    let asking = Asking { effort, threads, stop: &stop };
    options.preparing.choose(school, futures, asking, language)
}

fn search(school: &School, options: &Solve, language: Language) -> Result<Answer, Exit> {
    let (effort, threads, stop) = (options.strictness.effort(), options.threads(), options.stop());
    let constraints = originals::constraints(&options.school);
    let origin = Origin { constraints: constraints.as_ref(), school };
    let mut progress = Progress::within(options.time_limit, language);
    let asking = Asking { effort, threads, stop: &stop };
    // Rules of another program are no part of what is certified: where there are such, the answer is looked for again.
    let certified = options.certificate.as_ref().map(|path| {
        let file = (path.as_path(), options.school.as_path());
        certified(school, file, asking, &mut |event| progress.tell(&event), language)
    });
    if let (Some(answer), None) = (certified.transpose()?, &constraints) {
        progress.end();
        return Ok(answer);
    }
    let found = solve_keeping(school, &origin, asking, &mut |event| progress.tell(&event));
    progress.end();
    let found = found.map_err(|refusal| Trouble::refused(&refusal).tell(language))?;
    if let Some(constraints) = &constraints {
        originals::tell_keeping(&found, constraints, school, language);
    }
    Ok(found.answer)
}

/// The answer, and its certificate in a file of its own, which is none of the school's folder.
fn certified(
    school: &School,
    (path, folder): (&Path, &Path),
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Event),
    language: Language,
) -> Result<Answer, Exit> {
    let Asking { effort, threads, stop } = asking;
    let begun = Certificate::begin(path, folder);
    let mut certificate = begun.map_err(|trouble| trouble.tell(language))?;
    let request = Request { effort, threads };
    let mut write = |line: &str| certificate.write(line);
    let found = solve_certified(school, &request, stop, tell, &mut write);
    let found = found.map_err(|refusal| Trouble::refused(&refusal).tell(language))?;
    certificate.end().map_err(|trouble| trouble.tell(language))?;
    Ok(found)
}

/// What is said of a certificate that was written.
fn kept(status: Status, path: &Path, language: Language) -> String {
    let path = shown(path);
    match status {
        Status::Optimal | Status::Infeasible => say!(
            language,
            "Bevist; beviset er gemt i {path}, og verify efterprøver det.",
            "Bevisat; beviset finns i {path}, och verify kontrollerar det.",
            "Proven; the certificate is kept in {path}, and verify checks it."
        ),
        Status::Feasible | Status::Undecided => say!(
            language,
            "Det, der nåede at blive bevist, er gemt i {path}, og verify efterprøver det.",
            "Det som hann bevisas finns i {path}, och verify kontrollerar det.",
            "What could be proven in time is kept in {path}, and verify checks it."
        ),
    }
}
