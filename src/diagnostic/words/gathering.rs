//! What is wrong with meetings.

use super::phrases::meant;
use super::{Wording, wordings};
use crate::diagnostic::{Gathering, Invited};
use crate::domain::Language;
use crate::words::say;

/// What is said of it.
pub(super) fn of(gathering: &Gathering, language: Language) -> Wording {
    match gathering {
        Gathering::MeetingRepeated { meeting, line } => meeting_repeated(meeting, *line, language),
        Gathering::WhoUnreadable { written } => who_unreadable(written, language),
        Gathering::InvitedUnknown { kind, name, nearest } => {
            invited_unknown(*kind, name, nearest.as_deref(), language)
        }
        Gathering::MeetingWeekUnknown { label, known } => {
            meeting_week_unknown(label, known, language)
        }
        Gathering::MeetingTooLong { periods } => meeting_too_long(*periods, language),
    }
}

wordings! { language;
    meeting_repeated(meeting: &str, line: u32) {
        "mødet {meeting} står også på linje {line}",
        "mötet {meeting} står också på rad {line}",
        "the meeting {meeting} is on line {line} too";
        help "giv hvert møde sit eget navn",
             "ge varje möte ett eget namn",
             "give each meeting a name of its own";
    }

    who_unreadable(written: &str) {
        "\"{written}\" siger ikke, om det er en elev, en klasse eller en lærer",
        "\"{written}\" säger inte om det är en elev, en klass eller en lärare",
        "\"{written}\" does not say whether it is a pupil, a class or a teacher";
        help "skriv elev:8A-03, klasse:8.A eller lærer:AB, flere med + imellem",
             "skriv elev:8A-03, klass:8A eller lärare:AB, flera med + emellan",
             "write pupil:8A-03, class:8.A or teacher:AB, several with + between them";
    }

    invited_unknown(kind: Invited, name: &str, nearest: Option<&str>) {
        message = unknown(kind, name, language);
        help = meant(nearest, language);
    }

    meeting_week_unknown(label: &str, known: &[String]) {
        message = no_week(label, known, language);
        help "lad feltet være tomt, hvis mødet skal passe i alle uger",
             "lämna cellen tom om mötet ska passa alla veckor",
             "leave the cell empty if the meeting is to suit every week";
    }

    meeting_too_long(periods: u8) {
        "der er ingen steder {periods} lektioner i træk uden en pause på de tidspunkter, mødet må have",
        "det finns ingenstans {periods} lektioner i följd utan rast på de tider som mötet får ha",
        "there are nowhere {periods} periods on end, without a break, in the slots that the meeting may have";
        help "gør mødet kortere, eller giv det flere tidspunkter i kolonnen when",
             "gör mötet kortare, eller ge det fler tider i kolumnen when",
             "make the meeting shorter, or give it more slots in the column when";
    }
}

fn no_week(label: &str, known: &[String], language: Language) -> String {
    if known.is_empty() {
        return say!(
            language,
            "skemaet har kun én slags uge og ingen uge {label}",
            "schemat har bara ett slags vecka och ingen vecka {label}",
            "the timetable has one kind of week only, and no week {label}"
        );
    }
    let known = known.join(", ");
    say!(
        language,
        "skemaet har ingen uge {label}, men {known}",
        "schemat har ingen vecka {label}, men {known}",
        "the timetable has no week {label}, but {known}"
    )
}

fn unknown(kind: Invited, name: &str, language: Language) -> String {
    say!(language, match kind {
        Invited::Pupil =>
            "eleven {name} står ikke i apprentices.csv",
            "eleven {name} finns inte i apprentices.csv",
            "the pupil {name} is not in apprentices.csv";
        Invited::Class =>
            "skolen har ingen klasse {name}",
            "skolan har ingen klass {name}",
            "the school has no class {name}";
        Invited::Teacher =>
            "skolen har ingen lærer {name}",
            "skolan har ingen lärare {name}",
            "the school has no teacher {name}";
        Invited::Room =>
            "skolen har intet lokale {name}",
            "skolan har ingen sal {name}",
            "the school has no room {name}";
    })
}
