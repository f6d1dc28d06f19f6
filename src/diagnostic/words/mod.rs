//! The words for every fault: a file for each kind of fault, and in it what is said of each, once, in three languages.
//!
//! A new fault gets an arm in [`of`], which the compiler asks for, and an entry in one of the files.

mod cells;
mod files;
mod foreign;
mod gathering;
mod names;
mod phrases;
mod placing;
mod proposals;
mod school;
mod tables;
mod undated;

use super::Fault;
use crate::domain::Language;

/// What a person is told of a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What was seen, as a lower-case fragment.
    pub message: String,
    /// What to do about it, if there is more to say than the message does.
    pub help: Option<String>,
}

/// A function for each fault of a kind, which gives its [`Wording`].
///
/// ```text
/// wordings! { language;
///     file_twice(other: &str) {
///         "der er også …{other}", "det finns också …{other}", "there is also …{other}";
///         help "slet …", "ta bort …", "delete …";
///     }
/// }
/// ```
///
/// What has to be worked out follows as `name = expression`, as in [`say!`](crate::words::say). A message or a help
/// that another function says is `message = …;` or `help = …;`; the latter is an [`Option`].
macro_rules! wordings {
    ($language:ident; $($fault:ident($($argument:ident: $type:ty),*) { $($words:tt)* })*) => {
        $(pub(super) fn $fault($($argument: $type,)* $language: Language) -> Wording {
            $crate::diagnostic::words::wording!($language; $($words)*)
        })*
    };
}

/// The words of one fault, as they stand in [`wordings!`].
macro_rules! wording {
    ($language:ident; message = $message:expr; $($help:tt)*) => {
        Wording { message: $message, help: $crate::diagnostic::words::help!($language; $($help)*) }
    };
    ($language:ident; $danish:literal, $swedish:literal, $english:literal
     $(, $name:ident = $value:expr)*; $($help:tt)*) => {
        Wording {
            message: $crate::words::say!($language, $danish, $swedish, $english $(, $name = $value)*),
            help: $crate::diagnostic::words::help!($language; $($help)*),
        }
    };
}

/// The help of one fault, as it stands in [`wordings!`].
macro_rules! help {
    ($language:ident;) => { None };
    ($language:ident; help = $help:expr;) => { $help };
    ($language:ident; help $danish:literal, $swedish:literal, $english:literal
     $(, $name:ident = $value:expr)*;) => {
        Some($crate::words::say!($language, $danish, $swedish, $english $(, $name = $value)*))
    };
}

use {help, wording, wordings};

/// What is said of a fault.
#[expect(clippy::too_many_lines, reason = "one arm for each fault; the list is the point")]
pub(super) fn of(fault: &Fault, language: Language) -> Wording {
    match fault {
        Fault::FolderMissing => files::folder_missing(language),
        Fault::FolderIsFile => files::folder_is_file(language),
        Fault::FolderUnreadable { reason } => files::folder_unreadable(reason, language),
        Fault::FileMissing { found } => files::file_missing(found.as_deref(), language),
        Fault::FileNearlyNamed { expected } => files::file_nearly_named(expected, language),
        Fault::FileUnread { instead } => files::file_unread(*instead, language),
        Fault::FileIsWorkbook { expected } => files::file_is_workbook(expected, language),
        Fault::FileTwice { other } => files::file_twice(other, language),
        Fault::FileIsFolder => files::file_is_folder(language),
        Fault::FileIrregular => files::file_irregular(language),
        Fault::FileUnreadable { reason } => files::file_unreadable(reason, language),
        Fault::FileTooLarge { megabytes, most } => {
            files::file_too_large(*megabytes, *most, language)
        }
        Fault::FileEmpty => files::file_empty(language),
        Fault::FileBinary => files::file_binary(language),
        Fault::TextDamaged => files::text_damaged(language),
        Fault::TextGarbled => files::text_garbled(language),
        Fault::PersonalNumber => files::personal_number(language),
        Fault::MoreFaults { like, count } => files::more_faults(like, *count, language),
        Fault::NoLessons => school::no_lessons(language),
        Fault::NoApprentices => school::no_apprentices(language),
        Fault::QuoteUnclosed => tables::quote_unclosed(language),
        Fault::QuoteOverLines { lines } => tables::quote_over_lines(*lines, language),
        Fault::QuoteOverCells => tables::quote_over_cells(language),
        Fault::CellsQuoted { others } => tables::cells_quoted(others, language),
        Fault::TooManyColumns { most } => tables::too_many_columns(*most, language),
        Fault::DelimiterMissing => tables::delimiter_missing(language),
        Fault::DelimiterContradicted { announced, seen } => {
            tables::delimiter_contradicted(announced, *seen, language)
        }
        Fault::FileMistaken { like } => tables::file_mistaken(like, language),
        Fault::HeadingsMissing { expected, line } => {
            tables::headings_missing(expected, *line, language)
        }
        Fault::DelimiterMixed { seen, headings, others } => {
            tables::delimiter_mixed(*seen, *headings, others, language)
        }
        Fault::TooManyRows { most } => tables::too_many_rows(*most, language),
        Fault::HeadingsAgain { others } => tables::headings_again(others, language),
        Fault::CellWithoutHeading { written, others } => {
            tables::cell_without_heading(written, others, language)
        }
        Fault::HeadingRepeated { column } => tables::heading_repeated(column, language),
        Fault::HeadingUnknown { nearest } => tables::heading_unknown(nearest.as_deref(), language),
        Fault::ColumnMissing { column, aliases } => {
            tables::column_missing(column, aliases, language)
        }
        Fault::CellEmpty => tables::cell_empty(language),
        Fault::DayUnknown { written, nearest } => cells::day_unknown(written, *nearest, language),
        Fault::DayTooShort { written } => cells::day_too_short(written, language),
        Fault::DayNumberMixed { written } => cells::day_number_mixed(written, language),
        Fault::DayIsDate { written } => cells::day_is_date(written, language),
        Fault::PeriodUnreadable { written, meant } => {
            cells::period_unreadable(written, meant.as_deref(), language)
        }
        Fault::PeriodIsDate { written, meant } => {
            cells::period_is_date(written, meant.as_deref(), language)
        }
        Fault::PeriodTooLarge { written } => cells::period_too_large(written, language),
        Fault::PeriodsReversed { written } => cells::periods_reversed(written, language),
        Fault::ColumnsSwapped { one, other } => tables::columns_swapped(one, other, language),
        Fault::RowRepeated { line, others } => tables::row_repeated(*line, others, language),
        Fault::WeekList { written } => cells::week_list(written, language),
        Fault::DayLonely { day, lessons, others } => {
            school::day_lonely(*day, *lessons, *others, language)
        }
        Fault::PeriodLonely { period, before } => school::period_lonely(*period, *before, language),
        Fault::RangeCut { class, subject, free } => {
            school::range_cut(class, subject, *free, language)
        }
        Fault::YesNoUnknown { written } => cells::yes_no_unknown(written, language),
        Fault::NumberUnreadable { written, least, most, meant } => {
            cells::number_unreadable(written, *least, *most, *meant, language)
        }
        Fault::CoreUnknown { written } => cells::core_unknown(written, language),
        Fault::GroupList { written } => cells::group_list(written, language),
        Fault::GroupIncomplete { written } => cells::group_incomplete(written, language),
        Fault::AwayIncomplete { written } => cells::away_incomplete(written, language),
        Fault::AwayUnjoined { written, both, either } => {
            cells::away_unjoined(written, both, either, language)
        }
        Fault::AnyNotAlone { written } => cells::any_not_alone(written, language),
        Fault::AwayOutsideGrid { written } => cells::away_outside_grid(written, language),
        Fault::TimeOutsideGrid { written } => cells::time_outside_grid(written, language),
        Fault::TimeUnreadable { written } => cells::time_unreadable(written, language),
        Fault::TimesReversed { written } => cells::times_reversed(written, language),
        Fault::PlacesUnused => school::places_unused(language),
        Fault::PlacesUnlimited => school::places_unlimited(language),
        Fault::PlaceShared { name } => school::place_shared(name, language),
        Fault::PlaceInTwo { name, other } => school::place_in_two(name, other, language),
        Fault::HoursReversed { class } => school::hours_reversed(class, language),
        Fault::ChangeUnknown { written } => cells::change_unknown(written, language),
        Fault::PupilPresent { pupil } => names::pupil_present(pupil, language),
        Fault::PupilUnknown { pupil, nearest } => {
            names::pupil_unknown(pupil, nearest.as_deref(), language)
        }
        Fault::ScenarioUnknown { scenario, nearest } => {
            names::scenario_unknown(scenario, nearest.as_deref(), language)
        }
        Fault::ScenarioCircular { scenario } => names::scenario_circular(scenario, language),
        Fault::PupilRepeated { pupil, line } => names::pupil_repeated(pupil, *line, language),
        Fault::LinesDisagree { name, line } => school::lines_disagree(name, *line, language),
        Fault::TogetherDiffers { label, pupil, line } => {
            school::together_differs(label, pupil, *line, language)
        }
        Fault::ClassUnknown { class, nearest } => {
            names::class_unknown(class, nearest.as_deref(), language)
        }
        Fault::NameUnknown { kind, name, nearest } => {
            names::name_unknown(*kind, name, nearest.as_deref(), language)
        }
        Fault::NamesAlike { kind, name, other, file, line } => {
            names::names_alike(*kind, name, other, file, *line, language)
        }
        Fault::SignsDeceptive { name, signs } => names::signs_deceptive(name, signs, language),
        Fault::GroupCompleted { group, taken } => names::group_completed(group, taken, language),
        Fault::GroupUnknown { group, class, nearest } => {
            names::group_unknown(group, class, nearest.as_deref(), language)
        }
        Fault::GroupMissing { pupil, class, division } => {
            names::group_missing(pupil, class, division, language)
        }
        Fault::SubjectNotTaught { subject, nearest } => {
            names::subject_not_taught(subject, nearest.as_deref(), language)
        }
        Fault::ListedSubjectUnknown { subject, nearest } => {
            names::listed_subject_unknown(subject, nearest.as_deref(), language)
        }
        Fault::ListUnjoined { written, joined } => cells::list_unjoined(written, joined, language),
        Fault::SubjectsUnknown { codes, lines } => names::subjects_unknown(codes, lines, language),
        Fault::TooManyWeeks { count, most } => school::too_many_weeks(*count, *most, language),
        Fault::LessonOutsideGrid { slot } => school::lesson_outside_grid(*slot, language),
        Fault::TomlUnreadable { reason } => files::toml_unreadable(reason, language),
        Fault::SettingUnknown { key, nearest } => {
            names::setting_unknown(key, nearest.as_deref(), language)
        }
        Fault::SettingWrong { key, expected } => names::setting_wrong(key, *expected, language),
        Fault::RowUnmatched => proposals::row_unmatched(language),
        Fault::RowLost { line } => proposals::row_lost(*line, language),
        Fault::LengthChanged { from, to } => proposals::length_changed(*from, *to, language),
        Fault::LessonTorn { lesson, lines } => proposals::lesson_torn(lesson, lines, language),
        Fault::RoomsChanged { from, to } => proposals::rooms_changed(*from, *to, language),
        Fault::RoomTorn { room, one, other } => proposals::room_torn(room, one, other, language),
        Fault::RoomsMerged { room } => proposals::rooms_merged(room, language),
        Fault::RoomUnknown { room, nearest } => {
            names::room_unknown(room, nearest.as_deref(), language)
        }
        Fault::SolutionUnreadable { reason } => files::solution_unreadable(reason, language),
        Fault::AnswerUnfinished => files::answer_unfinished(language),
        Fault::AwayUnchosen { pupil } => proposals::away_unchosen(pupil, language),
        Fault::AwayUnknown { pupil, written } => proposals::away_unknown(pupil, written, language),
        Fault::Foreign(foreign) => {
            Wording { message: foreign::message(foreign, language), help: None }
        }
        Fault::Placing(placing) => placing::of(placing, language),
        Fault::Undated(undated) => undated::of(undated, language),
        Fault::Gathering(gathering) => gathering::of(gathering, language),
    }
}
