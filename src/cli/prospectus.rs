//! The options that say what a generated school is like.

use clap::{Args, ValueEnum};

use crate::generate::{AwayDays, Count, DaysEach, DistrictProspectus, Kind, Prospectus};

/// What a school is to be like.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Wishes {
    /// What kind of school
    #[arg(long, default_value = "folkeskole")]
    kind: KindName,
    /// Classes of each grade, for folkeskole and modules
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=6))]
    parallel: u16,
    /// Classes in all, for gymnasium
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u16).range(7..=150))]
    classes: u16,
    /// Apprentices, of a hundred pupils in grades 8 and 9 (gymnasium: in the introductory classes)
    #[arg(long, value_name = "PERCENT", default_value_t = 5, value_parser = clap::value_parser!(u8).range(0..=100))]
    apprentices: u8,
    /// Apprentices in all, instead
    #[arg(long, value_name = "N", conflicts_with = "apprentices", value_parser = clap::value_parser!(u32).range(1..))]
    pupils: Option<u32>,
    /// On which days apprentices are away
    #[arg(long, default_value = "spread")]
    days: DaysName,
    /// On how many days each of them is
    #[arg(long, value_name = "N", default_value = "2")]
    days_each: DaysEachName,
    /// Which school; the same seed gives the same files
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum KindName {
    /// A Danish school, grades 1 to 9, in lessons of 45 minutes
    Folkeskole,
    /// The same in modules of 90 minutes and weeks A and B
    Modules,
    /// A Swedish upper secondary school
    Gymnasium,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DaysName {
    /// Each on any days, at most two days in a class; a few on one of the two
    Spread,
    /// All of a class on the same
    PerClass,
    /// All of the school on the same
    Shared,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DaysEachName {
    /// One day a week
    #[value(name = "1")]
    One,
    /// Two days a week
    #[value(name = "2")]
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
