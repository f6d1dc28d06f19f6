//! What other programs' files have, in Danish, Swedish and English side by side.

use itertools::Itertools as _;

use super::field;
use crate::diagnostic::Foreign;
use crate::diagnostic::foreign::Lack;
use crate::domain::Language;

/// The most names that a message lists.
const NAMES_SHOWN: usize = 4;

pub(super) fn message(foreign: &Foreign, language: Language) -> String {
    let [danish, swedish, english] = said(foreign);
    match language {
        Language::Danish => danish,
        Language::Swedish => swedish,
        Language::English => english,
    }
}

fn said(foreign: &Foreign) -> [String; 3] {
    match foreign {
        Foreign::XmlBroken { .. }
        | Foreign::XmlDoctype
        | Foreign::XmlEntity { .. }
        | Foreign::XmlTooDeep { .. }
        | Foreign::XmlTooLarge { .. }
        | Foreign::EncodingUnknown { .. }
        | Foreign::EncodingWrong { .. }
        | Foreign::WorkbookBroken => of_text(foreign),
        Foreign::RowUnplaced
        | Foreign::RowIgnored
        | Foreign::RowIncomplete { .. }
        | Foreign::RowWrong { .. }
        | Foreign::RowInMinutes { .. } => of_row(foreign),
        Foreign::SolutionChosen { .. }
        | Foreign::NameRewritten { .. }
        | Foreign::PersonalDropped { .. }
        | Foreign::OriginalNotKept
        | Foreign::OriginalKept
        | Foreign::RuleUnmapped { .. }
        | Foreign::ClassesInvented { .. } => of_note(foreign),
        Foreign::FileNeeded { .. }
        | Foreign::FileUnused
        | Foreign::FileRepeated { .. }
        | Foreign::OriginalDiffers { .. }
        | Foreign::OriginalMissing { .. }
        | Foreign::Unwritable { .. } => of_file(foreign),
        _ => of_content(foreign),
    }
}

fn of_text(foreign: &Foreign) -> [String; 3] {
    match foreign {
        Foreign::XmlBroken { reason } => [
            format!("XML'en er ikke hel: {reason}"),
            format!("XML-koden är inte hel: {reason}"),
            format!("the XML is not whole: {reason}"),
        ],
        Foreign::XmlDoctype => [
            "en DOCTYPE kan erklære entiteter; sådan en fil læses ikke".into(),
            "en DOCTYPE kan deklarera entiteter; en sådan fil läses inte".into(),
            "a DOCTYPE can declare entities; such a file is not read".into(),
        ],
        Foreign::XmlEntity { name } => [
            format!("entiteten &{name}; findes ikke i XML"),
            format!("entiteten &{name}; finns inte i XML"),
            format!("XML has no entity &{name};"),
        ],
        Foreign::XmlTooDeep { most } => [
            format!("elementer ligger mere end {most} dybt i hinanden"),
            format!("element ligger mer än {most} djupt i varandra"),
            format!("elements stand more than {most} deep in one another"),
        ],
        Foreign::XmlTooLarge { most } => [
            format!("mere end {most} elementer"),
            format!("fler än {most} element"),
            format!("more than {most} elements"),
        ],
        Foreign::EncodingUnknown { label } => [
            format!("filen angiver tegnsættet \"{label}\", som ikke kendes"),
            format!("filen anger teckenkodningen \"{label}\", som inte är känd"),
            format!("the file declares the encoding \"{label}\", which is not known"),
        ],
        Foreign::EncodingWrong { label } => [
            format!("tegn her hører ikke til tegnsættet {label}, som filen er skrevet i"),
            format!("tecken här hör inte till teckenkodningen {label}, som filen är skriven i"),
            format!("bytes here do not belong to {label}, in which the file is written"),
        ],
        Foreign::WorkbookBroken => [
            "filen er ikke en hel Excel-projektmappe, eller den er beskyttet med adgangskode; åbn den i Excel, og gem den igen som .xlsx".into(),
            "filen är inte en hel Excel-arbetsbok, eller så är den skyddad med lösenord; öppna den i Excel och spara den igen som .xlsx".into(),
            "the file is not a whole Excel workbook, or a password protects it; open it in Excel and save it again as .xlsx".into(),
        ],
        _ => unsaid(),
    }
}

fn of_content(foreign: &Foreign) -> [String; 3] {
    match foreign {
        Foreign::RootWrong { found, expected } => [
            format!("filen er en \"{found}\", ikke en \"{expected}\""),
            format!("filen är en \"{found}\", inte en \"{expected}\""),
            format!("the file is a \"{found}\", not a \"{expected}\""),
        ],
        Foreign::PartMissing { part } => [
            format!("her mangler \"{part}\""),
            format!("här saknas \"{part}\""),
            format!("\"{part}\" is missing here"),
        ],
        Foreign::ReferenceUnknown { part, name } => {
            let [danish, swedish, english] = field::said(part);
            [
                format!("{danish} \"{name}\" findes ikke i filerne"),
                format!("{swedish} \"{name}\" finns inte i filerna"),
                format!("the files have no {english} \"{name}\""),
            ]
        }
        Foreign::IdRepeated { name, line } => [
            format!("\"{name}\" står allerede i linje {line}"),
            format!("\"{name}\" står redan på rad {line}"),
            format!("\"{name}\" stands already in line {line}"),
        ],
        Foreign::ValueWrong { written, part } => [
            format!("\"{written}\" passer ikke som {part}"),
            format!("\"{written}\" passar inte som {part}"),
            format!("\"{written}\" does not fit as {part}"),
        ],
        Foreign::NothingPlaced => [
            "intet i filerne har en dag og en lektion".into(),
            "inget i filerna har en dag och en lektion".into(),
            "nothing in the files has a day and a period".into(),
        ],
        Foreign::SolutionUnknown { wanted, known } => [
            format!("der er ingen løsning \"{wanted}\"; der er {}", listed(known)),
            format!("det finns ingen lösning \"{wanted}\"; det finns {}", listed(known)),
            format!("there is no solution \"{wanted}\"; there are {}", listed(known)),
        ],
        Foreign::SolutionMissing => [
            "filen har en opgave, men ikke noget skema".into(),
            "filen har en uppgift, men inget schema".into(),
            "the file has a task, but no timetable".into(),
        ],
        Foreign::CycleTooLong { days } => [
            format!("{days} dage kan ikke deles i uger på højst syv"),
            format!("{days} dagar kan inte delas i veckor på högst sju"),
            format!("{days} days cannot be divided into weeks of at most seven"),
        ],
        _ => unsaid(),
    }
}

fn of_file(foreign: &Foreign) -> [String; 3] {
    match foreign {
        Foreign::FileNeeded { name } => [
            format!("{name} mangler, og uden den går det ikke"),
            format!("{name} saknas, och utan den går det inte"),
            format!("{name} is missing, and nothing goes without it"),
        ],
        Foreign::FileUnused => {
            ["filen bruges ikke".into(), "filen används inte".into(), "the file is not used".into()]
        }
        Foreign::FileRepeated { other } => [
            format!("{other} er samme slags fil"),
            format!("{other} är samma slags fil"),
            format!("{other} is the same kind of file"),
        ],
        Foreign::OriginalDiffers { line } => [
            format!("timetable.csv linje {line} er ikke længere det, der blev importeret"),
            format!("timetable.csv rad {line} är inte längre det som importerades"),
            format!("timetable.csv line {line} is no longer what was imported"),
        ],
        Foreign::OriginalMissing { format } => [
            format!("skolen er ikke importeret fra {format}"),
            format!("skolan är inte importerad från {format}"),
            format!("the school was not imported from {format}"),
        ],
        Foreign::Unwritable { reason: Lack::Times } => [
            "periods.csv siger ikke, hvornår hver lektion begynder og slutter".into(),
            "periods.csv säger inte när varje lektion börjar och slutar".into(),
            "periods.csv does not say when each period begins and ends".into(),
        ],
        Foreign::Unwritable { reason: Lack::Weeks } => [
            "skriv hvilke uger: --week 2026-08-17, med flere uger i turnus --week 2026-08-17=A"
                .into(),
            "skriv vilka veckor: --week 2026-08-17, med flera veckor i cykeln --week 2026-08-17=A"
                .into(),
            "say which weeks: --week 2026-08-17, in a cycle of several weeks --week 2026-08-17=A"
                .into(),
        ],
        Foreign::Unwritable { reason: Lack::Freedom } => [
            "filen selv fastlægger tid eller lokale her; et skema kan ikke sige andet".into(),
            "filen själv bestämmer tid eller sal här; ett schema kan inte säga annat".into(),
            "the file itself sets the time or the room here; a timetable cannot say otherwise"
                .into(),
        ],
        Foreign::Unwritable { reason: Lack::Slot } => [
            "lektionen er flyttet til en tid, som filen ikke har i den uge".into(),
            "lektionen är flyttad till en tid som filen inte har den veckan".into(),
            "the lesson was moved to a time that the file does not have in that week".into(),
        ],
        _ => unsaid(),
    }
}

fn of_row(foreign: &Foreign) -> [String; 3] {
    match foreign {
        Foreign::RowUnplaced => [
            "ikke brugt: uden dag eller lektion".into(),
            "inte använd: utan dag eller lektion".into(),
            "not used: without a day or a period".into(),
        ],
        Foreign::RowIgnored => [
            "ikke brugt: skolens program ignorerer den selv".into(),
            "inte använd: skolans program ignorerar den självt".into(),
            "not used: the school's program ignores it itself".into(),
        ],
        Foreign::RowIncomplete { column } => {
            let [danish, swedish, english] = field::said(column);
            [
                format!("ikke brugt: uden {danish}"),
                format!("inte använd: utan {swedish}"),
                format!("not used: without {english}"),
            ]
        }
        Foreign::RowWrong { written, column } => {
            let [danish, swedish, english] = field::said(column);
            [
                format!("ikke brugt: \"{written}\" passer ikke som {danish}"),
                format!("inte använd: \"{written}\" passar inte som {swedish}"),
                format!("not used: \"{written}\" does not fit as {english}"),
            ]
        }
        Foreign::RowInMinutes { written } => [
            format!(
                "ikke brugt: ligger efter minutter ({written}), ikke efter lektioner; eksportér uden minutter"
            ),
            format!(
                "inte använd: ligger efter minuter ({written}), inte efter lektioner; exportera utan minuter"
            ),
            format!(
                "not used: placed by minutes ({written}), not by periods; export without minutes"
            ),
        ],
        _ => unsaid(),
    }
}

fn of_note(foreign: &Foreign) -> [String; 3] {
    match foreign {
        Foreign::SolutionChosen { id, others } => [
            format!("skemaet er løsningen \"{id}\"; {others} andre er udeladt (--solution vælger)"),
            format!("schemat är lösningen \"{id}\"; {others} andra utelämnas (--solution väljer)"),
            format!(
                "the timetable is the solution \"{id}\"; {others} others are left out (--solution chooses)"
            ),
        ],
        Foreign::NameRewritten { from, to } => [
            format!("\"{from}\" skrives \"{to}\""),
            format!("\"{from}\" skrivs \"{to}\""),
            format!("\"{from}\" is written \"{to}\""),
        ],
        Foreign::PersonalDropped { columns } => {
            let [danish, swedish, english] = [0, 1, 2]
                .map(|language| columns.iter().map(|one| field::said(one)[language]).join(", "));
            [
                format!("personoplysninger er ikke læst: {danish}"),
                format!("personuppgifter har inte lästs: {swedish}"),
                format!("particulars of persons are not read: {english}"),
            ]
        }
        Foreign::OriginalNotKept => [
            "der gemmes ingen kopi af filen, fordi der står personoplysninger i den".into(),
            "ingen kopia av filen sparas, eftersom det står personuppgifter i den".into(),
            "no copy of the file is kept, because it holds particulars of persons".into(),
        ],
        Foreign::OriginalKept => [
            "kopien under original/ er urørt og indeholder altså personoplysninger".into(),
            "kopian under original/ är orörd och innehåller alltså personuppgifter".into(),
            "the copy under original/ is untouched, so it holds particulars of persons".into(),
        ],
        Foreign::RuleUnmapped { kind, names, hard } => {
            let (count, names) = (names.len(), listed(names));
            let [danish, swedish, english] = if *hard {
                ["krav", "krav", "requirement"]
            } else {
                ["ønske", "önskemål", "wish"]
            };
            [
                format!("{kind} ({danish}, {count}) tages ikke med: {names}"),
                format!("{kind} ({swedish}, {count}) tas inte över: {names}"),
                format!("{kind} ({english}, {count}) is not taken over: {names}"),
            ]
        }
        Foreign::ClassesInvented { count } => [
            format!(
                "{count} rækker uden klasse: hver lektion har fået sin egen klasse x… og er låst"
            ),
            format!(
                "{count} rader utan klass: varje lektion har fått en egen klass x… och är låst"
            ),
            format!(
                "{count} rows without a class: each lesson got a class x… of its own and is locked"
            ),
        ],
        _ => unsaid(),
    }
}

fn listed(names: &[String]) -> String {
    let more = if names.len() > NAMES_SHOWN { ", …" } else { "" };
    let known = names.iter().filter(|name| !name.is_empty()).dedup();
    known.take(NAMES_SHOWN).join(", ") + more
}

/// Every variant is said by one of the functions above; a test goes through them.
fn unsaid() -> [String; 3] {
    [String::new(), String::new(), String::new()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Field;

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
            Foreign::RowUnplaced,
            Foreign::RowIgnored,
            Foreign::RowIncomplete { column: Field::Subject },
            Foreign::RowWrong { written: text(), column: Field::Slot },
            Foreign::RowInMinutes { written: text() },
            Foreign::SolutionChosen { id: text(), others: 1 },
            Foreign::NameRewritten { from: text(), to: text() },
            Foreign::PersonalDropped { columns: vec![Field::Phone, "y".into()] },
            Foreign::OriginalNotKept,
            Foreign::OriginalKept,
            Foreign::RuleUnmapped { kind: text(), names: vec![text()], hard: true },
            Foreign::ClassesInvented { count: 1 },
        ]
    }

    #[test]
    fn everything_is_said_in_three_languages_and_has_a_code_of_its_own() {
        let samples = samples();
        for foreign in &samples {
            let said = said(foreign);
            assert!(said.iter().all(|text| !text.is_empty()), "{foreign:?}");
            // Two sentences about a name alone are alike in two languages that are.
            assert!(said[2] != said[0] && said[2] != said[1], "{said:?}");
        }
        let codes = samples.iter().map(Foreign::code).unique().count();
        assert_eq!(codes, samples.len() - 3, "one code has four reasons");
    }
}
