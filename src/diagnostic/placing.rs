//! What can be wrong with where lessons and apprentices are to be put: lessons without a place, placements, sites, guests.

use super::Severity;

/// What is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is described, its fields by their names and types")]
pub enum Placing {
    /// No row of the timetable has a day.
    NoDays,
    /// The periods of a lesson without a place do not begin with 1.
    PeriodsNotCounted { written: String },
    /// Some rows of a lesson's id have a place, and others have none.
    PlaceHalf { lesson: String, line: u32 },
    /// A day is to be found at something that is neither a place nor a trade.
    PlacementUnknown { name: String, nearest: Option<String> },
    /// A name that is a place and a trade.
    PlaceIsTrade { name: String },
    /// A cell names several places in an order that costs nothing.
    WishesUnpriced,
    /// The rooms of a row are at two sites.
    RowOnTwoSites { one: String, other: String },
    /// Ways between sites of which nothing says how long they take; with the lines that say so.
    TravelMissing { ways: Vec<String>, lines: Vec<String> },
    /// A way from a site to itself.
    TravelNowhere { site: String },
    /// An apprentice's home class has no lessons.
    HomeClassEmpty { class: String, nearest: Option<String> },
    /// A guest is said to attend the home class too.
    AlsoHome { class: String },
    /// A class has no lessons of a subject that an apprentice attends, or skips, there.
    SubjectNotOfClass { subject: String, class: String, nearest: Option<String> },
    /// A required subject that the pupil skips, and attends nowhere else.
    RequiredSkipped { subject: String },
    /// Two rows of one pupil, each with its own dates, that say different things of more than the placement.
    PupilRowsDiffer { pupil: String, line: u32 },
    /// A placement without a first or a last date, where no calendar says when the year begins and ends.
    YearDatesMissing { pupil: String },
}

macro_rules! registry {
    ($($variant:ident $code:literal $severity:ident),* $(,)?) => {
        impl Placing {
            /// Every code, in the order of the list.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// Its name in answers for machines; it never changes.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code),* }
            }

            /// How bad it is.
            #[must_use]
            pub const fn severity(&self) -> Severity {
                match self { $(Self::$variant { .. } => Severity::$severity),* }
            }
        }
    };
}

registry! {
    NoDays "no-days" Error,
    PeriodsNotCounted "periods-not-counted" Error,
    PlaceHalf "place-half" Error,
    PlacementUnknown "placement-unknown" Error,
    PlaceIsTrade "place-is-trade" Error,
    WishesUnpriced "wishes-unpriced" Warning,
    RowOnTwoSites "row-on-two-sites" Error,
    TravelMissing "travel-missing" Error,
    TravelNowhere "travel-nowhere" Warning,
    HomeClassEmpty "home-class-empty" Warning,
    AlsoHome "also-home" Error,
    SubjectNotOfClass "subject-not-of-class" Warning,
    RequiredSkipped "required-skipped" Warning,
    PupilRowsDiffer "pupil-rows-differ" Error,
    YearDatesMissing "year-dates-missing" Error,
}
