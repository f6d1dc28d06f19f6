//! What is wrong with folders and files as a whole.

use super::phrases::stem;
use super::{Wording, wordings};
use crate::domain::Language;
use crate::words::say;

wordings! { language;
    folder_missing() {
        "mappen findes ikke", "mappen finns inte", "there is no such folder";
        help = Some(the_folder(language));
    }

    folder_is_file() {
        "dette er en fil, ikke en mappe",
        "det här är en fil, inte en mapp",
        "this is a file, not a folder";
        help = Some(the_folder(language));
    }

    folder_unreadable(reason: &str) {
        "mappen kan ikke læses: {reason}",
        "mappen kan inte läsas: {reason}",
        "the folder cannot be read: {reason}";
        help = Some(let_it_be_read(language));
    }

    file_missing(found: Option<&str>) {
        "der er ingen sådan fil", "det finns ingen sådan fil", "there is no such file";
        help = Some(found.map_or_else(|| put_it_there(language), |found| rename(found, language)));
    }

    file_nearly_named(expected: &str) {
        "filen bliver ikke læst; det gør kun en fil ved navn {expected}",
        "filen läses inte; det gör bara en fil som heter {expected}",
        "the file is not read; only one named {expected} is";
        help "omdøb den til {expected}",
             "byt namn på den till {expected}",
             "rename it to {expected}";
    }

    file_unread(instead: Option<&str>) {
        message = unread(instead, language);
        help "tag den ud af mappen, hvis intet i den skal bruges",
             "ta ut den ur mappen om inget i den behövs",
             "take it out of the folder if nothing in it is needed";
    }

    file_is_workbook(expected: &str) {
        "en projektmappe med det navn bliver ikke læst; kun {expected} gør",
        "en arbetsbok med det namnet läses inte; bara {expected} gör det",
        "a workbook of this name is not read; only {expected} is";
        help "gem den som Excel-projektmappe med navnet {stem}.xlsx, eller arket som {expected} i formatet \"CSV UTF-8\"",
             "spara den som Excel-arbetsbok med namnet {stem}.xlsx, eller bladet som {expected} i formatet \"CSV UTF-8\"",
             "save it as an Excel workbook named {stem}.xlsx, or the sheet as {expected} in the format \"CSV UTF-8\"",
             stem = stem(expected);
    }

    file_twice(other: &str) {
        "der er også en fil ved navn {other}",
        "det finns också en fil som heter {other}",
        "there is also a file named {other}";
        help "slet en af dem", "ta bort en av dem", "delete one of them";
    }

    file_is_folder() {
        "dette er en mappe, ikke en fil",
        "det här är en mapp, inte en fil",
        "this is a folder, not a file";
        help "omdøb mappen, og læg filen i stedet",
             "byt namn på mappen och lägg filen i stället",
             "rename the folder, and put the file in its place";
    }

    file_irregular() {
        "dette er et rør eller en enhed, ikke en fil",
        "det här är ett rör eller en enhet, inte en fil",
        "this is a pipe or a device, not a file";
        help "læg en almindelig fil i stedet",
             "lägg en vanlig fil i stället",
             "put an ordinary file in its place";
    }

    file_unreadable(reason: &str) {
        message = unreadable(reason, language);
        help = Some(let_it_be_read(language));
    }

    file_too_large(megabytes: u64, most: u64) {
        "filen er på {megabytes} MB; der læses højst {most} MB",
        "filen är på {megabytes} MB; högst {most} MB läses",
        "the file is {megabytes} MB; at most {most} MB are read";
        help "udelad det, der ikke hører til skemaet",
             "utelämna det som inte hör till schemat",
             "leave out what is no part of the timetable";
    }

    file_empty() {
        "filen er tom", "filen är tom", "the file is empty";
        help "skriv overskrifterne, eller slet filen, hvis den ikke er nødvendig",
             "skriv rubrikerna, eller ta bort filen om den inte behövs",
             "write its heading line, or delete it if it is not needed";
    }

    file_binary() {
        "filen er ikke tekst", "filen är inte text", "the file is not text";
        help "gem den som CSV, ikke som projektmappe",
             "spara den som CSV, inte som arbetsbok",
             "save it as CSV, not as a workbook";
    }

    text_damaged() {
        "nogle bogstaver kan ikke læses i filens tegnsæt",
        "några bokstäver kan inte läsas i filens teckenkodning",
        "some letters cannot be read in the file's encoding";
        help = Some(save_again(language));
    }

    text_garbled() {
        "nogle bogstaver ser ødelagte ud, fx \"Ã¸\" i stedet for \"ø\"",
        "några bokstäver ser förstörda ut, t.ex. \"Ã¶\" i stället för \"ö\"",
        "some letters look spoilt, such as \"Ã¸\" for \"ø\"";
        help = Some(save_again(language));
    }

    personal_number() {
        "dette ligner et CPR-nummer eller et svensk personnummer; det bliver hverken læst eller vist",
        "det här ser ut som ett personnummer eller ett danskt CPR-nummer; det varken läses eller visas",
        "this looks like a CPR number or personnummer; it is not read and not shown";
        help "brug jeres egen nøgle, fx 8A-03; skriv telefonnumre med mellemrum",
             "använd en egen nyckel, t.ex. 8A-03; skriv telefonnummer med mellanslag",
             "use a key of your own, such as 8A-03; write telephone numbers with blanks";
    }

    more_faults(like: &str, count: usize) {
        "… og {count} mere af samme slags i denne fil ({like})",
        "… och {count} till av samma slag i den här filen ({like})",
        "… and {count} more like it in this file ({like})";
    }

    toml_unreadable(reason: &str) {
        "dette er ikke TOML: {reason}",
        "det här är inte TOML: {reason}",
        "this is not TOML: {reason}";
    }

    solution_unreadable(reason: &str) {
        message = unreadable(reason, language);
    }

    answer_unfinished() {
        "svaret blev ikke skrevet færdigt, eller det skrives netop nu",
        "svaret skrevs inte klart, eller skrivs just nu",
        "the answer was not, or is not yet, written to its end";
        help "kør solve igen med denne mappe som --out",
             "kör solve igen med den här mappen som --out",
             "run solve again with this folder for --out";
    }
}

/// What was given is no folder of a school.
fn the_folder(language: Language) -> String {
    say!(
        language,
        "angiv den mappe, som timetable.csv ligger i",
        "ange mappen där timetable.csv ligger",
        "give the folder that holds timetable.csv"
    )
}

/// A file that is needed seems to have another name.
fn rename(found: &str, language: Language) -> String {
    say!(
        language,
        "omdøb {found}, hvis det er den",
        "byt namn på {found} om det är den",
        "rename {found} if that is the file"
    )
}

/// A file that is needed is nowhere.
fn put_it_there(language: Language) -> String {
    say!(
        language,
        "læg den der; README.md siger, hvilke kolonner den har",
        "lägg den där; README.md säger vilka kolumner den har",
        "put it there; README.md says which columns it has"
    )
}

/// Nothing reads the file, but perhaps another.
fn unread(instead: Option<&str>, language: Language) -> String {
    match instead {
        Some(read) => say!(
            language,
            "filen bliver ikke læst, men {read} gør",
            "filen läses inte, men {read} gör det",
            "the file is not read, but {read} is"
        ),
        None => {
            say!(language, "filen bliver ikke læst", "filen läses inte", "the file is not read")
        }
    }
}

/// The operating system does not give the file.
fn unreadable(reason: &str, language: Language) -> String {
    say!(
        language,
        "filen kan ikke læses: {reason}",
        "filen kan inte läsas: {reason}",
        "the file cannot be read: {reason}"
    )
}

/// The operating system does not give a file or a folder.
fn let_it_be_read(language: Language) -> String {
    say!(
        language,
        "luk andre programmer, der bruger den, og se på dens rettigheder",
        "stäng andra program som använder den och se på dess rättigheter",
        "close other programs that use it, and look at its rights"
    )
}

/// Letters are lost or spoilt.
fn save_again(language: Language) -> String {
    say!(
        language,
        "gem den igen som \"CSV UTF-8\"",
        "spara den igen som \"CSV UTF-8\"",
        "save it again as \"CSV UTF-8\""
    )
}
