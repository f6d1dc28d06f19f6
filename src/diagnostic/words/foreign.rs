//! What is wrong with other programs' files, or what of them is not taken over.

use itertools::Itertools as _;

use crate::diagnostic::{Field, Foreign, Lack};
use crate::domain::Language;
use crate::words::say;

/// The most names that a message lists.
const NAMES_SHOWN: usize = 4;

/// What was seen.
#[expect(clippy::too_many_lines, reason = "one arm for each fault; the list is the point")]
pub(super) fn message(foreign: &Foreign, language: Language) -> String {
    say!(language, match foreign {
        Foreign::XmlBroken { reason } =>
            "XML'en er ikke hel: {reason}",
            "XML-koden är inte hel: {reason}",
            "the XML is not whole: {reason}";
        Foreign::XmlDoctype =>
            "en DOCTYPE kan erklære entiteter; sådan en fil læses ikke",
            "en DOCTYPE kan deklarera entiteter; en sådan fil läses inte",
            "a DOCTYPE can declare entities; such a file is not read";
        Foreign::XmlEntity { name } =>
            "entiteten &{name}; findes ikke i XML",
            "entiteten &{name}; finns inte i XML",
            "XML has no entity &{name};";
        Foreign::XmlTooDeep { most } =>
            "elementer ligger mere end {most} dybt i hinanden",
            "element ligger mer än {most} djupt i varandra",
            "elements stand more than {most} deep in one another";
        Foreign::XmlTooLarge { most } =>
            "mere end {most} elementer", "fler än {most} element", "more than {most} elements";
        Foreign::EncodingUnknown { label } =>
            "filen angiver tegnsættet \"{label}\", som ikke kendes",
            "filen anger teckenkodningen \"{label}\", som inte är känd",
            "the file declares the encoding \"{label}\", which is not known";
        Foreign::EncodingWrong { label } =>
            "tegn her hører ikke til tegnsættet {label}, som filen er skrevet i",
            "tecken här hör inte till teckenkodningen {label}, som filen är skriven i",
            "bytes here do not belong to {label}, in which the file is written";
        Foreign::WorkbookBroken =>
            "filen er ikke en hel Excel-projektmappe, eller den er beskyttet med adgangskode; åbn den i Excel, og gem den igen som .xlsx",
            "filen är inte en hel Excel-arbetsbok, eller så är den skyddad med lösenord; öppna den i Excel och spara den igen som .xlsx",
            "the file is not a whole Excel workbook, or a password protects it; open it in Excel and save it again as .xlsx";
        Foreign::RootWrong { found, expected } =>
            "filen er en \"{found}\", ikke en \"{expected}\"",
            "filen är en \"{found}\", inte en \"{expected}\"",
            "the file is a \"{found}\", not a \"{expected}\"";
        Foreign::PartMissing { part } =>
            "her mangler \"{part}\"", "här saknas \"{part}\"", "\"{part}\" is missing here";
        Foreign::ReferenceUnknown { part, name } =>
            "{part} \"{name}\" findes ikke i filerne",
            "{part} \"{name}\" finns inte i filerna",
            "the files have no {part} \"{name}\"",
            part = content(part, language);
        Foreign::IdRepeated { name, line } =>
            "\"{name}\" står allerede i linje {line}",
            "\"{name}\" står redan på rad {line}",
            "\"{name}\" stands already in line {line}";
        Foreign::ValueWrong { written, part } =>
            "\"{written}\" passer ikke som {part}",
            "\"{written}\" passar inte som {part}",
            "\"{written}\" does not fit as {part}";
        Foreign::NothingPlaced =>
            "intet i filerne har en dag og en lektion",
            "inget i filerna har en dag och en lektion",
            "nothing in the files has a day and a period";
        Foreign::SolutionUnknown { wanted, known } =>
            "der er ingen løsning \"{wanted}\"; der er {known}",
            "det finns ingen lösning \"{wanted}\"; det finns {known}",
            "there is no solution \"{wanted}\"; there are {known}",
            known = first_names(known);
        Foreign::SolutionMissing =>
            "filen har en opgave, men ikke noget skema",
            "filen har en uppgift, men inget schema",
            "the file has a task, but no timetable";
        Foreign::CycleTooLong { days } =>
            "{days} dage kan ikke deles i uger på højst syv",
            "{days} dagar kan inte delas i veckor på högst sju",
            "{days} days cannot be divided into weeks of at most seven";

        Foreign::FileNeeded { name } =>
            "{name} mangler, og uden den går det ikke",
            "{name} saknas, och utan den går det inte",
            "{name} is missing, and nothing goes without it";
        Foreign::FileUnused => "filen bruges ikke", "filen används inte", "the file is not used";
        Foreign::FileRepeated { other } =>
            "{other} er samme slags fil",
            "{other} är samma slags fil",
            "{other} is the same kind of file";
        Foreign::OriginalDiffers { line } =>
            "timetable.csv linje {line} er ikke længere det, der blev importeret",
            "timetable.csv rad {line} är inte längre det som importerades",
            "timetable.csv line {line} is no longer what was imported";
        Foreign::OriginalMissing { format } =>
            "skolen er ikke importeret fra {format}",
            "skolan är inte importerad från {format}",
            "the school was not imported from {format}";
        Foreign::Unwritable { reason: Lack::Times } =>
            "periods.csv siger ikke, hvornår hver lektion begynder og slutter",
            "periods.csv säger inte när varje lektion börjar och slutar",
            "periods.csv does not say when each period begins and ends";
        Foreign::Unwritable { reason: Lack::Weeks } =>
            "skriv hvilke uger: --week 2026-08-17, med flere uger i turnus --week 2026-08-17=A",
            "skriv vilka veckor: --week 2026-08-17, med flera veckor i cykeln --week 2026-08-17=A",
            "say which weeks: --week 2026-08-17, in a cycle of several weeks --week 2026-08-17=A";
        Foreign::Unwritable { reason: Lack::Freedom } =>
            "filen selv fastlægger tid eller lokale her; et skema kan ikke sige andet",
            "filen själv bestämmer tid eller sal här; ett schema kan inte säga annat",
            "the file itself sets the time or the room here; a timetable cannot say otherwise";
        Foreign::Unwritable { reason: Lack::Columns } =>
            "en dag har flere kolonner i skemaet, eller en række flere lektioner; brug --to xlsx",
            "en dag har flera kolumner i schemat, eller en rad flera lektioner; använd --to xlsx",
            "a day has several columns in the grid, or a row several periods; use --to xlsx";
        Foreign::Unwritable { reason: Lack::OneFile } =>
            "ændringerne står i flere filer; læg skemaerne i én projektmappe, eller brug --to xlsx",
            "ändringarna står i flera filer; lägg schemana i en arbetsbok, eller använd --to xlsx",
            "the changes are in several files; put the grids into one workbook, or use --to xlsx";
        Foreign::Unwritable { reason: Lack::Slot } =>
            "lektionen er flyttet til en tid, som filen ikke har i den uge",
            "lektionen är flyttad till en tid som filen inte har den veckan",
            "the lesson was moved to a time that the file does not have in that week";

        Foreign::RowUnplaced =>
            "ikke brugt: uden dag eller lektion",
            "inte använd: utan dag eller lektion",
            "not used: without a day or a period";
        Foreign::RowIgnored =>
            "ikke brugt: skolens program ignorerer den selv",
            "inte använd: skolans program ignorerar den självt",
            "not used: the school's program ignores it itself";
        Foreign::RowIncomplete { column } =>
            "ikke brugt: uden {column}",
            "inte använd: utan {column}",
            "not used: without {column}",
            column = content(column, language);
        Foreign::RowWrong { written, column } =>
            "ikke brugt: \"{written}\" passer ikke som {column}",
            "inte använd: \"{written}\" passar inte som {column}",
            "not used: \"{written}\" does not fit as {column}",
            column = content(column, language);
        Foreign::RowSeldom { written } =>
            "ikke brugt: kun i uge {written}, ikke i en almindelig uge",
            "inte använd: bara vecka {written}, inte en vanlig vecka",
            "not used: only in weeks {written}, not in an ordinary week";
        Foreign::TimesRounded { count } =>
            "{count} lektioner begynder eller slutter på andre tider end de lektioner, de er lagt på; se ringetiderne i periods.csv efter",
            "{count} lektioner börjar eller slutar på andra tider än de lektioner de har lagts på; se över ringtiderna i periods.csv",
            "{count} lessons begin or end at other times than the periods that they were put on; look at the bells in periods.csv";
        Foreign::ColumnsUnknown { missing } =>
            "det kan ikke ses, hvilken kolonne der er {missing}; import uden --out viser et kort, som kan rettes og gives med --map",
            "det går inte att se vilken kolumn som är {missing}; import utan --out visar en karta som kan rättas och ges med --map",
            "it cannot be told which column is the {missing}; import without --out shows a map to correct and to give with --map",
            missing = missing.iter().map(|column| content(column, language)).join(", ");
        Foreign::ColumnsUnused { names } =>
            "ikke brugt af listen: kolonnerne {names}; er en af dem lærer, lokale, hold eller uge, så kør import uden --out, ret kortet, og giv det med --map",
            "inte använt av listan: kolumnerna {names}; är en av dem lärare, sal, grupp eller vecka, kör import utan --out, rätta kartan och ge den med --map",
            "not used of the list: the columns {names}; if one of them is the teacher, room, group or week, run import without --out, correct the map and give it with --map",
            names = names.join(", ");
        Foreign::RowInMinutes { written } =>
            "ikke brugt: ligger efter minutter ({written}), ikke efter lektioner; eksportér uden minutter",
            "inte använd: ligger efter minuter ({written}), inte efter lektioner; exportera utan minuter",
            "not used: placed by minutes ({written}), not by periods; export without minutes";

        Foreign::SolutionChosen { id, others } =>
            "skemaet er løsningen \"{id}\"; {others} andre er udeladt (--solution vælger)",
            "schemat är lösningen \"{id}\"; {others} andra utelämnas (--solution väljer)",
            "the timetable is the solution \"{id}\"; {others} others are left out (--solution chooses)";
        Foreign::NameRewritten { from, to } =>
            "\"{from}\" skrives \"{to}\"",
            "\"{from}\" skrivs \"{to}\"",
            "\"{from}\" is written \"{to}\"";
        Foreign::PersonalDropped { columns } =>
            "personoplysninger er ikke læst: {columns}",
            "personuppgifter har inte lästs: {columns}",
            "particulars of persons are not read: {columns}",
            columns = columns.iter().map(|column| content(column, language)).join(", ");
        Foreign::OriginalNotKept =>
            "der gemmes ingen kopi af filen, fordi der står personoplysninger i den",
            "ingen kopia av filen sparas, eftersom det står personuppgifter i den",
            "no copy of the file is kept, because it holds particulars of persons";
        Foreign::OriginalKept =>
            "kopien under original/ er urørt og indeholder altså personoplysninger",
            "kopian under original/ är orörd och innehåller alltså personuppgifter",
            "the copy under original/ is untouched, so it holds particulars of persons";
        Foreign::RuleUnmapped { kind, names, hard: true } =>
            "{kind} (krav, {count}) tages ikke med: {names}",
            "{kind} (krav, {count}) tas inte över: {names}",
            "{kind} (requirement, {count}) is not taken over: {names}",
            count = names.len(), names = first_names(names);
        Foreign::RuleUnmapped { kind, names, hard: false } =>
            "{kind} (ønske, {count}) tages ikke med: {names}",
            "{kind} (önskemål, {count}) tas inte över: {names}",
            "{kind} (wish, {count}) is not taken over: {names}",
            count = names.len(), names = first_names(names);
        Foreign::FormatUnknown =>
            "filerne er hverken et skema i Excel, en liste med overskrifter eller filer fra Untis, FET, aSc, OneRoster eller XHSTT; --from siger, hvad de er",
            "filerna är varken ett schema i Excel, en lista med rubriker eller filer från Untis, FET, aSc, OneRoster eller XHSTT; --from säger vad de är",
            "the files are neither a timetable in Excel, a list with headings, nor files of Untis, FET, aSc, OneRoster or XHSTT; --from says what they are";
        Foreign::FormatUnclear { formats } =>
            "filerne kan være flere ting: {formats}; vælg med --from, eller giv dem hver for sig",
            "filerna kan vara flera saker: {formats}; välj med --from, eller ange dem var för sig",
            "the files may be several things: {formats}; choose with --from, or hand them over one by one",
            formats = formats.join(", ");
        Foreign::GridsGuessed { names } =>
            "intet siger, om {names} er klasser eller lærere; de er taget for klasser (under [grids] i et kort kan det rettes)",
            "inget säger om {names} är klasser eller lärare; de har tagits för klasser (under [grids] i en karta kan det rättas)",
            "nothing tells whether {names} are classes or teachers; they were taken for classes ([grids] in a map corrects it)",
            names = first_names(names);
        Foreign::CellBesidePeriods =>
            "ikke brugt: cellen står ikke ud for en lektion",
            "inte använd: cellen står inte vid någon lektion",
            "not used: the cell stands beside no period";
        Foreign::GridsDisagree { count } =>
            "{count} lektioner står i klassens skema, men ikke i lærerens",
            "{count} lektioner står i klassens schema men inte i lärarens",
            "{count} lessons stand in the class's grid, but not in the teacher's";
        Foreign::PeriodsRenumbered { labels } =>
            "lektionerne er nummereret i rækkefølge: {labels}",
            "lektionerna är numrerade i ordning: {labels}",
            "periods are numbered in their order: {labels}",
            labels = labels.join(", ");
        Foreign::RulesWatched { kinds } =>
            "{kinds}: kan ikke siges som regel; hvert forslag holdes op mod dem, og solve søger et, der holder dem",
            "{kinds}: kan inte sägas som regel; varje förslag prövas mot dem, och solve söker ett som håller dem",
            "{kinds}: no rule can say it; each proposal is held against them, and solve looks for one that keeps them",
            kinds = first_names(kinds);
        Foreign::Untimed { count } =>
            "ingen af de {count} aktiviteter har en tid: giv filen med skemaet, som FET gemmer den (…_data_and_timetable.fet), eller …_activities.xml sammen med denne",
            "ingen av de {count} aktiviteterna har en tid: ange filen med schemat som FET sparar den (…_data_and_timetable.fet), eller …_activities.xml tillsammans med denna",
            "none of the {count} activities has a time: hand over the file with the timetable as FET saves it (…_data_and_timetable.fet), or …_activities.xml together with this one";
        Foreign::GroupsAreClasses { years } =>
            "årgangene {years}: grupperne er taget for klasserne",
            "årskurserna {years}: grupperna har tagits för klasserna",
            "years {years}: their groups were taken for the classes",
            years = first_names(years);
        Foreign::YearsAreClasses { years } =>
            "{years}: hver årgang er taget for én klasse, som dens grupper er dele af",
            "{years}: varje årskurs har tagits för en klass som dess grupper är delar av",
            "{years}: each year was taken for one class, of which its groups are parts",
            years = first_names(years);
        Foreign::ConstraintBroken { kind, about, lessons } =>
            "forslaget bryder {kind}{about}, som skemaet holdt: lektion {lessons}; programmet tager det ikke tilbage sådan",
            "förslaget bryter {kind}{about}, som schemat höll: lektion {lessons}; programmet tar inte tillbaka det så",
            "the proposal breaks {kind}{about}, which the timetable kept: lesson {lessons}; the program does not take it back like this",
            about = bracketed(about),
            lessons = first_names(lessons);
        Foreign::ConstraintsKept { points } =>
            "det billigste forslag ({points} point) brød regler, som programmet har og skolen ikke kan sige; dette holder dem alle",
            "det billigaste förslaget ({points} poäng) bröt regler som programmet har och skolan inte kan säga; detta håller alla",
            "the cheapest proposal ({points} points) broke rules that the program has and a school cannot say; this one keeps them all";
        Foreign::TurnsMade { count } =>
            "{count} lektioner ligger parvis samtidig for samme lærer og klasse: de er taget for hver sin uge (A og B); er det ikke sådan, så ret kolonnen uge",
            "{count} lektioner ligger parvis samtidigt för samma lärare och klass: de har tagits för varsin vecka (A och B); är det inte så, rätta kolumnen vecka",
            "{count} lessons stand in pairs at one time for one teacher and class: they were taken for every other week (A and B); if it is not so, correct week";
        Foreign::PartsMade { count } =>
            "{count} lektioner ligger side om side i en klasse, uden at hold er nævnt: hver er taget for sin del af klassen, opkaldt efter faget; er det ikke sådan, så ret kolonnen hold",
            "{count} lektioner ligger bredvid varandra i en klass utan att grupper nämns: var och en har tagits för sin del av klassen, uppkallad efter ämnet; är det inte så, rätta kolumnen grupp",
            "{count} lessons stand side by side in a class and no groups are named: each was taken for a part of it, named after the subject; if it is not so, correct group";
        Foreign::ClassesInvented { count } =>
            "{count} rækker uden klasse: hver lektion har fået sin egen klasse x… og er låst",
            "{count} rader utan klass: varje lektion har fått en egen klass x… och är låst",
            "{count} rows without a class: each lesson got a class x… of its own and is locked";
    })
}

/// What a person calls what a cell holds; what only the file has a name for keeps that name.
fn content(field: &Field, language: Language) -> String {
    say!(language, match field {
        Field::Class => "klasse", "klass", "class";
        Field::Teacher => "lærer", "lärare", "teacher";
        Field::Subject => "fag", "ämne", "subject";
        Field::Room => "lokale", "sal", "room";
        Field::Pupils => "elevgruppe", "elevgrupp", "set of pupils";
        Field::Day => "dag", "dag", "day";
        Field::Period => "lektion", "lektion", "period";
        Field::Slot => "dag og lektion", "dag och lektion", "day and period";
        Field::Times => "ringetider", "ringtider", "times of a period";
        Field::Surname => "efternavn", "efternamn", "surname";
        Field::FirstName => "fornavn", "förnamn", "first name";
        Field::PersonnelNumber => "medarbejdernummer", "anställningsnummer", "personnel number";
        Field::Gender => "køn", "kön", "gender";
        Field::Email => "e-mail", "e-post", "e-mail";
        Field::Phone => "telefon", "telefon", "phone";
        Field::Mobile => "mobil", "mobil", "mobile";
        Field::BirthDate => "fødselsdato", "födelsedatum", "birth date";
        Field::Own(name) => "{name}", "{name}", "{name}";
    })
}

/// What something is about in brackets, if anything is said of it.
fn bracketed(about: &str) -> String {
    if about.is_empty() { String::new() } else { format!(" ({about})") }
}

/// The first of several names, each once if it stands beside itself.
fn first_names(names: &[String]) -> String {
    let more = if names.len() > NAMES_SHOWN { ", …" } else { "" };
    let known = names.iter().filter(|name| !name.is_empty()).dedup();
    known.take(NAMES_SHOWN).join(", ") + more
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of each variant.
    fn samples() -> Vec<Foreign> {
        let text = || "x".to_owned();
        vec![
            Foreign::XmlBroken { reason: text() },
            Foreign::XmlDoctype,
            Foreign::XmlEntity { name: text() },
            Foreign::XmlTooDeep { most: 1 },
            Foreign::XmlTooLarge { most: 1 },
            Foreign::EncodingUnknown { label: text() },
            Foreign::EncodingWrong { label: text() },
            Foreign::WorkbookBroken,
            Foreign::RootWrong { found: text(), expected: "y" },
            Foreign::PartMissing { part: text() },
            Foreign::ReferenceUnknown { part: "y".into(), name: text() },
            Foreign::IdRepeated { name: text(), line: 1 },
            Foreign::ValueWrong { written: text(), part: text() },
            Foreign::NothingPlaced,
            Foreign::SolutionUnknown { wanted: text(), known: vec![text()] },
            Foreign::SolutionMissing,
            Foreign::CycleTooLong { days: 9 },
            Foreign::FileNeeded { name: "y" },
            Foreign::FileUnused,
            Foreign::FileRepeated { other: text() },
            Foreign::OriginalDiffers { line: 1 },
            Foreign::OriginalMissing { format: "y" },
            Foreign::Unwritable { reason: Lack::Times },
            Foreign::Unwritable { reason: Lack::Weeks },
            Foreign::Unwritable { reason: Lack::Freedom },
            Foreign::Unwritable { reason: Lack::Slot },
            Foreign::Unwritable { reason: Lack::Columns },
            Foreign::Unwritable { reason: Lack::OneFile },
            Foreign::RowUnplaced,
            Foreign::RowIgnored,
            Foreign::RowIncomplete { column: Field::Subject },
            Foreign::RowWrong { written: text(), column: Field::Slot },
            Foreign::RowSeldom { written: text() },
            Foreign::TimesRounded { count: 1 },
            Foreign::ColumnsUnknown { missing: vec![Field::Class] },
            Foreign::ColumnsUnused { names: vec![text()] },
            Foreign::RowInMinutes { written: text() },
            Foreign::SolutionChosen { id: text(), others: 1 },
            Foreign::NameRewritten { from: text(), to: text() },
            Foreign::PersonalDropped { columns: vec![Field::Phone, "y".into()] },
            Foreign::OriginalNotKept,
            Foreign::OriginalKept,
            Foreign::RuleUnmapped { kind: text(), names: vec![text()], hard: true },
            Foreign::FormatUnknown,
            Foreign::FormatUnclear { formats: vec!["y"] },
            Foreign::GridsGuessed { names: vec![text()] },
            Foreign::CellBesidePeriods,
            Foreign::GridsDisagree { count: 1 },
            Foreign::PeriodsRenumbered { labels: vec![text()] },
            Foreign::Untimed { count: 2 },
            Foreign::GroupsAreClasses { years: vec![text()] },
            Foreign::YearsAreClasses { years: vec![text()] },
            Foreign::RulesWatched { kinds: vec![text()] },
            Foreign::ConstraintBroken { kind: text(), about: text(), lessons: vec![text()] },
            Foreign::ConstraintsKept { points: 1 },
            Foreign::TurnsMade { count: 1 },
            Foreign::PartsMade { count: 1 },
            Foreign::ClassesInvented { count: 1 },
        ]
    }

    #[test]
    fn everything_is_said_in_three_languages_and_has_a_code_of_its_own() {
        let samples = samples();
        for foreign in &samples {
            let said = Language::ALL.map(|language| message(foreign, language));
            assert!(said.iter().all(|text| !text.is_empty()), "{foreign:?}");
            // Two sentences about a name alone are alike in two languages that are.
            assert!(said[2] != said[0] && said[2] != said[1], "{said:?}");
        }
        let codes = samples.iter().map(Foreign::code).unique().count();
        assert_eq!(codes, samples.len() - 5, "one code has six reasons");
    }
}
