//! Danish.

use itertools::Itertools as _;

use super::{LINES_SHOWN, code_points, expected, kind, sign, stem};
use crate::diagnostic::{Fault, NameKind};

/// The weekdays, Monday first.
const DAYS: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

/// What the tabulator is called.
const TAB: &str = "tabulator";

#[expect(clippy::too_many_lines, reason = "one arm for each fault; the list is the point")]
pub(super) fn message(fault: &Fault) -> String {
    match fault {
        Fault::Foreign(_) | Fault::Undated(_) => String::new(),
        Fault::FolderMissing => "mappen findes ikke".into(),
        Fault::FileMissing { .. } => "der er ingen sådan fil".into(),
        Fault::FileNearlyNamed { expected } => {
            format!("filen bliver ikke læst; det gør kun en fil ved navn {expected}")
        }
        Fault::FileTwice { other } => format!("der er også en fil ved navn {other}"),
        Fault::FileIsFolder => "dette er en mappe, ikke en fil".into(),
        Fault::FileUnreadable { reason } | Fault::SolutionUnreadable { reason } => format!("filen kan ikke læses: {reason}"),
        Fault::FileTooLarge { megabytes, most } => {
            format!("filen er på {megabytes} MB; der læses højst {most} MB")
        }
        Fault::FileEmpty => "filen er tom".into(),
        Fault::FileBinary => "filen er ikke tekst".into(),
        Fault::TextDamaged => "nogle bogstaver kan ikke læses i filens tegnsæt".into(),
        Fault::TextGarbled => "nogle bogstaver ser ødelagte ud, fx \"Ã¸\" i stedet for \"ø\"".into(),
        Fault::PersonalNumber => {
            "dette ligner et CPR-nummer eller et svensk personnummer; det bliver hverken læst eller vist".into()
        }
        Fault::MoreFaults { like, count } => format!("… og {count} mere af samme slags i denne fil ({like})"),
        Fault::NoLessons => "skemaet har ingen rækker".into(),
        Fault::NoApprentices => "der er ingen elever i praktik, så intet skal ændres".into(),
        Fault::QuoteOverLines { lines } => format!("et anførselstegn åbner her en celle, der først slutter {lines} linje(r) længere nede"),
        Fault::QuoteOverCells => "et anførselstegn åbner her en celle, der slutter midt i en anden".into(),
        Fault::CellsQuoted { others } => format!("her står tegn, der adskiller celler, i anførselstegn, og rækken har færre celler, end der er overskrifter{}", lines_too(others)),
        Fault::PeriodLonely { period, before } => format!("lektion {period}, men intet ligger i lektionerne mellem den og {before}; nu kan timer flyttes dertil"),
        Fault::RangeCut { class, subject, free } => format!("én lektion {subject}, som {class} ellers har i længere timer, og lektion {free} ved siden af er fri"),
        Fault::SignsDeceptive { name, signs } => format!("{name} har tegn, der ligner andre eller ikke kan ses: {}", code_points(signs)),
        Fault::QuoteUnclosed => "et anførselstegn åbner en celle, der aldrig slutter".into(),
        Fault::TooManyColumns { most } => format!("flere end {most} kolonner"),
        Fault::CellWithoutHeading { written, others } => format!("\"{written}\" står ikke under nogen overskrift{}", lines_too(others)),
        Fault::DelimiterMissing => "overskrifterne står i én celle: der er intet skilletegn mellem dem".into(),
        Fault::DelimiterContradicted { announced, seen } => format!("linjen sep={announced} siger, at skilletegnet er \"{announced}\", men overskrifterne er adskilt af {}", sign(*seen, TAB)),
        Fault::FileMistaken { like } => format!("dette er overskrifterne til {like}"),
        Fault::HeadingsMissing { .. } => "denne linje skulle være overskrifterne, men ingen af dem er kendt".into(),
        Fault::DelimiterMixed { seen, headings, others } => format!("rækkens celler er adskilt af {}, overskrifterne af {}{}", sign(*seen, TAB), sign(*headings, TAB), lines_too(others)),
        Fault::PlacesUnused => "ingen elev siges at være på et af disse praktiksteder, så de tæller ikke".into(),
        Fault::PlacesUnlimited => "intet siger, hvor mange elever et praktiksted tager, så intet sted har en grænse".into(),
        Fault::TooManyRows { most } => format!("flere end {most} rækker"),
        Fault::HeadingsAgain { others } => format!("overskrifterne står her en gang til{}", lines_too(others)),
        Fault::ColumnsSwapped { one, other } => format!("det, der står under {one}, hører til under {other}, og omvendt"),
        Fault::RowRepeated { line, others } => format!("den samme række som på linje {line}{}", rows_too(others.len())),
        Fault::HeadingRepeated { column } => format!("kolonnen {column} er her to gange"),
        Fault::HeadingUnknown { .. } => "ukendt kolonne, som ikke bliver læst".into(),
        Fault::ColumnMissing { column, .. } => format!("kolonnen {column} mangler"),
        Fault::CellEmpty => "cellen er tom".into(),
        Fault::DayUnknown { written, .. } => format!("\"{written}\" er ikke en ugedag"),
        Fault::DayTooShort { written } => {
            format!("\"{written}\": et enkelt bogstav kan være flere ugedage")
        }
        Fault::DayNumberMixed { written } => {
            format!("\"{written}\" kan være både en dag og et lektionsnummer")
        }
        Fault::DayIsDate { written } => format!("\"{written}\" er en dato, ikke en ugedag"),
        Fault::PeriodUnreadable { written, .. } => format!("\"{written}\" er ikke et lektionsnummer"),
        Fault::PeriodIsDate { written, .. } => {
            format!("\"{written}\" er en dato; et regneark har lavet den af fx 1-2")
        }
        Fault::PeriodTooLarge { written } => format!("\"{written}\": lektionsnumre går fra 0 til 99"),
        Fault::PeriodsReversed { written } => format!("\"{written}\" slutter, før det begynder"),
        Fault::YesNoUnknown { written } => format!("\"{written}\" er hverken ja eller nej"),
        Fault::NumberUnreadable { written, least, most, .. } => {
            format!("\"{written}\" er ikke et helt tal fra {least} til {most}")
        }
        Fault::CoreUnknown { written } => {
            format!("\"{written}\" er hverken required, desired eller no")
        }
        Fault::GroupList { written } => format!("\"{written}\" nævner mere end ét hold"),
        Fault::GroupIncomplete { written } => format!("\"{written}\" nævner ingen del af en klasse"),
        Fault::AwayIncomplete { written } => format!("\"{written}\" har en tom mulighed"),
        Fault::AnyNotAlone { written } => format!("\"{written}\": any skal stå alene"),
        Fault::AwayOutsideGrid { written } => {
            format!("\"{written}\" er på et tidspunkt, hvor skolen ikke har lektioner")
        }
        Fault::TimeUnreadable { written } => format!("\"{written}\" er ikke et klokkeslæt"),
        Fault::TimesReversed { written } => format!("\"{written}\" er tidligere end klokkeslættet før"),
        Fault::HoursReversed { class } => format!("{class}: første lektion ligger efter den sidste"),
        Fault::ChangeUnknown { written } => format!("\"{written}\" er hverken join, leave eller move"),
        Fault::PupilPresent { pupil } => format!("{pupil} er allerede elev i praktik"),
        Fault::PupilUnknown { pupil, .. } => format!("{pupil} er ikke elev i praktik på det tidspunkt"),
        Fault::ScenarioUnknown { scenario, .. } => format!("der er intet scenarie {scenario}"),
        Fault::ScenarioCircular { scenario } => format!("{scenario} kommer efter sig selv"),
        Fault::PupilRepeated { pupil, line } => format!("{pupil} står også på linje {line}"),
        Fault::LinesDisagree { name, line } => format!("linje {line} siger noget andet om {name}"),
        Fault::TogetherDiffers { label, pupil, line } => format!(
            "elever med mærket {label} skal have de samme muligheder i samme rækkefølge, men {pupil} på linje {line} har andre"
        ),
        Fault::ClassUnknown { class, .. } => format!("skemaet har ingen klasse {class}"),
        Fault::NameUnknown { kind: NameKind::Place, name, .. } => {
            format!("places.csv har ikke praktikstedet {name}")
        }
        Fault::NameUnknown { kind, name, .. } => {
            format!("skemaet kender ikke {} {name}", kind::said(*kind)[0])
        }
        Fault::NamesAlike { kind, name, other, file, line } => format!(
            "{name} og {other} ({file}:{line}) er næsten samme navn, men tæller som to forskellige: {}",
            kind::said(*kind)[0]
        ),
        Fault::GroupUnknown { group, class, .. } => {
            format!("{class} har ingen række med holdet {group}")
        }
        Fault::GroupMissing { pupil, class, division } if division.is_empty() => {
            format!("{class} er delt, og {pupil} er ikke på noget hold: regnes med på alle hold")
        }
        Fault::GroupMissing { pupil, class, division } => format!(
            "{class} er delt i {division}, og {pupil} er ikke på noget hold: regnes med på alle hold"
        ),
        Fault::SubjectNotTaught { subject, .. } => format!("der er ingen lektioner i {subject}"),
        Fault::SubjectsUnknown { codes, .. } => {
            format!("det vides ikke, om disse er kernefag: {}", codes.iter().join(", "))
        }
        Fault::TooManyWeeks { count, most } => {
            format!("{count} forskellige uger; der skelnes højst mellem {most}")
        }
        Fault::LessonOutsideGrid { slot } => {
            format!("skolen har ingen lektion {} om {}en", slot.period, DAYS[slot.day as usize])
        }
        Fault::TomlUnreadable { reason } => format!("dette er ikke TOML: {reason}"),
        Fault::SettingUnknown { key, .. } => format!("ukendt indstilling {key}, som ikke bliver læst"),
        Fault::SettingWrong { key, expected: wanted } => format!("{key} skal være {}", expected::danish(*wanted)),
        Fault::RowUnmatched => "skolens skema har ingen sådan række".into(),
        Fault::RowLost { line } => format!("rækken på linje {line} i skolens skema mangler"),
        Fault::LengthChanged { from, to } => {
            format!("rækken varede {from} lektioner og varer nu {to}")
        }
        Fault::LessonTorn { lesson, lines } => format!(
            "lektionen {lesson} er revet i stykker: rækkerne på linje {} hænger ikke længere sammen",
            lines.iter().join(", ")
        ),
        Fault::RoomsChanged { from, to } => format!("rækken havde {from} lokaler og har nu {to}"),
        Fault::RoomTorn { room, one, other } => {
            format!("lokalet {room} i denne lektion er blevet til både {one} og {other}")
        }
        Fault::RoomsMerged { room } => format!("to lokaler i denne lektion er blevet til {room}"),
        Fault::RoomUnknown { room, .. } => format!("skolen har intet lokale {room}"),
        Fault::ListedSubjectUnknown { subject, .. } => format!("{subject} er ikke et fag i skemaet, i subjects.csv eller i aliastabellen; en kernelektion kunne gå tabt uset"),
        Fault::ListUnjoined { written, .. } => format!("\"{written}\": kun + forbinder punkterne i en liste"),
        Fault::FolderIsFile => "dette er en fil, ikke en mappe".into(),
        Fault::FolderUnreadable { reason } => format!("mappen kan ikke læses: {reason}"),
        Fault::FileUnread { instead } => file_unread(*instead),
        Fault::FileIsWorkbook { expected } => format!("en projektmappe med det navn bliver ikke læst; kun {expected} gør"),
        Fault::FileIrregular => "dette er et rør eller en enhed, ikke en fil".into(),
        Fault::WeekList { written } => format!("\"{written}\" nævner mere end én uge"),
        Fault::DayLonely { day, lessons, others } => format!("{} har kun {lessons} række(r), andre dage op til {others}; lektioner kan nu flyttes dertil", DAYS[*day as usize]),
        Fault::TimeOutsideGrid { written } => format!("\"{written}\" er på et tidspunkt, hvor skolen ikke har lektioner, og tæller derfor ikke"),
        Fault::AwayUnjoined { written, .. } => format!("\"{written}\": kun + og | forbinder dage"),
        Fault::AnswerUnfinished => "svaret blev ikke skrevet færdigt, eller det skrives netop nu".into(),
        Fault::AwayUnchosen { pupil } => format!("intet siger, hvilken mulighed {pupil} får"),
        Fault::AwayUnknown { pupil, written } => {
            format!("\"{written}\" er ikke en af mulighederne for {pupil}")
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each fault; the list is the point")]
pub(super) fn help(fault: &Fault) -> Option<String> {
    Some(match fault {
        Fault::FolderMissing | Fault::FolderIsFile => "angiv den mappe, som timetable.csv ligger i".into(),
        Fault::FileMissing { found: Some(found) } => format!("omdøb {found}, hvis det er den"),
        Fault::FileMissing { found: None } => "læg den der; README.md siger, hvilke kolonner den har".into(),
        Fault::FileNearlyNamed { expected } => format!("omdøb den til {expected}"),
        Fault::FileTwice { .. } => "slet en af dem".into(),
        Fault::FileIsFolder => "omdøb mappen, og læg filen i stedet".into(),
        Fault::FileUnreadable { .. } | Fault::FolderUnreadable { .. } => "luk andre programmer, der bruger den, og se på dens rettigheder".into(),
        Fault::FileTooLarge { .. } => "udelad det, der ikke hører til skemaet".into(),
        Fault::FileEmpty => "skriv overskrifterne, eller slet filen, hvis den ikke er nødvendig".into(),
        Fault::FileBinary => "gem den som CSV, ikke som projektmappe".into(),
        Fault::TextDamaged | Fault::TextGarbled => "gem den igen som \"CSV UTF-8\"".into(),
        Fault::PersonalNumber => {
            "brug jeres egen nøgle, fx 8A-03; skriv telefonnumre med mellemrum".into()
        }
        Fault::NoLessons => "skriv en linje for hver lektion under overskrifterne".into(),
        Fault::QuoteOverLines { .. } | Fault::QuoteOverCells => "slet tegnet, eller skriv cellen på én linje; et tegn, der er ment, fordobles i en celle med anførselstegn".into(),
        Fault::CellsQuoted { .. } => "se efter, om der står flere celler i anførselstegnene; hører det sammen, skal der ikke gøres noget".into(),
        Fault::PeriodLonely { .. } => "se efter, om lektionen er rigtig; periods.csv kan sige, hvilke lektioner der findes".into(),
        Fault::RangeCut { .. } => "se efter, om der var ment flere lektioner, som 3-4; ellers skal der ikke gøres noget".into(),
        Fault::SignsDeceptive { .. } => "skriv navnet på ny, her og hvor det er kopieret hen".into(),
        Fault::QuoteUnclosed => "tilføj det afsluttende anførselstegn, eller fordobl et, der er ment".into(),
        Fault::CellWithoutHeading { .. } => {
            "giv kolonnen en overskrift, eller sæt anførselstegn om en celle med skilletegnet i".into()
        }
        Fault::DelimiterMissing => "sæt ; mellem cellerne på hver linje, og ingen anførselstegn om hele linjer".into(),
        Fault::DelimiterContradicted { .. } => "slet linjen, der begynder med sep=".into(),
        Fault::FileMistaken { like } => format!("omdøb filen til {like}, hvis det er den; er to filer byttet om?"),
        Fault::HeadingsMissing { line: Some(line), .. } => format!("slet linjerne over linje {line}, som har overskrifterne"),
        Fault::HeadingsMissing { expected, line: None } => format!("begynd filen med en linje med overskrifter: {}; `mesterskema aliases` viser alle, der forstås", expected.iter().map(|names| names[1]).join(", ")),
        Fault::DelimiterMixed { .. } => "skriv alle linjer med samme skilletegn".into(),
        Fault::PlacesUnused => "skriv hver elevs praktiksted i kolonnen place i apprentices.csv".into(),
        Fault::PlacesUnlimited => "skriv antallet i kolonnen elever og ugedagen i kolonnen dag".into(),
        Fault::TooManyRows { .. } => "udelad det, der ikke hører til skolen".into(),
        Fault::HeadingsAgain { .. } => "slet linjen, og se efter, om rækker er sat ind to gange".into(),
        Fault::ColumnsSwapped { .. } => "byt de to overskrifter om".into(),
        Fault::RowRepeated { .. } => "slet den, hvis den er en for meget".into(),
        Fault::HeadingRepeated { .. } => "slet eller omdøb en af dem".into(),
        Fault::ColumnMissing { aliases, .. } => {
            format!("disse overskrifter forstås: {}", aliases.iter().join(", "))
        }
        Fault::CellEmpty => "udfyld den, eller slet rækken".into(),
        Fault::NumberUnreadable { meant: Some(meant), .. } => format!("mente du {meant}?"),
        Fault::NumberUnreadable { .. } => "skriv et helt tal uden komma eller enhed".into(),
        Fault::DayUnknown { nearest: Some(nearest), .. } => format!("mente du {nearest}?"),
        Fault::DayUnknown { .. } | Fault::DayTooShort { .. } => {
            "skriv man, tirs, ons … eller mandag, tirsdag …, eller 1 for mandag".into()
        }
        Fault::DayNumberMixed { .. } => "skriv dagen som ord foran hvert lektionsnummer: tors 3+tors 5".into(),
        Fault::DayIsDate { .. } => "skriv man, tirs …: hver række gælder alle uger, eller dem som kolonnen week nævner".into(),
        Fault::PeriodUnreadable { meant: Some(meant), .. } => format!("mente du {meant}?"),
        Fault::PeriodUnreadable { .. } | Fault::PeriodTooLarge { .. } | Fault::PeriodsReversed { .. } => {
            "skriv et tal som 3 eller et spænd som 3-4".into()
        }
        Fault::PeriodIsDate { meant: Some(meant), .. } => format!("formatér kolonnen som tekst, og skriv {meant} igen"),
        Fault::PeriodIsDate { .. } => "formatér kolonnen som tekst, og skriv spændet igen".into(),
        Fault::YesNoUnknown { .. } => "skriv ja eller nej, eller lad den være tom for nej".into(),
        Fault::CoreUnknown { .. } => {
            "required: ingen må gå glip af det; desired: det koster point at gå glip af det; no: ingen af delene".into()
        }
        Fault::GroupList { .. } => "skriv en række for hvert hold med samme lektions-id".into(),
        Fault::GroupIncomplete { .. } => "skriv deling:hold, fx sprog:TYS, eller kun holdet".into(),
        Fault::AwayIncomplete { .. } => "skriv tirs, eller tors 3-6, eller tirs|tors, eller any".into(),
        Fault::AnyNotAlone { .. } => "skriv any alene, eller nævn mulighederne".into(),
        Fault::AwayOutsideGrid { .. } | Fault::TimeOutsideGrid { .. } => "se efter, om dag og lektioner er rigtige".into(),
        Fault::TimeUnreadable { .. } => "skriv 08:00 eller 8.00".into(),
        Fault::ChangeUnknown { .. } => "join: en ny elev i praktik; leave: ikke længere; move: anden dag, klasse eller hold".into(),
        Fault::PupilPresent { .. } => "brug move for en elev, der skifter, eller vælg en anden nøgle".into(),
        Fault::ScenarioUnknown { nearest: None, .. } => "nævn scenarier fra denne fil i kolonnen after".into(),
        Fault::ScenarioCircular { .. } => "lad et af dem ikke komme efter noget".into(),
        Fault::PupilRepeated { .. } => "hver elev har én linje og sin egen nøgle".into(),
        Fault::LinesDisagree { .. } => "behold den ene af linjerne".into(),
        Fault::SubjectsUnknown { lines, .. } => format!(
            "tilføj disse linjer til subjects.csv med required, desired eller no (hvor der er et spørgsmålstegn, så tag stilling og slet det):\n{}",
            lines.iter().join("\n")
        ),
        Fault::LessonOutsideGrid { .. } => "ret rækken, eller tilføj lektionen i periods.csv".into(),
        Fault::LessonTorn { .. } => "flyt alle rækker i en lektion lige langt".into(),
        Fault::ListedSubjectUnknown { nearest, .. } => listed_subject(nearest.as_deref()),
        Fault::ListUnjoined { joined, .. } => format!("skriv {joined}"),
        Fault::FileUnread { .. } => "tag den ud af mappen, hvis intet i den skal bruges".into(),
        Fault::FileIsWorkbook { expected } => format!(
            "gem den som Excel-projektmappe med navnet {}.xlsx, eller arket som {expected} i formatet \"CSV UTF-8\"",
            stem(expected)
        ),
        Fault::FileIrregular => "læg en almindelig fil i stedet".into(),
        Fault::WeekList { .. } => "lad cellen være tom for alle uger, eller skriv en række for hver uge".into(),
        Fault::DayLonely { .. } => "se efter, om dagen er rigtig; er den det, skal intet gøres".into(),
        Fault::AwayUnjoined { both, either, .. } => format!("skriv {both}, hvis det er dem alle, {either}, hvis der vælges én"),
        Fault::AnswerUnfinished => "kør solve igen med denne mappe som --out".into(),
        Fault::AwayUnchosen { .. } => "læg solution.json ved siden af skemaet".into(),
        Fault::HeadingUnknown { nearest: Some(nearest) }
        | Fault::ClassUnknown { nearest: Some(nearest), .. }
        | Fault::NameUnknown { nearest: Some(nearest), .. }
        | Fault::GroupUnknown { nearest: Some(nearest), .. }
        | Fault::SubjectNotTaught { nearest: Some(nearest), .. }
        | Fault::SettingUnknown { nearest: Some(nearest), .. }
        | Fault::PupilUnknown { nearest: Some(nearest), .. }
        | Fault::ScenarioUnknown { nearest: Some(nearest), .. }
        | Fault::RoomUnknown { nearest: Some(nearest), .. } => format!("mente du {nearest}?"),
        Fault::GroupMissing { .. } => "skriv elevens hold i kolonnen group".into(),
        Fault::NamesAlike { .. } => "skriv dem ens, hvis de er den samme".into(),
        Fault::Foreign(_) | Fault::Undated(_)
        | Fault::HeadingUnknown { .. }
        | Fault::ClassUnknown { .. }
        | Fault::NameUnknown { .. }
        | Fault::GroupUnknown { .. }
        | Fault::SubjectNotTaught { .. }
        | Fault::SettingUnknown { .. }
        | Fault::RoomUnknown { .. }
        | Fault::PupilUnknown { .. }
        | Fault::MoreFaults { .. }
        | Fault::NoApprentices
        | Fault::TooManyColumns { .. }
        | Fault::TimesReversed { .. }
        | Fault::HoursReversed { .. }
        | Fault::TogetherDiffers { .. }
        | Fault::TooManyWeeks { .. }
        | Fault::TomlUnreadable { .. }
        | Fault::SettingWrong { .. }
        | Fault::RowUnmatched
        | Fault::RowLost { .. }
        | Fault::LengthChanged { .. }
        | Fault::RoomsChanged { .. }
        | Fault::RoomTorn { .. }
        | Fault::RoomsMerged { .. }
        | Fault::SolutionUnreadable { .. }
        | Fault::AwayUnknown { .. } => return None,
    })
}

/// What to write instead of a core subject that nobody knows.
fn listed_subject(nearest: Option<&str>) -> String {
    nearest.map_or_else(
        || "skriv en fagkode fra skemaet, eller tilføj faget i subjects.csv".into(),
        |nearest| format!("mente du {nearest}?"),
    )
}

/// The other lines with the same fault, as far as they are few.
fn lines_too(lines: &[u32]) -> String {
    let shown = lines.iter().take(LINES_SHOWN).join(", ");
    match lines.len() {
        0 => String::new(),
        count if count > LINES_SHOWN => {
            format!(", ligesom på linje {shown} og {} flere", count - LINES_SHOWN)
        }
        _ => format!(", ligesom på linje {shown}"),
    }
}

/// How many rows are repeated, if it is more than the one.
fn rows_too(others: usize) -> String {
    if others == 0 { String::new() } else { format!("; gentagne rækker i filen: {}", others + 1) }
}

fn file_unread(instead: Option<&str>) -> String {
    instead.map_or_else(
        || "filen bliver ikke læst".into(),
        |read| format!("filen bliver ikke læst, men {read} gør"),
    )
}
