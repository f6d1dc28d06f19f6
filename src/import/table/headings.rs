//! What other programs call the columns of a list of lessons.

use crate::input::{fold, timetable_column};

/// Headings in the letters and digits that they are written with, the likeliest for a column first.
///
/// # Source
/// Exports of Aula, `KMD Educa`, Tabulex, `Skola24`, Vklass and Excel lists as schools keep them; no list of them exists.
const HEADINGS: [(&str, &[&str]); 11] = [
    (
        "class",
        &[
            "klasse",
            "klasser",
            "klassehold",
            "holdklasse",
            "klass",
            "klasser",
            "class",
            "classes",
            "holdnavn",
            "stamklasse",
            "stamhold",
            "klassenavn",
            "klassebetegnelse",
            "klassetrin",
            "klassnamn",
            "klassgrupp",
            "hold",
            "grupper",
            "grupp",
            "undervisningsgrupp",
            "elevgrupp",
            "elevgrupper",
            "group",
            "groups",
        ],
    ),
    (
        "subject",
        &[
            "fag",
            "ämne",
            "subject",
            "fagkode",
            "fagnavn",
            "ämneskod",
            "ämnesnamn",
            "kursämne",
            "ämnekurs",
            "kurs",
            "kurskod",
            "kursnamn",
            "course",
            "emne",
            "fagemne",
            "fagaktivitet",
            "ämneaktivitet",
            "fagbetegnelse",
            "undervisningsfag",
            "aktivitet",
            "fach",
        ],
    ),
    (
        "day",
        &[
            "dag",
            "ugedag",
            "dagnr",
            "dagnummer",
            "ugedagnr",
            "veckodagnr",
            "veckodag",
            "day",
            "weekday",
            "dagnavn",
            "dato",
            "datum",
            "date",
            "tag",
            "wochentag",
        ],
    ),
    (
        "period",
        &[
            "lektion",
            "period",
            "periods",
            "lektioner",
            "lektionsnr",
            "lektionsnummer",
            "lektionnr",
            "modul",
            "modulnr",
            "time",
            "timer",
            "lesson",
            "pass",
            "position",
            "hour",
            "stunde",
            "tid",
            "tider",
            "tidsrum",
            "klokkeslæt",
            "klockslag",
        ],
    ),
    (
        "start",
        &[
            "starttidspunkt",
            "starttid",
            "start",
            "starter",
            "startar",
            "fra",
            "från",
            "frakl",
            "begynder",
            "börjar",
            "starttime",
            "from",
            "kl",
            "tidfra",
            "tidfrån",
        ],
    ),
    (
        "end",
        &[
            "sluttidspunkt",
            "sluttid",
            "slut",
            "slutter",
            "slutar",
            "til",
            "till",
            "tilkl",
            "endtime",
            "end",
            "to",
            "tidtil",
        ],
    ),
    (
        "teacher",
        &[
            "lærer",
            "lærere",
            "medarbejderinit",
            "medarbejderinitialer",
            "lærerinitialer",
            "initialer",
            "init",
            "lærerinit",
            "lärare",
            "lärarsignatur",
            "signatur",
            "sign",
            "teacher",
            "teachers",
            "medarbejder",
            "medarbejdere",
            "underviser",
            "undervisere",
            "undervisare",
            "personal",
            "ansvarlig",
            "lehrer",
            "voksne",
            "voksen",
            "resurse",
            "resurs",
            "resurser",
            "pedagog",
            "pedagoger",
            "pædagog",
            "ansatte",
            "personale",
        ],
    ),
    (
        "room",
        &[
            "lokale",
            "lokaler",
            "lok",
            "lokalenavn",
            "lokalebetegnelse",
            "rum",
            "sal",
            "salar",
            "salnamn",
            "lokal",
            "room",
            "rooms",
            "sted",
            "lokation",
            "location",
            "plats",
            "raum",
        ],
    ),
    (
        "group",
        &[
            "gruppe",
            "grupper",
            "delhold",
            "grupp",
            "delgrupp",
            "hold",
            "holdnavn",
            "del",
            "group",
            "halvklass",
        ],
    ),
    (
        "week",
        &[
            "uge",
            "uger",
            "ugetype",
            "vecka",
            "veckor",
            "veckotyp",
            "week",
            "weeks",
            "period",
            "periode",
            "läsperiod",
            "termin",
        ],
    ),
    (
        "lesson",
        &["lektionsid", "lessonid", "kobling", "koppling", "blok", "block", "aktivitetsid", "id"],
    ),
];

/// The columns that a heading may mean, each with how unlikely that is, from 0.
pub(super) fn meanings(heading: &str) -> Vec<(&'static str, usize)> {
    let bare: String = fold(heading).chars().filter(|sign| sign.is_alphanumeric()).collect();
    let known = HEADINGS.iter().filter_map(|(column, headings)| {
        let rank = headings.iter().position(|known| *known == bare)?;
        Some((*column, rank))
    });
    let mut known: Vec<(&'static str, usize)> = known.collect();
    if let Some(column) = timetable_column(heading)
        && !known.iter().any(|(other, _)| *other == column)
    {
        known.push((column, 0));
    }
    known
}

#[cfg(test)]
mod tests {
    use super::meanings;

    #[test]
    fn headings_of_other_programs_are_known() {
        for (heading, column) in [
            ("Hold/Klasse", "class"),
            ("Fagnavn", "subject"),
            ("Ugedag", "day"),
            ("Starttidspunkt", "start"),
            ("Sluttidspunkt", "end"),
            ("Medarbejder (init.)", "teacher"),
            ("Lokalenavn", "room"),
            ("Uger", "week"),
            ("Veckodag", "day"),
            ("Kurs/Ämne", "subject"),
            ("Grupper", "group"),
            ("Lärare", "teacher"),
            ("Salar", "room"),
            ("låst", "locked"),
        ] {
            let first = meanings(heading).into_iter().min_by_key(|(_, rank)| *rank);
            assert_eq!(first.map(|(column, _)| column), Some(column), "{heading}");
        }
        assert_eq!(meanings("Bemærkning"), []);
    }
}
