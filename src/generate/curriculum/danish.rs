//! The Danish folkeskole: which subjects, in which grades, for how long.

use super::Field::{Humanities, Languages, Practical, Science};
use super::{Subject, subject};

pub(in crate::generate) const DANISH: Subject = subject("DAN", Humanities);
pub(in crate::generate) const GERMAN: Subject = subject("TYS", Languages);
pub(in crate::generate) const FRENCH: Subject = subject("FRA", Languages);
pub(in crate::generate) const RELIGION: Subject = subject("KRI", Humanities);
pub(in crate::generate) const GEOGRAPHY: Subject = subject("GEO", Science);
pub(in crate::generate) const CRAFTS: Subject = subject("HDS", Practical).in_a("værksted");
pub(in crate::generate) const COOKING: Subject = subject("MAD", Practical).in_a("køkken");
/// The class's own time, with its Danish teacher.
pub(in crate::generate) const CLASS_TIME: Subject = subject("KLA", Humanities);
const ELECTIVE: Subject = subject("VAL", Practical);

/// Lessons of 45 minutes a week, in grades 1 to 9: 30 hours a year are one lesson a week, for a year has 40 weeks.
/// German stands for the second foreign language, whichever a pupil has.
///
/// # Source
/// Folkeskoleloven, annex 1 (minimum and guiding hours), <https://www.elov.dk/bilag/bilag-1-til-folkeskoleloven/>.
pub(in crate::generate) const LESSONS: [(Subject, [u8; 9]); 18] = [
    (DANISH, [11, 11, 8, 7, 7, 7, 7, 7, 7]),
    (subject("MAT", Science), [5, 5, 5, 5, 5, 5, 5, 5, 5]),
    (subject("ENG", Languages), [1, 1, 2, 2, 3, 3, 3, 3, 3]),
    (GERMAN, [0, 0, 0, 0, 2, 2, 3, 3, 3]),
    (subject("HIS", Humanities), [0, 0, 1, 2, 2, 2, 2, 2, 2]),
    (RELIGION, [2, 1, 1, 1, 1, 2, 1, 1, 1]),
    (subject("SAM", Humanities), [0, 0, 0, 0, 0, 0, 0, 2, 2]),
    (subject("N/T", Science).in_a("naturlokale"), [1, 2, 2, 3, 2, 2, 0, 0, 0]),
    (GEOGRAPHY, [0, 0, 0, 0, 0, 0, 2, 1, 1]),
    (subject("BIO", Science).in_a("naturlokale"), [0, 0, 0, 0, 0, 0, 2, 2, 1]),
    (subject("F/K", Science).in_a("fysik"), [0, 0, 0, 0, 0, 0, 2, 2, 3]),
    (subject("IDR", Practical).in_a("hal"), [2, 2, 2, 2, 2, 2, 3, 3, 3]),
    (subject("MUS", Practical).in_a("musik"), [2, 2, 2, 2, 2, 1, 0, 0, 0]),
    (subject("BIL", Practical).in_a("billedkunst"), [1, 2, 2, 2, 1, 1, 0, 0, 0]),
    (CRAFTS, [0, 0, 2, 3, 2, 2, 0, 0, 0]),
    (COOKING, [0, 0, 0, 0, 2, 2, 0, 0, 0]),
    (ELECTIVE, [0, 0, 0, 0, 0, 0, 2, 2, 2]),
    (CLASS_TIME, [0; 9]),
];

/// What pupils can elect: the part of the division, and the rooms that it needs.
pub(in crate::generate) const ELECTIVES: [(&str, Subject); 5] = [
    ("MUS", ELECTIVE.in_a("musik")),
    ("BIL", ELECTIVE.in_a("billedkunst")),
    ("HDS", ELECTIVE.in_a("værksted")),
    ("MAD", ELECTIVE.in_a("køkken")),
    ("IDR", ELECTIVE.in_a("hal")),
];

/// Whether it is what pupils elect.
pub(in crate::generate) fn is_elective(subject: Subject) -> bool {
    subject == ELECTIVE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_grade_has_the_hours_that_the_law_sums_up_to() {
        let hours = [750, 780, 810, 870, 930, 930, 960, 990, 990];
        for (grade, hours) in hours.into_iter().enumerate() {
            let lessons: u32 = LESSONS.iter().map(|(_, by_grade)| u32::from(by_grade[grade])).sum();
            assert_eq!(lessons * 30, hours, "grade {}", grade + 1);
        }
    }
}
