//! The options that say what a generated school is like.

use clap::{Args, ValueEnum};

use super::help::said;
use crate::generate::{AwayDays, Count, DaysEach, DistrictProspectus, Kind, Prospectus};

/// What a school is to be like.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Wishes {
    #[arg(long, default_value = "folkeskole", help = said!(
        "Hvilken slags skole",
        "Vilket slags skola",
        "What kind of school"
    ))]
    kind: KindName,
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=6), help = said!(
        "Klasser på hver årgang, for folkeskole og modules",
        "Klasser i varje årskurs, för folkeskole och modules",
        "Classes of each grade, for folkeskole and modules"
    ))]
    parallel: u16,
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u16).range(7..=150), help = said!(
        "Klasser i alt, for gymnasium",
        "Klasser totalt, för gymnasium",
        "Classes in all, for gymnasium"
    ))]
    classes: u16,
    #[arg(long, value_name = "PERCENT", default_value_t = 5, value_parser = clap::value_parser!(u8).range(0..=100), help = said!(
        "Elever i praktik af hundrede på 8. og 9. årgang (gymnasium: i introduktionsklasserne)",
        "Elever på praktik av hundra i årskurs 8 och 9 (gymnasium: i introduktionsklasserna)",
        "Apprentices, of a hundred pupils in grades 8 and 9 (gymnasium: in the introductory classes)"
    ))]
    apprentices: u8,
    #[arg(long, value_name = "N", conflicts_with = "apprentices", value_parser = clap::value_parser!(u32).range(1..), help = said!(
        "I stedet: elever i praktik i alt",
        "I stället: elever på praktik totalt",
        "Instead: apprentices in all"
    ))]
    pupils: Option<u32>,
    #[arg(long, default_value = "spread", help = said!(
        "På hvilke dage elever i praktik er væk",
        "På vilka dagar elever på praktik är borta",
        "On which days apprentices are away"
    ))]
    days: DaysName,
    #[arg(long, value_name = "N", default_value = "2", help = said!(
        "På hvor mange dage hver af dem er",
        "På hur många dagar var och en av dem är",
        "On how many days each of them is"
    ))]
    days_each: DaysEachName,
    #[arg(long, default_value_t = 1, help = said!(
        "Hvilken skole; det samme tal giver de samme filer",
        "Vilken skola; samma tal ger samma filer",
        "Which school; the same number gives the same files"
    ))]
    seed: u64,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum KindName {
    #[value(help = said!(
        "En dansk skole, 1. til 9. årgang, i lektioner på 45 minutter",
        "En dansk skola, årskurs 1 till 9, i lektioner om 45 minuter",
        "A Danish school, grades 1 to 9, in lessons of 45 minutes"
    ))]
    Folkeskole,
    #[value(help = said!(
        "Den samme i moduler på 90 minutter og ugerne A og B",
        "Samma i moduler om 90 minuter och veckorna A och B",
        "The same in modules of 90 minutes and weeks A and B"
    ))]
    Modules,
    #[value(help = said!(
        "Et svensk gymnasium",
        "Ett svenskt gymnasium",
        "A Swedish upper secondary school"
    ))]
    Gymnasium,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DaysName {
    #[value(help = said!(
        "Hver på nogle dage, højst to dage i en klasse; nogle få på en af de to",
        "Var och en på några dagar, högst två dagar i en klass; några få på en av de två",
        "Each on any days, at most two days in a class; a few on one of the two"
    ))]
    Spread,
    #[value(help = said!(
        "Alle i en klasse på de samme",
        "Alla i en klass på samma",
        "All of a class on the same"
    ))]
    PerClass,
    #[value(help = said!(
        "Alle på skolen på de samme",
        "Alla i skolan på samma",
        "All of the school on the same"
    ))]
    Shared,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DaysEachName {
    #[value(name = "1", help = said!(
        "Én dag om ugen",
        "En dag i veckan",
        "One day a week"
    ))]
    One,
    #[value(name = "2", help = said!(
        "To dage om ugen",
        "Två dagar i veckan",
        "Two days a week"
    ))]
    Two,
}

impl Wishes {
    /// How many apprentices there are to be in all, if that is asked for.
    pub(super) fn pupils(&self) -> Option<usize> {
        self.pupils.map(|pupils| usize::try_from(pupils).unwrap_or(usize::MAX))
    }

    /// A district of so many schools, whose pupils all go to one course: with so many `seats` on each of two days, or on one
    /// common day.
    pub(super) fn district(&self, schools: usize, seats: Option<u32>) -> DistrictProspectus {
        DistrictProspectus { schools, parallel: self.parallel.into(), seats, seed: self.seed }
    }

    /// They as the generator takes them.
    pub(super) fn prospectus(&self) -> Prospectus {
        let (parallel, classes) = (self.parallel.into(), self.classes.into());
        let kind = match self.kind {
            KindName::Folkeskole => Kind::Folkeskole { parallel },
            KindName::Modules => Kind::Modules { parallel },
            KindName::Gymnasium => Kind::Gymnasium { classes },
        };
        let days = match self.days {
            DaysName::Spread => AwayDays::Spread,
            DaysName::PerClass => AwayDays::PerClass,
            DaysName::Shared => AwayDays::Shared,
        };
        let days_each = match self.days_each {
            DaysEachName::One => DaysEach::One,
            DaysEachName::Two => DaysEach::Two,
        };
        let apprentices = match self.pupils() {
            Some(pupils) => Count::Pupils(pupils),
            None => Count::Percent(self.apprentices),
        };
        Prospectus { kind, apprentices, days, days_each, seed: self.seed }
    }
}
