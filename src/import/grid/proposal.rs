//! A map of grids, for a person to correct: whose each grid is, and what each word.

use std::fmt::Write as _;

use itertools::Itertools as _;

use super::shown::Reading;
use crate::domain::Language;
use crate::import::toml::quoted;
use crate::words::say;

/// The text of the map.
pub(crate) fn map(reading: &Reading, language: Language) -> String {
    let mut text = say!(
        language,
        "# Hvis skema hvert ark er: class (klasse), teacher (lærer) eller room (lokale).\n# Ret en linje, slet dem, der er rigtige, og kør import igen med --map og --out.",
        "# Vems schema varje blad är: class (klass), teacher (lärare) eller room (sal).\n# Rätta en rad, ta bort de som är rätt och kör import igen med --map och --out.",
        "# Whose grid each sheet is: class, teacher or room.\n# Correct a line, delete those that are right, and run import again with --map and --out."
    );
    text += "\n[grids]\n";
    for (name, whose) in reading.grids.iter().unique_by(|(name, _)| quoted(name)) {
        let _ = writeln!(text, "{} = \"{whose}\"", quoted(name));
    }
    text += &say!(
        language,
        "\n# Hvad hvert ord er: subject (fag), teacher (lærer), room (lokale), class (klasse), group (hold) eller week (uge).\n# De usikre står først, med det, de også kunne være.",
        "\n# Vad varje ord är: subject (ämne), teacher (lärare), room (sal), class (klass), group (grupp) eller week (vecka).\n# De osäkra står först, med det de också kunde vara.",
        "\n# What each word is: subject, teacher, room, class, group or week.\n# Those that are not sure come first, with what they might be instead."
    );
    text += "\n[words]\n";
    for word in reading.words.iter().unique_by(|word| quoted(&word.text)) {
        let line = format!("{} = \"{}\"", quoted(&word.text), word.role);
        let perhaps = word.perhaps.map_or_else(String::new, |role| format!(" {role}?"));
        let _ = writeln!(text, "{line:<32} # {}{perhaps}", word.count);
    }
    text
}
