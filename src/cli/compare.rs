//! `compare`: what each day away costs, for each class, for all together and for all at once.

use std::collections::BTreeSet;

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::help::said;
use super::joining::Apprentices;
use super::question::Question;
use super::reporting::{Reporting, leave};
use super::trouble::Trouble;
use crate::domain::School;
use crate::input::fold;
use crate::report::comparison::{Compared, Detail, html, json, text};
use crate::scenario::{self, Others, Part, compare};

/// The options of `compare`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Sammenligner ugens dage: hvilken koster skemaet mindst?",
    "Jämför veckans dagar: vilken kostar schemat minst?",
    "Compares the days of the week: which costs least?"
))]
pub(super) struct Compare {
    #[arg(long, help = said!(
        "Spørg om hver klasse ved siden af de andres elever i praktik, som i filen, og ikke som var den alene",
        "Fråga om varje klass bredvid de andras elever på praktik, som i filen, och inte som om den vore ensam",
        "Ask about each class beside the others' apprentices, as in the file, not as if it were alone"
    ))]
    with_others: bool,
    #[arg(long, value_name = "PART", help = said!(
        "Kun ét af de tre svar",
        "Bara ett av de tre svaren",
        "Only one of the three answers"
    ))]
    only: Option<PartName>,
    #[arg(long, value_name = "KEY", conflicts_with_all = ["only", "with_others"], help = said!(
        "Spørg om én elev, mens alle andre bliver, som de er",
        "Fråga om en elev, medan alla andra förblir som de är",
        "Ask about one pupil, while all others stay as they are"
    ))]
    pupil: Option<String>,
    #[arg(long, help = said!(
        "Vis også for hver klasse, hvad hver dag gør",
        "Visa också för varje klass vad varje dag gör",
        "Show also, class by class, what each day does"
    ))]
    details: bool,
    #[command(flatten)]
    reporting: Reporting,
    #[command(flatten)]
    question: Question,
    #[command(flatten)]
    apprentices: Apprentices,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum PartName {
    #[value(help = said!(
        "Hver klasse på hver dag",
        "Varje klass på varje dag",
        "Each class on each day"
    ))]
    Rows,
    #[value(help = said!(
        "Klassernes dage valgt sammen",
        "Klassernas dagar valda tillsammans",
        "The classes' days chosen together"
    ))]
    Joint,
    #[value(help = said!(
        "Alle klasser på samme dag",
        "Alla klasser på samma dag",
        "All classes on the same day"
    ))]
    Common,
}

/// Reads, asks, tells.
pub(super) fn run(options: &Compare) -> Result<Exit, Exit> {
    let (school, language) = options.question.open(&options.apprentices)?;
    let question = question(options, &school).map_err(|trouble| trouble.tell(language))?;
    let outputs = options.reporting.open(&options.question.school);
    let outputs = outputs.map_err(|trouble| trouble.tell(language))?;
    let comparison = options.question.ask(language, |asking, progress| {
        compare(&school, &question, asking, &mut |step| progress.step(step))
    })?;
    let compared = Compared { school: &school, comparison: &comparison };
    leave(outputs.as_ref(), || html(compared, language))
        .map_err(|trouble| trouble.tell(language))?;
    let detail = if options.details { Detail::EachDay } else { Detail::Answer };
    let (json, text) = (|| json(compared, language), || text(compared, detail, language));
    options.question.print(language, json, text)?;
    Ok(if comparison.is_answered() { Exit::Answered } else { Exit::Stopped })
}

fn question(options: &Compare, school: &School) -> Result<scenario::Question, Trouble> {
    if let Some(key) = &options.pupil {
        let mut pupils = school.apprentices.iter().map(|one| &one.pupil);
        let pupil = pupils.find(|pupil| fold(pupil.as_str()) == fold(key)).cloned();
        let unknown = || Trouble::PupilUnknown(key.clone());
        return pupil.map(scenario::Question::Pupil).ok_or_else(unknown);
    }
    let others = if options.with_others { Others::AsInFile } else { Others::Absent };
    let parts = match options.only {
        None => BTreeSet::from([Part::Rows, Part::Joint, Part::Common]),
        Some(PartName::Rows) => BTreeSet::from([Part::Rows]),
        Some(PartName::Joint) => BTreeSet::from([Part::Joint]),
        Some(PartName::Common) => BTreeSet::from([Part::Common]),
    };
    Ok(scenario::Question::Classes { others, parts })
}
