//! `import`: another program's files become a school folder.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::asking;
use super::exit::Exit;
use super::help::said;
use super::language::of_system;
use super::options::Telling;
use super::outputs::create_folder;
use super::terminal::{self, answer, tell_faults};
use super::trouble::Trouble;
use crate::account::arrival::{self, Arrival};
use crate::check;
use crate::diagnostic::{Diagnostic, Fault, Location, Severity};
use crate::domain::{Language, School, SubjectCode};
use crate::export::folder;
use crate::import::{self, Choices, Format, Import as Imported, Original};
use crate::input::{Loaded, Need, Recognised, fold, is_same_subject, load};

/// The options of `import`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Laver en skoles mappe af filer fra Excel, Untis, aSc, FET, XHSTT",
    "Gör en skolas mapp av filer från Excel, Untis, aSc, FET, XHSTT",
    "Makes a school of files from Excel, Untis, aSc, FET or XHSTT"
))]
pub(super) struct Import {
    #[arg(long, value_name = "FORMAT", help = said!(
        "Filernes format [ellers: det, der står i dem, afgør det]",
        "Filernas format [annars: det som står i dem avgör]",
        "The format of the files [default: what stands in them tells]"
    ))]
    from: Option<Format>,
    #[arg(required = true, help = said!(
        "Filerne, eller en mappe med dem; - er det, der kommer ind gennem et rør, fx fra udklipsholderen",
        "Filerna, eller en mapp med dem; - är det som kommer in genom ett rör, t.ex. från urklipp",
        "The files, or a folder with them; - is what is piped in, as from a clipboard"
    ))]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "SCHOOL", help = said!(
        "Mappen til skolen; den skal være tom eller ikke findes",
        "Mappen för skolan; den ska vara tom eller inte finnas",
        "The folder for the school; it must be empty or missing"
    ))]
    out: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = said!(
        "For en liste eller skemaer i felter: filen, der siger, hvilken kolonne eller hvilket ord der er hvad; uden --out foreslås én",
        "För en lista eller rutscheman: filen som säger vilken kolumn eller vilket ord som är vad; utan --out föreslås en",
        "For a list or grids: the file that says which column or word is what; without --out, one is proposed"
    ))]
    map: Option<PathBuf>,
    #[arg(long, value_name = "ID", help = said!(
        "Hvilket skema, hvor en fil har flere [ellers: det sidste, som export skrev, ellers det bedste efter filens egen rapport]",
        "Vilket schema, där en fil har flera [annars: det senaste som export skrev, annars det bästa enligt filens egen rapport]",
        "Which timetable, where a file has several [default: the last that export wrote, else the best by its own report]"
    ))]
    solution: Option<String>,
    #[arg(long, value_name = "SUBJECTS", value_delimiter = ',', help = said!(
        "De kernefag, som ingen må gå glip af; alle andre, på nær dem i --desired, er så ingen kernefag",
        "De kärnämnen som ingen får missa; alla andra, utom dem i --desired, är då inga kärnämnen",
        "The core subjects of which no lesson may be missed; all others, but for those of --desired, are none then"
    ))]
    core: Vec<String>,
    #[arg(long, value_name = "SUBJECTS", value_delimiter = ',', requires = "core", help = said!(
        "De kernefag, hvor lektioner må mistes til en pris",
        "De kärnämnen där lektioner får missas till ett pris",
        "The core subjects of which lessons may be missed at a price"
    ))]
    desired: Vec<String>,
    #[command(flatten)]
    telling: Telling,
}

/// Reads, writes, reads again, tells; of a table without a map, proposes one.
pub(super) fn run(options: &Import) -> Result<Exit, Exit> {
    let language = options.telling.language.unwrap_or_else(of_system);
    let originals = collect(&options.files, language)?;
    let format = format(options, &originals)?;
    let choices = choices(options, language)?;
    let Some(out) = &options.out else {
        return propose_map(format, &originals, &choices, language);
    };
    if format == Format::OneRoster {
        return write_lists(out, &originals, options.telling);
    }
    let imported = import::import(format, &originals, &choices);
    let own = imported.language(options.telling.language);
    let telling = Telling { language: own, ..options.telling };
    let taken = take_over(out, format, &imported, options, telling, || {
        import::kept(format, &originals, &choices)
    });
    taken.map_err(|trouble| trouble.tell(own.unwrap_or_else(of_system)))
}

/// Writes what was imported, in the language of its subjects unless another is asked for.
fn take_over(
    out: &Path,
    format: Format,
    imported: &Imported,
    options: &Import,
    telling: Telling,
    kept: impl FnOnce() -> Vec<Original>,
) -> Result<Exit, Trouble> {
    let language = telling.language.unwrap_or_else(of_system);
    tell_faults(&imported.ledger.shown(), language);
    let Some(school) = &imported.school else { return refuse(imported, telling) };
    let core = core(options, school, language)?;
    write(out, folder::imported(school, imported, telling.language, core.as_ref()), kept())?;
    inspect(out, format, imported, telling)
}

fn collect(files: &[PathBuf], language: Language) -> Result<Vec<Original>, Exit> {
    import::collect(files).map_err(|faults| {
        tell_faults(&faults, language);
        Exit::BadInput
    })
}

/// Writes class lists, for which there is no timetable yet.
fn write_lists(out: &Path, originals: &[Original], telling: Telling) -> Result<Exit, Exit> {
    const NAME: &str = "class-lists.csv";
    let language = telling.language.unwrap_or_else(of_system);
    let (lists, ledger) = import::class_lists(originals);
    tell_faults(&ledger.shown(), language);
    let lists = lists.ok_or(Exit::BadInput)?;
    let shown = terminal::shown(&out.join(NAME));
    let [text, json] = arrival::class_lists(&shown, &ledger, language);
    let written = create_folder(out, &[(NAME.to_owned(), lists.into_bytes())]);
    let told = written.and_then(|()| answer(if telling.json { &json } else { &text }));
    told.map_err(|trouble| trouble.tell(language))?;
    Ok(Exit::Answered)
}

/// What somebody says that the files are, else what they look like.
fn format(options: &Import, originals: &[Original]) -> Result<Format, Exit> {
    options.from.map_or_else(|| import::recognise(originals), Ok).map_err(|unknown| {
        let language = options.telling.language.unwrap_or_else(of_system);
        let names = originals.iter().map(|original| original.name.as_str()).collect::<Vec<_>>();
        let location = Location::file(&names.join(", "));
        tell_faults(&[Diagnostic::new(Fault::Foreign(unknown), location)], language);
        Exit::BadInput
    })
}

/// The core subjects that were named, if any were; at a terminal they are asked for.
fn core(
    options: &Import,
    school: &School,
    language: Language,
) -> Result<Option<folder::Core>, Trouble> {
    let named = [&options.core, &options.desired].map(Clone::clone);
    let is_open = |code: &SubjectCode| Recognised::of(code.as_str(), None).is_none();
    let is_asked = named[0].is_empty()
        && !options.telling.json
        && terminal::is_answered()
        && school.subjects.keys().any(is_open);
    let named = if is_asked { asking::core_subjects(school, language)? } else { named };
    if named[0].is_empty() {
        return Ok(None);
    }
    let [required, desired] = named;
    Ok(Some([taught(&required, school)?, taught(&desired, school)?]))
}

/// The codes of the subjects that somebody names: by their code, else by what the alias tables know to be the same; `MA*`
/// names all that begin so.
fn taught(names: &[String], school: &School) -> Result<Vec<String>, Trouble> {
    let mut taught = Vec::new();
    for name in names.iter().map(|name| name.trim()) {
        let codes = school.subjects.keys().map(SubjectCode::as_str);
        let exact: Vec<&str> = codes.clone().filter(|code| fold(code) == fold(name)).collect();
        let stem = name.strip_suffix('*').map(fold);
        let alike = codes.filter(|code| {
            let is_of_kind = stem.as_ref().is_some_and(|stem| fold(code).starts_with(stem));
            is_of_kind || is_same_subject(code, name)
        });
        let meant: Vec<&str> = if exact.is_empty() { alike.collect() } else { exact };
        if meant.is_empty() {
            return Err(Trouble::SubjectUnknown(name.to_owned()));
        }
        taught.extend(meant.into_iter().map(ToOwned::to_owned));
    }
    Ok(taught)
}

/// Prints a map for a person to correct.
fn propose_map(
    format: Format,
    originals: &[Original],
    choices: &Choices,
    language: Language,
) -> Result<Exit, Exit> {
    if !matches!(format, Format::Table | Format::Grid) {
        return Err(Trouble::OutMissing.tell(language));
    }
    let (map, ledger) = import::propose(format, originals, choices, language);
    tell_faults(&ledger.notes, language);
    let map = map.ok_or(Exit::BadInput)?;
    answer(&map).map_err(|trouble| trouble.tell(language))?;
    Ok(Exit::Answered)
}

fn choices(options: &Import, language: Language) -> Result<Choices, Exit> {
    let map = options.map.iter().map(|map| collect(std::slice::from_ref(map), language));
    let map = map.collect::<Result<Vec<_>, Exit>>()?.into_iter().flatten().next();
    Ok(Choices { solution: options.solution.clone(), map })
}

fn refuse(imported: &Imported, telling: Telling) -> Result<Exit, Trouble> {
    if telling.json {
        answer(&arrival::refused(&imported.ledger, telling.language.unwrap_or_else(of_system)))?;
    }
    Ok(Exit::BadInput)
}

fn write(out: &Path, files: Vec<folder::File>, kept: Vec<Original>) -> Result<(), Trouble> {
    let files = files.into_iter();
    let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
    let kept = kept.into_iter().map(|one| (format!("original/{}", one.name), one.bytes));
    create_folder(out, &files.chain(kept).collect::<Vec<_>>())
}

/// Reads the folder as any other, and says what it looks like.
fn inspect(
    out: &Path,
    format: Format,
    imported: &Imported,
    telling: Telling,
) -> Result<Exit, Trouble> {
    let language = telling.language.unwrap_or_else(of_system);
    let loaded: Loaded = load(out, Need::TimetableOnly);
    tell_faults(&loaded.diagnostics, language);
    let faults = loaded.outline.as_ref().map(check::faults).unwrap_or_default();
    let shown = terminal::shown(out);
    let arrival = Arrival {
        folder: &shown,
        format,
        reading: imported.reading.as_ref(),
        ledger: &imported.ledger,
        bells: &imported.bells,
        loaded: &loaded,
        faults: &faults,
    };
    let render = if telling.json { arrival::json } else { arrival::text };
    answer(&render(arrival, language))?;
    let has_error = loaded.diagnostics.iter().any(|found| found.severity == Severity::Error);
    Ok(if has_error || !faults.is_empty() { Exit::No } else { Exit::Answered })
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}
