//! The full list of faults that reading can find.

use super::{Foreign, Gathering, Placing, Severity, Undated};
use crate::domain::{Day, Period, Slot};

/// What is wrong with a file, a line or a cell. `written` is always the text as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is described, its fields by their names and types")]
pub enum Fault {
    /// There is no such folder.
    FolderMissing,
    /// A file is given where a folder should be.
    FolderIsFile,
    /// The operating system does not tell what is in the folder.
    FolderUnreadable { reason: String },
    /// A file that is needed is not in the folder; `found` is what may be meant for it.
    FileMissing { found: Option<String> },
    /// A file is named almost like one that would be read.
    FileNearlyNamed { expected: &'static str },
    /// A file that nothing reads; `instead` is the one that is read in its place.
    FileUnread { instead: Option<&'static str> },
    /// A workbook where a CSV file would be read.
    FileIsWorkbook { expected: &'static str },
    /// Two files differ only by upper and lower case.
    FileTwice { other: String },
    /// A folder has the name of a file.
    FileIsFolder,
    /// A pipe, a device or the like has the name of a file.
    FileIrregular,
    /// The operating system does not let the file be read.
    FileUnreadable { reason: String },
    /// The file is larger than any school's.
    FileTooLarge { megabytes: u64, most: u64 },
    /// The file holds no text.
    FileEmpty,
    /// The file holds bytes that no text has.
    FileBinary,
    /// Some bytes do not belong to the file's encoding.
    TextDamaged,
    /// Letters were spoilt by an earlier program, e.g. `Ã¸` for `ø`.
    TextGarbled,
    /// Something shaped like a Danish CPR number or a Swedish personnummer.
    PersonalNumber,
    /// So many faults of one kind in one file that the rest are only counted.
    MoreFaults { like: &'static str, count: usize },
    /// The timetable has no rows.
    NoLessons,
    /// There are no apprentices.
    NoApprentices,
    /// A quoted cell never ends.
    QuoteUnclosed,
    /// A quoted cell ends some lines further down, and would take in the rows between.
    QuoteOverLines { lines: u32 },
    /// A quotation mark is closed in the middle of another cell.
    QuoteOverCells,
    /// A row is too short because delimiters stand in quotation marks; `others` are the lines of more such rows.
    CellsQuoted { others: Vec<u32> },
    /// More columns than any school's file.
    TooManyColumns { most: usize },
    /// Nothing that can separate cells stands between the headings.
    DelimiterMissing,
    /// A `sep=` line announces another delimiter than the headings have.
    DelimiterContradicted { announced: String, seen: char },
    /// The headings are those of another file.
    FileMistaken { like: &'static str },
    /// No known heading; `expected` are those needed, in English, Danish and Swedish, `line` is where they may be.
    HeadingsMissing { expected: Vec<[&'static str; 3]>, line: Option<u32> },
    /// A row has another delimiter than the headings; `others` are the lines of more such rows.
    DelimiterMixed { seen: char, headings: char, others: Vec<u32> },
    /// More rows than any school's file.
    TooManyRows { most: usize },
    /// The heading line once more; `others` are the lines of more of them.
    HeadingsAgain { others: Vec<u32> },
    /// A cell stands where the heading line has nothing; `others` are the lines with more of the same column.
    CellWithoutHeading { written: String, others: Vec<u32> },
    /// Two columns mean the same.
    HeadingRepeated { column: &'static str },
    /// A column that nothing reads.
    HeadingUnknown { nearest: Option<String> },
    /// A needed column is not there.
    ColumnMissing { column: &'static str, aliases: Vec<&'static str> },
    /// A needed cell is empty.
    CellEmpty,
    /// No weekday.
    DayUnknown { written: String, nearest: Option<&'static str> },
    /// A single letter for a weekday.
    DayTooShort { written: String },
    /// A bare number beside days that are written as words.
    DayNumberMixed { written: String },
    /// A date where a weekday should be.
    DayIsDate { written: String },
    /// No period; `meant` is what it may be.
    PeriodUnreadable { written: String, meant: Option<String> },
    /// A period that a spreadsheet turned into a date; `meant` is what it may have been.
    PeriodIsDate { written: String, meant: Option<String> },
    /// A number that no period has.
    PeriodTooLarge { written: String },
    /// A range that ends before it begins.
    PeriodsReversed { written: String },
    /// The cells of two columns stand under each other's headings.
    ColumnsSwapped { one: &'static str, other: &'static str },
    /// A row stands in the timetable twice; `others` are the lines of more rows that do.
    RowRepeated { line: u32, others: Vec<u32> },
    /// A row names more than one week.
    WeekList { written: String },
    /// A day with very few rows beside full ones: a slip, most likely.
    DayLonely { day: Day, lessons: usize, others: usize },
    /// A period after several that nothing takes: a slip, most likely.
    PeriodLonely { period: Period, before: Period },
    /// One period of a subject that the class has in longer lessons, beside a free one: a range cut short, most likely.
    RangeCut { class: String, subject: String, free: Period },
    /// Neither yes nor no.
    YesNoUnknown { written: String },
    /// Not a whole number, or too small or too large; `meant` is what it may be.
    NumberUnreadable { written: String, least: u32, most: u32, meant: Option<u32> },
    /// Neither `required`, `desired` nor `no`.
    CoreUnknown { written: String },
    /// More than one group in a row of the timetable.
    GroupList { written: String },
    /// A group without a part.
    GroupIncomplete { written: String },
    /// An alternative or an item of one is empty.
    AwayIncomplete { written: String },
    /// Days of a cell are joined by something else than `+` or `|`.
    AwayUnjoined { written: String, both: String, either: String },
    /// `any` beside something else.
    AnyNotAlone { written: String },
    /// An alternative names a time that the grid lacks.
    AwayOutsideGrid { written: String },
    /// A teacher, a room or a place has a time that the grid lacks.
    TimeOutsideGrid { written: String },
    /// No time of day.
    TimeUnreadable { written: String },
    /// A period that ends before it begins, or begins before the one before it.
    TimesReversed { written: String },
    /// Places are listed, but no pupil is said to be at any.
    PlacesUnused,
    /// Places are listed, but not how many pupils any takes.
    PlacesUnlimited,
    /// A place that all schools of a district share stands in a school's own file.
    PlaceShared { name: String },
    /// A place of a school's own has the name of another school's.
    PlaceInTwo { name: String, other: String },
    /// A class whose earliest period is after its latest.
    HoursReversed { class: String },
    /// Neither `join`, `leave` nor `move`.
    ChangeUnknown { written: String },
    /// A scenario lets a pupil join who is there already.
    PupilPresent { pupil: String },
    /// A scenario speaks of a pupil who is not there.
    PupilUnknown { pupil: String, nearest: Option<String> },
    /// A scenario comes after one that does not exist.
    ScenarioUnknown { scenario: String, nearest: Option<String> },
    /// A scenario comes after itself, by way of others perhaps.
    ScenarioCircular { scenario: String },
    /// Two lines for one pupil.
    PupilRepeated { pupil: String, line: u32 },
    /// Two lines for the same thing that say different things.
    LinesDisagree { name: String, line: u32 },
    /// Pupils with one label have different alternatives.
    TogetherDiffers { label: String, pupil: String, line: u32 },
    /// An apprentice's class is not in the timetable.
    ClassUnknown { class: String, nearest: Option<String> },
    /// A name that the timetable does not have.
    NameUnknown { kind: NameKind, name: String, nearest: Option<String> },
    /// Two names that differ only by a blank or a dot.
    NamesAlike { kind: NameKind, name: String, other: String, file: String, line: u32 },
    /// A name with signs that only look like others, or cannot be seen.
    SignsDeceptive { name: String, signs: Vec<char> },
    /// A pupil's group that no row of the class has.
    GroupUnknown { group: String, class: String, nearest: Option<String> },
    /// A pupil's group that is said without its division, and that one division has.
    GroupCompleted { group: String, taken: String },
    /// A pupil has no part in a division of the class.
    GroupMissing { pupil: String, class: String, division: String },
    /// A core subject of which there are no lessons.
    SubjectNotTaught { subject: String, nearest: Option<String> },
    /// A list of core subjects names a code that nobody knows.
    ListedSubjectUnknown { subject: String, nearest: Option<String> },
    /// The items of a list are joined by something else than `+`.
    ListUnjoined { written: String, joined: String },
    /// Subject codes of which nobody said whether they are core subjects; with the lines that say so.
    SubjectsUnknown { codes: Vec<String>, lines: Vec<String> },
    /// More week labels than can be told apart.
    TooManyWeeks { count: usize, most: usize },
    /// A lesson of the timetable is where the grid has no slot.
    LessonOutsideGrid { slot: Slot },
    /// `school.toml` is not TOML.
    TomlUnreadable { reason: String },
    /// A key of `school.toml` that nothing reads.
    SettingUnknown { key: String, nearest: Option<String> },
    /// A value of `school.toml` that does not fit its key.
    SettingWrong { key: String, expected: Expected },
    /// A row of a proposal that is no row of the school.
    RowUnmatched,
    /// A row of the school that the proposal lacks.
    RowLost { line: u32 },
    /// A row takes more or fewer periods than it did.
    LengthChanged { from: u8, to: u8 },
    /// The rows of one lesson no longer stand as they did to one another.
    LessonTorn { lesson: String, lines: Vec<u32> },
    /// A row has more or fewer rooms than it had.
    RoomsChanged { from: usize, to: usize },
    /// One room of a lesson became two different ones.
    RoomTorn { room: String, one: String, other: String },
    /// Two rooms of a lesson became the same.
    RoomsMerged { room: String },
    /// A room that the school does not have.
    RoomUnknown { room: String, nearest: Option<String> },
    /// `solution.json` cannot be read.
    SolutionUnreadable { reason: String },
    /// The answer was not written to its end, or is being written meanwhile.
    AnswerUnfinished,
    /// Nothing says which alternative a pupil is given.
    AwayUnchosen { pupil: String },
    /// The alternative that a pupil is given is none of the pupil's.
    AwayUnknown { pupil: String, written: String },
    /// Something about where lessons and apprentices are to be put.
    Placing(Placing),
    /// Something in another program's file.
    Foreign(Foreign),
    /// Something that only plans and calendars read.
    Undated(Undated),
    /// Something about meetings.
    Gathering(Gathering),
}

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the words say it")]
pub enum NameKind {
    Class,
    Subject,
    Teacher,
    Room,
    RoomKind,
    Division,
    Part,
    Place,
    Trade,
    Site,
    Apart,
    Week,
}

/// What a setting may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is described by its words")]
pub enum Expected {
    Text,
    Subjects,
    Table,
    /// A whole number between two others.
    Whole {
        least: i64,
        most: i64,
    },
    /// One of a few words.
    OneOf(&'static [&'static str]),
}

macro_rules! registry {
    ($($variant:ident $code:literal $severity:ident),* $(,)?) => {
        impl Fault {
            /// Every code of a school's own files, in the order of the list.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// The fault's name in answers for machines; it never changes.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $code,)*
                    Self::Placing(placing) => placing.code(),
                    Self::Foreign(foreign) => foreign.code(),
                    Self::Undated(undated) => undated.code(),
                    Self::Gathering(gathering) => gathering.code(),
                }
            }

            /// How bad such a fault is.
            #[must_use]
            pub const fn severity(&self) -> Severity {
                match self {
                    $(Self::$variant { .. } => Severity::$severity,)*
                    Self::Placing(placing) => placing.severity(),
                    Self::Foreign(foreign) => foreign.severity(),
                    Self::Undated(_) => Severity::Warning,
                    Self::Gathering(_) => Severity::Error,
                }
            }
        }
    };
}

registry! {
    FolderMissing "folder-missing" Error,
    FolderIsFile "folder-is-file" Error,
    FolderUnreadable "folder-unreadable" Error,
    FileMissing "file-missing" Error,
    FileNearlyNamed "file-nearly-named" Warning,
    FileUnread "file-unread" Warning,
    FileIsWorkbook "file-is-workbook" Warning,
    FileTwice "file-twice" Error,
    FileIsFolder "file-is-folder" Error,
    FileIrregular "file-irregular" Error,
    FileUnreadable "file-unreadable" Error,
    FileTooLarge "file-too-large" Error,
    FileEmpty "file-empty" Error,
    FileBinary "file-binary" Error,
    TextDamaged "text-damaged" Warning,
    TextGarbled "text-garbled" Warning,
    PersonalNumber "personal-number" Error,
    MoreFaults "more-faults" Warning,
    NoLessons "no-lessons" Error,
    NoApprentices "no-apprentices" Warning,
    QuoteUnclosed "quote-unclosed" Error,
    QuoteOverLines "quote-over-lines" Error,
    QuoteOverCells "quote-over-cells" Error,
    CellsQuoted "cells-quoted" Warning,
    TooManyColumns "too-many-columns" Error,
    DelimiterMissing "delimiter-missing" Error,
    DelimiterContradicted "delimiter-contradicted" Error,
    FileMistaken "file-mistaken" Error,
    HeadingsMissing "headings-missing" Error,
    DelimiterMixed "delimiter-mixed" Error,
    TooManyRows "too-many-rows" Error,
    HeadingsAgain "headings-again" Error,
    CellWithoutHeading "cell-without-heading" Error,
    HeadingRepeated "heading-repeated" Error,
    HeadingUnknown "heading-unknown" Warning,
    ColumnMissing "column-missing" Error,
    CellEmpty "cell-empty" Error,
    DayUnknown "day-unknown" Error,
    DayTooShort "day-too-short" Error,
    DayNumberMixed "day-number-mixed" Error,
    DayIsDate "day-is-date" Error,
    PeriodUnreadable "period-unreadable" Error,
    PeriodIsDate "period-is-date" Error,
    PeriodTooLarge "period-too-large" Error,
    PeriodsReversed "periods-reversed" Error,
    ColumnsSwapped "columns-swapped" Error,
    RowRepeated "row-repeated" Warning,
    WeekList "week-list" Error,
    DayLonely "day-lonely" Warning,
    PeriodLonely "period-lonely" Warning,
    RangeCut "range-cut" Warning,
    YesNoUnknown "yes-no-unknown" Error,
    NumberUnreadable "number-unreadable" Error,
    CoreUnknown "core-unknown" Error,
    GroupList "group-list" Error,
    GroupIncomplete "group-incomplete" Error,
    AwayIncomplete "away-incomplete" Error,
    AwayUnjoined "away-unjoined" Error,
    AnyNotAlone "any-not-alone" Error,
    AwayOutsideGrid "away-outside-grid" Warning,
    TimeOutsideGrid "time-outside-grid" Warning,
    TimeUnreadable "time-unreadable" Warning,
    TimesReversed "times-reversed" Warning,
    PlacesUnused "places-unused" Warning,
    PlacesUnlimited "places-unlimited" Warning,
    PlaceShared "place-shared" Error,
    PlaceInTwo "place-in-two" Warning,
    HoursReversed "hours-reversed" Error,
    ChangeUnknown "change-unknown" Error,
    PupilPresent "pupil-present" Error,
    PupilUnknown "pupil-unknown" Error,
    ScenarioUnknown "scenario-unknown" Error,
    ScenarioCircular "scenario-circular" Error,
    PupilRepeated "pupil-repeated" Error,
    LinesDisagree "lines-disagree" Error,
    TogetherDiffers "together-differs" Error,
    ClassUnknown "class-unknown" Error,
    NameUnknown "name-unknown" Warning,
    NamesAlike "names-alike" Warning,
    SignsDeceptive "signs-deceptive" Warning,
    GroupUnknown "group-unknown" Warning,
    GroupCompleted "group-completed" Warning,
    GroupMissing "group-missing" Warning,
    SubjectNotTaught "subject-not-taught" Warning,
    ListedSubjectUnknown "listed-subject-unknown" Error,
    ListUnjoined "list-unjoined" Error,
    SubjectsUnknown "subjects-unknown" Error,
    TooManyWeeks "too-many-weeks" Error,
    LessonOutsideGrid "lesson-outside-grid" Error,
    TomlUnreadable "toml-unreadable" Error,
    SettingUnknown "setting-unknown" Warning,
    SettingWrong "setting-wrong" Error,
    RowUnmatched "row-unmatched" Error,
    RowLost "row-lost" Error,
    LengthChanged "length-changed" Error,
    LessonTorn "lesson-torn" Error,
    RoomsChanged "rooms-changed" Error,
    RoomTorn "room-torn" Error,
    RoomsMerged "rooms-merged" Error,
    RoomUnknown "room-unknown" Error,
    SolutionUnreadable "solution-unreadable" Error,
    AnswerUnfinished "answer-unfinished" Error,
    AwayUnchosen "away-unchosen" Error,
    AwayUnknown "away-unknown" Error,
}
