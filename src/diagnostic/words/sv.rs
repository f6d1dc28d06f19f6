//! Swedish.

use itertools::Itertools as _;

use super::{LINES_SHOWN, code_points, expected, kind, sign, stem};
use crate::diagnostic::{Fault, NameKind};

/// The weekdays, Monday first.
const DAYS: [&str; 7] = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

/// What the tabulator is called.
const TAB: &str = "tabb";

#[expect(clippy::too_many_lines, reason = "one arm for each fault; the list is the point")]
pub(super) fn message(fault: &Fault) -> String {
    match fault {
        Fault::Foreign(_) | Fault::Undated(_) => String::new(),
        Fault::FolderMissing => "mappen finns inte".into(),
        Fault::FileMissing { .. } => "det finns ingen sådan fil".into(),
        Fault::FileNearlyNamed { expected } => {
            format!("filen läses inte; det gör bara en fil som heter {expected}")
        }
        Fault::FileTwice { other } => format!("det finns också en fil som heter {other}"),
        Fault::FileIsFolder => "det här är en mapp, inte en fil".into(),
        Fault::FileUnreadable { reason } | Fault::SolutionUnreadable { reason } => format!("filen kan inte läsas: {reason}"),
        Fault::FileTooLarge { megabytes, most } => {
            format!("filen är på {megabytes} MB; högst {most} MB läses")
        }
        Fault::FileEmpty => "filen är tom".into(),
        Fault::FileBinary => "filen är inte text".into(),
        Fault::TextDamaged => "några bokstäver kan inte läsas i filens teckenkodning".into(),
        Fault::TextGarbled => "några bokstäver ser förstörda ut, t.ex. \"Ã¶\" i stället för \"ö\"".into(),
        Fault::PersonalNumber => {
            "det här ser ut som ett personnummer eller ett danskt CPR-nummer; det varken läses eller visas".into()
        }
        Fault::MoreFaults { like, count } => format!("… och {count} till av samma slag i den här filen ({like})"),
        Fault::NoLessons => "schemat har inga rader".into(),
        Fault::NoApprentices => "det finns inga elever på praktik, så inget behöver ändras".into(),
        Fault::QuoteOverLines { lines } => format!("ett citattecken öppnar här en cell som slutar först {lines} rad(er) längre ner"),
        Fault::QuoteOverCells => "ett citattecken öppnar här en cell som slutar mitt i en annan".into(),
        Fault::CellsQuoted { others } => format!("här står tecken som skiljer celler åt inom citattecken, och raden har färre celler än det finns rubriker{}", lines_too(others)),
        Fault::PeriodLonely { period, before } => format!("lektion {period}, men inget ligger på lektionerna mellan den och {before}; nu kan lektioner flyttas dit"),
        Fault::RangeCut { class, subject, free } => format!("en enda lektion {subject}, som {class} annars har i längre pass, och lektion {free} bredvid är ledig"),
        Fault::SignsDeceptive { name, signs } => format!("{name} har tecken som liknar andra eller inte syns: {}", code_points(signs)),
        Fault::QuoteUnclosed => "ett citattecken öppnar en cell som aldrig slutar".into(),
        Fault::TooManyColumns { most } => format!("fler än {most} kolumner"),
        Fault::CellWithoutHeading { written, others } => format!("\"{written}\" står inte under någon rubrik{}", lines_too(others)),
        Fault::DelimiterMissing => "rubrikerna står i en enda cell: det finns inget skiljetecken mellan dem".into(),
        Fault::DelimiterContradicted { announced, seen } => format!("raden sep={announced} säger att skiljetecknet är \"{announced}\", men rubrikerna skiljs åt av {}", sign(*seen, TAB)),
        Fault::FileMistaken { like } => format!("det här är rubrikerna till {like}"),
        Fault::HeadingsMissing { .. } => "den här raden borde vara rubrikerna, men ingen av dem är känd".into(),
        Fault::DelimiterMixed { seen, headings, others } => format!("radens celler skiljs åt av {}, rubrikerna av {}{}", sign(*seen, TAB), sign(*headings, TAB), lines_too(others)),
        Fault::PlacesUnused => "ingen elev sägs vara på någon av dessa praktikplatser, så de räknas inte".into(),
        Fault::PlacesUnlimited => "inget säger hur många elever en praktikplats tar, så ingen plats har en gräns".into(),
        Fault::TooManyRows { most } => format!("fler än {most} rader"),
        Fault::HeadingsAgain { others } => format!("rubrikerna står här en gång till{}", lines_too(others)),
        Fault::ColumnsSwapped { one, other } => format!("det som står under {one} hör hemma under {other}, och tvärtom"),
        Fault::RowRepeated { line, others } => format!("samma rad som på rad {line}{}", rows_too(others.len())),
        Fault::HeadingRepeated { column } => format!("kolumnen {column} finns här två gånger"),
        Fault::HeadingUnknown { .. } => "okänd kolumn, som inte läses".into(),
        Fault::ColumnMissing { column, .. } => format!("kolumnen {column} saknas"),
        Fault::CellEmpty => "cellen är tom".into(),
        Fault::DayUnknown { written, .. } => format!("\"{written}\" är ingen veckodag"),
        Fault::DayTooShort { written } => {
            format!("\"{written}\": en enda bokstav kan vara flera veckodagar")
        }
        Fault::DayNumberMixed { written } => {
            format!("\"{written}\" kan vara både en dag och ett lektionsnummer")
        }
        Fault::DayIsDate { written } => format!("\"{written}\" är ett datum, ingen veckodag"),
        Fault::PeriodUnreadable { written, .. } => format!("\"{written}\" är inget lektionsnummer"),
        Fault::PeriodIsDate { written, .. } => {
            format!("\"{written}\" är ett datum; ett kalkylprogram har gjort det av t.ex. 1-2")
        }
        Fault::PeriodTooLarge { written } => format!("\"{written}\": lektionsnummer går från 0 till 99"),
        Fault::PeriodsReversed { written } => format!("\"{written}\" slutar innan det börjar"),
        Fault::YesNoUnknown { written } => format!("\"{written}\" är varken ja eller nej"),
        Fault::NumberUnreadable { written, least, most, .. } => {
            format!("\"{written}\" är inget heltal från {least} till {most}")
        }
        Fault::CoreUnknown { written } => {
            format!("\"{written}\" är varken required, desired eller no")
        }
        Fault::GroupList { written } => format!("\"{written}\" nämner mer än en grupp"),
        Fault::GroupIncomplete { written } => format!("\"{written}\" nämner ingen del av en klass"),
        Fault::AwayIncomplete { written } => format!("\"{written}\" har ett tomt alternativ"),
        Fault::AnyNotAlone { written } => format!("\"{written}\": any ska stå ensamt"),
        Fault::AwayOutsideGrid { written } => {
            format!("\"{written}\" är på en tid då skolan inte har lektioner")
        }
        Fault::TimeUnreadable { written } => format!("\"{written}\" är inget klockslag"),
        Fault::TimesReversed { written } => format!("\"{written}\" är tidigare än klockslaget före"),
        Fault::HoursReversed { class } => format!("{class}: första lektionen ligger efter den sista"),
        Fault::ChangeUnknown { written } => format!("\"{written}\" är varken join, leave eller move"),
        Fault::PupilPresent { pupil } => format!("{pupil} är redan elev på praktik"),
        Fault::PupilUnknown { pupil, .. } => format!("{pupil} är inte elev på praktik vid den tiden"),
        Fault::ScenarioUnknown { scenario, .. } => format!("det finns inget scenario {scenario}"),
        Fault::ScenarioCircular { scenario } => format!("{scenario} kommer efter sig självt"),
        Fault::PupilRepeated { pupil, line } => format!("{pupil} står också på rad {line}"),
        Fault::LinesDisagree { name, line } => format!("rad {line} säger något annat om {name}"),
        Fault::TogetherDiffers { label, pupil, line } => format!(
            "elever med märket {label} måste ha samma alternativ i samma ordning, men {pupil} på rad {line} har andra"
        ),
        Fault::ClassUnknown { class, .. } => format!("schemat har ingen klass {class}"),
        Fault::NameUnknown { kind: NameKind::Place, name, .. } => {
            format!("places.csv har inte praktikplatsen {name}")
        }
        Fault::NameUnknown { kind, name, .. } => {
            format!("schemat känner inte till {} {name}", kind::said(*kind)[1])
        }
        Fault::NamesAlike { kind, name, other, file, line } => format!(
            "{name} och {other} ({file}:{line}) är nästan samma namn men räknas som två olika: {}",
            kind::said(*kind)[1]
        ),
        Fault::GroupUnknown { group, class, .. } => {
            format!("{class} har ingen rad med gruppen {group}")
        }
        Fault::GroupMissing { pupil, class, division } if division.is_empty() => {
            format!("{class} är delad och {pupil} är inte med i någon grupp: räknas med i alla")
        }
        Fault::GroupMissing { pupil, class, division } => format!(
            "{class} är delad i {division} och {pupil} är inte med i någon grupp: räknas med i alla"
        ),
        Fault::SubjectNotTaught { subject, .. } => format!("det finns inga lektioner i {subject}"),
        Fault::SubjectsUnknown { codes, .. } => {
            format!("det är inte känt om dessa är kärnämnen: {}", codes.iter().join(", "))
        }
        Fault::TooManyWeeks { count, most } => {
            format!("{count} olika veckor; högst {most} kan hållas isär")
        }
        Fault::LessonOutsideGrid { slot } => {
            format!("skolan har ingen lektion {} på {}ar", slot.period, DAYS[slot.day as usize])
        }
        Fault::TomlUnreadable { reason } => format!("det här är inte TOML: {reason}"),
        Fault::SettingUnknown { key, .. } => format!("okänd inställning {key}, som inte läses"),
        Fault::SettingWrong { key, expected: wanted } => format!("{key} ska vara {}", expected::swedish(*wanted)),
        Fault::RowUnmatched => "skolans schema har ingen sådan rad".into(),
        Fault::RowLost { line } => format!("rad {line} i skolans schema saknas"),
        Fault::LengthChanged { from, to } => {
            format!("raden tog {from} lektioner och tar nu {to}")
        }
        Fault::LessonTorn { lesson, lines } => format!(
            "lektionen {lesson} är söndersliten: raderna {} hör inte längre ihop",
            lines.iter().join(", ")
        ),
        Fault::RoomsChanged { from, to } => format!("raden hade {from} salar och har nu {to}"),
        Fault::RoomTorn { room, one, other } => {
            format!("salen {room} i den här lektionen har blivit både {one} och {other}")
        }
        Fault::RoomsMerged { room } => format!("två salar i den här lektionen har blivit {room}"),
        Fault::RoomUnknown { room, .. } => format!("skolan har ingen sal {room}"),
        Fault::ListedSubjectUnknown { subject, .. } => format!("{subject} är inget ämne i schemat, i subjects.csv eller i aliastabellen; en kärnlektion kunde missas osedd"),
        Fault::ListUnjoined { written, .. } => format!("\"{written}\": bara + förbinder punkterna i en lista"),
        Fault::FolderIsFile => "det här är en fil, inte en mapp".into(),
        Fault::FolderUnreadable { reason } => format!("mappen kan inte läsas: {reason}"),
        Fault::FileUnread { instead } => file_unread(*instead),
        Fault::FileIsWorkbook { expected } => format!("en arbetsbok med det namnet läses inte; bara {expected} gör det"),
        Fault::FileIrregular => "det här är ett rör eller en enhet, inte en fil".into(),
        Fault::WeekList { written } => format!("\"{written}\" nämner mer än en vecka"),
        Fault::DayLonely { day, lessons, others } => format!("{} har bara {lessons} rad(er), andra dagar upp till {others}; lektioner kan nu flyttas dit", DAYS[*day as usize]),
        Fault::TimeOutsideGrid { written } => format!("\"{written}\" är på en tid då skolan inte har lektioner och räknas därför inte"),
        Fault::AwayUnjoined { written, .. } => format!("\"{written}\": bara + och | förbinder dagar"),
        Fault::AnswerUnfinished => "svaret skrevs inte klart, eller skrivs just nu".into(),
        Fault::AwayUnchosen { pupil } => format!("inget säger vilket alternativ {pupil} får"),
        Fault::AwayUnknown { pupil, written } => {
            format!("\"{written}\" är inget av alternativen för {pupil}")
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each fault; the list is the point")]
pub(super) fn help(fault: &Fault) -> Option<String> {
    Some(match fault {
        Fault::FolderMissing | Fault::FolderIsFile => "ange mappen där timetable.csv ligger".into(),
        Fault::FileMissing { found: Some(found) } => format!("byt namn på {found} om det är den"),
        Fault::FileMissing { found: None } => "lägg den där; README.md säger vilka kolumner den har".into(),
        Fault::FileNearlyNamed { expected } => format!("byt namn på den till {expected}"),
        Fault::FileTwice { .. } => "ta bort en av dem".into(),
        Fault::FileIsFolder => "byt namn på mappen och lägg filen i stället".into(),
        Fault::FileUnreadable { .. } | Fault::FolderUnreadable { .. } => "stäng andra program som använder den och se på dess rättigheter".into(),
        Fault::FileTooLarge { .. } => "utelämna det som inte hör till schemat".into(),
        Fault::FileEmpty => "skriv rubrikerna, eller ta bort filen om den inte behövs".into(),
        Fault::FileBinary => "spara den som CSV, inte som arbetsbok".into(),
        Fault::TextDamaged | Fault::TextGarbled => "spara den igen som \"CSV UTF-8\"".into(),
        Fault::PersonalNumber => {
            "använd en egen nyckel, t.ex. 8A-03; skriv telefonnummer med mellanslag".into()
        }
        Fault::NoLessons => "skriv en rad för varje lektion under rubrikerna".into(),
        Fault::QuoteOverLines { .. } | Fault::QuoteOverCells => "ta bort tecknet, eller skriv cellen på en rad; ett tecken som ska stå där dubbleras i en cell med citattecken".into(),
        Fault::CellsQuoted { .. } => "se efter om flera celler står inom citattecknen; hör det ihop behöver inget göras".into(),
        Fault::PeriodLonely { .. } => "se efter om lektionen är rätt; periods.csv kan säga vilka lektioner som finns".into(),
        Fault::RangeCut { .. } => "se efter om flera lektioner avsågs, som 3-4; annars behöver inget göras".into(),
        Fault::SignsDeceptive { .. } => "skriv namnet på nytt, här och dit det har kopierats".into(),
        Fault::QuoteUnclosed => "lägg till det avslutande citattecknet, eller dubblera ett som ska stå där".into(),
        Fault::CellWithoutHeading { .. } => {
            "ge kolumnen en rubrik, eller sätt citattecken runt en cell med skiljetecknet i".into()
        }
        Fault::DelimiterMissing => "sätt ; mellan cellerna på varje rad, och inga citattecken runt hela rader".into(),
        Fault::DelimiterContradicted { .. } => "ta bort raden som börjar med sep=".into(),
        Fault::FileMistaken { like } => format!("byt namn på filen till {like} om det är den; har två filer bytt plats?"),
        Fault::HeadingsMissing { line: Some(line), .. } => format!("ta bort raderna ovanför rad {line}, som har rubrikerna"),
        Fault::HeadingsMissing { expected, line: None } => format!("börja filen med en rad rubriker: {}; `mesterskema aliases` visar alla som förstås", expected.iter().map(|names| names[2]).join(", ")),
        Fault::DelimiterMixed { .. } => "skriv alla rader med samma skiljetecken".into(),
        Fault::PlacesUnused => "skriv varje elevs praktikplats i kolumnen place i apprentices.csv".into(),
        Fault::PlacesUnlimited => "skriv antalet i kolumnen elever och veckodagen i kolumnen dag".into(),
        Fault::TooManyRows { .. } => "utelämna det som inte hör till skolan".into(),
        Fault::HeadingsAgain { .. } => "ta bort raden och se efter om rader har klistrats in två gånger".into(),
        Fault::ColumnsSwapped { .. } => "byt plats på de två rubrikerna".into(),
        Fault::RowRepeated { .. } => "ta bort den om den är en för mycket".into(),
        Fault::HeadingRepeated { .. } => "ta bort eller byt namn på en av dem".into(),
        Fault::ColumnMissing { aliases, .. } => {
            format!("dessa rubriker förstås: {}", aliases.iter().join(", "))
        }
        Fault::CellEmpty => "fyll i den, eller ta bort raden".into(),
        Fault::NumberUnreadable { meant: Some(meant), .. } => format!("menade du {meant}?"),
        Fault::NumberUnreadable { .. } => "skriv ett heltal utan komma eller enhet".into(),
        Fault::DayUnknown { nearest: Some(nearest), .. } => format!("menade du {nearest}?"),
        Fault::DayUnknown { .. } | Fault::DayTooShort { .. } => {
            "skriv mån, tis, ons … eller måndag, tisdag …, eller 1 för måndag".into()
        }
        Fault::DayNumberMixed { .. } => "skriv dagen som ord före varje lektionsnummer: tors 3+tors 5".into(),
        Fault::DayIsDate { .. } => "skriv mån, tis …: varje rad gäller alla veckor, eller dem som kolumnen week nämner".into(),
        Fault::PeriodUnreadable { meant: Some(meant), .. } => format!("menade du {meant}?"),
        Fault::PeriodUnreadable { .. } | Fault::PeriodTooLarge { .. } | Fault::PeriodsReversed { .. } => {
            "skriv ett tal som 3 eller ett intervall som 3-4".into()
        }
        Fault::PeriodIsDate { meant: Some(meant), .. } => format!("formatera kolumnen som text och skriv {meant} igen"),
        Fault::PeriodIsDate { .. } => "formatera kolumnen som text och skriv intervallet igen".into(),
        Fault::YesNoUnknown { .. } => "skriv ja eller nej, eller lämna den tom för nej".into(),
        Fault::CoreUnknown { .. } => {
            "required: ingen får missa det; desired: det kostar poäng att missa det; no: inget av det".into()
        }
        Fault::GroupList { .. } => "skriv en rad för varje grupp med samma lektions-id".into(),
        Fault::GroupIncomplete { .. } => "skriv delning:grupp, t.ex. språk:TY, eller bara gruppen".into(),
        Fault::AwayIncomplete { .. } => "skriv tis, eller tors 3-6, eller tis|tors, eller any".into(),
        Fault::AnyNotAlone { .. } => "skriv any ensamt, eller räkna upp alternativen".into(),
        Fault::AwayOutsideGrid { .. } | Fault::TimeOutsideGrid { .. } => "se efter om dagen och lektionerna stämmer".into(),
        Fault::TimeUnreadable { .. } => "skriv 08:00 eller 8.00".into(),
        Fault::ChangeUnknown { .. } => "join: en ny elev på praktik; leave: inte längre; move: annan dag, klass eller grupp".into(),
        Fault::PupilPresent { .. } => "använd move för en elev som byter, eller välj en annan nyckel".into(),
        Fault::ScenarioUnknown { nearest: None, .. } => "nämn scenarier från den här filen i kolumnen after".into(),
        Fault::ScenarioCircular { .. } => "låt ett av dem inte komma efter något".into(),
        Fault::PupilRepeated { .. } => "varje elev har en rad och en egen nyckel".into(),
        Fault::LinesDisagree { .. } => "behåll en av raderna".into(),
        Fault::SubjectsUnknown { lines, .. } => format!(
            "lägg till dessa rader i subjects.csv med required, desired eller no (där det finns ett frågetecken: bestäm och ta bort det):\n{}",
            lines.iter().join("\n")
        ),
        Fault::LessonOutsideGrid { .. } => "rätta raden, eller lägg till lektionen i periods.csv".into(),
        Fault::LessonTorn { .. } => "flytta alla rader i en lektion lika långt".into(),
        Fault::ListedSubjectUnknown { nearest, .. } => listed_subject(nearest.as_deref()),
        Fault::ListUnjoined { joined, .. } => format!("skriv {joined}"),
        Fault::FileUnread { .. } => "ta ut den ur mappen om inget i den behövs".into(),
        Fault::FileIsWorkbook { expected } => format!(
            "spara den som Excel-arbetsbok med namnet {}.xlsx, eller bladet som {expected} i formatet \"CSV UTF-8\"",
            stem(expected)
        ),
        Fault::FileIrregular => "lägg en vanlig fil i stället".into(),
        Fault::WeekList { .. } => "lämna cellen tom för alla veckor, eller skriv en rad för varje vecka".into(),
        Fault::DayLonely { .. } => "se efter om dagen stämmer; gör den det behöver inget göras".into(),
        Fault::AwayUnjoined { both, either, .. } => format!("skriv {both} om det är alla, {either} om en väljs"),
        Fault::AnswerUnfinished => "kör solve igen med den här mappen som --out".into(),
        Fault::AwayUnchosen { .. } => "lägg solution.json bredvid schemat".into(),
        Fault::HeadingUnknown { nearest: Some(nearest) }
        | Fault::ClassUnknown { nearest: Some(nearest), .. }
        | Fault::NameUnknown { nearest: Some(nearest), .. }
        | Fault::GroupUnknown { nearest: Some(nearest), .. }
        | Fault::SubjectNotTaught { nearest: Some(nearest), .. }
        | Fault::SettingUnknown { nearest: Some(nearest), .. }
        | Fault::PupilUnknown { nearest: Some(nearest), .. }
        | Fault::ScenarioUnknown { nearest: Some(nearest), .. }
        | Fault::RoomUnknown { nearest: Some(nearest), .. } => format!("menade du {nearest}?"),
        Fault::GroupMissing { .. } => "skriv elevens grupp i kolumnen group".into(),
        Fault::NamesAlike { .. } => "skriv dem lika om de är samma".into(),
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
        || "skriv en ämneskod från schemat, eller lägg till ämnet i subjects.csv".into(),
        |nearest| format!("menade du {nearest}?"),
    )
}

/// The other lines with the same fault, as far as they are few.
fn lines_too(lines: &[u32]) -> String {
    let shown = lines.iter().take(LINES_SHOWN).join(", ");
    match lines.len() {
        0 => String::new(),
        count if count > LINES_SHOWN => {
            format!(", liksom på rad {shown} och {} till", count - LINES_SHOWN)
        }
        _ => format!(", liksom på rad {shown}"),
    }
}

/// How many rows are repeated, if it is more than the one.
fn rows_too(others: usize) -> String {
    if others == 0 { String::new() } else { format!("; upprepade rader i filen: {}", others + 1) }
}

fn file_unread(instead: Option<&str>) -> String {
    instead.map_or_else(
        || "filen läses inte".into(),
        |read| format!("filen läses inte, men {read} gör det"),
    )
}
