//! What places in other programs' files hold, in Danish, Swedish and English side by side.

use crate::diagnostic::Field;

/// What a person calls it; what only the file has a name for keeps that name.
pub(super) fn said(field: &Field) -> [&str; 3] {
    match field {
        Field::Class => ["klasse", "klass", "class"],
        Field::Teacher => ["lærer", "lärare", "teacher"],
        Field::Subject => ["fag", "ämne", "subject"],
        Field::Room => ["lokale", "sal", "room"],
        Field::Pupils => ["elevgruppe", "elevgrupp", "set of pupils"],
        Field::Day => ["dag", "dag", "day"],
        Field::Period => ["lektion", "lektion", "period"],
        Field::Slot => ["dag og lektion", "dag och lektion", "day and period"],
        Field::Times => ["ringetider", "ringtider", "times of a period"],
        Field::Surname => ["efternavn", "efternamn", "surname"],
        Field::FirstName => ["fornavn", "förnamn", "first name"],
        Field::PersonnelNumber => ["medarbejdernummer", "anställningsnummer", "personnel number"],
        Field::Gender => ["køn", "kön", "gender"],
        Field::Email => ["e-mail", "e-post", "e-mail"],
        Field::Phone => ["telefon", "telefon", "phone"],
        Field::Mobile => ["mobil", "mobil", "mobile"],
        Field::BirthDate => ["fødselsdato", "födelsedatum", "birth date"],
        Field::Own(name) => [name; 3],
    }
}
