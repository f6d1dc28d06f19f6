//! What is said of the sheets of a workbook to fill in: what each is for, and examples.

use crate::domain::Language;
use crate::words::pick;

/// The name of the sheet that explains the others.
pub(super) const fn guide(language: Language) -> &'static str {
    pick!(language, "vejledning", "vägledning", "guide")
}

pub(super) const fn heading(language: Language) -> &'static str {
    pick!(
        language,
        "Skolens skema og elever i praktik",
        "Skolans schema och elever på praktik",
        "The school's timetable and its apprentices"
    )
}

pub(super) const fn needed(language: Language) -> &'static str {
    pick!(language, "skal udfyldes", "måste fyllas i", "must be filled in")
}

pub(super) const fn introduction(language: Language) -> &'static str {
    pick!(
        language,
        "Udfyld arkene »skema« og »elever«; de andre kan stå tomme. En række i »skema« er en lektion i en uge.\nPeg på en overskrift for at se, hvad der hører til i kolonnen. Flere i en celle skilles med +, f.eks. 8A+8B.\nGem, og giv filen til programmet: mesterskema solve skole.xlsx --out svar. Dette ark læses ikke.",
        "Fyll i bladen »schema« och »elever«; de andra kan vara tomma. En rad i »schema« är en lektion i en vecka.\nPeka på en rubrik för att se vad som hör till kolumnen. Flera i en cell skiljs med +, t.ex. 8A+8B.\nSpara och ge filen till programmet: mesterskema solve skola.xlsx --out svar. Det här bladet läses inte.",
        "Fill in the sheets timetable and apprentices; the others may stay empty. A row of timetable is a lesson of a week.\nPoint at a heading to see what belongs in the column. Several in one cell are joined by +, e.g. 8A+8B.\nSave, and hand the file to the program: mesterskema solve school.xlsx --out answer. This sheet is not read."
    )
}

/// What a sheet is for.
pub(super) fn title(sheet: &str, language: Language) -> &'static str {
    match sheet {
        "timetable" => pick!(
            language,
            "skolens skema, som det er i dag",
            "skolans schema som det är i dag",
            "the school's timetable as it is today"
        ),
        "apprentices" => pick!(
            language,
            "elever, der er i praktik en del af ugen",
            "elever som är på praktik en del av veckan",
            "pupils who are at a workplace for part of the week"
        ),
        "teachers" => pick!(
            language,
            "hvornår lærere ikke kan",
            "när lärare inte kan",
            "when teachers cannot"
        ),
        "rooms" => pick!(
            language,
            "lokaler, der kan træde i stedet for hinanden",
            "salar som kan ersätta varandra",
            "rooms that can stand in for one another"
        ),
        "classes" => pick!(
            language,
            "grænser for klassers dag",
            "gränser för klassers dag",
            "limits of classes' days"
        ),
        "subjects" => pick!(
            language,
            "hvilke fag der er kernefag",
            "vilka ämnen som är kärnämnen",
            "which subjects are core subjects"
        ),
        "periods" => pick!(language, "ringetider", "ringtider", "the bells"),
        "places" => pick!(
            language,
            "praktiksteder og kurser",
            "praktikplatser och kurser",
            "workplaces and courses"
        ),
        "calendar" => pick!(language, "skoleåret", "läsåret", "the school year"),
        "travel" => pick!(
            language,
            "minutter mellem afdelinger",
            "minuter mellan enheter",
            "minutes between sites"
        ),
        _ => pick!(
            language,
            "hele uger, hvor nogen er væk",
            "hela veckor då någon är borta",
            "whole weeks in which somebody is away"
        ),
    }
}

/// Rows of a sheet as they may be filled in; empty where the columns say enough.
pub(super) fn example(sheet: &str, language: Language) -> &'static str {
    match sheet {
        "timetable" => pick!(
            language,
            "f.eks.: 8A · DAN · mandag · 1-2 · LHA · 12    8A · TYS · tirsdag · 3 · MKR · 14 · sprog:TYS",
            "t.ex.: 8A · SV · måndag · 1-2 · LHA · 12    8A · TY · tisdag · 3 · MKR · 14 · språk:TY",
            "e.g.: 8A · DAN · Monday · 1-2 · LHA · 12    8A · GER · Tuesday · 3 · MKR · 14 · lang:GER"
        ),
        "apprentices" => pick!(
            language,
            "f.eks.: 8A-03 · 8A · tirsdag+onsdag    9B-11 · 9B · torsdag|fredag (en af de to)",
            "t.ex.: 8A-03 · 8A · tisdag+onsdag    9B-11 · 9B · torsdag|fredag (en av de två)",
            "e.g.: 8A-03 · 8A · Tuesday+Wednesday    9B-11 · 9B · Thursday|Friday (one of the two)"
        ),
        _ => "",
    }
}
