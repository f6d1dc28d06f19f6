//! Which day: every class and every way to be away, the classes' days chosen together, and one day for all.

mod plan;

use std::collections::BTreeSet;

use super::ask::{Asking, Step, solve_each};
use super::cast::Cast;
use super::effect::Effect;
use crate::domain::{Alternative, ClassName, PupilKey, School};
use crate::pipeline::{Answer, Refusal, Status};

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// The classes with apprentices.
    Classes {
        /// Who else is away while one class is asked about.
        others: Others,
        /// Which answers are wanted.
        parts: BTreeSet<Part>,
    },
    /// One pupil, while all others stay as they are.
    Pupil(PupilKey),
}

/// The apprentices of other classes, while one class is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// They count as pupils without a placement.
    Absent,
    /// They are away as in the file.
    AsInFile,
}

/// A part of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Each class by itself.
    Rows,
    /// Each class's way chosen, so that the whole school's points are fewest.
    Joint,
    /// All apprentices away at once.
    Common,
}

/// The answer: each part where it was asked for.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The classes in alphabetical order, or the one pupil.
    pub rows: Option<Vec<Row>>,
    /// The ways chosen together.
    pub joint: Option<Joint>,
    /// One way for all.
    pub common: Option<Vec<Cell>>,
}

/// A class, or one pupil of it, with each way to be away.
#[derive(Clone, Debug)]
pub struct Row {
    /// The class.
    pub class: ClassName,
    /// The pupil, if the question is about one.
    pub pupil: Option<PupilKey>,
    /// What the school costs without the pupil, if the question is about one.
    pub without: Option<Answer>,
    /// One for each way.
    pub cells: Vec<Cell>,
}

/// One way to be away, and what it costs.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The way.
    pub away: Alternative,
    /// Whether classmates are away then in the file, and have no other alternative.
    pub in_use: bool,
    /// The answer.
    pub answer: Answer,
    /// What its proposal does, if it has one.
    pub effect: Option<Effect>,
}

/// The classes' ways chosen together.
#[derive(Clone, Debug)]
pub struct Joint {
    /// The answer.
    pub answer: Answer,
    /// What its proposal does, if it has one.
    pub effect: Option<Effect>,
    /// Each class and the way it is given; empty without a proposal.
    pub away: Vec<(ClassName, Alternative)>,
}

/// Answers `question` about `school`, a baseline without faults.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn compare(
    school: &School,
    question: &Question,
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Step),
) -> Result<Comparison, Refusal> {
    let plan = plan::Plan::new(school, question);
    let answers = solve_each(school, &plan.casts(), asking, tell)?;
    Ok(plan.read(answers))
}

/// Answers for one class alone, way by way; each is told when it is known, with its index among the ways.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn compare_class(
    school: &School,
    class: &ClassName,
    others: Others,
    asking: Asking<'_>,
    tell: &mut dyn FnMut(usize, &Cell),
) -> Result<Vec<Cell>, Refusal> {
    let ways = plan::Ways::new(school, class, others);
    let ask = |(index, cast): (usize, &Cast)| {
        let answer = solve_each(school, std::slice::from_ref(cast), asking, &mut |_| ())?.remove(0);
        let cell = ways.read(index, answer);
        tell(index, &cell);
        Ok(cell)
    };
    ways.casts().enumerate().map(ask).collect()
}

impl Comparison {
    /// Whether anything is known: a proposal or a proof that there is none. A school without apprentices asks nothing.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        let rows = self.rows.iter().flatten().flat_map(|row| &row.cells);
        let cells = rows.chain(self.common.iter().flatten()).map(|cell| &cell.answer);
        let mut answers = cells.chain(self.joint.iter().map(|joint| &joint.answer)).peekable();
        answers.peek().is_none() || answers.any(|answer| answer.status != Status::Undecided)
    }
}
