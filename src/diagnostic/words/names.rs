//! What is wrong with names: those that nothing has, and those that are too like others.

use super::phrases::{code_points, meant};
use super::{Wording, wordings};
use crate::diagnostic::{Expected, NameKind};
use crate::domain::Language;
use crate::words::{pick, say};

wordings! { language;
    class_unknown(class: &str, nearest: Option<&str>) {
        "skemaet har ingen klasse {class}",
        "schemat har ingen klass {class}",
        "the timetable has no class {class}";
        help = meant(nearest, language);
    }

    name_unknown(kind: NameKind, name: &str, nearest: Option<&str>) {
        message = unknown(kind, name, language);
        help = meant(nearest, language);
    }

    names_alike(kind: NameKind, name: &str, other: &str, file: &str, line: u32) {
        "{name} og {other} ({file}:{line}) er næsten samme navn, men tæller som to forskellige: {kind}",
        "{name} och {other} ({file}:{line}) är nästan samma namn men räknas som två olika: {kind}",
        "{name} and {other} ({file}:{line}) are almost the same name, but count as different: {kind}",
        kind = name_kind(kind, language);
        help "skriv dem ens, hvis de er den samme",
             "skriv dem lika om de är samma",
             "if they are the same, write them alike";
    }

    signs_deceptive(name: &str, signs: &[char]) {
        "{name} har tegn, der ligner andre eller ikke kan ses: {signs}",
        "{name} har tecken som liknar andra eller inte syns: {signs}",
        "{name} holds signs that look like others or cannot be seen: {signs}",
        signs = code_points(signs);
        help "skriv navnet på ny, her og hvor det er kopieret hen",
             "skriv namnet på nytt, här och dit det har kopierats",
             "type the name anew, here and wherever it was copied to";
    }

    group_unknown(group: &str, class: &str, nearest: Option<&str>) {
        "{class} har ingen række med holdet {group}",
        "{class} har ingen rad med gruppen {group}",
        "no row of {class} has the group {group}";
        help = meant(nearest, language);
    }

    group_completed(group: &str, taken: &str) {
        "{group} er taget for {taken}, det eneste hold, der hedder sådan",
        "{group} har tagits för {taken}, den enda grupp som heter så",
        "{group} was taken for {taken}, the only group of that name";
        help "skriv {taken}, så er der ingen tvivl",
             "skriv {taken}, så finns det inget tvivel",
             "write {taken}, and there is no doubt",
             taken = taken;
    }

    group_missing(pupil: &str, class: &str, division: &str) {
        message = in_no_part(pupil, class, division, language);
        help "skriv elevens hold i kolonnen hold",
             "skriv elevens grupp i kolumnen grupp",
             "name the pupil's part in the column group";
    }

    subject_not_taught(subject: &str, nearest: Option<&str>) {
        "der er ingen lektioner i {subject}",
        "det finns inga lektioner i {subject}",
        "there is no lesson of {subject}";
        help = meant(nearest, language);
    }

    listed_subject_unknown(subject: &str, nearest: Option<&str>) {
        "{subject} er ikke et fag i skemaet, i subjects.csv eller i aliastabellen; en kernelektion kunne gå tabt uset",
        "{subject} är inget ämne i schemat, i subjects.csv eller i aliastabellen; en kärnlektion kunde missas osedd",
        "{subject} is no subject of the timetable, of subjects.csv or of the alias table; a core lesson could be missed unseen";
        help = meant(nearest, language).or_else(|| Some(say!(
            language,
            "skriv en fagkode fra skemaet, eller tilføj faget i subjects.csv",
            "skriv en ämneskod från schemat, eller lägg till ämnet i subjects.csv",
            "write a code of the timetable, or add the subject to subjects.csv"
        )));
    }

    subjects_unknown(codes: &[String], lines: &[String]) {
        "det vides ikke, om disse er kernefag: {codes}",
        "det är inte känt om dessa är kärnämnen: {codes}",
        "it is not known whether these are core subjects: {codes}",
        codes = codes.join(", ");
        help "tilføj disse linjer til subjects.csv med required, desired eller no (hvor der er et spørgsmålstegn, så tag stilling og slet det):\n{lines}",
             "lägg till dessa rader i subjects.csv med required, desired eller no (där det finns ett frågetecken: bestäm och ta bort det):\n{lines}",
             "add these lines to subjects.csv, with required, desired or no (where there is a question mark, decide and delete it):\n{lines}",
             lines = lines.join("\n");
    }

    pupil_present(pupil: &str) {
        "{pupil} er allerede elev i praktik",
        "{pupil} är redan elev på praktik",
        "{pupil} is an apprentice already";
        help "brug move for en elev, der skifter, eller vælg en anden nøgle",
             "använd move för en elev som byter, eller välj en annan nyckel",
             "use move for a pupil who changes, or choose another key";
    }

    pupil_unknown(pupil: &str, nearest: Option<&str>) {
        "{pupil} er ikke elev i praktik på det tidspunkt",
        "{pupil} är inte elev på praktik vid den tiden",
        "{pupil} is no apprentice at that time";
        help = meant(nearest, language);
    }

    pupil_repeated(pupil: &str, line: u32) {
        "{pupil} står også på linje {line}",
        "{pupil} står också på rad {line}",
        "{pupil} is on line {line} too";
        help "hver elev har én linje og sin egen nøgle",
             "varje elev har en rad och en egen nyckel",
             "each pupil has one line and a key of his or her own";
    }

    scenario_unknown(scenario: &str, nearest: Option<&str>) {
        "der er intet scenarie {scenario}",
        "det finns inget scenario {scenario}",
        "there is no scenario {scenario}";
        help = meant(nearest, language).or_else(|| Some(say!(
            language,
            "nævn scenarier fra denne fil i kolonnen efter",
            "nämn scenarier från den här filen i kolumnen efter",
            "name scenarios of this file in the column after"
        )));
    }

    scenario_circular(scenario: &str) {
        "{scenario} kommer efter sig selv",
        "{scenario} kommer efter sig självt",
        "{scenario} comes after itself";
        help "lad et af dem ikke komme efter noget",
             "låt ett av dem inte komma efter något",
             "let one of them come after no other";
    }

    setting_unknown(key: &str, nearest: Option<&str>) {
        "ukendt indstilling {key}, som ikke bliver læst",
        "okänd inställning {key}, som inte läses",
        "an unknown setting {key}, which is not read";
        help = meant(nearest, language);
    }

    setting_wrong(key: &str, expected: Expected) {
        "{key} skal være {expected}",
        "{key} ska vara {expected}",
        "{key} should be {expected}",
        expected = setting(expected, language);
    }

    room_unknown(room: &str, nearest: Option<&str>) {
        "skolen har intet lokale {room}",
        "skolan har ingen sal {room}",
        "the school has no room {room}";
        help = meant(nearest, language);
    }
}

/// A name that the file which lists such names does not have.
fn unknown(kind: NameKind, name: &str, language: Language) -> String {
    match kind {
        NameKind::Place => say!(
            language,
            "places.csv har ikke praktikstedet {name}",
            "places.csv har inte praktikplatsen {name}",
            "places.csv has no place {name}"
        ),
        NameKind::Site => say!(
            language,
            "intet lokale, ingen klasse og intet praktiksted er i afdelingen {name}",
            "ingen sal, klass eller praktikplats är i enheten {name}",
            "no room, class or place is at the site {name}"
        ),
        _ => say!(
            language,
            "skemaet kender ikke {kind} {name}",
            "schemat känner inte till {kind} {name}",
            "the timetable has no {kind} {name}",
            kind = name_kind(kind, language)
        ),
    }
}

/// A pupil of a class that is divided, perhaps by a division that has a name.
fn in_no_part(pupil: &str, class: &str, division: &str, language: Language) -> String {
    if division.is_empty() {
        return say!(
            language,
            "{class} er delt, og {pupil} er ikke på noget hold: regnes med på alle hold",
            "{class} är delad och {pupil} är inte med i någon grupp: räknas med i alla",
            "{class} is divided, and {pupil} is in no part: counted as attending every part"
        );
    }
    say!(
        language,
        "{class} er delt i {division}, og {pupil} er ikke på noget hold: regnes med på alle hold",
        "{class} är delad i {division} och {pupil} är inte med i någon grupp: räknas med i alla",
        "{class} is divided by {division}, and {pupil} is in no part: counted as attending every part"
    )
}

/// What a name is the name of; in Danish and Swedish with its article.
const fn name_kind(kind: NameKind, language: Language) -> &'static str {
    pick!(language, match kind {
        NameKind::Class => "klassen", "klassen", "class";
        NameKind::Subject => "faget", "ämnet", "subject";
        NameKind::Teacher => "læreren", "läraren", "teacher";
        NameKind::Room => "lokalet", "salen", "room";
        NameKind::RoomKind => "lokaletypen", "salstypen", "kind of room";
        NameKind::Division => "delingen", "delningen", "division";
        NameKind::Part => "holdet", "gruppen", "group";
        NameKind::Place => "praktikstedet", "praktikplatsen", "place";
        NameKind::Trade => "branchen", "branschen", "trade";
        NameKind::Site => "afdelingen", "enheten", "site";
        NameKind::Apart => "mærket", "märket", "label";
        NameKind::Week => "ugen", "veckan", "week";
    })
}

/// What a setting may be.
fn setting(expected: Expected, language: Language) -> String {
    say!(language, match expected {
        Expected::Text => "tekst i anførselstegn", "text inom citattecken", "text in quotation marks";
        Expected::Subjects =>
            "en liste med fagkoder, fx [\"DAN\", \"MAT\"]",
            "en lista med ämneskoder, t.ex. [\"SV\", \"MA\"]",
            "a list of subject codes, such as [\"DAN\", \"MAT\"]";
        Expected::Table =>
            "et afsnit med egne nøgler",
            "ett avsnitt med egna nycklar",
            "a section with keys of its own";
        Expected::Whole { least, most } =>
            "et helt tal fra {least} til {most}",
            "ett heltal från {least} till {most}",
            "a whole number from {least} to {most}";
        Expected::OneOf(words) =>
            "et af {words}", "ett av {words}", "one of {words}", words = words.join(", ");
    })
}
