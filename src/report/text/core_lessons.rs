//! The apprentices: when they are away, and which core lessons they keep and miss.

use itertools::Itertools;

use super::table::{Side, Table};
use crate::diff::{Because, Offer, Tally};
use crate::report::words::{Words, core_headings};
use crate::words::stretch;

/// Pupil, class, away: of those for whom the program chose.
pub(super) fn chosen(offer: Offer<'_>) -> Table<3> {
    let mut table = Table::new([Side::Left, Side::Left, Side::Left]);
    for (apprentice, away) in offer.away() {
        if apprentice.alternatives.len() > 1 {
            table.push([&apprentice.pupil, &apprentice.class, &away.written]);
        }
    }
    table
}

/// Pupil, class, away, subject, level, lessons, missed before → after: of those who miss a lesson before or after.
pub(super) fn saved(offer: Offer<'_>, words: Words) -> Table<7> {
    use Side::{Left, Right};
    let mut table = Table::new([Left, Left, Left, Left, Left, Right, Right]);
    let missed = |tally: &Tally<'_>| tally.missed_before + tally.missed_after > 0;
    for tally in offer.tallies().into_iter().filter(missed) {
        table.head(core_headings(words.language));
        table.push([
            &tally.apprentice.pupil,
            &tally.apprentice.class,
            &tally.away.written,
            tally.subject,
            &words.level(tally.level),
            &tally.lessons,
            &format!("{} → {}", tally.missed_before, tally.missed_after),
        ]);
    }
    table
}

/// Pupil, class, subject, when, level, and why if not for being away: every period that is missed.
pub(super) fn missed(offer: Offer<'_>, words: Words) -> Table<6> {
    let mut table = Table::new([Side::Left; 6]);
    for missed in &offer.difference.missed {
        if let Some(apprentice) = offer.school.apprentices.get(missed.apprentice) {
            let because = match missed.because {
                Because::Away => "",
                other => words.because(other),
            };
            table.push([
                &apprentice.pupil,
                &apprentice.class,
                &missed.subject,
                &stretch(missed.slot, 1, words.language),
                &words.level(missed.level),
                &because,
            ]);
        }
    }
    table
}

/// Classes, subject, when, why, how many pupils and who: what guests miss of other subjects for core lessons, or on the way.
pub(super) fn missed_besides(offer: Offer<'_>, words: Words) -> Table<6> {
    use Side::{Left, Right};
    let mut table = Table::new([Left, Left, Left, Left, Right, Left]);
    for (missed, lesson, pupils) in offer.missed_besides() {
        table.push([
            &lesson.classes().iter().join("+"),
            &missed.subject,
            &stretch(missed.slot, 1, words.language),
            &words.because(missed.because),
            &pupils.len(),
            &pupils.iter().join(", "),
        ]);
    }
    table
}
