//! THE SHAPE OF WORDS: every sentence for people stands once, its Danish, Swedish and English beside each other.
//!
//! [`say!`] is one sentence, or one for each case of a value, [`sentences!`] several as functions, [`labels!`] a table of
//! headings and single words; the compiler refuses all of them where a language is missing. What all languages do alike is
//! here too: [counting](mod@count), [listing](mod@list), [decimals](mod@decimal), [dates](mod@date), [weekdays](mod@day) and [slots](mod@slot). The sentences
//! themselves stand in the rooms that say them; no school, no file, no decision about what is told.

mod clock;
mod count;
mod date;
mod day;
mod decimal;
mod list;
mod slot;

pub(crate) use clock::{clock, from_to};
pub(crate) use count::{Noun, count};
pub(crate) use date::date;
pub(crate) use day::{day, every, weekday};
pub(crate) use decimal::{decimal, tenths};
pub(crate) use list::{both, either, listed};
pub(crate) use slot::{NOWHERE, stretch};

/// One sentence in the language asked for: `say!(language, "Danish", "Swedish", "English")`.
///
/// Each is a format string that may name variables in scope. What has to be worked out follows as
/// `name = expression`; the expressions may differ by language as long as each language uses every name.
///
/// `say!(language, match breach { Breach::Away { class } => "Danish", "Swedish", "English"; … })` is one sentence for
/// each case of a value, and the compiler refuses it where a case is missing. [`pick!`] can be written so too.
macro_rules! say {
    ($language:expr, $danish:literal, $swedish:literal, $english:literal
     $(, $name:ident = $value:expr)* $(,)?) => {
        match $language {
            $crate::domain::Language::Danish => format!($danish $(, $name = $value)*),
            $crate::domain::Language::Swedish => format!($swedish $(, $name = $value)*),
            $crate::domain::Language::English => format!($english $(, $name = $value)*),
        }
    };
    ($language:expr, match $told:tt {
        $($case:pat $(if $guard:expr)? => $danish:literal, $swedish:literal, $english:literal
          $(, $name:ident = $value:expr)*;)+
    }) => {
        match $told {
            $($case $(if $guard)? => {
                $crate::words::say!($language, $danish, $swedish, $english $(, $name = $value)*)
            })+
        }
    };
}

/// One fixed text in the language asked for: `pick!(language, "Danish", "Swedish", "English")`; what is picked may
/// be any three constants.
macro_rules! pick {
    ($language:expr, match $told:tt {
        $($case:pat => $danish:expr, $swedish:expr, $english:expr;)+
    }) => {
        match $told { $($case => $crate::words::pick!($language, $danish, $swedish, $english),)+ }
    };
    ($language:expr, $danish:expr, $swedish:expr, $english:expr $(,)?) => {
        match $language {
            $crate::domain::Language::Danish => $danish,
            $crate::domain::Language::Swedish => $swedish,
            $crate::domain::Language::English => $english,
        }
    };
}

/// Sentences as functions, each by what it needs to know: `name(…, language)` says it.
///
/// ```text
/// sentences! {
///     /// Every day is impossible.
///     pub(super) fn no_day(who: &str) in language:
///         "{who}: ingen dag er mulig",
///         "{who}: ingen dag är möjlig",
///         "{who}: no day is possible";
/// }
/// ```
macro_rules! sentences {
    ($($(#[$outer:meta])* $visible:vis fn $sentence:ident($($known:ident: $kind:ty),*) in $language:ident:
       $danish:literal, $swedish:literal, $english:literal $(, $name:ident = $value:expr)*;)+) => {
        $(
            $(#[$outer])*
            $visible fn $sentence($($known: $kind,)* $language: $crate::domain::Language) -> String {
                $crate::words::say!($language, $danish, $swedish, $english $(, $name = $value)*)
            }
        )+
    };
}

/// A table of headings and single words: a struct with a text for each field, and `of(language)` that gives the
/// whole table in a language.
///
/// ```text
/// labels! {
///     /// Headings of the table.
///     pub(super) struct Headings {
///         lesson: "lektion", "lektion", "lesson";
///         teachers: "lærere", "lärare", "teachers";
///     }
/// }
/// let heading = Headings::of(language).lesson;
/// ```
macro_rules! labels {
    ($(#[$outer:meta])* $visible:vis struct $table:ident {
        $($(#[$inner:meta])* $field:ident: $danish:expr, $swedish:expr, $english:expr;)*
    }) => {
        $(#[$outer])*
        #[derive(Clone, Copy)]
        $visible struct $table {
            $($(#[$inner])* $visible $field: &'static str,)*
        }

        impl $table {
            /// The table in `language`.
            $visible const fn of(language: $crate::domain::Language) -> &'static Self {
                const DANISH: $table = $table { $($field: $danish,)* };
                const SWEDISH: $table = $table { $($field: $swedish,)* };
                const ENGLISH: $table = $table { $($field: $english,)* };
                match language {
                    $crate::domain::Language::Danish => &DANISH,
                    $crate::domain::Language::Swedish => &SWEDISH,
                    $crate::domain::Language::English => &ENGLISH,
                }
            }
        }
    };
}

pub(crate) use {labels, pick, say, sentences};
