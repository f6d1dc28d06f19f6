//! `whatif --grow`: what would be if more and more pupils joined.

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::help::said;
use super::joining::Apprentices;
use super::question::Question;
use super::reporting::{Reporting, leave};
use super::trouble::Trouble;
use crate::domain::{Day, School};
use crate::input::fold;
use crate::report::growth::{html, json, text};
use crate::scenario::{self, JoinerDays};

/// Which futures are sampled.
#[derive(Args, Debug)]
pub(super) struct Growing {
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(0..=200), help = said!(
        "I stedet for scenarier: lad så mange elever komme til, én efter én, tilfældigt",
        "I stället för scenarier: låt så många elever tillkomma, en efter en, slumpvis",
        "Instead of scenarios: let so many pupils join, one by one, at random"
    ))]
    grow: Option<u16>,
    #[arg(long, value_name = "K", default_value_t = 20, requires = "grow", value_parser = clap::value_parser!(u16).range(1..=1000), help = said!(
        "Hvor mange fremtider der prøves",
        "Hur många framtider som prövas",
        "How many futures are tried"
    ))]
    samples: u16,
    #[arg(long, default_value_t = 1, requires = "grow", help = said!(
        "Hvilke fremtider; det samme tal giver de samme",
        "Vilka framtider; samma tal ger samma",
        "Which futures; the same number gives the same"
    ))]
    seed: u64,
    #[arg(long, value_name = "CLASSES", value_delimiter = ',', requires = "grow", help = said!(
        "Klasserne, de kommer i, med komma imellem [ellers: dem, der har elever i praktik]",
        "Klasserna som de kommer i, med komma emellan [annars: dem som har elever på praktik]",
        "The classes that they join, with commas between them [default: those that have apprentices]"
    ))]
    classes: Vec<String>,
    #[arg(long, default_value = "spread", requires = "grow", help = said!(
        "Hvornår de er væk",
        "När de är borta",
        "When they are away"
    ))]
    days: DaysName,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DaysName {
    #[value(help = said!(
        "Hver på en hvilken som helst dag",
        "Var och en på vilken dag som helst",
        "Each on any day"
    ))]
    Spread,
    #[value(help = said!(
        "Alle i en fremtid på samme dag",
        "Alla i en framtid på samma dag",
        "All of a future on the same day"
    ))]
    Common,
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// Reads, samples, tells.
pub(super) fn grow(
    options: &Growing,
    question: &Question,
    reporting: &Reporting,
) -> Result<Exit, Exit> {
    let (school, language) = question.open(&Apprentices::default())?;
    let growing = growing(options, &school).map_err(|trouble| trouble.tell(language))?;
    let outputs = reporting.open(&question.school);
    let outputs = outputs.map_err(|trouble| trouble.tell(language))?;
    let growth = question.ask(language, |asking, progress| {
        scenario::grow(&school, &growing, asking, &mut |step, _| progress.step(step))
    })?;
    leave(outputs.as_ref(), || html(&school, &growth, language))
        .map_err(|trouble| trouble.tell(language))?;
    question.print(language, || json(&growth), || text(&growth, language))?;
    let is_known = growth.lines.iter().any(|line| line.unknown < line.futures);
    Ok(if is_known { Exit::Answered } else { Exit::Stopped })
}

fn growing(options: &Growing, school: &School) -> Result<scenario::Growing, Trouble> {
    let class = |written: &String| {
        let mut classes = school.classes.keys();
        let class = classes.find(|class| fold(class.as_str()) == fold(written));
        class.cloned().ok_or_else(|| Trouble::ClassUnknown(written.clone()))
    };
    if school.apprentices.is_empty() {
        return Err(Trouble::NobodyToResemble);
    }
    Ok(scenario::Growing {
        joiners: options.grow.unwrap_or(0).into(),
        samples: options.samples.into(),
        seed: options.seed,
        classes: options.classes.iter().map(class).collect::<Result<_, _>>()?,
        days: days(options.days),
    })
}

const fn days(name: DaysName) -> JoinerDays {
    match name {
        DaysName::Spread => JoinerDays::Spread,
        DaysName::Common => JoinerDays::Common,
        DaysName::Mon => JoinerDays::On(Day::Mon),
        DaysName::Tue => JoinerDays::On(Day::Tue),
        DaysName::Wed => JoinerDays::On(Day::Wed),
        DaysName::Thu => JoinerDays::On(Day::Thu),
        DaysName::Fri => JoinerDays::On(Day::Fri),
        DaysName::Sat => JoinerDays::On(Day::Sat),
        DaysName::Sun => JoinerDays::On(Day::Sun),
    }
}
