//! What dates and calendars have, in Danish, Swedish and English side by side.

use itertools::Itertools as _;

use crate::diagnostic::Undated;
use crate::domain::Language;

pub(super) fn message(undated: &Undated, language: Language) -> String {
    in_language(said(undated), language)
}

pub(super) fn help(undated: &Undated, language: Language) -> Option<String> {
    advised(undated).map(|advice| in_language(advice, language))
}

fn in_language([danish, swedish, english]: [String; 3], language: Language) -> String {
    match language {
        Language::Danish => danish,
        Language::Swedish => swedish,
        Language::English => english,
    }
}

fn said(undated: &Undated) -> [String; 3] {
    match undated {
        Undated::DateUnreadable { written } => [
            format!("\"{written}\" er ikke en dato"),
            format!("\"{written}\" är inget datum"),
            format!("\"{written}\" is no date"),
        ],
        Undated::DatesReversed { written } => [
            format!("\"{written}\" er før den dato, hvor det begynder"),
            format!("\"{written}\" är före det datum då det börjar"),
            format!("\"{written}\" is before the date on which it begins"),
        ],
        Undated::OccasionUnknown { written } => [
            format!("\"{written}\" er hverken skolestart, sidste skoledag, ferie eller en uge"),
            format!("\"{written}\" är varken terminsstart, terminsslut, lov eller en vecka"),
            format!("\"{written}\" is neither term start, term end, holiday nor a week"),
        ],
        Undated::WeekUnknown { label, known } => {
            let known = known.iter().join(", ");
            [
                format!("skemaet har ingen uge {label}, men {known}"),
                format!("schemat har ingen vecka {label}, men {known}"),
                format!("the timetable has no week {label}, but {known}"),
            ]
        }
        Undated::TermOpen => [
            "hertil hører en skolestart før og en sidste skoledag efter".into(),
            "hit hör en terminsstart före och ett terminsslut efter".into(),
            "a term needs a term start and, after it, a term end".into(),
        ],
        Undated::TermTooLong { days, most } => [
            format!("fra skolestart til sidste skoledag er der {days} dage, højst {most} tæller"),
            format!("från terminsstart till terminsslut är det {days} dagar, högst {most} räknas"),
            format!("from term start to term end there are {days} days; at most {most} count"),
        ],
        Undated::WeeksUnsaid { labels } => {
            let labels = labels.iter().join(", ");
            [
                format!("skemaet har ugerne {labels}, men kalenderen siger ikke hvornår"),
                format!("schemat har veckorna {labels}, men kalendern säger inte när"),
                format!("the timetable has the weeks {labels}, but the calendar does not say when"),
            ]
        }
        Undated::NotesDisagree { name, line } => [
            format!("linje {line} siger noget andet om {name}; den første gælder"),
            format!("rad {line} säger något annat om {name}; den första gäller"),
            format!("line {line} says something else about {name}; the first counts"),
        ],
    }
}

fn advised(undated: &Undated) -> Option<[String; 3]> {
    Some(match undated {
        Undated::DateUnreadable { .. } => [
            "skriv 2026-08-10 eller 10.8.2026".into(),
            "skriv 2026-08-17 eller 17.8.2026".into(),
            "write 2026-08-10 or 10.8.2026".into(),
        ],
        Undated::OccasionUnknown { .. } => [
            "skriv skolestart, sidste skoledag, ferie (en linje for hver dag) eller uge A".into(),
            "skriv terminsstart, terminsslut, lov (en rad för varje dag) eller vecka A".into(),
            "write term start, term end, holiday (a line for each day) or week A".into(),
        ],
        Undated::TermOpen => [
            "tilføj linjen, der mangler; så længe får ingen en kalender for den tid".into(),
            "lägg till raden som saknas; så länge får ingen en kalender för den tiden".into(),
            "add the line that is missing; until then nobody gets a calendar of that time".into(),
        ],
        Undated::WeeksUnsaid { labels } => {
            let first = labels.first().map_or("A", String::as_str);
            [
                format!(
                    "tilføj en linje med en dato og uge {first}; ugerne derefter følger i rækkefølge"
                ),
                format!(
                    "lägg till en rad med ett datum och vecka {first}; veckorna därefter följer i ordning"
                ),
                format!(
                    "add a line with a date and week {first}; the weeks after it follow in order"
                ),
            ]
        }
        Undated::NotesDisagree { .. } => [
            "behold den ene af linjerne".into(),
            "behåll en av raderna".into(),
            "keep one of the lines".into(),
        ],
        Undated::DatesReversed { .. }
        | Undated::WeekUnknown { .. }
        | Undated::TermTooLong { .. } => return None,
    })
}
