//! Seeded realistic schools, for benchmarks, properties and demonstrations. Nothing is read, written or judged here.
//!
//! The way of a school: what is taught to whom (`folkeskole`, `gymnasium`, by the `curriculum`), who teaches it
//! (`staff`) and in how many `rooms`, when (`schedule`), and the whole put together (`assemble`).

mod apprentices;
mod assemble;
mod away;
mod chance;
mod courses;
mod curriculum;
mod district;
mod draft;
mod folkeskole;
mod gather;
mod gymnasium;
mod rooms;
mod schedule;
mod staff;

use crate::domain::{ClassName, Language, School};
use away::Away;
use chance::Chance;
use draft::Draft;

pub use district::{DistrictProspectus, Schools, generate_district};

/// What a school is to be like. The same prospectus always gives the same school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prospectus {
    /// What kind of school, and how large.
    pub kind: Kind,
    /// How many apprentices.
    pub apprentices: Count,
    /// On which days they are away.
    pub days: AwayDays,
    /// On how many days each of them is.
    pub days_each: DaysEach,
    /// Which of the schools that this describes.
    pub seed: u64,
}

/// A kind of school and its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A Danish folkeskole, grades 1 to 9, in lessons of 45 minutes.
    Folkeskole {
        /// Classes of each grade, 1 to 26; schools have 1 to 6.
        parallel: usize,
    },
    /// The same in modules of 90 minutes and two weeks, A and B.
    Modules {
        /// Classes of each grade, 1 to 26.
        parallel: usize,
    },
    /// A Swedish upper secondary school, whose introductory classes have apprentices.
    Gymnasium {
        /// Classes in all, from 7 on (the first introductory class is the third of its year); schools have 60 to 120.
        classes: usize,
    },
}

/// A number of apprentices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Of a hundred pupils in the classes that have apprentices; at least one in all.
    Percent(u8),
    /// In all, at least one.
    Pupils(usize),
}

/// On which days apprentices are away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwayDays {
    /// Each on any day, those of a class on two days at most. Who is away on two days is so on both, or, as some are,
    /// on one of them.
    Spread,
    /// All of a class on the same.
    PerClass,
    /// All of the school on the same, on one course. Where that is two days, they are gathered in so many classes as
    /// can be without them at once.
    Shared,
}

/// On how many days of the week an apprentice is away. With three, hardly more slots would be left than core lessons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DaysEach {
    /// On one.
    One,
    /// On two, as a rule.
    Two,
}

/// The subjects that an apprentice needs.
#[derive(Clone, Copy)]
struct Core {
    /// Of which no lesson may be missed.
    required: &'static [&'static str],
    /// Of which none should be.
    desired: &'static [&'static str],
}

/// How many schools are begun before a prospectus is given up.
const ATTEMPTS: usize = 5;

/// The school of a prospectus; `None` if no timetable is found, as may be for sizes that schools do not have.
#[must_use]
pub fn generate(prospectus: &Prospectus) -> Option<School> {
    let mut chance = Chance::new(prospectus.seed);
    (0..ATTEMPTS).find_map(|_| attempt(prospectus, &mut chance))
}

fn attempt(prospectus: &Prospectus, chance: &mut Chance) -> Option<School> {
    let (language, core) = prospectus.kind.custom();
    let mut draft = prospectus.kind.draft(chance);
    staff::hire(&mut draft, core, chance);
    rooms::furnish(&mut draft);
    lock_some(&mut draft, core, chance);
    schedule::add_free_time(&mut draft, chance);
    let starts = schedule::schedule(&mut draft, chance)?;
    let mut school = assemble::assemble(&draft, &starts, language);
    school.name = Some(prospectus.kind.name(draft.classes.len()));
    let with_apprentices = draft.classes.iter().filter(|class| class.has_apprentices);
    let classes: Vec<ClassName> =
        with_apprentices.map(|class| ClassName::from(class.name.as_str())).collect();
    let away = Away::new(prospectus.days, prospectus.days_each, chance);
    let wish = (prospectus.apprentices, away, core);
    school.apprentices = apprentices::apprentices(&school, &classes, wish, chance);
    Some(school)
}

impl Kind {
    fn draft(self, chance: &mut Chance) -> Draft {
        match self {
            Self::Folkeskole { parallel } => folkeskole::with_lessons(parallel, chance),
            Self::Modules { parallel } => folkeskole::with_modules(parallel, chance),
            Self::Gymnasium { classes } => gymnasium::with_programmes(classes, chance),
        }
    }

    /// The language of the school, and what its apprentices need.
    const fn custom(self) -> (Language, Core) {
        match self {
            Self::Folkeskole { .. } | Self::Modules { .. } => {
                (Language::Danish, Core { required: &["DAN", "MAT"], desired: &["ENG"] })
            }
            Self::Gymnasium { .. } => {
                (Language::Swedish, Core { required: &["SVE", "MAT"], desired: &["ENG"] })
            }
        }
    }

    fn name(self, classes: usize) -> String {
        match self {
            Self::Folkeskole { .. } => format!("Folkeskole med {classes} klasser"),
            Self::Modules { .. } => format!("Folkeskole med {classes} klasser og moduler"),
            Self::Gymnasium { .. } => format!("Gymnasieskola med {classes} klasser"),
        }
    }
}

/// Locks one in fifty of the units that are no core lessons, and at least two: swimming in the town's bath, guests.
fn lock_some(draft: &mut Draft, core: Core, chance: &mut Chance) {
    let is_core = |code: &&str| core.required.contains(code) || core.desired.contains(code);
    let mut others: Vec<usize> = (0..draft.units.len())
        .filter(|&unit| {
            let strands = draft.units[unit].strands.iter();
            let mut codes = strands.map(|strand| draft.jobs[strand.job].subject.code);
            !codes.any(|code| is_core(&code))
        })
        .collect();
    chance.shuffle(&mut others);
    for &unit in others.iter().take((draft.units.len() / 50).max(2)) {
        draft.units[unit].locked = true;
    }
}
