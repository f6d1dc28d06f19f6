//! English.

use itertools::Itertools as _;

use super::{LINES_SHOWN, code_points, expected, kind, sign, stem};
use crate::diagnostic::{Fault, NameKind};

/// The weekdays, Monday first.
const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// What the tabulator is called.
const TAB: &str = "a tab";

#[expect(clippy::too_many_lines, reason = "one arm for each fault; the list is the point")]
pub(super) fn message(fault: &Fault) -> String {
    match fault {
        Fault::Foreign(_) | Fault::Undated(_) => String::new(),
        Fault::FolderMissing => "there is no such folder".into(),
        Fault::FileMissing { .. } => "there is no such file".into(),
        Fault::FileNearlyNamed { expected } => {
            format!("the file is not read; only one named {expected} is")
        }
        Fault::FileTwice { other } => format!("there is also a file named {other}"),
        Fault::FileIsFolder => "this is a folder, not a file".into(),
        Fault::FileUnreadable { reason } | Fault::SolutionUnreadable { reason } => {
            format!("the file cannot be read: {reason}")
        }
        Fault::FileTooLarge { megabytes, most } => {
            format!("the file is {megabytes} MB; at most {most} MB are read")
        }
        Fault::FileEmpty => "the file is empty".into(),
        Fault::FileBinary => "the file is not text".into(),
        Fault::TextDamaged => "some letters cannot be read in the file's encoding".into(),
        Fault::TextGarbled => "some letters look spoilt, such as \"Ã¸\" for \"ø\"".into(),
        Fault::PersonalNumber => {
            "this looks like a CPR number or personnummer; it is not read and not shown".into()
        }
        Fault::MoreFaults { like, count } => {
            format!("… and {count} more like it in this file ({like})")
        }
        Fault::NoLessons => "the timetable has no rows".into(),
        Fault::NoApprentices => "there are no apprentices, so nothing needs to change".into(),
        Fault::QuoteOverLines { lines } => format!(
            "a quotation mark opens a cell here that ends only {lines} line(s) further down"
        ),
        Fault::QuoteOverCells => {
            "a quotation mark opens a cell here that ends in the middle of another".into()
        }
        Fault::CellsQuoted { others } => format!(
            "signs that separate cells stand in quotation marks here, and the row has fewer cells than there are headings{}",
            lines_too(others)
        ),
        Fault::PeriodLonely { period, before } => format!(
            "period {period}, but nothing takes the periods between it and {before}; lessons may now move to them"
        ),
        Fault::RangeCut { class, subject, free } => format!(
            "one period of {subject}, which {class} has in longer lessons elsewhere, and period {free} beside it is free"
        ),
        Fault::SignsDeceptive { name, signs } => format!(
            "{name} holds signs that look like others or cannot be seen: {}",
            code_points(signs)
        ),
        Fault::QuoteUnclosed => "a quotation mark opens a cell that never ends".into(),
        Fault::TooManyColumns { most } => format!("more than {most} columns"),
        Fault::CellWithoutHeading { written, others } => {
            format!("\"{written}\" stands under no heading{}", lines_too(others))
        }
        Fault::DelimiterMissing => {
            "the headings stand in one cell: no delimiter was found between them".into()
        }
        Fault::DelimiterContradicted { announced, seen } => format!(
            "the line sep={announced} announces \"{announced}\" as the delimiter, but the headings are separated by {}",
            sign(*seen, TAB)
        ),
        Fault::FileMistaken { like } => format!("these are the headings of {like}"),
        Fault::HeadingsMissing { .. } => {
            "this line should be the headings, but none of them is known".into()
        }
        Fault::DelimiterMixed { seen, headings, others } => format!(
            "the cells of this row are separated by {}, the headings by {}{}",
            sign(*seen, TAB),
            sign(*headings, TAB),
            lines_too(others)
        ),
        Fault::PlacesUnused => {
            "no pupil is said to be at any of these places, so they count for nothing".into()
        }
        Fault::PlacesUnlimited => {
            "nothing says how many pupils a place takes, so none has a limit".into()
        }
        Fault::TooManyRows { most } => format!("more than {most} rows"),
        Fault::HeadingsAgain { others } => {
            format!("the headings stand here once more{}", lines_too(others))
        }
        Fault::ColumnsSwapped { one, other } => {
            format!("what stands under {one} belongs under {other}, and the other way round")
        }
        Fault::RowRepeated { line, others } => {
            format!("the same row as on line {line}{}", rows_too(others.len()))
        }
        Fault::HeadingRepeated { column } => format!("a second column for {column}"),
        Fault::HeadingUnknown { .. } => "an unknown column, which is not read".into(),
        Fault::ColumnMissing { column, .. } => format!("the column {column} is missing"),
        Fault::CellEmpty => "the cell is empty".into(),
        Fault::DayUnknown { written, .. } => format!("\"{written}\" is no weekday"),
        Fault::DayTooShort { written } => {
            format!("\"{written}\": a single letter can be several weekdays")
        }
        Fault::DayNumberMixed { written } => {
            format!("\"{written}\" could be a day or a period")
        }
        Fault::DayIsDate { written } => format!("\"{written}\" is a date, not a weekday"),
        Fault::PeriodUnreadable { written, .. } => format!("\"{written}\" is no period"),
        Fault::PeriodIsDate { written, .. } => {
            format!("\"{written}\" is a date; a spreadsheet made it of a range such as 1-2")
        }
        Fault::PeriodTooLarge { written } => format!("\"{written}\": periods go from 0 to 99"),
        Fault::PeriodsReversed { written } => format!("\"{written}\" ends before it begins"),
        Fault::YesNoUnknown { written } => format!("\"{written}\" is neither yes nor no"),
        Fault::NumberUnreadable { written, least, most, .. } => {
            format!("\"{written}\" is no whole number from {least} to {most}")
        }
        Fault::CoreUnknown { written } => {
            format!("\"{written}\" is neither required, desired nor no")
        }
        Fault::GroupList { written } => format!("\"{written}\" names more than one group"),
        Fault::GroupIncomplete { written } => format!("\"{written}\" names no part of a class"),
        Fault::AwayIncomplete { written } => format!("\"{written}\" has an empty alternative"),
        Fault::AnyNotAlone { written } => format!("\"{written}\": any stands alone"),
        Fault::AwayOutsideGrid { written } => {
            format!("\"{written}\" is at a time when the school has no lessons")
        }
        Fault::TimeUnreadable { written } => format!("\"{written}\" is no time of day"),
        Fault::TimesReversed { written } => {
            format!("\"{written}\" is earlier than the time before")
        }
        Fault::HoursReversed { class } => {
            format!("{class}: the earliest is after the latest period")
        }
        Fault::ChangeUnknown { written } => {
            format!("\"{written}\" is neither join, leave nor move")
        }
        Fault::PupilPresent { pupil } => format!("{pupil} is an apprentice already"),
        Fault::PupilUnknown { pupil, .. } => format!("{pupil} is no apprentice at that time"),
        Fault::ScenarioUnknown { scenario, .. } => format!("there is no scenario {scenario}"),
        Fault::ScenarioCircular { scenario } => format!("{scenario} comes after itself"),
        Fault::PupilRepeated { pupil, line } => format!("{pupil} is on line {line} too"),
        Fault::LinesDisagree { name, line } => {
            format!("line {line} says something else about {name}")
        }
        Fault::TogetherDiffers { label, pupil, line } => format!(
            "pupils with the label {label} need the same alternatives in the same order, but {pupil} on line {line} has others"
        ),
        Fault::ClassUnknown { class, .. } => format!("the timetable has no class {class}"),
        Fault::NameUnknown { kind: NameKind::Place, name, .. } => {
            format!("places.csv has no place {name}")
        }
        Fault::NameUnknown { kind, name, .. } => {
            format!("the timetable has no {} {name}", kind::said(*kind)[2])
        }
        Fault::NamesAlike { kind, name, other, file, line } => format!(
            "{name} and {other} ({file}:{line}) are almost the same name, but count as different: {}",
            kind::said(*kind)[2]
        ),
        Fault::GroupUnknown { group, class, .. } => {
            format!("no row of {class} has the group {group}")
        }
        Fault::GroupMissing { pupil, class, division } if division.is_empty() => {
            format!(
                "{class} is divided, and {pupil} is in no part: counted as attending every part"
            )
        }
        Fault::GroupMissing { pupil, class, division } => format!(
            "{class} is divided by {division}, and {pupil} is in no part: counted as attending every part"
        ),
        Fault::SubjectNotTaught { subject, .. } => format!("there is no lesson of {subject}"),
        Fault::SubjectsUnknown { codes, .. } => {
            format!("it is not known whether these are core subjects: {}", codes.iter().join(", "))
        }
        Fault::TooManyWeeks { count, most } => {
            format!("{count} different weeks; at most {most} are told apart")
        }
        Fault::LessonOutsideGrid { slot } => {
            format!("the school has no period {} on {}s", slot.period, DAYS[slot.day as usize])
        }
        Fault::TomlUnreadable { reason } => format!("this is not TOML: {reason}"),
        Fault::SettingUnknown { key, .. } => format!("an unknown setting {key}, which is not read"),
        Fault::SettingWrong { key, expected: wanted } => {
            format!("{key} should be {}", expected::english(*wanted))
        }
        Fault::RowUnmatched => "no such row in the school's timetable".into(),
        Fault::RowLost { line } => {
            format!("the row on line {line} of the school's timetable is missing")
        }
        Fault::LengthChanged { from, to } => {
            format!("the row took {from} periods and now takes {to}")
        }
        Fault::LessonTorn { lesson, lines } => format!(
            "lesson {lesson} is torn apart: the rows on lines {} no longer stand together",
            lines.iter().join(", ")
        ),
        Fault::RoomsChanged { from, to } => format!("the row had {from} rooms and now has {to}"),
        Fault::RoomTorn { room, one, other } => {
            format!("room {room} of this lesson became both {one} and {other}")
        }
        Fault::RoomsMerged { room } => format!("two rooms of this lesson became {room}"),
        Fault::RoomUnknown { room, .. } => format!("the school has no room {room}"),
        Fault::ListedSubjectUnknown { subject, .. } => format!(
            "{subject} is no subject of the timetable, of subjects.csv or of the alias table; a core lesson could be missed unseen"
        ),
        Fault::ListUnjoined { written, .. } => {
            format!("\"{written}\": only + joins the items of a list")
        }
        Fault::FolderIsFile => "this is a file, not a folder".into(),
        Fault::FolderUnreadable { reason } => format!("the folder cannot be read: {reason}"),
        Fault::FileUnread { instead } => file_unread(*instead),
        Fault::FileIsWorkbook { expected } => {
            format!("a workbook of this name is not read; only {expected} is")
        }
        Fault::FileIrregular => "this is a pipe or a device, not a file".into(),
        Fault::WeekList { written } => format!("\"{written}\" names more than one week"),
        Fault::DayLonely { day, lessons, others } => format!(
            "{} has only {lessons} row(s), other days up to {others}; lessons may now move to it",
            DAYS[*day as usize]
        ),
        Fault::TimeOutsideGrid { written } => format!(
            "\"{written}\" is at a time when the school has no lessons, so it counts for nothing"
        ),
        Fault::AwayUnjoined { written, .. } => format!("\"{written}\": only + and | join days"),
        Fault::AnswerUnfinished => "the answer was not, or is not yet, written to its end".into(),
        Fault::AwayUnchosen { pupil } => format!("nothing says which alternative {pupil} is given"),
        Fault::AwayUnknown { pupil, written } => {
            format!("\"{written}\" is no alternative of {pupil}")
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each fault; the list is the point")]
pub(super) fn help(fault: &Fault) -> Option<String> {
    Some(match fault {
        Fault::FolderMissing | Fault::FolderIsFile => "give the folder that holds timetable.csv".into(),
        Fault::FileMissing { found: Some(found) } => format!("rename {found} if that is the file"),
        Fault::FileMissing { found: None } => "put it there; README.md says which columns it has".into(),
        Fault::FileNearlyNamed { expected } => format!("rename it to {expected}"),
        Fault::FileTwice { .. } => "delete one of them".into(),
        Fault::FileIsFolder => "rename the folder, and put the file in its place".into(),
        Fault::FileUnreadable { .. } | Fault::FolderUnreadable { .. } => "close other programs that use it, and look at its rights".into(),
        Fault::FileTooLarge { .. } => "leave out what is no part of the timetable".into(),
        Fault::FileEmpty => "write its heading line, or delete it if it is not needed".into(),
        Fault::FileBinary => "save it as CSV, not as a workbook".into(),
        Fault::TextDamaged | Fault::TextGarbled => "save it again as \"CSV UTF-8\"".into(),
        Fault::PersonalNumber => {
            "use a key of your own, such as 8A-03; write telephone numbers with blanks".into()
        }
        Fault::NoLessons => "write one line for each lesson beneath the headings".into(),
        Fault::QuoteOverLines { .. } | Fault::QuoteOverCells => "delete the mark, or write the cell on one line; a mark that is meant is doubled in a cell with quotation marks".into(),
        Fault::CellsQuoted { .. } => "look whether cells of their own stand in the quotation marks; if it belongs together, nothing needs to be done".into(),
        Fault::PeriodLonely { .. } => "look whether the period is right; periods.csv can say which periods there are".into(),
        Fault::RangeCut { .. } => "look whether a range such as 3-4 was meant; if not, nothing needs to be done".into(),
        Fault::SignsDeceptive { .. } => "type the name anew, here and wherever it was copied to".into(),
        Fault::QuoteUnclosed => "add the closing quotation mark, or double one that is meant".into(),
        Fault::CellWithoutHeading { .. } => {
            "give the column a heading, or put a cell that has the delimiter in it in quotation marks".into()
        }
        Fault::DelimiterMissing => "put ; between the cells of every line, and no quotation marks around whole lines".into(),
        Fault::DelimiterContradicted { .. } => "delete the line that begins with sep=".into(),
        Fault::FileMistaken { like } => format!("rename the file to {like} if that is what it is; were two files swapped?"),
        Fault::HeadingsMissing { line: Some(line), .. } => format!("delete the lines above line {line}, which has the headings"),
        Fault::HeadingsMissing { expected, line: None } => format!("begin the file with a line of headings: {}; `mesterskema aliases` lists all that are understood", expected.iter().map(|names| names[0]).join(", ")),
        Fault::DelimiterMixed { .. } => "write all lines with the same delimiter".into(),
        Fault::PlacesUnused => "name each pupil's place in the column place of apprentices.csv".into(),
        Fault::PlacesUnlimited => "write the number in a column pupils, and its weekday in a column day".into(),
        Fault::TooManyRows { .. } => "leave out what is no part of the school".into(),
        Fault::HeadingsAgain { .. } => "delete the line, and look whether rows were pasted twice".into(),
        Fault::ColumnsSwapped { .. } => "swap the two headings".into(),
        Fault::RowRepeated { .. } => "delete it if it is one too many".into(),
        Fault::HeadingRepeated { .. } => "delete or rename one of them".into(),
        Fault::ColumnMissing { aliases, .. } => {
            format!("these headings are understood: {}", aliases.iter().join(", "))
        }
        Fault::CellEmpty => "fill it in, or delete the row".into(),
        Fault::NumberUnreadable { meant: Some(meant), .. } => format!("did you mean {meant}?"),
        Fault::NumberUnreadable { .. } => "write a whole number without a decimal point or unit".into(),
        Fault::DayUnknown { nearest: Some(nearest), .. } => format!("did you mean {nearest}?"),
        Fault::DayUnknown { .. } | Fault::DayTooShort { .. } => {
            "write mon, tue, wed … or monday, tuesday …, or 1 for Monday".into()
        }
        Fault::DayNumberMixed { .. } => "write the day as a word before each period: thu 3+thu 5".into(),
        Fault::DayIsDate { .. } => "write mon, tue …: each row holds for every week, or for those that the column week names".into(),
        Fault::PeriodUnreadable { meant: Some(meant), .. } => format!("did you mean {meant}?"),
        Fault::PeriodUnreadable { .. } | Fault::PeriodTooLarge { .. } | Fault::PeriodsReversed { .. } => {
            "write a number such as 3, or a range such as 3-4".into()
        }
        Fault::PeriodIsDate { meant: Some(meant), .. } => format!("format the column as text, then write {meant} again"),
        Fault::PeriodIsDate { .. } => "format the column as text, then write the range again".into(),
        Fault::YesNoUnknown { .. } => "write yes or no, or leave it empty for no".into(),
        Fault::CoreUnknown { .. } => {
            "required: nobody may miss it; desired: missing it costs points; no: neither".into()
        }
        Fault::GroupList { .. } => "write one row for each group, with the same lesson id".into(),
        Fault::GroupIncomplete { .. } => "write division:part, such as lang:TYS, or just the part".into(),
        Fault::AwayIncomplete { .. } => "write tue, or thu 3-6, or tue|thu, or any".into(),
        Fault::AnyNotAlone { .. } => "write any alone, or list the alternatives".into(),
        Fault::AwayOutsideGrid { .. } | Fault::TimeOutsideGrid { .. } => "look whether the day and the periods are right".into(),
        Fault::TimeUnreadable { .. } => "write 08:00 or 8.00".into(),
        Fault::ChangeUnknown { .. } => "join: a new apprentice; leave: no longer one; move: another day, class or group".into(),
        Fault::PupilPresent { .. } => "use move for a pupil who changes, or choose another key".into(),
        Fault::ScenarioUnknown { nearest: None, .. } => "name scenarios of this file in the column after".into(),
        Fault::ScenarioCircular { .. } => "let one of them come after no other".into(),
        Fault::PupilRepeated { .. } => "each pupil has one line and a key of his or her own".into(),
        Fault::LinesDisagree { .. } => "keep one of the lines".into(),
        Fault::SubjectsUnknown { lines, .. } => format!(
            "add these lines to subjects.csv, with required, desired or no (where there is a question mark, decide and delete it):\n{}",
            lines.iter().join("\n")
        ),
        Fault::LessonOutsideGrid { .. } => "mend the row, or add the period to periods.csv".into(),
        Fault::LessonTorn { .. } => "move all rows of a lesson by the same number of periods".into(),
        Fault::ListedSubjectUnknown { nearest, .. } => listed_subject(nearest.as_deref()),
        Fault::ListUnjoined { joined, .. } => format!("write {joined}"),
        Fault::FileUnread { .. } => "take it out of the folder if nothing in it is needed".into(),
        Fault::FileIsWorkbook { expected } => format!(
            "save it as an Excel workbook named {}.xlsx, or the sheet as {expected} in the format \"CSV UTF-8\"",
            stem(expected)
        ),
        Fault::FileIrregular => "put an ordinary file in its place".into(),
        Fault::WeekList { .. } => "leave the cell empty for every week, or write one row for each week".into(),
        Fault::DayLonely { .. } => "look whether the day is right; if it is, nothing needs to be done".into(),
        Fault::AwayUnjoined { both, either, .. } => format!("write {both} if it is all of them, {either} if one is chosen"),
        Fault::AnswerUnfinished => "run solve again with this folder for --out".into(),
        Fault::AwayUnchosen { .. } => "copy solution.json beside the timetable".into(),
        Fault::HeadingUnknown { nearest: Some(nearest) }
        | Fault::ClassUnknown { nearest: Some(nearest), .. }
        | Fault::NameUnknown { nearest: Some(nearest), .. }
        | Fault::GroupUnknown { nearest: Some(nearest), .. }
        | Fault::SubjectNotTaught { nearest: Some(nearest), .. }
        | Fault::SettingUnknown { nearest: Some(nearest), .. }
        | Fault::PupilUnknown { nearest: Some(nearest), .. }
        | Fault::ScenarioUnknown { nearest: Some(nearest), .. }
        | Fault::RoomUnknown { nearest: Some(nearest), .. } => format!("did you mean {nearest}?"),
        Fault::GroupMissing { .. } => "name the pupil's part in the column group".into(),
        Fault::NamesAlike { .. } => "if they are the same, write them alike".into(),
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
    let unknown = "write a code of the timetable, or add the subject to subjects.csv";
    nearest.map_or_else(|| unknown.into(), |nearest| format!("did you mean {nearest}?"))
}

/// The other lines with the same fault, as far as they are few.
fn lines_too(lines: &[u32]) -> String {
    let shown = lines.iter().take(LINES_SHOWN).join(", ");
    match lines.len() {
        0 => String::new(),
        1 => format!(", as on line {shown}"),
        count if count > LINES_SHOWN => {
            format!(", as on lines {shown} and {} more", count - LINES_SHOWN)
        }
        _ => format!(", as on lines {shown}"),
    }
}

/// How many rows are repeated, if it is more than the one.
fn rows_too(others: usize) -> String {
    if others == 0 { String::new() } else { format!("; rows repeated in the file: {}", others + 1) }
}

fn file_unread(instead: Option<&str>) -> String {
    let but = instead.map(|read| format!(", but {read} is")).unwrap_or_default();
    format!("the file is not read{but}")
}
