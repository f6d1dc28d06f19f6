//! The one table of files, their columns, and what the columns are called in Danish and Swedish.

/// A file with columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::input) enum File {
    Timetable,
    Apprentices,
    Teachers,
    Rooms,
    Classes,
    Subjects,
    Periods,
    Places,
    Calendar,
    Travel,
    Absences,
    /// What-if changes of the apprentices; no file of the folder, but named when the question is asked.
    Scenarios,
    /// Meetings for which a time is wanted; no file of the folder either.
    Meetings,
}

/// How much a column is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::input) enum Need {
    /// Without it the file cannot be read.
    Needed,
    /// It is read where it is.
    Optional,
    /// Only plans and calendars read it.
    Later,
}

macro_rules! columns {
    ($($name:ident $english:literal [$($danish:literal)*] [$($swedish:literal)*])*) => {
        /// A column, whatever its heading.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(in crate::input) enum Column { $($name),* }

        impl Column {
            /// The heading of the documentation.
            pub(in crate::input) const fn english(self) -> &'static str {
                match self { $(Self::$name => $english),* }
            }

            /// Its Danish headings.
            pub(in crate::input) const fn danish(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($danish),*]),* }
            }

            /// Its Swedish headings.
            pub(in crate::input) const fn swedish(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($swedish),*]),* }
            }
        }
    };
}

columns! {
    Class "class" ["klasse" "klasser" "stamklasse" "hjemklasse"] ["klass" "klasser" "hemklass"]
    Subject "subject" ["fag" "fagkode"] ["ämne" "ämneskod" "kurs"]
    Day "day" ["dag" "ugedag"] ["dag" "veckodag"]
    Period "period" ["lektion" "lektioner" "modul" "time"] ["lektion" "lektioner" "pass" "timme"]
    Teacher "teacher" ["lærer" "lærere" "laerer" "underviser"] ["lärare" "undervisare"]
    Room "room" ["lokale" "lokaler" "rum"] ["sal" "salar" "lokal" "rum"]
    Group "group" ["hold" "gruppe"] ["grupp" "undervisningsgrupp"]
    Lesson "lesson" ["lektions-id" "kobling" "blok"] ["lektions-id" "koppling" "block"]
    Week "week" ["uge"] ["vecka"]
    Locked "locked" ["låst" "laast" "fast"] ["låst" "fast"]
    Pupil "pupil" ["elev" "elevnøgle"] ["elev" "elevnyckel"]
    Away "away" ["praktikdag" "praktikdage" "praktik" "fravær" "væk"] ["praktikdag" "praktikdagar" "praktik" "apl" "apl-dag" "frånvaro" "borta"]
    Required "required" ["obligatorisk" "obligatoriske" "krævet" "skal"] ["obligatorisk" "obligatoriska" "krav" "måste"]
    Desired "desired" ["ønsket" "ønskede" "oensket" "ønskes"] ["önskad" "önskade" "önskat" "önskvärd"]
    Together "together" ["sammen" "fælles" "samme dag"] ["tillsammans" "gemensam" "samma dag"]
    Place "place" ["praktiksted" "praktikplads" "sted" "virksomhed"] ["praktikplats" "apl-plats" "plats" "företag"]
    Unavailable "unavailable" ["optaget" "utilgængelig" "ikke til rådighed"] ["upptagen" "otillgänglig" "ej tillgänglig"]
    MaxPerDay "max_per_day" ["max pr dag" "højst pr dag" "maks pr dag"] ["max per dag" "högst per dag"]
    Kind "kind" ["type" "slags" "lokaletype"] ["typ" "slag" "salstyp"]
    Parallel "parallel" ["parallelle" "samtidig" "samtidige"] ["parallella" "parallellt" "samtidiga"]
    Earliest "earliest" ["tidligst" "tidligste"] ["tidigast" "tidigaste"]
    Latest "latest" ["senest" "seneste"] ["senast" "senaste"]
    Core "core" ["kerne" "kernefag"] ["kärna" "kärnämne"]
    Start "start" ["starter" "begynder" "starttid"] ["startar" "börjar" "starttid"]
    End "end" ["slut" "slutter" "sluttid"] ["slut" "slutar" "sluttid"]
    BreakAfter "break_after" ["pause efter" "frikvarter efter"] ["rast efter" "paus efter"]
    Pupils "pupils" ["elever" "pladser"] ["elever" "platser"]
    From "from" ["fra" "fra dato"] ["från" "från datum"]
    Until "until" ["til" "til dato"] ["till" "till datum"]
    Contact "contact" ["kontakt" "kontaktperson"] ["kontakt" "kontaktperson"]
    Address "address" ["adresse"] ["adress"]
    Date "date" ["dato"] ["datum"]
    Weeks "weeks" ["uger" "ugenumre"] ["veckor" "veckonummer"]
    What "what" ["hvad" "begivenhed"] ["vad" "händelse"]
    Scenario "scenario" ["scenarie"] ["scenario"]
    Change "change" ["ændring"] ["ändring"]
    After "after" ["efter"] ["efter"]
    Allowed "allowed" ["tilladt" "må ligge" "muligt"] ["tillåten" "tillåtet" "får ligga"]
    Apart "apart" ["adskilt" "hver sin dag" "forskellige dage"] ["åtskild" "var sin dag" "olika dagar"]
    Also "also" ["også" "gæst i" "desuden"] ["även" "gäst i" "dessutom"]
    Skips "skips" ["fritaget" "fritaget for" "uden"] ["befriad" "befriad från" "utan"]
    Site "site" ["afdeling" "matrikel" "adresse-id"] ["enhet" "skolenhet" "hus"]
    Trade "trade" ["branche" "erhverv"] ["bransch" "yrke"]
    OneDay "one_day" ["fælles dage" "alle på samme dage"] ["gemensamma dagar" "alla på samma dagar"]
    To "to" ["til"] ["till"]
    Minutes "minutes" ["minutter"] ["minuter"]
    Weight "weight" ["vægt"] ["vikt"]
    Meeting "meeting" ["møde" "samtale"] ["möte" "samtal"]
    Who "who" ["hvem" "deltagere"] ["vem" "deltagare"]
    Periods "periods" ["antal lektioner" "varighed"] ["antal lektioner" "längd"]
    When "when" ["hvornår" "tidspunkt"] ["när" "tidpunkt"]
}

use Column as C;
use Need::{Later, Needed, Optional};

impl File {
    /// Every file with columns that a school folder has.
    pub(in crate::input) const ALL: [Self; 11] = [
        Self::Timetable,
        Self::Apprentices,
        Self::Teachers,
        Self::Rooms,
        Self::Classes,
        Self::Subjects,
        Self::Periods,
        Self::Places,
        Self::Calendar,
        Self::Travel,
        Self::Absences,
    ];

    /// The files that are named when a question is asked, and stand in no school's folder.
    pub(in crate::input) const ASKED: [Self; 2] = [Self::Scenarios, Self::Meetings];

    /// The file's name.
    pub(in crate::input) const fn name(self) -> &'static str {
        match self {
            Self::Timetable => "timetable.csv",
            Self::Apprentices => "apprentices.csv",
            Self::Teachers => "teachers.csv",
            Self::Rooms => "rooms.csv",
            Self::Classes => "classes.csv",
            Self::Subjects => "subjects.csv",
            Self::Periods => "periods.csv",
            Self::Places => "places.csv",
            Self::Calendar => "calendar.csv",
            Self::Travel => "travel.csv",
            Self::Absences => "absences.csv",
            Self::Scenarios => "scenarios.csv",
            Self::Meetings => "meetings.csv",
        }
    }

    /// The file's columns.
    #[expect(clippy::too_many_lines, reason = "one line for each column; the list is the point")]
    pub(in crate::input) const fn columns(self) -> &'static [(Column, Need)] {
        match self {
            Self::Timetable => &[
                (C::Class, Needed),
                (C::Subject, Needed),
                (C::Day, Needed),
                (C::Period, Needed),
                (C::Teacher, Optional),
                (C::Room, Optional),
                (C::Group, Optional),
                (C::Lesson, Optional),
                (C::Week, Optional),
                (C::Locked, Optional),
                (C::Allowed, Optional),
                (C::Apart, Optional),
            ],
            Self::Apprentices => &[
                (C::Pupil, Needed),
                (C::Class, Needed),
                (C::Away, Needed),
                (C::Group, Optional),
                (C::Required, Optional),
                (C::Desired, Optional),
                (C::Together, Optional),
                (C::Place, Optional),
                (C::Also, Optional),
                (C::Skips, Optional),
                (C::Start, Later),
                (C::End, Later),
                (C::From, Later),
                (C::Until, Later),
                (C::Contact, Later),
            ],
            Self::Teachers => {
                &[(C::Teacher, Needed), (C::Unavailable, Optional), (C::MaxPerDay, Optional)]
            }
            Self::Rooms => &[
                (C::Room, Needed),
                (C::Kind, Optional),
                (C::Unavailable, Optional),
                (C::Parallel, Optional),
                (C::Site, Optional),
            ],
            Self::Classes => &[
                (C::Class, Needed),
                (C::Earliest, Optional),
                (C::Latest, Optional),
                (C::Unavailable, Optional),
                (C::Site, Optional),
                (C::Locked, Optional),
            ],
            Self::Subjects => {
                &[(C::Subject, Needed), (C::Core, Optional), (C::MaxPerDay, Optional)]
            }
            Self::Periods => &[
                (C::Period, Needed),
                (C::Start, Optional),
                (C::End, Optional),
                (C::BreakAfter, Optional),
                (C::Day, Optional),
            ],
            Self::Places => &[
                (C::Place, Needed),
                (C::Day, Optional),
                (C::Pupils, Optional),
                (C::Trade, Optional),
                (C::Site, Optional),
                (C::OneDay, Optional),
                (C::Address, Later),
                (C::Start, Later),
                (C::End, Later),
            ],
            Self::Calendar => &[(C::Date, Needed), (C::What, Needed)],
            Self::Travel => &[(C::From, Needed), (C::To, Needed), (C::Minutes, Needed)],
            Self::Absences => &[
                (C::Pupil, Optional),
                (C::Class, Optional),
                (C::Weeks, Needed),
                (C::What, Optional),
            ],
            Self::Scenarios => &[
                (C::Scenario, Needed),
                (C::Change, Needed),
                (C::Pupil, Needed),
                (C::After, Optional),
                (C::Weight, Optional),
                (C::Class, Optional),
                (C::Away, Optional),
                (C::Group, Optional),
                (C::Required, Optional),
                (C::Desired, Optional),
                (C::Together, Optional),
                (C::Place, Optional),
                (C::Also, Optional),
                (C::Skips, Optional),
            ],
            Self::Meetings => &[
                (C::Meeting, Needed),
                (C::Who, Needed),
                (C::Periods, Optional),
                (C::When, Optional),
                (C::Week, Optional),
                (C::Room, Optional),
            ],
        }
    }
}

impl Column {
    /// Every heading of the column, the documented one first, none twice.
    pub(in crate::input) fn headings(self) -> Vec<&'static str> {
        let mut headings = vec![self.english()];
        for heading in self.danish().iter().chain(self.swedish()) {
            if !headings.contains(heading) {
                headings.push(heading);
            }
        }
        headings
    }
}
