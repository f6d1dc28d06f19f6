//! What a place in another program's file holds, as a person at a school calls it.

/// What a cell, an attribute or an element holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Field {
    Class,
    Teacher,
    Subject,
    Room,
    Pupils,
    Day,
    Period,
    Slot,
    Times,
    Surname,
    FirstName,
    PersonnelNumber,
    Gender,
    Email,
    Phone,
    Mobile,
    BirthDate,
    /// What the file itself calls it.
    Own(String),
}

impl From<&str> for Field {
    fn from(own: &str) -> Self {
        Self::Own(own.to_owned())
    }
}
