//! What belongs under each heading of a workbook to fill in.

use crate::domain::Language;
use crate::words::pick;

/// What belongs under a heading.
pub(super) fn meaning(sheet: &str, column: &str, language: Language) -> &'static str {
    match (sheet, column) {
        ("apprentices", "group") => pick!(
            language,
            "elevens hold, f.eks. sprog:TYS",
            "elevens grupper, t.ex. språk:TY",
            "the pupil's groups, e.g. lang:GER"
        ),
        ("apprentices", "start") => pick!(
            language,
            "hvornår eleven møder på praktikstedet, f.eks. 8:00",
            "när eleven börjar på praktikplatsen, t.ex. 8:00",
            "when the pupil begins at the workplace, e.g. 8:00"
        ),
        ("apprentices", "end") => pick!(
            language,
            "hvornår eleven går hjem derfra",
            "när eleven slutar där",
            "when the pupil leaves there"
        ),
        ("apprentices", "from") => pick!(
            language,
            "første dag i praktikken, f.eks. 12-10-2026",
            "första dagen på praktiken, t.ex. 2026-10-12",
            "the first day of the placement, e.g. 2026-10-12"
        ),
        ("apprentices", "until") => pick!(
            language,
            "sidste dag i praktikken",
            "sista dagen på praktiken",
            "the last day of the placement"
        ),
        ("periods", "day") => pick!(
            language,
            "kun hvis dagen har andre tider end de øvrige",
            "bara om dagen har andra tider än de övriga",
            "only if that day has other times than the others"
        ),
        ("places", "day") => pick!(
            language,
            "dagen, som antallet gælder; tom: i alt",
            "dagen som antalet gäller; tom: totalt",
            "the day that the number is for; empty: in all"
        ),
        ("travel", "from") => {
            pick!(language, "den ene afdeling", "den ena enheten", "the one site")
        }
        ("travel", "to") => {
            pick!(language, "den anden afdeling", "den andra enheten", "the other site")
        }
        ("absences", "pupil") => pick!(
            language,
            "eleven, eller nævn en klasse",
            "eleven, eller ange en klass",
            "the pupil, or name a class"
        ),
        ("absences", "class") => pick!(
            language,
            "klassen, hvis hele klassen er væk",
            "klassen, om hela klassen är borta",
            "the class, if all of it is away"
        ),
        ("absences", "what") => pick!(
            language,
            "hvorfor, f.eks. lejrskole",
            "varför, t.ex. lägerskola",
            "what for, e.g. a camp"
        ),
        ("places" | "periods", "start") => pick!(
            language,
            "hvornår det begynder, f.eks. 8:00",
            "när det börjar, t.ex. 8:00",
            "when it begins, e.g. 8:00"
        ),
        ("places" | "periods", "end") => pick!(
            language,
            "hvornår det slutter, f.eks. 8:45",
            "när det slutar, t.ex. 8:45",
            "when it ends, e.g. 8:45"
        ),
        _ => of_column(column, language),
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each column; the list is the point")]
fn of_column(column: &str, language: Language) -> &'static str {
    match column {
        "class" => pick!(
            language,
            "klassen; flere: 8A+8B",
            "klassen; flera: 8A+8B",
            "the class; several: 8A+8B"
        ),
        "subject" => pick!(
            language,
            "faget, som skolen forkorter det",
            "ämnet som skolan förkortar det",
            "the subject, as the school abbreviates it"
        ),
        "day" => pick!(language, "ugedagen", "veckodagen", "the weekday"),
        "period" => pick!(
            language,
            "nummeret på lektionen; en dobbelttime: 1-2",
            "lektionens nummer; en dubbellektion: 1-2",
            "the number of the period; a double lesson: 1-2"
        ),
        "teacher" => pick!(
            language,
            "lærerens initialer; flere: LHA+MKR",
            "lärarens signatur; flera: LHA+MKR",
            "the teacher's initials; several: LHA+MKR"
        ),
        "room" => pick!(language, "lokalet", "salen", "the room"),
        "group" => pick!(
            language,
            "hvilken del af klassen, f.eks. sprog:TYS; tom: hele klassen",
            "vilken del av klassen, t.ex. språk:TY; tom: hela klassen",
            "which part of the class, e.g. lang:GER; empty: all of it"
        ),
        "lesson" => pick!(
            language,
            "samme mærke for rækker, der altid ligger samtidig",
            "samma märke för rader som alltid ligger samtidigt",
            "the same mark for rows that are always at one time"
        ),
        "week" => pick!(
            language,
            "A eller B, hvis lektionen kun er hver anden uge",
            "A eller B, om lektionen bara är varannan vecka",
            "A or B, if the lesson is every other week only"
        ),
        "weeks" => pick!(
            language,
            "ugenumre, f.eks. 47-49",
            "veckonummer, t.ex. 47-49",
            "numbers of weeks, e.g. 47-49"
        ),
        "locked" => {
            pick!(language, "ja: må ikke flyttes", "ja: får inte flyttas", "yes: must not be moved")
        }
        "allowed" => pick!(
            language,
            "de eneste tider, den må ligge på, f.eks. man+tir 1",
            "de enda tider den får ligga på, t.ex. mån+tis 1",
            "the only times that it may be at, e.g. mon+tue 1"
        ),
        "apart" => pick!(
            language,
            "samme mærke for lektioner, der skal ligge på hver sin dag",
            "samma märke för lektioner som ska ligga på olika dagar",
            "the same mark for lessons that belong on different days"
        ),
        "pupil" => pick!(
            language,
            "en nøgle for eleven, f.eks. 8A-03; aldrig et CPR-nummer",
            "en nyckel för eleven, t.ex. 8A-03; aldrig ett personnummer",
            "a key for the pupil, e.g. 8A-03; never a personal number"
        ),
        "away" => pick!(
            language,
            "praktikdagen; to dage: tirsdag+onsdag; en af flere: torsdag|fredag",
            "praktikdagen; två dagar: tisdag+onsdag; en av flera: torsdag|fredag",
            "the day at the workplace; two: Tuesday+Wednesday; one of several: Thursday|Friday"
        ),
        "required" => pick!(
            language,
            "fag, som eleven ikke må miste en lektion af; ellers skolens",
            "ämnen som eleven inte får missa någon lektion av; annars skolans",
            "subjects of which the pupil must miss no lesson; else the school's"
        ),
        "desired" => pick!(
            language,
            "fag, som eleven helst ikke skal miste",
            "ämnen som eleven helst inte ska missa",
            "subjects that the pupil should rather not miss"
        ),
        "together" => pick!(
            language,
            "samme mærke for elever, der skal have samme dage",
            "samma märke för elever som ska ha samma dagar",
            "the same mark for pupils who are to have the same days"
        ),
        "place" => pick!(language, "praktikstedet", "praktikplatsen", "the workplace"),
        "also" => pick!(
            language,
            "hold eller klasser, som eleven også følger, f.eks. VO1/MAT",
            "grupper eller klasser som eleven också följer, t.ex. VO1/SVE",
            "classes that the pupil attends too, e.g. VO1/MAT"
        ),
        "skips" => pick!(
            language,
            "fag i egen klasse, som eleven er fritaget for",
            "ämnen i den egna klassen som eleven är befriad från",
            "subjects of the home class that the pupil does not attend"
        ),
        "contact" => pick!(
            language,
            "kontaktperson på praktikstedet",
            "kontaktperson på praktikplatsen",
            "whom to ask at the workplace"
        ),
        "unavailable" => pick!(
            language,
            "tider, der ikke kan bruges, f.eks. fredag eller man 5-6",
            "tider som inte kan användas, t.ex. fredag eller mån 5-6",
            "times that cannot be used, e.g. Friday or mon 5-6"
        ),
        "max_per_day" => pick!(
            language,
            "det højeste antal lektioner på en dag",
            "det högsta antalet lektioner på en dag",
            "the most periods on a day"
        ),
        "kind" => pick!(
            language,
            "lokaler af samme type kan bytte, f.eks. klasse",
            "salar av samma typ kan bytas, t.ex. klass",
            "rooms of one kind may be exchanged, e.g. classroom"
        ),
        "parallel" => pick!(
            language,
            "hvor mange lektioner lokalet rummer ad gangen, ellers 1",
            "hur många lektioner salen rymmer åt gången, annars 1",
            "how many lessons the room takes at once, else 1"
        ),
        "site" => pick!(
            language,
            "afdelingen, hvis skolen har flere",
            "enheten, om skolan har flera",
            "the site, if the school has several"
        ),
        "earliest" => pick!(
            language,
            "den tidligste lektion, klassen må få",
            "den tidigaste lektion klassen får ha",
            "the earliest period that the class may get"
        ),
        "latest" => pick!(
            language,
            "den seneste lektion, klassen må få",
            "den senaste lektion klassen får ha",
            "the latest period that the class may get"
        ),
        "core" => pick!(
            language,
            "obligatorisk, ønsket eller nej",
            "obligatorisk, önskat eller nej",
            "required, desired or no"
        ),
        "break_after" => pick!(
            language,
            "ja: ingen lektion går hen over pausen bagefter",
            "ja: ingen lektion går över rasten efter",
            "yes: no lesson runs across the break that follows"
        ),
        "pupils" => pick!(
            language,
            "hvor mange elever der er plads til",
            "hur många elever det finns plats för",
            "how many pupils there is room for"
        ),
        "trade" => {
            pick!(language, "branchen, f.eks. træ", "branschen, t.ex. trä", "the trade, e.g. wood")
        }
        "one_day" => pick!(
            language,
            "ja: alle er der på de samme dage",
            "ja: alla är där på samma dagar",
            "yes: all are there on the same days"
        ),
        "address" => pick!(language, "adressen", "adressen", "the address"),
        "date" => pick!(
            language,
            "datoen, f.eks. 12-10-2026",
            "datumet, t.ex. 2026-10-12",
            "the date, e.g. 2026-10-12"
        ),
        "what" => pick!(
            language,
            "skolestart, skoleslut, fri eller uge A",
            "terminsstart, terminsslut, lov eller vecka A",
            "term start, term end, holiday or week A"
        ),
        "minutes" => pick!(
            language,
            "hvor længe vejen tager",
            "hur lång tid vägen tar",
            "how long the way takes"
        ),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheets::title;
    use super::*;
    use crate::input::forms;

    #[test]
    fn every_sheet_and_column_is_explained_in_three_languages() {
        for language in Language::ALL {
            for form in forms(language) {
                assert!(!title(form.key, language).is_empty());
                for column in &form.columns {
                    assert!(!meaning(form.key, column.key, language).is_empty(), "{}", column.key);
                }
            }
        }
    }
}
