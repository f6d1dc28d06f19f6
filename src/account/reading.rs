//! How grids were read: a sample of cells with what their words were taken for, and the words that are not sure.

use std::fmt::Write as _;

use itertools::Itertools as _;
use serde_json::{Value, json};

use crate::domain::Language;
use crate::import::{Format, ReadCell, ReadWord, Reading};
use crate::report::text::table::{Side, Table};
use crate::words::{labels, say};

/// The most unsure words that are listed.
const MOST_WORDS: usize = 12;

/// What a person calls files of a format.
pub(super) fn taken_for(format: Format, language: Language) -> String {
    say!(language, match format {
        Format::Untis => "filer fra Untis", "filer från Untis", "files of Untis";
        Format::Fet => "filer fra FET", "filer från FET", "files of FET";
        Format::Asc => "filer fra aSc Timetables", "filer från aSc Timetables", "files of aSc Timetables";
        Format::Grid => "skemaer med dage og lektioner", "scheman med dagar och lektioner", "grids of days and periods";
        Format::Table => "en liste over lektioner", "en lista över lektioner", "a list of lessons";
        Format::OneRoster => "OneRoster", "OneRoster", "OneRoster";
        Format::Xhstt => "XHSTT", "XHSTT", "XHSTT";
    })
}

/// The sample and the unsure words, for a person.
pub(super) fn text(reading: &Reading, language: Language) -> String {
    let said = Said::of(language);
    let of = |whose: &str| reading.grids.iter().filter(|(_, own)| *own == whose).count();
    let grids =
        [("class", said.class_grids), ("teacher", said.teacher_grids), ("room", said.room_grids)];
    let grids = grids.map(|(whose, name)| (of(whose), name));
    let grids =
        grids.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}"));
    let mut table = Table::new([Side::Left, Side::Left, Side::Left]);
    for cell in &reading.sample {
        let written = cell.location.excerpt.as_ref().map_or("", |excerpt| excerpt.text.as_str());
        table.push([
            &place(cell),
            &written,
            &cell.lessons.iter().map(|words| lesson(words, said)).join("  |  "),
        ]);
    }
    let mut text = format!(
        "{}\n\n{} ({} {}, {} {} {}):\n{}\n",
        grids.format(", "),
        said.sample,
        reading.cells,
        said.cells,
        said.of_which,
        reading.unsure,
        said.unsure,
        table.render("  ").trim_end_matches('\n')
    );
    let unsure: Vec<&ReadWord> =
        reading.words.iter().filter(|word| word.perhaps.is_some()).collect();
    if !unsure.is_empty() {
        let _ = write!(text, "\n{}:\n{}", said.look, words(&unsure, said));
    }
    text
}

fn words(unsure: &[&ReadWord], said: &Said) -> String {
    let mut table = Table::new([Side::Left, Side::Left]);
    for word in unsure.iter().take(MOST_WORDS) {
        let perhaps = word
            .perhaps
            .map(|role| format!("{}, {} {}?", name(word.role, said), said.or, name(role, said)));
        table.push([&word.text, &perhaps.unwrap_or_default()]);
    }
    let more = unsure.len().saturating_sub(MOST_WORDS);
    table.render("  ") + &if more > 0 { format!("  … +{more}\n") } else { String::new() }
}

/// A cell as a spreadsheet calls it, with its sheet.
fn place(cell: &ReadCell) -> String {
    let sheet = cell
        .location
        .file
        .rsplit_once(" [")
        .map_or(cell.location.file.as_str(), |(_, sheet)| sheet);
    let column = cell.location.column.as_deref().unwrap_or("");
    format!("{} {column}{}", sheet.trim_end_matches(']'), cell.location.line.unwrap_or(0))
}

fn lesson(words: &[(&'static str, String)], said: &Said) -> String {
    words.iter().map(|(role, word)| format!("{} {word}", name(role, said))).join(", ")
}

fn name(role: &str, said: &Said) -> &'static str {
    match role {
        "subject" => said.subject,
        "teacher" => said.teacher,
        "room" => said.room,
        "class" => said.class,
        "group" => said.group,
        _ => said.week,
    }
}

/// The same, for programs.
pub(super) fn json(reading: &Reading) -> Value {
    let word = |word: &ReadWord| json!({ "word": word.text, "role": word.role, "perhaps": word.perhaps, "count": word.count });
    let cell = |cell: &ReadCell| {
        let lessons: Vec<Vec<Value>> = cell
            .lessons
            .iter()
            .map(|words| {
                words.iter().map(|(role, word)| json!({ "role": role, "word": word })).collect()
            })
            .collect();
        json!({ "place": place(cell), "lessons": lessons })
    };
    json!({
        "grids": reading.grids.iter().map(|(name, whose)| json!({ "name": name, "of": whose })).collect::<Vec<_>>(),
        "cells": reading.cells,
        "unsure": reading.unsure,
        "sample": reading.sample.iter().map(cell).collect::<Vec<_>>(),
        "words": reading.words.iter().map(word).collect::<Vec<_>>(),
    })
}

labels! {
    /// The words of the sample.
    struct Said {
        class_grids: "klasseskemaer", "klasscheman", "classes' grids";
        teacher_grids: "lærerskemaer", "lärarscheman", "teachers' grids";
        room_grids: "lokaleskemaer", "salsscheman", "rooms' grids";
        sample: "Sådan er cellerne læst", "Så har cellerna lästs", "How cells were read";
        cells: "celler", "celler", "cells";
        of_which: "heraf", "varav", "of them";
        unsure: "usikre", "osäkra", "unsure";
        look: "Se disse ord efter", "Se över dessa ord", "Look at these words";
        or: "eller", "eller", "or";
        subject: "fag", "ämne", "subject";
        teacher: "lærer", "lärare", "teacher";
        room: "lokale", "sal", "room";
        class: "klasse", "klass", "class";
        group: "hold", "grupp", "group";
        week: "uge", "vecka", "week";
    }
}
