//! What a proposed map says to the person who is to correct it.

use crate::domain::Language;
use crate::words::say;

/// The comments above a map, one in each line; `file` is the table as it is named on a command line.
pub(super) fn opening(file: &str, language: Language) -> [String; 4] {
    let command = format!("import --from table {file} --map map.toml --out SCHOOL");
    [
        say!(
            language,
            "Her står, hvilken kolonne i {file} der er hvad. Ret det, og så: {command}",
            "Här står vilken kolumn i {file} som är vad. Rätta det, och sedan: {command}",
            "Here is which column of {file} is what. Correct it, then: {command}"
        ),
        say!(
            language,
            "class (klasse), subject (fag), day (dag) og period (lektion) skal med (i stedet for period kan start og end stå); teacher (lærer), room (lokale), group (hold), lesson (kobling), week (uge) og locked (låst) kan undværes.",
            "class (klass), subject (ämne), day (dag) och period (lektion) måste vara med (i stället för period kan start och end stå); teacher (lärare), room (sal), group (grupp), lesson (koppling), week (vecka) och locked (låst) kan undvaras.",
            "class, subject, day and period are needed (start and end may stand in place of period); teacher, room, group, lesson, week and locked are not."
        ),
        say!(
            language,
            "En kolonne er dens overskrift eller dens nummer fra 1; headings er linjen med overskrifterne, 0 = der er ingen.",
            "En kolumn är dess rubrik eller dess nummer från 1; headings är raden med rubrikerna, 0 = det finns inga.",
            "A column is its heading or its number from 1; headings is the line of the headings, 0 = there are none."
        ),
        say!(
            language,
            "list er det, der står mellem flere navne i en celle, under [lists] for en enkelt kolonne. I [weeks] er \"\" hver uge og \"-\" uger, der ikke tages med. Dage skrives man, tirs …; lektioner 3 eller 3-4. Skriv noget i stedet for hvert \"?\".",
            "list är det som står mellan flera namn i en cell, under [lists] för en enskild kolumn. I [weeks] är \"\" varje vecka och \"-\" veckor som inte tas med. Dagar skrivs mån, tis …; lektioner 3 eller 3-4. Skriv något i stället för varje \"?\".",
            "list is what stands between several names in a cell, under [lists] for a single column. In [weeks], \"\" is every week and \"-\" weeks that are left out. Days are mon, tue …; periods 3 or 3-4. Write something in place of each \"?\"."
        ),
    ]
}
