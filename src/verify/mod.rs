//! CERTIFY: a school and a certificate → whether the certificate proves what it claims, in whole numbers.
//!
//! This room shares nothing with the search: it reads the law again, by names, slowly and obviously. Every inequality is
//! worked out from the school (`named`), or follows from earlier ones by adding and rounding (`inequality`); a tree of cases
//! covers all timetables (`tree`), and in each case multipliers of inequalities show that nothing in it costs less than the
//! points that are claimed (`price`), or that single starts and alternatives cannot be in anything that does. What the file
//! says is never believed: whatever it says, a certificate that is accepted is a proof.
//!
//! # Source
//! The idea is that of certificates for mixed integer programs: K. Cheung, A. Gleixner, D. Steffy: Verifying Integer
//! Programming Results (2017).

mod case;
mod conflict;
mod days;
mod facts;
mod gaps;
mod inequality;
mod lengths;
mod line;
mod loads;
mod named;
mod places;
mod price;
mod pupils;
mod tree;

use crate::domain::{Effort, School};
use facts::Facts;
use line::Line;
use pupils::Pupils;
use tree::Proof;

/// The version of the format that is read.
pub const VERSION: u32 = 1;

/// What a certificate that holds proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// No timetable has fewer points; `None`: there is none at all.
    pub points: Option<i64>,
    /// How many inequalities and cases it took.
    pub inequalities: usize,
    /// See `inequalities`.
    pub cases: usize,
}

/// Why a certificate proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The line of the file, from 1; 0 for the file as a whole.
    pub line: usize,
    /// The reason.
    pub reason: Reason,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is no line of a certificate; what the reader of JSON says.
    Unreadable(String),
    /// The file does not begin as a certificate of this version does.
    NoCertificate,
    /// The certificate is of another school, or of this one before it was changed.
    OtherSchool,
    /// The school has nothing of this kind with this name.
    Unknown {
        /// What kind of thing.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// The law does not imply what the line says.
    NotImplied,
    /// A multiplier or a divisor is less than it may be.
    Negative,
    /// Numbers are too large to be sure of.
    TooLarge,
    /// It speaks of a row that no earlier line makes.
    NoSuchRow,
    /// It speaks of a period that no earlier line makes.
    NoSuchPeriod,
    /// It speaks of shared days that no earlier line makes.
    NoSuchDays,
    /// It speaks of a case that is not there, or was divided.
    NoSuchCase,
    /// A division leaves something out.
    LeftOut,
    /// It says what must be said before or after what stands around it.
    OutOfPlace,
    /// The file ends without a claim.
    NoClaim,
    /// A case is left in which something could cost fewer points than are claimed.
    Open {
        /// The case.
        case: usize,
        /// Nothing in it costs less than this, as far as is proven.
        points: i64,
    },
}

impl Reason {
    fn unknown(what: &'static str, name: &str) -> Self {
        Self::Unknown { what, name: name.to_owned() }
    }
}

/// Whether the `lines` of a certificate prove what they claim of `school`, a baseline without faults.
///
/// # Errors
/// The first line that does not hold, or what is missing at the end.
pub fn verify(school: &School, lines: &[&str]) -> Result<Verified, Refusal> {
    let effort = begin(school, lines.first()).map_err(|reason| refusal(0, reason))?;
    let mut read = Vec::with_capacity(lines.len());
    for (number, text) in lines.iter().enumerate() {
        let parsed = serde_json::from_str::<Line>(text);
        let line =
            parsed.map_err(|error| refusal(number, Reason::Unreadable(error.to_string())))?;
        read.push(line);
    }
    let Some(Line::Claim(points)) = read.last() else {
        return Err(Refusal { line: lines.len(), reason: Reason::NoClaim });
    };
    let facts = Facts::of(school, effort);
    let pupils = Pupils::of(&facts);
    let declared = tree::declared(&facts, &pupils, &read);
    let (periods, days, first) = declared.map_err(|(number, reason)| refusal(number, reason))?;
    let mut proof = Proof::new(&facts, &pupils, (&periods, &days), *points);
    let body = read.iter().enumerate().take(read.len() - 1).skip(first);
    for (number, line) in body {
        proof.read(line).map_err(|reason| refusal(number, reason))?;
    }
    proof.conclude().map_err(|reason| Refusal { line: lines.len(), reason })
}

/// Under which effort a certificate was written, if it says so.
#[must_use]
pub fn effort_of(lines: &[&str]) -> Option<Effort> {
    let first = serde_json::from_str::<Line>(lines.first()?).ok()?;
    let Line::Certificate(_, _, effort) = first else { return None };
    effort_named(&effort)
}

fn effort_named(effort: &str) -> Option<Effort> {
    match effort {
        "strict" => Some(Effort::Strict),
        "best" => Some(Effort::Best),
        _ => None,
    }
}

const fn refusal(number: usize, reason: Reason) -> Refusal {
    Refusal { line: number + 1, reason }
}

fn begin(school: &School, first: Option<&&str>) -> Result<Effort, Reason> {
    let first = first.and_then(|text| serde_json::from_str::<Line>(text).ok());
    let Some(Line::Certificate(VERSION, digested, effort)) = first else {
        return Err(Reason::NoCertificate);
    };
    if digested != school.digest() {
        return Err(Reason::OtherSchool);
    }
    effort_named(&effort).ok_or(Reason::NoCertificate)
}
