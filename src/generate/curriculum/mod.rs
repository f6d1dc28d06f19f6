//! What is taught: subjects, and how many lessons a week of each.

pub(super) mod danish;
pub(super) mod swedish;

/// What teachers are trained in. A teacher has one field, and a few of its subjects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// The mother tongue and the subjects that go with it.
    Humanities,
    /// Maths and the sciences.
    Science,
    /// Foreign languages.
    Languages,
    /// Sports, arts and crafts.
    Practical,
    /// A trade.
    Trade,
}

/// A subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Subject {
    /// Its code in the timetable.
    pub(super) code: &'static str,
    /// Who teaches it.
    pub(super) field: Field,
    /// The kind of rooms that it needs; `None`: the class's own room will do.
    pub(super) kind: Option<&'static str>,
}

const fn subject(code: &'static str, field: Field) -> Subject {
    Subject { code, field, kind: None }
}

impl Subject {
    /// The same subject in rooms of a kind.
    const fn in_a(self, kind: &'static str) -> Self {
        Self { kind: Some(kind), ..self }
    }
}
