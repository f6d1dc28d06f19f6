//! A Swedish upper secondary school: programmes, their subjects, for how long in each year.
//!
//! The numbers are of the usual size for periods of 50 minutes; no school's own plan is copied.

use super::Field::{Humanities, Languages, Practical, Science, Trade};
use super::{Subject, subject};

const SWEDISH: Subject = subject("SVE", Humanities);
const ENGLISH: Subject = subject("ENG", Languages);
const MATHS: Subject = subject("MAT", Science);
const HISTORY: Subject = subject("HIS", Humanities);
const SOCIETY: Subject = subject("SHK", Humanities);
const RELIGION: Subject = subject("REL", Humanities);
const PHILOSOPHY: Subject = subject("FIL", Humanities);
const PSYCHOLOGY: Subject = subject("PSY", Humanities);
const GEOGRAPHY: Subject = subject("GEO", Science);
const SCIENCE: Subject = subject("NKU", Science);
const SPORTS: Subject = subject("IDR", Practical).in_a("idrottshall");
const BUSINESS: Subject = subject("FEK", Trade);
const LAW: Subject = subject("JUR", Trade);
const TECHNOLOGY: Subject = subject("TEK", Trade).in_a("tekniksal");
const CODING: Subject = subject("PRG", Trade).in_a("datasal");
const BUILDING: Subject = subject("BYG", Trade).in_a("byggverkstad");
const CARE: Subject = subject("VÅR", Trade).in_a("vårdsal");
const COOKING: Subject = subject("HKK", Practical).in_a("kök");
const BIOLOGY: Subject = subject("BIO", Science).in_a("labb");
pub(in crate::generate) const PHYSICS: Subject = subject("FYS", Science).in_a("labb");
pub(in crate::generate) const CHEMISTRY: Subject = subject("KEM", Science).in_a("labb");

/// The languages between which pupils choose.
pub(in crate::generate) const LANGUAGES: [Subject; 3] =
    [subject("SPA", Languages), subject("TYS", Languages), subject("FRA", Languages)];
/// The courses between which pupils choose in later years.
pub(in crate::generate) const COURSES: [Subject; 6] = [
    subject("PSY", Humanities),
    subject("MIL", Science),
    subject("RET", Languages),
    subject("GEO", Science),
    subject("JUR", Trade),
    subject("BIL", Practical).in_a("bildsal"),
];

/// Periods a week in years 1, 2 and 3.
pub(in crate::generate) type Years = [u8; 3];

/// A programme.
#[derive(Debug)]
pub(in crate::generate) struct Programme {
    /// Its letters in the names of its classes.
    pub(in crate::generate) letters: &'static str,
    /// What a class has as a whole, or in halves where there are laboratory lessons.
    pub(in crate::generate) subjects: &'static [(Subject, Years)],
    /// The languages, in a band with other classes of the year.
    pub(in crate::generate) languages: Years,
    /// The courses of a pupil's choice, in a band with other classes of the year.
    pub(in crate::generate) choice: Years,
    /// Physics and chemistry in halves of the class, in turns; periods of each.
    pub(in crate::generate) laboratory: Years,
}

/// The programme whose pupils may be apprentices.
pub(in crate::generate) const INTRODUCTION: Programme = Programme {
    letters: "IM",
    subjects: &[
        (SWEDISH, [6, 6, 5]),
        (MATHS, [5, 5, 4]),
        (ENGLISH, [4, 3, 3]),
        (SOCIETY, [3, 2, 3]),
        (HISTORY, [0, 2, 2]),
        (SCIENCE, [2, 2, 2]),
        (SPORTS, [2, 2, 2]),
        (COOKING, [3, 3, 3]),
    ],
    languages: [0; 3],
    choice: [0, 2, 2],
    laboratory: [0; 3],
};

const NATURE: Programme = Programme {
    letters: "NA",
    subjects: &[
        (SWEDISH, [3, 3, 3]),
        (ENGLISH, [3, 3, 2]),
        (MATHS, [4, 4, 4]),
        (HISTORY, [2, 0, 2]),
        (SOCIETY, [3, 0, 0]),
        (RELIGION, [0, 2, 0]),
        (PHYSICS, [0, 2, 3]),
        (CHEMISTRY, [0, 2, 2]),
        (BIOLOGY, [2, 3, 3]),
        (SPORTS, [2, 2, 0]),
    ],
    languages: [3, 3, 0],
    choice: [0, 0, 4],
    laboratory: [2, 2, 2],
};

const TECHNICS: Programme = Programme {
    letters: "TE",
    subjects: &[
        (SWEDISH, [3, 3, 3]),
        (ENGLISH, [3, 3, 0]),
        (MATHS, [4, 4, 3]),
        (HISTORY, [2, 0, 2]),
        (SOCIETY, [0, 3, 0]),
        (RELIGION, [0, 0, 2]),
        (PHYSICS, [2, 2, 2]),
        (TECHNOLOGY, [4, 3, 5]),
        (CODING, [2, 4, 4]),
        (SPORTS, [2, 2, 0]),
    ],
    languages: [0; 3],
    choice: [0, 0, 4],
    laboratory: [2, 2, 0],
};

const SOCIAL: Programme = Programme {
    letters: "SA",
    subjects: &[
        (SWEDISH, [4, 3, 4]),
        (ENGLISH, [3, 3, 2]),
        (MATHS, [4, 3, 0]),
        (HISTORY, [3, 3, 2]),
        (SOCIETY, [4, 3, 4]),
        (RELIGION, [0, 2, 2]),
        (PHILOSOPHY, [0, 0, 2]),
        (PSYCHOLOGY, [2, 2, 2]),
        (GEOGRAPHY, [2, 2, 3]),
        (SCIENCE, [2, 2, 0]),
        (SPORTS, [2, 2, 0]),
    ],
    languages: [3, 3, 0],
    choice: [0, 0, 4],
    laboratory: [0; 3],
};

const ECONOMY: Programme = Programme {
    letters: "EK",
    subjects: &[
        (SWEDISH, [3, 3, 4]),
        (ENGLISH, [3, 3, 2]),
        (MATHS, [4, 4, 3]),
        (HISTORY, [2, 2, 0]),
        (SOCIETY, [3, 2, 2]),
        (RELIGION, [0, 0, 2]),
        (BUSINESS, [4, 4, 5]),
        (LAW, [0, 3, 3]),
        (SCIENCE, [2, 2, 0]),
        (SPORTS, [2, 2, 0]),
    ],
    languages: [3, 3, 0],
    choice: [0, 0, 4],
    laboratory: [0; 3],
};

const CONSTRUCTION: Programme = Programme {
    letters: "BA",
    subjects: &[
        (SWEDISH, [3, 3, 0]),
        (ENGLISH, [3, 0, 0]),
        (MATHS, [3, 0, 0]),
        (HISTORY, [0, 2, 2]),
        (SOCIETY, [0, 3, 2]),
        (RELIGION, [0, 0, 2]),
        (SCIENCE, [2, 2, 0]),
        (SPORTS, [2, 2, 2]),
        (BUILDING, [8, 10, 10]),
    ],
    languages: [0; 3],
    choice: [0, 0, 2],
    laboratory: [0; 3],
};

const HEALTH: Programme = Programme {
    letters: "VO",
    subjects: &[
        (SWEDISH, [3, 3, 3]),
        (ENGLISH, [3, 0, 0]),
        (MATHS, [3, 0, 0]),
        (HISTORY, [0, 2, 0]),
        (SOCIETY, [2, 3, 2]),
        (PSYCHOLOGY, [2, 2, 2]),
        (RELIGION, [0, 0, 2]),
        (SCIENCE, [2, 2, 0]),
        (SPORTS, [2, 2, 2]),
        (CARE, [8, 8, 10]),
    ],
    languages: [0; 3],
    choice: [0, 0, 2],
    laboratory: [0; 3],
};

/// The programmes of the classes of a year, as often as schools have them; after the last it begins anew.
pub(in crate::generate) static OFFERED: [&Programme; 10] = [
    &NATURE,
    &SOCIAL,
    &INTRODUCTION,
    &ECONOMY,
    &TECHNICS,
    &NATURE,
    &SOCIAL,
    &CONSTRUCTION,
    &ECONOMY,
    &HEALTH,
];
