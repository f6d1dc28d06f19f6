//! Faults in sentences: where they are, how many there are, and what is likely behind them.

use std::fmt::Write as _;

use crate::diagnostic::{Location, Severity};
use crate::domain::Language;
use crate::words::{pick, say};

/// What is wrong and where: `Error in apprentices.csv, row 3, column B (class): …`.
pub(crate) fn head(
    severity: Severity,
    location: &Location,
    message: &str,
    language: Language,
) -> String {
    let level = match severity {
        Severity::Error => pick!(language, "Fejl", "Fel", "Error"),
        Severity::Warning => pick!(language, "Advarsel", "Varning", "Warning"),
    };
    if location.file.is_empty() {
        return format!("{level}: {message}");
    }
    let place = place(location, language);
    say!(
        language,
        "{level} i {place}: {message}",
        "{level} i {place}: {message}",
        "{level} in {place}: {message}"
    )
}

/// A file, a row and a column, as a spreadsheet counts them; lines of a text that is no table.
fn place(location: &Location, language: Language) -> String {
    let Location { file, line, column, .. } = location;
    let Some(line) = line else { return file.clone() };
    let mut place = format!("{file}, {} {line}", row(file, language));
    if let Some(letters) = location.letters() {
        place += &say!(language, ", kolonne {letters}", ", kolumn {letters}", ", column {letters}");
    }
    if let Some(heading) = column {
        let _ = write!(place, " ({heading})");
    }
    place
}

/// What the lines of a file are called.
fn row(file: &str, language: Language) -> &'static str {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if matches!(ending.as_str(), "xml" | "fet" | "toml" | "json") {
        return pick!(language, "linje", "rad", "line");
    }
    pick!(language, "række", "rad", "row")
}

/// How many more there are of a kind, and on which rows.
pub(crate) fn more(
    file: &str,
    count: usize,
    (lines, most): (&[u32], usize),
    language: Language,
) -> String {
    let mut named: Vec<String> = lines.iter().take(most).map(ToString::to_string).collect();
    named.extend((lines.len() > most).then(|| "…".to_owned()));
    let (named, row) = (named.join(", "), row(file, language));
    if named.is_empty() {
        return say!(
            language,
            "  og {count} mere af samme slags (--verbose viser dem alle)",
            "  och {count} till av samma slag (--verbose visar alla)",
            "  and {count} more of the same kind (--verbose shows them all)"
        );
    }
    say!(
        language,
        "  og {count} mere af samme slags, {row} {named} (--verbose viser dem alle)",
        "  och {count} till av samma slag, {row} {named} (--verbose visar alla)",
        "  and {count} more of the same kind, {row} {named} (--verbose shows them all)"
    )
}

/// How many more breaches of a rule there are than are listed.
pub(crate) fn rest(count: usize, language: Language) -> String {
    say!(
        language,
        "og {count} mere af samme slags (--json har dem alle)",
        "och {count} till av samma slag (--json har alla)",
        "and {count} more of the same kind (--json has them all)"
    )
}

/// What is likely where a class has two lessons at once and no groups are given.
pub(crate) fn ask_for_division(language: Language) -> String {
    say!(
        language,
        "der er ikke skrevet hold: er klassen delt her? Så skriv hvert hold i kolonnen hold, f.eks. sprog:TYS og sprog:FRA",
        "inga grupper är angivna: är klassen delad här? Skriv i så fall varje grupp i kolumnen grupp, t.ex. språk:TYS och språk:FRA",
        "no groups are given: is the class divided here? If so, write each group in the column group, e.g. lang:GER and lang:FRE"
    )
}
